"""What every measurement says about where it was taken."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").split("\n")
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def commit() -> str:
    """The commit of this checkout, with `+` if files differ from it."""
    words = ["git", "describe", "--always", "--dirty=+", "--abbrev=10"]
    asked = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    return asked.stdout.strip() or "unknown"


def header(command: str) -> str:
    """Two lines of Markdown: machine and commit, command and load."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    python = platform.python_version()
    return (
        f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {python}, "
        f"commit {commit()}\n`python -m {command.removesuffix('.py').replace('/', '.')} "
        f"{' '.join(sys.argv[1:])}`, load before: {load}\n"
    )
