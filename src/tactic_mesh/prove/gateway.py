"""This product's own search as a source of proofs: a gateway beside the language models, without key or network.

It proposes what the search finds. It repairs by edits at the first error (`repair.py`), and by searching anew where
they lead nowhere; it knows nothing of how a proof came to fail.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tactic_mesh.errors import UsageError
from tactic_mesh.gateway.backends import BACKENDS, WITHOUT_ENDPOINT, open_gateway
from tactic_mesh.gateway.base import Candidate, ModelGateway, Problem, Proposals, Refusal, Usage
from tactic_mesh.gateway.http import Patience
from tactic_mesh.gateway.wire import Sampling
from tactic_mesh.lean.engine import Lean
from tactic_mesh.prove.finding import Manner
from tactic_mesh.prove.prover import lean_file, prove_theorem
from tactic_mesh.prove.refinement.repair import mended
from tactic_mesh.theorem import Budget, Diagnostic

SEARCH = "search"


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
        """One proof: what edits made of the failed one where they came to an end, else what the search finds."""
        usage = Usage(calls=1)
        if n < 1:
            return Proposals((), usage=usage)
        found = await mended(self.lean, problem, failed_proof, diagnostics, self.wall_s / 2)
        edited = Candidate(found.proof, f"{self.name}/edits")
        if found.holds:
            return Proposals((edited,), usage=usage)
        searched = await self.propose(problem, 1)
        return Proposals(searched.candidates or (edited,), usage=usage)


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
