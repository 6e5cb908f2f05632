"""The `sorry`s of a text that was checked, as the REPL's clients are told of them.

These clients take a text for finished when the list is empty, so a text that rests on `sorry` never has an empty one,
whatever hides the word.
"""

from __future__ import annotations

from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.holes import Hole, find_holes, spans
from tactic_mesh.lean.messages import SORRY_KIND
from tactic_mesh.lean.source import Lines, header
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.serve.repl.render import Answer, position, sorry
from tactic_mesh.theorem import NoVerdict, Outcome, Position
from tactic_mesh.verify.checked import Checked


async def find_sorries(lean: Lean, text: str, checked: Checked, limits: Limits) -> list[Answer]:
    """The `sorry`s of a text that was checked and is not proved, with their goals where Lean can be asked again."""
    verdict = checked.verdict
    if isinstance(verdict, NoVerdict) or verdict.outcome is Outcome.PROVED or checked.states_nothing:
        return []
    if holes := await _holes(lean, text, limits):
        lines = Lines(text)
        return [sorry(hole, lines) for hole in holes]
    warned = [d for d in verdict.diagnostics if d.kind.endswith(SORRY_KIND)]
    if warned:
        return [_hidden(d.start, d.end or d.start) for d in warned]
    unseen = verdict.outcome is Outcome.INCOMPLETE and not checked.reasons
    return [_hidden(Position(1, 0), Position(1, 0))] if unseen else []


async def _holes(lean: Lean, text: str, limits: Limits) -> list[Hole]:
    if lean.is_embedded:

        async def elaborate(source: str) -> RawAnswer | NoVerdict:
            return await lean.elaborate(source, limits)

        holes = await find_holes(elaborate, text, header(text).end)
        if not isinstance(holes, NoVerdict):
            return holes
    # A Lean that imports for every text is not asked a second time for what only informs.
    return [Hole(start, end) for start, end in spans(text)]


def _hidden(start: Position, end: Position) -> Answer:
    return {"pos": position(start), "endPos": position(end), "goal": ""}
