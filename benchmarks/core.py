"""The core library measured: `python -m benchmarks.core [--problems FILE] [--timeout S] [--prove FAMILY]`.

Prints the time to compile the library, the size of the cache, the cost of a check that only imports, memory; then, by
family, how many problems elaborate and how many fall to a portfolio of one-line proofs, which is the baseline that
search must beat. With `--prove FAMILY` (or `all`) the structured prover runs over that family instead.

The portfolio, each alone after `intros`: `rfl`, `decide`, `omega`, `simp`, `simp_all`; `decide` before `intros`
too; and `induction x <;> simp_all` for each variable x. A proof counts if the finished file, checked by a process
that saw nothing else, proves the theorem from the standard axioms. A false statement that is proved ends the run
with exit code 1.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.machine import header
from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.library import ensure_library
from tactic_mesh.lean.messages import diagnostics
from tactic_mesh.lean.open import open_lean
from tactic_mesh.lean.toolchain import embedded_toolchain
from tactic_mesh.prove.prover import lean_file, prove_theorem
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Budget, Outcome, Theorem
from tactic_mesh.verify.elaborated import check_text

PROBLEMS = Path(__file__).resolve().parent / "problems"
NEGATIVE = "negative_control"
ONE_LINERS = {
    "rfl": ["intros; rfl"],
    "decide": ["decide", "intros; decide"],
    "omega": ["intros; omega"],
    "simp": ["intros; simp"],
    "simp_all": ["intros; simp_all"],
}
INDUCTION = "induction"
CHECKS = 50
TRIVIAL = "theorem t : True := trivial\n"


@dataclass(frozen=True, slots=True)
class Problem:
    """A row of a file of problems."""

    identity: str
    family: str
    theorem: Theorem


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a problem; `fell_to` are the tactics that prove it."""

    problem: Problem
    elaborates: bool
    fell_to: frozenset[str] = frozenset()


@dataclass(slots=True)
class Family:
    """A row of the table."""

    problems: int = 0
    elaborate: int = 0
    fall: int = 0
    by_tactic: Counter[str] = field(default_factory=Counter)

    def add(self, fate: Fate) -> None:
        self.problems += 1
        self.elaborate += fate.elaborates
        self.fall += bool(fate.fell_to)
        self.by_tactic.update(fate.fell_to)


def read_problems(files: list[Path]) -> list[Problem]:
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").split("\n") if line]
    return [
        Problem(row["id"], row["family"], Theorem("problem", row["statement"], (), row["prelude"]))
        for row in rows
    ]


class Portfolio:
    """Tries one-line proofs, each in a worker that lives until one of them runs out of time."""

    def __init__(self, lean: Lean, wall_s: float) -> None:
        self.lean = lean
        self.wall_s = wall_s

    async def fate(self, problem: Problem) -> Fate:
        goal = await self._answer(problem.theorem, "by\n  intros")
        stated = await self._answer(problem.theorem, "by\n  sorry")
        if stated is None or stated.errors:
            return Fate(problem, elaborates=False)
        proofs = {name: [f"by {tactic}" for tactic in each] for name, each in ONE_LINERS.items()}
        proofs[INDUCTION] = inductions(goal)
        fell_to = [name for name, each in proofs.items() if await self._any(problem.theorem, each)]
        return Fate(problem, elaborates=True, fell_to=frozenset(fell_to))

    async def _any(self, theorem: Theorem, proofs: list[str]) -> bool:
        for proof in proofs:
            answer = await self._answer(theorem, proof)
            if answer is not None and not answer.errors:
                checked = await check_text(
                    self.lean,
                    lean_file(theorem, proof),
                    Limits(wall_s=4 * self.wall_s),
                    theorems=(theorem.name,),
                )
                if checked.outcome is Outcome.PROVED:
                    return True
        return False

    async def _answer(self, theorem: Theorem, proof: str) -> RawAnswer | None:
        """What Lean says of the file with this proof; None if it says nothing in time."""
        async with self.lean.worker(Limits()) as worker:
            answer = await worker.run(lean_file(theorem, proof), self.wall_s)
            return answer if isinstance(answer, RawAnswer) else None


def inductions(after_intros: RawAnswer | None) -> list[str]:
    """`induction x <;> simp_all` for every x that `intros` introduced; those have a dagger in their names."""
    found = diagnostics(after_intros.messages) if after_intros else ()
    goals = [goal for d in found for goal in d.goals]
    names = [name for h in goals[0].hypotheses for name in h.names if "✝" in name] if goals else []
    fresh = [f"x{number}" for number in range(1, len(names) + 1)]
    return [f"by intro {' '.join(fresh)}; induction {x} <;> simp_all" for x in fresh]


async def baseline(problems: list[Problem], wall_s: float) -> int:
    """Print the table of the portfolio; the number of false statements that it proved."""
    async with open_lean(lean="embedded") as lean:
        portfolio, free = Portfolio(lean, wall_s), asyncio.Semaphore(lean.children_max)

        async def one(problem: Problem) -> Fate:
            async with free:
                return await portfolio.fate(problem)

        started = time.perf_counter()
        fates = await asyncio.gather(*map(one, problems))
        took_s = time.perf_counter() - started
    families: dict[str, Family] = {}
    for fate in fates:
        families.setdefault(fate.problem.family, Family()).add(fate)
    tactics = [*ONE_LINERS, INDUCTION]
    print(f"| family | problems | elaborate | fall to one line | {' | '.join(tactics)} |")
    print("| --- |" + " ---: |" * (3 + len(tactics)))
    for name, row in families.items():
        print(_row(name, row, tactics))
    total = Family()
    for fate in fates:
        if fate.problem.family != NEGATIVE:
            total.add(fate)
    print(_row("all but the false ones", total, tactics))
    print(f"\n{took_s:.0f} s with {wall_s:g} s for each proof.")
    for fate in fates:
        if not fate.elaborates:
            print(f"Does not elaborate: {fate.problem.identity}")
    return _report_false([f.problem for f in fates if f.fell_to])


