"""The search on made-up problems, whose solvability is known, against the obvious way; and over the warm Lean."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from running import Running, running

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import open_lean
from tactic_mesh.lean.session import Point, Refused, Stepped, TacticLimits
from tactic_mesh.prove.search import Allowance, BestFirst, MonteCarlo, Policy, Search, SearchResult
from tactic_mesh.prove.tree import Node, Tree
from tactic_mesh.prove.writing import proof_text, split_alternatives
from tactic_mesh.term import Sequent, const, head_name


@dataclass(frozen=True)
class World:
    """Goals are numbers; `moves[g]` are tactics with the goals that they leave, and a confidence."""

    moves: dict[int, list[tuple[str, tuple[int, ...], float]]]

    @staticmethod
    def random(seed: int, goals: int = 30) -> World:
        rng = random.Random(seed)
        moves: dict[int, list[tuple[str, tuple[int, ...], float]]] = {}
        for goal in range(goals):
            moves[goal] = []
            for number in range(rng.randint(0, 4)):
                left = (
                    ()
                    if rng.random() < 0.15
                    else tuple(rng.randrange(goals) for _ in range(rng.randint(1, 3)))
                )
                moves[goal].append((f"t{number}", left, rng.uniform(0.05, 1.0)))
        return World(moves)

    def solvable(self) -> set[int]:
        """The goals that have a proof, by adding those whose goals are already there until nothing changes."""
        found: set[int] = set()
        while True:
            more = {g for g, ms in self.moves.items() for _, left, _ in ms if set(left) <= found}
            if more <= found:
                return found
            found |= more


def goal(number: int) -> Sequent:
    return Sequent((), const(f"g{number}"))


def number_of(sequent: Sequent) -> int:
    return int(head_name(sequent.target)[1:])


@dataclass
class Toy:
    """An expert and a session of a made-up world."""

    world: World
    name: str = "toy"
    log: list[str] = field(default_factory=list)
    process_id: None = None

    def suggest(self, sequent: Sequent, known: Knowledge) -> list[TacticOutput]:
        return [TacticOutput(t, p, "toy") for t, _, p in self.world.moves[number_of(sequent)]]

    async def step(
        self, point: Point, tactics: list[str], limits: TacticLimits, *, stop: bool, explain: bool
    ) -> list[Stepped | Refused]:
        outcomes: list[Stepped | Refused] = []
        for tactic in tactics:
            self.log.append(f"{number_of(point.goals[0])}:{tactic}")
            left = next(left for t, left, _ in self.world.moves[number_of(point.goals[0])] if t == tactic)
            await asyncio.sleep(0)
            points = tuple(Point((goal(g),), point, tactic, i) for i, g in enumerate(left))
            outcomes.append(Stepped(points, 1))
            if stop and not points:
                break
        return outcomes


def policies() -> list[Policy]:
    return [BestFirst(), BestFirst(alpha=0.0), MonteCarlo()]


def searched(
    world: World, policy: Policy, *, sessions: int = 2, tactics: int | None = None, **settings: Any
) -> tuple[SearchResult, Toy]:
    toy = Toy(world)
    search = Search(
        [toy] * sessions,  # type: ignore[list-item]
        Point((goal(0),)),
        Knowledge(),
        (toy,),
        policy,
        Allowance(tactics=tactics),
        **settings,
    )
    return asyncio.run(search.run()), toy


def holds(node: Node, world: World, above: frozenset[int] = frozenset()) -> bool:
    """Whether the tree's solution below a node is a proof in its world."""
    here = number_of(node.point.goals[0])
    edge = node.solution
    if edge is None or here in above:
        return False
    left = next(left for t, left, _ in world.moves[here] if t == edge.output.tactic)
    below = [number_of(child.point.goals[0]) for child in edge.children]
    return below == list(left) and all(holds(child, world, above | {here}) for child in edge.children)


