"""What the loop costs beyond its checks: `python -m benchmarks.refine [--checks N] [--rounds N]`.

The same number of failing candidates, checked one after another: once by asking the checker directly, once through
`refine`, which also elaborates the statement, reads each candidate, scores its failure and writes its line, and once
through `refine` with a model over HTTP, the scripted server. In turns within one run; every candidate's text is new,
and nothing is stored.
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
from tactic_mesh.gateway.backends import open_gateway
from tactic_mesh.gateway.base import Candidate, ModelGateway, Problem, Proposals
from tactic_mesh.gateway.scripted_server import Reply, scripted_server
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.open import open_lean
from tactic_mesh.prove.prover import lean_file
from tactic_mesh.prove.refinement.refine import RefineBudget, refine
from tactic_mesh.theorem import Diagnostic, Theorem
from tactic_mesh.verify.checker import Checker
from tactic_mesh.verify.request import Request

AT_ONCE = 16
"""Answers that one request may ask for in this format."""
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


Took = tuple[float, float]
"""Seconds, and seconds of this process's own processor time: Lean works in others, so that these are the loop's."""


def _now() -> Took:
    return time.perf_counter(), time.process_time()


def _since(started: Took) -> Took:
    return time.perf_counter() - started[0], time.process_time() - started[1]


def failing(count: int) -> list[str]:
    return [f"by\n  intro a b\n  simp [wrong_{next(_numbers)}]" for _ in range(count)]


async def direct(lean: Lean, count: int) -> Took:
    checker = Checker(lean)
    proofs = failing(count)
    started = _now()
    for proof in proofs:
        text = lean_file(THEOREM, proof)
        await checker.check(Request(text, ("t",), statement=lean_file(THEOREM, "sorry")))
    return _since(started)


async def looped(lean: Lean, gateway: ModelGateway, count: int, log: Path) -> Took:
    budget = RefineBudget(rounds=1, candidates_per_round=count, repairs_per_round=0, checks=count)
    started = _now()
    found = await refine(Checker(lean), THEOREM, gateway, budget, at_once=1, log=log)
    took = _since(started)
    assert found.statistics.checks == count
    return took


async def over_http(lean: Lean, count: int, log: Path) -> Took:
    """With a model that answers at once: what prompts, requests and reading their answers take."""
    texts = [f"```lean\n{proof}\n```" for proof in failing(count)]
    replies = [Reply(tuple(texts[at : at + AT_ONCE])) for at in range(0, count, AT_ONCE)]
    with scripted_server(replies) as server:
        async with open_gateway("local", "m", base_url=server.base_url) as gateway:
            return await looped(lean, gateway, count, log)


async def measured(count: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log.jsonl"
        async with open_lean() as lean:
            await direct(lean, 3)
            rows = [
                (
                    await direct(lean, count),
                    await looped(lean, Given(failing(count)), count, log),
                    await over_http(lean, count, log),
                )
                for _ in range(rounds)
            ]
    print(
        f"| {count} checks | least, ms a check | over the checks alone | median of {rounds} | own processor, ms |"
    )
    print("| --- | --- | --- | --- | --- |")
    alone = min(row[0][0] for row in rows)
    for column, name in enumerate(("asked directly", "through the loop", "with a model over HTTP")):
        least = min(row[column][0] for row in rows)
        own = min(row[column][1] for row in rows)
        extra = statistics.median(100 * (row[column][0] / row[0][0] - 1) for row in rows)
        print(
            f"| {name} | {1000 * least / count:.2f} | {100 * (least / alone - 1):.1f} % | {extra:.1f} % |"
            f" {1000 * own / count:.2f} |"
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
