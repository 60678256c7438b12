"""What a program asked the kernel for, by strace: each thing once, in the words of an AppArmor profile."""
import re
from pathlib import Path
from typing import NamedTuple

CALLS = ("open,openat,openat2,creat,execve,mmap,mprotect,flock,fcntl,link,linkat,symlink,symlinkat,rename,renameat,renameat2,unlink,unlinkat,"
         "mkdir,mkdirat,rmdir,mknod,mknodat,chmod,fchmod,fchmodat,chown,fchown,lchown,fchownat,truncate,bind,connect,socket,prctl")
STRACE = ["strace", "-DDD", "-ff", "-ttt", "-qq", "-y", "-e", "signal=none", "-e", "status=successful", "-e", f"trace={CALLS}"]
LINE = re.compile(r"^([\d.]+) (\w+)\((.*)\)\s+= (.*)$")
PLACE = r'(?:(?:AT_FDCWD|\d+)(?:<([^>]*)>)?, )?"((?:[^"\\]|\\.)*)"'
FILE = re.compile(r"^(\d+)<([^>]*)>")
HIDDEN = "PR_SET_DUMPABLE, SUID_DUMP_DISABLE"


class Ask(NamedTuple):
    letters: str
    path: str
    hidden: bool = False  # after the program closed its own /proc to its user


class Socket(NamedTuple):
    family: str
    kind: str


def text(word):
    return word.encode().decode("unicode_escape").encode("latin-1").decode(errors="replace")


def places(words):
    """Paths of a call that names them, absolute."""
    return [str(Path(at or "/") / text(name)) for at, name in re.findall(PLACE, words)]


def of_open(words, path):
    flags = set(re.findall(r"O_\w+", words))
    letters = "rw" if "O_RDWR" in flags else "w" if "O_WRONLY" in flags else "r"
    if "O_PATH" in flags:
        return
    if flags & {"O_CREAT", "O_TRUNC"} and "w" not in letters:
        letters += "w"
    if "O_APPEND" in flags and not flags & {"O_CREAT", "O_TRUNC"}:
        letters = letters.replace("w", "a")
    yield letters, path + ("/" if "O_DIRECTORY" in flags or Path(path).is_dir() else "")


def of_mapping(words):
    opened = re.search(r", \d+<(/[^>]*)>, ", words)
    if opened and "PROT_EXEC" in words:
        yield "m", opened.group(1)


def of_locks(name, words):
    opened = FILE.match(words)
    if opened and (name == "flock" or re.search(r"F_(OFD_)?SETLKW?\b", words)):
        yield "k", opened.group(2)


def of_names(name, words):
    named = places(words)
    if name.startswith("rename"):
        yield from (("rw", named[0]), ("w", named[1]))
    elif name.startswith("link"):
        yield from (("r", named[0]), ("l", named[1]))
    elif name in ("mkdir", "mkdirat", "rmdir") or "AT_REMOVEDIR" in words:
        yield "w", named[0].rstrip("/") + "/"
    elif name.startswith("symlink"):
        yield "w", named[-1]
    elif named:
        yield "w", named[0]


def of_addresses(words):
    there = re.search(r'sun_path="((?:[^"\\]|\\.)*)"', words)  # one that begins with @ is no file
    if there:
        yield "rw", text(there.group(1))


def of_call(name, words, result):
    opened = FILE.match(result)
    if name in ("open", "openat", "openat2", "creat"):
        return of_open(words if name != "creat" else "O_WRONLY|O_CREAT|O_TRUNC", opened.group(2)) if opened else ()
    if name == "execve":
        return [("x", places(words)[0])]
    if name == "mmap":
        return of_mapping(words)
    if name in ("flock", "fcntl"):
        return of_locks(name, words)
    if name in ("fchmod", "fchown"):
        return [("w", FILE.match(words).group(2))] if FILE.match(words) else ()
    if name in ("bind", "connect"):
        return of_addresses(words)
    return of_names(name, words) if name not in ("socket", "prctl", "mprotect") else ()


class Traced:
    """All that lies in `logs`, a file NAME.PROCESS.THREAD for each thread."""

    def __init__(self, logs, name):
        self.asks, self.sockets, self.written_code = set(), set(), []
        processes = {}
        for file in Path(logs).glob(f"{name}.*"):
            said = file.read_text(encoding="utf-8", errors="replace").splitlines()
            lines = processes.setdefault(file.name.split(".")[1], [])
            lines += [match.groups() for match in map(LINE.match, said) if match]
        for lines in processes.values():
            hidden = False
            for _, call, words, result in sorted(lines, key=lambda line: float(line[0])):
                self._take(call, words, result, hidden)
                hidden = call != "execve" and (hidden or (call == "prctl" and HIDDEN in words))

    def _take(self, call, words, result, hidden):
        if call == "socket":
            family, kind = re.match(r"(\w+), (SOCK_\w+)", words).groups()
            self.sockets.add(Socket(family, kind))
        if "PROT_EXEC" in words and ((call == "mmap" and "PROT_WRITE" in words) or call == "mprotect"):
            self.written_code.append(f"{call}({words})")
        for letters, path in of_call(call, words, result):
            path = path.removesuffix(" (deleted)")
            # What has no name among the files is not asked for by name.
            if path.startswith("/") and not path.startswith(("/memfd:", "/SYSV", "/dev/zero/")):
                self.asks.add(Ask(letters, path, hidden))
