"""Who watches the monkey: what must be true whatever it does."""
import os
import time
from pathlib import Path

from hall import books
from hall.process import wait_until

from .people import facts

# Persons without a certificate to print: what they see first stays the same the whole day.
STILL = ["02", "05", "06"]
# Keys by which a visitor leaves, the most decided first.
WAYS_OUT = ["exit", "taken", "stay", "ok", "back"]
PATIENCE = 240  # seconds; a screen that is not home by then is stuck


class Watch:
    def __init__(self, hall, hands, deeds, chance):
        self.hall, self.hands, self.deeds, self.chance = hall, hands, deeds, chance
        self.home, self.first_seen, self.checks = None, {}, 0

    # What is on the screen

    def masked(self, picture, person=False):
        """Without the clock and the line's state, the staff's corner and, of a visit, the keys with its seconds."""
        width, height, pixels = picture
        rows = bytearray(pixels)
        row = len(pixels) // height

        def blank(x0, y0, x1, y1):
            for y in range(int(y0 * height), int(y1 * height)):
                rows[y * row + int(x0 * width) * 4:y * row + int(x1 * width) * 4] = bytes((int(x1 * width) - int(x0 * width)) * 4)

        blank(0.5, 0, 1, 0.07)
        blank(0, 0.85, 1 if person else 0.3, 1)
        return width, height, bytes(rows)

    def still_picture(self, person=False):
        """Once two in a row are the same."""
        before = None
        while True:
            now = self.masked(self.hands.picture(), person)
            if now == before:
                return now
            before = now
            time.sleep(0.25)

    def learn(self):
        """What the screen shows before anybody has touched it: at home, and of each still person."""
        self.home = self.still_picture()
        for card in STILL:
            self.first_seen[card] = self.visit(card)
            self.looks_like_home()
        pictures = [picture for _, _, picture in [self.home, *self.first_seen.values()]]
        if len(set(pictures)) != len(pictures):
            raise AssertionError("two persons' screens cannot be told apart: the test would see nothing")

    def lay(self, card, *screens):
        """As a person does it, who takes the card up and lays it again when nothing comes of it: a card that comes in the
        same moment as the reader's plug could be the last visitor's, and is not read (kiosk/drivers/card_reader)."""
        self.hall.reader.lay(card)
        for _ in range(200):
            if self.hall.kiosk.screen() in screens:
                return
            time.sleep(0.05)
        self.hall.reader.lift()
        time.sleep(2)
        self.hall.reader.lay(card)
        self.hall.kiosk.wait_for(*screens)

    def visit(self, card):
        self.lay(card, "progress")
        picture = self.still_picture(person=True)
        self.hall.leave()
        return picture

    def looks_like_home(self):
        wait_until("the first screen as it was before anybody came",
                   lambda: self.hall.kiosk.screen() == "home" and self.still_picture() == self.home, 120,
                   program=self.hall.kiosk.program)

    # Ways home

    def leave_by_keys(self):
        """As somebody does who wants to go; a print is waited for."""
        def gone():
            if self.hall.kiosk.screen() == "home":
                return True
            for key in WAYS_OUT:
                if (found := self.hall.kiosk.target(key)) and found["enabled"]:
                    self.hands.tap((found["x"] + found["w"] / 2, found["y"] + found["h"] / 2))
                    time.sleep(0.4)
                    break
            return False

        wait_until(f"a way out of {self.hall.kiosk.screen()}", gone, PATIENCE, 0.1, self.hall.kiosk.program)
        # A visit of its own ends whatever was switched on the first screen.
        self.visit(self.chance.choice(STILL))

    def leave_by_time(self):
        """Nobody touches anything any more."""
        wait_until(f"{self.hall.kiosk.screen()} to end by itself", lambda: self.hall.kiosk.screen() == "home", PATIENCE,
                   program=self.hall.kiosk.program)

    # What must be true

    def window_fills_display(self):
        width, height = self.hands.size()
        windows = self.hands.windows()
        return windows and windows[-1][1:] == (0, 0, width, height)

    def check(self, by_time):
        """Everything mended, home again, nothing of anybody there, and the books agree."""
        self.deeds.mend()
        wait_until("a window that fills the display", self.window_fills_display, 20, program=self.hall.kiosk.program)
        (self.leave_by_time if by_time else self.leave_by_keys)()
        self.looks_like_home()
        # Somebody comes, then somebody else: he sees what he saw when nobody had been there.
        self.lay(self.chance.choice(self.deeds.cards), "progress", "fault")
        self.hall.kiosk.press("exit")
        self.hall.kiosk.wait_for("take_card", "home")
        self.hall.reader.lift()
        self.hall.kiosk.wait_for("home")
        other = self.chance.choice(STILL)
        if self.visit(other) != self.first_seen[other]:
            raise AssertionError(f"card {other} does not see what it saw at first")
        self.codes_come_by_both_ways()
        self.looks_like_home()
        self.books_agree()
        self.log_is_clean()
        self.checks += 1

    def codes_come_by_both_ways(self):
        """A scanner that poses as a keyboard and one on a serial line, after all that they were made to say."""
        for say in (self.hands.type, self.hall.scanner.say):
            say("44010625999999\n")
            self.hall.kiosk.wait_for("verify_result", "fault")
            self.hall.kiosk.press("exit")
            self.hall.kiosk.wait_for("home")

    def books_agree(self):
        wrong = ["not compared"]

        def agree():
            wrong[:] = books.differences(books.ledger(self.hall.kiosk.state), self.hall.prints_of_kiosk(),
                                         self.hall.printer.sheets())
            return not wrong

        try:
            wait_until("the books to agree", agree, 90, 0.5)
        except AssertionError:
            raise AssertionError("\n".join(wrong)) from None

    def log_is_clean(self):
        """Neither names nor numbers nor addresses of those whose cards were laid, in logs or in files' names."""
        told = self.hall.kiosk.program.log.read_text(encoding="utf-8", errors="replace")
        told += self.hall.central.program.log.read_text(encoding="utf-8", errors="replace")
        told += "\n".join(str(file) for file in self.hall.kiosk.state.rglob("*"))
        for card in self.deeds.cards:
            for what, fact in facts(card).items():
                if fact in told:
                    raise AssertionError(f"the {what} of card {card.name} is in a log")

    # For the report

    def figures(self):
        """Of the kiosk's process; "own" is what neither a file nor another process has."""
        pid = self.hall.kiosk.program.process.pid
        def read(name):
            lines = Path(f"/proc/{pid}/{name}").read_text(encoding="utf-8").splitlines()
            return {line.split(":")[0]: line.split()[1] for line in lines if len(line.split()) > 1}

        told = read("status")
        figures = {"resident": f"{int(told['VmRSS']) / 1024:.1f} MB", "threads": told["Threads"]}
        try:
            return {**figures, "own": f"{int(read('smaps_rollup')['Anonymous']) / 1024:.1f} MB",
                    "files": len(os.listdir(f"/proc/{pid}/fd")), **self.where_it_lies(pid)}
        except PermissionError:  # for root alone to see (shared/base/private_memory.h)
            return figures

    @staticmethod
    def where_it_lies(pid):
        """Of what is its own, MB: malloc's heap, its arenas of other threads (whole 64 MB), other maps without a file, and
        what was changed of files and of stacks."""
        sums = {"heap": 0, "arenas": 0, "maps": 0, "rest": 0}
        for line in Path(f"/proc/{pid}/smaps").read_text(encoding="utf-8").splitlines():
            words = line.split()
            if "-" in words[0] and ":" not in words[0]:
                name = words[5] if len(words) > 5 else ""
                arena = int(words[0].split("-")[0], 16) % (64 << 20) == 0
                where = "heap" if name == "[heap]" else "rest" if name else "arenas" if arena else "maps"
            elif words[0] == "Anonymous:":
                sums[where] += int(words[1])
        return {where: round(kb / 1024, 1) for where, kb in sums.items()}
