"""Find the theorems of a Lean file that are still to be proved, by reading its text.

This is for choosing what to work on, never for judging: what a theorem means is Lean's answer. The reader knows
comments, strings and brackets; a declaration that is written by a macro is not seen. Each file is read once, in
time that grows with its length.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from dataclasses import dataclass

from tactic_mesh.lean.source import skip_comment

_COMPONENT = r"(?:«[^»\n]{0,200}»|[^\s«»(){}\[\]:⦃⦄.]+)"
_NAME = rf"{_COMPONENT}(?:\.{_COMPONENT})*"
_THEOREM = re.compile(rf"(?:theorem|lemma)\s++({_NAME})")
# Quantifiers of blanks give nothing back: a long comment, which reads as blanks, is walked through once.
_MODIFIERS = (
    r"(?:(?:private|protected|noncomputable|nonrec|unsafe|public|scoped|local|meta)\s++|@\[[^\]]{0,200}\]\s*+"
    r"|/--\s*+){0,20}"
)
_DECLARATION = r"theorem|lemma|def|abbrev|example|instance|inductive|structure|class|axiom|opaque"
_SCOPES = r"namespace|section|mutual|end"
_COMMAND = re.compile(
    # A command begins a line, or follows the `in` of `open … in`; tactics may begin indented lines with some words.
    rf"^(?:{_MODIFIERS}(?:{_DECLARATION}|{_SCOPES}|variable|universe|open|export|attribute|set_option|import|"
    r"notation|infix[lr]?|prefix|postfix|macro|macro_rules|syntax|elab|deriving|local|scoped|private|protected|"
    r"noncomputable|public|omit|include|#\w+)\b|@\[|/--|/-!|#)"
    rf"|^[ \t]++{_MODIFIERS}(?:{_DECLARATION}|{_SCOPES}|variable)\b(?!\s*+:=)"
    rf"|(?<=\bin)\s++{_MODIFIERS}(?:{_DECLARATION}|open|set_option|omit|include|variable)\b",
    re.MULTILINE,
)
_HIDDEN = re.compile(
    r"""--|/-|(?<![\w'!?])r(?P<fence>#*)"|"|(?<![\w'!?])'(?:\\[^'\n]{1,9}|\\'|[^'\\\n])'|«[^»\n]{0,200}»"""
)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_EXIT = re.compile(r"#exit(?![\w'])")
_NOT_NEWLINE = re.compile(r"[^\n]")
_SCOPE = re.compile(rf"{_MODIFIERS}(namespace|section|mutual|end)\b(?:[ \t]++({_NAME}))?")
_OPEN = re.compile(r"open[ \t]++(?!scoped\b)([^\n()]*)$", re.MULTILINE)
_PARTLY = re.compile(r"(?<![\w.])(?:in|hiding|renaming)(?![\w.])")
_NAMESPACE = re.compile(r"namespace\b")
_IN = re.compile(r"(?<![\w.])in(?=\s)")
_QUOTATION = re.compile(r"`\(")
_PARENTHESIS = re.compile(r"[()]")
_SORRY = re.compile(r"(?<![\w.'«])sorry(?![\w'»])")
_TOKEN = re.compile(r"[(\[{⦃⟨]|[)\]}⦄⟩]|:=|::|:|(?<![\w.])(?:let|have)(?![\w.'])|\n[ \t]*\|(?=[^\n]*=>)")


@dataclass(frozen=True, slots=True)
class TheoremText:
    """A theorem in a file. Offsets are in code points: `start` of its first word, `body_start` after `:=`, `end`.

    The first word is that of its doc comment or attribute if it has one. `chain` is where the commands `open … in`
    begin that belong to it; `start` if it has none. `namespace` is where it stands. Comments around binders and
    statement are left out.
    """

    name: str
    binders: str
    statement: str
    body: str
    start: int
    binders_start: int
    statement_start: int
    body_start: int
    end: int
    chain: int
    namespace: str = ""

    @property
    def full_name(self) -> str:
        if self.name.startswith("_root_."):
            return self.name.removeprefix("_root_.")
        return f"{self.namespace}.{self.name}" if self.namespace else self.name

    @property
    def unfinished(self) -> bool:
        return _SORRY.search(visible(self.body)) is not None

    def prelude(self, text: str) -> str:
        """What stands before the theorem in its file, every `open … in` of its own made a plain `open …`."""
        chain = text[self.chain : self.start]
        parts, position = [text[: self.chain]], 0
        for match in _IN.finditer(visible(chain)):
            parts.append(chain[position : match.start()].rstrip(" "))
            position = match.end()
        return "".join([*parts, chain[position:]])


def theorems(text: str) -> list[TheoremText]:
    """The theorems and lemmas of a file that have the form `theorem NAME BINDERS : TYPE := BODY` (or `| … => …`).

    What a macro only quotes (`` `(theorem …) ``) is none of them.
    """
    seen = visible(text)
    quoted = _quotations(seen)
    starts = [_first_word(seen, match.start()) for match in _COMMAND.finditer(seen)]
    found = []
    scopes: list[str] = []
    chain: int | None = None
    for start, end in itertools.pairwise([*starts, len(seen)]):
        theorem = _theorem(text, seen, start, end)
        if theorem is not None and not any(begin < start < after for begin, after in quoted):
            namespace = ".".join(filter(None, scopes))
            chain = start if chain is None else chain
            found.append(dataclasses.replace(theorem, chain=chain, namespace=namespace))
        first = start if chain is None else chain
        chain = first if re.search(r"(?<![\w.])in\Z", seen[start:end].rstrip()[-4:]) else None
        _enter_or_leave(seen, start, scopes)
    return found


