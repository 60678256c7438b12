"""Staff at the screen: the hidden door, wrong PINs, a staff card, paper, printer, log and diagnostics, every setting, training, pausing over
a restart, opening hours, shutting down and a new start; central's audit tells what it must."""
import os
import subprocess
import time
import tomllib
import unittest

import staff_cards
import staff_settings
from hall import Hall, Staff
from hall.process import run, wait_until

PIN, NEXT_PIN = "271828", "602214"
TOLD = ("staff_pin_set", "staff_refused", "staff_entered", "staff_paused", "staff_resumed", "settings_changed",
        "diagnostics_saved", "training_begun", "training_ended", "staff_card_made", "staff_card_withdrawn")
MORE = """training_seconds = 12
[log]
file = "{folder}/kiosk.log"
[staff]
card = "{card}"
power_off = ["touch", "{folder}/power-is-off"]
[diagnostics]
certificate = "{folder}/operator.pem"
volumes = ["{folder}/stick"]
{hours}
"""
HOLIDAY = """[hours]
days = "daily"
open = ["00:00-24:00"]
closed = ["2000-01-01/2999-12-31"]
"""


def kiosk_file(hall, name):
    return hall.kiosk.folder / name


def start(hall, hours="", card="alone"):
    hall.kiosk.start(testing=MORE.format(folder=hall.kiosk.folder, hours=hours, card=card))


