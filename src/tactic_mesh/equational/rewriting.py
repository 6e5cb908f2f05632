"""Rewriting and superposition that remember what they did: every equation comes with its chain of steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tactic_mesh.equational.proofs import Lemma, Step
from tactic_mesh.equational.terms import (
    Position,
    Substitution,
    Term,
    greater,
    match,
    operations,
    products,
    replace,
    resolve,
    shift,
    substitute,
    subterms,
    unify,
    variables,
)

_TERMS_MAX = 200_000
SMALLEST = -1
"""The least constant: what a variable becomes that occurs on the new side of a step only."""


@dataclass(frozen=True, slots=True)
class Rule:
    """An equation of a proof as something to rewrite with: `before` becomes `after`.

    `ordered` says that every instance goes down in the order, so that nothing has to be compared.
    """

    equation: int
    forward: bool
    before: Term
    after: Term
    width: int
    ordered: bool
    fresh: tuple[int, ...]

    def values(self, found: Substitution) -> tuple[Term, ...]:
        """The values of all variables of the equation, for a step."""
        return tuple(found.get(variable, SMALLEST) for variable in range(self.width))


def rules_of(equation: int, left: Term, right: Term) -> list[Rule]:
    """The directions in which an equation may be used; variables are 0, 1, …"""
    width = len(variables(left, right))
    if greater(left, right):
        return [Rule(equation, True, left, right, width, True, ())]
    if greater(right, left):
        return [Rule(equation, False, right, left, width, True, ())]
    both = ((True, left, right), (False, right, left))
    return [
        Rule(equation, forward, before, after, width, False, fresh_variables(before, after))
        for forward, before, after in both
    ]


def fresh_variables(before: Term, after: Term) -> tuple[int, ...]:
    """The variables that only the new side has."""
    known = set(variables(before))
    return tuple(variable for variable in variables(after) if variable not in known)


@dataclass(frozen=True, slots=True)
class Chain:
    """`left = right`, by steps from one to the other; variables may have any numbers."""

    left: Term
    right: Term
    steps: tuple[Step, ...]

    def lemma(self) -> Lemma:
        """The same with variables 0, 1, …; a variable of the steps that neither side has becomes variable 0."""
        names: Substitution = {old: new for new, old in enumerate(variables(self.left, self.right))}
        anything: Term = 0 if names else SMALLEST
        for step in self.steps:
            for variable in variables(*step.values):
                names.setdefault(variable, anything)
        return Lemma(
            substitute(self.left, names),
            substitute(self.right, names),
            tuple(with_values(step, names) for step in self.steps),
        )


def itself(number: int, left: Term, right: Term) -> Chain:
    """An equation as a chain: one step with itself."""
    return Chain(left, right, (Step((), number, True, tuple(range(len(variables(left, right))))),))


def with_values(step: Step, values: Substitution) -> Step:
    """The same step in an instance of its term."""
    return Step(
        step.at, step.equation, step.forward, tuple(substitute(value, values) for value in step.values)
    )


def reversed_steps(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The way back."""
    return tuple(
        Step(step.at, step.equation, not step.forward, step.values) for step in reversed(tuple(steps))
    )


def within(steps: Iterable[Step], at: Position) -> tuple[Step, ...]:
    """The same steps where the whole term stands at a position of a greater one."""
    return tuple(Step((*at, *step.at), step.equation, step.forward, step.values) for step in steps)


def superpositions(first: Rule, second: Rule, *, everywhere: bool = False) -> Iterator[Chain]:
    """Critical pairs: `first.before` overlaps with a product in `second.before`.

    Each chain goes from `second.before` with the overlap replaced to `second.after`. With `everywhere`, wherever the
    overlap's instance stands in either side it is replaced, and only pairs where that makes a difference come.
    """
    before, after = shift(second.before, first.width), shift(second.after, first.width)
    for at, part in products(before):
        found: Substitution = {}
        if not unify(first.before, part, found):
            continue
        chain = _critical(first, second, before, after, at, found)
        if not everywhere:
            yield chain
        elif (more := _everywhere(first, chain, found)) is not None:
            yield more


def _critical(
    first: Rule, second: Rule, before: Term, after: Term, at: Position, found: Substitution
) -> Chain:
    left = resolve(replace(before, at, first.after), found)
    steps = (
        Step(at, first.equation, not first.forward, tuple(resolve(v, found) for v in range(first.width))),
        Step(
            (),
            second.equation,
            second.forward,
            tuple(resolve(v + first.width, found) for v in range(second.width)),
        ),
    )
    return Chain(left, resolve(after, found), steps)


