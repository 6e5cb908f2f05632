"""Lean's messages and our evidence in the REPL's words: 1-based lines, columns in code points, no empty lists."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from tactic_mesh.lean.answer import Constant, RawAnswer
from tactic_mesh.lean.declarations import theorems
from tactic_mesh.lean.holes import Hole
from tactic_mesh.lean.messages import SORRY_KIND
from tactic_mesh.lean.source import Lines
from tactic_mesh.serve.repl.proofs import Step
from tactic_mesh.theorem import STANDARD_AXIOMS, Diagnostic, NoVerdict, Outcome, Position, Severity, Trust
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.names import plain_name
from tactic_mesh.verify.policy import STANDARD
from tactic_mesh.verify.unseen import forbidden, unseen

Answer = dict[str, Any]
COMPLETED = "Completed"
OPEN_GOALS = "Incomplete: open goals remain"
_SORRY_AXIOM = "sorryAx"
_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "info"}


def position(place: Position) -> Answer:
    return {"line": place.line, "column": place.column}


def message(found: Diagnostic) -> Answer:
    told: Answer = {"severity": _SEVERITIES[found.severity], "pos": position(found.start)}
    if found.end is not None:
        told["endPos"] = position(found.end)
    return {**told, "data": found.text}


def message_of_tactic(found: Diagnostic, taken: Step) -> Answer:
    """A message with its positions counted from the beginning of the tactic."""

    def moved(place: Position) -> Position:
        return Position(place.line - taken.first_line + 1, place.column)

    end = moved(found.end) if found.end is not None else None
    return message(dataclasses.replace(found, start=moved(found.start), end=end))


def audit_error(reason: str) -> Answer:
    """A reason of the audit where clients look for errors."""
    return {"severity": "error", "pos": position(Position(1, 0)), "data": reason}


def sorry(hole: Hole, lines: Lines) -> Answer:
    return {
        "pos": position(Position(*lines.position(hole.start))),
        "endPos": position(Position(*lines.position(hole.end))),
        "goal": "\n\n".join(hole.goals),
    }


def hidden_sorries(found: tuple[Diagnostic, ...], new: tuple[Constant, ...] | None) -> list[Answer]:
    """Entries for a `sorry` that stands nowhere in a text: clients take an empty list for a finished proof."""
    warned = [d for d in found if d.severity is Severity.WARNING and d.kind.endswith(SORRY_KIND)]
    if warned:
        return [{**_without_words(d), "goal": ""} for d in warned]
    return [{"goal": ""}] if _rests_on_sorry(new) else []


def _without_words(found: Diagnostic) -> Answer:
    told = message(found)
    return {key: told[key] for key in ("pos", "endPos") if key in told}


def no_verdict(verdict: NoVerdict, wall_s: float) -> str:
    """Why there is no answer. Clients look for the words `timed out`."""
    if verdict.reason == "timeout":
        return f"Lean REPL command timed out in {wall_s:g} seconds"
    return f"Lean gave no answer: {verdict.reason} ({verdict.detail})"


def standing(
    text: str,
    answer: RawAnswer,
    new: tuple[Constant, ...] | None,
    *,
    before: str = "",
    other_axiom: str = "",
) -> Answer:
    """The rung that a text reached by its own answer, and what it rests on.

    `before` is what the commands before it say; `other_axiom` stands for every `sorry` that a proof state leaves to
    others.
    """
    if new is None:
        reason = "axioms_unknown: this Lean does not tell them; ask for a rung with `trust`"
        return {"trust": None, "reasons": [reason]}
    found = {axiom for constant in new if constant.name != other_axiom for axiom in constant.axioms}
    axioms = sorted(found - {other_axiom})
    reasons = list(forbidden(text, STANDARD))
    if other_axiom in found:
        reasons.append("unfinished: the command has another `sorry`")
    reasons += [f"axiom_not_allowed: {a}" for a in axioms if a not in STANDARD_AXIOMS | {_SORRY_AXIOM}]
    finished = not answer.errors and not _warned(answer) and _SORRY_AXIOM not in axioms
    if finished and not reasons:
        reasons += _gaps(text, before, new)
    told: Answer = {"trust": Trust.ELABORATED if finished and not reasons else None, "axioms": axioms}
    return {**told, "reasons": reasons} if reasons else told


def _gaps(text: str, before: str, new: tuple[Constant, ...]) -> Iterable[str]:
    """Reason codes for parts of a text of which its answer says nothing, for example a silenced `example`."""
    names = [f".{plain_name(constant.name)}" for constant in new]
    missing = [
        theorem.full_name
        for theorem in theorems(text)
        if not any(name.endswith(f".{plain_name(theorem.full_name)}") for name in names)
    ]
    gaps = unseen(text, missing, constants_told=True)
    if "example" in text:  # what silences it may have been said before
        gaps += unseen(f"{before}\n{text}", (), constants_told=True)
    return dict.fromkeys(gaps)


def standing_checked(checked: Checked) -> Answer:
    """The same from a check of the whole, which ran elsewhere."""
    if isinstance(checked.verdict, NoVerdict):
        detail = f"{checked.verdict.reason} ({checked.verdict.detail})"
        return {"trust": None, "reasons": [f"no_verdict: {detail}"]}
    # A definition is a command like any other: that it is no theorem is nothing against it.
    stands = checked.outcome is Outcome.PROVED or checked.states_nothing
    told: Answer = {
        "trust": checked.verdict.trust if stands else None,
        "axioms": list(checked.verdict.axioms),
    }
    return {**told, "reasons": list(checked.reasons)} if checked.reasons and not stands else told


def proof_status(
    goals: tuple[str, ...],
    answer: RawAnswer,
    errors_elsewhere: list[Diagnostic],
    new: tuple[Constant, ...] | None,
) -> str:
    """What the whole elaboration says of the declaration whose last goal may be closed now."""
    if goals:
        return OPEN_GOALS
    for error in errors_elsewhere:
        if "metavariable" in error.text or "don't know how to synthesize" in error.text:
            return "Incomplete: contains metavariable(s)"
        if error.text.startswith("(kernel)"):
            return f"Error: kernel type check failed: {error.text}"
    if errors_elsewhere:
        return f"Error: {errors_elsewhere[0].text}"
    return "Incomplete: contains sorry" if _warned(answer) or _rests_on_sorry(new) else COMPLETED


def _rests_on_sorry(new: tuple[Constant, ...] | None) -> bool:
    return any(_SORRY_AXIOM in constant.axioms for constant in new or ())


def _warned(answer: RawAnswer) -> bool:
    return any(str(one.get("kind", "")).endswith(SORRY_KIND) for one in answer.messages)
