"""A monkey at the kiosk, and who watches over it: tests/journeys/monkey."""
from .deeds import Deeds
from .watch import Watch

__all__ = ["Deeds", "Watch"]
