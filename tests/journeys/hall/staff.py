"""Hall staff at the kiosk's screen: the hidden door, the PIN, the pages, by real clicks."""
import time

from .process import run, wait_until

HOLD = 4  # seconds; three are needed, and a busy machine sees the finger late


class Staff:
    def __init__(self, hall, pin):
        self.hall, self.kiosk, self.pin = hall, hall.kiosk, pin

    def set_pin(self):
        run(self.hall.bin / "ce-kiosk", "--config", self.kiosk.folder / "kiosk.toml", "staff", "pin",
            input=self.pin + "\n")

    def open_door(self):
        """Hold the upper left corner, touch the upper right one; as a person would, once more where that was not seen: while
        the first picture is drawn the finger's coming down is noticed late, and the hold seems short."""
        for _ in range(4):
            self.hall.display.press_and_hold(20, 20, HOLD)
            self.hall.display.click(self.hall.size[0] - 20, 20)
            for _ in range(100):
                if self.kiosk.screen() == "staff_door":
                    return
                time.sleep(0.02)
        self.kiosk.wait_for("staff_door", seconds=1)

    def try_pin(self, pin):
        wait_until("the door's keys", lambda: self.kiosk.target("key_1"))
        self.kiosk.type(pin)
        self.kiosk.press("confirm")

    def enter(self):
        self.open_door()
        self.try_pin(self.pin)
        self.kiosk.wait_for("staff_menu")

    def go(self, *steps):
        """Pairs of a key and the page that it leads to: ("paper", "staff_paper"), ..."""
        for key, page in steps:
            self.kiosk.press(key)
            self.kiosk.wait_for(page)

    def told(self, back_at):
        """What the desk's work came to is on the screen; then back."""
        self.kiosk.wait_for("staff_said")
        self.go(("ok", back_at))

    def options(self, *numbers):
        """One option of each field in turn, each on a page of its own."""
        for i, number in enumerate(numbers):
            seen = self.kiosk.seen()["targets"]
            self.kiosk.press(f"option_{number}")
            if i + 1 < len(numbers):
                wait_until("the next field", lambda: self.kiosk.seen()["targets"] != seen)

    def fields(self, *texts):
        """Typed fields of a page from the one in turn; None leaves what is there."""
        for text in texts:
            if text is not None:
                self.kiosk.press("clear")
                self.kiosk.type(text)
            self.kiosk.press("confirm")

    def touch_marks(self):
        for _ in range(5):
            mark = wait_until("a mark", lambda: self.kiosk.target("spot"))
            self.kiosk.press("spot")
            wait_until("the next mark", lambda: self.kiosk.target("spot") != mark)

    def open_item(self, item):
        """From the settings, whatever page of them is shown: items stand six to a page."""
        self.kiosk.wait_for("staff_settings")
        wait_until("the list", lambda: self.kiosk.target("next_page"))
        while not self.kiosk.target(f"item_{item}"):
            seen = self.kiosk.seen()["targets"]
            self.kiosk.press("next_page")
            wait_until("the next items", lambda: self.kiosk.seen()["targets"] != seen)
        self.go((f"item_{item}", f"staff_item_{item}"))

    def saved(self):
        """It was written; the new start comes later."""
        self.kiosk.wait_for("staff_saved", seconds=60)
        self.go(("later", "staff_settings"))
