"""A seeded province with as many kiosks as asked for, its ce-central, and a clerk who revokes certificates."""
import hashlib
import http.client
import re
import sqlite3
import sys
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests" / "journeys"))

from hall.central import Central  # noqa: E402

PASSWORD = "kapok-in-bloom"


def key_of(name):
    return hashlib.sha256(b"bench " + name.encode()).hexdigest()


class Province(Central):
    """With ce-central of preset release. `kiosks` are let in as `ce-admin kiosk enrol` does, all at once."""

    def __init__(self, folder, people, kiosks):
        super().__init__(folder, ROOT / "build/release/bin", ROOT / "config",
                         more='[log]\nlevel = "error"', http="max_connections = 8192")
        self.init()
        word = folder / "password"
        word.write_text(PASSWORD + "\n", encoding="utf-8")
        self.admin("seed", "--people", people, "--demo", "--password-file", word)
        base = sqlite3.connect(self.store.file)
        self.regions = [row[0] for row in base.execute("SELECT DISTINCT region FROM certificates ORDER BY region")]
        self.names = [f"bench-{i:05d}" for i in range(kiosks)]
        base.executemany("INSERT INTO kiosks (id, region, hall, key_hash, enrolled_ms) VALUES (?, ?, '大厅', ?, 0)",
                         [(name, self.regions[i % len(self.regions)], hashlib.sha256(key_of(name).encode()).hexdigest())
                          for i, name in enumerate(self.names)])
        base.commit()
        self.valid = [row[0] for row in base.execute(
            "SELECT number FROM certificates WHERE revoked_ms IS NULL ORDER BY number DESC")]
        base.close()

    def used(self):
        """(CPU seconds, resident MB) of ce-central."""
        stat = Path(f"/proc/{self.program.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        status = Path(f"/proc/{self.program.process.pid}/status").read_text()
        return ((int(stat[11]) + int(stat[12])) / 100, int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024)


class Clerk:
    """HRSS of the province, signed in to the console, on a connection of its own."""

    def __init__(self, port):
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.cookie = ""
        answer, _ = self.ask("POST", "/console/sign-in", {"login": "demo.hrss.province", "password": PASSWORD})
        self.cookie = answer.headers["Set-Cookie"].split(";")[0]

    def ask(self, method, target, form=None):
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self.line.request(method, target, urllib.parse.urlencode(form) if form else None, headers)
        answer = self.line.getresponse()
        return answer, answer.read().decode()

    def revoke(self, number):
        target = f"/console/certificates/{number}"
        answer, page = self.ask("GET", target)
        csrf = re.search(r'name="?csrf"? value="([^"]+)"', page)
        if not csrf:
            raise SystemExit(f"{number} cannot be revoked here: {answer.status} {answer.headers['Location'] or ''} {page[:2000]}")
        answer, page = self.ask("POST", target, {"csrf": csrf.group(1), "act": "revoke", "reason": "测试撤销"})
        if answer.status != 303:
            raise SystemExit(f"{number} was not revoked: {answer.status} {page[:2000]}")
