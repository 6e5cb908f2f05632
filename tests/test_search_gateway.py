"""The search as a gateway: what it proposes, and how it mends what others broke."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from tactic_mesh.gateway.base import Candidate, ModelGateway, Problem, Proposals
from tactic_mesh.lean.host import LeanHost
from tactic_mesh.prove.gateway import Search
from tactic_mesh.prove.refinement.refine import RefineBudget, Refined, refine
from tactic_mesh.prove.refinement.repair import cut
from tactic_mesh.theorem import Diagnostic, ErrorClass, Outcome, Position, Severity, Theorem
from tactic_mesh.verify.checker import Checker


@dataclass
class Breaking:
    """Proposes one broken proof, and leaves the repair to the search."""

    broken: str
    search: Search
    name: str = "breaking"
    is_priced: bool = True

    async def propose(self, problem: Problem, n: int) -> Proposals:
        return Proposals((Candidate(self.broken, self.name),))

    async def repair(
        self, problem: Problem, failed_proof: str, diagnostics: Sequence[Diagnostic], n: int
    ) -> Proposals:
        return await self.search.repair(problem, failed_proof, diagnostics, n)


def refined(lean: LeanHost, loop: asyncio.Runner, statement: str, gateway: ModelGateway) -> Refined:
    budget = RefineBudget(rounds=1)
    return loop.run(refine(Checker(lean), Theorem("t", statement), gateway, budget))


@pytest.mark.parametrize("statement", ["∀ p q : Prop, p ∧ q → q ∧ p", "∀ n : Nat, 0 + n = n"])
def test_the_search_proposes_what_it_finds(lean: LeanHost, loop: asyncio.Runner, statement: str) -> None:
    found = refined(lean, loop, statement, Search(lean))
    assert found.outcome is Outcome.PROVED and found.attempts[-1].candidate.source == "search"


def test_what_the_search_does_not_find_is_no_candidate(lean: LeanHost, loop: asyncio.Runner) -> None:
    found = refined(lean, loop, "∀ n : Nat, n = 0", Search(lean, wall_s=2))
    assert found.outcome is Outcome.NOT_FOUND and not found.attempts and found.statistics.refused == 1


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("∀ a b : Nat, a = b → b = a", "by\n  intro a b h"),
        ("∀ a b : Nat, a = b → b = a", "by\n  intro a b h\n  exact h.symmetric"),
        ("∀ a b : Nat, a = b → b = a", "by\n  intro a b h\n  exact h"),
        ("∀ a b : Nat, a = b → b = a", "by intro a b h"),
        (
            "∀ p q : Prop, p ∧ q → q ∧ p",
            "by\n  intro p q h\n  cases h with\n  | intro hp hq => exact ⟨hp, hq⟩",
        ),
        ("∀ p q : Prop, p ∧ q → q ∧ p", "by\n  intro p q h\n  exact ⟨h.2, h.1"),
    ],
)
def test_a_broken_proof_is_mended(lean: LeanHost, loop: asyncio.Runner, statement: str, broken: str) -> None:
    found = refined(lean, loop, statement, Breaking(broken, Search(lean)))
    assert found.attempts[0].error_class is not None
    assert found.outcome is Outcome.PROVED, found.attempts
    assert found.attempts[-1].parent == "r1_c1"


def test_steps_before_the_error_are_kept() -> None:
    def error(line: int, kind: ErrorClass = ErrorClass.TACTIC_FAILED) -> Diagnostic:
        return Diagnostic(Severity.ERROR, Position(line, 2), None, "no", error_class=kind)

    proof = "by\n  intro a\n  simp\n  rfl"
    assert cut(proof, [error(3)]).startswith("by\n  intro a\n  all_goals first")
    assert cut(proof, [error(2)]).startswith("by\n  all_goals first")
    assert cut(proof, [error(1, ErrorClass.UNSOLVED_GOALS)]).startswith(f"{proof}\n  all_goals first")
    assert cut("by simp", [error(1)]).startswith("by\n  all_goals first")
    assert cut("by intro a", [error(1, ErrorClass.UNSOLVED_GOALS)]).startswith(
        "by\n  intro a\n  all_goals first"
    )
