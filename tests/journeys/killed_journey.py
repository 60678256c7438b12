"""The kiosk is killed (SIGKILL) between each two steps of a print and started again: one sheet at most, one
ledger entry, one row in central's register, and never a second sheet."""
import unittest

from hall import Hall
from hall.process import wait_until

# The kiosk kills itself right after the step; what the register may say once it is back, and the sheets that go with it.
# A job that still prints when the kiosk is back is cancelled, for nobody waits for it: how far it was decides. Unknown, with
# its sheet, is one that was cancelled after the sheet had come out and before the printer called it done.
STEPS = {
    "journaled": {"failed": 0},
    "rendered": {"failed": 0},
    "submitting": {"unknown": 0, "failed": 0},
    "handed_over": {"sent_to_printer": 1, "failed": 0, "unknown": 1},
    "submitted": {"sent_to_printer": 1, "failed": 0, "unknown": 1},
    "printed": {"sent_to_printer": 1},
    "settled": {"sent_to_printer": 1},
}


class Killed(unittest.TestCase):
    def print_and_die(self, hall, step, outcomes):
        """One visit that ends by the kill after `step`; the kiosk comes back and settles the print as one of `outcomes`."""
        hall.kiosk.start(testing=f'die_after = "{step}"')
        hall.kiosk.wait_for("home", seconds=60)
        hall.reader.lay("03")
        hall.kiosk.wait_for("progress")
        hall.kiosk.press("print")
        hall.kiosk.wait_for("print_preview")
        hall.kiosk.press("print")
        wait_until("the kill", lambda: not hall.kiosk.program.alive(), 60)
        hall.reader.lift()
        hall.kiosk.start()
        hall.kiosk.wait_for("home", seconds=60)

        def settled():
            rows = hall.prints_of_kiosk()
            return rows and rows[0]["state"] in outcomes and rows

        rows = wait_until(f"the register's outcome {list(outcomes)}", settled, 60)
        self.assertEqual(len(rows), 1)
        self.assertEqual(len(hall.printer.sheets()), outcomes[rows[0]["state"]])

    def test_between_each_two_steps(self):
        for step, outcomes in STEPS.items():
            with self.subTest(killed_after=step), Hall(start=False) as hall:
                self.print_and_die(hall, step, outcomes)

    def test_back_while_the_job_goes_on_though_its_sheet_is_out(self):
        with Hall(start=False) as hall:
            hall.printer.suffer("sheet-first", "delay 60")
            self.print_and_die(hall, "submitted", {"unknown": 1})


if __name__ == "__main__":
    unittest.main()
