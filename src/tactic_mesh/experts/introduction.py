"""Introduction: name what a `∀` or `→` brings, and take apart targets that have one way to be proven."""

from __future__ import annotations

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.reading import fresh
from tactic_mesh.term import (
    Const,
    Local,
    Pi,
    Sequent,
    Sort,
    Term,
    Var,
    conclusion,
    equation,
    head_args,
    head_name,
    uses_variable,
)

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
            names = _binder_names(goal, known)
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


def _binder_names(goal: Sequent, known: Knowledge) -> list[str]:
    """Names for what the target's binders bring: a statement's is `h`, a value's the one that was written."""
    taken = set(goal.names())
    names: list[str] = []
    passed: list[Term] = []
    target = goal.target
    while isinstance(target, Pi) and len(names) < BINDERS_MAX:
        unused = target.body.loose == 0 or (target.name in ("a", "x") and not uses_variable(target.body))
        is_premise = unused and not _is_data(target.type, passed, goal, known)
        names.append(fresh("h" if is_premise else target.name, taken))
        passed.append(target.type)
        target = target.body
    return names


def _is_data(type_: Term, passed: list[Term], goal: Sequent, known: Knowledge) -> bool:
    """Whether the values of a type are certainly no proofs; `passed` are the types of the binders around it."""
    binders, end = conclusion(type_)
    head, _ = head_args(end)
    if isinstance(head, Const):
        datatype = known.datatypes.get(head.name)
        return datatype is not None and not datatype.is_proposition
    if isinstance(head, Sort):
        return True
    around = [*passed, *(one.type for one in binders)]
    if isinstance(head, Var) and head.index < len(around):
        kind = around[-1 - head.index]
    elif isinstance(head, Local):
        kind = goal.context[head.index].type
    else:
        return False
    _, end = conclusion(kind)
    return isinstance(end, Sort) and end.name != "Prop"
