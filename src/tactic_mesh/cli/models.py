"""The options of `prove` that are about language models: which one is asked, how, and what it may cost."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter

from tactic_mesh.cli.terminal import MODELS, note, require_positive
from tactic_mesh.errors import UsageError
from tactic_mesh.gateway.backends import BACKENDS, WITHOUT_ENDPOINT, open_gateway
from tactic_mesh.gateway.base import ModelGateway
from tactic_mesh.gateway.dummy import SCRIPTS
from tactic_mesh.gateway.wire import Sampling
from tactic_mesh.prove.gateway import SEARCH, require_backend
from tactic_mesh.prove.portfolio import Prover, RunBudget
from tactic_mesh.prove.refinement.refine import require_price

MODELS_WALL_S = 600.0
_OF_ENDPOINTS = (
    *("model", "base_url", "temperature", "top_p", "seed", "max_output_tokens"),
    *("budget_usd", "budget_tokens", "record", "replay", "dry_run"),
)


@Parameter(name="*", group=MODELS)
@dataclass(frozen=True, slots=True)
class ModelOptions:
    """Who proves. Options that are not given are left to the loop, or to the endpoint."""

    prover: Annotated[
        str | None,
        Parameter(help="`search`, `models`, or both at once: `portfolio`. With --backend, `models`."),
    ] = None
    backend: Annotated[
        str | None,
        Parameter(
            help="Who suggests proofs: `openai`, `anthropic`, `gemini`, `deepseek`, `local`, `dummy`, `search`."
        ),
    ] = None
    model: Annotated[str | None, Parameter(help="The model's name, as its endpoint knows it.")] = None
    base_url: Annotated[
        str | None, Parameter(help="Where the endpoint is, if not where its provider has it.")
    ] = None
    temperature: Annotated[float | None, Parameter(help="How freely the model draws, from 0.")] = None
    top_p: Annotated[float | None, Parameter(help="Draw from the likeliest part of this size.")] = None
    seed: Annotated[int | None, Parameter(help="The same number draws the same, as far as it can.")] = None
    max_output_tokens: Annotated[
        int | None, Parameter(help="The bound of one answer, thoughts included.")
    ] = None
    rounds: Annotated[int | None, Parameter(help="How often proofs are asked for (4).")] = None
    candidates: Annotated[int | None, Parameter(help="How many are asked for in a round (12).")] = None
    repairs: Annotated[int | None, Parameter(help="How many failures go back in a round (6).")] = None
    check_timeout: Annotated[float | None, Parameter(help="Seconds for each check (15).")] = None
    budget_usd: Annotated[float | None, Parameter(help="US dollars; needs a price for the model.")] = None
    budget_tokens: Annotated[int | None, Parameter(help="Tokens, those of prompts included.")] = None
    record: Annotated[Path | None, Parameter(help="An SQLite file that keeps every exchange.")] = None
    replay: Annotated[Path | None, Parameter(help="Answer from such a file: no key, no network.")] = None
    log: Annotated[Path | None, Parameter(help="Every attempt, a JSON object a line.")] = None
    dry_run: Annotated[
        bool,
        Parameter(help="Ask a server of ours with made-up answers instead of the endpoint.", negative=""),
    ] = False

    def who(self) -> Prover:
        """The prover that these options mean. Raises: UsageError for options that go nowhere."""
        try:
            named = Prover(self.prover) if self.prover is not None else None
        except ValueError as error:
            raise UsageError(f"--prover `{self.prover}` is none of {', '.join(Prover)}") from error
        prover = named or (Prover.SEARCH if self.backend is None else Prover.MODELS)
        if prover is not Prover.SEARCH:
            if self.backend is None:
                raise UsageError(f"--prover {prover}: say who is asked, with --backend")
            require_backend(self.backend)
            if self.backend in BACKENDS and not self.model:
                raise UsageError(f"--backend {self.backend}: say which model of it to ask, with --model NAME")
            if self.backend in (SEARCH, *WITHOUT_ENDPOINT):
                self._refuse(
                    _OF_ENDPOINTS, f"is for an endpoint, and `{self.backend}` asks none; leave it out"
                )
            return prover
        names = tuple(field.name for field in dataclasses.fields(self) if field.name != "prover")
        self._refuse(names, "is about models, and the search asks none; add --prover models")
        return prover

    def _refuse(self, names: tuple[str, ...], why: str) -> None:
        """Raises: UsageError if one of these options was given."""
        for name in names:
            if getattr(self, name) not in (None, False):
                raise UsageError(f"--{name.replace('_', '-')} {why}")

    def budget(self, timeout: float | None, checks: int | None, tactics: int | None) -> RunBudget:
        """What a run with these options may spend. Raises: UsageError."""
        require_positive(
            rounds=self.rounds,
            candidates=self.candidates,
            check_timeout=self.check_timeout,
            budget_usd=self.budget_usd,
            budget_tokens=self.budget_tokens,
        )
        wall_s = None if self.who() is Prover.SEARCH else MODELS_WALL_S
        given: dict[str, Any] = {
            "wall_s": timeout or wall_s,
            "checks": checks,
            "tactics": tactics,
            "rounds": self.rounds,
            "candidates_per_round": self.candidates,
            "repairs_per_round": self.repairs,
            "check_wall_s": self.check_timeout,
            "tokens": self.budget_tokens,
            "dollars": self.budget_usd,
        }
        return RunBudget(**{name: value for name, value in given.items() if value is not None})

    @asynccontextmanager
    async def opened(self, environ: Mapping[str, str] = os.environ) -> AsyncIterator[ModelGateway | None]:
        """The model that is asked, before any Lean is started; None where none is: the search needs a Lean.

        Raises: UsageError and its kin.
        """
        if self.who() is Prover.SEARCH or self.backend in (None, SEARCH):
            yield None
            return
        async with AsyncExitStack() as stack:
            base_url = self.base_url
            if self.dry_run and self.backend in BACKENDS:
                base_url, environ = self._made_up(stack, environ)
            gateway = await stack.enter_async_context(
                open_gateway(
                    self.backend or "",
                    self.model or "",
                    base_url=base_url,
                    sampling=self._sampling(),
                    record=self.record,
                    replay=self.replay,
                    environ=environ,
                )
            )
            if self.budget_usd is not None:
                require_price(gateway)
            yield gateway

    def _sampling(self) -> Sampling:
        """Raises: UsageError."""
        sampling = Sampling(self.temperature, self.top_p, self.seed)
        if self.max_output_tokens is None:
            return sampling
        return dataclasses.replace(sampling, output_tokens_max=self.max_output_tokens)

    def _made_up(self, stack: AsyncExitStack, environ: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
        """A server that speaks the endpoint's format, and an environment with a key for it that is none."""
        from tactic_mesh.gateway.scripted_server import Reply, scripted_server

        fenced = [f"```lean\n{script}\n```" for script in SCRIPTS]
        replies = [Reply((*fenced[first:], *fenced[:first])) for first in range(len(fenced))]
        server = stack.enter_context(scripted_server(replies))
        note("dry run: answers, token counts and prices are made up; nothing leaves this machine")
        return server.base_url, {**environ, BACKENDS[self.backend or ""].key_variable: "made-up"}
