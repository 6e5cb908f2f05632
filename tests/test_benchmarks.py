"""The measurement of the core library counts what it says it counts, and a false statement that is proved is loud."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tactic_mesh.lean.library import Library

ROOT = Path(__file__).resolve().parent.parent
ROWS = [
    ("sum", "arithmetic", "", "∀ a b : Nat, a + b = b + a"),
    ("hard", "arithmetic", "", "∀ n : Nat, ∃ p, n < p ∧ ∀ d, d ∣ p → d = 1 ∨ d = p"),
    ("unknown", "arithmetic", "", "∀ n : Nat, n = missing"),
    (
        "zero",
        "recursion",
        "def f : Nat → Nat\n  | 0 => 0\n  | n + 1 => f n\nattribute [simp] f\n",
        "∀ n, f n = 0",
    ),
    ("false", "negative_control", "", "∀ n : Nat, n = n"),
]


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    names = ("id", "family", "prelude", "statement")
    lines = [json.dumps(dict(zip(names, row, strict=True))) for row in ROWS]
    (folder / "rows.jsonl").write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.core", "--problems", str(folder / "rows.jsonl"), *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


def test_the_portfolio(library: Library, tmp_path: Path) -> None:
    assert library.modules
    ran = run(tmp_path, "--no-library", "--timeout", "5")
    assert ran.returncode == 1, ran.stderr
    # problems, elaborate, fall; rfl, decide, omega, simp, simp_all, induction
    assert "| arithmetic | 3 | 2 | 1 | 0 | 0 | 1 | 0 | 0 | 0 |" in ran.stdout
    assert "| recursion | 1 | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |" in ran.stdout
    assert "| all but the false ones | 4 | 3 | 2 |" in ran.stdout
    assert "Does not elaborate: unknown\n" in ran.stdout
    assert "FALSE STATEMENT PROVED: false\n" in ran.stdout


def test_the_prover(library: Library, tmp_path: Path) -> None:
    assert library.modules
    ran = run(tmp_path, "--prove", "recursion", "--timeout", "20")
    assert ran.returncode == 0, ran.stderr
    assert "| zero | proved |" in ran.stdout
    assert "1 of 1 proved within 20 s each" in ran.stdout
    assert run(tmp_path, "--prove", "missing").returncode == 2


def test_verdicts_beside_the_usual_ways(library: Library) -> None:
    assert library.modules
    words = [sys.executable, "-m", "benchmarks.verify", "--proofs", "3", "--slow", "2"]
    ran = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stderr
    rows = [
        line.split(" | ") for line in ran.stdout.split("\n") if line.startswith("| ") and " | 3 |" in line
    ]
    ways = {row[0].removeprefix("| ") for row in rows}
    assert {"elaborated", "replayed, trusted statement", "replayed, full store"} <= ways
    # Every proof is accepted by every way; the last two columns are how many there were and were accepted.
    assert all(row[-2] == row[-1].removesuffix(" |") for row in rows)
    assert "| language server, no reporting delay | 2 |" in ran.stdout


def test_the_ablation_goes_on_where_it_ended(library: Library, tmp_path: Path) -> None:
    assert library.modules
    names = ("id", "family", "prelude", "statement")
    rows = [dict(zip(names, row, strict=True)) for row in (ROWS[0], ROWS[3])]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    out = tmp_path / "out.jsonl"
    words = [sys.executable, "-m", "benchmarks.ablation", "--problems", str(tmp_path / "rows.jsonl")]
    words += ["--tactics", "150", "--out", str(out)]

    def ran(arms: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*words, "--arms", arms], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
        )

    first = ran("best-first")
    assert first.returncode == 0, first.stderr
    assert first.stderr.count(" tactics, ") == 2
    with out.open("a", encoding="utf-8") as file:
        file.write('{"schema": "cut sho')
    second = ran("best-first,monte-carlo")
    assert second.returncode == 0, second.stderr
    assert second.stderr.count(" tactics, ") == 2
    assert "best-first: " not in second.stderr
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [line["outcome"] for line in lines] == ["proved"] * 4
    assert "| monte-carlo | 2 | 2 |" in second.stdout
    assert "| proved within tactics | 30 | 100 | 150 |" in second.stdout
    words[words.index("150")] = "151"
    assert "was made with" in ran("best-first").stderr
