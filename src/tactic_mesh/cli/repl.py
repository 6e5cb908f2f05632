"""`tactic-mesh repl`: the JSON protocol of leanprover-community's REPL, on standard input and output."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any

from cyclopts import Parameter

from tactic_mesh.cli.terminal import MEMORY, LeanOptions, building, require_positive, tell_typist
from tactic_mesh.errors import InputError
from tactic_mesh.lean.open import open_lean
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.serve.repl.session import Repl
from tactic_mesh.serve.repl.wire import objects


def repl(
    *,
    timeout: Annotated[float, Parameter(help="Seconds for a command that does not say its own.")] = 60.0,
    memory_mib: Annotated[
        int, Parameter(MEMORY, help="Memory of the process that holds the environments.")
    ] = 2048,
    lean_options: LeanOptions = LeanOptions(),
) -> int:
    """Answer commands, files and tactics until the input ends: a JSON object, then a blank line, and so the answers.

    Answers are at the rung `elaborated` unless a request says `"trust"`, and say so.
    """
    require_positive(timeout=timeout, memory_mib=memory_mib)
    if sys.stdin is None:
        raise InputError("standard input is closed; commands come there")
    tell_typist("JSON objects, a blank line after each,")
    limits = Limits(wall_s=timeout, cpu_s=max(1, round(2 * timeout)), memory_bytes=memory_mib << 20)
    # Input is read while no loop runs: an interrupt then reaches the read, and nothing waits for a thread.
    with asyncio.Runner() as runner:
        opened = _open(limits, lean_options)
        client = runner.run(opened.__aenter__())
        try:
            for one in objects(sys.stdin.buffer):
                _write(runner.run(client.answer(one)))
        finally:
            runner.run(opened.__aexit__(None, None, None))
    return 0


@asynccontextmanager
async def _open(limits: Limits, options: LeanOptions) -> AsyncIterator[Repl]:
    """A worker for this client alone, and room for a check beside it."""
    with building() as progress:
        opened = open_lean(
            lean=options.lean, project=options.project, insist=options.insist, jobs=2, progress=progress
        )
        async with opened as lean, lean.worker(limits) as worker:
            yield Repl(lean, worker, limits.wall_s, limits)


def _write(answer: dict[str, Any]) -> None:
    print(json.dumps(answer, ensure_ascii=False), end="\n\n", flush=True)
