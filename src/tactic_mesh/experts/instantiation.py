"""Instantiation: at which values a `∀` of the context is of use, and what follows from it there.

Values are found by matching the atoms under the `∀` with the atoms that the goal mentions, as in the E-matching of
Simplify (Detlefs, Nelson and Saxe, 2005), without its congruence closure; premises that the context has are supplied.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.reading import data, fresh, printer, proofs, propositions
from tactic_mesh.term import (
    EXPLICIT,
    App,
    Binder,
    Const,
    Lam,
    Local,
    Pi,
    Sequent,
    Sort,
    Term,
    Var,
    head_args,
    head_name,
    instantiated,
    local,
    lowered,
    subterms,
    uses_variable,
)

ATOMS_MAX = 400
BEAM_MAX = 24
TUPLES_MAX = 8
INSTANCES_MAX = 32
FACTS_MAX = 30
"""Hypotheses up to which what follows is added without an alternative."""
_CONNECTIVES = frozenset({"And", "Or", "Not", "Iff", "Exists"})

Values = dict[int, Term]
"""Terms for loose variables, by the number of binders outwards."""


class Instantiation:
    """`have h := h₁ v p`, `obtain ⟨x, h⟩ := h₁ v p`."""

    name = "instantiation"

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        facts = _Facts(goal)
        # Where values have no structure, what follows is all that there is to know of them.
        logical = all(known.datatype_of(v.type) is None for _, v in data(goal))
        certain = logical and len(facts.told) <= FACTS_MAX
        text = printer(goal, known)
        found: list[TacticOutput] = []
        for _, hypothesis in proofs(goal):
            binders, body = _leading(hypothesis.type)
            if not isinstance(hypothesis.type, Pi) or len(found) >= INSTANCES_MAX:
                continue
            if any(b.info != EXPLICIT or isinstance(b.type, Pi | Sort) for b in binders):
                continue
            tuples = facts.tuples(binders, body)
            most = tuples[0][1] if tuples else 0
            for values, matched in tuples:
                result, supplied = facts.applied(instantiated(body, *values) if values else body)
                if facts.has(result) or not (values or supplied):
                    continue
                # By induction, a value is of use where something about it is known already.
                if not logical and not supplied and (hypothesis.name.startswith("ih") or not matched):
                    continue
                words = [hypothesis.name, *(text.text(value, 1024) for value in values), *supplied]
                confidence = 0.1 if not most else 0.18 if matched == most else 0.06
                found.append(self._said(goal, result, words, confidence, certain=certain))
        return found

    def _said(
        self, goal: Sequent, result: Term, words: list[str], confidence: float, *, certain: bool
    ) -> TacticOutput:
        """The tactic that adds a result to the context."""
        taken = set(goal.names())
        shown, arguments = " ".join(words), tuple(words)
        if head_name(result) == "False":
            return TacticOutput(f"exact {shown}", 0.95, self.name, closes=True, arguments=arguments)
        if head_name(result) == "Exists":
            _, args = head_args(result)
            witness = fresh(str(getattr(args[-1], "name", "x")), taken)
            tactic = f"obtain ⟨{witness}, {fresh('h', taken)}⟩ := {shown}"
            return TacticOutput(tactic, confidence * (3 if certain else 2), self.name, arguments=arguments)
        concluded = not isinstance(result, Pi)
        tactic = f"have {fresh('h', taken)} := {shown}"
        safe = certain and concluded and head_name(result) != "Or"
        return TacticOutput(
            tactic, confidence * (2.5 if concluded else 1.0), self.name, safe=safe, arguments=arguments
        )


@dataclass(frozen=True, slots=True)
class _Atom:
    """A statement about the variables of the leading binders alone."""

    head: Term
    args: tuple[Term, ...]


class _Facts:
    """What the context says: its hypotheses by what they state, and the atoms in them."""

    def __init__(self, goal: Sequent) -> None:
        self._goal = goal
        self.told = {v.type: v.name for _, v in proofs(goal)}
        self._atoms: dict[Term, dict[tuple[Term, ...], None]] = {}
        count = 0
        for proposition in propositions(goal):
            for one in subterms(proposition):
                if isinstance(one, App) and one.loose == 0 and count < ATOMS_MAX:
                    head, args = head_args(one)
                    self._atoms.setdefault(head, {})[args] = None
                    count += 1

    def proof(self, proposition: Term) -> str | None:
        """A term that proves a proposition which the context has, or all parts of which it has."""
        if (name := self.told.get(proposition)) is not None:
            return name
        if head_name(proposition) == "And":
            parts = [self.proof(part) for part in head_args(proposition)[1]]
            return None if None in parts else f"⟨{', '.join(part for part in parts if part)}⟩"
        return None

    def has(self, proposition: Term) -> bool:
        """Whether the context says it, or for an `∃` or `∨` says more, or nobody need say it."""
        if self.proof(proposition) is not None:
            return True
        head, args = head_args(proposition)
        match head_name(head):
            case "Eq":
                return args[-2] is args[-1]
            case "And":
                return all(self.has(arg) for arg in args)
            case "Or":
                return any(self.has(arg) for arg in args)
            case "Exists" if isinstance(args[-1], Lam):
                body = args[-1].body
                return any(
                    self.has(instantiated(body, local(index)))
                    for index, v in enumerate(self._goal.context)
                    if v.type is args[0]
                )
        return False

    def applied(self, proposition: Term) -> tuple[Term, list[str]]:
        """What remains of an implication when premises at hand are supplied, and their proofs."""
        supplied: list[str] = []
        while isinstance(proposition, Pi) and not uses_variable(proposition.body):
            proof = self.proof(proposition.type)
            if proof is None:
                break
            supplied.append(proof)
            proposition = lowered(proposition.body, 1)
        return proposition, supplied

    def tuples(self, binders: list[Binder], body: Term) -> list[tuple[tuple[Term, ...], int]]:
        """Values for the leading binders, each with how many atoms of the body they make known; the best first."""
        if not binders:
            return [((), 0)]
        count = len(binders)
        beam: list[tuple[Values, int]] = [({}, 0)]
        for atom in _atoms(body):
            more = [
                (merged, matched + 1)
                for values, matched in beam
                for args in self._atoms.get(atom.head, ())
                if (merged := _matched(atom.args, args, values)) is not None
            ]
            beam = sorted([*beam, *more], key=lambda entry: -entry[1])[:BEAM_MAX]
        found: dict[tuple[Term, ...], int] = {}
        for values, matched in beam:
            ways = [
                [values[count - 1 - place]] if count - 1 - place in values else self._of_type(one.type)
                for place, one in enumerate(binders)
            ]
            for way in itertools.islice(itertools.product(*ways), TUPLES_MAX):
                found[way] = max(matched, found.get(way, 0))
        return sorted(found.items(), key=lambda entry: -entry[1])[:TUPLES_MAX]

    def _of_type(self, type_: Term) -> list[Term]:
        """The variables of a type, the latest first."""
        return [local(i) for i, v in data(self._goal) if v.type is type_ and v.name]


def _leading(proposition: Term) -> tuple[list[Binder], Term]:
    """The binders before the first premise, and what stands under them."""
    binders: list[Binder] = []
    while isinstance(proposition, Pi) and uses_variable(proposition.body):
        binders.append(proposition)
        proposition = proposition.body
    return binders, proposition


def _atoms(body: Term) -> Iterator[_Atom]:
    """The applications of predicates and functions in a body that mention its loose variables and no others."""
    stack = [(body, 0)]
    while stack:
        one, below = stack.pop()
        if isinstance(one, Binder):
            stack += [(one.type, below), (one.body, below + 1)]
            continue
        head, args = head_args(one)
        whole = lowered(one, below)
        clean = below == 0 or whole is not one
        if one.loose > below and args and clean and isinstance(head, Local | Const):
            name = head_name(head)
            if name not in _CONNECTIVES:
                yield _Atom(head, head_args(whole)[1])
        stack.extend((arg, below) for arg in args)


def _matched(patterns: tuple[Term, ...], terms: tuple[Term, ...], values: Values) -> Values | None:
    """The values with those that make the patterns the terms, or None."""
    if len(patterns) != len(terms):
        return None
    found = dict(values)
    stack = list(zip(patterns, terms, strict=True))
    while stack:
        pattern, term = stack.pop()
        if isinstance(pattern, Var):
            if found.setdefault(pattern.index, term) is not term:
                return None
        elif isinstance(pattern, App) and isinstance(term, App) and pattern.loose:
            stack += [(pattern.fn, term.fn), (pattern.arg, term.arg)]
        elif pattern is not term:
            return None
    return found
