"""The real ce-central on a seeded store with two kiosks and a key that signs grants."""
import http.client
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

PATIENCE = 15  # seconds; an answer that takes longer is a hang


class Answer:
    def __init__(self, status, content_type, body):
        self.status, self.content_type, self.body = status, content_type, body


class Hall:
    def __init__(self, source, programs):
        self.folder = Path(tempfile.mkdtemp(prefix="ce-fuzz-"))
        self.source = Path(source).resolve()
        self.programs = Path(programs).resolve()
        self._admin("init")
        self._admin("seed", "--people", "0", "--demo")
        self.keys = {kiosk: self._enrol(kiosk) for kiosk in ("FUZZ-1", "FUZZ-2")}
        config = self.folder / "central.toml"
        config.write_text('[http]\nport = 0\nheader_seconds = 2\nbody_seconds = 2\n'
                          f'[store]\npath = "{self.folder}/central.db"\n[data]\nconfig_dir = "{self.source}/config"\n'
                          '[verification]\nper_minute = 1000000\nburst = 1000000\n', encoding="utf-8")
        self.log = open(self.folder / "log", "wb")
        self.process = subprocess.Popen([self.programs / "ce-central", "--config", config, "--port-file",
                                         self.folder / "port"], stdout=self.log, stderr=subprocess.STDOUT)
        for _ in range(600):
            if (self.folder / "port").exists() or self.process.poll() is not None:
                break
            time.sleep(0.05)
        self.port = int((self.folder / "port").read_text())
        self.connection = None
        self.requests = 0

    def _admin(self, *words):
        subprocess.run([self.programs / "ce-admin", "--config-dir", self.source / "config", "--db", self.folder / "central.db",
                        *words], check=True, stdout=subprocess.DEVNULL)

    def _enrol(self, kiosk):
        file = self.folder / f"{kiosk}.key"
        self._admin("kiosk", "enrol", "--id", kiosk, "--region", "440106", "--hall", "大厅", "--key-file", str(file))
        return file.read_text().strip()

    def as_kiosk(self, kiosk="FUZZ-1"):
        return {"X-Kiosk-Id": kiosk, "Authorization": f"Bearer {self.keys[kiosk]}", "Content-Type": "application/json"}

    def certificates(self):
        """Numbers of the store, printed or not."""
        import sqlite3
        with sqlite3.connect(f"file:{self.folder}/central.db?mode=ro", uri=True) as store:
            return [number for number, in store.execute("SELECT number FROM certificates ORDER BY number")]

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
                if answer.will_close:
                    self.connection = None
                return Answer(answer.status, answer.headers.get("Content-Type", ""), text)
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
        shutil.rmtree(self.folder)
        return code, said
