"""The compiled core library as a whole: its axioms, and the problems that must be statable over it."""

from __future__ import annotations

import asyncio
import dataclasses
import json
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from tactic_mesh.errors import LeanUnavailable
from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.host import LeanHost
from tactic_mesh.lean.inventory import Holding, inventory
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.messages import SORRY_KIND, diagnostics
from tactic_mesh.lean.toolchain import Toolchain
from tactic_mesh.theorem import SORRY_AXIOM, STANDARD_AXIOMS, Severity

CHECK_WALL_S = 20.0
# Markers for compiled code; the kernel refuses them in every safe declaration.
UNSAFE_MARKERS = {
    *("lcProof", "lcUnreachable", "lcAny", "lcErased", "lcVoid", "lcCast", "Quot.lcInv"),
    *("Array.getInternalBorrowed", "Array.get!InternalBorrowed"),
}
ROOT = Path(__file__).resolve().parent.parent
PROBLEMS = ROOT / "benchmarks" / "problems"


@pytest.fixture(scope="module")
def holdings(toolchain: Toolchain, library: Library) -> list[Holding]:
    """Every constant of every compiled module."""
    return list(inventory(toolchain, library))


class TestAxioms:
    def test_every_module_is_walked(self, holdings: list[Holding], library: Library) -> None:
        # `Init` itself, and a module of syntax only, may hold no constant.
        modules = Counter(holding.module for holding in holdings)
        assert set(modules) <= set(library.modules)
        assert modules["Init.Prelude.Types"] > 100 and modules["Init.Data.Nat.Lemmas"] > 20
        assert Counter(h.constant.kind for h in holdings)["theorem"] > 4000

    def test_the_only_axioms_are_the_standard_ones(self, holdings: list[Holding]) -> None:
        axioms = {h.constant.name: h.constant.unsafe for h in holdings if h.constant.kind == "axiom"}
        assert {name for name, unsafe in axioms.items() if not unsafe} == {*STANDARD_AXIOMS, SORRY_AXIOM}
        assert {name for name, unsafe in axioms.items() if unsafe} == UNSAFE_MARKERS

    def test_nothing_is_unfinished(self, holdings: list[Holding]) -> None:
        users = [h.constant.name for h in holdings if SORRY_AXIOM in h.constant.uses]
        assert users == []

    def test_what_is_safe_uses_only_what_is_safe(self, holdings: list[Holding]) -> None:
        unsafe = {h.constant.name for h in holdings if h.constant.unsafe}
        wrong = {
            h.constant.name: sorted(unsafe.intersection(h.constant.uses))
            for h in holdings
            if not h.constant.unsafe and not unsafe.isdisjoint(h.constant.uses)
        }
        assert wrong == {}

    def test_what_a_constant_is_made_of_is_seen(self, holdings: list[Holding]) -> None:
        uses = {h.constant.name: h.constant.uses for h in holdings}
        assert "Classical.choice" in uses["Classical.indefiniteDescription"]
        assert "Nat.rec" in uses["Nat.recOn"]
        names = set(uses)
        assert all(names.issuperset(used) for used in uses.values()), "a constant that no module declares"

    @pytest.mark.parametrize("marker", sorted(UNSAFE_MARKERS))
    def test_the_kernel_refuses_a_marker_in_a_theorem(
        self, marker: str, loop: asyncio.Runner, lean: LeanHost
    ) -> None:
        said = loop.run(errors(lean, f"theorem t : True := by\n  have := @{marker}\n  trivial\n"))
        assert f"(kernel) invalid declaration, it uses unsafe declaration '{marker}'" in said

    def test_the_unfinished_marker_is_reported(self, loop: asyncio.Runner, lean: LeanHost) -> None:
        answer = loop.run(lean.elaborate("theorem t : False := sorryAx _\n"))
        assert isinstance(answer, RawAnswer) and answer.constants is not None
        assert [constant.axioms for constant in answer.constants] == [(SORRY_AXIOM,)]


@pytest.mark.slow
def test_the_page_of_names_is_current(library: Library) -> None:
    assert library.modules
    words = [sys.executable, str(ROOT / "tools" / "document_core.py"), "--check"]
    ran = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, f"run `python tools/document_core.py` and commit:\n{ran.stdout}{ran.stderr}"


def test_a_module_that_cannot_be_read(toolchain: Toolchain, library: Library) -> None:
    elsewhere = dataclasses.replace(library, modules=("Init", "Init.Missing"))
    with pytest.raises(LeanUnavailable, match=r"cannot be read \(exit 1\)(.|\n)*Init/Missing\.olean"):
        list(inventory(toolchain, elsewhere))


async def errors(lean: LeanHost, text: str) -> list[str]:
    async with lean.worker() as worker:
        answer = await worker.run(text, CHECK_WALL_S)
        assert isinstance(answer, RawAnswer), answer
        return [d.text for d in diagnostics(answer.messages) if d.severity is Severity.ERROR]


def problems(name: str) -> dict[str, list[dict[str, str]]]:
    """The rows of a file of problems by family."""
    by_family = defaultdict(list)
    for line in (PROBLEMS / f"{name}.jsonl").read_text(encoding="utf-8").split("\n"):
        if line:
            row = json.loads(line)
            by_family[f"{row['family']}"].append(row)
    return by_family


FAMILIES = [(name, family) for name in ("dev", "negatives_dev") for family in problems(name)]


async def unstatable(lean: LeanHost, rows: list[dict[str, str]]) -> list[str]:
    """The problems that Lean does not accept as statements, each with Lean's first words."""
    wrong: list[str] = []
    async with lean.worker() as worker:
        for row in rows:
            text = f"{row['prelude']}\ntheorem _problem : {row['statement']} := by\n  sorry\n"
            answer = await worker.run(text, CHECK_WALL_S)
            if not isinstance(answer, RawAnswer):
                return [*wrong, f"{row['id']}: {answer.reason}"]
            found = diagnostics(answer.messages)
            said = [d.text for d in found if d.severity is Severity.ERROR]
            if said or not any(d.kind.endswith(SORRY_KIND) for d in found):
                wrong.append(f"{row['id']}: {said[:1]}")
    return wrong


@pytest.mark.parametrize(("name", "family"), FAMILIES)
def test_problems_elaborate(name: str, family: str, loop: asyncio.Runner, lean: LeanHost) -> None:
    assert loop.run(unstatable(lean, problems(name)[family])) == []


def test_a_problem_that_does_not_elaborate_is_noticed(loop: asyncio.Runner, lean: LeanHost) -> None:
    row = {"id": "wrong", "prelude": "", "statement": "∀ n : Nat, n = missing"}
    (said,) = loop.run(unstatable(lean, [row]))
    assert said.startswith("wrong: ['Unknown identifier `missing`")


def test_the_problems_are_all_there() -> None:
    rows = [row for family in problems("dev").values() for row in family]
    assert len(rows) == len({row["id"] for row in rows}) == 404
    false = [row for family in problems("negatives_dev").values() for row in family]
    assert len(false) == len({row["id"] for row in false}) == 40
    assert all(row.keys() >= {"id", "source", "family", "prelude", "statement"} for row in rows + false)
