"""Propose, verify, repair: the loop that makes a prover of anything that suggests proofs.

Each round asks a gateway for candidates, drops those that were seen, and has all others checked; the first proof in
the order of the candidates wins, whichever check ended first. Else the failures that promise most are given back to
the gateway with what Lean said of them, and its repairs are checked in the same way.

A check is reserved before it begins, so that no number of parallel checks exceeds the budget; a verdict that was
known already gives its reservation back. The same gateway answers lead to the same result with any parallelism, but
for times and where a wall clock cut in.
"""

from __future__ import annotations

import asyncio
import dataclasses
import json
import re
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from tactic_mesh.errors import (
    InvalidStatement,
    ModelRefused,
    ModelUnavailable,
    StorageError,
    UsageError,
)
from tactic_mesh.gateway.base import Candidate, ModelGateway, Problem, Proposals, Refusal, Usage
from tactic_mesh.gateway.extract import normalised
from tactic_mesh.lean.answer import Constant
from tactic_mesh.lean.declarations import is_name, theorems
from tactic_mesh.lean.messages import first_error
from tactic_mesh.prove.events import Attempted, Counted, Phase, Watch, unwatched
from tactic_mesh.prove.prover import FINAL_CHECK_WALL_S, Frame, admitted, lean_file, malformed
from tactic_mesh.prove.refinement.premises import premises
from tactic_mesh.prove.refinement.promise import class_of, promise
from tactic_mesh.prove.refinement.repair import in_proof
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import (
    Diagnostic,
    ErrorClass,
    NoVerdict,
    NoVerdictReason,
    Outcome,
    Theorem,
    Trust,
    Verdict,
    normalise,
)
from tactic_mesh.verify.certificate import Certificate
from tactic_mesh.verify.check import reachable
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.checker import Answered, Checking
from tactic_mesh.verify.names import public_name
from tactic_mesh.verify.request import Request

SCHEMA = "tactic-mesh/attempts@1"
LOG_CHARACTERS_MAX = 64 << 20
"""Of one run's log; behind them only its end is written."""
EXCERPT_CHARACTERS = 400
STATEMENT_WALL_S = 30.0
PREMISES_MAX = 40
"""How many theorems of the library are named to a model."""


@dataclass(frozen=True, slots=True)
class RefineBudget:
    """What a run may spend. Tokens and dollars are looked at before each question, which may overrun them by one."""

    rounds: int = 4
    candidates_per_round: int = 12
    repairs_per_round: int = 6
    checks: int = 60
    check_wall_s: float = 15.0
    wall_s: float = 600.0
    tokens: int | None = None
    dollars: float | None = None

    def __post_init__(self) -> None:
        """Raises: UsageError."""
        for name in ("rounds", "candidates_per_round", "checks", "check_wall_s", "wall_s"):
            if not getattr(self, name) > 0:
                raise UsageError(f"{name}: above 0")
        if self.repairs_per_round < 0:
            raise UsageError("repairs_per_round: at least 0")


@dataclass(frozen=True, slots=True)
class Tried:
    """One candidate and what became of it.

    `candidate_id` is `r1_c3` for the third candidate of the first round, `r1_f2` for its second repair, whose
    `parent` is the attempt that it repairs. `score` is set for failures: how much a repair promises. Without a verdict,
    `no_verdict` says why, and nothing is known of the proof.
    """

    round: int
    candidate_id: str
    candidate: Candidate
    outcome: Outcome
    parent: str | None = None
    error_class: ErrorClass | None = None
    message_excerpt: str = ""
    score: float | None = None
    no_verdict: NoVerdictReason | None = None
    cached: bool = False
    time_ms: int = 0

    def as_json(self) -> dict[str, object]:
        return {
            "round": self.round,
            "candidate_id": self.candidate_id,
            "parent": self.parent,
            "proof_block": self.candidate.proof,
            "source": self.candidate.source,
            "prompt_sha256": self.candidate.prompt_sha256,
            "lean_ok": self.outcome is Outcome.PROVED,
            "outcome": self.outcome,
            "error_class": self.error_class,
            "message_excerpt": self.message_excerpt,
            "score": self.score,
            "no_verdict": self.no_verdict,
            "cached": self.cached,
            "time_ms": self.time_ms,
        }


