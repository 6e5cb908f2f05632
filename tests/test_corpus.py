"""The corpus: ordinary core mathematics, proved by people with tactics, compiles over the core library."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.host import LeanHost
from tactic_mesh.lean.messages import diagnostics
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import STANDARD_AXIOMS, Severity

THEOREMS_MIN = 300
FILES = sorted((Path(__file__).resolve().parent / "lean" / "corpus").glob("*.lean"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_file(file: Path, loop: asyncio.Runner, lean: LeanHost) -> None:
    answer = loop.run(lean.elaborate(file.read_text(encoding="utf-8"), Limits(wall_s=60.0)))
    assert isinstance(answer, RawAnswer), answer
    assert not answer.truncated and answer.constants is not None
    spoken = [d for d in diagnostics(answer.messages) if d.severity is not Severity.INFORMATION]
    assert not spoken, "\n".join(f"{file.name}:{d.start.line}: {d.text}" for d in spoken)
    foreign = {c.name: c.axioms for c in answer.constants if not STANDARD_AXIOMS.issuperset(c.axioms)}
    assert not foreign, "a proof rests on more than the standard axioms"


def test_there_are_enough_theorems() -> None:
    texts = [file.read_text(encoding="utf-8") for file in FILES]
    statements = [m[1] for text in texts for m in re.finditer(r"^theorem (\S+)", text, re.MULTILINE)]
    assert len(statements) >= THEOREMS_MIN
