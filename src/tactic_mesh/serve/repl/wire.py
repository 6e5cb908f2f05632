"""The REPL's lines: objects separated by blank lines → requests; and what an object must not ask for.

The kinds of objects and the order in which they are told apart are the REPL's own. What it can do and this program
cannot is refused by name, never passed over.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from tactic_mesh.theorem import Trust

OBJECT_BYTES_MAX = 16 << 20
_COMMENTS = (b"#", b"--")
# Not supported, whatever a client hopes for; `false`, `null` and the like ask for nothing.
_REFUSED = {
    "pickleTo": "pickling",
    "unpickleEnvFrom": "pickling",
    "unpickleProofStateFrom": "pickling",
    "allTactics": "allTactics",
    "rootGoals": "rootGoals",
    "infotree": "infotree",
    "declarations": "declarations",
    "setOptions": "setOptions",
}
# `incrementality` only asks to be fast, and `gc` is honoured.
_SHARED = frozenset({"gc", "timeout", "incrementality"})
_OF_COMMANDS = _SHARED | {"env", "discard", "trust"}


class RequestError(Exception):
    """An object that is no request, or asks for what there is not; the text is the answer."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a request may say besides its text. `wall_s` None is the default.

    `keep` False forgets the state after it, `numbered` False leaves it without a number too.
    """

    keep: bool = True
    numbered: bool = True
    wall_s: float | None = None
    trust: Trust = Trust.ELABORATED


@dataclass(frozen=True, slots=True)
class Command:
    """A text, from an environment or from the beginning of a file."""

    text: str
    env: int | None
    options: Options


@dataclass(frozen=True, slots=True)
class File:
    """The text of a file, like a command."""

    path: str
    env: int | None
    options: Options


@dataclass(frozen=True, slots=True)
class Tactic:
    """One tactic, from a proof state."""

    text: str
    proof_state: int
    options: Options


@dataclass(frozen=True, slots=True)
class Discard:
    """Environments and proof states that are needed no more."""

    environments: tuple[int, ...]
    proof_states: tuple[int, ...]


Request = Command | File | Tactic | Discard


def objects(stream: BinaryIO) -> Iterator[bytes]:
    """The objects of a stream: what stands between blank lines, without comment lines. An end of input ends the last.

    An object that is too long comes as its beginning, which is no JSON.
    """
    held = bytearray()
    while line := stream.readline(OBJECT_BYTES_MAX):
        if line.strip():
            if not line.startswith(_COMMENTS) and len(held) <= OBJECT_BYTES_MAX:
                held += line
        elif held:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)


def request_of(raw: bytes) -> Request:
    """What an object asks. Raises: RequestError."""
    if len(raw) > OBJECT_BYTES_MAX:
        raise RequestError(f"Could not parse JSON:\nmore than {OBJECT_BYTES_MAX} bytes")
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise RequestError(f"Could not parse JSON:\n{error}") from error
    if not isinstance(found, dict):
        raise RequestError("Could not parse as a valid JSON command:\nan object is expected")
    for key, what in _REFUSED.items():
        if found.get(key) not in (None, False, "", "none", []):
            raise RequestError(f"{what} is not supported by this REPL; leave out `{key}`")
    asked = {key: value for key, value in found.items() if key not in _REFUSED and value is not None}
    if "tactic" in asked and "proofState" in asked:
        _only(asked, _SHARED | {"tactic", "proofState"})
        return Tactic(_text(asked, "tactic"), _number(asked, "proofState"), _options(asked))
    if "cmd" in asked:
        _only(asked, _OF_COMMANDS | {"cmd"})
        return Command(_text(asked, "cmd"), _environment(asked), _options(asked))
    if "path" in asked:
        _only(asked, _OF_COMMANDS | {"path"})
        return File(_text(asked, "path"), _environment(asked), _options(asked))
    if "discard" in asked or "discardProofStates" in asked:
        _only(asked, frozenset({"discard", "discardProofStates"}))
        return Discard(_numbers(asked, "discard"), _numbers(asked, "discardProofStates"))
    raise RequestError("Could not parse as a valid JSON command:\nit has no `cmd`, `path` or `tactic`")


def _only(asked: dict[str, Any], known: frozenset[str]) -> None:
    if unknown := sorted(asked.keys() - known):
        raise RequestError(f"`{unknown[0]}` is not known to this REPL; leave it out")


def _text(asked: dict[str, Any], key: str) -> str:
    value = asked[key]
    if not isinstance(value, str):
        raise RequestError(f"`{key}` must be a string")
    if "\0" in value:
        raise RequestError(f"`{key}` contains a NUL character, which Lean source cannot have")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise RequestError(f"`{key}` is no text: {error.reason}") from error
    return value.replace("\r\n", "\n")


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _number(asked: dict[str, Any], key: str) -> int:
    value = asked[key]
    if not _is_number(value):
        raise RequestError(f"`{key}` must be a natural number")
    return int(value)


def _environment(asked: dict[str, Any]) -> int | None:
    return _number(asked, "env") if "env" in asked else None


def _numbers(asked: dict[str, Any], key: str) -> tuple[int, ...]:
    value = asked.get(key, [])
    listed = value if isinstance(value, list) else [value]
    if not all(map(_is_number, listed)):
        raise RequestError(f"`{key}` must be a natural number, or an array of them")
    return tuple(listed)


def _options(asked: dict[str, Any]) -> Options:
    for key in ("gc", "discard", "incrementality"):
        if not isinstance(asked.get(key, False), bool):
            raise RequestError(f"`{key}` must be true or false")
    wall_s = asked.get("timeout")
    if wall_s is not None and (
        isinstance(wall_s, bool) or not isinstance(wall_s, int | float) or not 0 < wall_s < math.inf
    ):
        raise RequestError("`timeout` must be a positive number of seconds")
    trust = asked.get("trust", Trust.ELABORATED)
    if trust not in list(Trust):
        raise RequestError(f"`trust` must be one of {', '.join(Trust)}")
    gone, unnumbered = asked.get("gc", False), asked.get("discard", False)
    return Options(not (gone or unnumbered), not unnumbered, wall_s, Trust(trust))
