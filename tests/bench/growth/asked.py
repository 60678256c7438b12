"""Two ce-central on one store, and who asks them: a kiosk, the public, a county's clerk; each on a kept connection of its own."""
import csv
import datetime
import http.client
import json
import os
import random
import re
import subprocess
import threading
import time
import urllib.parse
import uuid
from pathlib import Path

from rows import identity_number

ROOT = Path(__file__).resolve().parents[3]
PROGRAMS = ROOT / os.environ.get("CE_BUILD", "build/release") / "bin"
FIRST, PASSWORD = "kapok-in-bloom", "kapok-in-winter"
BATCH = 32
KINDS = (("person_year", 150), ("verification", 300), ("work_page", 40), ("register_page", 60), ("delta_page", 30), ("batch", 3))
CLERKS = 8


class Site:
    def __init__(self, folder, server, people):
        self.folder, self.people, self.name = folder / str(people), people, f"ce_{people}"
        self.folder.mkdir()
        self.server, self.programs, self.ports, self.lock = server, [], [], threading.Lock()
        self.location = f"host={server} user=ce dbname={self.name}"
        with (ROOT / "config/regions/gd_regions.csv").open(encoding="utf-8") as file:
            self.regions = [row["code"] for row in csv.DictReader(file)]
        self.counties = [code for code in self.regions if not code.endswith("00")][:CLERKS]
        self.clerks, self.issued = {}, {}

    def sql(self, text, base=None):
        return subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", self.server, "-U", "ce", "-d", base or self.name,
                               "-c", text], check=True, capture_output=True, text=True).stdout.strip()

    def admin(self, *words):
        subprocess.run([str(word) for word in (PROGRAMS / "ce-admin", "--config-dir", ROOT / "config", "--db", self.location, *words)],
                       check=True, stdout=subprocess.DEVNULL)

    def make(self, people):
        self.sql(f"CREATE DATABASE {self.name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'", "postgres")
        self.admin("init", "--key-dir", self.folder / "keys")
        self.admin("kiosk", "enrol", "--id", "K-1", "--region", self.regions[6], "--hall", "大厅", "--key-file", self.folder / "kiosk.key")
        word = self.folder / "word"
        word.write_text(FIRST + "\n", encoding="utf-8")
        for county in self.counties:
            self.admin("account", "create", "--login", f"clerk-{county}", "--name", "测试处", "--role", "hrss", "--region", county,
                       "--password-file", word)

    def start(self):
        for number in (1, 2):
            config, port = self.folder / f"{number}.toml", self.folder / f"port{number}"
            config.write_text(f"""[http]\nport = 0\n[store]\nurl = "{self.location}"\n[public]\nbase_url = "http://127.0.0.1:8080"
[grants]\nkey_dir = "{self.folder}/keys"\n[kiosks]\nbearer_keys = "this_machine"\npersons_per_hour = 1000000
[data]\nconfig_dir = "{ROOT}/config"\nfiles_dir = "{self.folder}/files"\n[log]\nlevel = "warning"
[verification]\nper_minute = 1000000\nburst = 1000000\n""", encoding="utf-8")
            log = (self.folder / "log").open("ab")
            self.programs.append(subprocess.Popen([PROGRAMS / "ce-central", "--config", config, "--port-file", port], stdout=log, stderr=log))
            while not (port.exists() and port.read_text(encoding="utf-8").strip()):
                if self.programs[-1].poll() is not None:
                    raise RuntimeError((self.folder / "log").read_text(encoding="utf-8"))
                time.sleep(0.05)
            self.ports.append(int(port.read_text(encoding="utf-8")))
        self.clerks = {county: self.sign_in(county) for county in self.counties}

    def sign_in(self, county):
        """(cookie, csrf) of that county's clerk, once for all callers."""
        caller = Caller(self, 0, county, ("", ""))
        answer, _ = caller.form("/console/sign-in", login=f"clerk-{county}", password=FIRST)
        caller.signed = (answer.headers["Set-Cookie"].split(";")[0], "")

        def csrf(path):
            return re.search(r'name="?csrf"? value="([^"]+)"', caller.ask("GET", path, None, {"Cookie": caller.signed[0]})[1]).group(1)
        answer, _ = caller.form("/console/password", 200, csrf=csrf("/console/password"), old=FIRST, new=PASSWORD, again=PASSWORD)
        if "Set-Cookie" in answer.headers:
            caller.signed = (answer.headers["Set-Cookie"].split(";")[0], "")
        return caller.signed[0], csrf("/console/issuing")

    def next_people(self, county):
        """Of that county, who have no certificate of this year yet."""
        with self.lock:
            at = self.issued.get(county, 0)
            self.issued[county] = at + BATCH
        first, step = self.regions.index(county), len(self.regions)
        people = [first + (at + i) * step + 1 for i in range(BATCH)]
        if people[-1] > self.people:
            raise RuntimeError(f"nobody is left to issue to in {county}")
        return people

    def check(self):
        """An answer to a batch is one, and not a page that says why nobody was issued to."""
        made = int(self.sql(f"SELECT count(*) FROM certificates WHERE year = {datetime.date.today().year}"))
        if made != sum(self.issued.values()):
            raise RuntimeError(f"{made} certificates of {sum(self.issued.values())} that were asked for")

    def stop(self):
        for program in self.programs:
            program.terminate()
            program.wait()


