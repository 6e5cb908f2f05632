"""The embedded Lean between warm and cold: a process that has loaded the library, and forks Lean's command line.

Used where the warm environment does not pass its self-test: nothing here relies on Lean's objects, only on
`lean_main`, which Linux builds export and macOS builds do not. A text costs its imports, not a process's start.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Self

from tactic_mesh.errors import LeanUnavailable
from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.calls import COMMAND_LINES
from tactic_mesh.lean.command import cores
from tactic_mesh.lean.process_lean import ProcessWorker
from tactic_mesh.lean.zygote_process import ZygoteProcess, run_command_line
from tactic_mesh.sandbox import seccomp
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Environment, NoVerdict

_SELF_TEST = "theorem t : 1 + 1 = 2 := rfl\ntheorem u : 1 = 2 := rfl\n"


class ForkedLean:
    """The embedded Lean's command line, forked for each text. Use as an async context manager."""

    is_embedded = True
    tells_constants = False
    runs_programs = False
    steps_tactics = False

    def __init__(
        self,
        library: Path,
        core: Path,
        environment: Environment,
        *,
        children_max: int | None = None,
        confined: bool | None = None,
        warning: str = "",
    ) -> None:
        """`warning` says why the warm Lean is not used."""
        self._paths = (library, core)
        self.environment = environment
        self.confined = seccomp.supported() if confined is None else confined
        self.warning = warning
        self.children_max = children_max or cores()
        self._slots = asyncio.Semaphore(self.children_max)
        self._zygote: ZygoteProcess | None = None

    @property
    def how(self) -> str:
        how = "a process that forks Lean's command line for each text"
        return f"{how} ({self.warning})" if self.warning else how

    async def __aenter__(self) -> Self:
        """Load the library and run the self-test. Raises: LeanUnavailable with what was seen."""
        self._zygote = await ZygoteProcess.start(*self._paths, self.environment.commit, how=COMMAND_LINES)
        answer = await self.elaborate(_SELF_TEST)
        if (
            not isinstance(answer, RawAnswer)
            or [m["pos"]["line"] for m in answer.messages] != [2] * answer.errors
        ):
            await self.__aexit__()
            raise LeanUnavailable(f"Lean's command line does not pass its self-test in a fork: {answer}")
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._zygote is not None:
            await self._zygote.close()
            self._zygote = None

    async def elaborate(
        self, source: str, limits: Limits | None = None, *, module: bool = False
    ) -> RawAnswer | NoVerdict:
        """`module` is not handed out by a command line."""
        bounds = limits or Limits()
        async with self._slots:
            if self._zygote is None or not self._zygote.alive:
                raise LeanUnavailable("the process that forks Lean is gone; start the command again")
            child = await self._zygote.fork("main", bounds, confined=self.confined)
            return await run_command_line(child, source, bounds)

    async def program(
        self, name: str, request: dict[str, Any], limits: Limits | None = None
    ) -> dict[str, Any] | NoVerdict:
        raise LeanUnavailable(f"{name} needs the warm embedded Lean, and this one is {self.how}")

    @asynccontextmanager
    async def worker(self, limits: Limits | None = None) -> AsyncIterator[ProcessWorker]:
        yield ProcessWorker(self, limits or Limits())
