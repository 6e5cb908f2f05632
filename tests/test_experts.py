"""Experts for arithmetic and for instances of what a context says: what they propose, and that Lean accepts it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from running import Running, running

from tactic_mesh.experts.arithmetic import Arithmetic
from tactic_mesh.experts.chains import Chains
from tactic_mesh.experts.divisibility import Divisibility
from tactic_mesh.experts.instantiation import Instantiation
from tactic_mesh.experts.introduction import Introduction
from tactic_mesh.experts.knowledge import Constructor, Datatype, Knowledge
from tactic_mesh.experts.registry import chosen
from tactic_mesh.experts.witnesses import Witnesses
from tactic_mesh.lean.engine import SteppingLean
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import open_lean
from tactic_mesh.lean.session import Refused, TacticLimits
from tactic_mesh.prove.finding import Manner
from tactic_mesh.prove.prover import Proof, prove_theorem
from tactic_mesh.term import Sequent
from tactic_mesh.theorem import Budget, Outcome, Theorem

NOTHING = Knowledge()

ARITHMETIC = [
    "∀ x y : Int, (x - y) * (x + 3 * y) = x * x + 2 * x * y - 3 * y * y",
    "∀ a b : Nat, (a + b) ^ 3 = a ^ 3 + 3 * a ^ 2 * b + 3 * a * b ^ 2 + b ^ 3",
    "∀ n : Int, n ^ 2 % 5 = 0 ∨ n ^ 2 % 5 = 1 ∨ n ^ 2 % 5 = 4",
    "∀ n : Nat, 2 ∣ n * (n + 1)",
    "∀ a b : Nat, a ≤ 12 ∧ b < 7 → a * b = 66 → a + b = 17",
    "∀ a b : Int, 2 * a * b ≤ a * a + b * b",
    "∀ n : Nat, ∃ k : Nat, n = 3 * k ∨ n = 3 * k + 1 ∨ n = 3 * k + 2",
    "∀ P : Nat → Prop, (∀ n : Nat, (∀ m : Nat, m < n → P m) → P n) → ∀ n : Nat, P n",
]
DIVISIBILITY = [
    "∀ a b c x y : Int, a ∣ b → a ∣ c → a ∣ x * b + y * c",
    "∀ a b n : Int, n ∣ a - b → n ∣ a * a - b * b",
    "∀ a b c d n : Int, n ∣ a - b → n ∣ c - d → n ∣ a * c - b * d",
    "∀ a b c : Nat, a ∣ b → b ∣ c → a ∣ c * c + 3 * b",
    "∀ n : Nat, 4 ∣ (2 * n) ^ 2",
]
LOGIC = [
    "∀ (α : Type) (R : α → α → Prop), (∀ x y z : α, R x y → R y z → R x z) →"
    " ∀ a b c d : α, R a b → R b c → R c d → R a d",
    "∀ (α : Type) (P Q : α → Prop) (S : α → α → Prop), (∀ x : α, P x → ∃ y : α, S x y ∧ Q y) →"
    " (∀ x : α, Q x → ∃ y : α, S x y) → ∀ a : α, P a → ∃ y z : α, S a y ∧ S y z",
    "∀ (α : Type) (f : α → Nat) (a b c : α), (∀ x : α, x = a ∨ x = b) → f a = 3 → f b = 3 → f c + 1 = 3 + 1",
]

CHAINS = [
    ("∀ a b c d : Nat, a ∣ b → b ∣ c → c ∣ d → a ∣ d", "exact Trans.trans (Trans.trans h h1) h2"),
    ("∀ (a b c : List Nat), a ⊆ b → b ⊆ c → a ⊆ c", "exact List.Subset.trans h h1"),
    (
        "∀ (a b c : List Nat), List.Sublist b c → List.Sublist a b → List.Sublist a c",
        "exact List.Sublist.trans h1 h",
    ),
]


@pytest.fixture(scope="module")
def warm(library: Library) -> Iterator[Running]:
    assert library.modules
    with running(open_lean(lean="embedded", jobs=2)) as opened:
        yield opened


def prove(lean: Running, statement: str, experts: list[str] | None = None) -> Proof:
    manner = Manner(experts=chosen(experts), discover=False, at_once=False)
    budget = Budget(wall_s=60, checks=900)
    return lean.run(
        prove_theorem(lean.lean, Theorem("claim", statement), budget, disproof=False, manner=manner)
    )


def goal_after(lean: Running, statement: str, *tactics: str) -> Sequent:
    """The first goal that the tactics leave."""

    async def steps() -> Sequent:
        async with cast(SteppingLean, lean.lean).session("", statement) as session:
            point = await session.open()
            for tactic in tactics:
                outcome = (await session.step(point, [tactic], TacticLimits(), stop=False))[0]
                assert not isinstance(outcome, Refused), outcome
                point = outcome.points[0]
            return point.goals[0]

    return lean.run(steps())


@pytest.mark.parametrize("statement", [*ARITHMETIC, *LOGIC])
def test_proved(warm: Running, statement: str) -> None:
    proof = prove(warm, statement)
    assert proof.outcome is Outcome.PROVED, proof.reason


@pytest.mark.parametrize("statement", DIVISIBILITY)
def test_a_multiple_is_written_as_one(warm: Running, statement: str) -> None:
    proof = prove(warm, statement, ["introduction", "divisibility"])
    assert proof.outcome is Outcome.PROVED, proof.reason
    assert "exact ⟨" in (proof.proof or "")


def test_what_is_no_multiple_is_not_divided(warm: Running) -> None:
    goal = goal_after(warm, "∀ a b c : Int, a ∣ b → a ∣ b * c + 1", "intro a b c h")
    assert Divisibility().suggest(goal, NOTHING) == []


@pytest.mark.parametrize(("statement", "end"), CHAINS)
def test_links_are_joined_in_order(warm: Running, statement: str, end: str) -> None:
    proof = prove(warm, statement, ["introduction", "chains"])
    assert (proof.proof or "").endswith(end), proof.reason


def test_what_two_links_say_together_is_told_once(warm: Running) -> None:
    goal = goal_after(warm, "∀ a b c : Nat, a ∣ b → b ∣ c → a ∣ b + c", "intro a b c h h1")
    assert [one.tactic for one in Chains().suggest(goal, NOTHING)] == ["have h2 := Trans.trans h h1"]
    goal = goal_after(
        warm, "∀ a b c : Nat, a ∣ b → b ∣ c → a ∣ b + c", "intro a b c h h1", "have h2 := Nat.dvd_trans h h1"
    )
    assert Chains().suggest(goal, NOTHING) == []


def test_arithmetic_alone_needs_only_names(warm: Running) -> None:
    proof = prove(warm, ARITHMETIC[4], ["introduction", "arithmetic"])
    assert proof.outcome is Outcome.PROVED
    assert "decide" in (proof.proof or "")


def test_products_that_lean_refuses_leave_the_others(warm: Running) -> None:
    statement = "∀ (x : Int) (a b c d : Nat), a ≤ b → c ≤ d → x * x = 0 → a * c ≤ b * d"
    proof = prove(warm, statement, ["introduction", "arithmetic"])
    assert proof.outcome is Outcome.PROVED, proof.reason
    assert "Nat.mul_le_mul" in (proof.proof or "")


def test_arithmetic_has_nothing_to_say_of_what_is_linear(warm: Running) -> None:
    goal = goal_after(warm, "∀ a b : Nat, a < b → a + 1 ≤ b", "intro a b h")
    assert Arithmetic().suggest(goal, NOTHING) == []


def test_a_range_too_large_is_not_tried(warm: Running) -> None:
    goal = goal_after(warm, "∀ a b : Nat, a ≤ 999 → b ≤ 999 → a * b ≠ 999983", "intro a b h h1")
    assert not any("decide" in one.tactic for one in Arithmetic().suggest(goal, NOTHING))


def test_values_come_from_atoms_of_the_context(warm: Running) -> None:
    statement = "∀ (α : Type) (R : α → α → Prop) (a b c d : α), (∀ x y : α, R x y → R y x) → R c b → R b c"
    goal = goal_after(warm, statement, "intro α R a b c d h h1")
    first = max(Instantiation().suggest(goal, NOTHING), key=lambda one: one.confidence)
    assert first.arguments[:3] == ("h", "c", "b")
    assert first.arguments[3:] == ("h1",)


def test_what_is_known_is_not_said_again(warm: Running) -> None:
    statement = "∀ (α : Type) (P : α → Prop) (a : α), (∀ x : α, P x) → (∀ x : α, ∃ y : α, P y ∧ x = x) → P a"
    start = "intro α P a h h1"
    fresh_ = Instantiation().suggest(goal_after(warm, statement, start), NOTHING)
    assert {one.arguments for one in fresh_} == {("h", "a"), ("h1", "a")}
    again = goal_after(warm, statement, start, "have h2 := h a", "obtain ⟨y, h3, h4⟩ := h1 a")
    assert ("h", "a") not in {one.arguments for one in Instantiation().suggest(again, NOTHING)}
    assert ("h1", "a") not in {one.arguments for one in Instantiation().suggest(again, NOTHING)}


def test_a_multiple_is_divided(warm: Running) -> None:
    goal = goal_after(warm, "∀ n m : Nat, ∃ k : Nat, n + m = 5 * k + 2 ∨ ¬ n + m = 5 * k + 2", "intro n m")
    assert "refine ⟨(n + m) / 5, ?_⟩" in {one.tactic for one in Witnesses().suggest(goal, NOTHING)}


PEANO = """inductive Peano where
  | zero : Peano
  | succ : Peano → Peano

