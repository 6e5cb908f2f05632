"""The loop with the real Lean: what it proves, what it repairs, and that it keeps its budget."""

from __future__ import annotations

import asyncio
import dataclasses
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactic_mesh.errors import InvalidStatement, ModelRefused, ModelUnavailable, UsageError
from tactic_mesh.gateway.backends import open_gateway
from tactic_mesh.gateway.base import Candidate, ModelGateway, Problem, Proposals, Usage
from tactic_mesh.gateway.dummy import Dummy
from tactic_mesh.gateway.prompt import PROVER, REPAIR, load
from tactic_mesh.gateway.scripted_server import Reply, scripted_server
from tactic_mesh.lean.host import LeanHost
from tactic_mesh.prove.refinement.promise import promise
from tactic_mesh.prove.refinement.refine import RefineBudget, Refined, RefineStatistics, refine
from tactic_mesh.theorem import Diagnostic, ErrorClass, Outcome, Theorem, Trust
from tactic_mesh.verify.checker import Checker
from tactic_mesh.verify.store import Store

TRIVIAL = Theorem("t", "∀ n : Nat, n = n")
SYMMETRIC = Theorem("t", "∀ a b : Nat, a = b → b = a")
FAILING = tuple(f"by\n  exact wrong_{number}" for number in range(9))
SLOW = "by\n  intro a b h\n  have : ∀ x y : Fin 12, x + y = y + x := by decide\n  exact h.symm"
QUICK = "by\n  intro a b h\n  exact h.symm"


@dataclass
class Scripted:
    """A gateway that proposes from a list, a round an entry, and repairs from a table."""

    rounds: Sequence[Sequence[str]]
    repairs: dict[str, str] = field(default_factory=dict)
    ends_with: Exception | None = None
    name: str = "scripted"
    is_priced: bool = True
    asked: list[tuple[str, tuple[Diagnostic, ...]]] = field(default_factory=list)
    questions: int = 0

    async def propose(self, problem: Problem, n: int) -> Proposals:
        self.questions += 1
        if self.questions > len(self.rounds):
            if self.ends_with is not None:
                raise self.ends_with
            return _proposals(())
        return _proposals(self.rounds[self.questions - 1])

    async def repair(
        self, problem: Problem, failed_proof: str, diagnostics: Sequence[Diagnostic], n: int
    ) -> Proposals:
        self.asked.append((failed_proof, tuple(diagnostics)))
        return _proposals([self.repairs[failed_proof]] if failed_proof in self.repairs else [])


def _proposals(proofs: Sequence[str]) -> Proposals:
    candidates = tuple(Candidate(proof, "scripted") for proof in proofs)
    return Proposals(candidates, usage=Usage(1, input_tokens=10, output_tokens=5, dollars=0.25))


class Loop:
    """Runs with the shared Lean, each with a checker of its own unless it is given one."""

    def __init__(self, lean: LeanHost, runner: asyncio.Runner) -> None:
        self.lean = lean
        self.runner = runner

    def __call__(
        self,
        theorem: Theorem,
        gateway: ModelGateway,
        budget: RefineBudget = RefineBudget(rounds=2),
        *,
        checker: Checker | None = None,
        at_once: int | None = None,
        log: Path | None = None,
    ) -> Refined:
        checker = checker or Checker(self.lean)
        return self.runner.run(refine(checker, theorem, gateway, budget, at_once=at_once, log=log))


@pytest.fixture
def prove(lean: LeanHost, loop: asyncio.Runner) -> Loop:
    return Loop(lean, loop)


@pytest.mark.parametrize(
    "statement", ["∀ n : Nat, n = n", "∀ n : Nat, n + 0 = n", "2 + 2 = 4", "∀ p q : Prop, p ∧ q → p"]
)
def test_easy_theorems_are_proved_without_any_model(prove: Loop, statement: str) -> None:
    found = prove(Theorem("t", statement), Dummy())
    assert found.outcome is Outcome.PROVED and found.checked is not None and found.certificate is not None
    assert found.checked.statement_source == "trusted" and found.checked.verdict.trust is Trust.REPLAYED  # type: ignore[union-attr]
    assert found.lean_file == f"theorem t : {statement} := {found.proof}\n"
    assert found.attempts[-1].candidate.proof == found.proof


