"""Chains: join equations, or the links of another transitive relation, end to end; compare argument by argument."""

from __future__ import annotations

from collections.abc import Callable

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.reading import fresh, proofs
from tactic_mesh.term import Sequent, Term, app, equation, head_args, head_name

CHAIN_MAX = 6
FORWARD_MAX = 4

_TRANSITIVITY = {
    "Dvd.dvd": "Trans.trans",
    "LE.le": "Trans.trans",
    "LT.lt": "Trans.trans",
    "HasSubset.Subset": "List.Subset.trans",
    "List.IsInfix": "List.IsInfix.trans",
    "List.IsPrefix": "List.IsPrefix.trans",
    "List.IsSuffix": "List.IsSuffix.trans",
    "List.Perm": "List.Perm.trans",
    "List.Sublist": "List.Sublist.trans",
}
"""What joins two links of the library's relations."""

_ORDERS = frozenset({"LE.le", "LT.lt"})

Link = tuple[Term, str]
"""Where a link leads, and its proof."""


class Chains:
    """`exact h₁.trans h₂`, `exact h.symm`, `exact Trans.trans h₁ h₂`, `have h := Trans.trans h₁ h₂`, `congr 1`."""

    name = "chains"

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        sides = equation(goal.target)
        if sides is None:
            return [*self._related(goal), *self._forward(goal)]
        _, left, right = sides
        found = []
        chain = _path(left, right, _edges(goal))
        if chain:
            found.append(self._exact(_joined(chain, lambda one, link: f"{one}.trans {link}")))
        (head, args), (other, others) = head_args(left), head_args(right)
        if head is other and args and len(args) == len(others):
            found.append(TacticOutput("congr 1", 0.2, self.name))
        return [*found, *self._forward(goal)]

    def _exact(self, proof: str) -> TacticOutput:
        return TacticOutput(f"exact {proof}", 0.93, self.name, True)

    def _related(self, goal: Sequent) -> list[TacticOutput]:
        """The target as the ends of a chain of links."""
        head = head_name(goal.target)
        if head not in _TRANSITIVITY:
            return []
        relation, left, right = _relation(goal.target)
        chain = _path(left, right, _links(goal, relation))
        if len(chain) < 2:
            return []
        return [self._exact(_joined(chain, lambda one, link: f"{_TRANSITIVITY[head]} {one} {link}"))]

    def _forward(self, goal: Sequent) -> list[TacticOutput]:
        """What two links say together; not of orders, which arithmetic joins by itself."""
        known = {hypothesis.type for _, hypothesis in proofs(goal)}
        taken = {variable.name for variable in goal.context if variable.name}
        found: list[TacticOutput] = []
        for _, first in proofs(goal):
            head = head_name(first.type)
            if head not in _TRANSITIVITY or head in _ORDERS:
                continue
            relation, start, middle = _relation(first.type)
            for end, second in _links(goal, relation).get(middle, ()):
                if end is start or relation(start, end) in known or len(found) == FORWARD_MAX:
                    continue
                joined = f"{_TRANSITIVITY[head]} {first.name} {second}"
                found.append(TacticOutput(f"have {fresh('h', set(taken))} := {joined}", 0.45, self.name))
        return found


def _relation(proposition: Term) -> tuple[Callable[[Term, Term], Term], Term, Term]:
    """A relation between its last two arguments, and these."""
    head, args = head_args(proposition)
    return (lambda left, right: app(head, *args[:-2], left, right)), args[-2], args[-1]


def _links(goal: Sequent, relation: Callable[[Term, Term], Term]) -> dict[Term, list[Link]]:
    """Where the hypotheses of one relation lead from a term."""
    links: dict[Term, list[Link]] = {}
    for _, hypothesis in proofs(goal):
        args = head_args(hypothesis.type)[1]
        if len(args) >= 2 and relation(args[-2], args[-1]) is hypothesis.type:
            links.setdefault(args[-2], []).append((args[-1], hypothesis.name))
    return links


def _edges(goal: Sequent) -> dict[Term, list[Link]]:
    """Each side of each equation of the context, with where it leads and by which proof."""
    edges: dict[Term, list[Link]] = {}
    for _, hypothesis in proofs(goal):
        sides = equation(hypothesis.type)
        if sides is not None:
            _, left, right = sides
            edges.setdefault(left, []).append((right, hypothesis.name))
            edges.setdefault(right, []).append((left, f"{hypothesis.name}.symm"))
    return edges


def _path(start: Term, end: Term, edges: dict[Term, list[Link]]) -> list[str]:
    """The shortest chain from one term to another, or none."""
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


def _joined(chain: list[str], join: Callable[[str, str], str]) -> str:
    """`(a.trans b).trans c`."""
    text = chain[0]
    for index, link in enumerate(chain[1:]):
        text = join(text if index == 0 else f"({text})", link)
    return text
