#!/usr/bin/python3
"""Measures ce-kiosk beside Chromium in kiosk mode with an equivalent page, interleaved in one run.

usage: tests/bench/kiosk_beside_chromium.py [--rounds N] [--settle SECONDS]

Needs preset `release` built (with ce-pixel-watch and ce-bench-sheet) and Debian's chromium. Prints a table of medians with their
spread and the ratio; nothing here passes or fails. Everything runs under a private Xvfb with software OpenGL.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "journeys"))

from hall import Hall  # noqa: E402
from hall.process import run, wait_until  # noqa: E402

TICKS = os.sysconf("SC_CLK_TCK")
CHROMIUM = ["chromium", "--kiosk", "--no-first-run", "--no-sandbox", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-quic", "--disable-extensions",
            "--password-store=basic", "--no-default-browser-check", "--disable-features=Translate", "--lang=zh-CN"]


def family(pid):
    """The process and all its descendants."""
    children = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found, todo = [], [pid]
    while todo:
        found.append(todo.pop())
        todo += children.get(found[-1], [])
    return found


def pss_mb(pid):
    total = 0
    for member in family(pid):
        try:
            text = Path(f"/proc/{member}/smaps_rollup").read_text()
        except OSError:
            continue
        total += int(next(line for line in text.splitlines() if line.startswith("Pss:")).split()[1])
    return total / 1024


def cpu_seconds(pid):
    total = 0
    for member in family(pid):
        try:
            fields = Path(f"/proc/{member}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


class Subject:
    """One program under measure: its start command, and two clicks that change what is seen."""

    def __init__(self, hall, command, click_points):
        self.hall, self.command, self.click_points = hall, command, click_points
        self.watch = hall.bin / "ce-pixel-watch"
        self.env = {**os.environ, **hall.display.env}
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


def measure(subject, settle, rows):
    rows.setdefault("start to content, ms", []).append(subject.start())
    time.sleep(settle)
    rows.setdefault("PSS after settling, MB", []).append(pss_mb(subject.pid))
    before = cpu_seconds(subject.pid)
    time.sleep(20)
    rows.setdefault("idle CPU over 20 s, % of a core", []).append((cpu_seconds(subject.pid) - before) / 20 * 100)
    for point in subject.click_points():
        rows.setdefault("press to changed pixels, ms", []).append(subject.press(point))
        time.sleep(0.5)
    subject.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--settle", type=float, default=10)
    given = parser.parse_args()
    if not shutil.which("chromium"):
        sys.exit("Debian's package chromium is not installed: apt-get install chromium")
    rows = {"ce-kiosk": {}, "Chromium": {}}
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

        def open_entry():
            hall.kiosk.press("use_number")
            hall.kiosk.wait_for("number_entry")
            return points.values()

        width, height = hall.display.size

        def chromium():
            profile = tempfile.mkdtemp(dir=scratch)
            return [*CHROMIUM, f"--user-data-dir={profile}", f"--window-size={width},{height}",
                    f"file://{ROOT}/tests/bench/screen/page.html"]

        def open_page_entry():
            hall.display.click(*page_point(width, height))
            time.sleep(1)
            return [(width // 2 + dx, round(height * row)) for row in (0.463, 0.556) for dx in (-244, 0, 244)]

        kiosk = Subject(hall, lambda: [str(hall.bin / "ce-kiosk"), "--config", str(hall.kiosk.folder / "kiosk.toml"),
                                       "--windowed", f"{width}x{height}", "--display-mm", hall.mm], open_entry)
        browser = Subject(hall, chromium, open_page_entry)
        for turn in range(given.rounds):
            for name, subject in (("ce-kiosk", kiosk), ("Chromium", browser)):
                print(f"round {turn + 1} of {given.rounds}: {name}", file=sys.stderr, flush=True)
                measure(subject, given.settle, rows[name])
    print(f"\n{'median (least .. most)':34} {'ce-kiosk':>26} {'Chromium':>26} {'ratio':>7}")
    for what, ours in rows["ce-kiosk"].items():
        theirs = rows["Chromium"][what]
        print(f"{what:34} {spread(ours):>26} {spread(theirs):>26} "
              f"{statistics.median(theirs) / max(statistics.median(ours), 0.001):6.1f}x")
    visits = [(after["pictures"] - before["pictures"], after["late"] - before["late"]) for before, after in zip(drawn, drawn[1:])]
    print(f"{'pictures drawn in a visit':34} {spread([all_of for all_of, _ in visits]):>26}")
    print(f"{'of them over 16.7 ms':34} {spread([late for _, late in visits]):>26}")
    print(f"{'card laid to progress shown, ms':34} {spread(laid):>26}")
    print(f"{'one certificate to PDF, ms':34} {spread(sheet_ms(hall.bin)):>26}")
    return 0


def sheet_ms(programs):
    """ce-bench-sheet's repetitions for a common name."""
    told = json.loads(run(programs / "ce-bench-sheet", "--benchmark_filter=common_name", "--benchmark_repetitions=5",
                          "--benchmark_format=json"))
    return [row["real_time"] for row in told["benchmarks"] if row["run_type"] == "iteration"]


def page_point(width, height):
    """Where page.html has its number key: found by the browser's own layout at this size."""
    return width * 0.33, height * 0.68


def spread(values):
    return f"{statistics.median(values):.1f} ({min(values):.1f} .. {max(values):.1f})"


if __name__ == "__main__":
    sys.exit(main())
