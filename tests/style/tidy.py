#!/usr/bin/python3
"""clang-tidy over every translation unit of the product, findings as errors. Tests are held to g++'s warnings
alone: parsing GoogleTest five hundred times would cost more than it finds.

usage: tidy.py SOURCE_ROOT BUILD_DIR

Preset dev joins a room's sources to one unit, so a room's headers are parsed once; including a .cpp is what
such a unit is, so that check is off.

It stands beside the other tests, two units at a time and politely: those wait for printers and glasses, and what they
leave of the machine is enough for it.

A unit found clean is not looked at again while the rules, its command and every file of ours that it
includes are the same (BUILD_DIR/tidy-clean holds one empty file per clean state).
"""
import hashlib
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


HOUSES = ("shared", "kiosk", "central")


def is_product(file, root, build):
    """A source of ours, or a unit that CMake put together from one room's sources."""
    return any(file.is_relative_to(place / house) for place in (root, build) for house in HOUSES)


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


def state_of(unit, deps, root, build, rules):
    digest = hashlib.sha256(rules + unit["command"].encode())
    made = unit["command"].split(" -o ", 1)[1].split(" ", 1)[0]
    inputs = {(Path(build) / name).resolve() for name in deps.get(made, [])} | {Path(unit["file"])}
    for path in sorted(inputs):
        if path.is_relative_to(root):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def look(unit, mark, build):
    if mark.exists():
        return True
    ran = subprocess.run(["clang-tidy", "-p", build, "--quiet", "--checks=-bugprone-suspicious-include", unit["file"]],
                         capture_output=True, text=True, check=False)
    if ran.returncode == 0:
        mark.touch()
        return True
    print(ran.stdout, ran.stderr if "error:" in ran.stderr else "", flush=True)
    return False


def main():
    root, build = Path(sys.argv[1]).resolve(), sys.argv[2]
    units = json.loads((Path(build) / "compile_commands.json").read_text(encoding="utf-8"))
    units = [unit for unit in units if is_product(Path(unit["file"]), root, Path(build).resolve())]
    rules = (root / ".clang-tidy").read_bytes()
    deps = dependencies(build)
    clean = Path(build) / "tidy-clean"
    clean.mkdir(exist_ok=True)
    os.nice(5)
    with ThreadPoolExecutor(2) as pool:
        verdicts = list(pool.map(lambda u: look(u, clean / state_of(u, deps, root, build, rules), build), units))
    print(f"{len(units)} units, {verdicts.count(False)} with findings")
    return 0 if all(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
