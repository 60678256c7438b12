"""Truth under conflict, a row each of the table in kiosk/sync/README.md, with real parts: ce-central, kiosks without
their window, IPP printers, cables that can be cut, clerks at the console's own forms."""
import datetime
import json
import shutil
import sqlite3
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from conflict_rows import Rows  # noqa: E402
from hall_of_faults import ROOT, until  # noqa: E402


class Conflicts(Rows):
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
        self.assertEqual(kiosk.years_of_central(person)[year][2:], ["printable", number])
        self.revoke(number)
        now = kiosk.years_of_central(person)
        self.assertNotEqual(now[year][2], "printable")
        kiosk.visit(person)
        self.assertTrue(kiosk.print(number).startswith("failed"), "the old number is never printed any more")
        kiosk.offline()
        kept = kiosk.years(person)
        self.assertEqual((kept["from"], kept[year]), ("cache", now[year]), "as central said last")
        kiosk.online()
        self.settled(kiosk)

    def test_3_progress_was_corrected(self):
        # A record that waits for HRSS comes to count, and it is all that the year is short of.
        (record, person, year, region) = self.rows(
            "SELECT r.id, p.id_number, s.year, p.region FROM learning_records r JOIN professionals p ON p.id = r.professional "
            "JOIN yearly_standings s ON s.professional = p.id AND s.year = CAST(substr(r.end_day, 1, 4) AS INTEGER) WHERE r.review = "
            "'pending_hrss' AND r.assessment = 'pass' AND s.state = 'incomplete' AND s.total_missing BETWEEN 1 AND r.units AND "
            "r.review_region = p.region ORDER BY r.id LIMIT 1")[0]
        kiosk, year = self.hall.kiosk("progress"), str(year)
        before = kiosk.years_of_central(person)
        self.assertEqual(before[year][1], "incomplete")
        kiosk.offline()
        self.clerk(region).decide(record, "approve")
        kept = kiosk.years(person)
        self.assertEqual((kept["from"], kept[year]), ("cache", before[year]), "as central said last, with its date")
        kiosk.online()
        after = kiosk.years_of_central(person)
        self.assertEqual(after[year][1], "complete")
        kiosk.offline()
        kept = kiosk.years(person)
        self.assertEqual((kept["from"], kept[year]), ("cache", after[year]), "and not what it said before")
        kiosk.online()
        self.settled(kiosk)

    def test_4_the_rules_changed_in_mid_year(self):
        kiosk, person = self.hall.kiosk("rules"), self.hall.person()
        before = kiosk.years_of_central(person)
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
            after = kiosk.years_of_central(person)
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
        # What central said before is in the image still, with a grant that the copy used which is gone.
        until("central confirms the new ledger", lambda: kiosk.boot() not in ("another", ""))
        kiosk.offline()
        kiosk.visit(second)
        self.assertEqual(kiosk.print(number), "failed grant_needed")
        kiosk.online()
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

    def test_6_a_kiosk_begins_anew_with_a_wrong_clock_and_without_network(self):
        kiosk, first, second, third = self.hall.kiosk("anew", clock_hours=26), *(self.hall.person() for _ in range(3))
        numbers = [kiosk.visit(person)[0] for person in (first, second, third)]
        kiosk.offline()
        kiosk.kill()
        kiosk.start()  # the program alone: by this start of the machine central's time is known
        kiosk.visit(first)
        said = kiosk.print(numbers[0])
        self.assertTrue(said.startswith("sent_to_printer"), f"its grant holds by central's time, not by a clock a day ahead: {said}")
        # The machine itself: its own clock says that the grant of a day has ended, and nobody there can know better.
        kiosk.kill()
        kiosk.forget_boot()
        kiosk.start()
        kiosk.visit(second)
        self.assertEqual(kiosk.print(numbers[1]), "failed ledger_unconfirmed")
        kiosk.online()
        kiosk.years_of_central(third)
        kiosk.visit(third)
        self.assertTrue(kiosk.print(numbers[2]).startswith("sent_to_printer"))
        self.settled(kiosk)
        rows = [row for row in self.hall.register() if row["kiosk"] == "anew"]
        self.assertEqual(len(rows), 2)
        for row in rows:
            at = datetime.datetime.fromisoformat(row["requested_at"].replace("Z", "+00:00"))
            self.assertLess(abs(at - datetime.datetime.now(datetime.timezone.utc)), datetime.timedelta(hours=1))

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
        self.bring_back(backup)
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


