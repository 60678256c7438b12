"""Public look-ups over HTTP."""
import shutil

from ..figures import Aim, Chapter, Figure, Growth, Seen
from ..run import NotRun
from ..words import listed, versus

KEY = "http"
TITLE = "HTTP"
COMPARES = ("Public verification of certificates, another with every request, by ce-central, by Node.js (Fastify, better-sqlite3) on the same "
            "store, and nginx sending a static file of the same size, which is what HTTP itself costs here; wrk shares the cores with them.")
PROGRAMS = ["ce-central", "ce-admin"]
MINUTES = (8, 2)
NAMES = {"ce-central": "ce-central", "nginx": "nginx, static file", "fastify": "Fastify, better-sqlite3"}


def measure(run):
    for program, package in (("wrk", "wrk"), ("nginx", "nginx-light")):
        if shutil.which(program) is None and shutil.which(program, path="/usr/sbin") is None:
            raise NotRun(f"{program} is not installed: apt install {package}")
    for program in PROGRAMS:
        run.program(program)
    chapter = Chapter(KEY, TITLE, COMPARES)
    sizes = "10000,100000" if run.quick else "100000,1000000" + (",10000000" if run.big else "")
    told = run.script("look_up/look_up.py", "--certificates", 100_000 if run.quick else 1_000_000, "--rounds", run.rounds, "--seconds",
                      2 if run.quick else 5, "--growth", sizes, minutes=120 if run.big else 40)
    for row in told["not_run"]:
        chapter.miss(row["what"], row["why"])
    for connections, table in told["compare"].items():
        def seen(part, table=table):
            return [Seen(NAMES[name], [one[part] for one in row["rounds"]], name == "ce-central") for name, row in table.items()]
        chapter.figures.append(Figure(f"look-ups a second, {connections} connections", "/s", "higher", seen("per_s"),
                                      aim=Aim(0.6, NAMES["nginx"])))
        chapter.figures.append(Figure(f"99th of 100 look-ups, {connections} connections", "ms", "lower", seen("p99"),
                                      aim=Aim(10) if connections == "512" else None))
        failed = {NAMES[name]: row["failed"] for name, row in table.items() if row["failed"]}
        if failed:
            chapter.figures[-1].note = "Requests that failed: " + ", ".join(f"{name} {count:,}" for name, count in failed.items()) + "."
    idle = [Seen(NAMES[name], [row["p99"]], name == "ce-central") for name, row in told["idle"].items()]
    chapter.figures.append(Figure("99th of 100 fresh requests beside 2,000 idle connections", "ms", "lower", idle, note="One round."))
    trip = run.limit("round_trip_us", 1 / 1000)
    if trip:
        chapter.figures[-1].limit = trip | {"name": "a byte over the loopback and back"}
    growth = {size: row for size, row in told["growth"].items() if size != "exponent"}
    lines = {"ce-central": {}, NAMES["nginx"]: {}}
    for size, row in growth.items():
        for name, key in (("ce-central", "ce-central"), (NAMES["nginx"], "nginx")):
            lines[name][float(size)] = [1e6 / one["per_s"] for one in row["rounds"][key]]
    chapter.growths.append(Growth("time of a look-up, 64 connections", "µs", "certificates", lines))
    rate = chapter.figure("look-ups a second, 64 connections")
    chapter.sentence = listed([
        versus(rate, NAMES["nginx"], "{} times what nginx sends of a static file", "{part} of what nginx sends of a static file"),
        versus(rate, NAMES["fastify"], "{} times what Fastify answers from the same store", "{part} of what Fastify answers")])
    return chapter
