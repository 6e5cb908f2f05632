"""Speculation: a stronger statement that may be easier, by forgetting what a repeated term is made of."""

from __future__ import annotations

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.reading import fresh, is_constructor_application, printer, proofs
from tactic_mesh.term import App, Const, Sequent, Term, equation, head_args, subterms

CANDIDATES_MAX = 4


class Speculation:
    """`generalize t = x` for a term that stands on both sides, and `clear` of hypotheses that were used."""

    name = "speculation"

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        sides = equation(goal.target)
        if sides is None:
            return []
        text = printer(goal, known)
        name = fresh("t", set(goal.names()))
        found = []
        for term in common_terms(sides[1], sides[2], known)[:CANDIDATES_MAX]:
            shown = text.text(term)
            found.append(TacticOutput(f"generalize {shown} = {name}", 0.12, self.name, arguments=(shown,)))
        used = [v.name for _, v in proofs(goal) if v.name.startswith("ih")]
        if found and used:
            found.append(TacticOutput(f"clear {' '.join(reversed(used))}", 0.05, self.name))
        return found


def common_terms(left: Term, right: Term, known: Knowledge) -> list[Term]:
    """Applications of functions that both sides contain, the larger first."""
    mine = {one for one in subterms(left) if _is_worthwhile(one, known)}
    shared = [one for one in subterms(right) if one in mine]
    return sorted(shared, key=lambda one: -one.size)


def _is_worthwhile(term: Term, known: Knowledge) -> bool:
    if not isinstance(term, App) or term.loose or not term.has_local or term.has_meta:
        return False
    head, args = head_args(term)
    if not isinstance(head, Const) or is_constructor_application(term, known):
        return False
    function = known.functions.get(head.name)
    return function is not None and len(args) == function.arity
