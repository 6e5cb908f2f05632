"""Infinite magmas of words: the laws that they are made for, what is false in them, Lean's verdict on both."""

from __future__ import annotations

import asyncio
import dataclasses
import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

np = pytest.importorskip("numpy", reason="the extra `equational` is not installed")
pytest.importorskip("pysat", reason="the extra `equational` is not installed")

from tactic_mesh.equational.audit import audit  # noqa: E402
from tactic_mesh.equational.certificates import checked, is_proved  # noqa: E402
from tactic_mesh.equational.claims import conclude  # noqa: E402
from tactic_mesh.equational.implication import decide  # noqa: E402
from tactic_mesh.equational.laws import dual_numbers, law_number, parse_law  # noqa: E402
from tactic_mesh.equational.store import Folder, facts_as_json  # noqa: E402
from tactic_mesh.equational.words import (  # noqa: E402
    MAGMAS,
    Witness,
    Word,
    WordFacts,
    WordMagma,
    falsified,
    proved_in,
    refuting,
    words_file,
    words_tried,
)
from tactic_mesh.lean.host import LeanHost  # noqa: E402
from tactic_mesh.theorem import STANDARD_AXIOMS, Trust, Verdict  # noqa: E402


def reduced(magma: WordMagma, letters: list[int]) -> Word:
    """Letters one by one, those that cancel left out."""
    word: Word = ()
    for letter in letters:
        word = word[1:] if word and word[0] == magma.inverse(letter) else (letter, *word)
    return word


@given(st.sampled_from(list(MAGMAS.values())), st.lists(st.lists(st.integers(0, 5)), min_size=3, max_size=3))
@settings(max_examples=400, deadline=None)
def test_the_laws_that_each_is_made_for(magma: WordMagma, letters: list[list[int]]) -> None:
    values = [reduced(magma, each) for each in letters]
    for _, text in magma.theorems:
        assert magma.holds(parse_law(text), values)


def test_words_that_are_tried_are_reduced() -> None:
    for magma in MAGMAS.values():
        for values in words_tried(magma):
            for word in values:
                assert all(one != magma.inverse(two) for one, two in itertools.pairwise(word))


def test_which_laws_are_known_to_be_true() -> None:
    known = {number: proved_in(law_number(number)) for number in range(1, 4695)}
    found = {number: (p.magma.name, p.turned) for number, p in known.items() if p is not None}
    assert found == {
        1661: ("Last", False),
        2481: ("Last", False),
        1133: ("Last", True),
        1979: ("Last", True),
        1659: ("Inherited", False),
        2473: ("Inherited", False),
        1167: ("Inherited", True),
        2000: ("Inherited", True),
        1662: ("Undone", False),
        2485: ("Undone", False),
        1184: ("Undone", True),
        1949: ("Undone", True),
    }


def facts() -> list[WordFacts]:
    goals = {"Last": (1661, (2, 3, 1659)), "Inherited": (1659, (2, 43, 1661)), "Undone": (1662, (2, 4512))}
    return [
        WordFacts(number, name, (law,), falsified(MAGMAS[name], false))
        for number, (name, (law, false)) in enumerate(goals.items())
    ]


def test_lean_accepts_words(lean: LeanHost, loop: asyncio.Runner) -> None:
    found = facts()
    assert [len(f.false) for f in found] == [3, 3, 2]
    judged = loop.run(checked(lean, words_file(found)))
    assert is_proved(judged), judged
    assert isinstance(judged.verdict, Verdict) and set(judged.verdict.axioms) <= STANDARD_AXIOMS


@pytest.mark.parametrize(
    "witness",
    [
        Witness(((2,), (1,), (0,)), (1661,)),  # a law that is true
        # words that make it true
        pytest.param(Witness(((2,), (2,)), (2,)), marks=pytest.mark.slow),
        # a word that is not reduced
        pytest.param(Witness(((2, 2), (1,)), (2,)), marks=pytest.mark.slow),
    ],
)
def test_lean_refuses_what_is_wrong(lean: LeanHost, loop: asyncio.Runner, witness: Witness) -> None:
    judged = loop.run(
        checked(lean, words_file([WordFacts(1, "Last", (), (witness,))]), trust=Trust.ELABORATED)
    )
    assert isinstance(judged.verdict, Verdict) and not is_proved(judged, Trust.ELABORATED)


def test_a_law_that_is_not_known_to_be_true() -> None:
    with pytest.raises(ValueError, match="not known to be true in Last"):
        words_file([WordFacts(1, "Last", (1659,), ())])


@pytest.mark.parametrize(
    ("hypothesis", "goal"),
    [
        ("1659", "1661"),
        pytest.param("1167", "1112", marks=pytest.mark.slow),
        pytest.param("2485", "x = (x ◇ y) ◇ y", marks=pytest.mark.slow),
    ],
)
def test_a_single_implication(lean: LeanHost, loop: asyncio.Runner, hypothesis: str, goal: str) -> None:
    answer = loop.run(decide(lean, parse_law(hypothesis), parse_law(goal), 30.0))
    assert answer.implies is False and answer.checked is not None and is_proved(answer.checked)
    assert answer.file is not None and "Word" not in answer.file.statement
    if hypothesis != "2485":  # which some table may refute too
        assert answer.found.words == refuting(parse_law(hypothesis), parse_law(goal))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "graph")
    made.create()
    found = facts()
    made.add("words", words_file(found), {"words": [facts_as_json(f) for f in found]}, "replayed", 0.1)
    made.write_claims(conclude(*made.facts(), [number - 1 for number in dual_numbers()]))
    return made


def test_a_folder_with_words_holds(folder: Folder, lean: LeanHost, loop: asyncio.Runner) -> None:
    (stored,) = folder.all()
    assert list(stored.words) == facts()
    assert loop.run(audit(folder, lean)).problems == ()


@pytest.mark.parametrize(
    "change", [{"true": [1662]}, {"magma": "Inherited"}, {"magma": "None"}, {"witnesses": 3}]
)
def test_changed_words_are_named(
    folder: Folder, lean: LeanHost, loop: asyncio.Runner, change: dict[str, object]
) -> None:
    path = folder.path / "certificates" / "words-000001.json"
    about = json.loads(path.read_text(encoding="utf-8"))
    about["words"][0] |= change
    path.write_text(json.dumps(about), encoding="utf-8")
    (problem,) = loop.run(audit(folder, lean)).problems
    assert "words-000001" in problem


@pytest.mark.slow
def test_a_witness_that_is_taken_for_another_law_is_named(
    folder: Folder, lean: LeanHost, loop: asyncio.Runner
) -> None:
    path = folder.path / "certificates" / "words-000001.json"
    about = json.loads(path.read_text(encoding="utf-8"))
    first = facts()[0]
    wrong = dataclasses.replace(first, witnesses=(Witness(first.witnesses[0].values, (2, 3, 1662)),))
    about["words"][0] = json.loads(json.dumps(facts_as_json(wrong)))
    path.write_text(json.dumps(about), encoding="utf-8")
    (problem,) = loop.run(audit(folder, lean)).problems
    assert "words-000001" in problem
