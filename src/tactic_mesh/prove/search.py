"""The search for a proof: one AND/OR tree, two policies, a budget.

Each turn a policy chooses a few nodes, the experts' next portion of tactics is tried there in the sessions, one node
a session, and what came of it enters the tree in the order of choice. So with a budget counted in tactics a run is
the same for any number of sessions; one that a clock cut says so.
"""

from __future__ import annotations

import asyncio
import heapq
import math
import time
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Protocol

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import Expert, TacticOutput
from tactic_mesh.experts.registry import suggestions
from tactic_mesh.lean.session import Point, Refused, SessionFailed, Stepped, TacticLimits, TacticSession
from tactic_mesh.prove.disproof.beside import Beside
from tactic_mesh.prove.footprint import Footprint
from tactic_mesh.prove.telling import TreeNews
from tactic_mesh.prove.tree import Edge, Node, Tree, key_of

WIDTH = 2
"""Nodes a turn: fixed, so that results do not depend on how many sessions there are."""

PORTION_MAX = 96
"""Proposals tried in one turn at a node."""

STAGES = (0.38, 0.1, 0.0)
"""Confidences down to which proposals are tried in a node's first, second and last turn."""

FAILURES_KEPT = 3
"""Refused proposals that a node remembers."""

LIKELY = 0.55
"""Proposals of such confidence are tried among the closing ones."""

_WITHOUT_PLAN = frozenset({"rfl", "assumption", "contradiction", "trivial", "simp"})
_SPLITTING = frozenset({"induction", "rules", "cases", "contradiction", "witnesses"})


class OutOfBudget(Exception):
    """The search has spent what it may; a normal end."""


@dataclass(slots=True)
class Allowance:
    """What one search may use; any bound ends it. `until` is a time of the monotonic clock.

    `timed_out` and `out_of_memory` say which of the bounds that are no counts ended it.
    """

    until: float = math.inf
    tactics: int | None = None
    nodes: int = 20_000
    footprint: Footprint = field(default_factory=Footprint)
    used: int = 0
    timed_out: bool = False
    out_of_memory: bool = False

    def reserve(self, count: int) -> int:
        """How many of `count` tactics may run; they are counted at once. Raises: OutOfBudget if none."""
        left = count if self.tactics is None else min(count, self.tactics - self.used)
        if time.monotonic() >= self.until:
            self.timed_out = True
            raise OutOfBudget
        if left <= 0:
            raise OutOfBudget
        self.used += left
        return left

    def require_memory(self) -> None:
        """Raises: OutOfBudget if the run uses more than it may."""
        if self.footprint.is_over():
            self.out_of_memory = True
            raise OutOfBudget


class Policy(Protocol):
    """In which order the nodes of a tree are worked on."""

    name: str

    def added(self, tree: Tree, node: Node) -> None:
        """A node is new, has a further portion of proposals, or can be reached at less cost."""
        ...

    def next(self, tree: Tree) -> Node | None:
        """The next node to expand; None if nothing is left."""
        ...

    def expanded(self, tree: Tree, node: Node) -> None:
        """A node's turn is over."""
        ...


class BestFirst:
    """The least cost first: minus the sum of the logarithms of confidence, over length to the power `alpha`."""

    name = "best-first"

    def __init__(self, alpha: float = 0.25) -> None:
        self._alpha = alpha
        self._queue: list[tuple[float, int, Node]] = []
        self._count = 0
        self._latest: dict[Node, int] = {}
        # Nodes that no proof of the root could use when their turn came; a new way to them changes that.
        self._parked: list[tuple[float, int, Node]] = []
        self._shared = 0

    def added(self, tree: Tree, node: Node) -> None:
        self._count += 1
        self._latest[node] = self._count
        heapq.heappush(self._queue, (self.priority(node), self._count, node))

    def priority(self, node: Node) -> float:
        later = 0.0 if node.stage == 0 else -math.log(STAGES[node.stage - 1])
        return float((node.cost + later) / (node.depth + 1) ** self._alpha)

    def next(self, tree: Tree) -> Node | None:
        if tree.shared != self._shared:
            self._shared = tree.shared
            for entry in self._parked:
                heapq.heappush(self._queue, entry)
            self._parked.clear()
        while self._queue:
            entry = heapq.heappop(self._queue)
            _, number, node = entry
            if self._latest.get(node) != number or node.exhausted:
                continue
            if tree.is_relevant(node):
                del self._latest[node]
                return node
            self._parked.append(entry)
        return None

    def expanded(self, tree: Tree, node: Node) -> None:
        if not node.exhausted and not node.solved:
            self.added(tree, node)


