"""What the routes of one service share: its Lean, its queue, its counters, and the one way to a verdict."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from fastapi import Request as HttpRequest

from tactic_mesh.errors import TacticMeshError
from tactic_mesh.lean.engine import Lean
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.serve.admission import Admission
from tactic_mesh.serve.metrics import Metrics
from tactic_mesh.serve.settings import Settings
from tactic_mesh.theorem import NoVerdict
from tactic_mesh.verify.certificate import Certificate
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.checker import Checker, Checking
from tactic_mesh.verify.request import Request
from tactic_mesh.verify.store import Store

logger = logging.getLogger(__name__)
_CPU_S_MIN = Limits().cpu_s
Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Answer:
    """A check that came to an end, and how long it took without waiting in the queue."""

    checked: Checked
    wall_s: float
    cached: bool = False
    unstored: bool = False
    certificate: Certificate | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A check that could not be carried out; `text` says why, for the client."""

    text: str


@dataclass(slots=True)
class State:
    """Lives as long as the service. `draining` is set when it was asked to stop.

    `fresh` checks without a look into the store, for requests that say so. `candidates` tries what provers propose:
    here, or at the LeanWorker that the settings name.
    """

    settings: Settings
    lean: Lean
    metrics: Metrics
    store: Store | None = None
    draining: bool = False
    admission: Admission = field(init=False)
    checker: Checker = field(init=False)
    fresh: Checker = field(init=False)
    candidates: Checking = field(init=False)

    def __post_init__(self) -> None:
        # What waits is bounded here, where a batch takes its places at once.
        places = self.settings.queue
        lanes = min(self.settings.lanes, self.lean.children_max)
        self.admission = Admission(places, lanes)
        self.checker = Checker(self.lean, self.store, at_once=lanes, waiting_max=places)
        self.candidates = self.checker
        self.fresh = Checker(self.lean, at_once=lanes, waiting_max=places)

    def limits(self, wall_s: float, memory_mib: int | None = None) -> Limits:
        """The limits of one check; memory as far as the settings allow it."""
        memory_mib = min(memory_mib or self.settings.memory_mib, self.settings.memory_mib)
        return Limits(wall_s=wall_s, cpu_s=max(_CPU_S_MIN, round(2 * wall_s)), memory_bytes=memory_mib << 20)

    async def check(self, request: Request, *, fresh: bool = False) -> Answer:
        """One verdict; with `fresh` not one that was stored. Raises what `Checker.check` raises."""
        started = time.perf_counter()
        answered = await (self.fresh if fresh else self.checker).check(request)
        checked = answered.checked
        wall_s = time.perf_counter() - started
        self.admission.took(wall_s)
        self.metrics.cached.inc(answered.cached)
        self.metrics.tampering.inc(checked.tampering)
        self.metrics.checks.labels(request.trust, checked.outcome).inc()
        self.metrics.check_s.labels(request.trust).observe(wall_s)
        if isinstance(checked.verdict, NoVerdict):
            self.metrics.no_verdict.labels(checked.verdict.reason).inc()
        return Answer(checked, wall_s, answered.cached, bool(answered.unstored), answered.certificate)

    async def each(
        self, items: Sequence[Item], work: Callable[[Item], Coroutine[Any, Any, Result]]
    ) -> list[Result | Failure]:
        """`work` for each item of a batch, in its order; each stands alone.

        A batch runs as many checks at a time as there are lanes, so that a small request waits behind a part of a
        large one, not behind all of it. What finds no place in the queue is a failure of its own.

        Raises: Overloaded if nothing was accepted.
        """
        with self.admission.take(len(items)) as accepted:
            lanes = asyncio.Semaphore(self.admission.lanes)

            async def one(item: Item) -> Result:
                async with lanes:
                    return await work(item)

            found = await asyncio.gather(*map(one, items[:accepted]), return_exceptions=True)
        refused = len(items) - accepted
        self.metrics.refused.inc(refused)
        full = Failure(f"the queue is full: ask again in {self.admission.retry_after_s} s")
        return [*(_result_or_failure(result) for result in found), *[full] * refused]


def _result_or_failure(found: Result | BaseException) -> Result | Failure:
    if not isinstance(found, BaseException):
        return found
    if isinstance(found, TacticMeshError):
        return Failure(str(found))
    logger.error("a check ended with a bug of ours", exc_info=found)
    return Failure(f"this is a bug in tactic-mesh ({type(found).__name__}); please report it")


def state_of(request: HttpRequest) -> State:
    """The state of the service that a request came to."""
    state: State = request.app.state.service
    return state
