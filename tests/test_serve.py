"""The service as its clients meet it: the protocols, batches whose items stand alone, and faults under load.

Every test here talks to the real command over a socket of this machine. No test asserts a duration; what bounds
the time is the limits that the requests state.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import golden_serve
import httpx2
import pytest
import warm
from serving import COMMAND, ENDLESS, GOOD, WALL_S, WRONG, Service, serving, status

from tactic_mesh.cli import main
from tactic_mesh.lean.cache import cache_folder

pytestmark = [
    pytest.mark.usefixtures("library"),
    pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the tests find processes in /proc"),
]


@pytest.fixture(scope="module")
def service(library: object) -> Iterator[Service]:
    assert library is not None
    with serving("--jobs", "2", *golden_serve.WITHOUT_STORE) as started:
        yield started


class TestProtocols:
    @pytest.mark.parametrize("name", golden_serve.NAMES)
    def test_golden(self, service: Service, name: str) -> None:
        """After a change that is meant: `python tests/golden_serve.py`, and read the difference."""
        kept = golden_serve.document(name)
        assert golden_serve.ask(service, kept["request"]) == kept["answer"]

    def test_the_examples_of_the_description_work(self, service: Service) -> None:
        schema = service.get("/openapi.json")
        assert schema == service.get("/api/openapi.json")
        posts = [path for path, methods in schema["paths"].items() if "post" in methods]
        assert {"/api/check", "/check", "/session/start", "/session/step", "/v1/proofs"} <= set(posts)
        for path in posts:
            body = schema["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"]
            described = schema["components"]["schemas"][body["$ref"].rpartition("/")[2]]
            examples = described.get("examples") or [described["example"]]
            for example in examples:
                if "session_id" in example:
                    started = service.post(
                        "/session/start", {"theorem_statement": "∀ p q : Prop, p ∧ q → q ∧ p"}
                    )
                    example["session_id"] = started["session_id"]
                answer = service.client.post(path, json=example)
                assert answer.status_code in (200, 202), (path, answer.text)

    def test_version_says_which_lean(self, service: Service) -> None:
        found = service.get("/version")
        assert set(found) == {"tactic_mesh", "python", "lean", "how", "trust"}
        assert set(found["lean"]) == {"version", "commit", "library", "library_sha256"}

    def test_metrics_count(self, service: Service) -> None:
        before = service.counted("tactic_mesh_checks_total")
        service.snippets(GOOD, WRONG)
        assert service.counted("tactic_mesh_checks_total") == before + 2
        assert service.counted("tactic_mesh_queue") == 0


class TestStatement:
    """What `/check` proves is the statement that was sent, or nothing."""

    @pytest.mark.parametrize(
        "fields",
        [
            {"theorem_statement": "True := trivial\ntheorem U : 1 = 1"},
            {"theorem_statement": "True) := trivial\ntheorem U : (1 = 1"},
            {"theorem_statement": "True\n| _ => trivial\ntheorem U : 1 = 1"},
            {"theorem_statement": "True -- := trivial\n := trivial\ntheorem U : 1 = 1"},
            {"theorem_statement": "True := trivial /- "},
            {"theorem_statement": "True := trivial #exit"},
            {"theorem_statement": 'True := trivial\n#eval "'},
            {"theorem_statement": "True where\ntheorem U : 1 = 1"},
            {"theorem_statement": "1 = 1", "decls": "theorem T : True := trivial\n#exit"},
            {"theorem_statement": "1 = 1", "decls": "theorem T : True := trivial\n/- "},
            {"theorem_statement": "1 = 1", "decls": "theorem T : True := trivial"},
            {"theorem_statement": "1 = 1", "extra_prelude": "namespace T"},
            {"theorem_statement": "1 = 1", "proof": "by rfl #exit\n"},
            {"theorem_statement": "1 = 2", "proof": "by\n  exact sorry\ntheorem U : 1 = 1 := rfl"},
            {"theorem_statement": "1 = 2", "proof": "by exact c.elim\naxiom c : False"},
            {"theorem_statement": "1 = 2", "proof": "by decide\n/- -/ theorem T : 1 = 1 := rfl"},
        ],
    )
    def test_text_of_another_kind_is_no_proof(self, service: Service, fields: dict[str, str]) -> None:
        body = {"proof": "by rfl", "trust": "elaborated", **fields}
        if "exit" in body["proof"]:
            # Nothing follows the theorem but our own line end: this one is honest.
            assert service.post("/check", body)["ok"]
            return
        answer = service.client.post("/check", json=body)
        assert answer.status_code == 422 or (answer.status_code == 200 and not answer.json()["ok"])

    @pytest.mark.parametrize(
        "statement",
        [
            "let x := 1; x = 1",
            "∀ x : Nat, (match x with | 0 => True | _ + 1 => True)",
            "∀ n : Nat,\nn = n",
            "(fun (n : Nat) => n) 1 = 1 -- := a remark",
            "∃ n : Nat, /- | -/ n = 0",
        ],
    )
    def test_terms_of_every_shape_are_statements(self, service: Service, statement: str) -> None:
        proof = "by first | decide | (intro x; cases x <;> trivial) | (intros; rfl) | exact ⟨0, rfl⟩"
        body = {"theorem_statement": statement, "proof": proof, "trust": "elaborated"}
        found = service.post("/check", body)
        assert found["ok"], found

    def test_a_place_is_told_in_the_field_that_was_sent(self, service: Service) -> None:
        body = {
            "decls": "def f := 1",
            "theorem_statement": "f = 1",
            "proof": "skip\nexact nothing",
            "trust": "elaborated",
        }
        (found,) = service.post("/check", body)["diagnostics"]
        assert (found["line"], found["column"], found["error_class"]) == (7, 8, "unknown_identifier")
        assert (found["field"], found["field_line"], found["field_column"]) == ("proof", 2, 6)


# A text that writes onto every descriptor it may have, before its own error.
FORGING = """@[extern "lean_get_stdout"] opaque out : BaseIO IO.FS.Stream
#eval do
  let stream ← (out : BaseIO IO.FS.Stream)
  stream.putStr "{\\"env\\":0}\\n\\n"
  stream.flush
