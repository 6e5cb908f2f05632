"""Lean texts of implications and tables: accepted when true, refused when false or changed."""

from __future__ import annotations

import asyncio
import dataclasses
import random

import pytest

np = pytest.importorskip("numpy", reason="the extra `equational` is not installed")
pytest.importorskip("pysat", reason="the extra `equational` is not installed")

from tactic_mesh.equational import completion, magmas, models  # noqa: E402
from tactic_mesh.equational.certificates import (  # noqa: E402
    Claim,
    LeanFile,
    Table,
    TableFacts,
    checked,
    counterexample,
    implication_name,
    implication_statements,
    implications_file,
    is_proved,
    law_signs,
    lean_file,
    packed,
    refutation_file,
    tables_file,
)
from tactic_mesh.equational.implication import Found, certify, decide, search  # noqa: E402
from tactic_mesh.equational.laws import law_number, laws, parse_law  # noqa: E402
from tactic_mesh.equational.proofs import Notation, Proof, dual_proof  # noqa: E402
from tactic_mesh.equational.terms import Term  # noqa: E402
from tactic_mesh.lean.host import LeanHost  # noqa: E402
from tactic_mesh.theorem import STANDARD_AXIOMS, Trust, Verdict  # noqa: E402

SUM: Table = ((0, 1, 2), (1, 2, 0), (2, 0, 1))
LEFT: Table = ((0, 0), (1, 1))


def proofs(*pairs: tuple[int, int]) -> list[tuple[str, Proof]]:
    found = []
    for hypothesis, goal in pairs:
        one, other = law_number(hypothesis), law_number(goal)
        (proof,), _ = completion.prove((one.left, one.right), [(other.left, other.right)])
        assert proof is not None
        found.append((implication_name(hypothesis, goal), proof))
    return found


def accepted(lean: LeanHost, loop: asyncio.Runner, file: LeanFile, trust: Trust = Trust.REPLAYED) -> bool:
    return is_proved(loop.run(checked(lean, file, trust=trust)), trust)


PAIRS = ((2, 43), (1689, 2), (999, 86), (387, 43), (4512, 4380), (3, 8))


@pytest.mark.parametrize("notation", list(Notation))
def test_lean_accepts_proofs(lean: LeanHost, loop: asyncio.Runner, notation: Notation) -> None:
    found = proofs(*PAIRS)
    turned = [(f"{name}_dual", dual_proof(proof)) for name, proof in found]
    file = implications_file([*found, *turned], notation)
    judged = loop.run(checked(lean, file))
    assert is_proved(judged), judged
    assert isinstance(judged.verdict, Verdict) and set(judged.verdict.axioms) <= STANDARD_AXIOMS


def test_a_proof_is_of_the_statement_that_it_shows(lean: LeanHost, loop: asyncio.Runner) -> None:
    file = implications_file(proofs(*PAIRS[:3]), Notation.PREFIX)
    expected = implication_statements(PAIRS[:3])
    assert accepted(lean, loop, LeanFile(file.text, expected.theorems, expected.statement))
    # The same text under another name, or for another law, is refused.
    for shown in (((2, 43), (1689, 2), (999, 87)), ((2, 46), *PAIRS[1:3])):
        other = implication_statements(shown)
        assert not accepted(lean, loop, LeanFile(file.text, other.theorems, other.statement))
        renamed = dataclasses.replace(other, theorems=file.theorems)
        text = file.text
        for old, new in zip(PAIRS, shown, strict=False):
            text = text.replace(implication_name(*old), implication_name(*new))
        assert not accepted(lean, loop, LeanFile(text, other.theorems, renamed.statement))


def test_tables(lean: LeanHost, loop: asyncio.Runner) -> None:
    facts = [TableFacts(1, SUM, (43, 4512), (2, 3, 46)), TableFacts(2, LEFT, (4, 3, 4512), (5, 43))]
    assert accepted(lean, loop, tables_file(facts, law_number))


def test_a_law_that_is_false_in_a_table_cannot_be_certified_as_true(
    lean: LeanHost, loop: asyncio.Runner
) -> None:
    for number in (3, 46, 2):
        file = tables_file([TableFacts(1, SUM, (number,), ())], law_number)
        assert not accepted(lean, loop, file, Trust.ELABORATED)
    with pytest.raises(ValueError, match="is true in this table"):
        tables_file([TableFacts(1, SUM, (), (43,))], law_number)


def test_a_changed_table_is_refused(lean: LeanHost, loop: asyncio.Runner) -> None:
    file = tables_file([TableFacts(1, SUM, (43,), ())], law_number)
    code = str(packed(SUM))
    for text in (
        file.text.replace(code, str(packed(SUM) + 3)),
        file.text.replace("covers 3 2", "covers 3 1"),
    ):
        assert text != file.text
        assert not accepted(lean, loop, dataclasses.replace(file, text=text), Trust.ELABORATED)


