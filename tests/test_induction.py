"""Proofs by induction that need more than recursion over the file's own functions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from running import Running, running

from tactic_mesh.experts.registry import chosen
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import open_lean
from tactic_mesh.prove.finding import Manner
from tactic_mesh.prove.prover import Proof, prove_theorem
from tactic_mesh.theorem import Budget, Outcome, Theorem

BUSH = """inductive Bush where
  | bud : Nat → Bush
  | fork : Bush → Bush → Bush

def buds : Bush → List Nat
  | .bud n => [n]
  | .fork a b => buds a ++ buds b

def onto : Bush → List Nat → List Nat
  | .bud n, ns => n :: ns
  | .fork a b, ns => onto a (onto b ns)
"""


@pytest.fixture(scope="module")
def warm(library: Library) -> Iterator[Running]:
    assert library.modules
    with running(open_lean(lean="embedded", jobs=2)) as opened:
        yield opened


def prove(
    lean: Running,
    prelude: str,
    statement: str,
    tactics: int = 1200,
    *,
    discover: bool = True,
    experts: list[str] | None = None,
) -> Proof:
    theorem = Theorem("claim", statement, prelude=prelude)
    manner = Manner(experts=chosen(experts), discover=discover, at_once=False)
    budget = Budget(wall_s=60, checks=tactics)
    return lean.run(prove_theorem(lean.lean, theorem, budget, disproof=False, manner=manner))


def test_lemmas_speak_of_library_functions_that_the_file_uses(warm: Running) -> None:
    proof = prove(warm, BUSH, "∀ b : Bush, onto b [] = buds b")
    assert proof.outcome is Outcome.PROVED, proof.reason
    assert "theorem onto_append" in (proof.lean_file or "")


EVEN = """inductive Even : Nat → Prop where
  | zero : Even 0
  | step {n : Nat} : Even n → Even (n + 2)
"""
REACH = """inductive Reach {α : Type} (R : α → α → Prop) (a : α) : α → Prop where
  | here : Reach R a a
  | on : ∀ b c, Reach R a b → R b c → Reach R a c
"""
SIZED = """inductive Sized : Nat → List Nat → Prop where
  | nil : Sized 0 []
  | cons : ∀ n x xs, Sized n xs → Sized (n + 1) (x :: xs)
"""
RULES = [
    (EVEN, "∀ m n : Nat, Even m → Even n → Even (m + n)"),
    (EVEN, "∀ n : Nat, Even n → ¬ Even (n + 1)"),
    (EVEN, "¬ Even 5"),
    (REACH, "∀ (α : Type) (R : α → α → Prop) (a b c : α), Reach R a b → Reach R b c → Reach R a c"),
    (
        REACH,
        "∀ (α : Type) (R : α → α → Prop), (∀ x y, R x y → R y x) → ∀ a b, Reach R a b → Reach R b a",
    ),
    (SIZED, "∀ (n : Nat) (xs : List Nat), Sized n xs → xs.length = n"),
    (SIZED, "∀ (m n : Nat) (xs ys : List Nat), Sized m xs → Sized n ys → Sized (m + n) (xs ++ ys)"),
]


@pytest.mark.parametrize(("prelude", "statement"), RULES)
def test_inductive_predicates(warm: Running, prelude: str, statement: str) -> None:
    proof = prove(warm, prelude, statement, 2000, discover=False)
    assert proof.outcome is Outcome.PROVED, proof.reason


BELOW = """inductive Num where
  | one
  | next : Num → Num

def plus : Num → Num → Num
  | a, .one => .next a
  | a, .next b => .next (plus a b)

namespace Order

def below (a b : Num) : Prop := ∃ c, plus a c = b

end Order
"""


def test_a_definition_may_be_called_as_lean_calls_its_own(warm: Running) -> None:
    proof = prove(warm, BELOW, "∀ a : Num, Order.below a (.next a)", 300, discover=False)
    assert proof.outcome is Outcome.PROVED, proof.reason


SUFFIX = """def endsWith {α : Type} (xs ys : List α) : Prop := ∃ zs, xs = zs ++ ys
"""


def test_witnesses_are_put_together_by_the_goals_operations(warm: Running) -> None:
    statement = "∀ (α : Type) (xs ys zs : List α), endsWith xs ys → endsWith ys zs → endsWith xs zs"
    experts = ["introduction", "simplification", "cases", "witnesses"]
    proof = prove(warm, SUFFIX, statement, discover=False, experts=experts)
    assert proof.outcome is Outcome.PROVED, proof.reason


STRIDES = """def thirds : List Nat → List Nat
  | x :: _ :: _ :: xs => x :: thirds xs
  | _ => []

def rest : List Nat → List Nat
  | _ :: y :: z :: xs => y :: z :: rest xs
  | _ => []

def by3 : Nat → Nat
  | 0 | 1 | 2 => 0
  | n + 3 => by3 n + 1
"""


@pytest.mark.parametrize(
    "statement",
    ["∀ xs : List Nat, (rest xs).length = 2 * (thirds xs).length", "∀ n : Nat, by3 n = n / 3"],
)
def test_induction_goes_in_a_functions_own_strides(warm: Running, statement: str) -> None:
    experts = ["introduction", "induction"]
    proof = prove(warm, STRIDES, statement, 300, discover=False, experts=experts)
    assert "fun_induction" in (proof.proof or ""), proof.reason
