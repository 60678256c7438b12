"""A printer that fails while a visitor stands there: what the screen says, what the ledger and the register come to, and
that nothing comes out later for nobody."""
import unittest

from hall import Hall, Staff
from hall.process import wait_until


def begin_print(hall, card="03"):
    hall.reader.lay(card)
    hall.kiosk.wait_for("progress")
    hall.kiosk.press("print")
    hall.kiosk.wait_for("print_preview")
    hall.kiosk.press("print")


def wait_held(hall):
    """Until the job stands still, which gives the visitor a way out."""
    hall.kiosk.wait_for("printing")
    wait_until("the way out while nothing moves", lambda: hall.kiosk.screen() == "printing" and hall.kiosk.target("exit"), 30)


def register_state(hall, *states):
    return wait_until(f"the register's {states}", lambda: next(
        (row for row in hall.prints_of_kiosk() if row["state"] in states), None), 90)


class Printer(unittest.TestCase):
    def no_font_draws_the_name(self, hall):
        """A character from a vendor's private area, as old systems typed them: neither number nor paper is used."""
        person = hall.card("03")
        rename = "UPDATE professionals SET name = '{}' WHERE id_number = '" + person["id_number"] + "'"
        hall.central.store.change(rename.format("黄\ue815强"))
        begin_print(hall)
        hall.kiosk.wait_for("fault", seconds=60)
        hall.leave()
        self.assertEqual(hall.printer.sheets(), [])
        self.assertIn("待确认的打印：0", hall.kiosk.staff("prints", "list"))
        self.assertIn("使用 0  作废 0", hall.kiosk.staff("paper", "report"), "no number was used")
        said = hall.kiosk.program.log.read_text(encoding="utf-8")
        self.assertRegex(said, r"name_not_covered.*character 2 of 3, U\+E815", "staff are told which character")
        self.assertNotIn("强", said, "and not whose")
        hall.central.store.change(rename.format(person["name"]))

    def test_paper_out_in_mid_job_is_told_and_goes_on_when_filled(self):
        with Hall() as hall:
            self.no_font_draws_the_name(hall)
            hall.printer.suffer("state media-empty")
            begin_print(hall)
            wait_held(hall)
            hall.printer.suffer()
            hall.kiosk.wait_for("take_paper", seconds=60)
            self.assertEqual(len(hall.printer.sheets()), 1)
            register_state(hall, "sent_to_printer")

    def test_who_leaves_a_held_job_leaves_nothing_to_come_out(self):
        with Hall() as hall:
            hall.printer.suffer("state media-jam")
            begin_print(hall)
            wait_held(hall)
            hall.kiosk.press("exit")
            hall.kiosk.wait_for("take_card")
            hall.reader.lift()
            hall.kiosk.wait_for("home")
            row = register_state(hall, "failed")
            self.assertEqual(row["cause"], "printer_job_canceled")
            hall.printer.suffer("note toner-low media-low", "attr marker-types=toner,waste-toner", "attr marker-levels=7,99")
            begin_print(hall)  # they come back: the same certificate, on the next number
            hall.kiosk.wait_for("take_paper", seconds=60)
            self.assertEqual(len(hall.printer.sheets()), 1, "the first job never came out")
            register_state(hall, "sent_to_printer")
            self.assertEqual(len({row["blank_number"] for row in hall.prints_of_kiosk()}), 2)
            # It prints on; who brings cartridges and paper hears of it by the next report.
            wait_until("what runs low in central's list", lambda: "toner 7% low, paper low, blanks" in hall.central.admin(
                "kiosk", "list"), 90)

    def test_a_vanished_job_is_for_staff_who_say_what_they_see(self):
        with Hall() as hall:
            hall.printer.suffer("state cover-open")
            begin_print(hall)
            wait_held(hall)
            hall.printer.power("cycle")
            hall.printer.suffer()
            hall.kiosk.wait_for("fault", seconds=60)
            row = register_state(hall, "unknown")
            said = hall.kiosk.staff("prints", "list")
            self.assertIn(row["print"], said)
            self.assertIn("请查看出纸口", said)
            self.settle_at_the_screen(hall)
            register_state(hall, "failed")
            self.assertEqual(hall.printer.sheets(), [])
            with self.assertRaisesRegex(AssertionError, "已经登记"):
                hall.kiosk.staff("prints", "came-out", row["print"])

    def settle_at_the_screen(self, hall):
        """Staff have looked: no sheet lies there."""
        staff = Staff(hall, "271828")
        staff.set_pin()
        hall.kiosk.press("exit")
        hall.kiosk.wait_for("take_card")
        hall.reader.lift()
        hall.kiosk.wait_for("home")
        staff.enter()
        staff.go(("prints", "staff_prints"), ("print_0", "staff_print"), ("no_sheet", "staff_said"), ("ok", "staff_prints"))
        wait_until("an empty list", lambda: not hall.kiosk.target("print_0"))
        staff.go(("exit", "home"))

    def test_another_printer_waits_for_staff(self):
        with Hall() as hall:
            # The first printer it sees is its own, and it looks when its stores are open, behind the first screen.
            wait_until("the kiosk to know its printer", lambda: (hall.kiosk.state / "printer").is_file())
            hall.printer.power("replace")
            begin_print(hall)
            hall.kiosk.wait_for("fault", seconds=60)
            self.assertEqual(hall.printer.sheets(), [])
            self.assertEqual(hall.prints_of_kiosk(), [], "no number was used")
            self.assertIn("Kiosk Two", hall.kiosk.staff("printer", "accept"))
            hall.kiosk.press("exit")
            hall.kiosk.wait_for("take_card")
            hall.reader.lift()
            hall.kiosk.wait_for("home")
            hall.reader.lay("03")
            hall.kiosk.wait_for("progress")
            hall.kiosk.press("print")
            hall.kiosk.wait_for("print_preview")
            hall.kiosk.press("print", 30)  # enabled once the kiosk has looked at its printer again
            hall.kiosk.wait_for("take_paper", seconds=60)


if __name__ == "__main__":
    unittest.main()
