"""Nobody touches the screen: a countdown is shown, any touch extends the visit, else everything is wiped. Meanwhile nothing is
drawn that does not change, and a screen that stands for days moves by a hair.

The kiosk is watched as systemd watches it: it is ready with its first picture and tells that it lives until it is stopped,
whether anything is drawn or not.
"""
import pathlib
import socket
import tempfile
import threading
import time
import unittest

from hall import Hall
from hall.process import wait_until
from hall.redraws import Redraws


class Manager:
    """Where systemd would listen (sd_notify); it reads all the time, or the kiosk would wait for it."""

    def __init__(self, folder):
        self.path = str(pathlib.Path(folder) / "notify")
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(self.path)
        self.env = {"NOTIFY_SOCKET": self.path, "WATCHDOG_USEC": "6000000"}
        self.heard = []
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            self.heard.append(self.socket.recv(256).decode())


class Idle(unittest.TestCase):
    def test_countdown_then_wipe(self):
        with tempfile.TemporaryDirectory() as folder:
            manager = Manager(folder)
            with Hall(idle="idle_seconds = 30\ncountdown_seconds = 20", drift=1, env=manager.env) as hall:
                self.watch(hall, manager)

    def watch(self, hall, manager):
        wait_until("the kiosk to say that it serves", lambda: manager.heard)
        self.assertEqual(manager.heard[0], "READY=1")
        self.nobody_stays(hall)
        self.assertGreater(manager.heard.count("WATCHDOG=1"), 5)
        self.assertNotIn("STOPPING=1", manager.heard)
        hall.kiosk.program.stop()
        wait_until("the kiosk to say that it ends", lambda: manager.heard[-1] == "STOPPING=1")

    def nobody_stays(self, hall):
        began, first = time.monotonic(), self.place(hall, "use_number")
        redraws = Redraws(hall.display.name)
        self.rest_at_home(hall, redraws)
        hall.reader.lay("02")
        hall.kiosk.wait_for("progress")
        exit_key = self.place(hall, "exit")
        time.sleep(1)
        # The seconds on the key, and nothing between them; the clock's minute may be one of them.
        self.assertIn(redraws.pictures(8), range(7, 11))
        wait_until("the countdown", lambda: hall.kiosk.target("stay"), 45)
        hall.kiosk.press("stay")
        wait_until("the visit to go on", lambda: not hall.kiosk.target("stay"))
        self.assertEqual(hall.kiosk.screen(), "progress")
        self.assertEqual(self.place(hall, "exit"), exit_key, "nothing moves under the finger of somebody who is here")
        hall.kiosk.wait_for("take_card", seconds=75)
        hall.reader.lift()
        hall.kiosk.wait_for("home")
        self.assertGreater(time.monotonic() - began, 60)
        wait_until("the first screen to be elsewhere", lambda: self.place(hall, "use_number") != first)
        redraws.close()

    def rest_at_home(self, hall, redraws):
        """The invitation moves once a second at most, in elder mode nothing does: one picture may be the clock's."""
        time.sleep(1)
        self.assertLessEqual(redraws.pictures(3), 4)
        hall.kiosk.press("elder")
        hall.display.park_pointer()
        time.sleep(1)
        self.assertLessEqual(redraws.pictures(3), 1)
        hall.kiosk.press("elder")

    @staticmethod
    def place(hall, key):
        at = hall.kiosk.target(key)
        return at["x"], at["y"]


if __name__ == "__main__":
    unittest.main()
