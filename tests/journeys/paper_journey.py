"""Numbered stock: staff load a range, each print takes one, spoilt ones are void with a reason, nothing is printed at the
end of it; and the kiosk's day report is central's."""
import csv
import io
import re
import unittest

from hall import Hall
from hall.process import run, wait_until


class Paper(unittest.TestCase):
    def print_certificate(self, hall, card, ends_in="take_paper"):
        hall.reader.lay(card)
        hall.kiosk.wait_for("progress")
        hall.kiosk.press("print")
        hall.kiosk.wait_for("print_preview")
        hall.kiosk.press("print", 30)
        hall.kiosk.wait_for(ends_in, seconds=60)

    @staticmethod
    def kiosk_report(hall):
        return re.search(r"使用 (\d+)  作废 (\d+)  剩余 (\d+)", hall.kiosk.staff("paper", "report")).groups()

    @staticmethod
    def central_report(hall):
        rows = list(csv.DictReader(io.StringIO(hall.central.admin("paper", "--kiosk", hall.kiosk_id, "--csv"))))
        return tuple(rows[0][name] for name in ("used", "void", "left")) if rows else None

    def assert_same_books(self, hall, expected):
        self.assertEqual(self.kiosk_report(hall), expected)
        wait_until(f"central's books {expected} (are {self.central_report(hall)})",
                   lambda: self.central_report(hall) == expected, 90)

    def test_a_day_of_numbered_paper(self):
        with Hall(paper="preprinted") as hall:
            self.print_certificate_refused(hall)
            hall.kiosk.staff("paper", "load", "41", "44", "--prefix", "N", "--digits", "6")
            self.calibrate(hall)
            self.print_certificate(hall, "03")
            hall.leave()
            self.assert_same_books(hall, ("1", "0", "3"))
            text = run("pdftotext", hall.printer.sheets()[0], "-")
            self.assertNotIn("继续教育证书", text, "the form is on the paper already")
            self.assertNotIn("N000041", text, "and so is its number")
            self.assertIn(hall.prints_of_kiosk()[0]["number"], text.replace(" ", ""))

            with self.assertRaisesRegex(AssertionError, "N000042"):
                hall.kiosk.staff("paper", "next", "41")  # gone
            hall.kiosk.staff("paper", "next", "43", "--reason", "受潮起皱")
            self.assert_same_books(hall, ("1", "1", "2"))
            hall.kiosk.staff("paper", "void", "N000041", "--reason", "盖章时污损")
            self.assert_same_books(hall, ("0", "2", "2"))
            said = hall.kiosk.staff("paper", "report")
            self.assertIn("作废 N000041  盖章时污损", said)
            self.assertIn("作废 N000042  受潮起皱", said)
            self.assertIn("证书纸快用完了", said, "two left of four, and warn_left is 50")
            hall.printer.power("replace")
            hall.kiosk.staff("printer", "accept")
            said = hall.kiosk.staff("paper", "calibrate")
            self.assertRegex(said, r"Kiosk Two.*还没有校准")
            self.assertIn("向右 +1.5 毫米，向下 -0.4 毫米", said, "the first printer's are kept for its return")

    def print_certificate_refused(self, hall):
        """Without paper the preview says so and the key does nothing."""
        hall.reader.lay("03")
        hall.kiosk.wait_for("progress")
        hall.kiosk.press("print")
        hall.kiosk.wait_for("print_preview")
        wait_until("the notice of no paper", lambda: not (hall.kiosk.target("print") or {"enabled": False})["enabled"], 30)
        hall.kiosk.press("back")
        hall.kiosk.wait_for("progress")
        hall.leave()

    def calibrate(self, hall):
        """Never calibrated: nothing is printed on numbered stock, and staff are told how."""
        self.assertIn("还没有校准", hall.kiosk.staff("paper", "calibrate"))
        self.print_certificate_refused(hall)
        with self.assertRaisesRegex(AssertionError, "毫米"):
            hall.kiosk.staff("paper", "calibrate", "--right", "1.55", "--down", "0")
        hall.kiosk.staff("paper", "calibrate", "--right", "1.5", "--down", "-0.4", "--print")
        page = wait_until("the calibration page", hall.printer.sheets, 30)[0]
        self.assertIn("向右 +1.5 毫米，向下 -0.4 毫米", run("pdftotext", page, "-"))
        page.unlink()

    def test_a_failed_print_waits_until_the_paper_was_looked_at(self):
        with Hall(paper="preprinted") as hall:
            hall.kiosk.staff("paper", "load", "1", "9")
            hall.kiosk.staff("paper", "calibrate", "--right", "0", "--down", "0")
            hall.printer.suffer("abort fuser")
            self.print_certificate(hall, "03", "fault")
            hall.printer.suffer()
            hall.leave()
            self.assertIn("核对", hall.kiosk.staff("paper", "report"))
            hall.kiosk.staff("paper", "next", "2")
            self.print_certificate(hall, "03")
            self.assert_same_books(hall, ("1", "1", "7"))


if __name__ == "__main__":
    unittest.main()
