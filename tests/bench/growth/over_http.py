#!/usr/bin/python3
"""What central is asked most, over HTTP, by stores of several sizes on one PostgreSQL (every commit synced), by one ce-central and
by two: p50 and p99 of one caller, requests a second of several, and how p50 grows with the size.

usage: tests/bench/growth/over_http.py [--people N,N] [--rounds N] [--callers N] [--json FILE]

Preset release of ce-central and ce-admin. 100,000 people take 0.7 GB in /tmp, a million 7 GB. Sizes and numbers of
processes take turns in each round; all stores lie on the one server.
"""
import argparse
import datetime
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from asked import KINDS, Caller, Site  # noqa: E402
from reporting.figures import exponent  # noqa: E402
from rows import statements  # noqa: E402

ROOT = Path(__file__).resolve().parents[3]
SERVER = ROOT / "tests/support/store/postgresql"


def fill(site, people):
    begin = time.monotonic()
    site.make(people)
    for text in statements(people, site.regions, datetime.date.today().year):
        site.sql(text)
    gigabytes = int(site.sql("SELECT pg_database_size(current_database())")) / 1e9
    print(f"{people:>9,} people: {time.monotonic() - begin:.0f} s, {gigabytes:.2f} GB", flush=True)


def measure(callers, kind, times):
    """(p50 ms, p99 ms, requests/s), of all callers together."""
    took, lock = [], threading.Lock()

    def work(caller):
        mine = []
        for _ in range(times):
            begin = time.monotonic()
            getattr(caller, kind)()
            mine.append((time.monotonic() - begin) * 1000)
        with lock:
            took.extend(mine)

    begin = time.monotonic()
    threads = [threading.Thread(target=work, args=(caller,)) for caller in callers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.monotonic() - begin
    if len(took) != times * len(callers):
        raise RuntimeError(f"{kind}: a caller gave up, see above")
    took.sort()
    return took[len(took) // 2], took[min(len(took) - 1, len(took) * 99 // 100)], len(took) / seconds


def table(figures, sizes, given):
    print("| | " + " | ".join(f"{size:,}: p50, p99 ms" for size in sizes) + " | power | " +
          " | ".join(f"{given.callers} callers at {max(sizes):,}, {one} ce-central" for one in (1, 2)) + " |")
    print("|---" * (len(sizes) + 4) + "|")
    for kind, _ in KINDS:
        cells, points = [], []
        for size in sizes:
            rounds = [row for row in figures if row["kind"] == kind and row["people"] == size and row["centrals"] == row["callers"] == 1]
            p50, p99 = (statistics.median(row[key] for row in rounds) for key in ("p50", "p99"))
            cells.append(f"{p50:.2f}, {p99:.1f}")
            points.append((size, p50))
        many = [statistics.median(row["rate"] for row in figures if row["kind"] == kind and row["people"] == max(sizes) and
                                  row["centrals"] == one and row["callers"] > 1) for one in (1, 2)]
        fitted = exponent(points)
        print(f"| {kind} | " + " | ".join(cells) + f" | {'-' if fitted is None else f'{fitted:.2f}'} | " +
              " | ".join(f"{rate:,.0f}/s" for rate in many) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", default="100000,1000000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--callers", type=int, default=4)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    sizes, figures, turns = [int(size) for size in given.people.split(",")], [], itertools.count()
    with tempfile.TemporaryDirectory(prefix="ce-growth-") as folder:
        place = Path(folder) / "postgresql"
        subprocess.run([SERVER, "start", place], check=True, env={**os.environ, "DURABLE": "on", "SHARED_BUFFERS": "1GB"})
        sites = []
        try:
            for size in sizes:
                sites.append(Site(Path(folder), place.read_text(encoding="utf-8").strip(), size))
                fill(sites[-1], size)
                sites[-1].start()
            for number in range(given.rounds):
                for kind, times in KINDS:
                    for site in sites:
                        for centrals, many in ((1, 1), (1, given.callers), (2, given.callers)):
                            turn = next(turns)  # so that no county runs out of people
                            callers = [Caller(site, at % centrals, site.counties[(turn + at) % len(site.counties)]) for at in range(many)]
                            p50, p99, rate = measure(callers, kind, times)
                            figures.append({"round": number, "kind": kind, "people": site.people, "centrals": centrals,
                                            "callers": many, "p50": p50, "p99": p99, "rate": rate})
            for site in sites:
                site.check()
            table(figures, sizes, given)
        finally:
            for site in sites:
                site.stop()
            subprocess.run([SERVER, "stop", place], check=False)
    if given.json:
        given.json.write_text(json.dumps(figures), encoding="utf-8")


if __name__ == "__main__":
    main()
