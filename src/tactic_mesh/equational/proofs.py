"""Equational proofs: chains of single rewriting steps, a checker that trusts nobody, and the same as Lean terms.

Whatever found a proof (our completion, another prover), it ends up as a `Proof`: lemmas, each with a chain of terms in
which neighbours differ by one instance of an earlier equation at one position. `check` reads a proof the obvious way.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from tactic_mesh.equational.laws import name_of
from tactic_mesh.equational.terms import Position, Term, dual, replace, substitute, subterm, variables

HYPOTHESIS = 0
"""The number of the equation that a proof starts from; lemmas are numbered from 1."""


class BrokenProof(Exception):
    """A chain whose step does not do what it says."""


@dataclass(frozen=True, slots=True)
class Step:
    """Replace one side of an equation by the other, at `at`, where variable i of the equation is `values[i]`.

    `forward` replaces the left side by the right one.
    """

    at: Position
    equation: int
    forward: bool
    values: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Lemma:
    """`left = right` for all values of its variables 0, 1, …, by `steps` from the left side to the right one."""

    left: Term
    right: Term
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """`hypothesis` implies the equation of the last lemma, which is the goal."""

    hypothesis: tuple[Term, Term]
    lemmas: tuple[Lemma, ...]

    @property
    def goal(self) -> tuple[Term, Term]:
        return self.lemmas[-1].left, self.lemmas[-1].right

    @property
    def steps(self) -> int:
        """How many rewriting steps, all lemmas together."""
        return sum(len(lemma.steps) for lemma in self.lemmas)


def apply(step: Step, term: Term, equation: tuple[Term, Term]) -> Term:
    """The term after a step. Raises: BrokenProof."""
    values = dict(enumerate(step.values))
    if any(variable not in values for variable in variables(*equation)):
        raise BrokenProof(f"a variable of equation {step.equation} has no value")
    before, after = (substitute(side, values) for side in (equation if step.forward else equation[::-1]))
    try:
        found = subterm(term, step.at)
    except IndexError as error:
        raise BrokenProof(str(error)) from error
    if found != before:
        raise BrokenProof(f"equation {step.equation} does not fit at {step.at}")
    return replace(term, step.at, after)


def check(proof: Proof) -> None:
    """Follow every chain. Raises: BrokenProof, unless each lemma follows from the equations before it."""
    known = [proof.hypothesis]
    if not proof.lemmas:
        raise BrokenProof("no lemma")
    for lemma in proof.lemmas:
        term = lemma.left
        for step in lemma.steps:
            if not 0 <= step.equation < len(known):
                raise BrokenProof(f"there is no equation {step.equation} before this lemma")
            term = apply(step, term, known[step.equation])
        if term != lemma.right:
            raise BrokenProof("the chain does not end at the right side")
        known.append((lemma.left, lemma.right))


def pruned(proof: Proof) -> Proof:
    """The proof without lemmas that its goal does not need."""
    needed = {len(proof.lemmas)}
    for number in range(len(proof.lemmas), 0, -1):
        if number in needed:
            needed |= {step.equation for step in proof.lemmas[number - 1].steps}
    numbers = {old: new for new, old in enumerate(sorted(needed | {HYPOTHESIS}))}
    lemmas = [
        Lemma(lemma.left, lemma.right, tuple(_renumbered(step, numbers) for step in lemma.steps))
        for number, lemma in enumerate(proof.lemmas, 1)
        if number in needed
    ]
    return Proof(proof.hypothesis, tuple(lemmas))


def _renumbered(step: Step, numbers: dict[int, int]) -> Step:
    return Step(step.at, numbers[step.equation], step.forward, step.values)


def dual_proof(proof: Proof) -> Proof:
    """The same proof for opposite magmas."""
    return Proof(
        (dual(proof.hypothesis[0]), dual(proof.hypothesis[1])),
        tuple(
            Lemma(
                dual(lemma.left),
                dual(lemma.right),
                tuple(
                    Step(
                        tuple(1 - way for way in step.at),
                        step.equation,
                        step.forward,
                        tuple(map(dual, step.values)),
                    )
                    for step in lemma.steps
                ),
            )
            for lemma in proof.lemmas
        ),
    )


class Notation(enum.StrEnum):
    """How a product is written in Lean: `x ◇ y` for people, `m x y` where time counts (it elaborates in half of it)."""

    INFIX = "infix"
    PREFIX = "prefix"

    def product(self, left: str, right: str) -> str:
        return f"{left} ◇ {right}" if self is Notation.INFIX else f"m {left} {right}"

    def factor(self, term: Term) -> str:
        """In parentheses if it is a product."""
        return name_of(term) if isinstance(term, int) else f"({self.term(term)})"

    def term(self, term: Term) -> str:
        """Without outer parentheses."""
        if isinstance(term, int):
            return name_of(term)
        return self.product(self.factor(term[0]), self.factor(term[1]))

    def context(self, term: Term, at: Position) -> str:
        """The term with `a` at a position, without outer parentheses."""
        if not at or isinstance(term, int):
            return "a"
        inner = self.context(term[at[0]], at[1:])
        hole = inner if len(at) == 1 else f"({inner})"
        if at[0] == 0:
            return self.product(hole, self.factor(term[1]))
        return self.product(self.factor(term[0]), hole)

    def law(self, left: Term, right: Term, carrier: str = "G") -> str:
        """`∀ x y : G, x ◇ y = y ◇ x`, variables in the order of their numbers."""
        names = " ".join(name_of(variable) for variable in sorted(variables(left, right)))
        return f"∀ {names} : {carrier}, {self.term(left)} = {self.term(right)}"

    @property
    def binder(self) -> str:
        return "[Magma G]" if self is Notation.INFIX else "(m : G → G → G)"


def lean_term(proof: Proof, notation: Notation = Notation.INFIX) -> str:
    """A Lean term for `proof.goal`, given `h : hypothesis`: lemmas by `have`, steps by `congrArg`."""
    known = [proof.hypothesis]
    lines = []
    for number, lemma in enumerate(proof.lemmas, 1):
        binders = " ".join(name_of(v) for v in sorted(variables(lemma.left, lemma.right)))
        chain = f"fun {binders} => {_chain(lemma, known, notation)}"
        if number == len(proof.lemmas):
            lines.append(chain)
        else:
            lines.append(f"have e{number} : {notation.law(lemma.left, lemma.right)} := {chain}")
        known.append((lemma.left, lemma.right))
    return "\n  ".join(lines)


def implication_signature(
    hypothesis: tuple[Term, Term], goal: tuple[Term, Term], notation: Notation = Notation.INFIX
) -> str:
    """What stands between a theorem's name and `:=`."""
    return f"(G : Type u) {notation.binder} (h : {notation.law(*hypothesis)}) : {notation.law(*goal)}"


def _chain(lemma: Lemma, known: Sequence[tuple[Term, Term]], notation: Notation) -> str:
    """`(first).trans ((second).trans (third))`."""
    if not lemma.steps:
        return "rfl"
    term, links = lemma.left, []
    for step in lemma.steps:
        links.append(_link(term, step, notation))
        term = apply(step, term, known[step.equation])
    text = links[-1]
    for link in reversed(links[:-1]):
        text = f"{link}.trans {text}" if text is links[-1] else f"{link}.trans ({text})"
    return text


def _link(term: Term, step: Step, notation: Notation) -> str:
    """One step as a proof of `before = after`, in parentheses."""
    name = "h" if step.equation == HYPOTHESIS else f"e{step.equation}"
    instance = " ".join([name, *map(notation.factor, step.values)])
    if not step.forward:
        instance = f"({instance}).symm"
    if not step.at:
        return f"({instance})"
    return f"(congrArg (fun a => {notation.context(term, step.at)}) ({instance}))"
