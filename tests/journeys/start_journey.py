"""A kiosk that breaks at its start three times says so on the screen instead of blinking, tells staff why, and tries again
when its key is pressed. Its memory is written nowhere: no core file, and a report of each crash without personal data."""
import os
import signal
import time
import unittest
from pathlib import Path

from hall import Hall
from hall.process import run, wait_until


class Start(unittest.TestCase):
    def test_the_fourth_start_is_a_screen_for_staff(self):
        with Hall(start=False) as hall:
            for _ in range(3):
                self.break_down(hall)
            hall.kiosk.start()
            self.notice_is_up(hall)
            hall.display.screenshot(os.environ.get("CE_PICTURES", str(hall.folder)) + "/start-failed.png")
            self.press_retry(hall)
            self.assertEqual(wait_until("the end of the notice", lambda: self.ended(hall)), "0")
            # As systemd does a second later; it serves, so the screen was not up in vain.
            hall.kiosk.start()
            hall.kiosk.wait_for("home", seconds=60)
            hall.kiosk.stop()
            self.assertFalse((hall.kiosk.state / "starts").exists(), "an end by its own will counts nothing")

    def break_down(self, hall):
        hall.kiosk.start()
        hall.kiosk.wait_for("home", seconds=60)
        pid = hall.kiosk.program.process.pid
        limits = Path(f"/proc/{pid}/limits").read_text(encoding="utf-8")
        self.assertRegex(limits, r"Max core file size +0 +0 ")
        before = set((hall.kiosk.state / "crashes").glob("crash-*"))
        os.kill(pid, signal.SIGSEGV)
        wait_until("the crash", lambda: not hall.kiosk.program.alive())
        report, = set((hall.kiosk.state / "crashes").glob("crash-*")) - before
        told = report.read_text(encoding="utf-8")
        self.assertRegex(told, r"^program ce-kiosk \S+\nbuild [0-9a-f]+\ntime \d+\nsignal SIGSEGV\nthread \S+\n")
        self.assertRegex(told, r"\nframe ce-kiosk\+0x[0-9a-f]+\n")

    @staticmethod
    def notice_is_up(hall):
        pid = hall.kiosk.program.process.pid
        wait_until("the notice", lambda: os.readlink(f"/proc/{pid}/exe").endswith("/ce-kiosk-notice"), 30,
                   program=hall.kiosk.program)
        wait_until("why", lambda: "crashes/crash-" in Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8"))
        wait_until("its window", lambda: "ce-kiosk-notice" in run("xwininfo", "-root", "-tree", env={**os.environ, **hall.display.env}))
        time.sleep(0.5)

    @staticmethod
    def press_retry(hall):
        """Wherever its key is: the lower half of the screen's middle, from the bottom up."""
        width, height = hall.display.size
        for y in range(height - 10, height // 2, -40):
            if not hall.kiosk.program.alive():
                return
            hall.display.click(width / 2, y)

    @staticmethod
    def ended(hall):
        return None if hall.kiosk.program.alive() else str(hall.kiosk.program.process.returncode)


if __name__ == "__main__":
    unittest.main()
