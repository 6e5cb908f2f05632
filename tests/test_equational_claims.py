"""What follows from certificates: the fast program, the obvious one, and the folder that holds them."""

from __future__ import annotations

import importlib.util
import itertools
import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

np = pytest.importorskip("numpy", reason="the extra `equational` is not installed")

from tactic_mesh.equational.certificates import LeanFile, TableFacts  # noqa: E402
from tactic_mesh.equational.claims import Claims, Model, conclude, conclude_obviously  # noqa: E402
from tactic_mesh.equational.executor import Executor, Processes, Serial, executor_named  # noqa: E402
from tactic_mesh.equational.laws import LAWS, dual_numbers  # noqa: E402
from tactic_mesh.equational.relations import Matrix, close, covering  # noqa: E402
from tactic_mesh.equational.store import Folder, facts_as_json  # noqa: E402
from tactic_mesh.errors import InputError, TamperingFound, UsageError  # noqa: E402

SIZE = 9
NODES = st.integers(0, SIZE - 1)
EDGES = st.lists(st.tuples(NODES, NODES), max_size=16)


def reachable(edges: list[tuple[int, int]]) -> Matrix:
    """Warshall's algorithm, the obvious way."""
    matrix = np.eye(SIZE, dtype=bool)
    for one, other in edges:
        matrix[one, other] = True
    for middle, one, other in itertools.product(range(SIZE), repeat=3):
        matrix[one, other] |= matrix[one, middle] & matrix[middle, other]
    found: Matrix = matrix
    return found


@given(EDGES)
def test_closure(edges: list[tuple[int, int]]) -> None:
    closure = close(SIZE, edges)
    expected = reachable(edges)
    assert (closure.matrix() == expected).all()
    for law, other in itertools.product(range(SIZE), repeat=2):
        same = closure.component[law] == closure.component[other]
        assert same == (expected[law, other] and expected[other, law])
    assert sorted(itertools.chain.from_iterable(closure.members())) == list(range(SIZE))


def test_a_long_chain_and_a_long_cycle() -> None:
    chain = [(index, index + 1) for index in range(4000)]
    assert close(4001, chain).components == 4001
    assert close(4001, [*chain, (4000, 0)]).components == 1


def test_covering_pairs() -> None:
    strict = np.array([[0, 1, 1, 1], [0, 0, 1, 1], [0, 0, 0, 0], [0, 0, 0, 0]], dtype=bool)
    assert covering(strict).tolist() == [
        [False, True, False, False],
        [False, False, True, True],
        [False] * 4,
        [False] * 4,
    ]


@settings(deadline=None)
@given(EDGES, st.lists(st.tuples(st.sets(NODES, max_size=3), st.sets(NODES, max_size=3)), max_size=4))
def test_both_ways_conclude_the_same(
    edges: list[tuple[int, int]], sides: list[tuple[set[int], set[int]]]
) -> None:
    duals = [1, 0, 2, 4, 3, 5, 6, 8, 7]
    models = [Model(tuple(true), tuple(false)) for true, false in sides]
    fast, obvious = conclude(edges, models, duals), conclude_obviously(edges, models, duals)
    assert (fast.true == obvious.true).all() and (fast.false == obvious.false).all()


def test_a_table_speaks_for_what_its_laws_imply() -> None:
    # 0 implies 1; 2 implies 3. A table in which 0 is true and 3 is false refutes 0 → 3, 1 → 3, 0 → 2, 1 → 2.
    claims = conclude([(0, 1), (2, 3)], [Model((0,), (3,))], list(range(4)))
    assert {(int(a), int(b)) for a, b in zip(*claims.false.nonzero(), strict=True)} == {
        (0, 2),
        (0, 3),
        (1, 2),
        (1, 3),
    }
    assert claims.decided() == (2, 4)


FILE = LeanFile("theorem t : True := trivial\n", ("t",), "theorem t : True := sorry\n")


def filled(path: Path) -> Folder:
    folder = Folder(path)
    folder.create()
    folder.add("implications", FILE, {"edges": [[2, 43], [4, 3]]}, "replayed", 0.1)
    facts = TableFacts(1, ((0, 0), (1, 1)), (4,), (5, 43))
    folder.add("tables", FILE, {"tables": [facts_as_json(facts)]}, "replayed", 0.1)
    edges, models = folder.facts()
    folder.write_claims(conclude(edges, models, [number - 1 for number in dual_numbers()]))
    return folder


