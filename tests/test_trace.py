"""A run as lines of a file, as an explanation, and as a display on a terminal."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tactic_mesh.cli.main import run
from tactic_mesh.cli.progress import Board
from tactic_mesh.cli.terminal import may_draw
from tactic_mesh.experts.features import Features
from tactic_mesh.lean.library import Library
from tactic_mesh.prove.events import (
    Counted,
    LemmaFound,
    NodeAdded,
    NodeClosed,
    Phase,
    SearchStarted,
    TacticRan,
    as_json,
    together,
    unwatched,
)
from tactic_mesh.prove.trace import Trace
from tactic_mesh.theorem import Theorem

GOLDEN = Path(__file__).parent / "golden" / "trace.jsonl"
SEEN = Features("And", "", 7, 3, 0, 1, 0, ("And",), (), ("size", "twice"), 1)
EVENTS = (
    Phase("search"),
    SearchStarted(1, "theorem", "p ∧ q → q", ("and_swap",)),
    NodeAdded(1, 0, ("p q : Prop\n⊢ p ∧ q → q",), 0, SEEN),
    NodeAdded(1, 1, ("p q : Prop\nh : p ∧ q\n⊢ q",), 1, SEEN),
    TacticRan(1, 0, "intro h", "introduction", 0.9, (1,), 400),
    NodeAdded(1, 2, ("p q : Prop\nh : q\n⊢ q",), 1, SEEN),
    TacticRan(1, 0, "intro ⟨_, h⟩", "introduction", 0.5, (2,), 500),
    LemmaFound("and_swap", "∀ p q : Prop, p ∧ q → q ∧ p", "proved"),
    Counted(1200, 1, 3),
)


def lines_of(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_the_lines_are_those_of_the_golden_file(tmp_path: Path) -> None:
    file = tmp_path / "trace.jsonl"
    with Trace(file) as trace:
        trace.run(Theorem("t", "p ∧ q → q", binders="(p q : Prop)"), "search", {"wall_s": 60.0})
        for event in EVENTS:
            trace.watch(event)
        trace.end({"outcome": "not_found"})
    found = re.sub(r'"at_s": [\d.]+', '"at_s": 0.0', file.read_text(encoding="utf-8"))
    assert found == GOLDEN.read_text(encoding="utf-8")


def test_a_trace_is_written_while_the_run_goes_on(
    tmp_path: Path, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    assert library.modules
    file = tmp_path / "trace.jsonl"
    words = ["prove", "∀ n : Nat, n + 0 = n", "--lean", "embedded", "--trace", str(file), "--explain"]
    assert run(words) == 0
    lines = lines_of(file)
    assert [line["at_s"] for line in lines] == sorted(line["at_s"] for line in lines)
    assert (lines[0]["kind"], lines[0]["schema"]) == ("run", "tactic-mesh/events@1")
    assert lines[0]["theorem"]["statement"] == "∀ n : Nat, n + 0 = n"
    assert (lines[-1]["kind"], lines[-1]["outcome"], lines[-1]["partial"]) == ("end", "proved", None)
    (ended,) = [line for line in lines if line["kind"] == "search_end"]
    experts = lines[-1]["spent"]["experts"]
    assert sum(use["tried"] for use in experts.values()) == ended["tactics"]
    assert "tactics in the last search" in capsys.readouterr().err


def test_what_is_stuck_is_explained(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    assert library.modules
    words = ["prove", "∀ (n : Nat) (p : Prop), n + 0 = n ∧ p", "--lean", "embedded", "--no-disproof"]
    assert run([*words, "--max-checks", "100", "--explain", "--json"]) == 1
    told = capsys.readouterr()
    assert "the proof that got furthest:" in told.err
    assert "nearest: " in told.err
    assert re.search(r"expert +tried +ran +solved +seconds", told.err)
    document = json.loads(told.out)
    assert "sorry" in document["partial"]["proof"]
    reason = document["partial"]["open"][0]["failures"][0]["reason"]
    assert f"    {reason.split(chr(10))[0]}\n" in told.err


def test_a_trace_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["prove", "True", "--trace", str(tmp_path / "none" / "trace.jsonl")]) == 2
    assert "there is no folder" in capsys.readouterr().err
    if Path("/dev/full").exists():
        with Trace(Path("/dev/full")) as trace:
            trace.watch(Phase("search"))
            trace.watch(Phase("checking"))
            assert trace.problem == "No space left on device"


def test_watches_together() -> None:
    assert together() is unwatched
    assert together(unwatched, unwatched) is unwatched
    seen: list[object] = []
    both = together(seen.append, unwatched, lambda event: seen.append(as_json(event)["kind"]))
    both(Phase("search"))
    assert seen == [Phase("search"), "phase"]


def test_the_board_follows_the_theorems_tree() -> None:
    board = Board()
    for event in EVENTS:
        board.take(event)
    assert (board.open, board.solved, board.lemmas) == (3, 0, ["and_swap"])
    assert board.best.endswith("h : p ∧ q\n⊢ q")
    board.take(NodeClosed(1, 1, "exhausted"))
    assert board.best.endswith("h : q\n⊢ q")
    board.take(SearchStarted(2, "lemma", "True"))
    board.take(NodeAdded(2, 0, ("⊢ True",), 0, SEEN))
    assert board.added == 3
    for node in (2, 0):
        board.take(NodeClosed(1, node, "solved"))
    assert (board.open, board.solved, board.best) == (0, 2, "")
    assert board.lines()[0][1] == "1,200 tactics · goals: 0 open, 2 solved"
    board.take(SearchStarted(3, "theorem", "p"))
    assert (board.added, board.best) == (0, "")


def in_terminal(*words: str, **environ: str) -> tuple[str, str]:
    """What a command wrote on a terminal that is its standard error, and what on its standard output."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "tactic_mesh.cli.main", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **environ},
        text=True,
    ) as child:
        os.close(theirs)
        drawn = b""
        while True:
            try:
                data = os.read(ours, 1 << 16)
            except OSError:  # the last end on their side is closed
                break
            if not data:
                break
            drawn += data
        os.close(ours)
        assert child.stdout is not None
        return drawn.decode(), child.stdout.read()


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a pseudo terminal")
def test_progress_is_for_terminals(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    assert library.modules
    monkeypatch.delenv("NO_COLOR", raising=False)
    words = ["prove", "∀ a b c : Nat, a * (b + c) = a * b + a * c", "--lean", "embedded", "--no-disproof"]
    drawn, printed = in_terminal(*words, "--experts", "introduction,induction,rewriting,automation")
    assert "\x1b[" in drawn and "tactics" in drawn  # which phases are seen is a matter of speed
    assert printed.startswith("theorem claim")
    assert "\x1b" not in printed
    for silent in (in_terminal(*words, "--quiet"), in_terminal(*words, NO_COLOR="1")):
        assert "\x1b[" not in silent[0]
        assert "reading the statement" not in silent[0] and "goals" not in silent[0]
        assert silent[1].startswith("theorem claim")


def test_nothing_is_drawn_into_a_pipe() -> None:
    assert not may_draw()  # pytest's standard error is no terminal
