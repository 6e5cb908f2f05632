"""`POST /prove` over a socket: the loop's contract, its bounds, many at once, and requests that mean no good."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx2
import pytest
import warm
from serving import COMMAND, WALL_S, Service, resident_bytes, serving

from tactic_mesh.gateway.scripted_server import Reply, scripted_server

TRIVIAL = "∀ n : Nat, n = n"
SIMP = "∀ n : Nat, n + 0 = n"
HARD = "∀ a b : Nat, (a + b) ^ 2 = a ^ 2 + 2 * a * b + b ^ 2"
SLOW = "∀ a b c n : Nat, n > 2 → a ^ n + b ^ n = c ^ n → a = 0 ∨ b = 0"
GROWTH_BYTES_MAX = 64 << 20
pytestmark = pytest.mark.usefixtures("library")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def service(library: object, data: Path) -> Iterator[Service]:
    assert library is not None
    with serving("--store-mib", "0", TACTIC_MESH_DATA=str(data)) as started:
        yield started


def body(statement: str, **fields: Any) -> dict[str, Any]:
    return {"theorem_statement": statement, **fields}


def prove(service: Service, statement: str, status: int = 200, **fields: Any) -> dict[str, Any]:
    found: dict[str, Any] = service.post("/prove", body(statement, **fields), status)
    return found


class TestContract:
    @pytest.mark.parametrize("statement", [TRIVIAL, SIMP])
    def test_what_the_dummy_proves(self, service: Service, statement: str) -> None:
        found = prove(service, statement, job_id="mine", theorem_name="T")
        assert (found["job_id"], found["ok"], found["trust"]) == ("mine", True, "replayed")
        final = found["final_proof"]
        assert final["lean_file"] == f"theorem T : {statement} := {final['proof_block']}\n"
        assert final["theorem_name"] == "T" and found["attempts"][-1]["lean_ok"]
        assert set(found["stats"]) == {"rounds_used", "checks_used", "time_ms_total", "cache_hits"}
        assert service.post("/check", {**body(statement), "proof": final["proof_block"]})["ok"]

    def test_a_hard_one_fails_with_its_attempts(self, service: Service, data: Path) -> None:
        found = prove(service, HARD)
        assert not found["ok"] and found["final_proof"] is None
        assert found["stats"]["rounds_used"] == 4 and found["stats"]["checks_used"] <= 60
        attempts = found["attempts"]
        assert {"tactic_failed", "unsolved_goals"} <= {attempt["error_class"] for attempt in attempts}
        assert any(attempt["parent"] for attempt in attempts)  # repairs
        for attempt in attempts:
            assert re.fullmatch(r"r\d+_[cf]\d+", attempt["candidate_id"])
            assert attempt["message_excerpt"] and 0 <= attempt["score"] <= 1 and not attempt["lean_ok"]
        log = (data / "attempts" / f"{found['job'].rpartition('/')[2]}.jsonl").read_text(encoding="utf-8")
        logged = [json.loads(line) for line in log.split("\n") if line]
        assert sum(line["event"] == "attempt" for line in logged) == found["attempts_total"] == len(attempts)

    def test_the_budget_is_kept(self, service: Service) -> None:
        budget = {"max_total_checks": 5, "max_rounds": 2, "candidates_per_round": 4, "repairs_per_round": 2}
        found = prove(service, HARD, budget=budget)
        job = service.get(found["job"])
        assert found["stats"]["checks_used"] <= job["result"]["spent"]["checks"] <= 5
        assert job["request"]["budget"]["check_wall_s"] == 15

    def test_the_same_request_has_the_same_answer(self, service: Service) -> None:
        one, two = (prove(service, HARD, job_id="same") for _ in range(2))
        for found in (one, two):
            del found["job"], found["stats"]["time_ms_total"]
            for attempt in found["attempts"]:
                del attempt["time_ms"]
        assert one == two

    def test_declarations_stand_after_the_prelude(self, service: Service) -> None:
        found = prove(service, "four = 4", extra_prelude="def two := 2\n", decls="def four := two + two")
        assert found["final_proof"]["lean_file"].startswith("def two := 2\n\n\ndef four := two + two\n")

    def test_the_search_as_a_backend(self, service: Service) -> None:
        assert prove(service, "∀ a b : Nat, a * b = b * a", model={"backend": "search"})["ok"]

    def test_a_name_that_is_none_is_made_one(self, service: Service) -> None:
        found = prove(service, TRIVIAL, theorem_name="T : True := trivial theorem 1")
        assert found["final_proof"]["theorem_name"] == "T___True____trivial_theorem_1"

    @pytest.mark.parametrize(
        ("fields", "status", "words"),
        [
            ({"imports": ["Mathlib"]}, 422, "Mathlib"),
            ({"theorem_statement": "1 + = 2"}, 422, "theorem_statement"),
            ({"theorem_statement": "missing = 2"}, 422, "missing"),
            ({"budget": {"timeout_ms_per_check": 1e12}}, 422, "timeout_ms_per_check"),
            ({"budget": {"max_rounds": 0}}, 422, "budget.max_rounds"),
            ({"model": {"backend": "openai", "model_name": "m"}}, 400, "OPENAI_API_KEY"),
            ({"model": {"backend": "oracle"}}, 400, "oracle"),
            ({"model": {"temperature": 3}}, 422, "model.temperature"),
            ({"proof": "by rfl"}, 422, "proof"),
        ],
    )
    def test_refusals(self, service: Service, fields: dict[str, Any], status: int, words: str) -> None:
        problem = service.post("/prove", {**body(TRIVIAL), **fields}, status)
        assert problem["status"] == status and words in problem["detail"]

    def test_a_key_leads_to_the_same_job(self, service: Service) -> None:
        jobs = set()
        for _ in range(2):
            answer = service.client.post("/prove", json=body(SIMP), headers={"Idempotency-Key": "p"})
            jobs.add(answer.json()["job"])
        assert len(jobs) == 1
        other = service.client.post("/prove", json=body(TRIVIAL), headers={"Idempotency-Key": "p"})
        assert other.status_code == 422


class TestModels:
    """A language model behind `/prove`: what it says is checked, what it costs is told, and its failures are named."""

    @pytest.fixture
    def model(self, tmp_path: Path) -> Iterator[tuple[Service, list[Reply]]]:
        replies: list[Reply] = []
        with (
            scripted_server(replies) as server,
            serving(TACTIC_MESH_DATA=str(tmp_path), TACTIC_MESH_LOCAL_URL=f"{server.base_url}/v1") as service,
        ):
            yield service, replies

    def test_answers_and_refusals(self, model: tuple[Service, list[Reply]]) -> None:
        service, replies = model
        asked: dict[str, Any] = {"model": {"backend": "local", "model_name": "m", "temperature": 0.5}}
        replies.append(Reply(("```lean\nby\n  intro n\n  exact Nat.mul_one n\n```",)))
        found = prove(service, "∀ n : Nat, n * 1 = n", **asked)
        assert found["ok"] and found["final_proof"]["proof_block"] == "by\n  intro n\n  exact Nat.mul_one n"
        usage = service.get(found["job"])["result"]["usage"]
        assert usage["input_tokens"] > 0 and usage["dollars"] is None  # no price is known
        replies[:] = [Reply(status=401, message="no such key: s3cret")]
        refused = prove(service, TRIVIAL, 502, **asked)
        assert refused["type"].startswith("urn:tactic-mesh:problem:")
        replies[:] = [Reply(("by rfl\naxiom cheat : False\ntheorem U : 1 = 2 := cheat.elim",))]
        assert not prove(service, "1 = 2", **asked)["ok"]


FALSE = "1 = 2"


class TestInjection:
    """Nothing that a request brings has another statement proved than the one that it says."""

    @pytest.mark.parametrize(
        "statement",
        [
            "True := trivial\ntheorem U : True",
            "1 = 1 := by rfl\n\nexample : 1 = 1",
            "1 = 1 := rfl --",
            "1 = 1 := rfl /-",
            "True\n:= trivial\n#eval 1\ntheorem U : 1 = 1",
            "∀ n : Nat, n = n\n  | _ => rfl",
            "1 = 1 where x := 1",
            "1 = 1 /-",
            '1 = 1 ∧ "',
            "1 = 1)",
            "(1 = 1",
            "1 = 1\n#exit",
            "1 = 1\nend X",
            "by exact True\naxiom a : False",
        ],
    )
    def test_a_statement_is_one_term(self, service: Service, statement: str) -> None:
        prove(service, statement, 422)
        job = service.post("/v1/proofs", {"statement": statement, "budget": {"wall_s": 5}}, 202)
        assert over(service, job)["result"]["outcome"] == "invalid_statement"

    @pytest.mark.parametrize(
        "binders",
        [
            ": True := trivial\ntheorem U (h : 1 = 2)",
            "(n : Nat) : n = n := rfl\ntheorem U (h : 1 = 2)",
            "/- ",
            "(h : 1 = 2) : True := trivial\nexample",
        ],
    )
    @pytest.mark.parametrize("prover", ["search", "models"])
    def test_binders_are_binders(self, service: Service, binders: str, prover: str) -> None:
        asked = {"statement": FALSE, "binders": binders, "prover": prover, "budget": {"wall_s": 5}}
        job = service.post("/v1/proofs", asked, 202)
        assert over(service, job)["result"]["outcome"] == "invalid_statement"

    @pytest.mark.parametrize(
        "prelude",
        [
            "axiom cheat : 1 = 2\nattribute [simp] cheat",
            "theorem cheat : 1 = 2 := sorry\nattribute [simp] cheat",
            "theorem T : 1 = 2 := by decide\n/-",
            "set_option debug.skipKernelTC true",
            "theorem T : 1 = 1 := rfl\n#exit",
            "private theorem T : 1 = 1 := rfl\n#exit",
            "theorem T : 1 = 1 := rfl\nnamespace A",
            "theorem cheat : 1 = 2 := by native_decide\nattribute [simp] cheat",
            'macro_rules | `(tactic| rfl) => `(tactic| exact (sorry))\n#eval "x"',
            'run_cmd Lean.logInfo m!"x"',
        ],
    )
    def test_a_prelude_makes_no_proof_of_a_false_statement(self, service: Service, prelude: str) -> None:
        answer = service.client.post("/prove", json=body(FALSE, extra_prelude=prelude))
        assert answer.status_code in (200, 422)
        assert not answer.json().get("ok")
        asked = {"statement": FALSE, "prelude": prelude, "budget": {"wall_s": 5}}
        result = over(service, service.post("/v1/proofs", asked, 202))["result"]
        assert result["outcome"] != "proved" and result["lean_file"] is None


def over(service: Service, job: dict[str, Any]) -> dict[str, Any]:
    """The job once it is over."""
    with service.client.stream("GET", job["links"]["events"]) as stream:
        for _ in stream.iter_lines():
            pass
    found: dict[str, Any] = service.get(job["links"]["self"])
    assert found["state"] == "ended"
    return found


def state_of_newest(service: Service) -> str:
    state: str = service.get("/v1/proofs?limit=1")["jobs"][0]["state"]
    return state


class TestHangingUp:
    @pytest.mark.parametrize(
        ("statement", "backend", "key", "state"),
        [(SLOW, "search", "", "cancelled"), (HARD, "dummy", "k", "ended")],
    )
    def test_without_a_key_it_cancels(
        self, service: Service, statement: str, backend: str, key: str, state: str
    ) -> None:
        asked = body(statement, job_id="lost", model={"backend": backend})
        headers = {"Idempotency-Key": key} if key else {}
        request = service.client.build_request("POST", "/prove", json=asked, headers=headers)
        assert request.url.port is not None
        with socket.create_connection((request.url.host, request.url.port)) as connection:
            lines = [f"{name}: {value}" for name, value in request.headers.items()]
            head = "\r\n".join(["POST /prove HTTP/1.1", *lines, "", ""])
            connection.sendall(head.encode() + request.content)
            assert warm.becomes_true(lambda: state_of_newest(service) in ("running", state))
        assert warm.becomes_true(lambda: state_of_newest(service) == state)


class TestManyAtOnce:
    def test_two_dozen_twice(self, tmp_path: Path) -> None:
        many(tmp_path, 24)

    @pytest.mark.slow
    def test_two_hundred_twice(self, tmp_path: Path) -> None:
        many(tmp_path, 200)


def many(folder: Path, count: int) -> None:
    """`count` requests at the same time, twice: none is lost, none over its budget, and memory stays."""
    words = ["--jobs", "2", "--proofs", "2", "--store-mib", "0"]
    with serving(*words, TACTIC_MESH_DATA=str(folder)) as service, ThreadPoolExecutor(count) as pool:
        held = []
        for turn in range(2):
            numbers = range(turn * count, (turn + 1) * count)
            for done in [pool.submit(one_of_many, service.url, number) for number in numbers]:
                done.result()
            assert warm.becomes_true(lambda: len(service.texts()) <= 2)
            held.append(resident_bytes(service.process.pid))
        assert held[1] - held[0] < GROWTH_BYTES_MAX
        listed = service.get(f"/v1/proofs?limit={min(200, count)}&state=ended")["jobs"]
        assert len(listed) == min(200, count)


def one_of_many(url: str, number: int) -> None:
    statement, is_true = (
        (f"{number} + 1 = {number + 1}", True) if number % 4 else (f"{number} = {number + 1}", False)
    )
    checks = 12
    with httpx2.Client(base_url=url, timeout=10 * WALL_S) as client:
        asked = body(statement, job_id=str(number), budget={"max_total_checks": checks})
        answer = client.post("/prove", json=asked)
        assert answer.status_code == 200, answer.text
        found = answer.json()
        assert (found["job_id"], found["ok"]) == (str(number), is_true)
        assert client.get(found["job"]).json()["result"]["spent"]["checks"] <= checks


def test_the_printed_command_works(tmp_path: Path) -> None:
    environ = {"TACTIC_MESH_DATA": str(tmp_path)}
    with serving(**environ) as service:
        service.process.send_signal(signal.SIGTERM)
        _, told = service.process.communicate(timeout=WALL_S)
    (printed,) = [line for line in told.decode().split("\n") if line.strip().startswith("curl ")]
    port = re.search(r":(\d+)/prove", printed)
    assert port is not None
    words = [*COMMAND, "--port", port[1]]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ, **environ}
    ) as p:
        assert p.stdout is not None and p.stdout.readline()
        ran = subprocess.run(["bash", "-c", printed], capture_output=True, timeout=WALL_S, check=True)
        p.send_signal(signal.SIGTERM)
    assert json.loads(ran.stdout)["ok"]
