"""What a run came to, as a document: stored with its job, shown to clients, told in its last event."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from tactic_mesh.prove.portfolio import Conclusion
from tactic_mesh.prove.refinement.refine import RefineStatistics, Tried
from tactic_mesh.prove.task import Task
from tactic_mesh.theorem import Outcome, Verdict

ATTEMPTS_MAX = 50
"""Attempts in a result; all of them are in the job's file."""


def result_of(conclusion: Conclusion, task: Task) -> dict[str, Any]:
    """The result of a run that came to an end; messages have their places in the texts of the request."""
    verdict = conclusion.checked.verdict if conclusion.checked else None
    is_proved = conclusion.outcome is Outcome.PROVED and isinstance(verdict, Verdict)
    refutation = conclusion.refutation
    return {
        **without_answer(conclusion.outcome, conclusion.reason),
        "by": conclusion.by,
        "trust": verdict.trust if is_proved and isinstance(verdict, Verdict) else None,
        "proof": conclusion.proof,
        "lean_file": conclusion.lean_file,
        "full_name": conclusion.full_name or None,
        "axioms": list(verdict.axioms) if is_proved and isinstance(verdict, Verdict) else [],
        "messages": [
            {"origin": field, **placed.as_json()}
            for field, placed in (task.place(origin, found) for origin, found in conclusion.diagnostics)
        ],
        "hints": list(conclusion.hints),
        "refutation": refutation.as_json() if refutation else None,
        "no_verdict": conclusion.no_verdict.reason if conclusion.no_verdict else None,
        "spent": conclusion.spent(),
        "partial": conclusion.partial.as_json() if conclusion.partial else None,
        "timed_out": conclusion.timed_out,
        "statistics": dataclasses.asdict(conclusion.statistics),
        "usage": conclusion.usage.as_json(),
        "attempts": [tried.as_json() for tried in _fewer(conclusion.attempts)],
        "attempts_total": len(conclusion.attempts),
    }


def without_answer(outcome: Outcome, reason: str, status: int | None = None) -> dict[str, Any]:
    """The result of a run that found nothing out; `status` is that of the error that it ended with."""
    return {
        "outcome": outcome,
        "reason": reason,
        "status": status,
        "by": None,
        "trust": None,
        "proof": None,
        "lean_file": None,
        "full_name": None,
        "axioms": [],
        "messages": [],
        "hints": [],
        "refutation": None,
        "no_verdict": None,
        "spent": None,
        "partial": None,
        "timed_out": False,
        "statistics": dataclasses.asdict(RefineStatistics()),
        "usage": None,
        "attempts": [],
        "attempts_total": 0,
    }


_TOLD = ("outcome", "reason", "trust", "proof", "lean_file", "messages", "partial", "timed_out", "spent")


def end_event(result: dict[str, Any] | None) -> dict[str, Any]:
    """The last event of a run; without a result, it was cancelled."""
    told = {name: result[name] if result else None for name in _TOLD}
    return {"kind": "end", **told, **({} if result else {"reason": "cancelled", "messages": []})}


def _fewer(attempts: Sequence[Tried]) -> Sequence[Tried]:
    """The first attempts, and the last one, which is the proof if there is one."""
    return attempts if len(attempts) <= ATTEMPTS_MAX else (*attempts[: ATTEMPTS_MAX - 1], attempts[-1])
