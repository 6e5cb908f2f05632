"""From what a model wrote to `by` blocks: fences and commentary off, and what is no proof refused by name.

This reads text and knows Lean's comments, strings and words, not its grammar. It keeps the loop from spending
checks on what cannot be a proof, and from handing on what visibly adds commands to the file; what a text means is
judged by `verify/` alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tactic_mesh.gateway.base import Refusal

LINES_MAX = 40
CHARACTERS_MAX = 16_000
ANSWER_CHARACTERS_MAX = 1_000_000
BLOCKS_MAX = 32
EXCERPT_CHARACTERS = 200

_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_FENCE = re.compile(r"^[ ]{0,12}(`{3,}|~{3,})[^\n`]*$", re.MULTILINE)
_HIDDEN = re.compile(
    r"""--|/-|(?<![\w'!?])r(?P<fence>#*)"|"|(?<![\w'!?])'(?:\\[^'\n]{1,9}|\\'|[^'\\\n])'|«[^»\n]{0,200}»"""
)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_NOT_NEWLINE = re.compile(r"[^\n]")
_BY = re.compile(r"(?<![\w.'!?«])by(?![\w'!?.])")
_PROOF_LINE = re.compile(r"^[ ]*by(?![\w'!?.])|:=\s*by(?![\w'!?.])", re.MULTILINE)
_HEADER = re.compile(r"(?<![\w.'!?])(?:theorem|lemma|example)(?![\w'!?])")
_BODY = re.compile(r"[(\[{⦃⟨]|[)\]}⦄⟩]|:=")
_UNFINISHED = re.compile(r"(?<![\w.'!?])(?:sorry|admit|sorryAx)(?![\w'!?])")
# Words that Lean reserves and that begin a command wherever they stand; a name may hold them after a dot.
_COMMAND = re.compile(
    r"(?<![\w.'!?])(?:theorem|axiom|def|abbrev|example|instance|inductive|structure|class|opaque|namespace|section|"
    r"mutual|end|universe|variable|export|import|attribute|notation|infix|infixl|infixr|prefix|postfix|macro|"
    r"macro_rules|elab|elab_rules|syntax|declare_syntax_cat|run_cmd|run_elab|run_meta|initialize|builtin_initialize|"
    r"deriving|private|protected|noncomputable|unsafe|partial|public|register_option|unif_hint)(?![\w'!?])"
    r"|^[ ]*(?:lemma|alias|local|scoped|include|omit)(?![\w'!?])"
    r"|\#(?!v\[)[^\W\d]\w*",
    re.MULTILINE,
)
_SCOPED = re.compile(r"(?<![\w.'!?])(?:open|set_option)(?![\w'!?])[^\n]*")
_IN = re.compile(r"(?<![\w.'!?])in(?![\w'!?])")
# What may stand in the first column below an indented block and still belong to it.
_CONTINUES = re.compile(r"[|)\]}⟩⦄]")


@dataclass(frozen=True, slots=True)
class Extracted:
    """The `by` blocks of an answer, each once, and what else looked like one."""

    proofs: tuple[str, ...]
    refused: tuple[Refusal, ...] = ()


def extract(answer: str) -> Extracted:
    """The proofs in a model's answer. Of several blocks the last comes first: models end with what they mean."""
    text = _THOUGHT.sub("", answer[:ANSWER_CHARACTERS_MAX].replace("\r\n", "\n"))
    fenced = _fenced(text)
    blocks = fenced[-BLOCKS_MAX:][::-1] if fenced else _unfenced(text)[-BLOCKS_MAX:][::-1]
    proofs: dict[str, None] = {}
    refused = []
    for block in blocks:
        found = _proof_of(block, fenced=bool(fenced))
        if isinstance(found, Refusal):
            refused.append(found)
        else:
            proofs[found] = None
    if not proofs and not refused:
        refused.append(_refusal("no_proof", answer))
    return Extracted(tuple(proofs), tuple(refused))


def normalised(proof: str) -> str | Refusal:
    """A `by` block as it may be put after `:=`, or why this text is none. Doing it twice changes nothing."""
    proof = _leading_tabs_off(proof.replace("\r\n", "\n")).strip(" \n")
    if not _BY.match(proof):
        return _refusal("not_by", proof)
    if any(ord(character) < 32 and character != "\n" for character in proof):
        return _refusal("control_character", proof)
    if any(0xD800 <= ord(character) < 0xE000 for character in proof):
        return _refusal("not_unicode", proof)
    proof = _on_lines_of_its_own("\n".join(line.rstrip(" ") for line in proof.split("\n")))
    if len(proof) > CHARACTERS_MAX or proof.count("\n") >= LINES_MAX:
        return _refusal("too_long", proof)
    seen = visible(proof)
    if seen is None:
        return _refusal("unclosed", proof)
    if not seen[2:].strip():
        return _refusal("empty", proof)
    if _UNFINISHED.search(seen):
        return _refusal("unfinished", proof)
    if _adds_commands(seen):
        return _refusal("adds_commands", proof)
    return proof


def visible(text: str) -> str | None:
    """The text with comments and literals made blank, every offset unchanged; None if one of them has no end."""
    kept, position = [], 0
    while (mark := _HIDDEN.search(text, position)) is not None:
        end = _end_of(text, mark)
        if end is None:
            return None
        kept += [text[position : mark.start()], _NOT_NEWLINE.sub(" ", text[mark.start() : end])]
        position = end
    return "".join([*kept, text[position:]])