def _row(name: str, row: Family, tactics: list[str]) -> str:
    counts = [row.problems, row.elaborate, row.fall, *(row.by_tactic[tactic] for tactic in tactics)]
    return f"| {name} | {' | '.join(map(str, counts))} |"


def _report_false(proved: list[Problem]) -> int:
    false = [problem.identity for problem in proved if problem.family == NEGATIVE]
    for identity in false:
        print(f"FALSE STATEMENT PROVED: {identity}")
    return len(false)


async def prover(problems: list[Problem], wall_s: float) -> int:
    """Run the structured prover over the problems, one after the other; the number of false ones it proved."""
    proved: list[Problem] = []
    times_s: list[float] = []
    print("| problem | outcome | s | checks |\n| --- | --- | ---: | ---: |")
    async with open_lean(lean="embedded") as lean:
        for problem in problems:
            result = await prove_theorem(lean, problem.theorem, Budget(wall_s=wall_s), jobs=lean.children_max)
            row = (problem.identity, result.outcome, f"{result.spent.wall_s:.2f}", result.spent.checks)
            print(f"| {' | '.join(map(str, row))} |", flush=True)
            if result.outcome is Outcome.PROVED:
                proved.append(problem)
                times_s.append(result.spent.wall_s)
    median = f", median {statistics.median(times_s):.2f} s" if times_s else ""
    print(f"\n{len(proved)} of {len(problems)} proved within {wall_s:g} s each{median}.")
    return _report_false(proved)


def compilation() -> None:
    """Print what the library costs to compile and to keep."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        environ = {**os.environ, "TACTIC_MESH_CACHE": folder}
        compiled = ensure_library(embedded_toolchain(os.environ), environ=environ)
        print(
            f"| compile {len(compiled.modules)} modules, empty cache | {time.perf_counter() - started:.1f} s |"
        )
        size = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
        print(f"| cache | {size / 1e6:.1f} MB |")


async def importing() -> None:
    """Print what it costs to have the library imported."""
    started = time.perf_counter()
    async with open_lean(lean="embedded") as lean:
        print(
            f"| start of the warm Lean, with import and self-test | {time.perf_counter() - started:.2f} s |"
        )
        for what, text in (("an empty file", ""), ("a file with one theorem", TRIVIAL)):
            times_ms = [await timed_ms(lean, text) for _ in range(CHECKS)]
            median = statistics.median(times_ms)
            print(f"| isolated check of {what}, median of {CHECKS} | {median:.1f} ms |")
        async with lean.worker() as worker:
            await worker.run(TRIVIAL, 10.0)
            for what, process_id in processes(getattr(worker, "process_id", None)).items():
                resident, proportional = memory_mb(process_id)
                print(f"| {what}: resident, proportional | {resident:.0f} MB, {proportional:.0f} MB |")


async def timed_ms(lean: Lean, text: str) -> float:
    started = time.perf_counter()
    await lean.elaborate(text)
    return 1000 * (time.perf_counter() - started)


def processes(worker_id: int | None) -> dict[str, int]:
    """The worker and the process that it was forked from, on Linux."""
    if worker_id is None or sys.platform != "linux":
        return {}
    status = Path(f"/proc/{worker_id}/status").read_text(encoding="utf-8").split("\n")
    parent = next(int(line.split()[1]) for line in status if line.startswith("PPid:"))
    return {"memory of the process that forks": parent, "memory of a worker": worker_id}


def memory_mb(process_id: int) -> tuple[float, float]:
    """Resident memory, and its part in proportion to how many processes share each page."""
    lines = Path(f"/proc/{process_id}/smaps_rollup").read_text(encoding="utf-8").split("\n")
    kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in lines if line.endswith(" kB")}
    return kilobytes["Rss"] / 1000, kilobytes["Pss"] / 1000


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--problems", type=Path, action="append", help="JSON lines; default: all of ours")
    parser.add_argument("--timeout", type=float, default=10.0, metavar="S", help="seconds for each proof")
    parser.add_argument("--prove", metavar="FAMILY", help="run the structured prover over FAMILY, or `all`")
    parser.add_argument("--no-library", action="store_true", help="leave out the cost of the library itself")
    words = parser.parse_args()
    problems = read_problems(words.problems or sorted(PROBLEMS.glob("*.jsonl")))
    print(header("benchmarks/core.py"))
    if words.prove:
        chosen = [problem for problem in problems if words.prove in ("all", problem.family)]
        if not chosen:
            parser.error(f"no such family; there are {', '.join(sorted({p.family for p in problems}))}")
        return 1 if asyncio.run(prover(chosen, words.timeout)) else 0
    if not words.no_library:
        print("| what | value |\n| --- | ---: |")
        compilation()
        asyncio.run(importing())
        print()
    return 1 if asyncio.run(baseline(problems, words.timeout)) else 0


if __name__ == "__main__":
    sys.exit(main())
