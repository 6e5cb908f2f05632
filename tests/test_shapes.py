"""The text of a finished proof: cases by name, binders before the colon, nothing that shows a search."""

from __future__ import annotations

from tactic_mesh.prove.finishing.shapes import (
    better_names,
    closers,
    fewer_brackets,
    introduced,
    joined,
    named_case,
    splitting,
    unchained,
    with_binders,
)
from tactic_mesh.theorem import Goal, Hypothesis

CONS = Goal(
    "app (head✝ :: tail✝) [] = head✝ :: tail✝",
    (
        Hypothesis(("head✝",), "Nat"),
        Hypothesis(("tail✝",), "List Nat"),
        Hypothesis(("tail_ih✝",), "app tail✝ [] = tail✝"),
    ),
    "cons",
)
SUCC = Goal("m + (n✝ + 1) = 0", (Hypothesis(("m", "n✝"), "Nat"), Hypothesis(("a✝",), "m + n✝ = 0")), "succ")
NODE = Goal(
    "mirror (node l✝ x✝ r✝) = t",
    (
        Hypothesis(("l✝",), "Tree"),
        Hypothesis(("x✝",), "Nat"),
        Hypothesis(("r✝",), "Tree"),
        Hypothesis(("l_ih✝",), "mirror l✝ = l✝"),
        Hypothesis(("r_ih✝",), "mirror r✝ = r✝"),
    ),
    "node",
)


ANONYMOUS = Goal(
    "mirror (node a✝² a✝¹ a✝) = t",
    (
        Hypothesis(("a✝²",), "Tree α"),
        Hypothesis(("a✝¹",), "α"),
        Hypothesis(("a✝",), "Tree α"),
        Hypothesis(("a_ih✝¹",), "mirror (mirror a✝²) = a✝²"),
        Hypothesis(("a_ih✝",), "mirror (mirror a✝) = a✝"),
    ),
    "node",
)


def test_cases_are_named_as_a_person_would() -> None:
    assert named_case("induction xs", CONS) == ("cons x xs ih", ["ih"])
    assert named_case("induction l", CONS) == ("cons a l ih", ["ih"])
    assert named_case("induction n generalizing k", SUCC) == ("succ n ih", ["ih"])
    assert named_case("induction t", NODE) == ("node l x r ihl ihr", ["ihl", "ihr"])
    assert named_case("induction t", ANONYMOUS) == ("node l a r ihl ihr", ["ihl", "ihr"])
    assert named_case("cases xs", Goal("p", CONS.hypotheses[:2], "succ.cons")) == ("cons x xs", [])


def test_a_name_that_is_taken_is_not_used_again() -> None:
    goal = Goal("p", (Hypothesis(("x", "ih"), "Nat"), *CONS.hypotheses), "cons")
    assert named_case("induction xs", goal) == ("cons x1 xs ih1", ["ih1"])


def test_a_chain_becomes_cases() -> None:
    proof = "by\n  intro m\n  cases m with\n  | zero => induction n <;> (simp_all [f] <;> omega)\n  | succ m => rfl"
    (place,) = joined(proof)
    assert place.alone().split("\n")[3] == "  | zero => induction n"
    assert place.rest == "simp_all [f] <;> omega"
    assert place.structured([("zero", ["rfl"]), ("succ n ih", ["simp [f]", "omega"])]) == (
        "by\n  intro m\n  cases m with\n  | zero =>\n    induction n with\n    | zero => rfl\n"
        "    | succ n ih =>\n      simp [f]\n      omega\n  | succ m => rfl"
    )
    assert not list(joined("by\n  induction n with\n  | zero => simp <;> omega\n  | succ n ih => rfl"))


def test_plain_tactics_come_first() -> None:
    found = list(closers("simp_all [f] <;> omega", ["ih"]))
    assert found[:3] == [["rfl"], ["simp [f]"], ["simp [f, ih]"]]
    assert ["simp [f, ih]", "omega"] in found


def test_binders_stand_before_the_colon() -> None:
    start = "theorem app_nil : ∀ (α : Type) (xs ys : List (α × Nat)), app xs [] = xs"
    assert with_binders(start, "by\n  intro α xs ys\n  rfl") == (
        "theorem app_nil (α : Type) (xs ys : List (α × Nat)) : app xs [] = xs",
        "by\n  rfl",
    )
    assert with_binders("theorem a : ∀ (n : Nat), n = 1 → n = 1", "by\n  intro n h\n  assumption") == (
        "theorem a (n : Nat) : n = 1 → n = 1",
        "by\n  intro h\n  assumption",
    )
    assert with_binders(start, "by\n  intro α xs zs\n  rfl") is None
    assert with_binders("theorem a : 1 = 1", "by\n  rfl") is None


def test_the_end_of_a_chain_gets_a_line() -> None:
    assert list(unchained("by\n  simp [f] <;> omega")) == ["by\n  simp [f]\n  omega"]
    assert list(unchained("by\n  · simp <;> omega")) == ["by\n  · simp\n    omega"]


def test_a_split_gets_lines() -> None:
    chain = "(try simp_all [f]) <;> (repeat' split) <;> (try simp_all [f]) <;> (try omega)"
    found = list(splitting(f"by\n  cases b with\n  | true => rfl\n  | false ih => ({chain})"))
    assert (
        "by\n  cases b with\n  | true => rfl\n  | false ih =>\n    simp [f, ih]\n    split <;> simp_all [f]"
        in found
    )


def test_variables_are_named_before_they_are_simplified() -> None:
    start = "theorem a : ∀ (m n : Nat), m * 1 + n = m + n"
    assert list(introduced(start, "by\n  simp only [Nat.mul_one, implies_true]")) == [
        "by\n  intro m n\n  rfl",
        "by\n  intro m n\n  simp only [Nat.mul_one]",
    ]
    assert list(introduced(start, "by\n  intros; omega")) == ["by\n  intro m n\n  omega"]
    assert not list(introduced("theorem a (m : Nat) : m = m", "by\n  simp only [implies_true]"))


def test_brackets_that_may_go() -> None:
    assert set(fewer_brackets("f x = ((a || b))")) == {"f x = (a || b)"}
    assert not list(fewer_brackets("∀ (x : Nat), x = x"))


def test_numbered_names() -> None:
    proof = "by\n  cases x with\n  | nil => rfl\n  | cons x x1 => simp [f x1]"
    assert next(better_names(proof)) == "by\n  cases x with\n  | nil => rfl\n  | cons x xs => simp [f xs]"
    assert not list(better_names("by\n  cases x with\n  | nil => rfl\n  | cons x xs ih1 => rfl"))
