"""What follows from checked certificates: transitivity, duality, and one magma for many pairs.

Lean has checked single implications (edges), and for some magmas, finite and infinite, which laws are true and which
are false in them. From these, four facts about all magmas give the rest: implication is transitive; the dual of a law
is true in exactly the opposite magmas, so implications and magmas may be turned around; a law that is implied by a true
one is true; a law that implies a false one is false. `conclude` does this fast, `conclude_obviously` in the obvious
way: two programs that share nothing but this text, and must agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tactic_mesh.equational.relations import Closure, Edge, Matrix, close, unpacked


@dataclass(frozen=True, slots=True)
class Model:
    """Indices of laws that were checked to be true, and false, in one magma."""

    true: tuple[int, ...]
    false: tuple[int, ...]
    infinite: bool = False


@dataclass(frozen=True, slots=True)
class Claims:
    """(laws, laws) booleans: row i, column j says that law i + 1 implies, or does not imply, law j + 1."""

    true: Matrix
    false: Matrix

    def decided(self) -> tuple[int, int]:
        """How many pairs of different laws are proved, and refuted."""
        return int(self.true.sum()) - len(self.true), int(self.false.sum())


def with_duals(edges: Iterable[Edge], duals: Sequence[int]) -> list[Edge]:
    """The edges and those between the dual laws."""
    return [pair for one, other in edges for pair in ((one, other), (duals[one], duals[other]))]


def conclude(edges: Iterable[Edge], models: Iterable[Model], duals: Sequence[int]) -> Claims:
    """Everything that follows."""
    closure = close(len(duals), with_duals(edges, duals))
    return Claims(closure.matrix(), refutations(closure, models, duals))


def refutations(closure: Closure, models: Iterable[Model], duals: Sequence[int]) -> Matrix:
    """The pairs that some magma refutes, given what implies what."""
    count = closure.components
    component = closure.component.tolist()
    backward = unpacked(closure.rows, count).T  # row j: which components lead to j
    back = [int.from_bytes(np.packbits(row, bitorder="little").tobytes(), "little") for row in backward]
    rows = [0] * count
    for model in models:
        for turn in (False, True):
            true, false = (
                {component[duals[law] if turn else law] for law in side} for side in (model.true, model.false)
            )
            above = below = 0
            for index in true:
                above |= closure.rows[index]
            for index in false:
                below |= back[index]
            for index in range(count):
                if above >> index & 1:
                    rows[index] |= below
    matrix = unpacked(rows, count)
    return np.asarray(matrix[np.ix_(closure.component, closure.component)])


def refuted_by_infinite_only(
    closure: Closure, models: Sequence[Model], duals: Sequence[int], refuted: Matrix
) -> int:
    """How many of the refuted pairs no finite one of the models refutes."""
    finite = refutations(closure, [model for model in models if not model.infinite], duals)
    return int((refuted & ~finite).sum())


def conclude_obviously(edges: Iterable[Edge], models: Iterable[Model], duals: Sequence[int]) -> Claims:
    """The same by walking along edges from every law, with sets."""
    laws = len(duals)
    following: list[set[int]] = [set() for _ in range(laws)]
    preceding: list[set[int]] = [set() for _ in range(laws)]
    for one, other in edges:
        for a, b in ((one, other), (duals[one], duals[other])):
            following[a].add(b)
            preceding[b].add(a)
    forward = [_reached(law, following) for law in range(laws)]
    true = np.zeros((laws, laws), dtype=bool)
    for law, reached in enumerate(forward):
        true[law, list(reached)] = True
    false = np.zeros((laws, laws), dtype=bool)
    backward: dict[int, set[int]] = {}
    for model in models:
        turned = Model(tuple(duals[law] for law in model.true), tuple(duals[law] for law in model.false))
        for either in (model, turned):
            above = {law for start in either.true for law in forward[start]}
            below: set[int] = set()
            for start in either.false:
                if start not in backward:
                    backward[start] = _reached(start, preceding)
                below |= backward[start]
            false[np.ix_(sorted(above), sorted(below))] = True
    return Claims(true, false)


def _reached(start: int, following: Sequence[set[int]]) -> set[int]:
    reached = {start}
    waiting = [start]
    while waiting:
        for law in following[waiting.pop()]:
            if law not in reached:
                reached.add(law)
                waiting.append(law)
    return reached
