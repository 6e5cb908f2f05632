"""What a check found: the verdict, and all that a reader needs to know what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tactic_mesh.theorem import NoVerdict, Outcome, Verdict

NO_THEOREM = (
    "no_theorem: there is nothing to judge: a `theorem` was looked for, a `lemma`, or an `instance` that is a "
    "proposition; definitions and an `example` leave none"
)
StatementSource = Literal["trusted", "candidate"]
"""Who says what the theorems state: a text that the user trusts, or the candidate's own text."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A constant that an accepted text adds. `type_sha256` is of its type as a kernel term, binder names aside."""

    name: str
    kind: str
    type_sha256: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found.

    `theorems` are the theorems that the verdict is about. `reasons` are codes for what stands against a proof
    beyond Lean's messages (`code: detail`); `hints` help. `tampering` says that the text tried to deceive: what
    Lean's own answer claimed and what the audit read in the compiled module differ. `statement_sha256` identifies
    what was proved as kernel terms; empty below the rung `audited`.
    """

    verdict: Verdict | NoVerdict
    theorems: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    statement_source: StatementSource = "candidate"
    statement_sha256: str = ""
    exported: tuple[Exported, ...] = ()
    tampering: bool = False

    @property
    def states_nothing(self) -> bool:
        """Whether all that stands against the text is that it has no theorem: Lean accepts all of it."""
        return self.reasons == (NO_THEOREM,)

    @property
    def outcome(self) -> Outcome:
        return Outcome.NO_VERDICT if isinstance(self.verdict, NoVerdict) else self.verdict.outcome
