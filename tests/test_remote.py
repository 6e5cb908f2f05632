"""Checks by a LeanWorker elsewhere: our own service, and workers that are broken, slow, huge, or lie."""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from serving import Service, serving
from test_refine import Scripted

from tactic_mesh.errors import UsageError
from tactic_mesh.gateway.dummy import Dummy
from tactic_mesh.lean.host import LeanHost
from tactic_mesh.prove.prover import lean_file
from tactic_mesh.prove.refinement.refine import RefineBudget, refine
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import ErrorClass, NoVerdict, Outcome, Position, Theorem, Trust, Verdict
from tactic_mesh.verify import remote
from tactic_mesh.verify.checker import Answered, Checker
from tactic_mesh.verify.remote import RemoteChecker
from tactic_mesh.verify.request import Request

ADD = Theorem("add", "∀ n : Nat, double n = n + n", prelude="def double (n : Nat) : Nat := 2 * n")
GOOD = "by\n  intro n\n  unfold double\n  omega"
WRONG = "by\n  intro n\n  exact nothing"
FALSE = Theorem("lie", "1 = 2")


def asked(theorem: Theorem, proof: str, wall_s: float = 20.0) -> Request:
    trusted = lean_file(theorem, "sorry")
    return Request(lean_file(theorem, proof), (theorem.name,), trusted, limits=Limits(wall_s=wall_s))


@dataclass
class Worker:
    """A LeanWorker that answers from a script: status and body, in order, the last one again and again."""

    replies: Sequence[tuple[int, bytes | None]]
    url: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    received: list[tuple[dict[str, str], Any]] = field(default_factory=list)


@contextmanager
def worker(*replies: tuple[int, bytes | None], **headers: str) -> Iterator[Worker]:
    """`None` as a body hangs until the test is over."""
    over = threading.Event()
    script = Worker(replies, headers=headers)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers["content-length"]))
            script.received.append(({k.lower(): v for k, v in self.headers.items()}, json.loads(raw)))
            status, body = script.replies[min(len(script.received), len(script.replies)) - 1]
            if body is None:
                over.wait(60)
                return
            self.send_response(status)
            for name, value in script.headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            with contextlib.suppress(OSError):  # whoever asked has seen enough
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    script.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield script
    finally:
        over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def says(**fields: Any) -> tuple[int, bytes]:
    return 200, json.dumps({"ok": False, "diagnostics": [], **fields}).encode()


def check(loop: asyncio.Runner, lean: LeanHost, url: str, request: Request, key: str = "") -> Answered:
    async def run() -> Answered:
        async with RemoteChecker(url, Checker(lean), key) as checker:
            return await checker.check(request)

    return loop.run(run())


def verdict(answered: Answered) -> Verdict:
    assert isinstance(answered.checked.verdict, Verdict), answered
    return answered.checked.verdict


def no_verdict(answered: Answered) -> NoVerdict:
    assert isinstance(answered.checked.verdict, NoVerdict), answered
    return answered.checked.verdict


@pytest.fixture(scope="module")
def service(library: object) -> Iterator[Service]:
    assert library is not None
    with serving("--jobs", "1", "--store-mib", "0") as started:
        yield started


