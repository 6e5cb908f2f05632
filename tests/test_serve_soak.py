"""The service under load for long: no wrong verdict, nothing left behind, every acknowledged verdict still there."""

from __future__ import annotations

import os
import random
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
import warm
from serving import ENDLESS, WALL_S, Service, resident_bytes, serving, status

from tactic_mesh.lean.cache import cache_folder

CLIENTS = 4
HOSTILE_SHARE = 0.05
GROWTH_BYTES_MAX = 64 << 20
pytestmark = [
    pytest.mark.usefixtures("library"),
    pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the tests look at processes in /proc"),
]
Ask = Callable[[httpx2.Client, int], None]


@contextmanager
def service_with_store(folder: Path, *words: str) -> Iterator[Service]:
    """A service whose store is its own, and whose compiled library is that of all tests."""
    (folder / "lean").symlink_to(cache_folder(os.environ) / "lean")
    with serving("--jobs", "2", *words, TACTIC_MESH_CACHE=str(folder)) as service:
        yield service


def post(client: httpx2.Client, path: str, body: Any) -> Any:
    answer = client.post(path, json=body)
    assert answer.status_code == 200, (answer.status_code, answer.text)
    return answer.json()


def snippet(client: httpx2.Client, code: str, **fields: Any) -> str:
    """What Kimina's client makes of the result for one text."""
    body = {"snippets": [{"id": "s", "code": code}], "timeout": 60, **fields}
    return status(post(client, "/api/check", body)["results"][0])


# Every text is another, so that none is answered by the store.
def good(client: httpx2.Client, n: int) -> None:
    assert snippet(client, f"theorem t{n} : {n} + 1 = {n + 1} := by decide") == "valid"


def wrong(client: httpx2.Client, n: int) -> None:
    assert snippet(client, f"theorem t{n} : {n} + 1 = {n + 2} := by decide") == "lean_error"


def unfinished(client: httpx2.Client, n: int) -> None:
    assert snippet(client, f"theorem t{n} : {n} + 1 = {n + 2} := by sorry") == "sorry"


def replayed(client: httpx2.Client, n: int) -> None:
    body = {"theorem_statement": f"∀ a : Nat, a + {n} = {n} + a", "proof": "by intro a; omega"}
    found = post(client, "/check", body)
    assert (found["ok"], found["trust"]) == (True, "replayed")


def refused(client: httpx2.Client, n: int) -> None:
    body = {"theorem_statement": f"∀ a : Nat, a + {n} = {n + 1} + a", "proof": "by intro a; omega"}
    assert not post(client, "/check", body)["ok"]


def batch(client: httpx2.Client, n: int) -> None:
    codes = [{"custom_id": i, "code": f"example : {n} + {i} = {n + i + i % 2} := rfl"} for i in range(3)]
    results = post(client, "/verify", {"codes": codes})["results"]
    assert [status(result) for result in results] == ["valid", "lean_error", "valid"]


HONEST: list[Ask] = [good, wrong, unfinished, replayed, refused, batch]


def endless(client: httpx2.Client, n: int) -> None:
    assert snippet(client, f"-- {n}\n{ENDLESS}", timeout=1) == "timeout_error"


def huge(client: httpx2.Client, n: int) -> None:
    assert snippet(client, f"#eval {n} + 2 ^ (2 ^ 40)") == "server_error"


def deep(client: httpx2.Client, n: int) -> None:
    assert snippet(client, f"example : Nat := {'(' * 20_000}{n}{')' * 20_000}") in (
        "server_error",
        "lean_error",
    )


def cheating(client: httpx2.Client, n: int) -> None:
    assert snippet(client, f"axiom c{n} : False\ntheorem t : {n} = {n + 1} := c{n}.elim") == "lean_error"


def forging(client: httpx2.Client, n: int) -> None:
    text = f'#eval "{{\\"env\\":0}}"\n#print "x"\ntheorem t : {n} = {n + 1} := by decide'
    assert snippet(client, text) == "lean_error"


def garbage(client: httpx2.Client, n: int) -> None:
    content = random.Random(n).randbytes(2000)
    answer = client.post("/check", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422)


def nested(client: httpx2.Client, n: int) -> None:
    answer = client.post("/verify", content=b"[" * (n + 100), headers={"Content-Type": "application/json"})
    assert answer.status_code == 400


def hanging_up(client: httpx2.Client, n: int) -> None:
    """A request that nobody waits for."""
    request = client.build_request(
        "POST", "/api/check", json={"snippets": [{"id": "s", "code": f"-- {n}\n{ENDLESS}"}], "timeout": 600}
    )
    assert request.url.port is not None
    with socket.create_connection((request.url.host, request.url.port)) as connection:
        lines = ["POST /api/check HTTP/1.1", "Host: localhost", "Content-Type: application/json"]
        head = "\r\n".join([*lines, f"Content-Length: {len(request.content)}", "", ""])
        connection.sendall(head.encode() + request.content)


HOSTILE: list[Ask] = [endless, huge, deep, cheating, forging, garbage, nested, hanging_up]


