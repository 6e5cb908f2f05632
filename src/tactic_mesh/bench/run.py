"""Run problems: each in a process of its own, as a user would, with an end that nothing can miss."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import json
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tactic_mesh import __version__
from tactic_mesh.bench.problems import NAME, Problem
from tactic_mesh.bench.results import Result
from tactic_mesh.lean.process import LIMITER
from tactic_mesh.prove.prover import lean_file
from tactic_mesh.theorem import Outcome, Theorem

GRACE_S = 15.0
"""What a process may take beyond its own time limit: its start, the final check, its end."""
OUTPUT_BYTES_MAX = 64 << 20
REASON_CHARACTERS_MAX = 2_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How problems are run. `jobs` is of one problem, `at_a_time` counts problems; `options` are words for `prove`."""

    timeout_s: float = 60.0
    jobs: int = 2
    at_a_time: int = 1
    options: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "timeout_s": self.timeout_s,
            "jobs": self.jobs,
            "at_a_time": self.at_a_time,
            "options": list(self.options),
        }


async def run_all(problems: Sequence[Problem], settings: Settings) -> AsyncGenerator[Result, None]:
    """Every problem's result as it ends; `at_a_time` of them run together. Ending early kills what runs."""
    waiting = list(reversed(problems))
    running: set[asyncio.Task[Result]] = set()
    try:
        while waiting or running:
            while waiting and len(running) < settings.at_a_time:
                running.add(asyncio.create_task(run_one(waiting.pop(), settings)))
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                yield task.result()
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


async def run_one(problem: Problem, settings: Settings) -> Result:
    """One problem in a fresh `prove`, which is killed with its group at the hard limit."""
    with tempfile.TemporaryDirectory(prefix="tactic-mesh-bench-") as folder:
        prelude = Path(folder) / "prelude.lean"
        prelude.write_text(problem.prelude, encoding="utf-8")
        words = _words(prelude, settings)
        started = time.monotonic()
        ended = await _run(words, problem.statement.encode(), settings.timeout_s + GRACE_S)
        wall_s = time.monotonic() - started
    return _result(problem, settings, ended, wall_s)


def _words(prelude: Path, settings: Settings) -> list[str]:
    prove = [sys.executable, "-m", "tactic_mesh.cli.main", "prove", "-", "--json", "--name", NAME]
    prove += ["--prelude", str(prelude), "--timeout", f"{settings.timeout_s:g}", "--jobs", str(settings.jobs)]
    # The limiter has the process die with us, also when we are killed.
    return [
        *(sys.executable, "-I", "-S", str(LIMITER), f"{resource.RLIMIT_CORE}=0:0"),
        *prove,
        *settings.options,
    ]


@dataclass(frozen=True, slots=True)
class _Ended:
    """How a process ended; `status` is None if it was killed at the hard limit."""

    status: int | None
    stdout: bytes
    stderr: bytes


async def _run(words: list[str], given: bytes, wall_s: float) -> _Ended:
    with tempfile.TemporaryFile() as stdout, tempfile.TemporaryFile() as stderr:
        child = await asyncio.create_subprocess_exec(
            *words, stdin=asyncio.subprocess.PIPE, stdout=stdout, stderr=stderr, start_new_session=True
        )
        status: int | None = None
        try:
            async with asyncio.timeout(wall_s):
                assert child.stdin is not None
                with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                    child.stdin.write(given)
                    await child.stdin.drain()
                child.stdin.close()
                status = await child.wait()
        except TimeoutError:
            pass
        finally:
            # The group may outlive its leader; its number is not given to others before the last has gone.
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child.pid, signal.SIGKILL)
            await child.wait()
        stdout.seek(0)
        stderr.seek(0)
        return _Ended(status, stdout.read(OUTPUT_BYTES_MAX + 1), stderr.read(REASON_CHARACTERS_MAX * 4))


def _result(problem: Problem, settings: Settings, ended: _Ended, wall_s: float) -> Result:
    document = _document(ended.stdout)
    outcome, reason = _judged(problem, settings, ended, document)
    spent: dict[str, Any] = document.get("spent") or {}
    refutation = document.get("refutation") if outcome is Outcome.REFUTED else None
    return Result(
        id=problem.id,
        family=problem.family,
        difficulty=problem.difficulty,
        sha256=problem.sha256,
        outcome=outcome,
        reason=reason[:REASON_CHARACTERS_MAX],
        trust=(refutation or document).get("trust") if outcome in (Outcome.PROVED, Outcome.REFUTED) else None,
        wall_s=round(wall_s, 4),
        tactics=int(spent.get("tactics", spent.get("checks", 0))),
        proof=document.get("proof") if outcome is Outcome.PROVED else None,
        exit=ended.status,
        timeout_s=settings.timeout_s,
        settings=settings.as_json(),
        axioms=tuple(document.get("axioms") or ()) if outcome is Outcome.PROVED else (),
        refutation=refutation,
        spent=spent,
        version={"tactic_mesh": __version__, "lean": document.get("lean")},
    )


def _document(stdout: bytes) -> dict[str, Any]:
    """The one document of `prove --json`; empty if there is none."""
    try:
        found = json.loads(stdout)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def states(theorem: Theorem, proof: str, text: str) -> bool:
    """Whether a file is the problem's own: its prelude, perhaps lemmas, and the theorem with this proof."""
    end = lean_file(dataclasses.replace(theorem, prelude="", imports=()), proof)
    start = lean_file(theorem, proof).removesuffix(end).rstrip()
    return text.startswith(f"{start}\n" if start else "") and text.endswith(f"\n{end}" if start else end)


def _judged(
    problem: Problem, settings: Settings, ended: _Ended, document: dict[str, Any]
) -> tuple[Outcome, str]:
    """What the process said, if its words, its exit code and its file agree; else there is no verdict."""
    if ended.status is None:
        limit = f"{settings.timeout_s:g} s and {GRACE_S:g} s more"
        return Outcome.NO_VERDICT, f"timeout: the process was killed after {limit}"
    told = ended.stderr.decode("utf-8", "replace").strip()
    if not document:
        return Outcome.NO_VERDICT, f"crash: no document, exit status {ended.status}: {told}"
    try:
        outcome = Outcome(str(document.get("outcome")))
    except ValueError:
        return Outcome.NO_VERDICT, f"crash: an outcome that there is not, {document.get('outcome')!r}"
    if ended.status != outcome.exit_code:
        return Outcome.NO_VERDICT, f"crash: exit status {ended.status} with {outcome}: {told}"
    proof = document.get("proof")
    if outcome is Outcome.PROVED and not (
        isinstance(proof, str) and states(problem.theorem, proof, str(document.get("lean_file")))
    ):
        return Outcome.NO_VERDICT, "crash: the proof's file does not state the problem as it was given"
    return outcome, str(document.get("reason") or "")
