"""What a Lean process answered, before anybody judges it.

Answers come from processes that ran somebody's text: whatever does not have the form of an answer is refused here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tactic_mesh.errors import LeanProtocolError

_SEVERITIES = ("error", "warning", "information")


@dataclass(frozen=True, slots=True)
class Constant:
    """A constant that a text added: `axioms` are those it rests on, `sorryAx` among them if unfinished."""

    name: str
    kind: str
    internal: bool
    axioms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """Lean's messages about one text, as Lean wrote them.

    `errors` counts the error messages, also those that `truncated` left out of `messages`. `constants` is None
    where the way Lean was run does not tell them (a subprocess). `exit_code` is None for the warm Lean. `module` is
    what the text added, compiled and in base64, where it was asked for; it comes from the process that ran the text.
    """

    messages: tuple[dict[str, Any], ...]
    errors: int
    wall_s: float
    truncated: bool = False
    exit_code: int | None = None
    constants: tuple[Constant, ...] | None = None
    state: int | None = None
    module: str | None = None


def lean_message(line: str | bytes) -> dict[str, Any] | None:
    """One of Lean's messages from its JSON; None if the text is anything else."""
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(message, dict):
        return None
    usual = message.get("severity") in _SEVERITIES and isinstance(message.get("data"), str)
    kind, end = message.get("kind"), message.get("endPos")
    placed = _is_position(message.get("pos")) and (end is None or _is_position(end))
    return message if usual and placed and isinstance(kind, str | None) else None


def _is_position(value: object) -> bool:
    """Whether it is a place in a text: two numbers that a text can have."""
    if not isinstance(value, dict):
        return False
    return all(type(n := value.get(key)) is int and 0 <= n < 1 << 31 for key in ("line", "column"))


def raw_answer(answer: dict[str, Any], wall_s: float) -> RawAnswer:
    """A child's answer to `run` or `try`. Raises: LeanProtocolError if it is none."""
    try:
        messages = tuple(lean_message(message) for message in answer["messages"])
        errors, truncated, state = answer["errors"], answer["truncated"], answer.get("state")
        constants = None
        if "constants" in answer:
            constants = tuple(map(_constant, answer["constants"]))
            truncated = truncated or answer["constants_truncated"]
    except (KeyError, TypeError, AttributeError) as error:
        raise LeanProtocolError("a child answered something that is no answer") from error
    whole = tuple(message for message in messages if message is not None)
    if len(whole) < len(messages) or not isinstance(errors, int) or errors < 0:
        raise LeanProtocolError("a child answered with messages that are not Lean's")
    if not isinstance(state, int | None):
        raise LeanProtocolError("a child answered with a state that is no number")
    module = answer.get("module")
    if not isinstance(module, str | None):
        raise LeanProtocolError("a child answered with a module that is no text")
    return RawAnswer(whole, errors, wall_s, bool(truncated), constants=constants, state=state, module=module)


def _constant(value: dict[str, Any]) -> Constant:
    return Constant(
        str(value["name"]), str(value["kind"]), bool(value["internal"]), tuple(map(str, value["axioms"]))
    )


def command_line_answer(output: bytes, status: int, wall_s: float) -> RawAnswer | str:
    """The JSON lines of `lean --json` as an answer, or why they are none.

    A line that is no message could have been written by the text itself, and silence with a failing exit status
    is no answer.
    """
    if status not in (0, 1):
        return ""
    lines = [line for line in output.split(b"\n") if line.strip()]
    messages = [lean_message(line) for line in lines]
    whole = tuple(message for message in messages if message is not None)
    if len(whole) < len(messages):
        return "the output held what is no message of Lean's"
    errors = sum(message["severity"] == "error" for message in whole)
    if status == 1 and not errors:
        return "no message"
    return RawAnswer(whole, errors, wall_s, exit_code=status)
