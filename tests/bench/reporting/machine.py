"""The machine at hand, as the report names it: what it is, and how busy it was."""
import os
import platform
import re
import subprocess
import time
from pathlib import Path

from .run import ROOT


def line_of(file, pattern, otherwise):
    try:
        found = re.search(pattern, Path(file).read_text(encoding="utf-8", errors="replace"), re.M)
    except OSError:
        found = None
    return found.group(1).strip() if found else otherwise


def commit():
    try:
        told = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty", "--exclude", "*"], capture_output=True,
                              text=True, check=True)
        return told.stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def now():
    return time.strftime("%Y-%m-%d %H:%M %Z")


def describe():
    memory = int(line_of("/proc/meminfo", r"^MemTotal:\s+(\d+)", "0")) / 1024 / 1024
    return {"processor": line_of("/proc/cpuinfo", r"^model name\s*:\s*(.+)$", platform.machine()), "cores": os.cpu_count(),
            "memory_gb": round(memory, 1), "kernel": platform.release(),
            "system": line_of("/etc/os-release", r'^PRETTY_NAME="(.+)"$', platform.system()), "commit": commit(),
            "began": now(), "load_before": os.getloadavg()[0]}
