"""The kiosk's disk is full: nothing is printed, the screen says so, and it goes on by itself when there is room. Central refuses
a print for good: staff see it, and the rest is delivered."""
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


@contextmanager
def small_disk(hall):
    """The kiosk's state on a file system of its own."""
    hall.kiosk.state.mkdir()
    run("mount", "-t", "tmpfs", "-o", f"size={ROOM}", "kiosk-state", hall.kiosk.state)
    try:
        yield hall.kiosk.state
    finally:
        hall.kiosk.stop()
        subprocess.run(["umount", "-l", str(hall.kiosk.state)], check=True)


def pictured(hall, name):
    """Where somebody wants to look at it: CE_PICTURES names a directory."""
    if folder := os.environ.get("CE_PICTURES"):
        Path(folder).mkdir(exist_ok=True)
        hall.display.screenshot(Path(folder) / f"{name}.png")


class Disk(unittest.TestCase):
    @unittest.skipUnless(os.geteuid() == 0, "a file system of its own is root's to make")
    def test_a_full_disk_pauses_printing_until_there_is_room(self):
        with Hall(start=False) as self.hall, small_disk(self.hall) as disk:
            self.kiosk, staff = self.hall.kiosk, Staff(self.hall, PIN)
            self.kiosk.start()
            self.kiosk.wait_for("home", seconds=60)
            staff.set_pin()
            self.printed(1)
            filler = disk / "filler"
            with filler.open("wb") as full:
                full.write(bytes(shutil.disk_usage(disk).free - (2 << 20)))
            self.nothing_is_printed("full")
            staff.enter()
            staff.go(("health", "staff_health"))
            pictured(self.hall, "disk-full-staff")
            staff.go(("back", "staff_menu"), ("exit", "home"))
            filler.unlink()
            self.printed(2)
            rows = wait_until("both in the register", lambda: (rows := self.hall.prints_of_kiosk()) and len(rows) == 2 and rows, 60)
            self.assertEqual({row["state"] for row in rows}, {"sent_to_printer"})

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
