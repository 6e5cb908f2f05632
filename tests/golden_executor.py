"""What the seam makes of every scripted executor, kept as text: `tests/golden/executor/NAME.json`.

`python tests/golden_executor.py` runs the scripts again and rewrites the documents; read the difference before
committing it.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.open import open_lean
from tactic_mesh.verify.executor.external import ExternalExecutor
from tactic_mesh.verify.executor.output import LENIENT_VARIABLE
from tactic_mesh.verify.executor.scratch import Scratch

FOLDER = Path(__file__).parent / "golden" / "executor"
COMMAND = [sys.executable, "-m", "tactic_mesh.verify.executor.scripted"]
GOOD = "theorem t : 1 + 1 = 2 := by decide\n"
WRONG = "theorem t : 1 + 1 = 3 := by decide\n"
# name → scenario, lenient, time limit, the scratch file
CASES: dict[str, tuple[str, bool, float | None, str]] = {
    "success": ("success", False, None, GOOD),
    "failure": ("failure", False, 60, GOOD),
    "contract_mismatch": ("contract_mismatch", False, 60, GOOD),
    "mode_mismatch": ("mode_mismatch", False, 60, GOOD),
    "strict_parse_error": ("strict_parse_error", False, 60, GOOD),
    "lenient_parse": ("lenient_parse", True, 60, GOOD),
    "lenient_parse_strictly": ("lenient_parse", False, 60, GOOD),
    "lenient_fence": ("fenced", True, 60, GOOD),
    "lenient_parse_error": ("no_answer", True, 60, GOOD),
    "no_answer": ("no_answer", False, 60, GOOD),
    "nonzero_exit": ("nonzero_exit", False, 60, GOOD),
    "timeout": ("timeout", False, 1.5, GOOD),
    "loose": ("loose", False, 60, GOOD),
    "arrays": ("arrays", False, 60, GOOD),
    "flood": ("flood", True, 60, GOOD),
    "wrong_claim": ("success", False, 60, WRONG),
}


async def answer(lean: Lean, name: str) -> dict[str, Any]:
    """The wire's answer now, with what differs from run to run replaced by its kind."""
    scenario, lenient, timeout_s, text = CASES[name]
    with tempfile.TemporaryDirectory() as folder:
        scratch = Scratch("problem-1", "proof", Path(folder) / "Scratch.lean", timeout_s)
        scratch.file.write_text(text)
        environ = {**os.environ, LENIENT_VARIABLE: str(int(lenient))}
        execution = await ExternalExecutor([*COMMAND, scenario], lean, environ=environ).verify(scratch)
        said = json.dumps(execution.as_json(), ensure_ascii=False)
    said = said.replace(folder, "FOLDER").replace(json.dumps(sys.executable)[1:-1], "PYTHON")
    document: dict[str, Any] = json.loads(said)
    if document["duration_ms"] not in (7, 12):  # what the script says is kept, what was measured is not
        document["duration_ms"] = "measured"
    if document["trust"] is not None:
        document["trust"], document["statement_sha256"] = "a rung", "a digest or null"
    return document


def golden(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return read


async def write() -> None:
    async with open_lean(lean="embedded", jobs=1) as lean:
        for name in CASES:
            text = json.dumps(await answer(lean, name), ensure_ascii=False, indent=1)
            (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(write())
