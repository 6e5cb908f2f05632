"""Case analysis: what a hypothesis says in several ways, what a function or an `if` is stuck on, small types."""

from __future__ import annotations

import math
from collections.abc import Iterator

from tactic_mesh.experts.knowledge import Constructor, Datatype, Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.reading import (
    applications,
    comma,
    data,
    fresh,
    is_constructor_application,
    mentioned,
    printer,
    proofs,
    propositions,
)
from tactic_mesh.experts.simplification import simp_rules
from tactic_mesh.term import Const, Local, Sequent, Term, head_args, head_name, subterms

SCRUTINEES_MAX = 6
COMBINATIONS_MAX = 8
_QUESTIONS = {("Decidable.decide", 2): 0, ("ite", 5): 1}
"""Where a full application has the proposition that it asks."""


class Cases:
    """`cases`, `obtain`, `split`, `by_cases`, and `cases h : t` for what a function waits for."""

    name = "cases"

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        found = [
            *self._hypotheses(goal),
            *self._splits(goal),
            *self._branches(goal, known),
            *self._stuck(goal, known),
            *self._decided(goal, known),
            *self._every(goal, known),
        ]
        blocking = _blocking(goal, known)
        for index, variable in data(goal):
            datatype = known.datatype_of(variable.type)
            if datatype is None or not variable.name:
                continue
            few = datatype.is_enumeration and len(datatype.constructors) <= 4
            confidence = 0.5 if few else 0.45 if index in blocking else 0.16
            tactic = cases_tactic(f"cases {variable.name}", variable.name, datatype, goal)
            found.append(TacticOutput(tactic, confidence, self.name, arguments=(variable.name,)))
        return found + self._classical(goal, known)

    def _hypotheses(self, goal: Sequent) -> Iterator[TacticOutput]:
        for _, hypothesis in proofs(goal):
            name, head = hypothesis.name, head_name(hypothesis.type)
            taken = set(goal.names())
            if head == "And":
                left, right = fresh(name, taken - {name}), fresh(f"{name}'", taken)
                yield self._safe(f"obtain ⟨{left}, {right}⟩ := {name}", name)
            elif head == "Exists":
                witness = fresh(_binder_name(hypothesis.type) or "x", taken)
                yield self._safe(f"obtain ⟨{witness}, {name}⟩ := {name}", name)
            elif head == "Or":
                yield self._safe(f"cases {name} with | inl {name} => ?_ | inr {name} => ?_", name, 0.7)
            elif head == "Iff":
                yield TacticOutput(
                    f"cases {name} with | intro h1 h2 => ?_", 0.2, self.name, arguments=(name,)
                )
            elif head == "False":
                yield TacticOutput(f"exact {name}.elim", 0.99, self.name, closes=True, arguments=(name,))

    def _safe(self, tactic: str, name: str, confidence: float = 0.9) -> TacticOutput:
        return TacticOutput(tactic, confidence, self.name, safe=True, arguments=(name,))

    def _splits(self, goal: Sequent) -> Iterator[TacticOutput]:
        if _has_choice(goal.target):
            yield TacticOutput("split", 0.6, self.name)
        for _, hypothesis in proofs(goal):
            if _has_choice(hypothesis.type):
                yield TacticOutput(
                    f"split at {hypothesis.name}", 0.5, self.name, arguments=(hypothesis.name,)
                )

    def _branches(self, goal: Sequent, known: Knowledge) -> Iterator[TacticOutput]:
        """All the decisions that the functions of the goal make, one after the other."""
        names = mentioned(goal)
        if known.branching(names):
            simplify = f"simp_all [{comma(simp_rules(names, known))}]"
            tactic = f"(try {simplify}) <;> (repeat' split) <;> (try {simplify}) <;> (try omega)"
            yield TacticOutput(f"({tactic})", 0.32, self.name, closes=True)

    def _decided(self, goal: Sequent, known: Knowledge) -> Iterator[TacticOutput]:
        """`by_cases` on what a `decide` or an `if` of the goal asks."""
        text = printer(goal, known)
        asked: dict[Term, None] = {}
        for proposition in propositions(goal):
            for one in subterms(proposition):
                head, args = head_args(one)
                place = _QUESTIONS.get((head.name, len(args))) if isinstance(head, Const) else None
                if place is not None and not one.loose:
                    asked[args[place]] = None
        told = {v.type for _, v in proofs(goal)}
        rules = simp_rules(mentioned(goal), known)
        name = fresh("h", set(goal.names()))
        for question in [q for q in asked if q not in told][:SCRUTINEES_MAX]:
            shown = text.text(question)
            start = f"by_cases {name} : {shown}"
            yield TacticOutput(start, 0.4, self.name, arguments=(shown,))
            simplify = f"simp_all [{comma(rules)}]" if rules else "simp_all"
            yield TacticOutput(f"{start} <;> {simplify}", 0.42, self.name, closes=True, arguments=(shown,))

    def _every(self, goal: Sequent, known: Knowledge) -> Iterator[TacticOutput]:
        """Cases on all the variables that functions look at or that have a known value, settled by simplification."""
        if any(v.name.startswith("ih") for v in goal.context):
            return
        looked_at: dict[int, Datatype] = {}
        for proposition in propositions(goal):
            values = [
                args[i] for function, args in applications(proposition, known) for i in function.matched
            ]
            for one in subterms(proposition):
                head, args = head_args(one)
                if (
                    head_name(head) in ("Eq", "Ne")
                    and len(args) == 3
                    and not all(a.has_local for a in args[1:])
                ):
                    values += args[1:]
            for one in values:
                datatype = known.datatype_of(goal.context[one.index].type) if isinstance(one, Local) else None
                if datatype is not None and isinstance(one, Local) and goal.context[one.index].name:
                    looked_at[one.index] = datatype
        count = math.prod(len(datatype.constructors) for datatype in looked_at.values())
        if looked_at and count <= COMBINATIONS_MAX and proofs(goal):
            start = " <;> ".join(f"cases {goal.context[index].name}" for index in sorted(looked_at))
            simplify = f"simp_all [{comma(simp_rules(mentioned(goal), known))}]"
            yield TacticOutput(f"{start} <;> {simplify}", 0.4, self.name, closes=True)

    def _stuck(self, goal: Sequent, known: Knowledge) -> Iterator[TacticOutput]:
        """`cases h : t` where the equations of a function, or a `match`, wait for the constructor of `t`."""
        text = printer(goal, known)
        seen: set[Term] = set()
        for proposition in propositions(goal):
            for scrutinee, datatype in _scrutinees(proposition, known):
                if scrutinee in seen or len(seen) >= SCRUTINEES_MAX:
                    continue
                seen.add(scrutinee)
                name = fresh("h", set(goal.names()))
                shown = text.text(scrutinee)
                tactic = cases_tactic(f"cases {name} : {shown}", "", datatype, goal)
                yield TacticOutput(tactic, 0.45, self.name, arguments=(shown,))

    def _classical(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        """`by_cases` on the propositional atoms that the goal mentions."""
        text = printer(goal, known)
        names = mentioned(goal)
        if not names & {"Or", "Not", "Iff", "And", "Exists", "ite"}:
            return []
        atoms: dict[Term, None] = {}
        for proposition in propositions(goal):
            for one in subterms(proposition):
                head, _ = head_args(one)
                if isinstance(head, Local) and one.loose == 0 and _is_proposition(one, goal):
                    atoms[one] = None
        known_types = {v.type for _, v in proofs(goal)}
        found = []
        for atom in list(atoms)[:SCRUTINEES_MAX]:
            if atom not in known_types:
                shown = text.text(atom)
                name = fresh("h", set(goal.names()))
                found.append(TacticOutput(f"by_cases {name} : {shown}", 0.15, self.name, arguments=(shown,)))
        return found


def _blocking(goal: Sequent, known: Knowledge) -> set[int]:
    """Variables that a function has to look at whose other argument already shows its constructor."""
    found: set[int] = set()
    for proposition in propositions(goal):
        for function, args in applications(proposition, known):
            looked_at = [args[position] for position in function.matched]
            if any(is_constructor_application(one, known) for one in looked_at):
                found |= {one.index for one in looked_at if isinstance(one, Local)}
    return found


def _is_proposition(term: Term, goal: Sequent) -> bool:
    """Whether an application of a context variable is a statement, by the variable's type."""
    head, args = head_args(term)
    assert isinstance(head, Local)
    type_ = goal.context[head.index].type
    for _ in args:
        if not hasattr(type_, "body"):
            return False
        type_ = type_.body
    return getattr(type_, "name", "") == "Prop"


def _binder_name(exists: Term) -> str:
    _, args = head_args(exists)
    return str(getattr(args[-1], "name", "")) if args else ""


def _has_choice(term: Term) -> bool:
    """Whether a `match`, `if` or `dite` stands in a term."""
    return any(
        isinstance(one, Const) and (one.name in ("ite", "dite") or ".match_" in f".{one.name}")
        for one in subterms(term)
    )


def _scrutinees(proposition: Term, known: Knowledge) -> Iterator[tuple[Term, Datatype]]:
    """Values at which an equation has to look, that are neither variables nor constructors; inner ones first."""
    found = []
    for function, args in applications(proposition, known):
        for position in function.matched:
            argument = args[position]
            head, _ = head_args(argument)
            if not isinstance(head, Const) or is_constructor_application(argument, known):
                continue
            inner = known.functions.get(head.name)
            datatype = known.datatype_of(inner.result) if inner is not None else None
            if datatype is not None and not argument.has_meta and datatype.is_enumeration:
                found.append((argument, datatype))
    for one in subterms(proposition):
        head, args = head_args(one)
        if isinstance(head, Const) and ".match_" in f".{head.name}" and one.loose == 0:
            for argument in args:
                inner_head = head_name(argument)
                function_ = known.functions.get(inner_head)
                datatype = known.datatype_of(function_.result) if function_ is not None else None
                if datatype is None and _is_bool_application(argument):
                    datatype = known.datatypes.get("Bool")
                if datatype is not None:
                    found.append((argument, datatype))
    yield from sorted(found, key=lambda pair: pair[0].size)


def _is_bool_application(term: Term) -> bool:
    """`p x` for a predicate of the context: its value can be looked at."""
    head, args = head_args(term)
    return isinstance(head, Local) and bool(args)


def cases_tactic(start: str, variable: str, datatype: Datatype, goal: Sequent, hypothesis: str = "") -> str:
    """`start with | ctor fields => ?_ …`, with names for what each case brings."""
    alternatives = []
    for constructor in datatype.constructors:
        taken = set(goal.names()) - {variable}
        fields = field_names(constructor, variable, taken)
        alternatives.append(f"| {' '.join([constructor.short, *fields])} => ?_")
    return f"{start} with {' '.join(alternatives)}"


def field_names(constructor: Constructor, variable: str, taken: set[str]) -> list[str]:
    """Names for a constructor's fields: a part of the same type is called as the whole was."""
    names = []
    parts = sum(itself for _, itself in constructor.fields)
    for name, itself in constructor.fields:
        if itself and parts == 1 and variable:
            base = variable
        elif not itself and parts and variable.endswith("s") and len(variable) > 1:
            base = variable[:-1]
        else:
            base = {"head": "x", "tail": "xs"}.get(name, name if name.isidentifier() else "a")
        names.append(fresh(base, taken))
    return names
