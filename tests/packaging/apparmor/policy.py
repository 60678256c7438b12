"""A profile as the kernel gets it: what apparmor_parser compiles, walked as security/apparmor/match.c walks it (Linux 6.1)."""
import struct
import subprocess

# What Debian 12's kernel is told to mediate; the parser of a machine without AppArmor would leave most of it out.
FEATURES = "/usr/share/apparmor-features/features"
BITS = {"x": 0x01, "w": 0x02, "r": 0x04, "a": 0x08, "l": 0x10, "k": 0x20, "m": 0x40}
OTHERS = 14  # how far the bits of those lie who do not own the file
ACCEPT, BASE, CHECK, DEFAULT, CLASSES, NEXT = 1, 2, 3, 4, 5, 8
WIDTH = {1: "B", 2: "H", 4: "I"}
AGAIN, PLACE = 0x80000000, 0xFFFFFF  # of a state's base
NETWORK, MAY_CREATE = 14, 0x10
FAMILY = {"AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10, "AF_NETLINK": 16, "AF_PACKET": 17}
TYPE = {"SOCK_STREAM": 1, "SOCK_DGRAM": 2, "SOCK_RAW": 3, "SOCK_SEQPACKET": 5}


class Automaton:
    """Of bytes; state 1 is the first, 0 the one that nothing leads out of."""

    def __init__(self, blob):
        magic, header, size = struct.unpack_from(">III", blob)
        if magic != 0x1B5E783D:
            raise ValueError("no automaton")
        self.tables, at = {}, header
        while at < size:
            kind, width, _, count = struct.unpack_from(">HHII", blob, at)
            self.tables[kind] = struct.unpack_from(f">{count}{WIDTH[width]}", blob, at + 12)
            at += (12 + count * width + 7) & ~7

    def walk(self, text, state=1):
        base, check, default, following = (self.tables[kind] for kind in (BASE, CHECK, DEFAULT, NEXT))
        classes = self.tables.get(CLASSES)
        for byte in text:
            byte = classes[byte] if classes else byte
            while True:
                where = (base[state] & PLACE) + byte
                if check[where] == state:
                    state = following[where]
                    break
                again = base[state] & AGAIN
                state = default[state]
                if not again:
                    break
        return state

    def accepts(self, state):
        return self.tables[ACCEPT][state]


class Profile:
    """The one that is in `file`."""

    def __init__(self, file):
        read = subprocess.run(["apparmor_parser", "-K", "-S", "-M", FEATURES, file], check=False, capture_output=True)
        if read.returncode != 0:
            raise ValueError(read.stderr.decode())
        compiled, self.automata = read.stdout, []
        at = compiled.find(b"aadfa\0")
        while at >= 0:
            (size,) = struct.unpack_from("<I", compiled, at + 7)
            begin = compiled.index(b"\x1b\x5e\x78\x3d", at)
            self.automata.append(Automaton(compiled[begin:begin + size]))
            at = compiled.find(b"aadfa\0", begin + size)
        # In this order: whom it is for, what is no file, files.
        self.programs, self.others, self.files = self.automata

    def is_for(self, program):
        return self.programs.accepts(self.programs.walk(program.encode())) != 0

    def allowed(self, path, owner):
        """The letters that the profile's language has for it."""
        bits = self.files.accepts(self.files.walk(path.encode())) >> (0 if owner else OTHERS)
        return {letter for letter, bit in BITS.items() if bits & bit}

    def lets_open_socket(self, family, kind):
        state = self.others.walk(bytes([NETWORK]))
        if state == 0:
            raise ValueError("the profile was compiled without the network")
        return bool(self.others.accepts(self.others.walk(struct.pack(">HH", FAMILY[family], TYPE[kind]), state)) & MAY_CREATE)
