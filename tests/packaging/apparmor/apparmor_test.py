"""The AppArmor profiles against what the programs do, without a kernel that enforces them: a visit and a staff's task with both programs
under strace, and each file and socket that they had must be allowed by the automaton that apparmor_parser makes of the profile.
On a kernel that enforces them: `enforced`; any other journey: `journeys`."""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "journeys")]

from hall import Hall, Staff  # noqa: E402
from hall.process import run, wait_until  # noqa: E402
from policy import Profile  # noqa: E402
from watched import PROGRAMS, homes, refused, wrapped  # noqa: E402

PROFILES = HERE.parents[2] / "packaging/apparmor"
MORE = '[log]\nfile = "{folder}/kiosk.log"\n[diagnostics]\ncertificate = "{folder}/operator.pem"\nvolumes = ["{folder}/stick"]\n'


class Words(unittest.TestCase):
    """What must be refused, and what somebody at a terminal needs; no program of ours is asked."""

    @classmethod
    def setUpClass(cls):
        cls.profiles = {program: Profile(PROFILES / program) for program in PROGRAMS}

    def test_each_is_for_its_program(self):
        for program, profile in self.profiles.items():
            self.assertTrue(profile.is_for(f"/usr/bin/{program}"))
            self.assertFalse(profile.is_for("/usr/bin/cat"))
        self.assertTrue(self.profiles["ce-kiosk"].is_for("/usr/bin/ce-kiosk-notice"), "the screen of a kiosk that does not start")

    def test_what_is_not_theirs_is_refused(self):
        for program, profile in self.profiles.items():
            other = {"ce-kiosk": "ce-central", "ce-central": "ce-kiosk"}[program]
            for path in ("/etc/shadow", "/etc/gshadow", "/root/.ssh/id_ed25519", "/home/clerk/letter", f"/var/lib/{other}/central.db",
                         "/dev/sda", "/dev/mem", "/proc/1/environ", "/proc/kcore", "/etc/ssl/private/key.pem", "/boot/vmlinuz"):
                for owner in (False, True):
                    self.assertEqual(profile.allowed(path, owner) - (set() if path != "/proc/1/environ" or not owner else {"r"}), set(),
                                     f"{program} {path}")
            for path in (f"/usr/bin/{program}", "/usr/lib/x86_64-linux-gnu/libc.so.6", "/etc/passwd", f"/etc/apparmor.d/{program}",
                         "/etc/ld.so.cache", "/usr/lib/systemd/system/ce-kiosk.service"):
                self.assertEqual(profile.allowed(path, True) & set("wal"), set(), f"{program} {path}")
            for path in ("/bin/sh", "/usr/bin/dash", "/usr/bin/python3.11", f"/var/lib/{program}/x", "/tmp/x", "/run/ce-kiosk-usb/x"):
                self.assertEqual(profile.allowed(path, True) & set("xm"), set(), f"{program} {path} is not run")
            self.assertEqual(profile.allowed(f"/var/lib/{program}/x", False), set(), "somebody else's file among its own")
            for family, kind in (("AF_PACKET", "SOCK_RAW"), ("AF_INET", "SOCK_RAW"), ("AF_INET6", "SOCK_RAW")):
                self.assertFalse(profile.lets_open_socket(family, kind))

    def test_who_starts_one_at_a_terminal_reads_what_it_says(self):
        for program, profile in self.profiles.items():
            for terminal in ("/dev/tty", "/dev/pts/3", "/dev/tty1", "/dev/console"):
                self.assertLessEqual({"r", "w"}, profile.allowed(terminal, False), f"{program} {terminal}")

    def test_what_a_machine_of_a_hall_has_and_this_one_does_not(self):
        kiosk = self.profiles["ce-kiosk"]
        for letters, path in (("rwk", "/dev/ttyUSB1"), ("rwk", "/dev/ttyACM0"), ("r", "/dev/"), ("r", "/dev/serial/by-id/"), ("rw", "/dev/tpmrm0"),
                              ("rw", "/dev/dri/renderD128"), ("r", "/dev/dri/"), ("rw", "/dev/snd/pcmC0D0p"),
                              ("rw", "/tmp/.X11-unix/X0"), ("r", "/run/ce-kiosk-display/authority"), ("w", "/run/systemd/notify"),
                              ("rw", "/run/cups/cups.sock"), ("r", "/usr/lib/ssl/openssl.cnf"), ("m", "/usr/lib/x86_64-linux-gnu/ossl-modules/tpm2.so"),
                              ("r", "/etc/tpm2-tss/fapi-config.json"), ("rw", "/run/ce-kiosk-notice/reason"), ("r", "/etc/machine-id")):
            self.assertLessEqual(set(letters), kiosk.allowed(path, False), path)


class Journey(unittest.TestCase):
    def test_nothing_that_they_do_would_be_refused(self):
        with tempfile.TemporaryDirectory(prefix="ce-apparmor-") as place:
            folder, hall_folder = Path(place), Path(place) / "hall"
            hall_folder.mkdir()
            with mock.patch.dict(os.environ, CE_BIN=str(wrapped(os.environ["CE_BIN"], folder))), \
                    Hall(folder=hall_folder, by_code=True, scanner=True, start=False, env=homes(hall_folder)) as hall:
                hall.kiosk.facts["reader"] = f"{hall_folder}/card-reade[r]"
                self.serve(hall)
            for program in PROGRAMS:
                with self.subTest(program):
                    wrong, seen = refused(folder / "logs", program)
                    # Or it would be a test of nothing.
                    self.assertGreater(len(seen.asks), 50)
                    self.assertEqual(wrong, [])
                    self.assertEqual(seen.written_code, [], "written and then run (MemoryDenyWriteExecute=)")

    def serve(self, hall):
        kiosk, staff = hall.kiosk, Staff(hall, "271828")
        hall.central.admin("diagnostics", "new-key", "--key-file", kiosk.folder / "operator.key", "--certificate", kiosk.folder / "operator.pem")
        kiosk.start(testing=MORE.format(folder=kiosk.folder))
        kiosk.wait_for("home", seconds=90)
        hall.reader.lay("03")
        kiosk.wait_for("progress")
        hall.print_and_take()
        hall.leave()
        wait_until("the register's row", lambda: hall.prints_of_kiosk())
        staff.set_pin()
        staff.enter()
        staff.go(("health", "staff_health"), ("back", "staff_menu"), ("log", "staff_log"))
        self.diagnose(kiosk, staff)
        kiosk.stop()

    def diagnose(self, kiosk, staff):
        stick = kiosk.folder / "stick"
        stick.mkdir()
        if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=9m", "tmpfs", stick], check=False).returncode:
            return  # who may not mount has no stick
        try:
            staff.go(("diagnostics", "staff_diagnostics"), ("save", "staff_said"))
            self.assertEqual(len(list(stick.iterdir())), 1)
        finally:
            run("umount", "-l", stick)


if __name__ == "__main__":
    unittest.main()
