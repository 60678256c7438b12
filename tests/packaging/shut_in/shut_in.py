"""Runs a service's program as its unit says, where systemd is not the first process: its user, its view of the files, its devices,
its capabilities, its system calls. Tells which settings it carried out and which it cannot.

usage: shut_in.py --root ROOT --unit NAME [--device HERE=THERE]... [--set NAME=VALUE]... [--notify SOCKET] [--report FILE] -- COMMAND...
ROOT is a file system that the packages are installed on; as root.
"""
import argparse
import ctypes
import os
import resource
import shlex
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import filter as syscalls
from unit import is_on, read, words

LIBC = ctypes.CDLL(None, use_errno=True)
NEW_MOUNTS, NEW_NAMES = 0x00020000, 0x04000000
DROP_BOUND, NO_NEW_PRIVILEGES, KEYCTL, JOIN_SESSION = 24, 38, 250, 1
PLAIN_DEVICES = {"null": (1, 3), "zero": (1, 5), "full": (1, 7), "random": (1, 8), "urandom": (1, 9), "tty": (5, 0)}
GROUPS = {"char-drm": "/dev/dri", "char-alsa": "/dev/snd"}  # those that are a directory
# Of systemd's own concern: how the service is started, watched and ended, not what it may do.
OTHERS = {"Type", "WatchdogSec", "TimeoutStartSec", "TimeoutStopSec", "ExecStart", "Restart", "RestartSec", "RestartPreventExitStatus",
          "RemoveIPC"}


def mount(*arguments):
    subprocess.run(["mount", *map(str, arguments)], check=True)


def new_directory(path, mode=0o755):
    path.mkdir(parents=True, exist_ok=True)
    path.chmod(mode)


class View:
    """The file system as the service sees it, in a mount namespace of this process's own."""

    def __init__(self, root, settings):
        self.root, self.settings, self.done = root, settings, []
        if LIBC.unshare(NEW_MOUNTS | NEW_NAMES) != 0:
            raise OSError(ctypes.get_errno(), "unshare")
        mount("--make-rprivate", "/")
        self.new = Path(tempfile.mkdtemp(prefix="view-", dir=root.parent))
        mount("--bind", root, self.new)

    def on(self, *keys):
        given = [key for key in keys if key in self.settings and self.settings[key] and self.settings[key][-1] != "no"]
        self.done += given
        return bool(given)

    def write_only_where_allowed(self):
        if self.on("ProtectSystem"):
            mount("-o", "remount,bind,ro", self.new)
        for key, place in (("StateDirectory", "var/lib"), ("CacheDirectory", "var/cache"), ("LogsDirectory", "var/log"),
                           ("RuntimeDirectory", "run")):
            for name in words(self.settings, key):
                self._let_write(f"{place}/{name}", int(self.settings.get(f"{key}Mode", ["0755"])[-1], 8))
                self.done += [key, f"{key}Mode"]
        for path in words(self.settings, "ReadWritePaths"):
            path = path.lstrip("-/")
            if (self.root / path).exists():
                mount("--bind", self.root / path, self.new / path)
            self.done.append("ReadWritePaths")

    def _let_write(self, path, mode):
        new_directory(self.root / path, mode)
        user = self.settings["User"][-1]
        subprocess.run(["chroot", str(self.root), "chown", "-R", f"{user}:{user}", f"/{path}"], check=True)
        mount("--bind", self.root / path, self.new / path)

    def hide(self):
        if self.on("PrivateTmp"):
            for path in ("tmp", "var/tmp"):
                mount("-t", "tmpfs", "-o", "mode=1777,nosuid,nodev", "tmpfs", self.new / path)
        if self.on("ProtectHome"):
            for path in ("home", "root"):
                mount("-t", "tmpfs", "-o", "mode=000,ro", "tmpfs", self.new / path)
        options = "nosuid,nodev,noexec"
        if self.on("ProtectProc"):
            options += f",hidepid={self.settings['ProtectProc'][-1]}"
        if self.on("ProcSubset"):
            options += f",subset={self.settings['ProcSubset'][-1]}"
        mount("-t", "proc", "-o", options, "proc", self.new / "proc")
        mount("--bind", "/sys", self.new / "sys")
        mount("-o", "remount,bind,ro,nosuid,nodev,noexec", self.new / "sys")
        # Of /proc/sys, /proc/kmsg and the control groups nothing is left to see.
        self.on("ProtectKernelTunables", "ProtectKernelLogs", "ProtectControlGroups", "ProtectHostname")

    def give_devices(self, lent):
        if not self.on("DevicePolicy", "DeviceAllow"):
            return
        dev = self.new / "dev"
        mount("-t", "tmpfs", "-o", "mode=755,nosuid", "tmpfs", dev)
        for name, (major, minor) in PLAIN_DEVICES.items():
            os.mknod(dev / name, 0o666 | stat.S_IFCHR, os.makedev(major, minor))
            (dev / name).chmod(0o666)
        new_directory(dev / "shm")
        mount("-t", "tmpfs", "-o", "mode=1777,nosuid,nodev", "tmpfs", dev / "shm")
        for line in self.settings.get("DeviceAllow", []):
            directory = Path(GROUPS.get(line.split()[0], "/nowhere"))
            if directory.is_dir():
                new_directory(self.new / directory.relative_to("/"))
                mount("--bind", directory, self.new / directory.relative_to("/"))
        for here, there in (one.split("=") for one in lent):
            at = self.new / there.lstrip("/")
            at.touch()
            mount("--bind", Path(here).resolve(), at)

    def lend_socket(self, path):
        at = self.root / "run/systemd/notify"
        new_directory(at.parent)
        at.touch()
        mount("--bind", path, self.new / at.relative_to(self.root))

    def enter(self):
        os.chroot(self.new)
        os.chdir("/")


