"""The service over a socket: `python -m benchmarks.serve [--checks N] [--proofs N]`.

Starts `tactic-mesh serve` and measures, in turns within one run: latency of one small check on each route and at each
rung, without the store's help and with it; then requests a second with several clients, and a batch. Texts differ in
a number, so that only the rows that say so are answered by the store. Then proofs: trivial theorems a second on
`/prove`, and the time from a request for a proof to its first event and to its end. With `--checks 0`, only these.
"""

from __future__ import annotations

import argparse
import functools
import itertools
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2

from benchmarks.machine import header
from tactic_mesh.lean.cache import cache_folder
from tactic_mesh.lean.library import ensure_library
from tactic_mesh.lean.toolchain import embedded_toolchain

WALL_S = 120.0
ROUNDS = 5
CLIENTS = 4
BATCH = 100
_numbers = itertools.count(1)

Body = Callable[[int], dict[str, Any]]


def snippet(n: int, **fields: Any) -> dict[str, Any]:
    code = f"theorem t{n} (p q : Prop) : p ∧ q → q ∧ p := by\n  intro h\n  exact ⟨h.2, h.1⟩\n"
    return {"snippets": [{"id": "1", "code": code}], "timeout": 30, **fields}


def theorem(n: int, **fields: Any) -> dict[str, Any]:
    return {
        "theorem_name": f"T{n}",
        "theorem_statement": "∀ p q : Prop, p ∧ q → q ∧ p",
        "proof": "by\n  intro p q h\n  exact ⟨h.2, h.1⟩",
        **fields,
    }


def another_proof(n: int) -> dict[str, Any]:
    """The same statement with another proof: the statement is elaborated once for all of them."""
    return {**theorem(0), "proof": f"by\n  intro p q h\n  have _n : {n} = {n} := rfl\n  exact ⟨h.2, h.1⟩"}


@dataclass(slots=True)
class Row:
    """One kind of request. With `same`, every request is the same, and the store answers all but the first."""

    name: str
    path: str
    body: Body | None
    same: bool = False
    times_s: list[float] = field(default_factory=list)

    def ask(self, client: httpx2.Client) -> None:
        if self.body is None:
            answer = client.get(self.path)
        else:
            content = json.dumps(self.body(0 if self.same else next(_numbers))).encode()
            started = time.perf_counter()
            answer = client.post(self.path, content=content, headers={"Content-Type": "application/json"})
            self.times_s.append(time.perf_counter() - started)
        if answer.status_code != 200 or not accepted(answer.json()):
            raise SystemExit(f"{self.name}: {answer.status_code} {answer.text[:300]}")


def accepted(answer: dict[str, Any]) -> bool:
    """Every verdict is `proved`; what has no verdict is well."""
    results = answer.get("results", [answer])
    return all(result.get("outcome", "proved") == "proved" for result in results)


ROWS = [
    Row("`/api/check`, elaborated", "/api/check", snippet),
    Row("`/api/check`, replayed", "/api/check", lambda n: snippet(n, trust="replayed")),
    Row("`/check`, elaborated", "/check", lambda n: theorem(n, trust="elaborated")),
    Row("`/check`, replayed", "/check", theorem),
    Row("`/check`, replayed, a statement seen before", "/check", another_proof),
    Row("`/api/check`, elaborated, from the store", "/api/check", snippet, same=True),
    Row("`/check`, replayed, from the store", "/check", theorem, same=True),
]


