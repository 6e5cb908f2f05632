"""The open sessions of a service: how many, how long, one process each, and the proof that a finished one has.

A session is one theorem and the states that tactics led to; every state keeps its number, and a step may begin at any
of them. Its Lean process waits for the next request without holding one of the places in which texts are elaborated;
what hangs or kills it costs that tactic alone, and the states are reached again in a new process.
"""

from __future__ import annotations

import asyncio
import dataclasses
import math
import secrets
import time
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar, cast

from starlette.exceptions import HTTPException

from tactic_mesh.errors import InvalidStatement, LeanUnavailable, Overloaded
from tactic_mesh.lean.declarations import theorems
from tactic_mesh.lean.engine import SteppingLean
from tactic_mesh.lean.session import Point, SessionFailed, TacticSession
from tactic_mesh.prove.structured.script import indented
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.serve.admission import RETRY_AFTER_S_MAX
from tactic_mesh.serve.state import State
from tactic_mesh.serve.template import CheckFile
from tactic_mesh.theorem import NoVerdict, NoVerdictReason, Trust
from tactic_mesh.verify.policy import Policy
from tactic_mesh.verify.reference import References

_SWEEP_S = 1.0
_CPU_S = 3600
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Place:
    """A state of a session: the groups of goals that are open there, and how it came about."""

    number: int
    groups: tuple[Point, ...]
    parent: Place | None = None
    tactic: str = ""
    group: int = 0
    left: tuple[Point, ...] = ()
    """What the tactic left of the group that it worked on."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What a session is opened for: the theorem, the limits, and how surely its proof is judged at the end.

    `timeout_s` is for a tactic, unless a step says otherwise.
    """

    file: CheckFile
    timeout_s: float
    limits: Limits
    trust: Trust
    policy: Policy


@dataclass(slots=True, eq=False)
class Session:
    """One theorem with its process and its states; steps run one after the other."""

    id: str
    opening: Opening
    full_name: str
    tactics: TacticSession
    places: list[Place]
    steps: dict[tuple[int, int, str], Place] = field(default_factory=dict)
    results: dict[int, dict[str, Any]] = field(default_factory=dict)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    running: asyncio.Task[Any] | None = None
    closed: bool = False
    used_at: float = field(default_factory=time.monotonic)


