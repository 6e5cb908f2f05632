"""Jobs at work: a bounded number at once, each to its end, also when the server is started anew.

A job that was accepted ends: it runs when its turn comes; if the server dies meanwhile, it starts again with the next
one; only a job that was there at several deaths is given up. What it found is written down before anybody is told,
and where the disk is full, its place stays taken until the result is written.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from tactic_mesh.errors import StorageError
from tactic_mesh.serve.jobs import Job, Jobs, JobState
from tactic_mesh.serve.metrics import Metrics
from tactic_mesh.serve.recording import Recorder
from tactic_mesh.serve.results import end_event, without_answer
from tactic_mesh.theorem import Outcome, Theorem

STARTS_MAX = 3
RETRY_S = 1.0

Value = TypeVar("Value")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ended:
    """What a run came to: the result for the client, and its certificate as the bytes of a file."""

    result: dict[str, Any]
    certificate: bytes | None = None


Work = Callable[[Job, Recorder, int], Awaitable[Ended]]
"""Runs a job, tells the recorder, and may use so many lanes of Lean."""


class Runner:
    """Runs the jobs of a store. Use it as an async context manager: at its end, what runs goes back into the queue.

    `metrics` count what ends.
    """

    def __init__(self, jobs: Jobs, work: Work, lanes: int, metrics: Metrics | None = None) -> None:
        self.jobs = jobs
        self._metrics = metrics or Metrics()
        self._work = work
        self._lanes = lanes
        self._taken = 0
        self._queue: asyncio.Queue[str] = asyncio.Queue()  # bounded by the store
        self._tasks: set[asyncio.Task[None]] = set()
        self._running: dict[str, asyncio.Task[Ended]] = {}
        self._cancelled: set[str] = set()
        self._listeners: dict[str, set[asyncio.Event]] = {}
        self._unwritten: dict[str, StorageError] = {}

    async def __aenter__(self) -> Runner:
        for job_id in await self.jobs.queued():
            self._queue.put_nowait(job_id)
        self._tasks = {asyncio.create_task(self._lane()) for _ in range(self._lanes)}
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def submit(
        self, request: dict[str, Any], theorem: Theorem, key: str | None = None
    ) -> tuple[Job, bool]:
        """Accept a job, or find the one that has this key; whether it is new. Raises what `Jobs.add` raises."""
        job, is_new = await self.jobs.add(request, key, theorem.name, theorem.statement)
        if is_new:
            self._queue.put_nowait(job.id)
        return job, is_new

    async def cancel(self, job_id: str) -> None:
        """Stop a job that waits or runs. When this returns, it is over, or was never there. Raises: StorageError."""
        if await self.jobs.cancel_queued(job_id):
            self._count(JobState.CANCELLED)
            self._tell(job_id)
            return
        task = self._running.get(job_id)
        if task is not None and job_id not in self._cancelled:
            # Once: a second blow would hit what clears away after the first.
            self._cancelled.add(job_id)
            task.cancel()
        # It may have ended by itself and not be written down yet.
        await self.ended(job_id)

    async def ended(self, job_id: str) -> Job | None:
        """The job once it is over; None if it is gone. Raises: StorageError, also if its result finds no room."""
        with self.listening(job_id) as news:
            while True:
                news.clear()
                job = await self.jobs.find(job_id)
                if job is None or job.state.is_final:
                    return job
                if unwritten := self._unwritten.get(job_id):
                    raise unwritten
                await news.wait()

    @contextmanager
    def listening(self, job_id: str) -> Iterator[asyncio.Event]:
        """Set whenever there is more to be read of a job."""
        news = asyncio.Event()
        listeners = self._listeners.setdefault(job_id, set())
        listeners.add(news)
        try:
            yield news
        finally:
            listeners.discard(news)
            if not listeners and self._listeners.get(job_id) is listeners:
                del self._listeners[job_id]

    def _tell(self, job_id: str) -> None:
        for news in self._listeners.get(job_id, ()):
            news.set()

    def _count(self, outcome: str) -> None:
        self._metrics.jobs_ended.labels(outcome).inc()

    async def _lane(self) -> None:
        """One job after the other, for ever."""
        while True:
            await self._next(await self._queue.get())

    async def _next(self, job_id: str) -> None:
        job = await self._persistently(job_id, lambda: self.jobs.begin(job_id))
        if job is not None:
            self._tell(job_id)
            await self._run(job)

    async def _run(self, job: Job) -> None:
        async with Recorder(self.jobs, job, lambda: self._tell(job.id)) as recorder:
            with self._share() as lanes:
                ended = await self._worked(job, recorder, lanes)
            result = ended.result if ended is not None else None
            recorder.put(end_event(result))
        state = JobState.ENDED if ended is not None else JobState.CANCELLED
        certificate = ended.certificate if ended is not None else None
        self._cancelled.discard(job.id)
        await self._persistently(
            job.id, lambda: self.jobs.end(job.id, state, result, recorder.rest(), certificate)
        )
        self._count(result["outcome"] if result is not None else state)
        self._tell(job.id)

    async def _worked(self, job: Job, recorder: Recorder, lanes: int) -> Ended | None:
        """What the job came to, whatever went wrong; None if it was cancelled."""
        if job.starts > STARTS_MAX:
            reason = f"the server ended {job.starts - 1} times while this job ran, and does not try it again"
            return Ended(without_answer(Outcome.NO_VERDICT, reason))
        task = asyncio.ensure_future(self._work(job, recorder, lanes))
        self._running[job.id] = task
        try:
            await asyncio.wait({task})
        finally:
            del self._running[job.id]
            if not task.done():  # the server is being stopped
                task.cancel()
                await asyncio.wait({task})
                await self.jobs.requeue(job.id)
        if task.cancelled() and job.id in self._cancelled:
            return None
        error = asyncio.CancelledError() if task.cancelled() else task.exception()
        if error is None:
            return task.result()
        _log.error("the job %s ended with a bug of ours", job.id, exc_info=error)
        bug = f"this is a bug in tactic-mesh ({type(error).__name__}); please report it"
        return Ended(without_answer(Outcome.NO_VERDICT, bug, status=500))

    @contextmanager
    def _share(self) -> Iterator[int]:
        """How many lanes of Lean a run may use: all that are free, and one in any case."""
        share = max(1, self._lanes - self._taken)
        self._taken += share
        try:
            yield share
        finally:
            self._taken -= share

    async def _persistently(self, job_id: str, write: Callable[[], Awaitable[Value]]) -> Value:
        """What is written again and again until there is room for it."""
        try:
            while True:
                try:
                    return await write()
                except StorageError as error:
                    _log.warning("the job %s waits: %s", job_id, error)
                    self._unwritten[job_id] = error
                    self._tell(job_id)
                await asyncio.sleep(RETRY_S)
        finally:
            self._unwritten.pop(job_id, None)
