#!/usr/bin/python3
"""Look-ups a second: ce-central beside nginx with a static file of the same size and Node.js with Fastify, interleaved.

usage: tests/bench/look_up/look_up.py [--certificates N] [--rounds N] [--seconds N] [--growth[-only] N,N,...] [--json FILE]
       tests/bench/look_up/look_up.py --install-peer

Needs preset `release` built, and Debian's wrk, nginx-light and (for the peer) npm. Traffic stays on the loopback, but for
--install-peer, which fetches Fastify by npm once. Every request asks for another certificate. Prints medians with their spread; nothing here passes or fails.
"""
import argparse
import json
import math
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import filled_store
import servers

HERE = Path(__file__).parent
ADMIN = servers.ROOT / "build/release/bin/ce-admin"


def store_of(folder, certificates):
    store = Path(tempfile.mkdtemp(dir=folder)) / f"{certificates}.db"  # alone: central keeps more beside its file
    subprocess.run([ADMIN, "--db", store, "--config-dir", servers.ROOT / "config", "init"], check=True,
                   stdout=subprocess.DEVNULL)
    filled_store.fill(store, certificates, lambda done: print(f"\rcertificates: {done}", end="", file=sys.stderr))
    print(file=sys.stderr)
    return store


def load(server, connections, seconds, certificates):
    """One run of wrk: requests/s, p50, p99 and worst in ms, failed requests."""
    words = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", HERE / "numbers.lua"]
    environment = {**os.environ, "LAST": str(certificates), "PER_COUNTER": str(filled_store.PER_COUNTER)}
    out = subprocess.run([*words, server.url], env=environment, check=True, capture_output=True, text=True).stdout
    asked, took_us, p50, p99, worst, failed = map(
        int, next(line for line in out.splitlines() if line.startswith("RESULT")).split()[1:])
    return {"per_s": asked * 1e6 / took_us, "p50": p50 / 1000, "p99": p99 / 1000, "worst": worst / 1000,
            "failed": failed}


