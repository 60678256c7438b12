"""Many kiosks on one central."""
from ..figures import Chapter, Figure, Growth, Seen
from ..words import number

KEY = "fleet"
TITLE = "Fleet"
COMPARES = ("Simulated kiosks on one ce-central over real HTTP, each with a key and a kept connection; the player of all of them shares the cores "
            "and its work is in the times. No peer was found that does the same.")
PROGRAMS = ["ce-central", "ce-admin"]
MINUTES = (12, 4)


def measure(run):
    for program in PROGRAMS:
        run.program(program)
    sizes, beat, seconds, people = ([100, 1000], 10, 15, 5000) if run.quick else ([100, 1000, 5000], 30, 60, 20_000)
    rows = run.script("fleet/fleet.py", "--kiosks", ",".join(map(str, sizes)), "--beat", beat, "--seconds", seconds, "--people", people,
                      minutes=40)
    chapter = Chapter(KEY, TITLE, COMPARES)
    last = rows[-1]
    who = f"ce-central, {last['kiosks']:,} kiosks"
    if run.quick:
        chapter.miss("5,000 kiosks", f"--quick: {last['kiosks']:,}, with a heartbeat every {beat} s instead of 30 s")

    def figure(name, unit, values, **more):
        if values:
            chapter.figures.append(Figure(name, unit, "lower", [Seen(who, values, True)], **more))
        else:
            chapter.miss(name, "not every kiosk heard within five heartbeats")

    period = {"name": "a kiosk asks once in this time", "value": beat}
    figure("until a revocation has reached all kiosks", "s", last["void"]["each all"], limit=period,
           note="Five revocations, from the clerk's press. What it waits for is each kiosk's next heartbeat.")
    figure("until it has reached half of them", "s", last["void"]["each half"], limit={**period, "value": beat / 2})
    if last["return"]["all"] is not None:
        figure("until all are back after central was killed and started", "s", [last["return"]["all"]], note="Once.")
    figure("heartbeat, 99th of 100", "ms", [last["beat"]["p99"]], note=f"Of {last['beat']['n']:,} heartbeats.",
           limit=run.limit("sync_us", 1 / 1000) and run.limit("sync_us", 1 / 1000) | {"name": "one sync"})
    figure("CPU of central", "% of a core", [100 * last["cpu"]])
    figure("memory of central, pages of its file included", "MB", [last["rss"]])
    for name, unit, value in (("heartbeat, median", "ms", lambda row: row["beat"]["p50"]),
                              ("CPU of central", "% of a core", lambda row: 100 * row["cpu"]),
                              ("a revocation known to all", "s", lambda row: row["void"]["all"])):
        line = {float(row["kiosks"]): [value(row)] for row in rows if value(row)}
        chapter.growths.append(Growth(name, unit, "kiosks", {"ce-central": line}))
    known = chapter.figure("until a revocation has reached all kiosks")
    if known:
        chapter.sentence = (f"A revocation has reached all of {last['kiosks']:,} kiosks after {number(known.ours.median)} s, "
                            f"of which the kiosks' own heartbeat every {beat} s is all but a moment.")
    return chapter
