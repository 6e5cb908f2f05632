"""A proof that was found, as the text of a `by` block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tactic_mesh.prove.tree import Edge, Node

INDENT = "  "
HOLE = "?_"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a proof, and the step that wrote it; None for a `sorry`."""

    text: str
    step: Edge | None


def proof_text(root: Node) -> str:
    """`by …` for a solved node."""
    return _text(_lines(root, 1, None))


def partial_text(root: Node, steps: Mapping[Node, Edge]) -> str:
    """`by …` with the given steps, and `sorry` for the goals of a node that has none."""
    return _text(_lines(root, 1, steps))


def step_at(root: Node, line: int) -> Edge | None:
    """The step of a solved node that wrote a line of its text, counted from 0; None for `by`, and beyond the text."""
    lines = _lines(root, 1, None)
    place = 0
    for one in lines:  # a tactic may have several lines
        place += one.text.count("\n") + 1
        if line <= place:
            return one.step if line > 0 else None
    return None


def steps_of(root: Node) -> list[Edge]:
    """The steps of a solved node's proof."""
    return [step for line in _lines(root, 1, None) if (step := line.step) is not None]


def _text(lines: list[Line]) -> str:
    return "by\n" + "\n".join(line.text for line in lines)


def _lines(node: Node, depth: int, steps: Mapping[Node, Edge] | None) -> list[Line]:
    prefix = INDENT * depth
    lines: list[Line] = []
    while True:
        edge = node.solution if steps is None else steps.get(node)
        if edge is None:
            assert steps is not None, "only solved nodes have a text"
            sorry = "all_goals sorry" if len(node.point.goals) > 1 else "sorry"
            return [*lines, Line(prefix + sorry, None)]
        tactic, children = edge.output.tactic, edge.children
        start, alternatives = split_alternatives(tactic)
        if alternatives and len(alternatives) == len(children):
            lines.append(Line(f"{prefix}{start} with", edge))
            for header, child in zip(alternatives, children, strict=True):
                inner = _lines(child, depth + 1, steps)
                if len(inner) == 1:
                    lines.append(Line(f"{prefix}| {header} => {inner[0].text.strip()}", inner[0].step))
                else:
                    lines += [Line(f"{prefix}| {header} =>", edge), *inner]
            return lines
        lines.append(Line(prefix + tactic, edge))
        if not children:
            return lines
        if len(children) > 1:
            for child in children:
                inner = _lines(child, depth + 1, steps)
                lines += [Line(f"{prefix}· {inner[0].text.strip()}", inner[0].step), *inner[1:]]
            return lines
        node = children[0]


def split_alternatives(tactic: str) -> tuple[str, list[str]]:
    """`induction x with | a => ?_ | b y => ?_` as its start and the headers of its cases."""
    start, separator, rest = tactic.partition(" with | ")
    if not separator or not rest.endswith(f"=> {HOLE}"):
        return tactic, []
    headers = [part.strip() for part in rest.split(f"=> {HOLE}")[:-1]]
    return start, [header.removeprefix("| ").strip() for header in headers]
