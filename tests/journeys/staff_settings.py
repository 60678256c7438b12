"""Every item of a kiosk's settings changed at the screen: tested where something answers, written at once and whole, what was
there kept."""
import time
import tomllib

from hall.process import wait_until


def config_of(hall):
    return tomllib.loads((hall.kiosk.folder / "kiosk.toml").read_text())


def change_every_item(test, hall, staff):
    """From the list of settings, and back at it."""
    kiosk = hall.kiosk
    for item, change in ITEMS.items():
        staff.open_item(item)
        change(test, hall, staff)
        if item == "touch":  # nothing of it is written
            staff.told("staff_settings")
        else:
            staff.saved()
    wait_until("the key for the new start that all of it waits for", lambda: kiosk.target("restart_due"))
    now = config_of(hall)
    for section, key, value in WRITTEN:
        test.assertEqual(now[section][key], value, f"[{section}] {key}")
    test.assertEqual(now["scanner"]["devices"], [str(hall.scanner.pattern)])
    test.assertTrue((kiosk.folder / "kiosk.toml.before").exists())


def language(_test, _hall, staff):
    staff.options(1)


def place(_test, hall, staff):
    """Counties of the city that was chosen, halls of the county."""
    staff.options(0, 3, 0)
    hall.kiosk.wait_for("staff_saved")


def central(_test, _hall, staff):
    staff.fields(None, None, None)


def display(_test, _hall, staff):
    staff.fields("398", "708", "9")


def touch(_test, _hall, staff):
    staff.touch_marks()


def reader(_test, hall, staff):
    """The reader that visitors use is let go for the test, and taken up again."""
    staff.options(0, 0, 1)
    hall.kiosk.wait_for("staff_trying")
    hall.reader.lay("03")
    hall.kiosk.wait_for("staff_saved", seconds=60)
    hall.reader.lift()


def scanner(_test, hall, staff):
    staff.options(0, 0)
    hall.kiosk.wait_for("staff_trying")
    for _ in range(80):
        if hall.kiosk.screen() == "staff_saved":
            break
        hall.scanner.say("6901234567892\r")  # what nobody listens to yet is lost
        time.sleep(0.25)


def printer(_test, hall, staff):
    """Whatever the network has is listed; the address stays until one of it is chosen."""
    staff.go(("search", "staff_printers"))
    time.sleep(4)  # it looks for three seconds; no key leads away from that
    staff.go(("back", "staff_item_printer"))
    staff.fields(None)


def paper(_test, _hall, staff):
    staff.options(1)
    staff.fields("60")


def numbers(_test, hall, staff):
    hall.kiosk.press("confirm")
    wait_until("keys for digits", lambda: not hall.kiosk.target("key_K"))
    staff.fields(None, "101", "900")


def sound(_test, _hall, staff):
    staff.options(2, 2)


def idle(test, hall, staff):
    """What does not fit is said and not written."""
    kiosk = hall.kiosk
    before = (kiosk.folder / "kiosk.toml").read_text()
    staff.fields("9", None, None)
    wait_until("the answer", lambda: kiosk.screen() == "staff_item_idle" and (key := kiosk.target("confirm")) and
               key["label"] == "下一项")
    test.assertEqual((kiosk.folder / "kiosk.toml").read_text(), before)
    staff.fields("90", None, None)


def hours(_test, _hall, staff):
    staff.options(3)
    staff.fields("0000", "2400", "", "")


def holidays(_test, hall, staff):
    """One is added by its days, and taken away again."""
    staff.options(0)
    staff.fields("20270101", "20270103")
    staff.saved()
    staff.open_item("holidays")
    staff.options(0)
    staff.fields("20270204", "")
    staff.saved()
    staff.open_item("holidays")
    staff.options(3)


def learning(_test, _hall, staff):
    staff.fields("https://learn.example/")


ITEMS = {change.__name__: change for change in
         (language, place, central, display, touch, reader, scanner, printer, paper, numbers, sound, idle, hours, holidays,
          learning)}
WRITTEN = (("display", "language", "en"), ("location", "region", "440106"), ("display", "width_mm", 398),
           ("reader", "presence_probe", "reset"), ("paper", "mode", "preprinted"), ("paper", "warn_left", 60),
           ("paper", "first", 101), ("voice", "speaks", "always"), ("voice", "volume", 3), ("idle", "idle_seconds", 90),
           ("hours", "days", "daily"), ("hours", "open", ["00:00-24:00"]), ("hours", "closed", ["2027-01-01/2027-01-03"]),
           ("learning", "site", "https://learn.example/"), ("display", "drift_minutes", 9))
