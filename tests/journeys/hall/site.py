"""All parts together, started in the right order and stopped in the reverse."""
import os
import tempfile
import tomllib
from pathlib import Path

from .central import Central
from .devices import CARDS, Cable, CardReader, Printer
from .display import Display
from .kiosk import Kiosk
from .memory import forgets
from .process import run
from .scanner import Scanner

ROOT = Path(__file__).resolve().parents[3]


class Hall:
    """`with Hall() as hall:` gives a seeded central, devices, a display and a kiosk on its home screen.

    fill     a function of Central that makes its store; otherwise a seeded one with `people` and the demo persons
    preset   whose programs are used, unless CE_BIN names their directory
    size     of the display in pixels, `mm` of its glass
    pre_grant_minutes   how long grants that come with a query let it print without network; 0: not at all
    sound    whether what is spoken is kept (Hall.heard); otherwise the kiosk has no sound device
    paper    "plain", or "preprinted": numbered blanks that staff load
    by_code  whether the kiosk is enrolled by a code and comes by TLS with its certificate, as in a hall; else by a key
    scanner  whether there is a serial scanner (Hall.scanner) beside the one that poses as a keyboard
    cable    whether the kiosk's line to central can be cut (Hall.cable)
    drift    after how many minutes a screen that nobody uses moves by a hair; 0: never
    env      of the kiosk's process, beside this one's
    on_display, full_screen   an X display that is there already, and whether the kiosk fills it
    """

    region, name, kiosk_id = "440106", "广州市天河区人力资源和社会保障服务大厅", "tianhe-01"

    def __init__(self, people=50, size=(1080, 1920), mm="398x708", preset="dev", idle="", folder=None, start=True,
                 on_display=None, full_screen=False, pre_grant_minutes=1440, paper="plain", fill=None, sound=False,
                 scanner=False, env=None, by_code=False, drift=4, cable=False):
        self.own = tempfile.TemporaryDirectory(prefix="ce-hall-") if folder is None else None
        self.folder = Path(folder or self.own.name)
        self.bin = Path(os.environ.get("CE_BIN", ROOT / "build" / preset / "bin"))
        self.size, self.mm, self.idle, self.start_kiosk = size, mm, idle, start
        self.on_display, self.full_screen = on_display, full_screen
        self.pre_grant_minutes, self.paper, self.sound = pre_grant_minutes, paper, sound
        self.fill = fill or (lambda central: central.seed(people))
        self.by_code, self.drift = by_code, drift
        self.with_scanner, self.env, self.scanner = scanner, env or {}, None
        self.with_cable, self.cable = cable, None
        self.parts = []

    def __enter__(self):
        try:
            self._open()
        except BaseException:
            self.__exit__(True)
            raise
        return self

    def _open(self):
        self.central = self._keep(Central(self.folder, self.bin, ROOT / "config"))
        self.fill(self.central)
        key = self.folder / "kiosk.key"
        code = None
        if self.by_code:
            code = self.central.code_for(self.kiosk_id, self.region, self.name)
        else:
            self.central.enrol(self.kiosk_id, self.region, self.name, key)
        self.central.policy(self.kiosk_id, self.pre_grant_minutes)
        self.central.start()
        url = self.central.tls_url if code else self.central.url
        if self.with_cable:
            self.cable = self._keep(Cable(self.folder, "central", self.central.tls_port if code else self.central.port))
            url = f"{'https' if code else 'http'}://127.0.0.1:{self.cable.port}"
        self.reader = self._keep(CardReader(self.folder, self.bin))
        self.printer = self._keep(Printer(self.folder))
        self.display = self._keep(Display(self.folder, self.size, self.on_display))
        if self.with_scanner:
            self.scanner = self._keep(Scanner(self.folder))
        self.kiosk = self._keep(Kiosk(self.folder, self.bin, self.display, {
            "region": self.region, "hall": self.name, "kiosk": self.kiosk_id,
            "central": url, "key_line": "" if code else f'key_file = "{key}"',
            "reader": self.reader.device, "printer": self.printer.uri, "assets": ROOT / "assets", "idle": self.idle,
            "mode": self.paper, "drift": self.drift, "scanner": f'"{self.scanner.pattern}"' if self.scanner else "",
        }, None if self.on_display else self.mm, self.full_screen, self.sound))
        self.kiosk.env.update(self.env)
        if code:
            self.kiosk.enrol(code)
        if self.start_kiosk:
            self.kiosk.start()
            self.kiosk.wait_for("home", seconds=60)

    def _keep(self, part):
        self.parts.append(part)
        return part

    def close(self):
        for part in reversed(self.parts):
            getattr(part, "close", part.stop)()
        self.parts.clear()

    def __exit__(self, *error):
        self.close()
        if self.own and error[0] is None:
            self.own.cleanup()
        elif self.own:
            print(f"what the hall's programs said is kept in {self.own.name}")
            self.own._finalizer.detach()

    def heard(self):
        """What was spoken last, as a WAV file's bytes."""
        return self.kiosk.heard.read_bytes()

    def code_on(self, sheet):
        """What the QR code of a printed sheet says."""
        picture = self.folder / "sheet"
        run("pdftoppm", "-r", 300, "-gray", sheet, picture)
        return run("zbarimg", "-q", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable",
                   next(self.folder.glob("sheet-*.pgm"))).strip()

    def print_and_take(self):
        """From the progress screen: the visitor prints, takes the sheet and is at the progress again."""
        for key, screen in (("print", "print_preview"), ("print", "take_paper"), ("taken", "progress")):
            self.kiosk.press(key)
            self.kiosk.wait_for(screen, seconds=60)

    def leave(self):
        """The visitor ends the visit and takes the card; the kiosk is at home again."""
        self.kiosk.press("exit")
        self.kiosk.wait_for("take_card")
        self.reader.lift()
        self.kiosk.wait_for("home")

    def forgets(self, card):
        """Nothing of that demo person is in the kiosk's memory any more."""
        facts = self.card(card)
        forgets(self.kiosk.program.process.pid,
                [facts["id_number"], facts["name"], facts["address"], f'"password":"{self.password(card)}"'])

    def prints_of_kiosk(self):
        """The rows of central's issue register that this kiosk made."""
        return [row for row in self.central.register() if row["kiosk"] == self.kiosk_id]

    @staticmethod
    def card(beginning):
        """The facts on a demo card."""
        (file,) = CARDS.glob(f"{beginning}*.toml")
        return tomllib.loads(file.read_text(encoding="utf-8"))

    @classmethod
    def password(cls, beginning):
        """The query password of a demo person, from the demo province's data file."""
        number = cls.card(beginning)["id_number"]
        people = tomllib.loads((ROOT / "config" / "demo" / "people.toml").read_text(encoding="utf-8"))["person"]
        return next(person["query_password"] for person in people if person["id_number"] == number)
