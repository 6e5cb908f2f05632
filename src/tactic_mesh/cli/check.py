"""`tactic-mesh check FILE… | -`: Lean's verdict on files."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from tactic_mesh.cli.certificates import Certificates, certificates_for
from tactic_mesh.cli.terminal import (
    BUDGET,
    MEMORY,
    OUTPUT,
    WANTED,
    LeanOptions,
    building,
    counted,
    diagnostic_line,
    found_before,
    note,
    print_json,
    refuse_unknown_options,
    require_positive,
    standard_input,
    worst_exit_code,
)
from tactic_mesh.errors import InputError, StorageError, TamperingFound, UsageError
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.open import open_lean
from tactic_mesh.lean.source import read
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import STANDARD_AXIOMS, NoVerdict, Outcome, Trust, Verdict
from tactic_mesh.verify.check import reachable
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.checker import Checker
from tactic_mesh.verify.policy import Policy
from tactic_mesh.verify.request import Request

SCHEMA = "tactic-mesh/check@1"


@dataclass(frozen=True, slots=True)
class _Row:
    """One file's result: what was checked, or why it could not even be read."""

    file: str
    checked: Checked | None
    problem: str = ""
    cached: bool = False
    unstored: str = ""
    certificate: Path | None = None
    uncertified: str = ""
    """Why the certificate that was asked for is not there, although there is one."""

    @property
    def exit_code(self) -> int:
        if self.checked is None:
            return 2
        if self.uncertified:
            return StorageError.exit_code
        return TamperingFound.exit_code if self.checked.tampering else self.checked.outcome.exit_code


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked of every file. `trust` None is the highest rung up to `replayed` that can be had."""

    theorems: tuple[str, ...]
    statement: str | None
    trust: Trust | None
    policy: Policy
    limits: Limits

    def request(self, text: str, trust: Trust) -> Request:
        return Request(text, self.theorems, self.statement, trust, self.policy, self.limits)


def check(
    files: Annotated[
        list[str], Parameter(help="Lean files, or `-` for standard input.", allow_leading_hyphen=True)
    ],
    /,
    *,
    trust: Annotated[
        Trust | None,
        Parameter(
            group=WANTED,
            help="How surely: elaborated, audited or replayed, which is what is tried if not given.",
        ),
    ] = None,
    theorem: Annotated[
        list[str] | None,
        Parameter(
            group=WANTED, help="The full name of a theorem that must be proved; may be repeated.", negative=""
        ),
    ] = None,
    statement: Annotated[
        Path | None,
        Parameter(
            group=WANTED,
            help="A trusted Lean file that states the theorems with `sorry`, and the definitions that they need:"
            " the candidate must prove exactly these.",
        ),
    ] = None,
    timeout: Annotated[float, Parameter(group=BUDGET, help="Seconds for each file.")] = 60.0,
    memory_mib: Annotated[int, Parameter(MEMORY, group=BUDGET, help="Memory for each file.")] = 2048,
    allow_axiom: Annotated[
        list[str] | None,
        Parameter(
            group=WANTED, help="An axiom that proofs may use besides the three standard ones.", negative=""
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        Parameter(group=BUDGET, help="How many files at a time; the number of cores if not given."),
    ] = None,
    certificate: Annotated[
        Path | None,
        Parameter(
            group=OUTPUT,
            help="Where to write the certificate of a proved file; a folder if there are several files.",
        ),
    ] = None,
    sign: Annotated[
        Path | None,
        Parameter(
            group=OUTPUT,
            help="A PEM file with the Ed25519 key that signs certificates; only its owner may read it.",
        ),
    ] = None,
    fresh: Annotated[
        bool,
        Parameter(group=OUTPUT, help="Check again, whatever was found before; store nothing.", negative=""),
    ] = False,
    json: Annotated[bool, Parameter(group=OUTPUT, help="Print one JSON document.", negative="")] = False,
    lean_options: LeanOptions = LeanOptions(),
) -> int:
    """Lean's verdict on files: exit 0 if all are proved, 1 if one is rejected or incomplete, 3 without a verdict.

    Proved means: Lean accepts the whole file, nothing in it rests on `sorry`, and only allowed axioms are used; at
    the rung `audited`, a second process read this in the compiled module, and compared the trusted statement; at
    `replayed`, Lean's kernel has also checked every constant again, in a process that never ran the file. Exit 5
    says that a file tried to deceive.
    """
    if not files:
        raise UsageError("name a file, or `-` to read from standard input")
    refuse_unknown_options(files)
    require_positive(timeout=timeout, memory_mib=memory_mib, jobs=jobs)
    if files.count("-") > 1:
        raise UsageError("standard input (`-`) can be read only once")
    limits = Limits(wall_s=timeout, cpu_s=max(1, round(2 * timeout)), memory_bytes=memory_mib << 20)
    question = _Question(
        tuple(theorem or ()),
        read(statement) if statement is not None else None,
        trust,
        Policy(STANDARD_AXIOMS | frozenset(allow_axiom or ())),
        limits,
    )
    certificates = certificates_for(files, certificate, sign)
    if certificates is not None and trust is Trust.ELABORATED:
        raise UsageError(f"--certificate needs a proof at the rung `{Trust.AUDITED}` or above")
    return asyncio.run(_check(files, question, certificates, fresh, jobs, json, lean_options))


async def _check(
    files: list[str],
    question: _Question,
    certificates: Certificates | None,
    fresh: bool,
    jobs: int | None,
    as_json: bool,
    options: LeanOptions,
) -> int:
    started = time.monotonic()
    first = next((Path(file) for file in files if file != "-"), None)
    with building() as progress:
        opened = open_lean(
            lean=options.lean,
            project=options.project,
            file=first,
            insist=options.insist,
            jobs=jobs,
            progress=progress,
        )
        async with opened as lean:
            with found_before(fresh) as store:
                checker = Checker(lean, store, waiting_max=len(files))
                done = (_row(checker, file, question, certificates) for file in files)
                rows = await asyncio.gather(*done)
            exit_code = worst_exit_code(row.exit_code for row in rows)
            if as_json:
                print_json(_document(lean, rows, exit_code, time.monotonic() - started))
            else:
                for row in rows:
                    _print(row)
    return exit_code


async def _row(checker: Checker, file: str, question: _Question, certificates: Certificates | None) -> _Row:
    try:
        text = _text(file)
    except InputError as error:
        return _Row(file, None, str(error))
    # A certificate is asked for: a lower rung would not do.
    highest = reachable(checker.lean) if certificates is None else Trust.REPLAYED
    answered = await checker.check(question.request(text, question.trust or highest))
    if question.trust is None and certificates is None and _out_of_reach(answered.checked):
        answered = await checker.check(question.request(text, Trust.ELABORATED))
    place, uncertified = None, ""
    if certificates is not None and answered.certificate is not None:
        try:
            place = certificates.write(file, answered.certificate)
        except StorageError as error:
            uncertified = str(error)
    return _Row(file, answered.checked, "", answered.cached, answered.unstored, place, uncertified)


def _out_of_reach(checked: Checked) -> bool:
    """Whether there is no verdict because no Lean here can judge this text more surely."""
    return isinstance(checked.verdict, NoVerdict) and checked.verdict.reason == "unavailable"


def _text(file: str) -> str:
    if file == "-":
        return standard_input()
    return read(Path(file))


def _print(row: _Row) -> None:
    if row.checked is None:
        note(f"error: {row.problem}")
        return
    verdict = row.checked.verdict
    if isinstance(verdict, NoVerdict):
        print(f"{row.file}: no verdict: {verdict.reason} ({verdict.detail})")
        return
    for diagnostic in verdict.diagnostics:
        print(diagnostic_line(row.file, diagnostic))
    for reason in row.checked.reasons:
        print(f"{row.file}: {reason}")
    for hint in row.checked.hints:
        print(f"{row.file}: hint: {hint}")
    print(f"{row.file}: {_summary(row.checked, verdict)}")
    if row.certificate is not None:
        print(f"{row.file}: certificate written to {row.certificate}")
    if row.uncertified:
        note(f"error: {row.uncertified}")
    if row.unstored:
        note(f"{row.file}: this verdict is not stored: {row.unstored}")


def _summary(checked: Checked, verdict: Verdict) -> str:
    count = len(checked.theorems)
    parts = [counted(count, "theorem")] if checked.theorems else []
    if verdict.axioms:
        parts.append(f"axioms: {', '.join(verdict.axioms)}")
    what = f" ({'; '.join(parts)})" if parts else ""
    if verdict.outcome is Outcome.PROVED:
        own = (
            "; the statements are the file's own" if checked.statement_source == "candidate" and count else ""
        )
        return f"proved, trust {verdict.trust}{what}{own}"
    if checked.tampering:
        return f"{verdict.outcome}: this file tried to deceive{what}"
    return f"{verdict.outcome}{what}"


def _document(lean: Lean, rows: list[_Row], exit_code: int, wall_s: float) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "exit": exit_code,
        "files": [_row_document(row) for row in rows],
        "lean": lean.environment.as_json(),
        "spent": {
            "wall_s": round(wall_s, 4),
            "checks": sum(row.checked is not None and not row.cached for row in rows),
        },
    }


def _row_document(row: _Row) -> dict[str, object]:
    if row.checked is None:
        return {"file": row.file, "outcome": None, "reason": row.problem, "exit": 2}
    verdict = row.checked.verdict
    document: dict[str, object] = {"file": row.file, "outcome": row.checked.outcome, "exit": row.exit_code}
    if isinstance(verdict, NoVerdict):
        return {
            **document,
            "reason": verdict.reason,
            "detail": verdict.detail,
            "retryable": verdict.retryable,
        }
    return {
        **document,
        "reason": "; ".join(row.checked.reasons) or None,
        "reasons": row.checked.reasons,
        "tampering": row.checked.tampering,
        "trust": verdict.trust if verdict.outcome is Outcome.PROVED else None,
        "rung_checked": verdict.trust,
        "theorems": row.checked.theorems,
        "statement_source": row.checked.statement_source,
        "statement_sha256": row.checked.statement_sha256 or None,
        "axioms": verdict.axioms,
        "diagnostics": [diagnostic.as_json() for diagnostic in verdict.diagnostics],
        "hints": row.checked.hints,
        "cached": row.cached,
        "certificate": str(row.certificate) if row.certificate else None,
        "wall_s": round(verdict.wall_s, 4),
    }