class Sessions:
    """The open sessions of a service; use as an async context manager.

    They are bounded in number, and one that nobody used for a while is closed. As many step at the same time as Lean
    elaborates texts.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._open: dict[str, Session] = {}
        self._starting = 0
        self._lanes = asyncio.Semaphore(state.admission.lanes)
        self._references = References()
        self._sweeper: asyncio.Task[None] | None = None
        self.idle_s = state.settings.session_idle_s

    async def __aenter__(self) -> Self:
        self._sweeper = asyncio.create_task(self._sweep())
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._sweeper is not None
        self._sweeper.cancel()
        await asyncio.gather(
            self._sweeper, *map(self.close, list(self._open.values())), return_exceptions=True
        )

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(min(_SWEEP_S, self.idle_s / 2))
            for session in [one for one in self._open.values() if self.expires_in_s(one) <= 0]:
                await self.close(session)

    def expires_in_s(self, session: Session) -> float:
        if session.lock.locked():
            return self.idle_s
        return session.used_at + self.idle_s - time.monotonic()

    def find(self, session_id: str) -> Session:
        """Raises: HTTPException (404)."""
        session = self._open.get(session_id)
        if session is None or self.expires_in_s(session) <= 0:
            raise _unknown(self.idle_s)
        session.used_at = time.monotonic()
        return session

    async def start(self, opening: Opening) -> Session:
        """A new session. Raises: Overloaded, InvalidStatement, LeanUnavailable."""
        self._require_room()
        self._starting += 1
        try:
            return await self._started(opening)
        finally:
            self._starting -= 1

    def _require_room(self) -> None:
        places = self._state.settings.sessions
        if len(self._open) + self._starting < places:
            return
        soonest_s = min(map(self.expires_in_s, self._open.values()), default=1.0)
        retry_after_s = min(RETRY_AFTER_S_MAX, max(1, math.ceil(soonest_s)))
        raise Overloaded(f"all {places} sessions are open; close one", retry_after_s)

    async def _started(self, opening: Opening) -> Session:
        if not self._state.lean.steps_tactics:
            how = self._state.lean.how
            raise LeanUnavailable(f"this Lean ({how}) has no tactic states: send whole proofs to /check")
        lean, file = cast(SteppingLean, self._state.lean), opening.file
        # First as a text of its own: what is wrong with a statement is told best by Lean, with its place.
        stated = await self._references.get(lean, file.trusted, opening.limits)
        if isinstance(stated, NoVerdict):
            raise _unanswered(stated.reason, f"{stated.reason}: {stated.detail}")
        full_name = theorems(file.trusted)[-1].full_name
        prelude = "\n".join(part for part in (file.prelude, file.declarations) if part.strip())
        # Each tactic has a limit of its own; that of the process must last for all of them.
        limits = dataclasses.replace(opening.limits, cpu_s=max(opening.limits.cpu_s, _CPU_S))
        tactics = lean.lasting_session(prelude, file.statement, limits=limits)
        opened = False
        try:
            async with self._lanes:
                root = await tactics.open()
            opened = True
        except SessionFailed as error:
            raise _failed(error) from error
        finally:
            if not opened:
                await tactics.close()
        session = Session(secrets.token_urlsafe(16), opening, full_name, tactics, [Place(0, (root,))])
        self._open[session.id] = session
        return session

    async def close(self, session: Session) -> None:
        """End a session with what it is doing."""
        session.closed = True
        self._open.pop(session.id, None)
        if session.running is not None:
            session.running.cancel()
        async with session.lock:
            await session.tactics.close()

    async def alone(self, session: Session, work: Coroutine[Any, Any, Result]) -> Result:
        """`work` with the session's process, after what came before it. Raises: HTTPException (404) if it is closed."""
        try:
            async with session.lock, self._lanes:
                if session.closed:
                    raise _unknown(self.idle_s)
                task: asyncio.Task[Result] = asyncio.create_task(work)
                session.running = task
                try:
                    return await task
                except asyncio.CancelledError:
                    if session.closed and task.cancelled():
                        raise _unknown(self.idle_s) from None
                    task.cancel()
                    await asyncio.gather(task, return_exceptions=True)
                    raise
                except SessionFailed as error:
                    raise _failed(error) from error
                finally:
                    session.running = None
                    session.used_at = time.monotonic()
        finally:
            work.close()  # where it did not begin


def _unknown(idle_s: float) -> HTTPException:
    return HTTPException(
        404, f"no such session: it never was, it was closed, or nobody used it for {idle_s:g} s"
    )


def _failed(error: SessionFailed) -> InvalidStatement | LeanUnavailable:
    """What Lean refuses is the client's."""
    return (
        _unanswered(error.no_verdict.reason, str(error)) if error.no_verdict else InvalidStatement(str(error))
    )


def _unanswered(reason: NoVerdictReason, detail: str) -> InvalidStatement | LeanUnavailable:
    """Its limits are the client's to raise; what else gave no answer may do so the next time."""
    if reason in ("timeout", "memory"):
        return InvalidStatement(f"the statement needs more than `timeout_ms` or `memory_mb` allow: {detail}")
    return LeanUnavailable(f"the statement could not be elaborated: {detail}")


def proof(session: Session, place: Place) -> str:
    """The tactics that led to a state without goals, as one block: a bullet for each goal where there are several."""
    steps: dict[Point, tuple[str, tuple[Point, ...]]] = {}
    at: Place | None = place
    while at is not None and at.parent is not None:
        steps[at.parent.groups[at.group]] = (at.tactic, at.left)
        at = at.parent
    lines: list[str] = []
    waiting = [(session.places[0].groups[0], 1, False)]
    while waiting:
        point, depth, bullet = waiting.pop()
        tactic, left = steps[point]
        lines += indented(tactic, depth, bullet=bullet)
        inner = depth + 1 if bullet else depth
        several = len(left) > 1
        waiting += [(child, inner, several) for child in reversed(left)]
    return "by\n" + "\n".join(lines)
