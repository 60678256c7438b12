"""Each of the ten demo cards meets the screen it should, and the next visitor finds nothing of the last one."""
import unittest

from hall import Hall

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
                    hall.kiosk.press("exit")
                    hall.kiosk.wait_for("take_card", "home")
                    hall.reader.lift()
                    hall.kiosk.wait_for("home")


if __name__ == "__main__":
    unittest.main()
