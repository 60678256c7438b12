"""The few calls of the X libraries that xdotool does not make, or too slowly for twenty a second."""
import ctypes as c

_X, _TEST, _RANDR = c.CDLL("libX11.so.6"), c.CDLL("libXtst.so.6"), c.CDLL("libXrandr.so.2")
_LIBC = c.CDLL(None)


class Image(c.Structure):
    _fields_ = [("width", c.c_int), ("height", c.c_int), ("xoffset", c.c_int), ("format", c.c_int), ("data", c.c_void_p),
                ("byte_order", c.c_int), ("unit", c.c_int), ("bit_order", c.c_int), ("pad", c.c_int), ("depth", c.c_int),
                ("bytes_per_line", c.c_int)]


class Attributes(c.Structure):
    _fields_ = [("x", c.c_int), ("y", c.c_int), ("width", c.c_int), ("height", c.c_int), ("border", c.c_int),
                ("depth", c.c_int), ("visual", c.c_void_p), ("root", c.c_ulong), ("kind", c.c_int), ("gravity", c.c_int * 2),
                ("backing", c.c_int), ("planes", c.c_ulong * 2), ("save_under", c.c_int), ("map", c.c_ulong),
                ("installed", c.c_int), ("state", c.c_int), ("rest", c.c_byte * 64)]


class Resources(c.Structure):
    _fields_ = [("times", c.c_ulong * 2), ("crtc_count", c.c_int), ("crtcs", c.POINTER(c.c_ulong)),
                ("output_count", c.c_int), ("outputs", c.POINTER(c.c_ulong)), ("mode_count", c.c_int),
                ("modes", c.c_void_p)]


class Crtc(c.Structure):
    _fields_ = [("time", c.c_ulong), ("x", c.c_int), ("y", c.c_int), ("width", c.c_uint), ("height", c.c_uint),
                ("mode", c.c_ulong)]


class Mode(c.Structure):
    _fields_ = [("id", c.c_ulong), ("width", c.c_uint), ("height", c.c_uint), ("clock", c.c_ulong), ("timing", c.c_uint * 8),
                ("name", c.c_char_p), ("name_length", c.c_uint), ("flags", c.c_ulong)]


class ClientMessage(c.Structure):
    _fields_ = [("type", c.c_int), ("serial", c.c_ulong), ("sent", c.c_int), ("display", c.c_void_p), ("window", c.c_ulong),
                ("message", c.c_ulong), ("format", c.c_int), ("data", c.c_long * 5), ("rest", c.c_long * 16)]


def _declare(library, name, gives, *takes):
    function = getattr(library, name)
    function.restype, function.argtypes = gives, takes
    return function


_P, _UL, _I, _U = c.c_void_p, c.c_ulong, c.c_int, c.c_uint
open_display = _declare(_X, "XOpenDisplay", _P, c.c_char_p)
close_display = _declare(_X, "XCloseDisplay", _I, _P)
root_of = _declare(_X, "XDefaultRootWindow", _UL, _P)
sync = _declare(_X, "XSync", _I, _P, _I)
pending = _declare(_X, "XPending", _I, _P)
next_event = _declare(_X, "XNextEvent", _I, _P, _P)
keysym = _declare(_X, "XStringToKeysym", _UL, c.c_char_p)
keycode = _declare(_X, "XKeysymToKeycode", c.c_ubyte, _P, _UL)
atom = _declare(_X, "XInternAtom", _UL, _P, c.c_char_p, _I)
send_event = _declare(_X, "XSendEvent", _I, _P, _UL, _I, c.c_long, _P)
get_image = _declare(_X, "XGetImage", c.POINTER(Image), _P, _UL, _I, _I, _U, _U, _UL, _I)
attributes = _declare(_X, "XGetWindowAttributes", _I, _P, _UL, c.POINTER(Attributes))
query_tree = _declare(_X, "XQueryTree", _I, _P, _UL, c.POINTER(_UL), c.POINTER(_UL), c.POINTER(c.POINTER(_UL)), c.POINTER(_U))
free = _declare(_X, "XFree", _I, _P)
free_pixels = _declare(_LIBC, "free", None, _P)
fake_motion = _declare(_TEST, "XTestFakeMotionEvent", _I, _P, _I, _I, _I, _UL)
fake_button = _declare(_TEST, "XTestFakeButtonEvent", _I, _P, _U, _I, _UL)
fake_key = _declare(_TEST, "XTestFakeKeyEvent", _I, _P, _U, _I, _UL)
resources = _declare(_RANDR, "XRRGetScreenResources", c.POINTER(Resources), _P, _UL)
crtc_info = _declare(_RANDR, "XRRGetCrtcInfo", c.POINTER(Crtc), _P, _P, _UL)
set_crtc = _declare(_RANDR, "XRRSetCrtcConfig", _I, _P, _P, _UL, _UL, _I, _I, _UL, c.c_ushort, _P, _I)
create_mode = _declare(_RANDR, "XRRCreateMode", _UL, _P, _UL, c.POINTER(Mode))
add_mode = _declare(_RANDR, "XRRAddOutputMode", None, _P, _UL, _UL)
set_size = _declare(_RANDR, "XRRSetScreenSize", None, _P, _UL, _I, _I, _I, _I)

# A window that has gone meanwhile is no reason to end: Xlib's own answer would be exit().
_ON_ERROR = c.CFUNCTYPE(_I, _P, _P)
_ignore = _ON_ERROR(lambda _display, _error: 0)
_X.XSetErrorHandler(_ignore)
