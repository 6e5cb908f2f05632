"""Lean's expressions as data: read from memory in a child, numbered, and rebuilt as terms on the host's side.

The child numbers every term once per session, by its structure, and tells a number's content the first time that it
uses it: what goals have in common travels once. Rows refer to earlier rows, so that no side recurses.

    ["v", index] bound variable    ["l", position] context variable    ["m", number] metavariable
    ["s", name] sort   ["c", name] constant   ["n", value] number   ["t", text] string   ["a", fn, arg]
    ["f"|"p", name, info, type, body] fun, ∀   ["e", name, type, value, body] let   ["j", structure, index, value]
"""

from __future__ import annotations

import ctypes
import struct
from typing import Any

from tactic_mesh import term as terms
from tactic_mesh.errors import LeanProtocolError
from tactic_mesh.lean.objects import (
    LeanRuntimeError,
    Obj,
    field,
    field_count,
    is_boxed,
    name_text,
    tag,
    text,
    unbox,
)
from tactic_mesh.term import Term

ROWS_MAX = 2_000_000
"""Terms that one session may number; beyond that it must be opened anew."""

_BVAR, _FVAR, _MVAR, _SORT, _CONST, _APP, _LAM, _PI, _LET, _LITERAL, _MDATA, _PROJ = range(12)
_FIELDS = {_APP: (0, 1), _LAM: (1, 2), _PI: (1, 2), _LET: (1, 2, 3), _MDATA: (1,), _PROJ: (2,)}
_LEVEL_ZERO, _LEVEL_SUCC, _LEVEL_MAX, _LEVEL_IMAX, _LEVEL_PARAM, _LEVEL_MVAR = range(6)
_DATA_BYTES = 8
_words = struct.Struct("<QQQQ").unpack
_string_at = ctypes.string_at


class Exporter:
    """The child's side: one per session."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[Any, ...], int] = {}
        self._new: list[list[Any]] = []
        self._names: dict[int, str] = {}

    def take_rows(self) -> list[list[Any]]:
        """The rows that were added since they were last taken."""
        rows, self._new = self._new, []
        return rows

    def number(self, expression: Obj, places: dict[str, int], metas: dict[str, int]) -> int:
        """The number of an expression without assigned metavariables. `places` are the context's variables.

        Metavariables are numbered in `metas` as they come. Iterative: expressions nest as deeply as they like.
        """
        done: dict[Obj, int] = {}
        stack = [expression]
        while stack:
            one = stack[-1]
            if one in done:
                stack.pop()
                continue
            kind = tag(one)
            waiting = [part for index in _FIELDS.get(kind, ()) if (part := field(one, index)) not in done]
            if waiting:
                stack.extend(reversed(waiting))
                continue
            done[one] = self._row(one, kind, done, places, metas)
            stack.pop()
        return done[expression]

    def _row(
        self, one: Obj, kind: int, done: dict[Obj, int], places: dict[str, int], metas: dict[str, int]
    ) -> int:
        match kind:
            case 5:  # app
                return self._interned(("a", done[field(one, 0)], done[field(one, 1)]))
            case 4:
                return self._interned(("c", name_text(field(one, 0))))
            case 1:
                name = name_text(field(one, 0))
                place = places.get(name)
                return self._interned(("c", f"?{name}") if place is None else ("l", place))
            case 0:
                return self._interned(("v", unbox(field(one, 0))))
            case 6 | 7:
                parts = done[field(one, 1)], done[field(one, 2)]
                info = _scalar(one, 3)
                row = ["f" if kind == _LAM else "p", _shown(field(one, 0)), info, *parts]
                return self._interned((row[0], *parts), row)
            case 2:
                name = name_text(field(one, 0))
                return self._interned(("m", metas.setdefault(name, len(metas))))
            case 3:
                return self._interned(("s", _sort(field(one, 0))))
            case 8:
                parts3 = tuple(done[field(one, index)] for index in (1, 2, 3))
                return self._interned(("e", *parts3), ["e", _shown(field(one, 0)), *parts3])
            case 9:
                return self._interned(_literal(field(one, 0)))
            case 10:
                return done[field(one, 1)]
            case 11:
                name = name_text(field(one, 0))
                return self._interned(("j", name, unbox(field(one, 1)), done[field(one, 2)]))
        raise LeanRuntimeError(f"an expression has the unknown tag {kind}")

    def _interned(self, key: tuple[Any, ...], row: list[Any] | None = None) -> int:
        known = self._numbers.get(key)
        if known is not None:
            return known
        number = len(self._numbers)
        if number >= ROWS_MAX:
            raise LeanRuntimeError("this session has numbered too many terms")
        self._numbers[key] = number
        self._new.append(row if row is not None else list(key))
        return number


def _scalar(expression: Obj, fields: int) -> int:
    """The byte after the cached data of a binder: how it is given."""
    return int(ctypes.c_uint8.from_address(expression + 8 + 8 * fields + _DATA_BYTES).value)


def _shown(name: Obj) -> str:
    """A binder's name without hygiene marks."""
    return shown(name_text(name))[0]


