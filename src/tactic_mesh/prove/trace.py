"""A search as lines for programs and as text for people.

`docs/trace.md` describes the lines. Goals are printed here from their terms, without a Lean.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.printing import goal_text
from tactic_mesh.prove.search import SearchResult
from tactic_mesh.prove.tree import Edge, Node

SCHEMA = "tactic-mesh/trace@1"
LEAVES_SHOWN = 3


def trace_lines(result: SearchResult) -> Iterator[dict[str, object]]:
    """The last search for the theorem: one object that describes it, then the nodes and the tactics between them."""
    tree = result.tree
    yield {
        "schema": SCHEMA,
        "kind": "search",
        "proved": result.proved,
        "complete": result.complete,
        "timed_out": result.timed_out,
        "tactics": result.tactics,
        "nodes": len(tree.nodes),
        "shared": tree.shared,
        "detours": tree.detours,
        "lemmas": [lemma.statement for lemma in result.known.lemmas],
    }
    for node in tree.nodes:
        yield _node(node, result.known)
        for edge in node.edges:
            yield _edge(edge)


def _node(node: Node, known: Knowledge) -> dict[str, object]:
    return {
        "kind": "node",
        "id": node.number,
        "goals": [goal_text(goal, known.infos) for goal in node.point.goals],
        "depth": node.depth,
        "cost": round(node.cost, 4),
        "stage": node.stage,
        "refused": node.refusals,
        "solved": node.solved,
        "exhausted": node.exhausted,
    }


def _edge(edge: Edge) -> dict[str, object]:
    return {
        "kind": "tactic",
        "node": edge.parent.number,
        "tactic": edge.output.tactic,
        "expert": edge.output.expert,
        "confidence": round(edge.output.confidence, 4),
        "children": [child.number for child in edge.children],
        "us": edge.cost_us,
        "in_proof": edge.parent.solution is edge,
    }


def explanation(result: SearchResult) -> str:
    """How the search went: its experts, and without a proof the goals that are left on the most promising ways."""
    tree = result.tree
    ran = Counter(edge.output.expert for node in tree.nodes for edge in node.edges)
    refused = sum(node.refusals for node in tree.nodes)
    lines = [
        f"{result.tactics} tactics in the last search: {len(tree.nodes)} goals, {refused} tactics refused, "
        f"{tree.shared} goals met again, {tree.detours} detours",
        "steps by expert: " + (", ".join(f"{name} {count}" for name, count in ran.most_common()) or "none"),
    ]
    if result.known.lemmas:
        lines.append(f"lemmas at hand: {len(result.known.lemmas)}")
        lines += [f"  {lemma.name} : {lemma.statement}" for lemma in result.known.lemmas]
    if result.proved:
        return "\n".join(lines)
    for leaf in list(tree.open_leaves())[:LEAVES_SHOWN]:
        lines.append("")
        lines.append("open after " + ("; ".join(leaf.point.script) or "nothing") + ":")
        for goal in leaf.point.goals:
            lines += [f"  {line}" for line in goal_text(goal, result.known.infos).split("\n")]
        lines.append(f"  ({_why(leaf)})")
    return "\n".join(lines)


def _why(leaf: Node) -> str:
    if leaf.stage == 0:
        return "not worked on: its turn had not come"
    if leaf.exhausted:
        return f"stuck: all {leaf.refusals} tactics that the experts proposed were refused or led back"
    return f"{leaf.refusals} tactics were refused here; less likely ones were not tried yet"
