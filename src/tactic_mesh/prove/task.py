"""What is to be proved, and where its parts come from: a statement with what stands before it, or a file."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tactic_mesh.errors import UsageError
from tactic_mesh.lean.declarations import TheoremText, theorems
from tactic_mesh.lean.source import Lines, blank_header, header
from tactic_mesh.prove.prover import Frame
from tactic_mesh.theorem import Diagnostic, Position, Theorem


@dataclass(frozen=True, slots=True)
class Task:
    """A theorem to prove and where its parts come from: for each, the name of its text, the text, and its offset there.

    With a `frame` the proof is written into the theorem's own file.
    """

    theorem: Theorem
    parts: Mapping[str, tuple[str, str, int]]
    path: Path | None = None
    frame: Frame | None = None

    def place(self, origin: str, found: Diagnostic) -> tuple[str, Diagnostic]:
        """Whose text a message is about, with positions there."""
        source, text, offset = self.parts[origin]
        part, whole = Lines(text[offset:]), Lines(text)

        def moved(position: Position) -> Position:
            return Position(*whole.position(offset + part.offset(position.line, position.column)))

        end = moved(found.end) if found.end else None
        return source, dataclasses.replace(found, start=moved(found.start), end=end)


def task_in(text: str, source: str, wanted: str | None, choose: str, path: Path | None = None) -> Task:
    """The theorem of that name in a file, or its only unfinished one.

    `choose` is what stands before a name where the user names one. Raises: UsageError.
    """
    found = theorems(text)
    chosen = [t for t in found if (wanted in (t.name, t.full_name) if wanted else t.unfinished)]
    if len(chosen) != 1:
        raise UsageError(_choice_problem(source, wanted, found, chosen, choose))
    one = chosen[0]
    head = header(text)
    before = blank_header(one.prelude(text), head)
    theorem = Theorem(one.name, one.statement, head.imports, before, one.binders)
    parts = {
        "prelude": (source, text, 0),
        "name": (source, text, one.start),
        "binders": (source, text, one.binders_start),
        "statement": (source, text, one.statement_start),
    }
    stated = text[: one.body_start].rstrip()
    if not stated.endswith(":="):  # written by cases: `| 0 => …`
        stated += "\n  :="
    return Task(theorem, parts, path, Frame(stated, text[one.end :], one.chain))


def _choice_problem(
    source: str, wanted: str | None, found: list[TheoremText], chosen: list[TheoremText], choose: str
) -> str:
    if wanted:
        names = ", ".join(t.full_name for t in found) or "none"
        return f"{source} has {'no' if not chosen else 'more than one'} theorem `{wanted}`; its theorems are: {names}"
    if not found:
        return f"{source} has no theorem; write one with `sorry` for its proof"
    if not chosen:
        return f"{source} has no theorem with `sorry`; name one to prove it anew: {choose}THEOREM"
    names = ", ".join(t.full_name for t in chosen)
    return f"{source} has several theorems with `sorry` ({names}); choose one: {choose}{chosen[0].full_name}"
