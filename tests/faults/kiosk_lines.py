"""ce-test-kiosk told by lines: started, killed, started again on the same state."""
import queue
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))

from tied import tied  # noqa: E402

# A kiosk ends with the thread that starts it (tied): visitors' threads are gone when the books are compared.
STARTER = ThreadPoolExecutor(1)


class KioskLines:
    def __init__(self, program, folder, options):
        self.command = [str(program)] + [str(word) for pair in options.items() for word in pair]
        self.folder, self.process, self.lines, self.printing = folder, None, None, False

    def alive(self):
        return self.process is not None and self.process.poll() is None

    def restart(self, die_after=None):
        """SIGKILL to what runs, and a new one; die_after: the step of a print after which it kills itself."""
        self.kill()
        log = open(self.folder / "ce-test-kiosk.err", "ab")
        self.process = STARTER.submit(
            subprocess.Popen, self.command + (["--die-after", die_after] if die_after else []), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, preexec_fn=tied()).result()
        log.close()
        self.lines = queue.Queue()
        threading.Thread(target=self._listen, args=(self.process, self.lines), daemon=True).start()
        if (said := self._next(60)) != "ready":
            raise AssertionError(f"ce-test-kiosk said {said!r}; see {self.folder}/ce-test-kiosk.err")

    @staticmethod
    def _listen(process, lines):
        for line in process.stdout:
            lines.put(line.strip())
        lines.put(None)  # it has ended

    def _next(self, seconds):
        try:
            return self.lines.get(timeout=max(0.01, seconds))
        except queue.Empty:
            raise AssertionError(f"ce-test-kiosk says nothing; see {self.folder}") from None

    def say(self, line):
        """What it answers is passed over by the next wait."""
        try:
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()
        except (BrokenPipeError, OSError):
            pass  # killed in between

    def _wait(self, wanted, seconds):
        end = time.monotonic() + seconds
        while True:
            line = self._next(end - time.monotonic())
            if line is None:
                self.process.wait()  # its end was heard before it is one
            if line is None or line.startswith(wanted):
                return line

    def ask(self, line, seconds=60):
        """The answer, or nothing where it died."""
        answers = {"visit": ("printable", "fault"), "quiet": ("quiet", "busy"), "settle": ("settled", "refused"),
                   "years": ("years", "fault"), "ledger": ("ledger",), "accept": ("accepted", "refused"),
                   "region": ("region",), "code": ("code",), "verify": ("verified",)}
        self.say(line)
        return self._wait(answers[line.split()[0]], seconds)

    def wait_held(self, seconds=90):
        """Until the job stands still; or has ended for another reason."""
        line = self._wait(("held", "ended"), seconds)
        if line is None or line.startswith("ended"):
            self.lines.put(line)
        return line

    def wait_ended(self, patience=4, seconds=120):
        """How the print ended: "OUTCOME CAUSE", or "killed". A visitor who has waited long enough leaves."""
        try:
            line = self._wait("ended", patience)
        except AssertionError:
            self.say("leave")
            line = self._wait("ended", seconds)
        return line[len("ended "):] if line else "killed"

    def kill(self):
        if self.alive():
            self.process.kill()
        if self.process is not None:
            self.process.wait()
            try:
                self.process.stdin.close()
            except BrokenPipeError:
                pass  # what was said to it last was not heard

    def stop(self):
        self.kill()
