"""`tactic-mesh engine`: a proof executor for other systems, and their verifying command line.

Without options it is an executor: one request as JSON on standard input, one answer as JSON on standard output, on
which nothing else is ever written. With `--problem-id` it takes the request from its options, and hands it to the
command that `ATC_PROOF_EXECUTOR` names if there is one.
"""

from __future__ import annotations

import asyncio
import json
import os
import shlex
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TextIO

from cyclopts import Parameter

from tactic_mesh.cli.terminal import LeanOptions, building, tell_typist
from tactic_mesh.errors import LeanUnavailable, StorageError, UsageError
from tactic_mesh.lean.open import open_lean
from tactic_mesh.theorem import STANDARD_AXIOMS, NoVerdict, Trust
from tactic_mesh.verify.executor.engine import Execution
from tactic_mesh.verify.executor.external import ExternalExecutor, executor_words
from tactic_mesh.verify.executor.local import LeanEngine
from tactic_mesh.verify.executor.report import Category, failure
from tactic_mesh.verify.executor.scratch import Scratch, metadata, mode_named, scratch_from_json
from tactic_mesh.verify.policy import Policy

REQUEST_BYTES_MAX = 1 << 20
DEFAULT_SCRATCH = Path("AutomatedTheoryConstruction/Scratch.lean")


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a file may rest on, and how surely it is judged."""

    policy: Policy
    trust: Trust | None


def engine(
    *,
    problem_id: Annotated[
        str | None, Parameter(help="Take the request from options; without it, from standard input as JSON.")
    ] = None,
    mode: Annotated[str, Parameter(help="`proof` or `counterexample`.")] = "proof",
    scratch_file: Annotated[Path, Parameter(help="The Lean file to judge.")] = DEFAULT_SCRATCH,
    timeout: Annotated[float, Parameter(help="Seconds; 0 is without a limit.")] = 60.0,
    trust: Annotated[
        Trust | None,
        Parameter(
            help="How surely: elaborated, audited or replayed; the highest that can be had if not given."
        ),
    ] = None,
    allow_axiom: Annotated[
        list[str] | None,
        Parameter(help="An axiom that proofs may use besides the three standard ones.", negative=""),
    ] = None,
    lean_options: LeanOptions = LeanOptions(),
) -> int:
    """Judge a scratch file for another system: JSON in, JSON out. Exit 0 whenever an answer was printed.

    The file's own project decides which Lean judges. `success` needs a theorem, no error, no `sorry`, and allowed
    axioms only; `trust` says how surely. A request that breaks the contract is exit 2.
    """
    policy = Policy(allowed_axioms=STANDARD_AXIOMS | frozenset(allow_axiom or ()))
    with _answer_alone() as output:
        if problem_id is None:
            scratch, words, command = _request(), [], ("external", shlex.join(["tactic-mesh", *sys.argv[1:]]))
        else:
            scratch = _scratch(problem_id, mode, scratch_file, timeout)
            words, command = executor_words(os.environ), ("local", "tactic-mesh engine")
        execution = asyncio.run(_judge(scratch, words, command, _Rules(policy, trust), lean_options))
        print(json.dumps(execution.as_json(), ensure_ascii=False), file=output)
    return 0


def _scratch(problem_id: str, mode: str, file: Path, timeout: float) -> Scratch:
    if not 0 <= timeout < float("inf"):
        raise UsageError(f"--timeout must be a number of seconds, or 0 for none, not {timeout}")
    return Scratch(problem_id, mode_named(mode), file.absolute(), timeout or None)


def _request() -> Scratch:
    """The request on standard input. Raises: UsageError."""
    if sys.stdin is None:
        raise UsageError("standard input is closed; the request comes there as JSON, or by --problem-id")
    tell_typist("one request as JSON")
    raw = sys.stdin.buffer.read(REQUEST_BYTES_MAX + 1)
    if len(raw) > REQUEST_BYTES_MAX:
        raise UsageError(f"the request has more than {REQUEST_BYTES_MAX} bytes")
    if not raw.strip():
        raise UsageError(
            "standard input is empty; the request comes there as one JSON object, or by options: --problem-id ID"
        )
    try:
        document = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"the request on standard input is no JSON: {error}") from error
    return scratch_from_json(document)


async def _judge(
    scratch: Scratch, words: list[str], command: tuple[str, str], rules: _Rules, options: LeanOptions
) -> Execution:
    started = time.monotonic()
    try:
        with building() as progress:
            opened = open_lean(
                lean=options.lean,
                project=options.project,
                file=scratch.file,
                insist=options.insist,
                jobs=1,
                progress=progress,
            )
            async with opened as lean:
                if words:
                    external = ExternalExecutor(words, lean, policy=rules.policy, trust=rules.trust)
                    return await external.verify(scratch)
                spent_s = time.monotonic() - started
                judge = LeanEngine(
                    lean,
                    rules.policy,
                    executor_type=command[0],
                    command=command[1],
                    trust=rules.trust,
                    spent_s=spent_s,
                )
                return await judge.verify(scratch)
    except (LeanUnavailable, StorageError) as error:
        if words:
            return await ExternalExecutor(words, None, unchecked=str(error)).verify(scratch)
        known = metadata(scratch, *command, None)
        text, wall_s = str(error), time.monotonic() - started
        report = failure(scratch, Category.LOCAL_LEAN_UNAVAILABLE, text, wall_s, known)
        return Execution(scratch, report, NoVerdict("unavailable", True, text, wall_s))


@contextmanager
def _answer_alone() -> Iterator[TextIO]:
    """Standard output for the answer only: whatever else is written there meanwhile goes to standard error."""
    if sys.stdout is None:
        raise UsageError("standard output is closed; the answer goes there")
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        with os.fdopen(kept, "w", encoding="utf-8", errors="surrogateescape", closefd=False) as output:
            yield output
    finally:
        os.dup2(kept, 1)
        os.close(kept)
