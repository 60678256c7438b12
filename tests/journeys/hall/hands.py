"""Fingers and a keyboard at an X display, its plug, and what is to be seen on it: a connection of its own, for tests that
do twenty things a second."""
import ctypes as c

from . import xlib as x

_IMAGE_ALL, _IMAGE_PIXELS, _VIEWABLE = 0xFFFFFFFF, 2, 2


class Hands:
    """`name` is the display's. Positions in pixels."""

    def __init__(self, name):
        self.display = x.open_display(name.encode())
        if not self.display:
            raise AssertionError(f"no display {name}")
        self.display_name = name
        self.root = x.root_of(self.display)
        self.modes = {}

    def close(self):
        if self.display:
            x.close_display(self.display)
        self.display = None

    def _done(self):
        x.sync(self.display, 0)

    # Fingers

    def move(self, at):
        x.fake_motion(self.display, -1, round(at[0]), round(at[1]), 0)
        self._done()

    def press(self, down, button=1):
        x.fake_button(self.display, button, int(down), 0)
        self._done()

    def tap(self, at):
        self.move(at)
        self.press(True)
        self.press(False)

    # Keys

    def _code(self, name):
        above = int(name[1:]) - 13 if name[0] == "F" and name[1:].isdigit() and int(name[1:]) > 12 else None
        return 191 + above if above is not None else x.keycode(self.display, x.keysym(name.encode()))

    def chord(self, *names):
        """All of them down, in order, and up again."""
        codes = [code for code in map(self._code, names) if code]
        for code in codes:
            x.fake_key(self.display, code, 1, 0)
        for code in reversed(codes):
            x.fake_key(self.display, code, 0, 0)
        self._done()

    def type(self, text):
        """Digits and lower-case letters, as fast as the display takes them; a line's end is Enter."""
        for place, letter in enumerate(text):
            code = self._code("Return" if letter == "\n" else letter)
            x.fake_key(self.display, code, 1, 0)
            x.fake_key(self.display, code, 0, 0)
            if place % 200 == 199:
                self._done()
        self._done()

    # Windows

    def windows(self):
        """[(window, x, y, width, height)] that are shown, the lowest first."""
        root, parent, children, count = c.c_ulong(), c.c_ulong(), c.POINTER(c.c_ulong)(), c.c_uint()
        x.query_tree(self.display, self.root, root, parent, children, count)
        shown = []
        for place in range(count.value):
            seen = x.Attributes()
            if x.attributes(self.display, children[place], seen) and seen.state == _VIEWABLE:
                shown.append((children[place], seen.x, seen.y, seen.width, seen.height))
        if children:
            x.free(children)
        return shown

    def ask_to_close(self, window):
        """As a window manager does at Alt-F4."""
        event = x.ClientMessage(type=33, window=window, message=x.atom(self.display, b"WM_PROTOCOLS", 0), format=32)
        event.data[0] = x.atom(self.display, b"WM_DELETE_WINDOW", 0)
        x.send_event(self.display, window, 0, 0, c.byref(event))
        self._done()

    # The display

    def size(self):
        seen = x.Attributes()
        x.attributes(self.display, self.root, seen)
        return seen.width, seen.height

    def picture(self):
        """(width, height, bytes of 4 a pixel) of all that is shown."""
        width, height = self.size()
        image = x.get_image(self.display, self.root, 0, 0, width, height, _IMAGE_ALL, _IMAGE_PIXELS)
        if not image:
            raise AssertionError("the display gives no picture")
        pixels = c.string_at(image[0].data, image[0].bytes_per_line * height)
        x.free_pixels(image[0].data)
        x.free(image)
        return width, height, pixels

    def _crtc(self):
        found = x.resources(self.display, self.root)
        return found, found[0].crtcs[0], (c.c_ulong * 1)(found[0].outputs[0])

    def unplug(self):
        """The display's line goes dead, as when its plug is pulled; the X server stays."""
        found, crtc, _ = self._crtc()
        now = x.crtc_info(self.display, found, crtc)[0]
        if now.mode:
            self.modes.setdefault((now.width, now.height), now.mode)
        x.set_crtc(self.display, found, crtc, 0, 0, 0, 0, 1, None, 0)
        self._done()

    def plug(self, width, height):
        """Back, in that resolution, no larger than the display was at first."""
        _, _, output = self._crtc()
        if (width, height) not in self.modes:
            name = f"{width}x{height}".encode()
            mode = x.Mode(width=width, height=height, clock=width * height * 60, name=name, name_length=len(name))
            mode.timing[:] = [width, width, width, 0, height, height, height, 0]
            self.modes[width, height] = x.create_mode(self.display, self.root, mode)
            x.add_mode(self.display, output[0], self.modes[width, height])
        x.set_size(self.display, self.root, width, height, max(1, width // 4), max(1, height // 4))
        found, crtc, output = self._crtc()
        x.set_crtc(self.display, found, crtc, 0, 0, 0, self.modes[width, height], 1, output, 1)
        self._done()
