"""A whole service hall on one machine, of real parts: central system, wire-level card reader, IPP printer,
X display and the kiosk in a window on it. Journeys and the demo drive it; nothing here stands in for a part."""
from .central import Central
from .devices import Cable, CardReader, Printer
from .display import Display
from .kiosk import Kiosk
from .hands import Hands
from .scanner import Scanner
from .site import Hall
from .staff import Staff

__all__ = ["Cable", "Central", "CardReader", "Printer", "Display", "Hands", "Kiosk", "Scanner", "Hall", "Staff"]