class Numbers(Rows):
    """A hall of its own: after row 7 no grant is given for as long as one that was forgotten may still print."""

    people = 160

    def refused(self, *words):
        """What ce-admin says where it does not do it."""
        with self.assertRaises(AssertionError) as said:
            self.hall.central.admin(*words)
        return str(said.exception)

    def test_8_numbers_that_yesterdays_backup_does_not_know(self):
        central = self.hall.central
        (region, year) = self.rows("SELECT issuing_region, year FROM yearly_standings WHERE state = 'ready' GROUP BY issuing_region, year "
                              "ORDER BY COUNT(*) DESC LIMIT 1")[0]
        (printed, person), (other, _) = self.rows(
            "SELECT s.professional, p.id_number FROM yearly_standings s JOIN professionals p ON p.id = s.professional WHERE s.state = "
            "'ready' AND s.issuing_region = ? AND s.year = ? ORDER BY p.id LIMIT 2", region, year)
        clerk, kiosk = self.clerk(region), self.hall.kiosk("heard-late")
        self.settled(kiosk)
        backup = self.hall.folder / "before-numbers.db"
        central.admin("backup", backup)
        self.assertIn("已核发 1 张", clerk.issue(printed, year))
        number = self.number_of(printed, year)
        kiosk.visit(person)
        code = kiosk.code(number)
        self.assertTrue(kiosk.print(number).startswith("sent_to_printer"))
        self.settled(kiosk)
        self.assertEqual([kiosk.verify(number), kiosk.verify(code)], ["证书有效", "证书真实有效"])
        kiosk.offline()
        self.bring_back(backup)
        # A number that is on somebody's sheet could be given out again: nothing is, until every kiosk was heard.
        self.assertEqual(self.verdict(number), "unknown")
        self.assertIn("暂停发证", clerk.issue(other, year))
        self.assertIn("heard-late", self.refused("numbers", "resume", "--reason", "已核对"))
        kiosk.online()
        until("a sheet of a certificate that is lost", lambda: self.about(number).get("lost") == "printed", 60)
        until("all of its ledger", lambda: "heard-late" not in self.unheard(), 60)
        # The seeded province has kiosks that nobody plugged in; an operator says that they never will come.
        self.assertNotIn("heard-late", self.refused("numbers", "resume", "--reason", "已核对"))
        central.admin("numbers", "resume", "--reason", "已核对", "--skip", 5, "--unheard")
        self.settled(kiosk)
        self.assertIn("已核发 1 张", clerk.issue(other, year))
        next_one = self.number_of(other, year)
        self.assertEqual(next_one[:8], number[:8])
        self.assertEqual(int(next_one), int(number) + 6, "what was printed and five more were passed over")
        self.assertEqual(self.about(str(int(number) + 1))["lost"], "set_aside")
        self.assertEqual([kiosk.verify(number), kiosk.verify(code), kiosk.verify(int(number) + 1)], ["登记正在核对"] * 3)
        # Its holder gets another certificate, and the register keeps a line of the sheet.
        self.assertIn("已核发 1 张", clerk.issue(printed, year))
        another = self.number_of(printed, year)
        central.admin("numbers", "recorded", "--number", number, "--as", another)
        self.assertEqual(self.about(number)["lost"], "replaced")
        self.assertEqual([kiosk.verify(number), kiosk.verify(code)], ["已另发新证"] * 2)
        (line,) = [row for row in self.hall.register() if row["number"] == number]
        self.assertEqual((line["kiosk"], line["status"], line["successor"]), ("heard-late", "lost", another))

    def number_of(self, professional, year):
        ((number,),) = self.rows("SELECT number FROM certificates WHERE professional = ? AND year = ?", professional, year)
        return number

    def unheard(self):
        """Kiosks of which central does not have all since it came back."""
        return [kiosk for kiosk, in self.rows("SELECT k.id FROM kiosks k LEFT JOIN kiosk_health h ON h.kiosk = k.id WHERE "
                                              "COALESCE(h.delivered_ms, 0) <= (SELECT began_ms FROM change_epoch WHERE id = 1)")]


if __name__ == "__main__":
    unittest.main()
