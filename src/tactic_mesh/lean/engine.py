"""The seam that the rooms above see: a Lean that elaborates texts, however it is run.

`LeanHost` (warm, embedded) and `ProcessLean` (a `lean` program) are the two that there are.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.session import TacticSession
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Environment, NoVerdict


class Worker(Protocol):
    """States that can be resumed in any order, for one caller and for text that is ours or restricted."""

    @property
    def alive(self) -> bool: ...

    @property
    def process_id(self) -> int | None:
        """The process that has its states, if there is one."""
        ...

    async def run(
        self, source: str, wall_s: float, *, base: int = 0, keep: bool = False, constants: bool = False
    ) -> RawAnswer | NoVerdict:
        """Elaborate `source` from state `base` (0: where a file begins); `keep` numbers the state after it."""
        ...

    def try_each(
        self, sources: list[str], wall_s: float, *, base: int = 0, stop: bool = True
    ) -> AsyncIterator[RawAnswer | NoVerdict]:
        """Elaborate each text from the same state; with `stop`, up to the first without an error."""
        ...

    async def parse(
        self, category: str, source: str, wall_s: float, *, base: int = 0
    ) -> str | None | NoVerdict:
        """Lean's parse error of `source` as one whole `category`; None if it parses or cannot be told."""
        ...

    async def drop(self, state: int, wall_s: float = 10.0) -> None:
        """Forget a state that was kept. States that were reached from it stay."""
        ...

    async def revive(self) -> NoVerdict | None:
        """After its death: a new process in the states that are held, or why there is none."""
        ...


class Lean(Protocol):
    """A Lean with its library."""

    @property
    def environment(self) -> Environment: ...

    @property
    def how(self) -> str:
        """In a few words how it is run, for `doctor` and `version`."""
        ...

    @property
    def tells_constants(self) -> bool:
        """Whether answers list the constants that a text added; else messages are all there is."""
        ...

    @property
    def is_embedded(self) -> bool:
        """Whether its library is our core library only."""
        ...

    @property
    def children_max(self) -> int:
        """How many texts it elaborates at the same time."""
        ...

    async def elaborate(
        self, source: str, limits: Limits | None = None, *, module: bool = False
    ) -> RawAnswer | NoVerdict:
        """Lean's messages about one text of anybody's, elaborated in a process that is gone afterwards.

        With `module`, also what the text added, compiled, if this Lean can hand it out.
        """
        ...

    @property
    def runs_programs(self) -> bool:
        """Whether `program` can be used: Lean's library is at hand in children of ours."""
        ...

    async def program(
        self, name: str, request: dict[str, Any], limits: Limits | None = None
    ) -> dict[str, Any] | NoVerdict:
        """The answer of a module of ours, run in a fresh child that has the library and never ran any text.

        `name` is a module of this package with a function `run(runtime, start, request)`.
        """
        ...

    @property
    def steps_tactics(self) -> bool:
        """Whether it is a `SteppingLean`, which has tactic states."""
        ...

    def worker(self, limits: Limits | None = None) -> AbstractAsyncContextManager[Worker]:
        """A worker for the caller alone; gone at the end."""
        ...


class SteppingLean(Lean, Protocol):
    """A Lean that can hold a theorem's proof states: the warm one."""

    def session(
        self, prelude: str, statement: str, binders: str = "", limits: Limits | None = None
    ) -> AbstractAsyncContextManager[TacticSession]:
        """Tactic states of one theorem, for the caller alone; gone at the end."""
        ...

    def sessions(
        self, count: int, prelude: str, statement: str, binders: str = "", limits: Limits | None = None
    ) -> AbstractAsyncContextManager[list[TacticSession]]:
        """Up to `count` of them: one, which is waited for, and more where places are free at that moment.

        Whoever holds one place and waits for another would wait for ever beside somebody who does the same.
        """
        ...

    def worker_beside(self, limits: Limits | None = None) -> AbstractAsyncContextManager[Worker]:
        """A worker without a place among `children_max`, which lets others go first, for a caller who holds places.

        Whoever waited for a place with others in hand would wait for itself. A caller has one at a time.
        """
        ...

    def lasting_session(
        self, prelude: str, statement: str, binders: str = "", limits: Limits | None = None
    ) -> TacticSession:
        """The same without a place among `children_max`, for callers who let it wait most of the time.

        They close it, and bound how many there are and how many of them work at the same time.
        """
        ...
