"""The kiosk machine's upgrade with the real apt and dpkg, on a root directory and a signed source of its own: what central
lets it take is installed, nothing else, and not while the hall is open. The real ce-kiosk is asked; the packages are empty.

usage: update_test.py SOURCE_ROOT PROGRAMS_DIR
"""
import datetime
import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT, BIN = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
UPDATE = ROOT / "packaging/deb/ce-kiosk/update"


def said(*words, **options):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True, **options).stdout


class Source:
    """A directory of packages, signed as apt wants it."""

    def __init__(self, place):
        self.place, self.debs = place / "source", place / "source" / "debs"
        self.home = place / "gpg"
        self.debs.mkdir(parents=True)
        self.home.mkdir(mode=0o700)
        self.key = self.new_key("first")

    def new_key(self, name):
        gpg = ("gpg", "--homedir", self.home, "--batch", "--quiet")
        said(*gpg, "--passphrase", "", "--quick-generate-key", f"{name}@localhost", "ed25519", "sign", "never")
        file = self.home.parent / f"{name}.gpg"
        said(*gpg, "--output", file, "--export", f"{name}@localhost")
        return file

    def add(self, version):
        tree = self.place.parent / f"tree-{version}"
        (tree / "DEBIAN").mkdir(parents=True)
        (tree / "DEBIAN" / "control").write_text(
            f"Package: ce-kiosk\nVersion: {version}\nArchitecture: all\nMaintainer: test <test@localhost>\nDescription: empty\n")
        (tree / "usr" / "share").mkdir(parents=True)
        (tree / "usr" / "share" / "ce-kiosk-version").write_text(version)
        said("dpkg-deb", "--root-owner-group", "--build", tree, self.debs)
        return self.debs / f"ce-kiosk_{version}_all.deb"

    def publish(self, signer="first"):
        packages = said("dpkg-scanpackages", "--multiversion", "debs", cwd=self.place).encode()
        (self.place / "Packages").write_bytes(packages)
        now = datetime.datetime.now(datetime.timezone.utc).strftime("%a, %d %b %Y %H:%M:%S UTC")
        release = self.place / "Release"
        release.write_text(f"Date: {now}\nSHA256:\n {hashlib.sha256(packages).hexdigest()} {len(packages)} Packages\n")
        said("gpg", "--homedir", self.home, "--batch", "--yes", "--quiet", "--local-user", f"{signer}@localhost", "--clearsign",
             "--output", self.place / "InRelease", release)


