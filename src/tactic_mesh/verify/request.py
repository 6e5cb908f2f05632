"""What is asked of a check: one text, what it shall prove, under which rules, how surely, within which limits."""

from __future__ import annotations

from dataclasses import dataclass, field

from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Trust
from tactic_mesh.verify.policy import Policy


@dataclass(frozen=True, slots=True)
class Request:
    """One check.

    `text` is the candidate: a whole Lean file of anybody's. `theorems` are the full names that it must prove; with
    none, every theorem of `statement`, and without that every theorem of the text. `statement` is a trusted Lean
    text that states the theorems with `sorry`, after the definitions that they need; without one, the statements
    are the candidate's own, and the verdict says so.
    """

    text: str
    theorems: tuple[str, ...] = ()
    statement: str | None = None
    trust: Trust = Trust.REPLAYED
    policy: Policy = field(default_factory=Policy)
    limits: Limits = field(default_factory=Limits)
