"""One program of the hall: started with its output in a file, watched, stopped for certain."""
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "support"))

from tied import tied  # noqa: E402


class Program:
    """A running program, which ends when the thread that starts it does. `name` names its log file in `folder`."""

    def __init__(self, name, command, folder, env=None):
        self.name = name
        self.log = Path(folder) / f"{name}.out"
        with self.log.open("ab") as out:
            self.process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=out,
                                            stderr=out, env={**os.environ, **(env or {})}, start_new_session=True,
                                            preexec_fn=tied())

    def alive(self):
        return self.process.poll() is None

    def stop(self, patience=10):
        """SIGTERM, then SIGKILL to the whole group; the exit status."""
        if self.alive():
            self.signal(signal.SIGTERM)
            try:
                self.process.wait(patience)
            except subprocess.TimeoutExpired:
                self.signal(signal.SIGKILL)
        return self.process.wait()

    def kill(self):
        """As a power cut would: nothing is told."""
        self.signal(signal.SIGKILL)
        return self.process.wait()

    def signal(self, number):
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            pass

    def tail(self, lines=30):
        text = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(text[-lines:])


def wait_until(what, condition, seconds=30, step=0.02, program=None):
    """Polls until condition() is true and gives its value; says what was waited for when it never is. A condition that takes
    long (it starts ce-admin) is asked less often: most of the machine is for what is waited for."""
    end = time.monotonic() + seconds
    while (began := time.monotonic()) < end:
        value = condition()
        if value:
            return value
        if program is not None and not program.alive():
            raise AssertionError(f"{program.name} ended while waiting for {what}:\n{program.tail()}")
        time.sleep(max(step, min(1, 4 * (time.monotonic() - began))))
    tail = f"\n{program.name} said:\n{program.tail()}" if program is not None else ""
    raise AssertionError(f"waited {seconds} s in vain for {what}{tail}")


def run(*command, **options):
    """A command to its end; its output as text. Fails loudly."""
    ran = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **options)
    if ran.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))} exited {ran.returncode}:\n{ran.stdout}{ran.stderr}")
    return ran.stdout
