"""Each of the ten demo cards meets the screen it should, and the next visitor finds nothing of the last one."""
import time
import unittest

from hall import Hall, Hands
from hall.process import run, wait_until

# card -> screen, whether this year's certificate can be printed
EXPECTED = {
    "01": ("progress", True),  # complete, issued
    "02": ("progress", False),  # incomplete in each subject
    "03": ("progress", True),  # approved, unprinted
    "04": ("progress", False),  # already printed
    "05": ("progress", False),  # under review
    "06": ("progress", False),  # revoked
    "07": ("fault", None),  # unknown person
    "08": ("fault", None),  # expired card
    "09": ("progress", True),  # rare characters
    "10": ("progress", True),  # foreigner
}


class Cards(unittest.TestCase):
    def test_every_card(self):
        with Hall() as hall:
            for card, (screen, printable) in EXPECTED.items():
                with self.subTest(card=card):
                    hall.reader.lay(card)
                    self.assertEqual(hall.kiosk.wait_for("progress", "fault"), screen)
                    if printable is not None:
                        self.assertEqual(hall.kiosk.target("print") is not None, printable)
                    if card == "02":
                        self.turn_pages(hall)
                        self.hold_to_show_the_name(hall)
                        self.scan_where_to_learn(hall)
                    if card == "03":
                        self.pull_the_reader_at_each_screen(hall)
                    hall.kiosk.press("exit")
                    if hall.kiosk.wait_for("take_card", "home") == "take_card" and card == "03":
                        self.pull_the_reader(hall)
                    hall.reader.lift()
                    hall.kiosk.wait_for("home")

    def pull_the_reader_at_each_screen(self, hall):
        """Who has laid a card needs no reader any more; nobody is sent away, and nothing is lost."""
        for key, screen in ((None, "progress"), ("print", "print_preview"), ("back", "progress"), ("certificates", "certificates"),
                            ("back", "progress"), ("display", "progress"), ("done", "progress")):
            if key:
                hall.kiosk.press(key)
            hall.kiosk.wait_for(screen)
            self.pull_the_reader(hall)
            self.assertEqual(hall.kiosk.screen(), screen)

    @staticmethod
    def pull_the_reader(hall):
        hall.reader.say("unplug")
        time.sleep(0.4)  # the reader is looked at several times meanwhile, where it is looked at
        hall.reader.say(f"replug {hall.reader.device.name}")

    def turn_pages(self, hall):
        """Five records: a second page, by a finger drawn across the list and by the keys."""
        def page(last):
            wait_until("the last page" if last else "the first page",
                       lambda: (key := hall.kiosk.target("next_page")) and key["enabled"] is not last)

        page(last=False)
        key = hall.kiosk.target("next_page")
        middle, above = hall.display.size[0] / 2, key["y"] - key["h"] * 2
        for by, last in ((-300, True), (-300, True), (300, False)):
            hall.display.draw_along(middle, above, by)
            page(last)
        hall.kiosk.press("next_page")
        page(last=True)
        hall.kiosk.press("previous_page")
        page(last=False)

    def hold_to_show_the_name(self, hall):
        """Shown while a finger rests on the key, and no longer."""
        key = hall.kiosk.target("reveal")
        hands = Hands(hall.display.name)

        def name():
            width, _, pixels = hands.picture()
            rows = range(int(key["y"]), int(key["y"] + key["h"]))
            return b"".join(pixels[row * width * 4:row * width * 4 + int(key["x"] - 8) * 4] for row in rows)

        masked = name()
        hands.move((key["x"] + key["w"] / 2, key["y"] + key["h"] / 2))
        hands.press(True)
        wait_until("the name", lambda: name() != masked)
        hands.press(False)
        wait_until("the name to be covered again", lambda: name() == masked)
        hands.close()

    def scan_where_to_learn(self, hall):
        """What a telephone reads from the screen."""
        hall.display.park_pointer()
        picture = hall.folder / "progress.png"
        hall.display.screenshot(picture)
        read = run("zbarimg", "-q", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", picture).strip()
        self.assertEqual(read, "http://www.gdsjxjy.com/")


if __name__ == "__main__":
    unittest.main()