def _everywhere(first: Rule, chain: Chain, found: Substitution) -> Chain | None:
    """The same step at every other place where the same term stands; None if there is no other place."""
    old, new = resolve(first.before, found), resolve(first.after, found)
    values = tuple(resolve(v, found) for v in range(first.width))
    left, left_steps = _replaced(chain.left, old, new, first, values)
    right, right_steps = _replaced(chain.right, old, new, first, values)
    if not left_steps and not right_steps:
        return None
    return Chain(left, right, (*reversed_steps(left_steps), *chain.steps, *right_steps))


def _replaced(
    term: Term, old: Term, new: Term, rule: Rule, values: tuple[Term, ...]
) -> tuple[Term, list[Step]]:
    places = [at for at, part in products(term) if part == old]
    for at in places:
        term = replace(term, at, new)
    return term, [Step(at, rule.equation, rule.forward, values) for at in places]


class Rewriter:
    """Ordered rewriting with a growing set of rules.

    A rule that is not `ordered` is used only where the instance goes down; a variable that only its new side has
    becomes the least constant, which is allowed in terms without variables only.
    """

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        self.rules: list[Rule | None] = list(rules)
        # How many of the rules are known not to apply at the root of a term.
        self._tried: tuple[dict[Term, int], dict[Term, int]] = ({}, {})

    def add(self, rules: Iterable[Rule]) -> None:
        self.rules.extend(rules)

    def discard(self, equation: int) -> None:
        """Rules keep their places, because of what is known about terms."""
        self.rules = [None if rule is None or rule.equation == equation else rule for rule in self.rules]

    def normal_form(
        self, term: Term, steps: list[Step], *, ground: bool = False, steps_max: int = 200
    ) -> Term:
        """Rewrite as long as a rule applies, outermost first; the steps are appended to `steps`."""
        if len(self._tried[ground]) > _TERMS_MAX:
            self._tried[ground].clear()
        for _ in range(steps_max):
            found = self._first(term, (), ground)
            if found is None:
                return term
            step, by = found
            steps.append(step)
            term = replace(term, step.at, by)
        return term

    def _first(self, term: Term, at: Position, ground: bool) -> tuple[Step, Term] | None:
        if isinstance(term, int) and not ground:
            return None
        tried = self._tried[ground]
        for index in range(tried.get(term, 0), len(self.rules)):
            rule = self.rules[index]
            if rule is None:
                continue
            by = rewritten(rule, term, ground=ground)
            if by is not None:
                return Step(at, rule.equation, rule.forward, by[1]), by[0]
        tried[term] = len(self.rules)
        if isinstance(term, int):
            return None
        return self._first(term[0], (*at, 0), ground) or self._first(term[1], (*at, 1), ground)


def rewritten(rule: Rule, term: Term, *, ground: bool) -> tuple[Term, tuple[Term, ...]] | None:
    """What a term becomes at its root, and the values of the rule's variables; None if the rule does not apply."""
    found: Substitution = {}
    if not match(rule.before, term, found):
        return None
    if rule.fresh:
        if not ground:
            return None
        for variable in rule.fresh:
            found[variable] = SMALLEST
    after = substitute(rule.after, found)
    if not rule.ordered and not greater(term, after):
        return None
    return after, rule.values(found)


def closure(
    term: Term, rules: Sequence[Rule], *, terms_max: int, operations_max: int
) -> dict[Term, tuple[Step, ...]]:
    """Every term that single steps with these rules lead to, breadth first, each with a shortest way.

    Terms with more operations than `operations_max` are left out: a chain of rewriting mostly goes down.
    """
    ways: dict[Term, tuple[Step, ...]] = {term: ()}
    queue = [term]
    for current in queue:
        for at, part in subterms(current):
            for rule in rules:
                found: Substitution = {}
                if rule.fresh or not match(rule.before, part, found):
                    continue
                following = replace(current, at, substitute(rule.after, found))
                if following in ways or operations(following) > operations_max:
                    continue
                ways[following] = (*ways[current], Step(at, rule.equation, rule.forward, rule.values(found)))
                queue.append(following)
                if len(ways) >= terms_max:
                    return ways
    return ways
