#!/usr/bin/python3
"""clang-tidy over every translation unit of the product, findings as errors. Tests are held to the compilers' warnings
alone: parsing GoogleTest five hundred times would cost more than it finds.

usage: tidy.py SOURCE_ROOT BUILD_DIR [--every-check]

Most of the work is other people's headers (the standard library's, JSON's and CLI11's 7 and 13 s of CPU), once for each
unit. So units are looked at many in one, as preset dev joins a room's sources to units: rooms have namespaces of their
own, and where two of them do not go together the group is halved, and told, for that costs as much again. Including a .cpp is what such a unit is, so that check is off;
so is deprecation, which a file may permit itself before its first #include and the compilers look after (as the
compiler's own warning: -Werror makes an error of it that no choice of checks takes back).

It stands beside the other tests, two units at a time and politely: those wait for printers and glasses, and what they
leave of the machine is enough for it.

performance-unnecessary-value-param takes as long as two thirds of all others together, for it follows what every function
does with its parameters; it is left to editors and to --every-check.

A unit found clean is not looked at again while the rules, its command and every file of ours that it
includes are the same (BUILD_DIR/tidy/clean holds one empty file per clean state).
"""
import hashlib
import json
import math
import os
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


HOUSES = ("shared", "kiosk", "central")
TOGETHER = 40
EVERY_CHECK = "--every-check" in sys.argv[3:]
LEFT_OUT = "-bugprone-suspicious-include" + ("" if EVERY_CHECK else ",-performance-unnecessary-value-param")


def is_product(file, root, build):
    """A source of ours, or a unit that CMake put together from one room's sources."""
    return any(file.is_relative_to(place / house) for place in (root, build) for house in HOUSES)


def house_of(unit, root, build):
    file = Path(unit["file"])
    return file.relative_to(build if file.is_relative_to(build) else root).parts[0]


def dependencies(build):
    """Object file -> files it was compiled from, as ninja recorded them."""
    text = subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True, check=True).stdout
    found, current = {}, None
    for line in text.splitlines():
        if line and not line.startswith(" "):
            current = found.setdefault(line.split(":", 1)[0], [])
        elif line.strip() and current is not None:
            current.append(line.strip())
    return found


def flags_of(units, root):
    """What any of them is compiled with, once each; our own headers are found from the root."""
    flags = {}
    for unit in units:
        words = iter(shlex.split(unit["command"].split(" -o ", 1)[0])[1:])
        for word in words:
            if word == "-Xclang":  # the headers that preset dev parses beforehand: here each file's own #include counts
                next(words)
            elif not word.startswith("-I"):
                flags[(word, next(words)) if word == "-isystem" else (word,)] = None
    return [word for words in flags for word in words] + [f"-I{root}"]


def includes(unit, deps, *ends):
    return any(path.endswith(ends) for path in deps.get(made_by(unit), []))


def grouped(units, deps):
    """Groups of at most TOGETHER, about as large as one another; a unit with Xlib, whose macros (None, Success) others
    would meet, stands alone. Programs' mains come last: see look()."""
    joined = sorted((unit for unit in units if not includes(unit, deps, "/X11/Xlib.h")), key=lambda unit: is_main(unit, deps))
    size = math.ceil(len(joined) / math.ceil(len(joined) / TOGETHER))
    return [joined[at:at + size] for at in range(0, len(joined), size)] + [
        [unit] for unit in units if includes(unit, deps, "/X11/Xlib.h")]


def is_main(unit, deps):
    return includes(unit, deps, "/main.cpp")


def made_by(unit):
    """The object file, as ninja calls it."""
    return unit["command"].split(" -o ", 1)[1].split(" ", 1)[0]


def state_of(units, deps, root, build, rules):
    digest = hashlib.sha256(rules)
    inputs = set()
    for unit in units:
        digest.update(unit["command"].encode())
        inputs |= {(build / name).resolve() for name in deps.get(made_by(unit), [])} | {Path(unit["file"])}
    for path in sorted(inputs):
        if path.is_relative_to(root):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def look(units, deps, place, root):
    """What clang-tidy says of them as one unit, or nothing where they are clean. Each main there has another name, after
    all headers have been read, in which the word may be a member's."""
    name = hashlib.sha256(" ".join(unit["file"] for unit in units).encode()).hexdigest()[:16]
    joined = place / f"{name}.cxx"
    lines = [f'#include "{unit["file"]}"' for unit in units if not is_main(unit, deps)]
    lines += [f'#define main main_{number}\n#include "{unit["file"]}"\n#undef main'
              for number, unit in enumerate(units) if is_main(unit, deps)]
    joined.write_text("\n".join(lines) + "\n", encoding="utf-8")
    ran = subprocess.run(["clang-tidy", "--quiet", f"--checks={LEFT_OUT}", str(joined), "--",
                          *flags_of(units, root), "-Wno-deprecated-declarations"], capture_output=True, text=True, check=False)
    if ran.returncode == 0:
        return ""
    if len(units) > 1 and "clang-diagnostic-error" in ran.stdout:
        print("looked at in halves: " + next(line for line in ran.stdout.splitlines() if "clang-diagnostic-error" in line))
        return "".join(look(half, deps, place, root) for half in (units[:len(units) // 2], units[len(units) // 2:]))
    return ran.stdout + (ran.stderr if "error:" in ran.stderr else "")


def main():
    root, build = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    houses = {}
    for unit in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        if is_product(Path(unit["file"]), root, build):
            houses.setdefault(house_of(unit, root, build), []).append(unit)
    rules = (root / ".clang-tidy").read_bytes() + LEFT_OUT.encode()
    deps = dependencies(build)
    groups = [group for units in houses.values() for group in grouped(units, deps)]
    place = build / "tidy"
    (place / "clean").mkdir(parents=True, exist_ok=True)

    def check(units):
        mark = place / "clean" / state_of(units, deps, root, build, rules)
        said = "" if mark.exists() else look(units, deps, place, root)
        if said:
            print(said, flush=True)
        else:
            mark.touch()
        return not said

    os.nice(5)
    with ThreadPoolExecutor(2) as pool:
        verdicts = list(pool.map(check, groups))
    print(f"{len(groups)} groups of units, {verdicts.count(False)} with findings")
    return 0 if all(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
