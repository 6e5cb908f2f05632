"""What an expert says: a tactic, how much it believes in it, and why it may be left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.term import Sequent


@dataclass(frozen=True, slots=True)
class TacticOutput:
    """One proposal. `confidence` is in (0, 1]: how often such a step stands in a proof, by the expert's judgement.

    `closes` marks a tactic that is of use only if it leaves no goal. `safe` marks one that loses nothing: where it
    runs, nothing else has to be tried on that goal.
    """

    tactic: str
    confidence: float
    expert: str
    closes: bool = False
    safe: bool = False
    arguments: tuple[str, ...] = ()


class Expert(Protocol):
    """A pure function from a goal to proposals, under a name by which the user can choose it."""

    name: str

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        """Proposals for the main goal, in any order; none if the expert has nothing to say."""
        ...
