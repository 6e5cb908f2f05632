"""Contradiction and contraposition: what the hypotheses exclude, and proofs that assume the opposite."""

from __future__ import annotations

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.reading import fresh, is_constructor_application, mentioned, proofs
from tactic_mesh.term import Pi, Sequent, conclusion, equation, head_name

_LOGICAL = frozenset({"Or", "Exists", "Not", "Iff", "False"})


class Contradiction:
    """`exfalso`, `apply` of a negation, `injection`, `Classical.byContradiction`."""

    name = "contradiction"

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        found = []
        target = head_name(goal.target)
        for _, hypothesis in proofs(goal):
            name, type_ = hypothesis.name, hypothesis.type
            negation = head_name(type_) == "Not" or head_name(conclusion(type_)[1]) == "False"
            if negation and target != "False":
                found.append(TacticOutput(f"exact absurd ?_ {name}", 0.02, self.name, arguments=(name,)))
                found.append(TacticOutput(f"(exfalso; apply {name})", 0.1, self.name, arguments=(name,)))
            elif negation and isinstance(type_, Pi):
                found.append(TacticOutput(f"apply {name}", 0.35, self.name, arguments=(name,)))
            elif negation:
                found.append(TacticOutput(f"apply {name}", 0.3, self.name, arguments=(name,)))
            sides = equation(type_)
            if sides is not None and not sides[1].has_local and not sides[2].has_local:
                found.append(TacticOutput(f"nomatch {name}", 0.6, self.name, True, arguments=(name,)))
            if sides is not None and all(is_constructor_application(side, known) for side in sides[1:]):
                found.append(TacticOutput(f"injection {name}", 0.3, self.name, arguments=(name,)))
        if (
            target not in ("False", "Eq", "Not")
            and not isinstance(goal.target, Pi)
            and mentioned(goal) & _LOGICAL
        ):
            name = fresh("h", set(goal.names()))
            tactic = f"refine Classical.byContradiction fun {name} => ?_"
            found.append(TacticOutput(tactic, 0.08, self.name, arguments=(name,)))
        return found
