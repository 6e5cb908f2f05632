"""This product's own search as a source of proofs: a gateway beside the language models, without key or network.

It proposes what the search finds. It repairs by keeping the steps before the first error and ending every goal that is
left with automation; it knows nothing of how a proof came to fail.
"""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tactic_mesh.errors import UsageError
from tactic_mesh.gateway.backends import BACKENDS, WITHOUT_ENDPOINT, open_gateway
from tactic_mesh.gateway.base import Candidate, ModelGateway, Problem, Proposals, Refusal, Usage
from tactic_mesh.gateway.extract import visible
from tactic_mesh.gateway.http import Patience
from tactic_mesh.gateway.wire import Sampling
from tactic_mesh.lean.engine import Lean
from tactic_mesh.prove.finding import Manner
from tactic_mesh.prove.prover import lean_file, prove_theorem
from tactic_mesh.theorem import Budget, Diagnostic, ErrorClass, Severity

CLOSERS = ("assumption", "rfl", "omega", "simp_all", "decide", "contradiction", "(constructor <;> simp_all)")

SEARCH = "search"
_OPENING, _CLOSING = "([{⟨", ")]}⟩"
_UNENDED = re.compile(r"(?:(?<![\w.])(?:with|by|do|then|else|fun|from|at|in)|=>|:=|<;>|[,·;])\Z")


@dataclass(frozen=True, slots=True)
class Search:
    """A `ModelGateway`. Each proposal may search for `wall_s`; it has one proof at most, whatever `n` is."""

    lean: Lean
    wall_s: float = 20.0
    jobs: int = 2
    name: str = SEARCH
    is_priced: bool = True

    async def propose(self, problem: Problem, n: int) -> Proposals:
        usage = Usage(calls=1)
        # A proof with lemmas of its own is more than a `by` block.
        found = await prove_theorem(
            self.lean,
            problem.theorem,
            Budget(wall_s=self.wall_s),
            jobs=self.jobs,
            manner=Manner(discover=False),
            disproof=False,
        )
        if n < 1 or found.proof is None:
            return Proposals((), (Refusal("not_found", found.reason),), usage)
        if found.lean_file != lean_file(problem.theorem, found.proof):
            return Proposals((), (Refusal("needs_lemmas", found.proof),), usage)
        return Proposals((Candidate(found.proof, self.name),), usage=usage)

    async def repair(
        self, problem: Problem, failed_proof: str, diagnostics: Sequence[Diagnostic], n: int
    ) -> Proposals:
        mended = mend(failed_proof, diagnostics)
        return Proposals((Candidate(mended, self.name),) if n > 0 else (), usage=Usage(calls=1))


def require_backend(backend: str) -> None:
    """Raises: UsageError for a name that `open_source` does not know."""
    known = (SEARCH, *WITHOUT_ENDPOINT, *BACKENDS)
    if backend not in known:
        raise UsageError(f"backend: {backend!r} is none of {', '.join(known)}")


@asynccontextmanager
async def open_source(
    lean: Lean,
    backend: str,
    model: str = "",
    *,
    base_url: str | None = None,
    sampling: Sampling = Sampling(),
    patience: Patience = Patience(),
    record: Path | None = None,
    replay: Path | None = None,
    environ: Mapping[str, str] = os.environ,
) -> AsyncIterator[ModelGateway]:
    """Any backend by its name: those of `open_gateway`, whose words these are, and `search`. Raises: UsageError."""
    if backend == SEARCH:
        yield Search(lean)
        return
    require_backend(backend)
    async with open_gateway(
        backend,
        model,
        base_url=base_url,
        sampling=sampling,
        patience=patience,
        record=record,
        replay=replay,
        environ=environ,
    ) as gateway:
        yield gateway


def mend(failed_proof: str, diagnostics: Sequence[Diagnostic]) -> str:
    """The proof up to its first error, and automation for what is open there.

    Of a proof that only ended too early, all is kept. Lines that cannot be the last ones go: those with an open
    bracket, or with a word that asks for more.
    """
    first, *lines = failed_proof.split("\n")
    if first[2:].strip():
        lines = [f"  {first[2:].strip()}", *lines]
    errors = [found for found in diagnostics if found.severity is Severity.ERROR]
    if errors and not (errors[0].error_class is ErrorClass.UNSOLVED_GOALS and errors[0].start.line == 1):
        # Line 1 is that of `by`; where a tactic stood beside it, that is the first to go.
        lines = lines[: max(0, errors[0].start.line - (1 if first[2:].strip() else 2))]
    while lines and _goes_on("\n".join(lines)):
        lines.pop()
    column = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=2)
    return "\n".join(["by", *lines, f"{' ' * column}all_goals first | {' | '.join(CLOSERS)}"])


def _goes_on(steps: str) -> bool:
    """Do these lines end within a bracket, a comment or a block that has nothing in it yet?"""
    seen = visible(steps)
    if seen is None:
        return True
    depth = sum(map(seen.count, _OPENING)) - sum(map(seen.count, _CLOSING))
    return depth > 0 or _UNENDED.search(seen.rstrip()) is not None
