"""Builds preset release: what the chapters asked for need, and goes on where one target fails."""
import shutil
import subprocess
import sys

from .run import ROOT


def build(targets):
    """"" or why it did not all build. What did not is then told by each chapter that misses its program."""
    folder = ROOT / "build" / "release"
    steps = [] if (folder / "build.ninja").exists() else [["cmake", "--preset", "release"]]
    known = None
    for step in [*steps, ["cmake", "--build", str(folder), "--target", *targets, "--", "-k", "0"]]:
        if shutil.which(step[0]) is None:
            return f"{step[0]} is not installed: apt install cmake"
        if "--target" in step:
            known = known_targets(folder)
            missing = [target for target in targets if target not in known]
            step = [word for word in step if word not in missing]
        print(f"building: {' '.join(step)}  (the first time long: everything, link-time optimised)", file=sys.stderr, flush=True)
        done = subprocess.run(step, cwd=ROOT, stdout=sys.stderr, check=False)
        if done.returncode:
            return f"{' '.join(step[:3])} ended with {done.returncode}"
    return ""


def known_targets(folder):
    """Targets of the build; one that needs a package that was not there when it was configured is not among them."""
    told = subprocess.run(["ninja", "-C", folder, "-t", "targets", "all"], capture_output=True, text=True, check=False)
    return {line.split(":")[0] for line in told.stdout.splitlines()}