def open_namespaces(text: str) -> tuple[str, ...]:
    """The namespaces in which a name that follows the text is looked up, the innermost first."""
    seen = visible(text)
    scopes: list[str] = []
    opened: list[tuple[int, str]] = []
    for match in _COMMAND.finditer(seen):
        start = _first_word(seen, match.start())
        _enter_or_leave(seen, start, scopes)
        opened = [one for one in opened if one[0] <= len(scopes)]
        command = _OPEN.match(seen, start)
        if command is not None and not _PARTLY.search(command[1]):
            opened += [(len(scopes), name) for name in re.findall(_NAME, command[1])]
        elif _NAMESPACE.match(seen, start):
            within = [scope for scope in scopes if scope]
            opened += [(len(scopes), ".".join(within[:count])) for count in range(1, len(within) + 1)]
    return tuple(dict.fromkeys(name for _, name in reversed(opened)))


def _quotations(seen: str) -> list[tuple[int, int]]:
    """Where quotations of syntax begin and end; one that is never closed is none."""
    found: list[tuple[int, int]] = []
    end = 0
    for quotation in _QUOTATION.finditer(seen):
        if quotation.start() < end:
            continue
        depth = 0
        for parenthesis in _PARENTHESIS.finditer(seen, quotation.end() - 1):
            depth += 1 if parenthesis[0] == "(" else -1
            if depth == 0:
                end = parenthesis.end()
                found.append((quotation.start(), end))
                break
        else:
            break
    return found


def _enter_or_leave(seen: str, start: int, scopes: list[str]) -> None:
    """Keep the stack of open scopes, a component of a name each, empty for what is no namespace."""
    scope = _SCOPE.match(seen, start)
    if scope is None:
        return
    names = re.findall(_COMPONENT, scope[2] or "")
    if scope[1] == "end":
        del scopes[max(0, len(scopes) - max(1, len(names))) :]
    else:
        scopes += names if scope[1] == "namespace" else [""] * max(1, len(names))


def visible(text: str) -> str:
    """The text with comments and the insides of literals made blank, every offset unchanged.

    What opens a doc comment and the ends of literals stay as marks.
    """
    kept, position = [], 0
    while (mark := _HIDDEN.search(text, position)) is not None:
        after = _hidden_end(text, mark)
        start, end = mark.start(), after
        if mark[0] in ("--", "/-"):
            start += 3 * text.startswith(("/--", "/-!"), start)
        elif mark[0].startswith("«"):
            start = after
        else:
            start, end = start + 1, after - 1
        start, end = min(start, after), max(start, end)
        kept += [text[position:start], _NOT_NEWLINE.sub(" ", text[start:end]), text[end:after]]
        position = after
    return "".join([*kept, text[position:]])


def _hidden_end(text: str, mark: re.Match[str]) -> int:
    """The offset after the comment or literal that begins at `mark`; the end of the text if it has no end."""
    if mark[0] in ("--", "/-"):
        return skip_comment(text, mark.start()) or len(text)
    if mark["fence"] is not None:
        end = text.find('"' + mark["fence"], mark.end())
        return len(text) if end < 0 else end + 1 + len(mark["fence"])
    if mark[0] == '"':
        literal = _STRING.match(text, mark.start())
        return literal.end() if literal else len(text)
    return mark.end()


def _first_word(seen: str, position: int) -> int:
    while seen[position].isspace():
        position += 1
    return position


def _theorem(text: str, seen: str, start: int, end: int) -> TheoremText | None:
    modifiers = re.compile(_MODIFIERS).match(seen, start)
    word = _THEOREM.match(seen, modifiers.end() if modifiers else start)
    if word is None or word.end() > end:
        return None
    colon = _top_level(seen, word.end(), end, (":",))
    assign = _top_level(seen, colon.end(), end, (":=", "|")) if colon is not None else None
    if colon is None or assign is None:
        return None
    body_start = assign.end() if assign[0] == ":=" else assign.end() - 1
    binders = _trimmed(seen, word.end(), colon.start())
    statement = _trimmed(seen, colon.end(), assign.start())
    return TheoremText(
        name=word[1],
        binders=text[slice(*binders)],
        statement=text[slice(*statement)],
        body=text[body_start:end].strip(),
        start=start,
        binders_start=binders[0],
        statement_start=statement[0],
        body_start=body_start,
        end=end,
        chain=start,
    )


def _trimmed(seen: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space and comments at its ends."""
    inside = seen[start:end]
    first = len(inside) - len(inside.lstrip())
    return start + first, start + max(first, len(inside.rstrip()))


def is_name(text: str) -> bool:
    """Whether a theorem can have this name."""
    return re.fullmatch(rf"(?!\d){_NAME}", text) is not None


def exit_in(seen: str) -> int | None:
    """Where `#exit` ends a text that was made `visible`; what stands behind it is not read."""
    found = _EXIT.search(seen)
    return found.start() if found else None


def without_outer_comments(text: str) -> str:
    """The text without white space and comments at its ends: what follows it on its last line is not swallowed."""
    return text[slice(*_trimmed(visible(text), 0, len(text)))]


def _top_level(seen: str, start: int, end: int, marks: tuple[str, ...]) -> re.Match[str] | None:
    """The first of `marks` outside brackets, as a token of its own; the `:=` of a `let` is not one."""
    depth = lets = 0
    for token in _TOKEN.finditer(seen, start, end):
        word = token[0].lstrip()
        if word in "([{⦃⟨":
            depth += 1
        elif word in ")]}⦄⟩":
            depth -= 1
        elif depth:
            continue
        elif word in ("let", "have"):
            lets += 1
        elif word == ":=" and lets:
            lets -= 1
        elif word in marks:
            return token
    return None
