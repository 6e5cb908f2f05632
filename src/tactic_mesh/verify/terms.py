"""Kernel terms as plain data: names, levels and expressions, each kept once.

A `Terms` table numbers every different level and expression, so that two terms are equal up to the names of bound
variables exactly if their numbers are. Children are numbered before their parents: whoever goes through the numbers
upwards never needs recursion. What Lean caches in a term (hash, loose bound variables) is not here; it is computed
anew by whoever needs it.
"""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tactic_mesh.lean.objects import name_part_text

Name = tuple[str | int, ...]
"""A hierarchical name; the anonymous one is empty. No text form is ever compared: `«a.b»` is not `a.b`."""


class LevelKind(enum.IntEnum):
    """As Lean numbers the constructors of `Level`."""

    ZERO = 0
    SUCC = 1
    MAX = 2
    IMAX = 3
    PARAM = 4


class ExprKind(enum.IntEnum):
    """As Lean numbers the constructors of `Expr`; free and meta variables (1, 2) never reach the kernel."""

    BVAR = 0
    SORT = 3
    CONST = 4
    APP = 5
    LAM = 6
    PI = 7
    LET = 8
    LIT = 9
    MDATA = 10
    PROJ = 11


Level = int
"""A number in `Terms.levels`."""

Expr = int
"""A number in `Terms.exprs`."""

Node = tuple[Any, ...]
"""A kind and what belongs to it, as `Terms` says."""


@dataclass(frozen=True, slots=True)
class Binder:
    """What the kernel does not look at: the variable's name and how it is given (`(x)`, `{x}`, `⦃x⦄`, `[x]`)."""

    name: Name
    info: int


