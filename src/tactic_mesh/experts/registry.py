"""The experts by name, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Iterable

from tactic_mesh.errors import UsageError
from tactic_mesh.experts.arithmetic import Arithmetic
from tactic_mesh.experts.automation import Automation
from tactic_mesh.experts.cases import Cases
from tactic_mesh.experts.chains import Chains
from tactic_mesh.experts.contradiction import Contradiction
from tactic_mesh.experts.divisibility import Divisibility
from tactic_mesh.experts.induction import Induction
from tactic_mesh.experts.instantiation import Instantiation
from tactic_mesh.experts.introduction import Introduction
from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import Expert, TacticOutput
from tactic_mesh.experts.rewriting import Rewriting
from tactic_mesh.experts.rules import Rules
from tactic_mesh.experts.simplification import Simplification
from tactic_mesh.experts.speculation import Speculation
from tactic_mesh.experts.transport import Transport
from tactic_mesh.experts.witnesses import Witnesses
from tactic_mesh.term import Sequent

EXPERTS: dict[str, Expert] = {
    expert.name: expert
    for expert in (
        Introduction(),
        Automation(),
        Arithmetic(),
        Divisibility(),
        Transport(),
        Simplification(),
        Cases(),
        Induction(),
        Rules(),
        Rewriting(),
        Chains(),
        Witnesses(),
        Instantiation(),
        Contradiction(),
        Speculation(),
    )
}


def chosen(names: Iterable[str] | None) -> tuple[Expert, ...]:
    """The experts of these names; all if none are named. Raises: UsageError for a name that is none."""
    if names is None:
        return tuple(EXPERTS.values())
    wanted = list(names)
    if unknown := [name for name in wanted if name not in EXPERTS]:
        raise UsageError(f"there is no expert `{unknown[0]}`; there are: {', '.join(EXPERTS)}")
    return tuple(EXPERTS[name] for name in dict.fromkeys(wanted))


def suggestions(goal: Sequent, known: Knowledge, experts: Iterable[Expert]) -> list[TacticOutput]:
    """What the experts propose, the most confident first; of equal texts the most confident one."""
    best: dict[str, TacticOutput] = {}
    for expert in experts:
        for output in expert.suggest(goal, known):
            known_output = best.get(output.tactic)
            if known_output is None or output.confidence > known_output.confidence:
                best[output.tactic] = output
    return sorted(best.values(), key=lambda output: -output.confidence)
