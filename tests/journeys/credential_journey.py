"""The key of what is kept for times without network is systemd's credential: rotated and erased as its operator does
(kiosk/cache/README.md), on a read-only directory as systemd makes one."""
import os
import subprocess
import unittest

from hall import Hall
from hall.process import run, wait_until


@unittest.skipUnless(os.geteuid() == 0, "a read-only directory is root's to make")
class Credential(unittest.TestCase):
    def test_rotated_and_erased(self):
        with Hall(start=False) as self.hall:
            self.place = self.hall.folder / "credentials"
            self.place.mkdir()
            run("mount", "-t", "tmpfs", "-o", "size=1m,mode=0700", "credentials", self.place)
            try:
                self.hall.kiosk.env["CREDENTIALS_DIRECTORY"] = str(self.place)
                self.walk_through()
            finally:
                self.hall.kiosk.stop()
                subprocess.run(["umount", "-l", str(self.place)], check=True)

    def given(self, **keys):
        """What the unit names from its next start on."""
        run("mount", "-o", "remount,rw", self.place)
        for file in self.place.iterdir():
            file.unlink()
        for name, key in keys.items():
            file = self.place / name.replace("_", ".")
            file.write_bytes(key)
            file.chmod(0o400)
        run("mount", "-o", "remount,ro", self.place)

    def begun(self):
        self.hall.kiosk.stop()
        self.hall.kiosk.start()
        self.hall.kiosk.wait_for("home", seconds=60)

    def card_shows(self, screen):
        self.hall.reader.lay("03")
        self.hall.kiosk.wait_for(screen)
        if screen == "progress":
            self.hall.leave()
        else:
            self.hall.reader.lift()

    def walk_through(self):
        hall, kiosk = self.hall, self.hall.kiosk
        old, new, last = (os.urandom(32) for _ in range(3))
        self.given(cache_key=old)
        self.begun()
        self.card_shows("progress")
        # Whoever types a command has not the service's credential: no key is made that nobody would use.
        with self.assertRaisesRegex(AssertionError, "systemd 的凭据"):
            kiosk.staff("cache", "rotate")
        self.assertFalse((kiosk.state / "cache.key").exists())

        self.given(cache_key=new, cache_key_former=old)
        hall.central.stop()
        self.begun()
        self.card_shows("progress")
        hall.central.start()
        wait_until("all sealed anew", lambda: "nothing is sealed with it any more" in kiosk.program.log.read_text(encoding="utf-8"), 90)
        self.given(cache_key=new)
        hall.central.stop()
        self.begun()
        self.card_shows("progress")

        self.assertIn("换一个新的 cache.key", kiosk.staff("cache", "erase"))
        self.given(cache_key=last)
        self.begun()
        self.card_shows("fault")


if __name__ == "__main__":
    unittest.main()