@dataclass(frozen=True, slots=True)
class RefineStatistics:
    """What a run did. `checks_abandoned` were begun and brought nothing, behind the first proof or cut off by the
    wall clock: a matter of timing. `questions_abandoned` were cut off in the same way; what they cost is not known.

    `duplicates` had been seen before, `refused` were no `by` blocks.
    """

    rounds: int = 0
    checks: int = 0
    checks_abandoned: int = 0
    questions_abandoned: int = 0
    cache_hits: int = 0
    duplicates: int = 0
    refused: int = 0
    wall_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Refined:
    """How a run ended. `proof`, `lean_file` and `checked` are set when `outcome` is `proved`."""

    outcome: Outcome
    reason: str
    theorem: Theorem
    attempts: tuple[Tried, ...]
    statistics: RefineStatistics
    usage: Usage
    proof: str | None = None
    lean_file: str | None = None
    checked: Checked | None = None
    certificate: Certificate | None = None
    full_name: str = ""


async def refine(
    checker: Checking,
    theorem: Theorem,
    gateway: ModelGateway,
    budget: RefineBudget = RefineBudget(),
    *,
    names: tuple[str, ...] = (),
    at_once: int | None = None,
    frame: Frame | None = None,
    log: Path | None = None,
    watch: Watch = unwatched,
) -> Refined:
    """Look for a proof with a gateway; every attempt is a line of `log`, written as soon as it ended.

    `names` are constants that may help, for the prompts, beside those of the prelude and the core library's theorems
    that fit; `at_once` bounds parallel
    checks (the Lean's own number if None); `frame` is the file that the theorem stands in. Raises: InvalidStatement,
    UsageError and its kin, StorageError.
    """
    with AttemptsLog(log) as attempts_log:
        return await Refinement.of(
            checker, theorem, gateway, budget, names=names, at_once=at_once, frame=frame, watch=watch
        ).whole(attempts_log)


def require_price(gateway: ModelGateway) -> None:
    """Raises: UsageError if a budget in dollars cannot be kept with this gateway."""
    if not gateway.is_priced:
        raise UsageError(
            f"a budget in dollars needs the price of {gateway.name}: write it into the price table (docs/models.md), "
            "or name a table with TACTIC_MESH_PRICES"
        )


class AttemptsLog:
    """JSON lines in a file, each written through at once; nothing without a path."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._file: TextIO | None = None
        self._written = 0

    def __enter__(self) -> AttemptsLog:
        """Raises: StorageError."""
        if self._path is not None:
            try:
                self._file = self._path.open("a", encoding="utf-8")
            except OSError as error:
                raise StorageError(f"{self._path}: cannot be written: {error.strerror}") from error
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def write(self, event: str, **fields: object) -> None:
        """Raises: StorageError."""
        if self._file is None:
            return
        line = json.dumps({"event": event, **fields}, ensure_ascii=False) + "\n"
        if event != "end":
            if self._written >= LOG_CHARACTERS_MAX:
                return
            self._written += len(line)
            if self._written >= LOG_CHARACTERS_MAX:
                line = '{"event": "truncated"}\n'
        try:
            self._file.write(line)
            self._file.flush()
        except OSError as error:
            raise StorageError(f"{self._path}: cannot be written: {error.strerror}") from error


@dataclass(slots=True)
class Checks:
    """How many checks are left. One is reserved before it begins, and then spent or given back."""

    max: int
    spent: int = 0
    reserved: int = 0
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def reserve(self) -> bool:
        """Whether there was one, or may be one after those that are under way gave theirs back."""
        async with self._changed:
            await self._changed.wait_for(lambda: self.spent + self.reserved < self.max or not self.reserved)
            if self.spent + self.reserved >= self.max:
                return False
            self.reserved += 1
            return True

    async def settle(self, *, spent: bool) -> None:
        async with self._changed:
            self.reserved -= 1
            self.spent += spent
            self._changed.notify_all()


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A candidate that is to be checked."""

    round: int
    candidate_id: str
    candidate: Candidate
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class _Judged:
    """An attempt with all that Lean said of it."""

    tried: Tried
    diagnostics: tuple[Diagnostic, ...]
    answered: Answered | None


class _Ended(Exception):
    """The run is over: a proof was found, or a bound was reached."""

    def __init__(self, reason: str, judged: _Judged | None = None) -> None:
        super().__init__(reason)
        self.judged = judged


