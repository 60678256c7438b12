"""Every page of the console for every role: no accessibility finding, nothing from elsewhere, nothing that a page's
policy had to stop, a picture of each (CE_PICTURES=DIRECTORY) on a desk and on a phone, light and dark."""
import json
import os
import pathlib
import re
import time
import unittest
import urllib.request

import axe
import browser as browsers
from console import PEOPLE, YEAR, Console, people_file, registration_file

PAGES = {
    None: ["/console/sign-in", "/verify", "/verify?number=44010624000001", "/verify?number=123", "/v/" + "AEUAOFL5YEAAAGAG" * 10],
    PEOPLE[0][0]: ["/console/password", "/console/nowhere", "/console/year", "/console/year/kiosk", "/console/records", "/console/register", "/console/register/training",
                   "/console/register/achievement", "/console/register/degree"],
    "gz-base": ["/console/register", "/console/register/training", "/console/imports"],
    "th-design": ["/console/password", "/console/nowhere", "/console/review", "/console/register/lecture"],
    "th-agency": ["/console/review"],
    "th-industry": ["/console/review"],
    "th-hrss": ["/console/review", "/console/kiosks", "/console/kiosks/GZ-TH-01", "/console/kiosks/GZ-TH-01/settings/sound",
                "/console/kiosks/GZ-TH-01/settings/hours", "/console/kiosk-settings/3", "/console/accounts", "/console/accounts/new", "/console/accounts/query-password", "/console/audit",
                "/console/issuing", "/console/issuing/authority", "/console/approvals", "/console/certificates", "/console/registers", "/console/people", "/console/people/new", "/console/people/imports",
                "/console/people/900001", "/console/people/900001/edit", "/console/people/900001/number", "/console/units", "/console/units/new",
                "/console/units/employer/900001", "/console/units/employer/900001/edit"],
    "gd-hrss": ["/console/review", "/console/issuing", "/console/registers", "/console/units?kind=institution",
                "/console/units/institution/900001"],
    "ops": ["/console/units?kind=talent_agency", "/console/kiosks", "/console/kiosks/GZ-TH-01",
            "/console/kiosks/GZ-TH-01/logs/00000000-0000-4000-8000-000000000010",
            "/console/kiosks/GZ-TH-01/logs/00000000-0000-4000-8000-000000000011", "/console/kiosks/GZ-TH-01/settings/program", "/console/sites", "/console/accounts", "/console/audit", "/console/audit/held"],
}

LEVELS = ("info", "warning", "error")
EVENTS = ("visit_started", "card_read", "print_step", "reader_lost", "outbox_delivered")

# Forms that are sent with nothing typed into them: each comes back saying what is wrong. Behind "of" the first one that a list
# leads to; behind a blank the button.
FORM = "main form[method=post] button"
FORMS = {
    None: ["/console/sign-in"],
    PEOPLE[0][0]: ["/console/password", "/console/register/training", "/console/register/achievement"],
    "gz-base": ["/console/register/training", "/console/imports"],
    "th-design": ["of /console/review button[value=return]", "/console/register/lecture"],
    "th-hrss": ["/console/people/new", "/console/people/imports", "/console/units/new", "/console/accounts/new",
                "/console/people/900001/edit", "/console/people/900001/number", "/console/units/employer/900001/edit",
                "/console/accounts/query-password", "/console/issuing/authority", "/console/certificates/{valid} button[value=revoke]",
                "of /console/approvals button[value=refuse]", "of /console/accounts?role=employer button[value=reset]",
                "/console/kiosks/GZ-TH-01/settings/idle", "/console/issuing?year={year} button[value=picked]"],
    "ops": ["/console/sites", "/console/kiosks/GZ-TH-01 button[value=log]"],
}
# Whom it is about stays ticked. Where there is nothing to be typed, nothing is chosen.
EMPTIED = """
const form = arguments[0].form;
const typed = form.querySelectorAll("input:not([type=hidden]):not([type=radio]):not([type=checkbox]), textarea");
for (const it of typed) it.value = "";
if (!typed.length) for (const it of form.querySelectorAll("select")) it.selectedIndex = -1;
form.querySelector("input[data-pick]")?.click();
form.noValidate = true;
"""

