"""From a registration file to a printed, listed and verified certificate, as its people get there: the console in
Chromium by key and click, the kiosk in its window by touch, all on the real ce-central."""
import datetime
import sys
import unittest
from pathlib import Path

from hall import Hall
from hall.devices import resident_card
from hall.process import run, wait_until

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "web"))

import browser as browsers  # noqa: E402
from console import PEOPLE, YEAR, fill, registration_file, sign_in  # noqa: E402

CHINA = datetime.timezone(datetime.timedelta(hours=8))


class Certificate(unittest.TestCase):
    def test_the_whole_way(self):
        with Hall(fill=fill) as self.hall, browsers.chromium() as self.browser:
            self.an_institution_registers_by_file()
            self.the_employer_reviews_by_key()
            self.the_person_corrects_what_was_returned()
            self.two_reviewers_at_once_overwrite_nothing()
            self.the_authority_recognises_and_hrss_rechecks()
            number = self.hrss_issues()
            row = self.the_person_prints_at_the_kiosk(number)
            self.the_register_shows_it(row)
            self.the_public_verifies_it(number)
            self.what_is_revoked_is_seen_at_once()

    def sign_in(self, login):
        sign_in(self.browser, self.hall.central.url, login)
        self.assertIn("您好", self.browser.text("h1"))

    def go(self, path):
        self.browser.open(self.hall.central.url + path)

    def an_institution_registers_by_file(self):
        b = self.browser
        self.sign_in("gz-base")
        self.go("/console/imports")
        b.find('[name="file"]').send_keys(str(registration_file(self.hall.folder / "三月 <班>.csv",
                                                                PEOPLE + [("440106188503120437", "没有这个人")])))
        b.press("main form button")
        b.wait(lambda: not b.all("[data-job]"), "the file was never registered")
        figures = b.text(".figures")
        self.assertIn("已登记\n12行", figures.replace(" ", ""))
        self.assertIn("未登记\n4行", figures.replace(" ", ""))
        self.assertIn("三月 <班>.csv", b.text("h1"))
        self.assertIn("系统中没有", b.text("table"))
        b.driver.refresh()
        self.assertIn("12", b.text(".figures"), "it survives a reload")
        # The same file again registers nothing twice.
        self.go("/console/imports")
        b.find('[name="file"]').send_keys(str(self.hall.folder / "三月 <班>.csv"))
        b.press("main form button")
        b.wait(lambda: not b.all("[data-job]"), "never done")
        self.assertIn("此前已登记", b.text(".figures"))

    def the_employer_reviews_by_key(self):
        b = self.browser
        self.sign_in("th-design")
        self.go("/console/review")
        rows = len(b.all("tr[data-row]"))
        self.assertEqual(rows, 12)
        self.assertIn("<b>龑</b>𠂇", b.text("main"))
        body = b.find("body")
        body.send_keys("jxjx")
        self.assertEqual(b.text("[data-picked]"), "已选 2 条")
        before = b.find("html")
        b.driver.switch_to.active_element.send_keys("a")
        b.wait(lambda: b.is_gone(before), "a did not approve")
        self.assertIn("已通过 2 条", b.text(".notice"))
        self.assertEqual(len(b.all("tr[data-row]")), 10)
        # One is returned, with a reason; without one nothing is sent.
        b.find("tbody input[data-pick]").click()
        b.find("button[value=return]").click()
        self.assertEqual(b.text("[data-picked]"), "退回或不予认定须写明理由")
        b.fill(reason="请补充结业证明")
        b.press("button[value=return]")
        self.assertIn("已退回 1 条", b.text(".notice"))
        b.find("input[data-pick-all]").click()
        self.assertEqual(b.text("[data-picked]"), "已选 9 条")
        b.press("button[value=approve]")
        self.assertIn("没有待办的记录", b.text("main"))

    def the_person_corrects_what_was_returned(self):
        b = self.browser
        returned = None
        for number, _ in PEOPLE:
            self.sign_in(number)
            links = b.all("table.todos a")
            if links:
                returned = links[0]
                break
        self.assertIsNotNone(returned, "nobody sees the returned record")
        b.press("table.todos a")
        self.assertIn("请补充结业证明", b.text("main"))
        b.press('a[href$="/edit"]')
        proof = self.hall.folder / "结业证.png"
        proof.write_bytes(bytes.fromhex(
            "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fccf50cf00000583"
            "0281f24c6a0d0000000049454e44ae426082"))
        b.find('[name="end"]').clear()
        b.press("main form button")
        self.assertIn("需要改正", b.text("#faults"), "a missing day is told")
        b.driver.execute_script("document.querySelector('[name=end]').value = arguments[0]", f"{YEAR}-06-30")
        b.find('[name="files"]').send_keys(str(proof))
        b.press("main form button")
        self.assertIn("已重新提交", b.text("main"))
        self.assertIn("PNG 图片", b.text("main"))
        address = b.find('a[href*="/proofs/"]').get_attribute("href")
        self.assertEqual(b.fetch(address)["headers"]["x-content-type-options"], "nosniff")
        self.assertIn("sandbox", b.fetch(address)["headers"]["content-security-policy"])

    def two_reviewers_at_once_overwrite_nothing(self):
        b = self.browser
        self.sign_in("th-design")
        self.go("/console/review")
        row = b.find("tbody input[data-pick]")
        key = row.get_attribute("value")
        # Somebody else takes the step in another window meanwhile.
        b.post("/console/review", {"pick": key, "decision": "return", "reason": "请再核对学时"})
        row.click()
        b.press("button[value=approve]")
        self.assertIn("刚刚被他人处理过，没有覆盖", b.text("main"))
        self.assertIn("请再核对学时", b.text("main"))
        self.sign_in_and_resubmit()
        self.sign_in("th-design")
        self.go("/console/review")
        b.find("tbody input[data-pick]").click()
        b.press("button[value=approve]")

    def sign_in_and_resubmit(self):
        b = self.browser
        for number, _ in PEOPLE:
            self.sign_in(number)
            if b.all("table.todos a"):
                b.press("table.todos a")
                b.press("form[action*='/records/'] button.quiet")
                self.assertIn("已重新提交", b.text("main"))
                return
        self.fail("nobody has a returned record")

    def the_authority_recognises_and_hrss_rechecks(self):
        b = self.browser
        self.sign_in("th-industry")
        self.approve_all(own=6)
        self.sign_in("th-hrss")
        self.approve_all(own=9)
        for number, _ in PEOPLE:
            self.sign_in(number)
            self.go(f"/console/year?year={YEAR}")
            self.assertIn("已完成", b.text("main"))
            self.assertIn("30 / 30 学时", b.text("main"))

    def approve_all(self, own):
        """Approves what waits of our people's unit; others of the province are left."""
        b = self.browser
        done = 0
        while True:
            self.go("/console/review")
            mine = [row for row in b.all("tr[data-row]") if "建筑工程设计研究院" in row.text]
            later = b.all('a[rel="next"]')
            while not mine and later:
                b.press('a[rel="next"]')
                mine = [row for row in b.all("tr[data-row]") if "建筑工程设计研究院" in row.text]
                later = b.all('a[rel="next"]')
            if not mine:
                break
            for row in mine:
                b.tick(row.find_element("css selector", "input[data-pick]"))
            done += len(mine)
            b.press("button[value=approve]")
            self.assertIn("已通过", b.text(".notice"))
        self.assertEqual(done, own)

    def hrss_issues(self):
        b = self.browser
        self.sign_in("th-hrss")
        self.go(f"/console/issuing?year={YEAR}")
        mine = [row for row in b.all("tr[data-row]") if "建筑工程设计研究院" in row.text]
        self.assertEqual(len(mine), 3)
        for row in mine[:2]:
            b.tick(row.find_element("css selector", "input[data-pick]"))
        self.assertEqual(b.text("[data-picked]"), "已选 2 条")
        b.press('button[value="picked"]')
        self.assertIn("已核发 2 张证书", b.text(".notice"))
        self.everybody_else_is_issued_to_as_a_job()
        number = self.number_of(0)
        b.press("tbody th a")
        self.assertIn("有效", b.text(".badge"))
        return number

    def everybody_else_is_issued_to_as_a_job(self):
        b = self.browser
        self.go(f"/console/issuing?year={YEAR}")
        before = b.find("html")
        b.find('button[value="all"]').click()
        b.driver.switch_to.alert.accept()
        b.wait(lambda: b.is_gone(before), "no new page came")
        b.wait(lambda: not b.all("[data-job]") and b.all(".figures"), "the batch was never done")
        self.assertIn("全部办好了", b.text("main"))
        b.driver.refresh()
        self.assertIn("已核发", b.text(".figures"), "it survives a reload")
        self.go(f"/console/issuing?year={YEAR}")
        self.assertIn("没有待发证的人员", b.text("main"))
        self.assertIn("已完成", b.text("table"))

    def the_person_prints_at_the_kiosk(self, number):
        hall, kiosk = self.hall, self.hall.kiosk
        hall.reader.lay(resident_card(hall.folder / "card.toml", *PEOPLE[0]))
        kiosk.wait_for("progress")
        kiosk.press("certificates")
        kiosk.press(f"print_{YEAR}")
        kiosk.wait_for("print_preview")
        kiosk.press("print")
        kiosk.wait_for("take_paper", seconds=60)
        kiosk.press("taken")
        row = wait_until("the register's row", lambda: next((row for row in hall.prints_of_kiosk() if row["state"] ==
                                                             "sent_to_printer"), None))
        self.assertEqual(row["number"], number)
        (sheet,) = hall.printer.sheets()
        text = run("pdftotext", sheet, "-")
        self.assertIn(number, text.replace(" ", ""))
        self.assertIn(row["blank_number"], text)
        return row

    def the_register_shows_it(self, row):
        b = self.browser
        self.go(f"/console/registers?year={YEAR}")
        at = datetime.datetime.fromisoformat(row["requested_at"]).astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
        (line,) = [line.text for line in b.all("tr[data-row]") if row["number"] in line.text.replace(" ", "")]
        for fact in ("已打印", self.hall.kiosk_id, self.hall.name, row["blank_number"], at):
            self.assertIn(fact, line)
        for ending, lead in (("xlsx", "PK"), ("pdf", "%PDF")):
            self.assertEqual(b.fetch_text(f"/console/registers/register.{ending}?year={YEAR}")[:len(lead)], lead)

    def the_public_verifies_it(self, number):
        b = self.browser
        self.go(f"/v/{number}")
        self.assertIn("证书有效", b.text("main"))
        self.assertNotIn(PEOPLE[0][1], b.text("main"), "the public sees a masked name")
        b.fill(name=PEOPLE[0][1])
        b.press("form.name button")
        self.assertIn("姓名一致", b.text("main"))

    def what_is_revoked_is_seen_at_once(self):
        b = self.browser
        self.sign_in("th-hrss")
        number = self.number_of(2)
        self.go(f"/console/certificates/{number}")
        form = 'form:has(button[value="revoke"])'
        b.find(f"{form} [name=reason]").send_keys("<b>学时造假</b>")
        b.press('button[value="revoke"]')
        self.assertIn("已撤销", b.text("main"))
        self.assertIn("<b>学时造假</b>", b.text("main"))
        self.go(f"/v/{number}")
        self.assertIn("证书已撤销", b.text("main"))
        self.sign_in("th-hrss")
        self.go("/console/audit")
        self.assertIn("撤销证书", b.text("main"))

    def number_of(self, person):
        b = self.browser
        self.go("/console/certificates")
        b.fill(find=PEOPLE[person][0])
        b.press("main form button")
        return b.text("tbody th").replace(" ", "")


if __name__ == "__main__":
    unittest.main()
