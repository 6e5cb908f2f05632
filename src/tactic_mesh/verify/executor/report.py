"""What a proof engine answers on the wire, read with the liberties that engines take, and written without them.

Keys, categories and coercions are those of the proof executors of automated-theory-construction, so that either side
can be exchanged.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tactic_mesh.theorem import NoVerdict, NoVerdictReason
from tactic_mesh.verify.executor.scratch import Mode, Scratch

_TRUE_WORDS = frozenset({"1", "true", "yes", "on"})
_KEPT = ("command", "artifacts", "error")
_WARNINGS_MAX = 20


class Category(enum.StrEnum):
    """Why `success` is false, as the wire says it. An engine may use further words of its own."""

    EXECUTOR_TIMEOUT = "executor_timeout"
    EXECUTOR_EXIT_ERROR = "executor_exit_error"
    EXECUTOR_OUTPUT_PARSE_ERROR = "executor_output_parse_error"
    EXECUTOR_CONTRACT_VIOLATION = "executor_contract_violation"
    LOCAL_LEAN_TIMEOUT = "local_lean_timeout"
    LOCAL_LEAN_FAILURE = "local_lean_failure"
    # Ours: the source lets Lean's exit code decide, which is 0 for what the first two name.
    CONTAINS_SORRY = "contains_sorry"
    NO_THEOREM = "no_theorem"
    LOCAL_LEAN_MEMORY = "local_lean_memory"
    LOCAL_LEAN_CRASH = "local_lean_crash"
    LOCAL_LEAN_UNAVAILABLE = "local_lean_unavailable"
    SCRATCH_UNREADABLE = "scratch_unreadable"
    TAMPERING_FOUND = "tampering_found"
    CLAIM_NOT_CONFIRMED = "claim_not_confirmed"


_NO_VERDICT: dict[str, NoVerdictReason] = {
    Category.EXECUTOR_TIMEOUT: "timeout",
    Category.LOCAL_LEAN_TIMEOUT: "timeout",
    Category.EXECUTOR_EXIT_ERROR: "crash",
    Category.EXECUTOR_OUTPUT_PARSE_ERROR: "crash",
    Category.EXECUTOR_CONTRACT_VIOLATION: "crash",
    Category.LOCAL_LEAN_MEMORY: "memory",
    Category.LOCAL_LEAN_CRASH: "crash",
    Category.LOCAL_LEAN_UNAVAILABLE: "unavailable",
}


@dataclass(frozen=True, slots=True)
class Report:
    """An engine's answer as the wire carries it.

    `metadata` is what the caller knows of the run, `reported_metadata` what the engine itself said of it (None if
    nothing). `kept` are the engine's other documented keys. `warnings` are ours, about liberties in the answer.
    """

    problem_id: str
    mode: Mode
    success: bool
    duration_ms: int
    stdout: str = ""
    stderr: str = ""
    error_categories: tuple[str, ...] = ()
    diagnostics: tuple[str, ...] = ()
    metadata: Mapping[str, object] = field(default_factory=dict)
    reported_metadata: Mapping[str, object] | None = None
    kept: Mapping[str, object] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Success has no category; one category is a string, several are an array."""
        document: dict[str, object] = {
            "problem_id": self.problem_id,
            "mode": self.mode,
            "success": self.success,
            "duration_ms": self.duration_ms,
            "stdout": self.stdout,
            "stderr": self.stderr,
        }
        if self.error_categories and not self.success:
            one = len(self.error_categories) == 1
            document["error_category"] = self.error_categories[0] if one else list(self.error_categories)
        document |= {
            "diagnostics": list(self.diagnostics),
            **self.kept,
            "executor_metadata": dict(self.metadata),
        }
        if self.reported_metadata is not None:
            document["executor_metadata_reported"] = dict(self.reported_metadata)
        if self.warnings:
            document["warnings"] = list(self.warnings)
        return document


def no_verdict_of(report: Report) -> NoVerdict | None:
    """Whether a failure says that Lean never answered, as a time-out does; None if it was judged."""
    if report.success:
        return None
    for category in report.error_categories:
        if (reason := _NO_VERDICT.get(category)) is not None:
            wall_s = report.duration_ms / 1000
            return NoVerdict(
                reason, reason == "timeout", f"{category}: {report.stderr[:500]}".strip(), wall_s
            )
    return None


