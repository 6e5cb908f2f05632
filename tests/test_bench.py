"""Benchmarks: problem files, statistics, results that survive a death, comparisons, runs in processes, the page."""

from __future__ import annotations

import asyncio
import dataclasses
import html.parser
import json
import math
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import warm
from hypothesis import given
from hypothesis import strategies as st

from tactic_mesh.bench import run as bench_run
from tactic_mesh.bench.compare import compare
from tactic_mesh.bench.problems import Problem, read_problems, selected
from tactic_mesh.bench.report import page
from tactic_mesh.bench.results import Result, ResultFile, read_results, require_same, result_from_json
from tactic_mesh.bench.run import Settings, run_one, states
from tactic_mesh.bench.statistics import Z_95, mcnemar, wilson
from tactic_mesh.bench.summary import (
    alarms,
    by_difficulty,
    counts,
    expert_use,
    late,
    published,
    tactics_of,
    within,
)
from tactic_mesh.errors import InputError, UsageError
from tactic_mesh.lean.library import Library
from tactic_mesh.prove.prover import lean_file
from tactic_mesh.theorem import Outcome, Theorem

COMMAND = [sys.executable, "-m", "tactic_mesh.cli.main", "bench"]
WALL_S = 120.0
HARD = "∀ a b c : Nat, 0 < a → 0 < b → a ^ 3 + b ^ 3 ≠ c ^ 3"
ROWS: list[dict[str, Any]] = [
    {"id": "sum", "family": "easy", "statement": "∀ n : Nat, n + 0 = n", "expected_difficulty": "easy"},
    {"id": "minus", "family": "easy", "statement": "-3 + 4 = (1 : Int)", "prelude": "-- nothing\n"},
    {"id": "false", "family": "negative_control", "statement": "∀ n : Nat, n = n + 1"},
    {"id": "unknown", "family": "broken", "statement": "∀ n : Nat, n = missing"},
]


