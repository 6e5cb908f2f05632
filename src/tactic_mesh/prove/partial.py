"""What a search without a proof leaves: the partial proof that got furthest, its open goals, and why each is stuck.

The partial proof ends its open goals with `sorry`. Of all that a tree holds it is the one with the least left to do:
what is left of a goal is its size, and less where the steps above it have solved other goals already.
"""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tactic_mesh.experts.display import goal_text
from tactic_mesh.lean.session import Refused, SessionFailed, TacticLimits, TacticSession
from tactic_mesh.prove.search import SearchResult
from tactic_mesh.prove.tree import Edge, Node, Tree, first_ancestors
from tactic_mesh.prove.writing import partial_text

ASKED_MAX = 8
"""Goals of which Lean is asked why they are stuck."""
NEARBY_MAX = 3
WHY_WALL_S = 3.0
STEP_COST = 0.01
SOLVED_BESIDE_FACTOR = 0.6


@dataclass(frozen=True, slots=True)
class Failure:
    """A tactic that Lean refused, and its reason."""

    tactic: str
    expert: str
    reason: str

    def as_json(self) -> dict[str, object]:
        return {"tactic": self.tactic, "expert": self.expert, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class OpenGoal:
    """A goal that is left: its text, the tactics that lead there, why it is, and the nearest tactics that failed."""

    goals: tuple[str, ...]
    after: tuple[str, ...]
    why: str
    failures: tuple[Failure, ...] = ()

    def as_json(self) -> dict[str, object]:
        return {
            "goals": list(self.goals),
            "after": list(self.after),
            "why": self.why,
            "failures": [failure.as_json() for failure in self.failures],
        }


@dataclass(frozen=True, slots=True)
class Partial:
    """`proof` with a `sorry` for each of the goals in `open`; `nearby` are the most promising goals beside these.

    `whole` is the theorem itself as such a goal. `lean_file` is the whole file with the proof, which Lean accepted but
    for the word `sorry`.
    """

    proof: str
    open: tuple[OpenGoal, ...]
    whole: OpenGoal
    nearby: tuple[OpenGoal, ...] = ()
    lean_file: str = ""

    def as_json(self) -> dict[str, object]:
        return {
            "proof": self.proof,
            "lean_file": self.lean_file,
            "open": [goal.as_json() for goal in self.open],
            "nearby": [goal.as_json() for goal in self.nearby],
        }


async def partial_proof(
    session: TacticSession, result: SearchResult, without: Callable[[str], bool] = lambda tactic: False
) -> Partial:
    """The best partial proof of a search; `session` has its theorem and its lemmas, and tells why goals are stuck.

    Tactics of which `without` is true are not among its steps.
    """
    steps = furthest(result.tree, without)
    left = open_goals(result.tree.root, steps)
    nearby = [node for node in result.tree.open_leaves() if node not in left][:NEARBY_MAX]
    reasons: dict[Node, tuple[Failure, ...]] = {}
    try:
        async with asyncio.timeout(WHY_WALL_S):
            await session.open()
            session.adopt(result.tree.root.point)
            for node in [*left[:ASKED_MAX], *nearby]:
                reasons[node] = await _failures(session, node)
    except (TimeoutError, SessionFailed):
        pass  # the goals are told without Lean's reasons

    def told(node: Node) -> OpenGoal:
        goals = tuple(goal_text(goal, result.known) for goal in node.point.goals)
        return OpenGoal(goals, _way(node), _why(node), reasons.get(node, ()))

    proof = partial_text(result.tree.root, steps)
    return Partial(proof, tuple(map(told, left)), told(result.tree.root), tuple(map(told, nearby)))


async def _failures(session: TacticSession, node: Node) -> tuple[Failure, ...]:
    """Why Lean refuses the nearest tactics at a node."""
    if not node.failures:
        return ()
    tactics = [output.tactic for output in node.failures]
    outcomes = await session.step(node.point, tactics, TacticLimits(), stop=False, explain=True)
    return tuple(
        Failure(output.tactic, output.expert, outcome.reason)
        for output, outcome in zip(node.failures, outcomes, strict=False)
        if isinstance(outcome, Refused)
    )


def furthest(tree: Tree, without: Callable[[str], bool] = lambda tactic: False) -> dict[Node, Edge]:
    """The tactic to take at each node of the best partial proof; a node that is not there stays open.

    Tactics of which `without` is true are not taken.

    Knuth's generalisation of Dijkstra's algorithm to AND/OR graphs: nodes are settled by the cost of what is left
    below them, so a node's tactic leads to nodes that were settled before it, and never in a circle.
    """
    spoilt = _solved_by(tree, without)
    steps: dict[Node, Edge] = {}
    cost: dict[Node, float] = {}
    queue: list[tuple[float, int, int, Node, Edge | None]] = []
    for node in tree.nodes:
        solution = None if node in spoilt else node.solution
        left = left_to_do(node) if solution is None else 0.0
        heapq.heappush(queue, (left, node.number, -1, node, solution))
    while queue:
        left, _, _, node, edge = heapq.heappop(queue)
        if node in cost:
            continue
        cost[node] = left
        if edge is not None:
            steps[node] = edge
        for above in node.parents:
            if without(above.output.tactic):
                continue
            if above.parent not in cost and all(child in cost for child in above.children):
                total = STEP_COST + sum(cost[child] for child in above.children)
                order = above.parent.edges.index(above)
                heapq.heappush(queue, (total, above.parent.number, order, above.parent, above))
    return steps


def _solved_by(tree: Tree, tactics: Callable[[str], bool]) -> set[Node]:
    """The nodes in whose solutions there are such tactics."""
    solutions = [(node, node.solution) for node in tree.nodes if node.solution is not None]
    found = {node for node, edge in solutions if tactics(edge.output.tactic)}
    waiting = list(found)
    while waiting:
        for above in waiting.pop().parents:
            if above is above.parent.solution and above.parent not in found:
                found.add(above.parent)
                waiting.append(above.parent)
    return found


def left_to_do(node: Node) -> float:
    """The cost of leaving a node open."""
    chain = list(first_ancestors(node))
    beside = sum(
        any(child.solved for child in one.parents[0].children if child is not one)
        for one in chain
        if one.parents
    )
    return (1.0 + node.size) * float(SOLVED_BESIDE_FACTOR**beside)


def open_goals(root: Node, steps: Mapping[Node, Edge]) -> list[Node]:
    """The nodes that a partial proof leaves open, from left to right; each once."""
    found: dict[Node, None] = {}
    seen: set[Node] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        edge = steps.get(node)
        if edge is None:
            found[node] = None
        else:
            waiting += reversed(edge.children)
    return list(found)


def _way(node: Node) -> tuple[str, ...]:
    """The tactics from the theorem to a node, as it was first reached."""
    steps = [one.parents[0].output.tactic for one in first_ancestors(node) if one.parents]
    return tuple(reversed(steps))


def _why(node: Node) -> str:
    if node.stage == 0:
        return "not worked on: its turn had not come"
    if node.exhausted and node.edges:
        return "every step that is known from here leads to goals that are open"
    if node.exhausted:
        return f"stuck: all {node.refusals} tactics that the experts proposed were refused or led back"
    return f"{node.refusals} tactics were refused here; less likely ones were not tried yet"
