"""The implication graph and single implications: `python -m benchmarks.equational [--budget 10m] [--pairs N]`.

`resolve` runs as a user runs it, into an empty folder; what was decided, counting only what Lean's kernel had
accepted, is read from its own record at 1, 10 and 60 CPU-minutes, as far as the budget goes. Then `verify` checks the
folder again.
Single implications come from that folder's claims, true and false apart; the package `eqtheory` (0.3.1, if it is
installed) gets the same pairs in the same run, each in a process that is ended at the limit. What counts is a
certificate: ours was accepted by Lean within the time; the other's is not checked.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import multiprocessing.connection
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.machine import header
from tactic_mesh.equational import magmas
from tactic_mesh.equational.claims import Claims
from tactic_mesh.equational.implication import decide
from tactic_mesh.equational.laws import LAWS, law_number
from tactic_mesh.equational.relations import Edge
from tactic_mesh.equational.report import classes, hasse
from tactic_mesh.equational.resolve import nets
from tactic_mesh.equational.store import Folder
from tactic_mesh.lean.open import open_lean

TRUE, FALSE = 8_173_585, 13_855_357
"""How many implications between different laws are true and false, as published; used here for shares only."""
MARKS_S = (60, 600, 3600)
COMMAND = [sys.executable, "-m", "tactic_mesh.cli.main", "equational"]


def children_cpu_s() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def graph(folder: Path, budget: str, jobs: int) -> None:
    """Resolve into the folder, and print what was decided when."""
    before, started = children_cpu_s(), time.monotonic()
    words = [*COMMAND, "resolve", "--out", str(folder), "--budget", budget, "--jobs", str(jobs)]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    spent = children_cpu_s() - before
    summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
    print(
        "| CPU-s | real s | of them Lean CPU-s | true | share | false | share | all | certificates MB |\n"
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    )
    history = summary["history"]
    for moment in [*(last for mark in MARKS_S if (last := before_mark(history, mark))), history[-1]]:
        true, false = moment["true"], moment["false"]
        print(
            f"| {moment['cpu_s']} | {moment['wall_s']} | {moment['lean_cpu_s']} | {true} | {true / TRUE:.4%} | "
            f"{false} | {false / FALSE:.4%} | {(true + false) / (TRUE + FALSE):.4%} | "
            f"{moment['certificates_bytes'] / 1e6:.2f} |"
        )
    print(
        f"\nThe whole command: {spent:.0f} CPU-s, {time.monotonic() - started:.0f} s; "
        f"{summary['implications_proved_singly']} implications proved singly, {summary['tables']} tables.\n"
    )


def before_mark(history: Sequence[dict[str, float]], mark_s: float) -> dict[str, float] | None:
    """The last record within the time; None if the run went on for less."""
    if history[-1]["cpu_s"] < mark_s:
        return None
    return [moment for moment in history if moment["cpu_s"] <= mark_s][-1]


def verification(folder: Path) -> None:
    before, started = children_cpu_s(), time.monotonic()
    done = subprocess.run([*COMMAND, "verify", str(folder)], capture_output=True, text=True, check=False)
    print(
        f"`verify`: exit {done.returncode}, {children_cpu_s() - before:.0f} CPU-s, {time.monotonic() - started:.0f} s"
    )
    print("".join(f"    {line}\n" for line in done.stdout.rstrip().split("\n")))


@dataclass(frozen=True, slots=True)
class Pairs:
    """A set of pairs with one known answer, laws by number."""

    name: str
    implies: bool
    pairs: list[Edge]


def pair_sets(folder: Folder, count: int, hard: int, seed: int) -> list[Pairs]:
    """Random true and false pairs, pairs that generate the true ones, and what the first magmas leave open."""
    claims = folder.read_claims()
    generator = random.Random(seed)
    strict = claims.true & ~np.eye(LAWS, dtype=bool)
    left = claims.false & ~first_minute()
    edges = generating(claims)
    return [
        Pairs("random true", True, sample(strict, count, generator)),
        Pairs("random false", False, sample(claims.false, count, generator)),
        Pairs(f"generating ({len(edges)})", True, generator.sample(edges, min(count, len(edges)))),
        Pairs("false, not refuted by the first magmas", False, sample(left, hard, generator)),
    ]


def generating(claims: Claims) -> list[Edge]:
    """Pairs from which all true ones follow: a cycle through each class, and the covering pairs of the classes."""
    found = classes(claims)
    cycles = [
        pair for laws in found if len(laws) > 1 for pair in zip(laws, [*laws[1:], laws[0]], strict=True)
    ]
    first = [laws[0] for laws in found]
    cover = hasse(claims, first)
    return [*cycles, *((first[int(a)], first[int(b)]) for a, b in zip(*cover.nonzero(), strict=True))]


def first_minute() -> magmas.Bits:
    """What the magmas refute that `resolve` begins with."""
    rows = []
    for bits, _ in nets():
        rows += [np.packbits(bits, axis=1), np.packbits(magmas.opposite(bits), axis=1)]
    packed = np.unique(np.concatenate(rows), axis=0)
    return magmas.refuted(np.unpackbits(packed, axis=1, count=LAWS).astype(bool))


def sample(matrix: magmas.Bits, count: int, generator: random.Random) -> list[Edge]:
    rows, columns = np.nonzero(matrix)
    chosen = generator.sample(range(len(rows)), min(count, len(rows)))
    return [(int(rows[place]) + 1, int(columns[place]) + 1) for place in chosen]


async def ours(sets: Sequence[Pairs], limit_s: float) -> None:
    """Search and check, one pair after the other, over one warm Lean."""
    async with open_lean(lean="embedded") as lean:
        for pairs in sets:
            times, sizes, wrong = [], [], 0
            for one, other in pairs.pairs:
                answer = await decide(lean, law_number(one), law_number(other), limit_s)
                if answer.implies is None:
                    continue
                wrong += answer.implies is not pairs.implies
                times.append(answer.search_s + answer.check_s)
                sizes.append(len(answer.file.text.encode()) if answer.file else 0)
            print_row("tactic-mesh", pairs, times, wrong, limit_s, sizes)


def theirs(sets: Sequence[Pairs], limit_s: float, count: int) -> None:
    """`eqtheory` with its profile for short times, each pair in a process of its own that is ended at the limit."""
    for pairs in sets:
        times, wrong = [], 0
        for one, other in pairs.pairs[:count]:
            answer, spent_s = ended_at(limit_s, str(law_number(one)), str(law_number(other)))
            if answer is not None:
                times.append(spent_s)
                wrong += answer is not pairs.implies
        print_row(
            "eqtheory", Pairs(pairs.name, pairs.implies, pairs.pairs[:count]), times, wrong, limit_s, []
        )


def ended_at(limit_s: float, hypothesis: str, goal: str) -> tuple[bool | None, float]:
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_solve, args=(sender, hypothesis, goal), daemon=True)
    process.start()
    receiver.poll(60)  # until it has imported what it needs
    receiver.recv()
    started = time.monotonic()
    answer = receiver.recv() if receiver.poll(limit_s) else None
    spent = time.monotonic() - started
    process.kill()
    process.join()
    return answer, spent


def _solve(sender: multiprocessing.connection.Connection, hypothesis: str, goal: str) -> None:
    import eqtheory

    sender.send("ready")
    found = eqtheory.solve((hypothesis, goal), eqtheory.Config.latency())
    sender.send(None if found is None else found.verdict == "true")


def print_row(
    who: str, pairs: Pairs, times: list[float], wrong: int, limit_s: float, sizes: list[int]
) -> None:
    count = len(pairs.pairs)
    within = " | ".join(
        f"{sum(t <= mark for t in times)}" if mark <= limit_s else "-" for mark in (1.0, 10.0, 60.0)
    )
    middle = f"{sorted(times)[len(times) // 2]:.2f}" if times else "-"
    size = str(sorted(sizes)[len(sizes) // 2]) if sizes else "-"
    print(f"| {who} | {pairs.name} | {count} | {within} | {wrong} | {middle} | {size} |", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--budget", default="10m", help="processor time for `resolve`")
    parser.add_argument("--jobs", type=int, default=2, help="processes for `resolve`")
    parser.add_argument(
        "--folder", type=Path, help="a folder that is resolved already: `resolve` is left out"
    )
    parser.add_argument("--pairs", type=int, default=100, help="pairs of each kind; 0 leaves them out")
    parser.add_argument(
        "--hard", type=int, default=50, help="pairs of the kind that the first magmas leave open"
    )
    parser.add_argument("--unverified", action="store_true", help="leave out `verify`")
    parser.add_argument("--limit", type=float, default=10.0, metavar="S", help="seconds for each pair")
    parser.add_argument("--competitor-pairs", type=int, default=20, help="pairs of each kind for eqtheory")
    parser.add_argument("--competitor-limit", type=float, default=10.0, metavar="S")
    words = parser.parse_args()
    print(header("benchmarks/equational.py"))
    with tempfile.TemporaryDirectory() as temporary:
        folder = words.folder or Path(temporary) / "graph"
        if words.folder is None:
            graph(folder, words.budget, words.jobs)
        if not words.unverified:
            verification(folder)
        if words.pairs:
            sets = pair_sets(Folder(folder), words.pairs, words.hard, seed=1)
            print(
                "| who | pairs | number | within 1 s | within 10 s | within 60 s | wrong | median s | median bytes |\n"
                "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
            )
            asyncio.run(ours(sets, words.limit))
            if words.competitor_pairs:
                theirs(sets, words.competitor_limit, words.competitor_pairs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
