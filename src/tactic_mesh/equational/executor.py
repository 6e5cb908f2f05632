"""Where batches of work run: in this process, in processes of this machine, or on a Ray cluster."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from multiprocessing import get_context
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from tactic_mesh.errors import UsageError

Work = TypeVar("Work")
Done = TypeVar("Done")


class Executor(Protocol):
    """Applies one function to many pieces of work; answers come in any order, each with its place."""

    @property
    def width(self) -> int:
        """How many pieces run at the same time."""
        ...

    def run(self, function: Callable[[Work], Done], work: Sequence[Work]) -> Iterator[tuple[int, Done]]: ...

    def close(self) -> None: ...


class Serial:
    """One piece after the other, in this process."""

    width = 1

    def run(self, function: Callable[[Work], Done], work: Sequence[Work]) -> Iterator[tuple[int, Done]]:
        for index, piece in enumerate(work):
            yield index, function(piece)

    def close(self) -> None:
        """There is nothing to end."""


class Processes:
    """As many processes as asked for; functions must be importable and work must be picklable."""

    def __init__(self, width: int | None = None) -> None:
        self.width = width or os.cpu_count() or 1
        # Not forked: this process has threads (numpy, Lean's host) whose locks a child would find taken.
        self._pool = ProcessPoolExecutor(self.width, get_context("spawn"))

    def run(self, function: Callable[[Work], Done], work: Sequence[Work]) -> Iterator[tuple[int, Done]]:
        waiting: dict[Future[Done], int] = {}
        pieces = iter(enumerate(work))
        try:
            while True:
                # Few at a time, so that whoever stops listening does not wait for all the rest.
                for index, piece in pieces:
                    waiting[self._pool.submit(function, piece)] = index
                    if len(waiting) >= 2 * self.width:
                        break
                if not waiting:
                    return
                done, _ = wait(waiting, return_when=FIRST_COMPLETED)
                for future in done:
                    yield waiting.pop(future), future.result()
        finally:
            for future in waiting:
                future.cancel()

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Ray:
    """A Ray cluster (the extra `ray`): the one that RAY_ADDRESS names, or a new one on this machine.

    Raises: UsageError if Ray is not installed.
    """

    def __init__(self) -> None:
        try:
            import ray
        except ImportError as error:
            raise UsageError("Ray is not installed: pip install 'tactic-mesh[ray]'") from error
        self._ray: Any = ray
        self._started = not ray.is_initialized()
        if self._started:
            ray.init(include_dashboard=False, log_to_driver=False)
        self.width = max(1, int(ray.cluster_resources().get("CPU", 1)))

    def run(self, function: Callable[[Work], Done], work: Sequence[Work]) -> Iterator[tuple[int, Done]]:
        remote = self._ray.remote(function)
        pieces = iter(enumerate(work))
        waiting: dict[Any, int] = {}
        while True:
            for index, piece in pieces:
                waiting[remote.remote(piece)] = index
                if len(waiting) >= 2 * self.width:
                    break
            if not waiting:
                return
            ready, _ = self._ray.wait(list(waiting), num_returns=1)
            for reference in ready:
                yield waiting.pop(reference), self._ray.get(reference)

    def close(self) -> None:
        if self._started:
            self._ray.shutdown()


def executor_named(name: str, jobs: int | None) -> Executor:
    """`processes` (in this process if there is to be only one job) or `ray`. Raises: UsageError."""
    if name == "ray":
        return Ray()
    if name != "processes":
        raise UsageError(f"there is no executor `{name}`: `processes` or `ray`")
    return Serial() if jobs == 1 else Processes(jobs)
