"""What a Lean process answered, before anybody judges it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Constant:
    """A constant that a text added: `axioms` are those it rests on, `sorryAx` among them if unfinished."""

    name: str
    kind: str
    internal: bool
    axioms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """Lean's messages about one text, as Lean wrote them.

    `errors` counts the error messages, also those that `truncated` left out of `messages`. `constants` is None
    where the way Lean was run does not tell them (a subprocess). `exit_code` is None for the warm Lean.
    """

    messages: tuple[dict[str, Any], ...]
    errors: int
    wall_s: float
    truncated: bool = False
    exit_code: int | None = None
    constants: tuple[Constant, ...] | None = None
    state: int | None = None
