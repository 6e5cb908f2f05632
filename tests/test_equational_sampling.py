"""Problems from the graph: answers that are known, and test laws of which training has seen nothing."""

from __future__ import annotations

import asyncio

import pytest

np = pytest.importorskip("numpy", reason="the extra `equational` is not installed")

from tactic_mesh.equational.claims import Claims, Model, conclude  # noqa: E402
from tactic_mesh.equational.laws import LAWS, dual_numbers  # noqa: E402
from tactic_mesh.equational.sampling import families, problems, split  # noqa: E402
from tactic_mesh.lean.host import LeanHost  # noqa: E402

DUALS = [number - 1 for number in dual_numbers()]


@pytest.fixture(scope="module")
def claims() -> Claims:
    """Some equivalences and refutations; the laws from 100 to 139 make a cycle."""
    edges = [(index, index + 1) for index in range(100, 139)] + [(139, 100)]
    edges += [(1, law) for law in range(2, 60)]
    return conclude(edges, [Model((3, 42), (2, 45))], DUALS)


def test_families_hold_equivalent_and_dual_laws(claims: Claims) -> None:
    found = families(claims)
    assert sorted(number for members in found for number in members) == list(range(1, LAWS + 1))
    family = {number: index for index, members in enumerate(found) for number in members}
    assert len({family[number] for number in range(101, 141)}) == 1
    assert all(family[number] == family[DUALS[number - 1] + 1] for number in range(1, LAWS + 1))


def test_no_test_law_is_near_a_training_law(claims: Claims) -> None:
    train, test = split(claims, 0.2, seed=3)
    assert set(train) | set(test) == set(range(1, LAWS + 1)) and not set(train) & set(test)
    assert 0.15 * LAWS < len(test) <= 0.2 * LAWS
    mutual = claims.true & claims.true.T
    known = set(train)
    for number in test:
        assert DUALS[number - 1] + 1 not in known
        assert not known & {int(other) + 1 for other in np.flatnonzero(mutual[number - 1])}
    assert split(claims, 0.2, seed=3) == (train, test) != split(claims, 0.2, seed=4)


def test_problems_have_the_answer_of_the_graph(claims: Claims, lean: LeanHost, loop: asyncio.Runner) -> None:
    everything = list(range(1, LAWS + 1))
    for implies, matrix in ((True, claims.true), (False, claims.false)):
        found = list(problems(claims, everything, 20, seed=1, implies=implies))
        decided = int(matrix.sum()) - (LAWS if implies else 0)
        assert len(set(found)) == min(20, decided)
        for problem in found:
            assert problem.implies is implies and problem.hypothesis != problem.goal
            assert matrix[problem.hypothesis - 1, problem.goal - 1]
    theorem = next(problems(claims, everything, 1, seed=2, implies=True)).theorem()
    text = f"{theorem.prelude}\ntheorem {theorem.signature} : {theorem.statement} := sorry\n"
    assert getattr(loop.run(lean.elaborate(text)), "errors", None) == 0


def test_problems_stay_among_the_laws_that_were_given(claims: Claims) -> None:
    among = [101, 105, 120, 7]
    found = list(problems(claims, among, 100, seed=1, implies=True))
    assert {(p.hypothesis, p.goal) for p in found} == {
        (a, b) for a in (101, 105, 120) for b in (101, 105, 120) if a != b
    }
