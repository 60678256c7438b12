"""A hall of headless kiosks before one real ce-central, for tests of what goes wrong between them."""
import csv
import io
import os
import re
import shutil
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "journeys"))

from hall import Cable, Central, Printer, books  # noqa: E402
from kiosk_lines import KioskLines  # noqa: E402

ROOT = HERE.parents[1]
BIN = Path(os.environ.get("CE_BIN", ROOT / "build" / "dev" / "bin"))


def until(what, look, seconds=30):
    """What `look` gives as soon as it is something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.05)
    raise AssertionError(f"never: {what}")


class Kiosk:
    """One kiosk with its printer and the cable to central."""

    def __init__(self, hall, name, pre_grant_minutes=1440, clock_hours=0):
        self.hall, self.name, self.folder = hall, name, hall.folder / name
        self.folder.mkdir()
        key = self.folder / "kiosk.key"
        hall.central.enrol(name, "440106", "测试大厅", key)
        hall.central.policy(name, pre_grant_minutes)
        self.printer = Printer(self.folder)
        self.cable = Cable(self.folder, "central", hall.central.port)
        self.state = self.folder / "state"
        self.lines = KioskLines(BIN / "ce-test-kiosk", self.folder, {
            "--state": self.state, "--central": f"http://127.0.0.1:{self.cable.port}", "--kiosk": name, "--key-file": key,
            "--printer": f"ipp://127.0.0.1:{self.printer.port}/ipp/print", "--prefix": f"{name.upper()}-",
            "--clock-hours": clock_hours})
        self.start()

    def start(self):
        self.lines.restart()

    def kill(self):
        self.lines.kill()

    def offline(self):
        """Once it has been told what grants and clocks are judged by: a kiosk that never was prints nothing without network."""
        shelf = self.state / "grant_keys.json"
        until("the first round of the delta", lambda: shelf.exists() and '"kind":"key"' in shelf.read_text(encoding="utf-8"))
        until("central's time", lambda: (self.state / "central_time").exists())
        self.cable.suffer("cut")
        time.sleep(0.1)  # the relay looks every 20 ms

    def online(self):
        self.cable.suffer()

    def visit(self, person):
        """Numbers that may be printed, or the fault's code."""
        words = self.lines.ask(f"visit {person}").split()
        return words[1:] if words[0] == "printable" else words[1]

    def years(self, person):
        words = self.lines.ask(f"years {person}").split()
        if words[0] == "fault":
            return words[1]
        return {"from": words[1], **{line.split(":")[0]: line.split(":")[1:] for line in words[2:]}}

    def years_of_central(self, person):
        """As central has them: where its answer comes late a visitor is shown what the kiosk kept, and asks again."""
        def asked():
            now = self.years(person)
            return now if isinstance(now, dict) and now["from"] == "central" else None
        return until("central's answer", asked)

    def code(self, number):
        """What the QR code of that sheet holds, of who was looked up last."""
        return self.lines.ask(f"code {number}").removeprefix("code").strip()

    def verify(self, what):
        """What the screen says of a number or of a sheet's code."""
        return self.lines.ask(f"verify {what}").removeprefix("verified ")

    def print(self, number):
        """"sent_to_printer -", or "failed CODE"."""
        self.lines.say(f"print {number}")
        ended = self.lines.wait_ended(patience=20)
        self.lines.say("leave")
        return ended

    def visit_and_print(self, person):
        numbers = self.visit(person)
        if isinstance(numbers, str):
            raise AssertionError(f"{self.name}: {numbers}")
        number = numbers[0]
        ended = self.print(number)
        if not ended.startswith("sent_to_printer"):
            raise AssertionError(f"{self.name} {number}: {ended}")
        return number

    def quiet(self):
        answer = self.lines.ask("quiet", seconds=90)
        if not answer.startswith("quiet"):
            raise AssertionError(f"{self.name}: {answer}")
        return answer.split()[1:]

    def ledger_line(self):
        """standing, events, pending, refused, ready"""
        return self.lines.ask("ledger").split()[1:]

    def ledger(self):
        return books.ledger(self.state)

    def image(self, name):
        """What an operator's disk image holds: the state of a kiosk that is switched off."""
        shutil.copytree(self.state, self.folder / name)

    def restore_image(self, name):
        shutil.rmtree(self.state)
        shutil.copytree(self.folder / name, self.state)

    def forget_boot(self):
        """As if the machine had been switched off in between."""
        with sqlite3.connect(self.state / "journal.db") as database:
            database.execute("UPDATE life SET boot = 'another'")
        kept = self.state / "central_time"
        kept.write_text(re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "00000000-0000-4000-8000-000000000000", kept.read_text()))

    def boot(self):
        """The machine's start in which central last confirmed the ledger, as the ledger has it."""
        with sqlite3.connect(f"file:{self.state}/journal.db?mode=ro", uri=True) as database:
            return database.execute("SELECT boot FROM life").fetchone()[0]

    def stop(self):
        for part in (self.lines, self.cable, self.printer):
            part.stop()


class Faults:
    """`people` have a certificate each that nobody has printed."""

    def __init__(self, people=480):
        self.folder = Path(tempfile.mkdtemp(prefix="ce-faults-"))
        self.kiosks, self.central, self.taken = [], Central(self.folder, BIN, ROOT / "config"), []
        self.central.seed(people)
        with sqlite3.connect(f"file:{self.central.store.location}?mode=ro", uri=True) as database:
            self.people = [row[0] for row in database.execute(
                "SELECT p.id_number FROM professionals p JOIN certificates c ON c.professional = p.id "
                "WHERE c.revoked_ms IS NULL AND NOT EXISTS (SELECT 1 FROM issue_register r JOIN certificates d ON "
                "r.certificate = d.number WHERE d.professional = p.id) GROUP BY p.id_number ORDER BY p.id_number")]
        self.central.start()

    def kiosk(self, name, **options):
        self.kiosks.append(Kiosk(self, name, **options))
        return self.kiosks[-1]

    def person(self):
        """One whom no other row has met."""
        return self.people.pop(0)

    def register(self):
        return [row for row in csv.DictReader(io.StringIO(self.central.admin("register", "--csv"))) if row["print"]]

    def compare(self, kiosk):
        """Ledger = sheets = register for that kiosk; what is wrong, a line each."""
        register = [row for row in self.register() if row["kiosk"] == kiosk.name]
        return books.differences(kiosk.ledger(), register, kiosk.printer.sheets())

    def close(self):
        for kiosk in self.kiosks:
            kiosk.stop()
        self.central.close()
        shutil.rmtree(self.folder, ignore_errors=True)