def test_a_hard_theorem_fails_with_attempts_and_their_kinds(prove: Loop) -> None:
    found = prove(Theorem("t", "∀ p q : Prop, ((p → q) → p) → p"), Dummy())
    assert found.outcome is Outcome.NOT_FOUND and found.proof is None and "2 rounds" in found.reason
    assert len(found.attempts) == found.statistics.checks > 12
    assert all(tried.error_class and tried.message_excerpt and tried.score for tried in found.attempts)
    assert any(tried.parent for tried in found.attempts)


def test_a_false_theorem_is_never_proved(prove: Loop) -> None:
    assert prove(Theorem("t", "∀ n : Nat, n = 0"), Dummy()).outcome is Outcome.NOT_FOUND


def test_a_failure_is_repaired_with_what_lean_said_of_it(prove: Loop) -> None:
    failed = "by\n  intro a b h"
    gateway = Scripted([[failed]], {failed: QUICK})
    found = prove(SYMMETRIC, gateway)
    assert found.outcome is Outcome.PROVED and found.proof == QUICK
    assert [(tried.candidate_id, tried.parent) for tried in found.attempts] == [
        ("r1_c1", None),
        ("r1_f1", "r1_c1"),
    ]
    assert found.attempts[0].error_class is ErrorClass.UNSOLVED_GOALS
    (proof, (error, *_)) = gateway.asked[0]
    assert proof == failed and str(error.goals[0]).endswith("⊢ b = a")
    assert (error.start.line, error.start.column) == (1, 0)  # of the proof, where its `by` stands


def test_a_model_over_http_proves_by_repair(prove: Loop, tmp_path: Path) -> None:
    replies = [
        Reply(("```lean\nby\n  intro a b h\n  rfl\n```",)),
        Reply((f"Of course:\n```lean\n{QUICK}\n```",)),
    ]

    async def run(base_url: str) -> Refined:
        async with open_gateway("local", "m", base_url=base_url) as gateway:
            budget = RefineBudget(candidates_per_round=1)
            return await refine(Checker(prove.lean), SYMMETRIC, gateway, budget, log=tmp_path / "log.jsonl")

    with scripted_server(replies) as server:
        found = prove.runner.run(run(server.base_url + "/v1"))
        assert "⊢ b = a" in server.received[1].body["messages"][1]["content"]
    assert found.outcome is Outcome.PROVED and found.usage.unpriced == ("local/m",)
    prompts = [tried.candidate.prompt_sha256 for tried in found.attempts]
    assert prompts == [load(PROVER).sha256, load(REPAIR).sha256]
    lines = [
        json.loads(line) for line in (tmp_path / "log.jsonl").read_text(encoding="utf-8").split("\n") if line
    ]
    assert [line["event"] for line in lines] == ["run", "budget", "attempt", "attempt", "end"]
    assert [line["prompt_sha256"] for line in lines[2:4]] == prompts
    assert lines[-1]["outcome"] == "proved" and lines[-1]["usage"]["dollars"] is None


def test_a_prompt_has_the_names_of_the_prelude(prove: Loop) -> None:
    prelude = "inductive Tree where\n  | leaf\n  | node (l r : Tree)\n\ndef Tree.twice (t : Tree) : Tree := .node t t\n"
    told: list[tuple[str, ...]] = []

    class Listening(Scripted):
        async def propose(self, problem: Problem, n: int) -> Proposals:
            told.append(problem.names)
            return await super().propose(problem, n)

    theorem = Theorem("t", "∀ t : Tree, t.twice = .node t t", prelude=prelude)
    assert prove(theorem, Listening([["by\n  intro t\n  rfl"]])).outcome is Outcome.PROVED
    assert {"Tree", "Tree.leaf", "Tree.node", "Tree.twice"} <= set(told[0])
    assert not any(name.endswith(("casesOn", "noConfusion", "rec")) for name in told[0])


def without_times(found: Refined) -> Refined:
    attempts = tuple(dataclasses.replace(tried, time_ms=0) for tried in found.attempts)
    statistics = dataclasses.replace(found.statistics, wall_s=0.0, checks_abandoned=0)
    return dataclasses.replace(
        found, attempts=attempts, statistics=statistics, checked=None, certificate=None
    )


@pytest.mark.parametrize("at_once", [2, 5])
def test_the_first_candidate_wins_whichever_check_ends_first(prove: Loop, at_once: int) -> None:
    def run(at_once: int) -> Refined:
        gateway = Scripted([[*FAILING[:2], SLOW, QUICK, *FAILING[2:6]]])
        return prove(SYMMETRIC, gateway, at_once=at_once)

    alone = run(1)
    assert alone.proof == SLOW and alone.statistics.checks == 3 and alone.statistics.checks_abandoned == 0
    assert without_times(run(at_once)) == without_times(alone)


