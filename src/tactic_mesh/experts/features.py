"""What a goal looks like to whoever routes it to experts: a few counts and names that can be read off its terms.

Experts that are chosen by learning need the same description of a goal when they are trained and when they are asked;
this is it. A trace (`docs/trace.md`) has it for every goal.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.reading import data, mentioned
from tactic_mesh.term import (
    Meta,
    Pi,
    Sequent,
    Sort,
    Term,
    conclusion,
    constants,
    head_args,
    head_name,
    subterms,
)

NAMES_MAX = 16
"""Of each list of names; a goal that mentions more is large, which its counts say."""


@dataclass(frozen=True, slots=True)
class Features:
    """One goal. Names are full ones, sorted; equal for goals that differ in the names of variables only.

    `head` is the target's outermost constant (`∀` or `→` for what can be introduced, empty for a variable), `over` the
    type of what it compares if it is a relation. `size` (nodes) and `depth` are the target's. `values` and
    `hypotheses` count the context. `types` are the inductive types of the context and of the target, `classes` the
    classes of which the context has instances, `functions` those of the file that the goal reaches, of which
    `recursive` call themselves.
    """

    head: str
    over: str
    size: int
    depth: int
    values: int
    hypotheses: int
    metavariables: int
    types: tuple[str, ...]
    classes: tuple[str, ...]
    functions: tuple[str, ...]
    recursive: int


def features(goal: Sequent, known: Knowledge) -> Features:
    """A goal as a router sees it."""
    target = goal.target
    _, args = head_args(target)
    reached = known.reach(mentioned(goal))
    seen = constants(target).union(*(constants(variable.type) for variable in goal.context))
    instances = {head_name(conclusion(v.type)[1]) for v in goal.context if v.is_instance}
    terms = [target, *(variable.type for variable in goal.context)]
    metas = {one for term in terms if term.has_meta for one in subterms(term) if isinstance(one, Meta)}
    return Features(
        head=_head(target),
        over=head_name(args[0]) if len(args) > 1 and not isinstance(args[0], Sort) else "",
        size=target.size,
        depth=_depth(target),
        values=len(data(goal)),
        hypotheses=sum(variable.is_proof for variable in goal.context),
        metavariables=len(metas),
        types=_first(name for name in seen if name in known.datatypes),
        classes=_first(name for name in instances if name),
        functions=reached[:NAMES_MAX],
        recursive=sum(known.functions[name].is_recursive for name in reached),
    )


def _first(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names)[:NAMES_MAX])


def _head(target: Term) -> str:
    if isinstance(target, Pi):
        return "∀" if target.body.loose else "→"
    return head_name(target)


def _depth(term: Term) -> int:
    """The longest way from a term down to a leaf, counted in nodes. Applications to several arguments are one node."""
    deepest: dict[Term, int] = {}
    waiting = [term]
    while waiting:
        one = waiting[-1]
        parts = _parts(one)
        missing = [part for part in parts if part not in deepest]
        if missing:
            waiting += missing
        else:
            deepest[one] = 1 + max((deepest[part] for part in parts), default=0)
            waiting.pop()
    return deepest[term]


def _parts(term: Term) -> tuple[Term, ...]:
    head, args = head_args(term)
    return (head, *args) if args else term.children
