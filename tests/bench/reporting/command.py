"""The command: which chapters, for how long, where to."""
import argparse
import json
import os
import sys
import time
import traceback
from pathlib import Path

from . import build, machine, page
from .chapters import ALL
from .figures import Chapter, read, told
from .run import ROOT, NotRun, Run
from .words import span


def arguments(words):
    names = [chapter.KEY for chapter in ALL]
    parser = argparse.ArgumentParser(
        prog="tests/bench/report", formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Side by side with what a hall would buy instead: builds release, runs every benchmark in one go on this\n"
                    "machine, peers interleaved, and writes report.html and report.json.",
        epilog="chapters and how long each may last (minutes, --quick):\n" + "".join(
            f"  {chapter.KEY:12} {chapter.MINUTES[0]:4g} {chapter.MINUTES[1]:6g}   {chapter.TITLE}\n" for chapter in ALL) +
        "\nWhat is not installed is said in the report. Peers: apt install chromium libreoffice-draw-nogui libpango1.0-dev\n"
        "wrk nginx-light npm; Fastify once by tests/bench/look_up/look_up.py --install-peer, which needs the network.")
    parser.add_argument("--quick", action="store_true", help="small sizes, minutes in all")
    parser.add_argument("--big", action="store_true", help="also 10 million people (an hour and 100 GB in TMPDIR)")
    parser.add_argument("--only", metavar="CHAPTER", action="append", choices=names, help="this chapter, may be given again; of a "
                        "report that is there the others stay as they were. The limits are measured in any case")
    parser.add_argument("--rounds", type=int, metavar="N", help="how often each thing is measured (5, quick: 3)")
    parser.add_argument("--out", type=Path, default=ROOT / "bench-out", metavar="DIR", help="where to (bench-out)")
    parser.add_argument("--no-build", action="store_true", help="with the programs that are there")
    parser.add_argument("--from", dest="source", type=Path, metavar="JSON", help="only writes the page of a report.json anew")
    options = parser.parse_args(words)
    if options.rounds is not None and options.rounds < 1:
        parser.error("--rounds: at least 1")
    options.rounds = options.rounds or (3 if options.quick else 5)
    return options


def measured(chapter, run):
    """What the chapter found; where it failed, a chapter that says why."""
    begin, at, load = time.monotonic(), machine.now(), os.getloadavg()[0]
    try:
        found = chapter.measure(run)
    except NotRun as why:
        found = Chapter(chapter.KEY, chapter.TITLE, chapter.COMPARES, failed=str(why))
    except Exception as fault:  # one broken bench must not cost the others' hour
        traceback.print_exc()
        found = Chapter(chapter.KEY, chapter.TITLE, chapter.COMPARES, failed=f"{type(fault).__name__}: {fault}")
    found.seconds, found.began, found.load = time.monotonic() - begin, at, load
    return found


def earlier(options):
    """Chapters of the report that is there, by key, where only some are measured anew."""
    file = options.out / "report.json"
    if not options.only or not file.exists():
        return {}
    return {row["key"]: row for row in json.loads(file.read_text(encoding="utf-8"))["chapters"]}


def write(out, report):
    out.mkdir(parents=True, exist_ok=True)
    (out / "report.json").write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    chapters = [read(row) for row in report["chapters"]]
    (out / "report.html").write_text(page.write(report, chapters), encoding="utf-8")


def main(words=None):
    options = arguments(words)
    if options.source:
        write(options.out, json.loads(options.source.read_text(encoding="utf-8")))
        return 0
    chosen = [chapter for chapter in ALL if chapter.KEY == "limit" or not options.only or chapter.KEY in options.only]
    report = {"version": 1, "quick": options.quick, "rounds": options.rounds, "machine": machine.describe(), "build": "",
              "chapters": []}
    if not options.no_build:
        report["build"] = build.build(sorted({target for chapter in chosen for target in chapter.PROGRAMS}))
    rows = earlier(options)
    run = Run(options)
    begin = time.monotonic()
    try:
        for at, chapter in enumerate(chosen, 1):
            minutes = chapter.MINUTES[1 if options.quick else 0]
            print(f"[{at}/{len(chosen)}] {chapter.KEY}: {chapter.TITLE}, some {minutes:g} min", file=sys.stderr, flush=True)
            found = measured(chapter, run)
            print(f"  {found.failed or found.sentence}  ({span(found.seconds)})", file=sys.stderr, flush=True)
            rows[chapter.KEY] = told(found)
            report["chapters"] = [rows[each.KEY] for each in ALL if each.KEY in rows]
            report["machine"] |= {"load_after": os.getloadavg()[0], "seconds": time.monotonic() - begin}
            write(options.out, report)  # after each, so that an end from outside costs one chapter
    finally:
        run.close()
    print(f"{options.out / 'report.html'} and report.json", file=sys.stderr)
    return 1 if any(rows[chapter.KEY]["failed"] for chapter in chosen) else 0
