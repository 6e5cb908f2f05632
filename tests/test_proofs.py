"""Proofs as jobs over a socket: accepted, run, told, cancelled, and still there after the server was killed."""

from __future__ import annotations

import functools
import json
import os
import resource
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import warm
from serving import COMMAND, WALL_S, Service, serving

from tactic_mesh.serve.jobs import jobs_file

TRUE = "∀ n : Nat, n + 0 = n"
FALSE = "∀ n : Nat, n + 1 = n"
HARD = "∀ a b c n : Nat, n > 2 → a ^ n + b ^ n = c ^ n → a = 0 ∨ b = 0"
pytestmark = pytest.mark.usefixtures("library")


@pytest.fixture(scope="module")
def service(library: object) -> Iterator[Service]:
    assert library is not None
    with serving("--proofs", "2", "--proofs-waiting", "20", "--store-mib", "0") as started:
        yield started


def ask(service: Service, statement: str, status: int = 202, key: str = "", **fields: Any) -> dict[str, Any]:
    headers = {"Idempotency-Key": key} if key else {}
    body = {"statement": statement, **fields}
    answer = service.client.post("/v1/proofs", json=body, headers=headers)
    assert answer.status_code == status, (answer.status_code, answer.text)
    found: dict[str, Any] = answer.json()
    if status == 202:
        assert answer.headers["location"] == found["links"]["self"] == f"/v1/proofs/{found['id']}"
    return found


def events(service: Service, job: dict[str, Any], **headers: str) -> list[dict[str, Any]]:
    """The whole stream."""
    told: list[dict[str, Any]] = []
    with service.client.stream("GET", job["links"]["events"], headers=headers) as stream:
        assert stream.status_code == 200
        assert stream.headers["content-type"].startswith("text/event-stream")
        for block in "".join(stream.iter_text()).split("\n\n"):
            lines = [line for line in block.split("\n") if line and not line.startswith(":")]
            if lines:
                fields = dict(line.split(": ", 1) for line in lines)
                event = json.loads(fields["data"])
                assert fields["event"] == event["kind"]
                told.append({**event, "number": int(fields["id"])})
    return told


def ended(service: Service, job: dict[str, Any]) -> dict[str, Any]:
    events(service, job)
    found: dict[str, Any] = service.get(job["links"]["self"])
    return found


def is_running(service: Service, job: dict[str, Any]) -> bool:
    """Whether it has told something."""
    found = service.get(job["links"]["self"])
    return bool(found["state"] == "running" and found["events"])


