#!/usr/bin/python3
"""Lints shared/protocol/openapi.yaml with Redocly's CLI, which npm installs when the test runs.

usage: lint.py SOURCE_ROOT BUILD_DIR

The tool lands in BUILD_DIR, once per lock file. Also holds that the linter finds something in a document that is broken,
so that a linter which does nothing does not pass.
"""
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true", "NO_COLOR": "1"}


def installed(build):
    """The folder that holds the tool."""
    lock = (HERE / "package-lock.json").read_bytes() + (HERE / "package.json").read_bytes()
    home = build / "openapi_lint" / hashlib.sha256(lock).hexdigest()[:16]
    if not (home / "done").exists():
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, home)
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], cwd=home, check=True)
        (home / "done").touch()
    return home


def lint(home, document):
    return subprocess.run([home / "node_modules/.bin/redocly", "lint", "--config", HERE / "redocly.yaml", "--format=stylish",
                           document], cwd=home, env={**os.environ, **ENVIRONMENT}, capture_output=True, text=True)


def main():
    source, build = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    home = installed(build)
    document = source / "shared/protocol/openapi.yaml"
    ran = lint(home, document)
    print(ran.stdout, ran.stderr)
    if ran.returncode != 0 or "warning" in ran.stdout:
        return 1
    broken = home / "broken.yaml"
    text = document.read_text(encoding="utf-8")
    assert "acceptance: accepted" in text
    broken.write_text(text.replace("acceptance: accepted", "acceptance: perhaps", 1), encoding="utf-8")
    if lint(home, broken).returncode == 0:
        print("a wrong example was not found")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
