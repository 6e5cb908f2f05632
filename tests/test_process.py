"""One text in one `lean` process: answers, limits, and nothing that is left behind."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import imitation
import pytest
from reading import read_of, reading

from tactic_mesh.errors import LeanUnavailable
from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.process import check_with_process
from tactic_mesh.lean.toolchain import Kind, Toolchain, find_toolchain
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.sandbox.policy import Promise
from tactic_mesh.sandbox.run import assured, plan
from tactic_mesh.theorem import NoVerdict

Check = Callable[..., RawAnswer | NoVerdict]


@pytest.fixture
def check(toolchain: Toolchain, library: Library) -> Check:
    """Check a text with the embedded Lean; keywords are limits."""

    def run(text: str, **limits: float) -> RawAnswer | NoVerdict:
        bounds = Limits(**limits)  # type: ignore[arg-type]
        return asyncio.run(check_with_process(toolchain, text, bounds, search_path=library.path))

    return run


@pytest.fixture
def fake(tmp_path: Path) -> Callable[[str], Toolchain]:
    """A toolchain whose `lean` is a shell script."""

    def make(body: str) -> Toolchain:
        lean = imitation.script(tmp_path / "fake" / "bin" / "lean", f"#!/bin/sh\n{body}\n")
        return Toolchain(Kind.INSTALLED, "4.35.0", "0" * 40, "", "a test", lean=lean)

    return make


def ask(toolchain: Toolchain, text: str = "", wall_s: float = 10.0) -> RawAnswer | NoVerdict:
    return asyncio.run(check_with_process(toolchain, text, Limits(wall_s=wall_s)))


def answered(answer: RawAnswer | NoVerdict) -> RawAnswer:
    assert isinstance(answer, RawAnswer), answer
    return answer


class TestAnswers:
    def test_a_good_text(self, check: Check) -> None:
        answer = answered(check("theorem t : 1 + 1 = 2 := by decide\n"))
        assert (answer.messages, answer.errors, answer.exit_code, answer.truncated) == ((), 0, 0, False)

    def test_a_bad_text_with_positions_in_code_points(self, check: Check) -> None:
        answer = answered(check("-- ∀∀∀\ntheorem t : ∀ p : Prop, p → p := fun p h => q\n"))
        assert (answer.errors, answer.exit_code) == (1, 1)
        (message,) = answer.messages
        assert message["severity"] == "error"
        assert message["pos"] == {"line": 2, "column": 44}

    def test_an_unknown_name_is_no_variable(self, check: Check) -> None:
        assert answered(check("example (n : Nat) (h : n = foo) : n = foo := h\n")).errors >= 1

    def test_a_name_of_leans_own_code_is_the_users(self, check: Check) -> None:
        text = "def List.sum : List Nat → Nat\n  | [] => 0\n  | x :: xs => x + List.sum xs\n#eval List.sum [1, 2, 3]\n"
        answer = answered(check(text))
        assert [message["data"] for message in answer.messages if message["severity"] != "error"] == [
            "6"
        ] or (answer.errors and "already been declared" in str(answer.messages))

    def test_a_flood_of_messages_is_cut_but_every_error_counts(self, check: Check) -> None:
        answer = answered(check("#check x\n" * 60, output_bytes=2000))
        assert answer.truncated
        assert 0 < len(answer.messages) < 60
        assert answer.errors == 60

    def test_a_text_that_is_no_lean(self, check: Check) -> None:
        assert answered(check("(" * 100_000)).errors == 1
        assert answered(check("")).messages == ()


class TestLimits:
    def test_wall_clock(self, check: Check) -> None:
        started = time.monotonic()
        answer = check("theorem t : True := by repeat skip\n", wall_s=0.8)
        assert isinstance(answer, NoVerdict)
        assert (answer.reason, answer.retryable) == ("timeout", True)
        assert time.monotonic() - started < 10

    def test_processor_time(self, check: Check) -> None:
        answer = check("theorem t : True := by repeat skip\n", cpu_s=1, wall_s=60)
        assert isinstance(answer, NoVerdict)
        assert answer.reason == "timeout"

    def test_memory(self, check: Check) -> None:
        text = "theorem t : (List.replicate (2^30) 0).length = 0 := by decide\n#eval (List.replicate (2^33) 0).length\n"
        answer = check(text, memory_bytes=200 << 20, wall_s=60)
        assert isinstance(answer, NoVerdict)
        assert answer.reason == "memory"

    def test_a_crash(self, check: Check) -> None:
        answer = check("#eval 2 ^ (2 ^ 40)\n")
        assert isinstance(answer, NoVerdict)
        assert (answer.reason, answer.retryable) == ("crash", False)
        assert "too big" in answer.detail

    def test_afterwards_all_is_well(self, check: Check) -> None:
        check("#eval 2 ^ (2 ^ 40)\n")
        assert answered(check("theorem t : True := trivial\n")).errors == 0


class TestForgery:
    """Whatever comes out of the process, silence and forged lines are no good answer."""

    @pytest.mark.parametrize(
        "body",
        [
            "exit 1",
            "exit 3",
            "echo 'all is proved'",
            'echo \'{"severity": "fine"}\'',
            "echo '[]'",
            "kill -SEGV $$",
            "head -c 5000000 /dev/zero",
        ],
    )
    def test_no_answer(self, fake: Callable[[str], Toolchain], body: str) -> None:
        answer = ask(fake(body))
        assert isinstance(answer, NoVerdict)
        assert (answer.reason, answer.retryable) == ("crash", False)

    def test_killed_from_outside_is_memory(self, fake: Callable[[str], Toolchain]) -> None:
        answer = ask(fake("kill -KILL $$"))
        assert isinstance(answer, NoVerdict)
        assert answer.reason == "memory"

    def test_an_error_counts_whatever_the_exit_code(self, fake: Callable[[str], Toolchain]) -> None:
        message = '{"severity": "error", "data": "no", "pos": {"line": 1, "column": 0}}'
        assert answered(ask(fake(f"echo '{message}'"))).errors == 1

    def test_a_line_without_its_end_is_read(self, fake: Callable[[str], Toolchain]) -> None:
        message = '{"severity": "error", "data": "no", "pos": {"line": 1, "column": 0}}'
        assert answered(ask(fake(f"printf %s '{message}'; exit 1"))).errors == 1

    def test_a_flood_on_standard_error(self, fake: Callable[[str], Toolchain]) -> None:
        answer = ask(fake("head -c 50000000 /dev/zero >&2; exit 2"))
        assert isinstance(answer, NoVerdict)
        assert len(answer.detail) < 1000

    def test_a_program_that_cannot_be_started(self, tmp_path: Path) -> None:
        gone = Toolchain(Kind.INSTALLED, "4.35.0", "0" * 40, "", "a test", lean=tmp_path / "gone")
        with pytest.raises(LeanUnavailable, match="Cannot start"):
            ask(gone)

    def test_a_folder_that_is_gone(self, fake: Callable[[str], Toolchain], tmp_path: Path) -> None:
        with pytest.raises(LeanUnavailable, match="Cannot start"):
            ask(_in_folder(fake("exit 0"), tmp_path / "gone"))


def _in_folder(toolchain: Toolchain, folder: Path) -> Toolchain:
    return Toolchain(
        Kind.PROJECT,
        "4.35.0",
        "0" * 40,
        "",
        "a test",
        lean=toolchain.lean,
        lake=toolchain.lean,
        project=folder,
    )


class TestNothingIsLeft:
    def test_children_that_stay_in_the_group_die_with_it(self, fake: Callable[[str], Toolchain]) -> None:
        nap = f"77.{os.getpid()}"
        started = time.monotonic()
        assert answered(ask(fake(f"sleep {nap} & exit 0"))).messages == ()
        assert time.monotonic() - started < 20
        assert _gone(nap)

    def test_one_that_leaves_the_group(self, fake: Callable[[str], Toolchain]) -> None:
        nap = f"78.{os.getpid()}"
        assert answered(ask(fake(f"setsid sh -c 'sleep {nap} &' & sleep 0.3; exit 0"))).messages == ()
        assert _gone(nap)

    def test_one_that_closes_its_pipes_and_stays(self, fake: Callable[[str], Toolchain]) -> None:
        started = time.monotonic()
        answer = ask(fake("exec >&- 2>&-; exec sleep 60"), wall_s=1.0)
        assert isinstance(answer, NoVerdict)
        assert answer.reason == "timeout"
        assert time.monotonic() - started < 20

    def test_cancelling_ends_it_at_once(self, fake: Callable[[str], Toolchain]) -> None:
        nap = f"79.{os.getpid()}"
        toolchain = fake(f"exec sleep {nap}")

        async def give_up() -> None:
            async with asyncio.timeout(1.0):
                await check_with_process(toolchain, "", Limits(wall_s=60))

        started = time.monotonic()
        with pytest.raises(TimeoutError):
            asyncio.run(give_up())
        assert time.monotonic() - started < 20
        assert _gone(nap)


def _gone(word: str) -> bool:
    """Whether no process has `word` on its command line; waits a moment for it."""
    for _ in range(100):
        if not any(word.encode() in words for words in _command_lines()):
            return True
        time.sleep(0.05)
    return False


def _command_lines() -> Iterator[list[bytes]]:
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            yield file.read_bytes().split(b"\0")


confined = pytest.mark.skipif(
    Promise.FILES not in assured(plan()),
    reason="no layer of the sandbox that keeps files works on this machine",
)


class TestNothingGetsOut:
    """An installed Lean runs anybody's text: what the program tries stands for what a text can do."""

    def test_no_secret_of_the_environment(
        self, fake: Callable[[str], Toolchain], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SOME_API_KEY", "the secret")
        answer = ask(fake("env >&2; exit 7"))
        assert isinstance(answer, NoVerdict)
        assert "LEAN_BACKTRACE=0" in answer.detail
        assert "secret" not in answer.detail

    @confined
    def test_no_file_of_the_user(self, fake: Callable[[str], Toolchain], tmp_path: Path) -> None:
        (tmp_path / "secret").write_text("the secret")
        answer = ask(fake(f"cat {tmp_path}/secret >&2; echo gone > {tmp_path}/secret; exit 7"))
        assert isinstance(answer, NoVerdict)
        assert "secret: " in answer.detail and "the secret" not in answer.detail
        assert (tmp_path / "secret").read_text() == "the secret"

    @confined
    def test_the_toolchain_cannot_be_changed(self, fake: Callable[[str], Toolchain], tmp_path: Path) -> None:
        lean = fake("echo changed >> $0; exit 0")
        assert isinstance(ask(lean), RawAnswer)
        assert lean.lean is not None and "changed\n" not in lean.lean.read_text().split("exit 0")[1]

    @confined
    def test_a_text_cannot_read_files_of_the_user(self, check: Check, tmp_path: Path) -> None:
        with read_of(tmp_path / "fifo") as was_read:
            check(reading(tmp_path / "fifo"), wall_s=5)
        assert not was_read()


class TestInstalled:
    def test_an_installed_lean_keeps_its_defaults(
        self, toolchain: Toolchain, library: Library, tmp_path: Path
    ) -> None:
        lean = imitation.install(tmp_path / "installed", toolchain, library)
        found = find_toolchain(str(lean), None, None, os.environ)
        # `autoImplicit` is Lean's default: the unknown name becomes a variable.
        assert answered(ask(found, "example (n : Nat) (h : n = foo) : n = foo := h\n")).errors == 0

    def test_a_project_is_asked_through_lake(
        self, toolchain: Toolchain, library: Library, tmp_path: Path
    ) -> None:
        prefix = tmp_path / "installed"
        imitation.install(prefix, toolchain, library)
        project = imitation.make_project(tmp_path / "project")
        found = find_toolchain(str(prefix), project, None, os.environ)
        lib = project / ".lake" / "build" / "lib" / "lean"
        lib.mkdir(parents=True)
        missing = answered(ask(found, "import Demo\n"))
        assert missing.errors == 1
        assert "Demo" in str(missing.messages)
        (lib / "Demo.olean").write_bytes((library.path / "Init.olean").read_bytes())
        assert answered(ask(found, "import Demo\ntheorem t : True := trivial\n")).errors == 0

    @confined
    def test_a_project_is_not_changed(self, toolchain: Toolchain, library: Library, tmp_path: Path) -> None:
        prefix = tmp_path / "installed"
        imitation.install(prefix, toolchain, library)
        imitation.script(prefix / "bin" / "lake", "#!/bin/sh\necho changed > lakefile.toml\nexit 3\n")
        project = imitation.make_project(tmp_path / "project")
        found = find_toolchain(str(prefix), project, None, os.environ)
        assert isinstance(ask(found), NoVerdict)
        assert "changed" not in (project / "lakefile.toml").read_text()

    def test_packages_that_lie_elsewhere_are_found(
        self, toolchain: Toolchain, library: Library, tmp_path: Path
    ) -> None:
        prefix = tmp_path / "installed"
        imitation.install(prefix, toolchain, library)
        lake = (prefix / "bin" / "lake").read_text()
        path = "$PWD/../near/lib:$PWD/.lake/packages/far/lib:"
        imitation.script(prefix / "bin" / "lake", lake.replace('LEAN_PATH="', f'LEAN_PATH="{path}'))
        project = imitation.make_project(tmp_path / "project")
        for name, folder in (("Near", tmp_path / "near"), ("Far", tmp_path / "far")):
            (folder / "lib").mkdir(parents=True)
            (folder / "lib" / f"{name}.olean").write_bytes((library.path / "Init.olean").read_bytes())
        (project / ".lake" / "packages").mkdir(parents=True)
        (project / ".lake" / "packages" / "far").symlink_to(tmp_path / "far")
        manifest = {"packages": [{"type": "path", "name": "near", "dir": "../near"}]}
        (project / "lake-manifest.json").write_text(json.dumps(manifest))
        found = find_toolchain(str(prefix), project, None, os.environ)
        assert answered(ask(found, "import Near\n")).errors == 0
        assert answered(ask(found, "import Far\n")).errors == 0
