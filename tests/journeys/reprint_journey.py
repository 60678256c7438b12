"""A reprint from end to end: allowed with a reason, carried by the grant, marked on the sheet, counted in the register;
and no more than the rule allows."""
import unittest

from hall import Hall
from hall.process import run, wait_until


class Reprint(unittest.TestCase):
    def print_it(self, hall):
        hall.reader.lay("03")
        hall.kiosk.wait_for("progress")
        hall.print_and_take()
        self.assertIsNone(hall.kiosk.target("print"), "one copy at a time")
        hall.leave()

    @staticmethod
    def register(hall, copies):
        return wait_until(f"{copies} copies in the register", lambda: (
            rows := [row for row in hall.prints_of_kiosk() if row["state"] == "sent_to_printer"]) and len(rows) == copies
            and rows, 90)

    def test_allowed_printed_marked_and_counted(self):
        with Hall() as hall:
            self.print_it(hall)
            (first,) = self.register(hall, 1)
            with self.assertRaises(AssertionError):
                hall.central.admin("reprint", first["number"])  # without a reason
            hall.central.admin("reprint-rule", "--most", 2)
            hall.central.admin("reprint", first["number"], "--reason", "遗失")
            self.print_it(hall)
            hall.central.admin("reprint-rule", "--most", 2, "--mark", "no")
            self.register(hall, 2)
            hall.central.admin("reprint", first["number"], "--reason", "污损")
            self.print_it(hall)
            rows = self.register(hall, 3)
            self.assertEqual({row["copy"] for row in rows}, {"1", "2", "3"})
            self.assertEqual({row["number"] for row in rows}, {first["number"]}, "a reprint keeps the number")
            self.assertEqual(len({row["blank_number"] for row in rows}), 3)
            marked = ["补打" in run("pdftotext", sheet, "-") for sheet in hall.printer.sheets()]
            self.assertEqual(marked, [False, True, False])
            with self.assertRaisesRegex(AssertionError, "the rule allows 2"):
                hall.central.admin("reprint", first["number"], "--reason", "遗失")


if __name__ == "__main__":
    unittest.main()
