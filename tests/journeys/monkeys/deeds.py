"""What the monkey does beside touching: each takes the time it takes, and fingers do not wait for it. The seed decides which."""
import collections
import time

from .people import cards

HELD_UP = ["media-empty", "media-jam", "cover-open", "toner-empty", "paused"]
SIZES = [(1080, 1920), (720, 1280), (1024, 768), (800, 600), (640, 480)]
WEIGHTS = {"corners": 0.4, "typing": 3, "code": 2, "serial_code": 2, "lay": 6, "lift": 3, "reader": 2, "printer": 2, "display": 0.4, "close": 1,
           "flood": 0.1, "serial_flood": 0.2}
EACH_ONCE = ["display", "display", "close", "typing", "flood", "serial_flood", "reader", "lay", "code", "serial_code", "reader", "corners"]


class Deeds:
    """`hall` with its Hands; `chance` a random.Random; `flood` how many characters a scanner gone mad types; `still` gives a
    context in which no other finger moves."""

    def __init__(self, hall, hands, chance, flood, still):
        self.hall, self.hands, self.chance, self.flood_size, self.still = hall, hands, chance, flood, still
        self.done, self.wishes = collections.Counter(), list(EACH_ONCE)
        self.screens, self.unplugged_at = collections.Counter(), set()
        self.reader_in = True
        self.cards = cards(hall, printable=60)

    def one(self):
        """By chance, but a reader is unplugged at each screen that was not seen without one."""
        screen = self.hall.kiosk.screen()
        self.screens[screen] += 1
        if self.reader_in and screen not in self.unplugged_at and self.chance.random() < 0.3:
            return self.do("reader")
        if self.wishes:
            return self.do(self.wishes.pop(0))
        if screen == "home" and self.chance.random() < 0.5:
            return self.do("lay")
        if screen == "take_card" and self.chance.random() < 0.5:
            return self.do("lift")
        return self.do(self.chance.choices(list(WEIGHTS), WEIGHTS.values())[0])

    def do(self, name):
        self.done[name] += 1
        getattr(self, name)()

    def corners(self):
        """The hidden way to the staff's area, and guesses at its PIN."""
        width, _ = self.hands.size()
        with self.still():
            self.hands.move((20, 20))
            self.hands.press(True)
            time.sleep(3.2)
            self.hands.press(False)
            self.hands.tap((width - 20, 20))
            for _ in range(7):
                if target := self.hall.kiosk.target(f"key_{self.chance.randrange(10)}"):
                    self.hands.tap((target["x"] + 9, target["y"] + 9))

    def typing(self):
        self.hands.type("".join(self.chance.choice("0123456789abcxyz\n") for _ in range(self.chance.randrange(1, 30))))

    def some_code(self):
        return self.chance.choice([
            "".join(self.chance.choice("0123456789") for _ in range(14)),
            "".join(self.chance.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(self.chance.randrange(1, 200))),
            "4" * 5000, "0", "cev" + "a" * 20])

    def code(self):
        self.hands.type(self.some_code() + "\n")

    def serial_code(self):
        self.hall.scanner.say(self.some_code() + self.chance.choice(["\r", "\n", "\r\n", "\x00", ""]))
        if self.chance.random() < 0.2:
            self.hall.scanner.unplug()
            self.hall.scanner.plug()

    def flood(self):
        self.hands.type("".join(self.chance.choice("0123456789") for _ in range(self.flood_size)) + "\n")

    def serial_flood(self):
        """A megabyte: half in one line without an end, half in lines that each would be a certificate's number."""
        self.hall.scanner.say("A" * (1 << 19))
        self.hall.scanner.say("44010625000001\r\n" * (1 << 15))

    def lay(self):
        self.hall.reader.lay(self.chance.choice(self.cards))

    def lift(self):
        self.hall.reader.lift()

    def reader(self):
        self.unplugged_at.add(self.hall.kiosk.screen())
        self.hall.reader.say("unplug" if self.reader_in else f"replug {self.hall.reader.device.name}")
        self.reader_in = not self.reader_in

    def printer(self):
        self.hall.printer.suffer(*([f"state {self.chance.choice(HELD_UP)}"] if self.chance.random() < 0.3 else []))

    def display(self):
        """Its plug is pulled for a moment; every other time it comes back in another resolution."""
        self.hands.unplug()
        self.hands.tap((30, 30))
        time.sleep(self.chance.uniform(0, 1.5))
        self.hands.plug(*SIZES[self.done["display"] // 2 % len(SIZES)] if self.done["display"] % 2 == 0 else self.hands.size())

    def close(self):
        for window in self.hands.windows():
            self.hands.ask_to_close(window[0])

    def mend(self):
        """All is plugged in and works, the display is as it was; nobody's card lies there."""
        if not self.reader_in:
            self.reader()
        self.hall.reader.say("fault none")
        self.hall.reader.lift()
        self.hall.printer.suffer()
        if self.hands.size() != self.hall.size:
            self.hands.unplug()
            self.hands.plug(*self.hall.size)