class Caller:
    def __init__(self, site, which, county, signed=None):
        self.site, self.http, self.chance = site, http.client.HTTPConnection("127.0.0.1", site.ports[which], timeout=120), random.Random()
        self.county, self.signed = county, signed or site.clerks[county]
        self.kiosk = {"X-Kiosk-Id": "K-1", "Authorization": f"Bearer {(site.folder / 'kiosk.key').read_text(encoding='utf-8').strip()}",
                      "Content-Type": "application/json"}

    def ask(self, method, path, body=None, headers=None, wanted=200):
        self.http.request(method, path, body, headers or {})
        answer = self.http.getresponse()
        text = answer.read().decode()
        if answer.status != wanted:
            raise RuntimeError(f"{method} {path}: {answer.status} {text[-300:]}")
        return answer, text

    def form(self, path, wanted=303, **fields):
        return self.ask("POST", path, urllib.parse.urlencode(fields, doseq=True),
                        {"Cookie": self.signed[0], "Content-Type": "application/x-www-form-urlencoded"}, wanted)

    def page(self, path):
        return self.ask("GET", path, None, {"Cookie": self.signed[0]})[1]

    def person_year(self):
        number = identity_number(self.chance.randrange(self.site.people))
        body = json.dumps({"version": 1, "id_number": number, "proof": {"kind": "card"}})
        self.ask("POST", "/api/v1/kiosk/person-queries", body, self.kiosk)

    def verification(self):
        n = self.chance.randrange(self.site.people)
        count = len(self.site.regions)
        year = datetime.date.today().year - 1
        self.ask("GET", f"/api/v1/certificates/{self.site.regions[n % count]}{year % 100}{1 + n // count:06d}")

    def work_page(self):
        behind = self.site.people - 60 * len(self.site.regions)
        self.page(f"/console/review?after={11 * self.site.people + self.chance.randrange(max(1, behind))}")

    def register_page(self):
        year = datetime.date.today().year - 1
        after = self.chance.randrange(1, max(2, self.site.people // len(self.site.regions) - 120))
        self.page(f"/console/registers?year={year}&after={self.county}{year % 100}{after:06d}")

    def delta_page(self):
        """From nothing, as a kiosk that is new."""
        self.ask("GET", "/api/v1/kiosk/changes", None, self.kiosk)

    def batch(self):
        year = datetime.date.today().year
        self.form("/console/issuing", csrf=self.signed[1], batch=str(uuid.uuid4()), year=year, day=datetime.date.today().isoformat(),
                  which="picked", pick=self.site.next_people(self.county))
