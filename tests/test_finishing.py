"""Finished proofs: what is left out, what the trace says, and the options of the command."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterator
from typing import Any

import pytest
from running import Running, running

from tactic_mesh.cli.main import run
from tactic_mesh.experts.registry import chosen
from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import open_lean
from tactic_mesh.lean.worker import Worker
from tactic_mesh.prove.finding import Manner
from tactic_mesh.prove.finishing.finisher import Finisher, Statement, fewer_rules, shorter_proofs
from tactic_mesh.prove.prover import Proof, finishing_wall_s, prove_theorem
from tactic_mesh.prove.search import MonteCarlo
from tactic_mesh.prove.structured.prover import Spending
from tactic_mesh.theorem import Budget, NoVerdict, Outcome, Theorem, Trust

REVERSAL = """namespace Demo

def join {α : Type} : List α → List α → List α
  | [], ys => ys
  | x :: xs, ys => x :: join xs ys

def back {α : Type} : List α → List α
  | [] => []
  | x :: xs => join (back xs) [x]

end Demo

open Demo
"""
STATEMENT = "∀ (α : Type) (xs ys : List α), back (join xs ys) = join (back ys) (back xs)"


@pytest.fixture(scope="module")
def warm(library: Library) -> Iterator[Running]:
    assert library.modules
    with running(open_lean(lean="embedded", jobs=2)) as opened:
        yield opened


def prove(
    warm: Running, theorem: Theorem, budget: Budget = Budget(60.0), manner: Manner | None = None
) -> Proof:
    return warm.run(prove_theorem(warm.lean, theorem, budget, manner=manner, disproof=False))


def test_omissions() -> None:
    proof = "by\n  intro x\n  (simp_all [Demo.f, g] <;> omega)"
    found = list(shorter_proofs(proof, ("Demo",)))
    assert "by\n  intro x\n  (simp_all [f, g] <;> omega)" in found
    assert "by\n  intro x\n  simp_all [Demo.f, g]" in found
    assert "by\n  intro x\n  omega" in found
    assert "by\n  intro x\n  (simp_all [Demo.f] <;> omega)" in list(fewer_rules(proof))
    assert "by\n  intro x\n  simp_all [Demo.f, g] <;> omega" in found


def test_only_what_lean_accepts_is_left_out(warm: Running) -> None:
    statements = [
        Statement("theorem a (n : Nat) : n + 0 = n", "by\n  simp [Nat.add_comm, Nat.mul_comm]"),
        Statement(
            "theorem b (f : Nat → Nat) (h : f 1 = 2) : f 1 + 0 = 2",
            "by\n  (simp_all [Nat.add_comm] <;> omega)",
        ),
        Statement("theorem c : 1 = 2", "by\n  simp [Nat.add_comm]"),
    ]
    finished = warm.run(Finisher(warm.lean, "", (), 60.0, keep_simp=True).finished(statements))
    proofs = [one.proof for one in finished]
    assert proofs[0] == "by\n  simp"
    assert proofs[1] in ("by\n  simp_all", "by\n  omega", "by\n  simp [h]")
    assert proofs[2] == "by\n  simp [Nat.add_comm]"


FOUND = [
    Statement(
        "theorem join_nil : ∀ (α : Type) (xs : List α), Demo.join xs [] = xs",
        "by\n  intro α xs\n  induction xs <;> (simp_all [Demo.join, Demo.back] <;> omega)",
        "join_nil",
    ),
    Statement(
        "theorem join_join : ∀ (α : Type) (xs ys zs : List α),"
        " Demo.join (Demo.join xs ys) zs = Demo.join xs (Demo.join ys zs)",
        "by\n  intro α xs ys zs\n  fun_induction Demo.join xs ys <;> (simp_all [Demo.join, join_nil] <;> omega)",
        "join_join",
    ),
    Statement("theorem back_nil : Demo.back ([] : List Nat) = []", "by\n  rfl", "back_nil"),
    Statement(
        f"theorem claim : {STATEMENT}",
        "by\n  intro α xs ys\n"
        "  induction xs <;> simp_all [Demo.join, Demo.back, join_nil, join_join, back_nil]",
    ),
]


def test_a_found_proof_becomes_one_that_a_person_would_write(warm: Running) -> None:
    finished = warm.run(Finisher(warm.lean, REVERSAL, ("Demo",), 60.0).finished(FOUND))
    assert [one.name for one in finished] == ["join_nil", "join_join", ""]
    assert "".join(one.text(one.proof) for one in finished) == (
        """theorem join_nil (α : Type) (xs : List α) : join xs [] = xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp only [join, ih]
