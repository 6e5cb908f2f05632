"""Induction: on which variable, with what generalised, along which function's recursion.

The choice follows the recursion analysis of Boyer and Moore: a variable is promising where the functions of the goal
recurse on it, and flawed where they only pass it on. What the recursion changes meanwhile has to be generalised.
"""

from __future__ import annotations

from collections.abc import Iterator

from tactic_mesh.experts.cases import field_names
from tactic_mesh.experts.knowledge import Datatype, Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.reading import (
    applications,
    comma,
    contains_local,
    data,
    dependents,
    fresh,
    has_product,
    mentioned,
    printer,
    propositions,
)
from tactic_mesh.experts.simplification import arithmetic_rules, associative_rules, simp_rules
from tactic_mesh.term import Local, Sequent, Variable, app, const, locals_in

FUNCTIONAL_MAX = 6


class Induction:
    """`induction x`, `induction x generalizing y …`, `fun_induction f x y`."""

    name = "induction"

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        return [*self._structural(goal, known), *self._functional(goal, known)]

    def _structural(self, goal: Sequent, known: Knowledge) -> Iterator[TacticOutput]:
        scores = {
            index: _recursion_score(goal, index, known)
            for index, variable in data(goal)
            if variable.name and _is_inductive(variable, known)
        }
        best = max(scores.values(), default=0.0)
        for index, score in scores.items():
            variable = goal.context[index]
            datatype = known.datatype_of(variable.type)
            assert datatype is not None
            if not any(contains_local(one, index) for one in propositions(goal)):
                continue
            confidence = 0.45 if score == best and score > 0 else 0.25 if score > 0 else 0.1
            if any(v.name.startswith("ih") and contains_local(v.type, index) for v in goal.context):
                confidence *= 0.3  # an induction hypothesis about this variable is at hand already
            others = _generalisable(goal, index)
            changing = _changing(goal, index, known)
            plain = _induction(goal, variable.name, datatype, [])
            wide = _induction(goal, variable.name, datatype, [goal.context[i].name for i in others])
            prefers_wide = bool(set(others) & changing)
            yield TacticOutput(
                plain, confidence * (0.6 if prefers_wide else 1.0), self.name, arguments=(variable.name,)
            )
            if score == best:
                generalizing = (
                    f" generalizing {' '.join(goal.context[i].name for i in others)}" if others else ""
                )
                yield from self._whole(f"induction {variable.name}{generalizing}", goal, known)
            if datatype.name == "Nat" and not known.functions:
                below = fresh("ih", set(goal.names()))
                tactic = f"induction {variable.name} using Nat.strongRecOn with | ind {variable.name} {below} => ?_"
                yield TacticOutput(tactic, 0.07, self.name, arguments=(variable.name,))
            if others:
                factor = 1.0 if prefers_wide else 0.6
                yield TacticOutput(wide, confidence * factor, self.name, arguments=(variable.name,))

    def _whole(self, start: str, goal: Sequent, known: Knowledge) -> Iterator[TacticOutput]:
        """An induction all of whose cases fall to simplification, in one line."""
        names = mentioned(goal)
        rules = simp_rules(names, known)
        products = names | {name for lemma in known.lemmas if lemma.replaces for name in (lemma.library,)}
        spread = [*rules, *arithmetic_rules(products)]
        simplify = f"simp_all [{comma(spread)}]" if spread else "simp_all"
        inside = sum(v.name.startswith("ih") for v in goal.context)
        if inside < 2:
            tactic = f"{start} <;> ({simplify} <;> omega)"
            yield TacticOutput(tactic, (0.5, 0.25)[inside], self.name, closes=True)
            given = any(
                has_product(v.type) for v in goal.context if v.is_proof and not v.name.startswith("ih")
            )
            if (sorting := associative_rules(products)) and not given:
                tactic = f"{start} <;> simp_all [{comma([*spread, *sorting])}]"
                yield TacticOutput(tactic, (0.44, 0.2)[inside], self.name, closes=True)
            if known.branching(names):
                split = f"(try {simplify}) <;> (repeat' split) <;> (try {simplify}) <;> (try omega)"
                yield TacticOutput(f"{start} <;> {split}", (0.45, 0.2)[inside], self.name, closes=True)

    def _functional(self, goal: Sequent, known: Knowledge) -> Iterator[TacticOutput]:
        """Along a function whose recursion takes several arguments apart at once, or more than one step."""
        text = printer(goal, known)
        seen: set[str] = set()
        for proposition in propositions(goal):
            for function, args in applications(proposition, known):
                if not function.is_recursive or len(seen) >= FUNCTIONAL_MAX:
                    continue
                stepped = [args[i] for i in function.matched]
                if (
                    not stepped
                    or not all(isinstance(a, Local) for a in stepped)
                    or len(set(stepped)) < len(stepped)
                ):
                    continue
                call = text.text(app(const(function.name), *args))
                if call in seen:
                    continue
                seen.add(call)
                own_way = len(function.matched) > 1 or function.strides
                if own_way:
                    yield from self._whole(f"fun_induction {call}", goal, known)
                yield TacticOutput(
                    f"fun_induction {call}", 0.4 if own_way else 0.12, self.name, arguments=(call,)
                )


def _is_inductive(variable: Variable, known: Knowledge) -> bool:
    datatype = known.datatype_of(variable.type)
    return datatype is not None and datatype.is_recursive


def _recursion_score(goal: Sequent, index: int, known: Knowledge) -> float:
    """Occurrences where a function recurses on the variable, less those where one only carries it along."""
    score = 0.0
    for proposition in propositions(goal):
        weight = 1.0 if proposition is goal.target else 0.5
        for function, args in applications(proposition, known):
            for position, argument in enumerate(args):
                if isinstance(argument, Local) and argument.index == index:
                    score += weight if position in function.steps else -0.3 * weight
    return score


def _generalisable(goal: Sequent, index: int) -> list[int]:
    """The other data variables of the target and hypotheses, in order, that do not hold up the induction."""
    tied = set(locals_in(goal.context[index].type))
    depending = dependents(goal, index)
    return [
        i
        for i, v in reversed(data(goal))
        if i != index
        and v.name
        and i not in tied
        and i not in depending
        and any(contains_local(one, i) for one in propositions(goal))
    ]


def _changing(goal: Sequent, index: int, known: Knowledge) -> set[int]:
    """Variables in argument places that change, too, while a function recurses on variable `index`."""
    found: set[int] = set()
    for proposition in propositions(goal):
        for function, args in applications(proposition, known):
            at = {i for i, a in enumerate(args) if isinstance(a, Local) and a.index == index}
            if not at & set(function.steps):
                continue
            for position in {*function.changing, *function.steps} - at:
                argument = args[position]
                if isinstance(argument, Local):
                    found.add(argument.index)
    return found


def _induction(goal: Sequent, variable: str, datatype: Datatype, others: list[str]) -> str:
    alternatives = []
    for constructor in datatype.constructors:
        taken = set(goal.names()) - {variable}
        fields = field_names(constructor, variable, taken)
        count = sum(itself for _, itself in constructor.fields)
        hypotheses = [fresh("ih", taken) for _ in range(count)]
        alternatives.append(f"| {' '.join([constructor.short, *fields, *hypotheses])} => ?_")
    generalizing = f" generalizing {' '.join(others)}" if others else ""
    return f"induction {variable}{generalizing} with {' '.join(alternatives)}"
