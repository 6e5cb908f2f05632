"""Texts for checks, each a file that says in its first lines what is expected of it.

`tests/attacks` holds texts that try to be taken for proofs, `tests/honest` proofs that must be taken for what they
are. `NAME.statement.lean` beside a file is the trusted statement. The first lines of an attack are `-- key: value`:

    expect      the outcome of a check whose judge replays the proof
    elaborated  the outcome on the first rung, where Lean can be lied to; else the same
    command     the outcome there of a Lean that is run as a command; else the same
    reasons     codes, separated by commas, that the check must give
    theorem     the theorem that is asked about; else every theorem of the statement, or of the text
    include     a file of `attacks/include` that stands before the text
    wall_s      how long the text may run
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tactic_mesh.lean.source import read
from tactic_mesh.theorem import Outcome

HERE = Path(__file__).parent
ATTACKS, INSTALLED, HONEST = HERE / "attacks", HERE / "attacks" / "installed", HERE / "honest"
STATEMENT = ".statement.lean"
_KEY = re.compile(r"-- (expect|elaborated|command|reasons|theorem|include|wall_s): (.+)")


@dataclass(frozen=True, slots=True)
class Case:
    """One text of the corpus; `ids` are those of the catalogue of cheats."""

    name: str
    text: str
    statement: str | None
    expect: Outcome
    elaborated: Outcome
    command: Outcome
    reasons: tuple[str, ...]
    theorem: str | None
    wall_s: float
    ids: frozenset[str]


def case(file: Path) -> Case:
    """Read one file. Raises: AssertionError for an attack that does not say what is expected."""
    text = read(file)
    keys: dict[str, str] = {}
    lines = text.split("\n")
    while (match := _KEY.fullmatch(lines[len(keys)])) is not None:
        keys[match[1]] = match[2]
    assert "expect" in keys or file.parent == HONEST, f"{file} does not say what to expect"
    expect = Outcome(keys.get("expect", Outcome.PROVED))
    statement = file.with_name(file.stem + STATEMENT)
    first = include(keys["include"]) if "include" in keys else ""
    return Case(
        file.stem,
        first + text,
        read(statement) if statement.exists() else None,
        expect,
        Outcome(keys.get("elaborated", expect)),
        Outcome(keys.get("command", keys.get("elaborated", expect))),
        tuple(filter(None, keys.get("reasons", "").split(", "))),
        keys.get("theorem"),
        float(keys.get("wall_s", 60)),
        frozenset(re.findall(r"\b[A-Z]\d+\b", lines[len(keys)])),
    )


def include(name: str) -> str:
    """A text that stands before others."""
    return read(ATTACKS / "include" / f"{name}.lean")


def cases(folder: Path) -> list[Case]:
    """The texts of a folder, in the order of their names."""
    return [case(file) for file in sorted(folder.glob("*.lean")) if not file.name.endswith(STATEMENT)]
