"""Verifying a certificate by its number or its code: valid, revoked and unknown look different; a slip is pointed out."""
import os
import unittest

from hall import Hall
from hall.process import wait_until


class Verify(unittest.TestCase):
    def ask(self, hall, number):
        hall.kiosk.press("verify")
        hall.kiosk.wait_for("verify_entry")
        hall.kiosk.type(number)
        hall.kiosk.press("confirm")
        return hall.kiosk.wait_for("verify_result", "fault")

    def test_known_and_unknown_numbers(self):
        with Hall() as hall:
            number = hall.central.register()[0]["number"]
            for asked in (number, number[:8] + "999999"):
                self.assertEqual(self.ask(hall, asked), "verify_result")
                hall.kiosk.press("exit")
                hall.kiosk.wait_for("home")

    def test_too_short_a_number_is_not_taken(self):
        with Hall() as hall:
            hall.kiosk.press("verify")
            hall.kiosk.wait_for("verify_entry")
            hall.kiosk.type("4401")
            self.assertFalse(hall.kiosk.target("confirm")["enabled"])


class VerifyByCode(unittest.TestCase):
    def scan(self, hall, code, verdict):
        hall.display.scan(code)
        hall.kiosk.wait_for("verify_result")
        self.assertEqual(wait_until("a verdict", lambda: hall.kiosk.seen()["verdict"]), verdict)
        facts = dict(fact.rsplit(" ", 1) for fact in hall.kiosk.seen()["facts"])
        if pictures := os.environ.get("CE_PICTURES"):
            hall.display.screenshot(os.path.join(pictures, f"verify-by-code-{verdict}-{len(facts)}.png"))
        hall.kiosk.press("again")
        hall.kiosk.wait_for("verify_entry")
        return facts

    def print_one(self, hall):
        hall.reader.lay("03")
        hall.kiosk.wait_for("progress")
        hall.print_and_take()
        hall.leave()
        return hall.code_on(hall.printer.sheets()[0])

    def test_a_printed_sheet_is_proved_without_network_and_a_forged_one_is_not(self):
        with Hall() as hall:
            code = self.print_one(hall)
            number = self.scan(hall, code, "证书真实有效")["证书编号"]
            paper = wait_until("central knows of the print", lambda: [
                row["blank_number"] for row in hall.central.register()
                if row["number"] == number and row["blank_number"]])
            # What is printed on the sheet beside "N0" can be compared: central tells it to who scans the sheet.
            self.assertEqual(self.scan(hall, code, "证书真实有效")["证书纸 N0"], f"{paper[0]}（已登记）")
            hall.central.stop()
            self.assertNotIn("证书纸 N0", self.scan(hall, code, "证书真实有效"))
            flipped = code[:-1] + ("A" if code[-1] != "A" else "B")
            self.scan(hall, flipped, "不是真实的证书")
            self.scan(hall, "4" * 4000, "不是证书的二维码")


if __name__ == "__main__":
    unittest.main()
