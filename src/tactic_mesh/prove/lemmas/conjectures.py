"""A conjecture: an equation or implication over variables with types, how large it is, and how Lean reads it."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tactic_mesh.experts.printing import Printer
from tactic_mesh.term import (
    Const,
    Local,
    Sort,
    Term,
    app,
    const,
    head_args,
    head_name,
    local,
    locals_in,
    rebuild,
    subterms,
)


@dataclass(frozen=True, slots=True)
class Conjecture:
    """`premise → left = right` (without premise: an equation) over variables with types, to be closed by `∀`.

    `replaces` says that the left side is a function of the file at variables: the right one is then `right_text`, in
    which `{i}` is the variable `holes[i]`.
    """

    left: Term
    right: Term
    types: tuple[Term, ...]
    premise: Term | None = None
    replaces: bool = False
    right_text: str = ""
    holes: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    library: str = ""

    @property
    def size(self) -> int:
        premise = weight(self.premise) if self.premise is not None else 0
        return weight(self.left) + weight(self.right) + premise

    @property
    def constants(self) -> frozenset[str]:
        found = {t.name for side in (self.left, self.right) for t in subterms(side) if isinstance(t, Const)}
        if self.premise is not None:
            found |= {t.name for t in subterms(self.premise) if isinstance(t, Const)}
        return frozenset(found)


def stated(
    conjecture: Conjecture,
    infos: Mapping[str, tuple[int, ...]],
    context: Sequence[str],
    *,
    explicit: bool = False,
    renderings: Mapping[str, str] | None = None,
) -> str:
    """The conjecture as Lean text, closed by `∀`; `context` names the variables that its own names do not.

    `renderings` are library texts for functions of the file.
    """
    used: set[int] = set()
    for part in (conjecture.left, conjecture.right, conjecture.premise):
        if part is not None:
            used |= locals_in(part)
    for index in sorted(used, reverse=True):
        used |= locals_in(conjecture.types[index]) if index < len(conjecture.types) else set()
    order = sorted(used)
    given = conjecture.names or context
    names = readable_names(order, conjecture.types, given, len(given))
    printed = Printer(names, infos, explicit=explicit, renderings=renderings)
    typed = [(printed.text(conjecture.types[i]), names[i]) for i in order]
    groups = itertools.groupby(typed, key=lambda pair: pair[0])
    binders = " ".join(f"({' '.join(name for _, name in group)} : {type_})" for type_, group in groups)
    right = printed.text(conjecture.right, 51)
    if conjecture.right_text:
        right = conjecture.right_text.format(*(names[i] for i in conjecture.holes))
    body = f"{printed.text(conjecture.left, 51)} = {right}"
    if conjecture.premise is not None:
        body = f"{printed.text(conjecture.premise, 26)} → {body}"
    return f"∀ {binders}, {body}" if binders else body


def readable_names(order: Sequence[int], types: Sequence[Term], names: Sequence[str], base: int) -> list[str]:
    """Names for the variables of a statement: those of the context, else by type: `n m k`, `xs ys zs`, `x y z`."""
    result = [*names, *("_" for _ in range(len(types) - len(names)))]
    taken = {names[i] for i in order if i < base}
    for index in order:
        if index < base:
            continue
        head = head_name(types[index])
        choices = {"Nat": "n m k", "List": "xs ys zs", "Bool": "b c d"}.get(head, "x y z").split()
        free = [c for c in choices if c not in taken] or [
            f"x{i}" for i in range(1, 99) if f"x{i}" not in taken
        ]
        result[index] = free[0]
        taken.add(free[0])
    return result


def app_eq(type_: Term, left: Term, right: Term) -> Term:
    return app(const("Eq"), type_, left, right)


def weight(term: Term) -> int:
    """Size without types and instances, as `_grow` counts it."""
    head, args = head_args(term)
    if isinstance(head, Const) and head.name == "OfNat.ofNat":
        return 1
    own = 1
    for arg in args:
        if isinstance(arg, Local) or not looks_like_type(arg):
            own += weight(arg) if not isinstance(arg, Local) else 1
    return own


def looks_like_type(term: Term) -> bool:
    name = head_name(term)
    return (
        isinstance(term, Sort) or name in ("Nat", "Bool", "List", "Prod", "Option") or name.startswith("inst")
    )


def canonical(left: Term, right: Term) -> tuple[Term, Term]:
    """Both sides with variables numbered in the order in which they come."""
    order: dict[int, int] = {}

    def leaf(one: Term, _passed: int) -> Term | None:
        if isinstance(one, Local):
            return local(order.setdefault(one.index, len(order)) + 100_000)
        return None

    return rebuild(left, leaf), rebuild(right, leaf)