theorem t : 1 = 2 := by decide
"""
PRINTING = """#print "{\\"env\\":0}\\n\\n"
#eval "{\\"env\\":0}\\n\\n"
theorem t : 1 = 2 := by decide
"""


class TestDifferences:
    """What the field's fastest server gets wrong, by experiment."""

    def test_a_nothing_is_left_of_an_earlier_request(self, service: Service) -> None:
        cheat = service.snippets(
            "axiom cheat : False", 'macro "easy" : tactic => `(tactic| exact cheat.elim)'
        )
        assert [status(result) for result in cheat] == ["lean_error", "valid"]
        for _ in range(2):
            (later,) = service.snippets("theorem t : 1 = 2 := cheat.elim")
            assert status(later) == "lean_error"
            assert "cheat" in later["response"]["messages"][0]["data"]

    @pytest.mark.parametrize("text", [FORGING, PRINTING])
    def test_b_what_a_text_prints_is_no_answer(self, service: Service, text: str) -> None:
        forged, honest, wrong = service.snippets(text, GOOD, WRONG)
        assert status(forged) != "valid"
        assert (status(honest), status(wrong)) == ("valid", "lean_error")
        for _ in range(3):  # nor does it shift the answers after it
            assert [status(r) for r in service.snippets(GOOD, WRONG)] == ["valid", "lean_error"]

    @pytest.mark.parametrize(
        "text",
        [
            "-- a remark\nimport Init\ntheorem t : 1 = 1 := rfl",
            "/- a remark -/ import Init\ntheorem t : 1 = 1 := rfl",
            "import Init",
            "module\nimport Init\ntheorem t : 1 = 1 := rfl",
            "public import Init\ntheorem t : 1 = 1 := rfl",
            "import all Init\ntheorem t : 1 = 1 := rfl",
            "import Nope\ntheorem t : 1 = 1 := rfl",
        ],
    )
    def test_c_the_same_text_has_the_same_answer(self, service: Service, text: str) -> None:
        def answer(**fields: Any) -> dict[str, Any]:
            (result,) = service.snippets(text, **fields)
            return {key: value for key, value in result.items() if key != "time"}

        first = answer()
        assert answer() == answer(reuse=False) == first

    def test_e_a_sorry_is_one_however_it_is_written(self, service: Service) -> None:
        texts = [
            "theorem t : 1 = 2 := sorry",
            "theorem t : 1 = 2 := sorryAx _ false",
            "set_option warn.sorry false\ntheorem t : 1 = 2 := sorryAx _ false",
            "set_option warn.sorry false in\ntheorem t : 1 = 2 := by sorry",
            'macro "done!" : tactic => `(tactic| sorry)\ntheorem t : 1 = 2 := by done!',
        ]
        for result in service.snippets(*texts):
            assert status(result) == "sorry"
            assert result["outcome"] == "incomplete"
            assert "trust" not in result

    def test_e_an_axiom_of_the_text_is_no_proof(self, service: Service) -> None:
        text = "axiom cheat : False\ntheorem t : 1 = 2 := cheat.elim\n#print axioms t"
        (result,) = service.snippets(text)
        assert (status(result), result["axioms"]) == ("lean_error", ["cheat"])
        (allowed,) = service.snippets(text, permitted_axioms=["cheat"])
        assert (status(allowed), allowed["axioms"]) == ("valid", ["cheat"])


