"""The commands as a user meets them: exit codes, what goes to stdout and what to stderr, and the documents."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import warm

from tactic_mesh.lean.library import Library

COMMAND = [sys.executable, "-m", "tactic_mesh.cli.main"]
WALL_S = 60.0
GOOD = "theorem t : 1 + 1 = 2 := by decide\n"
WRONG = "theorem t : 1 = 2 := by decide\n"
UNFINISHED = "theorem t : 1 + 1 = 2 := by sorry\n"
ENDLESS = "set_option maxHeartbeats 0\ntheorem t : 1 = 2 := by repeat skip\n"

LEAN_KEYS = {"version", "commit", "library", "library_sha256"}
CHECK_KEYS = {"schema", "exit", "files", "lean", "spent"}
FILE_KEYS = {
    "file",
    "outcome",
    "reason",
    "reasons",
    "tampering",
    "statement_source",
    "statement_sha256",
    "exit",
    "trust",
    "rung_checked",
    "theorems",
    "axioms",
    "diagnostics",
    "hints",
    "cached",
    "certificate",
} | {"wall_s"}
DIAGNOSTIC_KEYS = {
    "severity",
    "line",
    "column",
    "end_line",
    "end_column",
    "kind",
    "error_class",
    "text",
    "goals",
}
RESULT_KEYS = {"schema", "outcome", "reason", "exit", "trust", "theorem", "proof", "lean_file", "axioms"} | {
    *("certificate", "diagnostics", "hints", "lean", "spent", "refutation", "by", "attempts", "usage"),
    *("partial", "timed_out"),
}

HARD = "∀ a b c : Nat, 0 < a → 0 < b → a ^ 3 + b ^ 3 ≠ c ^ 3"

pytestmark = pytest.mark.usefixtures("library")


def run(*words: str, text: str | bytes = "", **environ: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own. No ending of it may show a traceback."""
    given = text.encode() if isinstance(text, str) else text
    env = {**os.environ, "COLUMNS": "80", **environ}
    done = subprocess.run(
        [*COMMAND, *words], input=given, capture_output=True, timeout=WALL_S, check=False, env=env
    )
    ended = subprocess.CompletedProcess(words, done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ended.stderr, ended.stderr
    assert ended.returncode != 70
    return ended


def _without_privileges() -> None:
    """In a child before it becomes the command: file permissions bind it, whoever it is (Linux)."""
    for capability in (1, 2):  # to write, and to read, whatever the permissions say
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


def document(ended: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """The one JSON document on stdout."""
    parsed: dict[str, Any] = json.loads(ended.stdout)
    assert parsed["exit"] == ended.returncode
    return parsed


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], str]:
    """Write a Lean file; its path."""

    def write(text: str, name: str = "A.lean") -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


