"""What becomes of a model's answer: the proofs that it holds, and what is no candidate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactic_mesh.gateway.base import Refusal
from tactic_mesh.gateway.extract import LINES_MAX, extract, normalised, visible

ANSWERS = [
    ("by simp", ["by simp"]),
    ("```lean\nby simp\n```", ["by simp"]),
    ("Sure! Here it is:\n\n```lean4\nby\n  intro n\n  rfl\n```\nThis works by reflexivity.", ["by\n  intro n\n  rfl"]),
    ("```lean\ntheorem t : ∀ n : Nat, n = n := by\n  intro n\n  rfl\n```", ["by\n  intro n\n  rfl"]),
    ("```\ntheorem t (a : Nat := 3) : a = a := by rfl\n```", ["by rfl"]),
    ("theorem t : 1 = 1 := by\n  rfl\n\nThat is all.", ["by\n  rfl"]),
    ("The proof:\nby\n  simp\n\nHope this helps", ["by\n  simp"]),
    ("<think>\n```lean\nby omega\n```\n</think>\n```lean\nby simp\n```", ["by simp"]),
    ("<think>by omega, or", []),
    ("```lean\nby omega\n```\nNo, better:\n```lean\nby simp\n```", ["by simp", "by omega"]),
    ("```lean\nintro n\nrfl\n```", ["by\n  intro n\n  rfl"]),
    ("```lean\nby\nintro n\nrfl\n```", ["by\n  intro n\n  rfl"]),
    ("```lean\nby intro n\n   rfl\n```", ["by\n   intro n\n   rfl"]),
    ("```lean\ntheorem t : P := by intro n\n  rfl\n```", ["by\n  intro n\n  rfl"]),
    ("1. First:\n   ```lean\n   by\n     simp\n   ```", ["by\n  simp"]),
    ("```lean\nby\n\tsimp\n```", ["by\n  simp"]),
    ("```lean\r\nby\r\n  simp\r\n```\r\n", ["by\n  simp"]),
    ("```lean\nby\n  simp -- never closed", ["by\n  simp -- never closed"]),
    ("```lean\nby\n  induction n with\n  | zero => rfl\n| succ n ih => simp [ih]\n```",
     ["by\n  induction n with\n  | zero => rfl\n| succ n ih => simp [ih]"]),
    ("```lean\nby\n  have sorry_free := h\n  exact h.sorry\n```", ["by\n  have sorry_free := h\n  exact h.sorry"]),
    ("```lean\nby\n  -- no sorry here\n  rfl\n```", ["by\n  -- no sorry here\n  rfl"]),
    ("```lean\nby\n  open Nat in simp\n```", ["by\n  open Nat in simp"]),
    ("```lean\nby\n  exact ⟨h.end, foo.def⟩\n```", ["by\n  exact ⟨h.end, foo.def⟩"]),
    ("I cannot prove this.", []),
    ("", []),
]  # fmt: skip
REFUSED = [
    ("by sorry", "unfinished"),
    ("by\n  admit", "unfinished"),
    ("by exact sorryAx _", "unfinished"),
    ("by simp; sorry", "unfinished"),
    ("by (sorry)", "unfinished"),
    ("by simp\naxiom bad : False", "adds_commands"),
    ("by simp axiom bad : False", "adds_commands"),
    ("by\n  simp\n  #eval 1", "adds_commands"),
    ("by\n  simp\n  theorem x : True := trivial", "adds_commands"),
    ("by\n  simp\nnew_command_of_mine 3", "adds_commands"),
    ("by simp\nend X\nnamespace Y", "adds_commands"),
    ("by\n  simp /- -/ /- -/ def x := 1", "adds_commands"),
    ('by\n  exact "a" instance : Inhabited Nat := ⟨3⟩', "adds_commands"),
    ("by simp\nset_option autoImplicit true", "adds_commands"),
    ("by simp\nopen Classical", "adds_commands"),
    ("by simp\n#exit", "adds_commands"),
    ("by simp\nlocal notation \"x\" => 3", "adds_commands"),
    ("by simp /- and then", "unclosed"),
    ('by exact "', "unclosed"),
    ("by", "empty"),
    ("by -- nothing", "empty"),
    ("simp", "not_by"),
    ("bye", "not_by"),
    ("by simp\0", "control_character"),
    ("by simp \ud800", "not_unicode"),
    ("by\n" + "  skip\n" * LINES_MAX + "  rfl", "too_long"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "proofs"), ANSWERS)
def test_an_answer_is_read(answer: str, proofs: list[str]) -> None:
    assert list(extract(answer).proofs) == proofs


@pytest.mark.parametrize(("proof", "code"), REFUSED)
def test_what_is_no_candidate_is_refused_by_name(proof: str, code: str) -> None:
    refused = normalised(proof)
    assert isinstance(refused, Refusal) and refused.code == code


def test_an_answer_without_a_proof_says_so() -> None:
    assert [refusal.code for refusal in extract("I cannot.").refused] == ["no_proof"]


def test_the_longest_block_passes_and_one_line_more_does_not() -> None:
    longest = "by\n" + "\n".join(["  skip"] * (LINES_MAX - 1))
    assert normalised(longest) == longest
    assert isinstance(normalised(longest + "\n  skip"), Refusal)


PIECES = st.sampled_from(
    ["by", "by ", "\n", "  ", "simp", "sorry", "/-", "-/", "--", '"', "«", "»", "```", "```lean\n",
     "theorem t : P", ":=",
     "<think>", "</think>", "\t", "\r\n", "(", ")", "| zero =>", "#eval", "in", "open", "'",
     "r#\"", "x", "\u2028"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


@given(TEXTS)
def test_every_extracted_proof_is_a_candidate_and_stays_the_same(text: str) -> None:
    for proof in extract(text).proofs:
        assert normalised(proof) == proof
        assert proof.startswith("by") and proof.count("\n") < LINES_MAX


@given(TEXTS)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalised(text)
    if isinstance(once, str):
        assert normalised(once) == once


@given(TEXTS, st.sampled_from(["sorry", "admit", "axiom x : False", "#eval 1", "def x := 1"]))
def test_a_forbidden_word_that_lean_would_read_never_passes(text: str, word: str) -> None:
    proof = normalised(f"by simp\n  {text}\n  {word}")
    if isinstance(proof, str):
        seen = visible(proof)
        assert seen is not None and word not in seen


@given(TEXTS)
def test_hiding_keeps_every_offset(text: str) -> None:
    seen = visible(text)
    assert seen is None or len(seen) == len(text)