# What is there to be pressed or filled in and that keys do not reach, or reach out of turn.
NOT_BY_KEYS = """
const found = [];
for (const it of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
  if (it.disabled || !it.checkVisibility({checkVisibilityCSS: true}) || !it.getClientRects().length) continue;
  it.focus({preventScroll: true});
  if (document.activeElement !== it || it.tabIndex !== 0) found.push(it.outerHTML.slice(0, 120));
}
document.activeElement.blur();
return found.slice(0, 3);
"""

# Where two lines of text of one row of a table lie upon each other.
TEXTS_UPON_EACH_OTHER = """
const found = [];
for (const row of document.querySelectorAll("tbody tr")) {
  const lines = [];
  const walk = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (!node.data.trim() || node.parentElement.closest(".unseen")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 3 || box.height < 3) continue;
      for (const other of lines) {
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (wide > 3 && high > 6) found.push(node.data.trim() + " upon " + other.text);
      }
      lines.push({box, text: node.data.trim()});
    }
  }
}
return found.slice(0, 3);
"""


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.console = Console()
        cls.addClassCleanup(cls.console.close)
        chromium = browsers.chromium()
        cls.browser = chromium.__enter__()
        cls.addClassCleanup(chromium.__exit__, None, None, None)
        axe.lay_in(cls.browser)
        cls.job = cls.bring(cls, "gz-base", "/console/imports", registration_file(cls.console.folder / "三月.csv"))
        cls.people_job = cls.bring(cls, "th-hrss", "/console/people/imports", people_file(cls.console.folder / "人员.csv"))
        cls.returned = cls.return_a_record(cls)
        cls.note_jobs(cls)
        cls.note_logs(cls)

    def bring(self, login, page, file):
        """Uploads a file and waits until it is worked off; the address of its page."""
        b = self.browser
        self.console.sign_in(b, login)
        b.open(self.console.url + page)
        b.find('[name="file"]').send_keys(str(file))
        b.press("main form button")
        b.wait(lambda: not b.all("[data-job]"), "the file was never registered")
        return b.driver.current_url

    def return_a_record(self):
        """The employer returns one of the first person's; its address."""
        b = self.browser
        self.console.sign_in(b, "th-design")
        b.open(self.console.url + "/console/review")
        row = next(row for row in b.all("tr[data-row]") if PEOPLE[0][1] in row.text)
        b.open(row.find_element("css selector", "th a").get_attribute("href"))
        address = b.driver.current_url
        b.fill(reason="学时与证明材料不符，请核对")
        b.press("button[value=return]")
        return address

    def note_jobs(self):
        """Orders and files as they stand after, or while, they are worked off; what is running was heard of just now."""
        ids = [f"00000000-0000-4000-8000-00000000000{n}" for n in range(5)]
        account = self.console.store.column("SELECT id FROM accounts WHERE login = 'th-hrss'")[0]
        self.console.store.change(
            "INSERT INTO issuing_jobs (id, account, region, year, issue_day, state, said, done, total, issued, refused, created_ms,"
            " ended_ms) VALUES "
            f"('{ids[0]}', '{account}', '440106', 2024, '2025-01-06', 'done', '', 97, 97, 96, 1, 1736121600000, 1736121660000), "
            f"('{ids[1]}', '{account}', '440106', 2023, '2024-01-08', 'failed', '', 40, 97, 40, 0, 1704672000000, 1704672060000)")
        self.console.store.change(f"INSERT INTO issuing_job_refusals (job, professional, why) VALUES ('{ids[0]}', 900002, '选修科目学时不足')")
        self.console.store.change(
            "INSERT INTO register_jobs (id, account, format, region, kiosk, whole_names, state, said, done, total, created_ms, "
            f"heard_ms, ended_ms) VALUES ('{ids[2]}', '{account}', 'xlsx', '440106', '', 1, 'done', '', 123456, 123456, 1736121600000, NULL, 9999999999999), "
            f"('{ids[3]}', '{account}', 'pdf', '440106', '', 1, 'running', '', 3000, 123456, 1736121600000, 9999999999999, NULL), "
            f"('{ids[4]}', '{account}', 'pdf', '440106', '', 1, 'refused', '名册超过 200000 行，请按地区、年度或日期缩小范围，或用 XLSX', 0, 0, "
            "1736121500000, NULL, 9999999999999)")
        self.jobs = ["/console/issuing/batches/" + one for one in ids[:2]] + ["/console/registers/files/" + one for one in ids[2:]]
        site = self.console.store.column("SELECT MIN(id) FROM institutions WHERE approved_online = 1")[0]
        self.console.admin("site", "enrol", "--institution", site, "--key-file", self.console.folder / "site.key")

    def note_logs(self):
        """A kiosk's logs as they were asked for: one that came, one without lines, one that is waited for, one that never came."""
        account = self.console.store.column("SELECT id FROM accounts WHERE login = 'ops'")[0]
        now = int(time.time() * 1000)
        lines = [json.dumps({"time": f"2026-03-01T06:{n // 60 % 60:02}:{n % 60:02}.120Z", "level": LEVELS[n % 7 // 3], "event": EVENTS[n % len(EVENTS)],
                             **({"why": "printer_out_of_paper: the tray at the left has none", "attempt": n} if n % 3 == 0 else {})})
                 for n in range(300)]
        for n, (received, problem, log, ago) in enumerate((
                (now - 60_000, "", "\n".join(lines) + "\n", 120_000),
                (now - 3_600_000, "终端读不到日志文件 /var/log/ce-kiosk/kiosk.log", "", 3_700_000),
                ("NULL", "", "", 30_000), ("NULL", "", "", 200_000_000))):
            self.console.store.change(
                "INSERT INTO kiosk_logs (id, kiosk, hours, account, asked_ms, received_ms, left_out, problem, bytes, log) VALUES "
                f"('00000000-0000-4000-8000-00000000001{n}', 'GZ-TH-01', 24, '{account}', {now - ago}, {received}, {n % 2}, "
                f"'{problem}', {len(log)}, '{log}')")

    def look_at(self, name, address, sizes=("desk", "phone")):
        """What is wrong with a page; with the one that is open where there is no address."""
        b = self.browser
        wrong = []
        if address:
            b.open(address)
        for where in ("desk", "phone") if "CE_PICTURES" in os.environ else sizes:
            size = browsers.DESKTOP if where == "desk" else browsers.PHONE
            # Both sizes and both schemes; all four for pictures.
            for dark in (False, True) if "CE_PICTURES" in os.environ else (where == "phone",):
                b.look_like(size, dark)
                wrong += [f"{where} {'dark' if dark else 'light'}: {one}" for one in axe.violations(b)]
                if "CE_PICTURES" in os.environ:
                    scheme = "dark" if dark else "light"
                    b.picture(pathlib.Path(os.environ["CE_PICTURES"]) / f"{name}-{where}-{scheme}.png")
                width = b.driver.execute_script("return document.documentElement.scrollWidth")
                if width > size[0]:
                    wrong.append(f"{where}: {width} px wide, it scrolls sideways")
            wrong += [f"{where}: {one}" for one in b.driver.execute_script(TEXTS_UPON_EACH_OTHER)]
            wrong += [f"{where}: no key reaches {one}" for one in b.driver.execute_script(NOT_BY_KEYS)]
        noise = [entry["message"] for entry in b.driver.get_log("browser")
                 if "favicon" not in entry["message"] and "the server responded with a status" not in entry["message"]]
        return wrong + noise

    def test_every_page(self):
        for login, pages in PAGES.items():
            self.browser.look_like()
            if login:
                self.console.sign_in(self.browser, login)
            else:
                self.browser.driver.delete_all_cookies()
            addresses = [self.console.url + path for path in (["/console"] if login else []) + pages]
            if login == "gz-base":
                addresses += [self.job, self.returned, self.returned + "/edit"]
            if login == PEOPLE[0][0]:
                addresses.append(self.returned + "/edit")
            if login == "ops":
                self.browser.open(self.console.url + "/console/accounts?role=industry_authority")
                rows = [row for row in self.browser.all("tr[data-row]") if "th-industry" in row.text]
                addresses.append(rows[0].find_element("css selector", "th a").get_attribute("href"))
                self.browser.open(self.console.url + "/console/sites")
                addresses.append(self.browser.find("tr[data-row] th a").get_attribute("href"))
            if login == "th-hrss":
                addresses += [self.people_job, *(self.console.url + path for path in self.jobs)]
                addresses.append(self.returned)
                for listed in ("/console/accounts", "/console/registers", "/console/kiosks", "/console/approvals"):
                    self.browser.open(self.console.url + listed)
                    addresses.append(self.browser.all("tr[data-row] th a")[-1].get_attribute("href"))
            if login == "th-design":
                self.browser.open(self.console.url + "/console/review")
                addresses.append(self.browser.find("tbody th a").get_attribute("href"))
            for place, address in enumerate(addresses):
                with self.subTest(login=login, address=address):
                    name = f"{login or 'public'}-{place:02d}-" + address.rsplit("/", 1)[1].split("?")[0][:20]
                    self.assertEqual(self.look_at(name, address), [])

    def test_forms_that_come_back(self):
        b = self.browser
        store = self.console.store
        valid = store.column("SELECT MIN(number) FROM certificates WHERE revoked_ms IS NULL AND region = '440106'")[0]
        someone, was = store.column("SELECT professional || ' ' || state FROM yearly_standings WHERE issuing_region = '440106' "
                                    f"AND year = {YEAR} LIMIT 1")[0].split(" ")
        theirs = f"WHERE professional = {someone} AND year = {YEAR}"
        store.change(f"UPDATE yearly_standings SET state = 'ready' {theirs}")
        self.addCleanup(store.change, f"UPDATE yearly_standings SET state = '{was}' {theirs}")
        for login, forms in FORMS.items():
            b.look_like()
            if login:
                self.console.sign_in(b, login)
            else:
                b.driver.delete_all_cookies()
            for told in forms:
                with self.subTest(login=login, form=told):
                    b.look_like()
                    path, _, button = told.format(valid=valid, year=YEAR).removeprefix("of ").partition(" ")
                    b.open(self.console.url + path)
                    if told.startswith("of "):
                        b.open(b.find("tr[data-row] th a").get_attribute("href"))
                    b.driver.execute_script(EMPTIED, b.find(button or FORM))
                    picked = "picked" in button
                    self.assertEqual(len(b.all("input[data-pick]:checked")), picked)
                    b.press(button or FORM)
                    self.assertTrue(b.all("[aria-invalid=true], .faults, .notice.bad"), "it does not say what is wrong")
                    self.assertIsNone(re.search(r"(\S+)：\s*\1：", b.text("main")), "a fault names its field twice")
                    self.assertNotIn("请求有误", b.text("main"))
                    if picked:
                        self.assertEqual(len(b.all("input[data-pick]:checked")), 1, "who was ticked is not any more")
                    name = f"wrong-{login or 'public'}-" + path.removeprefix("/console/").split("?")[0].replace("/", "-")
                    # Each of them has been looked at on a desk before it went wrong.
                    self.assertEqual(self.look_at(name, None, sizes=("phone",)), [])

    def test_what_the_public_is_told(self):
        """On a phone, for that is where it is asked: of certificates in force and void, by number, by name and by token."""
        b = self.browser
        store = self.console.store
        valid, blank = store.column("SELECT c.number || ' ' || p.blank_number FROM certificates c JOIN prints p ON p.certificate = c.number "
                                    "WHERE c.revoked_ms IS NULL AND p.blank_number <> '' AND p.outcome = 'confirmed' LIMIT 1")[0].split(" ", 1)
        void = store.column("SELECT MIN(number) FROM certificates c WHERE revoked_ms IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
                            "certificates o WHERE o.professional = c.professional AND o.year = c.year AND o.number <> c.number)")[0]
        b.driver.delete_all_cookies()
        for number, word in ((valid, "证书有效"), (void, "证书已撤销")):
            name = store.column(f"SELECT name FROM certificates WHERE number = '{number}'")[0]
            for typed, answer in ((None, word), ("不是此人", "姓名不一致"), (name, "姓名一致")):
                with self.subTest(word=word, answer=answer):
                    b.look_like(browsers.PHONE)
                    b.open(f"{self.console.url}/v/{number}")
                    if typed:
                        b.fill(name=typed)
                        b.press("form.name button")
                    self.assertIn(answer, b.text("main"))
                    self.assertEqual(blank in b.text("main"), (number, typed) == (valid, name), "N0 is for who knows the rest")
                    self.assertEqual(self.look_at(f"public-{word}-{answer}", None, sizes=("phone",)), [])
            with self.subTest(word=word, by="token"):
                address = self.printed_address(number)
                self.assertNotIn(number, address, "it has a token")
                b.open(address)
                self.assertIn(name, b.text("main"), "who holds the sheet sees what is printed on it")
                self.assertEqual(blank in b.text("main"), number == valid)
                self.assertEqual(self.look_at(f"public-{word}-token", None, sizes=("phone",)), [])

    def printed_address(self, number):
        """What that certificate's code leads to, as a kiosk is told it. Of a void one, as the sheet has it that was printed before."""
        store = self.console.store
        whose = store.column(f"SELECT p.id_number FROM professionals p JOIN certificates c ON c.professional = p.id WHERE c.number = '{number}'")[0]
        revoked = store.column(f"SELECT COALESCE(CAST(revoked_ms AS TEXT), 'NULL') FROM certificates WHERE number = '{number}'")[0]
        store.change(f"UPDATE certificates SET revoked_ms = NULL WHERE number = '{number}'")
        question = urllib.request.Request(
            self.console.url + "/api/v1/kiosk/person-queries",
            json.dumps({"version": 1, "id_number": whose, "proof": {"kind": "card"}}).encode(),
            {"Content-Type": "application/json", "X-Kiosk-Id": "GZ-TH-01", "Authorization": "Bearer web-kiosk-key-0123456789abcdef"})
        with urllib.request.urlopen(question, timeout=30) as answer:
            years = json.load(answer)["years"]
        store.change(f"UPDATE certificates SET revoked_ms = {revoked} WHERE number = '{number}'")
        return next(year["certificate"]["verify_url"] for year in years if year.get("certificate", {}).get("number") == number)

    def test_others_pages_and_records_are_refused(self):
        b = self.browser
        b.look_like()
        self.console.sign_in(b, "gz-base")
        for path in ("/console/review", "/console/accounts", "/console/audit", "/console/year"):
            b.open(self.console.url + path)
            self.assertEqual(b.fetch(self.console.url + path)["status"], 403, path)
        self.console.sign_in(b, "th-agency")
        b.open(self.console.url + "/console/records/1")
        self.assertIn("没有找到", b.text("h1"))
        b.open(self.job)
        self.assertNotIn("三月.csv", b.text("main"))

    def test_after_a_restore_the_first_page_says_that_issuing_is_paused(self):
        b = self.browser
        self.console.store.change("UPDATE change_epoch SET issuing_paused_ms = began_ms WHERE id = 1")
        self.addCleanup(self.console.store.change, "UPDATE change_epoch SET issuing_paused_ms = NULL WHERE id = 1")
        for login in ("th-hrss", "ops"):
            with self.subTest(login=login):
                b.look_like()
                self.console.sign_in(b, login)
                self.assertIn("发证暂停", b.text("table.todos"))
                self.assertFalse(b.all('table.todos a[href="/console"]'), "a link to the page that is open")
                self.assertEqual(self.look_at(f"restored-{login}", None), [])

    def test_a_closed_year_is_said_beforehand(self):
        """Last year's, over the records that wait and the one that came back."""
        b, store, year = self.browser, self.console.store, YEAR
        store.change(f"INSERT INTO closed_years (year, closed_ms, closed_by, reason, waiting) VALUES ({year}, 1768176000000, 'operator:li', '通知', 3)")
        self.addCleanup(store.change, "DELETE FROM closed_years")
        for login, path in ((PEOPLE[0][0], "/console/register/training"), (PEOPLE[0][0], f"/console/year?year={year}"), ("gz-base", self.returned),
                            ("th-design", "/console/review"), ("th-hrss", f"/console/issuing?year={year}")):
            with self.subTest(login=login, path=path):
                b.look_like()
                self.console.sign_in(b, login)
                b.open(path if path.startswith("http") else self.console.url + path)
                self.assertIn(f"{year} 年度已于 2026年1月12日归档，", b.text("main"))
                self.assertNotIn("待用人单位审核", b.text("main"), "nobody reviews it any more")
                self.assertFalse(b.all(".decide"), "nothing to be decided")
                self.assertEqual(self.look_at(f"closed-{login}-" + path.rsplit("/", 1)[1].split("?")[0], None), [])

    def test_a_page_loads_nothing_from_elsewhere_and_what_it_loads_is_kept(self):
        b = self.browser
        b.look_like()
        self.console.sign_in(b, "th-hrss")
        loaded = b.driver.execute_script("return performance.getEntriesByType('resource').map(e => e.name)")
        self.assertTrue(loaded)
        for address in loaded:
            self.assertTrue(address.startswith(self.console.url + "/assets/"), address)
            self.assertIn("immutable", b.fetch(address)["headers"]["cache-control"])

    def test_the_console_works_without_script(self):
        b = self.browser
        b.look_like()
        self.console.sign_in(b, "th-design")
        b.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        self.addCleanup(b.driver.execute_cdp_cmd, "Emulation.setScriptExecutionDisabled", {"value": False})
        b.open(self.console.url + "/console/review")
        before = len(b.all("tr[data-row]"))
        b.find("tbody input[data-pick]").click()
        b.find("button[value=approve]").click()
        b.wait(lambda: b.all(".notice.good"), "no answer to the form")
        self.assertIn("已通过 1 条", b.text(".notice.good"))
        self.assertEqual(len(b.all("tr[data-row]")), before - 1)

    def test_what_came_back_is_corrected_and_sent_anew(self):
        """From the institution's first page, by what is there to be pressed; the employer finds the correction."""
        b = self.browser
        b.look_like()
        self.console.sign_in(b, "gz-base")
        self.assertIn("学时与证明材料不符", b.text("table.todos"))
        b.press("table.todos th a")
        self.assertEqual(b.driver.current_url, self.returned)
        b.press(".submit a.button")
        b.fill(content="人工智能基础与应用更正版", hours="0")
        b.press("main form[method=post] .submit button")
        self.assertTrue(b.all("[aria-invalid=true]"), "hours of nothing are not taken")
        self.assertEqual(self.look_at("wrong-gz-base-correction", None), [])
        b.look_like()
        self.assertEqual(b.find('[name="content"]').get_attribute("value"), "人工智能基础与应用更正版", "what was typed is there")
        b.fill(hours="24")
        b.press("main form[method=post] .submit button")
        self.assertIn("已重新提交", b.text(".notice.good"))
        self.assertIn("人工智能基础与应用更正版", b.text("main"))
        self.assertFalse(b.all(".submit a.button"), "it is not theirs to change any more")
        b.open(self.console.url + "/console")
        self.assertNotIn("退回待改", b.text("main"))
        self.console.sign_in(b, "th-design")
        b.open(self.returned)
        self.assertIn("24", b.text(".facts"))
        history = b.text(".history")
        self.assertIn("学时与证明材料不符", history)
        self.assertIn("重新提交", history)
        b.press("button[value=approve]")
        b.open(self.returned)
        self.assertFalse(b.all("button[value=approve]"), "the employer's step is taken")


if __name__ == "__main__":
    unittest.main()
