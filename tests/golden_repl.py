"""Conversations with the REPL, kept as text: `tests/golden/repl/NAME.in` and `NAME.expected` beside it.

`python tests/golden_repl.py` asks the embedded Lean again and rewrites the answers; read the difference before
committing it.
"""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.open import open_lean
from tactic_mesh.serve.repl.session import Repl
from tactic_mesh.serve.repl.wire import objects

FOLDER = Path(__file__).parent / "golden" / "repl"
NAMES = sorted(path.stem for path in FOLDER.glob("*.in"))


async def conversation(lean: Lean, name: str) -> str:
    """What the REPL answers now: each answer as JSON on a line, then a blank line."""
    async with lean.worker() as worker:
        client = Repl(lean, worker)
        with (FOLDER / f"{name}.in").open("rb") as questions:
            answers = [await client.answer(one) for one in objects(questions)]
    return "".join(json.dumps(answer, ensure_ascii=False) + "\n\n" for answer in answers)


async def write() -> None:
    async with open_lean(lean="embedded", jobs=2) as lean:
        for name in NAMES:
            (FOLDER / f"{name}.expected").write_text(await conversation(lean, name), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(write())
