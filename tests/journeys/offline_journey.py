"""Central is gone: the kiosk serves from its cache with a date, prints, and delivers when central is back."""
import unittest

from hall import Hall
from hall.process import wait_until


class Offline(unittest.TestCase):
    def test_serves_prints_and_delivers(self):
        with Hall() as hall:
            hall.reader.lay("03")
            hall.kiosk.wait_for("progress")
            hall.leave()

            hall.central.stop()
            hall.reader.lay("03")
            hall.kiosk.wait_for("progress")
            self.assertTrue(hall.kiosk.seen().get("as_of"), "old data say how old they are")
            hall.print_and_take()
            self.assertIsNone(hall.kiosk.target("print"), "printed once is printed, online or not")
            hall.leave()
            self.assertEqual(len(hall.printer.sheets()), 1)
            self.assertEqual(hall.prints_of_kiosk(), [])

            hall.central.start()
            rows = wait_until("the delivery", lambda: [row for row in hall.prints_of_kiosk()
                                                       if row["state"] == "sent_to_printer"], 90)
            self.assertEqual(len(rows), 1)

    def test_without_a_grant_nothing_is_printed(self):
        with Hall(pre_grant_minutes=0) as hall:
            hall.reader.lay("03")
            hall.kiosk.wait_for("progress")
            hall.leave()

            hall.central.stop()
            hall.reader.lay("03")
            hall.kiosk.wait_for("progress")
            self.assertIsNone(hall.kiosk.target("print"), "nothing is offered that would be refused")

            hall.central.start()
            wait_until("the offer when the line is back", lambda: hall.kiosk.target("print"), 90)
            hall.print_and_take()
            self.assertEqual(len(hall.printer.sheets()), 1)

    def test_a_person_never_seen_is_told_why(self):
        with Hall() as hall:
            hall.central.stop()
            hall.reader.lay("02")
            hall.kiosk.wait_for("fault")


if __name__ == "__main__":
    unittest.main()
