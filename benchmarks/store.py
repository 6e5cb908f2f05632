"""The store of verdicts: `python -m benchmarks.store [--rows N] [--seconds S]`.

Measures lookups a second in a store of N verdicts, acknowledged writes a second by one writer that waits for each, by
many that wait at the same time (their writes share commits), and by two processes; then what a certificate costs to
make, read and sign, and a check that the store answers beside the same check by the warm Lean.
"""

from __future__ import annotations

import argparse
import asyncio
import dataclasses
import hashlib
import multiprocessing
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from benchmarks.machine import header
from tactic_mesh.lean.open import open_lean
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Environment, Outcome, Trust, Verdict
from tactic_mesh.verify.certificate import LimitsUsed, certify, claim, read_claim, written
from tactic_mesh.verify.checked import Checked, Exported
from tactic_mesh.verify.checker import Checker
from tactic_mesh.verify.request import Request
from tactic_mesh.verify.store import Kept, Store

SHA256 = "0123456789abcdef" * 4
TEXT = "theorem t (p q : Prop) : p ∧ q → q ∧ p := by\n  intro h\n  exact ⟨h.2, h.1⟩\n"
REQUEST = Request(TEXT, ("t",))
ENVIRONMENT = Environment("4.35.0", "c" * 40, "tactic-mesh-core", SHA256)
FOUND = Checked(
    Verdict(Outcome.PROVED, Trust.REPLAYED, axioms=("propext",), wall_s=0.0125),
    theorems=("t",),
    statement_sha256=SHA256,
    exported=(Exported("t", "theorem", SHA256),),
)
KEPT = Kept(FOUND, Trust.REPLAYED, LimitsUsed.of(Limits()), SHA256)
CHECKS = 200


def key(name: str, number: int) -> str:
    return hashlib.sha256(f"{name} {number}".encode()).hexdigest()


def fill(store: Store, rows: int) -> None:
    waiting: list[Future[str]] = []
    for number in range(rows):
        waiting.append(store.put(key("row", number), KEPT))
        if len(waiting) == 1000:
            for done in waiting:
                done.result()
            waiting.clear()
    for done in waiting:
        done.result()


def repeated(seconds: float, work: Callable[[], object]) -> list[float]:
    """Do it again and again for so long; how long each took."""
    times_s = []
    until = time.perf_counter() + seconds
    while (started := time.perf_counter()) < until:
        work()
        times_s.append(time.perf_counter() - started)
    return times_s


def row(name: str, times_s: list[float], seconds: float, at_once: int = 1) -> str:
    ordered = sorted(times_s)
    high_us = ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)] * 1e6
    median_us = statistics.median(ordered) * 1e6
    return f"| {name} | {at_once} | {len(ordered) / seconds:,.0f} | {median_us:,.0f} | {high_us:,.0f} |"


async def write_at_once(store: Store, name: str, at_once: int, seconds: float) -> list[float]:
    """So many callers, each of which waits for its write before the next."""
    until = time.perf_counter() + seconds

    async def caller(which: int) -> list[float]:
        times_s: list[float] = []
        while (started := time.perf_counter()) < until:
            done = store.put(key(f"{name} {which}", len(times_s)), KEPT)
            await asyncio.wrap_future(done)
            times_s.append(time.perf_counter() - started)
        return times_s

    found = await asyncio.gather(*map(caller, range(at_once)))
    return [time_s for times_s in found for time_s in times_s]


def write_in_a_process(file: Path, name: str, seconds: float) -> list[float]:
    with Store(file) as store:
        return asyncio.run(write_at_once(store, name, 32, seconds))


def operations(file: Path, rows: int, seconds: float) -> None:
    print("| what | at a time | a second | median µs | 99 % µs |\n| --- | ---: | ---: | ---: | ---: |")
    chance = random.Random(1)
    with Store(file) as store:
        fill(store, rows)
        found = repeated(
            seconds, lambda: store.find(key("row", chance.randrange(rows)), Trust.ELABORATED) or 1 / 0
        )
        print(row(f"lookup, there, among {rows:,}", found, seconds))
        print(
            row(
                "lookup, not there",
                repeated(seconds, lambda: store.find(key("no", chance.randrange(rows)), Trust.ELABORATED)),
                seconds,
            )
        )
        for at_once in (1, 32, 256):
            times_s = asyncio.run(write_at_once(store, f"w{at_once}", at_once, seconds))
            print(row("acknowledged write", times_s, seconds, at_once))
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        started = [
            pool.apply_async(write_in_a_process, (file, f"process {number}", seconds)) for number in range(2)
        ]
        times_s = [time_s for result in started for time_s in result.get()]
    print(row("acknowledged write, two processes", times_s, seconds, 64))
    made = certify(ENVIRONMENT, REQUEST, FOUND)
    raw = written(claim(made))
    print(
        row(
            "certificate: make",
            repeated(seconds, lambda: certify(ENVIRONMENT, REQUEST, FOUND).sha256),
            seconds,
        )
    )
    print(row(f"certificate: read {len(raw)} bytes", repeated(seconds, lambda: read_claim(raw)), seconds))


async def checks(file: Path) -> None:
    """The same requests by the warm Lean, without and with a store, and from the store."""
    print(
        "\n| check of 3 lines, one at a time | median ms | 95 % ms | checks |\n| --- | ---: | ---: | ---: |"
    )
    requests = [
        dataclasses.replace(REQUEST, text=f"{TEXT}-- {number}\n", trust=Trust.ELABORATED)
        for number in range(CHECKS)
    ]
    async with open_lean(lean="embedded") as lean:
        with Store(file) as store:
            for name, checker in (
                ("no store", Checker(lean)),
                ("store, not there: check and acknowledged write", Checker(lean, store)),
                ("store, there", Checker(lean, store)),
            ):
                times_s: list[float] = []
                for request in requests:
                    started = time.perf_counter()
                    await checker.check(request)
                    times_s.append(time.perf_counter() - started)
                ordered = sorted(times_s)
                print(
                    f"| {name} | {statistics.median(ordered) * 1e3:.2f} | "
                    f"{ordered[len(ordered) * 95 // 100] * 1e3:.2f} | {len(ordered)} |"
                )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=3.0, help="for each line")
    parser.add_argument(
        "--folder", default=None, help="on which disk; the one for temporary files if not given"
    )
    options = parser.parse_args()
    print(header("benchmarks/store.py"))
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        operations(Path(folder) / "store.sqlite3", options.rows, options.seconds)
        print(f"\nSize of the file: {(Path(folder) / 'store.sqlite3').stat().st_size / 1e6:.1f} MB")
        asyncio.run(checks(Path(folder) / "checks.sqlite3"))


if __name__ == "__main__":
    main()
