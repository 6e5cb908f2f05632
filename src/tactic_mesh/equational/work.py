"""Pieces of work that an executor runs: one hypothesis with some goals, or one pair to settle either way.

Everything here is importable by name and picklable. What comes back is data for the one who asked: proofs are checked
by Lean and tables are checked by Lean; nothing is believed because a worker said so.
"""

from __future__ import annotations

import enum
import math
import resource
import time
from dataclasses import dataclass

from tactic_mesh.equational import completion, eprover
from tactic_mesh.equational.certificates import Table
from tactic_mesh.equational.laws import Law, laws
from tactic_mesh.equational.proofs import Proof


@dataclass(frozen=True, slots=True)
class Proving:
    """Prove goals from one hypothesis (laws by index), with little effort each: by our completion, and with E unless
    `asks_e` is false."""

    hypothesis: int
    goals: tuple[int, ...]
    asks_e: bool = True


@dataclass(frozen=True, slots=True)
class Proved:
    """A proof or None for each goal; `hopeless` says that a completion came to its end without them."""

    work: Proving
    proofs: tuple[Proof | None, ...]
    hopeless: bool
    cpu_s: float


class Way(enum.StrEnum):
    """How an open pair may be settled."""

    PROOF = "proof"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Settling:
    """Prove, or refute by a table, that one law implies another, at a level from 0."""

    hypothesis: int
    goal: int
    way: Way
    level: int


@dataclass(frozen=True, slots=True)
class Settled:
    """At most one of `proof` and `table`. `saturated`: E says that there is no proof, which nobody has to believe."""

    work: Settling
    proof: Proof | None
    table: Table | None
    saturated: bool
    cpu_s: float


@dataclass(frozen=True, slots=True)
class Asked:
    """What E found: a proof, or perhaps that there is none."""

    proof: Proof | None = None
    saturated: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """Bounds of one run of E. `expected_s` is roughly what it costs where nothing is found."""

    processed_max: int | None
    cpu_s: float
    expected_s: float


@dataclass(frozen=True, slots=True)
class Orders:
    """Orders of tables to look for, with a bound on the solver's conflicts for each."""

    orders: tuple[int, ...]
    conflicts_max: int
    expected_s: float


QUICK = Search(20, 1.0, 0.03)
PROOFS = (
    Search(200, 1.0, 0.05),
    Search(1_000, 1.0, 0.3),
    Search(None, 3.0, 3.0),
    Search(None, 12.0, 12.0),
    Search(None, 50.0, 50.0),
)
TABLES = (
    Orders((4, 5), 1_000, 0.1),
    Orders((5, 6), 4_000, 0.3),
    Orders((6, 7, 8), 20_000, 2.5),
    Orders((7, 8, 9, 10), 100_000, 15.0),
    Orders((8, 9, 10, 11, 12), 400_000, 60.0),
)
LEVELS = {Way.PROOF: tuple(s.expected_s for s in PROOFS), Way.TABLE: tuple(o.expected_s for o in TABLES)}
"""What a try costs, for each way and level."""
STRATEGIES = (("--auto",), ("--auto", "--term-ordering=LPO4"))
"""Options of E: the second where a proof that the first finds cannot be rebuilt."""
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
    if work.asks_e and not saturated:
        for index, proof in enumerate(found):
            if proof is None:
                found[index] = ask_e(hypothesis, goals[index], QUICK).proof
    return Proved(work, tuple(found), saturated, cpu_s() - started)


def ask_e(
    hypothesis: completion.Equation,
    goal: completion.Equation,
    search: Search,
    deadline_s: float = math.inf,
) -> Asked:
    """A proof from E, with a second way to search where the first one's proof cannot be rebuilt.

    At the deadline, by `time.monotonic()`, E is ended.
    """
    for options in STRATEGIES:
        wall_s = None if deadline_s == math.inf else max(0.01, deadline_s - time.monotonic())
        answer = eprover.prove(
            hypothesis,
            goal,
            cpu_s=search.cpu_s,
            processed_max=search.processed_max,
            wall_s=wall_s,
            options=options,
        )
        if isinstance(answer, Proof):
            return Asked(answer)
        if not answer.reason.startswith("unreadable"):
            return Asked(saturated=answer.saturated)
    return Asked()


def settle(work: Settling) -> Settled:
    """Try one way at one level."""
    started = cpu_s()
    hypothesis, goal = laws()[work.hypothesis], laws()[work.goal]
    if work.way is Way.PROOF:
        asked = ask_e(sides(hypothesis), sides(goal), PROOFS[work.level])
        return Settled(work, asked.proof, None, asked.saturated, cpu_s() - started)
    table = find_table(hypothesis, goal, TABLES[work.level])
    return Settled(work, None, table, saturated=False, cpu_s=cpu_s() - started)


def find_table(hypothesis: Law, goal: Law, among: Orders, deadline_s: float = math.inf) -> Table | None:
    """The first table, orders from the least, until `time.monotonic()` says so."""
    from tactic_mesh.equational.models import find_model

    for order in among.orders:
        found = find_model(hypothesis, goal, order, among.conflicts_max, deadline_s=deadline_s)
        if found.table is not None:
            return found.table
    return None
