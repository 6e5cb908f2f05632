"""How a `lean` command line is started, from the wheel or from an installation."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from tactic_mesh.errors import LeanUnavailable
from tactic_mesh.lean.toolchain import Kind, Toolchain, ask

NATIVE_OFF = "-Dinterpreter.prefer_native=false"
"""Without it a definition of the user whose name is also a compiled function of Lean's own (`List.sum`) runs
that function, with another type: a crash at best."""
EMBEDDED_OPTIONS = (NATIVE_OFF, "-DautoImplicit=false")
"""For users' files under the embedded Lean. With `autoImplicit` an unknown name in a statement becomes a
variable, and `n = foo` is true for every `foo`."""

REMEDY = "Install it again, or name another Lean with --lean."
_COMMIT = re.compile(r"[0-9a-f]{40}")
LAUNCHER = Path(__file__).with_name("launcher.py")


def lean_command(toolchain: Toolchain) -> tuple[str, ...]:
    """The words that start `lean`; its own arguments come after them."""
    if toolchain.shared_library is not None:
        return (sys.executable, "-I", "-S", str(LAUNCHER), str(toolchain.shared_library))
    if toolchain.kind is Kind.PROJECT:
        return (str(toolchain.lake), "env", str(toolchain.lean))
    return (str(toolchain.lean),)


def reported_commit(toolchain: Toolchain, environ: Mapping[str, str]) -> str:
    """What the running Lean itself says its commit is. Raises `LeanUnavailable` if it says nothing.

    For the embedded Lean this loads the library, in a child, after its bytes were verified.
    """
    words = lean_command(toolchain) if toolchain.lean is None else (str(toolchain.lean),)
    answer = ask(words, "--githash", environ).strip()
    if not _COMMIT.fullmatch(answer):
        raise LeanUnavailable(f"{words[-1]} does not start: {answer[:300] or 'no output'}. {REMEDY}")
    return answer


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1