@pytest.mark.parametrize("seed", range(60))
def test_proofs_are_found_just_where_there_are_any(seed: int) -> None:
    world = World.random(seed)
    for policy in policies():
        result, _ = searched(world, policy, tactics=5000)
        assert result.proved == (0 in world.solvable()), policy.name
        if result.proved:
            assert holds(result.tree.root, world)


@pytest.mark.parametrize("seed", range(20))
def test_the_same_for_any_number_of_sessions(seed: int) -> None:
    world = World.random(seed, goals=60)
    for make in (BestFirst, MonteCarlo):
        runs = [searched(world, make(), sessions=count, tactics=40)[0] for count in (1, 2, 3)]
        shapes = {tuple((n.point.script, n.solved, n.stage) for n in run.tree.nodes) for run in runs}
        assert len(shapes) == 1
        assert len({run.tactics for run in runs}) == 1


def test_transpositions_change_no_answer_and_save_work() -> None:
    saved = 0
    for seed in range(40):
        world = World.random(seed)
        shared, _ = searched(world, BestFirst(), tactics=3000)
        alone, _ = searched(world, BestFirst(), tactics=3000, transpositions=False)
        if alone.tactics < 3000:
            assert shared.proved == alone.proved
        saved += alone.tactics - shared.tactics
    assert saved > 0


def test_a_budget_is_kept_to_the_tactic() -> None:
    world = World({0: [("t0", (1,), 0.9), ("t1", (2,), 0.5)], 1: [("t0", (2,), 0.9)], 2: [("t0", (1,), 0.2)]})
    for tactics in (1, 2, 3):
        result, toy = searched(world, BestFirst(), tactics=tactics)
        assert not result.proved
        assert len(toy.log) == result.tactics <= tactics
    result, _ = searched(world, BestFirst(), tactics=100)
    assert result.complete


class Watched(BestFirst):
    """The oracle: of all nodes that wait, always the one with the least priority, the oldest of equals."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[tuple[float, int, Node]] = []
        self.number = 0

    def added(self, tree: Tree, node: Node) -> None:
        super().added(tree, node)
        self.number += 1
        self.waiting = [w for w in self.waiting if w[2] is not node]
        self.waiting.append((self.priority(node), self.number, node))

    def next(self, tree: Tree) -> Node | None:
        found = super().next(tree)
        live = [w for w in self.waiting if not w[2].exhausted and tree.is_relevant(w[2])]
        expected = min(live, key=lambda w: (w[0], w[1]), default=None)
        assert found is (expected[2] if expected else None)
        self.waiting = [w for w in self.waiting if w is not expected]
        return found


@pytest.mark.parametrize("seed", range(20))
def test_best_first_is_the_obvious_order(seed: int) -> None:
    searched(World.random(seed), Watched(), tactics=200)


def test_alternatives_become_cases() -> None:
    start, cases = split_alternatives("induction x with | zero => ?_ | succ n ih => ?_")
    assert (start, cases) == ("induction x", ["zero", "succ n ih"])
    assert split_alternatives("cases h with | intro h1 h2 => ?_") == ("cases h", ["intro h1 h2"])
    assert split_alternatives("simp") == ("simp", [])


@pytest.fixture(scope="module")
def warm(library: Library) -> Iterator[Running]:
    assert library.modules
    with running(open_lean(lean="embedded", jobs=2)) as opened:
        yield opened


@pytest.mark.parametrize("policy", [BestFirst(), MonteCarlo()], ids=["best-first", "monte-carlo"])
def test_over_lean(warm: Running, policy: Policy) -> None:
    from tactic_mesh.experts.registry import chosen
    from tactic_mesh.prove.knowing import knowledge

    async def work() -> str:
        async with warm.lean.session("", "∀ a b c : Nat, a * (b + c) = a * b + a * c") as session:  # type: ignore[attr-defined]
            root = await session.open()
            known = await knowledge(session, root, ())
            search = Search([session], root, known, chosen(None), policy, Allowance(tactics=600))
            result = await search.run()
            assert result.proved
            return proof_text(result.tree.root)

    assert warm.run(work()).startswith("by\n  intro a b c\n")