class Machine:
    """A root directory with ce-kiosk 0.1.0, and how apt finds it."""

    def __init__(self, place, source):
        self.place, self.root = place, place / "root"
        for directory in ("var/lib/dpkg/updates", "var/lib/dpkg/info", "var/lib/apt/lists/partial", "var/cache/apt/archives/partial",
                          "var/log/apt", "etc/apt/preferences.d", "etc/apt/apt.conf.d"):
            (self.root / directory).mkdir(parents=True)
        (self.root / "var/lib/dpkg/status").touch()
        (self.root / "var/lib/dpkg/available").touch()
        (self.root / "etc/apt/sources.list").write_text(f"deb [signed-by={source.key}] file:{source.place} ./\n")
        self.dpkg = [f"--root={self.root}", "--force-not-root", f"--log={self.root}/var/log/dpkg.log"]
        options = "".join(f'  "{option}";\n' for option in self.dpkg)
        config = place / "apt.conf"
        config.write_text(f'Dir "{self.root}";\nDir::State::status "{self.root}/var/lib/dpkg/status";\n'
                          f'Dir::Etc::main "/dev/null";\nDir::Bin::methods "/usr/lib/apt/methods";\nDir::Bin::dpkg "/usr/bin/dpkg";\n'
                          f'APT::Sandbox::User "root";\nDPkg::Options {{\n{options}}};\n')
        self.storage = place / "storage"
        self.storage.mkdir(mode=0o700)
        self.shims = place / "bin"
        self.shims.mkdir()
        # The test has no user ce-kiosk, and the program is the one just built.
        self.shim("runuser", 'shift 3\nexec "$@"')
        self.shim("ce-kiosk", f'exec "{BIN}/ce-kiosk" --config "{place}/kiosk.toml" "$@"')
        self.shim("flock", f'[ "$5" = /var/lib/ce-kiosk/in_use ] || exit 1\nshift 5\n'
                           f'exec /usr/bin/flock --shared --nonblock --conflict-exit-code 75 "{self.storage}/in_use" "$@"')
        self.shim("apt-get", f'[ "$2" != update ] || echo >>"{place}/looks"\nexec /usr/bin/apt-get "$@"')
        # What the script itself says to dpkg is about this root as well.
        self.shim("dpkg", 'exec /usr/bin/dpkg ' + " ".join(self.dpkg) + ' "$@"')
        self.env = {**os.environ, "APT_CONFIG": str(config), "PATH": f"{self.shims}:{os.environ['PATH']}:/usr/sbin:/sbin",
                    "ASAN_OPTIONS": "detect_leaks=0"}
        self.close()

    def shim(self, name, does):
        (self.shims / name).write_text(f"#!/bin/sh\n{does}\n")
        (self.shims / name).chmod(0o755)

    def install(self, deb):
        said("dpkg", *self.dpkg, "--install", deb, env=self.env)

    def hours(self, begin, end):
        text = (ROOT / "config/kiosk.toml").read_text(encoding="utf-8")
        text = text.replace("/var/lib/ce-kiosk", str(self.storage)).replace("/usr/share/ce-kiosk/assets", str(ROOT / "assets"))
        lines, section = [], ""
        for line in text.splitlines():
            section = line.split("]")[0] if line.startswith("[") else section
            if section != "[hours":
                lines.append(line)
        lines += ["[hours]", 'days = "daily"', f'open = ["{begin}-{end}"]', "closed = []", "working = []"]
        (self.place / "kiosk.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def open(self):
        self.hours("00:00", "24:00")

    def close(self):
        """Open for half an hour, half a day from now."""
        now = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=8 + 12)
        hour = now.hour
        self.hours(f"{hour:02}:00", f"{hour:02}:30")

    def allow(self, version):
        """As kiosk/remote_settings keeps what central said."""
        (self.storage / "remote_settings.json").write_text(json.dumps({"version": 1, "items": [
            {"item": "program", "values": [version], "revision": 3, "outcome": "applied"}]}))

    def update(self):
        return subprocess.run([UPDATE], check=False, capture_output=True, text=True, env=self.env)

    def breaks_off(self, state, version):
        """The power went in the middle of an upgrade to that version: what dpkg had noted, and its journal of it."""
        file = self.root / "var/lib/dpkg/status"
        text = re.sub(r"(?m)^Status: .*$", f"Status: install {state}", file.read_text(encoding="utf-8"), count=1)
        text = re.sub(r"(?m)^Version: .*$", f"Version: {version}", text, count=1)
        file.write_text(text, encoding="utf-8")
        (self.root / "var/lib/dpkg/updates/0001").write_text(text, encoding="utf-8")

    def looks(self):
        """How often the sources were asked."""
        file = self.place / "looks"
        return len(file.read_text().splitlines()) if file.exists() else 0

    def version(self):
        return (self.root / "usr/share/ce-kiosk-version").read_text()


