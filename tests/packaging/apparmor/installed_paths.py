"""Where a hall's files lie on a machine that has the packages, and whose they are."""
import os
import re
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
# Of the tests alone: no program of a package is told of them (touch stands where systemctl does, the other is the sanitizers').
TESTS_OWN = r"^/usr/bin/(touch|llvm-symbolizer.*)$|/targets\.json|/asound\.conf|/kiosk\.out|/ce-(kiosk|central)\.out|/heard\.wav"
OWNED = re.compile(r"/var/(lib|cache|log)/ce-|/run/ce-central/|/tmp/|/dev/shm/")


HALL = re.escape(tempfile.gettempdir()) + r"/ce-(?:hall|apparmor)-\w+(?:/hall)?"
TREE = re.escape(str(ROOT))
# Pattern of a path in the tests' hall -> what it is on the machine. The first that fits is taken.
PAIRS = [(rf"{TREE}/build/\w+/bin/(ce-[\w-]+)$", r"/usr/bin/\1"),
         (rf"{TREE}/config/regions", "/usr/share/ce-kiosk/assets/regions"),
         (rf"{TREE}/assets", "/usr/share/ce-kiosk/assets"),
         (rf"{HALL}/kiosk/(state|home)", "/var/lib/ce-kiosk"),
         (rf"{HALL}/kiosk/home-cache", "/var/cache/ce-kiosk"),
         (rf"{HALL}/kiosk/stick", "/run/ce-kiosk-usb"),
         (rf"{HALL}/kiosk/(kiosk[\w.]*\.log)", r"/var/log/ce-kiosk/\1"),
         (rf"{HALL}/kiosk(/[\w.-]*(\.toml|\.pem|\.key)[\w.-]*)$", r"/etc/ce-kiosk\1"),
         (rf"{HALL}/central/(central\.toml)$", r"/etc/ce-central/\1"),
         (rf"{HALL}/central/((tls-)?port[\w.]*)$", r"/run/ce-central/\1"),
         (rf"{HALL}/central", "/var/lib/ce-central"),
         (rf"{HALL}/?$", "/dev/"),  # a reader's pattern is looked for in it
         (r"/dev/pts/\d+$", "/dev/ttyUSB0"),
         (r"/proc/\d+(?=/|$)", "/proc/4711")]
CENTRALS = [(rf"{TREE}/config/", "/usr/share/ce-central/"), (rf"{TREE}/assets/", "/usr/share/ce-central/"),
            (rf"{TREE}/shared/protocol/openapi.yaml", "/usr/share/ce-central/openapi.yaml")]


def installed(path, program):
    """The path there; nothing where the tests alone have such a file."""
    if not path.endswith("/"):
        path = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
    if re.search(TESTS_OWN, path):
        return None
    for pattern, there in (CENTRALS if program == "ce-central" else []) + PAIRS:
        path, changed = re.subn("^" + pattern, there, path, count=1)
        if changed:
            break
    return path


def is_owners(ask, path):
    """Whether the file is that of the program's user there. Of a program that closed its /proc the files in it are root's."""
    return bool(OWNED.match(path)) or (path.startswith("/proc/4711") and not ask.hidden)
