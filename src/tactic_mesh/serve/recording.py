"""The events of one run: numbered, timed, bounded, and on disk before anybody is shown them."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Callable, Mapping

from tactic_mesh.errors import StorageError
from tactic_mesh.prove.events import Event, as_json
from tactic_mesh.serve.jobs import Job, Jobs

EVENTS_MAX = 20_000
"""Events of one run; beyond them only those that tell how it goes on, and so many again of these."""
EVENT_BYTES_MAX = 32 << 20
FLUSH_S = 0.05
"""How long events are gathered after some were stored; the first ones do not wait."""
_RETRY_S = 1.0
_ESSENTIAL = frozenset({"attempt", "lemma", "spent", "end"})

_log = logging.getLogger(__name__)


class Recorder:
    """A `Watch` whose events go into the store, some of them at a time. Use it as an async context manager.

    `stored` is called whenever more of them are on disk.
    """

    def __init__(self, jobs: Jobs, job: Job, stored: Callable[[], None]) -> None:
        self._jobs, self._job, self._stored = jobs, job, stored
        self._last = job.events
        self._count = self._bytes = 0
        self._truncated = False
        self._spent: Mapping[str, object] = {}
        self._started = time.monotonic()
        self._waiting: list[tuple[int, str]] = []
        self._more = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Recorder:
        self._task = asyncio.create_task(self._store_all())
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._task is not None
        self._task.cancel()
        await asyncio.wait({self._task})

    def watch(self, event: Event) -> None:
        self.put(as_json(event))

    def put(self, fields: Mapping[str, object]) -> None:
        """Take an event, if there is room for one of its kind."""
        if fields["kind"] == "spent":
            if fields == self._spent:
                return
            self._spent = fields
        if not self._has_room(fields):
            if self._truncated:
                return
            self._truncated = True
            fields = {"kind": "truncated"}
        self._last += 1
        event = {**fields, "at_s": round(time.monotonic() - self._started, 4)}
        text = json.dumps(event, ensure_ascii=False, separators=(",", ":"))
        self._count += 1
        self._bytes += len(text)
        self._waiting.append((self._last, text))
        self._more.set()

    def _has_room(self, fields: Mapping[str, object]) -> bool:
        kind = fields["kind"]
        if kind == "end" or (self._count < EVENTS_MAX and self._bytes < EVENT_BYTES_MAX):
            return True
        is_of_root = kind == "closed" and fields["node"] == 0
        within = self._count < 2 * EVENTS_MAX and self._bytes < 2 * EVENT_BYTES_MAX
        return within and (kind in _ESSENTIAL or is_of_root)

    def rest(self) -> list[tuple[int, str]]:
        """What was not stored yet, for whoever stores the end."""
        return self._waiting

    async def _store_all(self) -> None:
        while True:
            await self._more.wait()
            self._more.clear()
            batch = self._waiting[:]
            try:
                await self._jobs.append(self._job.id, batch)
            except StorageError as error:
                _log.warning("events of the job %s wait: %s", self._job.id, error)
                self._more.set()
                await asyncio.sleep(_RETRY_S)
                continue
            del self._waiting[: len(batch)]
            self._stored()
            await asyncio.sleep(FLUSH_S)