@dataclass(slots=True)
class Refinement:
    """One run, and where it stands: whoever stops it from outside asks for what there is with `so_far`.

    `checks` may be shared with others. `goes_on` is asked before each round; with False, the run ends there.
    """

    checker: Checking
    problem: Problem
    gateway: ModelGateway
    budget: RefineBudget
    at_once: int
    checks: Checks
    frame: Frame | None = None
    watch: Watch = unwatched
    goes_on: Callable[[int], bool] = lambda number: True
    log: AttemptsLog = field(default_factory=AttemptsLog)
    full_name: str = ""
    trust: Trust = Trust.ELABORATED
    usage: Usage = field(default_factory=Usage)
    statistics: RefineStatistics = field(default_factory=RefineStatistics)
    attempts: list[Tried] = field(default_factory=list)
    failures: list[_Judged] = field(default_factory=list)
    """Those that were not repaired yet."""
    seen: set[str] = field(default_factory=set)
    rounds_ended: list[tuple[int, RefineStatistics]] = field(default_factory=list)
    """How many attempts there were after each whole round, and what was counted."""
    started: float = field(default_factory=time.monotonic)

    @staticmethod
    def of(
        checker: Checking,
        theorem: Theorem,
        gateway: ModelGateway,
        budget: RefineBudget,
        *,
        names: tuple[str, ...] = (),
        at_once: int | None = None,
        checks: Checks | None = None,
        frame: Frame | None = None,
        watch: Watch = unwatched,
        goes_on: Callable[[int], bool] = lambda number: True,
    ) -> Refinement:
        """A run that has not begun. Raises: UsageError for a budget in dollars that cannot be kept."""
        if budget.dollars is not None:
            require_price(gateway)
        normal = dataclasses.replace(
            theorem, name=theorem.name.strip(), statement=normalise(theorem.statement).strip()
        )
        return Refinement(
            checker,
            Problem(normal, names),
            gateway,
            budget,
            at_once or checker.lean.children_max,
            checks or Checks(budget.checks),
            frame,
            watch,
            goes_on,
        )

    async def whole(self, log: AttemptsLog) -> Refined:
        """From the statement to the end; once."""
        self.log, self.started = log, time.monotonic()
        theorem = self.problem.theorem
        log.write("run", schema=SCHEMA, theorem=dataclasses.asdict(theorem), gateway=self.gateway.name)
        log.write("budget", **dataclasses.asdict(self.budget))
        judged: _Judged | None = None
        outcome = Outcome.NOT_FOUND
        try:
            async with asyncio.timeout(self.budget.wall_s):
                if (silent := await self._stated()) is not None:
                    outcome, reason = (
                        Outcome.NO_VERDICT,
                        f"the statement could not be elaborated: {silent.reason}",
                    )
                else:
                    await self._rounds()
                    reason = f"no proof in {self.statistics.rounds} rounds"
        except _Ended as ended:
            judged, reason = ended.judged, str(ended)
        except TimeoutError:
            reason = f"no proof within {self.budget.wall_s:g} s"
            if not self.attempts and not self.usage.calls:
                outcome, reason = (
                    Outcome.NO_VERDICT,
                    f"the model gave no answer within {self.budget.wall_s:g} s",
                )
        except ModelRefused:
            raise
        except ModelUnavailable as error:
            outcome, reason = Outcome.NO_VERDICT, f"the model gave no answer: {error}"
        except asyncio.CancelledError:
            self._log_end(self.so_far(Outcome.NOT_FOUND, "stopped"))
            raise
        if judged is None or judged.answered is None:
            return self._log_end(self.so_far(outcome, reason))
        proof = judged.tried.candidate.proof
        text, answered = await self._with_rest(self._text(proof), judged.answered)
        found = dataclasses.replace(
            self.so_far(Outcome.PROVED, ""),
            proof=proof,
            lean_file=text,
            checked=answered.checked,
            certificate=answered.certificate,
            full_name=self.full_name,
        )
        return self._log_end(found)

    def so_far(self, outcome: Outcome, reason: str, rounds: int | None = None) -> Refined:
        """What there is, as the end of the run. With `rounds`, the attempts of so many whole rounds only; checks that
        came after them count as abandoned."""
        attempts, statistics = tuple(self.attempts), self.statistics
        if rounds is not None and rounds < len(self.rounds_ended) + 1:
            kept, statistics = self.rounds_ended[rounds - 1] if rounds else (0, RefineStatistics())
            abandoned = self.statistics.checks + self.statistics.checks_abandoned - statistics.checks
            questions = self.statistics.questions_abandoned
            attempts = attempts[:kept]
            statistics = dataclasses.replace(
                statistics, checks_abandoned=abandoned, questions_abandoned=questions
            )
        statistics = dataclasses.replace(statistics, wall_s=time.monotonic() - self.started)
        return Refined(outcome, reason, self.problem.theorem, attempts, statistics, self.usage)

    def _log_end(self, refined: Refined) -> Refined:
        self.log.write(
            "end",
            outcome=refined.outcome,
            reason=refined.reason,
            usage=refined.usage.as_json(),
            **dataclasses.asdict(refined.statistics),
        )
        return refined

    def _text(self, proof: str) -> str:
        """The whole file with this proof."""
        if self.frame is not None:
            return self.frame.filled(proof)
        return lean_file(self.problem.theorem, proof)

    def _request(self, text: str, wall_s: float) -> Request:
        """Does this text prove the theorem as it was stated, at the highest rung that there is?"""
        return Request(text, (self.full_name,), self._text("sorry"), self.trust, limits=Limits(wall_s=wall_s))

    async def _with_rest(self, text: str, answered: Answered) -> tuple[str, Answered]:
        """The file of a proof that was found with what follows the theorem, unless that has errors of its own."""
        after = self.frame.after.strip("\n") if self.frame is not None else ""
        if not after.strip():
            return text, answered
        whole = f"{text}\n{after}\n"
        rest = await admitted(self.checker, self._request(whole, FINAL_CHECK_WALL_S))
        return (whole, rest) if rest.checked.outcome is Outcome.PROVED else (text, answered)

    async def _stated(self) -> NoVerdict | None:
        """See that Lean accepts the statement before a model is asked. Raises: InvalidStatement, UsageError."""
        theorem = self.problem.theorem
        if not is_name(theorem.name):
            raise UsageError(f"theorem name: {theorem.name[:100]!r} is no Lean name")
        trusted = self._text("sorry")
        stated = theorems(trusted)
        if not stated:
            raise InvalidStatement("the statement states no theorem: a comment or a literal may have no end")
        self.full_name = stated[-1].full_name
        lean = self.checker.lean
        async with lean.worker(Limits()) as worker:
            imports = "".join(f"import {module}\n" for module in theorem.imports)
            text = imports + theorem.prelude
            before = await worker.run(text, STATEMENT_WALL_S, keep=True, constants=True)
            if isinstance(before, NoVerdict):
                return before
            if before.errors:  # also a doc comment or a modifier without its declaration
                raise InvalidStatement(
                    f"Lean does not accept the prelude: {first_error(before.messages).text}"
                )
            if self.full_name in {public_name(constant) for constant in before.constants or ()}:
                raise InvalidStatement(f"the prelude has a declaration `{self.full_name}` already")
            names = [*_named(before.constants or ()), *self.problem.names]
            if lean.is_embedded:
                names += await asyncio.to_thread(premises, (theorem.statement, theorem.binders), PREMISES_MAX)
            self.problem = dataclasses.replace(self.problem, names=tuple(dict.fromkeys(names)))
            wrong = await malformed(worker, theorem, STATEMENT_WALL_S, before.state or 0)
        if isinstance(wrong, NoVerdict):
            return wrong
        if wrong is not None:
            raise InvalidStatement(f"{wrong.reason}: {wrong.diagnostic.text}")
        answer = await lean.elaborate(trusted, Limits(wall_s=STATEMENT_WALL_S), module=True)
        if isinstance(answer, NoVerdict):
            return answer
        if answer.errors:
            first = first_error(answer.messages)
            raise InvalidStatement(f"Lean does not accept the statement: {first.text}")
        # Without a compiled module there is nothing that a judge could read; the verdicts say their rung.
        self.trust = reachable(lean) if answer.module is not None else Trust.ELABORATED
        return None

    async def _rounds(self) -> None:
        """Raises: _Ended with a proof, or where a bound is reached."""
        for number in range(1, self.budget.rounds + 1):
            if not self.goes_on(number):
                return
            self._count(rounds=1)
            self.watch(Phase("models", f"round {number} of {self.budget.rounds}: {self.gateway.name}"))
            proposals = await self._asked(
                self.gateway.propose(self.problem, self.budget.candidates_per_round)
            )
            await self._check_all(self._drawn(number, "c", [(None, proposals)]))
            repairs = await self._repairs()
            await self._check_all(self._drawn(number, "f", repairs))
            self.rounds_ended.append((len(self.attempts), self.statistics))

    async def _repairs(self) -> list[tuple[str | None, Proposals]]:
        """One repair for each of the failures that promise most; each failure is given back once."""
        self.failures.sort(
            key=lambda failure: -(failure.tried.score or 0.0)
        )  # stable: then by order of attempts
        best = self.failures[: self.budget.repairs_per_round]
        del self.failures[: self.budget.repairs_per_round]
        if not best:
            return []
        self._require_means()
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [
                    group.create_task(
                        self._answer(
                            self.gateway.repair(
                                self.problem, failure.tried.candidate.proof, failure.diagnostics, 1
                            )
                        )
                    )
                    for failure in best
                ]
        except ExceptionGroup as errors:
            raise errors.exceptions[0] from errors
        repairs: list[tuple[str | None, Proposals]] = []
        for failure, task in zip(best, tasks, strict=True):
            self._told(task.result())
            repairs.append((failure.tried.candidate_id, task.result()))
        return repairs

    async def _asked(self, question: Coroutine[Any, Any, Proposals]) -> Proposals:
        try:
            self._require_means()
        except _Ended:
            question.close()
            raise
        proposals = await self._answer(question)
        self._told(proposals)
        return proposals

    async def _answer(self, question: Coroutine[Any, Any, Proposals]) -> Proposals:
        """What a gateway answers; a question that is cut off is counted, since it may have been paid for."""
        try:
            return await question
        except asyncio.CancelledError:
            self._count(questions_abandoned=1)
            raise

    def _require_means(self) -> None:
        """Raises: _Ended if the next question, or the checks that it would lead to, cannot be paid."""
        tokens = self.usage.input_tokens + self.usage.output_tokens
        if self.budget.tokens is not None and tokens >= self.budget.tokens:
            raise _Ended(f"no proof within {self.budget.tokens} tokens")
        if self.budget.dollars is not None and self.usage.unpriced:
            raise _Ended("the endpoint told no token counts, so that the budget in dollars cannot be kept")
        if self.budget.dollars is not None and self.usage.dollars >= self.budget.dollars:
            raise _Ended(f"no proof within ${self.budget.dollars:g}")
        if self.checks.spent >= self.checks.max:
            raise _Ended(f"no proof within {self.checks.max} checks")

    def _told(self, proposals: Proposals) -> None:
        self.usage += proposals.usage
        self.watch(self.counted())
        for refusal in proposals.refused:
            self._refused(refusal)

    def _refused(self, refusal: Refusal) -> None:
        self._count(refused=1)
        self.log.write("refused", code=refusal.code, excerpt=refusal.excerpt)

    def _drawn(
        self, number: int, letter: str, proposals: Sequence[tuple[str | None, Proposals]]
    ) -> list[_Drawn]:
        """The candidates that were not seen before. Whoever suggested them, they are read once more as `by` blocks."""
        drawn: list[_Drawn] = []
        every = [(parent, candidate) for parent, proposed in proposals for candidate in proposed.candidates]
        for index, (parent, candidate) in enumerate(every, 1):
            proof = normalised(candidate.proof)
            if isinstance(proof, Refusal):
                self._refused(proof)
            elif proof in self.seen:
                self._count(duplicates=1)
            else:
                self.seen.add(proof)
                kept = dataclasses.replace(candidate, proof=proof)
                drawn.append(_Drawn(number, f"r{number}_{letter}{index}", kept, parent))
        return drawn

    async def _check_all(self, batch: Sequence[_Drawn]) -> None:
        """Check in parallel, and keep what a one-by-one run would have known.

        Raises: _Ended with the first proof in the order of the batch, or where the checks are used up.
        """
        judged: dict[int, _Judged] = {}
        under_way: dict[int, asyncio.Task[None]] = {}
        places = asyncio.Semaphore(self.at_once)
        first = len(batch)  # the index of the first proof so far

        async def work(index: int) -> None:
            nonlocal first
            spent = True
            try:
                found = await self._judge(batch[index])
                judged[index] = found
                spent = found.answered is not None and not found.answered.cached
                if found.tried.outcome is Outcome.PROVED and index < first:
                    first = index
                    for later, task in under_way.items():
                        if later > index:
                            task.cancel()
            finally:
                places.release()
                await self.checks.settle(spent=spent)
                self.watch(self.counted())

        exhausted = False
        try:
            async with asyncio.TaskGroup() as group:
                for index in range(len(batch)):
                    await places.acquire()
                    if first < index:
                        break
                    if not await self.checks.reserve():
                        exhausted = first >= index
                        break
                    under_way[index] = group.create_task(work(index))
        except ExceptionGroup as errors:
            raise errors.exceptions[0] from errors
        finally:
            for index in sorted(judged):
                self._keep(judged[index], abandoned=index > first)
            self._count(checks_abandoned=sum(1 for index in under_way if index not in judged))
        if first < len(batch):
            raise _Ended("", judged[first])
        if exhausted:
            raise _Ended(f"no proof within {self.checks.max} checks")

    def _keep(self, judged: _Judged, *, abandoned: bool) -> None:
        cached = judged.tried.cached
        if abandoned:
            self._count(checks_abandoned=int(not cached))
            return
        self._count(checks=int(not cached and judged.answered is not None), cache_hits=int(cached))
        self.attempts.append(judged.tried)
        if judged.tried.score is not None:
            self.failures.append(judged)

    async def _judge(self, drawn: _Drawn) -> _Judged:
        started = time.monotonic()
        request = self._request(self._text(drawn.candidate.proof), self.budget.check_wall_s)
        answered = await admitted(self.checker, request)
        tried = _tried(drawn, answered, round(1000 * (time.monotonic() - started)))
        self.log.write("attempt", **tried.as_json())
        self.watch(Attempted(tried.as_json()))
        verdict = answered.checked.verdict
        before = self._text("").removesuffix("\n")
        told = verdict.diagnostics if isinstance(verdict, Verdict) else ()
        return _Judged(tried, tuple(in_proof(diagnostic, before) for diagnostic in told), answered)

    def counted(self) -> Counted:
        """What was spent so far; dollars are not known where any call had no price."""
        usage = self.usage
        dollars = None if usage.unpriced else round(usage.dollars, 9)
        tokens = usage.input_tokens + usage.output_tokens
        return Counted(tactics=0, checks=self.checks.spent, tokens=tokens, dollars=dollars)

    def _count(self, **more: float) -> None:
        now = {name: getattr(self.statistics, name) + count for name, count in more.items()}
        self.statistics = dataclasses.replace(self.statistics, **now)