@dataclass(slots=True)
class Terms:
    """A table of levels and expressions. Grows only.

    `levels` holds, by kind: `(ZERO,)`, which is number 0, `(SUCC, level)`, `(MAX | IMAX, level, level)`,
    `(PARAM, name)`. `exprs` holds, by kind: `(BVAR, index)`, `(SORT, level)`, `(CONST, name, levels)`,
    `(APP, function, argument)`, `(LAM | PI, type, body)`, `(LET, type, value, body)`, `(LIT, number or text)`,
    `(PROJ, structure, index, expr)`. `binders` has the names of bound variables as the first reader saw them.
    """

    levels: list[Node] = field(default_factory=lambda: [(LevelKind.ZERO,)])
    exprs: list[Node] = field(default_factory=list)
    binders: dict[Expr, Binder] = field(default_factory=dict)
    _level_numbers: dict[Node, Level] = field(default_factory=lambda: {(LevelKind.ZERO,): 0})
    _expr_numbers: dict[Node, Expr] = field(default_factory=dict)

    def level(self, *node: Any) -> Level:
        """The number of a level node."""
        number = self._level_numbers.get(node)
        if number is None:
            number = self._level_numbers[node] = len(self.levels)
            self.levels.append(node)
        return number

    def expr(self, *node: Any) -> Expr:
        """The number of an expression node."""
        number = self._expr_numbers.get(node)
        if number is None:
            number = self._expr_numbers[node] = len(self.exprs)
            self.exprs.append(node)
        return number

    def bound(self, kind: int, binder: Binder, *children: Expr) -> Expr:
        """The number of a `LAM`, `PI` or `LET`; the binder of the first of several equal ones is kept."""
        number = self.expr(kind, *children)
        self.binders.setdefault(number, binder)
        return number

    def children(self, expr: Expr) -> tuple[Expr, ...]:
        """The expressions right below `expr`."""
        node = self.exprs[expr]
        return tuple(node[_FIRST_CHILD.get(node[0], len(node)) :])

    def below(self, roots: Iterable[Expr]) -> list[Expr]:
        """`roots` and everything below them, children first."""
        seen: set[Expr] = set()
        pending = list(roots)
        exprs, first_child = self.exprs, _FIRST_CHILD
        while pending:
            number = pending.pop()
            if number not in seen:
                seen.add(number)
                node = exprs[number]
                if (first := first_child.get(node[0])) is not None:
                    pending += node[first:]
        return sorted(seen)

    def constants(self, roots: Iterable[Expr]) -> Iterator[Name]:
        """The constants that occur below `roots`, those whose fields are projected included; with repetitions."""
        for number in self.below(roots):
            node = self.exprs[number]
            if node[0] in (ExprKind.CONST, ExprKind.PROJ):
                yield node[1]

    def constants_anew(self, roots: Iterable[Expr], seen: set[Expr]) -> list[Name]:
        """The same without what is below an expression in `seen`, to which what was walked is added."""
        found = []
        pending = list(roots)
        exprs, first_child = self.exprs, _FIRST_CHILD
        while pending:
            number = pending.pop()
            if number in seen:
                continue
            seen.add(number)
            node = exprs[number]
            kind = node[0]
            if kind == ExprKind.CONST or kind == ExprKind.PROJ:
                found.append(node[1])
            if (first := first_child.get(kind)) is not None:
                pending += node[first:]
        return found

    def levels_below(self, roots: Iterable[Level]) -> list[Level]:
        """`roots` and every level below them, children first."""
        seen: set[Level] = set()
        pending = list(roots)
        while pending:
            number = pending.pop()
            if number not in seen:
                seen.add(number)
                node = self.levels[number]
                if node[0] != LevelKind.PARAM:
                    pending += node[1:]
        return sorted(seen)

    def renamed(self, roots: Iterable[Expr], names: Mapping[Name, Name]) -> dict[Expr, Expr]:
        """Each of these expressions, and of those below them, with other names for its universe parameters."""
        order = self.below(roots)
        levels = self._renamed_levels(order, names)
        made: dict[Expr, Expr] = {}
        for number in order:
            kind, *parts = self.exprs[number]
            first = _FIRST_CHILD.get(kind, len(parts) + 1) - 1
            if kind == ExprKind.SORT:
                parts = [levels[parts[0]]]
            elif kind == ExprKind.CONST:
                parts = [parts[0], tuple(levels[level] for level in parts[1])]
            made[number] = self.expr(kind, *parts[:first], *(made[child] for child in parts[first:]))
            if number in self.binders:
                self.binders.setdefault(made[number], self.binders[number])
        return made

    def _renamed_levels(self, order: Iterable[Expr], names: Mapping[Name, Name]) -> dict[Level, Level]:
        made: dict[Level, Level] = {}
        for number in self.levels_below(self.levels_used(order)):
            kind, *parts = self.levels[number]
            if kind == LevelKind.PARAM:
                made[number] = self.level(kind, names.get(parts[0], parts[0]))
            else:
                made[number] = self.level(kind, *(made[part] for part in parts))
        return made

    def levels_used(self, order: Iterable[Expr]) -> Iterator[Level]:
        """The levels that stand in these expressions themselves; with repetitions."""
        for number in order:
            node = self.exprs[number]
            if node[0] == ExprKind.SORT:
                yield node[1]
            elif node[0] == ExprKind.CONST:
                yield from node[2]

    def level_digests(self, roots: Iterable[Level]) -> dict[Level, bytes]:
        """The sha256 of each of these levels and of those below them."""
        digests: dict[Level, bytes] = {}
        for number in self.levels_below(roots):
            kind, *parts = self.levels[number]
            inside = [name_bytes(parts[0])] if kind == LevelKind.PARAM else [digests[part] for part in parts]
            digests[number] = hashlib.sha256(b"".join([b"level %d " % kind, *inside])).digest()
        return digests

    def digests(self, roots: Iterable[Expr]) -> dict[Expr, bytes]:
        """The sha256 of each of these expressions and of those below them; equal exactly for equal terms."""
        order = self.below(roots)
        levels = self.level_digests(self.levels_used(order))
        digests: dict[Expr, bytes] = {}
        for number in order:
            node = self.exprs[number]
            kind = node[0]
            parts = [b"expr %d " % kind]
            if kind == ExprKind.BVAR:
                parts.append(b"%d" % node[1])
            elif kind == ExprKind.SORT:
                parts.append(levels[node[1]])
            elif kind == ExprKind.CONST:
                parts += [name_bytes(node[1]), *(levels[level] for level in node[2])]
            elif kind == ExprKind.LIT:
                parts.append(literal_bytes(node[1]))
            elif kind == ExprKind.PROJ:
                parts += [name_bytes(node[1]), b"%d " % node[2], digests[node[3]]]
            else:
                parts += [digests[child] for child in node[1:]]
            digests[number] = hashlib.sha256(b"".join(parts)).digest()
        return digests


