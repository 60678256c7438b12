"""etcd, Patroni and PostgreSQL: three of each, on loopback."""
import json
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from processes import kill_family

NODES = (1, 2, 3)
BIN = "/usr/lib/postgresql/15/bin"

# Seconds. A primary that is gone is given up when its lease ends: at most `ttl` after its last word. On machines of
# their own 30/10/10 is Patroni's default; ttl must be at least loop_wait + 2 * retry_timeout.
TTL, LOOP_WAIT, RETRY_TIMEOUT = 10, 2, 4


def fetch(url, timeout=2):
    """The JSON that is answered, whatever the status; None where nobody answers."""
    try:
        with urllib.request.urlopen(url, timeout=timeout) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refused:
        try:
            return json.load(refused)
        except ValueError:
            return None
    except (OSError, ValueError):
        return None


class Database:
    def __init__(self, folder, port, programs, words):
        self.folder, self.port, self.programs, self.words = Path(folder), port, programs, words
        self.archive = None  # a directory that each server keeps its log in (recovery.md)

    def etcd_port(self, node):
        return self.port + node

    def postgres_port(self, node):
        return self.port + 20 + node

    def rest_port(self, node):
        return self.port + 30 + node

    def node_folder(self, node):
        return self.folder / f"pg{node}"

    # --- etcd

    def start_etcd(self, node):
        def peer(one):
            return f"http://127.0.0.1:{self.port + 10 + one}"

        client = f"http://127.0.0.1:{self.etcd_port(node)}"
        self.programs.start(
            f"etcd{node}", "/usr/bin/etcd", "--name", f"etcd{node}", "--data-dir", self.folder / f"etcd{node}",
            "--listen-client-urls", client, "--advertise-client-urls", client,
            "--listen-peer-urls", peer(node), "--initial-advertise-peer-urls", peer(node),
            "--initial-cluster", ",".join(f"etcd{one}={peer(one)}" for one in NODES),
            "--initial-cluster-token", "ce-cluster-demo", "--initial-cluster-state", "new")

    def etcd_healthy(self, node):
        answer = fetch(f"http://127.0.0.1:{self.etcd_port(node)}/health")
        return bool(answer) and answer.get("health") == "true"

    # --- the network between a node's Patroni and etcd

    def way_port(self, node, member):
        return self.port + 10 * node + 3 + member

    def start_way(self, node):
        self.programs.start(f"way{node}", "/usr/bin/python3", "-B", Path(__file__).with_name("relay.py"),
                            *(f"{self.way_port(node, one)}={self.etcd_port(one)}" for one in NODES))

    def cut_way(self, node, cut=True):
        """Pulls that cable, or plugs it in."""
        pid = self.programs.pid(f"way{node}")
        if pid:
            os.kill(pid, signal.SIGSTOP if cut else signal.SIGCONT)

    # --- Patroni and PostgreSQL

    def settings(self, node):
        """Patroni's configuration; JSON is YAML."""
        folder, words = self.node_folder(node), self.words
        return {
            "scope": "ce", "name": f"pg{node}",
            "restapi": {"listen": f"127.0.0.1:{self.rest_port(node)}", "connect_address": f"127.0.0.1:{self.rest_port(node)}"},
            # By its own way alone, or Patroni would find the members' own addresses and go there.
            "etcd3": {"use_proxies": True, "hosts": [f"127.0.0.1:{self.way_port(node, one)}" for one in NODES]},
            "bootstrap": {
                "dcs": {
                    "ttl": TTL, "loop_wait": LOOP_WAIT, "retry_timeout": RETRY_TIMEOUT,
                    # Whoever is promoted has every commit that was answered.
                    "synchronous_mode": True,
                    # A primary that crashed is not waited for.
                    "primary_start_timeout": 0, "master_start_timeout": 0,
                    "postgresql": {
                        "use_pg_rewind": True,
                        "parameters": {"wal_log_hints": "on", "max_connections": 100, "shared_buffers": "64MB",
                                       "max_wal_size": "512MB", "wal_keep_size": "256MB"},
                    },
                },
                "initdb": [{"encoding": "UTF8"}, {"locale": "C"}, "data-checksums"],
            },
            "postgresql": {
                "listen": f"127.0.0.1:{self.postgres_port(node)}", "connect_address": f"127.0.0.1:{self.postgres_port(node)}",
                "data_dir": str(folder / "data"), "bin_dir": BIN, "pgpass": str(folder / "pgpass"),
                "authentication": {"superuser": {"username": "postgres", "password": words["postgres"]},
                                   "replication": {"username": "follower", "password": words["follower"]},
                                   "rewind": {"username": "postgres", "password": words["postgres"]}},
                "parameters": {"unix_socket_directories": str(folder), **self.archiving()},
                "pg_hba": ["host replication follower 127.0.0.1/32 scram-sha-256", "host all all 127.0.0.1/32 scram-sha-256"],
            },
            "watchdog": {"mode": "off"},
            "tags": {"nofailover": False, "noloadbalance": False, "clonefrom": False, "nosync": False},
        }

    def archiving(self):
        """As recovery.md has it."""
        if not self.archive:
            return {}
        to = f"{self.archive}/%f"
        return {"archive_mode": "on", "archive_timeout": 60,
                "archive_command": f"test ! -f {to} && cp %p {to}.part && sync {to}.part && mv {to}.part {to}"}

    def start_node(self, node):
        folder = self.node_folder(node)
        folder.mkdir(exist_ok=True, mode=0o700)
        file = folder / "patroni.yml"
        file.write_text(json.dumps(self.settings(node), indent=1), encoding="utf-8")
        file.chmod(0o600)
        if not self.programs.pid(f"way{node}"):
            self.start_way(node)
        self.programs.start(f"patroni{node}", "/usr/bin/patroni", file)

    def postmaster(self, node):
        """The PostgreSQL server's process, None where it does not run."""
        try:
            pid = int((self.node_folder(node) / "data/postmaster.pid").read_text(encoding="utf-8").split()[0])
            return pid if "postgres" in os.readlink(f"/proc/{pid}/exe") else None
        except (OSError, ValueError, IndexError):
            return None

    def kill_node(self, node):
        """Patroni and PostgreSQL together, as when their machine loses power."""
        server = self.postmaster(node)
        self.programs.kill(f"patroni{node}")
        if server:
            kill_family(server)

    def stop_node(self, node):
        self.cut_way(node, cut=False)
        self.programs.stop(f"patroni{node}", patience=30)  # stops its PostgreSQL with it
        server = self.postmaster(node)
        if server:
            kill_family(server)

    def members(self):
        """What the first Patroni that answers knows: by name, with role, state, timeline and lag in bytes."""
        for node in NODES:
            answer = fetch(f"http://127.0.0.1:{self.rest_port(node)}/cluster") if self.programs.pid(f"patroni{node}") else None
            if answer and answer.get("members"):
                return {one["name"]: one for one in answer["members"]}
        return {}

    def node_of(self, *roles):
        """The number of the running node that has one of these roles."""
        for name, member in self.members().items():
            if member["role"] in roles and member["state"] in ("running", "streaming") and self.postmaster(int(name[2:])):
                return int(name[2:])
        return None

    def primary(self):
        return self.node_of("leader")

    def writable(self):
        """The nodes whose PostgreSQL says that it is no standby, whatever Patroni thinks."""
        found = []
        for node in NODES:
            try:
                if self.postmaster(node) and self.psql(node, "postgres", "SELECT pg_is_in_recovery()") == ["f"]:
                    found.append(node)
            except RuntimeError:
                continue
        return found

    def complete(self):
        """A primary, a synchronous standby and another one, all running."""
        roles = sorted(one["role"] for one in self.members().values() if one["state"] in ("running", "streaming"))
        # Patroni's word of a node that died is good until its lease ends.
        return roles == ["leader", "replica", "sync_standby"] and all(self.postmaster(node) for node in NODES)

    def psql(self, node, database, sql):
        command = ["/usr/bin/psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p",
                   str(self.postgres_port(node)), "-U", "postgres", "-d", database, "-c", sql]
        ran = subprocess.run(command, capture_output=True, text=True, check=False,
                             env={**os.environ, "PGPASSWORD": self.words["postgres"], "PGCONNECT_TIMEOUT": "3"})
        if ran.returncode != 0:
            raise RuntimeError(f"psql: {ran.stderr.strip()}")
        return ran.stdout.splitlines()

    def location(self, **more):
        """As ce-central takes it: all hosts, the one that takes writes is found."""
        words = {"host": ",".join("127.0.0.1" for _ in NODES), "port": ",".join(str(self.postgres_port(one)) for one in NODES),
                 "user": "ce", "dbname": "ce", "passfile": str(self.folder / "pgpass"), **more}
        return " ".join(f"{key}={value}" for key, value in words.items())


def wait_for(what, condition, seconds, step=0.2):
    """Seconds it took. Raises RuntimeError where it did not come."""
    begin = time.monotonic()
    while time.monotonic() - begin < seconds:
        if condition():
            return time.monotonic() - begin
        time.sleep(step)
    raise RuntimeError(f"等了 {seconds} 秒也没有等到：{what} · waited {seconds} s in vain for: {what}")
