"""Scripts with holes as text, and which tactics a goal suggests."""

from __future__ import annotations

import pytest

from tactic_mesh.lean.messages import goals
from tactic_mesh.prove.structured.script import Block, Branch, proof_text
from tactic_mesh.prove.structured.tactics import (
    WITNESSES_MAX,
    Split,
    closers,
    is_proposition,
    slow_closers,
    splits,
)
from tactic_mesh.theorem import Goal


def goal(text: str) -> Goal:
    (found,) = goals(text)
    return found


def tactics(found: list[Split]) -> list[str]:
    return [split.tactic for split in found]


class TestScript:
    def test_an_empty_script_is_a_hole(self) -> None:
        assert proof_text(Block()) == "by\n  sorry"

    def test_a_closed_script_has_none(self) -> None:
        assert proof_text(Block(["intro n", "rfl"], closed=True)) == "by\n  intro n\n  rfl"

    def test_the_filler_stands_at_its_hole_alone(self) -> None:
        here = Block()
        script = Block(["constructor"], [Branch("·", here), Branch("·", Block(["skip"]))])
        assert proof_text(script, here, ["rw [h]", "rfl"]) == (
            "by\n  constructor\n  · rw [h]\n    rfl\n  · skip\n    sorry"
        )

    def test_an_equal_block_is_not_the_hole(self) -> None:
        first, second = Block(), Block()
        script = Block(["constructor"], [Branch("·", first), Branch("·", second)])
        assert proof_text(script, second, ["rfl"]) == "by\n  constructor\n  · sorry\n  · rfl"

    def test_named_cases(self) -> None:
        inner = Block(["cases h with"], [Branch("| inl a", Block(["exact a"], closed=True))])
        script = Block(
            ["induction n with"],
            [Branch("| zero", Block(["rfl"], closed=True)), Branch("| succ n ih", inner)],
        )
        assert proof_text(script) == (
            "by\n  induction n with\n  | zero => rfl\n  | succ n ih =>\n    cases h with\n    | inl a => exact a"
        )

    def test_tactics_of_several_lines(self) -> None:
        assert proof_text(Block(["exfalso\napply h"])) == "by\n  exfalso\n  apply h\n  sorry"


class TestClosers:
    def test_cheap_ones_come_first(self) -> None:
        found = closers(goal("⊢ 1 = 1"), ())
        assert found[:3] == ["rfl", "assumption", "decide"]
        assert slow_closers() and not set(slow_closers()) & set(found)

    def test_definitions_are_unfolded(self) -> None:
        assert "simp [f, g]" in closers(goal("⊢ f 1 = 1"), ("f", "g"))
        assert not any("[]" in tactic for tactic in closers(goal("⊢ 1 = 1"), ()))

    def test_witnesses(self) -> None:
        found = closers(goal("⊢ ∃ n, n * n = 49"), ())
        assert [t for t in found if t.startswith("exists")] == [f"exists {n}" for n in range(WITNESSES_MAX)]

    def test_equations_are_rewritten_with(self) -> None:
        assert "rw [h]" in closers(goal("a b : Nat\nh : a = b\n⊢ b = a"), ())

    def test_what_has_no_name_is_left_alone(self) -> None:
        assert not any("✝" in tactic for tactic in closers(goal("a b : Nat\nh✝ : a = b\n⊢ b = a"), ("f",)))


class TestSplits:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("p q : Prop\nh : p ∧ q\n⊢ q", "cases h"),
            ("p q : Prop\nh : p ∨ q\n⊢ q", "cases h"),
            ("h : False\n⊢ 1 = 2", "cases h"),
            ("p q : Prop\n⊢ p ∧ q", "constructor"),
            ("p q : Prop\n⊢ p ∨ q", "left"),
            ("p q : Prop\n⊢ p ∨ q", "right"),
            ("p q : Prop\n⊢ p ↔ q", "constructor"),
            ("n : Nat\n⊢ n = n", "induction n"),
            ("n m : Nat\n⊢ n = m", "induction n generalizing m"),
            ("n : Nat\n⊢ n = n", "cases n"),
            ("p q : Prop\nh : p → q\n⊢ q", "apply h"),
            ("p : Prop\nh : ¬p\n⊢ 1 = 2", "exfalso\napply h"),
            ("p : Prop\n⊢ p", "by_cases hp : p"),
            ("n : Nat\n⊢ ∃ m, m = n", "refine ⟨n, ?_⟩"),
            ("n : Nat\n⊢ (if n = 0 then 1 else 2) = 1", "split"),
        ],
    )
    def test_offered(self, text: str, expected: str) -> None:
        assert expected in tactics(splits(goal(text)))

    @pytest.mark.parametrize(
        ("text", "unwanted"),
        [
            ("α : Type\n⊢ 1 = 1", "induction α"),
            ("p : Prop\nh : p\n⊢ 1 = 1", "induction p"),
            ("n✝ : Nat\n⊢ 1 = 1", "induction n✝"),
            ("h : 1 = 1\n⊢ 1 = 1", "induction h"),
            ("⊢ 1 = 1", "constructor"),
        ],
    )
    def test_not_offered(self, text: str, unwanted: str) -> None:
        assert unwanted not in tactics(splits(goal(text)))

    def test_only_cases_and_induction_name_their_cases(self) -> None:
        found = splits(goal("p : Prop\nn : Nat\nh : p ∨ p\n⊢ p ∧ p"))
        assert {split.tactic.split()[0] for split in found if split.names_cases} == {"cases", "induction"}


@pytest.mark.parametrize(
    ("type_", "expected"),
    [("a = b", True), ("p ∧ q", True), ("∀ n, p n", True), ("Nat", False), ("Nat → Nat", False)],
)
def test_is_proposition(type_: str, expected: bool) -> None:
    assert is_proposition(type_) is expected
