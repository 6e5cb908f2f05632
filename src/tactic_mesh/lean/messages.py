"""Lean's JSON messages → diagnostics, goals and error classes.

The classes come from Lean's own tags where it gives one, else from the words of the message. Words are compared in
one table, so that another release of Lean changes one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from tactic_mesh.theorem import Diagnostic, ErrorClass, Goal, Hypothesis, Position, Severity

_CLASS_OF_KIND = {
    "Tactic.unsolvedGoals": ErrorClass.UNSOLVED_GOALS,
    "lean.unknownIdentifier": ErrorClass.UNKNOWN_IDENTIFIER,
    "runtime.maxHeartbeats": ErrorClass.TIMEOUT,
}

# Order matters: the first pattern that is found decides.
_CLASS_OF_WORDS: tuple[tuple[re.Pattern[str], ErrorClass], ...] = (
    (re.compile(r"^unsolved goals"), ErrorClass.UNSOLVED_GOALS),
    (re.compile(r"maximum number of heartbeats|deterministic\) timeout"), ErrorClass.TIMEOUT),
    (
        re.compile(
            r"^unexpected (token|end of input|identifier)|; expected |^expected |^unterminated |^invalid "
            r"(escape|character)|^missing end of"
        ),
        ErrorClass.PARSE_ERROR,
    ),
    (re.compile(r"^[Uu]nknown (identifier|constant|namespace|module|tactic)"), ErrorClass.UNKNOWN_IDENTIFIER),
    (re.compile(r"^Invalid field|does not contain"), ErrorClass.UNKNOWN_IDENTIFIER),
    (
        re.compile(
            r"[Tt]ype mismatch|but is expected to have type|[Aa]pplication type mismatch|"
            r"[Ff]unction expected|failed to synthesize|[Nn]umerals are data in Lean, but"
        ),
        ErrorClass.TYPE_MISMATCH,
    ),
    (
        re.compile(
            r"[Tt]actic `?[\w'?!]+`? failed|[Tt]actic `|made no progress|^`?(simp|omega|decide|grind|rfl|exact\?|"
            r"apply|rewrite|linarith|contradiction|assumption|constructor|induction|cases|split|ring)\b|"
            r"did not find instance of the pattern|[Nn]o goals|could not unify|no usable constraints|"
            r"omega could not|The rfl tactic failed|failed to (find|prove|close|unify)"
        ),
        ErrorClass.TACTIC_FAILED,
    ),
)

SORRY_KIND = "hasSorry"


def classify(kind: str, text: str) -> ErrorClass:
    """The error class of an error message."""
    for key, error_class in _CLASS_OF_KIND.items():
        if kind == key or kind.endswith(key):
            return error_class
    for pattern, error_class in _CLASS_OF_WORDS:
        if pattern.search(text):
            return error_class
    return ErrorClass.OTHER


def diagnostic(message: dict[str, Any]) -> Diagnostic:
    """One of Lean's JSON messages as a diagnostic."""
    severity, text = Severity(message["severity"]), str(message["data"])
    kind = message.get("kind") or ""
    kind = "" if kind == "[anonymous]" else str(kind)
    is_error = severity is Severity.ERROR
    return Diagnostic(
        severity=severity,
        start=_position(message["pos"]),
        end=_position(message["endPos"]) if message.get("endPos") else None,
        text=text,
        kind=kind,
        error_class=classify(kind, text) if is_error else None,
        goals=goals(text) if "⊢" in text else (),
    )


def diagnostics(messages: Iterable[dict[str, Any]]) -> tuple[Diagnostic, ...]:
    """Diagnostics in the order of the text; messages that Lean marks as silent are left out."""
    found = [diagnostic(message) for message in messages if not message.get("isSilent")]
    return tuple(sorted(found, key=lambda d: d.start))


def _position(value: dict[str, int]) -> Position:
    return Position(int(value["line"]), int(value["column"]))


def goals(text: str) -> tuple[Goal, ...]:
    """The goals that a message displays; lines before the first goal are not part of one."""
    found = []
    for block in re.split(r"\n\s*\n", text):
        if "⊢" in block:
            goal = _goal(block.split("\n"))
            if goal is not None:
                found.append(goal)
    return tuple(found)


_NAMES = re.compile(r"^(\S+(?: \S+)*?) : (.*)$", re.DOTALL)


def _goal(lines: list[str]) -> Goal | None:
    """A goal from its lines. A line that is indented continues the one above."""
    entries: list[str] = []
    for line in lines:
        if line.startswith((" ", "\t")) and entries:
            entries[-1] += "\n" + line
        else:
            entries.append(line)
    turnstile = next((i for i, entry in enumerate(entries) if entry.startswith("⊢ ")), None)
    if turnstile is None:
        return None
    case: str | None = None
    hypotheses: list[Hypothesis] = []
    for entry in entries[:turnstile]:
        if entry.startswith("case "):
            case, hypotheses = entry[5:].strip(), []
        elif (match := _NAMES.match(entry)) is not None:
            hypotheses.append(_hypothesis(match[1], match[2]))
    return Goal(entries[turnstile][2:], tuple(hypotheses), case)


def _hypothesis(names: str, rest: str) -> Hypothesis:
    type_, separator, value = rest.partition(" := ")
    return Hypothesis(tuple(names.split()), type_, value if separator else None)
