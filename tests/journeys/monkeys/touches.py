"""What fingers and a keyboard do at once: nothing here waits, so that twenty a second come to pass."""
import collections

# What somebody tries who has plugged a keyboard in, and a few that only X servers and window managers know.
CHORDS = [("Alt_L", "F4"), ("Control_L", "Alt_L", "F1"), ("Control_L", "Alt_L", "BackSpace"), ("Control_L", "Alt_L", "Delete"),
          ("Super_L",), ("Super_L", "d"), ("Super_L", "r"), ("F11",), ("Alt_L", "Tab"), ("Alt_L", "space"), ("Control_L", "w"),
          ("Control_L", "q"), ("Control_L", "c"), ("Control_L", "v"), ("Escape",), ("Print",), ("Menu",), ("Tab",), ("F1",),
          ("F5",), ("Shift_L", "F10"), ("Return",), ("BackSpace",), ("Left",), ("Page_Down",), ("F13",), ("F14",), ("F15",),
          ("F16",), ("Control_L", "Shift_L", "Escape"), ("Alt_L", "F2"), ("Num_Lock",), ("Caps_Lock",)]
ERRANDS = {"progress", "print_preview", "take_paper", "printing"}  # without help a monkey prints too little
WEIGHTS = {"tap": 60, "go_on": 6, "many_fingers": 4, "buttons": 1, "swipe": 3, "drag": 3, "keys": 7}
EACH_ONCE = ["tap", "many_fingers", "buttons", "swipe", "keys", "drag", "go_on"]


class Touches:
    """`hands` and `fingers` at the display of `hall`, for one thread alone; `chance` a random.Random."""

    def __init__(self, hall, hands, fingers, chance):
        self.hall, self.hands, self.fingers, self.chance = hall, hands, fingers, chance
        self.done, self.wishes, self.rushing = collections.Counter(), list(EACH_ONCE), 0
        self.seen = None

    def one(self):
        """By chance. Now and then some taps in a row do not look first: none waits for what the one before set off."""
        self.rushing = self.rushing - 1 if self.rushing else 7 * (self.chance.random() < 0.02)
        if not self.rushing or self.seen is None:
            self.seen = self.hall.kiosk.seen()
        if self.wishes:
            return self.do(self.wishes.pop(0))
        if self.rushing:
            return self.do("tap")
        if self.seen and self.seen["screen"] in ERRANDS and self.chance.random() < 0.2:
            return self.do("go_on")
        return self.do(self.chance.choices(list(WEIGHTS), WEIGHTS.values())[0])

    def do(self, name):
        self.done[name] += 1
        getattr(self, name)()

    def spot(self):
        """Mostly a key that is there; else anywhere, edges and corners as well."""
        targets = (self.seen or {}).get("targets")
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
            for target in (self.seen or {"targets": []})["targets"]:
                if target["id"] == key:
                    return self.hands.tap((target["x"] + target["w"] / 2, target["y"] + target["h"] / 2))
        return self.tap()

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

    def keys(self):
        self.hands.chord(*self.chance.choice(CHORDS))
