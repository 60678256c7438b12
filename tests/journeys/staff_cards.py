"""A staff card of the kiosk's own making: made and printed at the screen, scanned at the door as it came out of the printer, and
taken back; and one that opens with the PIN alone."""
from hall.process import wait_until


def make_use_and_take_back(test, hall, staff):
    """From the list of settings; ends outside, with nobody at the screen."""
    kiosk = hall.kiosk
    code = make(test, hall, staff, "label_2")
    test.assertIn("1 号  早班", kiosk.staff("staff", "cards"))
    wait_until("the card in the list", lambda: kiosk.target("card_1"))
    staff.go(("exit", "home"))
    is_nothing_to_visitors(hall, code)
    by_the_card(hall, staff, code)
    kiosk.wait_for("staff_menu")
    staff.go(("settings", "staff_settings"), ("cards", "staff_cards"), ("card_1", "staff_card"))
    kiosk.press("yes")
    staff.told("staff_cards")
    staff.go(("exit", "home"))
    test.assertIn("没有在用的员工卡", kiosk.staff("staff", "cards"))
    with test.assertRaisesRegex(AssertionError, "没有在用的 1 号员工卡"):
        kiosk.staff("staff", "take-back", "1")
    is_refused(test, hall, staff, code)


def make(test, hall, staff, label):
    """From the list of settings, and then at the list of cards; its code, as it came out of the printer."""
    before = hall.printer.sheets()
    staff.go(("cards", "staff_cards"), ("make_card", "staff_new_card"))
    hall.kiosk.press(label)
    hall.kiosk.press("yes")
    staff.told("staff_cards")
    sheet = wait_until("the card's sheet", lambda: [sheet for sheet in hall.printer.sheets() if sheet not in before], 30)[0]
    code = hall.code_on(sheet)
    sheet.unlink()
    test.assertRegex(code, "^CESC1[0-9A-F]{40}$")
    test.assertNotIn(code[5:], (hall.kiosk.state / "staff-cards").read_text())
    return code


def need_the_pin_too(test, hall, staff):
    """Where card and PIN are both wanted. From inside, with no card out: until then the PIN alone had opened; ends inside."""
    kiosk, tries = hall.kiosk, hall.kiosk.state / "staff-tries"
    staff.go(("back", "staff_menu"), ("settings", "staff_settings"))
    code = make(test, hall, staff, "label_1")
    staff.go(("exit", "home"))
    staff.open_door()
    wait_until("the door's keys", lambda: kiosk.target("key_1"))
    kiosk.type("314159")
    test.assertFalse(kiosk.target("confirm")["enabled"], "a PIN without a card is not even tried")
    test.assertFalse(tries.exists())
    hall.scanner.say(code + "\r")
    kiosk.press("confirm")
    wait_until("the lock", lambda: tries.exists() and tries.read_text().startswith("1 ") and not kiosk.target("confirm")["enabled"])
    test.assertEqual(kiosk.screen(), "staff_door", "the card is right, the PIN is not")
    staff.go(("exit", "home"))
    tries.write_text("1 0\n")
    by_the_card(hall, staff, code)
    kiosk.type(staff.pin)
    kiosk.press("confirm")
    kiosk.wait_for("staff_menu")
    test.assertFalse(tries.exists(), "the right ones are the end of the wrong tries")


def is_nothing_to_visitors(hall, code):
    """Before the door is opened it is a code as any other, by a scanner of either kind."""
    for scan in (lambda: hall.scanner.say(code + "\r"), lambda: hall.display.scan(code)):
        scan()
        hall.kiosk.wait_for("verify_result")
        hall.kiosk.press("exit")
        hall.kiosk.wait_for("home")


def by_the_card(hall, staff, code):
    staff.open_door()
    wait_until("the door's keys", lambda: hall.kiosk.target("key_1"))
    hall.scanner.say(code + "\r")


def is_refused(test, hall, staff, code):
    """And counts as a wrong PIN does; as if its half minute were over, the PIN opens as before."""
    by_the_card(hall, staff, code)
    wait_until("the lock", lambda: "1 " in ((tries := hall.kiosk.state / "staff-tries").exists() and tries.read_text() or ""))
    test.assertEqual(hall.kiosk.screen(), "staff_door")
    staff.go(("exit", "home"))
    (hall.kiosk.state / "staff-tries").write_text("1 0\n")
