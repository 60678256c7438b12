"""A machine that was never set up: the guided set-up with real clicks, central, reader and printer really asked, to the home
screen and the first certificate."""
import tomllib
import unittest

from hall import Hall, Staff
from hall.process import wait_until

PIN = "271828"
NEW = """
[reader]
devices = ["{reader}"]
[storage]
directory = "{state}"
[assets]
directory = "{assets}"
regions = "{assets}/../config/regions"
[testing]
targets_file = "{targets}"
"""


class SetUp(unittest.TestCase):
    def at(self, hall, item):
        hall.kiosk.wait_for(f"staff_item_{item}")

    def options(self, hall, item, *numbers):
        self.at(hall, item)
        Staff(hall, PIN).options(*numbers)

    def typed(self, hall, item, *texts):
        self.at(hall, item)
        for text in texts:
            hall.kiosk.type(text)
            hall.kiosk.press("confirm")

    def lead_to_the_report(self, hall):
        kiosk = hall.kiosk
        kiosk.wait_for("guide_start", seconds=60)
        kiosk.press("begin")
        self.options(hall, "language", 0)
        self.options(hall, "place", 0, 3, 0)
        self.typed(hall, "central", hall.central.tls_url)
        kiosk.type("nobody")
        kiosk.press("confirm")
        # A finger is seen when it is lifted, a scanner at once.
        wait_until("the last field", lambda: kiosk.target("confirm")["label"] == "下一步")
        hall.display.scan(hall.central.code_for(hall.kiosk_id))
        kiosk.press("confirm")
        wait_until("central's refusal", lambda: self.refused(hall))
        kiosk.press("field_1")
        kiosk.press("clear")
        kiosk.type(hall.kiosk_id)
        kiosk.press("confirm")
        kiosk.press("confirm")
        self.typed(hall, "display", "398", "708", "")
        self.at(hall, "touch")
        Staff(hall, PIN).touch_marks()
        self.options(hall, "reader", 0, 0, 1)
        kiosk.wait_for("staff_trying")
        hall.reader.lay("03")
        self.options(hall, "scanner", 0)
        self.at(hall, "printer")
        hall.reader.lift()
        kiosk.type(hall.printer.uri)
        kiosk.press("page_out")
        wait_until("the test page", lambda: list(hall.printer.printed.glob("*.pdf")))
        kiosk.press("confirm")
        self.calibrate_as_for_numbered_stock(hall)
        self.options(hall, "paper", 0)
        self.typed(hall, "paper", "")
        self.typed(hall, "numbers", "K")
        wait_until("keys for digits", lambda: not hall.kiosk.target("key_K"))
        self.typed(hall, "numbers", "", "", "")
        self.at(hall, "sound")
        kiosk.press("skip")
        self.typed(hall, "idle", "", "", "")
        self.options(hall, "hours", 0)
        self.typed(hall, "pin", PIN, PIN)
        kiosk.wait_for("guide_report")

    def calibrate_as_for_numbered_stock(self, hall):
        """Staff take the paper for numbered stock: the lines are printed and how far they are off is typed; then they go back."""
        kiosk = hall.kiosk
        self.options(hall, "paper", 1)
        self.typed(hall, "paper", "")
        self.at(hall, "calibration")
        printed = len(list(hall.printer.printed.glob("*.pdf")))
        kiosk.press("page_out")
        wait_until("the calibration page", lambda: len(list(hall.printer.printed.glob("*.pdf"))) == printed + 1)
        self.at(hall, "calibration")
        self.typed(hall, "calibration", "1.5", "-0.4")
        self.at(hall, "sound")
        for item in ("calibration", "paper"):
            kiosk.press("back")
            self.at(hall, item)

    def refused(self, hall):
        """Central knows no kiosk of that name; nothing was kept."""
        return hall.kiosk.screen() == "staff_item_central" and (key := hall.kiosk.target("confirm")) and \
            key["label"] == "仍然保存"

    def test_from_a_bare_machine_to_the_first_certificate(self):
        with Hall(start=False) as hall:
            kiosk = hall.kiosk
            kiosk.start(template=NEW)
            config = kiosk.folder / "kiosk.toml"
            bare = config.read_text()
            self.lead_to_the_report(hall)
            self.assertEqual(config.read_text(), bare, "nothing is written before its end")
            kiosk.press("mend_language")
            self.options(hall, "language", 0)
            kiosk.wait_for("guide_report")
            kiosk.press("page_out")
            kiosk.wait_for("staff_said")
            wait_until("the report", lambda: len(list(hall.printer.printed.glob("*.pdf"))) == 3)
            kiosk.press("ok")
            kiosk.wait_for("guide_report")
            kiosk.press("finish")
            kiosk.wait_for("home", seconds=60)
            settings = tomllib.loads(config.read_text())
            self.assertEqual(settings["location"], {"region": hall.region, "hall": hall.name})
            self.assertEqual(settings["central"], {"url": hall.central.tls_url, "kiosk_id": hall.kiosk_id, "tpm": "when_there"})
            self.assertIn(" until ", [line for line in hall.central.admin("kiosk", "list").splitlines() if hall.kiosk_id in line][0])
            self.assertEqual(settings["paper"]["blank_prefix"], "K")
            self.assertEqual(kiosk.folder.joinpath("kiosk.toml.before").read_text(), bare)
            self.assertNotIn(PIN, config.read_text())
            hall.reader.lay("03")
            kiosk.wait_for("progress")
            hall.print_and_take()


if __name__ == "__main__":
    unittest.main()