namespace Peano

def ofNat : Nat → Peano
  | 0 => zero
  | n + 1 => succ (ofNat n)

instance instOfNat (n : Nat) : OfNat Peano n := ⟨ofNat n⟩

def add : Peano → Peano → Peano
  | a, zero => a
  | a, succ b => succ (add a b)

instance instAdd : Add Peano := ⟨add⟩

end Peano
"""


@pytest.mark.parametrize(
    "statement", ["(3 : Peano) + 1 ≠ 2", "∀ a b : Peano, a ≠ 0 → a + b ≠ 0", "∀ a : Peano, a + 2 = 3 → a = 1"]
)
def test_numerals_of_a_type_of_the_file(warm: Running, statement: str) -> None:
    stated = Theorem("claim", statement, prelude=PEANO)
    proof = warm.run(prove_theorem(warm.lean, stated, Budget(wall_s=60, checks=900), disproof=False))
    assert proof.outcome is Outcome.PROVED, proof.reason


def test_a_value_keeps_the_name_that_was_written(warm: Running) -> None:
    statement = "∀ (α : Type) (a : α) (p : α → Prop) (r : Prop) (unused : Nat → α), (∀ x : α, p x) → p a → r → r ∧ p a"
    names = Introduction().suggest(goal_after(warm, statement), NOTHING)[0].tactic
    assert names == "intro α a p r unused h h1 h2"
    apart = "∀ (α : Type) (a : α) (p : Prop), p → p"
    assert Introduction().suggest(goal_after(warm, apart), NOTHING)[0].tactic == "intro α a p h"
    both = Datatype("And", 2, (Constructor("And.intro", (("left", False), ("right", False))),), True)
    known = Knowledge(datatypes={"And": both, "Nat": Datatype("Nat", 0, ())})
    mixed = goal_after(warm, "∀ (p q : Prop), p ∧ q → ∀ n : Nat, p")
    assert Introduction().suggest(mixed, known)[0].tactic == "intro p q h n"
