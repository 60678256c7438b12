"""The real ce-kiosk in a window on the hall's display, pressed by what its screens offer."""
import json

from .process import Program, run, wait_until

CONFIG = """
[location]
region = "{region}"
hall = "{hall}"
[central]
url = "{central}"
kiosk_id = "{kiosk}"
{key_line}
[display]
drift_minutes = {drift}
[reader]
devices = ["{reader}"]
presence_probe = "reset"
[scanner]
devices = [{scanner}]
[printer]
uri = "{printer}"
[paper]
mode = "{mode}"
blank_prefix = "{prefix}"
[idle]
{idle}
[storage]
directory = "{state}"
[assets]
directory = "{assets}"
regions = "{assets}/../config/regions"
[testing]
targets_file = "{targets}"
{testing}
"""


class Kiosk:
    """One kiosk; its journal and cache live in `folder` and outlive its process."""

    def __init__(self, folder, bin_dir, display, facts, mm="398x708", full_screen=False, sound=False):
        self.folder = folder / "kiosk"
        self.folder.mkdir(exist_ok=True)
        self.state = self.folder / "state"
        self.bin, self.display, self.mm, self.full_screen = bin_dir, display, mm, full_screen
        self.facts = {"prefix": "K", "mode": "plain", "idle": "", "drift": 4, "scanner": "", **facts}
        self.targets_file = self.folder / "targets.json"
        # On a display of our own never the sound device of whoever tests: a file that keeps what is spoken, or nothing.
        self.heard = self.folder / "heard.wav"
        devices = self.folder / "asound.conf"
        kept = f'pcm.null {{ type null }}\npcm.!default {{ type file slave.pcm "null" file "{self.heard}" format "wav" }}' if sound else ""
        devices.write_text(kept, encoding="utf-8")
        self.env = {"ALSA_CONFIG_PATH": str(devices)} if display.process else {}
        self.program = None

    def write_config(self, testing="", template=CONFIG):
        config = self.folder / "kiosk.toml"
        config.write_text(template.format(**self.facts, state=self.state, targets=self.targets_file, testing=testing),
                          encoding="utf-8")
        return config

    def enrol(self, code):
        """By the code of central's operator, at the command line: the kiosk has a certificate from now on."""
        run(self.bin / "ce-kiosk", "--config", self.write_config(), "--enrol", code)

    def start(self, testing="", template=CONFIG):
        """With a configuration of its own making, or with that `template` of one."""
        self.targets_file.unlink(missing_ok=True)
        config = self.write_config(testing, template)
        command = [self.bin / "ce-kiosk", "--config", config]
        if not self.full_screen:
            command += ["--windowed", "{}x{}".format(*self.display.size)]
        if self.mm:
            command += ["--display-mm", self.mm]
        self.program = Program("ce-kiosk", command, self.folder, {**self.display.env, **self.env})

    def staff(self, *words):
        """A task of hall staff at the command line, beside the kiosk that serves."""
        return run(self.bin / "ce-kiosk", "--config", self.folder / "kiosk.toml", *words)

    def seen(self):
        """What the kiosk says it shows: {screen, targets}; nothing before its first frame."""
        try:
            return json.loads(self.targets_file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None

    def screen(self):
        seen = self.seen()
        return seen["screen"] if seen else None

    def wait_for(self, *screens, seconds=30):
        """Until one of these screens is up; its name."""
        wait_until(f"screen {' or '.join(screens)} (is {self.screen()})", lambda: self.screen() in screens, seconds,
                   program=self.program)
        return self.screen()

    def focus(self):
        """The id of the target that the keys of a headset are at; empty: none."""
        return (self.seen() or {}).get("focus", "")

    def target(self, name):
        for target in (self.seen() or {"targets": []})["targets"]:
            if target["id"] == name:
                return target
        return None

    def press(self, name, seconds=10):
        """A real click in the middle of that target, once it is there and enabled."""
        target = wait_until(f"key {name} on {self.screen()}",
                            lambda: (found := self.target(name)) and found["enabled"] and found, seconds,
                            program=self.program)
        self.display.click(target["x"] + target["w"] / 2, target["y"] + target["h"] / 2)

    def type(self, text, prefix="key_"):
        for character in text:
            self.press(prefix + character)

    def stop(self):
        if self.program:
            self.program.stop()
