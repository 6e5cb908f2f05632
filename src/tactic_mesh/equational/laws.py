"""The laws of magmas in the order and numbering of the Equational Theories Project.

A law is an equation between two terms over one binary operation. Two laws are the same if renaming variables and
swapping sides makes them equal; `w = w` is no law except `x = x`. The order: fewer operations first; then the shape
of the left side, then of the right (shapes by number of operations, then left factor, then right factor); then the
variables read from left to right, as numbers, lexicographically.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tactic_mesh.equational.terms import Term, dual, leaves, operations, renumber, variables
from tactic_mesh.errors import UsageError

LAWS = 4694
"""How many laws there are with at most four operations: those of the implication graph."""
NUMBERED_OPERATIONS_MAX = 5
"""Laws up to this many operations have a number (62,576 of them)."""
OPERATIONS_MAX = 40
"""The largest law that is read from text."""
NAMES = "xyzwuvrst"
_SYMBOL = "◇"
_TOKEN = re.compile(r"\s*([A-Za-z]\w*|[()=◇*⋄∘]|.)", re.DOTALL)


class LawError(UsageError):
    """What the user gave is no law: a number that does not exist, or a malformed equation."""


@dataclass(frozen=True, slots=True, order=True)
class Law:
    """An equation in canonical form; compares equal to every law that is the same up to renaming and swapping."""

    left: Term
    right: Term

    @property
    def operations(self) -> int:
        return operations(self.left) + operations(self.right)

    @property
    def variables(self) -> int:
        """How many variables: they are 0, 1, … in the order of first occurrence."""
        return len(variables(self.left, self.right))

    @property
    def dual(self) -> Law:
        """The law of the opposite magmas."""
        return law_of(dual(self.left), dual(self.right))

    def __str__(self) -> str:
        return f"{show(self.left)} = {show(self.right)}"


def name_of(leaf: int) -> str:
    """The name of a variable (x, y, z, w, u, v, …) or of a constant (c1, c2, …)."""
    if leaf < 0:
        return f"c{-leaf}"
    return NAMES[leaf] if leaf < len(NAMES) else f"x{leaf}"


def show(term: Term, symbol: str = _SYMBOL) -> str:
    """The term as people write it: no outer parentheses."""
    if isinstance(term, int):
        return name_of(term)
    parts = (show(part, symbol) if isinstance(part, int) else f"({show(part, symbol)})" for part in term)
    return f" {symbol} ".join(parts)


def _shape_key(term: Term) -> tuple[object, ...]:
    """Shapes compare by number of operations, then left factor, then right factor."""
    if isinstance(term, int):
        return (0,)
    return (operations(term), _shape_key(term[0]), _shape_key(term[1]))


def law_of(left: Term, right: Term) -> Law:
    """The law that an equation stands for, in canonical form: the smaller side first, variables by occurrence."""
    one, other = renumber(left, right), renumber(right, left)
    keys = [(_shape_key(a), _shape_key(b), leaves(a) + leaves(b)) for a, b in (one, other)]
    return Law(*(one if keys[0] <= keys[1] else other))


@functools.cache
def _shapes(count: int) -> tuple[Term, ...]:
    """All shapes with so many operations, in order; leaves are 0."""
    if count == 0:
        return (0,)
    return tuple(
        (left, right)
        for size in range(count)
        for left in _shapes(size)
        for right in _shapes(count - 1 - size)
    )


def _growth_strings(length: int) -> Iterator[tuple[int, ...]]:
    """Strings in which each new number is the least that has not occurred, in lexicographic order."""

    def extend(prefix: tuple[int, ...], used: int) -> Iterator[tuple[int, ...]]:
        if len(prefix) == length:
            yield prefix
            return
        for leaf in range(used + 1):
            yield from extend((*prefix, leaf), max(used, leaf + 1))

    return extend((), 0)


def _fill(shape: Term, string: Iterator[int]) -> Term:
    if isinstance(shape, int):
        return next(string)
    return (_fill(shape[0], string), _fill(shape[1], string))


def _of_order(count: int) -> Iterator[Law]:
    strings = list(_growth_strings(count + 2))
    for size in range(count // 2 + 1):
        for left, right in itertools.product(_shapes(size), _shapes(count - size)):
            if size == count - size and _shape_key(left) > _shape_key(right):
                continue
            for string in strings:
                if (law := _listed(left, right, string, trivial=count == 0)) is not None:
                    yield law


def _listed(left: Term, right: Term, string: tuple[int, ...], *, trivial: bool) -> Law | None:
    leaf = iter(string)
    law = Law(_fill(left, leaf), _fill(right, leaf))
    if law.left == law.right:
        return law if trivial else None
    # With different shapes the smaller one stands left; with equal shapes both orders are candidates.
    return law if left != right or law_of(law.left, law.right) == law else None


@functools.cache
def laws(operations_max: int = 4) -> tuple[Law, ...]:
    """All laws with at most so many operations, in the official order: number n stands at index n - 1."""
    return tuple(itertools.chain.from_iterable(_of_order(count) for count in range(operations_max + 1)))


@functools.cache
def _numbers(operations_max: int) -> dict[Law, int]:
    return {law: number for number, law in enumerate(laws(operations_max), 1)}


def number_of(law: Law) -> int | None:
    """The official number; None for a law with more operations than are numbered, and for `w = w`."""
    if law.operations > NUMBERED_OPERATIONS_MAX:
        return None
    return _numbers(4 if law.operations <= 4 else NUMBERED_OPERATIONS_MAX).get(law)


def law_number(number: int) -> Law:
    """The law with an official number. Raises: LawError."""
    if 1 <= number <= LAWS:
        return laws()[number - 1]
    listed = laws(NUMBERED_OPERATIONS_MAX)
    if 1 <= number <= len(listed):
        return listed[number - 1]
    raise LawError(f"there is no law {number}: the numbers go from 1 to {len(listed)}")


@functools.cache
def dual_numbers() -> tuple[int, ...]:
    """The number of the dual of each of the 4,694 laws, by index."""
    numbers = _numbers(4)
    return tuple(numbers[law.dual] for law in laws())


def parse_law(text: str) -> Law:
    """A law from its number or from an equation like `x ◇ y = y ◇ x` (`*` will do for `◇`).

    Raises: LawError, which says what is wrong with the text.
    """
    if re.fullmatch(r"\s*-?[0-9]{1,18}\s*", text):
        return law_number(int(text))
    return law_of(*parse_equation(text))


def parse_equation(text: str) -> tuple[Term, Term]:
    """Both sides as they were written, with variables numbered by first occurrence. Raises: LawError."""
    return _Reader(text).equation()


class _Reader:
    """Recursive descent over the tokens of one equation. A product of three factors needs parentheses."""

    def __init__(self, text: str) -> None:
        if len(text) > 100 * OPERATIONS_MAX:
            raise LawError(f"a law has at most {OPERATIONS_MAX} operations; this text is too long")
        self._text = text
        self._tokens = [found[1] for found in _TOKEN.finditer(text) if found[1].strip()]
        self._next = 0
        self._names: dict[str, int] = {}
        self._depth = 0

    def equation(self) -> tuple[Term, Term]:
        left = self._product()
        self._expect("=")
        right = self._product()
        if self._peek():
            self._fail(f"`{self._peek()}` after the end of the equation")
        if operations(left) + operations(right) > OPERATIONS_MAX:
            raise LawError(f"a law has at most {OPERATIONS_MAX} operations")
        return left, right

    def _peek(self) -> str:
        return self._tokens[self._next] if self._next < len(self._tokens) else ""

    def _fail(self, what: str) -> None:
        raise LawError(f"not a law: `{self._text.strip()}`: {what}; write one like `x ◇ (y ◇ z) = x ◇ y`")

    def _expect(self, token: str) -> None:
        if self._peek() != token:
            self._fail(f"`{token}` expected, found `{self._peek() or 'the end'}`")
        self._next += 1

    def _product(self) -> Term:
        left = self._factor()
        if self._peek() not in ("◇", "*", "⋄", "∘"):
            return left
        self._next += 1
        right = self._factor()
        if self._peek() in ("◇", "*", "⋄", "∘"):
            self._fail("a product of three factors needs parentheses")
        return (left, right)

    def _factor(self) -> Term:
        token = self._peek()
        if token == "(":
            self._depth += 1
            if self._depth > OPERATIONS_MAX:
                self._fail("too many parentheses")
            self._next += 1
            inner = self._product()
            self._expect(")")
            self._depth -= 1
            return inner
        if not re.fullmatch(r"[A-Za-z]\w*", token):
            self._fail(f"a variable or `(` expected, found `{token or 'the end'}`")
        self._next += 1
        return self._names.setdefault(token, len(self._names))
