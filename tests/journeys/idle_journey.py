"""Nobody touches the screen: a countdown is shown, any touch extends the visit, else everything is wiped. Meanwhile nothing is
drawn that does not change, and a screen that stands for days moves by a hair. What central sets of its settings is taken up when
the visit is over.

The kiosk is watched as systemd watches it: it is ready with its first picture and tells that it lives until it is stopped,
whether anything is drawn or not.
"""
import json
import pathlib
import socket
import tempfile
import threading
import time
import tomllib
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
            self.log = pathlib.Path(folder) / "kiosk.log"
            idle = f'idle_seconds = 30\ncountdown_seconds = 20\n[log]\nfile = "{self.log}"'
            with Hall(idle=idle, drift=1, env=manager.env) as hall:
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
        began = time.monotonic()
        redraws = Redraws(hall.display.name)
        self.rest_at_home(hall, redraws)
        hall.reader.lay("02")
        hall.kiosk.wait_for("progress")
        exit_key = self.place(hall, "exit")
        time.sleep(1)
        # The seconds on the key, and nothing between them; the clock's minute may be one of them.
        self.assertIn(redraws.pictures(8), range(7, 11))
        self.central_sets_the_language(hall)
        self.central_asks_for_the_log(hall)
        wait_until("the countdown", lambda: hall.kiosk.target("stay"), 45)
        hall.kiosk.press("stay")
        wait_until("the visit to go on", lambda: not hall.kiosk.target("stay"))
        self.assertEqual(hall.kiosk.screen(), "progress")
        self.assertEqual(self.place(hall, "exit"), exit_key, "nothing moves under the finger of somebody who is here")
        hall.kiosk.wait_for("take_card", seconds=75)
        hall.reader.lift()
        hall.kiosk.wait_for("home")
        self.it_is_taken_up(hall)
        self.its_log_is_there(hall)
        self.assertGreater(time.monotonic() - began, 60)
        first = self.place(hall, "use_number")
        wait_until("the first screen to be elsewhere", lambda: self.place(hall, "use_number") != first, 75)
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

    def central_sets_the_language(self, hall):
        """In mid-visit, and as a central of another age would, what this kiosk does not take; it hears of both with its
        next report."""
        self.before = self.config(hall).read_text()
        hall.central.admin("kiosk", "item", "--id", hall.kiosk.facts["kiosk"], "--item", "language", "--value", "en")
        hall.central.store.change(
            "INSERT INTO setting_revisions SELECT revision + 1, 'idle', scope, region, hall, account, made_ms, takes_back, "
            "released_ms, ended_ms FROM setting_revisions WHERE item = 'language'")
        hall.central.store.change(
            "INSERT INTO setting_targets SELECT revision + 1, kiosk, 'idle', stage, NULL, '7\n20\n60\n', 'waiting', '', NULL "
            "FROM setting_targets WHERE item = 'language'")

    def it_is_taken_up(self, hall):
        """Between visits, without a new start; what was before is kept, and central hears what became of it."""
        wait_until("visits to begin in English", lambda: hall.kiosk.target("use_number")["label"].isascii(), 40)
        config = tomllib.loads(self.config(hall).read_text())
        self.assertEqual((config["display"]["language"], config["idle"]["idle_seconds"]), ("en", 30))
        self.assertEqual(pathlib.Path(f"{self.config(hall)}.before").read_text(), self.before)
        wait_until("central to hear of it", lambda: sorted(hall.central.store.column(
            "SELECT item || ' ' || outcome FROM setting_targets")) == ["idle refused", "language applied"])

    def central_asks_for_the_log(self, hall):
        """As the console does it (tests/central/http/kiosk_logs_test.cpp)."""
        hall.central.store.change(
            "INSERT INTO kiosk_logs (id, kiosk, hours, account, asked_ms, left_out, problem, bytes, log) VALUES "
            f"('7c1f0c52-2a40-4a09-9d4b-0f6f0a3f7c01', '{hall.kiosk.facts['kiosk']}', 2, 'acc-ops', {int(time.time() * 1000)}, 0, '', 0, '')")

    def its_log_is_there(self, hall):
        """While the visit goes on it was brought: what the kiosk itself has written, and nobody is in it."""
        def brought():
            return hall.central.store.column("SELECT log FROM kiosk_logs WHERE received_ms IS NOT NULL")
        wait_until("the log to be brought", brought, 40)
        lines = brought()[0].splitlines()
        self.assertIn("card_read", [json.loads(line)["event"] for line in lines])
        self.assertEqual(lines, self.log.read_text().splitlines()[:len(lines)])
        self.assertNotIn(hall.card("02")["id_number"], brought()[0])
        self.assertEqual(self.log.read_text().count('"to":"central"'), 1, "it is brought once")

    @staticmethod
    def config(hall):
        return hall.kiosk.folder / "kiosk.toml"

    @staticmethod
    def place(hall, key):
        at = hall.kiosk.target(key)
        return at["x"], at["y"]


if __name__ == "__main__":
    unittest.main()
