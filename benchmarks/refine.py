"""What the loop costs beyond its checks: `python -m benchmarks.refine [--checks N] [--rounds N]`.

The same number of failing candidates, checked one after another: once by asking the checker directly, once through
`refine`, which also elaborates the statement, reads each candidate, scores its failure and writes its line. In turns
within one run; every candidate's text is new, and nothing is stored.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.machine import header
from tactic_mesh.gateway.base import Candidate, Problem, Proposals
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.open import open_lean
from tactic_mesh.prove.prover import lean_file
from tactic_mesh.prove.refine import RefineBudget, refine
from tactic_mesh.theorem import Diagnostic, Theorem
from tactic_mesh.verify.checker import Checker
from tactic_mesh.verify.request import Request

THEOREM = Theorem("t", "∀ a b : Nat, a + b = b + a")
_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Given:
    """A gateway that has its candidates already."""

    proofs: Sequence[str]
    name: str = "given"
    is_priced: bool = True

    async def propose(self, problem: Problem, n: int) -> Proposals:
        return Proposals(tuple(Candidate(proof, self.name) for proof in self.proofs))

    async def repair(
        self, problem: Problem, failed_proof: str, diagnostics: Sequence[Diagnostic], n: int
    ) -> Proposals:
        return Proposals(())


def failing(count: int) -> list[str]:
    return [f"by\n  intro a b\n  simp [wrong_{next(_numbers)}]" for _ in range(count)]


async def direct(lean: Lean, count: int) -> float:
    checker = Checker(lean)
    proofs = failing(count)
    started = time.perf_counter()
    for proof in proofs:
        text = lean_file(THEOREM, proof)
        await checker.check(Request(text, ("t",), statement=lean_file(THEOREM, "sorry")))
    return time.perf_counter() - started


async def looped(lean: Lean, count: int, log: Path) -> float:
    budget = RefineBudget(rounds=1, candidates_per_round=count, repairs_per_round=0, checks=count)
    gateway = Given(failing(count))
    started = time.perf_counter()
    found = await refine(Checker(lean), THEOREM, gateway, budget, at_once=1, log=log)
    took = time.perf_counter() - started
    assert found.statistics.checks == count
    return took


async def measured(count: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with open_lean() as lean:
            await direct(lean, 3)
            pairs = [
                (await direct(lean, count), await looped(lean, count, Path(folder) / "log.jsonl"))
                for _ in range(rounds)
            ]
    alone, loop = (min(column) for column in zip(*pairs, strict=True))
    extra = statistics.median(100 * (b / a - 1) for a, b in pairs)
    print(f"| {count} checks | least, ms a check |\n| --- | --- |")
    print(
        f"| asked directly | {1000 * alone / count:.2f} |\n| through the loop | {1000 * loop / count:.2f} |\n"
    )
    print(
        f"Overhead: {100 * (loop / alone - 1):.1f} % of the least times; median of {rounds} pairs {extra:.1f} %."
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checks", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=7)
    words = parser.parse_args()
    print(header("benchmarks/refine.py"))
    asyncio.run(measured(words.checks, words.rounds))


if __name__ == "__main__":
    main()
