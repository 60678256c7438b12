"""The hall's programs as services of the machine that this runs on (inside of it): systemd starts them, by the units of the packages."""
import os
import pwd
import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace

from hall import Central, Kiosk
from hall import central as central_module
from hall import kiosk as kiosk_module
from hall.process import run, wait_until


def ask(unit, what):
    return run("systemctl", "show", "-p", what, "--value", unit).strip()


class Service:
    """In the place of a Program of the hall's."""

    def __init__(self, unit):
        self.name = unit
        started = subprocess.run(["systemctl", "start", unit], check=False, capture_output=True, text=True)
        if started.returncode != 0:
            raise AssertionError(f"{unit}: {started.stderr}{self.tail()}")

    @property
    def process(self):
        return SimpleNamespace(pid=int(ask(self.name, "MainPID")))

    def alive(self):
        return ask(self.name, "ActiveState") in ("active", "activating")

    def stop(self):
        run("systemctl", "stop", self.name)

    def tail(self):
        return run("journalctl", "-u", self.name, "-n", "30", "-o", "cat", "--no-pager")


def as_user(user, *words, **options):
    return run("runuser", "-u", user, "--", *words, **options)


class CentralsService(Central):
    def __init__(self, folder, bin_dir, config_dir, more="", http=""):
        home = Path("/var/lib/ce-central")
        home.mkdir(mode=0o700, exist_ok=True)
        shutil.chown(home, "ce-central", "ce-central")
        super().__init__(folder, bin_dir, "/usr/share/ce-central", more, http)
        self.folder = home
        self.store = central_module.Place(home)
        central_module.Program = self.begin

    def admin(self, *words):
        return as_user("ce-central", "/usr/bin/ce-admin", "--db", self.store.location, *words)

    def begin(self, _name, _command, _folder):
        """The configuration was written; it lies where the unit looks for it."""
        shutil.copy(self.folder / "central.toml", "/etc/ce-central/central.toml")
        (self.folder / "central.toml").unlink()
        return Service("ce-central.service")

    def close(self):
        self.stop()


class KiosksService(Kiosk):
    config = Path("/etc/ce-kiosk/kiosk.toml")

    def __init__(self, folder, bin_dir, display, facts, *more):
        facts = {**facts, "reader": "/dev/ttyUSB*", "assets": "/usr/share/ce-kiosk/assets"}
        self.line = folder / "card-reader"
        super().__init__(folder, bin_dir, display, facts, *more)
        self.state = Path("/var/lib/ce-kiosk")
        self.targets_file = self.state / "targets.json"
        self.user = pwd.getpwnam("ce-kiosk")

    def write_config(self, testing="", template=kiosk_module.CONFIG):
        template = template.replace("{assets}/../config/regions", "{assets}/regions")
        self.config.write_text(template.format(**self.facts, state=self.state, targets=self.targets_file, testing=testing), encoding="utf-8")
        os.chown(self.config, self.user.pw_uid, self.user.pw_gid)
        return self.config

    def enrol(self, code):
        self.state.mkdir(mode=0o700, exist_ok=True)
        shutil.chown(self.state, "ce-kiosk", "ce-kiosk")
        self.write_config()
        as_user("ce-kiosk", "/usr/bin/ce-kiosk", "--config", self.config, "--enrol", code)

    def plug_reader(self):
        """Its line is a pty; it comes by a USB line's name and mode, as udev would give them (packaging/systemd)."""
        there = Path("/dev/ttyUSB0")
        there.touch()
        run("mount", "--bind", self.line.resolve(), there)
        shutil.chown(there, "root", "dialout")
        there.chmod(0o660)

    def start(self, testing="", template=kiosk_module.CONFIG):
        self.write_config(testing, template)
        if not Path("/dev/ttyUSB0").exists():
            self.plug_reader()
        self.program = Service("ce-kiosk.service")

    def staff_pin(self, pin):
        as_user("ce-kiosk", "/usr/bin/ce-kiosk", "--config", self.config, "staff", "pin", input=pin + "\n")

    def comes_back(self, before, seconds):
        """Another process than that, at its home screen."""
        wait_until("another process", lambda: self.program.process.pid not in (0, before), seconds)
        wait_until("its first picture", lambda: ask("ce-kiosk.service", "ActiveState") == "active", seconds)
        self.wait_for("home", seconds=seconds)
