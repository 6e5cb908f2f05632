"""Pieces of work that an executor runs: one hypothesis with some goals, or one pair to settle either way.

Everything here is importable by name and picklable. What comes back is data for the one who asked: proofs are checked
by Lean and tables are checked by Lean; nothing is believed because a worker said so.
"""

from __future__ import annotations

import resource
import time
from dataclasses import dataclass

from tactic_mesh.equational import completion, eprover
from tactic_mesh.equational.certificates import Table
from tactic_mesh.equational.laws import Law, laws
from tactic_mesh.equational.proofs import Proof


@dataclass(frozen=True, slots=True)
class Proving:
    """Prove goals from one hypothesis (laws by index), with little effort each."""

    hypothesis: int
    goals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Proved:
    """A proof or None for each goal; `hopeless` says that a completion came to its end without them."""

    work: Proving
    proofs: tuple[Proof | None, ...]
    hopeless: bool
    cpu_s: float


@dataclass(frozen=True, slots=True)
class Settling:
    """Prove or refute that one law implies another, at a level from 0."""

    hypothesis: int
    goal: int
    level: int


@dataclass(frozen=True, slots=True)
class Settled:
    """At most one of `proof` and `table`."""

    work: Settling
    proof: Proof | None
    table: Table | None
    cpu_s: float


@dataclass(frozen=True, slots=True)
class Tier:
    """What one level of settling does: orders of tables with a bound on conflicts, and E with its bounds.

    `expected_s` is roughly what it costs where nothing is found.
    """

    orders: tuple[int, ...]
    conflicts_max: int
    processed_max: int | None
    cpu_s: float
    expected_s: float


TIERS = (
    Tier((4,), 1_000, 20, 1.0, 0.05),
    Tier((4, 5), 3_000, 60, 1.0, 0.1),
    Tier((5, 6, 7), 8_000, 150, 1.0, 0.6),
    Tier((6, 7, 8), 30_000, 600, 3.0, 3.0),
    Tier((7, 8, 9, 10), 100_000, None, 8.0, 15.0),
    Tier((8, 9, 10, 11, 12), 400_000, None, 30.0, 60.0),
)
_EFFORT = completion.Effort(rules=12, equations=200, operations_max=12, cpu_s=0.5)


def cpu_s() -> float:
    """Processor time of this process and of the programs that it ran to their end."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def sides(law: Law) -> completion.Equation:
    return law.left, law.right


def prove(work: Proving) -> Proved:
    """Our completion, with all goals in one run; then E for each that is left."""
    started = cpu_s()
    hypothesis = sides(laws()[work.hypothesis])
    goals = [sides(laws()[goal]) for goal in work.goals]
    found, saturated = completion.prove(hypothesis, goals, _EFFORT)
    if not saturated:
        for index, proof in enumerate(found):
            if proof is None:
                found[index] = ask_e(hypothesis, goals[index], TIERS[0])
    return Proved(work, tuple(found), saturated, cpu_s() - started)


def ask_e(hypothesis: completion.Equation, goal: completion.Equation, tier: Tier) -> Proof | None:
    """A proof from E, with a second way to search where the first one's proof cannot be rebuilt."""
    for options in (("--auto",), ("--satauto",)):  # the second where a proof of the first cannot be rebuilt
        answer = eprover.prove(
            hypothesis, goal, cpu_s=tier.cpu_s, processed_max=tier.processed_max, options=options
        )
        if isinstance(answer, Proof):
            return answer
        if not answer.reason.startswith("unreadable"):
            return None
    return None


def settle(work: Settling) -> Settled:
    """Tables of growing order, then E, at one level."""
    from tactic_mesh.equational.models import find_model

    started = cpu_s()
    hypothesis, goal = laws()[work.hypothesis], laws()[work.goal]
    tier = TIERS[work.level]
    for order in tier.orders:
        found = find_model(hypothesis, goal, order, tier.conflicts_max)
        if found.table is not None:
            return Settled(work, None, found.table, cpu_s() - started)
    proof = ask_e(sides(hypothesis), sides(goal), tier)
    return Settled(work, proof, None, cpu_s() - started)
