"""A folder of certificates from real checks: verified, changed, taken up again after a kill; commands over it."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

np = pytest.importorskip("numpy", reason="the extra `equational` is not installed")
pytest.importorskip("pysat", reason="the extra `equational` is not installed")

from tactic_mesh.cli.equational import app, seconds  # noqa: E402
from tactic_mesh.cli.main import run  # noqa: E402
from tactic_mesh.equational import completion, magmas  # noqa: E402
from tactic_mesh.equational.audit import audit  # noqa: E402
from tactic_mesh.equational.certificates import (  # noqa: E402
    OPTIONS,
    LeanFile,
    TableFacts,
    implication_name,
    implications_file,
    tables_file,
)
from tactic_mesh.equational.claims import Claims, conclude, conclude_obviously  # noqa: E402
from tactic_mesh.equational.executor import executor_named  # noqa: E402
from tactic_mesh.equational.laws import dual_numbers, law_number  # noqa: E402
from tactic_mesh.equational.proofs import Notation  # noqa: E402
from tactic_mesh.equational.report import classes, export_project, statistics  # noqa: E402
from tactic_mesh.equational.resolve import Limits, Moment, Resolver, _Meter  # noqa: E402
from tactic_mesh.equational.store import Folder, facts_as_json  # noqa: E402
from tactic_mesh.equational.work import Settling, Way, settle  # noqa: E402
from tactic_mesh.errors import InputError, UsageError  # noqa: E402
from tactic_mesh.lean.host import LeanHost  # noqa: E402

EDGES = [(2, 43), (1689, 2), (387, 43), (4, 3)]
FACTS = [
    TableFacts(1, ((0, 1, 2), (1, 2, 0), (2, 0, 1)), (43, 4512), (2, 3, 46)),
    TableFacts(2, ((0, 0), (1, 1)), (4, 4512), (5, 43)),
]
DUALS = [number - 1 for number in dual_numbers()]


def implications() -> LeanFile:
    found = []
    for one, other in EDGES:
        hypothesis, goal = law_number(one), law_number(other)
        (proof,), _ = completion.prove((hypothesis.left, hypothesis.right), [(goal.left, goal.right)])
        assert proof is not None
        found.append((implication_name(one, other), proof))
    return implications_file(found, Notation.PREFIX)


def fill(path: Path) -> Folder:
    folder = Folder(path)
    folder.create()
    folder.add("implications", implications(), {"edges": [list(edge) for edge in EDGES]}, "replayed", 0.1)
    shows = {"tables": [facts_as_json(facts) for facts in FACTS]}
    folder.add("tables", tables_file(FACTS, law_number), shows, "replayed", 0.1)
    folder.write_claims(conclude(*folder.facts(), DUALS))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return fill(tmp_path / "graph")


def change_text(folder: Folder, name: str, old: str, new: str, *, hide: bool) -> None:
    """Change a certificate's text; with `hide`, its recorded sha256 too."""
    path = folder.path / "certificates" / f"{name}.lean"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    if hide:
        change_about(folder, name, sha256=hashlib.sha256(path.read_bytes()).hexdigest())


def change_about(folder: Folder, name: str, **changes: object) -> None:
    path = folder.path / "certificates" / f"{name}.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **changes}))


def test_an_honest_folder_holds(folder: Folder, lean: LeanHost, loop: asyncio.Runner) -> None:
    report = loop.run(audit(folder, lean))
    assert report.problems == ()
    assert (report.certificates, report.true, report.false) == (2, *folder.read_claims().decided())
    assert report.true > len(EDGES) and report.false > 5


def test_a_text_that_was_changed_is_named(folder: Folder, lean: LeanHost, loop: asyncio.Runner) -> None:
    change_text(folder, "implications-000001", "fun x y", "fun  x y", hide=False)
    (problem,) = loop.run(audit(folder, lean)).problems
    assert "implications-000001" in problem and "not the one that was accepted" in problem


def test_a_false_implication_is_named(folder: Folder, lean: LeanHost, loop: asyncio.Runner) -> None:
    change_about(folder, "implications-000001", edges=[[2, 43], [1689, 2], [387, 43], [43, 4]])
    change_text(folder, "implications-000001", "law4_implies_law3", "law43_implies_law4", hide=True)
    (problem,) = loop.run(audit(folder, lean)).problems
    assert "implications-000001" in problem and "Lean does not accept" in problem


