"""An expert for goals about one binary operation: equations that follow from universally quantified ones.

It reads hypotheses `∀ x y …, s = t` over one operation on a type variable of the context, runs our completion for a
moment, and proposes the whole proof as one `exact`. Everything that is no product and no bound variable is a constant.
Other parts of the product call it like any expert; `register` puts it among them.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tactic_mesh.equational import completion
from tactic_mesh.equational.proofs import Lemma, Step, apply
from tactic_mesh.equational.terms import Substitution, replace, substitute
from tactic_mesh.equational.terms import Term as Word
from tactic_mesh.equational.terms import variables as variables_of
from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.printing import Printer
from tactic_mesh.experts.reading import fresh, proofs
from tactic_mesh.experts.registry import EXPERTS
from tactic_mesh.term import App, Binder, Local, Sequent, Term, Var, app, conclusion, equation, local

EFFORT = completion.Effort(rules=40, equations=1500, operations_max=20, cpu_s=0.15)
HYPOTHESES_MAX = 12
OPERATIONS_MAX = 40
"""Larger terms are left to others."""
_HOLE = -1_000_000


class Equational:
    """`exact` a proof that completion found, from quantified equations over one operation."""

    name = "equational"

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        for carrier, operation in _operations(goal):
            read = _Reading(goal, carrier, operation)
            text = _proof(read, known)
            if text is not None:
                return [TacticOutput(f"exact {text}", 0.95, self.name, closes=True)]
        return []


def register() -> None:
    """Make the expert known under its name, after all others."""
    EXPERTS.setdefault(Equational.name, Equational())


def _statement(proposition: Term) -> tuple[list[Binder], Term, Term, Term] | None:
    """Binders, type and sides of `∀ …, s = t`; None for anything else."""
    binders, body = conclusion(proposition)
    sides = equation(body)
    return None if sides is None else (binders, *sides)


def _operations(goal: Sequent) -> Iterator[tuple[Term, Term]]:
    """Type variables of the context, each with an operation on it that some quantified hypothesis mentions."""
    seen = set()
    for _, hypothesis in proofs(goal)[:HYPOTHESES_MAX]:
        statement = _statement(hypothesis.type)
        if statement is None or not statement[0]:
            continue
        binders, type_, left, right = statement
        if not all(isinstance(binder.type, Local) for binder in binders) or not isinstance(type_, Local):
            continue
        for side in (left, right):
            if isinstance(side, App) and isinstance(side.fn, App) and not side.fn.fn.loose:
                pair = (type_, side.fn.fn)
                if pair not in seen:
                    seen.add(pair)
                    yield pair


@dataclass(frozen=True, slots=True)
class _Equation:
    """An equation as words: its name in Lean, and its sides with variables 0, 1, … by binder."""

    name: str
    left: Word
    right: Word
    binders: int


class _Reading:
    """Lean's terms as words over one operation: constants are numbered as they come, -1, -2, …"""

    def __init__(self, goal: Sequent, carrier: Term, operation: Term) -> None:
        self.goal = goal
        self.operation = operation
        self.constants: list[Term] = []
        self.carrier = carrier
        self.hypotheses = [
            found
            for _, hypothesis in proofs(goal)[:HYPOTHESES_MAX]
            if (found := self._equation(hypothesis.name, hypothesis.type)) is not None
        ]
        self.target = self._equation("", goal.target)

    def term(self, word: Word, values: list[Term], hole: Term | None = None) -> Term:
        """A word as Lean's term; `values` are the terms for its variables, `hole` the one for the hole."""
        if isinstance(word, int):
            if word == _HOLE and hole is not None:
                return hole
            return values[word] if word >= 0 else self.constants[-1 - word]
        return app(self.operation, self.term(word[0], values, hole), self.term(word[1], values, hole))

    def _equation(self, name: str, proposition: Term) -> _Equation | None:
        statement = _statement(proposition)
        if statement is None:
            return None
        binders, type_, left, right = statement
        # Under its binders a variable of the context is itself: it has no index.
        if type_ is not self.carrier or any(binder.type is not self.carrier for binder in binders):
            return None
        words = [self._word(side, len(binders)) for side in (left, right)]
        if words[0] is None or words[1] is None:
            return None
        return _Equation(name, words[0], words[1], len(binders))

    def _word(self, term: Term, binders: int) -> Word | None:
        if term.size > 6 * OPERATIONS_MAX:
            return None
        if isinstance(term, Var):
            return binders - 1 - term.index
        if isinstance(term, App) and isinstance(term.fn, App) and term.fn.fn is self.operation:
            left, right = self._word(term.fn.arg, binders), self._word(term.arg, binders)
            return None if left is None or right is None else (left, right)
        if term.loose or term.has_meta:
            return None
        if term not in self.constants:
            self.constants.append(term)
        return -1 - self.constants.index(term)


def _proof(read: _Reading, known: Knowledge) -> str | None:
    """The whole proof as one Lean term, or None."""
    target = read.target
    if target is None or not read.hypotheses:
        return None
    # Completion calls variable i of a goal the constant -1 - i: those of the context come first, the target's after.
    count = len(read.constants)
    opened: Substitution = {variable: variable + count for variable in range(target.binders)}
    goal = tuple(_opened(side, opened) for side in (target.left, target.right))
    numbered = [_numbered((h.left, h.right)) for h in read.hypotheses]
    given = tuple(sides for sides, _ in numbered)
    done = _completed(given, (goal[0], goal[1]))
    if done is None:
        return None
    return _Writer(read, known, given, [names for _, names in numbered]).text(done)