theorem join_join (α : Type) (xs ys zs : List α) : join (join xs ys) zs = join xs (join ys zs) := by
  fun_induction join xs ys with
  | case1 ys => rfl
  | case2 x xs ys ih => simp only [join, ih]
theorem claim : ∀ (α : Type) (xs ys : List α), back (join xs ys) = join (back ys) (back xs) := by
  intro α xs ys
  induction xs with
  | nil => simp only [join, back, join_nil]
  | cons x xs ih => simp only [join, back, ih, join_join]
"""
    )
    wall_s = 0.0
    assert warm.run(Finisher(warm.lean, REVERSAL, ("Demo",), wall_s).finished(FOUND))[-1] == FOUND[-1]


def test_a_search_in_a_proof_becomes_what_it_found(warm: Running) -> None:
    start = "theorem power (x y z : Nat) : (x ^ y) ^ z = x ^ (y * z)"
    (finished,) = warm.run(Finisher(warm.lean, "", (), 60.0).finished([Statement(start, "by\n  exact?")]))
    assert "?" not in finished.proof
    assert finished.proof.startswith("by\n  exact ")


COLOURS = """inductive Colour where
  | red
  | green

def swap : Colour → Colour
  | .red => .green
  | .green => .red
"""
CHAINED = [
    (
        "(a b : Colour) (h : swap a = swap b) : a = b",
        "by\n  cases a <;> cases b <;> simp_all [swap]",
        r"by\n  cases a <;> cases b <;> \w+( (only )?\[swap.*\])?( at h ⊢)?",
    ),
    (
        "(a b c d : Nat) (h : a ≤ b) (h1 : c ≤ d) : a * c ≤ b * d + 1",
        "by\n  ((try have h2 := Nat.mul_le_mul h h); (try have h2 := Nat.mul_le_mul h h1);"
        " (try simp only [Nat.mul_add] at *) <;> omega)",
        r"by\n  have \w+ := Nat.mul_le_mul h h1\n  omega",
    ),
    (
        "(a b : Nat) (h : a * (b + 1) = 7) : a * b + a = 7",
        "by\n  ((try simp only [Nat.mul_add, Nat.mul_one] at *) <;> (try simp only [← Nat.mul_assoc] at *) <;> omega)",
        r"by\n  simp only \[Nat.mul_add(, Nat.mul_one)?\] at h\n  omega",
    ),
]


@pytest.mark.parametrize(("statement", "found", "written"), CHAINED)
def test_a_chain_becomes_what_it_was_good_for(
    warm: Running, statement: str, found: str, written: str
) -> None:
    start = Statement(f"theorem claim {statement}", found)
    (finished,) = warm.run(Finisher(warm.lean, COLOURS, (), 60.0).finished([start]))
    assert re.fullmatch(written, finished.proof), finished.proof


def test_a_worker_that_dies_is_replaced(warm: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """The attempt that cost the worker its life was none, and work goes on in the same states."""
    run, texts = Worker.run, []

    async def deadly(self: Worker, source: str, wall_s: float, **settings: Any) -> RawAnswer | NoVerdict:
        texts.append(source)
        if len(texts) in (4, 6):
            os.kill(self.process_id, signal.SIGKILL)
        return await run(self, source, wall_s, **settings)

    monkeypatch.setattr(Worker, "run", deadly)
    statements = [
        Statement("theorem a (n : Nat) : n + 0 = n", "by\n  simp [Nat.add_comm, Nat.mul_comm]", "a"),
        Statement("theorem b (n : Nat) : n + 0 + 0 = n", "by\n  (simp_all [a, Nat.mul_comm] <;> omega)"),
    ]
    finished = warm.run(Finisher(warm.lean, "", (), 60.0).finished(statements))
    assert len(texts) > 6
    assert finished[-1].proof == "by\n  simp only [Nat.add_zero]"


def test_a_late_proof_is_finished_and_checked_all_the_same(warm: Running) -> None:
    theorem = Theorem("claim", "∀ n : Nat, n + 0 = n")
    for checks in (None, 1000):
        budget = Budget(60.0, checks=checks)
        spending = Spending(budget, time.monotonic() - 100)
        assert spending.left_s < 0
        proof = warm.run(prove_theorem(warm.lean, theorem, budget, spending=spending))
        assert proof.outcome is Outcome.PROVED
        assert proof.checked is not None
        assert proof.checked.verdict.trust is Trust.REPLAYED  # type: ignore[union-attr]
        assert proof.proof == "by\n  intro n\n  rfl"  # it was `intros; rfl`


def test_time_for_finishing() -> None:
    def left(of_s: float, used_s: float, checks: int | None = None) -> float:
        return finishing_wall_s(Spending(Budget(of_s, checks=checks), time.monotonic() - used_s))

    assert left(60, 0) == pytest.approx(12, abs=0.5)
    assert left(60, 59) == left(60, 1000) == 5
    assert left(600, 10) == 12
    assert left(10, 9.9) == 1
    assert left(60, 10, checks=100) == pytest.approx(50, abs=0.5)
    assert left(600, 10, checks=100) == 60


def test_lemmas_stand_before_the_theorem(warm: Running) -> None:
    proof = prove(warm, Theorem("claim", STATEMENT, prelude=REVERSAL))
    assert proof.outcome is Outcome.PROVED, proof.reason
    assert proof.lean_file is not None
    assert proof.lean_file.index("theorem claim") > proof.lean_file.index("open Demo")
    assert "sorry" not in proof.lean_file


def test_operators_are_the_functions_that_they_are_made_of(warm: Running) -> None:
    prelude = """inductive Peano where
  | zero
  | next (n : Peano)

