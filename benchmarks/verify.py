"""Verdicts at each rung, side by side with the usual ways: `python -m benchmarks.verify [--proofs N] [--slow N]`.

The proofs are those of `problems/small_proofs.jsonl`, which `--collect` writes anew: for each of the development
problems, every tactic of a fixed list that proves it in one line. Each is checked against its trusted statement at
the rungs above `elaborated`. Their number is brought to `--proofs` by further rounds with other theorem names.

Measured in one run, one and two at a time: latency and verdicts a second at each rung; with a store that is empty,
and again when it is full; a new `lean` process for each proof, and Lean's language server with full-file changes, as
it comes and with its reporting delay off. Then the memory of the processes.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.language_server import language_server
from benchmarks.machine import header
from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.host import LeanHost
from tactic_mesh.lean.library import Library, ensure_library
from tactic_mesh.lean.process import check_with_process
from tactic_mesh.lean.toolchain import Toolchain, embedded_toolchain
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Outcome, Theorem, Trust
from tactic_mesh.verify.check import check
from tactic_mesh.verify.checker import Checker
from tactic_mesh.verify.reference import References
from tactic_mesh.verify.request import Request
from tactic_mesh.verify.store import Store

PROBLEMS = Path(__file__).resolve().parent / "problems"
PROOFS = PROBLEMS / "small_proofs.jsonl"
TACTICS = (
    "rfl",
    "decide",
    "intros; rfl",
    "intros; decide",
    "intros; omega",
    "intros; simp",
    "intros; simp_all",
    "intros; grind",
    "intros; simp +arith",
    "intro x; cases x <;> simp_all",
    "intro x; induction x <;> simp_all",
    "intro x y; induction x <;> simp_all",
    "intro x y; induction y <;> simp_all",
    "intro x; induction x <;> simp_all <;> omega",
)
COLLECT_WALL_S = 2.0
FAST_MS = 60.0
"""Proofs that take Lean longer than this to elaborate are not small."""

Ask = Callable[[int], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Proof:
    """A statement with a proof: `trusted` states it with `sorry`, `text` is the candidate."""

    name: str
    trusted: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    way: str
    at_once: int
    latencies_s: list[float]
    wall_s: float
    accepted: int

    def line(self) -> str:
        ms = sorted(1e3 * value for value in self.latencies_s)
        quantiles = [statistics.median(ms), ms[int(0.95 * (len(ms) - 1))], ms[int(0.99 * (len(ms) - 1))]]
        numbers = " | ".join(f"{value:.2f}" for value in quantiles)
        rate = f"{len(ms) / self.wall_s:.1f}"
        return f"| {self.way} | {self.at_once} | {numbers} | {rate} | {len(ms)} | {self.accepted} |"


def proofs(count: int) -> list[Proof]:
    """`count` proofs: the collected ones, then the same under further names."""
    rows = [json.loads(line) for line in PROOFS.read_text("utf-8").split("\n") if line]
    made = []
    for number in range(count):
        row = rows[number % len(rows)]
        name = f"{row['name']}_{number // len(rows)}"
        stated = f"{row['prelude']}\n\ntheorem {name} : {row['statement']} := by\n  "
        made.append(Proof(name, f"{stated}sorry\n", f"{stated}{row['proof']}\n"))
    return made


async def measured(way: str, at_once: int, count: int, ask: Ask) -> Row:
    """`ask` for the numbers below `count`, so many at a time; it says whether the proof was accepted."""
    latencies: list[float] = []
    accepted = 0
    waiting = iter(range(count))

    async def one_after_another() -> None:
        nonlocal accepted
        for number in waiting:
            started = time.perf_counter()
            good = await ask(number)
            accepted += good
            latencies.append(time.perf_counter() - started)

    started = time.perf_counter()
    await asyncio.gather(*(one_after_another() for _ in range(at_once)))
    return Row(way, at_once, latencies, time.perf_counter() - started, accepted)


async def rungs(lean: Lean, given: list[Proof], folder: Path) -> Iterable[Row]:
    rows = []
    for at_once in (1, 2):
        for trust in (Trust.ELABORATED, Trust.AUDITED, Trust.REPLAYED):
            references = References()

            async def ask(number: int, trust: Trust = trust, references: References = references) -> bool:
                proof = given[number]
                stated = None if trust is Trust.ELABORATED else proof.trusted
                request = Request(proof.text, (proof.name,), stated, trust)
                return (await check(lean, request, references)).outcome is Outcome.PROVED

            async def own(number: int) -> bool:
                return (await check(lean, Request(given[number].text))).outcome is Outcome.PROVED

            name = str(trust) if trust is Trust.ELABORATED else f"{trust}, trusted statement"
            rows.append(await measured(name, at_once, len(given), ask))
            if trust is Trust.REPLAYED:
                rows.append(await measured(f"{trust}, statement of the file", at_once, len(given), own))
        with Store(folder / f"store{at_once}.sqlite3") as store:
            checker = Checker(lean, store)

            async def stored(number: int, checker: Checker = checker) -> bool:
                proof = given[number]
                answered = await checker.check(Request(proof.text, (proof.name,), proof.trusted))
                return answered.checked.outcome is Outcome.PROVED

            rows.append(await measured("replayed, empty store", at_once, len(given), stored))
            rows.append(await measured("replayed, full store", at_once, len(given), stored))
    return rows


async def usual_ways(toolchain: Toolchain, library: Library, given: list[Proof], folder: Path) -> list[Row]:
    async def process(number: int) -> bool:
        text = f"{given[number].text}#print axioms {given[number].name}\n"
        answer = await check_with_process(toolchain, text, Limits(wall_s=60), search_path=library.path)
        return isinstance(answer, RawAnswer) and not answer.errors

    rows = [await measured("new lean process", at_once, len(given), process) for at_once in (1, 2)]
    for delay, name in ((None, "language server"), (0, "language server, no reporting delay")):
        for at_once in (1, 2):
            async with AsyncExitStack() as stack:
                opened = []
                for number in range(at_once):
                    place = folder / f"{name}{at_once}{number}"
                    place.mkdir()
                    server = language_server(toolchain, library, place, report_delay_ms=delay)
                    opened.append(await stack.enter_async_context(server))
                free: asyncio.Queue[int] = asyncio.Queue()
                for number in range(at_once):
                    free.put_nowait(number)

                async def served(number: int, opened: list = opened, free: asyncio.Queue[int] = free) -> bool:  # type: ignore[type-arg]
                    place = await free.get()
                    found = await opened[place].check(given[number].text)
                    free.put_nowait(place)
                    return all(diagnostic.get("severity") != 1 for diagnostic in found)

                for warm in range(at_once):
                    await served(warm)
                rows.append(await measured(name, at_once, len(given), served))
    return rows


async def collect(lean: Lean) -> None:
    """Write the file of small proofs anew."""
    rows: list[dict[str, str]] = []
    for line in (PROBLEMS / "dev.jsonl").read_text("utf-8").split("\n"):
        if not line:
            continue
        problem = json.loads(line)
        for tactic in TACTICS:
            theorem = Theorem("small", problem["statement"], (), problem["prelude"])
            text = f"{theorem.prelude}\n\ntheorem small : {theorem.statement} := by\n  {tactic}\n"
            async with lean.worker() as worker:
                await worker.run("theorem warm : True := trivial\n", COLLECT_WALL_S)
                answer = await worker.run(text, COLLECT_WALL_S)
            if not isinstance(answer, RawAnswer) or answer.errors or 1e3 * answer.wall_s > FAST_MS:
                continue
            checked = await check(lean, Request(text, ("small",), limits=Limits(wall_s=10)))
            if checked.outcome is Outcome.PROVED:
                row = {"name": f"small_{len(rows)}", "problem": problem["id"], "prelude": problem["prelude"]}
                rows.append({**row, "statement": problem["statement"], "proof": tactic})
    PROOFS.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), "utf-8")
    print(f"{len(rows)} proofs of {len({row['problem'] for row in rows})} problems")


def memory(process_id: int) -> str:
    """Resident, proportional and private memory of a process in MB."""
    fields = {}
    for line in Path(f"/proc/{process_id}/smaps_rollup").read_text("utf-8").split("\n")[1:]:
        if line:
            key, value = line.split(":")
            fields[key] = int(value.split()[0]) / 1024
    private = fields["Private_Clean"] + fields["Private_Dirty"]
    return f"{fields['Rss']:.1f} | {fields['Pss']:.1f} | {private:.1f}"


def children(process_id: int) -> list[int]:
    """The processes that a process has forked."""
    tasks = Path(f"/proc/{process_id}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


async def main(arguments: argparse.Namespace) -> None:
    toolchain = embedded_toolchain(os.environ)
    library = ensure_library(toolchain)
    assert toolchain.shared_library is not None
    host = LeanHost(
        toolchain.shared_library,
        library.path,
        library.environment,
        children_max=4,
        spares=2,
        core_modules=frozenset(library.modules),
    )
    async with host:
        if arguments.collect:
            await collect(host)
            return
        print(header("benchmarks/verify.py"))
        given = proofs(arguments.proofs)
        print("| way | at a time | median ms | 95 % ms | 99 % ms | verdicts a second | proofs | accepted |")
        print("| --- | --- | --- | --- | --- | --- | --- | --- |")
        with tempfile.TemporaryDirectory() as folder:
            for row in await rungs(host, given, Path(folder)):
                print(row.line(), flush=True)
            for row in await usual_ways(toolchain, library, given[: arguments.slow], Path(folder)):
                print(row.line(), flush=True)
        print("\n| process | RSS MB | PSS MB | private MB |\n| --- | --- | --- | --- |")
        assert host.process_id is not None
        print(f"| zygote | {memory(host.process_id)} |")
        for child in children(host.process_id):
            print(f"| child forked ahead | {memory(child)} |")
        async with host.worker() as worker:
            await worker.run(given[0].text, 10.0)
            print(f"| worker after one check | {memory(worker.process_id)} |")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--proofs", type=int, default=1000)
    parser.add_argument("--slow", type=int, default=100, help="proofs for the slow ways")
    parser.add_argument("--collect", action="store_true", help="write the file of proofs anew")
    asyncio.run(main(parser.parse_args()))
