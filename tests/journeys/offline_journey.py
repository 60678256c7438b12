"""Central is gone: the kiosk serves from its cache with a date, prints, and delivers when central is back."""
import signal
import sqlite3
import unittest

from hall import Hall
from hall.process import run, wait_until


def tear_beyond_opening(file):
    """A page in the middle of a store that is larger than what is read through while opening it."""
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE room (x BLOB)")
        database.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000) "
                         "INSERT INTO room SELECT zeroblob(3000) FROM n")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    with open(file, "r+b") as torn:
        torn.seek(9 << 20)
        torn.write(b"Z" * 2048)


class Offline(unittest.TestCase):
    def test_the_network_is_pulled_in_mid_visit(self):
        """The demonstration: asked online, pulled, printed by the grant in hand, kiosk switched off and on, plugged back."""
        with Hall() as hall:
            wait_until("what central set to be taken up at home",
                       lambda: '"from":"central"' in hall.kiosk.program.log.read_text(encoding="utf-8"))
            hall.reader.lay("03")
            hall.kiosk.wait_for("progress")
            self.assertFalse(hall.kiosk.seen().get("as_of"), "central has just been asked")
            hall.central.stop()
            hall.print_and_take()
            self.assertIsNone(hall.kiosk.target("print"), "printed once is printed, online or not")
            hall.leave()
            self.assertEqual(len(hall.printer.sheets()), 1)
            self.assertEqual(hall.prints_of_kiosk(), [])

            hall.reader.lay("03")
            hall.kiosk.wait_for("progress")
            self.assertTrue(hall.kiosk.seen().get("as_of"), "old data say how old they are")
            self.assertIsNone(hall.kiosk.target("print"))
            hall.leave()

            # Power goes and a page of the cache is torn: it is begun anew behind the first screen, the ledger stays.
            hall.kiosk.program.kill()
            tear_beyond_opening(hall.kiosk.state / "cache.db")
            hall.kiosk.start()
            hall.kiosk.wait_for("home")
            wait_until("the torn cache set aside", lambda: list(hall.kiosk.state.glob("cache.db.damaged-*")))
            hall.reader.lay("03")
            hall.kiosk.wait_for("fault")
            hall.reader.lift()

            hall.central.start()
            rows = wait_until("the delivery", lambda: [row for row in hall.prints_of_kiosk()
                                                       if row["state"] == "sent_to_printer"], 90)
            self.assertEqual(len(rows), 1)
            (sheet,) = hall.printer.sheets()
            self.assertIn(rows[0]["number"], run("pdftotext", sheet, "-").replace(" ", ""))

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

    def test_central_falls_silent_and_no_screen_does(self):
        """Central takes every question and answers none: each screen stays alive, and what is kept is shown in the end."""
        at_once = 5  # seconds; nothing that is pressed may hang for longer
        with Hall() as hall:
            hall.reader.lay("03")
            hall.kiosk.wait_for("progress")
            hall.leave()

            hall.central.program.signal(signal.SIGSTOP)
            self.addCleanup(hall.central.program.signal, signal.SIGCONT)
            hall.reader.lay("03")
            hall.kiosk.wait_for("searching")
            hall.kiosk.press("exit", seconds=at_once)
            hall.kiosk.wait_for("take_card", "home", seconds=at_once)
            hall.reader.lift()
            hall.kiosk.wait_for("home")

            hall.reader.lay("03")
            hall.kiosk.wait_for("progress")
            self.assertTrue(hall.kiosk.seen().get("as_of"), "old data say how old they are")
            hall.kiosk.press("print", seconds=at_once)
            hall.kiosk.wait_for("print_preview", seconds=at_once)
            hall.kiosk.press("print")
            hall.kiosk.wait_for("take_paper", seconds=60)
            hall.kiosk.press("taken")
            hall.kiosk.wait_for("progress")
            hall.leave()

            hall.central.program.signal(signal.SIGCONT)
            wait_until("the delivery", hall.prints_of_kiosk, 90)
            self.assertEqual(len(hall.printer.sheets()), 1)

    def test_a_person_never_seen_is_told_why(self):
        with Hall() as hall:
            hall.central.stop()
            hall.reader.lay("02")
            hall.kiosk.wait_for("fault")


if __name__ == "__main__":
    unittest.main()