def _opened(word: Word, variables: Substitution) -> Word:
    """A side of the target with the numbers by which completion knows its constants and variables."""
    if isinstance(word, int):
        return variables[word] if word >= 0 else -1 - word
    return (_opened(word[0], variables), _opened(word[1], variables))


def _numbered(sides: completion.Equation) -> tuple[completion.Equation, list[int]]:
    """An equation with variables in the order of occurrence, and which binder each of them is."""
    names = variables_of(*sides)
    renaming: Substitution = {old: new for new, old in enumerate(names)}
    return (substitute(sides[0], renaming), substitute(sides[1], renaming)), names


@functools.lru_cache(maxsize=2048)
def _completed(
    given: tuple[completion.Equation, ...], goal: completion.Equation
) -> completion.Completed | None:
    done = completion.Completion(given, [goal], EFFORT).run()
    return done if done.chains[0] is not None else None


class _Writer:
    """A finished completion as a Lean term: `have` for each lemma that is used, then the chain for the target."""

    def __init__(
        self,
        read: _Reading,
        known: Knowledge,
        given: tuple[completion.Equation, ...],
        binders: list[list[int]],
    ) -> None:
        self._read = read
        self._binders = binders
        self._equations: list[completion.Equation] = list(given)
        self._names = [hypothesis.name for hypothesis in read.hypotheses]
        self._taken = {variable.name for variable in read.goal.context if variable.name}
        self._variables = [fresh(name, self._taken) for name in "xyzwuvrst"]
        self._hole = fresh("a", self._taken)
        self._base = len(read.goal.context)
        names = [variable.name for variable in read.goal.context]
        self._print = Printer([*names, *self._variables, self._hole], known.infos).text

    def text(self, done: completion.Completed) -> str | None:
        """None if a lemma has more variables than there are names."""
        read = self._read
        chain, target = done.chains[0], read.target
        assert chain is not None and target is not None
        lemmas = [*done.lemmas]
        needed = _needed(len(self._equations), lemmas, chain)
        parts = []
        for number, lemma in enumerate(lemmas, len(self._equations)):
            self._equations.append((lemma.left, lemma.right))
            self._names.append(fresh("e", self._taken) if number in needed else "")
            if number not in needed:
                continue
            width = len(variables_of(lemma.left, lemma.right))
            if width > len(self._variables):
                return None
            names = " ".join(self._variables[:width])
            sides = f"{self._word(lemma.left)} = {self._word(lemma.right)}"
            quantified = f"∀ {names} : {self._print(read.carrier)}, {sides}" if width else sides
            steps = self._chain(lemma.left, lemma.steps, width)
            parts.append(
                f"have {self._names[number]} : {quantified} := {f'fun {names} => ' if width else ''}{steps}; "
            )
        if target.binders > len(self._variables):
            return None
        count = len(read.constants)
        back: Substitution = {index: -1 - index for index in range(count)}
        back |= {count + variable: variable for variable in range(target.binders)}
        closed = [
            Step(
                step.at, step.equation, step.forward, tuple(substitute(value, back) for value in step.values)
            )
            for step in chain
        ]
        names = " ".join(self._variables[: target.binders])
        body = self._chain(target.left, closed, target.binders)
        return f"({''.join(parts)}{f'fun {names} => ' if target.binders else ''}{body})"

    def _chain(self, term: Word, steps: Sequence[Step], width: int) -> str:
        links = []
        for step in steps:
            links.append(self._link(term, step, width))
            term = apply(step, term, self._equations[step.equation])
        if not links:
            return "rfl"
        text = links[-1]
        for link in reversed(links[:-1]):
            text = f"({link}).trans ({text})"
        return text

    def _link(self, term: Word, step: Step, width: int) -> str:
        """One step as a proof of `before = after`."""
        name = self._names[step.equation]
        values = list(step.values)
        if step.equation < len(self._binders):
            binders = self._binders[step.equation]
            hypothesis = self._read.hypotheses[step.equation]
            by_binder = dict(zip(binders, values, strict=True))
            # A binder that its equation does not mention takes anything.
            values = [by_binder.get(binder, self._anything(width)) for binder in range(hypothesis.binders)]
        instance = " ".join([name, *(self._word(value, argument=True) for value in values)])
        if not step.forward:
            instance = f"({instance}).symm"
        if not step.at:
            return instance
        hole = self._base + len(self._variables)
        context = self._read.term(replace(term, step.at, _HOLE), self._locals(), local(hole))
        return f"congrArg (fun {self._hole} => {self._print(context)}) ({instance})"

    def _anything(self, width: int) -> Word:
        return 0 if width else -1

    def _locals(self) -> list[Term]:
        return [local(self._base + index) for index in range(len(self._variables))]

    def _word(self, word: Word, *, argument: bool = False) -> str:
        return self._print(self._read.term(word, self._locals()), 1024 if argument else 0)


def _needed(given: int, lemmas: Sequence[Lemma], chain: Sequence[Step]) -> set[int]:
    """The numbers of the lemmas that the chain rests on."""
    needed = {step.equation for step in chain}
    for number in range(given + len(lemmas) - 1, given - 1, -1):
        if number in needed:
            needed |= {step.equation for step in lemmas[number - given].steps}
    return needed
