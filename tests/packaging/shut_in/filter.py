"""The seccomp filter that systemd would load for a unit, put together from the same words (x86-64)."""
import ctypes
import errno
import re
import subprocess
from pathlib import Path

from unit import is_on, words

NUMBERS = Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h")
ALLOW, KILL, FAIL = 0x7FFF0000, 0x80000000, 0x00050000
LOAD, EQUAL, ANY_OF, AT_LEAST, RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
X86_64, X32 = 0xC000003E, 0x40000000
NEW_NAMESPACES = 0x7E020000  # of clone(2)
SET_ID, O_CREAT = 0o6000, 0o100
FAMILIES = {"AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10, "AF_NETLINK": 16}
# System call -> which argument is the mode of what it makes, and where its flags are if it need not make anything.
MODES = {"chmod": (1, None), "fchmod": (1, None), "fchmodat": (2, None), "mkdir": (1, None), "mkdirat": (2, None), "mknod": (1, None),
         "mknodat": (2, None), "creat": (1, None), "open": (2, 1), "openat": (3, 2)}


def numbers():
    return {name: int(number) for name, number in re.findall(r"#define __NR_(\w+) (\d+)", NUMBERS.read_text(encoding="utf-8"))}


def expand(name):
    """A group's system calls, groups within it included, as systemd knows them."""
    if not name.startswith("@"):
        return {name}
    said = subprocess.run(["systemd-analyze", "syscall-filter", name], check=True, capture_output=True, text=True).stdout
    inner = [line.strip() for line in said.splitlines()[1:] if line.strip() and not line.strip().startswith("#")]
    return set().union(*(expand(one) for one in inner))


def allowed(settings):
    """Names of the calls that SystemCallFilter= leaves."""
    left = expand("@default")  # a list of what is allowed always has these
    for line in settings.get("SystemCallFilter", []):
        names = set().union(*(expand(one) for one in line.lstrip("~").split()))
        left = left - names if line.startswith("~") else left | names
    return left


def argument(index):
    return (LOAD, 0, 0, 16 + 8 * index)  # the lower half


def fail(number):
    return (RETURN, 0, 0, FAIL | number)


def program(settings):
    """Instructions of classic BPF; and which settings they carry out."""
    known, done = numbers(), ["SystemCallFilter", "SystemCallErrorNumber"]
    refused = fail(getattr(errno, settings.get("SystemCallErrorNumber", ["EPERM"])[-1]))
    left = allowed(settings)
    code = [(LOAD, 0, 0, 4), (EQUAL, 1, 0, X86_64), (RETURN, 0, 0, KILL), (LOAD, 0, 0, 0), (AT_LEAST, 0, 1, X32), refused]
    if "native" in words(settings, "SystemCallArchitectures"):
        done.append("SystemCallArchitectures")

    def upon(name, block):
        """What becomes of a call that the list would allow; a block ends by a return."""
        if name in left and name in known:
            code.extend([(EQUAL, 0, len(block), known[name]), *block])

    families = words(settings, "RestrictAddressFamilies")
    if families:
        tests = [(EQUAL, len(families) - at, 0, FAMILIES[family]) for at, family in enumerate(families)]
        upon("socket", [argument(0), *tests, fail(errno.EAFNOSUPPORT), (RETURN, 0, 0, ALLOW)])
        done.append("RestrictAddressFamilies")
    if is_on(settings, "RestrictNamespaces"):
        upon("clone", [argument(0), (ANY_OF, 0, 1, NEW_NAMESPACES), fail(errno.EPERM), (RETURN, 0, 0, ALLOW)])
        upon("clone3", [fail(errno.ENOSYS)])  # its flags are behind a pointer: whoever calls it falls back
        for name in ("unshare", "setns"):
            upon(name, [fail(errno.EPERM)])
        done.append("RestrictNamespaces")
    if is_on(settings, "LockPersonality"):
        upon("personality", [argument(0), (EQUAL, 2, 0, 0), (EQUAL, 1, 0, 0xFFFFFFFF), fail(errno.EPERM), (RETURN, 0, 0, ALLOW)])
        done.append("LockPersonality")
    if is_on(settings, "RestrictRealtime"):
        upon("sched_setscheduler", [argument(1), *[(EQUAL, 3 - at, 0, policy) for at, policy in enumerate((0, 3, 5))],
                                    fail(errno.EPERM), (RETURN, 0, 0, ALLOW)])
        done.append("RestrictRealtime")
    if is_on(settings, "RestrictSUIDSGID"):
        for name, (mode, flags) in MODES.items():
            makes = [argument(flags), (ANY_OF, 0, 3, O_CREAT)] if flags is not None else []
            upon(name, [*makes, argument(mode), (ANY_OF, 0, 1, SET_ID), fail(errno.EPERM), (RETURN, 0, 0, ALLOW)])
        upon("openat2", [fail(errno.ENOSYS)])
        done.append("RestrictSUIDSGID")
    if is_on(settings, "MemoryDenyWriteExecute"):
        upon("mprotect", [argument(2), (ANY_OF, 0, 1, 4), fail(errno.EPERM), (RETURN, 0, 0, ALLOW)])
        upon("mmap", [argument(2), (ANY_OF, 0, 2, 4), (ANY_OF, 0, 1, 2), fail(errno.EPERM), (RETURN, 0, 0, ALLOW)])
        done.append("MemoryDenyWriteExecute")
    for name in sorted(left & known.keys()):
        code.extend([(EQUAL, 0, 1, known[name]), (RETURN, 0, 0, ALLOW)])
    return [*code, refused], done


class Instruction(ctypes.Structure):
    _fields_ = [("code", ctypes.c_uint16), ("jt", ctypes.c_uint8), ("jf", ctypes.c_uint8), ("k", ctypes.c_uint32)]


class Program(ctypes.Structure):
    _fields_ = [("len", ctypes.c_uint16), ("filter", ctypes.POINTER(Instruction))]


def load(libc, code):
    """For this thread and whatever it executes, for good. Needs no_new_privs."""
    array = (Instruction * len(code))(*[Instruction(*one) for one in code])
    if libc.prctl(22, 2, ctypes.byref(Program(len(code), array)), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "seccomp")
