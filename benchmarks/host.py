"""The warm Lean beside a new process: `python -m benchmarks.host [--checks N] [--memory-checks N]`.

Measures, in turns within one run: checks per second and latency of two files (4 lines, 16 theorems), one and two at a
time, by a worker, by a fork for each file, by a fork that runs Lean's own command line, and by a new `lean` process.
Then the memory of a worker over many checks, the start of the host, and the memory of its processes.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.machine import header
from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.host import LeanHost
from tactic_mesh.lean.library import Library, ensure_library
from tactic_mesh.lean.process import check_with_process
from tactic_mesh.lean.toolchain import Toolchain, embedded_toolchain
from tactic_mesh.lean.worker import Recycling, Worker
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import NoVerdict

WALL_S = 60.0
ROUNDS = 5
AT_ONCE_MAX = 2
REPORTS = 10
"""How often the memory of a worker is written down."""

FOUR_LINES = "theorem t : ∀ n : Nat, n + 0 = n := by\n  intro n\n  rfl\n#print axioms t\n"
SIXTEEN_THEOREMS = "".join(
    f"theorem swap{i} (p q r : Prop) : p ∧ q → (q ∧ p) := by\n"
    "  intro h\n  cases h with\n  | intro a b => exact ⟨b, a⟩\n"
    for i in range(16)
)
FAILING = "theorem t : 1 = 2 := by decide\n"
FILES = {"4 lines": FOUR_LINES, "16 theorems": SIXTEEN_THEOREMS}

Check = Callable[[str], Awaitable[RawAnswer | NoVerdict]]


@dataclass(slots=True)
class Way:
    """One way to check a file. `share` is its part of the checks asked for: slow ways do fewer."""

    name: str
    checks: list[Check]
    share: float = 1.0
    latencies_s: dict[tuple[str, int], list[float]] = field(default_factory=dict)
    wall_s: dict[tuple[str, int], float] = field(default_factory=dict)


def make_host(toolchain: Toolchain, library: Library, recycling: Recycling | None = None) -> LeanHost:
    assert toolchain.shared_library is not None
    return LeanHost(
        toolchain.shared_library,
        library.path,
        library.environment,
        children_max=2 * AT_ONCE_MAX,
        spares=AT_ONCE_MAX,
        core_modules=frozenset(library.modules),
        recycling=recycling,
    )


@asynccontextmanager
async def all_ways(toolchain: Toolchain, library: Library) -> AsyncIterator[list[Way]]:
    """The four ways, with what they need kept alive; each has one check for each that runs at the same time."""

    def by_worker(worker: Worker) -> Check:
        return lambda text: worker.run(text, WALL_S)

    limits = Limits(wall_s=WALL_S)
    async with AsyncExitStack() as stack:
        host = await stack.enter_async_context(make_host(toolchain, library))
        workers = [await stack.enter_async_context(host.worker()) for _ in range(AT_ONCE_MAX)]
        yield [
            Way("worker", [by_worker(worker) for worker in workers]),
            Way("fork for each file", [lambda text: host.elaborate(text)] * AT_ONCE_MAX),
            Way("fork + lean_main", [lambda text: host.command_line(text, limits)] * AT_ONCE_MAX, 0.2),
            Way(
                "new lean process",
                [lambda text: check_with_process(toolchain, text, limits, search_path=library.path)]
                * AT_ONCE_MAX,
                0.1,
            ),
        ]


async def measure(way: Way, file: str, at_once: int, count: int) -> None:
    """`count` checks of one file, `at_once` at a time. A check that does not succeed ends the measurement."""

    async def lane(check: Check) -> list[float]:
        found = []
        for _ in range(max(1, count // at_once)):
            started = time.perf_counter()
            answer = await check(FILES[file])
            found.append(time.perf_counter() - started)
            if isinstance(answer, NoVerdict) or answer.errors:
                raise SystemExit(f"{way.name}: {file}: {answer}")
        return found

    started = time.perf_counter()
    lanes = await asyncio.gather(*map(lane, way.checks[:at_once]))
    key = (file, at_once)
    way.wall_s[key] = way.wall_s.get(key, 0.0) + time.perf_counter() - started
    way.latencies_s.setdefault(key, []).extend(value for found in lanes for value in found)


async def latencies(toolchain: Toolchain, library: Library, checks: int) -> None:
    print("| file | at a time | way | median ms | 95 % ms | checks a second | checks |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    async with all_ways(toolchain, library) as ways:
        for way in ways:  # what is read for the first time is read now
            await measure(way, "4 lines", AT_ONCE_MAX, 2 * AT_ONCE_MAX)
            way.latencies_s.clear()
            way.wall_s.clear()
        for file in FILES:
            for at_once in range(1, AT_ONCE_MAX + 1):
                for _ in range(ROUNDS):
                    for way in ways:
                        await measure(way, file, at_once, max(at_once, int(checks * way.share) // ROUNDS))
                for way in ways:
                    print(latency_row(way, file, at_once), flush=True)


def latency_row(way: Way, file: str, at_once: int) -> str:
    values = sorted(way.latencies_s[file, at_once])
    median_ms = statistics.median(values) * 1e3
    high_ms = values[min(len(values) - 1, len(values) * 95 // 100)] * 1e3
    rate = len(values) / way.wall_s[file, at_once]
    return (
        f"| {file} | {at_once} | {way.name} | {median_ms:.2f} | {high_ms:.2f} | {rate:.1f} | {len(values)} |"
    )


async def memory_over_time(toolchain: Toolchain, library: Library, checks: int) -> None:
    never = Recycling(answers_max=checks + 1, growth_bytes_max=1 << 62)
    columns = [
        ("4 lines", FOUR_LINES, never),
        ("a wrong theorem", FAILING, never),
        ("a wrong theorem, recycled", FAILING, Recycling()),
    ]
    found = [
        await resident_over_time(make_host(toolchain, library, r), text, checks) for _, text, r in columns
    ]
    print(f"\nResident memory of a worker in MB\n\n| checks | {' | '.join(name for name, _, _ in columns)} |")
    print("| --- " * (1 + len(columns)) + "|")
    for number, values in enumerate(zip(*found, strict=True), 1):
        print(f"| {number * checks // REPORTS} | {' | '.join(f'{value / 1e6:.1f}' for value in values)} |")


async def resident_over_time(host: LeanHost, text: str, checks: int) -> list[int]:
    found = []
    async with host, host.worker() as worker:
        for _ in range(REPORTS):
            for _ in range(checks // REPORTS):
                answer = await worker.run(text, WALL_S)
                if isinstance(answer, NoVerdict):
                    raise SystemExit(f"the worker was lost: {answer}")
            found.append(worker.resident_bytes or 0)
    return found


async def starts(toolchain: Toolchain, library: Library, runs: int = 9) -> None:
    times_s = []
    for _ in range(runs):
        host = make_host(toolchain, library)
        started = time.perf_counter()
        await host.start()
        times_s.append(time.perf_counter() - started)
        await host.close()
    print(
        f"\nStart of the host with its self-test: median {statistics.median(times_s) * 1e3:.0f} ms, "
        f"least {min(times_s) * 1e3:.0f} ms, {runs} starts"
    )


async def memory_of_processes(toolchain: Toolchain, library: Library) -> None:
    print("\n| process | RSS MB | PSS MB | private MB |\n| --- | --- | --- | --- |")
    async with make_host(toolchain, library) as host, host.worker() as worker:
        print(memory_row("zygote", host.process_id or 0))
        print(memory_row("worker, new", worker.process_id))
        await worker.run(FOUR_LINES, WALL_S)
        print(memory_row("worker after one check", worker.process_id))
        for _ in range(100):
            await worker.run(SIXTEEN_THEOREMS, WALL_S)
        print(memory_row("worker after 100 files of 16 theorems", worker.process_id))


def memory_row(name: str, process_id: int) -> str:
    try:
        lines = Path(f"/proc/{process_id}/smaps_rollup").read_text(encoding="utf-8").split("\n")
    except OSError:
        return f"| {name} | unknown | unknown | unknown |"
    sizes = {line.partition(":")[0]: int(line.split()[1]) for line in lines if line.endswith(" kB")}
    private = sizes.get("Private_Clean", 0) + sizes.get("Private_Dirty", 0)
    return f"| {name} | {sizes['Rss'] / 1e3:.1f} | {sizes['Pss'] / 1e3:.1f} | {private / 1e3:.1f} |"


async def run(checks: int, memory_checks: int) -> None:
    toolchain = embedded_toolchain(os.environ)
    library = ensure_library(toolchain)
    await latencies(toolchain, library, checks)
    await memory_over_time(toolchain, library, memory_checks)
    await starts(toolchain, library)
    await memory_of_processes(toolchain, library)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--checks", type=int, default=500, help="for each way and file; slow ways do a fifth or less"
    )
    parser.add_argument("--memory-checks", type=int, default=10_000, help="by one worker, for its memory")
    options = parser.parse_args()
    print(header("benchmarks/host.py"))
    asyncio.run(run(options.checks, options.memory_checks))


if __name__ == "__main__":
    main()