class TestBatches:
    def test_each_item_stands_alone(self, service: Service) -> None:
        texts = [GOOD, ENDLESS, WRONG, "#eval 2 ^ (2 ^ 40)", "\0", "import Nope", GOOD]
        found = [status(result) for result in service.snippets(*texts, timeout=2)]
        assert found == [
            "valid",
            "timeout_error",
            "lean_error",
            "server_error",
            "repl_error",
            "lean_error",
            "valid",
        ]

    def test_what_an_item_asks_for_goes_first(self, service: Service) -> None:
        cheating = "axiom cheat : False\ntheorem t : 1 = 2 := cheat.elim\n"
        snippets = [
            {"id": "1", "code": cheating, "permitted_axioms": []},
            {"id": "2", "code": cheating},
            {"id": "3", "code": GOOD, "theorem_names": ["absent"]},
            {"id": "4", "code": GOOD, "theorem_names": ["t"]},
        ]
        results = service.post("/api/check", {"snippets": snippets, "permitted_axioms": ["cheat"]})["results"]
        assert [status(result) for result in results] == ["lean_error", "valid", "lean_error", "valid"]
        assert results[2]["reasons"] == ["theorem_missing: absent"]

    def test_a_large_batch_keeps_its_order(self, service: Service) -> None:
        texts = [f"theorem t : {n} + 1 = {n + 1 - n % 2} := by decide" for n in range(60)]
        found = [status(result) for result in service.snippets(*texts)]
        assert found == ["valid", "lean_error"] * 30

    def test_a_small_request_does_not_wait_for_all_of_a_large_one(self, service: Service) -> None:
        done: list[str] = []
        with ThreadPoolExecutor() as pool:

            def ask(name: str, *texts: str) -> None:
                body = {"snippets": [{"id": str(i), "code": text} for i, text in enumerate(texts)]}
                httpx2.post(f"{service.url}/api/check", json=body, timeout=WALL_S)
                done.append(name)

            large = pool.submit(ask, "large", *[f"{GOOD}-- {n}" for n in range(300)])
            assert warm.becomes_true(lambda: service.counted("tactic_mesh_queue") > 200)
            small = pool.submit(ask, "small", GOOD)
            large.result()
            small.result()
        assert done == ["small", "large"]


class TestFullQueue:
    def test_429_only_if_nothing_was_accepted(self) -> None:
        with serving("--jobs", "2", "--queue", "2") as service, ThreadPoolExecutor() as pool:
            running = pool.submit(service.snippets, ENDLESS, timeout=3)
            assert warm.becomes_true(lambda: service.counted("tactic_mesh_queue") == 1)
            # One place is left: the first of three is accepted, the others are told.
            partly = service.snippets(GOOD, GOOD, GOOD)
            assert [status(result) for result in partly] == ["valid", "server_error", "server_error"]
            assert "the queue is full" in partly[1]["error"]
            also = pool.submit(service.snippets, ENDLESS, timeout=3)
            assert warm.becomes_true(lambda: service.counted("tactic_mesh_queue") == 2)
            assert service.client.get("/readyz").status_code == 503
            answer = service.client.post("/verify", json={"codes": [{"custom_id": 1, "code": GOOD}]})
            assert (answer.status_code, answer.json()) == (429, {"detail": "No available REPLs"})
            ours = service.client.post("/check", json={"theorem_statement": "1 = 1", "proof": "by rfl"})
            assert (ours.status_code, ours.json()["type"]) == (429, "urn:tactic-mesh:problem:overloaded")
            for refused in (answer, ours):
                assert 1 <= int(refused.headers["retry-after"]) <= 60
            assert [status(r) for r in (*running.result(), *also.result())] == ["timeout_error"] * 2
            assert status(*service.snippets(GOOD)) == "valid"

    def test_a_batch_larger_than_the_queue(self) -> None:
        with serving("--queue", "3") as service:
            found = [status(result) for result in service.snippets(*[GOOD] * 5)]
            assert found == ["valid"] * 3 + ["server_error"] * 2


