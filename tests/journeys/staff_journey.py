"""Staff at the screen: the hidden door, a wrong and the right PIN, loading paper, pausing over a restart, and a new start;
central's audit tells all of it."""
import time
import tomllib
import unittest

from hall import Hall
from hall.process import run, wait_until

PIN = "271828"
HOLD = 4  # seconds; three are needed, and a busy machine sees the finger late


def kiosk_file(hall, name):
    return hall.kiosk.folder / name


class Staff(unittest.TestCase):
    def open_door(self, hall):
        """Hold the upper left corner, touch the upper right one; as a person would, once more where that was not seen: while
        the first picture is drawn the finger's coming down is noticed late, and the hold seems short."""
        for _ in range(4):
            hall.display.press_and_hold(20, 20, HOLD)
            hall.display.click(hall.size[0] - 20, 20)
            for _ in range(100):
                if hall.kiosk.screen() == "staff_door":
                    return
                time.sleep(0.02)
        hall.kiosk.wait_for("staff_door", seconds=1)

    def try_pin(self, hall, pin):
        wait_until("the door's keys", lambda: hall.kiosk.target("key_1"))
        hall.kiosk.type(pin)
        hall.kiosk.press("confirm")

    def enter(self, hall):
        self.open_door(hall)
        self.try_pin(hall, PIN)
        hall.kiosk.wait_for("staff_menu")

    def kinds_in_audit(self, hall):
        said = hall.central.admin("audit", "list", "--region", hall.region)
        return [kind for kind in ("staff_pin_set", "staff_refused", "staff_entered", "staff_paused", "staff_resumed")
                if kind in said]

    def test_a_morning_of_staff(self):
        with Hall(paper="preprinted") as hall:
            kiosk = hall.kiosk
            # What the display's driver leaks must not take the place of the program's exit code.
            hall.display.env["ASAN_OPTIONS"] = "detect_leaks=0"
            hall.display.press_and_hold(20, 20, HOLD)
            hall.display.click(hall.size[0] / 2, 20)
            hall.display.click(hall.size[0] - 20, 20)
            self.assertEqual(kiosk.screen(), "home", "any touch between begins anew")
            self.open_door(hall)
            self.assertIsNone(kiosk.target("key_1"), "no PIN is set: nobody gets in")
            kiosk.press("exit")
            kiosk.wait_for("home")
            run(hall.bin / "ce-kiosk", "--config", kiosk.folder / "kiosk.toml", "staff", "pin", input=PIN + "\n")
            self.set_up_by_file(hall)
            self.assertNotIn(PIN, (kiosk.state / "staff-pin").read_text())

            self.open_door(hall)
            self.try_pin(hall, "314159")
            wait_until("the lock", lambda: not kiosk.target("confirm")["enabled"])
            wait_until("the lock's file", (kiosk.state / "staff-tries").exists)
            kiosk.press("exit")
            kiosk.wait_for("home")
            (kiosk.state / "staff-tries").unlink()  # half a minute that nobody has to wait

            self.enter(hall)
            self.load_paper(hall)
            kiosk.press("back")
            kiosk.wait_for("staff_menu")
            kiosk.press("health")
            kiosk.wait_for("staff_health")
            kiosk.press("back")
            kiosk.wait_for("staff_menu")
            self.change_a_setting(hall)
            self.switch_service(hall, "pause")
            kiosk.press("exit")
            kiosk.wait_for("paused")
            hall.reader.lay("03")
            kiosk.stop()
            kiosk.start()
            kiosk.wait_for("paused", seconds=60)
            self.enter(hall)
            self.assertEqual(kiosk.screen(), "staff_menu", "a card on the reader changes nothing")
            self.switch_service(hall, "resume")
            kiosk.press("exit")
            kiosk.wait_for("progress")
            hall.leave()
            self.start_again(hall)
            wait_until("central's audit", lambda: len(self.kinds_in_audit(hall)) == 5, 60)

    def set_up_by_file(self, hall):
        """One file of answers makes a configuration that the program takes; central and printer are really asked."""
        fresh, answers = kiosk_file(hall, "fresh.toml"), kiosk_file(hall, "answers.toml")
        sections = kiosk_file(hall, "kiosk.toml").read_text().split("[testing]")[0]
        answers.write_text(sections + "[set_up]\nstaff_pin = \"112358\"\nkiosk_key = \"of-nobody\"\n")
        with self.assertRaisesRegex(AssertionError, "有误. 管理系统.*不接受本机"):
            run(hall.bin / "ce-kiosk", "--config", fresh, "--set-up", answers)
        self.assertFalse(fresh.exists())
        answers.write_text(sections)
        said = run(hall.bin / "ce-kiosk", "--config", fresh, "--set-up", answers)
        self.assertIn("已应答，本机编号 tianhe-01 和密钥有效", said)
        self.assertRegex(said, "通过. 打印机：ipp:.*Kiosk")
        self.assertIn("配置正确", run(hall.bin / "ce-kiosk", "--config", fresh, "--check"))

    def change_a_setting(self, hall):
        """Written at once and whole, what was there kept; what does not fit is said and not written."""
        kiosk, config = hall.kiosk, kiosk_file(hall, "kiosk.toml")
        before = config.read_text()
        kiosk.press("settings")
        kiosk.wait_for("staff_settings")
        kiosk.press("next_page")
        kiosk.press("item_idle")
        kiosk.wait_for("staff_item_idle")
        for seconds, screen in (("9", "staff_item_idle"), ("90", "staff_saved")):
            kiosk.press("field_0")
            kiosk.press("clear")
            kiosk.type(seconds)
            for _ in range(3):
                kiosk.press("confirm")
            kiosk.wait_for(screen)
            if seconds == "9":
                wait_until("the answer", lambda: kiosk.target("confirm")["label"] == "下一项")
                self.assertEqual(config.read_text(), before)
        self.assertEqual(tomllib.loads(config.read_text())["idle"]["idle_seconds"], 90)
        self.assertEqual(kiosk_file(hall, "kiosk.toml.before").read_text(), before)
        kiosk.press("later")
        kiosk.wait_for("staff_settings")
        kiosk.press("back")

    def load_paper(self, hall):
        kiosk = hall.kiosk
        kiosk.press("paper")
        kiosk.wait_for("staff_paper")
        kiosk.press("load")
        kiosk.wait_for("staff_loading")
        kiosk.type("N000041")
        kiosk.press("confirm")
        kiosk.type("000044")  # the letters are there already
        kiosk.press("confirm")
        kiosk.wait_for("staff_said")
        kiosk.press("ok")
        kiosk.wait_for("staff_paper")
        self.assertIn("剩余 4", kiosk.staff("paper", "report"))

    def switch_service(self, hall, key):
        kiosk = hall.kiosk
        kiosk.wait_for("staff_menu")
        kiosk.press("service")
        kiosk.wait_for("staff_service")
        kiosk.press(key)
        wait_until("the service's other key", lambda: kiosk.target("resume" if key == "pause" else "pause"))

    def start_again(self, hall):
        """The program ends with the code by which systemd starts it anew."""
        kiosk = hall.kiosk
        self.enter(hall)
        kiosk.press("machine")
        kiosk.wait_for("staff_machine")
        kiosk.press("restart")
        kiosk.wait_for("staff_sure")
        kiosk.press("yes")
        self.assertEqual(kiosk.program.process.wait(30), 10)
        kiosk.start()
        kiosk.wait_for("home", seconds=60)


if __name__ == "__main__":
    unittest.main()
