"""By search, by language models, or by both at once: the one way to a proof for command line and service.

A portfolio runs both within one budget. Which proof is its result does not depend on which was there first by the
clock: the search's time is the tactics that it tried, the models' time are their rounds, a round counts as
`TACTICS_A_ROUND`, and the earlier proof in that time wins. So whoever has a proof waits until the other one cannot
have had an earlier one, `WAIT_S` at most, and then stops it.
"""

from __future__ import annotations

import asyncio
import dataclasses
import enum
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tactic_mesh.errors import InvalidStatement, ModelRefused, UsageError
from tactic_mesh.gateway.base import ModelGateway, Usage
from tactic_mesh.lean.declarations import is_name
from tactic_mesh.prove.disproof.refute import Refutation
from tactic_mesh.prove.events import Counted, Event, Watch, unwatched
from tactic_mesh.prove.finding import Manner
from tactic_mesh.prove.partial import Partial
from tactic_mesh.prove.prover import Frame, Proof, accept, prove_theorem
from tactic_mesh.prove.refinement.refine import (
    AttemptsLog,
    Checks,
    RefineBudget,
    Refined,
    Refinement,
    RefineStatistics,
    Tried,
)
from tactic_mesh.prove.search import SearchResult
from tactic_mesh.prove.structured.prover import Spending
from tactic_mesh.prove.telling import ExpertUse
from tactic_mesh.theorem import Budget, Diagnostic, NoVerdict, Outcome, Theorem
from tactic_mesh.verify.certificate import Certificate
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.checker import Checking

TACTICS_A_ROUND = 4000
WAIT_S = 10.0
POLL_S = 0.05


class Prover(enum.StrEnum):
    """Who looks for the proof."""

    SEARCH = "search"
    MODELS = "models"
    PORTFOLIO = "portfolio"


@dataclass(frozen=True, slots=True)
class RunBudget(RefineBudget):
    """What a run may spend, whoever proves. `tactics` bounds the search (None: the wall clock alone does).

    `checks` are of whole files: those of candidates, and the final one of what the search found.
    """

    wall_s: float = 60.0
    tactics: int | None = None
    memory_bytes: int = Budget().memory_bytes

    def __post_init__(self) -> None:
        """Raises: UsageError."""
        RefineBudget.__post_init__(self)
        for name in ("tactics", "tokens", "dollars", "memory_bytes"):
            if (bound := getattr(self, name)) is not None and not bound > 0:
                raise UsageError(f"{name}: above 0")


@dataclass(frozen=True, slots=True)
class Conclusion:
    """How a run ended, whoever proved.

    `by` is who found what `outcome` says, None where nobody did. `proof`, `lean_file`, `full_name` and `checked` are
    set when `outcome` is `proved`, `refutation` when `refuted`; `diagnostics` are Lean's about the statement, each
    with the part that it is about. `attempts`, `statistics` and `usage` are of models; `search`, `partial`, `experts`
    and `timed_out` of the search, as in `Proof`. `tactics` and `checks` are what was spent, also on what
    came to nothing.
    """

    outcome: Outcome
    reason: str
    theorem: Theorem
    by: Prover | None = None
    proof: str | None = None
    lean_file: str | None = None
    full_name: str = ""
    checked: Checked | None = None
    certificate: Certificate | None = None
    refutation: Refutation | None = None
    diagnostics: tuple[tuple[str, Diagnostic], ...] = ()
    no_verdict: NoVerdict | None = None
    hints: tuple[str, ...] = ()
    attempts: tuple[Tried, ...] = ()
    statistics: RefineStatistics = field(default_factory=RefineStatistics)
    usage: Usage = field(default_factory=Usage)
    search: SearchResult | None = None
    partial: Partial | None = None
    experts: Mapping[str, ExpertUse] = field(default_factory=dict)
    timed_out: bool = False
    tactics: int = 0
    checks: int = 0
    wall_s: float = 0.0

    def spent(self) -> dict[str, object]:
        """In the words of a document; dollars are null where any call had no price."""
        usage = self.usage
        return {
            "wall_s": round(self.wall_s, 4),
            "tactics": self.tactics,
            "checks": self.checks,
            "tokens": usage.input_tokens + usage.output_tokens,
            "dollars": None if usage.unpriced else round(usage.dollars, 9),
            "experts": {name: use.as_json() for name, use in self.experts.items()},
        }


