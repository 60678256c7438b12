"""What the kiosk's screens are measured beside: how each is started with the same home screen and number entry, where it is pressed
and what it takes on a disk."""
import shutil
import tempfile
import time
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


class Chromium:
    """Debian's, in kiosk mode, with a profile of its own for each start."""

    NAME, PACKAGES, ENV = "Chromium", ("chromium", "chromium-common"), {}
    INSTALL = "apt install chromium"
    FLAGS = ["--kiosk", "--no-first-run", "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
             "--disable-quic", "--disable-extensions", "--password-store=basic", "--no-default-browser-check", "--disable-features=Translate",
             "--lang=zh-CN"]

    @staticmethod
    def there():
        return shutil.which("chromium") is not None

    @classmethod
    def command(cls, scratch, width, height):
        return ["chromium", *cls.FLAGS, f"--user-data-dir={tempfile.mkdtemp(dir=scratch)}", f"--window-size={width},{height}",
                f"file://{FOLDER}/page.html"]

    NUMBER_KEY = (0.33, 0.68)  # of width and height: where the browser's own layout puts it
    KEY_ROWS = (0.463, 0.556)


class QtQuick:
    """Debian's Qt 6 with its own program that shows a page of QML, by OpenGL as it does by itself."""

    NAME, ENV = "Qt Quick", {"QT_QPA_PLATFORM": "xcb", "QSG_RHI_BACKEND": "opengl"}
    PACKAGES = ("qml-qt6", "qml6-module-qtquick", "qml6-module-qtquick-window", "libqt6core6", "libqt6gui6", "libqt6network6", "libqt6opengl6",
                "libqt6qml6", "libqt6qmlmodels6", "libqt6quick6", "libqt6widgets6", "libqt6dbus6")
    INSTALL = "apt install qml-qt6 qml6-module-qtquick-window qml6-module-qtqml-workerscript"
    PROGRAM = Path("/usr/lib/qt6/bin/qml")

    @classmethod
    def there(cls):
        return cls.PROGRAM.exists() and Path("/usr/lib/x86_64-linux-gnu/qt6/qml/QtQuick/Window").exists()

    @classmethod
    def command(cls, _scratch, _width, _height):
        return [str(cls.PROGRAM), str(FOLDER / "page.qml")]

    NUMBER_KEY = (0.3, 0.68)
    KEY_ROWS = (0.436, 0.522)


PEERS = [Chromium, QtQuick]


def entry_opener(peer, display):
    """Goes to the peer's number entry and says where six of its keys are."""
    width, height = display.size

    def go():
        display.click(width * peer.NUMBER_KEY[0], height * peer.NUMBER_KEY[1])
        time.sleep(1)
        return [(width // 2 + dx, round(height * row)) for row in peer.KEY_ROWS for dx in (-244, 0, 244)]

    return go
