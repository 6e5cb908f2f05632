"""What a source of proofs is asked, and what it answers: the seam between the loop and any model.

A gateway suggests and never judges: what it returns are texts, as hostile as any candidate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tactic_mesh.theorem import Diagnostic, Theorem


@dataclass(frozen=True, slots=True)
class Problem:
    """What is to be proved. `names` are constants that the environment has and that may help, best first."""

    theorem: Theorem
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Usage:
    """What calls have used. `dollars` is of the priced calls; `unpriced` names the models of the others.

    A call whose endpoint tells no token counts cannot be priced either. `requests` counts retries too.
    """

    calls: int = 0
    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    reasoning_tokens: int = 0
    dollars: float = 0.0
    unpriced: tuple[str, ...] = ()

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.calls + other.calls,
            self.requests + other.requests,
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.reasoning_tokens + other.reasoning_tokens,
            self.dollars + other.dollars,
            tuple(sorted({*self.unpriced, *other.unpriced})),
        )

    def as_json(self) -> dict[str, object]:
        """`dollars` is null where any call has no price: what is unknown is never a small number."""
        return {
            "calls": self.calls,
            "requests": self.requests,
            "input_tokens": self.input_tokens,
            "output_tokens": self.output_tokens,
            "reasoning_tokens": self.reasoning_tokens,
            "dollars": None if self.unpriced else round(self.dollars, 9),
            "dollars_of_priced_calls": round(self.dollars, 9),
            "unpriced": list(self.unpriced),
        }


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proof that was suggested: a `by` block. `prompt_sha256` is of the prompt file, empty where there was none."""

    proof: str
    source: str
    prompt_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A text that a model wrote and that is no candidate: a `code` from `extract.py`, and an excerpt."""

    code: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Proposals:
    """What one question brought. Candidates are in the order in which the model gave them, each once."""

    candidates: tuple[Candidate, ...]
    refused: tuple[Refusal, ...] = ()
    usage: Usage = Usage()


class ModelGateway(Protocol):
    """A source of proofs. `is_priced` says whether a budget in dollars can be kept with it.

    Both methods return at most `n` candidates, and fewer where the source has no more. They raise
    ModelUnavailable, UnsupportedParameter and MissingKey.
    """

    @property
    def name(self) -> str: ...

    @property
    def is_priced(self) -> bool: ...

    async def propose(self, problem: Problem, n: int) -> Proposals: ...

    async def repair(
        self, problem: Problem, failed_proof: str, diagnostics: Sequence[Diagnostic], n: int
    ) -> Proposals: ...
