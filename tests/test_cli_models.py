"""`prove` with language models, against the server that speaks the three wire formats."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tactic_mesh.cli.main import run
from tactic_mesh.gateway.scripted_server import Reply, ScriptedServer, scripted_server

SYMMETRIC = "∀ a b : Nat, a = b → b = a"
QUICK = "by\n  intro a b h\n  exact h.symm"
KEY = "sk-never-shown-0123456789"
KEYS = {"openai": "OPENAI_API_KEY", "anthropic": "ANTHROPIC_API_KEY", "gemini": "GEMINI_API_KEY"} | {
    "deepseek": "DEEPSEEK_API_KEY"
}

pytestmark = pytest.mark.usefixtures("library")


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variable in KEYS.values():
        monkeypatch.setenv(variable, KEY)
    table = tmp_path / "prices.toml"
    table.write_text('[models."priced"]\ninput = 1000.0\noutput = 1000.0\n', encoding="utf-8")
    monkeypatch.setenv("TACTIC_MESH_PRICES", str(table))


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """A model that is wrong at first, and right when it hears what Lean said."""
    replies = [
        Reply(("```lean\nby\n  intro a b h\n  rfl\n```",), reasoning="Hm."),
        Reply((f"Sure!\n```\n{QUICK}\n```",)),
    ]
    with scripted_server(replies) as serving:
        yield serving


def prove(*words: object) -> int:
    return run(["prove", SYMMETRIC, *map(str, words)])


def document(captured: pytest.CaptureFixture[str]) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(captured.readouterr().out)
    return parsed


@pytest.mark.parametrize("backend", ["openai", "anthropic", "gemini", "deepseek", "local"])
def test_each_format_proves_by_repair(
    backend: str, server: ScriptedServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log, recording = tmp_path / "log.jsonl", tmp_path / "exchanges.sqlite"
    words = ("--backend", backend, "--model", "m", "--base-url", server.base_url, "--candidates", 1)
    assert prove(*words, "--temperature", 0.5, "--json", "--log", log, "--record", recording) == 0
    found = document(capsys)
    assert (found["outcome"], found["by"], found["proof"]) == ("proved", "models", QUICK)
    assert [(one["source"], one["outcome"]) for one in found["attempts"]] == [
        (f"{backend}/m", "rejected"),
        (f"{backend}/m", "proved"),
    ]
    assert found["usage"]["unpriced"] == [f"{backend}/m"] and found["spent"]["dollars"] is None
    assert found["spent"]["tokens"] == 240 and found["spent"]["checks"] == 2
    sent = server.received[0]
    assert (KEY in str(sent.headers)) == (backend != "local") and "⊢ b = a" in str(server.received[1].body)
    events = [json.loads(line)["event"] for line in log.read_text(encoding="utf-8").split("\n") if line]
    assert events == ["run", "budget", "attempt", "attempt", "end"]
    for written in (json.dumps(found), log.read_text(encoding="utf-8"), str(recording.read_bytes())):
        assert KEY not in written


def test_a_recording_plays_the_same_run_again(
    server: ScriptedServer,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    recording = tmp_path / "exchanges.sqlite"
    words = (
        "--backend",
        "openai",
        "--model",
        "priced",
        "--base-url",
        server.base_url,
        "--candidates",
        1,
        "--json",
    )
    assert prove(*words, "--record", recording) == 0
    recorded, asked = document(capsys), len(server.received)
    monkeypatch.delenv("OPENAI_API_KEY")
    assert prove(*words, "--replay", recording) == 0
    replayed = document(capsys)
    assert len(server.received) == asked
    assert without_times(replayed) == without_times(recorded)


def without_times(found: dict[str, Any]) -> dict[str, Any]:
    """Requests are not made again either."""
    attempts = [{**one, "time_ms": 0} for one in found["attempts"]]
    usage, spent = {**found["usage"], "requests": 0}, {**found["spent"], "wall_s": 0}
    return {**found, "attempts": attempts, "usage": usage, "spent": spent}


def test_a_budget_in_dollars_is_kept(server: ScriptedServer, capsys: pytest.CaptureFixture[str]) -> None:
    words = (
        "--backend",
        "gemini",
        "--model",
        "priced",
        "--base-url",
        server.base_url,
        "--candidates",
        1,
        "--json",
    )
    assert prove(*words, "--budget-usd", 0.05) == 1
    found = document(capsys)
    assert found["reason"] == "no proof within $0.05" and len(server.received) == 1
    assert found["spent"]["dollars"] == pytest.approx(0.12)  # the one question that had begun: 120 tokens
    assert prove(*words, "--budget-usd", 0.5) == 0
    assert document(capsys)["spent"]["dollars"] <= 0.5


def test_people_read_who_proved_it_and_what_it_cost(
    server: ScriptedServer, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--backend", "local", "--base-url", server.base_url, "--candidates", 1)
    assert prove(*words, "--model", "priced") == 0
    told = capsys.readouterr()
    assert told.out == f"theorem claim : {SYMMETRIC} := {QUICK}\n"
    assert told.err.startswith("proved by local/priced, trust replayed; axioms: none (")
    assert told.err.rstrip().endswith(" s, 2 checks, 240 tokens, $0.2400)")
    assert prove(*words, "--model", "other") == 0
    assert "price unknown" in capsys.readouterr().err


@pytest.mark.parametrize("backend", ["openai", "anthropic", "gemini", "deepseek", "local"])
def test_a_dry_run_asks_nobody(
    backend: str,
    server: ScriptedServer,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for variable in KEYS.values():
        monkeypatch.delenv(variable)
    words = ("--backend", backend, "--model", "m", "--base-url", server.base_url, "--dry-run", "--rounds", 1)
    assert prove(*words, "--json") == 0
    told = capsys.readouterr()
    assert not server.received and "made up" in told.err
    assert {one["source"] for one in json.loads(told.out)["attempts"]} == {f"{backend}/m"}


def test_both_at_once(server: ScriptedServer, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--prover", "portfolio", "--backend", "local", "--model", "m", "--base-url", server.base_url)
    assert prove(*words, "--json") == 0
    found = document(capsys)
    assert found["outcome"] == "proved" and found["by"] in ("search", "models")


def test_the_search_as_a_backend(capsys: pytest.CaptureFixture[str]) -> None:
    assert prove("--backend", "search", "--json") == 0
    found = document(capsys)
    assert found["by"] == "models" and found["attempts"][-1]["source"] == "search"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--backend", "openai"), "say which model of it to ask, with --model NAME"),
        (("--backend", "nobody", "--model", "m"), "backend: 'nobody' is none of search, dummy, openai"),
        (("--prover", "nobody"), "--prover `nobody` is none of search, models, portfolio"),
        (("--prover", "models"), "say who is asked, with --backend"),
        (("--prover", "portfolio"), "say who is asked, with --backend"),
        (("--model", "m"), "--model is about models"),
        (("--dry-run",), "--dry-run is about models"),
        (
            ("--backend", "dummy", "--temperature", "1"),
            "--temperature is for an endpoint, and `dummy` asks none",
        ),
        (
            ("--backend", "search", "--record", "r.sqlite"),
            "--record is for an endpoint, and `search` asks none",
        ),
        (("--backend", "local", "--model", "m", "--record", "/"), "--record / is a folder"),
        (("--backend", "openai", "--model", "m", "--budget-usd", "1"), "needs the price of openai/m"),
        (("--backend", "anthropic", "--model", "m", "--seed", "1"), "anthropic takes no `seed`"),
        (("--backend", "anthropic", "--model", "m", "--temperature", "1.5", "--dry-run"), "from 0 to 1"),
        (("--backend", "local", "--model", "m", "--temperature", "3"), "a number from 0 to 2"),
        (("--backend", "local", "--model", "m", "--rounds", "0"), "--rounds must be a positive number"),
        (("--backend", "local", "--model", "m", "--replay", "missing.sqlite"), "there is no recording"),
        (("--backend", "local", "--model", "m", "--log", "/nowhere/log.jsonl"), "there is no folder"),
        (("--backend", "openai", "--model", "m", "--base-url", "http://example.com"), "over https only"),
    ],
)
def test_what_cannot_be_done_is_said_at_once(
    words: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert prove(*words) == 2
    told = capsys.readouterr()
    assert says in told.err and not told.out and KEY not in told.err


def test_a_missing_key_is_named(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    assert prove("--backend", "openai", "--model", "m") == 2
    assert capsys.readouterr().err == "error: no key: set the environment variable OPENAI_API_KEY\n"


def test_an_endpoint_that_is_not_there_is_no_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    with scripted_server([Reply()]) as server:
        nowhere = server.base_url
    words = ("--backend", "openai", "--model", "m", "--base-url", nowhere, "--timeout", "1")
    assert prove(*words) == 3
    assert "no_verdict: the model gave no answer within 1 s" in capsys.readouterr().err


def test_an_endpoint_that_refuses_is_no_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    replies = [Reply(status=401, message=f"your key {KEY} is no good")]
    with scripted_server(replies) as server:
        words = ("--backend", "openai", "--model", "m", "--base-url", server.base_url)
        assert prove(*words) == 3
    told = capsys.readouterr()
    assert "answered 401" in told.err and KEY not in told.err
