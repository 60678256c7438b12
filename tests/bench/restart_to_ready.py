#!/usr/bin/python3
"""How long a kiosk that was killed is away: until its home screen is up, until systemd is told that it serves, until a card is taken.

usage: tests/bench/restart_to_ready.py [--rounds N] [--preset release] [--json FILE]

Each round kills the real ce-kiosk (SIGKILL, as a power cut or the watchdog would), at home and by turns with a visitor's year on the
screen, and starts it anew after what RestartSec= of its unit says, as systemd would; its notices go to a socket in systemd's place. All times
are from the kill, that second included. Between rounds it ends by its own will, so that none of them counts as a start that
failed. A table of medians with their spread; nothing here passes or fails, but a home screen that still knows the visitor.
"""
import argparse
import json
import re
import socket
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "journeys"))

from hall import Hall  # noqa: E402
from hall.process import wait_until  # noqa: E402

UNIT = (ROOT / "packaging/systemd/ce-kiosk.service").read_text(encoding="utf-8")
PAUSE = float(re.search(r"^RestartSec=(\d+)$", UNIT, re.MULTILINE).group(1))
WATCHDOG = int(re.search(r"^WatchdogSec=(\d+)$", UNIT, re.MULTILINE).group(1))
ROWS = ("home screen up", "systemd told", "a card laid then is read, its year up")


class Manager:
    """Hears what systemd would (sd_notify) and when."""

    def __init__(self, path):
        self.path, self.heard = path, []
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(str(path))
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        while True:
            words = self.socket.recv(4096).decode()
            self.heard.append((time.monotonic(), words))

    def ready_since(self, moment):
        return next((at for at, words in self.heard if at > moment and "READY=1" in words), None)


def away(hall, manager, in_visit):
    """Seconds from the kill, by ROWS."""
    kiosk = hall.kiosk
    if in_visit:
        hall.reader.lay("01")
        kiosk.wait_for("progress")
    kiosk.program.kill()
    killed = time.monotonic()
    hall.reader.lift()  # the visitor goes
    time.sleep(max(0.0, killed + PAUSE - time.monotonic()))
    kiosk.start()
    kiosk.wait_for("home", seconds=60)
    home = time.monotonic()
    told = wait_until("READY=1", lambda: manager.ready_since(killed), program=kiosk.program)
    hall.forgets("01")
    laid = time.monotonic()
    hall.reader.lay("02")
    kiosk.wait_for("progress", seconds=60)
    taken = time.monotonic() - laid
    hall.leave()
    kiosk.stop()
    return home - killed, told - killed, max(home, told) - killed + taken


def measure(hall, manager, rounds):
    figures = {"killed at home": [], "killed in a visit": []}
    for number in range(2 * rounds):
        if number:
            hall.kiosk.start()
            hall.kiosk.wait_for("home", seconds=60)
        of = list(figures)[number % 2]
        figures[of].append(away(hall, manager, in_visit=number % 2 == 1))
    return figures


def show(figures):
    print(f"| from the kill, {PAUSE:.0f} s of RestartSec= included | {' | '.join(figures)} |\n|---|---|---|")
    for place, row in enumerate(ROWS):
        cells = []
        for rounds in figures.values():
            values = [times[place] for times in rounds]
            cells.append(f"{statistics.median(values):.2f} s ({min(values):.2f} to {max(values):.2f})")
        print(f"| {row} | {' | '.join(cells)} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=10, help="of each kind (10)")
    parser.add_argument("--preset", default="release", help="whose programs (release)")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ce-restart-") as place:
        manager = Manager(Path(place) / "notify")
        env = {"NOTIFY_SOCKET": str(manager.path), "WATCHDOG_USEC": str(WATCHDOG * 1000000)}
        with Hall(preset=given.preset, by_code=True, env=env, start=False) as hall:
            hall.kiosk.start()
            hall.kiosk.wait_for("home", seconds=60)
            figures = measure(hall, manager, given.rounds)
    show(figures)
    if given.json:
        given.json.write_text(json.dumps({"rows": ROWS, "pause": PAUSE, "seconds": figures}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
