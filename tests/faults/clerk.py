"""A clerk of an HRSS at the real console: signs in, decides on records, issues and revokes, all through its own forms."""
import datetime
import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request
import uuid

FIRST, PASSWORD = "kapok-in-bloom", "kapok-in-winter"


def words_of(page):
    return " ".join(re.sub("<[^>]+>", " ", page).split())


class Clerk:
    def __init__(self, central, region, login=None):
        self.central, self.region, self.colleague = central, region, None
        login = login or f"faults-{region}"
        word = central.folder / "clerk.password"
        word.write_text(FIRST + "\n", encoding="utf-8")
        central.admin("account", "create", "--login", login, "--name", "测试处", "--role", "hrss", "--region", region,
                      "--password-file", word)
        self.login, self.jar = login, http.cookiejar.CookieJar()
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        self.sign_in()

    def page(self, path, **form):
        data = urllib.parse.urlencode(form).encode() if form else None
        request = urllib.request.Request(self.central.url + path, data)
        if form:
            request.add_header("Origin", self.central.url)
            request.add_header("Sec-Fetch-Site", "same-origin")
        try:
            with self.browser.open(request, timeout=20) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as refused:
            raise AssertionError(f"{path}: {refused.code} {words_of(refused.read().decode())[-1500:]}") from None

    def csrf(self, path):
        return re.search(r'name="?csrf"? value="([^"]+)"', self.page(path)).group(1)

    def sign_in(self):
        self.page("/console/sign-in", login=self.login, password=FIRST)
        self.page("/console/password", csrf=self.csrf("/console/password"), old=FIRST, new=PASSWORD, again=PASSWORD)

    def decide(self, record, decision, reason=""):
        """On a record that waits for HRSS (article 13): approve, return or reject."""
        pick = re.search(rf'value="({record}:\d+)" data-pick', self.page("/console/review"))
        if not pick:
            raise AssertionError(f"record {record} does not wait for {self.login}")
        shown = self.page("/console/review", csrf=self.csrf("/console/review"), pick=pick[1], decision=decision, reason=reason)
        if f'value="{pick[1]}" data-pick' in shown:
            raise AssertionError(f"record {record} still waits")

    def issue(self, person, year):
        """To that person (professionals.id); what the console says, also where it refuses."""
        csrf = self.csrf(f"/console/issuing?year={year}")
        try:
            return words_of(self.page("/console/issuing", csrf=csrf, batch=str(uuid.uuid4()), year=year, which="picked",
                                      day=datetime.date.today().isoformat(), pick=person))
        except AssertionError as refused:
            return str(refused)

    def revoke(self, number, reason="学时有误"):
        path = f"/console/certificates/{number}"
        shown = self.page(path, csrf=self.csrf(path), act="revoke", reason=reason)
        if waits := re.search(r'action="(/console/approvals/[^"]+)"', shown):
            # The county has an account of HRSS beside this one: a second person confirms.
            self.colleague = self.colleague or Clerk(self.central, self.region, f"{self.login}-second")
            self.colleague.page(waits[1], csrf=self.colleague.csrf(waits[1]), act="confirm")
            shown = self.page(path)
        if "已撤销" not in shown:
            raise AssertionError(f"{number} was not revoked")