def test_the_same_questions_end_alike_with_any_parallelism(prove: Loop) -> None:
    """Answers come late or early, checks beside each other or not: attempts, their order and counts are the same."""

    @dataclass(frozen=True)
    class Hesitant(Dummy):
        draw: random.Random = field(default_factory=random.Random)

        async def repair(
            self, problem: Problem, failed_proof: str, diagnostics: Sequence[Diagnostic], n: int
        ) -> Proposals:
            await asyncio.sleep(self.draw.random() / 20)
            return await Dummy.repair(self, problem, failed_proof, diagnostics, n)

    theorem = Theorem("t", "∀ p q : Prop, ((p → q) → p) → p")
    budget = RefineBudget(rounds=2, checks=15)
    alone, *others = [
        without_times(prove(theorem, Hesitant(draw=random.Random(at_once)), budget, at_once=at_once))
        for at_once in (1, 2, 6)
    ]
    assert alone.statistics.checks == 15 and any(tried.parent for tried in alone.attempts)
    assert all(other == alone for other in others)


@pytest.mark.parametrize("at_once", [1, 4])
def test_no_more_checks_than_allowed(prove: Loop, at_once: int) -> None:
    checker = Checker(prove.lean)
    budget = RefineBudget(checks=5)
    found = prove(SYMMETRIC, Scripted([FAILING, [QUICK]]), budget, checker=checker, at_once=at_once)
    assert found.outcome is Outcome.NOT_FOUND and found.reason == "no proof within 5 checks"
    assert [tried.candidate.proof for tried in found.attempts] == list(FAILING[:5])
    assert checker.statistics.checks == found.statistics.checks == 5


def test_what_was_seen_is_not_checked_again(prove: Loop) -> None:
    checker = Checker(prove.lean)
    found = prove(SYMMETRIC, Scripted([[FAILING[0], FAILING[0]], [FAILING[0], QUICK]]), checker=checker)
    assert found.outcome is Outcome.PROVED
    assert found.statistics.duplicates == 2 and checker.statistics.checks == 2


def test_a_known_verdict_costs_no_check_and_keeps_its_words(prove: Loop, tmp_path: Path) -> None:
    with Store(tmp_path / "store") as store:
        checker = Checker(prove.lean, store)
        first = prove(SYMMETRIC, Scripted([FAILING]), RefineBudget(rounds=1), checker=checker)
        for at_once in (1, 4):
            # One check is left for the one candidate that nobody checked yet, wherever it stands.
            batch = [*FAILING, f"{QUICK} -- {at_once}"]
            found = prove(
                SYMMETRIC, Scripted([batch]), RefineBudget(checks=1), checker=checker, at_once=at_once
            )
            assert found.outcome is Outcome.PROVED
            assert (found.statistics.cache_hits, found.statistics.checks) == (len(FAILING), 1)
            again = [(tried.error_class, tried.message_excerpt, tried.score) for tried in found.attempts[:-1]]
            assert again == [
                (tried.error_class, tried.message_excerpt, tried.score) for tried in first.attempts
            ]


def test_a_time_out_is_no_failure_of_the_proof(prove: Loop) -> None:
    endless = "by\n  have : ∀ a b c d : Fin 40, a + b + c + d = d + c + b + a := by\n    set_option maxRecDepth 1000000 in set_option maxHeartbeats 0 in decide\n  exact wrong"  # noqa: E501
    gateway = Scripted([[endless]], {endless: QUICK})
    found = prove(SYMMETRIC, gateway, RefineBudget(rounds=1, check_wall_s=0.5))
    assert found.outcome is Outcome.NOT_FOUND and not gateway.asked
    (tried,) = found.attempts
    assert (tried.no_verdict, tried.error_class, tried.score) == ("timeout", None, None)
    assert found.statistics.checks == 1


def test_the_most_promising_failures_are_repaired_first_and_each_once(prove: Loop) -> None:
    unknown, open_goals, sloppy = FAILING[0], "by\n  intro a b h", "by\n  intro a b h\n  exact ("
    gateway = Scripted([[sloppy, unknown, open_goals], [], []])
    prove(SYMMETRIC, gateway, RefineBudget(rounds=3, repairs_per_round=2))
    assert [proof for proof, _ in gateway.asked] == [open_goals, unknown, sloppy]