class MonteCarlo:
    """PUCT: go down by value and prior, expand where that ends, and tell those above what was found.

    An OR node's move is an edge or a further portion of proposals at the node itself; children stay when a node is
    expanded again. An AND node goes to the child that is least worked on. The value of a goal is 1 where solved, else
    a guess from its size against the root's.
    """

    name = "monte-carlo"

    def __init__(self, exploration: float = 1.4) -> None:
        self._exploration = exploration

    def added(self, tree: Tree, node: Node) -> None: ...

    def next(self, tree: Tree) -> Node | None:
        node = tree.root
        passed: set[Node] = set()
        while not (node.solved or node.dead or node in passed):
            passed.add(node)
            edge = self._move(node)
            node.visits += 1
            if edge is None:
                if not node.exhausted:
                    return node
                break
            edge.visits += 1
            open_children = [child for child in edge.children if not child.solved]
            node = min(open_children, key=lambda child: (child.visits, child.number))
        # The way down ended where nothing is left, or in a circle: any node that could still be of use.
        waiting = (one for one in tree.nodes if not one.exhausted and tree.is_relevant(one))
        return min(waiting, key=lambda one: (one.cost, one.number), default=None)

    def _move(self, node: Node) -> Edge | None:
        """The best edge, or None to expand the node itself."""
        best: Edge | None = None
        best_score = -math.inf
        if not node.exhausted:
            prior = 1.0 if node.stage == 0 else STAGES[node.stage - 1]
            best_score = self._value(node) * 0.5 + self._exploration * prior * math.sqrt(node.visits + 1) / (
                1 + node.stage * 4
            )
        for edge in node.edges:
            if edge.dead or edge.solved:
                continue
            mean = edge.value_sum / edge.visits if edge.visits else self._guess(edge)
            prior = edge.output.confidence
            score = mean + self._exploration * prior * math.sqrt(node.visits + 1) / (1 + edge.visits)
            if score > best_score:
                best, best_score = edge, score
        return best

    def expanded(self, tree: Tree, node: Node) -> None:
        """Carry the value of what was found up all the ways that lead here."""
        value = max((self._guess(edge) for edge in node.edges if not edge.dead), default=0.0)
        value = 1.0 if node.solved else value
        waiting, seen, told = [node], {node}, set[Edge]()
        while waiting:
            one = waiting.pop()
            for edge in one.parents:
                if edge in told:  # the node stands below several of its goals
                    continue
                told.add(edge)
                fraction = sum(child.solved for child in edge.children) / max(1, len(edge.children))
                edge.value_sum += 0.5 * value + 0.5 * fraction
                if edge.parent not in seen:
                    seen.add(edge.parent)
                    waiting.append(edge.parent)

    def _guess(self, edge: Edge) -> float:
        return min((self._value(child) for child in edge.children), default=1.0)

    def _value(self, node: Node) -> float:
        return 1.0 if node.solved else 0.0 if node.dead else 1.0 / (1.0 + node.size / 60.0)


@dataclass(slots=True)
class SearchResult:
    """How a search ended. `tree` has the proof if its root is solved, else the best partial one."""

    tree: Tree
    known: Knowledge
    complete: bool
    timed_out: bool
    tactics: int
    out_of_memory: bool = False
    refused: bool = False
    """Whether the final check refused the proof that it found."""

    @property
    def proved(self) -> bool:
        return self.tree.root.solved and not self.refused


