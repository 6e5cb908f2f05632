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
    "lean.invalidField": ErrorClass.UNKNOWN_IDENTIFIER,
    "lean.invalidDottedIdent": ErrorClass.UNKNOWN_IDENTIFIER,
    "lean.synthInstanceFailed": ErrorClass.TYPE_MISMATCH,
    "runtime.maxHeartbeats": ErrorClass.TIMEOUT,
}

# Order matters: the first pattern that is found decides.
_CLASS_OF_WORDS: tuple[tuple[re.Pattern[str], ErrorClass], ...] = (
    (re.compile(r"^unsolved goals"), ErrorClass.UNSOLVED_GOALS),
    (re.compile(r"maximum number of heartbeats|deterministic\) timeout"), ErrorClass.TIMEOUT),
    (re.compile(r"^fail to show termination|^Missing cases"), ErrorClass.OTHER),
    (
        re.compile(
            r"^unexpected (token|end of input|identifier)|; expected |^expected |^unterminated |^invalid "
            r"(escape|character)|^missing end of"
        ),
        ErrorClass.PARSE_ERROR,
    ),
    (
        re.compile(r"^[Uu]nknown (identifier|constant|namespace|module|tactic|attribute|option)"),
        ErrorClass.UNKNOWN_IDENTIFIER,
    ),
    (re.compile(r"^Invalid field|does not contain|^`[^`]+` is not a field"), ErrorClass.UNKNOWN_IDENTIFIER),
    (
        re.compile(
            r"^(The )?`?[\w'?!]+`? tactic failed|^[Tt]actic `?[\w'?!]+`? failed|^'\w+' requires a term|^Failed: `|"
            r"^Case tag `|^Alternative `|^Invalid alternative name|^[Tt]oo many variable names|"
            r"^Expected type must not contain (free|meta)|^No applicable extensionality|^Invalid rewrite argument"
        ),
        ErrorClass.TACTIC_FAILED,
    ),
    (
        re.compile(
            r"[Tt]ype mismatch|but is expected to have type|[Ff]unction expected|failed to synthesize|"
            r"[Nn]umerals are data in Lean, but|^type class instance expected|"
            r"^(Insufficient number of fields|Invalid `⟨...⟩` notation)"
        ),
        ErrorClass.TYPE_MISMATCH,
    ),
    (
        re.compile(
            r"[Tt]actic `|made no progress|^`?(simp|omega|decide|grind|rfl|exact\?|apply\??|rewrite|linarith|"
            r"contradiction|assumption|constructor|induction|cases|split|ring)(?!\w)|"
            r"did not find instance of the pattern|[Nn]o goals|could not unify|no usable constraints|"
            r"failed to (find|prove|close|unify)"
        ),
        ErrorClass.TACTIC_FAILED,
    ),
)

SORRY_KIND = "hasSorry"


def classify(kind: str, text: str) -> ErrorClass:
    """The error class of an error message."""
    for key, error_class in _CLASS_OF_KIND.items():
        if kind.removesuffix("._namedError").endswith(key):
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


def first_error(messages: Iterable[dict[str, Any]]) -> Diagnostic:
    """The first error of a text that has some. All of them may be untold: messages have a limit together."""
    for found in diagnostics(messages):
        if found.severity is Severity.ERROR:
            return found
    return Diagnostic(
        Severity.ERROR,
        Position(1, 0),
        None,
        "an error whose message is too long to be told",
        error_class=ErrorClass.OTHER,
    )


def _position(value: dict[str, int]) -> Position:
    return Position(int(value["line"]), int(value["column"]))


def goals(text: str) -> tuple[Goal, ...]:
    """The goals (`⊢`) that a message displays; lines before the first one are not part of it.

    A line before a goal without a blank line between (the text of `fail "…"`) is not told from a hypothesis if it
    has the form of one. The `|` goals of `conv` are left out.
    """
    found = []
    for block in re.split(r"\n\s*\n", text):
        if "⊢" in block:
            goal = _goal(block.split("\n"))
            if goal is not None:
                found.append(goal)
    return tuple(found)


_NAME = r"(?:[\w.'!?✝]|«[^»]*»)+"
_NAMES = re.compile(rf"^({_NAME}(?:\s+{_NAME})*) :\s+(.*)$", re.DOTALL)


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
    assign = _value_mark(rest)
    type_, value = (rest, None) if assign is None else (rest[: assign.start()], rest[assign.end() :])
    return Hypothesis(tuple(re.findall(_NAME, names)), type_.rstrip(), value)


_MARK = re.compile(r"[(\[{⟨⦃]|[)\]}⟩⦄]|\b(?:let|have)\b|\s:=\s+")


def _value_mark(text: str) -> re.Match[str] | None:
    """The `:=` between a type and a `let` variable's value: not one of a `let` or in brackets inside the type."""
    depth = inner = 0
    for mark in _MARK.finditer(text):
        if mark[0] in "([{⟨⦃":
            depth += 1
        elif mark[0] in ")]}⟩⦄":
            depth -= 1
        elif depth == 0 and mark[0] in ("let", "have"):
            inner += 1
        elif depth == 0 and inner:
            inner -= 1
        elif depth == 0:
            return mark
    return None
