#!/usr/bin/python3
"""Whether the time of a public answer tells what there is: a known number, a void one, an unknown one, a wrong name.

usage: tests/bench/look_up/equal_time.py [--certificates N] [--asked N]

Needs preset `release` built. One kept connection asks in random order. Prints the median of each kind and its ratio to that of a
known number, and how often a guess by the time alone would be right (0.5 is what a coin knows). Nothing here passes or fails.
"""
import argparse
import bisect
import http.client
import json
import random
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path

import filled_store
import servers
from look_up import store_of


def questions(certificates, rng):
    """(kind, number, name) without end; every fourth certificate is void, unknown numbers lie behind the last."""
    while True:
        i = rng.randrange(certificates // 4) * 4
        number, name = filled_store.number_of(i + 1), filled_store.name_of(i + 1)
        void = filled_store.number_of(i)
        unknown = filled_store.number_of(certificates + i)
        asked = [("known", number, None), ("void", void, None), ("unknown", unknown, None),
                 ("known, name", number, name), ("wrong name", number, name[0] + name[2] + name[1]),
                 ("void, name", void, filled_store.name_of(i)), ("unknown, name", unknown, name)]
        rng.shuffle(asked)
        yield from asked


def ask(line, number, name):
    began = time.perf_counter_ns()
    if name is None:
        line.request("GET", f"/api/v1/certificates/{number}")
    else:
        line.request("POST", f"/api/v1/certificates/{number}/verification", json.dumps({"version": 1, "name": name}),
                     {"Content-Type": "application/json"})
    answer = line.getresponse()
    body = answer.read()
    took = time.perf_counter_ns() - began
    assert answer.status == 200, body
    return took / 1000


def right_guesses(ours, others):
    """How often the longer of two answers, one of each kind, is the same kind's; never under a half."""
    order = sorted(others)
    longer = sum(bisect.bisect_left(order, one) + bisect.bisect_right(order, one) for one in ours) / 2
    share = longer / (len(ours) * len(order))
    return max(share, 1 - share)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--certificates", type=int, default=100_000)
    parser.add_argument("--asked", type=int, default=4000)
    given = parser.parse_args()
    rng = random.Random(1)
    with tempfile.TemporaryDirectory() as place:
        store = store_of(Path(place), given.certificates)
        base = sqlite3.connect(store)
        base.executemany("UPDATE certificates SET revoked_ms = 1717200000000, revoked_reason = '测试' WHERE number = ?",
                         ((filled_store.number_of(i),) for i in range(0, given.certificates, 4)))
        base.commit()
        base.close()
        central = servers.central(Path(place), store, filled_store.number_of(1))
        try:
            line = http.client.HTTPConnection("127.0.0.1", central.port, timeout=10)
            took = {}
            for place_in_row, (kind, number, name) in enumerate(questions(given.certificates, rng)):
                one = ask(line, number, name)
                if place_in_row >= 2000:
                    took.setdefault(kind, []).append(one)
                if place_in_row >= 2000 + given.asked * 7:
                    break
        finally:
            central.stop()
    print(f"{'':14} median us  of known  right guesses")
    for kind in sorted(took):
        like = took["known, name" if "name" in kind else "known"]
        print(f"{kind:14} {statistics.median(took[kind]):9.1f}  {statistics.median(took[kind]) / statistics.median(like):8.3f}"
              f"  {right_guesses(took[kind], like):13.3f}")


if __name__ == "__main__":
    main()
