"""Truth under conflict, a row each of the table in kiosk/sync/README.md, with real parts: ce-central, kiosks without
their window, IPP printers, cables that can be cut, clerks at the console's own forms."""
import datetime
import json
import shutil
import sqlite3
import sys
import unittest
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from clerk import Clerk  # noqa: E402
from hall_of_faults import BIN, ROOT, Faults, until  # noqa: E402


class Conflicts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hall = Faults()
        cls.clerks = {}

    @classmethod
    def tearDownClass(cls):
        cls.hall.close()

    def settled(self, kiosk):
        self.assertEqual(kiosk.quiet(), [])
        self.assertEqual(self.hall.compare(kiosk), [])

    def revoke(self, number):
        """By its own issuing authority (article 14)."""
        region = number[:6]  # 44, city, county
        if region not in self.clerks:
            self.clerks[region] = Clerk(self.hall.central, region)
        self.clerks[region].revoke(number)

    def verdict(self, number):
        with urllib.request.urlopen(f"{self.hall.central.url}/api/v1/certificates/{number}", timeout=10) as answer:
            return json.load(answer)["state"]

    def test_1_revoked_while_the_kiosk_was_offline(self):
        kiosk, held, asked = self.hall.kiosk("revoked"), self.hall.person(), self.hall.person()
        (number, *_), (other, *_) = kiosk.visit(held), kiosk.visit(asked)
        kiosk.offline()
        self.revoke(number)
        self.revoke(other)
        # With a live grant the sheet comes out: nobody there can know. The register holds it, and it proves nothing.
        self.assertIn(number, kiosk.visit(held))
        said = kiosk.print(number)
        self.assertTrue(said.startswith("sent_to_printer"), said)
        kiosk.online()
        self.settled(kiosk)
        self.assertEqual(self.verdict(number), "revoked")
        # As soon as central can be asked it is refused, whatever was remembered.
        self.assertNotIn(other, kiosk.visit(asked))
        self.assertTrue(kiosk.print(other).startswith("failed"))

    def test_2_the_holder_of_a_grant_died(self):
        dead, alive, person = self.hall.kiosk("dead"), self.hall.kiosk("alive"), self.hall.person()
        (number, *_) = dead.visit(person)
        dead.kill()
        alive.visit(person)
        self.assertEqual(alive.print(number), "failed grant_held")
        self.assertEqual(alive.printer.sheets(), [])
        # It comes back and prints itself; then the other one knows.
        dead.start()
        self.assertIn(number, dead.visit(person))
        self.assertTrue(dead.print(number).startswith("sent_to_printer"))
        self.settled(dead)
        self.assertNotIn(number, alive.visit(person))
        self.settled(alive)

    def test_3_a_certificate_is_void_and_its_year_open_again(self):
        kiosk, person = self.hall.kiosk("corrected"), self.hall.person()
        number = kiosk.visit(person)[0]
        year = "20" + number[6:8]  # 44, city, county, year
        self.assertEqual(kiosk.years(person)[year][2:], ["printable", number])
        self.revoke(number)
        now = kiosk.years(person)
        self.assertNotEqual(now[year][2], "printable")
        kiosk.visit(person)
        self.assertTrue(kiosk.print(number).startswith("failed"), "the old number is never printed any more")
        kiosk.offline()
        kept = kiosk.years(person)
        self.assertEqual((kept["from"], kept[year]), ("cache", now[year]), "as central said last")
        kiosk.online()
        self.settled(kiosk)

    def test_4_the_rules_changed_in_mid_year(self):
        kiosk, person = self.hall.kiosk("rules"), self.hall.person()
        before = kiosk.years(person)
        (number, *_) = kiosk.visit(person)
        rules = self.hall.folder / "changed"
        shutil.copytree(ROOT / "config", rules)
        pack = rules / "rules" / "GD2021.toml"
        pack.write_text(pack.read_text(encoding="utf-8").replace("public = 30 ", "public = 40 ")
                        .replace("total = 90", "total = 100"), encoding="utf-8")
        central = self.hall.central
        central.stop()
        central.config_dir = rules
        central.start()
        try:
            after = until("central back", lambda: kiosk.years(person) if kiosk.years(person) != "fault" else None)
            self.assertEqual(after["from"], "central")
            year = "20" + number[6:8]  # 44, city, county, year
            self.assertEqual(after[year][2:], before[year][2:], "what is issued stays, and may be printed")
            self.assertTrue(kiosk.print(number).startswith("sent_to_printer"))
            self.settled(kiosk)
        finally:
            central.stop()
            central.config_dir = ROOT / "config"
            central.start()

    def listed(self, kiosk):
        return [line for line in self.hall.central.admin("kiosk", "list").splitlines() if line.startswith(kiosk + " ")][0]

    def test_5_a_kiosk_restored_from_an_old_image(self):
        kiosk, first, second, third = self.hall.kiosk("image"), *(self.hall.person() for _ in range(3))
        kiosk.visit_and_print(first)
        (number, *_) = kiosk.visit(second)  # its grant lies in the image as well
        self.settled(kiosk)
        kiosk.kill()
        kiosk.image("monday")
        kiosk.start()
        kiosk.visit_and_print(second)
        self.settled(kiosk)
        kiosk.kill()
        newest = kiosk.ledger()
        kiosk.restore_image("monday")
        kiosk.forget_boot()
        kiosk.offline()
        kiosk.start()
        # Without network nobody can know, so nothing is printed by what the image remembers.
        self.assertIn(number, kiosk.visit(second))
        self.assertEqual(kiosk.print(number), "failed ledger_unconfirmed")
        kiosk.online()
        # An old disk may be a second machine as well: it is let in when somebody has looked.
        until("central cuts it off", lambda: "cut off" in self.listed("image"))
        self.hall.central.admin("kiosk", "answer", "--id", "image", "--as", "restored")
        until("the kiosk notices", lambda: kiosk.ledger_line()[0] == "outdated")
        self.assertEqual(kiosk.ledger_line()[4], "ledger_outdated")
        kiosk.visit(third)
        self.assertTrue(kiosk.print(kiosk.visit(third)[0]).startswith("failed ledger_outdated"))
        until("central notices", lambda: "outdated" in self.listed("image"))
        self.assertEqual(len(kiosk.printer.sheets()), 2)
        # Staff look at the paper: what the image knows nothing of is gone, the next sheet bears 3.
        self.assertTrue(kiosk.lines.ask("accept 1").startswith("refused"), "a number that is gone")
        self.assertEqual(kiosk.lines.ask("accept 3"), "accepted")
        kiosk.visit_and_print(third)
        self.assertEqual(kiosk.quiet(), [])
        rows = [row for row in self.hall.register() if row["kiosk"] == "image"]
        self.assertEqual(sorted(row["blank_number"] for row in rows), [f"IMAGE-{n:06}" for n in (1, 2, 3)])
        self.assertEqual({row["state"] for row in rows}, {"sent_to_printer"})
        self.assertEqual(len({row["number"] for row in rows}), 3)
        self.assertLessEqual({row["id"] for row in newest}, {row["print"] for row in rows})
        self.assertEqual(kiosk.ledger_line()[0], "sound")

    def test_6_clocks_apart_by_a_year_and_a_day(self):
        for name, hours in (("early", -366 * 24), ("late", 24)):
            with self.subTest(name):
                kiosk, later = self.hall.kiosk(name, clock_hours=hours), self.hall.person()
                kiosk.visit_and_print(self.hall.person())
                kiosk.visit(later)
                kiosk.offline()
                kiosk.visit_and_print(later)  # by the grant that came with the query
                kiosk.online()
                self.settled(kiosk)
                rows = [row for row in self.hall.register() if row["kiosk"] == name]
                self.assertEqual(len(rows), 2)
                for row in rows:
                    at = datetime.datetime.fromisoformat(row["requested_at"].replace("Z", "+00:00"))
                    off = abs(at - datetime.datetime.now(datetime.timezone.utc))
                    self.assertLess(off, datetime.timedelta(hours=1), "dated by central's time")

    def test_7_central_restored_from_yesterday(self):
        kiosk, central = self.hall.kiosk("restored"), self.hall.central
        kiosk.visit_and_print(self.hall.person())
        self.settled(kiosk)
        backup = self.hall.folder / "yesterday.db"
        central.admin("backup", backup)
        for _ in range(2):
            kiosk.visit_and_print(self.hall.person())
        self.settled(kiosk)
        kiosk.offline()
        central.stop()
        for file in Path(central.store.location).parent.glob(Path(central.store.location).name + "*"):
            file.rename(file.with_name("lost-" + file.name))
        central.admin("restore", backup)
        central.start()
        self.assertNotEqual(self.hall.compare(kiosk), [], "yesterday's register knows nothing of today")
        kiosk.online()
        until("the events are asked for again", lambda: self.hall.compare(kiosk) == [], 60)
        self.settled(kiosk)
        rows = [row["print"] for row in self.hall.register()]
        self.assertEqual(len(rows), len(set(rows)))
        with sqlite3.connect(f"file:{central.store.location}?mode=ro", uri=True) as database:
            (noted,) = database.execute("SELECT detail FROM kiosk_notes WHERE kiosk = 'restored' AND "
                                        "kind = 'events_reopened'").fetchone() or ("",)
        self.assertTrue(noted.startswith("4 after event "), noted)


if __name__ == "__main__":
    unittest.main()
