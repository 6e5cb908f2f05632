"""The generated modules of the core library are what their generator writes for the wheel's Lean."""

from __future__ import annotations

import pathlib
import subprocess
import sys

GENERATOR = pathlib.Path(__file__).resolve().parent.parent / "tools/generate_core.py"


def test_generated_modules_are_current() -> None:
    ran = subprocess.run(
        [sys.executable, str(GENERATOR), "--check"], capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.returncode == 0, f"run {GENERATOR.name} and commit what it writes:\n{ran.stdout}{ran.stderr}"
