"""When are two requests the same? The canonical text of a candidate, and the key of its verdict.

Two texts are the same if they differ in line ends (CRLF or LF) and in blank lines at their ends. The canonical text
is what is checked and certified, so that what a verdict is about and what was elaborated are one text; messages are
moved back to where they belong in the user's.
"""

from __future__ import annotations

import dataclasses
import hashlib

from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.source import header
from tactic_mesh.theorem import Diagnostic, Environment, NoVerdict, Position, normalise
from tactic_mesh.verify.canonical import encode
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.request import Request
from tactic_mesh.verify.revision import CheckerVersion, this_checker

# Modules of these roots come with a Lean; the digest of an environment covers them.
_PINNED_ROOTS = frozenset({"Init", "Std", "Lean", "Lake"})


def canonical_text(text: str) -> str:
    """The text that is checked in place of `text`: LF only, no blank line at either end, one line end at the last.

    Where a carriage return stands alone, nothing is changed: it may be meant, inside a string.
    """
    if "\r" in text.replace("\r\n", "\n"):
        return text
    kept = normalise(text)
    return f"{kept}\n" if kept else ""


def canonical(request: Request) -> Request:
    """The same request about the canonical text."""
    statement = None if request.statement is None else canonical_text(request.statement)
    return dataclasses.replace(request, text=canonical_text(request.text), statement=statement)


def is_pinned(lean: Lean, request: Request) -> bool:
    """Whether the environment's digest covers every module that the request imports.

    A project's own modules can be compiled anew under the same manifest; a verdict that rests on them says nothing
    about the next run. The embedded Lean has nothing but its library.
    """
    if lean.is_embedded:
        return True
    texts = [request.text, *([request.statement] if request.statement is not None else [])]
    roots = {module.split(".")[0] for text in texts for module in header(text).imports}
    return roots <= _PINNED_ROOTS


@dataclasses.dataclass(frozen=True, slots=True)
class _Identity:
    """All that a verdict depends on, besides the rung, which the store compares."""

    schema: str
    checker: CheckerVersion
    environment: Environment
    constants_told: bool
    text: str
    theorems: tuple[str, ...]
    statement: str | None
    policy: dict[str, object]
    output_bytes: int


def request_key(lean: Lean, request: Request) -> str:
    """The key of a canonical request's verdict: a sha256. Raises: InputError.

    Of the limits only the bound of the output is part of it: an answer that was cut short is a rejection. Reaching
    any other limit is no verdict, and is never kept. `constants_told` is part of it since a Lean that is run as a
    command tells less.
    """
    identity = _Identity(
        "tactic-mesh/verdict-key@1",
        this_checker(),
        lean.environment,
        lean.tells_constants,
        request.text,
        request.theorems,
        request.statement,
        request.policy.as_json(),
        request.limits.output_bytes,
    )
    return hashlib.sha256(encode(identity)).hexdigest()


def moved_back(checked: Checked, text: str) -> Checked:
    """A finding about the canonical text of `text`, with its messages where they belong in `text`."""
    verdict = checked.verdict
    if isinstance(verdict, NoVerdict) or canonical_text(text) == text:
        return checked
    lines = text.replace("\r\n", "\n").split("\n")
    removed = next((index for index, line in enumerate(lines) if line.strip(" ")), 0)
    last = Position(len(lines), len(lines[-1]))

    def back(position: Position) -> Position:
        # The canonical text may end with a line end that this one lacks: its end is this one's end.
        return min(Position(position.line + removed, position.column), last)

    def moved(d: Diagnostic) -> Diagnostic:
        return dataclasses.replace(d, start=back(d.start), end=back(d.end) if d.end else None)

    found = tuple(map(moved, verdict.diagnostics))
    if found == verdict.diagnostics:
        return checked
    return dataclasses.replace(checked, verdict=dataclasses.replace(verdict, diagnostics=found))
