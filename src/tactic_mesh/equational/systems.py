"""Infinite magmas: terms modulo a rewriting system that ends and is confluent.

Knuth and Bendix, Simple Word Problems in Universal Algebras, 1970: if each rule makes terms smaller and all critical
pairs join, then each term has one normal form. In the magma of terms modulo the rules a law is true exactly if its two
sides have one normal form; variables are elements there. So a law whose completion comes to its end implies just the
laws that its system joins, also where no finite magma tells them apart. `lean/Rewriting.lean` proves this, and its
check of a system is what counts; here systems are found, and laws evaluated in them.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tactic_mesh.equational.certificates import System
from tactic_mesh.equational.completion import Equation
from tactic_mesh.equational.laws import Law, laws
from tactic_mesh.equational.magmas import Bits
from tactic_mesh.equational.terms import (
    Term,
    leaves,
    match,
    operations,
    products,
    renumber,
    replace,
    resolve,
    shift,
    substitute,
    unify,
    variables,
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """When to give up: a system with more rules or greater equations, or too many critical pairs."""

    rules: int = 16
    operations_max: int = 16
    equations: int = 600


def shrinks(left: Term, right: Term) -> bool:
    """Whether every instance of the left side has more operations than that of the right side."""
    if operations(left) <= operations(right):
        return False
    return not Counter(leaves(right)) - Counter(leaves(left))


def normal_form(term: Term, system: Sequence[Equation], known: dict[Term, Term]) -> Term:
    """What no rule changes any more, inside first. `known` keeps normal forms; it belongs to one system.

    It ends because each rule shrinks.
    """
    if isinstance(term, int):
        return term
    found = known.get(term)
    if found is None:
        inside = (normal_form(term[0], system, known), normal_form(term[1], system, known))
        reduced = _reduced(inside, system)
        found = inside if reduced is None else normal_form(reduced, system, known)
        known[term] = found
    return found


def _reduced(term: Term, system: Sequence[Equation]) -> Term | None:
    """What the first rule that applies makes of a term at its root."""
    for left, right in system:
        values: dict[int, Term] = {}
        if match(left, term, values):
            return substitute(right, values)
    return None


def critical_pairs(first: Equation, second: Equation) -> Iterator[Equation]:
    """What the two ways lead to where the first rule's left side meets a product in the second one's."""
    offset = 1 + max(variables(*first), default=-1)
    before, after = (shift(side, offset) for side in second)
    for at, part in products(before):
        found: dict[int, Term] = {}
        if (at or first != second) and unify(first[0], part, found):
            yield resolve(replace(before, at, first[1]), found), resolve(after, found)


def is_complete(system: System) -> bool:
    """Whether each rule shrinks and all critical pairs join: what Lean checks again."""
    known: dict[Term, Term] = {}
    if not all(shrinks(*rule) for rule in system):
        return False
    return all(
        normal_form(one, system, known) == normal_form(other, system, known)
        for first in system
        for second in system
        for one, other in critical_pairs(first, second)
    )


def completed(equations: Sequence[Equation], bounds: Bounds = Bounds()) -> System | None:
    """A complete system in which the equations are true, none if there is no short way to one."""
    waiting = [
        (operations(left) + operations(right), number, (left, right))
        for number, (left, right) in enumerate(equations)
    ]
    heapq.heapify(waiting)
    count = len(waiting)
    rules: list[Equation] = []
    known: dict[Term, Term] = {}
    for _ in range(bounds.equations):
        if not waiting:
            break
        _, _, (left, right) = heapq.heappop(waiting)
        left, right = normal_form(left, rules, known), normal_form(right, rules, known)
        if left == right:
            continue
        rule = _oriented(left, right)
        if rule is None or operations(rule[0]) > bounds.operations_max or len(rules) >= bounds.rules:
            return None
        # What the new rule reduces becomes an equation again.
        fresh = [old for old in rules if normal_form(old[0], [rule], {}) != old[0]]
        rules = [*(old for old in rules if old not in fresh), rule]
        known = {}
        rules = [(one, normal_form(other, rules, known)) for one, other in rules]
        rule = rules[-1]
        fresh += [
            pair
            for other in rules
            for pair in (
                *critical_pairs(other, rule),
                *(critical_pairs(rule, other) if other != rule else ()),
            )
        ]
        for pair in fresh:
            heapq.heappush(waiting, (operations(pair[0]) + operations(pair[1]), count, pair))
            count += 1
    return None if waiting or not rules else tuple(rules)


def _oriented(left: Term, right: Term) -> Equation | None:
    for before, after in ((left, right), (right, left)):
        if shrinks(before, after):
            one, other = renumber(before, after)
            return one, other
    return None


def joins(system: System, law: Law, known: dict[Term, Term] | None = None) -> bool:
    """Whether a law is true in the magma of terms modulo a complete system."""
    known = {} if known is None else known
    return normal_form(law.left, system, known) == normal_form(law.right, system, known)


def satisfied_terms(system: System, among: Sequence[Law] | None = None) -> Bits:
    """Which laws (all 4,694 if none are given) are true in the magma of a complete system: (1, laws)."""
    known: dict[Term, Term] = {}
    return np.array([[joins(system, law, known) for law in (laws() if among is None else among)]])
