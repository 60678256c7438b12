"""Programs that outlive the command which started them: a pid file and a log each in the demo's directory."""
import os
import signal
import subprocess
import time
from pathlib import Path


def began(pid):
    """When the kernel started that process (clock ticks), or None: a number may belong to another program by now."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[19]
    except OSError:
        return None


def family(pid):
    """The process and all below it."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
    pids = [pid]
    for one in pids:
        pids += [child for child, parent in parents.items() if parent == one]
    return pids


def kill_family(pid):
    """As when the power is cut: nobody is told, nobody goes on. Stopped first, so that none sees another die."""
    everybody = family(pid)
    for number in (signal.SIGSTOP, signal.SIGKILL):
        for one in everybody:
            try:
                os.kill(one, number)
            except ProcessLookupError:
                pass


class Programs:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.pids = self.folder / "pids"
        self.logs = self.folder / "logs"

    def start(self, name, *command, env=None):
        self.pids.mkdir(exist_ok=True)
        self.logs.mkdir(exist_ok=True)
        with (self.logs / f"{name}.log").open("ab") as log:
            process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                       env={**os.environ, **(env or {})}, start_new_session=True)
        (self.pids / name).write_text(f"{process.pid} {began(process.pid)}", encoding="utf-8")
        return process

    def pid(self, name):
        """Of the program while it runs, else None."""
        try:
            pid, start = (self.pids / name).read_text(encoding="utf-8").split()
        except (OSError, ValueError):
            return None
        if began(pid) != start or Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] == "Z":
            return None
        return int(pid)

    def names(self):
        return sorted(path.name for path in self.pids.glob("*")) if self.pids.exists() else []

    def kill(self, name):
        pid = self.pid(name)
        if pid:
            kill_family(pid)

    def stop(self, name, patience=20):
        """SIGTERM, and after so many seconds SIGKILL to all below it."""
        pid = self.pid(name)
        if not pid:
            return
        os.kill(pid, signal.SIGTERM)
        end = time.monotonic() + patience
        while self.pid(name) and time.monotonic() < end:
            self.reap(pid)
            time.sleep(0.05)
        self.kill(name)
        self.reap(pid)

    @staticmethod
    def reap(pid):
        try:
            os.waitpid(pid, os.WNOHANG)
        except ChildProcessError:
            pass

    def said(self, name, lines=15):
        try:
            text = (self.logs / f"{name}.log").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
        return "\n".join(text.splitlines()[-lines:])
