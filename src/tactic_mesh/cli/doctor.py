"""`tactic-mesh doctor`: what was found, what is missing, and the remedy for each."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from typing import Annotated

from cyclopts import Parameter

from tactic_mesh.cli.terminal import LeanOptions, print_json
from tactic_mesh.doctor import Finding, Status, examine
from tactic_mesh.lean.library import find_library
from tactic_mesh.lean.open import COLD_VARIABLE, open_toolchain
from tactic_mesh.lean.toolchain import Kind, embedded_toolchain

_MARKS = {Status.OK: "ok     ", Status.WARN: "warn   ", Status.MISSING: "missing"}


def doctor(
    *,
    json: Annotated[bool, Parameter(help="Print one JSON document.", negative="")] = False,
    lean_options: LeanOptions = LeanOptions(),
) -> int:
    """What was found, what is missing, and the remedy for each. Exit 0 if theorems can be proved here, else 3."""
    findings = examine(os.environ, lean=lean_options.lean, project=lean_options.project, probes=(_warm_lean,))
    if json:
        print_json(
            {"schema": "tactic-mesh/doctor@1", "findings": [_document(finding) for finding in findings]}
        )
    else:
        width = max(len(finding.name) for finding in findings)
        for finding in findings:
            print(f"{_MARKS[finding.status]}  {finding.name:<{width}}  {finding.detail}")
            if finding.status is not Status.OK and finding.remedy:
                print(f"{'':{width + 9}}  → {finding.remedy}")
    return 3 if any(f.status is Status.MISSING and f.name in ("lean", "warm Lean") for f in findings) else 0


def _document(finding: Finding) -> dict[str, str]:
    return {
        "name": finding.name,
        "status": finding.status,
        "detail": finding.detail,
        "remedy": finding.remedy,
    }


def _warm_lean() -> Iterator[Finding]:
    """Start the embedded Lean and run its self-test, if its library is compiled."""
    toolchain = embedded_toolchain(os.environ)
    if find_library(toolchain, os.environ) is None:
        yield Finding(
            "warm Lean",
            Status.WARN,
            "not tried: the core library is not compiled yet",
            "run any `prove` or `check`",
        )
        return

    if os.environ.get(COLD_VARIABLE) == "1":
        off = f"switched off by {COLD_VARIABLE}=1: a new process for each text"
        yield Finding("warm Lean", Status.WARN, off, f"unset {COLD_VARIABLE}, if forking works here")
        return

    async def how() -> str:
        async with open_toolchain(toolchain) as lean:
            return lean.how

    described = asyncio.run(how())
    warm = toolchain.kind is Kind.EMBEDDED and described.startswith("a warm")
    remedy = "" if warm else "checks work, each in a new process; report this with the reason above"
    yield Finding(
        "warm Lean",
        Status.OK if warm else Status.WARN,
        f"self-test passed; {described}" if warm else described,
        remedy,
    )
