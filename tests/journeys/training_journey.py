"""Staff practise: a demo card, a specimen out of the real printer, and nothing of it in ledger or register."""
import os
import unittest

from hall import Hall, Staff, books
from hall.process import run, wait_until


class Training(unittest.TestCase):
    def picture(self, hall, name):
        if pictures := os.environ.get("CE_PICTURES"):
            hall.display.screenshot(os.path.join(pictures, f"training-{name}.png"))

    def begin(self, hall):
        staff = Staff(hall, "271828")
        staff.set_pin()
        staff.enter()
        hall.kiosk.press("machine")
        hall.kiosk.press("train")
        hall.kiosk.wait_for("staff_sure")
        self.picture(hall, "sure")
        hall.kiosk.press("yes")
        wait_until("the training kiosk", lambda: hall.kiosk.target("lay_1"), 60, program=hall.kiosk.program)

    def test_a_visit_of_practice(self):
        with Hall() as hall:
            kiosk = hall.kiosk
            self.begin(hall)
            hall.reader.lay("03")  # of a real person: nobody reads it
            self.picture(hall, "home")
            kiosk.press("lay_1")
            kiosk.wait_for("progress")
            self.picture(hall, "progress")
            hall.print_and_take()
            self.picture(hall, "printed")
            kiosk.press("exit")
            kiosk.wait_for("take_card")
            kiosk.press("lift")
            kiosk.wait_for("home")
            (sheet,) = hall.printer.sheets()
            text = run("pdftotext", sheet, "-").replace(" ", "")
            self.assertIn("培训样张", text)
            self.assertFalse(any(letter.isdigit() for letter in text), "no number of any kind")
            with self.assertRaises(AssertionError, msg="no code can be read on it"):
                hall.code_on(sheet)
            self.assertEqual(books.ledger(kiosk.state), [])
            hall.reader.lift()

            kiosk.press("end_training")
            wait_until("the serving kiosk", lambda: kiosk.screen() == "home" and not kiosk.target("end_training"), 60,
                       program=kiosk.program)
            self.assertFalse((kiosk.state / "training").exists(), "nothing stays of it")
            hall.reader.lay("03")
            kiosk.wait_for("progress", seconds=60)
            hall.print_and_take()
            hall.leave()
            (_, real) = hall.printer.sheets()
            wait_until("the one real print in the register",
                       lambda: not books.differences(books.ledger(kiosk.state), hall.prints_of_kiosk(), [real]), 60)


if __name__ == "__main__":
    unittest.main()