class TestRuns:
    def test_a_proof_with_its_certificate(self, service: Service, tmp_path: Path) -> None:
        job = ask(service, TRUE)
        assert job["state"] == "queued" and job["request"]["budget"]["wall_s"] == 60
        told = events(service, job)
        assert [event["number"] for event in told] == list(range(1, len(told) + 1))
        assert [told[0]["kind"], told[-1]["kind"]] == ["run", "end"]
        assert told[0]["schema"] == "tactic-mesh/events@1" and told[0]["theorem"]["statement"] == TRUE
        found = service.get(job["links"]["self"])
        result = found["result"]
        assert (found["state"], result["outcome"], result["trust"]) == ("ended", "proved", "replayed")
        assert result["lean_file"] == f"theorem T : {TRUE} := {result['proof']}\n"
        assert found["events"] == len(told)
        for name in ("outcome", "reason", "trust", "proof", "lean_file", "messages", "spent"):
            assert told[-1][name] == result[name]
        certificate = service.client.get(job["links"]["certificate"])
        assert certificate.status_code == 200
        assert f'filename="{job["id"]}.' in certificate.headers["content-disposition"]
        assert TRUE in certificate.json()["certificate"]["text"]

    def test_jobs_are_counted(self, service: Service) -> None:
        def counts() -> list[float]:
            outcomes = ('{outcome="proved"}', '{outcome="refuted"}', '{outcome="cancelled"}')
            return [service.counted(f"tactic_mesh_jobs_ended_total{outcome}") for outcome in outcomes]

        before = counts()
        for statement in (TRUE, FALSE):
            events(service, ask(service, statement))
        hard = ask(service, HARD)
        assert warm.becomes_true(lambda: service.counted("tactic_mesh_jobs_running") == 1)
        assert service.client.delete(hard["links"]["self"]).status_code == 202
        assert [new - old for old, new in zip(before, counts(), strict=True)] == [1, 1, 1]
        for name in ("queued", "running"):
            assert service.counted(f"tactic_mesh_jobs_{name}") == 0

    def test_a_stream_goes_on_where_it_was_left(self, service: Service) -> None:
        job = ask(service, FALSE, prover="models")
        whole = events(service, job)
        assert len(whole) > 10 and {"attempt", "spent"} <= {event["kind"] for event in whole}
        assert events(service, job, **{"Last-Event-ID": "7"}) == whole[7:]
        assert events(service, {"links": {"events": f"{job['links']['events']}?after=7"}}) == whole[7:]

    def test_models_search_and_both(self, service: Service) -> None:
        prelude = "def double (n : Nat) : Nat := n + n"
        for prover in ("models", "search", "portfolio"):
            job = ask(service, "double n = 2 * n", binders="(n : Nat)", prelude=prelude, prover=prover)
            result = ended(service, job)["result"]
            assert result["outcome"] == ("not_found" if prover == "models" else "proved"), result
            if prover == "models":
                assert result["attempts"] and result["attempts_total"] >= len(result["attempts"])
                assert result["attempts"][0]["error_class"]

    def test_a_false_statement_is_refuted(self, service: Service) -> None:
        result = ended(service, ask(service, FALSE))["result"]
        assert result["outcome"] == "refuted"
        assert result["refutation"]["instance"] == [{"name": "n", "value": "0"}]

    def test_a_statement_that_is_none(self, service: Service) -> None:
        for prover in ("search", "models"):
            result = ended(service, ask(service, "1 + = 2", prover=prover))["result"]
            assert result["outcome"] == "invalid_statement" and result["reason"]

    @pytest.mark.parametrize("prover", ["search", "models"])
    def test_a_file(self, service: Service, prover: str) -> None:
        text = "def two := 2\n\ntheorem a : two = 2 := rfl\n\n/-- four -/\n"
        text += "theorem b : two + two = 4 := by\n  sorry\n\n#eval two\n"
        job = service.post("/v1/proofs", {"file": text, "prover": prover}, 202)
        assert service.get("/v1/proofs?limit=1")["jobs"][0]["statement"] == "two + two = 4"
        result = ended(service, job)["result"]
        assert result["outcome"] == "proved", result
        start, end = text.split("by\n  sorry\n")
        assert result["lean_file"].startswith(start) and result["lean_file"].endswith(end)
        wrong = ended(
            service, service.post("/v1/proofs", {"file": "\n\ntheorem c : 1 + x = 2 := sorry\n"}, 202)
        )
        (message,) = wrong["result"]["messages"]
        assert (message["origin"], message["line"], message["column"]) == ("file", 3, 16)

    def test_a_model_without_answers(self, service: Service) -> None:
        """The search of its own as a source of proofs, which is still at work when the time is over."""
        budget = {"rounds": 1, "wall_s": 10}
        result = ended(service, ask(service, FALSE, prover="models", backend="search", budget=budget))[
            "result"
        ]
        assert (result["outcome"], result["reason"]) == (
            "no_verdict",
            "the model gave no answer within 10 s",
        )


