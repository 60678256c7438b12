"""What the monkey does. Each deed is one event, or one that cannot be told from a burst; the seed decides which."""
import collections
import time

from hall.fingers import Fingers

from .people import cards

FINGERS = 7  # beside the first; an X server has room for no more

# What somebody tries who has plugged a keyboard in, and a few that only X servers and window managers know.
CHORDS = [("Alt_L", "F4"), ("Control_L", "Alt_L", "F1"), ("Control_L", "Alt_L", "BackSpace"), ("Control_L", "Alt_L", "Delete"),
          ("Super_L",), ("Super_L", "d"), ("Super_L", "r"), ("F11",), ("Alt_L", "Tab"), ("Alt_L", "space"), ("Control_L", "w"),
          ("Control_L", "q"), ("Control_L", "c"), ("Control_L", "v"), ("Escape",), ("Print",), ("Menu",), ("Tab",), ("F1",),
          ("F5",), ("Shift_L", "F10"), ("Return",), ("BackSpace",), ("Left",), ("Page_Down",), ("F13",), ("F14",), ("F15",),
          ("F16",), ("Control_L", "Shift_L", "Escape"), ("Alt_L", "F2"), ("Num_Lock",), ("Caps_Lock",)]
ERRANDS = {"progress", "print_preview", "take_paper", "printing"}  # without help a monkey prints too little
HELD_UP = ["media-empty", "media-jam", "cover-open", "toner-empty", "paused"]
SIZES = [(1080, 1920), (720, 1280), (1024, 768), (800, 600), (640, 480)]
WEIGHTS = {"tap": 50, "go_on": 6, "rush": 6, "many_fingers": 4, "buttons": 1, "swipe": 3, "drag": 3, "corners": 2, "keys": 7, "typing": 3,
           "code": 2, "serial_code": 2, "lay": 6, "lift": 3, "reader": 2, "printer": 2, "display": 0.4, "close": 1, "flood": 0.1,
           "serial_flood": 0.2}


class Deeds:
    """`hall` with its Hands; `chance` a random.Random; `flood` how many characters a scanner gone mad types."""

    def __init__(self, hall, hands, chance, flood):
        self.hall, self.hands, self.chance, self.flood_size = hall, hands, chance, flood
        self.done = collections.Counter()
        self.screens, self.unplugged_at = collections.Counter(), set()
        self.reader_in = True
        self.cards = cards(hall, printable=60)
        self.fingers = Fingers(hands.display_name, FINGERS)

    def one(self):
        """By chance, but a reader is unplugged at each screen that was not seen without one."""
        screen = self.hall.kiosk.screen()
        self.screens[screen] += 1
        if self.reader_in and screen not in self.unplugged_at and self.chance.random() < 0.3:
            return self.do("reader")
        if screen == "home" and self.chance.random() < 0.2:
            return self.do("lay")
        if screen in ERRANDS and self.chance.random() < 0.25:
            return self.do("go_on")
        return self.do(self.chance.choices(list(WEIGHTS), WEIGHTS.values())[0])

    def do(self, name):
        self.done[name] += 1
        getattr(self, name)()

    def spot(self):
        """Mostly a key that is there; else anywhere, edges and corners as well."""
        targets = (self.hall.kiosk.seen() or {}).get("targets")
        if targets and self.chance.random() < 0.7:
            target = self.chance.choice(targets)
            return (target["x"] + target["w"] * self.chance.random(), target["y"] + target["h"] * self.chance.random())
        width, height = self.hands.size()
        return (self.chance.choice([0, width - 1, self.chance.uniform(0, width)]), self.chance.uniform(0, height))

    def tap(self):
        self.hands.tap(self.spot())

    def go_on(self):
        """What the screen invites to."""
        for key in ("taken", "print", "confirm"):
            if target := self.hall.kiosk.target(key):
                return self.hands.tap((target["x"] + target["w"] / 2, target["y"] + target["h"] / 2))
        return self.tap()

    def rush(self):
        """Taps while the screen changes: none of them waits for what the one before set off."""
        for _ in range(7):
            self.hands.tap(self.spot())

    def many_fingers(self):
        """They come down at eight places, slip to others and leave in any order."""
        order = list(range(len(self.fingers)))
        for finger in order:
            self.fingers.move(finger, self.spot())
            self.fingers.press(finger, True)
        self.tap()
        self.chance.shuffle(order)
        for finger in order:
            if self.chance.random() < 0.3:
                self.fingers.move(finger, self.spot())
            self.fingers.press(finger, False)

    def buttons(self):
        """What other buttons and wheels a pointer may have, with the first among them."""
        at = self.spot()
        pressed = [1, 2, 3, 4, 5, 8, 9]
        for button in pressed:
            self.hands.move(at)
            self.hands.press(True, button)
        self.chance.shuffle(pressed)
        for button in pressed:
            self.hands.move(self.spot())
            self.hands.press(False, button)

    def swipe(self):
        """To turn a page, wherever the list may be."""
        x, y = self.spot()
        self.hands.move((x, y))
        self.hands.press(True)
        by = self.chance.choice([-1, 1]) * self.hands.size()[0] * self.chance.uniform(0.05, 0.4)
        for share in (0.3, 0.7, 1):
            self.hands.move((x + by * share, y))
        self.hands.press(False)

    def drag(self):
        self.hands.move(self.spot())
        self.hands.press(True)
        for _ in range(8):
            self.hands.move(self.spot())
        self.hands.press(False)

    def corners(self):
        """The hidden way to the staff's area, and guesses at its PIN."""
        width, _ = self.hands.size()
        self.hands.move((20, 20))
        self.hands.press(True)
        time.sleep(3.2)
        self.hands.press(False)
        self.hands.tap((width - 20, 20))
        for _ in range(7):
            if target := self.hall.kiosk.target(f"key_{self.chance.randrange(10)}"):
                self.hands.tap((target["x"] + 9, target["y"] + 9))

    def keys(self):
        self.hands.chord(*self.chance.choice(CHORDS))

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
