"""The wire-level card reader on a pty and the IPP printer, both programs of tests/devices."""
from pathlib import Path

from .process import Program, run, wait_until

CARDS = Path(__file__).resolve().parents[2] / "devices" / "cards"


def resident_card(path, number, name):
    """A card's file for somebody who is not among the demo persons."""
    path.write_text(f"""
label = "身份证"
kind = "resident"
name = "{name}"
sex = "{"male" if int(number[16]) % 2 else "female"}"
nation = "01"          # GB/T 3304
birth = "{number[6:14]}"
address = "广东省广州市天河区体育西路一号"
id_number = "{number}"
authority = "广州市公安局天河分局"
valid_from = "20150519"
valid_to = "20350519"
""", encoding="utf-8")
    return path


class CardReader:
    """A reader that speaks the SAM protocol; cards are files."""

    def __init__(self, folder, bin_dir):
        self.bin = bin_dir
        self.device, self.control = folder / "card-reader", folder / "card-reader.control"
        self.program = Program("ce-test-reader", [bin_dir / "ce-test-reader", "--link", self.device, "--control",
                                                  self.control], folder)
        wait_until("the card reader", lambda: self.device.exists() and self.control.exists(), program=self.program)

    def say(self, line):
        return run(self.bin / "ce-test-reader", "--send", self.control, line)

    def lay(self, card):
        """`card` is a card's file, or the beginning of a file name in tests/devices/cards."""
        files = [card] if isinstance(card, Path) else sorted(CARDS.glob(f"{card}*.toml"))
        if len(files) != 1:
            raise AssertionError(f"{card} names {len(files)} cards")
        self.say(f"lay {files[0]}")

    def lift(self):
        self.say("lift")

    def stop(self):
        self.program.stop()


class Cable:
    """A network cable to a port of this machine that can be cut, muted or held up (tests/devices/wire-relay)."""

    def __init__(self, folder, name, to):
        self.control = folder / f"{name}.cable"
        script = Path(__file__).resolve().parents[2] / "devices" / "wire-relay"
        self.program = Program(f"cable-{name}", [script, "--to", to, "--control", self.control], folder)
        ready = wait_until(f"cable {name}", lambda: next((line for line in self.program.log.read_text().splitlines()
                                                          if line.startswith("ready ")), None), program=self.program)
        self.port = int(ready.split()[1])

    def suffer(self, word=""):
        self.control.write_text(word, encoding="utf-8")

    def stop(self):
        self.program.stop()


class Printer:
    """ippeveprinter; what it was sent lies in `spool`, what came out in `printed`."""

    def __init__(self, folder):
        self.folder = folder / "printer"
        self.folder.mkdir(exist_ok=True)
        self.spool = self.folder / "spool"
        self.printed = self.folder / "printed"
        script = Path(__file__).resolve().parents[2] / "devices" / "ipp-printer"
        self.program = Program("ipp-printer", [script, "--dir", self.folder], self.folder)
        ready = wait_until("the printer", lambda: next((line for line in self.program.log.read_text().splitlines()
                                                        if line.startswith("ready ")), None), program=self.program)
        self.port = int(ready.split()[1])

    @property
    def uri(self):
        return f"ipp://127.0.0.1:{self.port}/ipp/print"

    def suffer(self, *orders):
        """What the printer suffers from now on (tests/devices/ipp-printer); nothing mends it."""
        fresh = self.folder / "control.new"
        fresh.write_text("\n".join(orders), encoding="utf-8")
        fresh.rename(self.folder / "control")

    def power(self, word):
        """"cycle": a power cut of its own; "replace": another printer in its place; "off", "on"."""
        fresh, power = self.folder / "power.new", self.folder / "power"
        fresh.write_text(word, encoding="utf-8")
        fresh.rename(power)
        wait_until(f"the printer's power: {word}", lambda: not power.exists(), program=self.program)

    def sheets(self):
        """The sheets that came out, oldest first."""
        return sorted(self.printed.glob("*.pdf"))

    def stop(self):
        self.program.stop()
