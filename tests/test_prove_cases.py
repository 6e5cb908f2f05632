"""`benchmarks/run_tests.py` against a real server: it passes where all is well, and says what is not."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serving import Service, serving

from benchmarks.run_tests import CASES, prove, read_cases, wrong_in

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "benchmarks" / "run_tests.py"


@pytest.fixture(scope="module")
def service(library: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    assert library is not None
    data = str(tmp_path_factory.mktemp("data"))
    with serving("--jobs", "2", "--store-mib", "0", TACTIC_MESH_DATA=data) as started:
        yield started


def run(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, SCRIPT, *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={**os.environ, **environ},
    )


def test_every_case_is_as_it_should_be(service: Service) -> None:
    ended = run(service.url)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert f"{len(read_cases(CASES))} of {len(read_cases(CASES))} as they should be" in ended.stdout


def test_a_case_that_is_not_met_is_told(service: Service, tmp_path: Path) -> None:
    case = {"name": "hopeless", "request": {"theorem_statement": "1 = 2"}, "expect": {"ok": True}}
    file = tmp_path / "cases.jsonl"
    file.write_text(f"{json.dumps(case)}\n", encoding="utf-8")
    ended = run(service.url, "--cases", str(file))
    assert ended.returncode == 1
    assert "`ok` is False" in ended.stdout and "no case came to" in ended.stdout


def test_nobody_there() -> None:
    ended = run("http://127.0.0.1:9")
    assert ended.returncode == 1
    assert "no answer" in ended.stdout and "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"ok": False}, "`ok` is False"),
        ({"attempts": []}, "no attempts"),
        ({"attempts": [{"candidate_id": "r1_c1"}]}, "`round` is None"),
        ({"stats": {}}, "stats: no number `rounds_used`"),
        ({"final_proof": None}, "the proof does not begin with `by`"),
        (
            {"final_proof": {"proof_block": "by rfl", "lean_file": "by rfl"}},
            "the file does not state the theorem",
        ),
    ],
)
def test_each_claim_can_fail(service: Service, change: dict[str, Any], says: str) -> None:
    case = read_cases(CASES)[0]
    answer = prove(service.url, case["request"])
    assert wrong_in(answer, case) == []
    assert any(says in problem for problem in wrong_in({**copy.deepcopy(answer), **change}, case))
