"""Premises: theorems of the library that speak of what a statement speaks of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactic_mesh.prove.refinement.premises import library_names, premises

FITTING = [
    ("∀ a b c : Nat, a ∣ b → a ∣ c → a ∣ b + c", "Nat.dvd_add"),
    ("∀ a b c : Nat, a * (b + c) = a * b + a * c", "Nat.mul_add"),
    ("∀ p q : Prop, ¬ (p ∨ q) ↔ ¬ p ∧ ¬ q", "not_or"),
    ("∀ (xs : List Nat) (n : Nat), (xs.take n).length = min n xs.length", "List.length_take"),
    ("(xs ys : List Nat) (xs ++ ys).reverse = ys.reverse ++ xs.reverse", "List.reverse_append"),
]


@pytest.mark.parametrize(("statement", "name"), FITTING)
def test_what_fits_is_named(statement: str, name: str) -> None:
    assert name in premises([statement], 40)


def test_nothing_fits_what_the_library_does_not_speak_of() -> None:
    assert premises(["zorp x quux y"], 10) == ()


def test_names_are_the_librarys() -> None:
    assert len(library_names()) > 4000 and "List.map_append" in library_names()


@given(st.text(max_size=80), st.integers(0, 60))
def test_any_text_has_at_most_so_many_and_always_the_same(text: str, count: int) -> None:
    found = premises([text], count)
    assert len(found) == len(set(found)) <= count
    assert set(found) <= set(library_names()) and found == premises([text], count)
