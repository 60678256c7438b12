"""No card: ID number and query password, a wrong check digit and a wrong password told apart; the code that a person
made on central's page, good once."""
import os
import unittest

from hall import Hall
from hall.own_page import OwnPage


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

    def test_wrong_check_digit_stays_on_the_number(self):
        with Hall() as hall:
            number = hall.card("01")["id_number"]
            wrong = number[:-1] + ("0" if number[-1] != "0" else "1")
            hall.kiosk.press("use_number")
            hall.kiosk.wait_for("number_entry")
            self.enter(hall, wrong)
            self.assertEqual(hall.kiosk.screen(), "number_entry")

    def test_wrong_password_shows_nothing_of_the_person(self):
        with Hall() as hall:
            hall.kiosk.press("use_number")
            hall.kiosk.wait_for("number_entry")
            self.enter(hall, hall.card("01")["id_number"], "00000000")
            self.assertIn(hall.kiosk.wait_for("number_entry", "fault", "progress"), ("number_entry", "fault"))

    def test_a_code_from_centrals_page_is_good_once(self):
        with Hall() as hall:
            own = OwnPage(hall.central, hall.card("01")["id_number"], hall.password("01"))
            code = own.visit_code(hall.folder)
            hall.display.scan(code)
            hall.kiosk.wait_for("progress")
            hall.kiosk.press("exit")
            hall.kiosk.wait_for("home")
            hall.display.scan(code)
            hall.kiosk.wait_for("fault")
            if pictures := os.environ.get("CE_PICTURES"):
                hall.display.screenshot(os.path.join(pictures, "code-used-up.png"))


if __name__ == "__main__":
    unittest.main()
