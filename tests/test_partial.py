"""What is left of a search without a proof: a partial proof that Lean accepts, its open goals, Lean's reasons."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from running import Running, running
from test_search import World, searched

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.registry import chosen
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import open_lean
from tactic_mesh.prove.events import Event, SearchStarted
from tactic_mesh.prove.events import Refused as ProofRefused
from tactic_mesh.prove.finding import Finder, Manner, Settings
from tactic_mesh.prove.footprint import Footprint
from tactic_mesh.prove.partial import STEP_COST, furthest, left_to_do, open_goals
from tactic_mesh.prove.prover import Frame, Proof, prove_theorem
from tactic_mesh.prove.search import BestFirst, MonteCarlo
from tactic_mesh.prove.telling import Account
from tactic_mesh.prove.tree import Edge, Node, Tree
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.term import Sequent
from tactic_mesh.theorem import Budget, NoVerdict, Outcome, Theorem
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.checker import Answered, Checker
from tactic_mesh.verify.elaborated import check_text
from tactic_mesh.verify.request import Request

UNFINISHED = {
    "∀ p q : Prop, p ∨ q → p ∧ q": "",
    "∀ n : Nat, n * n = n ∧ (2 = 2 ∧ n + 0 = n)": "",
    "∀ t, mirror (mirror t) = mirror t": """inductive Tree where
  | leaf
  | node (left right : Tree)

def mirror : Tree → Tree
  | .leaf => .leaf
  | .node l r => .node (mirror r) (mirror l)
""",
}


@pytest.fixture(scope="module")
def warm(library: Library) -> Iterator[Running]:
    assert library.modules
    with running(open_lean(lean="embedded", jobs=2)) as opened:
        yield opened


def failed(warm: Running, theorem: Theorem, budget: Budget, frame: Frame | None = None) -> Proof:
    manner = Manner(discover=False)
    proof = warm.run(prove_theorem(warm.lean, theorem, budget, manner=manner, disproof=False, frame=frame))
    assert proof.outcome is Outcome.NOT_FOUND
    return proof


def settled(tree: Tree) -> dict[Node, float]:
    """The oracle: costs of partial proofs, improved until nothing changes."""
    cost = {node: 0.0 if node.solved else left_to_do(node) for node in tree.nodes}
    changed = True
    while changed:
        changed = False
        for node in tree.nodes:
            for edge in node.edges:
                total = STEP_COST + sum(cost[child] for child in edge.children)
                if total < cost[node] - 1e-12:
                    cost[node], changed = total, True
    return cost


def total(node: Node, steps: dict[Node, Edge], above: frozenset[Node] = frozenset()) -> float:
    """What the given steps leave to do."""
    assert node not in above
    if node.solved:
        return 0.0
    if node not in steps:
        return left_to_do(node)
    return STEP_COST + sum(total(child, steps, above | {node}) for child in steps[node].children)


@pytest.mark.parametrize("seed", range(30))
def test_the_least_is_left_to_do_and_no_way_is_a_circle(seed: int) -> None:
    for policy in (BestFirst(), MonteCarlo()):
        result, _ = searched(World.random(seed, goals=40), policy, tactics=25)
        steps = furthest(result.tree)
        cost = settled(result.tree)
        assert total(result.tree.root, steps) == pytest.approx(cost[result.tree.root])
        left = open_goals(result.tree.root, steps)
        assert bool(left) != result.proved
        assert not any(node.solved for node in left)


@pytest.mark.parametrize(("statement", "prelude"), UNFINISHED.items())
def test_lean_accepts_it(warm: Running, statement: str, prelude: str) -> None:
    proof = failed(warm, Theorem("t", statement, prelude=prelude), Budget(60.0, checks=150))
    assert proof.partial is not None
    assert proof.partial.proof.startswith("by\n  ")
    assert proof.partial.open
    assert proof.partial.proof.count("sorry") == len(proof.partial.open)
    checked = warm.run(check_text(warm.lean, proof.partial.lean_file, Limits(), theorems=("t",)))
    assert checked.outcome is Outcome.INCOMPLETE
    assert json.loads(json.dumps(proof.partial.as_json()))["open"][0]["goals"][0].count("⊢") == 1


def test_what_is_solved_stays_and_what_is_stuck_has_a_reason(warm: Running) -> None:
    statement = "∀ (n : Nat) (p : Prop), n + 0 = n ∧ p"
    proof = failed(warm, Theorem("t", statement), Budget(60.0, checks=150))
    assert proof.partial is not None
    (left,) = proof.partial.open
    assert left.goals[0].endswith("⊢ p")
    assert left.failures
    assert all(failure.reason and failure.reason != "refused" for failure in left.failures)


def test_in_its_own_file(warm: Running) -> None:
    frame = Frame("namespace A\ntheorem t (p : Prop) : p ∧ True :=", "\nend A\n", 12)
    theorem = Theorem("t", "p ∧ True", prelude="namespace A", binders="(p : Prop)")
    proof = failed(warm, theorem, Budget(60.0, checks=60), frame)
    assert proof.partial is not None
    assert proof.partial.lean_file.startswith("namespace A\ntheorem t (p : Prop) : p ∧ True := by\n")


def asking(*tactics: str) -> Manner:
    """A search that introduces, splits, and then has these tactics."""

    class Asking:
        name = "asking"

        def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
            return [
                TacticOutput(one, 0.9 - 0.01 * at, "asking", closes=True) for at, one in enumerate(tactics)
            ]

    return Manner(experts=(*chosen(["introduction"]), Asking()), discover=False)


HALF = Theorem(
    "t", "∀ (n m k : Nat) (p : Prop), n ≤ m → n * k ≤ m * k ∧ p", prelude="theorem u : 1 = 1 := by exact?"
)


def test_what_a_search_of_the_library_found_is_written_out(warm: Running) -> None:
    proof = warm.run(
        prove_theorem(warm.lean, HALF, Budget(60.0, checks=50), manner=asking("exact?"), disproof=False)
    )
    assert proof.partial is not None
    assert proof.partial.proof.endswith("  · exact Nat.mul_le_mul_right k h\n  · sorry")
    assert [one.goals[0].rpartition("⊢ ")[2] for one in proof.partial.open] == ["p"]
    # The user's own text stays as it is.
    assert proof.partial.lean_file.startswith("theorem u : 1 = 1 := by exact?\n")
    checked = warm.run(check_text(warm.lean, proof.partial.lean_file, Limits(), theorems=("t",)))
    assert checked.outcome is Outcome.INCOMPLETE


def test_a_search_that_does_not_say_what_it_found_stays_open(warm: Running) -> None:
    manner = asking("(first | rw? | exact?)")
    proof = warm.run(prove_theorem(warm.lean, HALF, Budget(60.0, checks=50), manner=manner, disproof=False))
    assert proof.partial is not None
    assert "?" not in proof.partial.proof
    assert proof.partial.proof.count("sorry") == len(proof.partial.open)


def test_experts_account_for_every_tactic(warm: Running) -> None:
    proof = failed(warm, Theorem("t", "∀ p q : Prop, p ∨ q → p ∧ q"), Budget(60.0, checks=120))
    uses = proof.experts.values()
    assert proof.search is not None
    assert sum(use.tried for use in uses) == proof.search.tactics
    assert all(use.solved <= use.ran <= use.tried for use in uses)
    assert sum(use.us for use in uses) > 0


def test_a_budget_of_memory_ends_a_run(warm: Running) -> None:
    budget = Budget(60.0, checks=5000, memory_bytes=1 << 20)
    proof = failed(warm, Theorem("t", "∀ a b c : Nat, 0 < a → a ^ 3 + b ^ 3 ≠ c ^ 3"), budget)
    assert proof.reason == "no proof within the memory budget (1 MiB)"
    assert proof.spent.checks < 5000


@dataclass
class Full(Footprint):
    """A footprint that is over its bound once a search for a lemma has begun."""

    lemma_began: bool = False
    processes: int = 0

    def is_over(self) -> bool:
        if self.lemma_began:
            self.processes = max(self.processes, len({one.process_id for one in self._holders}))
        return self.lemma_began

    def watch(self, event: Event) -> None:
        self.lemma_began |= isinstance(event, SearchStarted) and event.purpose == "lemma"


def test_searches_for_lemmas_are_within_the_budget_of_memory(warm: Running) -> None:
    """All sessions that are open at a time count together, and nothing more is searched for after that."""
    prelude = """def back : List Nat → List Nat
  | [] => []
  | x :: xs => back xs ++ [x]

