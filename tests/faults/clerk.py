"""A clerk of an HRSS at the real console: signs in, revokes certificates through its own forms."""
import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request

FIRST, PASSWORD = "kapok-in-bloom", "kapok-in-winter"


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
            raise AssertionError(f"{path}: {refused.code} {re.sub('<[^>]+>', ' ', refused.read().decode())[-900:]}") from None

    def csrf(self, path):
        return re.search(r'name="?csrf"? value="([^"]+)"', self.page(path)).group(1)

    def sign_in(self):
        self.page("/console/sign-in", login=self.login, password=FIRST)
        self.page("/console/password", csrf=self.csrf("/console/password"), old=FIRST, new=PASSWORD, again=PASSWORD)

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