def plan(first: int, count: int) -> list[Ask]:
    """What is asked, in order: honest requests of every kind, and hostile ones between them."""
    chance = random.Random(first)
    return [chance.choice(HOSTILE if chance.random() < HOSTILE_SHARE else HONEST) for _ in range(count)]


def soak(service: Service, first: int, count: int) -> None:
    """`count` requests by several clients at once; each knows what its answer must be."""
    planned = plan(first, count)

    def lane(number: int) -> None:
        with httpx2.Client(base_url=service.url, timeout=WALL_S) as client:
            for n in range(number, count, CLIENTS):
                planned[n](client, first + n)

    with ThreadPoolExecutor(CLIENTS) as pool:
        for done in [pool.submit(lane, number) for number in range(CLIENTS)]:
            done.result()


def everything_is_at_rest(service: Service) -> bool:
    """Nothing waits, and of Lean there are the zygote and its two spare children only: for a text, and for a judge."""
    return service.counted("tactic_mesh_queue") == 0 and len(service.texts()) <= 2


def held(service: Service) -> tuple[int, int, int]:
    """Resident memory of the service and of the zygote, and how many files the service has open."""
    files = len(list(Path(f"/proc/{service.process.pid}/fd").iterdir()))
    return resident_bytes(service.process.pid), resident_bytes(service.zygote()), files


def run(folder: Path, count: int) -> None:
    with service_with_store(folder) as service:
        soak(service, 0, max(40, count // 20))
        assert warm.becomes_true(lambda: everything_is_at_rest(service))
        before, zygote = held(service), service.zygote()
        soak(service, 1_000_000, count)
        assert warm.becomes_true(lambda: everything_is_at_rest(service))
        after = held(service)
        assert service.zygote() == zygote
        assert after[0] - before[0] < GROWTH_BYTES_MAX
        assert after[1] - before[1] < GROWTH_BYTES_MAX
        assert after[2] <= before[2] + 2 * CLIENTS
        assert_kept(service, 1_000_000, count)


def assert_kept(service: Service, first: int, count: int) -> None:
    """What was acknowledged is there: the store answers the first and the last request of each kind."""
    planned = plan(first, count)
    kinds: list[Ask] = [good, wrong, unfinished, replayed, refused]
    asked_before = service.counted("tactic_mesh_cached_checks_total")
    with httpx2.Client(base_url=service.url, timeout=WALL_S) as client:
        for kind in kinds:
            numbers = [n for n, one in enumerate(planned) if one is kind]
            kind(client, first + numbers[0])
            kind(client, first + numbers[-1])
    assert service.counted("tactic_mesh_cached_checks_total") == asked_before + 2 * len(kinds)


def test_hundreds_of_requests(tmp_path: Path) -> None:
    run(tmp_path, 200)


@pytest.mark.slow
def test_ten_thousand_requests(tmp_path: Path) -> None:
    run(tmp_path, 10_000)


class TestStore:
    def test_what_was_checked_is_not_checked_again(self, tmp_path: Path) -> None:
        with service_with_store(tmp_path) as service:
            texts = ["theorem t : 1 = 1 := rfl", "theorem t : 1 = 2 := rfl"]
            first, second = service.snippets(*texts), service.snippets(*texts)
            assert [result.pop("cache") for result in first + second] == ["miss"] * 2 + ["hit"] * 2
            for result in first + second:
                del result["time"]
            assert first == second
            codes = {"codes": [{"custom_id": "1", "code": texts[0]}]}
            hit, fresh = (
                service.post("/verify", {**codes, "disable_cache": disabled})["results"][0]["cache"]
                for disabled in (False, True)
            )
            assert (hit, fresh) == ("hit", "miss")

    def test_a_higher_rung_is_checked_anew_and_answers_for_the_lower(self, tmp_path: Path) -> None:
        text = "theorem t : 2 = 2 := rfl"
        with service_with_store(tmp_path) as service:
            found = [
                service.snippets(text, trust=trust)[0] for trust in ("elaborated", "replayed", "replayed")
            ]
            assert [result["cache"] for result in found] == ["miss", "miss", "hit"]
            assert [result["trust"] for result in found] == ["elaborated", "replayed", "replayed"]
            assert found[1]["certificate"] == found[2]["certificate"]

    def test_what_was_acknowledged_outlives_the_process(self, tmp_path: Path) -> None:
        texts = [f"theorem t : {n} + 0 = {n} := rfl" for n in range(20)]
        with service_with_store(tmp_path) as service:
            assert [r["cache"] for r in service.snippets(*texts)] == ["miss"] * 20
            service.process.kill()
            service.process.wait()
        (tmp_path / "lean").unlink()
        with service_with_store(tmp_path) as service:
            assert [r["cache"] for r in service.snippets(*texts)] == ["hit"] * 20

    def test_a_time_out_is_not_kept(self, tmp_path: Path) -> None:
        with service_with_store(tmp_path) as service:
            for _ in range(2):
                (result,) = service.snippets(ENDLESS, timeout=1)
                assert status(result) == "timeout_error"
            assert service.counted("tactic_mesh_cached_checks_total") == 0
