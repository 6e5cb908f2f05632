"""Each file of `attacks/` tries to be taken for a proof; its first line says what it is taken for.

The ids are those of the usual catalogue of cheats: A unfinished, B assumed, C lies to the auditor, K kernel, S another
statement.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest
from running import Running, running

from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import COLD_VARIABLE, open_lean
from tactic_mesh.lean.source import read
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Outcome
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.elaborated import check_text

ATTACKS = sorted((Path(__file__).parent / "attacks").glob("*.lean"))
EXPECT = "-- expect: "


@pytest.fixture(scope="module", params=["warm", "cold"])
def lean(request: pytest.FixtureRequest, library: Library) -> Iterator[Running]:
    assert library.modules
    environ = {**os.environ, COLD_VARIABLE: str(int(request.param == "cold"))}
    with running(open_lean(lean="embedded", jobs=2, environ=environ)) as opened:
        yield opened


def check(lean: Running, text: str, theorem: str | None = None) -> Checked:
    return lean.run(check_text(lean.lean, text, Limits(wall_s=60), theorem=theorem))


def expected(text: str) -> Outcome:
    first = text.split("\n")[0]
    assert first.startswith(EXPECT), first
    return Outcome(first.removeprefix(EXPECT))


@pytest.mark.parametrize("file", ATTACKS, ids=[file.stem for file in ATTACKS])
def test_attack(lean: Running, file: Path) -> None:
    text = read(file)
    checked = check(lean, text)
    if lean.lean.tells_constants:
        assert checked.outcome is expected(text), checked
    else:
        # A Lean that is run as a command knows less; whether it rejects or has a gap may differ.
        assert (checked.outcome is Outcome.PROVED) == (expected(text) is Outcome.PROVED), checked


@pytest.mark.parametrize("name", ["bad", "A.bad"])
def test_a_name_of_one_word_is_not_one_of_two(lean: Running, name: str) -> None:
    checked = check(lean, "theorem «A.bad» : True := trivial\n", name)
    assert checked.outcome is Outcome.REJECTED
    assert checked.reasons == (f"theorem_missing: {name}",)


@pytest.mark.parametrize(
    "text",
    [
        "-- #exit and example\ntheorem t : True := trivial\n",
        "/-- info: 2 -/\n#guard_msgs in\n#eval 1 + 1\ntheorem t : True := trivial\n",
        "example : 1 + 1 = 2 := rfl\ntheorem t : True := trivial\n",
        'def s := "axiom cheat : False"\ntheorem t : True := trivial\n',
    ],
)
def test_honest_texts(lean: Running, text: str) -> None:
    assert check(lean, text).outcome is Outcome.PROVED


def test_a_named_theorem_with_a_silenced_error(lean: Running) -> None:
    text = "#guard_msgs (drop all) in\ntheorem bad : nothing := by skip\n"
    assert check(lean, text, "bad").outcome is not Outcome.PROVED


@dataclass(frozen=True)
class _Liar:
    """A Lean that is run as a command and whose output holds a line of the text's own."""

    messages: tuple[dict[str, object], ...]
    tells_constants = False
    is_embedded = True

    async def elaborate(self, source: str, limits: Limits | None = None) -> RawAnswer:
        return RawAnswer(self.messages, 0, 0.0)


def _information(line: int, text: str) -> dict[str, object]:
    return {"severity": "information", "pos": {"line": line, "column": 0}, "data": text, "kind": ""}


@pytest.mark.parametrize("forged_last", [True, False])
def test_a_forged_answer_takes_nothing_back(forged_last: bool) -> None:
    true = _information(3, "'bad' depends on axioms: [cheat]")
    forged = _information(3, "'bad' does not depend on any axioms")
    liar = _Liar((true, forged) if forged_last else (forged, true))
    checked = asyncio.run(check_text(cast(Lean, liar), "theorem bad : 1 = 2 := cheat.elim\n"))
    assert checked.reasons == ("axiom_not_allowed: cheat",)


def test_an_answer_to_no_question() -> None:
    liar = _Liar((_information(9, "'bad' does not depend on any axioms"),))
    checked = asyncio.run(check_text(cast(Lean, liar), "theorem bad : 1 = 2 := cheat.elim\n"))
    assert checked.outcome is Outcome.REJECTED
