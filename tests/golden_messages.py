"""What Lean really says, kept as text: `tests/golden/messages/NAME.lean` and `NAME.json` beside it.

`python tests/golden_messages.py` asks the embedded Lean again and rewrites the documents; read the difference
before committing it.
"""

from __future__ import annotations

import asyncio
import dataclasses
import json
from pathlib import Path
from typing import Any

from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.messages import diagnostics
from tactic_mesh.lean.open import open_lean
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Diagnostic

FOLDER = Path(__file__).parent / "golden" / "messages"
NAMES = sorted(path.stem for path in FOLDER.glob("*.lean"))


def document(name: str) -> dict[str, Any]:
    """The golden document: Lean's `messages`, and the `diagnostics` that we read from them."""
    read: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return read


def as_golden(found: tuple[Diagnostic, ...]) -> list[dict[str, Any]]:
    """Diagnostics as plain JSON values, without the words of the message, which stand in `messages` already."""
    plain = [dataclasses.asdict(d) for d in found]
    for one in plain:
        del one["text"]
    as_json: list[dict[str, Any]] = json.loads(json.dumps(plain))
    return as_json


async def messages_of(lean: Lean, name: str) -> list[dict[str, Any]]:
    """What Lean says about a golden text now, in the order of the text."""
    answer = await lean.elaborate((FOLDER / f"{name}.lean").read_text(encoding="utf-8"), Limits())
    assert isinstance(answer, RawAnswer), answer
    return sorted(answer.messages, key=lambda m: (m["pos"]["line"], m["pos"]["column"]))


async def write() -> None:
    async with open_lean(lean="embedded", jobs=1) as lean:
        for name in NAMES:
            messages = await messages_of(lean, name)
            golden = {"messages": messages, "diagnostics": as_golden(diagnostics(messages))}
            text = json.dumps(golden, ensure_ascii=False, indent=1)
            (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(write())
