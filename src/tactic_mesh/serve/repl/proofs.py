"""Proof states as texts: the command around a `sorry`, and the tactics that stand in its place so far.

A step elaborates the command with one more tactic. That costs more than a saved state of Lean's, and buys what a
saved state does not have: what closes the last goal has been through the whole elaboration, the kernel included, as
the proof of the very declaration; a state depends on no process; and a `sorry` inside a tactic is a state again.
"""

from __future__ import annotations

import dataclasses
import secrets
from dataclasses import dataclass

from tactic_mesh.lean.holes import Hole, Kind
from tactic_mesh.lean.source import Lines

# Stands for every `sorry` but the one that is worked on, so that this one's own `sorry` can be told from the others'.
OTHER = "s\u0435rry"
_ENDING = "trace_state\nall_goals sorry\n"
# What closes the goals that a tactic left, where a `sorry` inside it is worked on.
_REST = f"all_goals {OTHER}\n"
_OPENING: dict[Kind, str] = {"tactic": "{\n", "term": "(by {\n"}
_CLOSING: dict[Kind, str] = {"tactic": "}", "term": "})"}


@dataclass(frozen=True, slots=True)
class ProofState:
    """Goals to be closed in place of a `sorry` that stands between `before` and `after`, from the state of `env`.

    `env` is the number of the environment in which the command was given, None for the beginning of a file.
    `header_end` is where the header ends in `before`.
    """

    env: int | None
    before: str
    after: str
    kind: Kind
    header_end: int = 0
    script: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()

    def with_tactic(self, tactic: str, goals: tuple[str, ...]) -> ProofState:
        return dataclasses.replace(self, script=(*self.script, tactic), goals=goals)


@dataclass(frozen=True, slots=True)
class Step:
    """The text of a step: `text` is elaborated; the tactic begins at `start`, at the beginning of line `first_line`.

    The goals that it leaves are shown at `shown_line`; messages up to `last_line` are about the tactic. `other_axiom`
    is what the other `sorry`s of the command rest on, empty if there are none: a name that nobody knows beforehand.
    """

    text: str
    header_end: int
    start: int
    first_line: int
    shown_line: int
    last_line: int
    other_axiom: str


def states_of(text: str, holes: list[Hole], env: int | None, header_end: int = 0) -> list[ProofState | None]:
    """A proof state for each `sorry` of a command; None for one that Lean did not come to."""
    return [
        None
        if hole.kind is None
        else ProofState(
            env,
            _others(text[: hole.start], holes, 0),
            _others(text[hole.end :], holes, hole.end),
            hole.kind,
            header_end,
            goals=hole.goals,
        )
        for hole in holes
    ]


def step(state: ProofState, tactic: str) -> Step:
    """The command with the tactics so far, and `tactic` after them."""
    other = f"_other_sorry_{secrets.token_hex(8)}" if OTHER in state.before + state.after else ""
    head, rest = state.before[: state.header_end], state.before[state.header_end :]
    before = (f"{head}\n" if head else "") + _preface(other) + rest + _OPENING[state.kind]
    before += "".join(f"{one}\n" for one in state.script)
    whole = f"{before}{tactic}\n{_ENDING}{_closing(state)}"
    lines = Lines(whole)
    first, shown = (lines.position(len(before) + after)[0] for after in (0, len(tactic) + 1))
    last = shown + _ENDING.count("\n")
    return Step(whole, state.header_end, len(before), first, shown, last, other)


def _preface(other: str) -> str:
    """What stands before the command. A definition that rests on an axiom cannot be compiled, which is no matter."""
    lines = ["set_option linter.all false"]
    if other:
        lines += [
            "noncomputable section",
            f"axiom {other}.{{u}} {{α : Sort u}} : α",
            f'macro "{OTHER}" : term => `(@{other} _)',
            f'macro "{OTHER}" : tactic => `(tactic| exact @{other} _)',
        ]
    return "".join(f"{line}\n" for line in lines)


def states_inside(state: ProofState, tactic: str, holes: list[Hole]) -> list[ProofState | None]:
    """The proof states of the `sorry`s in a tactic that was just run; offsets of `holes` are in the tactic."""
    before = state.before + _OPENING[state.kind] + "".join(f"{one}\n" for one in state.script)
    after = f"\n{_REST}{_closing(state)}"
    return [
        None
        if hole.kind is None
        else ProofState(
            state.env,
            before + _others(tactic[: hole.start], holes, 0),
            _others(tactic[hole.end :], holes, hole.end) + after,
            hole.kind,
            state.header_end,
            goals=hole.goals,
        )
        for hole in holes
    ]


def _closing(state: ProofState) -> str:
    """What ends the tactics, and the text after it, which begins at its old column: layout may depend on that."""
    column = len(state.before) - (state.before.rfind("\n") + 1) + len(OTHER)
    return _CLOSING[state.kind].rjust(column) + state.after


def _others(part: str, holes: list[Hole], offset: int) -> str:
    """A part of a text, which begins at `offset`, with its `sorry`s made others."""
    letters = list(part)
    for hole in holes:
        start, end = hole.start - offset, hole.end - offset
        if start >= 0 and end <= len(part):
            letters[start:end] = OTHER
    return "".join(letters)
