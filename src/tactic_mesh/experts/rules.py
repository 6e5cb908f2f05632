"""Rules: inductive predicates. What a hypothesis can have come from, induction over how, and rules that give a target.

Rule induction goes along the derivation of a hypothesis instead of a value; what the rules change meanwhile must be
variables, so that other terms get a name first (McBride, Elimination with a Motive, 2002).
"""

from __future__ import annotations

from collections.abc import Iterator

from tactic_mesh.experts.knowledge import PREMISE, Constructor, Datatype, Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.reading import (
    contains_local,
    data,
    dependents,
    fresh,
    number,
    numeral,
    printer,
    proofs,
    propositions,
)
from tactic_mesh.term import EXPLICIT, Local, Sequent, Term, app, head_args, head_name, locals_in

_LOGICAL = frozenset({"And", "Or", "Iff", "Exists", "Eq", "HEq", "False", "True", "Nonempty"})
"""Predicates that other experts know."""
NAMED_MAX = 2


class Rules:
    """`rcases h with …`, `induction h with …`, `generalize h : t = x at h`, `refine .rule ?_`."""

    name = "rules"

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        found = [*self._applied(goal, known)]
        for index, hypothesis in proofs(goal):
            predicate = _predicate(hypothesis.type, known)
            if predicate is None:
                continue
            places = head_args(hypothesis.type)[1][predicate.parameters :]
            found.append(self._inversion(goal, hypothesis.name, predicate, places, known))
            if not predicate.is_recursive:
                continue
            if all(isinstance(one, Local) for one in places) and len(set(places)) == len(places):
                found += self._induction(goal, index, predicate, places, known)
            else:
                found += self._named(goal, hypothesis.name, places, known)
        return found

    def _applied(self, goal: Sequent, known: Knowledge) -> Iterator[TacticOutput]:
        """The rules whose conclusion the target may be."""
        predicate = _predicate(goal.target, known)
        if predicate is None:
            return
        for rule in predicate.constructors:
            premises = _explicit(rule, predicate, known)
            if premises:
                given = " ".join("‹_›" if one else "_" for one in premises)
                yield self._output(f"exact .{rule.short} {given}", 0.5, rule.name, closes=True)
            else:
                yield self._output(f"exact .{rule.short}", 0.6, rule.name, closes=True)
            if any(premises):
                wanted = " ".join("?_" if one else "_" for one in premises)
                yield self._output(f"refine .{rule.short} {wanted}", 0.4, rule.name)
                wanted = " ".join("?_" for _ in premises)
                yield self._output(f"refine .{rule.short} {wanted}", 0.12, rule.name)
                yield from self._partly(rule, premises)
        text = printer(goal, known)
        for one in head_args(goal.target)[1][predicate.parameters :]:
            total = _number_last(one)
            if total is not None and not one.loose:
                shown = f"{text.text(one, 51)} = {text.text(total, 51)}"
                yield self._output(f"rw [show {shown} by omega]", 0.3, shown)

    def _partly(self, rule: Constructor, premises: list[bool]) -> Iterator[TacticOutput]:
        """A rule one of whose premises is at hand, which may say what the others are about."""
        places = [place for place, one in enumerate(premises) if one]
        for given in places if len(places) > 1 else ():
            wanted = " ".join(
                "‹_›" if place == given else "?_" if one else "_" for place, one in enumerate(premises)
            )
            yield self._output(f"refine .{rule.short} {wanted}", 0.38, rule.name)

    def _inversion(
        self, goal: Sequent, name: str, predicate: Datatype, places: tuple[Term, ...], known: Knowledge
    ) -> TacticOutput:
        """Which rules a hypothesis can have come from; those that do not fit its terms are gone at once."""
        patterns = []
        for rule in predicate.constructors:
            names = _field_names(rule, predicate, set(goal.names()) - {name}, known)
            patterns.append(f"⟨{', '.join(names)}⟩" if names else "_")
        shown = any(not isinstance(one, Local) for one in places)
        inside = name.startswith("ih")
        confidence = 0.12 if inside else 0.45 if shown else 0.2
        return self._output(f"rcases {name} with {' | '.join(patterns)}", confidence, name)

    def _induction(
        self,
        goal: Sequent,
        index: int,
        predicate: Datatype,
        places: tuple[Term, ...],
        known: Knowledge,
    ) -> Iterator[TacticOutput]:
        """Induction over how a hypothesis about variables was derived."""
        name = goal.context[index].name
        changed = frozenset().union(*(locals_in(one) for one in places))
        if not any(
            _mentions(one, changed) for one in propositions(goal) if one is not goal.context[index].type
        ):
            return
        inside = sum(v.name.startswith("ih") for v in goal.context)
        confidence = 0.45 if not inside else 0.3 if inside < 3 else 0.1
        cases = _cases(goal, name, predicate, known)
        yield self._output(f"induction {name} with {cases}", confidence, name)
        # What else is derived about these variables would become a premise of each induction hypothesis.
        for i, other in proofs(goal):
            alike = head_name(other.type) == predicate.name and i != index
            if name.startswith("ih") and alike and _mentions(other.type, changed):
                yield self._output(f"clear {other.name}", 0.3, other.name)
        others = _others(goal, index, changed)
        if others:
            words = " ".join(others)
            yield self._output(f"induction {name} generalizing {words} with {cases}", confidence * 0.6, name)

    def _named(
        self, goal: Sequent, name: str, places: tuple[Term, ...], known: Knowledge
    ) -> Iterator[TacticOutput]:
        """A name for what is no variable, so that induction can go along the hypothesis."""
        terms = [one for one in places if not isinstance(one, Local) and not one.has_meta]
        if not terms or len(terms) > NAMED_MAX or any(one.loose for one in terms):
            return
        text = printer(goal, known)
        taken = set(goal.names())
        steps = []
        for one in terms:
            equation, variable = fresh("e", taken), fresh("i", taken)
            steps.append(f"{equation} : {text.text(one, 51)} = {variable}")
        yield self._output(f"generalize {', '.join(steps)} at {name}", 0.2, name)

    def _output(self, tactic: str, confidence: float, argument: str, *, closes: bool = False) -> TacticOutput:
        return TacticOutput(tactic, confidence, self.name, closes=closes, arguments=(argument,))


