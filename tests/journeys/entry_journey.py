"""No card: ID number and query password; a wrong check digit and a wrong password are told apart."""
import unittest

from hall import Hall


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


if __name__ == "__main__":
    unittest.main()
