"""The real ce-central on a store of its own, and ce-admin beside it."""
import csv
import io
import json
import os
import re
import sys
import urllib.request
from pathlib import Path

from .process import Program, run, wait_until

SUPPORT = Path(__file__).resolve().parents[2] / "support"
sys.path[:0] = [str(SUPPORT), str(SUPPORT / "store")]

from place import Place  # noqa: E402
from ports import free_port  # noqa: E402


class Central:
    """`bin_dir` holds the programs, `config_dir` is the product's configuration directory; `more` is added to central's,
    `http` to its section of that name."""

    def __init__(self, folder, bin_dir, config_dir, more="", http=""):
        self.folder = folder / "central"
        self.folder.mkdir(exist_ok=True)
        self.bin, self.config_dir, self.more, self.http = bin_dir, config_dir, more, http
        self.store = Place(self.folder)
        # Certificates carry the first in their QR code.
        self.port, self.tls_port = free_port(), free_port()
        self.program = None

    def admin(self, *words):
        """A tool here and asked often; what it leaks is looked for by its own tests (central_admin)."""
        quick = {**os.environ, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"}
        return run(self.bin / "ce-admin", "--db", self.store.location, "--config-dir", self.config_dir, *words, env=quick)

    def init(self):
        self.admin("init", "--key-dir", self.store.keys)

    def seed(self, people, seed=1):
        self.init()
        self.admin("seed", "--people", people, "--seed", seed, "--demo")

    def enrol(self, kiosk, region, hall, key_file):
        self.admin("kiosk", "enrol", "--id", kiosk, "--region", region, "--hall", hall, "--key-file", key_file)

    def code_for(self, kiosk, region=None, hall=None):
        """A code to enrol that kiosk by: a new one where region and hall are given."""
        words = ("enrol", "--id", kiosk, "--region", region, "--hall", hall) if region else ("code", "--id", kiosk)
        return re.search(r"code ([0-9A-Z]{5}-[0-9A-Z]{5})", self.admin("kiosk", *words)).group(1)

    def policy(self, kiosk, pre_grant_minutes):
        """What the kiosk's location lets it do; 0: nothing is printed without network."""
        self.admin("kiosk", "policy", "--id", kiosk, "--pre-grant-minutes", pre_grant_minutes)

    def cache(self, kiosk, policy):
        """Whom the kiosk may keep for when it cannot ask: nobody, seen or region."""
        self.admin("kiosk", "settings", "--id", kiosk, "--cache", policy)

    def start(self):
        """On the same port each time, so that kiosks find it again."""
        port_file = self.folder / "port"
        port_file.unlink(missing_ok=True)
        config = self.folder / "central.toml"
        config.write_text(f"""
[http]
address = "127.0.0.1"
port = {self.port}
port_file = "{port_file}"
plain_cookie = "yes"
{self.http}
[kiosks]
bearer_keys = "this_machine"
persons_per_hour = 1000000
grants_per_hour = 1000000
look_ups_per_hour = 1000000
{self.tls()}[public]
base_url = "http://127.0.0.1:{self.port}"
{self.store.settings}config_dir = "{self.config_dir}"
{self.more}
""", encoding="utf-8")
        self.program = Program("ce-central", [self.bin / "ce-central", "--config", config], self.folder)
        wait_until("ce-central's port", lambda: port_file.exists() and port_file.read_text().strip(),
                   program=self.program)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def tls(self):
        """The section of the port for kiosks; nothing in a store that was made without `init`."""
        if not (Path(self.store.keys) / "kiosk-ca.key").exists():
            return ""
        return f'[tls]\naddress = "127.0.0.1"\nport = {self.tls_port}\nnames = ["127.0.0.1"]\n'

    @property
    def tls_url(self):
        """Where kiosks with a certificate come to."""
        return f"https://127.0.0.1:{self.tls_port}"

    def get(self, path):
        with urllib.request.urlopen(self.url + path, timeout=10) as answer:
            return json.load(answer)

    def verify_url(self, number):
        """Where the QR code of that certificate leads."""
        return f"{self.url}/v/{number}"

    def register(self):
        """The issue register's rows, as ce-admin prints them."""
        return list(csv.DictReader(io.StringIO(self.admin("register", "--csv"))))

    def stop(self):
        if self.program:
            self.program.stop()

    def close(self):
        """For good: what it kept goes with it."""
        self.stop()
        self.store.drop()
