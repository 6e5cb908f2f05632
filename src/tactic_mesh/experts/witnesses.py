"""Witnesses: what exists, and at which values a `∀` of the context is of use."""

from __future__ import annotations

from collections.abc import Iterator

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.reading import fresh, printer, proofs
from tactic_mesh.term import (
    Lam,
    Local,
    Pi,
    Sequent,
    Sort,
    Term,
    equation,
    head_args,
    head_name,
    local,
    subterms,
)

NUMBERS_MAX = 64
CANDIDATES_MAX = 8
INSTANCES_MAX = 12


class Witnesses:
    """`exists v`, `refine ⟨v, ?_⟩`, `left`/`right`, and `have := h v`."""

    name = "witnesses"

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        head = head_name(goal.target)
        found = []
        if head == "Or":
            found += [TacticOutput(side, 0.3, self.name, arguments=(side,)) for side in ("left", "right")]
        if head == "Exists":
            found += self._exists(goal, known)
        return [*found, *self._instances(goal, known)]

    def _exists(self, goal: Sequent, known: Knowledge) -> Iterator[TacticOutput]:
        _, (type_, body) = head_args(goal.target)
        text = printer(goal, known)
        if head_name(type_) in ("Nat", "Int"):
            for number in range(NUMBERS_MAX):
                yield TacticOutput(
                    f"exists {number}", 0.5 if number < 8 else 0.3, self.name, True, False, (str(number),)
                )
        for candidate in _candidates(goal, type_, body):
            shown = text.text(candidate)
            yield TacticOutput(f"refine ⟨{shown}, ?_⟩", 0.4, self.name, arguments=(shown,))
        yield TacticOutput("refine ⟨?_, ?_⟩", 0.08, self.name)

    def _instances(self, goal: Sequent, known: Knowledge) -> Iterator[TacticOutput]:
        """A `∀` over values of a type that the context has: said of each of them."""
        count = 0
        for _, hypothesis in proofs(goal):
            if not isinstance(hypothesis.type, Pi) or hypothesis.type.body.loose == 0:
                continue
            if hypothesis.name.startswith("ih"):
                continue
            for index, variable in enumerate(goal.context):
                if variable.type is hypothesis.type.type and variable.name and not variable.is_proof:
                    name = fresh("h", set(goal.names()))
                    tactic = f"have {name} := {hypothesis.name} {goal.context[index].name}"
                    yield TacticOutput(tactic, 0.1, self.name, arguments=(hypothesis.name, variable.name))
                    count += 1
                    if count >= INSTANCES_MAX:
                        return


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