def test_the_check_of_tables_agrees_with_the_obvious_one(lean: LeanHost, loop: asyncio.Runner) -> None:
    tables = np.random.default_rng(11).integers(0, 4, (2, 4, 4)).tolist()
    tables += [magmas.affine(5).table(16).tolist(), [[2, 1, 0], [2, 1, 0], [0, 1, 2]]]
    facts = []
    for number, table in enumerate(tables):
        rows: Table = tuple(map(tuple, table))
        chosen = random.Random(number).sample(range(1, 4695), 300)
        small = [n for n in chosen if law_number(n).variables <= 3 or len(rows) <= 3]
        true = [n for n in small if counterexample(rows, law_number(n)) is None]
        false = [n for n in small if n not in true]
        facts.append(TableFacts(number, rows, tuple(true[:6]), tuple(false[:6])))
    assert any(f.true for f in facts)
    assert accepted(lean, loop, tables_file(facts, law_number))


def test_lean_reads_laws_from_numbers(lean: LeanHost, loop: asyncio.Runner) -> None:
    """Every twentieth law, read in Lean from its number and written out here."""

    def deep(term: Term) -> str:
        if isinstance(term, int):
            return f".var {term}"
        return f".op ({deep(term[0])}) ({deep(term[1])})"

    claims = [
        Claim(f"t{number}", f": Law.read {law_signs(law)} = ⟨{deep(law.left)}, {deep(law.right)}⟩", "rfl")
        for number in range(1, 4695, 20)
        for law in [law_number(number)]
    ]
    assert is_proved(loop.run(checked(lean, lean_file(["Magma", "Term", "Laws"], [], claims))))
    wrong = Claim("wrong", f": Law.read {law_signs(law_number(43))} = ⟨.op (.var 0) (.var 1), .var 0⟩", "rfl")
    assert not is_proved(loop.run(checked(lean, lean_file(["Magma", "Term", "Laws"], [], [wrong]))))


def test_a_law_that_has_no_number_of_thirty_two_bits() -> None:
    with pytest.raises(ValueError, match="too many signs"):
        law_signs(parse_law("x = y * (y * (y * (y * (y * x))))"))


@pytest.mark.parametrize("table", [LEFT, SUM])
def test_a_small_table_needs_no_check_of_ours(lean: LeanHost, loop: asyncio.Runner, table: Table) -> None:
    file = refutation_file("claim", law_number(4512), law_number(46), table)
    judged = loop.run(checked(lean, file))
    assert "FiniteMagma" not in file.text and is_proved(judged)
    assert isinstance(judged.verdict, Verdict) and judged.verdict.axioms == ()
    wrong = dataclasses.replace(file, text=file.text.replace(str(packed(table)), str(packed(table) + 1)))
    assert not accepted(lean, loop, wrong, Trust.ELABORATED)


def test_a_great_table_in_few_variables(lean: LeanHost, loop: asyncio.Runner) -> None:
    models_13 = magmas.affine(13)
    index = int(np.flatnonzero((models_13.left[:, 0, 0] == 7) & (models_13.right[:, 0, 0] == 7))[0])
    table: Table = tuple(map(tuple, models_13.table(index).tolist()))
    assert accepted(lean, loop, refutation_file("claim", law_number(43), law_number(4512), table))


@pytest.mark.parametrize(
    ("hypothesis", "goal", "implies"),
    [
        ("43", "4512", False),
        ("168", "3", False),
        ("1689", "2", True),
        ("x = y ◇ (z ◇ (w ◇ (u ◇ (v ◇ t))))", "x ◇ y = z ◇ w", True),
        ("x ◇ (y ◇ (z ◇ (x ◇ y))) = z ◇ (y ◇ x)", "x = y", False),
    ],
)
def test_single_implications(
    lean: LeanHost, loop: asyncio.Runner, hypothesis: str, goal: str, implies: bool
) -> None:
    answer = loop.run(decide(lean, parse_law(hypothesis), parse_law(goal), 20.0))
    assert answer.implies is implies
    assert answer.checked is not None and is_proved(answer.checked)


def test_what_is_not_found_is_unknown(lean: LeanHost, loop: asyncio.Runner) -> None:
    # No finite magma refutes it, and it is false.
    answer = loop.run(decide(lean, law_number(677), law_number(255), 0.05))
    assert answer.implies is None and answer.file is None
    assert certify(law_number(677), law_number(255), Found()) is None


def test_small_pairs_against_all_tables_of_order_two() -> None:
    bits = magmas.satisfied(magmas.all_tables(2))
    refuted = magmas.refuted(np.concatenate([bits, magmas.opposite(bits)]))
    generator = random.Random(9)
    for _ in range(60):
        one, other = generator.randrange(4694), generator.randrange(4694)
        table = models.find_model(laws()[one], laws()[other], 2).table
        assert (table is not None) == refuted[one, other]
        if refuted[one, other]:
            found = search(laws()[one], laws()[other], 5.0)
            assert found.proof is None and found.table is not None
            assert counterexample(found.table, laws()[one]) is None
            assert counterexample(found.table, laws()[other]) is not None


def test_a_solver_finds_central_groupoids_of_order_four_and_none_between() -> None:
    # Central groupoids have square orders (Knuth, Notes on Central Groupoids, 1970).
    central, idle = law_number(168), law_number(2)
    assert models.find_model(central, idle, 4).table is not None
    for order in (2, 3):
        assert models.find_model(central, idle, order).exhausted
