"""Several fingers at once: X's input extension gives each a pointer of its own (a master with a test device), so that one
can come down, move and be lifted while others rest."""
import ctypes as c

from . import xlib as x

_XI = c.CDLL("libXi.so.6")
_XT = c.CDLL("libXtst.so.6")
_P, _UL, _I, _U, _D = c.c_void_p, c.c_ulong, c.c_int, c.c_uint, c.c_double
_ADD, _ALL = 1, 0


class _Change(c.Structure):
    """XIAddMasterInfo, padded to what XIAnyHierarchyChangeInfo takes."""
    _fields_ = [("type", _I), ("name", c.c_char_p), ("send_core", _I), ("enable", _I)]


class _Device(c.Structure):
    _fields_ = [("id", _I), ("name", c.c_char_p), ("use", _I), ("attachment", _I), ("enabled", _I), ("class_count", _I),
                ("classes", _P)]


def _declare(library, name, gives, *takes):
    function = getattr(library, name)
    function.restype, function.argtypes = gives, takes
    return function


_version = _declare(_XI, "XIQueryVersion", _I, _P, c.POINTER(_I), c.POINTER(_I))
_change = _declare(_XI, "XIChangeHierarchy", _I, _P, _P, _I)
_query = _declare(_XI, "XIQueryDevice", c.POINTER(_Device), _P, _I, c.POINTER(_I))
_forget = _declare(_XI, "XIFreeDeviceInfo", None, _P)
_warp = _declare(_XI, "XIWarpPointer", _I, _P, _I, _UL, _UL, _D, _D, _U, _U, _D, _D)
_open = _declare(_XI, "XOpenDevice", _P, _P, _UL)
_button = _declare(_XT, "XTestFakeDeviceButtonEvent", _I, _P, _P, _U, _I, c.POINTER(_I), _I, _UL)


class Fingers:
    """`count` more fingers at the display of that name, beside the one that every display has."""

    def __init__(self, name, count):
        self.display = x.open_display(name.encode())
        if not self.display:
            raise AssertionError(f"no display {name}")
        self.root = x.root_of(self.display)
        _version(self.display, c.byref(_I(2)), c.byref(_I(0)))
        for place in range(count):
            wish = _Change(_ADD, f"finger {place}".encode(), 1, 1)
            _change(self.display, c.byref(wish), 1)
        x.sync(self.display, 0)
        ids = self._ids()
        self.hands = [(ids[f"finger {place} pointer"], _open(self.display, ids[f"finger {place} XTEST pointer"]))
                      for place in range(count)]

    def _ids(self):
        count = _I()
        found = _query(self.display, _ALL, c.byref(count))
        ids = {found[place].name.decode(): found[place].id for place in range(count.value)}
        _forget(found)
        return ids

    def __len__(self):
        return len(self.hands)

    def move(self, finger, at):
        _warp(self.display, self.hands[finger][0], 0, self.root, 0, 0, 0, 0, at[0], at[1])
        x.sync(self.display, 0)

    def press(self, finger, down):
        _button(self.display, self.hands[finger][1], 1, int(down), None, 0, 0)
        x.sync(self.display, 0)

    def close(self):
        if self.display:
            x.close_display(self.display)
        self.display = None