class TestFaults:
    def test_a_child_killed_under_load_harms_one_item_at_most(self, service: Service) -> None:
        stop = threading.Event()
        killed: list[int] = []

        def kill() -> None:
            while not stop.is_set():
                for child in service.texts():
                    try:
                        os.kill(child, signal.SIGKILL)
                    except ProcessLookupError:
                        continue
                    killed.append(child)
                stop.wait(0.05)

        killer = threading.Thread(target=kill)
        killer.start()
        try:
            results = service.snippets(*[GOOD, WRONG] * 40)
        finally:
            stop.set()
            killer.join()
        assert killed
        for result, expected in zip(results, ["valid", "lean_error"] * 40, strict=True):
            assert status(result) in (expected, "server_error")
            assert status(result) == expected or result["retryable"]
        assert [status(r) for r in service.snippets(GOOD, WRONG)] == ["valid", "lean_error"]

    def test_the_zygote_killed_comes_back(self, service: Service) -> None:
        before = service.zygote()
        os.kill(before, signal.SIGKILL)
        assert warm.becomes_true(lambda: status(*service.snippets(GOOD)) == "valid")
        assert service.zygote() != before

    @pytest.mark.parametrize("path", ["/api/check", "/check"])
    def test_a_client_that_hangs_up_frees_its_child(self, service: Service, path: str) -> None:
        assert warm.becomes_true(lambda: service.counted("tactic_mesh_queue") == 0)
        body = (
            {"snippets": [{"id": str(i), "code": ENDLESS} for i in range(8)], "timeout": 600}
            if path == "/api/check"
            else {
                "extra_prelude": "set_option maxHeartbeats 0",
                "theorem_statement": "1 = 2",
                "proof": "by repeat skip",
                "options": {"timeout_ms": 600_000},
                "trust": "elaborated",
            }
        )
        request = service.client.build_request("POST", path, json=body)
        host, port = request.url.host, request.url.port
        assert port is not None
        with socket.create_connection((host, port)) as connection:
            head = f"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
            connection.sendall(
                f"{head}Content-Length: {len(request.content)}\r\n\r\n".encode() + request.content
            )
            assert warm.becomes_true(lambda: service.counted("tactic_mesh_queue") > 0)
            assert warm.becomes_true(lambda: any(busy(child) for child in service.texts()))
        assert warm.becomes_true(lambda: service.counted("tactic_mesh_queue") == 0)
        assert warm.becomes_true(lambda: not any(busy(child) for child in service.texts()))
        assert status(*service.snippets(GOOD)) == "valid"


