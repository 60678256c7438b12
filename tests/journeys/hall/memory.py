"""What a running program has in its memory, looked at from outside as root may."""
import re
from pathlib import Path

MOST_BYTES = 1 << 32  # of one mapping: AddressSanitizer's shadow has terabytes, nearly all of them untouched


def found_in(pid, words):
    """Of these words (text), those that are in memory which the program can write, with where and what is around them."""
    wanted = {word: re.compile(re.escape(word.encode())) for word in words}
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
