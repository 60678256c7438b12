"""A hall whose kiosk and central run under strace, and what came of it, held against the profiles."""
from pathlib import Path

from installed_paths import installed, is_owners
from policy import Profile
from traced import STRACE, Traced

ROOT = Path(__file__).resolve().parents[3]
PROGRAMS = ("ce-kiosk", "ce-central")
UNDER_TEST = "ASAN_OPTIONS=detect_leaks=0:${ASAN_OPTIONS:-}"  # leaks are looked for by what strace does


def wrapped(build, folder):
    """A directory of the programs in which the two write what they ask for to `folder`/logs."""
    programs, logs = folder / "bin", folder / "logs"
    programs.mkdir()
    logs.mkdir()
    for program in Path(build).iterdir():
        if program.name in PROGRAMS:
            script = programs / program.name
            script.write_text(f'#!/bin/sh\nexport {UNDER_TEST}\nexec {" ".join(STRACE)} -o {logs}/{program.name}.$$ -- {program} "$@"\n',
                              encoding="utf-8")
            script.chmod(0o755)
        else:
            (programs / program.name).symlink_to(program)
    return programs


def refused(logs, program):
    """What the profile would have refused, a line each."""
    profile, seen = Profile(ROOT / "packaging/apparmor" / program), Traced(logs, program)
    wrong = set()
    # A directory that was opened without saying that it is one, and is gone since.
    directories = {str(parent) for ask in seen.asks for parent in Path(ask.path).parents}
    for ask in seen.asks:
        path = installed(ask.path + ("/" if ask.path in directories else ""), program)
        if path is None or (path == f"/usr/bin/{program}" and ask.letters == "x"):
            continue
        lacking = set(ask.letters) - profile.allowed(path, is_owners(ask, path))
        if lacking:
            wrong.add(f"{''.join(sorted(lacking))} {path}" + (f"   (here {ask.path})" if path != ask.path else ""))
    for socket in seen.sockets:
        if not profile.lets_open_socket(socket.family, socket.kind):
            wrong.add(f"a socket {socket.family} {socket.kind}")
    return sorted(wrong), seen


def homes(hall_folder):
    """The kiosk's, as its unit says."""
    return {"HOME": str(hall_folder / "kiosk/state"), "XDG_CACHE_HOME": str(hall_folder / "kiosk/home-cache")}