def failure(
    scratch: Scratch,
    category: str,
    text: str,
    wall_s: float,
    known: Mapping[str, object],
    *,
    stdout: str = "",
) -> Report:
    """A report that an engine's run failed; the text is what a repair sees."""
    return Report(
        problem_id=scratch.problem_id,
        mode=scratch.mode,
        success=False,
        duration_ms=round(wall_s * 1000),
        stdout=stdout,
        stderr=text,
        error_categories=(str(category),),
        diagnostics=tuple(lines(text) + lines(stdout)),
        metadata=known,
    )


def is_payload(value: object) -> bool:
    """Whether a JSON value has the form of an answer."""
    return isinstance(value, dict) and value.keys() >= {"problem_id", "mode", "success"}


def mismatch(payload: Mapping[str, Any], scratch: Scratch) -> str:
    """Why the answer is one about something else; empty if it is not."""
    return "; ".join(
        f"{key} mismatch: expected={expected}, actual={payload[key]}"
        for key, expected in (("problem_id", scratch.problem_id), ("mode", scratch.mode))
        if payload[key] != expected
    )


def report_from_payload(
    payload: Mapping[str, Any], scratch: Scratch, wall_s: float, known: Mapping[str, object]
) -> Report:
    """An answer that keeps the contract, with the liberties that are taken with it made good and named."""
    warnings: list[str] = []
    success = _success(payload["success"], warnings)
    own = payload.get("executor_metadata")
    if own is not None and not isinstance(own, dict):
        warnings.append("executor_metadata is no object and was dropped")
    elif own is not None and own.get("scratch_sha256") not in (None, known.get("scratch_sha256")):
        warnings.append("the executor checked other bytes than those that the file had when it was asked")
    return Report(
        problem_id=scratch.problem_id,
        mode=scratch.mode,
        success=success,
        duration_ms=_duration_ms(payload.get("duration_ms"), wall_s),
        stdout=_text(payload.get("stdout")),
        stderr=_text(payload.get("stderr")),
        error_categories=tuple(_words(payload.get("error_category"), "error_category", warnings)),
        diagnostics=tuple(_diagnostics(payload.get("diagnostics"), warnings)),
        metadata=known,
        reported_metadata=own if isinstance(own, dict) else None,
        kept={key: payload[key] for key in _KEPT if key in payload},
        warnings=tuple(warnings[:_WARNINGS_MAX]),
    )


def _success(value: object, warnings: list[str]) -> bool:
    if isinstance(value, bool):
        return value
    warnings.append(f"success must be true or false, not {str(value)[:40]!r}")
    if isinstance(value, int):
        return bool(value)
    return isinstance(value, str) and value.strip().lower() in _TRUE_WORDS


def _duration_ms(value: object, wall_s: float) -> int:
    """The engine's own measure, or ours where it has none that makes sense."""
    try:
        measured = (
            float(value) if isinstance(value, int | float | str) and not isinstance(value, bool) else -1.0
        )
    except (ValueError, OverflowError):
        measured = -1.0
    return int(measured) if 0 <= measured < math.inf else round(wall_s * 1000)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _words(value: object, what: str, warnings: list[str]) -> list[str]:
    """Categories: an array, or one string that may hold several with commas between."""
    if isinstance(value, str):
        value = value.split(",")
    if isinstance(value, list):
        return [word for one in value if (word := str(one).strip())]
    if value is not None:
        warnings.append(f"{what} is neither a string nor an array and was dropped")
    return []


def _diagnostics(value: object, warnings: list[str]) -> list[str]:
    if isinstance(value, str):
        return lines(value)
    if isinstance(value, list):
        return [str(one) for one in value]
    if value is not None:
        warnings.append("diagnostics is neither a string nor an array and was dropped")
    return []


def lines(text: str) -> list[str]:
    """The lines of a text, without blank ones at its end."""
    stripped = text.rstrip()
    return stripped.split("\n") if stripped else []
