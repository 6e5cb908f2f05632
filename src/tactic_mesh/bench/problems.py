"""Problem sets: one JSON object a line, read strictly, because a number is only as good as its denominator."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tactic_mesh.errors import InputError, UsageError
from tactic_mesh.theorem import Theorem, normalise

FILE_BYTES_MAX = 256 << 20
NAME = "claim"
"""What every problem's theorem is called in its file."""
FALSE_FAMILY = "negative_control"
"""The family of statements that are false: a proof of one is an alarm."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One statement. `published` says which systems were reported to solve it, by their names."""

    id: str
    family: str
    statement: str
    prelude: str = ""
    difficulty: str = ""
    source: str = ""
    published: Mapping[str, bool] = field(default_factory=dict)

    @property
    def theorem(self) -> Theorem:
        return Theorem(NAME, self.statement, prelude=self.prelude)

    @property
    def sha256(self) -> str:
        """What is asked, whatever it is called."""
        parts = (normalise(self.prelude), normalise(self.statement))
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()

    @property
    def known_false(self) -> bool:
        return self.family == FALSE_FAMILY


def read_problems(path: Path) -> list[Problem]:
    """The problems of a file, in its order. Raises: InputError with the line and the field."""
    try:
        if path.stat().st_size > FILE_BYTES_MAX:
            raise InputError(f"{path} has more than {FILE_BYTES_MAX >> 20} MiB; split it")
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}. Check the name.") from error
    problems: list[Problem] = []
    first_seen: dict[str, int] = {}
    for number, line in enumerate(raw.split(b"\n"), 1):
        if not line.strip():
            continue
        problem = _problem(f"{path}:{number}", line)
        if problem.id in first_seen:
            raise InputError(
                f"{path}:{number}: id: `{problem.id}` is on line {first_seen[problem.id]} already"
            )
        first_seen[problem.id] = number
        problems.append(problem)
    if not problems:
        raise InputError(f"{path} has no problem; write one JSON object a line")
    return problems


def _problem(where: str, line: bytes) -> Problem:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where}: no JSON: {error}") from error
    if not isinstance(found, dict):
        raise InputError(f"{where}: a problem is a JSON object, not {type(found).__name__}")
    return Problem(
        id=_text(where, found, "id", required=True),
        family=_text(where, found, "family", required=True),
        statement=_text(where, found, "statement", required=True),
        prelude=_text(where, found, "prelude"),
        difficulty=_text(where, found, "expected_difficulty"),
        source=_text(where, found, "source"),
        published=_published(where, found.get("published_results")),
    )


def _text(where: str, found: dict[str, Any], name: str, *, required: bool = False) -> str:
    value = found.get(name)
    if value is None and not required:
        return ""
    if not isinstance(value, str):
        what = "is missing" if name not in found else f"must be a string, not {type(value).__name__}"
        raise InputError(f"{where}: {name}: {what}")
    if required and not value.strip():
        raise InputError(f"{where}: {name}: must not be empty")
    if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise InputError(f"{where}: {name}: holds a character that no text has")
    return value


def _published(where: str, value: Any) -> dict[str, bool]:
    """`{"system": {"solved": true, …}, …}`."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise InputError(f"{where}: published_results: must be an object, not {type(value).__name__}")
    found = {}
    for system, result in value.items():
        solved = result.get("solved") if isinstance(result, dict) else None
        if not isinstance(solved, bool):
            raise InputError(f"{where}: published_results: {system}: needs `solved`, true or false")
        found[system] = solved
    return found


def selected(
    problems: Sequence[Problem], families: Sequence[str] = (), sample: int | None = None, seed: int = 0
) -> list[Problem]:
    """The problems of some families, and of these a sample with every family in proportion; in the file's order.

    Raises: UsageError for a family that is not there.
    """
    known = {problem.family for problem in problems}
    if unknown := sorted(set(families) - known):
        raise UsageError(f"no family {', '.join(unknown)}; there are: {', '.join(sorted(known))}")
    chosen = [problem for problem in problems if not families or problem.family in families]
    if sample is None or sample >= len(chosen):
        return chosen
    kept = set(_stratified(chosen, sample, seed))
    return [problem for problem in chosen if problem.id in kept]


def _stratified(problems: Sequence[Problem], sample: int, seed: int) -> list[str]:
    """Largest remainders: each family gets its share of `sample`, rounded so that the sum is exact."""
    by_family: dict[str, list[str]] = {}
    for problem in problems:
        by_family.setdefault(problem.family, []).append(problem.id)
    shares = {family: sample * len(ids) / len(problems) for family, ids in by_family.items()}
    counts = {family: int(share) for family, share in shares.items()}
    by_remainder = sorted(shares, key=lambda family: (counts[family] - shares[family], family))
    for family in by_remainder[: sample - sum(counts.values())]:
        counts[family] += 1
    # One generator for each family: a family's choice does not depend on which others there are.
    return [
        chosen
        for family, ids in by_family.items()
        for chosen in random.Random(f"{seed} {family}").sample(sorted(ids), counts[family])
    ]


def by_id(problems: Iterable[Problem]) -> dict[str, Problem]:
    return {problem.id: problem for problem in problems}
