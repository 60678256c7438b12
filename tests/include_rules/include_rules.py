#!/usr/bin/python3
"""Checks what CMake's walls cannot: who includes whom, and which room may know which library.

usage: include_rules.py SOURCE_ROOT      exit 1 and one line per offence, else a count
"""
import re
import sys
from pathlib import Path

HOUSES = ("shared", "kiosk", "central")

# Houses and rooms that must stay free of others, whatever their CMake lists say (architecture of the tree).
NEVER = [
    (r"shared/", r"(kiosk|central)/"),
    (r"kiosk/", r"central/"),
    (r"central/", r"kiosk/"),
    (r"kiosk/session/", r"kiosk/(?!session/)|shared/(storage|log|certificate_pdf)/"),
    (r"kiosk/present/", r"kiosk/(?!session/|present/)|shared/(storage|certificate_pdf)/"),
    (r"kiosk/screens/", r"kiosk/(?!present/|widgets/|screens/|session/(event|state)\.h)"),
    (r"kiosk/drivers/", r"kiosk/(?!ports/|drivers/)"),
    (r"kiosk/widgets/", r"kiosk/(?!widgets/)"),
    (r"kiosk/ports/", r"kiosk/(?!ports/)"),
    # Training knows nothing real but screen and printer.
    (r"kiosk/training/", r"kiosk/(?!ports/|training/)"),
    (r"kiosk/start/train\.cpp", r"kiosk/(start/(backstage|kiosk|offline_data|staff_backing)|drivers/(central|card_reader)/)"),
    (r"shared/(credit|identity|certificate)/", r"shared/(storage|log|protocol|certificate_pdf)/"),
]

# A library's header and the only rooms that know it.
LIBRARIES = [
    (r"sqlite3\.h", r"shared/storage/"),
    (r"hpdf.*\.h", r"shared/certificate_pdf/"),
    (r"curl/.*", r"(kiosk/drivers/central|central/alarms)/"),
    (r"simdjson\.h", r"shared/protocol/"),
    (r"cups/.*", r"kiosk/drivers/printer/"),
    (r"(espeak-ng|alsa)/.*", r"kiosk/voice/"),
    (r"imgui.*\.h", r"kiosk/(widgets|window|screens)/"),
    (r"(GLFW|GL|X11)/.*", r"kiosk/(widgets|window|screens|notice)/"),
    (r"boost/(beast|asio).*", r"central/http/"),
    (r"libpq-fe\.h", r"central/postgres/"),
    (r"png\.h", r"(central/issuing|shared/certificate_pdf)/"),
    (r"toml\+\+/.*", r"shared/base/"),
]

# A call and the only file that may make it.
CALLS = [(r"\btoml::parse\w*\(", "shared/base/toml_text.cpp")]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
ROOM = re.compile(r"ce_room\(\s*(\S+)([^)]*)\)", re.S)
PROGRAM = re.compile(r"ce_program\(([^)]*)\)", re.S)
PATHS = r"((?:\s+(?:%s)/\S+)+)" % "|".join(HOUSES)


def room_uses(root):
    """Room path -> rooms its CMake list names after USES."""
    uses = {}
    for lists in root.glob("**/CMakeLists.txt"):
        if lists.relative_to(root).parts[0] not in HOUSES:
            continue
        for room, words in ROOM.findall(lists.read_text(encoding="utf-8")):
            named = re.search(r"\bUSES\b" + PATHS, words)
            uses[room] = set(named.group(1).split()) if named else set()
    return uses


def program_uses(root):
    """Source of a program -> rooms the program names; a main file may lie in a room without being of it."""
    uses = {}
    for lists in [*root.glob("**/CMakeLists.txt"), *root.glob("*/program.cmake")]:
        for words in PROGRAM.findall(lists.read_text(encoding="utf-8")):
            sources = re.search(r"\bSOURCES\b" + PATHS, words)
            named = re.search(r"\bUSES\b" + PATHS, words)
            for source in sources.group(1).split() if sources else []:
                uses[source] = set(named.group(1).split()) if named else set()
    return uses


def room_of(path, rooms):
    """The deepest room that holds the path, or None."""
    held = [room for room in rooms if path.startswith(room + "/")]
    return max(held, key=len) if held else None


def offences(root):
    uses, programs = room_uses(root), program_uses(root)
    for house in HOUSES:
        for file in sorted((root / house).glob("**/*")):
            if file.suffix not in (".h", ".cpp", ".hpp"):
                continue
            name = str(file.relative_to(root))
            own = room_of(name, uses)
            text = file.read_text(encoding="utf-8")
            for call, owner in CALLS:
                if name != owner and re.search(call, text):
                    yield f"{name}: calls {call}: only {owner} may"
            for bracket, included in INCLUDE.findall(text):
                if ".." in included:
                    yield f"{name}: includes {included}: no way through '..'"
                for library, owners in LIBRARIES:
                    if re.fullmatch(library, included) and not re.match(owners, name):
                        yield f"{name}: includes {included}: only {owners} may"
                if bracket == "<" or "/" not in included:
                    continue
                for who, whom in NEVER:
                    if re.match(who, name) and re.match(whom, included):
                        yield f"{name}: includes {included}: {who} must not know it"
                target = room_of(included, uses)
                if target is None:
                    yield f"{name}: includes {included}: no room holds it"
                elif own and target not in programs.get(name, uses[own] | {own}):
                    yield f"{name}: includes {included}: {own}/CMakeLists.txt does not name {target} after USES"


def main():
    found = list(offences(Path(sys.argv[1])))
    for line in found:
        print(line)
    print(f"{len(found)} offences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
