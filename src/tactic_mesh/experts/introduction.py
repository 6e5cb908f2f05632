"""Introduction: name what a `∀` or `→` brings, and take apart targets that have one way to be proven."""

from __future__ import annotations

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.reading import fresh
from tactic_mesh.term import Pi, Sequent, equation, head_name, uses_variable

BINDERS_MAX = 40


class Introduction:
    """`intro`, `rename_i`, `constructor` for `∧` and `↔`, `funext`."""

    name = "introduction"

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        found = []
        if names := self._unnamed(goal):
            found.append(TacticOutput(f"rename_i {' '.join(names)}", 0.97, self.name, safe=True))
        head = head_name(goal.target)
        if isinstance(goal.target, Pi):
            names = _binder_names(goal)
            found.append(TacticOutput(f"intro {' '.join(names)}", 0.96, self.name, safe=True))
        elif head == "Not":
            name = fresh("h", set(goal.names()))
            found.append(TacticOutput(f"intro {name}", 0.96, self.name, safe=True))
        elif head in ("And", "Iff"):
            found.append(TacticOutput("constructor", 0.7, self.name, safe=True))
        sides = equation(goal.target)
        if sides is not None and isinstance(sides[0], Pi):
            name = fresh("x", set(goal.names()))
            found.append(TacticOutput(f"funext {name}", 0.6, self.name, arguments=(name,)))
        return found

    def _unnamed(self, goal: Sequent) -> list[str]:
        """Names for the variables that have none, from the first of them on."""
        nameless = [v for v in goal.context if not v.name and not v.is_instance]
        taken = set(goal.names())
        return [fresh("h" if v.is_proof else "x", taken) for v in nameless]


def _binder_names(goal: Sequent) -> list[str]:
    taken = set(goal.names())
    names: list[str] = []
    target = goal.target
    while isinstance(target, Pi) and len(names) < BINDERS_MAX:
        is_premise = target.body.loose == 0 or (target.name in ("a", "x") and not uses_variable(target.body))
        names.append(fresh("h" if is_premise else target.name, taken))
        target = target.body
    return names
