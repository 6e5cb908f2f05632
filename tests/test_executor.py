"""The proof engine seam towards other systems' executors: the contract, its liberties, and what a claim is worth."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import golden_executor
import pytest
import warm
from hypothesis import given
from hypothesis import strategies as st

from tactic_mesh.errors import UsageError
from tactic_mesh.lean.host import LeanHost
from tactic_mesh.theorem import NoVerdict, Outcome, Verdict
from tactic_mesh.verify.executor.command import PASS_VARIABLE, executor_environment
from tactic_mesh.verify.executor.engine import Execution
from tactic_mesh.verify.executor.external import EXECUTOR_VARIABLE, ExternalExecutor, executor_words
from tactic_mesh.verify.executor.output import OutputParseError, is_lenient, payload_of
from tactic_mesh.verify.executor.report import report_from_payload
from tactic_mesh.verify.executor.scratch import Scratch, scratch_from_json

PAYLOAD = {"problem_id": "p", "mode": "proof", "success": True}


@pytest.mark.parametrize("name", golden_executor.CASES)
def test_golden(lean: LeanHost, loop: asyncio.Runner, name: str) -> None:
    assert loop.run(golden_executor.answer(lean, name)) == golden_executor.golden(name)


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    file = tmp_path / "Scratch.lean"
    file.write_text(golden_executor.GOOD)
    return Scratch("p", "proof", file, 30.0)


def verify(words: list[str], scratch: Scratch, **environ: str) -> Execution:
    """Without a Lean of ours, so that all there is, is what the command says."""
    return asyncio.run(ExternalExecutor(words, None, environ={**os.environ, **environ}).verify(scratch))


def scripted(scenario: str) -> list[str]:
    return [*golden_executor.COMMAND, scenario]


class TestClaims:
    def test_a_claim_that_nobody_checked_says_so(self, scratch: Scratch) -> None:
        execution = verify(scripted("success"), scratch)
        assert (execution.claims, execution.success, execution.verdict, execution.checked) == (
            *(True, True),
            *(None, None),
        )
        assert "not checked here" in execution.report.warnings[0]
        assert execution.as_json()["trust"] is None

    def test_a_wrong_claim(self, lean: LeanHost, loop: asyncio.Runner, scratch: Scratch) -> None:
        scratch.file.write_text(golden_executor.WRONG)
        execution = loop.run(ExternalExecutor(scripted("success"), lean).verify(scratch))
        assert (execution.claims, execution.success) == (True, False)
        assert isinstance(execution.verdict, Verdict) and execution.verdict.outcome is Outcome.REJECTED

    def test_a_file_without_a_theorem(self, lean: LeanHost, loop: asyncio.Runner, scratch: Scratch) -> None:
        scratch.file.write_text("def f := 1\n")
        execution = loop.run(ExternalExecutor(scripted("success"), lean).verify(scratch))
        assert not execution.success
        assert execution.checked is not None and "no_theorem" in execution.checked.reasons[0]

    @pytest.mark.parametrize(
        ("scenario", "reason"),
        [("strict_parse_error", "crash"), ("nonzero_exit", "crash"), ("contract_mismatch", "crash")]
        + [("no_answer", "crash")],
    )
    def test_no_verdict_inside(self, scratch: Scratch, scenario: str, reason: str) -> None:
        execution = verify(scripted(scenario), scratch)
        assert isinstance(execution.verdict, NoVerdict) and execution.verdict.reason == reason
        assert execution.as_json()["success"] is False

    def test_a_judged_failure_is_no_lack_of_a_verdict(self, scratch: Scratch) -> None:
        execution = verify(scripted("failure"), scratch)
        assert (execution.no_verdict, execution.success) == (None, False)

    def test_an_executor_that_is_not_there(self, scratch: Scratch) -> None:
        execution = verify(["no-such-executor"], scratch)
        assert execution.as_json()["error_category"] == "executor_exit_error"

    def test_a_scratch_file_that_is_not_there(self, scratch: Scratch) -> None:
        scratch.file.unlink()
        assert verify(scripted("success"), scratch).as_json()["error_category"] == "scratch_unreadable"

    def test_other_bytes(self, scratch: Scratch) -> None:
        known = {"scratch_sha256": "a"}
        payload = {**PAYLOAD, "executor_metadata": {"scratch_sha256": "b", "own": 1}}
        report = report_from_payload(payload, scratch, 0.0, known)
        assert "other bytes" in report.warnings[0]
        document = report.as_json()
        assert (document["executor_metadata"], document["executor_metadata_reported"]) == (
            known,
            payload["executor_metadata"],
        )


@pytest.mark.parametrize(
    ("scenario", "given", "says"),
    [("nonsense", "{}", "there is no scenario nonsense"), ("success", "", "no JSON")],
)
def test_the_scripted_executor_says_what_it_cannot_play(scenario: str, given: str, says: str) -> None:
    done = subprocess.run(scripted(scenario), input=given, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("error: ") and says in done.stderr


class TestBounds:
    def test_a_time_out_ends_the_whole_group(self, tmp_path: Path, scratch: Scratch) -> None:
        pids = tmp_path / "pids"
        words = ["sh", "-c", f"sleep 600 & echo $! $$ > '{pids}'; wait"]
        hurried = Scratch("p", "proof", scratch.file, 0.7)
        execution = verify(words, hurried)
        assert isinstance(execution.verdict, NoVerdict) and execution.verdict.reason == "timeout"
        assert execution.as_json()["error_category"] == "executor_timeout"
        left = [int(word) for word in pids.read_text().split()]
        assert len(left) == 2 and warm.becomes_true(lambda: all(map(warm.gone, left)))

    def test_what_an_executor_leaves_behind_is_ended(self, tmp_path: Path, scratch: Scratch) -> None:
        pids = tmp_path / "pids"
        answer = json.dumps(PAYLOAD)
        execution = verify(["sh", "-c", f"sleep 600 & echo $! > '{pids}'; echo '{answer}'"], scratch)
        assert execution.claims
        assert warm.becomes_true(lambda: warm.gone(int(pids.read_text())))

    def test_cancelling_ends_the_command(self, tmp_path: Path, scratch: Scratch) -> None:
        pids = tmp_path / "pids"
        engine = ExternalExecutor(["sh", "-c", f"echo $$ > '{pids}'; sleep 600"], None)

        async def start_and_cancel() -> None:
            work = asyncio.create_task(engine.verify(scratch))
            assert await asyncio.to_thread(
                warm.becomes_true, lambda: pids.exists() and pids.read_text() != ""
            )
            work.cancel()
            with pytest.raises(asyncio.CancelledError):
                await work

        asyncio.run(start_and_cancel())
        assert warm.becomes_true(lambda: warm.gone(int(pids.read_text())))

    def test_no_secret_reaches_it(self, scratch: Scratch) -> None:
        given = {"OPENAI_API_KEY": "x", "ATC_TOKEN": "x", "MY_SETTING": "x", "ATC_SETTING": "x"}
        seen = verify(scripted("environment"), scratch, **given, **{EXECUTOR_VARIABLE: "x"}).report.stdout
        assert given.keys() & seen.split("\n") == {"ATC_SETTING"}
        assert EXECUTOR_VARIABLE not in seen.split("\n")

    def test_variables_that_the_user_names(self) -> None:
        environ = {PASS_VARIABLE: "MY_SETTING, MY_KEY", "MY_SETTING": "1", "MY_KEY": "2", "OTHER": "3"}
        assert executor_environment(environ, EXECUTOR_VARIABLE).keys() == {"MY_SETTING", "MY_KEY"}


class TestOutput:
    def test_strict_takes_one_object_only(self) -> None:
        text = json.dumps(PAYLOAD)
        assert payload_of(f"\n {text}\n", lenient=False) == PAYLOAD
        for wrong in ("", " ", "[]", "1", f"x {text}", f"{text} {text}", '{"success": true}', "[" * 100_000):
            with pytest.raises(OutputParseError):
                payload_of(wrong, lenient=False)

    @pytest.mark.parametrize(
        "output",
        [
            "log\n{}\nend",
            '{{"a": 1}} {}',
            "{{ never closed\n{}",
            '{{"text": "}} {{ in a string \\" }}"}}\n{}',
            "```json\n{}\n```",
            '{{ "open string\n```json\n{}\n```',
            '{{"problem_id": "q"}}{}{{"success": false}}',
        ],
    )
    def test_lenient(self, output: str) -> None:
        assert payload_of(output.format(json.dumps(PAYLOAD)), lenient=True) == PAYLOAD

    def test_the_first_valid_one_wins(self) -> None:
        second = {**PAYLOAD, "success": False}
        assert payload_of(f"{json.dumps(second)} {json.dumps(PAYLOAD)}", lenient=True) == second

    def test_an_inner_object_is_none(self) -> None:
        with pytest.raises(OutputParseError):
            payload_of(json.dumps({"inner": PAYLOAD}), lenient=True)

    @given(st.text(alphabet=st.characters(exclude_characters='{}"`')), st.text(), st.booleans())
    def test_lenient_finds_the_answer_in_any_log(self, before: str, text: str, success: bool) -> None:
        payload = {**PAYLOAD, "success": success, "stdout": text}
        assert payload_of(f"{before}{json.dumps(payload)}{before}", lenient=True) == payload

    @given(st.text(alphabet='{}"\\`json\n: ,'))
    def test_no_output_is_too_odd(self, output: str) -> None:
        for lenient in (True, False):
            with pytest.raises(OutputParseError):
                payload_of(output, lenient=lenient)

    @pytest.mark.parametrize(
        ("word", "expected"), [("1", True), ("TRUE", True), (" on ", True), ("0", False), ("", False)]
    )
    def test_the_variable(self, word: str, expected: bool) -> None:
        assert is_lenient({"ATC_PROOF_EXECUTOR_LENIENT_JSON": word}) is expected


class TestCoercions:
    def report(self, scratch: Scratch, **keys: object) -> Any:
        return report_from_payload({**PAYLOAD, **keys}, scratch, 1.5, {})

    @pytest.mark.parametrize(
        ("value", "expected", "warns"),
        [
            (True, True, False),
            (False, False, False),
            *((1, True, True), (0, False, True), (2, True, True)),
            *((" Yes ", True, True), ("on", True, True), ("1", True, True), ("no", False, True)),
            *((None, False, True), (1.0, False, True), ([1], False, True), ({}, False, True)),
        ],
    )
    def test_success(self, scratch: Scratch, value: object, expected: bool, warns: bool) -> None:
        report = self.report(scratch, success=value)
        assert (report.success, bool(report.warnings)) == (expected, warns)

    @pytest.mark.parametrize(
        ("value", "expected"),
        [(12, 12), (12.7, 12), ("12", 12), (None, 1500), ("soon", 1500), (-1, 1500), (True, 1500)]
        + [(float("nan"), 1500), (float("inf"), 1500), ("9" * 400, 1500)],
    )
    def test_duration(self, scratch: Scratch, value: object, expected: int) -> None:
        assert self.report(scratch, duration_ms=value).duration_ms == expected

    @pytest.mark.parametrize(
        ("value", "expected"),
        [("a", "a"), ("a, b", ["a", "b"]), (["a", "b"], ["a", "b"]), (["a"], "a"), (None, None), (7, None)],
    )
    def test_category(self, scratch: Scratch, value: object, expected: object) -> None:
        report = self.report(scratch, success=False, error_category=value)
        assert report.as_json().get("error_category") == expected

    def test_success_has_no_category(self, scratch: Scratch) -> None:
        assert "error_category" not in self.report(scratch, error_category="odd").as_json()

    @pytest.mark.parametrize(
        ("value", "expected"), [("a\nb\n", ["a", "b"]), (["a\nb"], ["a\nb"]), (None, []), ("", []), ({}, [])]
    )
    def test_diagnostics(self, scratch: Scratch, value: object, expected: list[str]) -> None:
        assert self.report(scratch, diagnostics=value).as_json()["diagnostics"] == expected

    def test_what_is_kept(self, scratch: Scratch) -> None:
        document = self.report(scratch, command="c", artifacts=[1], error="e", other=2).as_json()
        assert (document["command"], document["artifacts"], document["error"]) == ("c", [1], "e")
        assert "other" not in document


class TestRequests:
    def test_a_request_survives_the_wire(self, scratch: Scratch) -> None:
        assert scratch_from_json(json.loads(json.dumps(scratch.as_json()))) == scratch

    @pytest.mark.parametrize(("given_s", "expected"), [(None, None), (0, None), (2.5, 2.5), (60, 60.0)])
    def test_time_limits(self, given_s: object, expected: float | None) -> None:
        document = {"problem_id": "p", "mode": "proof", "scratch_file": "/x", "timeout_sec": given_s}
        assert scratch_from_json(document).timeout_s == expected

    @pytest.mark.parametrize(
        "change",
        [{"mode": "guess"}, {"mode": None}, {"problem_id": 1}, {"scratch_file": ""}, {"scratch_file": "a\0"}]
        + [{"timeout_sec": -1}, {"timeout_sec": "60"}, {"timeout_sec": True}, {"timeout_sec": float("nan")}],
    )
    def test_broken_requests(self, change: dict[str, object]) -> None:
        with pytest.raises(UsageError):
            scratch_from_json({"problem_id": "p", "mode": "proof", "scratch_file": "/x", **change})

    def test_the_command_in_the_environment(self) -> None:
        assert executor_words({}) == executor_words({EXECUTOR_VARIABLE: "  "}) == []
        assert executor_words({EXECUTOR_VARIABLE: f" {sys.executable} 'a b' "}) == [sys.executable, "a b"]
        with pytest.raises(UsageError):
            executor_words({EXECUTOR_VARIABLE: "'open"})
