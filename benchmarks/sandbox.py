"""What a sandboxed run costs beside a bare one: `python -m benchmarks.sandbox [--runs N]`.

In turns within one run: a program that does nothing, and Lean's command line over four lines, each as a plain child
of this process, and in each way of confining that works here. Times are from the call to the last byte read and the
last process dead. The least time of many is what a busy machine tells best.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import subprocess
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from benchmarks.host import FOUR_LINES
from benchmarks.machine import header
from tactic_mesh.lean.command import EMBEDDED_OPTIONS, lean_command
from tactic_mesh.lean.library import ensure_library
from tactic_mesh.lean.reach import readable
from tactic_mesh.lean.toolchain import embedded_toolchain
from tactic_mesh.lean.variables import lean_environment
from tactic_mesh.sandbox import probe
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.sandbox.policy import Layer, Policy
from tactic_mesh.sandbox.run import plan, run

OTHERS = frozenset({Layer.BUBBLEWRAP, Layer.NAMESPACES, Layer.LANDLOCK, Layer.SECCOMP})
WITHOUT = {
    "bubblewrap": OTHERS - {Layer.BUBBLEWRAP, Layer.SECCOMP},
    "namespaces": frozenset({Layer.BUBBLEWRAP}),
    "landlock": frozenset({Layer.BUBBLEWRAP, Layer.NAMESPACES}),
    "limits only": OTHERS,
}


@dataclass(frozen=True, slots=True)
class Program:
    """What is run: its words, what it may read, and what it is told."""

    name: str
    words: list[str]
    policy: Policy
    stdin: bytes = b""


@dataclass(slots=True)
class Way:
    """One way to run a program, with the seconds that it took, by the program's name."""

    name: str
    call: Callable[[Program], Awaitable[int | None]]
    layers: str
    seconds: dict[str, list[float]] = field(default_factory=dict)


def programs() -> list[Program]:
    toolchain = embedded_toolchain(os.environ)
    library = ensure_library(toolchain)
    environment = lean_environment(library.path, os.environ, own_temporary=True)
    policy = Policy(
        readable=readable(toolchain, library.path, os.environ),
        environment=environment,
        limits=Limits(wall_s=60.0),
    )
    lean = [*lean_command(toolchain), *EMBEDDED_OPTIONS, "--json", "--stdin"]
    return [
        Program("`true`", ["/bin/true"], Policy()),
        Program("`lean`, 4 lines", lean, policy, FOUR_LINES.encode()),
    ]


async def bare(program: Program) -> int:
    def complete() -> int:
        environment = dict(program.policy.environment)
        done = subprocess.run(
            program.words, input=program.stdin, env=environment, capture_output=True, check=False
        )
        return done.returncode

    return await asyncio.get_running_loop().run_in_executor(None, complete)


def ways() -> list[Way]:
    found = [Way("bare", bare, "")]
    for name, without in WITHOUT.items():
        layer = Layer(name) if name in list(Layer) else None
        if layer is not None and probe.problem(layer):
            print(f"{name} does not work here: {probe.problem(layer)}\n")
            continue
        found.append(Way(name, confined(without), ", ".join(sorted(plan(without)))))
    return found


def confined(without: frozenset[Layer]) -> Callable[[Program], Awaitable[int | None]]:
    async def call(program: Program) -> int | None:
        finished = await run(program.words, program.policy, stdin=program.stdin, without=without)
        return finished.status

    return call


async def measure(runs: int) -> None:
    all_ways = ways()
    print("| program | way | layers | least ms | median ms | 95 % ms | runs |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for program in programs():
        for number in range(runs + 1):  # the first warms the caches
            for way in all_ways:
                started = time.perf_counter()
                status = await way.call(program)
                took_s = time.perf_counter() - started
                if status != 0:
                    raise SystemExit(f"{way.name}: {program.name} ended with {status}")
                if number:
                    way.seconds.setdefault(program.name, []).append(took_s)
        for way in all_ways:
            print(row(program.name, way), flush=True)


def row(program: str, way: Way) -> str:
    values = sorted(way.seconds[program])
    median_ms = statistics.median(values) * 1e3
    high_ms = values[min(len(values) - 1, len(values) * 95 // 100)] * 1e3
    cells = (f"{values[0] * 1e3:.1f}", f"{median_ms:.1f}", f"{high_ms:.1f}", str(len(values)))
    return f"| {program} | {way.name} | {way.layers} | {' | '.join(cells)} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=40, help="of each program in each way")
    asked: Mapping[str, int] = vars(parser.parse_args())
    print(header("benchmarks/sandbox.py"))
    asyncio.run(measure(asked["runs"]))


if __name__ == "__main__":
    main()
