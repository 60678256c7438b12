"""An X display: a private Xvfb, or the one this terminal has. Clicks are real X11 clicks."""
import os
import signal
import subprocess
import time

from .process import run, tied


class Display:
    """`size` is (width, height) in pixels; `there` names a display to use instead of a private one, `without` extensions that it lacks."""

    def __init__(self, folder, size=(1080, 1920), there=None, without=()):
        self.size, self.process, self.folder, self.without = size, None, folder, without
        if there:
            self.name, self.env = there, {"DISPLAY": there}
            return
        self.name = ""
        self._start()
        self.env = {"DISPLAY": self.name}

    def _start(self):
        """Under the name it had, if it had one."""
        read, write = os.pipe()
        os.set_inheritable(write, True)
        log = open(self.folder / "xvfb.out", "ab")
        self.process = subprocess.Popen(
            ["Xvfb", *([self.name] if self.name else []), "-displayfd", str(write), "-screen", "0",
             f"{self.size[0]}x{self.size[1]}x24", "-nolisten", "tcp", "-noreset",
             *(word for name in self.without for word in ("-extension", name))],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, pass_fds=[write], start_new_session=True,
            preexec_fn=tied(signal.SIGTERM))  # which takes its lock away
        os.close(write)
        log.close()
        with os.fdopen(read) as number:
            name = ":" + number.readline().strip()
        if name == ":" or self.name not in ("", name):
            raise AssertionError("Xvfb did not start; see xvfb.out")
        self.name = name

    def start_again(self):
        """The X server ends under whoever shows something, and is there again."""
        self.process.kill()
        self.process.wait()
        self._start()

    def _xdotool(self, *words):
        run("xdotool", *words, env={**os.environ, **self.env})

    def click(self, x, y):
        self._xdotool("mousemove", round(x), round(y), "click", 1)

    def draw_along(self, x, y, by):
        """A finger that comes down there, goes to the side and is lifted."""
        self._xdotool("mousemove", round(x), round(y), "mousedown", 1, "mousemove", round(x + by / 2), round(y), "mousemove",
                      round(x + by), round(y), "mouseup", 1)

    def press_and_hold(self, x, y, seconds):
        self._xdotool("mousemove", round(x), round(y), "mousedown", 1)
        time.sleep(seconds)
        self._xdotool("mouseup", 1)

    def scan(self, code):
        """What a barcode scanner does that poses as a keyboard."""
        self._xdotool("type", "--delay", 1, code)
        self._xdotool("key", "Return")

    def key(self, name):
        """A key of a keypad. Above F12 by its code: X has those keys, yet no symbols on them."""
        above = int(name[1:]) - 13 if name[0] == "F" and name[1:].isdigit() and int(name[1:]) > 12 else None
        self._xdotool("key", name if above is None else str(191 + above))

    def park_pointer(self):
        """Out of the picture and of every key."""
        self._xdotool("mousemove", self.size[0] - 1, self.size[1] - 1)

    def screenshot(self, path):
        run("import", "-window", "root", path, env={**os.environ, **self.env})

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait()


