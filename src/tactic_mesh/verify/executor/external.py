"""A proof engine that is somebody else's command (`ATC_PROOF_EXECUTOR`).

What it says is a claim. A claim of success is checked here with our own Lean, from the bytes that the file had when
the command was started; where that cannot be done, the answer says so. A time-out, a failing exit code, an output that
is no answer and an answer about something else are no verdict.
"""

from __future__ import annotations

import dataclasses
import json
import os
import shlex
import time
from collections.abc import Mapping

from tactic_mesh.errors import InputError, LeanUnavailable, UsageError
from tactic_mesh.lean.engine import Lean
from tactic_mesh.theorem import Outcome, Trust
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.executor.command import Ran, executor_environment, run_command
from tactic_mesh.verify.executor.engine import Execution
from tactic_mesh.verify.executor.local import check_scratch, what_stands_against
from tactic_mesh.verify.executor.output import OutputParseError, is_lenient, payload_of
from tactic_mesh.verify.executor.report import (
    Category,
    Report,
    failure,
    lines,
    mismatch,
    no_verdict_of,
    report_from_payload,
)
from tactic_mesh.verify.executor.scratch import Scratch, metadata
from tactic_mesh.verify.policy import Policy

EXECUTOR_VARIABLE = "ATC_PROOF_EXECUTOR"


def executor_words(environ: Mapping[str, str]) -> list[str]:
    """The command that the environment names; empty if it names none. Raises: UsageError."""
    try:
        return shlex.split(environ.get(EXECUTOR_VARIABLE, "").strip())
    except ValueError as error:
        raise UsageError(f"{EXECUTOR_VARIABLE} is no command line: {error}") from error


class ExternalExecutor:
    """A `ProofEngine` that calls `words`. `lean` checks what it claims; without one, `unchecked` says why."""

    def __init__(
        self,
        words: list[str],
        lean: Lean | None,
        *,
        policy: Policy | None = None,
        trust: Trust | None = None,
        unchecked: str = "no Lean was given to check it",
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        self._words = words
        self._lean = lean
        self._policy = policy or Policy()
        self._trust = trust
        self._unchecked = unchecked
        self._environment = executor_environment(environ, EXECUTOR_VARIABLE)
        self._lenient = is_lenient(environ)

    async def verify(self, scratch: Scratch) -> Execution:
        """Ask the command about one scratch file, and check what it claims."""
        command = shlex.join(self._words)
        try:
            raw = scratch.read()
        except InputError as error:
            known = metadata(scratch, "external", command, None)
            unread = failure(scratch, Category.SCRATCH_UNREADABLE, str(error), 0.0, known)
            return Execution(scratch, unread, external=True)
        report = await self._report(scratch, metadata(scratch, "external", command, raw))
        report = dataclasses.replace(report, kept={"command": self._words, **report.kept})
        checked: Checked | None = None
        if report.success:
            found = await self._check(raw, scratch)
            if isinstance(found, str):
                warning = f"this is the executor's claim; it was not checked here: {found}"
                report = dataclasses.replace(report, warnings=(*report.warnings, warning))
            else:
                checked = found
                if checked.outcome is not Outcome.PROVED:
                    against = what_stands_against(scratch, checked)
                    report = dataclasses.replace(report, diagnostics=(*report.diagnostics, *against))
        return Execution(scratch, report, no_verdict_of(report), checked, external=True)

    async def _check(self, raw: bytes, scratch: Scratch) -> Checked | str:
        """Our own verdict on what the executor claims, or why there is none."""
        if self._lean is None:
            return self._unchecked
        try:
            return await check_scratch(self._lean, raw, scratch, self._policy, trust=self._trust)
        except (InputError, LeanUnavailable) as error:
            return str(error)

    async def _report(self, scratch: Scratch, known: Mapping[str, object]) -> Report:
        given = json.dumps(scratch.as_json(), ensure_ascii=False).encode("utf-8", "surrogateescape")
        started = time.monotonic()
        try:
            ran = await run_command(self._words, given, scratch.wall_s, self._environment)
        except LeanUnavailable as error:
            wall_s = time.monotonic() - started
            return failure(scratch, Category.EXECUTOR_EXIT_ERROR, str(error), wall_s, known)
        return _report(ran, scratch, known, lenient=self._lenient)


def _report(ran: Ran, scratch: Scratch, known: Mapping[str, object], *, lenient: bool) -> Report:
    stdout, stderr = (stream.decode("utf-8", "replace") for stream in (ran.stdout, ran.stderr))

    def failed(category: Category, text: str) -> Report:
        return failure(scratch, category, text, ran.wall_s, known, stdout=stdout)

    if ran.timed_out:
        said = "\n".join([*lines(stderr), f"Proof executor timeout: no answer within {scratch.wall_s:g} s"])
        return failed(Category.EXECUTOR_TIMEOUT, said)
    if ran.flooded:
        report = failed(
            Category.EXECUTOR_OUTPUT_PARSE_ERROR, "Proof executor output parse error: too much output"
        )
        return dataclasses.replace(report, stdout="", diagnostics=(report.stderr,))
    if ran.exit_code != 0:
        said = stderr or f"Proof executor ended with {ran.exit_code}"
        return failed(Category.EXECUTOR_EXIT_ERROR, said)
    try:
        payload = payload_of(stdout, lenient=lenient)
    except OutputParseError as error:
        said = "\n".join([*lines(stderr), f"Proof executor output parse error: {error}"])
        return failed(Category.EXECUTOR_OUTPUT_PARSE_ERROR, said)
    if wrong := mismatch(payload, scratch):
        return failed(Category.EXECUTOR_CONTRACT_VIOLATION, f"Proof executor contract violation: {wrong}")
    return report_from_payload(payload, scratch, ran.wall_s, known)
