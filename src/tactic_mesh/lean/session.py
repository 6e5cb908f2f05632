"""Tactics on the goals of one theorem, from any of its states, in a warm Lean child.

A `Point` is a place in a proof: the goals that stand there, and the tactic that led there from another point. It
belongs to no process: a session brings its child to a point by running the tactics that lead to it, once, and from
then on any tactic can be tried there in any order. What hangs or kills the child costs that tactic alone.

States come from a process that elaborated the prelude; what they say guides a search and proves nothing.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from tactic_mesh.errors import LeanProtocolError
from tactic_mesh.lean.answer import RawAnswer, raw_answer
from tactic_mesh.lean.child import Child
from tactic_mesh.lean.expressions import Importer
from tactic_mesh.term import Constant, Sequent, Variable
from tactic_mesh.theorem import NoVerdict, NoVerdictReason

OPEN_WALL_S = 20.0
HARD_LIMIT_FACTOR = 3.0
HARD_LIMIT_EXTRA_S = 2.0
HANDLES_MAX = 50_000
GROWTH_BYTES_MAX = 400 << 20


class SessionFailed(Exception):
    """The theorem cannot be opened for tactics: Lean refuses it, or gave no answer, which `no_verdict` then tells."""

    def __init__(self, message: str, no_verdict: NoVerdict | None = None) -> None:
        super().__init__(message)
        self.no_verdict = no_verdict


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Point:
    """A proof state: goals that share metavariables, or one goal, the main one first. `group` numbers siblings."""

    goals: tuple[Sequent, ...]
    parent: Point | None = None
    tactic: str = ""
    group: int = 0

    @property
    def script(self) -> tuple[str, ...]:
        """The tactics from the theorem to here."""
        above = self.parent.script if self.parent else ()
        return (*above, self.tactic) if self.parent else ()


@dataclass(frozen=True, slots=True)
class Stepped:
    """A tactic that ran: the independent groups of goals that it left, in Lean's order; none means solved."""

    points: tuple[Point, ...]
    cost_us: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A tactic that failed, or to which Lean gave no answer: then `no_verdict` says why."""

    reason: str
    cost_us: int = 0
    no_verdict: NoVerdictReason | None = None

    @property
    def lost(self) -> bool:
        """Whether Lean gave no answer."""
        return self.no_verdict is not None


@dataclass(frozen=True, slots=True)
class TacticLimits:
    """What one tactic may use: heartbeats (thousands of small allocations) and, in doubt, seconds."""

    heartbeats: int = 5_000
    wall_s: float = 3.0


class TacticSession:
    """The states of one theorem in one child; for one caller at a time. Use as an async context manager.

    `prelude` is elaborated once per process; `statement` is a term, `binders` what stands before its colon.
    """

    def __init__(
        self,
        fork: Callable[[], Awaitable[Child]],
        prelude: str,
        statement: str,
        binders: str = "",
    ) -> None:
        self._fork = fork
        self._texts = (prelude, statement, binders)
        self._child: Child | None = None
        self._importer = Importer()
        self._handles: dict[Point, int] = {}
        self._constants: dict[str, Constant | None] = {}
        self._first_bytes: int | None = None
        self.root: Point | None = None
        self.tactics = 0
        self.deaths = 0

    @property
    def prelude(self) -> str:
        """What stands before the theorem."""
        return self._texts[0]

    @property
    def process_id(self) -> int | None:
        """The process that has the states now, if there is one."""
        return self._child.process_id if self._child is not None and self._child.alive else None

    async def open(self) -> Point:
        """The point where the proof begins. Raises: SessionFailed."""
        await self._ready(OPEN_WALL_S)
        assert self.root is not None
        return self.root

    async def close(self) -> None:
        if self._child is not None and self._child.alive:
            await self._child.end(NoVerdict("unavailable", True))

    async def step(
        self,
        point: Point,
        tactics: list[str],
        limits: TacticLimits,
        *,
        stop: bool = True,
        explain: bool = False,
    ) -> list[Stepped | Refused]:
        """Try each tactic at a point; an outcome each, in order. With `stop`, up to the first that solves it.

        Raises: SessionFailed if the point cannot be reached any more.
        """
        outcomes: list[Stepped | Refused] = []
        while len(outcomes) < len(tactics):
            handle = await self._handle(point, limits)
            rest = tactics[len(outcomes) :]
            if await self._some_steps(point, handle, rest, limits, outcomes, stop=stop, explain=explain):
                return outcomes
        return outcomes

    async def _some_steps(
        self,
        point: Point,
        handle: int,
        tactics: list[str],
        limits: TacticLimits,
        outcomes: list[Stepped | Refused],
        *,
        stop: bool,
        explain: bool,
    ) -> bool:
        """Add outcomes until all are there, one solved the point (True, with `stop`), or the child was lost."""
        assert self._child is not None
        request = {
            "op": "step",
            "handle": handle,
            "tactics": tactics,
            "heartbeats": limits.heartbeats,
            "tactic_wall_s": limits.wall_s,
            "stop": stop,
            "explain": explain,
            "request_wall_s": len(tactics) * _hard_wall_s(limits),
        }
        solved = False
        async for answer in self._child.ask_many(request, _hard_wall_s(limits), lambda message: message):
            if isinstance(answer, NoVerdict):
                self.deaths += 1
                cost_us = int(answer.wall_s * 1e6)
                outcomes.append(Refused(f"{answer.reason}: {answer.detail}", cost_us, answer.reason))
                break
            outcome = self._outcome(point, tactics[int(answer["index"])], answer)
            outcomes.append(outcome)
            self.tactics += 1
            solved = stop and isinstance(outcome, Stepped) and not outcome.points
        return solved

    def _outcome(self, point: Point, tactic: str, answer: dict[str, Any]) -> Stepped | Refused:
        cost_us = int(answer.get("us", 0))
        if "error" in answer:
            return Refused(str(answer["error"]), cost_us, "timeout" if answer.get("timeout") else None)
        try:
            self._importer.add(answer.get("rows", []))
            points = []
            for number, group in enumerate(answer["groups"]):
                goals = tuple(self._sequent(goal) for goal in group["goals"])
                reached = Point(goals, point, tactic, number)
                self._handles[reached] = int(group["handle"])
                points.append(reached)
        except (KeyError, TypeError, ValueError) as error:
            raise LeanProtocolError("a child answered something that is no proof state") from error
        return Stepped(tuple(points), cost_us)

    def _sequent(self, goal: dict[str, Any]) -> Sequent:
        context = tuple(
            Variable(
                str(name),
                self._importer[type_],
                self._importer[value] if value >= 0 else None,
                bool(instance),
                bool(proof),
                str(label),
            )
            for name, type_, value, instance, proof, label in goal["context"]
        )
        return Sequent(context, self._importer[goal["target"]], str(goal["case"]))

    async def constant(self, name: str) -> Constant | None:
        """What the theorem's environment knows of a constant; None if it has none of that name."""
        if name not in self._constants:
            child = await self._ready(OPEN_WALL_S)
            answer = await child.ask({"op": "constant", "name": name}, OPEN_WALL_S, lambda message: message)
            self._constants[name] = None if isinstance(answer, NoVerdict) else self._constant(name, answer)
        return self._constants[name]

    def _constant(self, name: str, answer: dict[str, Any]) -> Constant | None:
        if not answer:
            return None
        self._importer.add(answer["rows"])
        value, unfolded = answer.get("value", -1), answer.get("unfolded", -1)
        return Constant(
            name,
            str(answer["kind"]),
            self._importer[answer["type"]],
            self._importer[value] if value >= 0 else None,
            self._importer[unfolded] if unfolded >= 0 else None,
            tuple(map(str, answer.get("constructors", ()))),
            int(answer.get("parameters", 0)),
            str(answer.get("inductive", "")),
            tuple(self._importer[number] for number in answer.get("equations", ())),
        )

    async def show(self, point: Point) -> list[str]:
        """The goals at a point as Lean prints them. Raises: SessionFailed."""
        handle = await self._handle(point, TacticLimits())
        assert self._child is not None
        request = {"op": "show", "handle": handle}
        answer = await self._child.ask(request, OPEN_WALL_S, lambda message: message)
        if isinstance(answer, NoVerdict):
            raise SessionFailed(f"the goals cannot be printed: {answer.reason}", answer)
        try:
            return [str(goal) for goal in answer["goals"]]
        except (KeyError, TypeError) as error:
            raise LeanProtocolError("a child answered something that is no list of goals") from error

    async def forget(self, points: list[Point]) -> None:
        """Give up what the child holds for these points; they can still be reached again."""
        handles = [handle for point in points if (handle := self._handles.pop(point, None)) is not None]
        if handles and self._child is not None and self._child.alive:
            await self._child.ask({"op": "forget", "handles": handles}, OPEN_WALL_S, lambda message: message)

    async def _handle(self, point: Point, limits: TacticLimits) -> int:
        """The child's number for a point, which is reached by its tactics if it must be. Raises: SessionFailed."""
        child = await self._ready(OPEN_WALL_S)
        way: list[Point] = []
        at: Point | None = point
        while at is not None and at not in self._handles:
            way.append(at)
            at = at.parent
        if at is None:
            raise SessionFailed("the point belongs to another theorem")
        generous = TacticLimits(2 * limits.heartbeats, 2 * limits.wall_s)
        for wanted in reversed(way):
            assert wanted.parent is not None
            outcomes: list[Stepped | Refused] = []
            handle = self._handles[wanted.parent]
            await self._some_steps(
                wanted.parent, handle, [wanted.tactic], generous, outcomes, stop=False, explain=True
            )
            reached = outcomes[0]
            if isinstance(reached, Refused) or len(reached.points) <= wanted.group:
                why = reached.reason if isinstance(reached, Refused) else "other goals were left"
                lost = NoVerdict("crash", True, why)
                raise SessionFailed(f"`{wanted.tactic}` did not lead there again: {why}", lost)
            # Siblings of points on the way keep the handles of this run under their own names only.
            self._handles[wanted] = self._handles.pop(reached.points[wanted.group])
            if not child.alive:
                lost = NoVerdict("crash", True, "the child ended on the way")
                raise SessionFailed(lost.detail, lost)
        return self._handles[point]

    async def _ready(self, wall_s: float) -> Child:
        """A living child in which the theorem is open. Raises: SessionFailed."""
        if self._child is not None and self._child.alive and not self._due():
            return self._child
        if self._child is not None:
            await self._child.end(NoVerdict("unavailable", True))
        self._handles.clear()
        self._importer, self._first_bytes = Importer(), None
        child = self._child = await self._fork()
        prelude, statement, binders = self._texts
        base = 0
        if prelude.strip():
            request = {"op": "run", "source": prelude, "base": 0, "keep": True}
            began = time.monotonic()
            elaborated = await child.ask(
                request, wall_s, lambda message: raw_answer(message, time.monotonic() - began)
            )
            if not isinstance(elaborated, RawAnswer) or elaborated.state is None:
                lost = elaborated if isinstance(elaborated, NoVerdict) else None
                raise SessionFailed(f"the prelude cannot be elaborated: {elaborated}", lost)
            base = elaborated.state
        opened = await child.ask(
            {"op": "open", "base": base, "statement": statement, "binders": binders},
            wall_s,
            lambda message: message,
        )
        if isinstance(opened, NoVerdict):
            raise SessionFailed(f"the statement cannot be elaborated: {opened.reason}", opened)
        if "error" in opened:
            raise SessionFailed(str(opened["error"]))
        try:
            self._importer.add(opened["rows"])
            group = opened["groups"][0]
            if self.root is None:
                self.root = Point(tuple(self._sequent(goal) for goal in group["goals"]))
            self._handles[self.root] = int(group["handle"])
        except (IndexError, KeyError, TypeError, ValueError) as error:
            raise LeanProtocolError("a child answered something that is no proof state") from error
        return child

    def adopt(self, root: Point) -> None:
        """Take another session's root for this one's: both have the same theorem, and share their points."""
        if self.root is not None and self.root in self._handles:
            self._handles[root] = self._handles.pop(self.root)
        self.root = root

    def _due(self) -> bool:
        """Whether the child has grown so much that a new one is cheaper."""
        assert self._child is not None
        if len(self._handles) > HANDLES_MAX:
            return True
        now = self._child.resident_bytes()
        if now is None or self._first_bytes is None:
            self._first_bytes = now
            return False
        return now - self._first_bytes > GROWTH_BYTES_MAX


def _hard_wall_s(limits: TacticLimits) -> float:
    """When a child that does not heed the soft limit is killed."""
    return HARD_LIMIT_FACTOR * limits.wall_s + HARD_LIMIT_EXTRA_S
