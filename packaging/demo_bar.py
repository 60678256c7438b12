"""The bar in the terminal of packaging/demo: one key lays a demo card on the reader, one pulls the network and plugs it
back; below stand the kiosk's ledger and central's register, side by side."""
import select
import sys
import termios
import time
import tty
from contextlib import contextmanager

import demo_books
from hall.devices import CARDS

LOOK = 2  # seconds between two looks at the books


@contextmanager
def single_keys():
    """Each key counts at once; the terminal is as before afterwards."""
    before = termios.tcgetattr(sys.stdin)
    try:
        tty.setcbreak(sys.stdin)
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)


class Bar:
    def __init__(self, hall):
        self.hall, self.cards = hall, sorted(CARDS.glob("*.toml"))
        self.online, self.laid = True, None
        self.books, self.looked = [], 0.0

    def draw(self):
        print("\033[2J\033[H演示大厅 · demo hall\n")
        for place, card in enumerate(self.cards, 1):
            mark = "▶" if card is self.laid else " "
            print(f" {mark} [{place % 10}] {self.label(card)}")
        print(f"\n [l] 取走证件 lift the card    [n] {'断开' if self.online else '恢复'}网络 "
              f"{'cut' if self.online else 'restore'} the network    [q] 结束 quit\n")
        print(*(f" {line}" for line in self.books), "", sep="\n")
        print(f" central {self.hall.central.url}   printed sheets {self.hall.printer.spool}", flush=True)

    @staticmethod
    def label(card):
        for line in card.read_text(encoding="utf-8").splitlines():
            if line.startswith("label"):
                return f"{card.stem:24} {line.split('=', 1)[1].strip().strip(chr(34))}"
        return card.stem

    def serve(self):
        if not sys.stdin.isatty():
            print("No terminal to read keys from: the kiosk runs until it is stopped with Ctrl-C.", flush=True)
            return self.hall.kiosk.program.process.wait()
        with single_keys():
            self.draw()
            while self.hall.kiosk.program.alive():
                if select.select([sys.stdin], [], [], 0.5)[0] and not self.take(sys.stdin.read(1)):
                    return 0
                self.look()
        print("The kiosk has ended.")
        return self.hall.kiosk.program.process.returncode

    def look(self):
        """What the books say, where that is something new."""
        if time.monotonic() < self.looked + LOOK:
            return
        now = demo_books.lines(self.hall)
        self.looked = time.monotonic()
        if now != self.books:
            self.books = now
            self.draw()

    def take(self, key):
        """False to end."""
        if key == "q":
            return False
        if key == "l":
            self.hall.reader.lift()
            self.laid = None
        elif key == "n":
            self.hall.cable.suffer("cut" if self.online else "")
            self.online = not self.online
        elif key.isdigit() and (int(key) - 1) % 10 < len(self.cards):
            if self.laid:
                self.hall.reader.lift()
            self.laid = self.cards[(int(key) - 1) % 10]
            self.hall.reader.lay(self.laid.stem)
        self.draw()
        return True
