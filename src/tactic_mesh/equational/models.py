"""Finite models by a SAT solver: a table in which one law is true and another false.

The table is n * n * n booleans, exactly one value for each cell. A product inside a term gets n booleans that are
forced upwards: whatever value the factors have, its boolean is true. So the law's last products can be demanded
directly in the table, and the goal's two sides must not share a true boolean.

Where both sides of a law have variables that the other has not, their common value depends on the shared variables
only: it gets booleans of its own, and each side is demanded by itself, for fewer assignments.
"""

from __future__ import annotations

import itertools
import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pysat.solvers import Solver

from tactic_mesh.equational.certificates import Table, counterexample
from tactic_mesh.equational.laws import Law
from tactic_mesh.equational.terms import Term, operations, variables

CLAUSES_MAX = 600_000
"""A greater problem is not even written down."""
CONFLICTS_AT_ONCE = 1_000
"""After so many the clock is looked at; the solver keeps what it has learnt."""

Element = int
Node = tuple[int, ...]
"""Booleans of a value that is not known: the a-th is true if the value is a."""
Values = Sequence[Element | Node] | Mapping[int, Element | Node]
"""What each variable is."""


@dataclass(frozen=True, slots=True)
class Found:
    """A table, or none; `exhausted` says that there is none of this order."""

    table: Table | None
    exhausted: bool = False


def find_model(
    true: Law,
    false: Law,
    order: int,
    conflicts_max: int = 20_000,
    *,
    deadline_s: float = math.inf,
) -> Found:
    """Look for a table of one order in which one law is true and the other false, until `time.monotonic()` says so."""
    if _clauses(true, order) > CLAUSES_MAX:
        return Found(None)
    problem = _Problem(order)
    if not problem.demand(true, deadline_s):
        return Found(None)
    problem.violate(false)
    with Solver(name="glucose4", bootstrap_with=problem.clauses) as solver:
        answer = None
        for _ in range(0, conflicts_max, CONFLICTS_AT_ONCE):
            if time.monotonic() >= deadline_s:
                break
            solver.conf_budget(min(conflicts_max, CONFLICTS_AT_ONCE))
            answer = solver.solve_limited(expect_interrupt=False)
            if answer is not None:
                break
        if not answer:
            return Found(None, exhausted=answer is False)
        model = set(solver.get_model() or ())
    table = problem.table(model)
    if counterexample(table, true) is not None or counterexample(table, false) is None:
        raise AssertionError("the solver's table is not what was asked for")
    return Found(table)


def _clauses(law: Law, order: int) -> int:
    """Roughly how many clauses a law needs."""
    sides = [order**3 if operations(side) > 1 else order**2 for side in (law.left, law.right)]
    if _shared(law) is None:
        number = order**law.variables * sum(sides)
    else:
        widths = [len(variables(side)) for side in (law.left, law.right)]
        number = sum(order**width * order * each for width, each in zip(widths, sides, strict=True))
    return int(number * max(1, law.operations - 1))


def _shared(law: Law) -> list[int] | None:
    """The variables that both sides of a law have; None unless each side is a product with some of its own."""
    left, right = (variables(side) for side in (law.left, law.right))
    if (
        isinstance(law.left, int)
        or isinstance(law.right, int)
        or set(left) <= set(right)
        or set(right) <= set(left)
    ):
        return None
    return [variable for variable in left if variable in right]


