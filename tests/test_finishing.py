"""Finished proofs: what is left out, what the trace says, and the options of the command."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import Running, running

from tactic_mesh.cli.main import run
from tactic_mesh.experts.registry import chosen
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import open_lean
from tactic_mesh.prove.finding import Manner
from tactic_mesh.prove.finishing import Finisher, Statement, shorter_proofs
from tactic_mesh.prove.prover import Proof, prove_theorem
from tactic_mesh.prove.search import MonteCarlo
from tactic_mesh.prove.trace import explanation, trace_lines
from tactic_mesh.theorem import Budget, Outcome, Theorem

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
    assert "by\n  intro x\n  (simp_all [Demo.f] <;> omega)" in found
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
    proofs = warm.run(Finisher(warm.lean, "", (), 20.0).finished(statements))
    assert (
        proofs == ["by\n  simp", "by\n  simp_all", "by\n  simp [Nat.add_comm]"] or proofs[1] == "by\n  omega"
    )


def test_lemmas_stand_before_the_theorem(warm: Running) -> None:
    proof = prove(warm, Theorem("claim", STATEMENT, prelude=REVERSAL))
    assert proof.outcome is Outcome.PROVED, proof.reason
    assert proof.lean_file is not None
    assert proof.lean_file.index("theorem claim") > proof.lean_file.index("open Demo")
    assert "sorry" not in proof.lean_file
    assert proof.search is not None
    lines = list(trace_lines(proof.search))
    assert lines[0]["proved"] is True
    numbers = {line["id"] for line in lines if line["kind"] == "node"}
    for line in lines:
        json.dumps(line)
        if line["kind"] == "tactic":
            assert line["node"] in numbers
            assert set(line["children"]) <= numbers  # type: ignore[call-overload]
    assert any(line.get("in_proof") for line in lines)


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
    assert "theorem add_def : ∀ a b : Peano, a + b = Peano.add a b := by" in proof.lean_file


def test_without_a_proof_the_open_goals_are_told(warm: Running) -> None:
    proof = prove(warm, Theorem("claim", "∀ p q : Prop, p ∨ q → p ∧ q"), Budget(20.0, checks=60))
    assert proof.outcome is Outcome.NOT_FOUND
    assert proof.search is not None
    assert "steps by expert" in explanation(proof.search)


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


def test_a_trace_is_written(tmp_path: Path, library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    assert library.modules
    file = tmp_path / "trace.jsonl"
    words = ["prove", "∀ n : Nat, n + 0 = n", "--lean", "embedded", "--trace", str(file), "--explain"]
    assert run(words) == 0
    first = json.loads(file.read_text(encoding="utf-8").split("\n")[0])
    assert (first["schema"], first["kind"], first["proved"]) == ("tactic-mesh/trace@1", "search", True)
    assert "tactics in the last search" in capsys.readouterr().err
