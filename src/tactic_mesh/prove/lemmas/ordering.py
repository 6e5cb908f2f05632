"""Order and matching of terms: which side of an equation is the greater one, and what is an instance of what."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence

from tactic_mesh.prove.lemmas.conjectures import Conjecture, looks_like_type
from tactic_mesh.term import App, Const, Local, Term, head_args, locals_in

ORDERS_MAX = 24
"""Orders of variables that are compared: all of four."""

Erased = tuple[object, ...]
"""A term without types and instances: `(name, arguments …)`, a variable is `(index,)`."""


def erased(term: Term, names: Mapping[str, str]) -> Erased:
    """A term's skeleton, in which library functions go by the names that `names` gives them."""
    head, args = head_args(term)
    if isinstance(head, Local) and not args:
        return (head.index,)
    if isinstance(head, Const):
        if head.name == "OfNat.ofNat":
            return ("zero" if getattr(args[1], "value", 1) == 0 else str(getattr(args[1], "value", "")),)
        return (names.get(head.name, head.name), *(erased(a, names) for a in args if not looks_like_type(a)))
    return (str(head), *(erased(a, names) for a in args))


def mirror_key(sides: Sequence[Term], commutative: Collection[str]) -> str:
    """The same text for statements that differ by the names of variables, and by the order in which commutative
    functions take their arguments; the first two sides may change places, too.
    """
    variables = sorted(frozenset().union(*map(locals_in, sides)))
    skeletons = [erased(side, {}) for side in sides]
    orders = itertools.permutations(range(len(variables)))
    texts = []
    for order in itertools.islice(orders, ORDERS_MAX):
        names = dict(zip(variables, order, strict=True))
        normal = [repr(_sorted(one, names, commutative)) for one in skeletons]
        texts.append(" ".join([*sorted(normal[:2]), *normal[2:]]))
    return min(texts)


def _sorted(term: Erased, names: Mapping[int, int], commutative: Collection[str]) -> Erased:
    if isinstance(term[0], int):
        return (names[term[0]],)
    parts = [_sorted(part, names, commutative) for part in term[1:]]  # type: ignore[arg-type]
    if term[0] in commutative and len(parts) >= 2:
        parts[-2:] = sorted(parts[-2:], key=repr)
    return (term[0], *parts)


def fits(pattern: Erased, term: Erased, found: dict[object, Erased]) -> bool:
    """Whether a skeleton is an instance of a pattern, whose variables are numbers."""
    if isinstance(pattern[0], int):
        return found.setdefault(pattern[0], term) == term
    return (
        pattern[0] == term[0]
        and len(pattern) == len(term)
        and all(fits(p, t, found) for p, t in zip(pattern[1:], term[1:], strict=True))  # type: ignore[arg-type]
    )


def match(pattern: Term, term: Term, found: dict[int, Term]) -> bool:
    """Whether a term is an instance of a pattern, whose variables enter `found`."""
    if isinstance(pattern, Local):
        known = found.setdefault(pattern.index, term)
        return known is term
    if isinstance(pattern, App) and isinstance(term, App):
        return match(pattern.fn, term.fn, found) and match(pattern.arg, term.arg, found)
    return pattern is term


def is_instance(special: Conjecture, general: Conjecture) -> bool:
    """Whether one conjecture comes from another by putting terms for variables."""
    found: dict[int, Term] = {}
    pairs = [(general.left, special.left), (general.right, special.right)]
    if general.premise is not None and special.premise is not None:
        pairs.append((general.premise, special.premise))
    elif general.premise is not special.premise:
        return False
    return all(match(pattern, term, found) for pattern, term in pairs)


def compare(left: Term, right: Term, precedence: Mapping[str, int]) -> int:
    """The lexicographic path order with a precedence of functions: 1 if left is greater, -1 if less, else 0."""
    if left is right:
        return 0
    if _greater(left, right, precedence):
        return 1
    return -1 if _greater(right, left, precedence) else 0


def _greater(left: Term, right: Term, precedence: Mapping[str, int]) -> bool:
    if left is right:
        return False
    if isinstance(right, Local):
        return right.index in locals_in(left)
    if isinstance(left, Local):
        return False
    (head, args), (other, others) = head_args(left), head_args(right)
    if any(arg is right or _greater(arg, right, precedence) for arg in args):
        return True
    mine = precedence.get(head.name, 0) if isinstance(head, Const) else -1
    theirs = precedence.get(other.name, 0) if isinstance(other, Const) else -1
    if mine > theirs:
        return all(_greater(left, arg, precedence) for arg in others)
    if head is other and len(args) == len(others):
        for a, b in zip(args, others, strict=True):
            if a is not b:
                return _greater(a, b, precedence) and all(_greater(left, o, precedence) for o in others)
    return False