@dataclass(slots=True)
class Search:
    """One search for one theorem with one set of lemmas."""

    sessions: list[TacticSession]
    root: Point
    known: Knowledge
    experts: tuple[Expert, ...]
    policy: Policy
    allowance: Allowance
    limits: TacticLimits = field(default_factory=TacticLimits)
    splits_max: int = 50
    transpositions: bool = True
    news: TreeNews = field(default_factory=TreeNews)
    without: Collection[tuple[tuple[object, ...], str]] = frozenset()
    """Steps that are not taken: the keys of points, each with a tactic."""
    beside: Beside | None = None
    """What looks for a counterexample meanwhile; one ends the search."""
    tree: Tree = field(init=False)

    async def run(self) -> SearchResult:
        """Search until the root is proven, nothing is left, or the allowance is used up."""
        self.tree = Tree.at(self.root, transpositions=self.transpositions)
        self.news.began(self.tree)
        self.policy.added(self.tree, self.tree.root)
        complete = False
        try:
            while not self.tree.root.solved:
                if len(self.tree.nodes) > self.allowance.nodes:
                    break
                self.allowance.require_memory()
                if self.beside is not None and await self.beside.turn(self.news.account.tactics):
                    break
                chosen = self._choose()
                if not chosen:
                    complete = True
                    break
                await self._turn(chosen)
        except OutOfBudget:
            pass
        timed_out, used = self.allowance.timed_out, self.allowance.used
        self.news.ended(self.tree, complete, timed_out, used)
        out_of_memory = self.allowance.out_of_memory
        return SearchResult(self.tree, self.known, complete, timed_out, used, out_of_memory)

    def _choose(self) -> list[Node]:
        """A turn's nodes: one where the budget may end within the turn, so that it is spent in a fixed order."""
        left = math.inf if self.allowance.tactics is None else self.allowance.tactics - self.allowance.used
        chosen: list[Node] = []
        while len(chosen) < (WIDTH if left >= WIDTH * PORTION_MAX else 1):
            node = self.policy.next(self.tree)
            if node is None or node in chosen:
                break
            chosen.append(node)
        return chosen

    async def _turn(self, chosen: list[Node]) -> None:
        """One portion of tactics at each chosen node; the tree changes in the order of choice."""
        count = len(self.sessions)
        lanes: list[list[tuple[int, Node]]] = [[] for _ in range(count)]
        for index, node in enumerate(chosen):
            lanes[index % count].append((index, node))
        results: dict[int, _Expansion] = {}

        async def lane(session: TacticSession, work: list[tuple[int, Node]]) -> None:
            for index, node in work:
                results[index] = await self._expand(session, node)

        async with asyncio.TaskGroup() as group:
            for session, work in zip(self.sessions, lanes, strict=True):
                if work:
                    group.create_task(lane(session, work))
        out_of_budget = False
        for index, node in enumerate(chosen):
            self._absorb(node, results[index])
            out_of_budget = out_of_budget or results[index].cut
        if out_of_budget:
            raise OutOfBudget

    async def _expand(self, session: TacticSession, node: Node) -> _Expansion:
        """Try a node's next portion; where a safe tactic runs, the rest of the node's proposals is not needed."""
        goal = node.point.goals[0]
        proposals = suggestions(goal, self.known, self.experts)
        if self.without:
            here = key_of(node.point)
            proposals = [p for p in proposals if (here, p.tactic) not in self.without]
        lower = STAGES[node.stage]
        upper = STAGES[node.stage - 1] if node.stage else math.inf
        portion = [p for p in proposals if lower <= _weight(p) < upper][:PORTION_MAX]
        first = [p for p in portion if p.closes or p.safe or p.confidence >= LIKELY]
        expansion = _Expansion()
        try:
            for batch in (first, [p for p in portion if p not in first]):
                await self._try(session, node, batch, expansion)
                if expansion.solved or expansion.safe:
                    break
        except OutOfBudget:
            expansion.cut = True
        except SessionFailed as error:
            expansion.lost = str(error)
        return expansion

    async def _try(
        self, session: TacticSession, node: Node, batch: list[TacticOutput], expansion: _Expansion
    ) -> None:
        """Run proposals in order: up to the first that solves the node, or the first safe one that runs."""
        done = 0
        while done < len(batch):
            stretch = batch[done : done + self.allowance.reserve(min(len(batch) - done, 24))]
            outcomes = await session.step(
                node.point, [p.tactic for p in stretch], self.limits, stop=True, explain=False
            )
            self.allowance.used -= len(stretch) - len(outcomes)
            for output, outcome in zip(stretch, outcomes, strict=False):
                if isinstance(outcome, Refused):
                    expansion.refused.append((output, outcome))
                    continue
                expansion.ran.append((output, outcome))
                expansion.solved = expansion.solved or not outcome.points
                expansion.safe = expansion.safe or (output.safe and bool(outcome.points))
            done += len(stretch)
            if expansion.solved or expansion.safe:
                return

    def _absorb(self, node: Node, expansion: _Expansion) -> None:
        node.refusals += len(expansion.refused)
        node.failures = nearest([*node.failures, *(output for output, _ in expansion.refused)])
        for output, failed in expansion.refused:
            self.news.account.used(output.expert, failed.cost_us, ran=False, solved=False)
        for output, stepped in expansion.ran:
            self.news.account.used(output.expert, stepped.cost_us, ran=True, solved=not stepped.points)
        before = len(self.tree.nodes)
        for output, outcome in expansion.chosen():
            if output.closes and outcome.points:
                continue
            splits = node.splits + (output.expert in _SPLITTING)
            if outcome.points and splits > self.splits_max:
                continue
            known = len(self.tree.nodes)
            edge = self.tree.add(node, output, outcome.points, outcome.cost_us, splits=splits)
            if edge is not None:
                self.news.grew(edge, self.tree.nodes[known:])
        added = self.tree.nodes[before:]
        node.stage += 1
        if expansion.lost or expansion.safe or node.stage >= len(STAGES):
            self.tree.mark_exhausted(node)
        self.news.turned(self.tree, len(expansion.ran) + len(expansion.refused), len(added))
        cheaper = [one for one in dict.fromkeys(self.tree.improved) if one is not node and not one.exhausted]
        self.tree.improved.clear()
        for child in (*added, *cheaper):
            self.policy.added(self.tree, child)
        self.policy.expanded(self.tree, node)