@pytest.mark.parametrize(
    "statement",
    [
        "True := trivial\ntheorem x : False",
        "True := trivial theorem x : False",
        "1 = ",
        "no_such_thing",
        "",
        "True /-",
    ],
)
def test_a_statement_that_is_none_costs_no_question(prove: Loop, statement: str) -> None:
    gateway = Scripted([[QUICK]])
    with pytest.raises(InvalidStatement):
        prove(Theorem("t", statement), gateway)
    assert gateway.questions == 0


@pytest.mark.parametrize("name", ["t : True := trivial theorem x", "1t", "", "t\nx"])
def test_a_name_that_is_none_is_refused(prove: Loop, name: str) -> None:
    with pytest.raises(UsageError, match="theorem name"):
        prove(Theorem(name, "True"), Dummy())


@pytest.mark.parametrize(
    "proof",
    [
        "by sorry",
        "by trivial\naxiom t' : False",
        "by\n  trivial\n  #eval 1",
        "by exact (sorryAx _ false)",
        "trivial",
    ],
)
def test_a_gateway_that_suggests_more_than_a_proof_is_not_believed(prove: Loop, proof: str) -> None:
    found = prove(Theorem("t", "False"), Scripted([[proof]]))
    assert found.outcome is Outcome.NOT_FOUND and not found.attempts and found.statistics.refused == 1


def test_a_model_that_stops_answering_ends_the_run_with_what_there_is(prove: Loop) -> None:
    found = prove(SYMMETRIC, Scripted([FAILING[:2]], ends_with=ModelUnavailable("too busy")))
    assert found.outcome is Outcome.NO_VERDICT and "too busy" in found.reason and len(found.attempts) == 2
    with pytest.raises(ModelRefused):
        prove(SYMMETRIC, Scripted([], ends_with=ModelRefused("no such model")))


def test_tokens_and_dollars_are_bounds(prove: Loop) -> None:
    by_tokens = prove(SYMMETRIC, Scripted([[], [], []]), RefineBudget(rounds=3, tokens=30))
    assert by_tokens.reason == "no proof within 30 tokens" and by_tokens.usage.calls == 2
    by_dollars = prove(SYMMETRIC, Scripted([[], [], []]), RefineBudget(rounds=3, dollars=0.25))
    assert by_dollars.reason == "no proof within $0.25" and by_dollars.usage.calls == 1
    with pytest.raises(UsageError, match="price"):
        prove(SYMMETRIC, Scripted([], is_priced=False), RefineBudget(dollars=1))


def test_the_wall_clock_is_a_bound(prove: Loop) -> None:
    class Waiting(Scripted):
        async def propose(self, problem: Problem, n: int) -> Proposals:
            if self.questions:
                await asyncio.sleep(60)
            return await super().propose(problem, n)

    found = prove(SYMMETRIC, Waiting([FAILING[:2]]), RefineBudget(wall_s=3))
    assert found.outcome is Outcome.NOT_FOUND and found.reason == "no proof within 3 s"
    assert len(found.attempts) == 2


@pytest.mark.parametrize("wrong", [{"rounds": 0}, {"checks": 0}, {"wall_s": 0.0}, {"repairs_per_round": -1}])
def test_a_budget_is_a_budget(wrong: dict[str, int]) -> None:
    with pytest.raises(UsageError, match=next(iter(wrong))):
        RefineBudget(**wrong)


KINDS = [
    ErrorClass.UNSOLVED_GOALS,
    ErrorClass.TACTIC_FAILED,
    ErrorClass.TYPE_MISMATCH,
    ErrorClass.UNKNOWN_IDENTIFIER,
    ErrorClass.PARSE_ERROR,
    ErrorClass.OTHER,
]


@given(st.text(max_size=600), st.text(max_size=600), st.sampled_from(range(5)))
def test_no_message_and_no_tactic_lifts_a_kind_above_another(message: str, other: str, kind: int) -> None:
    better = promise(KINDS[kind], message, "by rfl")
    assert 1 >= better > promise(KINDS[kind + 1], other, "by simp") > 0


def test_short_messages_and_known_tactics_promise_more() -> None:
    kind = ErrorClass.TACTIC_FAILED
    assert promise(kind, "short", "by rfl") > promise(kind, "long" * 100, "by rfl")
    assert promise(kind, "m", "by omega") > promise(kind, "m", "by exact omega_lemma.simp")


def test_statistics_begin_at_nothing() -> None:
    assert set(dataclasses.asdict(RefineStatistics()).values()) == {0}
