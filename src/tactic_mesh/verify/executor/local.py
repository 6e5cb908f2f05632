"""Our own Lean as a proof engine: a scratch file is judged by `check`, as surely as the file's Lean can."""

from __future__ import annotations

import dataclasses
import time

from tactic_mesh.errors import InputError
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.source import decode
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Diagnostic, NoVerdict, Outcome, Trust, Verdict
from tactic_mesh.verify.check import check, reachable
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.executor.engine import Execution
from tactic_mesh.verify.executor.report import Category, Report, failure, lines
from tactic_mesh.verify.executor.scratch import Scratch, metadata
from tactic_mesh.verify.policy import Policy
from tactic_mesh.verify.request import Request

_ANSWER_S = 0.5
_WALL_S_MIN = 0.1


class LeanEngine:
    """A `ProofEngine` that is our own. `executor_type` and `command` are what the answers say of it."""

    def __init__(
        self,
        lean: Lean,
        policy: Policy | None = None,
        *,
        executor_type: str = "local",
        command: str = "tactic-mesh engine",
        trust: Trust | None = None,
        spent_s: float = 0.0,
    ) -> None:
        """`trust` None is the highest rung that can be had; `spent_s` is what the caller has waited already."""
        self._lean = lean
        self._policy = policy or Policy()
        self._named = (executor_type, command)
        self._trust = trust
        self._spent_s = spent_s

    async def verify(self, scratch: Scratch) -> Execution:
        """Success needs a theorem, no error, no `sorry`, and allowed axioms only."""
        started = time.monotonic()
        raw: bytes | None = None
        try:
            raw = scratch.read()
            checked = await check_scratch(
                self._lean, raw, scratch, self._policy, trust=self._trust, spent_s=self._spent_s
            )
        except InputError as error:
            known = metadata(scratch, *self._named, raw)
            wall_s = time.monotonic() - started
            return Execution(
                scratch, failure(scratch, Category.SCRATCH_UNREADABLE, str(error), wall_s, known)
            )
        known, wall_s = metadata(scratch, *self._named, raw), time.monotonic() - started
        known["toolchain"] = known["toolchain"] or _toolchain(self._lean)
        if isinstance(checked.verdict, NoVerdict):
            category = f"local_lean_{checked.verdict.reason}"
            report = failure(scratch, category, f"no verdict: {checked.verdict.detail}", wall_s, known)
            return Execution(scratch, report, checked.verdict, checked)
        return Execution(scratch, _judged(scratch, checked, checked.verdict, wall_s, known), checked=checked)


def _toolchain(lean: Lean) -> str:
    kind = "embedded" if lean.is_embedded else "installed"
    return f"Lean {lean.environment.version} ({kind}, commit {lean.environment.commit[:12]})"


async def check_scratch(
    lean: Lean,
    raw: bytes,
    scratch: Scratch,
    policy: Policy,
    *,
    trust: Trust | None = None,
    spent_s: float = 0.0,
) -> Checked:
    """The verdict on these bytes. Raises: InputError if they are no Lean text.

    Both modes ask the same of a file: a counterexample is a theorem that says so. The check ends a little before the
    time limit, so that its answer arrives within it. `trust` None is the highest rung that this Lean can reach for
    this text, which the verdict names.
    """
    text = decode(raw, str(scratch.file))
    answer_s = min(_ANSWER_S, scratch.wall_s / 4)
    wall_s = max(scratch.wall_s - spent_s - answer_s, _WALL_S_MIN)
    limits = Limits(wall_s=wall_s, cpu_s=max(1, round(2 * wall_s)))
    request = Request(text, trust=trust or reachable(lean), policy=policy, limits=limits)
    checked = await check(lean, request)
    if trust is None and _out_of_reach(checked):
        checked = await check(lean, dataclasses.replace(request, trust=Trust.ELABORATED))
    return checked


def _out_of_reach(checked: Checked) -> bool:
    """Whether there is no verdict because no Lean here can judge this text more surely."""
    return isinstance(checked.verdict, NoVerdict) and checked.verdict.reason == "unavailable"


def what_stands_against(scratch: Scratch, checked: Checked) -> list[str]:
    """Everything that a repair may want to know, line by line: Lean's messages, our reasons, or why there are none."""
    if isinstance(checked.verdict, NoVerdict):
        return [f"no verdict: {checked.verdict.reason}: {checked.verdict.detail}"]
    said = [_message(scratch, diagnostic) for diagnostic in checked.verdict.diagnostics]
    return [line for one in [*said, *checked.reasons, *checked.hints] for line in lines(one)]


def _judged(
    scratch: Scratch, checked: Checked, verdict: Verdict, wall_s: float, known: dict[str, object]
) -> Report:
    success = verdict.outcome is Outcome.PROVED
    return Report(
        problem_id=scratch.problem_id,
        mode=scratch.mode,
        success=success,
        duration_ms=round(wall_s * 1000),
        stdout="\n".join(_message(scratch, diagnostic) for diagnostic in verdict.diagnostics),
        stderr="\n".join([*checked.reasons, *checked.hints]),
        error_categories=() if success else (_category(checked, verdict),),
        diagnostics=tuple(what_stands_against(scratch, checked)),
        metadata=known,
    )


def _message(scratch: Scratch, found: Diagnostic) -> str:
    """As Lean prints it on its standard output."""
    start = found.start
    return f"{scratch.file}:{start.line}:{start.column}: {found.severity}: {found.text}"


def _category(checked: Checked, verdict: Verdict) -> str:
    """The first thing that stands against the file."""
    if checked.tampering:
        return Category.TAMPERING_FOUND
    if verdict.errors:
        return Category.LOCAL_LEAN_FAILURE
    if checked.reasons:
        return checked.reasons[0].partition(":")[0]
    return Category.CONTAINS_SORRY