def test_an_axiom_is_named(folder: Folder, lean: LeanHost, loop: asyncio.Runner) -> None:
    change_text(
        folder, "implications-000001", "universe u", "universe u\naxiom any {p : Prop} : p", hide=True
    )
    change_text(folder, "implications-000001", "fun x => ", "any -- fun x => ", hide=True)
    (problem,) = loop.run(audit(folder, lean)).problems
    assert "implications-000001" in problem


def test_a_law_that_is_false_in_its_table_is_named(
    folder: Folder, lean: LeanHost, loop: asyncio.Runner
) -> None:
    tables = [facts_as_json(facts) for facts in FACTS]
    tables[0]["true"] = [43, 4513]
    change_about(folder, "tables-000002", tables=tables)
    (problem,) = loop.run(audit(folder, lean)).problems
    assert "tables-000002" in problem


def test_definitions_of_an_earlier_version(
    folder: Folder, lean: LeanHost, loop: asyncio.Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table's text with another definition, which is named unless it is known to be ours."""
    new = "(t.div (n.pow ((n.mul a).add b))).mod n"
    change_text(folder, "tables-000002", f":= {new}", ":= t / n ^ (n * a + b) % n", hide=True)
    (problem,) = loop.run(audit(folder, lean)).problems
    assert "tables-000002" in problem and "FiniteMagma.look" in problem
    before = folder.text("tables-000002").partition(OPTIONS)[0]
    known = frozenset({hashlib.sha256(before.encode()).hexdigest()})
    monkeypatch.setattr("tactic_mesh.equational.certificates.EARLIER_PRELUDES", known)
    assert loop.run(audit(folder, lean)).problems == ()


def test_a_certificate_without_its_text_is_named(
    folder: Folder, lean: LeanHost, loop: asyncio.Runner
) -> None:
    (folder.path / "certificates" / "tables-000002.lean").unlink()
    (problem,) = loop.run(audit(folder, lean)).problems
    assert "tables-000002" in problem


def test_a_run_does_not_build_on_a_damaged_certificate(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    change_about(folder, "tables-000002", tables=[{"table": [[0, 9], [0, 0]]}])
    assert run(["equational", "resolve", "--out", str(folder.path), "--budget", "1s", "--jobs", "1"]) == 5
    assert "tables-000002" in capsys.readouterr().err


@pytest.mark.parametrize(("word", "claimed"), [("true", (42, 3)), ("false", (1, 42))])
def test_claims_without_a_reason_are_named(
    folder: Folder, lean: LeanHost, loop: asyncio.Runner, word: str, claimed: tuple[int, int]
) -> None:
    claims = folder.read_claims()
    matrices = {"true": claims.true.copy(), "false": claims.false.copy()}
    matrices[word][claimed] = True
    folder.write_claims(Claims(**matrices))
    problems = loop.run(audit(folder, lean)).problems
    assert any("law 43" in problem or "law 2" in problem for problem in problems), problems


def test_counts_of_a_folder(folder: Folder) -> None:
    counts = statistics(folder)
    assert counts["implications_proved_singly"] == 4 and counts["tables"] == 2
    assert counts["tables_of_order_2"] == counts["tables_of_order_3"] == 1
    assert counts["pairs"] == 22_028_942 == counts["proved"] + counts["refuted"] + counts["open"]
    # 1689 and its dual are equivalent to 2 as far as the folder knows only if 2 implied them too: they are not.
    assert counts["classes"] == 4694 == len(classes(folder.read_claims()))


def test_a_project_of_all_certificates(folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "project"
    assert export_project(folder, out) == len([path for path in out.rglob("*") if path.is_file()]) == 6
    assert (out / "Equational" / "Implications000001.lean").read_text().startswith("namespace ")
    claims = json.loads((out / "implications.json").read_text())
    assert len(claims["laws"]) == 4694 and len(claims["classes"]) == len(claims["refuted"])
    with pytest.raises(InputError, match="is there already"):
        export_project(folder, out)


def test_exported_modules_are_accepted(
    folder: Folder, tmp_path: Path, lean: LeanHost, loop: asyncio.Runner
) -> None:
    export_project(folder, tmp_path / "project")
    for path in sorted((tmp_path / "project" / "Equational").glob("*.lean")):
        answer = loop.run(lean.elaborate(path.read_text(encoding="utf-8")))
        assert getattr(answer, "errors", None) == 0, answer


# The commands.


def test_commands_over_a_folder(folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["equational", "stats", str(folder.path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["tables"] == 2
    assert run(["equational", "verify", str(folder.path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []
    change_text(folder, "tables-000002", "Table 3", "Table 2", hide=False)
    assert run(["equational", "verify", str(folder.path)]) == 5
    assert "tables-000002" in capsys.readouterr().out


def test_pictures(folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib")
    assert run(["equational", "plot", str(folder.path), "--out", str(tmp_path / "pictures")]) == 0
    sizes = {path.name: path.stat().st_size for path in (tmp_path / "pictures").iterdir()}
    assert sorted(sizes) == ["hasse.svg", "implications.png"] and min(sizes.values()) > 5000


def test_law_and_implies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["equational", "law", "x * y = y * x", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["number"] == 43
    assert run(["equational", "implies", "387", "43", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["implies"] == "true" and answer["trust"] == "replayed"
    out = tmp_path / "answer.lean"
    assert run(["equational", "implies", "43", "4512", "--out", str(out)]) == 0
    assert "implies: false" in capsys.readouterr().out
    assert run(["check", str(out)]) == 0
    assert run(["equational", "implies", "677", "255", "--timeout", "0.01"]) == 1
    assert "implies: unknown" in capsys.readouterr().out


def test_laws_of_more_than_four_operations(capsys: pytest.CaptureFixture[str]) -> None:
    six = "x = y * (y * (y * (y * (y * (y * x)))))"
    assert run(["equational", "law", six, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["operations"] == 6
    assert run(["equational", "implies", "4", "x = x * (y * (y * (y * (y * (y * y)))))", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["implies"] == "true"
    assert run(["equational", "implies", six, "x * y = y * x", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["implies"] == "false"


@pytest.mark.parametrize(
    "words",
    [
        ["law", "0"],
        ["law", "x ="],
        ["law", "4695x"],
        ["law", "x * y * z = x"],
        ["law", "x * (y = x"],
        ["implies", "-1", "43"],
        ["implies", "x = (", "43"],
        ["implies", "43", "99999"],
        ["implies", "43", "45", "--timeout", "-1"],
        ["implies", "43", "45", "--out", "absent/answer.lean"],
        ["resolve", "--out", "graph", "--budget", "soon"],
        ["resolve", "--out", "graph", "--budget", "0m"],
        ["resolve", "--out", "graph", "--executor", "threads"],
        ["resolve", "--out", "graph", "--jobs", "0"],
        ["verify", "absent"],
        ["stats", "."],
    ],
)
def test_bad_input_is_said_to_be_bad(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["equational", *words]) == 2
    assert "error:" in capsys.readouterr().err


def test_what_a_broken_folder_needs_is_said(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    claims, damaged = folder.path / "claims.npz", folder.path / "certificates" / "implications-000001.json"
    raw = claims.read_bytes()
    claims.unlink()
    for command in ("stats", "verify", "plot"):
        assert run(["equational", command, str(folder.path)]) == 2
        assert f"`tactic-mesh equational resolve --out {folder.path}` goes on" in capsys.readouterr().err
    claims.write_bytes(raw[: len(raw) // 2])
    assert run(["equational", "stats", str(folder.path)]) == 5
    assert "delete it, and `resolve` writes it again" in capsys.readouterr().err
    claims.write_bytes(raw)
    damaged.write_text("{", encoding="utf-8")
    for words in (["stats", str(folder.path)], ["resolve", "--jobs", "1", "--out", str(folder.path)]):
        assert run(["equational", *words]) == 5
        assert "delete certificates/implications-000001.*, and `resolve`" in capsys.readouterr().err


def test_every_option_says_what_it_is() -> None:
    for name in ("law", "implies", "resolve", "verify", "stats", "plot", "export"):
        arguments = app[name].assemble_argument_collection()
        assert arguments and all(argument.parameter.help for argument in arguments if argument.show), name


def test_without_the_extra_the_command_that_installs_it_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert run(["equational", "implies", "43", "4"]) == 2
    assert 'pip install "tactic-mesh[equational]"' in capsys.readouterr().err


def test_times() -> None:
    assert [seconds(text) for text in ("90", "90s", "1.5m", "2h")] == [90, 90, 90, 7200]
    with pytest.raises(UsageError):
        seconds("10 parsecs")


# A whole run, short.


@pytest.mark.slow
def test_a_short_run_claims_nothing_false(tmp_path: Path, lean: LeanHost, loop: asyncio.Runner) -> None:
    folder = Folder(tmp_path / "graph")
    folder.create()
    resolver = Resolver(folder, lean, Limits(cpu_s=40))
    claims = loop.run(resolver.run())
    true, false = claims.decided()
    assert true > 1000 and false > 100_000 and resolver.unaccepted == 0
    assert not (claims.true & claims.false).any()
    bits = magmas.satisfied(magmas.all_tables(3)[::9])
    assert not (claims.true & magmas.refuted(bits)).any()
    obvious = conclude_obviously(*folder.facts(), DUALS)
    assert (claims.true == obvious.true).all() and (claims.false == obvious.false).all()


class Stopped(Exception):
    """Raised where a run tells how far it is, which ends it."""


@pytest.mark.slow
def test_a_run_that_is_stopped_leaves_claims(
    tmp_path: Path, lean: LeanHost, loop: asyncio.Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tactic_mesh.equational.resolve.CLAIMS_EVERY_CPU_S", 0.1)

    def stop(phase: str, moment: Moment) -> None:
        # The claims that the last proofs made are written after this is called.
        if moment.true > 1000:
            raise Stopped

    folder = Folder(tmp_path / "graph")
    folder.create()
    with pytest.raises(Stopped):
        loop.run(Resolver(folder, lean, Limits(cpu_s=600), progress=stop).run())
    summary = json.loads((folder.path / "summary.json").read_text(encoding="utf-8"))
    assert folder.read_claims().decided() == (summary["true"], summary["false"]) and summary["true"] > 100
    assert loop.run(audit(folder, lean)).problems == ()


@pytest.mark.slow
def test_a_short_run_through_ray(tmp_path: Path, lean: LeanHost, loop: asyncio.Runner) -> None:
    pytest.importorskip("ray", reason="the extra `ray` is not installed: nothing ran through it")
    folder = Folder(tmp_path / "graph")
    folder.create()
    executor = executor_named("ray", None)
    try:
        claims = loop.run(Resolver(folder, lean, Limits(cpu_s=40), executor=executor).run())
    finally:
        executor.close()
    assert claims.decided()[0] > 1000
    assert loop.run(audit(folder, lean)).problems == ()


def test_time_that_e_needs_is_counted(lean: LeanHost) -> None:
    meter = _Meter(lean)
    before, e_before = meter.cpu_s, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    settle(Settling(677 - 1, 255 - 1, Way.PROOF, level=1))
    spent_by_e = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - e_before
    assert spent_by_e > 0 and meter.cpu_s - before >= spent_by_e


@pytest.fixture
def killed(tmp_path: Path) -> Iterator[Path]:
    """A folder whose `resolve` was killed after its first certificates."""
    out = tmp_path / "graph"
    words = [sys.executable, "-m", "tactic_mesh.cli.main", "equational", "resolve", "--out", str(out)]
    process = subprocess.Popen([*words, "--budget", "10m", "--jobs", "1"], start_new_session=True)
    deadline = time.monotonic() + 240
    while time.monotonic() < deadline and len(list(out.glob("certificates/*.json"))) < 2:
        time.sleep(0.2)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    yield out
    shutil.rmtree(out, ignore_errors=True)


@pytest.mark.slow
def test_a_killed_run_is_taken_up_again(killed: Path, lean: LeanHost, loop: asyncio.Runner) -> None:
    folder = Folder(killed)
    before = folder.names()
    assert len(before) >= 2
    edges = len(folder.facts()[0])
    claims = loop.run(Resolver(folder, lean, Limits(cpu_s=10)).run())
    assert folder.names()[: len(before)] == before and len(folder.facts()[0]) >= edges
    assert claims.decided()[0] >= edges
    assert loop.run(audit(folder, lean)).problems == ()