def _end_of(text: str, mark: re.Match[str]) -> int | None:
    if mark[0] == "--":
        newline = text.find("\n", mark.end())
        return len(text) if newline < 0 else newline
    if mark[0] == "/-":
        return _end_of_comment(text, mark.end())
    if mark["fence"] is not None:
        closing = '"' + mark["fence"]
        end = text.find(closing, mark.end())
        return None if end < 0 else end + len(closing)
    if mark[0] == '"':
        literal = _STRING.match(text, mark.start())
        return literal.end() if literal else None
    return mark.end()


def _end_of_comment(text: str, position: int) -> int | None:
    """Comments nest."""
    depth = 1
    for mark in re.compile(r"/-|-/").finditer(text, position):
        depth += 1 if mark[0] == "/-" else -1
        if depth == 0:
            return mark.end()
    return None


def _refusal(code: str, text: str) -> Refusal:
    return Refusal(code, text[:EXCERPT_CHARACTERS])


def _fenced(text: str) -> list[str]:
    """The insides of the fences; of one that is never closed, the rest of the text."""
    blocks, opened, mark = [], 0, ""
    for fence in _FENCE.finditer(text):
        if not mark:
            opened, mark = fence.end() + 1, fence[1]
        elif fence[1].startswith(mark):
            blocks.append(text[opened : fence.start()])
            mark = ""
    if mark:
        blocks.append(text[opened:])
    return [block for block in map(_dedented, blocks) if block.strip()]


def _unfenced(text: str) -> list[str]:
    """Without fences, a proof begins with a `by` and goes on as long as lines are indented below its line."""
    blocks: list[str] = []
    position = 0
    while len(blocks) < BLOCKS_MAX and (found := _PROOF_LINE.search(text, position)) is not None:
        line_start = text.rfind("\n", 0, found.start()) + 1
        indentation = _indentation(text[line_start:])
        lines = text[line_start:].split("\n")
        count = 1
        while count < len(lines) and (
            not lines[count].strip()
            or _indentation(lines[count]) > indentation
            or _CONTINUES.match(lines[count].lstrip(" "))
        ):
            count += 1
        block = "\n".join(lines[:count])
        blocks.append(" " * (found.end() - 2 - line_start) + block[found.end() - 2 - line_start :])
        position = line_start + len(block)
    return blocks


def _proof_of(block: str, *, fenced: bool) -> str | Refusal:
    """The one proof of a block: its `by`, the body of the one theorem that it states, or its bare tactics."""
    block = _leading_tabs_off(block).rstrip()
    seen = visible(block)
    if seen is None:
        return _refusal("unclosed", block)
    start = len(seen) - len(seen.lstrip())
    if _BY.match(seen, start):
        return normalised(_from(block, start))
    header = _HEADER.match(seen, start)
    if header is None:
        if not fenced:
            return _refusal("not_by", block)
        return normalised("by\n" + "\n".join(f"  {line}" for line in block.strip("\n").split("\n")))
    body = _body(seen, header.end())
    if body is None:
        return _refusal("not_by", block)
    first = body + len(seen[body:]) - len(seen[body:].lstrip())
    if not _BY.match(seen, first):
        return _refusal("not_by", block)
    return normalised(_from(block, first))


def _from(block: str, start: int) -> str:
    """The block from an offset on, its first line where it stood, so that columns still agree."""
    column = start - (block.rfind("\n", 0, start) + 1)
    return _on_lines_of_its_own(block[start:], column)


def _body(seen: str, position: int) -> int | None:
    """The offset after the first `:=` that stands in no bracket."""
    depth = 0
    for token in _BODY.finditer(seen, position):
        if token[0] == ":=":
            if depth == 0:
                return token.end()
        else:
            depth += 1 if token[0] in "([{⦃⟨" else -1
    return None


def _on_lines_of_its_own(proof: str, column: int = 0) -> str:
    """`by` on its own line if the block has several: after `:=` the first tactic would stand in a column of its own.

    `column` is where the `by` stood. Tactics in the first column are indented, as a block of a theorem is.
    """
    first, *rest = proof.split("\n")
    tactic = first[2:].lstrip(" ")
    indentations = [_indentation(line) for line in rest if line.strip()]
    if not indentations:
        return proof
    if tactic and not tactic.startswith("--"):
        where = column + len(first) - len(tactic)
        rest = [" " * min(where, *indentations) + tactic, *rest]
        first = "by"
    if _indentation(next(line for line in rest if line.strip())) == 0:
        rest = [f"  {line}" if line.strip() else "" for line in rest]
    return "\n".join([first, *rest])


def _adds_commands(seen: str) -> bool:
    """Does the block go on after its end? A word that begins a command, or text left of the block's tactics."""
    if _COMMAND.search(seen):
        return True
    if any(not _IN.search(scoped[0]) for scoped in _SCOPED.finditer(seen)):
        return True
    below = [line for line in seen.split("\n")[1:] if line.strip()]
    return any(_indentation(line) == 0 and not _CONTINUES.match(line) for line in below)


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _leading_tabs_off(text: str) -> str:
    """Lean knows no tabs; a model's tab before a tactic means two columns."""
    return re.sub(r"^[ \t]+", lambda blanks: blanks[0].replace("\t", "  "), text, flags=re.MULTILINE)


def _dedented(block: str) -> str:
    lines = block.split("\n")
    common = min((_indentation(line) for line in lines if line.strip()), default=0)
    return "\n".join(line[common:] if line.strip() else "" for line in lines)
