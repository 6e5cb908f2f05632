"""Tactic scripts with holes: the tree that the structured prover grows, and its Lean text.

A `Block` is what stands under one bullet: some tactics, then an ending. An open ending is a hole; while one hole
is worked on, every other is written as `sorry`, because goals that share no metavariables are independent.
"""

from __future__ import annotations

from dataclasses import dataclass, field

INDENT = "  "


@dataclass(slots=True)
class Branch:
    """One case of a split: `header` is the text before `=>` or the bullet `·`."""

    header: str
    block: Block


@dataclass(slots=True)
class Block:
    """Tactics, then either branches, or a hole, or (closed) nothing more."""

    tactics: list[str] = field(default_factory=list)
    branches: list[Branch] = field(default_factory=list)
    closed: bool = False

    def lines(self, depth: int, hole: Block | None, filler: list[str]) -> list[str]:
        """The block's lines; `filler` stands at `hole`, `sorry` at every other hole."""
        prefix = INDENT * depth
        lines = [prefix + line for tactic in self.tactics for line in tactic.split("\n")]
        for branch in self.branches:
            inner = branch.block.lines(depth + 1, hole, filler)
            if branch.header == "·":
                lines.append(f"{prefix}· {inner[0].strip()}")
                lines += inner[1:]
            elif len(inner) == 1:
                lines.append(f"{prefix}{branch.header} => {inner[0].strip()}")
            else:
                lines += [f"{prefix}{branch.header} =>", *inner]
        if not self.branches and not self.closed:
            ending = filler if self is hole else ["sorry"]
            lines += [prefix + line for text in ending for line in text.split("\n")]
        return lines


def indented(tactic: str, depth: int, *, bullet: bool = False) -> list[str]:
    """A tactic's lines, all moved by the same columns; with `bullet`, as the first under one."""
    first, *others = tactic.split("\n")
    prefix = INDENT * depth
    # What stands under a bullet begins two columns after it.
    inner = prefix + INDENT if bullet else prefix
    return [f"{prefix}· {first}" if bullet else prefix + first, *(inner + line for line in others)]


def proof_text(root: Block, hole: Block | None = None, filler: list[str] | None = None) -> str:
    """`by …` with `filler` at `hole`."""
    return "by\n" + "\n".join(root.lines(1, hole, filler or []))
