#!/usr/bin/python3
"""Opens the demo hall; packaging/demo calls it once everything is built."""
import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "journeys"))

import demo_books  # noqa: E402
from demo_bar import Bar  # noqa: E402
from hall import Hall  # noqa: E402
from hall.devices import CARDS  # noqa: E402
from hall.process import run, wait_until  # noqa: E402

OUT = ROOT / "demo-out"
RUN = ROOT / "demo-run"


def say(words):
    print(f"\033[1m[{time.monotonic() - BEGAN:4.0f}s] {words}\033[0m", flush=True)


def arguments():
    parser = argparse.ArgumentParser(prog="packaging/demo", add_help=False)
    parser.add_argument("--auto", action="store_true")
    parser.add_argument("--windowed")
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    if given.windowed and not re.fullmatch(r"\d{3,4}x\d{3,4}", given.windowed):
        parser.error("--windowed takes WIDTHxHEIGHT in pixels, e.g. 540x960")
    return given


class Visits:
    """Visits made without anybody: real clicks, a picture of each screen."""

    def __init__(self, hall):
        self.hall, self.kiosk, self.pictures = hall, hall.kiosk, 0

    def picture(self, name):
        time.sleep(0.4)  # transitions are under 200 ms
        self.pictures += 1
        self.hall.display.screenshot(OUT / f"{self.pictures:02d}-{name}.png")

    def leave(self):
        self.kiosk.press("exit")
        self.kiosk.wait_for("take_card")
        self.picture("take-card")
        self.hall.reader.lift()
        self.kiosk.wait_for("home")

    def print_certificate(self):
        self.picture("home")
        self.hall.reader.lay("03")
        self.kiosk.wait_for("progress")
        self.picture("progress")
        self.kiosk.press("certificates")
        self.kiosk.wait_for("certificates")
        self.picture("certificates")
        self.kiosk.press("back")
        self.kiosk.wait_for("progress")
        self.press_print("print")

    def press_print(self, key, what=""):
        """From a screen that offers that key to the end of the visit."""
        self.kiosk.press(key)
        self.kiosk.wait_for("print_preview")
        self.picture(f"{what}print-preview")
        self.kiosk.press("print")
        self.kiosk.wait_for("printing", "take_paper")
        self.picture(f"{what}printing")
        self.kiosk.wait_for("take_paper", seconds=60)
        self.picture(f"{what}take-paper")
        self.kiosk.press("taken")
        self.kiosk.wait_for("progress", "certificates", "take_card", "home")
        if self.kiosk.screen() in ("progress", "certificates"):
            self.leave()

    def pull_the_network(self):
        """The same person's next certificate: asked for online, the line is cut, printed, the line is whole again."""
        self.hall.reader.lay("03")
        self.kiosk.wait_for("progress")
        self.kiosk.press("certificates")
        self.kiosk.wait_for("certificates")
        key = wait_until("a certificate to print", lambda: next(
            (target["id"] for target in self.kiosk.seen()["targets"] if target["id"].startswith("print_")), None))
        self.hall.cable.suffer("cut")
        say("  the network is pulled; the grant that came with the question still prints")
        self.press_print(key, "without-network-")
        self.hall.reader.lay("03")
        self.kiosk.wait_for("progress")
        self.kiosk.press("certificates")
        self.kiosk.wait_for("certificates")
        self.picture("without-network-as-of")
        self.kiosk.press("back")
        self.kiosk.wait_for("progress")
        self.leave()
        self.tell()
        self.hall.cable.suffer()
        say("  the network is back")
        wait_until("the register to be right", lambda: demo_books.agree(self.hall), 90, step=0.5)
        self.tell()

    def tell(self):
        print(*("        " + line for line in demo_books.lines(self.hall)), sep="\n", flush=True)

    def look_at_every_card(self):
        for card in sorted(CARDS.glob("*.toml")):
            if card.name.startswith("03"):
                continue
            self.hall.reader.lay(card.stem)
            screen = self.kiosk.wait_for("progress", "fault")
            self.picture(card.stem)
            self.kiosk.press("exit")
            if screen == "progress" or self.kiosk.wait_for("take_card", "home") == "take_card":
                self.kiosk.wait_for("take_card", "home")
            self.hall.reader.lift()
            self.kiosk.wait_for("home")


def by_itself(hall):
    visits = Visits(hall)
    say("a visit: lay the card, read the progress, print, take paper and card")
    visits.print_certificate()
    say("another visit, in which the network is pulled")
    visits.pull_the_network()
    say("the other demo cards")
    visits.look_at_every_card()
    for sheet in hall.printer.sheets()[-1:]:
        shutil.copy(sheet, OUT / "certificate.pdf")
        run("pdftoppm", "-r", "100", "-png", "-singlefile", sheet, OUT / "certificate")
    rows = hall.central.register()
    say(f"done; {OUT.relative_to(ROOT)}/ holds:")
    for file in sorted(OUT.iterdir()):
        print(f"  {file.name:32} {file.stat().st_size / 1024:7.0f} KB")
    print(f"central's issue register has {len(rows)} prints; the last one by this kiosk:")
    _, mine = demo_books.prints(hall)
    print("  " + ", ".join(f"{key} {value}" for key, value in mine[-1].items()) if mine else "  none: that is a fault")
    return 0 if len(mine) == 2 else 1


def main():
    given = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    shutil.rmtree(RUN, ignore_errors=True)
    RUN.mkdir()
    os.environ.pop("CE_BIN", None)
    display = os.environ.get("DISPLAY")
    auto = given.auto or not display
    if auto:
        shutil.rmtree(OUT, ignore_errors=True)
        OUT.mkdir()
    size = tuple(map(int, given.windowed.split("x"))) if given.windowed else (1080, 1920)
    try:
        say(f"seeding a province of {given.people} professionals, starting central, reader and printer")
        with Hall(people=given.people, size=size, preset="release", folder=RUN, on_display=None if auto else display,
                  full_screen=not auto and not given.windowed, by_code=True, cable=True) as hall:
            return by_itself(hall) if auto else Bar(hall).serve()
    except KeyboardInterrupt:
        return 130
    except AssertionError as fault:
        print(f"\033[31m{fault}\033[0m", file=sys.stderr)
        print(f"What each program said is in {RUN.relative_to(ROOT)}/.", file=sys.stderr)
        given.keep = True
        return 1
    finally:
        say("everything that was started has stopped")
        if not given.keep:
            shutil.rmtree(RUN, ignore_errors=True)


BEGAN = time.monotonic()
if __name__ == "__main__":
    sys.exit(main())
