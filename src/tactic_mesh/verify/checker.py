"""The door to verdicts for many callers: what was checked is not checked again, and no more runs than there is room.

A request is looked up in the store; if it is not there, identical requests that are under way share one check; else
it waits for a free place, and is refused where too many wait. A verdict is handed out after it is on disk.
"""

from __future__ import annotations

import asyncio
import dataclasses
import math
import time
from dataclasses import dataclass
from typing import Protocol

from tactic_mesh.errors import Overloaded, StorageError
from tactic_mesh.lean.engine import Lean
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import NoVerdict, Trust
from tactic_mesh.verify.certificate import Certificate, LimitsUsed, certify, obstacle
from tactic_mesh.verify.check import check
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.keys import canonical, is_pinned, moved_back, request_key
from tactic_mesh.verify.reference import References
from tactic_mesh.verify.request import Request
from tactic_mesh.verify.store import Kept, Store, rung_of

WAITING_MAX = 1024
_FIRST_GUESS_S = 0.05
_RECENT = 0.1
"""How much the latest check counts in the mean of how long checks take."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A finding, whether it came from the store, and the certificate if it is one that can carry one.

    `unstored` says why the verdict could not be written down; it is as good as any other, and will be checked again.
    """

    checked: Checked
    cached: bool
    certificate: Certificate | None
    unstored: str = ""


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a checker did so far. `joined` are requests that shared the check of another."""

    checks: int = 0
    cached: int = 0
    joined: int = 0
    refused: int = 0
    cancelled: int = 0
    unstored: int = 0


_Name = tuple[str, Trust, Limits, str | None]


@dataclass(slots=True)
class _Flight:
    """A check under way, and how many wait for it."""

    task: asyncio.Task[Answered]
    callers: int = 0


class Checking(Protocol):
    """What a run needs of whoever judges: a Lean to work with, and verdicts."""

    @property
    def lean(self) -> Lean: ...

    async def check(self, request: Request) -> Answered:
        """The verdict on a request. Raises: Overloaded, InvalidStatement and its kin."""
        ...


class Checker:
    """Checks with one Lean, and one store if it is given one. For one event loop.

    `at_once` are checks that run at the same time (the Lean's own number if None), `waiting_max` those that may wait
    besides; identical requests count once, and those that the store answers not at all.
    """

    def __init__(
        self,
        lean: Lean,
        store: Store | None = None,
        *,
        at_once: int | None = None,
        waiting_max: int = WAITING_MAX,
    ) -> None:
        self.lean = lean
        self.statistics = Statistics()
        self._references = References()
        self._store = store
        self._at_once = at_once or lean.children_max
        self._waiting_max = waiting_max
        self._places = asyncio.Semaphore(self._at_once)
        self._flights: dict[_Name, _Flight] = {}
        self._under_way = 0
        self._mean_s = _FIRST_GUESS_S

    async def check(self, request: Request) -> Answered:
        """The verdict on a request. Cancelling this stops the check only if nobody else waits for it.

        Raises: Overloaded, InputError for a text that is no Unicode, and what `verify.check` raises.
        """
        asked = canonical(request)
        key = request_key(self.lean, asked)
        store = self._store if is_pinned(self.lean, asked) else None
        answered = self._recall(store, key, asked)
        if answered is None:
            # Lean's words about a trusted statement name lines of it as it was given.
            as_given = dataclasses.replace(asked, statement=request.statement)
            answered = await self._join(store, key, as_given)
        return dataclasses.replace(answered, checked=moved_back(answered.checked, request.text))

    def _count(self, **more: int) -> None:
        now = {name: getattr(self.statistics, name) + count for name, count in more.items()}
        self.statistics = dataclasses.replace(self.statistics, **now)

    def _recall(self, store: Store | None, key: str, asked: Request) -> Answered | None:
        """The stored answer, if there is one whose certificate is the one that it names."""
        if store is None:
            return None
        try:
            kept = store.find(key, asked.trust)
        except StorageError:
            return None  # the check's own answer will say that it could not be stored
        if kept is None:
            return None
        certificate = _certificate(
            self.lean, dataclasses.replace(asked, limits=kept.limits.limits), kept.checked
        )
        if kept.certificate_sha256 != (certificate.sha256 if certificate else None):
            return None
        self._count(cached=1)
        return Answered(kept.checked, True, certificate)

    async def _join(self, store: Store | None, key: str, asked: Request) -> Answered:
        """Wait for the check of this request, which begins now if it is not under way."""
        # Limits belong to it: a caller with a longer time must not get the time-out of another.
        name = (key, asked.trust, asked.limits, asked.statement)
        flight = self._flights.get(name)
        if flight is None:
            self._require_room()
            flight = _Flight(asyncio.create_task(self._fly(store, key, asked)))
            self._flights[name] = flight
            self._under_way += 1
            flight.task.add_done_callback(lambda task: self._land(name, task))
        else:
            self._count(joined=1)
        flight.callers += 1
        try:
            return await asyncio.shield(flight.task)
        except asyncio.CancelledError:
            if flight.callers == 1 and not flight.task.done():
                # Nobody waits any more; whoever asks from now on begins anew.
                if self._flights.get(name) is flight:
                    del self._flights[name]
                flight.task.cancel()
                self._count(cancelled=1)
            raise
        finally:
            flight.callers -= 1

    def _require_room(self) -> None:
        """Raises: Overloaded."""
        if self._under_way < self._at_once + self._waiting_max:
            return
        self._count(refused=1)
        retry_after_s = max(1, math.ceil(self._mean_s * self._waiting_max / self._at_once))
        raise Overloaded(
            f"{self._waiting_max} checks wait already; try again in about {retry_after_s} s", retry_after_s
        )

    def _land(self, name: _Name, task: asyncio.Task[Answered]) -> None:
        self._under_way -= 1
        flight = self._flights.get(name)
        if flight is not None and flight.task is task:
            del self._flights[name]
        if not task.cancelled():
            task.exception()  # whoever waited has got it; if nobody did, nobody misses it

    async def _fly(self, store: Store | None, key: str, asked: Request) -> Answered:
        async with self._places:
            started = time.monotonic()
            checked = await check(self.lean, asked, self._references)
            self._mean_s += _RECENT * (time.monotonic() - started - self._mean_s)
        self._count(checks=1)
        certificate = _certificate(self.lean, asked, checked)
        unstored = "" if store is None else await self._keep(store, key, asked, checked, certificate)
        return Answered(checked, False, certificate, unstored)

    async def _keep(
        self, store: Store, key: str, asked: Request, checked: Checked, certificate: Certificate | None
    ) -> str:
        """Write the verdict down; why that was impossible, or nothing."""
        if isinstance(checked.verdict, NoVerdict):
            return ""
        trust = rung_of(checked, asked.trust)
        sha256 = certificate.sha256 if certificate else None
        try:
            kept = Kept(checked, trust, LimitsUsed.of(asked.limits), sha256)
            return await asyncio.wrap_future(store.put(key, kept, certificate))
        except StorageError as error:
            self._count(unstored=1)
            return str(error)


def _certificate(lean: Lean, asked: Request, checked: Checked) -> Certificate | None:
    return None if obstacle(checked) else certify(lean.environment, asked, checked)
