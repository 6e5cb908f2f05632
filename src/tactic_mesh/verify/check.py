"""Lean's verdict on a text: the first rung of the trust ladder.

`elaborated` means that Lean accepted the whole text in a process of its own, that nothing in it rests on `sorry`,
and that its theorems rest on allowed axioms only. The process that said so had run the text's own code: a hostile
text can lie at this rung, which is why every verdict names it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tactic_mesh.lean.answer import Constant, RawAnswer
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.messages import SORRY_KIND, diagnostics
from tactic_mesh.lean.source import header
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import STANDARD_AXIOMS, Answer, Diagnostic, NoVerdict, Outcome, Trust, Verdict

SORRY_AXIOM = "sorryAx"
_PRINTED_AXIOMS = re.compile(
    r"^'[^\n]+' depends on axioms: \[([^\]]*)\]$|^'[^\n]+' does not depend on any axioms$"
)
_MISSING_MODULE = re.compile(r"unknown module|unknown package|object file .* does not exist", re.IGNORECASE)
_ABSENT_PARTS = re.compile(r"[Uu]nknown (?:namespace|identifier|constant) `((?:Lean|Std|Float)\b[\w.]*)`")


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found. `reasons` are codes for a rejection beyond Lean's errors; `hints` help the user."""

    verdict: Verdict | NoVerdict
    theorems: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        return Outcome.NO_VERDICT if isinstance(self.verdict, NoVerdict) else self.verdict.outcome


async def check_text(
    lean: Lean,
    text: str,
    limits: Limits | None = None,
    *,
    theorem: str | None = None,
    allowed_axioms: frozenset[str] = STANDARD_AXIOMS,
) -> Checked:
    """Elaborate `text` and judge what came back.

    With `theorem`, that theorem must be among what the text adds, else the verdict is a rejection; what the text
    proves besides it may be unfinished.
    """
    asked = text if lean.tells_constants or theorem is None else f"{text}\n#print axioms {theorem}\n"
    answer = await lean.elaborate(asked, limits)
    if isinstance(answer, NoVerdict):
        return Checked(answer)
    found = diagnostics(answer.messages)
    hints = _hints(text, found) if lean.is_embedded else ()
    if answer.constants is None:
        return _judge_messages(answer, found, hints, theorem, allowed_axioms)
    return _judge_constants(answer, answer.constants, found, hints, theorem, allowed_axioms)


def _judge_constants(
    answer: RawAnswer,
    constants: tuple[Constant, ...],
    found: tuple[Diagnostic, ...],
    hints: tuple[str, ...],
    theorem: str | None,
    allowed_axioms: frozenset[str],
) -> Checked:
    theorems = tuple(sorted(c.name for c in constants if c.kind == "theorem" and not c.internal))
    judged = [c for c in constants if theorem is None or _is_called(c, theorem)]
    axioms = sorted({axiom for constant in judged for axiom in constant.axioms})
    reasons = []
    if answer.truncated:
        reasons.append("evidence_truncated")
    if not judged and theorem is not None:
        reasons.append(f"theorem_missing: {theorem}")
    reasons += [
        f"axiom_not_allowed: {axiom}"
        for axiom in axioms
        if axiom not in allowed_axioms and axiom != SORRY_AXIOM
    ]
    return _conclude(answer, found, hints, theorems, axioms, reasons)


def _is_called(constant: Constant, theorem: str) -> bool:
    """Whether this is the theorem of that name; the text before it may have opened a namespace."""
    return constant.kind == "theorem" and (constant.name == theorem or constant.name.endswith(f".{theorem}"))


def _judge_messages(
    answer: RawAnswer,
    found: tuple[Diagnostic, ...],
    hints: tuple[str, ...],
    theorem: str | None,
    allowed_axioms: frozenset[str],
) -> Checked:
    """A Lean that was run as a command tells messages only: `sorry` and axioms are read from these."""
    printed = [match for d in found if (match := _PRINTED_AXIOMS.match(d.text.strip())) is not None]
    axioms = sorted({a.strip() for match in printed if match[1] for a in match[1].split(",")})
    if any(d.kind.endswith(SORRY_KIND) or "declaration uses" in d.text for d in found):
        axioms.append(SORRY_AXIOM)
    reasons = ["evidence_truncated"] if answer.truncated else []
    if theorem is not None and not printed:
        reasons.append(f"theorem_missing: {theorem}")
    reasons += [
        f"axiom_not_allowed: {axiom}"
        for axiom in axioms
        if axiom not in allowed_axioms and axiom != SORRY_AXIOM
    ]
    return _conclude(answer, found, hints, (theorem,) if theorem and printed else (), axioms, reasons)


def _conclude(
    answer: RawAnswer,
    found: tuple[Diagnostic, ...],
    hints: tuple[str, ...],
    theorems: tuple[str, ...],
    axioms: list[str],
    reasons: list[str],
) -> Checked:
    outcome: Answer = Outcome.PROVED
    if answer.errors or reasons:
        outcome = Outcome.REJECTED
    elif SORRY_AXIOM in axioms:
        outcome = Outcome.INCOMPLETE
    verdict = Verdict(outcome, Trust.ELABORATED, found, tuple(axioms), answer.wall_s)
    return Checked(verdict, theorems, tuple(reasons), hints)


def _hints(text: str, found: tuple[Diagnostic, ...]) -> tuple[str, ...]:
    """One more line for a text that asks for a part of Lean which the core library does not have."""
    if any(_MISSING_MODULE.search(d.text) for d in found):
        missing = ", ".join(name for name in header(text).imports if name.split(".")[0] != "Init")
        what = f"`{missing}`" if missing else "that module"
    elif parts := sorted({m[1] for d in found if (m := _ABSENT_PARTS.search(d.text)) is not None}):
        what = ", ".join(f"`{part}`" for part in parts)
    else:
        return ()
    return (
        f"The embedded Lean has the core library only, without {what}: "
        "use a project that has it (--project DIR) or an installed Lean (--lean PATH).",
    )