def test_a_folder_gives_back_what_it_was_given(tmp_path: Path) -> None:
    folder = filled(tmp_path / "graph")
    again = Folder(tmp_path / "graph")
    again.create()
    again.require()
    assert again.names() == ["implications-000001", "tables-000002"]
    assert again.facts() == ([(1, 42), (3, 2)], [Model((3,), (4, 42))])
    claims = again.read_claims()
    assert claims.true[1, 42] and claims.true[3, 2] and claims.true[4, 2]  # the dual of 4 is 5, of 3 itself
    assert claims.false[3, 4] and claims.false[4, 3] and not claims.true[3, 4]
    assert folder.text("tables-000002") == FILE.text


def test_claims_are_packed_as_documented(tmp_path: Path) -> None:
    filled(tmp_path)
    with np.load(tmp_path / "claims.npz") as loaded:
        assert sorted(loaded) == ["false", "true"]
        assert loaded["true"].shape == (LAWS, (LAWS + 7) // 8) and loaded["true"].dtype == np.uint8
        assert np.unpackbits(loaded["true"], axis=1)[1, 42] == 1


def test_what_a_killed_run_leaves_is_passed_over(tmp_path: Path) -> None:
    folder = filled(tmp_path)
    (tmp_path / "certificates" / ".implications-000003.json.77").write_bytes(b'{"edges"')
    (tmp_path / "certificates" / "implications-000003.lean").write_text("half a te")
    assert len(folder.names()) == 2
    assert folder.add("implications", FILE, {"edges": [[2, 3]]}, "replayed", 0.1) == "implications-000003"
    assert folder.text("implications-000003") == FILE.text


@pytest.mark.parametrize(
    "change",
    [
        {"edges": [[2, 4695]]},
        {"edges": [[2, "3"]]},
        {"edges": []},
        {"edges": [[2]]},
        {"schema": "another"},
        {"sha256": None, "edges": 7},
    ],
)
def test_a_damaged_certificate_is_named(tmp_path: Path, change: dict[str, object]) -> None:
    folder = filled(tmp_path)
    path = tmp_path / "certificates" / "implications-000001.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    with pytest.raises(TamperingFound, match="implications-000001"):
        folder.facts()


@pytest.mark.parametrize("table", [[], [[0, 1]], [[0, 2], [0, 0]], [["a"]], 3])
def test_a_damaged_table_is_named(tmp_path: Path, table: object) -> None:
    folder = filled(tmp_path)
    path = tmp_path / "certificates" / "tables-000002.json"
    about = json.loads(path.read_text())
    about["tables"][0]["table"] = table
    path.write_text(json.dumps(about))
    with pytest.raises(TamperingFound, match="tables-000002"):
        folder.facts()


def test_a_changed_text_and_cut_claims_are_named(tmp_path: Path) -> None:
    folder = filled(tmp_path)
    (tmp_path / "certificates" / "implications-000001.lean").write_text("theorem t : True := by trivial\n")
    with pytest.raises(TamperingFound, match="implications-000001"):
        folder.text("implications-000001")
    claims = tmp_path / "claims.npz"
    claims.write_bytes(claims.read_bytes()[:-40])
    with pytest.raises(TamperingFound, match=r"claims\.npz"):
        folder.read_claims()


def test_folders_of_something_else(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no certificates"):
        Folder(tmp_path / "absent").require()
    (tmp_path / "letter.txt").write_text("Dear reader")
    with pytest.raises(InputError, match="something else"):
        Folder(tmp_path).create()
    with pytest.raises(InputError, match="is a file"):
        Folder(tmp_path / "letter.txt").create()


def square(number: int) -> int:
    return number * number


@pytest.mark.parametrize("jobs", [1, 2])
def test_executors_answer_each_piece_once(jobs: int) -> None:
    executor: Executor = executor_named("processes", jobs)
    try:
        assert isinstance(executor, Serial if jobs == 1 else Processes)
        work = random.Random(4).sample(range(100), 20)
        answers = dict(executor.run(square, work))
        assert answers == {index: number * number for index, number in enumerate(work)}
    finally:
        executor.close()


def test_executors_that_are_not_there() -> None:
    with pytest.raises(UsageError, match="no executor"):
        executor_named("threads", 1)
    if importlib.util.find_spec("ray") is None:
        with pytest.raises(UsageError, match="pip install"):
            executor_named("ray", None)


def test_claims_count_pairs_of_different_laws() -> None:
    assert Claims(np.eye(4, dtype=bool), np.zeros((4, 4), dtype=bool)).decided() == (0, 0)
