"""A warm host for tests: one event loop that several tests use in turn, and a look at the host's processes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.host import LeanHost
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.toolchain import Toolchain
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import NoVerdict

Result = TypeVar("Result")
PATIENCE_S = 30.0


def make_host(toolchain: Toolchain, library: Library, **settings: Any) -> LeanHost:
    """A host that was not started."""
    assert toolchain.shared_library is not None
    settings.setdefault("core_modules", frozenset(library.modules))
    return LeanHost(toolchain.shared_library, library.path, library.environment, **settings)


class Warm:
    """A started host and the loop in which it lives."""

    def __init__(self, host: LeanHost, runner: asyncio.Runner) -> None:
        self.host = host
        self._runner = runner

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        return self._runner.run(work)

    def check(self, text: str, **limits: float) -> RawAnswer | NoVerdict:
        """`text` in an isolated child; keywords are limits."""
        return self.run(self.host.elaborate(text, Limits(**limits)))  # type: ignore[arg-type]

    def children(self) -> list[int]:
        assert self.host.process_id is not None
        return children(self.host.process_id)

    def settles(self, condition: Callable[[], bool]) -> bool:
        """Whether `condition` becomes true while the loop runs; waits a bounded time for it."""

        async def wait() -> bool:
            return await asyncio.to_thread(becomes_true, condition)

        return self.run(wait())


@contextmanager
def warm_host(toolchain: Toolchain, library: Library, **settings: Any) -> Iterator[Warm]:
    with asyncio.Runner() as runner:
        host = make_host(toolchain, library, **settings)
        runner.run(host.start())
        try:
            yield Warm(host, runner)
        finally:
            runner.run(host.close())


def answered(answer: RawAnswer | NoVerdict | None) -> RawAnswer:
    assert isinstance(answer, RawAnswer), answer
    return answer


def unanswered(answer: RawAnswer | NoVerdict | None) -> NoVerdict:
    assert isinstance(answer, NoVerdict), answer
    return answer


def children(process_id: int) -> list[int]:
    """The living children of a process (Linux)."""
    found: list[int] = []
    for task in Path(f"/proc/{process_id}/task").glob("*/children"):
        try:
            found += map(int, task.read_bytes().split())
        except OSError:
            continue  # the thread has ended
    return [child for child in found if not gone(child)]


def gone(process_id: int) -> bool:
    """Whether a process is dead, or a zombie that nobody has collected yet."""
    try:
        state = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state in "ZX"


def becomes_true(condition: Callable[[], bool]) -> bool:
    """Ask again and again, for a bounded time."""
    until = time.monotonic() + PATIENCE_S
    while not (found := condition()) and time.monotonic() < until:
        time.sleep(0.02)
    return found
