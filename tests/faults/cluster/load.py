"""Work on the cluster, through nginx as from outside: clerks who issue, kiosks that take grants and tell of prints. Each
operation goes into the history; one that nobody answered is asked again under the same keys until it is."""
import datetime
import http.client
import json
import random
import re
import threading
import time
import urllib.parse
import uuid

FIRST, PASSWORD = "kapok-in-bloom", "kapok-in-winter"


class Line:
    """One caller's kept connection."""

    def __init__(self, site):
        self.site, self.context, self.http = site, site.context(), None

    def ask(self, method, path, body=None, headers=None):
        """(status, answer's headers, text); status 0: nobody answered."""
        try:
            if self.http is None:
                self.http = http.client.HTTPSConnection("127.0.0.1", self.site.https, timeout=70, context=self.context)
            self.http.request(method, path, body, headers or {})
            answer = self.http.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        except (OSError, http.client.HTTPException):
            self.http = None
            return 0, {}, ""


class Worker(threading.Thread):
    """Does one operation after the other until it is told to end, and ends none half-way."""

    pause = (0.1, 0.3)  # seconds between two

    def __init__(self, name, site, history):
        super().__init__(name=name, daemon=True)
        self.line, self.history, self.ending = Line(site), history, threading.Event()

    def operation(self, function, value, attempt):
        """`attempt` gives ok, fail or info, and what the answer adds to the value; info is asked again."""
        while True:
            self.history.add(self.name, function, "invoke", value)
            kind, more = attempt()
            self.history.add(self.name, function, kind, {**value, **more})
            if kind != "info":
                return kind, more
            time.sleep(random.uniform(0.1, 0.4))

    def run(self):
        while not self.ending.is_set():
            if not self.work():
                return
            time.sleep(random.uniform(*self.pause))


class Clerk(Worker):
    """HRSS of a county, issuing to one or two people at a time."""

    pause = (1.0, 3.0)

    def __init__(self, site, history, region, ready):
        super().__init__(f"clerk-{region}", site, history)
        self.region, self.ready = region, ready  # (person, year), taken from the end
        self.cookie, self.csrf = "", ""
        word = site.folder / "clerk-password"
        word.write_text(FIRST + "\n", encoding="utf-8")
        site.admin("account", "create", "--login", self.name, "--name", "测试处", "--role", "hrss", "--region", region,
                   "--password-file", word)
        self.sign_in()

    def page(self, method, path, **form):
        """`form` may hold lists."""
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        status, answer, text = self.line.ask(method, path, urllib.parse.urlencode(form, doseq=True) if form else None, headers)
        if "Set-Cookie" in answer:
            self.cookie = answer["Set-Cookie"].split(";")[0]
        return status, answer, text

    def find_csrf(self, path):
        return re.search(r'name="?csrf"? value="([^"]+)"', self.page("GET", path)[2]).group(1)

    def sign_in(self):
        self.page("POST", "/console/sign-in", login=self.name, password=FIRST)
        self.page("POST", "/console/password", csrf=self.find_csrf("/console/password"), old=FIRST, new=PASSWORD, again=PASSWORD)
        self.csrf = self.find_csrf("/console/issuing")

    def work(self):
        if not self.ready:
            return False
        year = self.ready[-1][1]
        people, most = [], random.choice((1, 1, 1, 2))
        while self.ready and self.ready[-1][1] == year and len(people) < most:
            people.append(self.ready.pop()[0])
        value = {"batch": str(uuid.uuid4()), "people": people, "year": year, "region": self.region}

        def attempt():
            status, answer, text = self.page("POST", "/console/issuing", csrf=self.csrf, batch=value["batch"], year=year,
                                             day=datetime.date.today().isoformat(), which="picked", pick=people)
            if status == 303 and "/console/issuing" in answer["Location"]:
                return "ok", {}
            if status in (0, 429) or status >= 500:
                return "info", {"status": status}
            return "fail", {"status": status, "said": " ".join(re.sub("<[^>]+>", " ", text).split())[-300:]}

        self.operation("issue", value, attempt)
        return True


class Kiosk(Worker):
    """Takes the grant of a certificate that others may want too, and tells what became of its print."""

    def __init__(self, site, history, name, key, wanted):
        super().__init__(name, site, history)
        self.key, self.wanted, self.sheet = key, wanted, 0

    def tell(self, path, message):
        headers = {"Content-Type": "application/json", "X-Kiosk-Id": self.name, "Authorization": f"Bearer {self.key}"}
        status, _, text = self.line.ask("POST", path, json.dumps({"version": 1, **message}), headers)
        return status, json.loads(text) if status and text.startswith("{") else {}

    def work(self):
        certificate = self.wanted()
        if certificate is None:
            return False
        value = {"request": str(uuid.uuid4()), "certificate": certificate, "copy": 1, "kiosk": self.name}

        def take():
            status, answer = self.tell("/api/v1/kiosk/print-grants", {
                "request": value["request"], "certificate_number": certificate, "copy": 1})
            if status == 200:
                return "ok", {"grant": answer["id"]}
            return ("info" if status in (0, 429) or status >= 500 else "fail"), {"status": status, "code": answer.get("code")}

        kind, grant = self.operation("grant", value, take)
        if kind == "ok":
            self.print(certificate, grant["grant"])
        return True

    def print(self, certificate, grant):
        self.sheet += 1
        now = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        value = {"print": str(uuid.uuid4()), "settled": str(uuid.uuid4()), "certificate": certificate, "copy": 1,
                 "kiosk": self.name}
        events = [{"id": value["print"], "at": now, "type": "print_requested", "certificate_number": certificate, "copy": 1,
                   "blank_number": f"{self.name[-3:]}{self.sheet:07d}", "grant": grant},
                  {"id": value["settled"], "at": now, "type": "print_settled", "print": value["print"], "outcome": "confirmed"}]

        def deliver():
            status, answer = self.tell("/api/v1/kiosk/events", {"events": events})
            if status != 200:
                return ("info" if status in (0, 429) or status >= 500 else "fail"), {"status": status}
            said = [reply["acceptance"] for reply in answer["replies"]]
            return ("ok" if said == ["accepted", "accepted"] else "fail"), {"said": answer["replies"]}

        self.operation("print", value, deliver)
