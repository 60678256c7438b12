"""A visit from card to paper: what central, the screen, the printer and the register say agree."""
import contextlib
import hashlib
import json
import sqlite3
import unittest

from hall import Hall
from hall.process import run, wait_until


class Visit(unittest.TestCase):
    def test_card_progress_print_paper_home(self):
        with Hall(fill=self.with_a_seal, by_code=True) as hall:
            kiosk = hall.kiosk
            wait_until("the authority's seal", lambda: self.seals_at(kiosk) == 1)
            hall.reader.lay("03")
            kiosk.wait_for("progress")
            kiosk.press("print")
            kiosk.wait_for("print_preview")
            kiosk.press("print")
            kiosk.wait_for("take_paper", seconds=60)
            kiosk.press("taken")
            kiosk.wait_for("progress")
            self.assertIsNone(kiosk.target("print"), "a printed certificate is not offered again")
            kiosk.press("exit")
            kiosk.wait_for("take_card")
            hall.reader.lift()
            kiosk.wait_for("home")
            hall.forgets("03")

            sheets = hall.printer.sheets()
            self.assertEqual(len(sheets), 1)
            row = wait_until("the register's row", lambda: next(iter(hall.prints_of_kiosk()), None))
            self.assertEqual(len(hall.prints_of_kiosk()), 1)
            self.assertEqual(row["state"], "sent_to_printer")
            text = run("pdftotext", sheets[0], "-")
            self.assertIn(row["number"], text.replace(" ", ""))
            self.assertIn(row["blank_number"], text)
            self.assert_sheet_is_what_we_render(hall, sheets[0], row)

    @staticmethod
    def with_a_seal(central):
        """The visitor's certificate is another county's, whose authority has uploaded the picture of its seal."""
        central.seed(50)
        seal = central.folder / "seal.png"
        run("convert", "-size", "300x300", "xc:none", "-fill", "none", "-stroke", "#d01018c0", "-strokewidth", 12, "-draw",
            "circle 150,150 150,10", seal)
        central.admin("authority", "set", "--region", "440604", "--seal", seal)

    @staticmethod
    def seals_at(kiosk):
        """None before the store is made: the first screen is up while stores are opened."""
        with contextlib.suppress(sqlite3.OperationalError), \
                contextlib.closing(sqlite3.connect(f"file:{kiosk.state / 'seals.db'}?mode=ro", uri=True)) as database:
            return database.execute("SELECT count(*) FROM seal").fetchone()[0]
        return 0

    def assert_sheet_is_what_we_render(self, hall, sheet, row):
        """Same facts, same bytes: the spooled file is the certificate and nothing else."""
        shown = hall.central.get(f"/api/v1/certificates/{row['number']}")
        facts = {"number": row["number"], "name": hall.card("03")["name"], "year": shown["year"],
                 "authority": shown["authority"], "issue_date": shown["issue_date"],
                 "blank_number": row["blank_number"], "verify_url": hall.code_on(sheet)}
        self.assertTrue(facts["verify_url"].startswith(f"{hall.central.url}/v/"))
        proved = json.loads(hall.central.admin("token", "verify", "--json", "--name", facts["name"], facts["verify_url"]))
        self.assertEqual((proved["verdict"], proved["number"], proved["name_matches"]), ("genuine", row["number"], True))
        data = hall.folder / "cert.json"
        data.write_text(json.dumps(facts), encoding="utf-8")
        ours = hall.folder / "ours.pdf"
        hall.central.admin("certificate", "render", "--data", data, "--out", ours, "--seal",
                           hall.central.folder / "seal.png")
        digest = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (ours, sheet)]
        self.assertEqual(digest[0], digest[1])


if __name__ == "__main__":
    unittest.main()