@dataclass(frozen=True, slots=True)
class Ways:
    """How a proof is looked for, besides by whom: the search's manner and depth, and what a prompt may name.

    `jobs` bounds what runs in Lean at once (its own number if None). `log` gets every attempt of a model as a line.
    In a portfolio the search is alone for `head_start_s`: what it proves in a moment need not be paid for.
    """

    manner: Manner | None = None
    depth_max: int = 50
    disproof: bool = True
    names: tuple[str, ...] = ()
    jobs: int | None = None
    log: Path | None = None
    head_start_s: float = 1.0


async def conclude(
    checker: Checking,
    theorem: Theorem,
    prover: Prover,
    budget: RunBudget = RunBudget(),
    *,
    gateway: ModelGateway | None = None,
    frame: Frame | None = None,
    ways: Ways = Ways(),
    watch: Watch = unwatched,
) -> Conclusion:
    """Prove `theorem` by `prover`, within `budget`; `gateway` is needed for all but the search.

    A statement that Lean does not accept is an outcome. Raises: UsageError and its kin, ModelRefused, StorageError.
    """
    if not is_name(theorem.name):
        raise UsageError(f"theorem name: {theorem.name[:100]!r} is no Lean name")
    run = _Run(checker, theorem, budget, frame, ways, watch)
    if prover is Prover.SEARCH:
        return await run.by_search()
    if gateway is None:
        raise UsageError(f"prover {prover}: say which backend to ask")
    return await (run.by_models(gateway) if prover is Prover.MODELS else run.by_both(gateway))