def write_rows(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def result(id: str = "a", outcome: Outcome = Outcome.PROVED, **changes: Any) -> Result:
    made = Result(
        id=id,
        family="f",
        difficulty="easy",
        sha256=f"digest of {id}",
        outcome=outcome,
        reason="",
        trust=None,
        wall_s=1.0,
        tactics=7,
        proof="by\n  simp" if outcome is Outcome.PROVED else None,
        exit=0,
        timeout_s=60.0,
        settings={"timeout_s": 60.0},
    )
    return dataclasses.replace(made, **changes)


class TestProblems:
    def test_a_file(self, tmp_path: Path) -> None:
        found = read_problems(write_rows(tmp_path / "p.jsonl", ROWS))
        assert [problem.id for problem in found] == ["sum", "minus", "false", "unknown"]
        assert (found[0].difficulty, found[0].prelude, found[2].known_false) == ("easy", "", True)

    @pytest.mark.parametrize(
        ("line", "says"),
        [
            ("{", "2: no JSON"),
            ("[]", "2: a problem is a JSON object, not list"),
            ('{"id": "b", "family": "f"}', "2: statement: is missing"),
            ('{"id": "b", "family": "f", "statement": " "}', "2: statement: must not be empty"),
            ('{"id": 3, "family": "f", "statement": "s"}', "2: id: must be a string, not int"),
            ('{"id": "sum", "family": "f", "statement": "s"}', "2: id: `sum` is on line 1 already"),
            ('{"id": "b", "family": "f", "statement": "s", "prelude": []}', "2: prelude: must be a string"),
            ('{"id": "b", "family": "f", "statement": "\\ud800"}', "2: statement: holds a character"),
            (
                '{"id": "b", "family": "f", "statement": "s", "published_results": {"x": 1}}',
                "2: published_results: x: needs `solved`",
            ),
        ],
    )
    def test_errors_name_the_line_and_the_field(self, tmp_path: Path, line: str, says: str) -> None:
        path = write_rows(tmp_path / "p.jsonl", ROWS[:1])
        path.write_text(path.read_text("utf-8") + line + "\n", encoding="utf-8")
        with pytest.raises(InputError, match=r"p\.jsonl:") as caught:
            read_problems(path)
        assert says in str(caught.value)

    def test_no_problem_at_all(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="has no problem"):
            read_problems(write_rows(tmp_path / "p.jsonl", []))
        with pytest.raises(InputError, match="cannot be read"):
            read_problems(tmp_path / "missing.jsonl")

    def test_the_digest_is_of_what_is_asked(self) -> None:
        one = Problem("a", "f", "1 = 1", "def x := 1\n")
        assert one.sha256 == Problem("b", "g", "1 = 1", "\ndef x := 1").sha256
        assert one.sha256 != Problem("a", "f", "1 = 1").sha256
        assert Problem("a", "f", "b", "a").sha256 != Problem("a", "f", "a", "b").sha256

    def test_unknown_families(self) -> None:
        with pytest.raises(UsageError, match="no family h; there are: f, g"):
            selected([Problem("a", "f", "s"), Problem("b", "g", "s")], ["f", "h"])

    @given(st.lists(st.integers(1, 12), min_size=1, max_size=6), st.integers(1, 60), st.integers(0, 3))
    def test_samples_keep_proportions(self, sizes: list[int], sample: int, seed: int) -> None:
        problems = [Problem(f"{f}.{i}", str(f), "s") for f, size in enumerate(sizes) for i in range(size)]
        chosen = selected(problems, (), sample, seed)
        assert len(chosen) == min(sample, len(problems))
        assert chosen == selected(list(reversed(problems)), (), sample, seed)[::-1]
        assert [p for p in problems if p in chosen] == chosen
        for family, size in enumerate(sizes):
            share = len(chosen) * size / len(problems)
            assert abs(sum(p.family == str(family) for p in chosen) - share) < 1


class TestStatistics:
    @pytest.mark.parametrize(
        ("successes", "trials", "low", "high"),
        # R. G. Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I, method 3.
        [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
    )
    def test_wilson_of_published_examples(self, successes: int, trials: int, low: float, high: float) -> None:
        found = wilson(successes, trials)
        assert [round(bound, 4) for bound in found] == [low, high]

    @given(st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
    def test_wilson_bounds_are_where_the_score_test_turns(self, pair: tuple[int, int]) -> None:
        successes, trials = pair
        rate = successes / trials
        low, high = wilson(successes, trials)
        assert 0 <= low <= rate <= high <= 1
        for bound in (low, high):
            if 0 < bound < 1:
                score = (rate - bound) / math.sqrt(bound * (1 - bound) / trials)
                assert abs(score) == pytest.approx(Z_95, rel=1e-6)
        mirrored = wilson(trials - successes, trials)
        assert (1 - high, 1 - low) == pytest.approx(mirrored, abs=1e-12)

    def test_wilson_of_nothing(self) -> None:
        assert wilson(0, 0) == (0.0, 1.0)
        with pytest.raises(ValueError, match="3 successes of 2 trials"):
            wilson(3, 2)

    @pytest.mark.parametrize(
        ("first", "second", "expected"),
        [(0, 0, 1.0), (1, 9, 22 / 1024), (5, 5, 1.0), (0, 5, 0.0625), (0, 6, 0.03125), (10, 3, 756 / 8192)],
    )
    def test_mcnemar(self, first: int, second: int, expected: float) -> None:
        assert mcnemar(first, second) == pytest.approx(expected, rel=1e-12)

    @given(st.integers(0, 9), st.integers(0, 9))
    def test_mcnemar_counts_outcomes_of_fair_coins(self, first: int, second: int) -> None:
        coins, gap = first + second, abs(first - second)
        as_uneven = sum(abs(2 * bits.bit_count() - coins) >= gap for bits in range(1 << coins))
        assert mcnemar(first, second) == pytest.approx(as_uneven / (1 << coins))
        assert mcnemar(first, second) == mcnemar(second, first)

    def test_many_pairs(self) -> None:
        assert mcnemar(5000, 5200) == pytest.approx(0.0487, abs=2e-3)


class TestResults:
    def test_they_read_as_they_were_written(self, tmp_path: Path) -> None:
        path = tmp_path / "r.jsonl"
        made = [result("a"), result("b", Outcome.NOT_FOUND, reason="∀ — no\nproof", axioms=("propext",))]
        with ResultFile.open(path, resume=False) as file:
            for one in made:
                file.add(one)
        assert read_results(path) == made
        with ResultFile.open(path, resume=True) as file:
            assert file.results == made

    def test_a_line_that_was_cut_short_is_dropped(self, tmp_path: Path) -> None:
        path = tmp_path / "r.jsonl"
        with ResultFile.open(path, resume=False) as file:
            file.add(result("a"))
        whole = path.read_bytes()
        for length in (1, 20, len(whole) - 1):
            path.write_bytes(whole + whole[:length])
            assert [one.id for one in read_results(path)] == ["a"]
            with ResultFile.open(path, resume=True) as file:
                file.add(result("b"))
            assert path.read_bytes().startswith(whole)
            assert [one.id for one in read_results(path)] == ["a", "b"]

    def test_results_are_not_overwritten(self, tmp_path: Path) -> None:
        path = tmp_path / "r.jsonl"
        with ResultFile.open(path, resume=False) as file:
            file.add(result("a"))
            with pytest.raises(UsageError, match="being written by another run"):
                ResultFile.open(path, resume=True)
        with pytest.raises(UsageError, match="go on with --resume"):
            ResultFile.open(path, resume=False)

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            ({"outcome": "maybe"}, "maybe"),
            ({"wall_s": "1"}, "wall_s has the wrong type"),
            ({"schema": "x"}, "no result of"),
        ],
    )
    def test_other_lines_are_refused(self, tmp_path: Path, change: dict[str, Any], says: str) -> None:
        path = write_rows(tmp_path / "r.jsonl", [result("a").as_json(), {**result("b").as_json(), **change}])
        with pytest.raises(InputError, match=r"r\.jsonl:2: ") as caught:
            read_results(path)
        assert says in str(caught.value)
        with pytest.raises(ValueError, match="lacks sha256"):
            result_from_json({k: v for k, v in result("a").as_json().items() if k != "sha256"})

    def test_going_on_with_other_options_or_problems_is_refused(self, tmp_path: Path) -> None:
        made = [result("a", settings={"timeout_s": 60.0})]
        require_same(made, {"timeout_s": 60.0}, {"a": "digest of a"}, tmp_path)
        with pytest.raises(UsageError, match=r"timeout_s: 60\.0 there, 10\.0 now"):
            require_same(made, {"timeout_s": 10.0}, {}, tmp_path)
        with pytest.raises(UsageError, match="`a` is another statement there"):
            require_same(made, {"timeout_s": 60.0}, {"a": "other"}, tmp_path)


class TestSummary:
    RESULTS = (
        result("a", wall_s=0.5),
        result("b", Outcome.NOT_FOUND, difficulty="hard"),
        result("c", Outcome.NO_VERDICT),
        result("d", wall_s=4.0, difficulty="trivial"),
        result("e", Outcome.INVALID_STATEMENT),
    )

    def test_failures_are_not_failures_to_prove(self) -> None:
        whole = counts("all", self.RESULTS)
        assert (whole.proved, whole.not_found, whole.no_verdict, whole.answered) == (2, 1, 2, 3)
        assert whole.interval == wilson(2, 3)
        assert counts("none", self.RESULTS[2:3]).rate is None

    def test_groups_and_times(self) -> None:
        assert [group.name for group in by_difficulty(self.RESULTS)] == ["trivial", "easy", "hard"]
        assert within(self.RESULTS) == [(1, 1), (5, 2), (10, 2), (30, 2), (60, 2)]
        assert within([result(timeout_s=5.0)]) == [(1, 1), (5, 1)]
        assert late(
            [result("a", timeout_s=0.9), result("b"), result("c", Outcome.NOT_FOUND, timeout_s=0.9)]
        ) == ["a"]
        assert "1 of the proofs came from a process" in page("t", [result("a", timeout_s=0.9)], {})

    def test_published_results_are_of_the_same_rows(self) -> None:
        problems = {
            "a": Problem("a", "f", "s", published={"x": True, "y": False}),
            "b": Problem("b", "f", "s", published={"x": True}),
            "c": Problem("c", "f", "s", published={"x": True}),
        }
        found = [
            (row.system, row.problems, row.theirs, row.ours) for row in published(self.RESULTS, problems)
        ]
        assert found == [("x", 2, 2, 1), ("y", 1, 0, 1)]

    def test_a_false_statement_that_was_proved_is_an_alarm(self) -> None:
        problems = {"a": Problem("a", "negative_control", "s"), "b": Problem("b", "negative_control", "s")}
        assert alarms(self.RESULTS, problems) == ["a"]

    def test_tactics_of_a_script(self) -> None:
        script = "by\n  intro n h\n  induction n with\n  | zero => rfl\n  | succ n ih =>\n    simp [f, ih] <;> omega"
        assert tactics_of(script) == {"intro", "induction", "rfl", "simp", "omega"}
        assert tactics_of("fun h => h.1") <= {"h"}


class TestComparison:
    def test_pairs(self) -> None:
        first = [result("a"), result("b"), result("c", Outcome.NOT_FOUND), result("d", Outcome.NO_VERDICT)]
        second = [result("d"), result("c"), result("b", Outcome.REFUTED), result("a")]
        found = compare(first, second)
        assert (found.both, found.only_first, found.only_second, found.neither, found.left_out) == (
            ("a",),
            ("b",),
            ("c",),
            (),
            ("d",),
        )
        assert (found.pairs, found.probability, found.warnings) == (3, 1.0, ())

    def test_different_sets_are_refused(self) -> None:
        with pytest.raises(UsageError, match=r"different problem sets: 1 not in the second \(b\)"):
            compare([result("a"), result("b")], [result("a")])
        with pytest.raises(UsageError, match=r"1 not in the second \(a\); 1 not in the first \(a\)"):
            compare([result("a")], [result("a", sha256="another statement")])

    def test_different_settings_are_told(self) -> None:
        found = compare([result("a")], [result("a", settings={"timeout_s": 10.0})])
        assert found.warnings == ("timeout_s: 60.0 against 10.0",)


class Elements(html.parser.HTMLParser):
    """Every element is closed in its order, and nothing is fetched."""

    VOID = frozenset({"meta", "line", "path", "rect"})

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        assert not {"src", "href"} & {name for name, _ in attrs}
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.stack.pop() == tag


class TestPage:
    def parsed(self, text: str) -> Elements:
        elements = Elements()
        elements.feed(text)
        elements.close()
        assert elements.stack == []
        return elements

    def test_it_is_whole_and_needs_nothing_else(self) -> None:
        problems = {"a": Problem("a", "f", "∀ x, x < 1 ∧ y", published={"x": True})}
        text = page("A & B", TestSummary.RESULTS, problems)
        seen = self.parsed(text).seen
        assert "script" not in seen and "link" not in seen
        assert seen.count("svg") == 3
        assert "<title>A &amp; B</title>" in text
        assert "∀ x, x &lt; 1 ∧ y" in text
        assert "url(" not in text and "http" not in text
        assert "light dark" in text
        assert "False statements were proved" not in text

    def test_hostile_names_are_text(self) -> None:
        hostile = '"><script>alert(1)</script>'
        made = result(hostile, family=hostile, reason=hostile, proof=hostile)
        assert (
            "script" not in self.parsed(page(hostile, [made], {hostile: Problem(hostile, "f", hostile)})).seen
        )

    def test_an_alarm_is_loud(self) -> None:
        text = page("t", [result("a")], {"a": Problem("a", "negative_control", "s")})
        assert "False statements were proved: a" in text

    def test_what_the_experts_cost_and_yielded(self) -> None:
        one = {"tried": 10, "ran": 4, "solved": 1, "us": 2_000_000}
        other = {"tried": 2, "ran": 1, "solved": 0, "us": 9_000_000}
        results = [
            result("a", spent={"experts": {"rewriting": one, "induction": other}}),
            result("b", Outcome.NOT_FOUND, spent={"experts": {"rewriting": one}}),
            result("c", spent={"wall_s": 1.0}),
        ]
        used = expert_use(results)
        assert [use.name for use in used] == ["induction", "rewriting"]
        assert (used[1].tried, used[1].ran, used[1].solved, used[1].wall_s) == (20, 8, 2, 4.0)
        text = page("t", results, {})
        self.parsed(text)
        assert "<td>rewriting</td><td>20</td><td>8</td><td>40.0 %</td><td>2</td><td>4.0</td>" in text
        assert "What the experts cost" not in page("t", [result("c")], {})

    def test_no_proof_at_all(self) -> None:
        self.parsed(page("t", [result("a", Outcome.NO_VERDICT)], {}))


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("prelude", ["", "def f := 1\n"])
def test_a_file_states_its_problem(prelude: str) -> None:
    theorem = Theorem("claim", "1 = 1", prelude=prelude)
    own = lean_file(theorem, "by\n  rfl")
    at = own.index("theorem claim")
    assert states(theorem, "by\n  rfl", own)
    assert states(theorem, "by\n  rfl", f"{own[:at]}theorem aid : 2 = 2 := by\n  rfl\n\n{own[at:]}")
    assert not states(theorem, "by\n  rfl", own.replace("1 = 1", "2 = 2"))
    assert not states(theorem, "by\n  simp", own)
    assert states(theorem, "by\n  rfl", f"def g := 2\n\n{own}") is (not prelude)
    assert not states(theorem, "by\n  rfl", f"{own}\n#eval 1\n")


class TestRun:
    def test_the_outcomes(self, tmp_path: Path) -> None:
        problems = write_rows(tmp_path / "p.jsonl", ROWS)
        out, report = tmp_path / "r.jsonl", tmp_path / "r.html"
        words = [
            str(problems),
            "--timeout",
            "20",
            "--at-a-time",
            "2",
            "--out",
            str(out),
            "--report",
            str(report),
        ]
        ended = subprocess.run(
            [*COMMAND, *words], capture_output=True, text=True, timeout=WALL_S, check=False
        )
        found = {one.id: one for one in read_results(out)}
        assert {name: one.outcome for name, one in found.items()} == {
            "sum": "proved",
            "minus": "proved",
            "false": "refuted",
            "unknown": "invalid_statement",
        }
        assert ended.returncode == 3, ended.stderr
        assert "| easy | 2 | 2 | 0 | 0 | 0 | 100.0 % |" in ended.stdout
        assert "| all | 4 | 2 | 1 | 0 | 1 | 66.7 % |" in ended.stdout
        assert found["sum"].proof is not None and found["sum"].trust and found["sum"].tactics > 0
        assert found["false"].refutation is not None and found["false"].proof is None
        assert found["false"].reason == "false for n := 0"
        assert "<h1>p: 4 problems</h1>" in report.read_text("utf-8")
        again = subprocess.run(
            [*COMMAND, "--compare", str(out), str(out), "--json"], capture_output=True, text=True, check=False
        )
        assert (again.returncode, json.loads(again.stdout)["pairs"], json.loads(again.stdout)["p"]) == (
            0,
            3,
            1.0,
        )

    def test_resume_after_a_death(self, library: Library, tmp_path: Path) -> None:
        assert library.modules
        rows = [{"id": f"p{i}", "family": "f", "statement": f"{i} + 1 = 1 + {i}"} for i in range(2)]
        rows.append({"id": "hard", "family": "f", "statement": HARD})
        problems, out = write_rows(tmp_path / "p.jsonl", rows), tmp_path / "r.jsonl"
        words = [*COMMAND, str(problems), "--timeout", "6", "--out", str(out)]
        with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as first:
            assert warm.becomes_true(lambda: out.exists() and out.read_bytes().count(b"\n") == 2)
            assert warm.becomes_true(lambda: bool(warm.children(first.pid)))
            running = warm.children(first.pid)
            os.kill(first.pid, signal.SIGKILL)
        assert warm.becomes_true(lambda: all(map(warm.gone, running)))
        acknowledged = out.read_bytes()
        out.write_bytes(acknowledged + b'{"schema": "tactic-mesh/be')
        ended = subprocess.run(
            [*words, "--resume"], capture_output=True, text=True, timeout=WALL_S, check=False
        )
        assert (ended.returncode, "2 of 3 have a result already" in ended.stderr) == (0, True), ended.stderr
        assert out.read_bytes().startswith(acknowledged)
        assert [(one.id, one.outcome) for one in read_results(out)][2:] == [("hard", "not_found")]
        other = subprocess.run(
            [*words[:-3], "7", "--out", str(out), "--resume"], capture_output=True, text=True, check=False
        )
        assert other.returncode == 2
        assert "timeout_s: 6.0 there, 7.0 now" in other.stderr

    def test_a_command_that_fails_is_no_answer(self) -> None:
        found = asyncio.run(run_one(Problem("a", "f", "1 = 1"), Settings(5.0, options=("--no-such-option",))))
        assert (found.outcome, found.answered, found.exit) == (Outcome.NO_VERDICT, False, 2)
        assert found.reason.startswith("crash: no document, exit status 2: ")

    def test_the_hard_limit(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(bench_run, "GRACE_S", 0.0)
        started = time.monotonic()
        found = asyncio.run(run_one(Problem("a", "f", HARD), Settings(0.2)))
        assert (found.outcome, found.exit) == (Outcome.NO_VERDICT, None)
        assert found.reason.startswith("timeout: the process was killed after 0.2 s")
        assert time.monotonic() - started < 60

    def test_usage(self, tmp_path: Path) -> None:
        problems = str(write_rows(tmp_path / "p.jsonl", ROWS))
        for words, says in [
            ([], "name a problem file"),
            ([problems, "--timeout", "0"], "--timeout must be a positive number"),
            ([problems, "--family", "none"], "no family none"),
            ([problems, "--options", "'"], "--options"),
            ([problems, "--experts", "nope"], "there is no expert `nope`"),
            ([problems, "--json"], "--json goes with --compare"),
            ([problems, "--report", str(tmp_path / "no" / "r.html")], "there is no folder"),
            (["--compare", problems, problems], "p.jsonl:1: is no result"),
        ]:
            words = [*COMMAND, *words, "--out", str(tmp_path / "r.jsonl")]
            ended = subprocess.run(words, capture_output=True, text=True, timeout=WALL_S, check=False)
            assert (ended.returncode, says in ended.stderr) == (2, True), ended.stderr