def busy(process_id: int) -> bool:
    """Whether a process has used a tenth of a second of processor time since it was forked."""
    try:
        with open(f"/proc/{process_id}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
    except OSError:
        return False
    return int(fields[11]) + int(fields[12]) >= os.sysconf("SC_CLK_TCK") / 10


class TestStopping:
    def test_running_requests_are_answered_first(self) -> None:
        with serving("--drain-s", "60") as service, ThreadPoolExecutor() as pool:
            asked = pool.submit(service.snippets, GOOD, ENDLESS, GOOD, timeout=3)
            assert warm.becomes_true(lambda: service.counted("tactic_mesh_queue") > 0)
            zygote = service.zygote()
            service.process.send_signal(signal.SIGTERM)
            assert [status(r) for r in asked.result()] == ["valid", "timeout_error", "valid"]
            assert service.process.wait(WALL_S) == 0
            assert warm.gone(zygote)

    def test_what_does_not_end_in_time_is_cancelled(self) -> None:
        with serving("--drain-s", "1") as service, ThreadPoolExecutor() as pool:
            asked = pool.submit(service.snippets, ENDLESS, timeout=600)
            assert warm.becomes_true(lambda: service.counted("tactic_mesh_queue") > 0)
            zygote = service.zygote()
            service.process.send_signal(signal.SIGTERM)
            assert service.process.wait(WALL_S) == 0
            assert isinstance(asked.exception(), httpx2.HTTPError | AssertionError)
            assert warm.becomes_true(lambda: warm.gone(zygote))

    def test_interrupted(self) -> None:
        with serving() as service:
            service.process.send_signal(signal.SIGINT)
            assert service.process.wait(WALL_S) == 130


class TestDoor:
    """Who may come in, and how much a request may bring."""

    def test_an_address_that_others_reach_needs_a_key(self) -> None:
        words = [*COMMAND, "--host", "0.0.0.0", "--port", "0"]
        ended = subprocess.run(words, capture_output=True, text=True, timeout=WALL_S, check=False)
        assert (ended.returncode, ended.stdout) == (2, "")
        assert "TACTIC_MESH_API_KEY" in ended.stderr

    def test_an_address_that_cannot_be_had(self, service: Service) -> None:
        words = [*COMMAND, "--port", service.url.rpartition(":")[2]]
        ended = subprocess.run(words, capture_output=True, text=True, timeout=WALL_S, check=False)
        assert (ended.returncode, ended.stdout) == (2, "")
        assert "cannot listen" in ended.stderr

    def test_a_key(self) -> None:
        with serving("--host", "0.0.0.0", TACTIC_MESH_API_KEY="k3y") as service:
            port = service.url.rpartition(":")[2]
            with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=WALL_S) as client:
                assert client.get("/healthz").status_code == client.get("/health").status_code == 200
                body = {"snippets": [{"id": "1", "code": GOOD}]}
                for header, detail in (
                    (None, "Missing API key"),
                    ("Bearer wrong", "Invalid API key"),
                    ("Bearer k3y2", "Invalid API key"),
                    ("Basic k3y", "Invalid API key"),
                ):
                    headers = {"Authorization": header} if header else {}
                    answer = client.post("/api/check", json=body, headers=headers)
                    assert (answer.status_code, answer.json()) == (401, {"detail": detail})
                    assert client.get("/metrics", headers=headers).status_code == 401
                for header in ("Bearer k3y", "bearer k3y", "k3y"):
                    answer = client.post("/api/check", json=body, headers={"Authorization": header})
                    assert status(answer.json()["results"][0]) == "valid"
                assert client.get("/version").json()["type"] == "urn:tactic-mesh:problem:key-required"

    def test_another_name_for_this_machine(self, service: Service) -> None:
        for host in ("example.org", "example.org:8000", "127.0.0.1.example.org"):
            answer = service.client.get("/healthz", headers={"Host": host})
            assert (answer.status_code, answer.json()["status"]) == (421, 421)
        for host in ("localhost", "localhost:99", "[::1]:99", "127.0.0.1"):
            assert service.client.get("/healthz", headers={"Host": host}).status_code == 200

    def test_a_page_of_another_origin(self, service: Service) -> None:
        body = {"theorem_statement": "1 = 1", "proof": "by rfl"}
        for origin in ("https://example.org", "null", "http://localhost:1", "http://localhost.example.org"):
            answer = service.client.post(
                "/check", json=body, headers={"Host": "localhost:99", "Origin": origin}
            )
            assert (answer.status_code, answer.json()["status"]) == (403, 403)
        own = {"Host": "localhost:99", "Origin": "http://localhost:99"}
        answer = service.client.post("/check", json=body, headers=own)
        assert answer.status_code == 200 and answer.headers["x-content-type-options"] == "nosniff"

    def test_sizes(self) -> None:
        with serving("--body-mib", "1", "--body-wall-s", "1", "--requests", "4") as service:
            large = json.dumps({"theorem_statement": "1 = 1", "proof": "by rfl -- " + "x" * (1 << 20)})
            for content in (large.encode(), iter([large.encode()])):
                answer = service.client.post(
                    "/check", content=content, headers={"Content-Type": "application/json"}
                )
                assert (answer.status_code, answer.json()["status"]) == (413, 413)
            host, port = service.url.removeprefix("http://").split(":")
            with socket.create_connection((host, int(port)), timeout=WALL_S) as connection:
                head = "POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{"
                connection.sendall(head.encode())
                assert connection.recv(1000).startswith(b"HTTP/1.1 408 ")
            service.get("/healthz")

    @pytest.mark.parametrize(
        "content",
        [
            b"[" * 100_000,
            b'{"a":' * 100_000,
            b'{"snippets": [' + b"[]," * 500_000 + b"[]]}",
            b'{"snippets": "' + b'\\"' * 500_000,
            b'{"timeout": ' + b"9" * 100_000 + b"}",
            b'{"timeout": 1e999}',
            b'{"timeout": NaN}',
            b'{"snippets": [{"id": "\\ud800", "code": "x"}]}',
            b'{"\\ud800": 1}',
            b"\xff\xfe",
            b"\0",
            b"",
            b"null",
        ],
    )
    def test_bodies_that_mean_harm(self, service: Service, content: bytes) -> None:
        for path in ("/check", "/api/check", "/verify"):
            answer = service.client.post(path, content=content, headers={"Content-Type": "application/json"})
            assert answer.status_code in (400, 422), (path, answer.status_code, answer.text[:200])
            assert answer.json()
        service.get("/healthz")

    def test_a_body_that_is_not_json(self, service: Service) -> None:
        body = json.dumps({"theorem_statement": "1 = 1", "proof": "by rfl"})
        answer = service.client.post("/check", content=body, headers={"Content-Type": "text/plain"})
        assert answer.status_code == 422

    def test_too_many_requests(self) -> None:
        with serving("--requests", "2") as service, ThreadPoolExecutor() as pool:

            def ask() -> None:
                body = {"snippets": [{"id": "1", "code": ENDLESS}], "timeout": 2}
                while httpx2.post(f"{service.url}/api/check", json=body, timeout=WALL_S).status_code == 429:
                    pass  # our own questions took its place

            asked = [pool.submit(ask) for _ in range(2)]
            refused: list[httpx2.Response] = []

            def is_refused() -> bool:
                refused.append(service.client.get("/version"))
                return refused[-1].status_code == 429

            assert warm.becomes_true(is_refused)
            assert refused[-1].headers["retry-after"] == "1"
            for one in asked:
                one.result()
            assert warm.becomes_true(lambda: service.client.get("/version").status_code == 200)


