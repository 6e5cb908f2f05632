"""Equality chains: join equations of the context end to end, turn them round, compare argument by argument."""

from __future__ import annotations

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.reading import proofs
from tactic_mesh.term import Sequent, Term, equation, head_args

CHAIN_MAX = 6


class Chains:
    """`exact h₁.trans h₂`, `exact h.symm`, `congr 1`."""

    name = "chains"

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        sides = equation(goal.target)
        if sides is None:
            return []
        _, left, right = sides
        found = []
        chain = _path(left, right, _edges(goal))
        if chain:
            text = chain[0] + "".join(f".trans {_argument(link)}" for link in chain[1:])
            found.append(
                TacticOutput(
                    f"exact {_nested(chain)}" if chain[1:] else f"exact {text}", 0.93, self.name, True
                )
            )
        (head, args), (other, others) = head_args(left), head_args(right)
        if head is other and args and len(args) == len(others):
            found.append(TacticOutput("congr 1", 0.2, self.name))
        return found


def _edges(goal: Sequent) -> dict[Term, list[tuple[Term, str]]]:
    """Each side of each equation of the context, with where it leads and by which proof."""
    edges: dict[Term, list[tuple[Term, str]]] = {}
    for _, hypothesis in proofs(goal):
        sides = equation(hypothesis.type)
        if sides is not None:
            _, left, right = sides
            edges.setdefault(left, []).append((right, hypothesis.name))
            edges.setdefault(right, []).append((left, f"{hypothesis.name}.symm"))
    return edges


def _path(start: Term, end: Term, edges: dict[Term, list[tuple[Term, str]]]) -> list[str]:
    """The shortest chain of equations from one term to another, or none."""
    frontier: list[tuple[Term, list[str]]] = [(start, [])]
    seen = {start}
    for _ in range(CHAIN_MAX):
        reached = []
        for term, way in frontier:
            for target, proof in edges.get(term, ()):
                if target is end:
                    return [*way, proof]
                if target not in seen:
                    seen.add(target)
                    reached.append((target, [*way, proof]))
        frontier = reached
    return []


def _argument(proof: str) -> str:
    return proof


def _nested(chain: list[str]) -> str:
    """`(a.trans b).trans c`."""
    text = chain[0]
    for index, link in enumerate(chain[1:]):
        text = f"{text}.trans {link}" if index == 0 else f"({text}).trans {link}"
    return text
