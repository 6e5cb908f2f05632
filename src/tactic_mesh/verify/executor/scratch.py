"""What is asked of a proof engine: one scratch file that proves a problem, or refutes it."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from tactic_mesh.errors import InputError, UsageError
from tactic_mesh.lean.source import SOURCE_BYTES_MAX
from tactic_mesh.lean.toolchain import project_around

Mode = Literal["proof", "counterexample"]
MODES: tuple[Mode, ...] = get_args(Mode)
UNBOUNDED_WALL_S = 3600.0
"""What a request without a time limit gets: everything here is bounded."""


@dataclass(frozen=True, slots=True)
class Scratch:
    """One request: a scratch file that proves a problem or refutes it. `timeout_s` None means without a limit."""

    problem_id: str
    mode: Mode
    file: Path
    timeout_s: float | None = 60.0

    @property
    def wall_s(self) -> float:
        return UNBOUNDED_WALL_S if self.timeout_s is None else min(self.timeout_s, UNBOUNDED_WALL_S)

    def as_json(self) -> dict[str, object]:
        """What goes to an executor's standard input."""
        return {
            "problem_id": self.problem_id,
            "mode": self.mode,
            "scratch_file": str(self.file),
            "timeout_sec": seconds(self.timeout_s),
        }

    def read(self) -> bytes:
        """The file's bytes, which everything that follows is about. Raises: InputError."""
        try:
            with self.file.open("rb") as opened:
                raw = opened.read(SOURCE_BYTES_MAX + 1)
        except OSError as error:
            raise InputError(f"{self.file} cannot be read: {error.strerror}. Check the name.") from error
        return raw


def seconds(value: float | None) -> float | int | None:
    """A time limit as the wire has it: whole seconds without a point."""
    return int(value) if value is not None and value == int(value) else value


def scratch_from_json(document: object) -> Scratch:
    """The request that an executor reads from its standard input.

    Raises: UsageError saying which part of the contract it does not keep.
    """
    if not isinstance(document, dict):
        raise UsageError("the request must be one JSON object")
    problem_id, mode, file = (document.get(key) for key in ("problem_id", "mode", "scratch_file"))
    if not isinstance(problem_id, str):
        raise UsageError("`problem_id` must be a string")
    if not isinstance(file, str) or not file or "\0" in file:
        raise UsageError("`scratch_file` must be the path of a Lean file")
    return Scratch(
        problem_id, mode_named(mode), Path(file).absolute(), _timeout_s(document.get("timeout_sec"))
    )


def mode_named(word: object) -> Mode:
    """Raises: UsageError."""
    for mode in MODES:
        if word == mode:
            return mode
    raise UsageError(f"the mode must be one of {', '.join(MODES)}, not {word!r}")


def _timeout_s(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
        raise UsageError(f"`timeout_sec` must be a number of seconds or null, not {value!r}")
    return float(value) or None


def metadata(scratch: Scratch, executor_type: str, command: str, raw: bytes | None) -> dict[str, object]:
    """What the caller knows of a run; `raw` are the bytes that were there when it began, None if unreadable."""
    return {
        "executor_type": executor_type,
        "executor_command": command,
        "mode": scratch.mode,
        "scratch_file": str(scratch.file),
        "timeout_sec": seconds(scratch.timeout_s),
        "toolchain": _pinned_toolchain(scratch.file),
        "scratch_sha256": hashlib.sha256(raw).hexdigest() if raw is not None else None,
    }


def _pinned_toolchain(file: Path) -> str | None:
    """The first line of the `lean-toolchain` of the file's project."""
    project = project_around(file)
    if project is None:
        return None
    try:
        with (project / "lean-toolchain").open(encoding="utf-8", errors="replace") as opened:
            return opened.readline(1000).strip()
    except OSError:
        return None
