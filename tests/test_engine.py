"""`tactic-mesh engine`: an executor for others, and the same command line as the source's own verifier."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import imitation
import pytest

from tactic_mesh.lean.library import Library
from tactic_mesh.lean.toolchain import Toolchain

COMMAND = [sys.executable, "-m", "tactic_mesh.cli.main", "engine"]
SCRIPTED = f"{sys.executable} -m tactic_mesh.verify.executor.scripted"
GOOD = "theorem t : 1 + 1 = 2 := by decide\n"
WALL_S = 90.0

pytestmark = pytest.mark.usefixtures("library")


def run(*words: str, given: str = "", **environ: str) -> subprocess.CompletedProcess[bytes]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("ATC_")}
    done = subprocess.run(
        [*COMMAND, *words],
        input=given.encode(),
        capture_output=True,
        timeout=WALL_S,
        check=False,
        env={**env, **environ},
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


def answered(done: subprocess.CompletedProcess[bytes]) -> dict[str, Any]:
    """The answer: one line of JSON, with nothing before or after it."""
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.count(b"\n") == 1
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def ask(file: Path, mode: str = "proof", timeout_s: float | None = 60, **environ: str) -> dict[str, Any]:
    """One request on standard input."""
    request = {"problem_id": "p-ζ", "mode": mode, "scratch_file": str(file), "timeout_sec": timeout_s}
    return answered(run(given=json.dumps(request), **environ))


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "Scratch.lean"
        path.write_text(text, encoding="utf-8")
        return path

    return write


class TestExecutor:
    @pytest.mark.parametrize("mode", ["proof", "counterexample"])
    def test_success(self, file: Callable[[str], Path], mode: str) -> None:
        path = file(GOOD)
        answer = ask(path, mode, None)
        assert (answer["problem_id"], answer["mode"], answer["success"]) == ("p-ζ", mode, True)
        assert "error_category" not in answer
        assert (answer["trust"], answer["theorems"]) == ("replayed", ["t"])
        metadata = answer["executor_metadata"]
        assert metadata["scratch_sha256"] == hashlib.sha256(GOOD.encode()).hexdigest()
        assert (metadata["scratch_file"], metadata["timeout_sec"], metadata["mode"]) == (
            str(path),
            None,
            mode,
        )
        assert "4.35.0" in metadata["toolchain"] and metadata["executor_type"] == "external"

    def test_an_error_of_lean_is_in_the_diagnostics(self, file: Callable[[str], Path]) -> None:
        path = file("theorem t (n : Nat) : n + 0 = 1 := by\n  rfl\n")
        answer = ask(path)
        assert (answer["success"], answer["error_category"]) == (False, "local_lean_failure")
        assert answer["diagnostics"][0].startswith(f"{path}:2:2: error: ")
        assert "⊢ n + 0 = 1" in answer["diagnostics"]
        assert answer["stdout"].split("\n") == answer["diagnostics"]

    @pytest.mark.parametrize(
        ("text", "category", "words"),
        [
            ("theorem t : 1 = 2 := by sorry\n", "contains_sorry", "sorry"),
            ("axiom a : 1 = 2\ntheorem t : 1 = 2 := a\n", "axiom_not_allowed", "axiom_not_allowed: a"),
            ("def f := 1\n", "no_theorem", "no_theorem"),
            ("theorem t : 1 = 2 := sorryAx _ true\n", "contains_sorry", ""),
        ],
    )
    def test_what_lean_alone_would_let_pass(
        self, file: Callable[[str], Path], text: str, category: str, words: str
    ) -> None:
        answer = ask(file(text))
        assert (answer["success"], answer["error_category"]) == (False, category)
        assert any(words in line for line in answer["diagnostics"]) or not words

    def test_an_axiom_that_is_allowed(self, file: Callable[[str], Path]) -> None:
        path = file("axiom a : 1 = 2\ntheorem t : 1 = 2 := a\n")
        words = ("--problem-id", "p", "--scratch-file", str(path), "--allow-axiom", "a")
        answer = answered(run(*words))
        assert (answer["success"], answer["axioms"]) == (True, ["a"])

    def test_a_time_out_is_an_answer_in_time(self, file: Callable[[str], Path]) -> None:
        text = "set_option maxHeartbeats 0\ntheorem t : 1 = 2 := by repeat skip\n"
        answer = ask(file(text), timeout_s=2)
        assert (answer["success"], answer["error_category"]) == (False, "local_lean_timeout")
        assert (answer["outcome"], answer["no_verdict"]["reason"]) == ("no_verdict", "timeout")
        assert answer["diagnostics"]

    @pytest.mark.parametrize("raw", [b"theorem t : 1 = 1 := rfl -- \xff\n", None])
    def test_a_file_that_cannot_be_read(self, tmp_path: Path, raw: bytes | None) -> None:
        path = tmp_path / "Scratch.lean"
        if raw is not None:
            path.write_bytes(raw)
        answer = ask(path)
        assert (answer["success"], answer["error_category"]) == (False, "scratch_unreadable")
        assert str(path) in answer["stderr"]

    @pytest.mark.parametrize(
        "given", ["", "no JSON", "[]", '{"problem_id": "p"}', '{"problem_id": "p", "mode": "guess"}']
    )
    def test_a_request_that_is_none(self, given: str) -> None:
        done = run(given=given)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"error: " in done.stderr

    def test_it_never_calls_an_executor_itself(self, file: Callable[[str], Path]) -> None:
        answer = ask(file(GOOD), ATC_PROOF_EXECUTOR=f"{SCRIPTED} failure")
        assert answer["success"] is True and "claimed" not in answer

    def test_the_lean_of_the_files_own_project(
        self, tmp_path: Path, toolchain: Toolchain, library: Library
    ) -> None:
        lean = imitation.install(tmp_path / "toolchain", toolchain, library)
        imitation.install_elan(tmp_path / "home")
        imitation.add_to_elan(tmp_path / "home", imitation.PIN, lean.parent.parent)
        project = imitation.make_project(tmp_path / "project")
        path = project / "Scratch.lean"
        path.write_text(GOOD)
        answer = ask(path, HOME=str(tmp_path / "home"), ELAN_HOME=str(tmp_path / "home" / ".elan"))
        assert answer["success"] is True, answer
        assert answer["executor_metadata"]["toolchain"] == imitation.PIN
        assert answer["trust"] == "elaborated"  # as surely as that Lean can be asked

    def test_a_project_whose_lean_is_missing(self, tmp_path: Path) -> None:
        path = imitation.make_project(tmp_path / "project", "leanprover/lean4:v4.1.0") / "Scratch.lean"
        path.write_text(GOOD)
        answer = ask(path, HOME=str(tmp_path), ELAN_HOME=str(tmp_path / ".elan"))
        assert (answer["success"], answer["error_category"]) == (False, "local_lean_unavailable")
        assert "elan toolchain install" in answer["stderr"]
        assert answer["executor_metadata"]["scratch_sha256"] is None  # nothing was checked


class TestCommandLine:
    def words(self, path: Path, *more: str) -> tuple[str, ...]:
        return ("--problem-id", "p", "--mode", "proof", "--scratch-file", str(path), *more)

    def test_our_own_lean(self, file: Callable[[str], Path]) -> None:
        answer = answered(run(*self.words(file(GOOD), "--timeout", "0")))
        assert (answer["success"], answer["executor_metadata"]["executor_type"]) == (True, "local")
        assert answer["executor_metadata"]["timeout_sec"] is None

    def test_the_executor_that_the_environment_names(self, file: Callable[[str], Path]) -> None:
        executor = {"ATC_PROOF_EXECUTOR": SCRIPTED}
        path = file(GOOD)
        answer = answered(run(*self.words(path), ATC_MOCK_PROOF_EXECUTOR_SCENARIO="success", **executor))
        assert (answer["success"], answer["claimed"], answer["outcome"]) == (True, True, "proved")
        assert answer["command"] == SCRIPTED.split()
        answer = answered(run(*self.words(path), ATC_MOCK_PROOF_EXECUTOR_SCENARIO="other", **executor))
        assert (answer["success"], answer["error_category"]) == (False, "scripted_failure")

    def test_round_trip(self, file: Callable[[str], Path]) -> None:
        """Our client drives our engine, which checks; what it claims is checked again."""
        executor = {"ATC_PROOF_EXECUTOR": " ".join(COMMAND)}
        answer = answered(run(*self.words(file(GOOD)), **executor))
        assert (answer["success"], answer["claimed"], answer["outcome"]) == (True, True, "proved")
        reported = answer["executor_metadata_reported"]
        assert reported["scratch_sha256"] == answer["executor_metadata"]["scratch_sha256"]
        answer = answered(run(*self.words(file("theorem t : 1 = 2 := sorry\n")), **executor))
        assert (answer["success"], answer["claimed"], answer["error_category"]) == (
            *(False, False),
            "contains_sorry",
        )

    def test_a_rung(self, file: Callable[[str], Path]) -> None:
        answer = answered(run(*self.words(file(GOOD), "--trust", "elaborated")))
        assert (answer["success"], answer["trust"]) == (True, "elaborated")
        answer = answered(run(*self.words(file(GOOD), "--trust", "independent")))
        assert (answer["success"], answer["error_category"]) == (False, "local_lean_unavailable")

    @pytest.mark.parametrize("more", [("--timeout", "-1"), ("--mode", "guess"), ("--nonsense",)])
    def test_usage(self, file: Callable[[str], Path], more: tuple[str, ...]) -> None:
        done = run(*self.words(file(GOOD), *more))
        assert (done.returncode, done.stdout) == (2, b"")
