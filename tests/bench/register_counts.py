#!/usr/bin/python3
"""How long the roll-up of a register takes: counted line by line, counted for the first time, kept, and kept after a print.

usage: register_counts.py [--certificates N]

Needs preset `release` built. Certificates of one county over several years, half of them printed; `ce-admin register --roll-up` as the
console's page counts. Prints seconds of the process and ratios to the first; nothing here passes or fails.
"""
import argparse
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "look_up"))

import filled_store  # noqa: E402
import servers  # noqa: E402
from look_up import ADMIN, store_of  # noqa: E402


def put_prints(base, certificates):
    """Every second one was printed, one of a hundred of those failed; the numbers were given out by the county's counter."""
    base.execute("INSERT INTO kiosks (id, region, hall, key_hash, enrolled_ms) VALUES ('K', '440106', '大厅', 'x', 0)")
    base.executemany("INSERT INTO issue_register (print_id, certificate, copy, blank_number, kiosk, requested_ms, received_ms) "
                     "VALUES (?, ?, 1, ?, 'K', ?, 0)",
                     ((f"p{i:09d}", filled_store.number_of(i), f"A{i:09d}", i) for i in range(0, certificates, 2)))
    base.executemany("INSERT INTO print_outcomes (entry_id, print_id, kiosk, outcome, cause, settled_ms, received_ms) "
                     "VALUES (?, ?, 'K', ?, '', ?, 0)",
                     ((f"o{i:09d}", f"p{i:09d}", "failed" if i % 200 == 0 else "confirmed", i)
                      for i in range(0, certificates, 2)))
    years = sorted({filled_store.year_of(i) for i in range(0, certificates, 1000)})
    base.executemany("INSERT INTO number_counters (region, year, last_sequence) VALUES ('440106', ?, ?)",
                     ((year, filled_store.PER_COUNTER) for year in years))
    base.execute("INSERT INTO change_counters (scope, last_seq) VALUES ('440106', 1)")
    base.commit()


def print_one(base, certificates):
    """As central notes a print of the last certificate."""
    number = filled_store.number_of(certificates - 1)
    base.execute("INSERT INTO issue_register (print_id, certificate, copy, blank_number, kiosk, requested_ms, received_ms) "
                 "VALUES ('last', ?, 1, 'Z1', 'K', 9, 0)", (number,))
    base.execute("UPDATE change_counters SET last_seq = last_seq + 1 WHERE scope = '440106'")
    base.execute("INSERT INTO changes (scope, kind, id, seq) SELECT '440106', 'certificate', ?, last_seq FROM change_counters "
                 "WHERE scope = '440106'", (number,))
    base.commit()


def counted(store, *words):
    began = time.perf_counter()
    out = subprocess.run([ADMIN, "--db", store, "--config-dir", servers.ROOT / "config", "register", "--roll-up", "--csv", *words],
                         check=True, capture_output=True, text=True).stdout
    return time.perf_counter() - began, out


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--certificates", type=int, default=1_000_000)
    given = parser.parse_args()
    filled_store.PER_COUNTER = min(filled_store.PER_COUNTER, given.certificates // 10)
    with tempfile.TemporaryDirectory() as place:
        store = store_of(Path(place), given.certificates)
        base = sqlite3.connect(store)
        put_prints(base, given.certificates)
        by_line = ("--issued-from", "2000-01-01")
        counted(store, *by_line)  # from the disk
        whole, said = counted(store, *by_line)
        rows = [("line by line", whole), ("for the first time", counted(store)[0])]
        again = [counted(store) for _ in range(5)]
        assert again[0][1] == said, "kept counts differ"
        rows.append(("kept", statistics.median(took for took, _ in again)))
        print_one(base, given.certificates)
        base.close()
        after, said_after = counted(store)
        assert said_after == counted(store, *by_line)[1] != said, "a print was missed"
        rows.append(("kept, after a print of one of ten years", after))
    for name, took in rows:
        print(f"{name:42} {took:8.3f} s  {took / whole:7.3f}")


if __name__ == "__main__":
    main()
