"""Run a program under a stated policy, inside the best layers that this machine has.

    finished = await run(["/usr/bin/lean", "--stdin"], Policy(readable=(folder,)), stdin=text)

Covered, as `Finished.promises` says for this run: files, network and processes outside the policy are out of reach,
the environment is the policy's, limits hold, and at the end nothing that was started lives. With
`Policy.required` a call refuses where less would hold.
Not covered: faults of the operating system's kernel, side channels, what a granted network or folder allows.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tactic_mesh.errors import SandboxUnavailable, UsageError
from tactic_mesh.sandbox import probe
from tactic_mesh.sandbox.execution import Execution, Finished
from tactic_mesh.sandbox.policy import Layer, Policy, Promise, promises

RUNS_MAX = 64
"""At one time, over all callers; the others wait."""
# Threads of their own that live on: the system ends a child when the thread that started it ends.
_threads = ThreadPoolExecutor(RUNS_MAX, thread_name_prefix="sandbox")


async def run(
    words: Sequence[str],
    policy: Policy,
    *,
    stdin: bytes = b"",
    on_output: Callable[[bytes], None] | None = None,
    without: frozenset[Layer] = frozenset(),
) -> Finished:
    """Run `words` to their end. `on_output` gets standard output as it comes, in another thread, without a bound.

    `without` leaves out layers that would work. Cancelling ends the program, and waits until it is gone.
    Raises: SandboxUnavailable, also if what the policy requires cannot be kept; UsageError for no such program.
    """
    loop = asyncio.get_running_loop()
    layers = await loop.run_in_executor(_threads, plan, without)
    kept = assured(layers)
    refuse_less(policy.required, layers)
    execution = Execution(_resolved(words, policy), policy, layers, kept, stdin, on_output)
    work = loop.run_in_executor(_threads, execution.complete)
    try:
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        execution.cancelled.set()
        with contextlib.suppress(SandboxUnavailable):
            await work
        raise


def plan(without: frozenset[Layer] = frozenset()) -> frozenset[Layer]:
    """The layers of a run here: bubblewrap, else namespaces and Landlock, else Landlock; and the filter with each."""
    layers = probe.available(without)
    if Layer.BUBBLEWRAP in layers:
        # bubblewrap must mount, which Landlock forbids.
        return layers - {Layer.NAMESPACES, Layer.LANDLOCK}
    return layers


def assured(layers: frozenset[Layer]) -> frozenset[Promise]:
    return promises(layers, signals_stay_inside=probe.signals_stay_inside())


def refuse_less(required: frozenset[Promise], layers: frozenset[Layer]) -> None:
    """Raises: SandboxUnavailable with the remedy if `layers` do not keep everything that is required."""
    missing = sorted(required - assured(layers))
    if not missing:
        return
    remedies = [probe.REMEDIES[layer] for layer in probe.TRIED if layer not in layers]
    wanted = ", ".join(missing)
    raise SandboxUnavailable(f"This machine cannot keep what is required: {wanted}. {' '.join(remedies)}")


def _resolved(words: Sequence[str], policy: Policy) -> list[str]:
    found = shutil.which(words[0], path=policy.environment.get("PATH", os.defpath))
    if found is None:
        raise UsageError(f"Cannot start {words[0]}: there is no such program.")
    return [str(Path(found).absolute()), *words[1:]]
