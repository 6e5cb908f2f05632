"""Chains of tactics as a person would write them: their parts, what each could be, and how lines are laid out."""

from __future__ import annotations

from tactic_mesh.prove.finishing.expansion import (
    as_chain,
    bulleted,
    chains,
    changed_in,
    endings,
    fewer_facts,
    for_all,
    known_first,
    parts_of,
    steps,
    taken_apart_at_once,
    within_width,
)
from tactic_mesh.theorem import Goal, Hypothesis

REMAINDERS = (
    "((have r : n % 3 = 0 ∨ n % 3 = 1 ∨ n % 3 = 2 := by omega) <;> (rcases r with r | r | r)"
    " <;> (try simp_all [Nat.mul_mod]) <;> (try omega))"
)
PRODUCTS = (
    "((try have h := Nat.mul_le_mul k k); (try have h := Nat.mul_le_mul k l);"
    " (try simp only [f] at *) <;> omega)"
)


def test_a_chain_has_parts() -> None:
    assert parts_of(REMAINDERS) == (
        "have r : n % 3 = 0 ∨ n % 3 = 1 ∨ n % 3 = 2 := by omega",
        "rcases r with r | r | r",
        "try simp_all [Nat.mul_mod]",
        "try omega",
    )
    assert parts_of("(exfalso; apply h)") == ("exfalso", "apply h")
    assert parts_of("exact (f; g)") == ("exact (f; g)",)


def test_parts_make_a_chain_again() -> None:
    assert parts_of(as_chain(parts_of(REMAINDERS))) == parts_of(REMAINDERS)


def test_facts_stand_before_cases_by_names_of_their_own() -> None:
    (chain,) = chains(f"by\n  intro n\n  {PRODUCTS}")
    assert chain.parts == (
        "have h := Nat.mul_le_mul k k",
        "have h1 := Nat.mul_le_mul k l",
        "try simp only [f] at *",
        "omega",
    )
    (chain,) = chains(
        "by\n  ((have r := a; rcases r with r | r) <;> (have s := b; rcases s with s | s) <;> omega)"
    )
    assert [part.split()[0] for part in chain.parts] == ["have", "have", "rcases", "rcases", "omega"]


def test_facts_that_are_tried_stand_alone_or_go() -> None:
    assert list(fewer_facts(f"by\n  {PRODUCTS.replace('(try simp only [f] at *) <;> ', '')}")) == [
        "by\n  ((try have h := Nat.mul_le_mul k l); omega)",
        "by\n  ((try have h := Nat.mul_le_mul k k); omega)",
    ]
    three = "(try have h := a); (try have h := b); (try have h := c); omega"
    found = list(fewer_facts(f"by\n  · {three}"))
    assert found[1] == "by\n  · ((try have h := b); omega)"
    assert found[4] == "by\n  · ((try have h := a); (try have h := c); omega)"
    assert len(found) == 6
    assert not list(fewer_facts("by\n  (try simp); omega"))


def test_chains_that_people_write_are_none() -> None:
    written = ["simp [f] <;> omega", "split <;> simp_all", "rcases h with h | h <;> simp [h]", "omega"]
    for tactic in [*written, "cases a <;> cases b <;> rfl", "induction n <;> (try simp_all) <;> omega"]:
        assert not list(chains(f"by\n  {tactic}"))


def test_lines_take_the_place_of_a_chain() -> None:
    (chain,) = chains(
        "by\n  cases n with\n  | zero => rfl\n  | succ n ih => ((try simp_all) <;> (try omega))\n  rfl"
    )
    assert chain.hypotheses() == ["ih"]
    assert chain.written(["simp [ih]", "omega"]) == (
        "by\n  cases n with\n  | zero => rfl\n  | succ n ih =>\n    simp [ih]\n    omega\n  rfl"
    )


def test_a_step_is_said_where_something_changed() -> None:
    before = Goal("a * 1 = b", (Hypothesis(("a", "b"), "Nat"), Hypothesis(("h",), "b * 1 = a")))
    after = Goal("a = b", (Hypothesis(("a", "b"), "Nat"), Hypothesis(("h",), "b = a")))
    only_target = Goal("a = b", before.hypotheses)
    assert changed_in(before, after) == ["h", "⊢"]
    part = "try simp only [Nat.mul_one] at *"
    assert next(steps(part, before, after)) == "simp only [Nat.mul_one] at h ⊢"
    assert next(steps(part, before, only_target)) == "simp only [Nat.mul_one]"
    assert list(steps("try (rcases h with h | h)", before, None)) == ["rcases h with h | h"]


def test_one_ending_for_all_cases_comes_first() -> None:
    found = list(for_all(("try simp_all [Nat.mul_mod]", "try omega"), ["r"]))
    assert found.index("simp [Nat.mul_mod, r]") < found.index("simp_all [Nat.mul_mod]")
    assert "simp [Nat.mul_mod, r] <;> omega" in found
    assert list(endings(("try simp only [f] at *", "omega"), [])) == [["omega"]]
    assert list(endings(("exfalso", "apply h"), [])) == []


def test_cases_get_bullets() -> None:
    assert bulleted("split", [["rfl"], ["simp", "omega"]]) == ["split", "· rfl", "· simp", "  omega"]


def test_a_statement_about_all_values_has_a_name() -> None:
    proof = "by\n  exact (by decide +kernel : ∀ n, n < 9 → (n = n) → n < 10) n (by omega) h"
    assert list(known_first(proof)) == [
        "by\n  have key : ∀ n, n < 9 → (n = n) → n < 10 := by decide +kernel\n  exact key n (by omega) h"
    ]


def test_what_is_brought_is_taken_apart_at_once() -> None:
    proof = "by\n  intro a h h1\n  obtain ⟨x, h⟩ := h\n  obtain ⟨h, h'⟩ := h\n  obtain ⟨y, h2⟩ := h1 x\n  rfl"
    once = next(taken_apart_at_once(proof))
    assert once == "by\n  intro a h h1\n  obtain ⟨x, h, h'⟩ := h\n  obtain ⟨y, h2⟩ := h1 x\n  rfl"
    twice = next(taken_apart_at_once(once))
    assert twice == "by\n  intro a ⟨x, h, h'⟩ h1\n  obtain ⟨y, h2⟩ := h1 x\n  rfl"
    assert not list(taken_apart_at_once(twice))
    middle = "by\n  obtain ⟨h, h'⟩ := h\n  obtain ⟨x, h⟩ := h\n  rfl"
    assert next(taken_apart_at_once(middle)) == "by\n  obtain ⟨⟨x, h⟩, h'⟩ := h\n  rfl"


def test_long_lines_are_broken() -> None:
    rules = ", ".join(f"List.some_long_rule_{number}" for number in range(6))
    broken = within_width(f"by\n  cases n with\n  | zero => simp only [{rules}]\n  | succ n => rfl")
    lines = broken.split("\n")
    assert lines[2] == "  | zero =>"
    assert lines[3].startswith("    simp only [") and lines[3].endswith(",")
    assert lines[4].startswith(" " * 8)
    assert all(len(line) <= 100 for line in lines)
    assert " ".join(broken.split()) == " ".join(
        f"by cases n with | zero => simp only [{rules}] | succ n => rfl".split()
    )
    assert within_width("by\n  rfl") == "by\n  rfl"
