"""A source of proofs that is no model: a fixed list of short scripts, the same for every problem, free and at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tactic_mesh.gateway.base import Candidate, Problem, Proposals, Usage
from tactic_mesh.theorem import Diagnostic

SCRIPTS = (
    "by rfl",
    "by simp",
    "by decide",
    "by omega",
    "by\n  intros\n  rfl",
    "by\n  intros\n  simp",
    "by\n  intros\n  simp_all",
    "by\n  intros\n  omega",
    "by\n  intros\n  assumption",
    "by\n  intros\n  constructor <;> assumption",
    "by\n  intros\n  simp [*]",
    "by aesop",
)
CLOSERS = ("simp_all", "omega", "assumption", "rfl", "decide", "contradiction")


@dataclass(frozen=True, slots=True)
class Dummy:
    """A `ModelGateway` for tests, demos and first steps. Its repairs end the failed script with one more tactic."""

    name: str = "dummy"
    is_priced: bool = True

    async def propose(self, problem: Problem, n: int) -> Proposals:
        return self._proposed(SCRIPTS[:n])

    async def repair(
        self, problem: Problem, failed_proof: str, diagnostics: Sequence[Diagnostic], n: int
    ) -> Proposals:
        head, _, rest = failed_proof.partition("\n")
        tactics = [*([f"  {head[2:].strip()}"] if head[2:].strip() else []), *([rest] if rest else [])]
        return self._proposed(
            ["\n".join(["by", *tactics, f"  all_goals {closer}"]) for closer in CLOSERS][:n]
        )

    def _proposed(self, proofs: Sequence[str]) -> Proposals:
        return Proposals(tuple(Candidate(proof, self.name) for proof in proofs), usage=Usage(calls=1))
