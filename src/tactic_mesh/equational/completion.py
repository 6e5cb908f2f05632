"""Unfailing completion: our own prover of equations from one law.

Bachmair, Dershowitz, Plaisted: Completion without Failure, 1989. Equations are taken lightest first; each is
simplified, becomes a rule, and is overlapped with all rules; goals (their variables as constants) are rewritten until
both sides meet. Everything carries its chain of steps, so a proof is read off and never reconstructed.
"""

from __future__ import annotations

import heapq
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from tactic_mesh.equational.proofs import Lemma, Proof, Step, pruned
from tactic_mesh.equational.rewriting import (
    Chain,
    Rewriter,
    Rule,
    itself,
    reversed_steps,
    rules_of,
    superpositions,
)
from tactic_mesh.equational.terms import Term, operations, renumber, variables

Equation = tuple[Term, Term]


@dataclass(frozen=True, slots=True)
class Effort:
    """When to give up: whatever comes first."""

    rules: int = 200
    equations: int = 20_000
    operations_max: int = 24
    cpu_s: float = 10.0


@dataclass(frozen=True, slots=True)
class Completed:
    """`chains[i]` leads from one side of `goals[i]` to the other, None if none was found.

    Their steps use the equations that were given (by index) and after them the `lemmas`. `saturated` says that
    nothing was left to do: the rules are complete, and an equation that they do not join does not follow.
    """

    lemmas: tuple[Lemma, ...]
    chains: tuple[tuple[Step, ...] | None, ...]
    saturated: bool


@dataclass(slots=True)
class _Goal:
    """A goal without variables: what its sides have become, and how."""

    index: int
    left: Term
    right: Term
    left_steps: list[Step] = field(default_factory=list)
    right_steps: list[Step] = field(default_factory=list)


def skolemised(term: Term) -> Term:
    """Variables become constants: x is -1, y is -2, …"""
    if isinstance(term, int):
        return -1 - term
    return (skolemised(term[0]), skolemised(term[1]))


def generalised(term: Term) -> Term:
    """Constants become variables again."""
    if isinstance(term, int):
        return -1 - term if term < 0 else 0
    return (generalised(term[0]), generalised(term[1]))


class Completion:
    """One run from some equations, for any number of goals. The variables of an equation are 0, 1, …"""

    def __init__(self, equations: Sequence[Equation], goals: Sequence[Equation], effort: Effort) -> None:
        self._effort = effort
        self._given = len(equations)
        self._lemmas: list[Lemma] = []
        self._rewriter = Rewriter()
        self._active: dict[int, list[Rule]] = {}
        self._passive: list[tuple[int, int, Chain]] = []
        self._seen: set[Equation] = set()
        self._count = 0
        self._dropped = False
        self._goals = [_Goal(i, skolemised(left), skolemised(right)) for i, (left, right) in enumerate(goals)]
        self._chains: list[tuple[Step, ...] | None] = [None] * len(goals)
        for number, equation in enumerate(equations):
            self._push(itself(number, *equation))

    def run(self) -> Completed:
        """Complete until every goal is proved, nothing is left, or the effort is spent."""
        deadline_s = time.process_time() + self._effort.cpu_s
        self._try_goals()
        while self._goals and self._passive:
            if len(self._lemmas) >= self._effort.rules or self._count >= self._effort.equations:
                break
            if time.process_time() > deadline_s:
                break
            *_, chain = heapq.heappop(self._passive)
            simple = self._simplified(chain)
            if simple is not None:
                self._activate(simple)
        saturated = not self._passive and not self._dropped
        return Completed(tuple(self._lemmas), tuple(self._chains), saturated)

    def _push(self, chain: Chain) -> None:
        weight = operations(chain.left) + operations(chain.right)
        if weight > self._effort.operations_max:
            self._dropped = True
            return
        self._count += 1
        # Every variable that occurs once only makes an equation stronger.
        bonus = len(variables(chain.left, chain.right))
        heapq.heappush(self._passive, (4 * weight - bonus + self._count // 64, self._count, chain))

    def _simplified(self, chain: Chain) -> Chain | None:
        """Both sides in normal form; None if they meet, or if the equation is known."""
        left_steps: list[Step] = []
        right_steps: list[Step] = []
        left = self._rewriter.normal_form(chain.left, left_steps)
        right = self._rewriter.normal_form(chain.right, right_steps)
        if left == right:
            return None
        one, other = renumber(left, right), renumber(right, left)
        if one in self._seen or other in self._seen:
            return None
        steps = (*reversed_steps(left_steps), *chain.steps, *right_steps)
        return Chain(left, right, steps)

    def _activate(self, chain: Chain) -> None:
        lemma = chain.lemma()
        number = self._number(chain, lemma)
        self._seen.add((lemma.left, lemma.right))
        rules = rules_of(number, lemma.left, lemma.right)
        self._retire(rules)
        self._active[number] = rules
        self._rewriter.add(rules)
        self._try_goals()
        if not self._goals:
            return
        for others in list(self._active.values()):
            for rule in rules:
                for other in others:
                    self._overlap(rule, other)
                    if other.equation != number:
                        self._overlap(other, rule)

    def _number(self, chain: Chain, lemma: Lemma) -> int:
        """A given equation keeps its number; everything else becomes a lemma."""
        step = chain.steps[0]
        if len(chain.steps) == 1 and step.equation < self._given:
            whole = not step.at and step.forward and step.values == tuple(range(len(step.values)))
            if whole and chain.left == lemma.left:
                return step.equation
        self._lemmas.append(lemma)
        return self._given + len(self._lemmas) - 1

    def _overlap(self, first: Rule, second: Rule) -> None:
        for chain in superpositions(first, second):
            if chain.left == chain.right:
                continue
            simple = self._simplified(chain)
            if simple is not None:
                self._push(simple)

    def _retire(self, rules: list[Rule]) -> None:
        """Rules that the new ones simplify go back to the equations that wait."""
        fresh = Rewriter(rules)
        for number, old in list(self._active.items()):
            rule = old[0]
            steps: list[Step] = []
            if fresh.normal_form(rule.before, steps, steps_max=1) != rule.before:
                del self._active[number]
                self._rewriter.discard(number)
                sides = (rule.before, rule.after) if rule.forward else (rule.after, rule.before)
                self._push(itself(number, *sides))

    def _try_goals(self) -> None:
        open_goals = []
        for goal in self._goals:
            goal.left = self._rewriter.normal_form(goal.left, goal.left_steps, ground=True)
            goal.right = self._rewriter.normal_form(goal.right, goal.right_steps, ground=True)
            if goal.left == goal.right:
                self._chains[goal.index] = _ground_chain(goal)
            else:
                open_goals.append(goal)
        self._goals = open_goals


def _ground_chain(goal: _Goal) -> tuple[Step, ...]:
    """From side to side, constants as variables again."""
    return tuple(
        Step(step.at, step.equation, step.forward, tuple(generalised(value) for value in step.values))
        for step in (*goal.left_steps, *reversed_steps(goal.right_steps))
    )


def prove(
    hypothesis: Equation, goals: Sequence[Equation], effort: Effort = Effort()
) -> tuple[list[Proof | None], bool]:
    """Try to prove each goal from one equation; also whether the completion came to its end."""
    done = Completion([hypothesis], goals, effort).run()
    proofs = [
        None if chain is None else pruned(Proof(hypothesis, (*done.lemmas, Lemma(*goal, chain))))
        for goal, chain in zip(goals, done.chains, strict=True)
    ]
    return proofs, done.saturated
