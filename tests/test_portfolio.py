"""One way to a proof for all callers: by search, by models, by both within one budget."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from tactic_mesh.errors import ModelRefused, UsageError
from tactic_mesh.gateway.base import Candidate, ModelGateway, Problem, Proposals, Usage
from tactic_mesh.gateway.dummy import Dummy
from tactic_mesh.lean.host import LeanHost
from tactic_mesh.prove import portfolio
from tactic_mesh.prove.events import Attempted, Counted, Event, Phase
from tactic_mesh.prove.finding import Manner
from tactic_mesh.prove.gateway import open_source
from tactic_mesh.prove.portfolio import Conclusion, Prover, RunBudget, Ways, conclude
from tactic_mesh.prove.prover import Frame
from tactic_mesh.theorem import Diagnostic, Outcome, Theorem, Trust, Verdict
from tactic_mesh.verify.checker import Checker

SYMMETRIC = Theorem("t", "∀ a b : Nat, a = b → b = a")
QUICK = "by\n  intro a b h\n  exact h.symm"
FALSE = Theorem("t", "∀ n : Nat, n = 0")
OUT_OF_REACH = Theorem("t", "∀ n : Nat, ∃ p, n < p ∧ 2 ≤ p ∧ ∀ d : Nat, d ∣ p → d = 1 ∨ d = p")
WRONG = tuple(f"by\n  exact wrong_{number}" for number in range(30))


@dataclass
class Scripted:
    """A gateway whose rounds are given. Each question first waits; `ends_with` comes after the last round."""

    rounds: Sequence[Sequence[str]]
    wait_s: float = 0.0
    ends_with: Exception | None = None
    name: str = "scripted"
    is_priced: bool = True
    questions: int = 0
    stopped: list[str] = field(default_factory=list)

    async def propose(self, problem: Problem, n: int) -> Proposals:
        self.questions += 1
        try:
            await asyncio.sleep(self.wait_s)
        except asyncio.CancelledError:
            self.stopped.append("propose")
            raise
        if self.questions > len(self.rounds):
            if self.ends_with is not None:
                raise self.ends_with
            return self._proposals(())
        return self._proposals(self.rounds[self.questions - 1])

    async def repair(
        self, problem: Problem, failed_proof: str, diagnostics: Sequence[Diagnostic], n: int
    ) -> Proposals:
        return self._proposals(())

    def _proposals(self, proofs: Sequence[str]) -> Proposals:
        candidates = tuple(Candidate(proof, self.name) for proof in proofs)
        return Proposals(candidates, usage=Usage(1, input_tokens=10, output_tokens=5, dollars=0.25))


class Conclude:
    """Runs with the shared Lean."""

    def __init__(self, lean: LeanHost, runner: asyncio.Runner) -> None:
        self.lean, self.runner = lean, runner
        self.events: list[Event] = []

    def __call__(
        self,
        theorem: Theorem,
        prover: Prover,
        gateway: ModelGateway | None = None,
        budget: RunBudget = RunBudget(rounds=2),
        *,
        checker: Checker | None = None,
        frame: Frame | None = None,
        ways: Ways = Ways(),
    ) -> Conclusion:
        self.events.clear()
        checker = checker or Checker(self.lean)
        run = conclude(
            checker,
            theorem,
            prover,
            budget,
            gateway=gateway,
            frame=frame,
            ways=ways,
            watch=self.events.append,
        )
        return self.runner.run(run)


@pytest.fixture
def by(lean: LeanHost, loop: asyncio.Runner) -> Conclude:
    return Conclude(lean, loop)


@pytest.mark.parametrize(
    ("prover", "gateway"),
    [
        (Prover.SEARCH, None),
        (Prover.MODELS, Scripted([[QUICK]])),
        (Prover.PORTFOLIO, Scripted([[QUICK]])),
    ],
)
def test_whoever_proves_the_result_is_of_one_kind(
    by: Conclude, prover: Prover, gateway: ModelGateway | None
) -> None:
    found = by(SYMMETRIC, prover, gateway)
    assert found.outcome is Outcome.PROVED and found.by is not None and not found.reason
    assert found.full_name == "t" and found.lean_file is not None and str(found.proof) in found.lean_file
    assert found.checked is not None and isinstance(found.checked.verdict, Verdict)
    assert found.checked.verdict.trust is Trust.REPLAYED and found.checked.statement_source == "trusted"
    assert found.certificate is not None and found.certificate.text == found.lean_file
    assert found.spent()["checks"] and found.wall_s > 0


def test_a_run_of_models_tells_what_it_does(by: Conclude) -> None:
    by(SYMMETRIC, Prover.MODELS, Scripted([WRONG[:2], [QUICK]]))
    kinds = [event.kind for event in by.events]
    assert [event.name for event in by.events if isinstance(event, Phase)] == ["models", "models"]
    attempts = [event.attempt for event in by.events if isinstance(event, Attempted)]
    assert [attempt["outcome"] for attempt in attempts][-1] == "proved" and len(attempts) == 3
    counted = [event for event in by.events if isinstance(event, Counted)]
    assert kinds[-1] == "spent" and counted[-1].checks == 3 and counted[-1].dollars == 1.0


def test_models_need_a_gateway(by: Conclude) -> None:
    with pytest.raises(UsageError, match="backend"):
        by(SYMMETRIC, Prover.MODELS)


@pytest.mark.parametrize("prover", list(Prover))
def test_a_statement_that_is_none_is_an_outcome(by: Conclude, prover: Prover) -> None:
    gateway = Scripted([[QUICK]])
    found = by(Theorem("t", "1 = "), prover, gateway)
    assert found.outcome is Outcome.INVALID_STATEMENT and not gateway.questions
    assert "term" in found.reason
    ((origin, diagnostic),) = found.diagnostics
    assert origin == "statement" and (diagnostic.start.line, diagnostic.start.column) == (1, 4)


@pytest.mark.parametrize("prover", list(Prover))
def test_a_proof_is_written_in_its_file(by: Conclude, prover: Prover) -> None:
    prelude = "namespace Demo\n\ndef twice (n : Nat) : Nat := n + n\n"
    theorem = Theorem("twice_zero", "twice 0 = 0", prelude=prelude)
    after = "\n\ntheorem other : twice 1 = 2 := by rw [twice]\n\nend Demo\n"
    frame = Frame(f"{prelude}\ntheorem twice_zero : twice 0 = 0 :=", after, len(prelude) + 1)
    found = by(theorem, prover, Scripted([["by decide"]]), frame=frame)
    assert found.outcome is Outcome.PROVED and found.full_name == "Demo.twice_zero"
    assert str(found.lean_file).startswith(frame.before) and str(found.lean_file).endswith("end Demo\n")
    assert found.certificate is not None and found.certificate.text == found.lean_file


def test_models_win_where_the_search_finds_nothing(by: Conclude) -> None:
    hard = Theorem("t", "∀ p q : Prop, ((p → q) → p) → p")
    proof = "by\n  intro p q h\n  exact Classical.byContradiction fun n => n (h fun hp => absurd hp n)"
    ways = Ways(manner=Manner(experts=(), at_once=False))
    found = by(hard, Prover.PORTFOLIO, Scripted([WRONG[:3], [proof]]), ways=ways)
    assert (found.outcome, found.by, found.proof) == (Outcome.PROVED, Prover.MODELS, proof)
    assert [attempt.outcome for attempt in found.attempts] == ["rejected"] * 3 + ["proved"]
    assert found.usage.calls >= 2 and found.spent()["dollars"] == found.usage.dollars


def test_the_search_stops_a_model_that_takes_its_time(by: Conclude) -> None:
    gateway = Scripted([[QUICK]], wait_s=600)
    found = by(SYMMETRIC, Prover.PORTFOLIO, gateway, ways=Ways(head_start_s=0))
    assert (found.outcome, found.by) == (Outcome.PROVED, Prover.SEARCH)
    assert gateway.stopped == ["propose"] and found.statistics.questions_abandoned == 1
    assert found.wall_s < 60


def test_nobody_is_asked_where_the_search_is_quick(by: Conclude) -> None:
    gateway = Scripted([[QUICK]], wait_s=600)
    found = by(SYMMETRIC, Prover.PORTFOLIO, gateway, ways=Ways(head_start_s=60))
    assert (found.outcome, found.by) == (Outcome.PROVED, Prover.SEARCH)
    assert not gateway.stopped and not found.usage.calls


def test_models_go_on_where_the_search_gave_up_early(by: Conclude) -> None:
    """What the search tried without success is no measure of how long the models may take."""
    ways = Ways(manner=Manner(experts=(), at_once=False))
    found = by(
        SYMMETRIC,
        Prover.PORTFOLIO,
        Scripted([WRONG[:2], WRONG[2:4], [QUICK]]),
        RunBudget(rounds=4),
        ways=ways,
    )
    assert (found.outcome, found.by) == (Outcome.PROVED, Prover.MODELS)


def test_a_refuted_statement_stops_the_models(by: Conclude) -> None:
    gateway = Scripted([WRONG], wait_s=600)
    found = by(FALSE, Prover.PORTFOLIO, gateway)
    assert (found.outcome, found.by) == (Outcome.REFUTED, Prover.SEARCH) and found.refutation is not None


def test_a_model_that_refuses_does_not_stop_the_search(by: Conclude) -> None:
    gateway = Scripted([], wait_s=0, ends_with=ModelRefused("no such model"))
    found = by(SYMMETRIC, Prover.PORTFOLIO, gateway)
    assert found.outcome is Outcome.PROVED
    found = by(OUT_OF_REACH, Prover.PORTFOLIO, gateway, RunBudget(wall_s=30, tactics=300))
    assert found.outcome is Outcome.NOT_FOUND and "no such model" in found.reason
    assert any("no such model" in hint for hint in found.hints)


@pytest.mark.parametrize("checks", [1, 2, 5])
def test_both_together_keep_one_budget_of_checks(by: Conclude, checks: int) -> None:
    budget = RunBudget(wall_s=60, checks=checks, tactics=300)
    checker = Checker(by.lean)
    found = by(OUT_OF_REACH, Prover.PORTFOLIO, Scripted([WRONG]), budget, checker=checker)
    assert found.outcome is Outcome.NOT_FOUND and len(found.attempts) == checks == checker.statistics.checks
    assert found.checks == checks and found.reason.startswith("search: ")


def without_times(found: Conclusion) -> Conclusion:
    attempts = tuple(dataclasses.replace(tried, time_ms=0) for tried in found.attempts)
    experts = {name: dataclasses.replace(use, us=0) for name, use in found.experts.items()}
    # What was begun and stopped is a matter of timing, and so is what it cost.
    statistics = dataclasses.replace(found.statistics, wall_s=0.0, checks_abandoned=0, questions_abandoned=0)
    return dataclasses.replace(
        found,
        attempts=attempts,
        statistics=statistics,
        usage=Usage(),
        checked=None,
        search=None,
        experts=experts,
        tactics=0,
        checks=0,
        wall_s=0.0,
    )


@pytest.mark.parametrize("proof_in_round", [1, 2])
def test_who_wins_is_no_matter_of_the_clock(
    by: Conclude, proof_in_round: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search needs some tactics; a round counts as fewer or as more of them, and a model is quick or slow."""
    theorem = Theorem("t", "∀ (xs ys : List Nat), (xs ++ ys).length = ys.length + xs.length")
    ways = Ways(manner=Manner(at_once=False))
    alone = by(theorem, Prover.SEARCH, ways=ways)
    assert alone.outcome is Outcome.PROVED and alone.tactics > 4
    proof = "by\n  intro xs ys\n  simp [Nat.add_comm]"
    rounds = [[*WRONG[:2]]] * (proof_in_round - 1) + [[proof]]
    for a_round, winner in ((alone.tactics // 4, Prover.MODELS), (alone.tactics * 2, Prover.SEARCH)):
        monkeypatch.setattr(portfolio, "TACTICS_A_ROUND", a_round)
        results = [
            without_times(by(theorem, Prover.PORTFOLIO, Scripted(rounds, wait_s), ways=ways))
            for wait_s in (0.0, 1.0)
        ]
        assert results[0].by is winner and results[0] == results[1]


def test_the_search_is_a_backend_by_name(lean: LeanHost, loop: asyncio.Runner) -> None:
    async def run(backend: str) -> Conclusion:
        async with open_source(lean, backend) as gateway:
            return await conclude(Checker(lean), SYMMETRIC, Prover.MODELS, gateway=gateway)

    found = loop.run(run("search"))
    assert found.outcome is Outcome.PROVED and found.attempts[-1].candidate.source == "search"
    with pytest.raises(UsageError, match="search, dummy, openai"):
        loop.run(run("nobody"))


def test_a_dummy_concludes_too(by: Conclude) -> None:
    assert by(Theorem("t", "2 + 2 = 4"), Prover.MODELS, Dummy()).by is Prover.MODELS