def beside_idle(server, idle=2000, fresh=300):
    """Milliseconds of fresh requests, each on a connection of its own, beside idle kept ones."""
    request = f"GET {server.path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    kept, took = [], []
    try:
        for _ in range(idle):
            one = socket.create_connection(("127.0.0.1", server.port), timeout=10)
            one.sendall(request)
            one.recv(4096)
            kept.append(one)
        for _ in range(fresh):
            begin = time.perf_counter()
            with socket.create_connection(("127.0.0.1", server.port), timeout=10) as one:
                one.sendall(request)
                one.recv(4096)
            took.append((time.perf_counter() - begin) * 1000)
    finally:
        for one in kept:
            one.close()
    took.sort()
    return {"p50": took[fresh // 2], "p99": took[fresh * 99 // 100], "worst": took[-1]}


def median(runs, key):
    values = [run[key] for run in runs]
    return statistics.median(values), min(values), max(values)


def compare(running, connections, options):
    runs = {server.name: [] for server in running}
    for _ in range(options.rounds):
        for server in running:
            runs[server.name].append(load(server, connections, options.seconds, options.certificates))
    limit = median(runs["nginx"], "per_s")[0]
    print(f"\n{connections} connections, {options.certificates:,} certificates, {options.rounds} x {options.seconds} s")
    print(f"{'server':12}{'req/s':>10}{'of nginx':>10}{'p50 ms':>9}{'p99 ms':>9}{'worst ms':>10}{'failed':>8}")
    table = {}
    for name, each in runs.items():
        middle, low, high = median(each, "per_s")
        failed = sum(run["failed"] for run in each)
        table[name] = {"rounds": each, "per_s": [low, middle, high], "of_nginx": middle / limit, "failed": failed,
                       **{key: median(each, key)[0] for key in ("p50", "p99", "worst")}}
        row = table[name]
        print(f"{name:12}{middle:10.0f}{row['of_nginx']:10.2f}{row['p50']:9.2f}{row['p99']:9.2f}{row['worst']:10.1f}"
              f"{failed:8}   ({low:.0f} to {high:.0f})")
    return table


def compare_all(folder, options, result):
    store = store_of(folder, options.certificates)
    number = filled_store.number_of(options.certificates // 2)
    running = [servers.central(folder, store, number)]
    try:
        running.append(servers.nginx(folder, running[0].body, running[0].path))
        try:
            running.append(servers.fastify(folder, store, number))
        except RuntimeError as failure:
            print(f"fastify could not run: {failure}", file=sys.stderr)
            result["not_run"].append({"what": "Fastify with better-sqlite3", "why": str(failure)})
        for connections in options.connections:
            result["compare"][connections] = compare(running, connections, options)
        print("\nfresh requests beside 2,000 idle connections, ms")
        for server in running:
            result["idle"][server.name] = seen = beside_idle(server)
            print(f"{server.name:12}" + "".join(f"{key} {value:8.2f}   " for key, value in seen.items()))
    finally:
        for server in running:
            server.stop()
    shutil.rmtree(store.parent)


def grow(folder, sizes, options, result):
    """The same look-ups among more and more certificates, each size beside nginx, and how the cost grows with their number."""
    print(f"\n{'certificates':>12}{'store MB':>10}{'req/s':>10}{'nginx':>10}{'of nginx':>10}{'p50 ms':>9}{'p99 ms':>9}{'failed':>8}")
    cost = {}
    for size in sizes:
        store = store_of(folder, size)
        running = [servers.central(folder, store, filled_store.number_of(size // 2))]
        try:
            running.append(servers.nginx(folder, running[0].body, running[0].path))
            runs = {server.name: [] for server in running}
            load(running[0], 64, options.seconds, size)  # so that the kernel holds of the file what it can
            for _ in range(options.rounds):
                for server in running:
                    runs[server.name].append(load(server, 64, options.seconds, size))
        finally:
            for server in running:
                server.stop()
        ours, limit = runs["ce-central"], median(runs["nginx"], "per_s")[0]
        row = {key: median(ours, key)[0] for key in ("per_s", "p50", "p99")}
        row |= {"of_nginx": row["per_s"] / limit, "bytes": store.stat().st_size, "failed": sum(run["failed"] for run in ours)}
        result[size] = row | {"rounds": runs}
        cost[size] = 1 / row["of_nginx"]  # in units of nginx, so that a busy machine does not look like growth
        print(f"{size:12,}{row['bytes'] / 1e6:10.0f}{row['per_s']:10.0f}{limit:10.0f}{row['of_nginx']:10.2f}{row['p50']:9.2f}"
              f"{row['p99']:9.2f}{row['failed']:8}")
        shutil.rmtree(store.parent)
    if len(sizes) > 1:
        result["exponent"] = exponent(cost)
        print(f"the time of a look-up, as a multiple of nginx's, grows with the number of certificates to the power of "
              f"{result['exponent']:.3f} (0: not at all, 1: in proportion)")


def exponent(times):
    """The slope of the straight line through log time over log size."""
    points = [(math.log(size), math.log(max(time, 1e-9))) for size, time in times.items()]
    return statistics.linear_regression(*zip(*points)).slope


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--certificates", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--growth", default="", help="then the same at these numbers of certificates, and how the cost grows")
    parser.add_argument("--growth-only", default="", help="that alone, e.g. 100000,1000000,10000000 (4 GB on the disk)")
    parser.add_argument("--install-peer", action="store_true", help="only fetches and builds Fastify and better-sqlite3 (network)")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    options.connections = (64, 512)
    if options.install_peer:
        servers.install_fastify()
        return
    result = {"compare": {}, "idle": {}, "growth": {}, "not_run": []}
    with tempfile.TemporaryDirectory() as name:
        if not options.growth_only:
            compare_all(Path(name), options, result)
        sizes = [int(size) for size in (options.growth_only or options.growth).split(",") if size]
        if sizes:
            grow(Path(name), sizes, options, result["growth"])
    if options.json:
        options.json.write_text(json.dumps(result, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