@dataclass(slots=True)
class _Expansion:
    """What one portion of tactics did at a node."""

    ran: list[tuple[TacticOutput, Stepped]] = field(default_factory=list)
    refused: list[tuple[TacticOutput, Refused]] = field(default_factory=list)
    solved: bool = False
    safe: bool = False
    cut: bool = False
    lost: str = ""

    def chosen(self) -> list[tuple[TacticOutput, Stepped]]:
        """The tactics that count: the one that solved, or the first safe one, or all that ran."""
        if self.solved:
            return [(o, r) for o, r in self.ran if not r.points][:1]
        if self.safe:
            return [(o, r) for o, r in self.ran if o.safe][:1]
        return self.ran


def nearest(refused: list[TacticOutput]) -> list[TacticOutput]:
    """The refused proposals that tell most of a goal: each expert's most confident; those without a plan last."""
    found: dict[str, TacticOutput] = {}
    for output in sorted(refused, key=lambda output: (output.tactic in _WITHOUT_PLAN, -output.confidence)):
        found.setdefault(output.expert, output)
    return list(found.values())[:FAILURES_KEPT]


def _weight(output: TacticOutput) -> float:
    """By which portion a proposal belongs to: closing tactics cost little when they fail."""
    return output.confidence * 1.3 if output.closes else output.confidence