class TestCheck:
    @pytest.mark.parametrize(
        ("text", "exit_code", "last_line"),
        [
            (GOOD, 0, "-: proved, trust replayed (1 theorem); the statements are the file's own"),
            ("", 1, "-: incomplete"),
            ("def f := 1\ninductive T where | a (n : Nat)\n", 1, "-: incomplete (axioms: propext)"),
            (WRONG, 1, "-: rejected (1 theorem; axioms: sorryAx)"),
            (UNFINISHED, 1, "-: incomplete (1 theorem; axioms: sorryAx)"),
            ("axiom a : False\n", 1, "-: rejected (axioms: a)"),
        ],
    )
    def test_standard_input(self, text: str, exit_code: int, last_line: str) -> None:
        ended = run("check", "-", text=text)
        assert (ended.returncode, ended.stdout.splitlines()[-1], ended.stderr) == (exit_code, last_line, "")

    @pytest.mark.parametrize("text", ["", "def f := 1\n", "example : 1 = 1 := rfl\n", "-- a remark\n"])
    def test_a_text_without_a_theorem_proves_nothing(self, text: str) -> None:
        ended = run("check", "-", text=text)
        assert ended.returncode == 1
        assert "no_theorem: there is nothing to judge: a `theorem` was looked for" in ended.stdout

    def test_an_instance_that_is_a_proposition_is_a_theorem(self) -> None:
        text = "class C (n : Nat) : Prop where\n  h : n = n\ninstance three : C 3 := ⟨rfl⟩\n"
        assert run("check", "-", text=text).returncode == 0

    def test_diagnostics_as_lean_writes_them(self, file: Callable[[str], str]) -> None:
        path = file(f"-- 😀 é\n{WRONG}")
        lines = run("check", path).stdout.splitlines()
        assert lines[0].startswith(f"{path}:2:24: error: Tactic `decide` proved")
        assert lines[-1] == f"{path}: rejected (1 theorem; axioms: sorryAx)"

    def test_several_files(self, file: Callable[..., str]) -> None:
        paths = [file(GOOD, "A.lean"), file(WRONG, "B.lean"), file(GOOD, "C.lean"), "missing.lean"]
        parsed = document(run("check", "--json", *paths))
        assert set(parsed) == CHECK_KEYS
        assert parsed["schema"] == "tactic-mesh/check@1"
        assert [row["outcome"] for row in parsed["files"]] == ["proved", "rejected", "proved", None]
        assert [row["exit"] for row in parsed["files"]] == [0, 1, 0, 2]
        assert parsed["exit"] == 2
        assert set(parsed["lean"]) == LEAN_KEYS
        assert set(parsed["files"][0]) == set(parsed["files"][1]) == FILE_KEYS
        assert set(parsed["files"][1]["diagnostics"][0]) == DIAGNOSTIC_KEYS
        assert (parsed["files"][0]["trust"], parsed["files"][1]["trust"]) == ("replayed", None)

    def test_no_verdict(self) -> None:
        ended = run("check", "-", "--timeout", "1", "--json", text=ENDLESS)
        row = document(ended)["files"][0]
        assert (ended.returncode, row["outcome"], row["reason"]) == (3, "no_verdict", "timeout")
        assert set(row) == {"file", "outcome", "exit", "reason", "detail", "retryable"}

    def test_allowed_axiom(self) -> None:
        assert (
            run(
                "check", "-", "--allow-axiom", "a", text="axiom a : False\ntheorem t : 1 = 2 := a.elim\n"
            ).returncode
            == 0
        )

    def test_a_module_that_the_core_library_lacks(self) -> None:
        ended = run("check", "-", text="import Mathlib\n" + GOOD)
        hints = [line for line in ended.stdout.splitlines() if "hint: " in line]
        assert ended.returncode == 1
        assert "search path" not in ended.stdout
        assert len(hints) == 1
        assert "`Mathlib`" in hints[0]

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (("missing.lean",), "No such file"),
            (("/",), "directory"),
            (("-", "-"), "only once"),
            (("-", "--timeout", "0"), "--timeout must be a positive number"),
            (("-", "--timeout", "inf"), "--timeout must be a positive number"),
            (("-", "--timeout", "nan"), "--timeout must be a positive number"),
            (("-", "--timeout", "soon"), "--timeout"),
            (("-", "--jobs", "-1"), "--jobs must be a positive number"),
            (("-", "--memory", "0"), "--memory-mib must be a positive number"),
            (("--jsno", "-"), "--jsno"),
            ((), "FILES is missing"),
            (("-", "--timeout"), "--timeout is missing, or has no value\nTry `tactic-mesh check --help`."),
            (("-", "--lean", "/nowhere/lean"), "/nowhere/lean"),
        ],
    )
    def test_usage(self, words: tuple[str, ...], says: str) -> None:
        ended = run("check", *words, text=GOOD)
        assert ended.returncode in (2, 3)
        assert ended.returncode == 2 or "--lean" in words
        assert ended.stdout == ""
        assert ended.stderr.startswith("error: ")
        assert says in ended.stderr

    @pytest.mark.parametrize(
        ("raw", "says"),
        [(b"\xff", "not UTF-8"), (b"a\0", "NUL"), (b" " * ((4 << 20) + 1), "Split it")],
    )
    def test_what_is_no_lean_text(self, raw: bytes, says: str) -> None:
        ended = run("check", "-", text=raw)
        assert (ended.returncode, ended.stdout) == (2, "")
        assert says in ended.stderr


