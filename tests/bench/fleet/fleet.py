#!/usr/bin/python3
"""Many kiosks on one ce-central: heartbeats, the delta, a revocation's way to all of them, and central's return after a kill.

usage: tests/bench/fleet/fleet.py [--kiosks N,N,...] [--seconds N] [--beat SECONDS] [--people N] [--json FILE]

Needs preset `release` built. One process plays all kiosks over real HTTP on the loopback, each with a key and a kept
connection of its own; its own work is in the times. Every kiosk begins without a cursor. Nothing here passes or fails.
"""
import argparse
import asyncio
import json
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from province import Clerk, Province, key_of
from simulated_kiosk import Counts, SimulatedKiosk

REVOCATIONS = 5


def spread(values):
    if not values:
        return {"n": 0, "p50": 0.0, "p99": 0.0, "worst": 0.0}
    values = sorted(values)
    return {"n": len(values), "p50": statistics.median(values), "p99": values[len(values) * 99 // 100], "worst": values[-1]}


async def until(condition, seconds):
    """Seconds it took, or None."""
    begin = time.monotonic()
    while time.monotonic() - begin < seconds:
        if condition():
            return time.monotonic() - begin
        await asyncio.sleep(0.1)
    return None


async def measure(province, kiosks, counts, options):
    """One size of fleet: it opens, works for a while, hears of revocations, and sees central die and return."""
    row = {"kiosks": len(kiosks)}
    tasks = [asyncio.create_task(kiosk.run()) for kiosk in kiosks]
    try:
        await until(lambda: len(counts.syncs) == len(kiosks), 20 * options.beat)
        row["first sync"] = spread(counts.syncs)
        row["first sync bytes"] = counts.bytes["sync"] / max(1, len(counts.syncs))
        counts.clear()
        cpu, _ = province.used()
        await asyncio.sleep(options.seconds)
        row["cpu"], row["rss"] = (province.used()[0] - cpu) / options.seconds, province.used()[1]
        row["beat"], row["page"] = spread(counts.beats), spread(counts.pages)
        row["beats/s"] = len(counts.beats) / options.seconds
        row["beat bytes"] = counts.bytes["beat"] / max(1, len(counts.beats))
        row["page bytes"] = counts.bytes["page"] / max(1, len(counts.pages))
        row["broken"], row["busy"] = counts.broken, counts.busy
        row["void"] = await revocations(province, kiosks, counts, options)
        row["return"] = await killed(province, kiosks, options)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return row


async def revocations(province, kiosks, counts, options):
    """Seconds from the clerk's press until half and all of the kiosks knew; the slowest of several."""
    clerk = await asyncio.to_thread(Clerk, province.port)
    half, whole = [], []
    for _ in range(REVOCATIONS):
        number = province.valid.pop()
        counts.heard[number] = []
        begin = time.monotonic()
        await asyncio.to_thread(clerk.revoke, number)
        await until(lambda: len(counts.heard[number]) == len(kiosks), 5 * options.beat)
        when = sorted(moment - begin for moment in counts.heard[number])
        if len(when) < len(kiosks):
            print(f"{len(kiosks) - len(when)} kiosks never heard of a revocation", file=sys.stderr)
            continue
        half.append(when[len(when) // 2])
        whole.append(when[-1])
    return {"half": statistics.median(half) if half else None, "all": max(whole, default=None), "each half": half, "each all": whole,
            "never": REVOCATIONS - len(whole)}


async def killed(province, kiosks, options):
    """Seconds from central's start after SIGKILL until it answers its first kiosk, and until it has answered all."""
    await asyncio.to_thread(province.program.kill)
    await asyncio.sleep(5)
    begin = time.monotonic()
    province.start()  # here: a program goes with the thread that started it
    first = await until(lambda: any(kiosk.last_success > begin for kiosk in kiosks), 120)
    whole = await until(lambda: all(kiosk.last_success > begin for kiosk in kiosks), 5 * options.beat)
    return {"first": first, "all": None if whole is None else time.monotonic() - begin}


def told(row):
    def ms(part):
        return f"{part['p50']:7.1f}{part['p99']:8.1f}"

    def seconds(value):
        return "    never" if value is None else f"{value:9.1f}"

    return (f"{row['kiosks']:7}{row['beats/s']:9.1f}{ms(row['beat'])}{ms(row['page'])}{ms(row['first sync'])}"
            f"{row['beat bytes']:7.0f}{row['page bytes']:7.0f}{row['first sync bytes'] / 1000:8.1f}"
            f"{100 * row['cpu']:7.1f}{row['rss']:7.0f}{row['broken']:7}{row['busy']:6}"
            f"{seconds(row['void']['half'])}{seconds(row['void']['all'])}{seconds(row['return']['all'])}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kiosks", default="10,100,1000,5000")
    parser.add_argument("--seconds", type=float, default=60, help="how long each fleet is measured at work")
    parser.add_argument("--beat", type=float, default=30, help="seconds between two heartbeats of a kiosk")
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    sizes = [int(size) for size in options.kiosks.split(",")]
    files = 2 * max(sizes) + 1000
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, max(files, resource.getrlimit(resource.RLIMIT_NOFILE)[1])))
    rows = []
    with tempfile.TemporaryDirectory(prefix="ce-fleet-") as name:
        province = Province(Path(name), options.people, max(sizes))
        province.start()
        try:
            print("                     heartbeat ms     delta ms  first sync ms    bytes of       KB of  CPU   MB of                  void known s   back s")
            print(" kiosks  beats/s   p50     p99    p50     p99    p50     p99   beat  delta   first      %  central broken busy    half      all      all")
            for size in sizes:
                counts = Counts()
                kiosks = [SimulatedKiosk(("127.0.0.1", province.port), each, key_of(each), counts, options.beat)
                          for each in province.names[:size]]
                rows.append(asyncio.run(measure(province, kiosks, counts, options)))
                print(told(rows[-1]), flush=True)
        finally:
            province.stop()
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
