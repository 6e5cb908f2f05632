"""What a run does right now, for the person before the terminal: on standard error, gone when the run ends."""

from __future__ import annotations

import heapq
import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tactic_mesh.cli.terminal import may_draw, note
from tactic_mesh.prove.events import (
    Attempted,
    Counted,
    Event,
    LemmaFound,
    NodeAdded,
    NodeClosed,
    Phase,
    SearchStarted,
    TacticRan,
    Watch,
    unwatched,
)

if TYPE_CHECKING:
    from rich.console import RenderableType

REFRESHES_A_SECOND = 5
GOAL_LINES_MAX = 8
LEMMAS_SHOWN = 4
_PHASES = {
    "statement": "reading the statement",
    "at_once": "trying the simplest proofs",
    "disproof": "looking for a counterexample",
    "search": "searching",
    "lemmas": "looking for lemmas",
    "models": "asking a model",
    "finishing": "shortening the proof",
    "checking": "checking the finished file",
}


@dataclass(slots=True)
class Board:
    """A run as it stands, from its events. Of trees, the last one for the theorem is shown."""

    phase: str = ""
    detail: str = ""
    spent: Counted = field(default_factory=lambda: Counted(0, 0))
    attempts: int = 0
    lemmas: list[str] = field(default_factory=list)
    search: int | None = None
    added: int = 0
    solved: int = 0
    _cost: dict[int, float] = field(default_factory=dict)
    _goals: dict[int, str] = field(default_factory=dict)
    _done: set[int] = field(default_factory=set)
    _closed: int = 0
    _queue: list[tuple[float, int]] = field(default_factory=list)

    def take(self, event: Event) -> None:
        match event:
            case Phase():
                self.phase, self.detail = _PHASES[event.name], event.detail
            case Counted():
                self.spent = event
            case Attempted():
                self.attempts += 1
            case LemmaFound(state="proved"):
                self.lemmas.append(event.name)
            case SearchStarted(purpose="theorem"):
                self._begin(event.search)
            case NodeAdded() if event.search == self.search:
                self.added += 1
                self._goals[event.id] = event.goals[0] if event.goals else ""
                if event.id == 0:
                    self._reach(0, 0.0)
            case TacticRan() if event.search == self.search:
                self._done.add(event.node)
                cost = self._cost.get(event.node, 0.0) - math.log(max(event.confidence, 1e-6))
                for child in event.children:
                    if child not in self._cost:
                        self._reach(child, cost)
            case NodeClosed() if event.search == self.search:
                self._done.add(event.node)
                self._closed += 1
                self.solved += event.state == "solved"
            case _:
                pass

    @property
    def open(self) -> int:
        """Goals of the tree that are neither solved nor given up."""
        return self.added - self._closed

    @property
    def best(self) -> str:
        """The most likely goal that no tactic has led on from; empty if there is none."""
        while self._queue and self._queue[0][1] in self._done:
            heapq.heappop(self._queue)
        return self._goals[self._queue[0][1]] if self._queue else ""

    def _begin(self, search: int) -> None:
        self.search, self.added, self.solved, self._closed = search, 0, 0, 0
        for one in (self._cost, self._goals, self._done, self._queue):
            one.clear()

    def _reach(self, node: int, cost: float) -> None:
        self._cost[node] = cost
        heapq.heappush(self._queue, (cost, node))

    def lines(self) -> list[tuple[str, str]]:
        """What is shown: pairs of a style and a line."""
        counts = [f"{self.spent.tactics:,} tactics"]
        if self.search is not None:
            counts.append(f"goals: {self.open} open, {self.solved} solved")
        if self.attempts:
            counts.append(f"{self.attempts} proofs of models checked")
        if self.spent.tokens:
            counts.append(f"{self.spent.tokens:,} tokens")
        shown = [("dim", " · ".join(counts))]
        if self.lemmas:
            last = ", ".join(self.lemmas[-LEMMAS_SHOWN:])
            more = len(self.lemmas) - LEMMAS_SHOWN
            shown.append(("green", f"lemmas found: {last}" + (f" and {more} more" if more > 0 else "")))
        if best := self.best:
            goal = best.split("\n")
            # The target is the last line; of many hypotheses the latest say most.
            shown += [("dim", "best open goal:"), *(("", f"  {line}") for line in goal[-GOAL_LINES_MAX:])]
        return shown


@contextmanager
def counting(total: int, done: int, quiet: bool = False) -> Iterator[Callable[[str, str], None]]:
    """A function that is called with a line and a count for each thing that is done, beside a bar on a terminal."""
    if not may_draw(quiet):
        yield lambda line, count: note(line)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, completed=done)

        def tell(line: str, count: str) -> None:
            bar.console.print(line, markup=False, highlight=False)
            bar.update(task, advance=1, description=count)

        yield tell


@contextmanager
def watching(quiet: bool = False) -> Iterator[Watch]:
    """A watch that draws the run on standard error while it goes on; nobody's where that is not wanted."""
    if not may_draw(quiet):
        yield unwatched
        return
    from rich.console import Console, Group
    from rich.live import Live
    from rich.spinner import Spinner
    from rich.text import Text

    board, started = Board(), time.monotonic()
    spinner = Spinner("dots")

    def drawn() -> RenderableType:
        head = f" {board.phase}" + (f" ({board.detail})" if board.detail else "")
        spinner.text = Text.assemble((head, "bold"), (f"  {time.monotonic() - started:.1f} s", "dim"))
        shown = [Text(f"  {line}", style, no_wrap=True, overflow="ellipsis") for style, line in board.lines()]
        return Group(spinner, *shown)

    console = Console(stderr=True)
    with Live(
        get_renderable=drawn, console=console, refresh_per_second=REFRESHES_A_SECOND, transient=True
    ) as live:
        live.refresh()
        yield board.take
