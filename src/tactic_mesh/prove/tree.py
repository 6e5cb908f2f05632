"""The AND/OR tree of a search: what is to be proven, by which tactic, and what that tactic left.

An OR node is a point with goals; an edge is a tactic that ran there, solved when all of its children are. A goal that
was met before is the same node again (a transposition), so the tree is a graph, in which a way may lead back to where
it began. Solutions have no such ways: an edge solves its node only if its children were solved before.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.lean.session import Point

SIZE_FACTOR_MAX = 8
SIZE_EXTRA_MAX = 300
GROWTH_COST = 0.4
META_COST = 0.7


@dataclass(eq=False, repr=False, slots=True)
class Edge:
    """A tactic that ran at `parent`; `children` are the goals that it left."""

    output: TacticOutput
    parent: Node
    cost_us: int
    children: list[Node] = field(default_factory=list)
    visits: int = 0
    value_sum: float = 0.0

    @property
    def solved(self) -> bool:
        return all(child.solved for child in self.children)

    @property
    def dead(self) -> bool:
        return any(child.dead for child in self.children)


@dataclass(eq=False, repr=False, slots=True)
class Node:
    """Goals to be proven at `point`. `cost` is that of the cheapest way here: less is more promising.

    `stage` counts how many portions of the experts' proposals were tried; `exhausted` says that none is left.
    `failures` are the most confident tactics that were refused.
    """

    point: Point
    cost: float
    depth: int
    splits: int
    number: int
    parents: list[Edge] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    solution: Edge | None = None
    stage: int = 0
    exhausted: bool = False
    dead: bool = False
    visits: int = 0
    refusals: int = 0
    failures: list[TacticOutput] = field(default_factory=list)

    @property
    def solved(self) -> bool:
        return self.solution is not None

    @property
    def alpha(self) -> tuple[object, ...]:
        return tuple(goal.alpha for goal in self.point.goals)

    @property
    def size(self) -> int:
        return sum(goal.size for goal in self.point.goals)


@dataclass(repr=False, slots=True)
class Tree:
    """The nodes of one search. With `transpositions` off every goal is a node of its own (for comparison).

    `improved` are known nodes that a cheaper way was found to; whoever orders nodes by cost empties it. `closed` are
    nodes that were solved or found dead; whoever tells of them empties it.
    """

    root: Node
    transpositions: bool = True
    nodes: list[Node] = field(default_factory=list)
    known: dict[tuple[object, ...], Node] = field(default_factory=dict)
    improved: list[Node] = field(default_factory=list)
    closed: list[Node] = field(default_factory=list)
    shared: int = 0
    detours: int = 0

    @classmethod
    def at(cls, point: Point, *, transpositions: bool = True) -> Tree:
        root = Node(point, 0.0, 0, 0, 0)
        tree = cls(root, transpositions)
        tree.nodes.append(root)
        tree.known[key_of(point)] = root
        return tree

    def add(
        self, parent: Node, output: TacticOutput, points: tuple[Point, ...], cost_us: int, *, splits: int
    ) -> Edge | None:
        """A tactic that left `points`; None if it leads nowhere new or too far."""
        existing = [self.known.get(key_of(point)) if self.transpositions else None for point in points]
        if self._is_detour(parent, points, existing):
            self.detours += 1
            return None
        edge = Edge(output, parent, cost_us)
        step = -math.log(output.confidence)
        for point, found in zip(points, existing, strict=True):
            cost = parent.cost + step + _growth(parent, point)
            if found is None:
                found = Node(point, cost, parent.depth + 1, splits, len(self.nodes))
                self.nodes.append(found)
                self.known.setdefault(key_of(point), found)
            else:
                self.shared += 1
                if cost < found.cost:
                    found.cost = cost
                    self.improved.append(found)
            found.parents.append(edge)
            edge.children.append(found)
        parent.edges.append(edge)
        if edge.solved:
            self.mark_solved(parent, edge)
        return edge

    def _is_detour(self, parent: Node, points: tuple[Point, ...], existing: list[Node | None]) -> bool:
        """Whether a child is its own parent, or a new node that stands above itself under other names, or too large.

        A child that is known already may stand above its parent: another way down may need that step, and only
        what is solved without it solves it.
        """
        limit = SIZE_FACTOR_MAX * self.root.size + SIZE_EXTRA_MAX
        above = {node.alpha for node in first_ancestors(parent)}
        for point, found in zip(points, existing, strict=True):
            if found is parent or sum(goal.size for goal in point.goals) > limit:
                return True
            if found is None and tuple(goal.alpha for goal in point.goals) in above:
                return True
        return False

    def mark_solved(self, node: Node, by: Edge) -> None:
        """A solved node solves the edges above it whose other children are solved too."""
        waiting = [(node, by)]
        while waiting:
            one, edge = waiting.pop()
            if one.solved:
                continue
            one.solution = edge
            self.closed.append(one)
            waiting += [(above.parent, above) for above in one.parents if above.solved]

    def mark_exhausted(self, node: Node) -> None:
        """Nothing is left to try at a node: it is dead once all its edges are, and so may be what stands above."""
        node.exhausted = True
        waiting = [node]
        while waiting:
            one = waiting.pop()
            if one.dead or one.solved or not one.exhausted or not all(edge.dead for edge in one.edges):
                continue
            one.dead = True
            self.closed.append(one)
            waiting += [edge.parent for edge in one.parents]

    def is_relevant(self, node: Node) -> bool:
        """Whether a proof of the root could still use a proof of this node."""
        seen: set[Node] = set()
        waiting = [node]
        while waiting:
            one = waiting.pop()
            if one in seen or one.solved or one.dead:
                continue
            seen.add(one)
            if one is self.root:
                return True
            waiting += [edge.parent for edge in one.parents if not edge.dead]
        return False

    def open_leaves(self) -> Iterator[Node]:
        """Relevant nodes that no edge leads on from, the most promising first."""
        leaves = [node for node in self.nodes if not node.edges and self.is_relevant(node)]
        yield from sorted(leaves, key=lambda node: (node.cost, node.number))


def first_ancestors(node: Node) -> Iterator[Node]:
    """A node and what stands above it on the way by which it was first reached."""
    seen: set[Node] = set()
    while node not in seen:
        seen.add(node)
        yield node
        if not node.parents:
            return
        node = node.parents[0].parent


def key_of(point: Point) -> tuple[object, ...]:
    """Equal for points that the same tactics solve."""
    return tuple(goal.key for goal in point.goals)


def _growth(parent: Node, point: Point) -> float:
    """What larger goals and open metavariables cost."""
    before = max(1, parent.size)
    after = max(1, sum(goal.size for goal in point.goals))
    metas = META_COST if any(goal.has_meta for goal in point.goals) else 0.0
    return GROWTH_COST * max(0.0, math.log(after / before)) + metas
