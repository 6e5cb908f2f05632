"""Find the theorems of a Lean file that are still to be proved, by reading its text.

This is for choosing what to work on, never for judging: what a theorem means is Lean's answer. The reader knows
comments, strings and brackets; a declaration that is written by a macro is not seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tactic_mesh.lean.source import skip_comment

_NAME = r"(?:«[^»]*»|[^\s«»(){}\[\]:⦃⦄.]+)(?:\.(?:«[^»]*»|[^\s«»(){}\[\]:⦃⦄.]+))*"
_THEOREM = re.compile(rf"(?:theorem|lemma)\s+({_NAME})")
_MODIFIERS = r"(?:(?:private|protected|noncomputable|nonrec|unsafe|public|scoped|local)\s+|@\[[^\]]*\]\s*)*"
_COMMAND = re.compile(
    rf"^(?:{_MODIFIERS}(?:theorem|lemma|def|abbrev|example|instance|inductive|structure|class|axiom|opaque|"
    r"variable|universe|namespace|section|end|open|export|attribute|set_option|import|mutual|notation|infix[lr]?|"
    r"prefix|postfix|macro|macro_rules|syntax|elab|deriving|local|scoped|private|protected|noncomputable|omit|"
    r"include|#\w+)\b|@\[|/--|/-!|#)",
    re.MULTILINE,
)
_OPEN, _CLOSE = "([{⦃⟨", ")]}⦄⟩"
_SORRY = re.compile(r"(?<![\w.'])sorry(?![\w'])")


@dataclass(frozen=True, slots=True)
class TheoremText:
    """A theorem in a file. Offsets are in code points: `start` of its first word, `body` after `:=`, `end`."""

    name: str
    binders: str
    statement: str
    body: str
    start: int
    body_start: int
    end: int

    @property
    def unfinished(self) -> bool:
        return _SORRY.search(_without_comments(self.body)) is not None


def theorems(text: str) -> list[TheoremText]:
    """The theorems and lemmas of a file that have the form `theorem NAME BINDERS : TYPE := BODY`."""
    starts = [match.start() for match in _COMMAND.finditer(text) if not _inside_comment(text, match.start())]
    found = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        theorem = _theorem(text, start, end)
        if theorem is not None:
            found.append(theorem)
    return found


def _theorem(text: str, start: int, end: int) -> TheoremText | None:
    match = re.compile(rf"{_MODIFIERS}").match(text, start)
    word = _THEOREM.match(text, match.end() if match else start)
    if word is None or word.end() > end:
        return None
    colon = _top_level(text, word.end(), end, ":")
    assign = _top_level(text, colon + 1, end, ":=") if colon is not None else None
    if colon is None or assign is None:
        return None
    return TheoremText(
        name=word[1],
        binders=text[word.end() : colon].strip(),
        statement=text[colon + 1 : assign].strip(),
        body=text[assign + 2 : end].strip(),
        start=start,
        body_start=assign + 2,
        end=end,
    )


def _top_level(text: str, start: int, end: int, mark: str) -> int | None:
    """The first `mark` outside brackets, comments and strings; `:` is not the beginning of `:=` or `::`."""
    depth, position = 0, start
    while position < end:
        after = _after_comment_or_string(text, position)
        if after is not None:
            position = after
            continue
        character = text[position]
        depth += (character in _OPEN) - (character in _CLOSE)
        if depth == 0 and text.startswith(mark, position):
            if mark == ":=" or text[position : position + 2] not in (":=", "::"):
                return position
            position += 1
        position += 1
    return None


def _after_comment_or_string(text: str, position: int) -> int | None:
    if text[position] == '"':
        literal = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL).match(text, position)
        return literal.end() if literal else None
    return skip_comment(text, position)


def _inside_comment(text: str, position: int) -> bool:
    """Whether a block comment that began earlier is still open."""
    return text.count("/-", 0, position) > text.count("-/", 0, position)


def _without_comments(text: str) -> str:
    kept, position = [], 0
    while position < len(text):
        after = _after_comment_or_string(text, position)
        if after is None:
            kept.append(text[position])
            position += 1
        else:
            kept.append(" ")
            position = after
    return "".join(kept)
