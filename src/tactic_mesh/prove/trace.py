"""A run as lines for programs and as text for people. `docs/trace.md` describes the lines."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from tactic_mesh.errors import StorageError
from tactic_mesh.prove.events import Event, as_json, run_fields
from tactic_mesh.prove.partial import OpenGoal, Partial
from tactic_mesh.prove.search import SearchResult
from tactic_mesh.prove.telling import ExpertUse
from tactic_mesh.theorem import Theorem

REASON_LINES_MAX = 3
OPEN_SHOWN = 5


class Trace:
    """A `Watch` that writes each event as a line of JSON, as it comes. Use as a context manager.

    A disk that is full takes the trace but not the run: `problem` then says why the file ends early.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problem = ""
        self._file: IO[str] | None = None
        self._started = time.monotonic()

    def __enter__(self) -> Trace:
        """Raises: StorageError."""
        try:
            self._file = self.path.open("w", encoding="utf-8", errors="backslashreplace", buffering=1)
        except OSError as error:
            why = error.strerror or str(error)
            raise StorageError(f"{self.path} cannot be written: {why}. Name another file.") from error
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            try:
                self._file.close()
            except OSError as error:
                self.problem = self.problem or error.strerror or str(error)

    def run(self, theorem: Theorem, prover: str, budget: Mapping[str, object]) -> None:
        """The first line: what is asked."""
        self.put(run_fields(theorem, prover, budget))

    def watch(self, event: Event) -> None:
        self.put(as_json(event))

    def end(self, told: Mapping[str, object]) -> None:
        """The last line: what came of it."""
        self.put({"kind": "end", **told})

    def put(self, fields: Mapping[str, object]) -> None:
        if self._file is None or self.problem:
            return
        at_s = round(time.monotonic() - self._started, 4)
        line = json.dumps({**fields, "at_s": at_s}, ensure_ascii=False)
        try:
            self._file.write(f"{line}\n")
        except OSError as error:
            self.problem = error.strerror or str(error)


def explanation(
    result: SearchResult, experts: Mapping[str, ExpertUse], partial: Partial | None = None
) -> str:
    """How the search went: its experts, and without a proof what is left and why."""
    tree = result.tree
    refused = sum(node.refusals for node in tree.nodes)
    lines = [
        f"{result.tactics} tactics in the last search: {len(tree.nodes)} goals, {refused} tactics refused, "
        f"{tree.shared} goals met again, {tree.detours} detours",
        *_experts(experts),
    ]
    if result.known.lemmas:
        lines.append(f"lemmas at hand: {len(result.known.lemmas)}")
        lines += [f"  {lemma.name} : {lemma.statement}" for lemma in result.known.lemmas]
    if partial is not None:
        lines += ["", "the proof that got furthest:", *(f"  {line}" for line in partial.proof.split("\n"))]
        for goal in partial.open[:OPEN_SHOWN]:
            lines += _open(goal, "open")
        if len(partial.open) > OPEN_SHOWN:
            lines += ["", f"{len(partial.open) - OPEN_SHOWN} more goals are open"]
        for goal in partial.nearby:
            lines += _open(goal, "elsewhere open")
    return "\n".join(lines)


def _experts(experts: Mapping[str, ExpertUse]) -> list[str]:
    """A table of what each expert cost and yielded, the dearest first."""
    if not experts:
        return []
    rows = [("expert", "tried", "ran", "solved", "seconds")]
    for name, use in sorted(experts.items(), key=lambda item: -item[1].us):
        rows.append((name, str(use.tried), str(use.ran), str(use.solved), f"{use.us / 1e6:.2f}"))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))]
        )
        for row in rows
    ]


def _open(goal: OpenGoal, word: str) -> list[str]:
    lines = ["", f"{word} after " + ("; ".join(goal.after) or "nothing") + ":"]
    for one in goal.goals:
        lines += [f"  {line}" for line in one.split("\n")]
    lines.append(f"  ({goal.why})")
    if goal.failures:
        nearest = goal.failures[0]
        lines.append(f"  nearest: {nearest.tactic} ({nearest.expert}), refused:")
        reason = [line for line in nearest.reason.split("\n") if line.strip()]
        lines += [f"    {line}" for line in reason[:REASON_LINES_MAX]]
    return lines