class TestProve:
    def test_a_statement(self) -> None:
        ended = run("prove", "∀ n : Nat, n + 0 = n")
        assert ended.returncode == 0
        assert ended.stdout.startswith("theorem claim : ∀ n : Nat, n + 0 = n := by\n")
        assert ended.stderr.startswith("proved, trust replayed; axioms: ")
        assert ended.stderr.count("\n") == 1
        assert run("check", "-", text=ended.stdout).returncode == 0

    def test_the_document(self) -> None:
        ended = run("prove", "2 + 2 = 4", "--json", "--name", "Demo.four")
        parsed = document(ended)
        assert set(parsed) == RESULT_KEYS
        assert (parsed["schema"], parsed["outcome"]) == ("tactic-mesh/result@1", "proved")
        assert (parsed["reason"], parsed["trust"]) == (None, "replayed")
        assert set(parsed["theorem"]) == {"name", "statement", "sha256"}
        assert parsed["theorem"]["name"] == "Demo.four"
        assert parsed["lean_file"] == f"theorem Demo.four : 2 + 2 = 4 := {parsed['proof']}\n"
        assert set(parsed["lean"]) == LEAN_KEYS
        assert set(parsed["spent"]) == {"wall_s", "tactics", "checks", "tokens", "dollars", "experts"}
        assert ended.stderr == ""

    def test_the_same_keys_without_a_proof(self) -> None:
        ended = run("prove", HARD, "--json", "--max-checks", "5")
        parsed = document(ended)
        assert set(parsed) == RESULT_KEYS
        assert (parsed["outcome"], parsed["exit"]) == ("not_found", 1)
        assert (parsed["proof"], parsed["lean_file"], parsed["trust"]) == (None, None, None)
        assert parsed["spent"]["tactics"] == 5

    def test_not_found(self) -> None:
        ended = run("prove", HARD, "--max-checks", "40")
        assert (ended.returncode, ended.stdout) == (1, "")
        assert ended.stderr.startswith("not_found: no proof within the budget")

    def test_refuted(self) -> None:
        ended = run("prove", "∀ n : Nat, n = n + 1")
        assert ended.returncode == 1
        assert ended.stdout.startswith("theorem not_claim : ¬ (∀ n : Nat, n = n + 1) := by\n")
        assert ended.stderr.startswith("refuted: false for n := 0")
        parsed = document(run("prove", "∀ n : Nat, n = n + 1", "--json"))
        assert set(parsed) == RESULT_KEYS
        assert (parsed["outcome"], parsed["exit"], parsed["lean_file"]) == ("refuted", 1, None)
        assert parsed["refutation"]["instance"] == [{"name": "n", "value": "0"}]
        assert parsed["refutation"]["lean_file"] == ended.stdout

    def test_a_name_that_nothing_binds(self) -> None:
        ended = run("prove", "n + 0 = n")
        assert ended.returncode == 2
        assert ended.stderr.count("hint: Nothing binds `n`: variables are bound in the statement") == 1

    def test_an_invalid_statement(self) -> None:
        ended = run("prove", "∀ n : Nat,\n  n = (foo", "--json")
        parsed = document(ended)
        assert (parsed["outcome"], parsed["exit"]) == ("invalid_statement", 2)
        assert set(parsed["diagnostics"][0]) == {"of", "file", *DIAGNOSTIC_KEYS}
        assert (parsed["diagnostics"][0]["line"], parsed["diagnostics"][0]["column"]) == (2, 10)

    def test_a_theorem_of_a_file(self, file: Callable[[str], str], tmp_path: Path) -> None:
        text = f"import Init\nnamespace A\n/-- doc -/ {UNFINISHED}end A\n"
        path = file(text)
        output = tmp_path / "Done.lean"
        ended = run("prove", path, "--output", str(output))
        assert (ended.returncode, ended.stdout) == (0, "")
        assert f"written to {output}" in ended.stderr
        assert output.read_text().startswith(text[: text.index("by sorry")])
        assert output.read_text().endswith("\nend A\n")
        assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".")] == []
        assert run("check", str(output)).returncode == 0
        assert run("prove", f"{path}:A.t", "--max-checks", "100").returncode == 0
        assert "A.t" in run("prove", f"{path}:u").stderr

    def test_places_in_a_file(self, file: Callable[[str], str]) -> None:
        path = file("-- 😀\n\ntheorem t (n : Nat)\n    : n = nope := sorry\n")
        ended = run("prove", path)
        assert (ended.returncode, ended.stdout) == (2, "")
        assert ended.stderr.startswith(f"{path}:4:10: error: Unknown identifier `nope`")

    def test_a_file_on_standard_input(self) -> None:
        assert run("prove", "-", text=UNFINISHED).returncode == 0

    def test_a_statement_on_standard_input(self) -> None:
        assert run("prove", "-", text="-- four\n2 + 2 = 4 -- of course\n").returncode == 0

    def test_a_statement_that_begins_with_a_hyphen(self) -> None:
        assert run("prove", "-3 + 4 = (1 : Int)").returncode == 0

    def test_a_prelude(self, file: Callable[[str], str]) -> None:
        path = file("\n\ndef f (n : Nat) := n + 1\ndef g := nope\n")
        ended = run("prove", "f 1 = 2", "--prelude", path)
        assert ended.returncode == 2
        assert ended.stderr.startswith(f"{path}:4:9: error: ")

    def test_an_output_that_cannot_be_written(self) -> None:
        ended = run("prove", "2 + 2 = 4", "--output", "/proc/claim.lean")
        assert ended.returncode == 3
        assert ended.stdout.startswith("theorem claim : 2 + 2 = 4 := by\n")
        assert "error: /proc/claim.lean cannot be written" in ended.stderr

    @pytest.mark.skipif(sys.platform != "linux", reason="root's privileges are dropped as Linux has them")
    @pytest.mark.parametrize("option", ["--output", "--trace", "--certificate"])
    def test_what_may_not_be_written_is_said_before_any_work(self, tmp_path: Path, option: str) -> None:
        locked = tmp_path / "locked"
        locked.mkdir(mode=0o555)
        ended = subprocess.run(
            [*COMMAND, "prove", "2 + 2 = 4", option, str(locked / "A")],
            capture_output=True,
            timeout=WALL_S,
            check=False,
            text=True,
            preexec_fn=_without_privileges,
        )
        assert (ended.returncode, ended.stdout) == (2, "")
        assert (
            ended.stderr == f"error: {option} {locked / 'A'} may not be written by you; name another place\n"
        )

    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        link = tmp_path / "link.lean"
        link.symlink_to(tmp_path / "target.lean")
        assert run("prove", "2 + 2 = 4", "--output", str(link)).returncode == 0
        assert link.is_symlink()
        assert (tmp_path / "target.lean").read_text().startswith("theorem claim")

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            ((), "for example: tactic-mesh prove '∀ n : Nat, n + 0 = n'"),
            (("",), "the statement is empty"),
            (("-- nothing",), "the statement is empty"),
            (("missing.lean",), "No such file"),
            (("missing.lean:t",), "No such file"),
            (("1 = 1", "--timeout", "0"), "--timeout must be a positive number"),
            (("1 = 1", "--timeout", "inf"), "--timeout must be a positive number"),
            (("1 = 1", "--jobs", "0"), "--jobs must be a positive number"),
            (("1 = 1", "--max-checks", "0"), "--max-checks must be a positive number"),
            (("1 = 1", "--max-depth", "-1"), "--max-depth must not be negative"),
            (("1 = 1", "--name", "a b"), "--name `a b` is no Lean name"),
            (("1 = 1", "--output", "/"), "is a folder"),
            (("1 = 1", "--output", "/nowhere/A.lean"), "there is no folder /nowhere"),
            (("1 = 1", "--prelude", "missing.lean"), "No such file"),
            (("1 = 1", "2 = 2"), "`2 = 2` is one word too many"),
            (("--nope",), "--nope"),
            (("--timeou", "5", "1 = 1"), "there is no option --timeou; did you mean --timeout?"),
            (("/",), "/ is a directory; name a Lean file in it"),
            (("..",), ".. is a directory"),
            (("/proc/version",), "/proc/version is no Lean file by its name"),
            (("theorem t : 1 = 1 := by sorry",), "`theorem` begins a command"),
            (("import Mathlib",), "`import` begins a command"),
        ],
    )
    def test_usage(self, words: tuple[str, ...], says: str) -> None:
        ended = run("prove", *words)
        assert (ended.returncode, ended.stdout) == (2, "")
        assert ended.stderr.startswith("error: ")
        assert says in ended.stderr

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            (GOOD, "no theorem with `sorry`"),
            ("def f := 1\n", "has no theorem; write one"),
            (f"{UNFINISHED}theorem u : True := sorry\n", "several theorems with `sorry` (t, u)"),
        ],
    )
    def test_which_theorem(self, file: Callable[[str], str], text: str, says: str) -> None:
        ended = run("prove", file(text))
        assert ended.returncode == 2
        assert says in ended.stderr

    def test_a_file_has_its_own_names_and_definitions(self, file: Callable[..., str]) -> None:
        path, prelude = file(UNFINISHED), file("", "B.lean")
        for option, value in (("--name", "u"), ("--prelude", prelude)):
            for what in (path, f"{path}:t", "-"):
                ended = run("prove", what, option, value, text=UNFINISHED)
                assert (ended.returncode, ended.stdout) == (2, "")
                assert f"error: {option} goes with a statement" in ended.stderr

    def test_what_a_disproof_leaves_unwritten_is_said(self, tmp_path: Path) -> None:
        output = tmp_path / "Done.lean"
        ended = run("prove", "∀ n : Nat, n = n + 1", "--output", str(output))
        assert (ended.returncode, output.exists()) == (1, False)
        assert ended.stderr.splitlines()[-1].startswith(f"{output} is not written: there is no proof")


