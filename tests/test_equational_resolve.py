"""Steps of a run over the whole graph: which proofs are tried, and what the chosen tables cover."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

np = pytest.importorskip("numpy", reason="the extra `equational` is not installed")
pytest.importorskip("pysat", reason="the extra `equational` is not installed")

from tactic_mesh.equational import magmas  # noqa: E402
from tactic_mesh.equational.claims import Model, refutations, with_duals  # noqa: E402
from tactic_mesh.equational.laws import LAWS, dual_numbers  # noqa: E402
from tactic_mesh.equational.relations import Edge, close  # noqa: E402
from tactic_mesh.equational.resolve import Limits, Resolver, _from_tables  # noqa: E402
from tactic_mesh.equational.store import Folder  # noqa: E402
from tactic_mesh.lean.host import LeanHost  # noqa: E402

DUALS = [number - 1 for number in dual_numbers()]


@pytest.fixture
def resolver(tmp_path: Path, lean: LeanHost) -> Resolver:
    folder = Folder(tmp_path / "graph")
    folder.create()
    return Resolver(folder, lean, Limits(cpu_s=600))


def leave_open(resolver: Resolver, edges: list[Edge]) -> None:
    """As if everything but these pairs, by number, and their duals were refuted."""
    resolver._false[:] = True
    np.fill_diagonal(resolver._false, False)
    for one, other in with_duals([(one - 1, other - 1) for one, other in edges], DUALS):
        resolver._false[one, other] = False


def test_what_follows_in_few_steps_is_proved_however_little_it_decides(
    resolver: Resolver, loop: asyncio.Runner
) -> None:
    # 616 is an instance of 646; 3 does not follow from it.
    leave_open(resolver, [(646, 616), (646, 3)])
    loop.run(resolver._complete_rest())
    assert resolver._edges == [(645, 615)]
    claims = resolver._write_claims()
    assert claims.true[645, 615] and claims.true[2993, 2861] and not claims.true[645, 2]


def test_pairs_that_a_round_had_no_time_for_are_tried_by_the_next(
    resolver: Resolver, loop: asyncio.Runner
) -> None:
    leave_open(resolver, [(4, 3), (646, 616)])
    loop.run(resolver._prove_rounds(1, share=0.9, cpu_s=0.0))
    assert len(resolver._edges) == 1
    loop.run(resolver._prove_rounds(1, share=0.9, cpu_s=0.0))
    assert set(resolver._edges) == {(3, 2), (645, 615)}


def test_pairs_from_which_most_follows_come_first(resolver: Resolver) -> None:
    leave_open(resolver, [(646, 616), (4, 3), (4, 8), (4, 23), (100, 4)])
    wanted = [(one + 1, other + 1) for one, other in resolver._wanted(0)]
    assert wanted[0] == (100, 4) and (646, 616) in wanted


def test_chosen_tables_cover_what_is_refuted(resolver: Resolver) -> None:
    # Some proofs, so that components and dual components are not the laws themselves.
    resolver._edges = [(1, 42), (1, 4), (42, 42), (3, 7), (7, 3), (4, 45), (45, 4)]
    resolver._closure = close(LAWS, with_duals(resolver._edges, DUALS))
    small = magmas.all_tables(2)
    bits = magmas.satisfied(small)
    # What is proved here is true in no table of a kind that could refute it: only then is the input a possible one.
    possible = np.all(
        [~bits[:, one] | bits[:, other] for one, other in with_duals(resolver._edges, DUALS)], axis=0
    )
    resolver._learn(bits[possible], _from_tables(small[possible]))
    facts = list(resolver._cover(1))
    models = [Model(tuple(n - 1 for n in f.true), tuple(n - 1 for n in f.false)) for f in facts]
    covered = refutations(resolver._closure, models, DUALS)
    assert resolver._false.any() and (covered == resolver._false).all()
