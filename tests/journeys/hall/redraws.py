"""How often something is drawn on an X display: its DAMAGE extension tells, whether or not a pixel is another than before."""
import ctypes as c
import time

from . import xlib as x

_DAMAGE = c.CDLL("libXdamage.so.1")
_DAMAGE.XDamageQueryExtension.argtypes = [c.c_void_p, c.POINTER(c.c_int), c.POINTER(c.c_int)]
_DAMAGE.XDamageCreate.argtypes = [c.c_void_p, c.c_ulong, c.c_int]
_RAW = 0
_TOGETHER = 0.05  # seconds between the parts of one picture, at most


class Redraws:
    def __init__(self, name):
        self.display = x.open_display(name.encode())
        first, errors = c.c_int(), c.c_int()
        if not self.display or not _DAMAGE.XDamageQueryExtension(self.display, c.byref(first), c.byref(errors)):
            raise AssertionError(f"display {name} does not tell what is drawn")
        _DAMAGE.XDamageCreate(self.display, x.root_of(self.display), _RAW)
        self._take()

    def _take(self):
        """Whether anything was drawn since the last call."""
        event, drawn = (c.c_byte * 192)(), False
        x.sync(self.display, 0)
        while x.pending(self.display):
            x.next_event(self.display, event)
            drawn = True
        return drawn

    def pictures(self, seconds):
        """How many come in that time."""
        self._take()
        count, last, end = 0, 0.0, time.monotonic() + seconds
        while time.monotonic() < end:
            if self._take():
                count += time.monotonic() - last > _TOGETHER
                last = time.monotonic()
            time.sleep(0.005)
        return count

    def close(self):
        x.close_display(self.display)
