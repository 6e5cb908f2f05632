"""Witnesses: what exists, and which side of an `∨` holds."""

from __future__ import annotations

from collections.abc import Iterator

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.reading import ARITHMETIC_TYPES, number, printer, propositions
from tactic_mesh.term import (
    Lam,
    Local,
    Sequent,
    Sort,
    Term,
    Var,
    app,
    equation,
    head_args,
    head_name,
    local,
    subterms,
)

NUMBERS_MAX = 64
CANDIDATES_MAX = 8
COMBINED_MAX = 3
COMBINATIONS_MAX = 24
"""Variables that are put together in pairs."""
_OPERATORS = frozenset({"HAdd.hAdd", "HAppend.hAppend", "HMul.hMul", "HSub.hSub"})


class Witnesses:
    """`exists v`, `refine ⟨v, ?_⟩`, `left`/`right`."""

    name = "witnesses"

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        head = head_name(goal.target)
        found = []
        if head == "Or":
            found += [TacticOutput(side, 0.3, self.name, arguments=(side,)) for side in ("left", "right")]
        if head == "Exists":
            found += self._exists(goal, known)
        return found

    def _exists(self, goal: Sequent, known: Knowledge) -> Iterator[TacticOutput]:
        _, (type_, body) = head_args(goal.target)
        text = printer(goal, known)
        if head_name(type_) in ("Nat", "Int"):
            for number in range(NUMBERS_MAX):
                yield TacticOutput(
                    f"exists {number}", 0.5 if number < 8 else 0.3, self.name, True, False, (str(number),)
                )
        shares = [f"{text.text(whole, 70)} / {factor}" for whole, factor in _shares(type_, body)]
        for shown in [*(text.text(one) for one in _candidates(goal, type_, body)), *shares]:
            yield TacticOutput(f"refine ⟨{shown}, ?_⟩", 0.4, self.name, arguments=(shown,))
        for shown in [text.text(one) for one in _combined(goal, type_, body, known)]:
            yield TacticOutput(f"refine ⟨{shown}, ?_⟩", 0.25, self.name, arguments=(shown,))
        yield TacticOutput("refine ⟨?_, ?_⟩", 0.08, self.name)


def _candidates(goal: Sequent, type_: Term, body: Term) -> list[Term]:
    """Terms that could be the witness: variables of the type, terms that an equation in the body asks for."""
    found: dict[Term, None] = {}
    for index in range(len(goal.context) - 1, -1, -1):
        if goal.context[index].type is type_ and goal.context[index].name:
            found[local(index)] = None
    if isinstance(body, Lam):
        for one in subterms(body.body):
            sides = equation(one)
            if sides is None:
                continue
            for mine, other in ((sides[1], sides[2]), (sides[2], sides[1])):
                if getattr(mine, "index", None) == 0 and not isinstance(mine, Local) and other.loose == 0:
                    found[other] = None
    return [term for term in found if not isinstance(term, Sort)][:CANDIDATES_MAX]


def _combined(goal: Sequent, type_: Term, body: Term, known: Knowledge) -> list[Term]:
    """Two variables of the type put together by the operations that the goal and its hypotheses put such values by."""
    operations: dict[Term, None] = {}
    for proposition in (body, *propositions(goal)):
        for one in subterms(proposition):
            head, args = head_args(one)
            function = known.functions.get(head_name(head))
            if (len(args) == 6 and head_name(head) in _OPERATORS and args[2] is type_) or (
                function is not None and len(args) == function.arity >= 2
            ):
                operations[app(head, *args[:-2])] = None
    variables = [
        local(i)
        for i in range(len(goal.context) - 1, -1, -1)
        if goal.context[i].type is type_ and goal.context[i].name
    ][:COMBINED_MAX]
    pairs = [(one, other) for one in variables for other in variables if one is not other]
    return [app(one, *pair) for one in operations if not one.loose for pair in pairs][:COMBINATIONS_MAX]


def _shares(type_: Term, body: Term) -> list[tuple[Term, int]]:
    """Where the body says that a multiple of the witness, and perhaps a number more, is a term: both, to divide."""
    found: dict[tuple[Term, int], None] = {}
    if head_name(type_) not in ARITHMETIC_TYPES or not isinstance(body, Lam):
        return []
    for one in subterms(body.body):
        sides = equation(one)
        if sides is None:
            continue
        for mine, other in ((sides[1], sides[2]), (sides[2], sides[1])):
            if other.loose == 0 and (factor := _factor(mine)):
                found[other, factor] = None
    return list(found)[:CANDIDATES_MAX]


def _factor(term: Term) -> int | None:
    """`c` in `c * x`, `x * c`, `x + x`, and such a term plus a number, for the innermost bound `x`."""
    head, args = head_args(term)
    if len(args) != 6:
        return None
    left, right = args[-2:]
    match head_name(head):
        case "HMul.hMul" if isinstance(right, Var) and right.index == 0:
            return number(left)
        case "HMul.hMul" if isinstance(left, Var) and left.index == 0:
            return number(right)
        case "HAdd.hAdd" if left is right and isinstance(left, Var) and left.index == 0:
            return 2
        case "HAdd.hAdd" if number(right) is not None:
            return _factor(left)
    return None