class _Problem:
    """Clauses under construction; literals are positive and negative numbers."""

    def __init__(self, order: int) -> None:
        self.order = order
        self.clauses: list[list[int]] = []
        self._last = 0
        self._cells = [[self._new() for _ in range(order)] for _ in range(order)]
        self._products: dict[tuple[Element | Node, Element | Node], Node] = {}
        for row in self._cells:
            for cell in row:
                self._exactly_one(cell)

    def table(self, model: set[int]) -> Table:
        return tuple(
            tuple(next(value for value in range(self.order) if cell[value] in model) for cell in row)
            for row in self._cells
        )

    def demand(self, law: Law, deadline_s: float = math.inf) -> bool:
        """The law is true under every assignment; whether all were written down before the deadline."""
        shared = _shared(law)
        if shared is not None:
            return self._demand_apart(law, shared, deadline_s)
        for values in itertools.product(range(self.order), repeat=law.variables):
            self._equal(law.left, law.right, values)
            if time.monotonic() >= deadline_s:
                return False
        return True

    def _demand_apart(self, law: Law, shared: list[int], deadline_s: float) -> bool:
        """The same for sides with variables of their own: both have a value that only the shared ones decide."""
        for common in itertools.product(range(self.order), repeat=len(shared)):
            node = self._new()
            self._exactly_one(node)
            for side in (law.left, law.right):
                own = [variable for variable in variables(side) if variable not in shared]
                for values in itertools.product(range(self.order), repeat=len(own)):
                    assigned = dict(zip((*shared, *own), (*common, *values), strict=True))
                    self._is_value(side, node, assigned)
                    if time.monotonic() >= deadline_s:
                        return False
        return True

    def violate(self, law: Law) -> None:
        """The law is false under one assignment, whose values are the solver's to choose.

        The first variable is 0 and each next one is at most one more than those before: elements have no names.
        """
        values: list[Element | Node] = []
        for variable in range(law.variables):
            node = self._new()
            self._exactly_one(node)
            self.clauses += [[-node[value]] for value in range(variable + 1, self.order)]
            values.append(node)
        left, right = (self._value(side, values) for side in (law.left, law.right))
        for value in range(self.order):
            self.clauses.append([-literal for literal in (*_is(left, value), *_is(right, value))])

    def _new(self) -> Node:
        node = tuple(range(self._last + 1, self._last + self.order + 1))
        self._last += self.order
        return node

    def _exactly_one(self, node: Node) -> None:
        self.clauses.append(list(node))
        self.clauses += [[-a, -b] for a, b in itertools.combinations(node, 2)]

    def _value(self, term: Term, values: Values) -> Element | Node:
        if isinstance(term, int):
            return values[term]
        left, right = self._value(term[0], values), self._value(term[1], values)
        if isinstance(left, int) and isinstance(right, int):
            return self._cells[left][right]
        found = self._products.get((left, right))
        if found is None:
            found = self._products[left, right] = self._new()
            for a, b, before in self._factors(left, right):
                cell = self._cells[a][b]
                self.clauses += [[*before, -cell[c], found[c]] for c in range(self.order)]
        return found

    def _factors(self, left: Element | Node, right: Element | Node) -> list[tuple[int, int, list[int]]]:
        """The values that two factors may have, with what is false unless they have them."""
        lefts = [(left, [])] if isinstance(left, int) else [(a, [-left[a]]) for a in range(self.order)]
        rights = [(right, [])] if isinstance(right, int) else [(b, [-right[b]]) for b in range(self.order)]
        return [(a, b, [*one, *other]) for a, one in lefts for b, other in rights]

    def _equal(self, left: Term, right: Term, values: tuple[int, ...]) -> None:
        if isinstance(right, int):
            left, right = right, left
        if isinstance(right, int):
            if values[right] != values[left]:  # type: ignore[index]
                self.clauses.append([])
            return
        self._is_value(right, self._value(left, values), values)

    def _is_value(self, term: Term, known: Element | Node, values: Values) -> None:
        """A product has a value that is known, or has booleans."""
        assert not isinstance(term, int)
        one, other = self._value(term[0], values), self._value(term[1], values)
        for a, b, before in self._factors(one, other):
            for value in (known,) if isinstance(known, int) else range(self.order):
                same = [] if isinstance(known, int) else [-known[value]]
                self.clauses.append([*before, *same, self._cells[a][b][value]])


def _is(value: Element | Node, element: int) -> list[int]:
    """Literals that are true if a value is the element."""
    return [value[element]] if not isinstance(value, int) else []