class TestSurroundings:
    def test_a_locale_without_unicode(self) -> None:
        ended = run("prove", "∀ n : Nat, n = n", PYTHONIOENCODING="ascii", LC_ALL="C")
        assert ended.returncode == 0
        assert "∀ n" in ended.stdout

    def test_output_that_nobody_reads(self) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        ended = subprocess.run(
            [*COMMAND, "prove", "1 = 1"], stdout=writer, stderr=subprocess.PIPE, timeout=WALL_S, check=False
        )
        os.close(writer)
        assert ended.returncode == 3
        assert b"Error" not in ended.stderr

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
    def test_a_full_disk(self) -> None:
        with Path("/dev/full").open("wb") as full:
            ended = subprocess.run(
                [*COMMAND, "prove", "1 = 1"], stdout=full, stderr=subprocess.PIPE, timeout=WALL_S, check=False
            )
        assert ended.returncode == 3
        assert b"the output cannot be written" in ended.stderr
        assert b"Traceback" not in ended.stderr

    def test_closed_standard_input(self) -> None:
        words = ["sh", "-c", 'exec "$@" <&-', "sh", *COMMAND, "check", "-"]
        ended = subprocess.run(words, capture_output=True, timeout=WALL_S, check=False)
        assert ended.returncode == 2
        assert ended.stderr.startswith(b"error: standard input is closed")

    @pytest.mark.skipif(not Path("/proc").exists(), reason="looks at processes through /proc")
    def test_interrupted(self, file: Callable[[str], str]) -> None:
        process = subprocess.Popen(
            [*COMMAND, "check", file(ENDLESS)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        try:
            assert warm.becomes_true(lambda: any(map(warm.children, warm.children(process.pid))))
            family = [process.pid, *warm.children(process.pid)]
            process.send_signal(signal.SIGINT)
            stdout, stderr = process.communicate(timeout=WALL_S)
        finally:
            process.kill()
            process.wait()
        assert (process.returncode, stdout, stderr) == (130, b"", b"interrupted\n")
        assert warm.becomes_true(lambda: all(map(warm.gone, family)))


def test_an_interrupt_while_modules_load(tmp_path: Path) -> None:
    (tmp_path / "cyclopts.py").write_text("raise KeyboardInterrupt\n")
    path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    ended = subprocess.run(
        [sys.executable, "-m", "tactic_mesh"],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        timeout=WALL_S,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (130, b"interrupted\n")


@pytest.mark.parametrize(
    ("command", "says"),
    [(("check", "-"), "Lean text"), (("engine",), "one request"), (("repl",), "JSON objects")],
)
def test_who_types_is_told_that_something_is_read(command: tuple[str, ...], says: str) -> None:
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [*COMMAND, *command], stdin=theirs, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    try:
        os.close(theirs)
        os.write(ours, b"\x04")  # Ctrl-D
        _, stderr = process.communicate(timeout=WALL_S)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    assert stderr.decode().splitlines()[0].startswith(f"reading {says}")


class TestHelp:
    @pytest.mark.parametrize("command", [(), ("check",), ("prove",), ("doctor",), ("version",)])
    def test_every_command_tells_its_exit_codes(self, command: tuple[str, ...]) -> None:
        ended = run(*command, "--help")
        assert (ended.returncode, ended.stderr) == (0, "")
        assert "Exit codes: 0 done, proved; 1 rejected" in ended.stdout

    def test_a_reader_that_leaves(self) -> None:
        read, write = os.pipe()
        os.close(read)
        ended = subprocess.run(
            [*COMMAND, "prove", "--help"], stdout=write, stderr=subprocess.PIPE, timeout=WALL_S, check=False
        )
        os.close(write)
        assert (ended.returncode, ended.stderr) == (3, b"")

    def test_serve_tells_its_options_in_groups_with_their_defaults(self) -> None:
        shown = run("serve", "--help").stdout
        assert "─ Proofs as jobs ─" in shown and "Parameters" not in shown
        assert "Size of a request body, in MiB; beyond it, 413. [default: 16]" in " ".join(
            shown.replace("│", " ").split()
        )

    def test_no_words_at_all(self) -> None:
        ended = run()
        assert ended.returncode == 0
        assert "Commands" in ended.stdout

    def test_an_unknown_command(self) -> None:
        ended = run("porve", "1 = 1")
        assert (ended.returncode, ended.stdout) == (2, "")
        assert "prove" in ended.stderr

    @pytest.mark.parametrize("words", [("--version",), ("version",), ("version", "--json")])
    def test_version(self, words: tuple[str, ...]) -> None:
        ended = run(*words)
        assert (ended.returncode, ended.stderr) == (0, "")
        assert "0.1.0" in ended.stdout

    @pytest.mark.parametrize(
        "code", ["import tactic_mesh", "from tactic_mesh.cli.main import run; run(['--help'])"]
    )
    def test_heavy_modules_wait_until_they_are_needed(self, code: str) -> None:
        heavy = ["asyncio", "rich.progress", "torch", "fastapi", "tactic_mesh.lean.host"]
        probe = f"{code}\nimport sys; sys.exit(' '.join(m for m in {heavy} if m in sys.modules) or None)"
        ended = subprocess.run(
            [sys.executable, "-c", probe], capture_output=True, timeout=WALL_S, check=False
        )
        assert (ended.returncode, ended.stderr) == (0, b"")


def test_the_library_is_there(library: Library) -> None:
    """The commands above measure nothing of its compilation."""
    assert library.path.is_dir()
