"""A warm Lean: one zygote, and children that are forked for each request.

    async with LeanHost(library, core, environment) as host:
        answer = await host.elaborate("theorem t : 1 + 1 = 2 := rfl", Limits())

`elaborate` takes anybody's text: each runs in a child of its own, forked from the zygote beforehand, which is gone
afterwards. `worker` gives a child that lives for many requests, for text that is ours. Every request has a
deadline; the death of a child by any cause is a `NoVerdict` with its reason, and touches no other request.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, Self

from tactic_mesh.errors import LeanUnavailable
from tactic_mesh.lean.answer import RawAnswer, raw_answer
from tactic_mesh.lean.child import Child
from tactic_mesh.lean.command import cores
from tactic_mesh.lean.session import TacticSession
from tactic_mesh.lean.source import blank_header, header
from tactic_mesh.lean.worker import Recycling, Worker
from tactic_mesh.lean.zygote_process import ZygoteProcess, run_command_line
from tactic_mesh.sandbox import seccomp, usage
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Environment, NoVerdict

RESTARTS_MAX = 100
_ISOLATED = "isolated"
SPARE_LIMITS = Limits(cpu_s=600)
"""Of a child that is forked before its request is known. Its processor time is bounded by the wall clock, which the
host watches; this is for a host that does not any more."""


class LeanHost:
    """The warm Lean of this process. Use as an async context manager."""

    def __init__(
        self,
        library: Path,
        core: Path,
        environment: Environment,
        *,
        children_max: int | None = None,
        spares: int = 1,
        confined: bool | None = None,
        core_modules: frozenset[str] = frozenset({"Init"}),
        recycling: Recycling | None = None,
    ) -> None:
        """`core_modules` are the modules that a file may import without leaving the warm environment.

        `confined` None means: the system-call filter where this machine has it.
        """
        self._paths = (library, core)
        self.environment = environment
        self.is_embedded = True
        self.tells_constants = True
        self.runs_programs = True
        self.steps_tactics = True
        self._core_modules = core_modules
        self._recycling = recycling or Recycling()
        self.confined = seccomp.supported() if confined is None else confined
        self.children_max = children_max or cores()
        self._slots = asyncio.Semaphore(self.children_max)
        self._spares_wanted = spares
        self._spares: dict[str, deque[Child]] = {_ISOLATED: deque()}
        self._refills: dict[asyncio.Task[None], str] = {}
        self._zygote: ZygoteProcess | None = None
        self._starting = asyncio.Lock()
        self._starts = 0

    @property
    def how(self) -> str:
        return "a warm process that forks" + ("" if self.confined else ", without a system-call filter")

    @property
    def process_id(self) -> int | None:
        """The zygote's, while it runs; its children are the only processes that this host has."""
        return self._zygote.process.pid if self._zygote and self._zygote.alive else None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def start(self) -> None:
        """Start the zygote, run the self-test, fork the spare children.

        Raises: LeanUnavailable with the reason if this Lean does not behave as expected.
        """
        await self._running()
        self._refill()

    async def close(self) -> None:
        for task in list(self._refills):
            task.cancel()
        await asyncio.gather(*self._refills, return_exceptions=True)
        if self._zygote:
            await self._zygote.close()
            self._zygote = None
        self._forget_spares()

    def _forget_spares(self) -> None:
        for spares in self._spares.values():
            spares.clear()

    async def elaborate(
        self, source: str, limits: Limits | None = None, *, module: bool = False
    ) -> RawAnswer | NoVerdict:
        """Elaborate anybody's text, with its header, in a child of its own."""
        limits = limits or Limits()
        found = header(source)
        async with self._slots:
            if found.prelude or found.module or not self._core_modules.issuperset(found.imports):
                return await self.command_line(source, limits)
            child = await self._fresh(_ISOLATED, limits)
            text = blank_header(source, found)
            request = {"op": "run", "source": text, "base": 0, "constants": True, "module": module}
            started = time.monotonic()
            answer = await child.ask(
                request, limits.wall_s, lambda message: raw_answer(message, time.monotonic() - started)
            )
            # A child that has answered ends by itself; what it may have started ends with it.
            child.abandon()
            return answer

    async def command_line(self, source: str, limits: Limits) -> RawAnswer | NoVerdict:
        """Lean's own command line in a forked child: slower, and able to import anything."""
        return await run_command_line(await self._fork("main", limits), source, limits)

    @asynccontextmanager
    async def worker(self, limits: Limits | None = None) -> AsyncIterator[Worker]:
        """A worker for the caller alone; it is gone at the end."""
        bounds = limits or Limits()

        async def fork() -> Child:
            return await self._fork("worker", bounds)

        async with self._slots:
            worker = Worker(await fork(), fork, self._recycling)
            try:
                yield worker
            finally:
                await worker.close()

    @asynccontextmanager
    async def worker_beside(self, limits: Limits | None = None) -> AsyncIterator[Worker]:
        """A worker without a place, whose processes let others go first."""
        bounds = limits or Limits()

        async def fork() -> Child:
            child = await self._fork("worker", bounds)
            usage.let_others_first(child.process_id)
            return child

        worker = Worker(await fork(), fork, self._recycling)
        try:
            yield worker
        finally:
            await worker.close()

    @asynccontextmanager
    async def session(
        self, prelude: str, statement: str, binders: str = "", limits: Limits | None = None
    ) -> AsyncIterator[TacticSession]:
        """Tactic states of one theorem, for the caller alone; gone at the end."""
        async with self._slots:
            session = self.lasting_session(prelude, statement, binders, limits)
            try:
                yield session
            finally:
                await session.close()

    @asynccontextmanager
    async def sessions(
        self, count: int, prelude: str, statement: str, binders: str = "", limits: Limits | None = None
    ) -> AsyncIterator[list[TacticSession]]:
        """Up to `count` of them: one, which is waited for, and more where places are free at that moment."""
        async with AsyncExitStack() as stack:
            opened = [await stack.enter_async_context(self.session(prelude, statement, binders, limits))]
            while len(opened) < count and not self._slots.locked():
                opened.append(
                    await stack.enter_async_context(self.session(prelude, statement, binders, limits))
                )
            yield opened

    def lasting_session(
        self, prelude: str, statement: str, binders: str = "", limits: Limits | None = None
    ) -> TacticSession:
        """The same without a place among `children_max`; the caller closes it."""
        bounds = limits or Limits()

        async def fork() -> Child:
            return await self._fork("worker", bounds)

        return TacticSession(fork, prelude, statement, binders)

    async def program(
        self, name: str, request: dict[str, Any], limits: Limits | None = None
    ) -> dict[str, Any] | NoVerdict:
        """The answer of the module `name` of ours, run in a fresh child."""
        limits = limits or Limits()
        async with self._slots:
            child = await self._fresh(name, limits)
            answer = await child.ask(request, limits.wall_s, lambda message: message)
            child.abandon()
            return answer

    async def _fresh(self, kind: str, limits: Limits) -> Child:
        """A child that nobody has used: `isolated`, or for a program by its name; one forked ahead if there is one."""
        spares = self._spares.setdefault(kind, deque())
        while spares and _may_take_spare(limits):
            child = spares.popleft()
            if child.alive:
                self._refill()
                return child
        child = await self._fork(kind, limits)
        self._refill()
        return child

    async def _fork(self, kind: str, limits: Limits) -> Child:
        """A child of the zygote, which is started again if it was lost. Raises: LeanUnavailable."""
        zygote = await self._running()
        try:
            return await zygote.fork(kind, limits, confined=self.confined)
        except LeanUnavailable:
            if zygote.alive:
                raise
        return await (await self._running()).fork(kind, limits, confined=self.confined)

    def _refill(self) -> None:
        """Fork spares in the background, so that the next requests find them ready."""
        for kind, spares in self._spares.items():
            on_their_way = sum(wanted == kind for wanted in self._refills.values())
            for _ in range(self._spares_wanted - len(spares) - on_their_way):
                task = asyncio.get_running_loop().create_task(self._add_spare(kind))
                self._refills[task] = kind
                task.add_done_callback(self._refills.pop)

    async def _add_spare(self, kind: str) -> None:
        if self._zygote and self._zygote.alive:
            try:
                child = await self._zygote.fork(kind, SPARE_LIMITS, confined=self.confined)
            except LeanUnavailable:
                return  # the next request starts a new zygote and reports what is wrong
            self._spares[kind].append(child)

    async def _running(self) -> ZygoteProcess:
        async with self._starting:
            if self._zygote and self._zygote.alive:
                return self._zygote
            if self._zygote:
                await self._zygote.close()
            self._forget_spares()
            self._starts += 1
            if self._starts > RESTARTS_MAX:
                raise LeanUnavailable(f"the Lean host ended {RESTARTS_MAX} times; restart this process")
            self._zygote = await self._start_zygote()
            return self._zygote

    async def _start_zygote(self) -> ZygoteProcess:
        zygote, tested = await ZygoteProcess.start(*self._paths, self.environment.commit), False
        try:
            await _self_test(zygote, confined=self.confined)
            tested = True
        finally:
            if not tested:
                await zygote.close()
        return zygote


