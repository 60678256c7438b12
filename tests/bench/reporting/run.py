"""What a chapter has at hand: where programs are, how long and how often, and a way to run them that says why one could not."""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
BENCH = ROOT / "tests" / "bench"


class NotRun(Exception):
    """Something could not be measured; its text is the reason for the report."""


class Run:
    def __init__(self, options):
        self.quick, self.rounds, self.big, self.out = options.quick, options.rounds, options.big, options.out
        self.build = ROOT / "build" / "release"
        self.bin = self.build / "bin"
        self.limits = {}  # name -> Seen, by the chapter of that name, which comes first
        self.scratch = Path(tempfile.mkdtemp(prefix="ce-report-"))

    def close(self):
        shutil.rmtree(self.scratch, ignore_errors=True)

    def say(self, text):
        print(f"  {text}", file=sys.stderr, flush=True)

    def program(self, name):
        path = self.bin / name
        if not path.exists():
            raise NotRun(f"{name} is not built in {self.build.relative_to(ROOT)}")
        return path

    def told(self, *words, minutes, env=None):
        """What it writes. NotRun with its last words where it fails or takes longer."""
        words = [str(word) for word in words]
        self.say(" ".join(words).replace(f"{ROOT}/", "").replace(f"{self.scratch}/", "") + f"  (at most {minutes} min)")
        process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=self.scratch,
                                   env={**os.environ, **(env or {})}, start_new_session=True)
        try:
            out, err = process.communicate(timeout=60 * minutes)
        except subprocess.TimeoutExpired:
            end_group(process)
            raise NotRun(f"{named(words[0])} took longer than {minutes} min") from None
        except BaseException:
            end_group(process)
            raise
        if process.returncode:
            last = (err.strip() or out.strip() or "without a word").splitlines()[-1]
            raise NotRun(f"{named(words[0])} ended with {process.returncode}: {last}")
        return out

    def rows(self, *words, minutes, env=None):
        """The lines of JSON that it writes."""
        return [json.loads(line) for line in self.told(*words, minutes=minutes, env=env).splitlines() if line.startswith("{")]

    def google(self, program, *words, minutes):
        """{benchmark: its repetitions' rows} of a google-benchmark program, interleaved. NotRun where one failed."""
        out = json.loads(self.told(self.program(program), "--benchmark_format=json", f"--benchmark_repetitions={self.rounds}",
                                   "--benchmark_enable_random_interleaving=true",
                                   f"--benchmark_min_time={0.2 if self.quick else 0.5}", *words, minutes=minutes))
        found = {}
        for row in out["benchmarks"]:
            if row.get("error_occurred"):
                raise NotRun(f"{row['name']}: {row['error_message']}")
            if row["run_type"] == "iteration":
                found.setdefault(row["run_name"], []).append(row)
        return found

    def script(self, name, *words, minutes):
        """The JSON that a script of this folder writes with --json."""
        file = self.scratch / (name.replace("/", "-") + ".json")
        self.told(BENCH / name, *words, "--json", file, minutes=minutes)
        return json.loads(file.read_text(encoding="utf-8"))

    def limit(self, name, scale=1.0):
        """{"name", "value"} for Figure.limit, or None where that was not measured. `scale`: value = limit * scale."""
        seen = self.limits.get(name)
        return seen and {"name": name, "value": seen.median * scale}


def named(program):
    return program.removeprefix(f"{ROOT}/")


def end_group(process):
    """The program and all that it has started."""
    for word in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, word)
        except ProcessLookupError:
            return
        deadline = time.monotonic() + 10
        while process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.1)