@contextmanager
def service() -> Iterator[str]:
    """A service with a store of its own, which is empty; yields its address."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "lean").symlink_to(cache_folder(os.environ) / "lean")
        words = [sys.executable, "-m", "tactic_mesh.cli.main", "serve", "--port", "0"]
        environ = {**os.environ, "TACTIC_MESH_CACHE": folder, "TACTIC_MESH_DATA": f"{folder}/jobs"}
        process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environ)
        try:
            assert process.stdout is not None
            yield process.stdout.readline().decode().strip()
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=WALL_S)


def latencies(url: str, checks: int) -> None:
    """One request at a time, the kinds in turns."""
    print("| request | median ms | 95 % ms | 99 % ms | least ms | requests |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    with httpx2.Client(base_url=url, timeout=WALL_S) as client:
        for row in ROWS:  # what is read for the first time is read now
            row.ask(client)
            row.ask(client)
            row.times_s.clear()
        for _ in range(ROUNDS):
            for row in ROWS:
                for _ in range(max(1, checks // ROUNDS)):
                    row.ask(client)
    for row in ROWS:
        times = sorted(row.times_s)
        cuts = [at(times, share) for share in (0.95, 0.99)]
        values = [statistics.median(times), *cuts, times[0]]
        print(f"| {row.name} | {' | '.join(f'{value * 1e3:.2f}' for value in values)} | {len(times)} |")


def at(times: list[float], share: float) -> float:
    return times[min(len(times) - 1, int(len(times) * share))]


def throughput(url: str, checks: int) -> None:
    """Several clients at the same time, each with one request after the other; then the same texts as batches."""
    print(f"\n| {CLIENTS} clients | verdicts a second | requests |\n| --- | ---: | ---: |")
    for row in (ROWS[0], ROWS[1], ROWS[4], ROWS[5]):
        rate = timed(url, [row.ask] * checks)
        print(f"| {row.name} | {rate:.1f} | {checks} |")
    for trust in ("elaborated", "replayed"):
        rate = timed(url, [functools.partial(batch, trust=trust)] * max(1, checks // BATCH)) * BATCH
        print(f"| `/api/check`, {trust}, batches of {BATCH} | {rate:.1f} | {max(1, checks // BATCH)} |")


def timed(url: str, asks: list[Callable[[httpx2.Client], None]]) -> float:
    """Requests a second."""

    def lane(number: int) -> None:
        with httpx2.Client(base_url=url, timeout=WALL_S) as client:
            for ask in asks[number::CLIENTS]:
                ask(client)

    started = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        for done in [pool.submit(lane, number) for number in range(CLIENTS)]:
            done.result()
    return len(asks) / (time.perf_counter() - started)


def batch(client: httpx2.Client, trust: str) -> None:
    snippets = [{**snippet(next(_numbers))["snippets"][0], "id": str(i)} for i in range(BATCH)]
    answer = client.post("/api/check", json={"snippets": snippets, "trust": trust})
    if answer.status_code != 200 or not accepted(answer.json()):
        raise SystemExit(f"a batch: {answer.status_code} {answer.text[:300]}")


def proofs(url: str, count: int) -> None:
    """Trivial theorems on `/prove`, by several clients; then jobs one by one, from the request to events and end."""
    with httpx2.Client(base_url=url, timeout=WALL_S) as client:
        prove(client)
        rate = timed(url, [prove] * count)
        print(
            f"\nTrivial theorems on `/prove` (`dummy`), {CLIENTS} clients: {rate:.1f} a second ({count} requests)\n"
        )
        print(
            "| `POST /v1/proofs`, idle service | median ms | 95 % ms | jobs |\n| --- | ---: | ---: | ---: |"
        )
        for prover in ("models", "search"):
            times = [stages(client, prover) for _ in range(max(5, count // 10))]
            for name, stage in zip(("accepted", "first event", "end"), zip(*times, strict=True), strict=True):
                cut = at(sorted(stage), 0.95)
                print(
                    f"| {prover}: {name} | {statistics.median(stage) * 1e3:.1f} | {cut * 1e3:.1f} | {len(stage)} |"
                )


def prove(client: httpx2.Client) -> None:
    n = next(_numbers)
    answer = client.post("/prove", json={"theorem_statement": f"∀ n : Nat, n + {n} = n + {n}"})
    if answer.status_code != 200 or not answer.json()["ok"]:
        raise SystemExit(f"/prove: {answer.status_code} {answer.text[:300]}")


def stages(client: httpx2.Client, prover: str) -> tuple[float, float, float]:
    """Seconds from a request for a trivial proof until it was accepted, told its first event, and ended."""
    n = next(_numbers)
    started = time.perf_counter()
    asked = {"statement": f"∀ n : Nat, n + {n} = n + {n}", "prover": prover}
    job = client.post("/v1/proofs", json=asked).json()
    accepted_s = time.perf_counter() - started
    with client.stream("GET", job["links"]["events"]) as stream:
        lines = stream.iter_lines()
        next(lines)
        first_s = time.perf_counter() - started
        told = [line for line in lines if line.startswith("data: ")]
    if json.loads(told[-1].removeprefix("data: "))["outcome"] != "proved":
        raise SystemExit(f"{job['links']['self']}: {told[-1][:300]}")
    return accepted_s, first_s, time.perf_counter() - started


def start_s(runs: int = 5) -> float:
    """From the command to its address, at the median."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        with service() as url:
            if not url:
                raise SystemExit("the service did not start")
            times.append(time.perf_counter() - started)
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checks", type=int, default=500, help="requests of each kind")
    parser.add_argument("--proofs", type=int, default=200, help="proofs on /prove; a tenth of them as jobs")
    options = parser.parse_args()
    ensure_library(embedded_toolchain(os.environ))
    print(header("benchmarks/serve.py"))
    with service() as url:
        if options.checks:
            latencies(url, options.checks)
            throughput(url, options.checks)
        proofs(url, options.proofs)
    print(f"\nFrom the command to its address: {start_s():.2f} s at the median")


if __name__ == "__main__":
    main()
