"""Terms over one binary operation: matching, unification, positions, an order that rewriting follows.

A term is an int (a variable from 0 upwards, a constant below 0) or a pair of terms. Pairs are plain tuples: equality
and hashing are Python's own, and nothing here is mutable.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

Term: TypeAlias = "int | tuple[Term, Term]"
Position: TypeAlias = tuple[int, ...]
"""The way from the root: 0 to the left factor, 1 to the right."""
Substitution: TypeAlias = dict[int, Term]


def operations(term: Term) -> int:
    """How often the operation occurs."""
    return 0 if isinstance(term, int) else 1 + operations(term[0]) + operations(term[1])


def leaves(term: Term) -> list[int]:
    """Variables and constants from left to right."""
    if isinstance(term, int):
        return [term]
    return leaves(term[0]) + leaves(term[1])


def variables(*terms: Term) -> list[int]:
    """Each variable once, in the order of first occurrence."""
    return list(dict.fromkeys(leaf for term in terms for leaf in leaves(term) if leaf >= 0))


def dual(term: Term) -> Term:
    """The term in which every product is turned around."""
    return term if isinstance(term, int) else (dual(term[1]), dual(term[0]))


def substitute(term: Term, values: Substitution) -> Term:
    """Replace variables; those without a value stay."""
    if isinstance(term, int):
        return values.get(term, term)
    return (substitute(term[0], values), substitute(term[1], values))


def resolve(term: Term, values: Substitution) -> Term:
    """Replace variables again and again: for the triangular substitutions that `unify` makes."""
    if isinstance(term, int):
        value = values.get(term)
        return term if value is None else resolve(value, values)
    return (resolve(term[0], values), resolve(term[1], values))


def shift(term: Term, offset: int) -> Term:
    """Rename every variable v to v + offset."""
    if isinstance(term, int):
        return term + offset if term >= 0 else term
    return (shift(term[0], offset), shift(term[1], offset))


def renumber(*terms: Term) -> tuple[Term, ...]:
    """The same terms with variables 0, 1, … in the order of first occurrence."""
    names: Substitution = {variable: index for index, variable in enumerate(variables(*terms))}
    return tuple(substitute(term, names) for term in terms)


def match(pattern: Term, term: Term, values: Substitution) -> bool:
    """Extend `values` so that `pattern` becomes `term`; on failure `values` is spoilt."""
    if isinstance(pattern, int):
        if pattern < 0:
            return pattern == term
        bound = values.get(pattern)
        if bound is None:
            values[pattern] = term
            return True
        return bound == term
    if isinstance(term, int):
        return False
    return match(pattern[0], term[0], values) and match(pattern[1], term[1], values)


def _occurs(variable: int, term: Term, values: Substitution) -> bool:
    if isinstance(term, int):
        if term == variable:
            return True
        value = values.get(term)
        return value is not None and _occurs(variable, value, values)
    return _occurs(variable, term[0], values) or _occurs(variable, term[1], values)


def unify(left: Term, right: Term, values: Substitution) -> bool:
    """Extend the triangular substitution so that both sides become equal; on failure `values` is spoilt."""
    while isinstance(left, int) and left in values:
        left = values[left]
    while isinstance(right, int) and right in values:
        right = values[right]
    if isinstance(left, int) or isinstance(right, int):
        if left == right:
            return True
        if isinstance(left, int) and left >= 0:
            if _occurs(left, right, values):
                return False
            values[left] = right
            return True
        if isinstance(right, int) and right >= 0:
            if _occurs(right, left, values):
                return False
            values[right] = left
            return True
        return False
    return unify(left[0], right[0], values) and unify(left[1], right[1], values)


def subterms(term: Term, at: Position = ()) -> Iterator[tuple[Position, Term]]:
    """Every subterm with its position, the whole first."""
    yield at, term
    if not isinstance(term, int):
        yield from subterms(term[0], (*at, 0))
        yield from subterms(term[1], (*at, 1))


def products(term: Term, at: Position = ()) -> Iterator[tuple[Position, tuple[Term, Term]]]:
    """Every subterm that is a product, with its position."""
    if not isinstance(term, int):
        yield at, term
        yield from products(term[0], (*at, 0))
        yield from products(term[1], (*at, 1))


def subterm(term: Term, at: Position) -> Term:
    """The subterm at a position. Raises: IndexError where there is none."""
    for step in at:
        if isinstance(term, int):
            raise IndexError(f"no position {at}")
        term = term[step]
    return term


def replace(term: Term, at: Position, by: Term) -> Term:
    """The term with another subterm at a position. Raises: IndexError where there is none."""
    if not at:
        return by
    if isinstance(term, int):
        raise IndexError(f"no position {at}")
    left, right = term
    return (replace(left, at[1:], by), right) if at[0] == 0 else (left, replace(right, at[1:], by))


def _counts(term: Term, sign: int, counts: dict[int, int]) -> None:
    if isinstance(term, int):
        if term >= 0:
            counts[term] = counts.get(term, 0) + sign
    else:
        _counts(term[0], sign, counts)
        _counts(term[1], sign, counts)


def _lexically_greater(left: Term, right: Term) -> bool:
    """The order of equally heavy terms: product above constants, constants by their number, then part by part."""
    if isinstance(left, int):
        return isinstance(right, int) and left < right < 0
    if isinstance(right, int):
        return right < 0
    if left[0] == right[0]:
        return greater(left[1], right[1])
    return greater(left[0], right[0])


def greater(left: Term, right: Term) -> bool:
    """The Knuth-Bendix order with weight 1 for everything: total on terms without variables, stable, well-founded.

    Knuth and Bendix, Simple Word Problems in Universal Algebras, 1970. No variable may occur more often in `right`.
    """
    heavier = operations(left) - operations(right)
    if heavier < 0 or left == right:
        return False
    counts: dict[int, int] = {}
    _counts(left, 1, counts)
    _counts(right, -1, counts)
    if any(count < 0 for count in counts.values()):
        return False
    return heavier > 0 or _lexically_greater(left, right)
