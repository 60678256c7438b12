"""The servers that answer the same look-up, each started fresh and stopped by its owner."""
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests" / "journeys"))

from hall.central import free_port  # noqa: E402
from hall.process import tied  # noqa: E402

PEER = Path(__file__).with_name("fastify")
INSTALLED = ROOT / "build" / "peers" / "fastify"


class Server:
    """A program that serves on self.port until stopped."""

    def __init__(self, name, words, port, folder, path):
        self.name, self.port, self.path = name, port, path
        self.log = open(folder / f"{name}.log", "wb")
        self.process = subprocess.Popen(words, stdout=self.log, stderr=self.log, start_new_session=True, preexec_fn=tied())
        deadline = time.monotonic() + 30
        while True:
            try:
                self.body = urllib.request.urlopen(self.url, timeout=5).read()
                return
            except OSError:
                if time.monotonic() > deadline or self.process.poll() is not None:
                    self.stop()
                    raise RuntimeError(f"{name} does not answer; see {folder}/{name}.log") from None
                time.sleep(0.1)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}{self.path}"

    def stop(self):
        try:
            os.killpg(self.process.pid, 15)
            self.process.wait(20)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            pass
        self.log.close()


def central(folder, store, number):
    port = free_port()
    config = folder / "central.toml"
    config.write_text(f"""
[http]
port = {port}
max_connections = 8192
trusted_proxies = ["127.0.0.1"]
[store]
path = "{store}"
[data]
config_dir = "{ROOT / 'config'}"
[verification]
per_minute = 1000000
burst = 1000000
[kiosks]
bearer_keys = "this_machine"
persons_per_hour = 1000000
grants_per_hour = 1000000
[log]
level = "error"
""", encoding="utf-8")
    return Server("ce-central", [ROOT / "build/release/bin/ce-central", "--config", config], port, folder,
                  f"/api/v1/certificates/{number}")


def nginx(folder, body, path):
    """A static file of the same bytes under every path: the limit of what HTTP costs on this machine."""
    port = free_port()
    root = folder / "static"
    root.mkdir(exist_ok=True)
    (root / "answer.json").write_bytes(body)
    os.chmod(folder, 0o755)
    config = folder / "nginx.conf"
    config.write_text(f"""
user root;
worker_processes 2;
pid {folder}/nginx.pid;
daemon off;
error_log stderr crit;
events {{ worker_connections 8192; }}
http {{
  access_log off;
  keepalive_requests 100000000;
  open_file_cache max=100;
  types {{ application/json json; }}
  server {{ listen 127.0.0.1:{port}; root {root}; location / {{ try_files /answer.json =404; }} }}
}}
""", encoding="utf-8")
    return Server("nginx", ["/usr/sbin/nginx", "-c", config, "-p", folder], port, folder, path)


def install_fastify():
    """Node.js' Fastify and better-sqlite3 into the build folder, at the versions of package-lock.json. Needs the network."""
    if shutil.which("npm") is None:
        raise SystemExit("npm is not installed: apt install npm")
    shutil.copytree(PEER, INSTALLED, dirs_exist_ok=True)
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=INSTALLED, check=True)


def fastify(folder, store, number):
    if not (INSTALLED / "node_modules" / "better-sqlite3").exists():
        raise RuntimeError("not installed: tests/bench/look_up/look_up.py --install-peer, once, with the network")
    port = free_port()
    shutil.copy(PEER / "server.mjs", INSTALLED)
    return Server("fastify", ["node", INSTALLED / "server.mjs", store, str(port)], port, folder,
                  f"/api/v1/certificates/{number}")
