"""The kiosk's disk is full: nothing is printed, the screen says so, and it goes on by itself when there is room. It turns
read-only: the same, and what was written before is whole when it was mended. Central refuses a print for good: staff see it, and
the rest is delivered."""
import os
import shutil
import sqlite3
import subprocess
import unittest
from contextlib import contextmanager
from pathlib import Path

from hall import Hall, Staff
from hall.process import run, wait_until

PIN = "271828"
ROOM = 96 << 20  # bytes; the kiosk stops printing under 8 MiB


class SmallDisk:
    """The kiosk's state on a file system of its own: ext4 in a file, as on the kiosk's disk."""

    def __init__(self, hall):
        self.at, self.image = hall.kiosk.state, hall.folder / "disk"
        with self.image.open("wb") as file:
            file.truncate(ROOM)
        run("mkfs.ext4", "-q", "-m", "0", self.image)
        self.at.mkdir()
        self.mount()

    def mount(self):
        run("mount", "-o", "loop,errors=remount-ro", self.image, self.at)

    def turn_read_only(self):
        """As ext4 does at an error of the disk, under whoever has files open."""
        device = Path(run("findmnt", "-n", "-o", "SOURCE", self.at).strip()).name
        Path(f"/sys/fs/ext4/{device}/trigger_fs_error").write_text("1", encoding="ascii")

    def mend(self):
        """Nobody has it open."""
        run("umount", self.at)
        checked = subprocess.run(["e2fsck", "-fy", str(self.image)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        assert checked.returncode in (0, 1), checked  # 1: errors were corrected
        self.mount()


@contextmanager
def small_disk(hall):
    disk = SmallDisk(hall)
    try:
        yield disk
    finally:
        hall.kiosk.stop()
        subprocess.run(["umount", "-l", str(disk.at)], check=True)


def pictured(hall, name):
    """Where somebody wants to look at it: CE_PICTURES names a directory."""
    if folder := os.environ.get("CE_PICTURES"):
        Path(folder).mkdir(exist_ok=True)
        hall.display.screenshot(Path(folder) / f"{name}.png")


class Disk(unittest.TestCase):
    @unittest.skipUnless(os.geteuid() == 0 and Path("/dev/loop-control").exists(), "a file system of its own is root's to make")
    def test_a_full_and_a_read_only_disk_pause_printing_until_they_are_mended(self):
        with Hall(start=False) as self.hall, small_disk(self.hall) as disk:
            self.kiosk, staff = self.hall.kiosk, Staff(self.hall, PIN)
            self.kiosk.start()
            self.kiosk.wait_for("home", seconds=60)
            staff.set_pin()
            self.printed(1)
            filler = disk.at / "filler"
            with filler.open("wb") as full:
                full.write(bytes(shutil.disk_usage(disk.at).free - (2 << 20)))
            self.nothing_is_printed("full")
            staff.enter()
            staff.go(("health", "staff_health"))
            pictured(self.hall, "disk-full-staff")
            staff.go(("back", "staff_menu"), ("exit", "home"))
            filler.unlink()
            self.printed(2)
            self.in_the_register(2)
            disk.turn_read_only()
            self.nothing_is_printed("read-only")
            self.assertGreaterEqual(self.kiosk.program.stop(), 0, "it ends when it is told to")
            disk.mend()
            self.kiosk.start()
            self.kiosk.wait_for("home", seconds=60)
            self.printed(3)
            self.in_the_register(3)
            self.assertEqual(self.ledger("SELECT state, COUNT(*) FROM print GROUP BY state"), [("sent_to_printer", 3)])

    def test_staff_see_a_print_that_central_never_accepts(self):
        """A sheet came out without network, and central's store no longer has its certificate when it hears of it."""
        with Hall() as self.hall:
            self.kiosk, staff = self.hall.kiosk, Staff(self.hall, PIN)
            staff.set_pin()
            wait_until("what central set to be taken up at home",
                       lambda: '"from":"central"' in self.kiosk.program.log.read_text(encoding="utf-8"))
            self.to_the_preview()
            central = self.hall.central
            central.stop()
            self.print_here()
            ((number,),) = self.ledger("SELECT certificate_number FROM print")
            with sqlite3.connect(central.store.location) as database:  # as no program of ours would
                database.execute("UPDATE certificates SET number = '44999926000001' WHERE number = ?", (number,))
            central.start()
            wait_until("the refusal", lambda: "不接受 1 条" in self.kiosk.staff("ledger", "status"), 90)
            staff.enter()
            staff.go(("health", "staff_health"))
            pictured(self.hall, "refused-staff")
            staff.go(("back", "staff_menu"), ("exit", "home"))
            # It holds up nothing: the next print is delivered.
            self.to_the_preview()
            self.print_here()
            wait_until("the next one", lambda: len(self.hall.prints_of_kiosk()) == 1, 60)

    def in_the_register(self, count):
        rows = wait_until("all in the register", lambda: (rows := self.hall.prints_of_kiosk()) and len(rows) == count and rows, 60)
        self.assertEqual({row["state"] for row in rows}, {"sent_to_printer"})

    def ledger(self, sql):
        with sqlite3.connect(f"file:{self.kiosk.state / 'journal.db'}?mode=ro", uri=True) as database:
            return database.execute(sql).fetchall()

    def to_the_preview(self):
        """The visitor's next certificate, up to the key that prints it."""
        self.hall.reader.lay("03")
        self.kiosk.wait_for("progress")
        self.kiosk.press("certificates")
        self.kiosk.wait_for("certificates")
        self.kiosk.press(wait_until("a certificate to print", lambda: next(
            (target["id"] for target in self.kiosk.seen()["targets"] if target["id"].startswith("print_")), None)))
        self.kiosk.wait_for("print_preview")

    def print_here(self):
        self.kiosk.press("print")
        self.kiosk.wait_for("take_paper", seconds=60)
        self.kiosk.press("taken")
        self.kiosk.wait_for("progress", "certificates")
        self.hall.leave()

    def may_print(self):
        key = self.kiosk.target("print")
        return bool(key and key["enabled"])

    def nothing_is_printed(self, why):
        """Somebody comes all the same: what is known is shown, and why nothing can be printed now."""
        before = len(self.hall.printer.sheets())
        self.to_the_preview()
        wait_until("the key to be off", lambda: not self.may_print(), 30)
        pictured(self.hall, f"disk-{why}-preview")
        self.hall.leave()
        pictured(self.hall, f"disk-{why}-home")
        self.assertEqual(len(self.hall.printer.sheets()), before)

    def printed(self, sheets):
        self.to_the_preview()
        wait_until("the key to be on again", self.may_print, 30)
        self.print_here()
        self.assertEqual(len(self.hall.printer.sheets()), sheets)


if __name__ == "__main__":
    unittest.main()
