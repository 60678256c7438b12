"""From the console to the paper: HRSS issues in Chromium, the person prints at the kiosk, register and public page agree."""
import datetime
import sys
import unittest
from pathlib import Path

from hall import Hall
from hall.process import wait_until

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "web"))

import browser as browsers  # noqa: E402

FIRST, OWN = "first-password-26", "kapok-in-bloom-26"
REGION = "440513"  # of demo person 06, whose year is complete and whose certificate was revoked


class Issued(unittest.TestCase):
    def test_issued_in_the_console_and_printed_at_the_kiosk(self):
        with Hall() as hall, browsers.chromium() as browser:
            self.open_account(hall)
            self.sign_in(hall, browser)
            self.issue(hall, browser)
            row = self.print_at_the_kiosk(hall)
            browser.open(f"{hall.central.url}/console/registers")
            self.assertIn(row["number"], browser.text("main").replace(" ", ""))
            browser.open(hall.central.verify_url(row["number"]))
            self.assertIn("证书有效", browser.text("main"))

    @staticmethod
    def open_account(hall):
        password = hall.folder / "password"
        password.write_text(FIRST + "\n", encoding="utf-8")
        hall.central.admin("account", "create", "--login", "chaoyang.hrss", "--name", "经办人", "--role", "hrss",
                           "--region", REGION, "--password-file", password)

    def sign_in(self, hall, browser):
        browser.open(hall.central.url + "/console/sign-in")
        browser.fill(login="chaoyang.hrss", password=FIRST)
        browser.press("main button")
        browser.fill(old=FIRST, new=OWN, again=OWN)  # nobody else's password serves beyond the first time
        browser.press("main form button")

    def issue(self, hall, browser):
        browser.open(f"{hall.central.url}/console/issuing?year={datetime.date.today().year}")
        rows = [row for row in browser.all("tr[data-row]") if "水务工程中心" in row.text]
        self.assertEqual(len(rows), 1, browser.text("main"))
        browser.tick(rows[0].find_element("css selector", "input[data-pick]"))
        browser.press('button[value="picked"]')
        self.assertIn("已核发 1 张证书", browser.text(".notice"))

    def print_at_the_kiosk(self, hall):
        kiosk = hall.kiosk
        hall.reader.lay("06")
        kiosk.wait_for("progress")
        kiosk.press("print")
        kiosk.wait_for("print_preview")
        kiosk.press("print")
        kiosk.wait_for("take_paper", seconds=60)
        kiosk.press("taken")
        self.assertEqual(len(hall.printer.sheets()), 1)
        return wait_until("the register's row", lambda: next(iter(hall.prints_of_kiosk()), None))


if __name__ == "__main__":
    unittest.main()
