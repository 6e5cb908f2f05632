"""An executor's standard output → its answer: strictly one JSON object, or leniently the first one among other text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tactic_mesh.verify.executor.report import is_payload

LENIENT_VARIABLE = "ATC_PROOF_EXECUTOR_LENIENT_JSON"
_LENIENT_WORDS = frozenset({"1", "true", "yes", "on"})
_FENCE = re.compile(r"```(?:json)?[ \t]*\n(.*?)```", re.DOTALL | re.IGNORECASE)
_MARK = re.compile(r'[{}"]')
_STRING_END = re.compile(r'[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_UNCLOSED_MAX = 16


class OutputParseError(Exception):
    """The output holds no answer; the text says why."""


def is_lenient(environ: Mapping[str, str]) -> bool:
    return environ.get(LENIENT_VARIABLE, "").strip().lower() in _LENIENT_WORDS


def payload_of(output: str, *, lenient: bool) -> dict[str, Any]:
    """The answer in an executor's output. Raises: OutputParseError."""
    whole = output.strip()
    if not whole:
        raise OutputParseError("standard output is empty")
    if not lenient:
        return _strict(whole)
    for text in _candidates(whole):
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            continue
        if is_payload(value):
            return dict(value)
    raise OutputParseError("no JSON object with problem_id, mode and success stands in the output")


def _strict(whole: str) -> dict[str, Any]:
    try:
        value = json.loads(whole)
    except (ValueError, RecursionError) as error:
        raise OutputParseError(f"standard output must be one JSON object: {error}") from error
    if not is_payload(value):
        raise OutputParseError("the JSON object must have problem_id, mode and success")
    return dict(value)


def _candidates(whole: str) -> Iterator[str]:
    """The whole, then what stands in balanced braces, then what stands in fences."""
    yield whole
    yield from _balanced(whole)
    for fence in _FENCE.finditer(whole):
        yield fence[1].strip()


def _balanced(text: str) -> Iterator[str]:
    """Each outermost `{…}` in order; a brace that is never closed is passed over, a bounded number of times."""
    position = unclosed = 0
    while (start := text.find("{", position)) >= 0 and unclosed < _UNCLOSED_MAX:
        end = _closing(text, start)
        if end is None:
            unclosed += 1
            position = start + 1
        else:
            yield text[start:end]
            position = end


def _closing(text: str, start: int) -> int | None:
    """The offset after the brace that closes the one at `start`; braces in strings do not count."""
    depth, position = 0, start
    while (mark := _MARK.search(text, position)) is not None:
        position = mark.end()
        if mark[0] == '"':
            string = _STRING_END.match(text, position)
            if string is None:
                return None
            position = string.end()
            continue
        depth += 1 if mark[0] == "{" else -1
        if depth == 0:
            return position
    return None
