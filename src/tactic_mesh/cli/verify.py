"""`tactic-mesh verify CERTIFICATE…`: is what a certificate claims true?"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from tactic_mesh.cli.terminal import (
    BUDGET,
    MEMORY,
    OUTPUT,
    WANTED,
    LeanOptions,
    building,
    diagnostic_line,
    note,
    print_json,
    refuse_unknown_options,
    require_positive,
    worst_exit_code,
)
from tactic_mesh.errors import InputError, TacticMeshError, TamperingFound, UsageError
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.library import CORE_NAME
from tactic_mesh.lean.open import open_lean
from tactic_mesh.lean.toolchain import EMBEDDED_WORD
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Outcome, Verdict
from tactic_mesh.verify.certificate import CERTIFICATE_BYTES_MAX, Claim, read_claim
from tactic_mesh.verify.recheck import Rechecked, recheck
from tactic_mesh.verify.signing import require_genuine

SCHEMA = "tactic-mesh/verify@1"


@dataclass(frozen=True, slots=True)
class _Row:
    """One certificate's result: what came of checking it again, or why that could not even begin."""

    file: str
    claimed: Claim | None
    rechecked: Rechecked | None = None
    problem: TacticMeshError | None = None

    @property
    def exit_code(self) -> int:
        if self.rechecked is not None:
            return self.rechecked.exit_code
        return self.problem.exit_code if self.problem else 70

    @property
    def outcome(self) -> Outcome | None:
        return self.rechecked.outcome if self.rechecked else None

    @property
    def reasons(self) -> tuple[str, ...]:
        return self.rechecked.reasons if self.rechecked else (str(self.problem),)


def verify(
    certificates: Annotated[list[str], Parameter(help="Certificates that `check` or `prove` wrote.")],
    /,
    *,
    any_environment: Annotated[
        bool,
        Parameter(
            group=WANTED, help="Check with another Lean or library than the certificate names.", negative=""
        ),
    ] = False,
    signed_by: Annotated[
        list[str] | None,
        Parameter(
            group=WANTED,
            help="An Ed25519 public key (64 hexadecimal digits) that must have signed.",
            negative="",
        ),
    ] = None,
    timeout: Annotated[float, Parameter(group=BUDGET, help="Seconds for each certificate.")] = 60.0,
    memory_mib: Annotated[int, Parameter(MEMORY, group=BUDGET, help="Memory for each certificate.")] = 2048,
    jobs: Annotated[
        int | None, Parameter(group=BUDGET, help="How many at a time; the number of cores if not given.")
    ] = None,
    json: Annotated[bool, Parameter(group=OUTPUT, help="Print one JSON document.", negative="")] = False,
    lean_options: LeanOptions = LeanOptions(),
) -> int:
    """Do the work of certificates again, from nothing but their text, and compare everything that they say.

    Exit 0 if all hold, 1 if Lean refuses a text or a signature is missing, 3 without a verdict (another Lean, a
    time-out), 5 if a certificate was changed or claims what is not so.
    """
    if not certificates:
        raise UsageError("name a certificate")
    refuse_unknown_options(certificates)
    require_positive(timeout=timeout, memory_mib=memory_mib, jobs=jobs)
    wanted = frozenset(key.lower() for key in signed_by or ())
    if odd := [key for key in wanted if len(key) != 64 or not set(key) <= set("0123456789abcdef")]:
        raise UsageError(f"--signed-by {odd[0]} is no public key; give 64 hexadecimal digits")
    limits = Limits(wall_s=timeout, cpu_s=max(1, round(2 * timeout)), memory_bytes=memory_mib << 20)
    rows = [_read(file, wanted) for file in certificates]
    return asyncio.run(_verify(rows, limits, any_environment, jobs, json, lean_options))


