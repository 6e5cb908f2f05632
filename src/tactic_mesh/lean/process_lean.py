"""An installed Lean, or a project's, behind the same seam as the warm one: a new `lean` program for each text.

A state is the text that leads to it, so a worker re-elaborates that text with every request; several attempts
from one state share one process. Slower by the start of a process and its imports, and able to use any library.
"""

from __future__ import annotations

import asyncio
import dataclasses
import os
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Protocol

from tactic_mesh.errors import LeanUnavailable
from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.process import check_with_process
from tactic_mesh.lean.source import Lines
from tactic_mesh.lean.toolchain import Toolchain
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Environment, NoVerdict

IMPORT_WALL_S = 60.0
"""What importing a large library may take on top of an attempt's own time."""


class ProcessLean:
    """A `lean` program as a `Lean`. `search_path` is the compiled core library for the embedded one."""

    def __init__(
        self,
        toolchain: Toolchain,
        environment: Environment,
        *,
        search_path: Path | None = None,
        children_max: int | None = None,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        self._toolchain = toolchain
        self._search_path = search_path
        self._environ = environ
        self.environment = environment
        self.is_embedded = search_path is not None
        self.tells_constants = False
        self.runs_programs = False
        self.steps_tactics = False
        self.warning = ""
        self.children_max = children_max or os.cpu_count() or 1
        self._slots = asyncio.Semaphore(self.children_max)

    @property
    def how(self) -> str:
        how = "a new `lean` process for each text"
        return f"{how} ({self.warning})" if self.warning else how

    async def elaborate(
        self, source: str, limits: Limits | None = None, *, module: bool = False
    ) -> RawAnswer | NoVerdict:
        """`module` is not handed out by a command line."""
        async with self._slots:
            return await check_with_process(
                self._toolchain,
                source,
                limits or Limits(),
                search_path=self._search_path,
                environ=self._environ,
            )

    async def program(
        self, name: str, request: dict[str, Any], limits: Limits | None = None
    ) -> dict[str, Any] | NoVerdict:
        raise LeanUnavailable(f"{name} needs the warm embedded Lean, and this one is {self.how}")

    @asynccontextmanager
    async def worker(self, limits: Limits | None = None) -> AsyncIterator[ProcessWorker]:
        yield ProcessWorker(self, limits or Limits())


class Elaborates(Protocol):
    """The one thing that a worker without states asks of its Lean."""

    async def elaborate(self, source: str, limits: Limits | None = None) -> RawAnswer | NoVerdict: ...


class ProcessWorker:
    """States as texts. It holds no process between requests, so it cannot die."""

    alive = True
    process_id: int | None = None

    def __init__(self, lean: Elaborates, limits: Limits) -> None:
        self._lean = lean
        self._limits = limits
        self._states = {0: ""}
        self._last = 0

    async def run(
        self, source: str, wall_s: float, *, base: int = 0, keep: bool = False, constants: bool = False
    ) -> RawAnswer | NoVerdict:
        before = self._states[base]
        answer = await self._elaborate(before + source, wall_s)
        if isinstance(answer, NoVerdict):
            return answer
        state = None
        if keep:
            self._last = state = self._last + 1
            self._states[state] = before + source.rstrip("\n") + "\n"
        return _select(answer, before, source, state)

    async def try_each(
        self, sources: list[str], wall_s: float, *, base: int = 0, stop: bool = True
    ) -> AsyncIterator[RawAnswer | NoVerdict]:
        """All texts in one file, each in a namespace of its own: they may declare the same name."""
        before = self._states[base]
        wrapped = [f"namespace Attempt{i}\n{source}\nend Attempt{i}\n" for i, source in enumerate(sources)]
        answer = await self._elaborate(before + "".join(wrapped), wall_s * len(sources))
        if isinstance(answer, NoVerdict):
            yield answer
            return
        position = before
        for text in wrapped:
            one = _select(answer, position, text, None)
            yield one
            if stop and one.errors == 0:
                return
            position += text

    async def parse(
        self, category: str, source: str, wall_s: float, *, base: int = 0
    ) -> str | None | NoVerdict:
        """A program cannot be asked for a parse alone; elaborating the text will tell."""
        return None

    async def drop(self, state: int, wall_s: float = 10.0) -> None:
        if state:
            del self._states[state]

    async def revive(self) -> NoVerdict | None:
        return None

    async def _elaborate(self, text: str, wall_s: float) -> RawAnswer | NoVerdict:
        started = time.monotonic()
        limits = dataclasses.replace(self._limits, wall_s=wall_s + IMPORT_WALL_S)
        answer = await self._lean.elaborate(text, limits)
        return dataclasses.replace(answer, wall_s=time.monotonic() - started)


def _select(answer: RawAnswer, before: str, text: str, state: int | None) -> RawAnswer:
    """The messages that lie in `text`, which stands after `before`, with positions counted from its start."""
    first = Lines(before).position(len(before))[0]
    last = first + text.count("\n") + 1
    messages = tuple(_moved(m, first - 1) for m in answer.messages if first <= m["pos"]["line"] < last)
    errors = sum(m["severity"] == "error" for m in messages)
    return dataclasses.replace(answer, messages=messages, errors=errors, state=state)


def _moved(message: dict[str, Any], lines: int) -> dict[str, Any]:
    moved = dict(message)
    for key in ("pos", "endPos"):
        if moved.get(key):
            moved[key] = {**moved[key], "line": moved[key]["line"] - lines}
    return moved