class TestRefusals:
    @pytest.mark.parametrize(
        ("fields", "status", "words"),
        [
            ({"statement": ""}, 422, "statement"),
            ({"file": "theorem t : True := sorry"}, 422, "either a statement or a file"),
            ({"statement": None, "file": "theorem t : True := trivial"}, 422, "no theorem with `sorry`"),
            ({"statement": None}, 422, "either a statement or a file"),
            ({"surprise": 1}, 422, "surprise"),
            ({"name": "1x"}, 422, "name"),
            ({"name": "T : True := trivial\ntheorem U"}, 422, "name"),
            ({"imports": ["Mathlib"]}, 422, "Mathlib"),
            ({"imports": ["Init\ndef x := 1"]}, 422, "imports"),
            ({"experts": ["nobody"]}, 400, "nobody"),
            ({"budget": {"wall_s": 1e9}}, 422, "budget.wall_s"),
            ({"budget": {"checks": 0}}, 422, "budget.checks"),
            ({"prover": "magic"}, 422, "prover"),
            ({"prover": "models", "backend": "oracle"}, 400, "oracle"),
            ({"prover": "models", "backend": "openai", "model": "m"}, 400, "OPENAI_API_KEY"),
            ({"prover": "models", "backend": "openai"}, 400, "model"),
        ],
    )
    def test_before_a_job_is_made(
        self, service: Service, fields: dict[str, Any], status: int, words: str
    ) -> None:
        problem = ask(service, **{"statement": TRUE, **fields}, status=status)
        assert problem["type"].startswith("urn:tactic-mesh:problem:") and words in problem["detail"]

    def test_what_there_is_not(self, service: Service) -> None:
        for path in ("", "/events", "/certificate"):
            assert service.client.get(f"/v1/proofs/none{path}").status_code == 404
        assert service.client.delete("/v1/proofs/none").status_code == 404
        job = ask(service, FALSE)
        events(service, job)
        assert service.client.get(job["links"]["certificate"]).status_code == 404

    def test_keys(self, service: Service) -> None:
        first = ask(service, TRUE, key="one")
        assert ask(service, TRUE, 200, key="one")["id"] == first["id"]
        assert ask(service, FALSE, 422, key="one")["detail"].startswith("Idempotency-Key")


class TestCancelling:
    def test_a_job_that_runs_and_one_that_waits(self, service: Service) -> None:
        running = [ask(service, HARD) for _ in range(2)]
        waiting = ask(service, TRUE)
        for job in running:
            assert warm.becomes_true(functools.partial(is_running, service, job))
        assert service.get(waiting["links"]["self"])["state"] == "queued"
        for job in [waiting, *running]:
            answer = service.client.delete(job["links"]["self"])
            assert (answer.status_code, answer.json()["state"]) == (202, "cancelled")
        told = events(service, running[0])
        assert (told[-1]["kind"], told[-1]["reason"]) == ("end", "cancelled")
        assert events(service, waiting) == []
        assert warm.becomes_true(lambda: len(service.texts()) <= 2)

    def test_what_is_over_is_removed_only_if_asked(self, service: Service) -> None:
        job = ask(service, TRUE)
        found = ended(service, job)
        assert service.client.delete(job["links"]["self"]).json() == found
        assert service.client.delete(f"{job['links']['self']}?purge=true").status_code == 204
        assert service.client.get(job["links"]["self"]).status_code == 404


def test_provers(service: Service) -> None:
    found = service.get("/v1/provers")
    assert found["provers"] == ["search", "models", "portfolio"]
    ready = {one["name"]: one["ready"] for one in found["backends"]}
    assert ready["dummy"] and ready["search"] and {"openai", "anthropic", "gemini", "deepseek"} <= set(ready)
    assert not ready["openai"] or "OPENAI_API_KEY" in os.environ
    assert "induction" in found["experts"]
    defaults, maxima = found["budget"]["defaults"], found["budget"]["maxima"]
    assert (defaults["wall_s"], defaults["checks"], maxima["wall_s"]) == (60, 60, 3600)
    assert ask(service, TRUE)["request"]["budget"] == defaults


def test_lists(service: Service) -> None:
    job = ended(service, ask(service, "∀ m : Nat, 0 + m = m"))
    found = service.get("/v1/proofs?q=0 %2B m&state=ended&outcome=proved")["jobs"]
    assert [one["id"] for one in found] == [job["id"]]
    page = service.get("/v1/proofs?limit=1")
    assert page["jobs"][0]["id"] == page["next"] == job["id"]
    for wrong in ("state=lost", "limit=0", "limit=many", "outcome=none"):
        assert service.client.get(f"/v1/proofs?{wrong}").status_code == 422


