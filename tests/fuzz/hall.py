"""The real ce-central on a seeded store with three kiosks, one of which has a certificate, and a key that signs grants."""
import gzip
import http.client
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

SUPPORT = Path(__file__).resolve().parents[1] / "support"
sys.path[:0] = [str(SUPPORT), str(SUPPORT / "store")]

from knower import Knower  # noqa: E402
from place import Place  # noqa: E402
from tied import tied  # noqa: E402

PATIENCE = 15  # seconds; an answer that takes longer is a hang


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def content_type(self):
        return self.headers.get("Content-Type", "")


class Hall:
    def __init__(self, source, programs):
        self.folder = Path(tempfile.mkdtemp(prefix="ce-fuzz-"))
        self.source = Path(source).resolve()
        self.programs = Path(programs).resolve()
        self.place = Place(self.folder)
        self._admin("init", "--key-dir", self.place.keys)
        self.password = "fuzz-password-26"
        (self.folder / "password").write_text(self.password + "\n", encoding="utf-8")
        self._admin("seed", "--people", "0", "--demo", "--password-file", self.folder / "password")
        self.site_key = self._enrol_site()
        self.keys = {kiosk: self._enrol(kiosk) for kiosk in ("FUZZ-1", "FUZZ-2")}
        said = self._admin("kiosk", "enrol", "--id", "FUZZ-3", "--region", "440106", "--hall", "大厅")
        code = re.search(r"code ([0-9A-Z]{5}-[0-9A-Z]{5})", said).group(1)
        config = self.folder / "central.toml"
        config.write_text('[http]\nport = 0\nheader_seconds = 2\nbody_seconds = 2\n[kiosks]\nbearer_keys = "this_machine"\ncertificate_proxies = ["127.0.0.1"]\npersons_per_hour = 1000000\n'
                          f'{self.place.settings}config_dir = "{self.source}/config"\n'
                          '[verification]\nper_minute = 1000000\nburst = 1000000\n', encoding="utf-8")
        self.log = open(self.folder / "log", "wb")
        self.process = subprocess.Popen([self.programs / "ce-central", "--config", config, "--port-file",
                                         self.folder / "port"], stdout=self.log, stderr=subprocess.STDOUT, preexec_fn=tied())
        for _ in range(600):
            if (self.folder / "port").exists() or self.process.poll() is not None:
                break
            time.sleep(0.05)
        self.port = int((self.folder / "port").read_text())
        self.connection = None
        self.requests = 0
        self._certify("FUZZ-3", code)

    def _admin(self, *words):
        return subprocess.run([self.programs / "ce-admin", "--config-dir", self.source / "config", "--db", self.place.location,
                               *words], check=True, stdout=subprocess.PIPE, text=True).stdout

    def _certify(self, kiosk, code):
        """Enrols it by its code, so that it comes by a certificate, told by a proxy as nginx does."""
        subprocess.run(["openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=x",
                        "-keyout", self.folder / "own.key", "-out", self.folder / "own.csr"], check=True, capture_output=True)
        self.request = (self.folder / "own.csr").read_text()
        self.enrolment = json.dumps({"version": 1, "kiosk": kiosk, "request": self.request,
                                     "proof": Knower(code, kiosk).prove(f"{kiosk}\n{self.request}")}).encode()
        self.enrolled = self.ask("POST", "/api/v1/kiosk/enrolment", self.enrolment, {"Content-Type": "application/json"})
        assert self.enrolled.status == 200, self.enrolled.body
        self.certificate = urllib.parse.quote(json.loads(self.enrolled.body)["certificate"])

    def _enrol(self, kiosk):
        file = self.folder / f"{kiosk}.key"
        self._admin("kiosk", "enrol", "--id", kiosk, "--region", "440106", "--hall", "大厅", "--key-file", str(file))
        return file.read_text().strip()

    def _enrol_site(self):
        file = self.folder / "site.key"
        institution = self.place.column("SELECT id FROM institutions WHERE approved_online = 1 ORDER BY id")[0]
        self._admin("site", "enrol", "--institution", institution, "--key-file", str(file))
        return file.read_text().strip()

    def peak_mb(self):
        """The most memory that the program has ever had."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) // 1024

    def as_kiosk(self, kiosk="FUZZ-1"):
        return {"X-Kiosk-Id": kiosk, "Authorization": f"Bearer {self.keys[kiosk]}", "Content-Type": "application/json"}

    def as_caller(self, path):
        """Whoever that route is for: an approved learning site, a kiosk with a certificate to renew, else any kiosk."""
        if path == "/api/v1/kiosk/certificate":
            return {"X-Client-Certificate": self.certificate, "Content-Type": "application/json"}
        if not path.startswith("/api/v1/site/"):
            return self.as_kiosk()
        return {"Authorization": f"Bearer {self.site_key}", "Content-Type": "application/json"}

    def certificates(self):
        """Numbers of the store, printed or not."""
        return self.place.column("SELECT number FROM certificates ORDER BY number")

    def ask(self, method, target, body=None, headers=None):
        """One request over the connection that is kept; opened anew where the other side closed it."""
        self.requests += 1
        for attempt in (1, 2):
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
            try:
                self.connection.putrequest(method, target, skip_accept_encoding=True)
                for name, value in (headers or {}).items():
                    self.connection.putheader(name, value.encode("utf-8", "surrogatepass"))
                if body is not None:
                    self.connection.putheader("Content-Length", str(len(body)))
                self.connection.endheaders(body)
                answer = self.connection.getresponse()
                text = answer.read()
                if answer.headers.get("Content-Encoding") == "gzip" and method != "HEAD":
                    text = gzip.decompress(text)
                if answer.will_close:
                    self.connection = None
                return Answer(answer.status, answer.headers, text)
            except (http.client.RemoteDisconnected, ConnectionError, BrokenPipeError):
                self.connection = None
                if attempt == 2:
                    raise

    def close(self):
        """Ends the program; its exit code and what it said."""
        if self.process.poll() is None:
            self.process.terminate()
        code = self.process.wait(PATIENCE)
        self.log.close()
        said = (self.folder / "log").read_text(errors="replace")
        self.place.drop()
        shutil.rmtree(self.folder)
        return code, said
