"""A test that is killed leaves none of its programs running: the next one would find its card reader under their pty's name."""
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent

STARTER = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from hall import Display, Printer
from hall.process import Program
folder = Path(sys.argv[2])
printer = Printer(folder)
parts = [Program("sleeper", ["sleep", "600"], folder), Display(folder, (64, 64)), printer.program]
print(*(part.process.pid for part in parts), flush=True)
time.sleep(600)
"""


def runs(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def children(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()]


class Orphans(unittest.TestCase):
    def test_programs_end_with_a_starter_that_is_killed(self):
        with tempfile.TemporaryDirectory() as folder:
            starter = subprocess.Popen([sys.executable, "-B", "-c", STARTER, HERE, folder], stdout=subprocess.PIPE, text=True)
            pids = [int(pid) for pid in starter.stdout.readline().split()]
            pids += children(pids[-1])  # the printer's own: its bus and ippeveprinter
            self.assertEqual(len(pids), 5)
            self.assertEqual([pid for pid in pids if not runs(pid)], [])
            starter.kill()
            starter.wait()
            starter.stdout.close()
            end = time.monotonic() + 20
            while (left := [pid for pid in pids if runs(pid)]) and time.monotonic() < end:
                time.sleep(0.05)
            for pid in left:
                os.kill(pid, signal.SIGKILL)
            self.assertEqual(left, [], "they have outlived their starter")


if __name__ == "__main__":
    unittest.main()
