"""Types of a file that are numbers in disguise: how they are read, and what is proven by that."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from running import Running, running

from tactic_mesh.experts.knowledge import Knowledge, Transport
from tactic_mesh.experts.registry import EXPERTS
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import open_lean
from tactic_mesh.prove.lemmas.interpretation import Clause, Reading
from tactic_mesh.prove.prover import prove_theorem
from tactic_mesh.term import Sequent, app, const, local
from tactic_mesh.theorem import Budget, Outcome, Theorem

STONES = """inductive Heap where
  | bare : Heap
  | put : Heap → Heap

namespace Heap

def join : Heap → Heap → Heap
  | bare, b => b
  | put a, b => put (join a b)

def grid : Heap → Heap → Heap
  | bare, _ => bare
  | put a, b => join b (grid a b)

def within (a b : Heap) : Prop := ∃ c, b = join c a

end Heap
"""
DIGITS = """inductive Digits where
  | unit : Digits
  | even : Digits → Digits
  | odd : Digits → Digits

def up : Digits → Digits
  | .unit => .even .unit
  | .even d => .odd d
  | .odd d => .even (up d)

def sum : Digits → Digits → Digits
  | .unit, e => up e
  | d, .unit => up d
  | .even d, .even e => .even (sum d e)
  | .even d, .odd e => .odd (sum d e)
  | .odd d, .even e => .odd (sum d e)
  | .odd d, .odd e => .even (up (sum d e))
"""


@pytest.fixture(scope="module")
def warm(library: Library) -> Iterator[Running]:
    assert library.modules
    with running(open_lean(lean="embedded", jobs=2)) as opened:
        yield opened


def prove(lean: Running, prelude: str, statement: str) -> str:
    """The file of a proof, in which everything that it uses stands."""
    stated = Theorem("claim", statement, prelude=prelude)
    budget = Budget(wall_s=120.0, checks=900)
    proof = lean.run(prove_theorem(lean.lean, stated, budget, disproof=False))
    assert proof.outcome is Outcome.PROVED, proof.reason
    assert proof.lean_file is not None
    return proof.lean_file


class TestProofs:
    @pytest.mark.parametrize(
        "statement",
        [
            "∀ a b c : Heap, a.grid (b.join c) = (a.grid b).join (a.grid c)",
            pytest.param("∀ a b : Heap, a.within b ∨ b.within a", marks=pytest.mark.slow),
        ],
    )
    def test_over_a_first_and_a_next(self, warm: Running, statement: str) -> None:
        assert "toNat" in prove(warm, STONES, statement)

    def test_over_digits(self, warm: Running) -> None:
        assert "toNat" in prove(warm, DIGITS, "∀ d e f : Digits, sum d (sum e f) = sum (sum d e) f")


class TestReading:
    HEAP = Reading(
        "Heap",
        "Nat",
        (
            Clause("bare", "", ("0", lambda: 0)),
            Clause("put", "Heap", ("{0} + 1", lambda a: a + 1)),
        ),
    )

    def test_numbers_of_values(self) -> None:
        value: tuple[object, ...] = ("bare",)
        for number in range(2000):
            assert self.HEAP.number(value) == number
            value = ("put", value)

    def test_first_and_next_are_the_numbers_each_once(self) -> None:
        assert self.HEAP.counts
        from_one = Clause("bare", "", ("1", lambda: 1))
        assert not Reading("Heap", "Nat", (from_one, self.HEAP.clauses[1])).counts


class TestExpert:
    WAY = Transport("Heap", ("eq_iff_toNat", "toNat_join"), frozenset({"join"}))

    def suggested(self, goal: Sequent) -> list[str]:
        return [one.tactic for one in EXPERTS["transport"].suggest(goal, Knowledge(transports=(self.WAY,)))]

    def test_goals_about_the_type_are_carried(self) -> None:
        goal = Sequent((), app(const("Eq"), const("Heap"), local(0), local(0)))
        assert self.suggested(goal) == ["simp only [eq_iff_toNat, toNat_join]"]

    def test_other_goals_are_left_alone(self) -> None:
        assert not self.suggested(Sequent((), app(const("Eq"), const("Nat"), local(0), local(0))))