def _predicate(proposition: Term, known: Knowledge) -> Datatype | None:
    """The inductive predicate that a proposition is an instance of."""
    if head_name(proposition) in _LOGICAL:
        return None
    datatype = known.datatype_of(proposition)
    return datatype if datatype is not None and datatype.is_proposition else None


def _mentions(proposition: Term, variables: frozenset[int]) -> bool:
    return any(contains_local(proposition, one) for one in variables)


def _others(goal: Sequent, index: int, changed: frozenset[int]) -> list[str]:
    """The data variables that the rules leave alone, in order, but that a proof may have to change."""
    hypothesis = goal.context[index]
    tied = set(locals_in(hypothesis.type)).union(*(locals_in(goal.context[i].type) for i in changed))
    depending = frozenset().union(*(dependents(goal, i) for i in changed), dependents(goal, index))
    return [
        v.name
        for i, v in reversed(data(goal))
        if v.name
        and i not in tied
        and i not in depending
        and any(contains_local(one, i) for one in propositions(goal))
    ]


def _cases(goal: Sequent, name: str, predicate: Datatype, known: Knowledge) -> str:
    alternatives = []
    for rule in predicate.constructors:
        taken = set(goal.names()) - {name}
        fields = _field_names(rule, predicate, taken, known)
        below = [fresh("ih", taken) for _, itself in rule.fields if itself]
        alternatives.append(f"| {' '.join([rule.short, *fields, *below])} => ?_")
    return " ".join(alternatives)


def _explicit(rule: Constructor, predicate: Datatype, known: Knowledge) -> list[bool]:
    """For each argument that a rule is given explicitly, whether it is a premise."""
    infos = known.infos.get(rule.name, ())[predicate.parameters :]
    return [
        itself or name == PREMISE
        for (name, itself), info in zip(rule.fields, infos, strict=False)
        if info == EXPLICIT
    ]


def _number_last(term: Term) -> Term | None:
    """A sum of natural numbers with what is certain of it at its end, as rules write it; None if it is so already."""
    atoms, certain = _summands(term)
    if not certain or not atoms or head_name(head_args(term)[1][0]) != "Nat":
        return None
    head, args = head_args(term)
    plus = app(head, *args[:-2]) if head_name(head) == "HAdd.hAdd" else None
    if plus is None or (number(args[-1]) == certain and _summands(args[-2])[1] == 0):
        return None
    total = atoms[0]
    for atom in atoms[1:]:
        total = app(plus, total, atom)
    return app(plus, total, numeral(certain))


def _summands(term: Term) -> tuple[list[Term], int]:
    """The terms of a sum that are no numerals, in order, and what the numerals add up to."""
    if (value := number(term)) is not None:
        return [], value
    head, args = head_args(term)
    if head_name(head) != "HAdd.hAdd" or len(args) != 6:
        return [term], 0
    (left, one), (right, other) = _summands(args[4]), _summands(args[5])
    return [*left, *right], one + other


def _field_names(rule: Constructor, predicate: Datatype, taken: set[str], known: Knowledge) -> list[str]:
    """Names for what a rule is given explicitly."""
    infos = known.infos.get(rule.name, ())[predicate.parameters :]
    return [
        fresh(name, taken) for (name, _), info in zip(rule.fields, infos, strict=False) if info == EXPLICIT
    ]
