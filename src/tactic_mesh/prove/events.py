"""What a run tells while it goes on: one vocabulary for the terminal, trace files, the service's stream and its page.

A run calls its `Watch` with each event, in order, from the event loop. An event is a fact and never taken back; what
it does not say has not changed. `docs/trace.md` describes the lines that they are written as.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from tactic_mesh.experts.features import Features
from tactic_mesh.theorem import Theorem

SCHEMA = "tactic-mesh/events@1"

PhaseName = Literal["statement", "at_once", "disproof", "search", "lemmas", "models", "finishing", "checking"]


@dataclass(frozen=True, slots=True)
class Phase:
    """The run turns to something else. `detail` is one line for people, or empty."""

    kind: ClassVar[str] = "phase"
    name: PhaseName
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SearchStarted:
    """A new tree begins; `search` counts them. The tree is for the theorem itself, or for a lemma.

    `statement` is what is to be proven, `lemmas` are the names that it may use.
    """

    kind: ClassVar[str] = "search"
    search: int
    purpose: Literal["theorem", "lemma"]
    statement: str
    lemmas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NodeAdded:
    """Goals to be proven, as Lean displays them: an OR node of a tree, whose root has id 0.

    `features` are those of the main goal, the first.
    """

    kind: ClassVar[str] = "node"
    search: int
    id: int
    goals: tuple[str, ...]
    depth: int
    features: Features


@dataclass(frozen=True, slots=True)
class TacticRan:
    """A tactic ran at `node` and left `children`, none if it solved the goal: an AND edge of a tree."""

    kind: ClassVar[str] = "tactic"
    search: int
    node: int
    tactic: str
    expert: str
    confidence: float
    children: tuple[int, ...]
    us: int


@dataclass(frozen=True, slots=True)
class NodeClosed:
    """A node is solved, or nothing is left to try at it and at what stands below it. It stays so."""

    kind: ClassVar[str] = "closed"
    search: int
    node: int
    state: Literal["solved", "exhausted"]


@dataclass(frozen=True, slots=True)
class SearchEnded:
    """A tree will not grow any more."""

    kind: ClassVar[str] = "search_end"
    search: int
    proved: bool
    complete: bool
    timed_out: bool
    tactics: int
    nodes: int


@dataclass(frozen=True, slots=True)
class LemmaFound:
    """What became of a lemma that was conjectured."""

    kind: ClassVar[str] = "lemma"
    name: str
    statement: str
    state: Literal["proved", "refuted", "given_up"]


@dataclass(frozen=True, slots=True)
class Refused:
    """The final check refused a proof of the search, which goes on without a step (or a lemma) of it."""

    kind: ClassVar[str] = "refused"
    search: int
    reason: str
    without: str


@dataclass(frozen=True, slots=True)
class Attempted:
    """A candidate of a model (or of another gateway) was checked; the fields are those of `refine.Tried`."""

    kind: ClassVar[str] = "attempt"
    attempt: dict[str, object]


@dataclass(frozen=True, slots=True)
class Counted:
    """How much was spent so far."""

    kind: ClassVar[str] = "spent"
    tactics: int
    checks: int
    nodes: int = 0
    tokens: int = 0
    dollars: float | None = None


Event: TypeAlias = (
    Phase
    | SearchStarted
    | NodeAdded
    | TacticRan
    | NodeClosed
    | SearchEnded
    | LemmaFound
    | Refused
    | Attempted
    | Counted
)
Watch: TypeAlias = Callable[[Event], None]


def as_json(event: Event) -> dict[str, object]:
    """`kind` and the event's own fields."""
    return {"kind": event.kind, **dataclasses.asdict(event)}


def together(*watches: Watch) -> Watch:
    """One watch for several; nobody's if none of them looks."""
    looking = [watch for watch in watches if watch is not unwatched]

    def tell(event: Event) -> None:
        for watch in looking:
            watch(event)

    return tell if looking else unwatched


def run_fields(theorem: Theorem, prover: str, budget: Mapping[str, object]) -> dict[str, object]:
    """What a run tells first: what is asked."""
    asked = {"theorem": dataclasses.asdict(theorem), "prover": prover, "budget": dict(budget)}
    return {"kind": "run", "schema": SCHEMA, **asked}


def unwatched(event: Event) -> None:
    """The watch of a run that nobody looks at."""
