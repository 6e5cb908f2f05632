"""What each part of the search is worth: `python -m benchmarks.ablation [--tactics N] [--sample N] [--out FILE]`.

Every arm works on the same problems with the same number of tactics; seconds decide nothing, if they are enough. The
arms are the search as it is (best-first), the same with Monte-Carlo, and the same without lemmas, without
transpositions, without the look for a counterexample before it. The sample takes every family in proportion, and in a
family the problems whose id has the least sha256: nobody chose them, and no result did.

Each run is a line of FILE as it ends, problem after problem with all arms; the same command goes on where FILE ends.
The tables: who solved how many, with Wilson's 95 % interval and McNemar's exact test against best-first; and how many
were solved within how many tactics. A run that a clock cut is counted, and said: give it more with --wall.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import json
import statistics
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.machine import header
from tactic_mesh.bench.problems import Problem, read_problems
from tactic_mesh.bench.statistics import mcnemar, wilson
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.open import open_lean
from tactic_mesh.prove.finding import Manner
from tactic_mesh.prove.prover import prove_theorem
from tactic_mesh.prove.search import MonteCarlo
from tactic_mesh.theorem import Budget, Outcome

SCHEMA = "tactic-mesh/ablation@1"
PROBLEMS = Path(__file__).resolve().parent / "problems" / "dev.jsonl"
SAMPLE, TACTICS, WALL_S = 100, 4000, 300.0
COST_TACTICS = (30, 100, 300, 1000, 2000, 4000)


@dataclass(frozen=True, slots=True)
class Arm:
    """One way to search."""

    manner: Manner
    disproof: bool = True


BASE = "best-first"
ARMS = {
    BASE: Arm(Manner(at_once=False)),
    "monte-carlo": Arm(Manner(policy=MonteCarlo, at_once=False)),
    "without lemmas": Arm(Manner(discover=False, at_once=False)),
    "without transpositions": Arm(Manner(transpositions=False, at_once=False)),
    "without disproof": Arm(Manner(at_once=False), disproof=False),
}


def digest(identity: str) -> str:
    return hashlib.sha256(identity.encode()).hexdigest()


def sampled(problems: Sequence[Problem], count: int) -> list[Problem]:
    """A sample with every family in proportion (largest remainders), in the order of the digests of the ids."""
    families: dict[str, list[Problem]] = {}
    for problem in sorted(problems, key=lambda one: digest(one.id)):
        families.setdefault(problem.family, []).append(problem)
    count = min(count, len(problems))
    shares = {family: count * len(ones) / len(problems) for family, ones in families.items()}
    taken = {family: int(share) for family, share in shares.items()}
    by_remainder = sorted(shares, key=lambda family: (taken[family] - shares[family], family))
    for family in by_remainder[: count - sum(taken.values())]:
        taken[family] += 1
    chosen = [one for family, ones in families.items() for one in ones[: taken[family]]]
    return sorted(chosen, key=lambda one: digest(one.id))


def read_lines(out: Path, settings: dict[str, Any]) -> list[dict[str, Any]]:
    """The whole lines of a file of results. Ends the program if they were made with other settings."""
    if not out.exists():
        return []
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").split("\n")[:-1]]
    for line in lines:
        if (line["schema"], line["settings"]) != (SCHEMA, settings):
            sys.exit(f"{out} was made with {line['settings']}, not {settings}; name another file with --out")
    out.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), encoding="utf-8")
    return lines


async def measured(lean: Lean, problem: Problem, arm: Arm, tactics: int, wall_s: float) -> dict[str, Any]:
    started = time.perf_counter()
    budget = Budget(wall_s, checks=tactics)
    proof = await prove_theorem(
        lean, problem.theorem, budget, jobs=lean.children_max, manner=arm.manner, disproof=arm.disproof
    )
    return {
        "outcome": proof.outcome,
        "tactics": proof.spent.checks - (proof.checked is not None),
        "wall_s": round(time.perf_counter() - started, 3),
        "timed_out": proof.timed_out,
        "reason": proof.reason,
    }


async def run(
    problems: Iterable[Problem], arms: Sequence[str], settings: dict[str, Any], out: Path, jobs: int
) -> list[dict[str, Any]]:
    """All results, those of the file first."""
    lines = read_lines(out, settings)
    done = {(line["id"], line["arm"]) for line in lines}
    async with open_lean(lean="embedded", jobs=jobs) as lean:
        with out.open("a", encoding="utf-8", buffering=1) as file:
            for problem in problems:
                for name in arms:
                    if (problem.id, name) in done:
                        continue
                    found = await measured(lean, problem, ARMS[name], settings["tactics"], settings["wall_s"])
                    line = {"schema": SCHEMA, "id": problem.id, "family": problem.family, "arm": name}
                    lines.append({**line, **found, "settings": settings})
                    file.write(f"{json.dumps(lines[-1], ensure_ascii=False)}\n")
                    told = f"{problem.id}, {name}: {found['outcome']}, {found['tactics']} tactics"
                    print(f"{told}, {found['wall_s']:.1f} s", file=sys.stderr)
    return lines


def tables(lines: Sequence[dict[str, Any]], arms: Sequence[str], tactics: int) -> str:
    """Over the problems that every arm has a result for."""
    by_arm = {arm: {line["id"]: line for line in lines if line["arm"] == arm} for arm in arms}
    common = set.intersection(*(set(found) for found in by_arm.values()))
    proved = {
        arm: {key for key in common if found[key]["outcome"] == Outcome.PROVED}
        for arm, found in by_arm.items()
    }
    base = proved.get(BASE)
    rows = [
        "| arm | problems | proved | 95 % interval | refuted | only best-first | only this | McNemar p | "
        "median tactics of a proof | cut by a clock |",
        "|" + " --- |" * 10,
    ]
    for arm, found in by_arm.items():
        low, high = wilson(len(proved[arm]), len(common))
        refuted = sum(found[key]["outcome"] == Outcome.REFUTED for key in common)
        beside = ["–"] * 3
        if base is not None and arm != BASE:
            less, more = len(base - proved[arm]), len(proved[arm] - base)
            beside = [str(less), str(more), f"{mcnemar(less, more):.3g}"]
        middle = f"{statistics.median(found[k]['tactics'] for k in proved[arm]):.0f}" if proved[arm] else "–"
        cut = sum(found[key]["timed_out"] for key in common)
        interval = f"{100 * low:.1f} – {100 * high:.1f} %"
        cells = [arm, len(common), len(proved[arm]), interval, refuted, *beside, middle, cut]
        rows.append(f"| {' | '.join(map(str, cells))} |")
    limits = [*(limit for limit in COST_TACTICS if limit < tactics), tactics]
    rows += [
        "",
        f"| proved within tactics | {' | '.join(map(str, limits))} |",
        "|" + " --- |" * (len(limits) + 1),
    ]
    for arm, found in by_arm.items():
        costs = [found[key]["tactics"] for key in proved[arm]]
        reached = " | ".join(str(sum(cost <= limit for cost in costs)) for limit in limits)
        rows.append(f"| {arm} | {reached} |")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--problems", type=Path, default=PROBLEMS)
    parser.add_argument("--sample", type=int, default=SAMPLE)
    parser.add_argument("--tactics", type=int, default=TACTICS)
    parser.add_argument("--wall", type=float, default=WALL_S, help="seconds for each run, to be safe")
    parser.add_argument("--arms", default=",".join(ARMS), help="which of the arms, with commas between")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--out", type=Path, default=Path("ablation.jsonl"))
    words = parser.parse_args()
    arms = [arm.strip() for arm in words.arms.split(",")]
    if unknown := [arm for arm in arms if arm not in ARMS]:
        sys.exit(f"there is no arm `{unknown[0]}`; there are: {', '.join(ARMS)}")
    problems = sampled(read_problems(words.problems), words.sample)
    settings = {"tactics": words.tactics, "wall_s": words.wall}
    told = header("benchmarks/ablation.py")
    lines = asyncio.run(run(problems, arms, settings, words.out, words.jobs))
    wanted = {problem.id for problem in problems}
    print(told)
    print(tables([line for line in lines if line["id"] in wanted], arms, words.tactics))


if __name__ == "__main__":
    main()
