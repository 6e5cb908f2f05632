"""A proof that was found, as the text of a `by` block."""

from __future__ import annotations

from collections.abc import Mapping

from tactic_mesh.prove.tree import Edge, Node

INDENT = "  "
HOLE = "?_"


def proof_text(root: Node) -> str:
    """`by …` for a solved node."""
    return "by\n" + "\n".join(_lines(root, 1, None))


def partial_text(root: Node, steps: Mapping[Node, Edge]) -> str:
    """`by …` with the given steps, and `sorry` for the goals of a node that has none."""
    return "by\n" + "\n".join(_lines(root, 1, steps))


def _lines(node: Node, depth: int, steps: Mapping[Node, Edge] | None) -> list[str]:
    prefix = INDENT * depth
    lines: list[str] = []
    while True:
        edge = node.solution if steps is None else steps.get(node)
        if edge is None:
            assert steps is not None, "only solved nodes have a text"
            return [*lines, prefix + ("all_goals sorry" if len(node.point.goals) > 1 else "sorry")]
        tactic, children = edge.output.tactic, edge.children
        start, alternatives = split_alternatives(tactic)
        if alternatives and len(alternatives) == len(children):
            lines.append(f"{prefix}{start} with")
            for header, child in zip(alternatives, children, strict=True):
                inner = _lines(child, depth + 1, steps)
                if len(inner) == 1:
                    lines.append(f"{prefix}| {header} => {inner[0].strip()}")
                else:
                    lines += [f"{prefix}| {header} =>", *inner]
            return lines
        lines.append(prefix + tactic)
        if not children:
            return lines
        if len(children) > 1:
            for child in children:
                inner = _lines(child, depth + 1, steps)
                lines += [f"{prefix}· {inner[0].strip()}", *inner[1:]]
            return lines
        node = children[0]


def split_alternatives(tactic: str) -> tuple[str, list[str]]:
    """`induction x with | a => ?_ | b y => ?_` as its start and the headers of its cases."""
    start, separator, rest = tactic.partition(" with | ")
    if not separator or not rest.endswith(f"=> {HOLE}"):
        return tactic, []
    headers = [part.strip() for part in rest.split(f"=> {HOLE}")[:-1]]
    return start, [header.removeprefix("| ").strip() for header in headers]