_FIRST_CHILD = {ExprKind.APP: 1, ExprKind.LAM: 1, ExprKind.PI: 1, ExprKind.LET: 1, ExprKind.PROJ: 3}
"""Where the children begin in a node of this kind; they go to its end."""


def name_bytes(name: Name) -> bytes:
    """The name framed, so that no two names give the same bytes."""
    parts = [b"%d;" % len(name)]
    for part in name:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else b"%d" % part
        parts.append((b"s" if isinstance(part, str) else b"n") + b"%d:" % len(raw) + raw)
    return b"".join(parts)


def name_text(name: Name) -> str:
    """The name as Lean's users write it; no two names read the same."""
    return ".".join(name_part_text(part) if isinstance(part, str) else str(part) for part in name)


def literal_bytes(value: int | str) -> bytes:
    """A literal framed; numbers in hexadecimal, which has no limit of length."""
    if isinstance(value, str):
        return b"s" + value.encode("utf-8", "surrogatepass")
    return b"n%x" % value


class Kind(enum.StrEnum):
    """The kinds of constants, in the order in which Lean numbers the constructors of `ConstantInfo`."""

    AXIOM = "axiom"
    DEFINITION = "definition"
    THEOREM = "theorem"
    OPAQUE = "opaque"
    QUOTIENT = "quotient"
    INDUCTIVE = "inductive"
    CONSTRUCTOR = "constructor"
    RECURSOR = "recursor"


@dataclass(frozen=True, slots=True)
class Rule:
    """How a recursor computes on one constructor."""

    constructor: Name
    fields: int
    value: Expr


@dataclass(frozen=True, slots=True)
class Constant:
    """A constant as a compiled module stores it.

    `numbers`, `names` and `flags` are what its kind has beyond that, in Lean's order: for an inductive type its
    parameters, indices and nested types (numbers), the types declared with it and its constructors (names), and
    whether it is recursive, unsafe, reflexive (flags); and so on. `hints` are a definition's reducibility: 0
    opaque, 1 abbreviation, otherwise 2 + height.
    """

    name: Name
    kind: Kind
    parameters: tuple[Name, ...]
    type: Expr
    value: Expr | None = None
    hints: int = 0
    names: tuple[tuple[Name, ...], ...] = ()
    numbers: tuple[int, ...] = ()
    flags: tuple[int, ...] = ()
    rules: tuple[Rule, ...] = ()

    @property
    def terms(self) -> tuple[Expr, ...]:
        """Every expression in it."""
        value = () if self.value is None else (self.value,)
        return (self.type, *value, *(rule.value for rule in self.rules))

    @property
    def is_unsafe(self) -> bool:
        """Whether the kernel does not vouch for it: `unsafe`, or a `partial` definition."""
        match self.kind:
            case Kind.DEFINITION:
                return self.flags[0] != _SAFE
            case Kind.THEOREM | Kind.QUOTIENT:
                return False
            case Kind.AXIOM | Kind.OPAQUE | Kind.CONSTRUCTOR:
                return bool(self.flags[0])
            case Kind.INDUCTIVE | Kind.RECURSOR:
                return bool(self.flags[1])


_SAFE = 1
"""`DefinitionSafety`: unsafe 0, safe 1, partial 2."""