@contextmanager
def killed(folder: Path, *words: str) -> Iterator[Service]:
    """A service that is killed at the end of the block, in the middle of whatever it does."""
    with serving(*words, TACTIC_MESH_DATA=str(folder)) as service:
        yield service
        service.process.send_signal(signal.SIGKILL)
        service.process.wait()


class TestTrouble:
    def test_a_full_disk(self, tmp_path: Path) -> None:
        """As far as a limit on the size of files is one: nothing is accepted, and what runs ends when there is room."""
        with serving(TACTIC_MESH_DATA=str(tmp_path)) as service:
            job = ask(service, HARD, budget={"wall_s": 2})
            assert warm.becomes_true(functools.partial(is_running, service, job))
            with no_more_room(service):
                assert "Free some space" in ask(service, TRUE, 507)["detail"]
                answer = service.client.post("/prove", json={"theorem_statement": TRUE})
                assert answer.status_code == 507
                time.sleep(3)  # its time is up, and its result finds no room
                assert service.get(job["links"]["self"])["state"] == "running"
                assert service.get("/healthz")["ok"]
            found = ended(service, job)
            assert (found["state"], found["starts"]) == ("ended", 1)
            told = events(service, job)
            assert [event["number"] for event in told] == list(range(1, len(told) + 1))
            assert ended(service, ask(service, TRUE))["result"]["outcome"] == "proved"

    def test_two_servers_and_a_damaged_file(self, tmp_path: Path) -> None:
        environ = {**os.environ, "TACTIC_MESH_DATA": str(tmp_path)}

        def start() -> tuple[int, str]:
            words = [*COMMAND, "--port", "0"]
            ran = subprocess.run(words, env=environ, capture_output=True, timeout=WALL_S, check=False)
            return ran.returncode, ran.stderr.decode()

        with serving(TACTIC_MESH_DATA=str(tmp_path)):
            code, said = start()
            assert code == 2 and "another server" in said and "--data" in said
        jobs_file(tmp_path).write_bytes(b"no database at all, but long enough to be looked at" * 100)
        code, said = start()
        assert code == 3 and "damaged" in said and "Traceback" not in said


@contextmanager
def no_more_room(service: Service) -> Iterator[None]:
    """Until the end of the block, no file of the service can grow."""
    process_id = service.process.pid
    soft, hard = resource.prlimit(process_id, resource.RLIMIT_FSIZE)
    resource.prlimit(process_id, resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.prlimit(process_id, resource.RLIMIT_FSIZE, (soft, hard))


class TestRestart:
    def test_every_accepted_job_ends(self, tmp_path: Path) -> None:
        with killed(tmp_path, "--proofs", "2") as service:
            over = ask(service, TRUE)
            before = ended(service, over)
            jobs = [ask(service, HARD, budget={"wall_s": 2}) for _ in range(2)]
            jobs += [ask(service, f"∀ a : Nat, a + {n} = {n} + a", key=f"k{n}") for n in range(6)]
            assert warm.becomes_true(functools.partial(is_running, service, jobs[0]))
        with serving("--proofs", "2", TACTIC_MESH_DATA=str(tmp_path)) as service:
            assert service.get(over["links"]["self"]) == before
            outcomes = [ended(service, job)["result"]["outcome"] for job in jobs]
            assert outcomes == ["not_found"] * 2 + ["proved"] * 6
            told = events(service, jobs[0])
            assert [event["number"] for event in told] == list(range(1, len(told) + 1))
            assert [event["kind"] for event in told].count("run") == 2
            assert service.get(jobs[0]["links"]["self"])["starts"] == 2
            assert ask(service, "∀ a : Nat, a + 0 = 0 + a", 200, key="k0")["id"] == jobs[2]["id"]

    def test_a_job_that_was_stopped_with_the_server_starts_again(self, tmp_path: Path) -> None:
        with serving("--drain-s", "1", TACTIC_MESH_DATA=str(tmp_path)) as service:
            job = ask(service, HARD, budget={"wall_s": 2})
            assert warm.becomes_true(functools.partial(is_running, service, job))
        with serving(TACTIC_MESH_DATA=str(tmp_path)) as service:
            found = ended(service, job)
            assert (found["state"], found["starts"]) == ("ended", 1)
