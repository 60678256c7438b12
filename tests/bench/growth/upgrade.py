#!/usr/bin/python3
"""What a heavy schema step does to who works meanwhile: an older release's ce-central serves a store of so many people, then a
newer program takes the steps that it lacks. Reviewers, clerks who issue, kiosks and the public ask all the time; told is how long
each waited at most, without a step, while an index is built as a plain step does it, and while the newer program takes its own.

usage: tests/bench/growth/upgrade.py --old DIR [--people N] [--seconds N]

Preset release of ce-central and ce-admin (another: CE_BUILD=build/NAME); --old: the directory of ce-central and ce-admin of a release that
has not taken step `closed years`, which cannot be taken twice. The store is set back to before step `waiting` (two indexes of the records),
which that program does not miss. 400,000 people take 2.9 GB in /tmp.
"""
import argparse
import http.client
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import asked  # noqa: E402
from over_http import SERVER, fill  # noqa: E402

INDEXES = ("CREATE INDEX learning_records_waiting_by_city ON learning_records (review, SUBSTR(review_region, 1, 4), id) "
           "WHERE review IN ('pending_industry', 'pending_hrss')",
           "CREATE INDEX learning_records_waiting ON learning_records (review, id) WHERE review IN ('pending_industry', 'pending_hrss')")
WITHOUT = "DROP INDEX IF EXISTS learning_records_waiting, learning_records_waiting_by_city"
KINDS = ("review", "batch", "person_year", "verification")


class Asking(threading.Thread):
    """One caller, one question after the other."""

    def __init__(self, site, kind, at, seconds):
        """`seconds`: how long all of it may last, through which the county's people must do."""
        super().__init__(daemon=True)
        own = site.people // len(site.regions)
        least, supply = {"review": (0.05, own), "batch": (0.6, own // asked.BATCH)}.get(kind, (0.05, 1_000_000))
        self.rest = max(least, seconds / max(1, supply))
        self.caller, self.kind, self.ending = asked.Caller(site, 0, site.counties[at % len(site.counties)]), kind, threading.Event()
        self.took, self.faults, self.record = [], [], 11 * site.people + site.regions.index(self.caller.county) + 1

    def review(self):
        """The next record of that county that waits for HRSS is approved."""
        self.caller.form("/console/review", csrf=self.caller.signed[1], decision="approve", pick=f"{self.record}:1")
        self.record += len(self.caller.site.regions)

    def run(self):
        while not self.ending.is_set():
            begin = time.monotonic()
            try:
                self.review() if self.kind == "review" else getattr(self.caller, self.kind)()
            except (RuntimeError, OSError, http.client.HTTPException) as fault:
                self.faults.append(str(fault)[:200])
            else:
                self.took.append((begin, time.monotonic() - begin))
            self.ending.wait(self.rest)


def waits(people, begin, end):
    """Per kind (asked, p50, p99, longest) in ms of what was under way between two moments."""
    told = {}
    for kind in KINDS:
        took = sorted(1000 * seconds for one in people if one.kind == kind for at, seconds in one.took if at < end and at + seconds > begin)
        told[kind] = (len(took), took[len(took) // 2], took[len(took) * 99 // 100], took[-1]) if took else (0, 0, 0, 0)
    return told


def line(what, seconds, told):
    print(f"| {what} | {seconds:.1f} s | " + " | ".join(
        f"{many}: {p50:.0f}, {p99:.0f}, {longest:.0f}" for many, p50, p99, longest in (told[kind] for kind in KINDS)) + " |", flush=True)


def set_back(site):
    """As a store that the release before `waiting` has left; the old program has made no step behind `vacuum`, which may be taken twice."""
    site.sql(WITHOUT)
    site.sql("DELETE FROM schema_steps WHERE step >= (SELECT step FROM schema_steps WHERE name = 'waiting')")


def check_old(site):
    """Before anything is measured."""
    behind = site.sql("SELECT string_agg(name, ', ' ORDER BY step) FROM schema_steps WHERE step > "
                      "(SELECT step FROM schema_steps WHERE name = 'vacuum')")
    if behind:
        raise SystemExit(f"--old has taken steps that cannot be taken twice ({behind}): an older release is needed")


def phase(people, what, work):
    begin = time.monotonic()
    work()
    end = time.monotonic()
    time.sleep(2)  # who was kept waiting has his answer
    line(what, end - begin, waits(people, begin, end))


def measure(site, given):
    site.start()
    # What waits is elective there (rows.py), which no HRSS decides (article 13).
    site.sql("UPDATE learning_records SET subject = 'public' WHERE review = 'pending_hrss' AND review_region IN "
             f"('{site.counties[0]}', '{site.counties[1]}')")
    most = 4 * (given.seconds + 5) + given.people / 10_000  # with the steps' own time on a busy machine
    people = [Asking(site, kind, at, most)
              for at, kind in enumerate(("review", "review", "batch", "person_year", "person_year", "verification"))]
    for one in people:
        one.start()
    print("| | lasted | " + " | ".join(f"{kind}: how many; p50, p99, longest ms" for kind in KINDS) + " |")
    print("|---" * (len(KINDS) + 2) + "|")
    phase(people, "nothing else", lambda: time.sleep(given.seconds))
    site.sql(WITHOUT)
    phase(people, "the indexes in one transaction", lambda: site.sql("BEGIN; " + "; ".join(INDEXES) + "; COMMIT"))
    set_back(site)
    newer = [asked.ROOT / os.environ.get("CE_BUILD", "build/release") / "bin/ce-admin", "--config-dir", asked.ROOT / "config", "--db", site.location]
    phase(people, "the newer program's steps",
          lambda: subprocess.run([*newer, "init", "--key-dir", site.folder / "keys"], check=True, stdout=subprocess.DEVNULL))
    for one in people:
        one.ending.set()
    for one in people:
        one.join()
    steps = site.sql("SELECT max(step) FROM schema_steps")
    broken = site.sql("SELECT count(*) FROM pg_index WHERE NOT indisvalid")
    faults = {f"{one.kind}: {said}" for one in people for said in one.faults}
    print(f"steps {steps}, indexes that are not whole: {broken}; answers that were none: {len(faults)} {sorted(faults)[:3]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--old", type=Path, required=True)
    parser.add_argument("--people", type=int, default=400_000)
    parser.add_argument("--seconds", type=int, default=10)
    given = parser.parse_args()
    asked.PROGRAMS = given.old
    with tempfile.TemporaryDirectory(prefix="ce-upgrade-") as folder:
        place = Path(folder) / "postgresql"
        subprocess.run([SERVER, "start", place], check=True, env={**os.environ, "DURABLE": "on", "SHARED_BUFFERS": "512MB"})
        site = asked.Site(Path(folder), place.read_text(encoding="utf-8").strip(), given.people)
        try:
            fill(site, given.people)
            check_old(site)
            measure(site, given)
        finally:
            site.stop()
            subprocess.run([SERVER, "stop", place], check=False)


if __name__ == "__main__":
    main()
