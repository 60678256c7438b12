"""A monkey at the kiosk, and who watches over it: tests/journeys/monkey."""
from .deeds import Deeds
from .pace import Pace
from .touches import Touches
from .watch import Watch

__all__ = ["Deeds", "Pace", "Touches", "Watch"]
