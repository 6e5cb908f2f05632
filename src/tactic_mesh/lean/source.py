"""Lean source as users give it: bytes to text, the header, and positions.

What arrives from outside is checked once, here: UTF-8, no NUL, a size limit, and lines that end where Lean ends
them (LF and CRLF only; never Python's longer list of separators).
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from pathlib import Path

from tactic_mesh.errors import InputError

SOURCE_BYTES_MAX = 4 << 20

_COMPONENT = r"(?:[^\s«».:(){}\[\]]+|«[^»]*»)"
_MODULE = re.compile(rf"{_COMPONENT}(?:\.{_COMPONENT})*")
_WORD = re.compile(r"[a-z]+(?![\w.'!?])")


def decode(raw: bytes, what: str) -> str:
    """User bytes as Lean text; a byte order mark goes, CRLF becomes LF.

    Raises: InputError naming `what` and saying what to change.
    """
    if len(raw) > SOURCE_BYTES_MAX:
        raise InputError(
            f"{what} has more than {SOURCE_BYTES_MAX} bytes; no more are read. Split it into smaller files."
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{what} is not UTF-8: byte {error.start} (line {line}). Save it as UTF-8."
        ) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise InputError(
            f"{what} contains a NUL character (line {line}). Lean source cannot have one; remove it."
        )
    return text.replace("\r\n", "\n")


def read(path: Path) -> str:
    """A file as Lean text. Raises: InputError if it cannot be read or is not Lean text."""
    try:
        with path.open("rb") as file:
            raw = file.read(SOURCE_BYTES_MAX + 1)
            size = max(len(raw), path.stat().st_size)
    except IsADirectoryError as error:
        raise InputError(f"{path} is a directory. Name the Lean files in it.") from error
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror}. Check the name and the permissions."
        ) from error
    if size > SOURCE_BYTES_MAX:
        raise InputError(
            f"{path} has {size} bytes; at most {SOURCE_BYTES_MAX} are read. Split it into smaller files."
        )
    return decode(raw, str(path))


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says before its first command: `end` is the offset in code points where the header ends."""

    imports: tuple[str, ...]
    prelude: bool
    module: bool
    end: int


def header(text: str) -> Header:
    """Scan `module`, `prelude` and `import` lines, as far as they reach."""
    imports: list[str] = []
    prelude = module = False
    end = 0
    while True:
        position = skip_blank(text, end)
        word = _WORD.match(text, position)
        if word and word[0] in ("module", "prelude") and not imports:
            module, prelude = module or word[0] == "module", prelude or word[0] == "prelude"
            end = word.end()
            continue
        imported = _import(text, position)
        if imported is None:
            return Header(tuple(imports), prelude, module, end)
        imports.append(imported[0].replace("«", "").replace("»", ""))
        end = imported[1]


def _import(text: str, position: int) -> tuple[str, int] | None:
    """The module that `[public] [meta] import [all] MODULE` names, and the offset after it."""
    for word, required in (("public", False), ("meta", False), ("import", True), ("all", False)):
        found = _WORD.match(text, position)
        if found and found[0] == word:
            position = skip_blank(text, found.end())
        elif required:
            return None
    module = _MODULE.match(text, position)
    return (module[0], module.end()) if module else None


def blank_header(text: str, found: Header) -> str:
    """The text with its header made blank, every later position unchanged."""
    return re.sub(r"[^\n]", " ", text[: found.end]) + text[found.end :]


# Lean's white space; anything else between commands, a tab or a lone carriage return, is its error to report.
_SPACE = re.compile(r"(?:[ \n]|\r\n)*")


def skip_blank(text: str, position: int) -> int:
    """The offset after white space and comments; doc comments belong to what follows them."""
    while True:
        position = _SPACE.match(text, position).end()  # type: ignore[union-attr]  # the empty match is one
        if text.startswith(("/--", "/-!"), position) or (after := skip_comment(text, position)) is None:
            return position
        position = after


def skip_comment(text: str, position: int) -> int | None:
    """The offset after the line or (nested) block comment that begins here; None if none does, or it has no end."""
    if text.startswith("--", position):
        newline = text.find("\n", position)
        return len(text) if newline < 0 else newline + 1
    return _block_comment_end(text, position) if text.startswith("/-", position) else None


_COMMENT_MARK = re.compile(r"/-|-/")


def _block_comment_end(text: str, position: int) -> int | None:
    depth = 0
    while (mark := _COMMENT_MARK.search(text, position)) is not None:
        depth += 1 if mark[0] == "/-" else -1
        position = mark.end()
        if depth == 0:
            return position
    return None


class Lines:
    """Offsets (code points) ↔ positions (line from 1, column from 0) of one text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._size = len(text)

    def position(self, offset: int) -> tuple[int, int]:
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1]

    def offset(self, line: int, column: int) -> int:
        """The offset of a position; clamped to the text."""
        line = min(max(line, 1), len(self._starts))
        return min(self._starts[line - 1] + max(column, 0), self._size)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a composed text: `origin` names whose text it is, empty for text of ours."""

    origin: str
    text: str


class Composed:
    """A text put together from pieces of different origin, which can say where a position came from."""

    def __init__(self, segments: list[Segment]) -> None:
        self._segments = segments
        self.text = "".join(segment.text for segment in segments)
        self._lines = Lines(self.text)

    def origin(self, line: int, column: int, *, end: bool = False) -> tuple[str, int, int]:
        """Whose text stands at a position of the whole, and where in that text.

        A position in text of ours is given to the origin `""`, with its place in the whole. With `end` the
        position is where something ends: it belongs to what stands before it.
        """
        offset = self._lines.offset(line, column)
        start = 0
        for segment in self._segments:
            inside = offset - start
            reaches = (
                inside <= len(segment.text)
                if end or segment is self._segments[-1]
                else inside < len(segment.text)
            )
            if segment.origin and int(end) <= inside and reaches:
                return (segment.origin, *Lines(segment.text).position(inside))
            start += len(segment.text)
        return ("", line, column)

    def nearest(self, line: int, column: int) -> tuple[str, int, int]:
        """The same, where a position in text of ours is the end of the user's text before it, if there is one."""
        found = self.origin(line, column)
        offset, start = self._lines.offset(line, column), 0
        for segment in self._segments if not found[0] else []:
            start += len(segment.text)
            if segment.origin and start <= offset:
                found = (segment.origin, *Lines(segment.text).position(len(segment.text)))
        return found