class TestOurOwn:
    def test_a_proof_is_confirmed_here(self, service: Service, lean: LeanHost, loop: asyncio.Runner) -> None:
        before = service.counted("tactic_mesh_checks_total")
        answered = check(loop, lean, service.url, asked(ADD, GOOD))
        assert service.counted("tactic_mesh_checks_total") == before + 1
        assert (answered.checked.outcome, verdict(answered).trust) == (Outcome.PROVED, Trust.REPLAYED)
        assert answered.certificate is not None

    def test_a_failure_is_told_at_its_place_here(
        self, service: Service, lean: LeanHost, loop: asyncio.Runner
    ) -> None:
        request = asked(ADD, WRONG)
        there, here = check(loop, lean, service.url, request), loop.run(Checker(lean).check(request))
        told = [[(d.start, d.error_class, d.text) for d in verdict(one).errors] for one in (there, here)]
        assert told[0] == told[1]
        assert told[0][0][:2] == (Position(5, 8), ErrorClass.UNKNOWN_IDENTIFIER)
        assert verdict(there).trust is Trust.ELABORATED

    def test_the_loop_runs_with_it(self, service: Service, lean: LeanHost, loop: asyncio.Runner) -> None:
        gateway = Scripted([(WRONG,)], repairs={WRONG: GOOD})

        async def run(url: str | None) -> Any:
            if url is None:
                return await refine(Checker(lean), ADD, gateway, RefineBudget(rounds=1))
            async with RemoteChecker(url, Checker(lean)) as checker:
                return await refine(checker, ADD, gateway, RefineBudget(rounds=1))

        there = loop.run(run(service.url))
        assert (there.outcome, there.proof) == (Outcome.PROVED, GOOD)
        gateway.questions = 0
        here = loop.run(run(None))
        assert [one.error_class for one in there.attempts] == [one.error_class for one in here.attempts]

    def test_what_its_form_cannot_say_is_checked_here(
        self, service: Service, lean: LeanHost, loop: asyncio.Runner
    ) -> None:
        bound = Theorem("bound", "n = n", binders="(n : Nat)")
        before = service.counted("tactic_mesh_checks_total")
        assert check(loop, lean, service.url, asked(bound, "by rfl")).checked.outcome is Outcome.PROVED
        assert service.counted("tactic_mesh_checks_total") == before

    def test_a_service_that_uses_a_service(self, service: Service) -> None:
        with serving("--jobs", "1", "--store-mib", "0", "--leanworker-url", service.url) as front:
            before = service.counted("tactic_mesh_checks_total")
            body = {"statement": "∀ n : Nat, n = n", "prover": "models", "backend": "dummy"}
            job = front.post("/v1/proofs", body, 202)
            deadline = time.monotonic() + 60
            while (found := front.get(f"/v1/proofs/{job['id']}"))["state"] != "ended":
                assert time.monotonic() < deadline
                time.sleep(0.05)
            assert (found["result"]["outcome"], found["result"]["trust"]) == ("proved", "replayed")
            assert service.counted("tactic_mesh_checks_total") > before


