"""The step between warm and cold: Lean's command line in a fork, and the way down to it."""

from __future__ import annotations

import asyncio
import dataclasses

import pytest

from tactic_mesh.errors import LeanUnavailable
from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.forked_lean import ForkedLean
from tactic_mesh.lean.host import LeanHost
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.toolchain import Toolchain
from tactic_mesh.prove.prover import prove_theorem
from tactic_mesh.theorem import Budget, Outcome, Theorem
from tactic_mesh.verify.elaborated import check_text


def forked(toolchain: Toolchain, library: Library) -> ForkedLean:
    assert toolchain.shared_library is not None
    return ForkedLean(toolchain.shared_library, library.path, library.environment, warning="for a test")


def test_texts_get_lean_s_own_answers(toolchain: Toolchain, library: Library) -> None:
    async def outcomes() -> list[Outcome]:
        async with forked(toolchain, library) as lean:
            texts = [
                "theorem t : 2 + 2 = 4 := rfl",
                "theorem t : 2 + 2 = 5 := rfl",
                "theorem t : 2 + 2 = 5 := sorry",
            ]
            return [(await check_text(lean, text)).outcome for text in texts]

    assert asyncio.run(outcomes()) == [Outcome.PROVED, Outcome.REJECTED, Outcome.INCOMPLETE]


def test_a_worker_without_states_proves_by_texts(toolchain: Toolchain, library: Library) -> None:
    async def proof() -> Outcome:
        async with forked(toolchain, library) as lean:
            theorem = Theorem("claim", "∀ p q : Prop, p ∧ q → q ∧ p", prelude="def unused := 1")
            return (await prove_theorem(lean, theorem, Budget(wall_s=60), jobs=2)).outcome

    assert asyncio.run(proof()) is Outcome.PROVED


def test_it_says_how_it_runs_and_why(toolchain: Toolchain, library: Library) -> None:
    assert "(for a test)" in forked(toolchain, library).how


def test_a_library_of_another_commit_is_not_kept_warm_but_forked(
    toolchain: Toolchain, library: Library
) -> None:
    assert toolchain.shared_library is not None
    other = dataclasses.replace(library.environment, commit="0" * 40)

    async def steps() -> RawAnswer:
        assert toolchain.shared_library is not None
        with pytest.raises(LeanUnavailable, match="commit"):
            await LeanHost(toolchain.shared_library, library.path, other).start()
        async with ForkedLean(toolchain.shared_library, library.path, other) as lean:
            answer = await lean.elaborate("#eval 1 + 1")
            assert isinstance(answer, RawAnswer)
            return answer

    assert [message["data"] for message in asyncio.run(steps()).messages] == ["2"]


def test_a_file_that_is_no_lean_library_is_refused(library: Library) -> None:
    async def start() -> None:
        file = library.path / "Init.olean"
        async with ForkedLean(file, library.path, library.environment):
            pass

    with pytest.raises(LeanUnavailable, match="does not start"):
        asyncio.run(start())