class StaffDay(unittest.TestCase):
    def kinds_in_audit(self, hall):
        said = hall.central.admin("audit", "list", "--region", hall.region)
        return [kind for kind in TOLD if kind in said]

    def test_a_day_of_staff(self):
        with Hall(paper="preprinted", scanner=True, start=False) as hall:
            kiosk, staff = hall.kiosk, Staff(hall, PIN)
            hall.central.admin("diagnostics", "new-key", "--key-file", kiosk_file(hall, "operator.key"), "--certificate",
                               kiosk_file(hall, "operator.pem"))
            # What the display's driver leaks must not take the place of the program's exit code.
            hall.display.env["ASAN_OPTIONS"] = "detect_leaks=0"
            start(hall)
            kiosk.wait_for("home", seconds=60)
            self.come_in(hall, staff)
            self.load_paper(hall, staff)
            self.look_at_printer(hall, staff)
            staff.go(("health", "staff_health"), ("again", "staff_health"), ("back", "staff_menu"))
            staff.go(("settings", "staff_settings"))
            staff_cards.make_use_and_take_back(self, hall, staff)
            staff.enter()
            staff.go(("settings", "staff_settings"))
            staff_settings.change_every_item(self, hall, staff)
            self.change_pin(hall, staff)
            self.read_the_log(hall, staff)
            self.practise(hall, staff)
            self.pause_over_a_restart(hall, staff)
            self.void_a_sheet(hall, staff)
            self.shut_down_and_start_again(hall, staff)
            staff_cards.need_the_pin_too(self, hall, staff)
            wait_until(f"central's audit ({self.kinds_in_audit(hall)})",
                       lambda: len(self.kinds_in_audit(hall)) == len(TOLD), 60)
            for told in ("1 号员工卡（早班）", "已收回的 1 号员工卡（早班），连续不对 1 次", "2 号员工卡（值班），连续不对 1 次"):
                wait_until(told, lambda told=told: told in hall.central.admin("audit", "list", "--region", hall.region), 60)

    def come_in(self, hall, staff):
        kiosk = hall.kiosk
        hall.display.press_and_hold(20, 20, 4)
        hall.display.click(hall.size[0] / 2, 20)
        hall.display.click(hall.size[0] - 20, 20)
        self.assertEqual(kiosk.screen(), "home", "any touch between begins anew")
        staff.open_door()
        self.assertIsNone(kiosk.target("key_1"), "no PIN is set: nobody gets in")
        staff.go(("exit", "home"))
        staff.set_pin()
        self.set_up_by_file(hall)
        self.assertNotIn(PIN, (kiosk.state / "staff-pin").read_text())
        staff.open_door()
        staff.try_pin("314159")
        wait_until("the lock", lambda: not kiosk.target("confirm")["enabled"])
        wait_until("the lock's file", (kiosk.state / "staff-tries").exists)
        staff.go(("exit", "home"))
        self.second_lock_is_twice_as_long(hall, staff)
        staff.enter()

    def second_lock_is_twice_as_long(self, hall, staff):
        """As if the half minute of the first were over: nobody has to wait for it."""
        tries = hall.kiosk.state / "staff-tries"
        self.assertAlmostEqual(int(tries.read_text().split()[1]) / 1000 - time.time(), 30, delta=15)
        tries.write_text("1 0\n")
        staff.open_door()
        staff.try_pin("314159")
        wait_until("the second lock", lambda: tries.read_text().startswith("2 ") and not hall.kiosk.target("confirm")["enabled"])
        self.assertAlmostEqual(int(tries.read_text().split()[1]) / 1000 - time.time(), 60, delta=15)
        staff.go(("exit", "home"))
        tries.write_text("2 0\n")

    def set_up_by_file(self, hall):
        """One file of answers makes a configuration that the program takes; central, printer and scanner are really asked."""
        fresh, answers = kiosk_file(hall, "fresh.toml"), kiosk_file(hall, "answers.toml")
        sections = kiosk_file(hall, "kiosk.toml").read_text().split("[testing]")[0]
        answers.write_text(sections + "[set_up]\nstaff_pin = \"112358\"\nkiosk_key = \"of-nobody\"\nask_scanner = \"no\"\n")
        with self.assertRaisesRegex(AssertionError, "有误. 管理系统.*不接受本机"):
            run(hall.bin / "ce-kiosk", "--config", fresh, "--set-up", answers)
        self.assertFalse(fresh.exists())
        answers.write_text(sections)
        with self.assertRaisesRegex(AssertionError, "有误. 扫码器：已连接，但打不开"):
            run(hall.bin / "ce-kiosk", "--config", fresh, "--set-up", answers)  # the kiosk that serves has it
        answers.write_text(sections + "[set_up]\nask_scanner = \"no\"\n")
        said = run(hall.bin / "ce-kiosk", "--config", fresh, "--set-up", answers)
        self.assertIn("已应答，本机编号 tianhe-01 和密钥有效", said)
        self.assertRegex(said, "通过. 打印机：ipp:.*Kiosk")
        self.assertIn("配置正确", run(hall.bin / "ce-kiosk", "--config", fresh, "--check"))

    def load_paper(self, hall, staff):
        kiosk = hall.kiosk
        staff.go(("paper", "staff_paper"), ("load", "staff_loading"))
        kiosk.type("N000040")
        kiosk.press("confirm")
        kiosk.type("000044")  # the letters are there already
        kiosk.press("confirm")
        staff.told("staff_paper")
        staff.go(("top_sheet", "staff_numbering"))
        kiosk.type("N000041")
        kiosk.press("confirm")
        kiosk.press("reason_3")
        kiosk.press("yes")
        staff.told("staff_paper")
        staff.go(("report", "staff_said"))
        self.assertRegex(kiosk.staff("paper", "report"), "作废 1  剩余 4[^$]*作废 N000040  受潮起皱")
        kiosk.press("day_before")
        wait_until("yesterday's report", lambda: (key := kiosk.target("day_after")) and key["enabled"])
        staff.go(("ok", "staff_paper"), ("back", "staff_menu"))

    def look_at_printer(self, hall, staff):
        """Its state, a calibration page, how far it prints beside the lines."""
        kiosk = hall.kiosk
        staff.go(("printer", "staff_printer"), ("printer_offset", "staff_item_calibration"))
        staff.fields("1.5", "-0.4")
        staff.told("staff_printer")
        self.assertIn("向右 +1.5 毫米，向下 -0.4 毫米", kiosk.staff("paper", "calibrate"))
        for task in ("status", "accept", "page"):
            kiosk.press(f"printer_{task}")
            if task == "accept":
                wait_until("the printer that answers", lambda: kiosk.target("yes"), 30)
                kiosk.press("yes")
            staff.told("staff_printer")
        page = wait_until("the calibration page", hall.printer.sheets, 30)[0]
        page.unlink()
        staff.go(("back", "staff_menu"))

    def read_the_log(self, hall, staff):
        kiosk = hall.kiosk
        staff.go(("log", "staff_log"))
        wait_until("more than one page of it", lambda: kiosk.target("next_page"))
        kiosk.press("next_page")
        wait_until("the next lines", lambda: kiosk.target("previous_page")["enabled"])
        kiosk.press("level_2")
        staff.go(("diagnostics", "staff_diagnostics"), ("save", "staff_said"), ("ok", "staff_log"))
        stick = kiosk_file(hall, "stick")
        stick.mkdir()
        if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=9m", "tmpfs", stick], check=False).returncode:
            staff.go(("back", "staff_menu"))
            return
        try:
            staff.go(("diagnostics", "staff_diagnostics"), ("save", "staff_said"), ("ok", "staff_log"), ("back", "staff_menu"))
            (file,) = stick.iterdir()
            said = hall.central.admin("diagnostics", "open", file, "--key-file", kiosk_file(hall, "operator.key"))
        finally:
            subprocess.run(["umount", "-l", stick], check=True)
        for word in ("读卡器：正常", "扫码器：正常", "管理系统：已连接", "kiosk_id = \"tianhe-01\"", "staff_refused"):
            self.assertIn(word, said)
        for card in ("03", "04"):
            for secret in (hall.card(card)["name"], hall.card(card)["id_number"]):
                self.assertNotIn(secret, said)
        self.assertNotIn((hall.folder / "kiosk.key").read_text().strip(), said)

    def change_pin(self, hall, staff):
        """The old one opens nothing any more; the door that follows is the proof."""
        staff.go(("new_pin", "staff_new_pin"))
        for _ in range(2):
            hall.kiosk.type(NEXT_PIN)
            hall.kiosk.press("confirm")
        staff.told("staff_settings")
        staff.pin = NEXT_PIN
        staff.go(("back", "staff_menu"))

    def practise(self, hall, staff):
        """No numbered sheet goes for practice, and whoever forgets to end it does not keep visitors away."""
        kiosk = hall.kiosk
        staff.go(("machine", "staff_machine"), ("train", "staff_sure"))
        kiosk.press("yes")
        wait_until("the training kiosk", lambda: kiosk.target("lay_1"), 60, program=kiosk.program)
        before = len(hall.printer.sheets())
        staff.go(("lay_1", "progress"), ("print", "print_preview"))
        wait_until("the notice that no numbered sheet is taken",
                   lambda: (key := kiosk.target("print")) and not key["enabled"])
        wait_until("its end by itself", lambda: kiosk.screen() == "home" and not kiosk.target("end_training"), 60,
                   program=kiosk.program)
        self.assertEqual(len(hall.printer.sheets()), before)

    def pause_over_a_restart(self, hall, staff):
        kiosk = hall.kiosk
        staff.enter()
        self.switch_service(hall, staff, "pause")
        staff.go(("exit", "paused"))
        hall.reader.lay("03")
        kiosk.stop()
        start(hall, HOLIDAY)
        kiosk.wait_for("paused", seconds=60)
        staff.enter()
        self.assertEqual(kiosk.screen(), "staff_menu", "a card on the reader changes nothing")
        self.switch_service(hall, staff, "resume")
        kiosk.press("serve_today")  # a holiday by the plan: without this it would say so
        staff.go(("exit", "progress"))  # the card still lies there

    def void_a_sheet(self, hall, staff):
        kiosk = hall.kiosk
        hall.print_and_take()
        hall.leave()
        staff.enter()
        staff.go(("paper", "staff_paper"), ("void", "staff_numbering"))
        kiosk.type("N000041")
        kiosk.press("confirm")
        kiosk.press("reason_2")
        kiosk.press("yes")
        staff.told("staff_paper")
        self.assertRegex(kiosk.staff("paper", "report"), "作废 2  剩余 3[^$]*作废 N000041  盖章污损")
        staff.go(("back", "staff_menu"), ("prints", "staff_prints"), ("back", "staff_menu"))

    def switch_service(self, hall, staff, key):
        staff.go(("service", "staff_service"))
        hall.kiosk.press(key)
        wait_until("the service's other key", lambda: hall.kiosk.target("resume" if key == "pause" else "pause"))

    def shut_down_and_start_again(self, hall, staff):
        """Each is asked for twice. The program ends with the code by which systemd starts it anew."""
        kiosk = hall.kiosk
        staff.go(("machine", "staff_machine"), ("power_off", "staff_sure"), ("no", "staff_machine"))
        self.assertFalse(kiosk_file(hall, "power-is-off").exists())
        staff.go(("power_off", "staff_sure"), ("yes", "staff_said"))
        self.assertTrue(kiosk_file(hall, "power-is-off").exists())
        staff.go(("ok", "staff_machine"), ("restart", "staff_sure"))
        kiosk.press("yes")
        self.assertEqual(kiosk.program.process.wait(30), 10)
        settings = tomllib.loads(kiosk_file(hall, "kiosk.toml").read_text())
        self.assertEqual(settings["hours"]["days"], "daily")
        for part in kiosk.state.glob("journal.db*"):
            if part.suffix != ".paper":
                part.write_bytes(b"Z" * 8192)  # a disk that dies
        start(hall, HOLIDAY, card="with_pin")
        kiosk.wait_for("home", seconds=60)
        time.sleep(1)  # the staff's word of today holds after the start as well
        self.assertEqual(kiosk.screen(), "home")
        self.take_over_a_new_ledger(staff)

    def take_over_a_new_ledger(self, staff):
        """It prints nothing until somebody has looked which sheet lies on top."""
        staff.enter()
        staff.go(("health", "staff_health"), ("accept_ledger", "staff_numbering"))
        staff.kiosk.type("N000043")
        staff.kiosk.press("confirm")
        staff.told("staff_health")
        wait_until("a ledger that waits for nobody", lambda: staff.kiosk.target("again") and not staff.kiosk.target("accept_ledger"))


if __name__ == "__main__":
    unittest.main()
