"""Who cannot see the screen: a query by number and password with the four keys of a headset alone, spoken all the
way into the file that stands for the hall's sound device."""
import struct
import time
import unittest

from hall import Hall
from hall.process import wait_until


class Listening(unittest.TestCase):
    KEYS = {"next": "F13", "back": "F14", "choose": "F15", "repeat": "F16"}

    def walk_to(self, hall, name):
        """Next until the focus is there, as often as there are targets and no more."""
        for _ in range(60):
            if hall.kiosk.focus() == name:
                return
            before = hall.kiosk.focus()
            hall.display.key(self.KEYS["next"])
            wait_until(f"the focus to leave {before}", lambda: hall.kiosk.focus() != before, 5)
        self.fail(f"{name} is not reached on {hall.kiosk.screen()}")

    def begin_reading(self, hall):
        """The first key turns reading on, the second leads to a target; a window that just came may miss one."""
        for _ in range(10):
            if hall.kiosk.focus():
                return
            hall.display.key(self.KEYS["next"])
            time.sleep(1)
        self.fail("no key of the headset leads anywhere")

    def choose(self, hall, name, leads_on=False):
        """`leads_on`: another screen comes, which is walked from its beginning."""
        self.walk_to(hall, name)
        hall.display.key(self.KEYS["choose"])
        if leads_on:
            wait_until(f"what {name} leads to", lambda: hall.kiosk.focus() == "", 30)

    def test_a_query_by_four_keys(self):
        with Hall(sound=True) as hall:
            kiosk = hall.kiosk
            self.begin_reading(hall)
            self.choose(hall, "use_number", leads_on=True)
            kiosk.wait_for("number_entry")
            for text in (hall.card("01")["id_number"], hall.password("01")):
                for character in text:
                    self.choose(hall, "key_" + character)
                self.choose(hall, "confirm", leads_on=True)
            kiosk.wait_for("progress")
            wait_until("the progress to be spoken", lambda: self.loudness(hall.heard()) > 300)
            self.choose(hall, "exit")
            kiosk.wait_for("home")
            self.assertEqual(kiosk.focus(), "", "reading ends with the visit")
            hall.forgets("01")

    @staticmethod
    def loudness(wav):
        """Of a WAV file that may still be being written."""
        count = max(0, len(wav) - 44) // 2
        samples = struct.unpack(f"<{count}h", wav[44:44 + count * 2])
        return (sum(s * s for s in samples) / max(1, len(samples))) ** 0.5


if __name__ == "__main__":
    unittest.main()
