"""What kernel and hardware allow here at all."""
from ..figures import Chapter, Figure, Seen
from ..words import number

KEY = "limit"
TITLE = "The limit"
COMPARES = "What the kernel and the hardware of this machine allow at all, measured in the same run; the other chapters are held against it."
PROGRAMS = ["ce-bench-limit"]
MINUTES = (1, 0.5)

NAMES = {
    "sync_us": ("one sync of a 4 KB page", "µs", "lower"),
    "page_in_memory_us": ("one 4 KB page read, held by the kernel", "µs", "lower"),
    "page_of_disk_us": ("one 4 KB page read from the disk", "µs", "lower"),
    "memory_read_gb_s": ("memory read, one core", "GB/s", "higher"),
    "memory_copy_gb_s": ("memory copied, one core", "GB/s", "higher"),
    "round_trip_us": ("a byte over the loopback and back", "µs", "lower"),
}


def measure(run):
    chapter = Chapter(KEY, TITLE, COMPARES)
    values = {}
    for row in run.rows(run.program("ce-bench-limit"), run.rounds, run.scratch, minutes=3):
        values.setdefault(row["limit"], []).append(row["value"])
    for key, (name, unit, better) in NAMES.items():
        if key not in values:
            chapter.miss(name, "the file system of TMPDIR does not read past the kernel's memory (O_DIRECT)")
            continue
        run.limits[key] = Seen("this machine", values[key], ours=True)
        chapter.figures.append(Figure(name, unit, better, [run.limits[key]]))
    sync, page, bandwidth = (run.limits[key].median for key in ("sync_us", "page_in_memory_us", "memory_read_gb_s"))
    chapter.sentence = (f"Here one sync takes {number(sync / 1000)} ms, a page held by the kernel {number(page)} µs, and a core reads "
                        f"{number(bandwidth)} GB/s; a frame at 60 Hz is 16.7 ms anywhere.")
    return chapter
