"""How a `lean` command line is started, from the wheel or from an installation."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from tactic_mesh.lean.toolchain import Kind, Toolchain

NATIVE_OFF = "-Dinterpreter.prefer_native=false"
"""Without it a definition of the user whose name is also a compiled function of Lean's own (`List.sum`) runs
that function, with another type: a crash at best."""
EMBEDDED_OPTIONS = (NATIVE_OFF, "-DautoImplicit=false")
"""For users' files under the embedded Lean. With `autoImplicit` an unknown name in a statement becomes a
variable, and `n = foo` is true for every `foo`."""

LAUNCHER = Path(__file__).with_name("launcher.py")

_INHERITED = (
    "PATH",
    "HOME",
    "TMPDIR",
    "TERM",
    "LANG",
    "LC_ALL",
    "ELAN_HOME",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
)


def lean_command(toolchain: Toolchain) -> tuple[str, ...]:
    """The words that start `lean`; its own arguments come after them."""
    if toolchain.shared_library is not None:
        return (sys.executable, "-I", "-S", str(LAUNCHER), str(toolchain.shared_library))
    if toolchain.kind is Kind.PROJECT:
        return (str(toolchain.lake), "env", str(toolchain.lean))
    return (str(toolchain.lean),)


def lean_environment(search_path: Path | None, environ: Mapping[str, str]) -> dict[str, str]:
    """The variables of a Lean child: few, so that no secret of the user's environment reaches it.

    `search_path` is where modules are looked for first; None leaves that to Lean (or to lake).
    """
    kept = {name: environ[name] for name in _INHERITED if name in environ}
    # A failed assertion inside Lean prints hundreds of lines of native stack otherwise.
    kept["LEAN_BACKTRACE"] = "0"
    if search_path is not None:
        kept["LEAN_PATH"] = str(search_path)
    return kept


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1
