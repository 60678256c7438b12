"""What central and the kiosk's sealed copy are asked most, at several sizes."""
from ..figures import Aim, Chapter, Figure, Growth, Seen
from ..run import ROOT, NotRun
from ..words import listed, number

KEY = "store"
TITLE = "Store"
COMPARES = ("What central is asked most, in process, in stores of several sizes that lie open side by side, on SQLite and PostgreSQL 15 with every "
            "commit synced; and a kiosk's sealed copy of a region. It is held against itself: what matters is how it grows.")
PROGRAMS = ["ce-bench-growth", "ce-bench-issuing", "ce-bench-cache"]
MINUTES = (30, 4)

QUESTIONS = {"person_year": "a person's years", "verification": "verification", "work_page": "a page of a county's work list",
             "city_work_page": "of a city's", "province_work_page": "of the province's",
             "register_page": "a page of the register", "delta_page": "two pages of 20 of a kiosk's delta", "batch": "approval of 32 people"}
ENGINES = {"sqlite": "SQLite", "postgresql": "PostgreSQL 15"}
FLAT = 0.15  # a search tree's growth from 10,000 to 100,000 is a power of 0.1
SINGLY_AIM = {"sqlite": 15_000, "postgresql": 7_000}


class Cluster:
    """The tests' private PostgreSQL, with every commit synced, for as long as the block lasts."""

    def __init__(self, run):
        self.run, self.place = run, run.build / "tests" / "postgresql"
        self.script = ROOT / "tests" / "support" / "store" / "postgresql"

    def __enter__(self):
        self.run.told(self.script, "start", self.place, minutes=2, env={"DURABLE": "on", "SHARED_BUFFERS": "512MB"})

    def __exit__(self, *_):
        self.run.told(self.script, "stop", self.place, minutes=2)


def sizes_of(run, engine):
    if run.quick:
        return [10_000, 100_000] if engine == "sqlite" else [10_000, 30_000]
    return [100_000, 1_000_000] + ([9_000_000] if run.big and engine == "sqlite" else [])


def grown(run, engine, growths):
    """Adds each question's line for this engine."""
    rows = run.rows(run.program("ce-bench-growth"), engine, run.rounds, *sizes_of(run, engine), minutes=240 if run.big else 90)
    for row in rows:
        if "question" not in row:
            continue
        for part in ("p50", "p99"):
            line = growths[row["question"]][part].setdefault(ENGINES[engine], {})
            line.setdefault(float(row["people"]), []).append(row[f"{part}_ms"])


def issued(run, engine):
    """{"batches", "one by one"}: certificates a second, a value for each round."""
    people, found = 5_000 if run.quick else 100_000, {}
    for _ in range(1 if run.quick else min(run.rounds, 3)):
        for row in run.rows(run.program("ce-bench-issuing"), engine, people, minutes=15):
            found.setdefault(row["work"], []).append(row["per_s"])
    return found


def sealed(run, chapter):
    """The kiosk's copy of its region."""
    sizes, growth, figures = ([10_000, 100_000] if run.quick else [10_000, 100_000, 1_000_000]), {}, {}
    for _ in range(run.rounds if run.quick else min(run.rounds, 3)):
        for row in run.rows(run.program("ce-bench-cache"), *sizes, minutes=15):
            growth.setdefault("p50", {}).setdefault(float(row["changes"]), []).append(row["p50_ms"])
            growth.setdefault("p99", {}).setdefault(float(row["changes"]), []).append(row["p99_ms"])
            if row["changes"] == sizes[-1]:
                for part in ("snapshot_per_s", "together_per_s", "scattered_per_s"):
                    figures.setdefault(part, []).append(row[part])
    note = f"Half certificates, half standings; {sizes[-1]:,} people held. CPU time of one core."
    for part, name in (("snapshot_per_s", "a whole snapshot"), ("together_per_s", "changes of neighbours"),
                       ("scattered_per_s", "changes of anybody")):
        chapter.figures.append(Figure(f"sealed copy: {name}", "changes/s", "higher", [Seen("ce-kiosk", figures[part], True)],
                                      aim=Aim(50_000), note=note))
    pages = run.limit("page_in_memory_us", 3 / 1000)
    chapter.figures.append(Figure("sealed copy: look-up, 99th of 100", "ms", "lower", [Seen("ce-kiosk", growth["p99"][float(sizes[-1])], True)],
                                  aim=Aim(2), limit=pages and pages | {"name": "three pages read"}, note=note))
    chapter.growths.append(Growth("sealed copy: look-up", "ms", "people", {"median": growth["p50"], "99th of 100": growth["p99"]}))


def on_engine(run, chapter, engine, growths):
    """Both benches on one engine; each may be missing alone."""
    name = ENGINES[engine]
    try:
        grown(run, engine, growths)
    except NotRun as why:
        chapter.miss(f"how central's answers grow on {name}", why)
    try:
        rates = issued(run, engine)
    except NotRun as why:
        chapter.miss(f"certificates issued on {name}", why)
        return
    note = "Over 165 regions, 16 clients, every commit synced, everything done that issuing does; no gap, no double."
    for work, aim in (("batches", 100_000), ("one by one", SINGLY_AIM[engine])):
        chapter.figures.append(Figure(f"certificates issued {'in ' if work == 'batches' else ''}{work}, {name}", "/s", "higher",
                                      [Seen(name, rates[work], True)], aim=Aim(aim), note=note))


def central(run, chapter):
    growths = {question: {"p50": {}, "p99": {}} for question in QUESTIONS}
    on_engine(run, chapter, "sqlite", growths)
    try:
        with Cluster(run):
            on_engine(run, chapter, "postgresql", growths)
    except NotRun as why:
        chapter.miss("central on PostgreSQL 15", why)
    for question, title in QUESTIONS.items():
        if growths[question]["p50"]:
            lines = {f"{name}, {word}": line for part, word in (("p50", "median"), ("p99", "99th of 100"))
                     for name, line in growths[question][part].items()}
            chapter.growths.append(Growth(title, "ms", "people", lines))


def of_engine(line):
    return f" on {line.split(',')[0]}" if "," in line else ""


def measure(run):
    chapter = Chapter(KEY, TITLE, COMPARES)
    if not run.big:
        chapter.miss("10 million people", "only with --big: an hour and some 100 GB in TMPDIR")
    for part in (central, sealed):
        try:
            part(run, chapter)
        except NotRun as why:
            chapter.miss("the sealed copy" if part is sealed else "central", why)
    if not chapter.growths:
        raise NotRun("; ".join(f"{row['what']}: {row['why']}" for row in chapter.not_run))
    powers = {f"{growth.name}{of_engine(line)}": growth.exponent(line) for growth in chapter.growths for line in growth.lines
              if "median" in line and len(growth.lines[line]) > 1}
    steep = [f"{name} grows by the power of {number(power)}" for name, power in powers.items() if power >= FLAT]
    chapter.sentence = listed([f"{len(powers) - len(steep)} of {len(powers)} answers take the same time, or nearly, however many people there are "
                               f"(power below {FLAT})", *steep])
    return chapter
