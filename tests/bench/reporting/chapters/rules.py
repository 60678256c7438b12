"""Verdicts a second."""
from ..figures import Aim, Chapter, Figure, Seen
from ..words import listed, number, versus

KEY = "rules"
TITLE = "Rules"
COMPARES = ("One person's year of twelve records judged, on one core, beside an evaluator written straight from the regulation's text "
            "and beside the same rules as SQL on SQLite in memory, proven to say the same of all people before the clock starts.")
PROGRAMS = ["ce-judge-bench"]
MINUTES = (2, 0.5)
RECORD_BYTES = 80 * 12  # a record as shared/credit keeps it, of which a verdict reads twelve

PEERS = {"judge_person_years": "ours", "naive_person_years": "naive evaluator", "sql_everybody": "SQLite, all people in one statement",
         "sql_person_years": "SQLite, a statement a person"}


def measure(run):
    chapter = Chapter(KEY, TITLE, COMPARES)
    found = run.google("ce-judge-bench", minutes=10)
    seen = [Seen(name, [row["person_years/s"] for row in found[key]], key == "judge_person_years") for key, name in PEERS.items()]
    speed = Figure("people's years judged", "/s", "higher", seen,
                   note="One core. The limit: twelve records read at the speed of memory.")
    memory = run.limits.get("memory_read_gb_s")
    if memory:
        speed.limit = {"name": "records read from memory", "value": memory.median * 1e9 / RECORD_BYTES}
    heap = Figure("memory taken from the heap for a verdict", "times", "lower",
                  [Seen(name, [row["allocations/verdict"] for row in found[key]], key == "judge_person_years")
                   for key, name in list(PEERS.items())[:2]], aim=Aim(0.0))
    chapter.figures = [speed, heap]
    chapter.sentence = listed([f"judges {number(speed.ours.median)} people's years a second on one core",
                               versus(speed, "naive evaluator", "{} times as fast as the naive evaluator", "{} times as slow as the naive evaluator, which neither notes why a record did not count nor looks for overlaps"),
                               versus(speed, PEERS["sql_everybody"], "{} times as fast as the same in SQL on SQLite", "{} times as slow as the same in SQL on SQLite")])
    return chapter
