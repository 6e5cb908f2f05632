"""With a budget of tactics, a whole run is the same each time; and nothing is left of one that was cancelled."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator

import pytest
from running import Running, running

from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import open_lean
from tactic_mesh.prove.events import Counted, Event, Phase, TacticRan, as_json
from tactic_mesh.prove.finding import Manner
from tactic_mesh.prove.prover import Proof, prove_theorem
from tactic_mesh.prove.search import MonteCarlo
from tactic_mesh.sandbox.usage import descendants
from tactic_mesh.theorem import Budget, Outcome, Theorem

LISTS = """def join : List Nat → List Nat → List Nat
  | [], ys => ys
  | x :: xs, ys => x :: join xs ys

def back : List Nat → List Nat
  | [] => []
  | x :: xs => join (back xs) [x]

def rev : List Nat → List Nat
  | [] => []
  | x :: xs => rev xs ++ [x]

def odd : List Nat → List Nat
  | [] => []
  | [x] => [x]
  | x :: _ :: xs => x :: odd xs
"""
TACTICS = 300
PROBLEMS = [
    Theorem("t", "∀ xs, back (back xs) = xs", prelude=LISTS),
    Theorem("t", "∀ xs ys, odd (join xs ys) = join (odd xs) (odd ys) ∨ xs.length % 2 = 1", prelude=LISTS),
    Theorem("t", "∀ a b c : Nat, 0 < a → 0 < b → a ^ 3 + b ^ 3 ≠ c ^ 3"),
    Theorem("t", "∀ p q r : Prop, (p ∨ q) → (p → r) → (q → r) → r ∧ (p ∨ r)"),
]
ENDLESS = "∀ a b c : Nat, 0 < a → 0 < b → a ^ 3 + b ^ 3 ≠ c ^ 3"


@pytest.fixture(scope="module")
def warm(library: Library) -> Iterator[Running]:
    assert library.modules
    with running(open_lean(lean="embedded", jobs=2)) as opened:
        yield opened


def told(events: list[Event]) -> dict[int, list[dict[str, object]]]:
    """What was told of each tree, in its order, without what a clock measured."""
    found: dict[int, list[dict[str, object]]] = {}
    for event in events:
        fields = as_json(event)
        if isinstance(event, TacticRan):
            del fields["us"]
        if isinstance(event, Phase):
            fields["search"] = 0
        if not isinstance(event, Counted):
            found.setdefault(int(fields.get("search", -1)), []).append(fields)  # type: ignore[call-overload]
    return found


def ran(warm: Running, theorem: Theorem, jobs: int, manner: Manner) -> tuple[Proof, object]:
    events: list[Event] = []
    budget = Budget(400.0, checks=TACTICS)
    proof = warm.run(
        prove_theorem(
            warm.lean, theorem, budget, jobs=jobs, manner=manner, watch=events.append, disproof=False
        )
    )
    assert not proof.timed_out
    partial = proof.partial.as_json() if proof.partial else None
    return proof, (proof.outcome, proof.proof, proof.lean_file, proof.spent.checks, partial, told(events))


@pytest.mark.slow
@pytest.mark.parametrize("theorem", PROBLEMS, ids=["lemmas", "no proof", "numbers", "logic"])
def test_the_same_for_any_number_of_jobs_and_each_time(warm: Running, theorem: Theorem) -> None:
    (proof, first), *others = (ran(warm, theorem, jobs, Manner()) for jobs in (1, 2, 2))
    assert all(other == first for _, other in others)
    assert proof.outcome is Outcome.PROVED or proof.spent.checks <= TACTICS


def test_a_proof_with_lemmas_is_the_same_for_any_number_of_jobs(warm: Running) -> None:
    reversal = Theorem("t", "∀ xs, rev (rev xs) = xs", prelude=LISTS)
    (proof, first), (_, second) = (ran(warm, reversal, jobs, Manner()) for jobs in (1, 2))
    assert proof.outcome is Outcome.PROVED
    assert proof.lean_file is not None
    assert proof.lean_file.count("theorem") > 1
    assert first == second


@pytest.mark.slow
def test_the_same_with_monte_carlo(warm: Running) -> None:
    (_, first), (_, second) = (ran(warm, PROBLEMS[1], jobs, Manner(policy=MonteCarlo)) for jobs in (2, 1))
    assert first == second


def test_a_run_that_a_clock_cut_says_so(warm: Running) -> None:
    proof = warm.run(prove_theorem(warm.lean, Theorem("t", ENDLESS), Budget(1.5), disproof=False))
    assert proof.outcome is Outcome.NOT_FOUND
    assert proof.timed_out


def test_a_cancelled_run_leaves_no_worker(warm: Running) -> None:
    """Neither a session of the search nor one of a lemma; and the Lean goes on to serve others."""

    async def cancelled(lean: Lean, theorem: Theorem, until: str) -> None:
        reached = asyncio.Event()

        def watch(event: Event) -> None:
            if as_json(event)["kind"] == until:
                reached.set()

        task = asyncio.create_task(
            prove_theorem(lean, theorem, Budget(60.0), watch=watch, disproof=until == "phase")
        )
        await reached.wait()
        await asyncio.sleep(0.2)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    warm.run(prove_theorem(warm.lean, Theorem("t", "1 = 1"), Budget(60.0)))
    before = len(descendants(os.getpid()))
    for until in ("phase", "tactic", "lemma"):
        theorem = Theorem("t", "∀ xs, odd (back xs) = odd xs ∨ xs.length % 2 = 1 ∨ xs = []", prelude=LISTS)
        warm.run(cancelled(warm.lean, theorem, until))
        assert settled(warm, before), until
    proof = warm.run(prove_theorem(warm.lean, Theorem("t", "2 + 2 = 4"), Budget(60.0)))
    assert proof.outcome is Outcome.PROVED


def settled(warm: Running, processes_max: int) -> bool:
    """Whether no more processes than that are left, after the time that a killed one takes to be gone."""

    async def look() -> bool:
        for _ in range(100):
            if len(descendants(os.getpid())) <= processes_max:
                return True
            await asyncio.sleep(0.05)
        return False

    return warm.run(look())