class TestStarting:
    """What keeps the service from starting is said in a line."""

    def ended(self, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
        ended = subprocess.run(
            [*COMMAND, "--port", "0", *words],
            capture_output=True,
            text=True,
            timeout=WALL_S,
            check=False,
            env={**os.environ, **environ},
        )
        assert "Traceback" not in ended.stderr
        assert ended.stdout == ""
        return ended

    def test_a_lean_that_is_not_there(self) -> None:
        assert self.ended("--lean", "/nowhere/lean").returncode == 3

    def test_a_store_that_cannot_be_opened(self, tmp_path: Path) -> None:
        (tmp_path / "lean").symlink_to(cache_folder(os.environ) / "lean")
        (tmp_path / "verdicts").write_text("a file where a folder should be")
        ended = self.ended("--data", str(tmp_path / "data"), TACTIC_MESH_CACHE=str(tmp_path))
        assert (ended.returncode, "verdicts" in ended.stderr) == (3, True)

    def test_packages_that_are_missing(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setitem(sys.modules, "prometheus_client", None)
        assert main.run(["serve", "--port", "0"]) == 2
        assert "pip install 'tactic-mesh[serve]'" in capsys.readouterr().err

    def test_a_lean_that_is_run_as_a_program_answers_at_the_first_rung(self) -> None:
        with serving("--store-mib", "0", TACTIC_MESH_COLD="1") as service:
            assert service.get("/version")["trust"] == ["elaborated"]
            assert [status(r) for r in service.snippets(GOOD, WRONG)] == ["valid", "lean_error"]
            body = {"theorem_statement": "1 = 1", "proof": "by rfl"}
            found = service.post("/check", body)
            assert (found["ok"], found["outcome"], found["no_verdict"]) == (
                False,
                "no_verdict",
                "unavailable",
            )
            assert service.post("/check", {**body, "trust": "elaborated"})["ok"]


def test_time_passes_in_order(service: Service) -> None:
    """The time of a result is that of its check, not of its wait."""
    started = time.monotonic()
    results = service.snippets(*[GOOD] * 20)
    assert all(0 < result["time"] < time.monotonic() - started for result in results)
