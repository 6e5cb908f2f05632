"""Relations between laws as bits: closure, classes, and the edges that are worth a proof.

A row of a relation is one Python integer: bit j of row i says that i is related to j. Unions of whole rows are then one
operation each, and a closure of 4,694 laws from some ten thousand edges takes milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Edge = tuple[int, int]
"""Two laws by index: number minus one."""
Matrix = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Closure:
    """A reflexive and transitive relation: laws of one component are equivalent."""

    component: NDArray[np.int64]
    """(laws,): components are numbered so that an edge between two goes from a greater to a smaller number."""
    rows: tuple[int, ...]
    """For each component the components that it leads to, itself among them, as bits."""

    @property
    def components(self) -> int:
        return len(self.rows)

    def matrix(self) -> Matrix:
        """(laws, laws) booleans, by index."""
        return np.asarray(self.component_matrix()[np.ix_(self.component, self.component)])

    def pairs(self) -> int:
        """How many pairs of laws are related, those of a law with itself among them."""
        sizes = np.bincount(self.component, minlength=self.components)
        reached = self.component_matrix().astype(np.float32) @ sizes.astype(
            np.float32
        )  # exact: at most all laws
        return int(sizes @ reached.astype(np.int64))

    def component_matrix(self) -> Matrix:
        return unpacked(self.rows, self.components)

    def members(self) -> list[list[int]]:
        """The laws of each component, least first."""
        found: list[list[int]] = [[] for _ in self.rows]
        for law, component in enumerate(self.component.tolist()):
            found[component].append(law)
        return found


def unpacked(rows: Sequence[int], width: int) -> Matrix:
    """Rows of bits as booleans."""
    size = (width + 7) // 8
    raw = b"".join(row.to_bytes(size, "little") for row in rows)
    packed = np.frombuffer(raw, dtype=np.uint8).reshape(len(rows), size)
    return np.unpackbits(packed, axis=1, count=width, bitorder="little").astype(bool)


def close(laws: int, edges: Iterable[Edge]) -> Closure:
    """The least reflexive and transitive relation with these edges.

    Components by Tarjan's algorithm (Depth-First Search and Linear Graph Algorithms, 1972), which finds them with
    those that they lead to first: one pass over them closes the relation.
    """
    following: list[list[int]] = [[] for _ in range(laws)]
    for one, other in edges:
        following[one].append(other)
    component = _components(following)
    count = max(component, default=-1) + 1
    rows = [1 << index for index in range(count)]
    by_component: list[list[int]] = [[] for _ in range(count)]
    for law in range(laws):
        by_component[component[law]].append(law)
    for index, members in enumerate(by_component):
        for law in members:
            for other in following[law]:
                rows[index] |= rows[component[other]]
    return Closure(np.array(component, dtype=np.int64), tuple(rows))


def _components(following: Sequence[Sequence[int]]) -> list[int]:
    """The component of each node, without recursion."""
    count = len(following)
    order, low, component = [-1] * count, [0] * count, [-1] * count
    stack: list[int] = []
    clock = found = 0
    for root in range(count):
        if order[root] >= 0:
            continue
        work = [(root, 0)]
        while work:
            node, place = work.pop()
            if order[node] < 0:
                order[node] = low[node] = clock
                clock += 1
                stack.append(node)
            for index in range(place, len(following[node])):
                other = following[node][index]
                if order[other] < 0:
                    work += [(node, index), (other, 0)]
                    break
                if component[other] < 0:
                    low[node] = min(low[node], low[other])
            else:
                if low[node] == order[node]:
                    while True:
                        member = stack.pop()
                        component[member] = found
                        if member == node:
                            break
                    found += 1
    return component


def multiplied(one: Matrix, other: Matrix) -> Matrix:
    """Whether there is a way through the middle."""
    return np.asarray(one.astype(np.float32) @ other.astype(np.float32) > 0)


def covering(relation: Matrix) -> Matrix:
    """The pairs of an irreflexive relation that no third element divides."""
    return np.asarray(relation & ~multiplied(relation, relation))
