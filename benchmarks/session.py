"""Tactics a second from saved states: `python benchmarks/session.py [--seconds N]`.

A list addition lemma, eight tactics of a search (some that run, some that fail), tried again and again at one state of
one session, on one core: with every new goal sent as terms, and with the new goals printed by Lean as well.
"""

from __future__ import annotations

import argparse
import asyncio
import time

from benchmarks.machine import header
from tactic_mesh.lean.open import open_lean
from tactic_mesh.lean.session import Stepped, TacticLimits, TacticSession

PRELUDE = """def append {α : Type} : List α → List α → List α
  | [], ys => ys
  | x :: xs, ys => x :: append xs ys
"""
STATEMENT, BINDERS = "append (append xs ys) [] = append xs ys", "{α : Type} (xs ys : List α)"
TACTICS = [
    "induction xs with | nil => ?_ | cons x xs ih => ?_",
    "simp [append]",
    "cases xs",
    "rw [append]",
    "exact rfl",
    "simp_all [append]",
    "unfold append",
    "constructor",
]


async def rate(session: TacticSession, seconds: float, *, printing: bool) -> float:
    """Tactics a second."""
    root = await session.open()
    count, started = 0, time.perf_counter()
    while time.perf_counter() - started < seconds:
        outcomes = await session.step(root, TACTICS * 4, TacticLimits(), stop=False)
        count += len(outcomes)
        points = [p for outcome in outcomes if isinstance(outcome, Stepped) for p in outcome.points]
        if printing:
            for point in points:
                await session.show(point)
        await session.forget(points)
    return count / (time.perf_counter() - started)


async def measure(seconds: float) -> None:
    async with (
        open_lean(lean="embedded", jobs=1) as lean,
        lean.session(PRELUDE, STATEMENT, BINDERS) as session,  # type: ignore[attr-defined]
    ):
        await rate(session, 0.5, printing=False)
        print("| what | tactics a second |\n| --- | --- |")
        for printing in (False, True):
            what = "goals as terms, and printed by Lean" if printing else "goals as terms"
            print(f"| {what} | {await rate(session, seconds, printing=printing):.0f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=5.0)
    seconds = parser.parse_args().seconds
    print(header("benchmarks/session.py"))
    asyncio.run(measure(seconds))


if __name__ == "__main__":
    main()