@dataclass(slots=True)
class _Run:
    """One run, and what it has counted so far of search and models together."""

    checker: Checking
    theorem: Theorem
    budget: RunBudget
    frame: Frame | None
    ways: Ways
    watch: Watch
    spending: Spending = field(init=False)
    started: float = field(default_factory=time.monotonic)
    _of_search: Counted = field(default_factory=lambda: Counted(0, 0))
    _of_models: Counted = field(default_factory=lambda: Counted(0, 0))

    def __post_init__(self) -> None:
        self.spending = Spending(_search_budget(self.budget))

    async def by_search(self) -> Conclusion:
        return self._of_proof(await self._proof(self._jobs, self.watch))

    async def by_models(self, gateway: ModelGateway) -> Conclusion:
        with AttemptsLog(self.ways.log) as log:
            refinement = self._refinement(gateway, Checks(self.budget.checks), self._jobs)
            try:
                return self._of_refined(await refinement.whole(log))
            except InvalidStatement as error:
                refused = await accept(self.checker.lean, self.theorem, self.spending)
                if isinstance(refused, Proof):  # with Lean's messages at their places
                    return self._of_proof(refused)
                return self._ended(Conclusion(Outcome.INVALID_STATEMENT, str(error), self.theorem))

    async def by_both(self, gateway: ModelGateway) -> Conclusion:
        checks = Checks(self.budget.checks)
        await checks.reserve()  # the final one of the search's proof
        race = _Race()
        with AttemptsLog(self.ways.log) as log:
            refinement = self._refinement(gateway, checks, 1, race.goes_on)
            # A search that nobody watches prints no goals.
            watch = self.watch if self.watch is unwatched else self._watch_search
            searching = asyncio.create_task(self._proof(max(1, self._jobs - 1), watch))
            refining = asyncio.create_task(self._by_models_later(refinement, log, searching))
            try:
                await self._run_race(race, searching, refining, refinement, checks)
            finally:
                await _stopped(searching)
                await _stopped(refining)
        return self._after(race, refinement)

    async def _by_models_later(
        self, refinement: Refinement, log: AttemptsLog, searching: asyncio.Task[Proof]
    ) -> Refined:
        """The models' part, once the search has had its head start or has ended."""
        await asyncio.wait([searching], timeout=self.ways.head_start_s)
        return await refinement.whole(log)

    async def _run_race(
        self,
        race: _Race,
        searching: asyncio.Task[Proof],
        refining: asyncio.Task[Refined],
        refinement: Refinement,
        checks: Checks,
    ) -> None:
        """Wait until it is clear whose result it is. Both may still be under way then."""
        until = math.inf
        while race.winner(self.spending.checks) is None and time.monotonic() < until:
            waiting: set[asyncio.Task[Proof] | asyncio.Task[Refined]] = set()
            if race.proof is None:
                waiting.add(searching)
            if race.refined is None:
                waiting.add(refining)
            if not waiting:
                return
            timeout = None if until == math.inf else POLL_S
            await asyncio.wait(waiting, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
            if searching.done() and race.proof is None:
                race.proof = searching.result()
                await checks.settle(spent=race.proof.checked is not None)
            if refining.done() and race.refined is None:
                race.refined = _refined(refining, refinement)
            if until == math.inf and race.has_proof:
                until = time.monotonic() + WAIT_S

    def _after(self, race: _Race, refinement: Refinement) -> Conclusion:
        """The result of a race that is over; where it was cut short, of whoever has a proof."""
        refined, proof = race.refined, race.proof
        winner = race.winner(self.spending.checks)
        if refined is not None and refined.outcome is Outcome.PROVED and winner is not Prover.SEARCH:
            tactics = proof.spent.checks if proof is not None else self.spending.checks
            return dataclasses.replace(self._of_refined(refined), tactics=tactics)
        assert proof is not None
        if proof.outcome is Outcome.NOT_FOUND and refined is not None:
            proof = dataclasses.replace(proof, reason=f"search: {proof.reason}; models: {refined.reason}")
            seen = refined
        else:
            # The rounds before it in the time of the race, so that a result tells nothing of the clock.
            rounds = max(0, proof.spent.checks - 1) // TACTICS_A_ROUND
            seen = refinement.so_far(Outcome.NOT_FOUND, "stopped", rounds)
        concluded = self._of_proof(proof)
        return dataclasses.replace(
            concluded,
            hints=(*concluded.hints, *race.hints),
            attempts=seen.attempts,
            statistics=seen.statistics,
            usage=refinement.usage,
            checks=concluded.checks + refinement.checks.spent,
        )

    @property
    def _jobs(self) -> int:
        children_max = self.checker.lean.children_max
        return min(self.ways.jobs or children_max, children_max)

    def _refinement(
        self,
        gateway: ModelGateway,
        checks: Checks,
        at_once: int,
        goes_on: Callable[[int], bool] = lambda number: True,
    ) -> Refinement:
        return Refinement.of(
            self.checker,
            self.theorem,
            gateway,
            self.budget,
            names=self.ways.names,
            at_once=at_once,
            checks=checks,
            frame=self.frame,
            watch=self._watch_models,
            goes_on=goes_on,
        )

    async def _proof(self, jobs: int, watch: Watch) -> Proof:
        return await prove_theorem(
            self.checker.lean,
            self.theorem,
            self.spending.budget,
            jobs=jobs,
            depth_max=self.ways.depth_max,
            frame=self.frame,
            manner=self.ways.manner,
            disproof=self.ways.disproof,
            watch=watch,
            checker=self.checker,
            spending=self.spending,
        )

    def _watch_models(self, event: Event) -> None:
        if isinstance(event, Counted):
            self._of_models = event
            event = self._counted()
        self.watch(event)

    def _watch_search(self, event: Event) -> None:
        if isinstance(event, Counted):
            self._of_search = event
            event = self._counted()
        self.watch(event)

    def _counted(self) -> Counted:
        """Search and models together; they share one count of checks."""
        search, models = self._of_search, self._of_models
        checks = max(search.checks, models.checks)
        return Counted(search.tactics, checks, search.nodes, models.tokens, models.dollars)

    def _of_proof(self, proof: Proof) -> Conclusion:
        checks = self.spending.files
        by = Prover.SEARCH if proof.outcome in (Outcome.PROVED, Outcome.REFUTED) else None
        return self._ended(
            Conclusion(
                proof.outcome,
                proof.reason,
                proof.theorem,
                by,
                proof.proof,
                proof.lean_file,
                proof.full_name,
                proof.checked,
                proof.certificate,
                proof.refutation,
                proof.diagnostics,
                proof.no_verdict,
                proof.hints,
                search=proof.search,
                partial=proof.partial,
                experts=proof.experts,
                timed_out=proof.timed_out,
                tactics=proof.spent.checks - checks,
                checks=checks,
            )
        )

    def _of_refined(self, refined: Refined) -> Conclusion:
        return self._ended(
            Conclusion(
                refined.outcome,
                refined.reason,
                refined.theorem,
                Prover.MODELS if refined.outcome is Outcome.PROVED else None,
                refined.proof,
                refined.lean_file,
                refined.full_name,
                refined.checked,
                refined.certificate,
                attempts=refined.attempts,
                statistics=refined.statistics,
                usage=refined.usage,
                checks=refined.statistics.checks + refined.statistics.checks_abandoned,
            )
        )

    def _ended(self, conclusion: Conclusion) -> Conclusion:
        return dataclasses.replace(conclusion, wall_s=time.monotonic() - self.started)


def _search_budget(budget: RunBudget) -> Budget:
    return Budget(wall_s=budget.wall_s, checks=budget.tactics, memory_bytes=budget.memory_bytes)


@dataclass(slots=True)
class _Race:
    """Search and models side by side: what each ended with, and the round that the models are in."""

    proof: Proof | None = None
    refined: Refined | None = None
    round: int = 1

    def goes_on(self, number: int) -> bool:
        """Whether a proof of this round could still win."""
        self.round = number
        return self._searchs is None or number * TACTICS_A_ROUND < self._searchs

    @property
    def has_proof(self) -> bool:
        return self._searchs is not None or self._models is not None

    def winner(self, tactics: int) -> Prover | None:
        """Whose result it is, if that is clear while the search has tried so many tactics."""
        if self.proof is not None and self.proof.outcome in (Outcome.REFUTED, Outcome.INVALID_STATEMENT):
            return Prover.SEARCH  # nothing that a model says can change that
        searchs, models = self._searchs, self._models
        if searchs is not None:
            if models is not None:
                return Prover.MODELS if models < searchs else Prover.SEARCH
            is_over = self.refined is not None or self.round * TACTICS_A_ROUND >= searchs
            return Prover.SEARCH if is_over else None
        if models is not None and (self.proof is not None or tactics > models):
            return Prover.MODELS
        return None

    @property
    def _searchs(self) -> int | None:
        """When the search had its proof."""
        found = self.proof is not None and self.proof.outcome is Outcome.PROVED
        return self.proof.spent.checks if found and self.proof is not None else None

    @property
    def _models(self) -> int | None:
        """When the models had theirs."""
        found = self.refined is not None and self.refined.outcome is Outcome.PROVED
        return (
            self.refined.statistics.rounds * TACTICS_A_ROUND if found and self.refined is not None else None
        )

    @property
    def hints(self) -> tuple[str, ...]:
        silent = self.refined is not None and self.refined.outcome is Outcome.NO_VERDICT
        return (self.refined.reason,) if silent and self.refined is not None else ()


def _refined(refining: asyncio.Task[Refined], refinement: Refinement) -> Refined:
    """How the models ended. Raises: UsageError, StorageError."""
    try:
        return refining.result()
    except ModelRefused as error:
        return refinement.so_far(Outcome.NO_VERDICT, f"the model refused to answer: {error}")
    except InvalidStatement as error:
        # The search says the same, with Lean's messages at their places.
        return refinement.so_far(Outcome.INVALID_STATEMENT, str(error))


async def _stopped(task: asyncio.Task[Proof] | asyncio.Task[Refined]) -> None:
    """Stop a task, and wait until what it had open is closed."""
    task.cancel()
    await asyncio.wait([task])
    if not task.cancelled():
        task.exception()  # a race that is decided, or an error that is on its way up already
