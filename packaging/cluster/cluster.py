"""The whole: made in a directory of its own, found there again by the next command, brought down."""
import json
import secrets
import shutil
import socket
import threading
import time
from pathlib import Path

from database import NODES, Database, wait_for
from processes import Programs
from service import CENTRALS, Site

HALLS = ("440106", "440305", "440402", "440604", "441302", "441900")
NOTE = "demo.json"


def at_once(what, ones):
    threads = [threading.Thread(target=what, args=(one,)) for one in ones]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


class Cluster:
    def __init__(self, folder, port, words):
        self.folder = folder
        self.programs = Programs(folder)
        self.database = Database(folder, port, self.programs, words)
        self.site = Site(folder, port, self.programs, self.database)

    @classmethod
    def make(cls, folder, port):
        if (folder / NOTE).exists():
            raise RuntimeError(f"{folder}: 已有一个在运行，请先 packaging/cluster-demo stop · one runs already, stop it first")
        for one in range(port, port + 50):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", one)) == 0:
                    raise RuntimeError(f"端口 {one} 已被占用，请用 --port 另选 · port {one} is taken, choose others by --port")
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError:
            raise RuntimeError(f"{folder} 已存在，不是本演示的目录，请用 --dir 另选 · {folder} exists and is not this demo's") from None
        words = {name: secrets.token_hex(16) for name in ("postgres", "follower", "ce")}
        note = folder / NOTE
        note.touch(mode=0o600)
        note.write_text(json.dumps({"port": port, "words": words}), encoding="utf-8")
        passwords = folder / "pgpass"
        passwords.touch(mode=0o600)
        passwords.write_text(f"127.0.0.1:*:*:ce:{words['ce']}\n", encoding="utf-8")
        return cls(folder, port, words)

    @classmethod
    def find(cls, folder):
        try:
            known = json.loads((folder / NOTE).read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise RuntimeError(f"{folder}: 没有在运行，请先 packaging/cluster-demo start · nothing runs here, start it first") from None
        except PermissionError:
            raise RuntimeError(f"{folder} 属于另一个用户 · belongs to another user") from None
        return cls(folder, known["port"], known["words"])

    def start(self, people, kiosks, password, say):
        database, site = self.database, self.site
        say("etcd：三个成员商定谁是主库 · three members agree on who is primary")
        for node in NODES:
            database.start_etcd(node)
        wait_for("etcd", lambda: all(database.etcd_healthy(node) for node in NODES), 60)
        say("PostgreSQL：主库 · the primary")
        database.start_node(1)
        wait_for("PostgreSQL", lambda: database.primary() == 1, 90)
        say("PostgreSQL：两个备库，其一同步 · two standbys, one of them synchronous")
        for node in NODES[1:]:
            database.start_node(node)
        wait_for("两个备库 standbys", database.complete, 120)
        database.psql(1, "postgres", f"CREATE ROLE ce LOGIN PASSWORD '{database.words['ce']}'")
        database.psql(1, "postgres", "CREATE DATABASE ce OWNER ce TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
        say(f"ce-admin：{people} 名专业技术人员，{kiosks} 台终端 · {people} professionals, {kiosks} kiosks")
        site.fill(people, password)
        site.enrol(kiosks, HALLS)
        say("ce-central 两个，nginx 在前 · two ce-central behind nginx")
        for number in CENTRALS:
            site.start_central(number)
        wait_for("ce-central", lambda: all(site.central_ready(number) for number in CENTRALS), 60)
        site.start_nginx()
        wait_for("nginx", site.answers, 20)
        site.start_kiosks()
        wait_for("终端 kiosks", lambda: site.kiosks().get("served") == kiosks, 60)
        say("就绪 · ready")

    def writes(self):
        """Whether somebody's write is taken through the primary that is found."""
        try:
            node = self.database.primary()
            return bool(node) and self.database.psql(node, "ce", "CREATE TEMP TABLE probe (x INT); SELECT 1") == ["1"]
        except RuntimeError:
            return False

    def strike(self, what):
        """SIGKILL to one of that kind, as a power cut of its machine; or the primary's way to etcd is cut. Its name."""
        database = self.database
        if what in ("central", "etcd"):
            numbers, kill = (CENTRALS if what == "central" else NODES), self.programs.kill
            name = next((f"{what}{one}" for one in numbers if self.programs.pid(f"{what}{one}")), None)
        else:
            kill = None
            node = database.primary() if what in ("primary", "cut") else database.node_of("sync_standby") or database.node_of("replica")
            name = f"pg{node}" if node else None
        if name is None:
            raise RuntimeError(f"没有在运行的 {what} · no {what} runs")
        if kill:
            kill(name)
        elif what == "cut":
            database.cut_way(node)
        else:
            database.kill_node(node)
        return name

    def kill(self, what, say):
        """(who was killed, seconds until kiosks' reports were taken again)"""
        begin = time.time()
        name = self.strike(what)
        say(f"{'断开与 etcd 的网络 cut off from etcd' if what == 'cut' else 'SIGKILL'}：{name}（{what}）")
        wait_for("恢复 service", lambda: self.served_since(begin), 120, step=0.1)
        seconds = time.time() - begin
        say(f"{seconds:.1f} 秒后终端的报告又被收下 · kiosks' reports are taken again after {seconds:.1f} s")
        return name, seconds

    def served_since(self, moment):
        """Whether kiosks' reports, which are written, were answered in a second that began after that moment."""
        kiosks = self.site.kiosks()
        return bool(kiosks) and kiosks["at"] > moment + 1.5 and kiosks["beats"] > 0 and self.writes()

    def mend(self, say=lambda words: None):
        """Starts whatever does not run, and waits until nothing is missing; the seconds that took."""
        starts = ([(f"etcd{node}", f"etcd{node}", self.database.start_etcd, node) for node in NODES] +
                  [(f"patroni{node}", f"pg{node}", self.database.start_node, node) for node in NODES] +
                  [(f"central{number}", f"central{number}", self.site.start_central, number) for number in CENTRALS])
        for node in NODES:
            self.database.cut_way(node, cut=False)
        for program, name, begin, number in starts:
            if not self.programs.pid(program):
                say(f"启动 starting {name}")
                begin(number)
        return wait_for("全部恢复 everything", self.complete, 180)

    def complete(self):
        return (self.database.complete() and all(self.database.etcd_healthy(node) for node in NODES) and
                all(self.site.central_ready(number) for number in CENTRALS))

    def revive(self, say):
        say(f"{self.mend(say):.0f} 秒后全部就位 · complete again")

    def tell_logs(self):
        for name in self.programs.names():
            if not self.programs.pid(name):
                print(f"--- {name} 已停 has ended:\n{self.programs.said(name)}")

    def stop(self, say):
        say("停止 · stopping")
        for name in ("kiosks", "nginx", *(f"central{number}" for number in CENTRALS)):
            self.programs.stop(name)
        # The primary last: nobody has to take over.
        primary = self.database.primary()
        for nodes in ([node for node in NODES if node != primary], [primary] if primary else []):
            at_once(self.database.stop_node, nodes)
        at_once(self.programs.stop, [f"{kind}{node}" for kind in ("way", "etcd") for node in NODES])
        shutil.rmtree(self.folder, ignore_errors=True)
        say(f"全部停止，{self.folder} 已删除 · all stopped, {self.folder} removed")
