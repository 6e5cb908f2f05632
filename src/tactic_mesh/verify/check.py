"""The one door to a verdict: a text goes up the ladder of trust as far as it was asked to.

1. The candidate is elaborated in a child of its own, which hands out what it compiled (`elaborated.py`).
2. The trusted statement, if there is one, is elaborated by itself in another (`reference.py`).
3. A judge, a fresh child that never ran any text, reads both as data, compares, and has Lean's kernel check every
   constant again (`judge.py`). Only its answer goes above the first rung.
"""

from __future__ import annotations

import asyncio
import dataclasses
from typing import Any

from tactic_mesh.errors import LeanProtocolError
from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.engine import Lean
from tactic_mesh.theorem import NoVerdict, Outcome, Trust, Verdict
from tactic_mesh.verify.checked import NO_THEOREM, Checked, Exported, StatementSource
from tactic_mesh.verify.elaborated import elaborate_text, judge_axioms, stated_in
from tactic_mesh.verify.judge import PROGRAM
from tactic_mesh.verify.reference import Reference, References
from tactic_mesh.verify.request import Request

_ABSENT = ("theorem_missing", "not_a_theorem")
NOT_COMPARED = "the trusted statement was not compared: that is what the rung `audited` does"


async def check(lean: Lean, request: Request, references: References | None = None) -> Checked:
    """Judge `request.text`; the verdict names the rung that was reached.

    A text without any theorem is `incomplete`: it proves nothing, though Lean has nothing against it. `references`
    keeps trusted statements from one check to the next. Raises: InvalidStatement if Lean does not accept
    `request.statement`.
    """
    checked = await _checked(lean, request, references or References())
    if isinstance(checked.verdict, NoVerdict) or checked.outcome is not Outcome.PROVED or checked.theorems:
        return checked
    verdict = dataclasses.replace(checked.verdict, outcome=Outcome.INCOMPLETE)
    return dataclasses.replace(checked, verdict=verdict, reasons=(*checked.reasons, NO_THEOREM))


async def _checked(lean: Lean, request: Request, references: References) -> Checked:
    stated: asyncio.Task[Reference | NoVerdict | None] = asyncio.create_task(
        _reference(lean, request, references)
    )
    try:
        # Which theorems are asked about decides how the answer is read; else both texts are elaborated side by side.
        reference = None if request.theorems else await stated
        if isinstance(reference, NoVerdict):
            return Checked(reference, statement_source="trusted")
        theorems = request.theorems or (reference.theorems if reference else ())
        above = request.trust is not Trust.ELABORATED
        checked, answer = await elaborate_text(
            lean, request.text, request.limits, theorems=theorems, policy=request.policy, module=above
        )
        reference = await stated
    finally:
        stated.cancel()
    if isinstance(reference, NoVerdict):
        return Checked(reference, statement_source="trusted")
    if not above and reference is not None:
        checked = dataclasses.replace(checked, hints=(*checked.hints, NOT_COMPARED))
    if not above or checked.outcome is not Outcome.PROVED:
        return checked
    assert isinstance(answer, RawAnswer)
    return await _judged(lean, request, checked, answer, theorems, reference)


async def _reference(lean: Lean, request: Request, references: References) -> Reference | NoVerdict | None:
    """The trusted statement of a request, if it has one."""
    if request.statement is None:
        return None
    return await references.get(lean, request.statement, request.limits)


def reachable(lean: Lean) -> Trust:
    """The highest rung that this Lean can be asked for."""
    return Trust.REPLAYED if lean.runs_programs else Trust.ELABORATED


async def _judged(
    lean: Lean,
    request: Request,
    checked: Checked,
    answer: RawAnswer,
    theorems: tuple[str, ...],
    reference: Reference | None,
) -> Checked:
    """What the judge says of a text that Lean accepted."""
    missing = answer.module is None or (reference is not None and reference.module is None)
    if request.trust is Trust.INDEPENDENT or missing or not lean.runs_programs:
        return Checked(_out_of_reach(request.trust, lean), checked.theorems, hints=checked.hints)
    report = await lean.program(
        PROGRAM,
        {
            "candidate": answer.module,
            "trusted": reference.module if reference else None,
            # What reads as a theorem must be there, whatever the process that ran the text says of it.
            "targets": sorted(theorems or {*checked.theorems, *stated_in(request.text)}),
            "everything": not theorems,
            "definitions": _sorted_or_none(request.policy.definitions),
            "replay": request.trust is Trust.REPLAYED,
        },
        request.limits,
    )
    if isinstance(report, NoVerdict):
        return dataclasses.replace(checked, verdict=report)
    if "gave_up" in report:
        return dataclasses.replace(checked, verdict=NoVerdict("memory", False, str(report["gave_up"])))
    return _concluded(request, checked, report, "trusted" if reference else "candidate")


def _out_of_reach(trust: Trust, lean: Lean) -> NoVerdict:
    if trust is Trust.INDEPENDENT:
        return NoVerdict("unavailable", False, "there is no second kernel here: ask for `replayed`")
    if not lean.runs_programs:
        why = f"this Lean ({lean.how}) is only asked for messages"
    else:
        why = "this text begins with `prelude`, `module` or an import that the core library does not have"
    return NoVerdict(
        "unavailable", False, f"{why}: the rung `{Trust.ELABORATED}` is left (--trust elaborated)"
    )


def _sorted_or_none(names: frozenset[str] | None) -> list[str] | None:
    return None if names is None else sorted(names)


def _concluded(
    request: Request, checked: Checked, report: dict[str, Any], source: StatementSource
) -> Checked:
    """The verdict of the judge's report. Raises: LeanProtocolError if it is none."""
    assert isinstance(checked.verdict, Verdict)
    try:
        reasons: list[str] = list(map(str, report["reasons"]))
        axioms = frozenset(map(str, report["axioms"]))
        exported = tuple(Exported(str(n), str(k), str(d)) for n, k, d in report["exported"])
        targets = tuple(map(str, report["targets"]))
        digest, replayed, tampering = report["statement_sha256"], report["replayed"], report["tampering"]
    except (KeyError, TypeError, ValueError) as error:
        raise LeanProtocolError("the judge answered something that is no report") from error
    outcome, more = judge_axioms(axioms, request.policy.allowed_axioms)
    reasons += more
    if forged := _forged(checked, checked.verdict, axioms, reasons):
        reasons.append(f"answer_forged: {forged}")
        tampering = True
    if reasons:
        outcome = Outcome.REJECTED
    if outcome is Outcome.PROVED and not replayed and request.trust is Trust.REPLAYED:
        raise LeanProtocolError("the judge accepted a module that it did not replay")
    trust = Trust.REPLAYED if replayed else Trust.AUDITED
    return dataclasses.replace(
        checked,
        verdict=dataclasses.replace(
            checked.verdict, outcome=outcome, trust=trust, axioms=tuple(sorted(axioms))
        ),
        theorems=targets,
        reasons=tuple(reasons),
        statement_source=source,
        statement_sha256=str(digest),
        exported=exported,
        tampering=bool(tampering),
    )


def _forged(checked: Checked, claimed: Verdict, axioms: frozenset[str], reasons: list[str]) -> str:
    """What the process that ran the text said wrongly, of which an honest text is not capable."""
    if untold := sorted(axioms - set(claimed.axioms)):
        return f"the process that ran the text did not tell of {', '.join(untold)}"
    if any(f"{code}: {name}" in reasons for code in _ABSENT for name in checked.theorems):
        return "the process that ran the text told of a theorem that it did not hand out"
    return ""
