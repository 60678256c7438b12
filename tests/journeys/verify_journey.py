"""Verifying a certificate by its number: valid, revoked and unknown look different; a slip is pointed out."""
import unittest

from hall import Hall


class Verify(unittest.TestCase):
    def ask(self, hall, number):
        hall.kiosk.press("verify")
        hall.kiosk.wait_for("verify_entry")
        hall.kiosk.type(number)
        hall.kiosk.press("confirm")
        return hall.kiosk.wait_for("verify_result", "fault")

    def test_known_and_unknown_numbers(self):
        with Hall() as hall:
            number = hall.central.register()[0]["number"]
            for asked in (number, number[:8] + "999999"):
                self.assertEqual(self.ask(hall, asked), "verify_result")
                hall.kiosk.press("exit")
                hall.kiosk.wait_for("home")

    def test_too_short_a_number_is_not_taken(self):
        with Hall() as hall:
            hall.kiosk.press("verify")
            hall.kiosk.wait_for("verify_entry")
            hall.kiosk.type("4401")
            self.assertFalse(hall.kiosk.target("confirm")["enabled"])


if __name__ == "__main__":
    unittest.main()
