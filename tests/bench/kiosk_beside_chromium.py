#!/usr/bin/python3
"""Measures ce-kiosk beside Chromium in kiosk mode and Qt Quick with equivalent pages, interleaved in one run.

usage: tests/bench/kiosk_beside_chromium.py [--rounds N] [--settle SECONDS] [--idle SECONDS] [--json FILE]

Needs preset `release` built (with ce-pixel-watch) and, for the peers, what screen/peers.py names. Prints a table of medians with
their spread and the ratio; nothing here passes or fails. Everything runs under a private Xvfb, as on a machine without
a graphics card: the kiosk draws by itself, its peers by the software OpenGL that Debian gives them.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "journeys"))

from hall import Hall  # noqa: E402
from hall.process import run, wait_until  # noqa: E402
from processes import cpu_seconds, family, pss_mb  # noqa: E402
from screen.peers import PEERS, entry_opener  # noqa: E402


class Subject:
    """One program under measure: its start command, and two clicks that change what is seen."""

    def __init__(self, hall, command, click_points, env=None):
        self.hall, self.command, self.click_points = hall, command, click_points
        self.watch = hall.bin / "ce-pixel-watch"
        self.env = {**os.environ, **hall.display.env, **(env or {})}
        self.pid = None

    def start(self):
        self.hall.kiosk.targets_file.unlink(missing_ok=True)
        out = run(self.watch, "appear", 12, *self.command(), env=self.env, cwd=self.hall.folder)
        ms, pid = out.split()
        self.pid = int(pid)
        return float(ms)

    def press(self, point):
        x, y = point
        area = (max(0, x - 20), max(0, y - 20), 40, 40)
        return float(run(self.watch, "press", x, y, *area, env=self.env))

    def stop(self):
        for member in reversed(family(self.pid)):
            try:
                os.kill(member, 15)
            except OSError:
                pass
        wait_until("the program's end", lambda: not [m for m in family(self.pid) if alive(m)], 20)
        time.sleep(1)  # its windows go after it


def look_around(hall):
    """What people do with their progress: other pages and years, the certificates, another size."""
    for key, screen in (("next_page", "progress"), ("previous_page", "progress"), ("certificates", "certificates"), ("back", "progress"),
                        ("display", "progress"), ("size_large", "progress"), ("done", "progress")):
        hall.kiosk.press(key)
        hall.kiosk.wait_for(screen)
        time.sleep(0.3)


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def measure(subject, settle, idle, rows):
    rows.setdefault("start to content, ms", []).append(subject.start())
    time.sleep(settle)
    rows.setdefault("PSS after settling, MB", []).append(pss_mb(subject.pid))
    before = cpu_seconds(subject.pid)
    time.sleep(idle)
    rows.setdefault("idle CPU, % of a core", []).append((cpu_seconds(subject.pid) - before) / idle * 100)
    for point in subject.click_points():
        rows.setdefault("press to changed pixels, ms", []).append(subject.press(point))
        time.sleep(0.5)
    subject.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--settle", type=float, default=10)
    parser.add_argument("--idle", type=float, default=20)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    peers = [peer for peer in PEERS if peer.there()]
    rows = {name: {} for name in ["ce-kiosk", *(peer.NAME for peer in peers)]}
    missing = {peer.NAME: f"not installed: {peer.INSTALL}" for peer in PEERS if peer not in peers}
    for name, why in missing.items():
        print(f"{name}: {why}", file=sys.stderr)
    with tempfile.TemporaryDirectory() as scratch, Hall(preset="release", start=False) as hall:
        hall.kiosk.start()
        hall.kiosk.wait_for("home")
        laid = []
        drawn = [hall.kiosk.seen()]
        for _ in range(5):
            began = time.monotonic()
            hall.reader.lay("02")
            hall.kiosk.wait_for("progress")
            laid.append((time.monotonic() - began) * 1000)
            look_around(hall)
            hall.kiosk.press("exit")
            hall.kiosk.wait_for("take_card")
            hall.reader.lift()
            hall.kiosk.wait_for("home")
            drawn.append(hall.kiosk.seen())
        points = {}
        hall.kiosk.press("use_number")
        hall.kiosk.wait_for("number_entry")
        for key in "123456":
            target = hall.kiosk.target(f"key_{key}")
            points[key] = (round(target["x"] + target["w"] / 2), round(target["y"] + target["h"] / 2))
        hall.kiosk.stop()
        hall.kiosk.program = None  # those under measure are started by ce-pixel-watch

        def open_entry():
            hall.kiosk.press("use_number")
            hall.kiosk.wait_for("number_entry")
            return points.values()

        width, height = hall.display.size

        kiosk = Subject(hall, lambda: [str(hall.bin / "ce-kiosk"), "--config", str(hall.kiosk.folder / "kiosk.toml"),
                                       "--windowed", f"{width}x{height}", "--display-mm", hall.mm], open_entry)
        subjects = [kiosk, *(Subject(hall, partial(peer.command, scratch, width, height), entry_opener(peer, hall.display), peer.ENV)
                             for peer in peers)]
        for turn in range(given.rounds):
            for name, subject in zip(rows, subjects):
                print(f"round {turn + 1} of {given.rounds}: {name}", file=sys.stderr, flush=True)
                measure(subject, given.settle, given.idle, rows[name])
        rows["ce-kiosk"]["disk, MB"] = [disk_mb([hall.bin / "ce-kiosk", ROOT / "assets"], hall.bin / "ce-kiosk")]
        for peer in peers:
            rows[peer.NAME]["disk, MB"] = [installed_mb(*peer.PACKAGES)]
    tell(rows)
    visits = [(after["pictures"] - before["pictures"], after["late"] - before["late"]) for before, after in zip(drawn, drawn[1:])]
    alone = {"pictures drawn in a visit": [all_of for all_of, _ in visits],
             "of them over 16.7 ms": [late for _, late in visits], "card laid to progress shown, ms": laid}
    for what, values in alone.items():
        print(f"{what:34} {spread(values):>26}")
    if given.json:
        given.json.write_text(json.dumps({"beside": rows, "alone": alone, "missing": missing}, indent=1), encoding="utf-8")
    return 0


def tell(rows):
    ours = rows["ce-kiosk"]
    theirs = [name for name in rows if name != "ce-kiosk"]
    print(f"\n{'median (least .. most)':34} {'ce-kiosk':>26}" + "".join(f" {name:>26}   ratio" for name in theirs))
    for what, values in ours.items():
        print(f"{what:34} {spread(values):>26}" + "".join(
            f" {spread(rows[name][what]):>26} {statistics.median(rows[name][what]) / max(statistics.median(values), 0.001):6.1f}x" for name in theirs))


def installed_mb(*packages):
    told = run("dpkg-query", "-W", "-f", "${Installed-Size}\\n", *packages)
    return sum(int(line) for line in told.split()) / 1024


def disk_mb(places, program):
    """Of a stripped copy of the program, as its package has it, and of all files of the folders."""
    with tempfile.TemporaryDirectory() as folder:
        stripped = Path(folder) / "stripped"
        run("strip", "-o", stripped, program)
        files = [stripped] + [file for place in places if place != program for file in place.rglob("*") if file.is_file()]
        return sum(file.stat().st_size for file in files) / 1e6


def spread(values):
    return f"{statistics.median(values):.1f} ({min(values):.1f} .. {max(values):.1f})"


if __name__ == "__main__":
    sys.exit(main())
