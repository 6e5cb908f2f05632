"""A language model as a source of proofs: prompt, wire format and transport put together.

One question asks for all its answers in as few requests as the format allows. An endpoint that gives fewer answers
than were asked for is asked again for the rest, so that `n` means the same everywhere.
"""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field

from tactic_mesh.errors import ModelUnavailable
from tactic_mesh.gateway.base import Candidate, Problem, Proposals, Refusal, Usage
from tactic_mesh.gateway.extract import EXCERPT_CHARACTERS, Extracted, extract
from tactic_mesh.gateway.prices import Price
from tactic_mesh.gateway.prompt import PROVER, REPAIR, asking, load, repairing
from tactic_mesh.gateway.wire import Answer, Ask, Sampling, Text, Transport, WireFormat, require_supported
from tactic_mesh.theorem import Diagnostic

ANSWERS_MAX = 64


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A `ModelGateway`. `price` is None for a model that nobody has priced."""

    backend: str
    model: str
    wire: WireFormat
    transport: Transport
    sampling: Sampling = field(default_factory=Sampling)
    price: Price | None = None

    def __post_init__(self) -> None:
        """Raises: UnsupportedParameter, before anything is sent."""
        require_supported(self.backend, self.wire.supported, self.sampling)

    @property
    def name(self) -> str:
        return f"{self.backend}/{self.model}"

    @property
    def is_priced(self) -> bool:
        return self.price is not None

    async def propose(self, problem: Problem, n: int) -> Proposals:
        return await self._ask(asking(problem), load(PROVER).sha256, n)

    async def repair(
        self, problem: Problem, failed_proof: str, diagnostics: Sequence[Diagnostic], n: int
    ) -> Proposals:
        return await self._ask(repairing(problem, failed_proof, diagnostics), load(REPAIR).sha256, n)

    async def aclose(self) -> None:
        await self.transport.aclose()

    async def _ask(self, messages: tuple[str, str], prompt_sha256: str, n: int) -> Proposals:
        n = max(0, min(n, ANSWERS_MAX))
        usage = Usage(calls=1)
        written: list[Text] = []
        failed: list[ModelUnavailable] = []
        # A second pass for an endpoint that knows no `n`: one answer a request then.
        for at_once in (self.wire.answers_max, 1):
            missing = n - len(written)
            sizes = [min(at_once, missing - begun) for begun in range(0, missing, at_once)]
            for outcome in [] if failed else await self._requests(messages, sizes, len(written)):
                if isinstance(outcome, ModelUnavailable):
                    failed.append(outcome)
                else:
                    answer, more = outcome
                    written += answer.texts
                    usage += more
        if failed and not written:
            raise failed[0]
        # What was paid for is used, also where a request beside it failed.
        lost = tuple(Refusal("no_answer", str(error)) for error in failed)
        found = self._gathered([_read(text) for text in written[:n]], prompt_sha256, n, usage)
        return dataclasses.replace(found, refused=(*found.refused, *lost))

    async def _requests(
        self, messages: tuple[str, str], sizes: Sequence[int], first: int
    ) -> list[tuple[Answer, Usage] | ModelUnavailable]:
        """What each request brought, in their order. With a seed, each request has one of its own."""

        async def one(size: int, number: int) -> tuple[Answer, Usage] | ModelUnavailable:
            try:
                return await self._request(messages, size, number)
            except ModelUnavailable as error:
                return error

        tasks = []
        try:
            async with asyncio.TaskGroup() as group:
                for number, size in enumerate(sizes):
                    tasks.append(group.create_task(one(size, first + number)))
        except ExceptionGroup as errors:
            raise errors.exceptions[0] from errors
        return [task.result() for task in tasks]

    async def _request(self, messages: tuple[str, str], n: int, number: int) -> tuple[Answer, Usage]:
        sampling = self.sampling
        if sampling.seed is not None:
            sampling = dataclasses.replace(sampling, seed=sampling.seed + number)
        request = self.wire.request(Ask(self.model, *messages, sampling, n))
        response = await self.transport.send(request)
        answer = self.wire.read(response.text, stream=request.stream)
        return answer, self._used(answer, response.requests)

    def _used(self, answer: Answer, requests: int) -> Usage:
        """What one answer took. A count that was not told makes the call an unpriced one."""
        told = answer.input_tokens is not None and answer.output_tokens is not None
        tokens = (answer.input_tokens or 0, answer.output_tokens or 0)
        if self.price is None or not told:
            return Usage(0, requests, *tokens, answer.reasoning_tokens, unpriced=(self.name,))
        return Usage(0, requests, *tokens, answer.reasoning_tokens, self.price.dollars(*tokens))

    def _gathered(self, answers: Sequence[Extracted], prompt_sha256: str, n: int, usage: Usage) -> Proposals:
        """The first proof of every answer, then their second ones, up to `n`."""
        proofs: dict[str, None] = {}
        for rank in range(max((len(answer.proofs) for answer in answers), default=0)):
            for answer in answers:
                if rank < len(answer.proofs):
                    proofs[answer.proofs[rank]] = None
        candidates = tuple(Candidate(proof, self.name, prompt_sha256) for proof in list(proofs)[:n])
        refused: list[Refusal] = [refusal for answer in answers for refusal in answer.refused]
        return Proposals(candidates, tuple(refused), usage)


def _read(text: Text) -> Extracted:
    """The proofs of one answer. One without any that ended at its bound was cut off: more tokens may help."""
    found = extract(text.text)
    if text.cut and not found.proofs:
        return Extracted((), (Refusal("cut_off", text.text[-EXCERPT_CHARACTERS:]),))
    return found