async def _verify(
    rows: list[_Row],
    limits: Limits,
    any_environment: bool,
    jobs: int | None,
    as_json: bool,
    options: LeanOptions,
) -> int:
    claims = [row.claimed for row in rows if row.claimed is not None and row.rechecked is None]
    if claims:
        with building() as progress:
            opened = open_lean(
                lean=options.lean or _lean_of(claims, options),
                project=options.project,
                insist=options.insist,
                jobs=jobs,
                progress=progress,
            )
            async with opened as lean:
                done = (_recheck(lean, row, limits, any_environment) for row in rows)
                rows = list(await asyncio.gather(*done))
    exit_code = worst_exit_code(row.exit_code for row in rows)
    if as_json:
        print_json({"schema": SCHEMA, "exit": exit_code, "certificates": [_document(row) for row in rows]})
    else:
        for row in rows:
            _print(row)
    return exit_code


def _lean_of(claims: list[Claim], options: LeanOptions) -> str | None:
    """The embedded Lean, if the certificates are of its library and the user named no other."""
    embedded = all(claimed.certificate.environment.library == CORE_NAME for claimed in claims)
    return EMBEDDED_WORD if embedded and options.project is None else None


def _read(file: str, wanted: frozenset[str]) -> _Row:
    claimed = None
    try:
        claimed = read_claim(_bytes(file), file)
        require_genuine(claimed, file)
    except (UsageError, TamperingFound) as error:
        return _Row(file, None, problem=error)
    missing = wanted - {signature.public_key for signature in claimed.signatures}
    if missing:
        reasons = tuple(f"not_signed_by: {key}" for key in sorted(missing))
        return _Row(file, claimed, Rechecked(Outcome.REJECTED, reasons))
    return _Row(file, claimed)


def _bytes(file: str) -> bytes:
    try:
        with Path(file).open("rb") as source:
            return source.read(CERTIFICATE_BYTES_MAX + 1)
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}. Check the name.") from error


async def _recheck(lean: Lean, row: _Row, limits: Limits, any_environment: bool) -> _Row:
    if row.claimed is None or row.rechecked is not None:
        return row
    try:
        found = await recheck(lean, row.claimed, limits, any_environment=any_environment)
    except UsageError as error:  # a text or a statement that cannot even be asked about
        return _Row(row.file, row.claimed, problem=error)
    return _Row(row.file, row.claimed, found)


def _print(row: _Row) -> None:
    if row.rechecked is None or row.claimed is None:
        note(f"{row.file}: error: {row.problem}")
        return
    checked = row.rechecked.checked
    if checked is not None and isinstance(checked.verdict, Verdict) and row.outcome is not Outcome.PROVED:
        for diagnostic in checked.verdict.errors:
            print(diagnostic_line(row.file, diagnostic))
    for line in (*row.rechecked.notes, *row.reasons):
        print(f"{row.file}: {line}")
    print(f"{row.file}: {_summary(row.rechecked, row.claimed)}")


def _summary(rechecked: Rechecked, claimed: Claim) -> str:
    certificate = claimed.certificate
    if rechecked.tampering:
        return "tampering found: the claim is not so"
    if rechecked.outcome is not Outcome.PROVED:
        return f"{rechecked.outcome}, certificate {claimed.sha256[:12]} does not stand"
    signed = [signature.public_key[:12] for signature in claimed.signatures]
    whose = "a trusted statement" if certificate.statement is not None else "the text's own statements"
    parts = [
        f"{', '.join(certificate.theorems)}; {whose}",
        f"axioms: {', '.join(certificate.axioms) or 'none'}",
        f"signed by {', '.join(signed)}" if signed else "not signed",
    ]
    return f"verified, trust {certificate.trust} ({'; '.join(parts)})"


def _document(row: _Row) -> dict[str, object]:
    document: dict[str, object] = {
        "file": row.file,
        "outcome": row.outcome,
        "exit": row.exit_code,
        "reason": "; ".join(row.reasons) or None,
        "tampering": row.exit_code == 5,
    }
    if row.claimed is None:
        return document
    certificate = row.claimed.certificate
    return {
        **document,
        "notes": row.rechecked.notes if row.rechecked else (),
        "sha256": row.claimed.sha256,
        "trust": certificate.trust if row.outcome is Outcome.PROVED else None,
        "theorems": certificate.theorems,
        "axioms": certificate.axioms,
        "statement_sha256": certificate.statement_sha256,
        "statement_source": "candidate" if certificate.statement is None else "trusted",
        "signed_by": [signature.public_key for signature in row.claimed.signatures],
        "lean": certificate.environment.as_json(),
    }
