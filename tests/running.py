"""A Lean that many tests of a module share: opened once, in an event loop that lives as long."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from typing import Any, TypeVar

from tactic_mesh.lean.engine import Lean

Result = TypeVar("Result")


class Running:
    """An open `lean` and `run`, which waits for work with it."""

    def __init__(self, lean: Lean, runner: asyncio.Runner) -> None:
        self.lean = lean
        self._runner = runner

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        return self._runner.run(work)


@contextmanager
def running(opened: AbstractAsyncContextManager[Lean]) -> Iterator[Running]:
    """Open a Lean, and close it at the end of the block."""
    with asyncio.Runner() as runner:
        lean = runner.run(_enter(opened))
        try:
            yield Running(lean, runner)
        finally:
            runner.run(_leave(opened))


async def _enter(opened: AbstractAsyncContextManager[Lean]) -> Lean:
    return await opened.__aenter__()


async def _leave(opened: AbstractAsyncContextManager[Lean]) -> None:
    await opened.__aexit__(None, None, None)