def keep (xs : List Nat) : List Nat := back (back xs)
"""
    theorem = Theorem("t", "∀ xs ys, keep (xs ++ ys) ++ back ys = xs ++ ys ++ back ys", prelude=prelude)
    footprint = Full()
    account = Account(footprint.watch)
    settings = Settings(time.monotonic() + 60, footprint=footprint)
    finder = Finder(warm.lean, theorem, prelude, ("back", "keep"), settings, account)  # type: ignore[arg-type]
    found = warm.run(finder.find())
    assert footprint.lemma_began
    assert (found.proof, found.out_of_memory) == (None, True)
    assert finder.discovery is not None
    assert finder.discovery.proven == []
    assert footprint.processes == 2
    assert not footprint._holders


@pytest.mark.parametrize("says", ["refused", "nothing"])
def test_a_proof_that_the_final_check_refuses_is_not_the_end(
    warm: Running, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The judge of this test takes no `omega`; the search finds another proof, and says what it went on without."""
    check = Checker.check
    events: list[Event] = []

    async def without_omega(self: Checker, request: Request) -> Answered:
        if "omega" not in request.text:
            return await check(self, request)
        if says == "nothing":
            lost = NoVerdict("timeout", True)
            return Answered(Checked(lost), False, None)
        return await check(self, replace(request, text=request.text.replace("omega", "omega_")))

    monkeypatch.setattr(Checker, "check", without_omega)
    theorem = Theorem("t", "∀ (p : Prop) (a b c : Nat), p → p ∧ a + b + c = c + b + a")
    manner = asking("assumption", "omega", "ac_rfl")
    budget = Budget(60.0, checks=400)
    proof = warm.run(
        prove_theorem(warm.lean, theorem, budget, manner=manner, disproof=False, watch=events.append)
    )
    assert proof.outcome is Outcome.PROVED, proof.reason
    refused = [event for event in events if isinstance(event, ProofRefused)]
    assert refused
    assert all("omega" in one.without for one in refused)
    assert "omega" not in (proof.proof or "")
