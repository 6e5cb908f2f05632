"""The file that a LeanWorker request becomes, always the same for the same request.

A header comment, the imports, the prelude, the declarations, and one theorem. The same text up to the proof, with
`sorry` in its place, is the trusted statement. Nothing that a request brings may end its own part: module and
theorem names are checked here, and a statement in which a declaration's body could begin stands in brackets, where
Lean reads one term or reports an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tactic_mesh.errors import InvalidStatement, UsageError
from tactic_mesh.lean.declarations import exit_in, visible
from tactic_mesh.lean.source import Composed, Segment

JOB_CHARACTERS_MAX = 200
_COMPONENT = r"[^\W\d][\w'!?]*"
_MODULE = re.compile(rf"(?:{_COMPONENT}|«[^»\s]+»)(?:\.(?:{_COMPONENT}|«[^»\s]+»))*")
_NAME = re.compile(rf"(?:{_COMPONENT}|«[^»\n]+»)(?:\.(?:{_COMPONENT}|«[^»\n]+»))*")
_NO_NAME = re.compile(r"[^\w'!?.]")
# What begins the body of a theorem; without one of them a statement cannot end early and be accepted.
_BODY = re.compile(r":=|\||(?<![\w.])where(?![\w'])")
_BY = re.compile(r"by(?![\w'!?.])")


@dataclass(frozen=True, slots=True)
class CheckFile:
    """What a LeanWorker request states and proves. `name` is one that Lean can read."""

    name: str
    statement: str
    proof: str
    imports: tuple[str, ...] = ()
    prelude: str = ""
    declarations: str = ""
    job: str = ""

    def __post_init__(self) -> None:
        """Raises: UsageError for a module or theorem that is no name, InvalidStatement."""
        for module in self.imports:
            if not is_module(module):
                raise UsageError(f"imports: {module[:100]!r} is not the name of a module")
        if not _NAME.fullmatch(self.name):
            raise UsageError(f"theorem_name: {self.name[:100]!r} is not a name")
        if not self.statement.strip():
            raise InvalidStatement("theorem_statement: there is no statement")
        if self._bracketed and not _balanced(visible(self.statement)):
            raise InvalidStatement("theorem_statement: its brackets do not match")
        start = sum(len(segment.text) for segment in self._context(""))
        read = visible(self.trusted)
        if not (read.startswith("\ntheorem", start) and read.endswith("sorry\n")):
            raise InvalidStatement("a comment or a literal without an end hides the theorem or its proof")
        if exit_in(read) is not None:
            raise InvalidStatement("`#exit` ends the file before the theorem")

    @property
    def _bracketed(self) -> bool:
        return _BODY.search(self.statement) is not None

    @property
    def trusted(self) -> str:
        """The trusted statement: the same file with `sorry` for the proof, and the same for every job."""
        return "".join(segment.text for segment in self._stated("")) + "sorry\n"

    @property
    def candidate(self) -> Composed:
        """The file that is checked; it knows which part of it came from which field."""
        proof = [Segment("proof", self.proof)]
        if not _BY.match(self.proof.lstrip()):
            # Each line is moved by the same two columns, so that the block stays one.
            lines = self.proof.split("\n")
            proof = [Segment("", "by\n")]
            for number, line in enumerate(lines):
                end = "\n" if number < len(lines) - 1 else ""
                proof += [Segment("", "  "), Segment(f"proof:{number}", line + end)]
        return Composed([*self._stated(self.job), *proof, Segment("", "\n")])

    def _context(self, job: str) -> list[Segment]:
        named = f", job {job}" if job else ""
        segments = [Segment("", f"/- Checked by Tactic-Mesh{named} -/\n")]
        segments += [Segment("", f"import {module}\n") for module in self.imports]
        for origin, text in (("extra_prelude", self.prelude), ("decls", self.declarations)):
            if text.strip():
                segments += [Segment("", "\n"), Segment(origin, text), Segment("", "\n")]
        return segments

    def _stated(self, job: str) -> list[Segment]:
        # A comment at the end of the statement does not swallow what follows.
        gap = "\n" if "--" in self.statement.rpartition("\n")[2] else ""
        opening, closing = ("(", f"{gap})") if self._bracketed else ("", gap)
        return [
            *self._context(job),
            Segment("", f"\ntheorem {self.name} : {opening}"),
            Segment("theorem_statement", self.statement),
            Segment("", f"{closing} := "),
        ]


def place(composed: Composed, line: int, column: int) -> tuple[str, int, int]:
    """The field of the request in which a position of the file stands, and where there; no field for text of ours."""
    origin, line, column = composed.origin(line, column)
    field, _, lines_before = origin.partition(":")
    return field, line + int(lines_before or 0), column


def is_module(name: str) -> bool:
    """Whether a module can have this name."""
    return _MODULE.fullmatch(name) is not None


def clean_name(name: str) -> str:
    """The name as it is, if Lean reads it as one; else with `_` for what no name can hold.

    A part that begins with no letter gets one: Lean takes `_x` for a name of its own making.
    """
    name = name.strip()
    if not _NAME.fullmatch(name):
        name = ".".join(part for part in _NO_NAME.sub("_", name).split(".") if part) or "_"
    if "«" in name:
        return name
    return ".".join(part if part[0].isalpha() else f"T{part}" for part in name.split("."))


def clean_job(job: str) -> str:
    """A job's identifier as it may stand in a comment."""
    return re.sub(r"[^\w.:@+-]|-(?=/)", "_", job)[:JOB_CHARACTERS_MAX].strip("-")


_CLOSING = {")": "(", "]": "[", "}": "{", "⟩": "⟨", "⦄": "⦃"}


def _balanced(text: str) -> bool:
    open_brackets: list[str] = []
    for character in text:
        if character in _CLOSING.values():
            open_brackets.append(character)
        elif character in _CLOSING and (not open_brackets or open_brackets.pop() != _CLOSING[character]):
            return False
    return not open_brackets
