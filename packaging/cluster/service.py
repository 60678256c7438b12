"""Two ce-central on the cluster, nginx before them by the example of packaging/nginx, kiosks that come through it."""
import json
import os
import re
import ssl
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = ROOT / os.environ.get("CE_BUILD", "build/release") / "bin"
CENTRALS = (1, 2)
NAME = "jxjy.example.gov.cn"  # the example's


class Site:
    def __init__(self, folder, port, programs, database):
        self.folder, self.port, self.programs, self.database = Path(folder), port, programs, database
        self.https, self.http = port + 43, port + 44
        self.keys, self.tls = self.folder / "grant-keys", self.folder / "tls"
        self.programs_of = {name: PROGRAMS for name in ("admin", *CENTRALS)}
        self.clocks = {}  # environment of a ce-central whose clock is to be wrong
        self.grants = ""  # more of [grants]

    @property
    def url(self):
        return f"https://127.0.0.1:{self.https}"

    def admin(self, *words):
        command = [self.programs_of["admin"] / "ce-admin", "--config-dir", ROOT / "config", "--db", self.database.location(), *words]
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"ce-admin {words[0]}: {done.stdout}{done.stderr}")
        return done.stdout

    def fill(self, people, password):
        self.admin("init", "--key-dir", self.keys)
        word = self.folder / "password"
        word.write_text(password + "\n", encoding="utf-8")
        self.admin("seed", "--people", people, "--demo", "--password-file", word)
        self.tls.mkdir(exist_ok=True)
        (self.tls / "kiosk-ca.pem").write_text(self.admin("ca", "--key-dir", self.keys, "show"), encoding="utf-8")
        self.admin("ca", "--key-dir", self.keys, "server", "--name", NAME, "--name", "127.0.0.1", "--certificate",
                   self.tls / "server.pem", "--key-file", self.tls / "server.key")

    def enrol(self, count, regions):
        """Kiosks with a key each, over the given regions in turn."""
        folder = self.folder / "kiosk-keys"
        folder.mkdir(exist_ok=True)
        for number in range(1, count + 1):
            name = f"DEMO-{number:03d}"
            self.admin("kiosk", "enrol", "--id", name, "--region", regions[number % len(regions)], "--hall", "演示大厅",
                       "--key-file", folder / name)

    # --- ce-central

    def central_port(self, number):
        return self.port + 40 + number

    def start_central(self, number):
        config = self.folder / f"central{number}.toml"
        config.write_text(f"""[http]
port = {self.central_port(number)}
trusted_proxies = ["127.0.0.1"]
[store]
url = "{self.database.location()}"
readers = "{self.database.location(target_session_attrs="prefer-standby")}"
[public]
base_url = "{self.url}"
[grants]
key_dir = "{self.keys}"
{self.grants}
[kiosks]
bearer_keys = "this_machine"
certificate_proxies = ["127.0.0.1"]
[data]
config_dir = "{ROOT}/config"
files_dir = "{self.folder}/files"
[log]
level = "warning"
""", encoding="utf-8")
        self.programs.start(f"central{number}", self.programs_of[number] / "ce-central", "--config", config,
                            env=self.clocks.get(number))

    def central_ready(self, number):
        """Whether it can serve: its store answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.central_port(number)}/health", timeout=2):
                return True
        except (OSError, ValueError):
            return False

    # --- nginx

    def start_nginx(self):
        text = (ROOT / "packaging/nginx/ce-central.conf").read_text(encoding="utf-8")
        changes = [(f"127.0.0.1:808{number - 1}", f"127.0.0.1:{self.central_port(number)}") for number in CENTRALS]
        changes += [("/etc/ce-central/tls/", f"{self.tls}/"), ("/var/log/nginx/", f"{self.folder}/logs/"),
                    ("listen 80;", f"listen 127.0.0.1:{self.http};"),
                    ("listen 443 ssl", f"listen 127.0.0.1:{self.https} ssl")]
        for old, new in changes:
            if old not in text:
                raise RuntimeError(f"packaging/nginx/ce-central.conf has no '{old}' any more")
            text = text.replace(old, new)
        text = re.sub(r"\n\s*listen \[::\][^\n]*", "", text)
        (self.folder / "site.conf").write_text(text, encoding="utf-8")
        temps = "".join(f"{kind}_temp_path {self.folder}/nginx-{kind};\n"
                        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        file = self.folder / "nginx.conf"
        file.write_text(f"daemon off;\npid {self.folder}/nginx.pid;\nerror_log {self.folder}/logs/nginx-error.log;\n"
                        f"events {{}}\nhttp {{\naccess_log off;\n{temps}include {self.folder}/site.conf;\n}}\n", encoding="utf-8")
        self.programs.start("nginx", "/usr/sbin/nginx", "-p", self.folder, "-c", file, "-e",
                            self.folder / "logs/nginx-error.log")

    def context(self):
        """For who comes through nginx: it is certified by central's own authority."""
        return ssl.create_default_context(cafile=self.tls / "kiosk-ca.pem")

    def answers(self, path="/api/v1/openapi.yaml"):
        """Whether somebody gets an answer through nginx."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=3, context=self.context()):
                return True
        except (OSError, ValueError):
            return False

    # --- kiosks

    def start_kiosks(self):
        self.programs.start("kiosks", "/usr/bin/python3", "-B", Path(__file__).with_name("kiosks.py"), self.folder, self.https)

    def kiosks(self):
        """What the kiosks' player wrote last; {} before its first second."""
        try:
            return json.loads((self.folder / "kiosks.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