def _may_take_spare(limits: Limits) -> bool:
    """Whether a child that was forked ahead keeps these limits, as far as they differ from the usual ones."""
    usual = (limits.memory_bytes, limits.output_bytes) == (
        SPARE_LIMITS.memory_bytes,
        SPARE_LIMITS.output_bytes,
    )
    return usual and Limits().cpu_s <= limits.cpu_s <= SPARE_LIMITS.cpu_s


_GOOD_TEXT = "theorem t (p q : Prop) : p ∧ q → q ∧ p := fun h => ⟨h.2, h.1⟩\n"
_BAD_TEXT = "theorem t (p q : Prop) : p ∧ q → q := fun h => h.1\n"
_SELF_TEST_WALL_S = 20.0


async def _self_test(zygote: ZygoteProcess, *, confined: bool) -> None:
    """A known good and a known bad text in a child: the calls, the message format and the filter work.

    Raises: LeanUnavailable with what was seen.
    """

    async def fork() -> Child:
        return await zygote.fork("worker", Limits(), confined=confined)

    worker = Worker(await fork(), fork)
    good = await worker.run(_GOOD_TEXT, _SELF_TEST_WALL_S, constants=True)
    bad = await worker.run(_BAD_TEXT, _SELF_TEST_WALL_S) if worker.alive else None
    await worker.close()
    if not isinstance(good, RawAnswer) or not isinstance(bad, RawAnswer):
        raise LeanUnavailable(f"the self-test of the embedded Lean got no answer: {good} {bad}")
    names = [constant.name for constant in good.constants or ()]
    if good.messages or names != ["t"]:
        raise LeanUnavailable(f"the self-test saw {good.messages} and {names} for a correct text")
    seen = [(m.get("severity"), m.get("pos")) for m in bad.messages]
    if seen != [("error", {"line": 1, "column": 47})] or bad.errors != 1:
        raise LeanUnavailable(f"the self-test saw {seen} for a wrong text")