class Update(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="ce-update-")
        place = Path(self.folder.name)
        self.addCleanup(self.folder.cleanup)
        self.source = Source(place)
        self.addCleanup(subprocess.run, ["gpgconf", "--homedir", str(self.source.home), "--kill", "all"], check=False)
        self.machine = Machine(place, self.source)
        self.machine.install(self.source.add("0.1.0"))
        for version in ("0.2.0", "0.3.0"):
            self.source.add(version)
        self.source.publish()

    def after_an_update(self):
        self.ran = self.machine.update()
        self.said = self.ran.stdout + self.ran.stderr
        return self.machine.version()

    def test_what_central_lets_it_take_is_installed_and_nothing_else(self):
        self.assertEqual(self.after_an_update(), "0.1.0", self.said)
        self.assertIn("管理系统没有让本机升级", self.said)
        self.machine.allow("0.2.0")
        self.assertEqual(self.after_an_update(), "0.2.0", self.said)
        self.assertIn("让本机升级到 0.2.0，不是这个版本", self.said)
        self.assertEqual(self.after_an_update(), "0.2.0", "the newest waits for central's word")
        self.machine.allow("0.1.0")
        self.assertEqual(self.after_an_update(), "0.2.0", "nobody goes back by himself")
        self.machine.allow("0.3.0")
        self.assertEqual(self.after_an_update(), "0.3.0", self.said)
        self.assertEqual(self.ran.returncode, 0)

    def test_no_source_is_asked_where_there_is_nothing_to_take(self):
        self.assertEqual(self.after_an_update(), "0.1.0", self.said)
        self.assertFalse(list((self.machine.root / "var/lib/apt/lists").glob("*InRelease")), self.said)
        self.machine.allow("0.2.0")
        self.assertEqual(self.after_an_update(), "0.2.0", self.said)

    def test_one_that_broke_off_is_brought_to_its_end(self):
        # What lies there, and what dpkg had noted of it.
        for there, state, version in (("0.1.0", "ok half-configured", "0.1.0"), ("0.2.0", "ok unpacked", "0.2.0"),
                                      ("0.1.0", "reinstreq half-installed", "0.2.0")):
            with self.subTest(state):
                self.machine.allow("0.2.0")
                self.machine.install(self.source.debs / f"ce-kiosk_{there}_all.deb")
                self.machine.breaks_off(state, version)
                self.assertEqual(self.after_an_update(), "0.2.0", self.said)
                status = (self.machine.root / "var/lib/dpkg/status").read_text(encoding="utf-8")
                self.assertIn("Status: install ok installed", status, self.said)

    def test_one_that_broke_off_waits_while_somebody_is_at_the_screen(self):
        self.machine.allow("0.2.0")
        self.machine.breaks_off("ok half-configured", "0.1.0")
        status = self.machine.root / "var/lib/dpkg/status"
        with open(self.machine.storage / "in_use", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.assertEqual(self.after_an_update(), "0.1.0", self.said)
            self.assertEqual(self.ran.returncode, 0)
            self.assertIn("Status: install ok half-configured", status.read_text(encoding="utf-8"), self.said)
        self.assertEqual(self.after_an_update(), "0.2.0", self.said)

    def test_nobody_is_asked_for_an_older_one_nor_again_and_again_for_one_that_is_not_there(self):
        cache = self.machine.place / "cache"
        cache.mkdir()
        self.machine.env["CACHE_DIRECTORY"] = str(cache)
        for allowed, looks in (("0.0.9", 0), ("0.4.0", 1), ("0.4.0", 1), ("0.5.0", 2), ("0.5.0", 2)):
            self.machine.allow(allowed)
            self.assertEqual(self.after_an_update(), "0.1.0", self.said)
            self.assertEqual(self.machine.looks(), looks, self.said)
        an_hour_ago = os.stat(cache / "looked").st_mtime - 3600
        os.utime(cache / "looked", (an_hour_ago, an_hour_ago))
        self.source.add("0.5.0")
        self.source.publish()
        self.assertEqual(self.after_an_update(), "0.5.0", self.said)
        self.assertEqual(self.machine.looks(), 3)

    def test_not_while_the_hall_is_open(self):
        self.machine.allow("0.2.0")
        self.machine.open()
        self.assertEqual(self.after_an_update(), "0.1.0", self.said)
        self.assertIn("现在是开放时间", self.said)
        self.machine.close()
        self.assertEqual(self.after_an_update(), "0.2.0", self.said)

    def test_not_from_a_source_that_somebody_else_signed_or_changed(self):
        self.machine.allow("0.2.0")
        self.source.new_key("second")
        self.source.publish(signer="second")
        self.assertEqual(self.after_an_update(), "0.1.0", self.said)
        self.source.publish()
        shutil.copy(self.source.debs / "ce-kiosk_0.3.0_all.deb", self.source.debs / "ce-kiosk_0.2.0_all.deb")
        self.assertEqual(self.after_an_update(), "0.1.0", self.said)
        self.assertNotEqual(self.ran.returncode, 0)


if __name__ == "__main__":
    sys.argv = sys.argv[:1]
    unittest.main()
