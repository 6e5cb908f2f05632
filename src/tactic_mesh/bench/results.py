"""Results on disk: one JSON object a line, complete once it is acknowledged, whatever kills the process.

A line is written, flushed and brought to the disk before its problem counts as done. A last line that a death cut
short is dropped when the file is opened again.
"""

from __future__ import annotations

import dataclasses
import fcntl
import json
import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Self

from tactic_mesh.errors import InputError, StorageError, UsageError
from tactic_mesh.theorem import Outcome

SCHEMA = "tactic-mesh/bench@1"
ANSWERS = frozenset({Outcome.PROVED, Outcome.REFUTED, Outcome.NOT_FOUND})
"""What a prover can say of a problem; everything else is a failure of what surrounds it."""


@dataclass(frozen=True, slots=True)
class Result:
    """How one problem ended.

    `sha256` identifies the statement with its prelude. `wall_s` is the whole process, start and final check with it;
    `tactics` is what the prover counts. `trust` is the rung of the proof, or of the negation's. `settings` are the
    options of the run; results of different settings do not mix in one file.
    """

    id: str
    family: str
    difficulty: str
    sha256: str
    outcome: Outcome
    reason: str
    trust: str | None
    wall_s: float
    tactics: int
    proof: str | None
    exit: int | None
    timeout_s: float
    settings: dict[str, Any] = field(default_factory=dict)
    axioms: tuple[str, ...] = ()
    refutation: dict[str, Any] | None = None
    spent: dict[str, Any] = field(default_factory=dict)
    version: dict[str, Any] = field(default_factory=dict)

    @property
    def answered(self) -> bool:
        return self.outcome in ANSWERS

    def as_json(self) -> dict[str, Any]:
        return {"schema": SCHEMA, **{f.name: getattr(self, f.name) for f in dataclasses.fields(self)}}


def result_from_json(found: Any) -> Result:
    """Raises: ValueError or TypeError saying what is wrong."""
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        raise ValueError(f"is no result of `tactic-mesh bench` ({SCHEMA})")
    names = {f.name for f in dataclasses.fields(Result)}
    if missing := sorted(names - found.keys()):
        raise ValueError(f"lacks {', '.join(missing)}")
    known = {name: found[name] for name in names}
    for name, types in (
        ("id", str),
        ("family", str),
        ("sha256", str),
        ("wall_s", (int, float)),
        ("tactics", int),
    ):
        if not isinstance(known[name], types):
            raise TypeError(f"{name} has the wrong type")
    known["outcome"] = Outcome(known["outcome"])
    known["axioms"] = tuple(known["axioms"])
    return Result(**known)


def read_results(path: Path) -> list[Result]:
    """The results of a file that nobody writes to. Raises: InputError."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}. Check the name.") from error
    results, _ = _parsed(path, raw)
    if not results:
        raise InputError(f"{path} has no result")
    return results


def _parsed(path: Path, raw: bytes) -> tuple[list[Result], int]:
    """The results of the whole lines, and how many bytes these have."""
    results: list[Result] = []
    seen: set[str] = set()
    length = 0
    for number, line in enumerate(raw.split(b"\n")[:-1], 1):
        try:
            result = result_from_json(json.loads(line))
        except (ValueError, TypeError, RecursionError) as error:
            raise InputError(f"{path}:{number}: {error}") from error
        if result.id in seen:
            raise InputError(f"{path}:{number}: `{result.id}` has a result already")
        seen.add(result.id)
        results.append(result)
        length += len(line) + 1
    return results, length


class ResultFile:
    """A file of results that one process adds to."""

    def __init__(self, path: Path, file: IO[bytes], results: list[Result]) -> None:
        self.path = path
        self.results = results
        self._file = file

    @classmethod
    def open(cls, path: Path, *, resume: bool) -> Self:
        """Open for adding; a line that was cut short goes. Raises: UsageError, InputError, StorageError."""
        with ExitStack() as closing:
            try:
                file = closing.enter_context(path.open("a+b"))
            except OSError as error:
                raise StorageError(
                    f"{path} cannot be written: {error.strerror}. Name another file."
                ) from error
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise UsageError(f"{path} is being written by another run; wait for it") from error
            file.seek(0)
            raw = file.read()
            if raw and not resume:
                raise UsageError(f"{path} has results; go on with --resume, or name another file")
            results, length = _parsed(path, raw)
            file.truncate(length)
            closing.pop_all()
        return cls(path, file, results)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, result: Result) -> None:
        """Acknowledged when this returns. Raises: StorageError."""
        line = json.dumps(result.as_json(), ensure_ascii=False).encode("utf-8", "backslashreplace")
        try:
            self._file.write(line + b"\n")
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise StorageError(
                f"{self.path} cannot be written: {error.strerror}. Make room, then --resume."
            ) from error
        self.results.append(result)


def require_same(
    results: Sequence[Result], settings: dict[str, Any], known: dict[str, str], path: Path
) -> None:
    """Results that a run goes on with are of the same settings and of the same problems.

    `known` has the problems' digests by their ids. Raises: UsageError.
    """
    for result in results:
        if result.settings != settings:
            changed = [
                f"{key}: {result.settings.get(key)} there, {settings.get(key)} now"
                for key in sorted({*result.settings, *settings})
                if result.settings.get(key) != settings.get(key)
            ]
            raise UsageError(f"{path} was made with other options ({'; '.join(changed)}); name another file")
        if known.get(result.id, result.sha256) != result.sha256:
            raise UsageError(f"{path}: `{result.id}` is another statement there than in the problem file")
