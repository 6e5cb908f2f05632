"""Each tactic, notation and command over the core library: what must pass, what must fail, and with which words."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

import conformance
import pytest
from conformance import Case

from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.host import LeanHost
from tactic_mesh.theorem import ErrorClass

CASES_MIN = 400
CASE_WALL_S = 20.0

FILES = conformance.files()


async def differences(lean: LeanHost, cases: list[Case]) -> list[str]:
    """Run the cases in one worker, each from the state in which a user's file begins."""
    found = []
    async with lean.worker() as worker:
        for case in cases:
            answer = await worker.run(f"{case.source}\n", CASE_WALL_S)
            if difference := conformance.difference(case, answer):
                found.append(f"line {case.line}, {case.name}: {difference}")
            if not worker.alive:
                break
    return found


@pytest.mark.parametrize(
    "file", FILES, ids=lambda file: str(file.relative_to(conformance.FOLDER).with_suffix(""))
)
def test_file(file: Path, loop: asyncio.Runner, lean: LeanHost) -> None:
    wrong = loop.run(differences(lean, list(conformance.cases(file))))
    assert not wrong, "\n\n".join([f"{len(wrong)} cases of {file}:", *wrong])


def test_there_are_enough_cases_and_each_has_a_name_of_its_own() -> None:
    by_file = {file: [case.name for case in conformance.cases(file)] for file in FILES}
    assert sum(map(len, by_file.values())) >= CASES_MIN
    twice = {file.name: [n for n, k in Counter(names).items() if k > 1] for file, names in by_file.items()}
    assert not any(twice.values()), f"two cases of a file share a name: {twice}"


def answer_to(source: str, loop: asyncio.Runner, lean: LeanHost) -> RawAnswer:
    async def ask() -> RawAnswer:
        async with lean.worker() as worker:
            answer = await worker.run(source, CASE_WALL_S)
            assert isinstance(answer, RawAnswer)
            return answer

    return loop.run(ask())


class TestTheJudge:
    """The comparison itself notices what it is for."""

    PROOF = "theorem t : 1 + 1 = 2 := rfl\n"
    UNFINISHED = "theorem t : 1 + 1 = 3 := sorry\n"
    WRONG = "theorem t : 1 + 1 = 3 := by omega\n"

    @pytest.mark.parametrize(
        ("source", "error", "output", "complaint"),
        [
            (PROOF, None, None, None),
            (PROOF, None, "anything", "expected the output"),
            (PROOF, ErrorClass.TACTIC_FAILED, None, "expected tactic_failed, saw no error"),
            (UNFINISHED, None, None, "expected ok, saw sorry"),
            (WRONG, None, None, "expected ok, saw tactic_failed"),
            (WRONG, ErrorClass.TACTIC_FAILED, None, None),
            (WRONG, ErrorClass.PARSE_ERROR, None, "expected parse_error, saw tactic_failed"),
        ],
    )
    def test_complaint(
        self,
        loop: asyncio.Runner,
        lean: LeanHost,
        source: str,
        error: ErrorClass | None,
        output: str | None,
        complaint: str | None,
    ) -> None:
        case = Case("case", 1, source, error, output)
        seen = conformance.difference(case, answer_to(source, loop, lean))
        assert (seen is None) == (complaint is None)
        assert seen is None or seen.startswith(complaint or "")

    @pytest.mark.parametrize(
        "text",
        [
            "theorem t : True := trivial\n",
            "--- case: a\n--- output:\n--- expect: ok\n",
            "--- case:\n--- expect: ok\n",
            "--- case: a\n--- expect: error of_some_kind\n",
            "--- case: a\n",
        ],
    )
    def test_a_file_that_is_not_in_the_format(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "case.lean").write_text(text)
        with pytest.raises(ValueError, match=r"case\.lean:1: "):
            list(conformance.cases(tmp_path / "case.lean"))
