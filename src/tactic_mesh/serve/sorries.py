"""The `sorry`s of a text: where they stand, and the goals that they leave open.

Clients of Kimina and of the REPL take a text for finished when this list is empty, so a text that rests on `sorry`
never has an empty one, whatever hides the word. The goals are read by elaborating the text once more with each
`sorry` replaced by a word as long that also says its goal; they inform, and no verdict rests on them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.declarations import visible
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.messages import SORRY_KIND, diagnostics
from tactic_mesh.lean.source import Lines, blank_header, header
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Diagnostic, NoVerdict, Outcome, Position
from tactic_mesh.verify.checked import Checked

_SORRY = re.compile(r"(?<![\w.'«])sorry(?![\w'»])")
_SPEAKING = "s\u0434rry"
_MACROS = (
    f'macro "{_SPEAKING}" : term => `(by trace_state; sorry)\n'
    f'macro "{_SPEAKING}" : tactic => `(tactic| (trace_state; sorry))\n'
)
_MACRO_LINES = _MACROS.count("\n")


@dataclass(frozen=True, slots=True)
class Sorry:
    """One `sorry`; `goal` is empty where it could not be read."""

    start: Position
    end: Position
    goal: str = ""


async def find_sorries(lean: Lean, text: str, checked: Checked, limits: Limits) -> list[Sorry]:
    """The `sorry`s of a text that was checked and is not proved."""
    verdict = checked.verdict
    if isinstance(verdict, NoVerdict) or verdict.outcome is Outcome.PROVED:
        return []
    lines = Lines(text)
    spans = [match.span() for match in _SORRY.finditer(visible(text))]
    if spans:
        goals = await _goals(lean, text, spans, limits) if lean.is_embedded else {}
        places = [(Position(*lines.position(start)), Position(*lines.position(end))) for start, end in spans]
        return [Sorry(start, end, goals.get(start, "")) for start, end in places]
    warned = [d for d in verdict.diagnostics if d.kind.endswith(SORRY_KIND)]
    if warned:
        return [Sorry(d.start, d.end or d.start) for d in warned]
    hidden = verdict.outcome is Outcome.INCOMPLETE and not checked.reasons
    return [Sorry(Position(1, 0), Position(1, 0))] if hidden else []


async def _goals(lean: Lean, text: str, spans: list[tuple[int, int]], limits: Limits) -> dict[Position, str]:
    """The goal at the place of each word, by its position in the text."""
    found = header(text)
    speaking = list(blank_header(text, found))
    for start, end in spans:
        speaking[start:end] = _SPEAKING
    # What is imported besides the core library is not needed to say a goal of the core library.
    answer = await lean.elaborate(_MACROS + "".join(speaking), limits)
    if not isinstance(answer, RawAnswer):
        return {}
    goals: dict[Position, str] = {}
    for said in diagnostics(answer.messages):
        if _is_goal(said):
            goals.setdefault(Position(said.start.line - _MACRO_LINES, said.start.column), said.text)
    return goals


def _is_goal(said: Diagnostic) -> bool:
    return said.error_class is None and bool(said.goals)
