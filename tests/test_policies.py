"""The policies against their simple versions, which keep no running totals, and search on worlds made at random."""

from __future__ import annotations

import functools
import math
import operator
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st
from test_search import Watched, World, holds, policies, searched

from tactic_mesh.prove.search import STAGES, MonteCarlo, Policy
from tactic_mesh.prove.tree import Edge, Node, Tree

GOALS = 12


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Goals with tactics that leave up to three goals, circles and repetitions among them."""
    goals = st.integers(0, GOALS - 1)
    left = st.lists(goals, max_size=3).map(tuple)
    tactics = st.lists(st.tuples(left, st.floats(0.01, 1.0)), max_size=4)
    moves = {
        goal: [(f"t{number}", *move) for number, move in enumerate(draw(tactics))] for goal in range(GOALS)
    }
    return World(moves)


@dataclass
class PlainMonteCarlo:
    """PUCT from a diary: every count and every mean is computed from all that was written down, each time anew."""

    name: str = "plain monte-carlo"
    exploration: float = 1.4
    visited_nodes: list[Node] = field(default_factory=list)
    visited_edges: list[Edge] = field(default_factory=list)
    told: list[tuple[Edge, float]] = field(default_factory=list)

    def added(self, tree: Tree, node: Node) -> None: ...

    def next(self, tree: Tree) -> Node | None:
        node, passed = tree.root, []
        while not node.solved and not node.dead and node not in passed:
            passed.append(node)
            moves: list[tuple[float, Edge | None]] = []
            if not node.exhausted:
                moves.append((self.own_score(node), None))
            moves += [(self.score(edge), edge) for edge in node.edges if not edge.dead and not edge.solved]
            best = max((score for score, _ in moves), default=-math.inf)
            edge = next((edge for score, edge in moves if score == best), None)
            self.visited_nodes.append(node)
            if edge is None:
                if not node.exhausted:
                    return node
                break
            self.visited_edges.append(edge)
            left = [child for child in edge.children if not child.solved]
            node = sorted(left, key=lambda child: (self.visited_nodes.count(child), child.number))[0]
        useful = [one for one in tree.nodes if not one.exhausted and tree.is_relevant(one)]
        return min(useful, key=lambda one: (one.cost, one.number)) if useful else None

    def own_score(self, node: Node) -> float:
        prior = 1.0 if node.stage == 0 else STAGES[node.stage - 1]
        visits = self.visited_nodes.count(node)
        return value(node) * 0.5 + self.exploration * prior * math.sqrt(visits + 1) / (1 + node.stage * 4)

    def score(self, edge: Edge) -> float:
        visits = self.visited_edges.count(edge)
        found = [part for one, part in self.told if one is edge]
        mean = added_up(found) / visits if visits else guess(edge)
        node_visits = self.visited_nodes.count(edge.parent)
        prior = edge.output.confidence
        return mean + self.exploration * prior * math.sqrt(node_visits + 1) / (1 + visits)

    def expanded(self, tree: Tree, node: Node) -> None:
        best = max([0.0, *(guess(edge) for edge in node.edges if not edge.dead)])
        found = 1.0 if node.solved else best
        above, edges = {node}, set[Edge]()
        while True:
            leading = {edge for one in tree.nodes for edge in one.edges if above & set(edge.children)} - edges
            if not leading:
                break
            edges |= leading
            above |= {edge.parent for edge in leading}
        for edge in edges:
            solved = sum(child.solved for child in edge.children) / max(1, len(edge.children))
            self.told.append((edge, 0.5 * found + 0.5 * solved))


def added_up(parts: list[float]) -> float:
    """One after the other, so that it rounds as a running total does."""
    return functools.reduce(operator.add, parts, 0.0)


def guess(edge: Edge) -> float:
    return min((value(child) for child in edge.children), default=1.0)


def value(node: Node) -> float:
    return 1.0 if node.solved else 0.0 if node.dead else 1.0 / (1.0 + node.size / 60.0)


class Beside(MonteCarlo):
    """The policy with its simple version beside it: both must choose the same node each time."""

    def __init__(self) -> None:
        super().__init__()
        self.plain = PlainMonteCarlo()

    def next(self, tree: Tree) -> Node | None:
        expected = self.plain.next(tree)
        found = super().next(tree)
        assert found is expected
        return found

    def expanded(self, tree: Tree, node: Node) -> None:
        self.plain.expanded(tree, node)
        super().expanded(tree, node)
        for edge in (edge for one in tree.nodes for edge in one.edges):
            assert edge.value_sum == added_up([part for one, part in self.plain.told if one is edge])


@given(worlds())
@settings(max_examples=50, deadline=None)
def test_monte_carlo_is_what_its_diary_says(world: World) -> None:
    searched(world, Beside(), tactics=40)


@given(worlds())
@settings(max_examples=50, deadline=None)
def test_best_first_takes_the_least_of_all_that_wait(world: World) -> None:
    searched(world, Watched(), tactics=40)


@given(worlds())
@settings(max_examples=40, deadline=None)
def test_a_search_that_ends_by_itself_knows_whether_there_is_a_proof(world: World) -> None:
    for policy in policies():
        result, _ = searched(world, policy, tactics=4000)
        assert result.proved == (0 in world.solvable())
        if result.proved:
            assert holds(result.tree.root, world)


@given(worlds(), st.integers(1, 60))
@settings(max_examples=50, deadline=None)
def test_the_same_tree_for_any_number_of_sessions(world: World, tactics: int) -> None:
    for number in range(len(policies())):
        trees = []
        for sessions in (1, 2, 3):
            policy: Policy = policies()[number]
            result, _ = searched(world, policy, sessions=sessions, tactics=tactics)
            trees.append([(n.point.script, n.solved, n.dead, n.stage) for n in result.tree.nodes])
        assert trees[0] == trees[1] == trees[2]
