"""What keyboard and sticks can do at a kiosk, by the files that the package installs.

usage: display_test.py SOURCE_ROOT

The display is Debian's own Xorg with our xorg.conf, on a driver without a screen (dummy), which leaves the machine's console alone;
keys come by XTEST as from a keyboard.
"""
import fnmatch
import os
import re
import subprocess
import sys
import tempfile
import tomllib
import unittest
from pathlib import Path

ROOT = Path(sys.argv[1]).resolve()
SYSTEMD = ROOT / "packaging/systemd"
sys.path.insert(0, str(ROOT / "tests/support"))

from tied import tied  # noqa: E402

NO_SCREEN = """
Section "Device"
    Identifier "none"
    Driver "dummy"
EndSection
Section "Screen"
    Identifier "none"
    Device "none"
EndSection
"""


class Glass:
    """Xorg with that configuration and the words of the kiosk's display service that are about keys."""

    def __init__(self, folder, configuration, *words):
        (folder / "parts").mkdir()
        (folder / "parts/none.conf").write_text(NO_SCREEN, encoding="utf-8")
        self.log = folder / "log"
        read, write = os.pipe()
        with (folder / "said").open("wb") as said:
            self.process = subprocess.Popen(["/usr/lib/xorg/Xorg", "-displayfd", str(write), "-nolisten", "tcp", "-noreset", *words, "-keeptty",
                                             "-config", configuration, "-configdir", folder / "parts", "-logfile", self.log],
                                            pass_fds=[write], stdout=said, stderr=said, preexec_fn=tied())
        os.close(write)
        with os.fdopen(read) as number:
            self.env = {**os.environ, "DISPLAY": ":" + number.readline().strip()}

    def outlives_the_zap(self):
        """Ctrl-Alt-Backspace, on a keymap that means the end of the server by it."""
        subprocess.run(["setxkbmap", "-option", "terminate:ctrl_alt_bksp"], env=self.env, check=True)
        subprocess.run(["xdotool", "key", "ctrl+alt+BackSpace"], env=self.env, check=False, stderr=subprocess.DEVNULL)
        # An answer to one more question says that the keys before it were worked off.
        asked = subprocess.run(["xdotool", "getdisplaygeometry"], env=self.env, check=False, capture_output=True).returncode
        return asked == 0 and self.process.poll() is None

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Keys(unittest.TestCase):
    def started(self, configuration, *words):
        place = tempfile.TemporaryDirectory(prefix="ce-glass-")
        self.addCleanup(place.cleanup)
        glass = Glass(Path(place.name), configuration, *words)
        self.addCleanup(glass.stop)
        return glass

    def test_no_key_ends_the_display_or_leaves_it(self):
        glass = self.started(SYSTEMD / "xorg.conf", "-novtswitch")
        self.assertTrue(glass.outlives_the_zap())
        # Without a console no switch can be tried; what the server took for true it says.
        self.assertIn('(**) Option "DontVTSwitch" "true"', glass.log.read_text(encoding="utf-8"))
        started = re.search(r"^ExecStart=(.*)$", (SYSTEMD / "ce-kiosk-display.service").read_text(encoding="utf-8"), re.MULTILINE).group(1)
        self.assertIn(" -novtswitch ", started)
        self.assertIn(" -config /usr/share/ce-kiosk/xorg.conf", started)

    def test_the_same_keys_end_a_display_that_is_not_ours(self):
        """Or the test above would say nothing."""
        self.assertFalse(self.started("/dev/null").outlives_the_zap())


class Sticks(unittest.TestCase):
    def rules(self):
        for file in sorted(SYSTEMD.glob("*.rules")):
            for line in file.read_text(encoding="utf-8").splitlines():
                if line.startswith(("ACTION", "SUBSYSTEM")) and 'SUBSYSTEM=="block"' in line:
                    yield file.name, line

    def test_one_is_for_diagnostics_alone(self):
        mounting = [(name, line) for name, line in self.rules() if "RUN" in line]
        self.assertEqual([name for name, _ in mounting], ["70-ce-kiosk-usb.rules"])
        line = mounting[0][1]
        self.assertIn('ENV{ID_FS_TYPE}=="vfat|exfat"', line)
        options = re.search(r"--options=([\w,=]+)", line).group(1).split(",")
        self.assertLessEqual({"nosuid", "nodev", "noexec", "umask=0077"}, set(options))
        where = re.search(r"\$devnode (\S+?)\"$", line).group(1)
        settings = tomllib.loads((ROOT / "config/kiosk.toml").read_text(encoding="utf-8"))
        self.assertTrue(any(fnmatch.fnmatch(where, volume) for volume in settings["diagnostics"]["volumes"]), where)
        self.assertIn(f"{where}/** rw,", (ROOT / "packaging/apparmor/ce-kiosk").read_text(encoding="utf-8"))

    def test_no_desktop_touches_any(self):
        self.assertTrue(any('ENV{UDISKS_IGNORE}="1"' in line for _, line in self.rules()))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
