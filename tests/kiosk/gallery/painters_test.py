"""What the processor draws by itself is what OpenGL draws: the same screens by both, pixel by pixel."""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests" / "journeys"))

from hall.display import Display  # noqa: E402

SCREENS = ["progress-incomplete", "preview-blocked", "home-broken", "staff-menu-busy"]  # arcs, seal, glow and shadows, cards; what moves is never the same
SIZE = (768, 1024)


class Painters(unittest.TestCase):
    def pictures(self, drawing, without=()):
        with tempfile.TemporaryDirectory() as folder:
            display = Display(Path(folder), SIZE, without=without)
            try:
                for screen in SCREENS:
                    subprocess.run([Path(os.environ["CE_BIN"]) / "ce-gallery", "--size", f"{SIZE[0]}x{SIZE[1]}", "--mm", "230x306",
                                    "--only", screen, "--drawing", drawing, "--out", folder], check=True, stdout=subprocess.DEVNULL,
                                   timeout=120, env={**os.environ, **display.env, "ASAN_OPTIONS": "detect_leaks=0"})
            finally:
                display.process.terminate()
                display.process.wait()
            found = {file.stem: pixels(file) for file in sorted(Path(folder).glob("*.ppm"))}
        self.assertLessEqual(set(SCREENS), set(found))
        return found

    def test_both_draw_the_same(self):
        ours, theirs = self.pictures("processor"), self.pictures("opengl")
        for name, picture in ours.items():
            with self.subTest(screen=name):
                self.assertGreater(len(set(picture[::97])), 10, "something is shown")
                # Gradients are rounded, and soft edges cut into steps, by each in its own way.
                apart = max(abs(a - b) for a, b in zip(picture, theirs[name]))
                self.assertLessEqual(apart, 3, "of 255")
                self.assertLess(sum(a != b for a, b in zip(picture, theirs[name])), len(picture) / 4)
        # A server that shares no memory is sent the same pictures.
        self.assertEqual(self.pictures("processor", without=["MIT-SHM"]), ours)


def pixels(file):
    header, size, depth, data = file.read_bytes().split(b"\n", 3)
    assert (header, size, depth) == (b"P6", f"{SIZE[0]} {SIZE[1]}".encode(), b"255")
    return data