namespace Peano

def add : Peano → Peano → Peano
  | a, zero => a
  | a, next b => next (add a b)

instance : Add Peano := ⟨add⟩

end Peano
"""
    proof = prove(warm, Theorem("claim", "∀ a b c : Peano, (a + b) + c = a + (b + c)", prelude=prelude))
    assert proof.outcome is Outcome.PROVED, proof.reason
    assert proof.lean_file is not None
    assert "theorem add_def (a b : Peano) : a + b = Peano.add a b := by" in proof.lean_file


def test_simp_stays_where_that_is_wanted(warm: Running) -> None:
    theorem = Theorem("claim", "∀ n m : Nat, n * 1 + m = n + m + 0 ∧ True")
    assert "simp only [" in (prove(warm, theorem).proof or "")
    kept = prove(warm, theorem, manner=Manner(keep_simp=True)).proof or ""
    assert "simp" in kept
    assert "only" not in kept


def test_lemmas_have_names_of_their_own(warm: Running) -> None:
    prelude = REVERSAL + "\ntheorem join_eq : 1 = 1 := rfl\n"
    proof = prove(warm, Theorem("back_eq", STATEMENT, prelude=prelude))
    assert proof.outcome is Outcome.PROVED, proof.reason
    assert proof.lean_file is not None
    assert "theorem join_eq_2 " in proof.lean_file
    assert "theorem back_eq_2 " in proof.lean_file


def test_other_manners(warm: Running) -> None:
    theorem = Theorem("claim", "∀ a b c : Nat, a + b + c = c + b + a")
    assert prove(warm, theorem, manner=Manner(policy=MonteCarlo)).outcome is Outcome.PROVED
    few = Manner(chosen(["introduction", "automation"]))
    assert prove(warm, theorem, manner=few).outcome is Outcome.PROVED
    assert prove(warm, theorem, Budget(20.0), Manner(chosen(["rewriting"]))).outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--experts", "nobody"], "no expert `nobody`"),
        (["--policy", "random"], "--policy `random`"),
        (["--trace", "/nowhere/at/all.jsonl"], "--trace"),
    ],
)
def test_options_are_checked(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["prove", "True", *words]) == 2
    assert told in capsys.readouterr().err
