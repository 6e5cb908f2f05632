"""What every answer says about its verdict besides what the client's protocol has a word for."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from tactic_mesh.serve.state import Answer
from tactic_mesh.theorem import NoVerdict, NoVerdictReason, Outcome, Trust
from tactic_mesh.verify.checked import Checked, StatementSource


class Evidence(BaseModel):
    """The verdict in Tactic-Mesh's words; fields that have nothing to say are left out."""

    outcome: Outcome
    trust: Trust | None = None
    """The rung that was reached; only what is proved has one."""
    rung_checked: Trust | None = None
    theorems: list[str] | None = None
    axioms: list[str] | None = None
    statement_source: StatementSource | None = None
    statement_sha256: str | None = None
    reasons: list[str] | None = None
    hints: list[str] | None = None
    tampering: bool | None = None
    no_verdict: NoVerdictReason | None = None
    retryable: bool | None = None
    cache: Literal["hit", "miss", "unstored"] | None = None
    """`unstored` is a verdict that the store could not write down (a full disk), and is as good as any other."""
    certificate: str | None = None
    """The sha256 of the certificate, which the store keeps."""


def proved(checked: Checked, asked: Trust) -> bool:
    """Whether the text is proved at the rung that was asked for, or above."""
    verdict = checked.verdict
    return (
        not isinstance(verdict, NoVerdict)
        and verdict.outcome is Outcome.PROVED
        and verdict.trust.rung >= asked.rung
    )


def reasons(checked: Checked, asked: Trust) -> list[str]:
    """What stands against a proof besides Lean's messages."""
    verdict = checked.verdict
    short = checked.outcome is Outcome.PROVED and not proved(checked, asked)
    rung = "" if isinstance(verdict, NoVerdict) else verdict.trust
    return [*checked.reasons, *([f"trust_not_reached: {rung} instead of {asked}"] if short else [])]


def evidence(answer: Answer, asked: Trust) -> dict[str, object]:
    """The fields of `Evidence` that have something to say."""
    checked = answer.checked
    verdict = checked.verdict
    if isinstance(verdict, NoVerdict):
        return {"outcome": checked.outcome, "no_verdict": verdict.reason, "retryable": verdict.retryable}
    fields: dict[str, object] = {
        "outcome": checked.outcome,
        "trust": verdict.trust if checked.outcome is Outcome.PROVED else None,
        "rung_checked": verdict.trust,
        "theorems": list(checked.theorems),
        "axioms": list(verdict.axioms),
        "statement_source": checked.statement_source,
        "statement_sha256": checked.statement_sha256 or None,
        "reasons": reasons(checked, asked) or None,
        "hints": list(checked.hints) or None,
        "tampering": checked.tampering or None,
        "cache": "hit" if answer.cached else "unstored" if answer.unstored else "miss",
        "certificate": answer.certificate.sha256 if answer.certificate else None,
    }
    return {name: value for name, value in fields.items() if value is not None}
