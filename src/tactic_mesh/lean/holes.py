"""The `sorry`s of a text: where they stand, whether as terms or as tactics, and the goals that they leave open.

A text is elaborated once more with each `sorry` replaced by a word as long, which says how it was used and shows the
goals that it closes. What it says informs; no verdict rests on it. A `sorry` that is hidden (in a macro, or as
`sorryAx`) is not found here.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal

from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.declarations import visible
from tactic_mesh.lean.messages import diagnostics
from tactic_mesh.lean.source import Lines
from tactic_mesh.theorem import NoVerdict

Elaborate = Callable[[str], Awaitable[RawAnswer | NoVerdict]]
Kind = Literal["term", "tactic"]

_SORRY = re.compile(r"(?<![\w.'«])sorry(?![\w'»])")
SPEAKING = "s\u0434rry"
"""As long as `sorry`, so that every position stays; no word of anybody's."""
SAID: dict[str, Kind] = {"⟪term⟫": "term", "⟪tactic⟫": "tactic"}
MACROS = (
    f'macro "{SPEAKING}" : term => `(by trace "⟪term⟫"; trace_state; sorry)\n'
    f'macro "{SPEAKING}" : tactic => `(tactic| focus (trace "⟪tactic⟫"; trace_state; sorry))\n'
)


@dataclass(frozen=True, slots=True)
class Hole:
    """One `sorry`, by its offsets in code points. `kind` is None where Lean did not come to it."""

    start: int
    end: int
    kind: Kind | None = None
    goals: tuple[str, ...] = ()


def spans(text: str) -> list[tuple[int, int]]:
    """Where the word `sorry` stands in a text, outside of comments and strings."""
    return [match.span() for match in _SORRY.finditer(visible(text))]


async def find_holes(elaborate: Elaborate, text: str, after: int = 0) -> list[Hole] | NoVerdict:
    """The `sorry`s of `text`, in its order. `after` is the offset where its header ends."""
    found = spans(text)
    if not found:
        return []
    speaking = list(text)
    for start, end in found:
        speaking[start:end] = SPEAKING
    inserted = f"\n{MACROS}" if after else MACROS
    whole = text[:after] + inserted + "".join(speaking)[after:]
    answer = await elaborate(whole)
    if isinstance(answer, NoVerdict):
        return answer
    lines, heard = Lines(whole), dict[int, str]()
    for said in diagnostics(answer.messages):
        offset = lines.offset(said.start.line, said.start.column) - len(inserted)
        heard[offset] = f"{heard[offset]}\n{said.text}" if offset in heard else said.text
    return [_hole(start, end, heard.get(start, "")) for start, end in found]


def _hole(start: int, end: int, heard: str) -> Hole:
    """What was said at a place: a mark, then the goals, as often as the place was reached."""
    words = heard.split("\n")
    kinds = [SAID[word] for word in words if word in SAID]
    shown = "\n".join("" if word in SAID else word for word in words)
    return Hole(start, end, kinds[0] if kinds else None, goals_shown(shown))


def goals_shown(text: str) -> tuple[str, ...]:
    """The goals of a `trace_state`, each as Lean prints it."""
    return tuple(block.strip("\n") for block in re.split(r"\n[ \t]*\n", text) if "⊢" in block)
