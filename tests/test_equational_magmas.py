"""Truth in finite magmas: the fast ways against the obvious one, and against published counts."""

from __future__ import annotations

import itertools
import random

import pytest

np = pytest.importorskip("numpy", reason="the extra `equational` is not installed")

from tactic_mesh.equational import magmas  # noqa: E402
from tactic_mesh.equational.laws import laws  # noqa: E402


def sample(count: int, seed: int) -> list[int]:
    return random.Random(seed).sample(range(4694), count)


def test_tables_up_to_isomorphism_and_turning_around() -> None:
    # 10 tables of order 2 and 3330 of order 3 up to isomorphism alone; 7 and 1734 if opposites count once.
    assert len(magmas.all_tables(2)) == 7
    assert len(magmas.all_tables(3)) == 1734


def test_refutations_by_order_two_are_the_published_number() -> None:
    bits = magmas.satisfied(magmas.all_tables(2))
    rows = np.concatenate([bits, magmas.opposite(bits)])
    assert magmas.refuted(rows).sum() == 12_560_783


def test_slices_agree_with_the_obvious_way() -> None:
    tables = np.random.default_rng(3).integers(0, 3, (70, 3, 3))
    chosen = [laws()[index] for index in sample(120, 3)]
    bits = magmas.satisfied(tables, chosen)
    for row, column in itertools.product(range(0, 70, 7), range(120)):
        assert bits[row, column] == magmas.holds(tables[row], chosen[column])


@pytest.mark.parametrize("order", [4, 5])
def test_slices_agree_on_greater_tables(order: int) -> None:
    # The sum modulo n, a projection and a constant satisfy many laws.
    a, b = np.meshgrid(range(order), range(order), indexing="ij")
    tables = np.stack([(a + b) % order, a, np.zeros_like(a), (2 * a - b) % order])
    chosen = [laws()[index] for index in sample(60, order) if laws()[index].variables <= 4]
    bits = magmas.satisfied(tables, chosen)
    assert bits.any() and not bits.all()
    for row, column in itertools.product(range(4), range(len(chosen))):
        assert bits[row, column] == magmas.holds(tables[row], chosen[column])


@pytest.mark.parametrize(
    "models", [magmas.affine(3), magmas.affine(4), magmas.matrix_linear(2, 2)], ids=["Z3", "Z4", "F2^2"]
)
def test_linear_models_agree_with_their_tables(models: magmas.Linear) -> None:
    rows = sorted(random.Random(7).sample(range(len(models)), 15))
    chosen = [laws()[index] for index in sample(150, 7)]
    fast = magmas.satisfied_linear(models, chosen)
    slow = magmas.satisfied(np.stack([models.table(row) for row in rows]), chosen)
    assert (fast[rows] == slow).all() and slow.any()


def test_opposite_tables() -> None:
    tables = np.random.default_rng(5).integers(0, 2, (4, 2, 2))
    turned = tables.transpose(0, 2, 1)
    assert (magmas.opposite(magmas.satisfied(tables)) == magmas.satisfied(turned)).all()