def _named(constants: Sequence[Constant]) -> tuple[str, ...]:
    """The names that a prelude gives, without what Lean adds to a type by itself."""
    generated = re.compile(
        r"(?:^|\.)(?:rec|recOn|casesOn|brecOn|below|noConfusion\w*|ctor\w+|toCtorIdx|sizeOf\w*|elim)$"
    )
    return tuple(sorted(c.name for c in constants if not c.internal and not generated.search(c.name)))


def _tried(drawn: _Drawn, answered: Answered, time_ms: int) -> Tried:
    """What a check says of a candidate, in the words of a log."""
    verdict = answered.checked.verdict
    tried = Tried(
        drawn.round,
        drawn.candidate_id,
        drawn.candidate,
        answered.checked.outcome,
        drawn.parent,
        cached=answered.cached,
        time_ms=time_ms,
    )
    if isinstance(verdict, NoVerdict):
        return dataclasses.replace(
            tried, no_verdict=verdict.reason, message_excerpt=verdict.detail[:EXCERPT_CHARACTERS]
        )
    if verdict.outcome is Outcome.PROVED:
        return tried
    errors = verdict.errors
    message = errors[0].text if errors else "; ".join(answered.checked.reasons)
    kind = class_of(errors)
    return dataclasses.replace(
        tried,
        error_class=kind,
        message_excerpt=message[:EXCERPT_CHARACTERS],
        # A text that tried to deceive is nothing to build on.
        score=None if answered.checked.tampering else promise(kind, message, drawn.candidate.proof),
    )