def limit(settings):
    for key, what in (("LimitCORE", resource.RLIMIT_CORE), ("LimitMEMLOCK", resource.RLIMIT_MEMLOCK), ("LimitNOFILE", resource.RLIMIT_NOFILE)):
        if key in settings:
            value = resource.RLIM_INFINITY if settings[key][-1] == "infinity" else int(settings[key][-1])
            try:
                resource.setrlimit(what, (value, value))
            except ValueError:
                continue  # a machine whose root may not raise it
            yield key
    if "UMask" in settings:
        os.umask(int(settings["UMask"][-1], 8))
        yield "UMask"


def become(settings):
    """Its user, with nothing of root's left."""
    import grp
    import pwd
    user = pwd.getpwnam(settings["User"][-1])
    groups = {user.pw_gid, *(grp.getgrnam(name).gr_gid for name in words(settings, "SupplementaryGroups"))}
    yield from ("User", "SupplementaryGroups")
    if settings.get("KeyringMode", ["inherit"])[-1] == "private":
        LIBC.syscall(KEYCTL, JOIN_SESSION, None)
        yield "KeyringMode"
    if "CapabilityBoundingSet" in settings and not words(settings, "CapabilityBoundingSet"):
        for capability in range(64):
            LIBC.prctl(DROP_BOUND, capability, 0, 0, 0)
        yield "CapabilityBoundingSet"
        # Without the capabilities there is neither clock nor module nor kernel log to touch.
        yield from (key for key in ("ProtectClock", "ProtectKernelModules") if is_on(settings, key))
    os.setgroups(sorted(groups))
    os.setresgid(user.pw_gid, user.pw_gid, user.pw_gid)
    os.setresuid(user.pw_uid, user.pw_uid, user.pw_uid)
    if is_on(settings, "NoNewPrivileges"):
        LIBC.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        yield "NoNewPrivileges"


def boot():
    return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="utf-8").strip().replace("-", "")


def environment(settings, more):
    told = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin"}
    for line in settings.get("Environment", []):
        told.update(pair.split("=", 1) for pair in shlex.split(line.replace("%b", boot())))
    told.update(pair.split("=", 1) for pair in more)
    return told


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--unit", required=True)
    parser.add_argument("--device", action="append", default=[], metavar="HERE=THERE", help="a device of this machine, and its name there")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="beside the unit's environment")
    parser.add_argument("--notify", help="a socket that hears what systemd would")
    parser.add_argument("--report", type=Path)
    parser.add_argument("command", nargs="+")
    given = parser.parse_args()
    settings = read(given.root, given.unit)
    code, done = syscalls.program(settings)  # while systemd-analyze is at hand
    told = environment(settings, given.set)
    done.append("Environment")
    report = given.report.open("w", encoding="utf-8") if given.report else sys.stderr
    view = View(given.root, settings)
    view.write_only_where_allowed()
    view.hide()
    view.give_devices(given.device)
    if given.notify:
        view.lend_socket(given.notify)
        told.update(NOTIFY_SOCKET="/run/systemd/notify", WATCHDOG_USEC=str(int(settings.get("WatchdogSec", ["0"])[-1]) * 1_000_000))
    view.enter()
    done += [*view.done, *limit(settings), *become(settings)]
    asked = {key for key in settings if key not in OTHERS and settings[key] != ["no"]}
    print("carried out: " + " ".join(sorted(asked & set(done))), file=report)
    print("not carried out: " + (" ".join(sorted(asked - set(done))) or "-"), file=report, flush=True)
    if report is not sys.stderr:
        report.close()
    syscalls.load(LIBC, code)
    os.execve(given.command[0], given.command, told)


if __name__ == "__main__":
    main()
