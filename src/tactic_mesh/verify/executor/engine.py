"""The seam: what judges a scratch file, and what we make of its answer.

`success: true` from elsewhere is a claim: below the first rung of the trust ladder, whatever its author says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from tactic_mesh.theorem import NoVerdict, Outcome, Verdict
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.executor.report import Category, Report
from tactic_mesh.verify.executor.scratch import Scratch


@dataclass(frozen=True, slots=True)
class Execution:
    """What a proof engine said of a scratch file, and what we know of it.

    `no_verdict` says why the engine did not judge (None: it did). `checked` is our own check of the same bytes, None
    where there was none. Only `checked` is evidence. `external` says that the engine is not ours.
    """

    scratch: Scratch
    report: Report
    no_verdict: NoVerdict | None = None
    checked: Checked | None = None
    external: bool = False

    @property
    def claims(self) -> bool:
        """Whether the engine says that it is proved; worth nothing by itself."""
        return self.report.success

    @property
    def verdict(self) -> Verdict | NoVerdict | None:
        """Lean's answer as we saw it, or the lack of one; None if all there is, is a claim."""
        return self.checked.verdict if self.checked is not None else self.no_verdict

    @property
    def success(self) -> bool:
        """What the wire says: our own check decides where there is one, the engine's claim where there is none."""
        if self.no_verdict is not None or not self.claims:
            return False
        return self.checked is None or self.checked.outcome is Outcome.PROVED

    def as_json(self) -> dict[str, object]:
        """The engine's report, and beside it how far it was checked here."""
        document: dict[str, object] = {**self.report.as_json(), "success": self.success}
        if self.claims and not self.success:
            document["error_category"] = Category.CLAIM_NOT_CONFIRMED
        if self.external:
            document["claimed"] = self.claims
        return {**document, **checked_document(self.checked)}


def checked_document(checked: Checked | None) -> dict[str, object]:
    """The keys that we add to every answer: how surely, about what, on which axioms."""
    if checked is None:
        return {"outcome": None, "trust": None}
    verdict = checked.verdict
    document: dict[str, object] = {"outcome": checked.outcome, "trust": None}
    if isinstance(verdict, NoVerdict):
        return {**document, "no_verdict": {"reason": verdict.reason, "retryable": verdict.retryable}}
    return {
        "outcome": checked.outcome,
        "trust": verdict.trust if checked.outcome is Outcome.PROVED else None,
        "theorems": list(checked.theorems),
        "axioms": list(verdict.axioms),
        "reasons": list(checked.reasons),
        "statement_source": checked.statement_source,
        "statement_sha256": checked.statement_sha256 or None,
    }


class ProofEngine(Protocol):
    """What judges scratch files: our own Lean, or a command of somebody else's."""

    async def verify(self, scratch: Scratch) -> Execution:
        """Judge one scratch file. Whatever goes wrong on the way is in the answer."""
        ...
