"""What a running program has in its memory, looked at from outside as root may."""
import collections
import os
import re
from pathlib import Path

from .process import wait_until

MOST_BYTES = 1 << 32  # of one mapping: AddressSanitizer's shadow has terabytes, nearly all of them untouched


def found_in(pid, words):
    """Of these words (text, as UTF-8 or as a card has it), those that are in memory which the program can write, with where and
    what is around them."""
    wanted = {word: re.compile(b"|".join(re.escape(word.encode(code)) for code in ("utf-8", "utf-16-le"))) for word in words}
    found = {}
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8", errors="replace").splitlines():
            span, rights, *rest = line.split(maxsplit=5)
            begin, end = (int(part, 16) for part in span.split("-"))
            if not rights.startswith("rw") or end - begin > MOST_BYTES or "/dev/" in line:
                continue
            try:
                memory.seek(begin)
                for at in range(begin, end, 16 << 20):
                    piece = memory.read(min(16 << 20, end - at))
                    for word, pattern in wanted.items():
                        for hit in pattern.finditer(piece):
                            around = piece[max(0, hit.start() - 48):hit.end() + 48]
                            found.setdefault(word, []).append((hex(at + hit.start()), rest[-1] if len(rest) == 4 else "", around))
            except (OSError, OverflowError):
                continue
    return found


def locked_kb(pid):
    return int(re.search(r"VmLck:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(encoding="utf-8"))[1])


def readable(around):
    """The letters of what was found, numbers as stars."""
    return re.sub(r"\d", "*", re.sub(rb"[^\x20-\x7e]+", b" ", around).decode()).strip()


def forgets(pid, words):
    """Until none of these words is in the program's memory, in use or freed; what the last picture and the last question to central
    hold goes within moments. Under AddressSanitizer, which keeps what was freed, nothing hides behind later allocations. Only root
    may look."""
    if os.geteuid() != 0:
        print("what is left in memory is for root to see: not looked at")
        return
    if "TSAN_OPTIONS" in os.environ:
        print("ThreadSanitizer's allocator wipes nothing (shared/freed_memory): not looked at")
        return
    found = {}

    def forgotten():
        found.clear()
        found.update(found_in(pid, words))
        return not found

    try:
        wait_until("the visitor to be forgotten", forgotten, 15, 0.5)
    except AssertionError:
        places = collections.Counter((where, readable(around)) for hits in found.values() for _, where, around in hits)
        raise AssertionError("left in memory:\n" + "\n".join(f"{times:4} {' '.join(place)}" for place, times in
                                                              places.most_common())) from None