class TestFaults:
    @pytest.mark.parametrize("fields", [{"ok": True}, {"ok": True, "trust": "replayed", "axioms": []}])
    def test_a_lie_proves_nothing(self, lean: LeanHost, loop: asyncio.Runner, fields: dict[str, Any]) -> None:
        with worker(says(**fields)) as lying:
            answered = check(loop, lean, lying.url, asked(FALSE, "by decide"))
            assert answered.checked.outcome is Outcome.REJECTED
            assert any("worker_disagrees" in reason for reason in answered.checked.reasons)
            gateway = Dummy()

            async def run() -> Any:
                async with RemoteChecker(lying.url, Checker(lean)) as checker:
                    return await refine(checker, FALSE, gateway, RefineBudget(rounds=1, repairs_per_round=0))

            assert loop.run(run()).outcome is Outcome.NOT_FOUND

    def test_a_refusal_without_reasons_is_one(self, lean: LeanHost, loop: asyncio.Runner) -> None:
        with worker(says()) as sullen:
            answered = check(loop, lean, sullen.url, asked(ADD, GOOD))
            assert answered.checked.outcome is Outcome.REJECTED
            assert "worker_refused" in answered.checked.reasons[0]
            ((_, body),) = sullen.received
        assert body["theorem_statement"] == ADD.statement
        assert (body["extra_prelude"], body["proof"]) == (ADD.prelude, GOOD)

    @pytest.mark.parametrize(
        "body",
        [b"", b"nonsense", b"[]", b"{}", b'{"ok": 1, "diagnostics": []}', b'{"ok": true}', b"[" * 100_000]
        + [b"\xff\xfe", b'{"ok": false, "diagnostics": "none"}'],
    )
    def test_what_is_no_answer(self, lean: LeanHost, loop: asyncio.Runner, body: bytes) -> None:
        with worker((200, body)) as broken:
            found = no_verdict(check(loop, lean, broken.url, asked(ADD, GOOD)))
        assert (found.reason, found.retryable) == ("unavailable", False)

    def test_strange_messages_are_read_as_far_as_they_go(self, lean: LeanHost, loop: asyncio.Runner) -> None:
        strange: list[Any] = [None, 7, {}, {"severity": "odd", "line": -5, "column": True, "message": 3}]
        strange += [{"severity": "error", "line": 10**30, "message": "unknown identifier `x`"}] * 1000
        with worker(says(diagnostics=strange, lean_file=5)) as odd:
            found = verdict(check(loop, lean, odd.url, asked(ADD, GOOD)))
        assert len(found.diagnostics) <= remote.DIAGNOSTICS_MAX
        assert all(one.start.line >= 1 and one.start.column >= 0 for one in found.diagnostics)

    def test_no_more_is_read_than_an_answer_can_have(
        self, lean: LeanHost, loop: asyncio.Runner, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(remote, "ANSWER_BYTES_MAX", 10_000)
        with worker(says(stdout="x" * 1_000_000)) as huge:
            found = no_verdict(check(loop, lean, huge.url, asked(ADD, GOOD)))
        assert "more than 10000 bytes" in found.detail

    def test_a_worker_that_hangs(
        self, lean: LeanHost, loop: asyncio.Runner, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(remote, "_QUEUE_S", 0.1)
        with worker((200, None)) as silent:
            found = no_verdict(check(loop, lean, silent.url, asked(ADD, GOOD, wall_s=0.1)))
        assert (found.reason, found.retryable) == ("timeout", True)

    def test_nobody_there(self, lean: LeanHost, loop: asyncio.Runner) -> None:
        with worker(says()) as gone:
            pass
        found = no_verdict(check(loop, lean, gone.url, asked(ADD, GOOD)))
        assert (found.reason, found.retryable) == ("unavailable", True)
        assert f"{remote.REQUESTS_MAX} requests" in found.detail

    def test_a_crowded_worker_is_asked_again_and_not_for_ever(
        self, lean: LeanHost, loop: asyncio.Runner
    ) -> None:
        with worker((429, b""), (503, b""), says(ok=True), retry_after="0") as crowded:
            answered = check(loop, lean, crowded.url, asked(ADD, GOOD))
            assert answered.checked.outcome is Outcome.PROVED
            assert len(crowded.received) == 3
        with worker((429, b""), retry_after="0") as crowded:
            assert no_verdict(check(loop, lean, crowded.url, asked(ADD, GOOD))).reason == "unavailable"
            assert len(crowded.received) == remote.REQUESTS_MAX
        with worker((422, b"no"), retry_after="0") as strict:
            assert not no_verdict(check(loop, lean, strict.url, asked(ADD, GOOD))).retryable
            assert len(strict.received) == 1

    def test_no_redirect_is_followed(self, lean: LeanHost, loop: asyncio.Runner) -> None:
        with (
            worker(says(ok=True)) as elsewhere,
            worker((307, b""), location=f"{elsewhere.url}/check") as here,
        ):
            assert (
                no_verdict(check(loop, lean, here.url, asked(ADD, GOOD), key="secret")).reason
                == "unavailable"
            )
            assert not elsewhere.received

    def test_the_key_goes_into_the_header_alone(self, lean: LeanHost, loop: asyncio.Runner) -> None:
        with worker(says()) as one:
            answered = check(loop, lean, one.url, asked(ADD, GOOD), key="secret")
            ((headers, body),) = one.received
        assert headers["authorization"] == "Bearer secret"
        assert "secret" not in json.dumps(body) and "secret" not in repr(answered)

    def test_a_worker_that_repeats_the_key(self, lean: LeanHost, loop: asyncio.Runner) -> None:
        message = {"severity": "error", "line": 1, "column": 0, "message": "no: Bearer secret"}
        for reply in (says(ok=False, diagnostics=[message]), (403, b"Bearer secret is not welcome")):
            with worker(reply) as one:
                answered = check(loop, lean, one.url, asked(ADD, GOOD), key="secret")
            assert "Bearer [key]" in repr(answered) and "secret" not in repr(answered)


@pytest.mark.parametrize("url", ["", "ftp://x", "http://", "http://u:p@x", "http://x/?q", "http://[", "x"])
def test_what_is_no_address(url: str, lean: LeanHost) -> None:
    with pytest.raises(UsageError):
        RemoteChecker(url, Checker(lean))


def test_a_key_needs_tls(lean: LeanHost) -> None:
    with pytest.raises(UsageError, match="https only"):
        RemoteChecker("http://example.org", Checker(lean), "secret")