def shown(name: str) -> tuple[str, bool]:
    """A variable's displayed name, and whether a script can use it."""
    if "._@." in name or "_hyg" in name:
        return name.split("._@.")[0].split(".")[0], False
    return name, not name.startswith("_")


def _literal(value: Obj) -> tuple[str, Any]:
    content = field(value, 0)
    if tag(value) == 1:
        return "t", text(content)
    # A number beyond 63 bits is a big integer of another library; its value is of no use to an expert.
    return "n", unbox(content) if is_boxed(content) else -1


def _sort(level: Obj) -> str:
    steps = 0
    while not is_boxed(level) and tag(level) == _LEVEL_SUCC:
        level, steps = field(level, 0), steps + 1
    if is_boxed(level) or (tag(level) == _LEVEL_ZERO and field_count(level) == 0):
        return "Prop" if steps == 0 else "Type" if steps == 1 else f"Type {steps - 1}"
    name = name_text(field(level, 0)) if tag(level) == _LEVEL_PARAM else "_"
    return f"Sort {name}" if steps == 0 else f"Type {name}" if steps == 1 else f"Type ({name} + {steps - 1})"


class Importer:
    """The host's side: rows in, terms out."""

    def __init__(self) -> None:
        self._terms: list[Term] = []

    def add(self, rows: list[list[Any]]) -> None:
        """Raises: LeanProtocolError for rows that no child of ours writes."""
        if len(self._terms) + len(rows) > ROWS_MAX:
            raise LeanProtocolError("a child numbered too many terms")
        try:
            for row in rows:
                self._terms.append(self._term(row))
        except (IndexError, TypeError, ValueError, KeyError) as error:
            raise LeanProtocolError("a child sent a term that is none") from error

    def __getitem__(self, number: int) -> Term:
        if not 0 <= number < len(self._terms):
            raise LeanProtocolError("a child mentioned a term that it did not send")
        return self._terms[number]

    def _term(self, row: list[Any]) -> Term:
        known = self._terms
        match row:
            case ["a", int(fn), int(arg)]:
                return terms.app(known[fn], known[arg])
            case ["c", str(name)]:
                return terms.const(name)
            case ["l", int(index)]:
                return terms.local(index)
            case ["v", int(index)]:
                return terms.var(index)
            case ["f", str(name), int(info), int(type_), int(body)]:
                return terms.binder(terms.Lam, name, known[type_], known[body], info)
            case ["p", str(name), int(info), int(type_), int(body)]:
                return terms.binder(terms.Pi, name, known[type_], known[body], info)
            case ["m", int(index)]:
                return terms.meta(index)
            case ["s", str(name)]:
                return terms.sort(name)
            case ["n", int(value)]:
                return terms.num(value)
            case ["t", str(value)]:
                return terms.literal(value)
            case ["e", str(name), int(type_), int(value), int(body)]:
                return terms.let(name, known[type_], known[value], known[body])
            case ["j", str(structure), int(index), int(value)]:
                return terms.proj(structure, index, known[value])
        raise ValueError
