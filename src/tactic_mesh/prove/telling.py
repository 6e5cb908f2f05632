"""What a run tells its watch: one account of what it began and spent, and the news of each of its trees.

Nothing is printed for a run that nobody watches.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from tactic_mesh.experts.display import goal_text
from tactic_mesh.experts.features import features
from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.prove.events import (
    Counted,
    LemmaFound,
    NodeAdded,
    NodeClosed,
    Phase,
    PhaseName,
    Refused,
    SearchEnded,
    SearchStarted,
    TacticRan,
    Watch,
    unwatched,
)
from tactic_mesh.prove.structured.prover import Spending
from tactic_mesh.prove.tree import Edge, Node, Tree
from tactic_mesh.theorem import Budget

COUNTED_EVERY_TACTICS = 100


@dataclass(slots=True)
class ExpertUse:
    """What an expert cost and yielded: tactics of its that were tried, that ran, that left no goal; microseconds."""

    tried: int = 0
    ran: int = 0
    solved: int = 0
    us: int = 0

    def as_json(self) -> dict[str, int]:
        return dataclasses.asdict(self)


@dataclass(slots=True)
class Account:
    """A run's watch and what it has spent. Whole files that were checked count apart, all else as tactics."""

    watch: Watch = unwatched
    spending: Spending = field(default_factory=lambda: Spending(Budget()))
    nodes: int = 0
    searches: int = 0
    timed_out: bool = False
    experts: dict[str, ExpertUse] = field(default_factory=dict)
    _told_tactics: int = 0

    @property
    def is_watched(self) -> bool:
        return self.watch is not unwatched

    def phase(self, name: PhaseName, detail: str = "") -> None:
        self.watch(Phase(name, detail))

    def lemma(self, name: str, statement: str, state: Literal["proved", "refuted", "given_up"]) -> None:
        self.watch(LemmaFound(name, statement, state))

    def refused(self, reason: str, without: str) -> None:
        """A proof of the last search was refused."""
        self.watch(Refused(self.searches, reason, without))

    def numbers(self, count: int) -> range:
        """Numbers for so many searches, which may run beside each other."""
        first = self.searches + 1
        self.searches += count
        return range(first, first + count)

    @property
    def files(self) -> int:
        return self.spending.files

    @property
    def tactics(self) -> int:
        return self.spending.checks - self.files

    def spend(self, tactics: int, nodes: int = 0) -> None:
        self.nodes += nodes
        self.spending.checks += tactics
        if self.tactics - self._told_tactics >= COUNTED_EVERY_TACTICS:
            self.tell_spent()

    def used(self, expert: str, us: int, *, ran: bool, solved: bool) -> None:
        """A tactic of an expert was tried."""
        use = self.experts.setdefault(expert, ExpertUse())
        use.tried += 1
        use.ran += ran
        use.solved += solved
        use.us += us

    def tell_spent(self) -> None:
        self._told_tactics = self.tactics
        self.watch(Counted(self.tactics, self.files, self.nodes))


@dataclass(slots=True)
class TreeNews:
    """What is told of one tree. `known` prints its goals; `statement` is what it is to prove."""

    account: Account = field(default_factory=Account)
    number: int = 0
    purpose: Literal["theorem", "lemma"] = "theorem"
    statement: str = ""
    known: Knowledge = field(default_factory=Knowledge)

    def began(self, tree: Tree) -> None:
        if self.account.is_watched:
            lemmas = tuple(lemma.name for lemma in self.known.lemmas)
            self.account.watch(SearchStarted(self.number, self.purpose, self.statement, lemmas))
            self._added([tree.root])

    def grew(self, edge: Edge, added: Iterable[Node]) -> None:
        """A tactic ran; `added` are those of its goals that are new."""
        if self.account.is_watched:
            self._added(added)
            children = tuple(child.number for child in edge.children)
            output, node = edge.output, edge.parent.number
            confidence = round(output.confidence, 4)
            ran = TacticRan(
                self.number, node, output.tactic, output.expert, confidence, children, edge.cost_us
            )
            self.account.watch(ran)

    def turned(self, tree: Tree, tactics: int, nodes: int) -> None:
        """A turn at a node is over, in which so many tactics were tried and nodes added."""
        if self.account.is_watched:
            for node in tree.closed:
                state: Literal["solved", "exhausted"] = "solved" if node.solved else "exhausted"
                self.account.watch(NodeClosed(self.number, node.number, state))
        tree.closed.clear()
        self.account.spend(tactics, nodes)

    def ended(self, tree: Tree, complete: bool, timed_out: bool, tactics: int) -> None:
        if self.account.is_watched:
            nodes = len(tree.nodes)
            self.account.watch(
                SearchEnded(self.number, tree.root.solved, complete, timed_out, tactics, nodes)
            )
            self.account.tell_spent()

    def _added(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            goals = tuple(goal_text(goal, self.known) for goal in node.point.goals)
            seen = features(node.point.goals[0], self.known)
            self.account.watch(NodeAdded(self.number, node.number, goals, node.depth, seen))
