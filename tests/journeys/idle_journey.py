"""Nobody touches the screen: a countdown is shown, any touch extends the visit, else everything is wiped."""
import unittest

from hall import Hall
from hall.process import wait_until


class Idle(unittest.TestCase):
    def test_countdown_then_wipe(self):
        with Hall(idle="idle_seconds = 30\ncountdown_seconds = 20") as hall:
            hall.reader.lay("02")
            hall.kiosk.wait_for("progress")
            wait_until("the countdown", lambda: hall.kiosk.target("stay"), 45)
            hall.kiosk.press("stay")
            wait_until("the visit to go on", lambda: not hall.kiosk.target("stay"))
            self.assertEqual(hall.kiosk.screen(), "progress")
            hall.kiosk.wait_for("take_card", seconds=75)
            hall.reader.lift()
            hall.kiosk.wait_for("home")


if __name__ == "__main__":
    unittest.main()
