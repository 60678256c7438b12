"""Nobody touches the screen: a countdown is shown, any touch extends the visit, else everything is wiped.

The kiosk is watched meanwhile as systemd watches it: it is ready with its first picture and tells that it lives until it
is stopped, whether anything is drawn or not.
"""
import pathlib
import socket
import tempfile
import threading
import unittest

from hall import Hall
from hall.process import wait_until


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
            with Hall(idle="idle_seconds = 30\ncountdown_seconds = 20", env=manager.env) as hall:
                wait_until("the kiosk to say that it serves", lambda: manager.heard)
                self.assertEqual(manager.heard[0], "READY=1")
                hall.reader.lay("02")
                hall.kiosk.wait_for("progress")
                wait_until("the countdown", lambda: hall.kiosk.target("stay"), 45)
                hall.kiosk.press("stay")
                wait_until("the visit to go on", lambda: not hall.kiosk.target("stay"))
                self.assertEqual(hall.kiosk.screen(), "progress")
                hall.kiosk.wait_for("take_card", seconds=75)
                hall.reader.lift()
                hall.kiosk.wait_for("home")
                self.assertGreater(manager.heard.count("WATCHDOG=1"), 5)
                self.assertNotIn("STOPPING=1", manager.heard)
                hall.kiosk.program.stop()
                wait_until("the kiosk to say that it ends", lambda: manager.heard[-1] == "STOPPING=1")


if __name__ == "__main__":
    unittest.main()
