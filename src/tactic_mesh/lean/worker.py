"""A Lean child that keeps its states between requests, and is exchanged before it has grown too large.

The memory of a check is given back when it ends, but what runs in a process for days is not known beforehand. A
worker therefore gets a new process after a number of answers or a growth of memory, and the texts that led to the
states which its caller still holds are elaborated again there: the caller's numbers stay as they were.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from tactic_mesh.errors import LeanProtocolError
from tactic_mesh.lean.answer import RawAnswer, raw_answer
from tactic_mesh.lean.child import Child
from tactic_mesh.theorem import NoVerdict


@dataclass(frozen=True, slots=True)
class Recycling:
    """When a worker gets a new process: after so many answers, or grown by so much since its first answer."""

    answers_max: int = 1000
    growth_bytes_max: int = 100 << 20


@dataclass(frozen=True, slots=True)
class _Text:
    """What led to a state, so that another process can be brought there."""

    base: int
    source: str
    wall_s: float


class Worker:
    """States that can be resumed in any order; used by one caller at a time, for text that is ours or restricted.

    States are numbered; 0 is where a user's file begins. After a `NoVerdict` the worker is dead until `revive`.
    """

    def __init__(
        self, child: Child, fork: Callable[[], Awaitable[Child]], recycling: Recycling | None = None
    ) -> None:
        self._child = child
        self._fork = fork
        self._recycling = recycling or Recycling()
        self._answers = 0
        self._first_bytes: int | None = None
        self._texts: dict[int, _Text] = {}
        self._numbers: dict[int, int] = {0: 0}  # our numbers of the states that are held → the child's
        self._last = 0

    @property
    def alive(self) -> bool:
        return self._child.alive

    @property
    def process_id(self) -> int:
        return self._child.process_id

    @property
    def resident_bytes(self) -> int | None:
        return self._child.resident_bytes()

    async def run(
        self, source: str, wall_s: float, *, base: int = 0, keep: bool = False, constants: bool = False
    ) -> RawAnswer | NoVerdict:
        """Elaborate `source` from state `base`; `keep` numbers the state after it."""
        self._check_held(base)
        if (dead := await self._recycle_if_due()) is not None:
            return dead
        answer = await self._run(source, wall_s, self._numbers[base], keep=keep, constants=constants)
        if isinstance(answer, NoVerdict) or answer.state is None:
            return answer
        self._last += 1
        self._texts[self._last] = _Text(base, source, wall_s)
        self._numbers[self._last] = answer.state
        return dataclasses.replace(answer, state=self._last)

    async def try_each(
        self, sources: list[str], wall_s: float, *, base: int = 0, stop: bool = True
    ) -> AsyncIterator[RawAnswer | NoVerdict]:
        """Elaborate each text from the same state; an answer each, in order. `wall_s` bounds each one.

        With `stop` the series ends after the first text without an error. A `NoVerdict` ends it too, and the
        worker with it: the texts after that one were not tried.
        """
        self._check_held(base)
        if (dead := await self._recycle_if_due()) is not None:
            yield dead
            return
        request = {"op": "try", "sources": sources, "base": self._numbers[base], "stop": stop}
        started = time.monotonic()

        def read(message: dict[str, Any]) -> RawAnswer:
            return raw_answer(message, time.monotonic() - started)

        async for answer in self._child.ask_many(request, wall_s, read):
            self._answers += 1
            yield answer
            started = time.monotonic()

    async def parse(
        self, category: str, source: str, wall_s: float, *, base: int = 0
    ) -> str | None | NoVerdict:
        """Lean's parse error for `source` as one whole `category`, or None if it parses."""
        self._check_held(base)
        request = {"op": "parse", "category": category, "source": source, "base": self._numbers[base]}
        return await self._child.ask(request, wall_s, _parse_error)

    async def drop(self, state: int, wall_s: float = 10.0) -> None:
        """Forget a state that was kept. States that were reached from it stay."""
        if state:
            self._check_held(state)
            number = self._numbers.pop(state)
            if self._child.alive:
                await self._child.ask({"op": "drop", "state": number}, wall_s, _nothing)

    async def revive(self) -> NoVerdict | None:
        """A new process for a dead worker, in the states that it held; why there is none if that fails."""
        if self._child.alive:
            return None
        self._child = await self._fork()
        return await self._replay()

    async def close(self) -> None:
        if self._child.alive:
            await self._child.end(NoVerdict("unavailable", True))

    async def _run(
        self, source: str, wall_s: float, base: int, *, keep: bool, constants: bool = False
    ) -> RawAnswer | NoVerdict:
        """One text in the present process; states are the child's numbers."""
        request = {"op": "run", "source": source, "base": base, "keep": keep, "constants": constants}
        started = time.monotonic()
        self._answers += 1
        return await self._child.ask(
            request, wall_s, lambda message: raw_answer(message, time.monotonic() - started)
        )

    def _check_held(self, state: int) -> None:
        if state not in self._numbers:
            raise ValueError(f"this worker holds no state {state}")

    async def _recycle_if_due(self) -> NoVerdict | None:
        """A new process if it is time, in the same states; a `NoVerdict` if these cannot be reached any more."""
        if not self._child.alive or not self._due():
            return None
        old, self._child = self._child, await self._fork()
        await old.end(NoVerdict("unavailable", True))
        return await self._replay()

    def _due(self) -> bool:
        if self._answers >= self._recycling.answers_max:
            return True
        if self._answers == 0 or (now := self._child.resident_bytes()) is None:
            return False
        if self._first_bytes is None:
            self._first_bytes = now
            return False
        return now - self._first_bytes >= self._recycling.growth_bytes_max

    async def _replay(self) -> NoVerdict | None:
        """Bring a new process to the states that are held."""
        needed: set[int] = set()
        for state in self._numbers:
            while state and state not in needed:
                needed.add(state)
                state = self._texts[state].base
        self._texts = {state: self._texts[state] for state in sorted(needed)}
        numbers = {0: 0}
        for state, text in self._texts.items():
            answer = await self._run(text.source, text.wall_s, numbers[text.base], keep=True)
            if isinstance(answer, NoVerdict):
                return answer
            if answer.state is None:
                return await self._child.end(NoVerdict("memory", False, "too many states are held"))
            numbers[state] = answer.state
        for passed in needed - self._numbers.keys():
            await self._child.ask({"op": "drop", "state": numbers[passed]}, 10.0, _nothing)
        self._numbers = {state: numbers[state] for state in self._numbers}
        # What led back here counts for nothing, or a worker that holds many states would be exchanged every time.
        self._answers, self._first_bytes = 0, None
        return None


def _parse_error(message: dict[str, Any]) -> str | None:
    error = message.get("error")
    if error is not None and not isinstance(error, str):
        raise LeanProtocolError("a child answered something that is no parse error")
    return error


def _nothing(message: dict[str, Any]) -> None:
    if message:
        raise LeanProtocolError("a child answered where nothing was asked")
