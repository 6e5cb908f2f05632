"""Tables by a SAT solver: found exactly where looking through all tables finds one."""

from __future__ import annotations

import random

import pytest

np = pytest.importorskip("numpy", reason="the extra `equational` is not installed")
pytest.importorskip("pysat", reason="the extra `equational` is not installed")

from tactic_mesh.equational import magmas  # noqa: E402
from tactic_mesh.equational.laws import law_number, laws  # noqa: E402
from tactic_mesh.equational.models import find_model  # noqa: E402
from tactic_mesh.equational.terms import variables  # noqa: E402

CONFLICTS_MAX = 100_000
# Laws whose sides both have a variable of their own are written down side by side, others as a whole.
APART = [
    number
    for number, law in enumerate(laws(), 1)
    if not {*variables(law.left)} <= {*variables(law.right)}
    and not {*variables(law.right)} <= {*variables(law.left)}
]


@pytest.mark.parametrize("order", [2, 3])
@pytest.mark.parametrize("hypotheses", [APART, range(1, 4695)], ids=["sides_apart", "any"])
def test_a_table_is_found_where_there_is_one(order: int, hypotheses: list[int]) -> None:
    generator = random.Random(order)
    pairs = [(generator.choice(hypotheses), generator.randrange(1, 4695)) for _ in range(40)]
    tables = magmas.all_tables(order)
    tables = np.concatenate([tables, tables.transpose(0, 2, 1)])
    found = set()
    for one, other in pairs:
        bits = magmas.satisfied(tables, [law_number(one), law_number(other)])
        there_is_one = bool((bits[:, 0] & ~bits[:, 1]).any())
        answer = find_model(law_number(one), law_number(other), order, CONFLICTS_MAX)
        assert (answer.table is not None, answer.exhausted) == (there_is_one, not there_is_one)
        found.add(there_is_one)
    assert found == {True, False}


def test_a_law_with_many_variables_is_written_down() -> None:
    # x ◇ (x ◇ y) = (z ◇ w) ◇ u: for all five variables at once these would be millions of clauses.
    answer = find_model(law_number(4431), law_number(4353), 5, 1_000)
    assert answer.table is not None
    assert magmas.satisfied_one(np.array(answer.table), [law_number(4431), law_number(4353)]).tolist() == [
        True,
        False,
    ]
