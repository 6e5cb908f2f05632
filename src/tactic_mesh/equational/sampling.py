"""Problems drawn from a resolved graph, split so that nothing about a test law is seen in training.

Laws are split by families: equivalent laws and dual laws stay together. A problem belongs to a part only if both of its
laws do; a random split of pairs would leak by transitivity.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tactic_mesh.equational.claims import Claims
from tactic_mesh.equational.laws import LAWS, dual_numbers, law_number
from tactic_mesh.equational.proofs import Notation
from tactic_mesh.theorem import Theorem

PRELUDE = 'class Magma (G : Type) where\n  op : G → G → G\n\ninfix:65 " ◇ " => Magma.op\n'


@dataclass(frozen=True, slots=True)
class Problem:
    """Does one law imply another? Laws by number; the answer is known."""

    hypothesis: int
    goal: int
    implies: bool

    def theorem(self) -> Theorem:
        """The true implication as a theorem to prove."""
        one, other = law_number(self.hypothesis), law_number(self.goal)
        binders = f"{{G : Type}} [Magma G] (h : {Notation.INFIX.law(one.left, one.right)})"
        return Theorem(
            f"law{self.hypothesis}_implies_law{self.goal}",
            Notation.INFIX.law(other.left, other.right),
            prelude=PRELUDE,
            binders=binders,
        )


def families(claims: Claims) -> list[list[int]]:
    """Numbers of laws that are proved equivalent, or dual to one of these."""
    mutual = claims.true & claims.true.T
    first = mutual.argmax(axis=1)
    duals = np.array(dual_numbers()) - 1
    family = np.minimum(first, first[duals])
    found: dict[int, list[int]] = {}
    for index, head in enumerate(family.tolist()):
        found.setdefault(head, []).append(index + 1)
    return list(found.values())


def split(claims: Claims, test_share: float, seed: int) -> tuple[list[int], list[int]]:
    """Laws for training and laws for tests, by families."""
    shuffled = families(claims)
    random.Random(seed).shuffle(shuffled)
    train: list[int] = []
    test: list[int] = []
    for members in shuffled:
        # A family that is greater than the whole test part, like that of the one-element law, is for training.
        (test if len(test) + len(members) <= test_share * LAWS else train).extend(members)
    return sorted(train), sorted(test)


def problems(claims: Claims, among: list[int], count: int, seed: int, *, implies: bool) -> Iterator[Problem]:
    """So many decided pairs of different laws among some, at random; fewer if there are no more."""
    indices = np.array(among) - 1
    decided = (claims.true if implies else claims.false)[np.ix_(indices, indices)].copy()
    np.fill_diagonal(decided, False)
    rows, columns = np.nonzero(decided)
    for place in random.Random(seed).sample(range(len(rows)), min(count, len(rows))):
        yield Problem(among[rows[place]], among[columns[place]], implies)
