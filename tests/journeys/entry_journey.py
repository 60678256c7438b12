"""No card: ID number and query password, a wrong check digit and a wrong password told apart; the code that a person
made on central's page, good once."""
import os
import signal
import time
import unittest

from hall import Hall, Hands
from hall.fingers import Fingers
from hall.own_page import OwnPage
from hall.process import wait_until


class Entry(unittest.TestCase):
    def enter(self, hall, number, password=None):
        hall.kiosk.type(number)
        hall.kiosk.press("confirm")
        if password:
            hall.kiosk.type(password)
            hall.kiosk.press("confirm")

    def test_number_and_password(self):
        with Hall() as hall:
            number, password = hall.card("01")["id_number"], hall.password("01")
            hall.kiosk.press("use_number")
            hall.kiosk.wait_for("number_entry")
            self.enter(hall, number, password)
            hall.kiosk.wait_for("progress")
            hall.kiosk.press("exit")
            hall.kiosk.wait_for("home")
            hall.forgets("01")

    def press_too_early_for_the_program(self, hall):
        """It is slow to look, and by then the finger is somewhere else: what counts is where it was."""
        hands = Hands(hall.display.name)
        hall.kiosk.program.signal(signal.SIGSTOP)
        hands.tap(self.middle(hall, "use_number"))
        hands.move(self.middle(hall, "verify"))
        hall.kiosk.program.signal(signal.SIGCONT)
        hall.kiosk.wait_for("number_entry")
        hands.close()

    def press_two_keys_at_once(self, hall):
        """Neither is pressed; then either can be."""
        fingers = Fingers(hall.display.name, 2)
        for finger, key in enumerate(("exit", "back")):
            fingers.move(finger, self.middle(hall, key))
            fingers.press(finger, True)
        for finger in (1, 0):
            fingers.press(finger, False)
        time.sleep(0.5)
        self.assertEqual(hall.kiosk.screen(), "number_entry")
        fingers.close()

    def press_keys_of_a_keyboard(self, hall):
        """What a plugged keyboard is tried with to get out of the program."""
        hands = Hands(hall.display.name)
        for keys in (("Alt_L", "F4"), ("Control_L", "Alt_L", "F1"), ("Super_L",), ("F11",), ("Alt_L", "Tab"), ("Escape",)):
            hands.chord(*keys)
            time.sleep(0.2)
            self.assertTrue(hall.kiosk.program.alive(), keys)
            self.assertEqual(hall.kiosk.screen(), "number_entry", keys)
        hands.close()

    @staticmethod
    def middle(hall, key):
        at = hall.kiosk.target(key)
        return at["x"] + at["w"] / 2, at["y"] + at["h"] / 2

    def test_wrong_check_digit_stays_on_the_number(self):
        with Hall() as hall:
            number = hall.card("01")["id_number"]
            wrong = number[:-1] + ("0" if number[-1] != "0" else "1")
            self.press_too_early_for_the_program(hall)
            self.press_two_keys_at_once(hall)
            self.press_keys_of_a_keyboard(hall)
            self.enter(hall, wrong)
            self.assertEqual(hall.kiosk.screen(), "number_entry")

    def test_wrong_password_shows_nothing_of_the_person(self):
        with Hall() as hall:
            hall.kiosk.press("use_number")
            hall.kiosk.wait_for("number_entry")
            self.enter(hall, hall.card("01")["id_number"], "00000000")
            self.assertIn(hall.kiosk.wait_for("number_entry", "fault", "progress"), ("number_entry", "fault"))

    def test_a_code_from_centrals_page_is_good_once(self):
        with Hall(scanner=True) as hall:
            own = OwnPage(hall.central, hall.card("01")["id_number"], hall.password("01"))
            code = own.visit_code(hall.folder)
            at_first = hall.kiosk.target("use_number")
            hall.display.scan(code)
            hall.kiosk.wait_for("progress")
            self.switch_what_may_be_switched(hall.kiosk)
            hall.kiosk.press("exit")
            hall.kiosk.wait_for("home")
            wait_until("the next visitor's screen as the first one's was", lambda: hall.kiosk.target("use_number") == at_first)
            self.scan_on_a_serial_line(hall, own.visit_code(hall.folder))
            hall.display.scan(code)
            hall.kiosk.wait_for("fault")
            if pictures := os.environ.get("CE_PICTURES"):
                hall.display.screenshot(os.path.join(pictures, "code-used-up.png"))

    @staticmethod
    def scan_on_a_serial_line(hall, code):
        """By a scanner that was pulled out and has another name since it is back."""
        hall.scanner.unplug()
        hall.scanner.plug()
        wait_until("the scanner in use again", hall.scanner.is_open)
        time.sleep(0.5)  # what came before it was in use is thrown away
        hall.scanner.say(code + "\r")
        hall.kiosk.wait_for("progress")
        hall.kiosk.press("exit")
        hall.kiosk.wait_for("home")

    @staticmethod
    def switch_what_may_be_switched(kiosk):
        """Size, contrast and language on the panel of any screen; large print and back by its switch there."""
        kiosk.press("display")
        for name in ("size_small", "size_large", "size_extra_large", "contrast", "large_print", "size_medium", "language_english"):
            before = kiosk.seen()["pictures"]
            kiosk.press(name)
            wait_until(f"another picture after {name}", lambda seen=before: kiosk.seen()["pictures"] > seen)
            time.sleep(0.5)  # the finger's own picture comes before the one in which keys have moved
        wait_until("English", lambda: kiosk.target("exit")["label"].startswith("Exit"))
        kiosk.press("done")


if __name__ == "__main__":
    unittest.main()
