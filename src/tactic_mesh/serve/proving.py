"""A request for a proof: its form, what is seen of it before it is accepted, and how it is carried out."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Any

from pydantic import ConfigDict, Field, model_validator

from tactic_mesh.errors import InvalidStatement, TacticMeshError, UsageError
from tactic_mesh.experts.registry import chosen
from tactic_mesh.gateway.wire import Sampling
from tactic_mesh.lean.declarations import is_name
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.source import decode
from tactic_mesh.prove.events import run_fields
from tactic_mesh.prove.finding import Manner
from tactic_mesh.prove.gateway import open_source
from tactic_mesh.prove.portfolio import Prover, RunBudget, Ways, conclude
from tactic_mesh.prove.task import Task, task_in
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.serve.fields import Strict, Text
from tactic_mesh.serve.jobs import Job, Jobs
from tactic_mesh.serve.problems import InvalidField
from tactic_mesh.serve.recording import Recorder
from tactic_mesh.serve.results import result_of, without_answer
from tactic_mesh.serve.runner import Ended
from tactic_mesh.serve.settings import Settings
from tactic_mesh.serve.state import State
from tactic_mesh.serve.template import is_module
from tactic_mesh.theorem import NoVerdict, Outcome, Theorem
from tactic_mesh.verify.certificate import claim, written
from tactic_mesh.verify.elaborated import check_text

WALL_S, CHECK_WALL_S = 60.0, 15.0
DEFAULT_NAME = "T"
IMPORTS_MAX = 100
NAME_CHARACTERS_MAX = 1000
ROUNDS_MAX = 100
CANDIDATES_MAX = 100
CHECKS_MAX = 10_000
MAXIMA = {
    "rounds": ROUNDS_MAX,
    "candidates_per_round": CANDIDATES_MAX,
    "repairs_per_round": CANDIDATES_MAX,
    "checks": CHECKS_MAX,
    "tactics": 10_000_000,
    "tokens": 100_000_000,
    "dollars": 10_000,
}
_IMPORT_WALL_S = 30.0
_KNOWN_MODULES_MAX = 1000


class BudgetBody(Strict):
    """What a run may spend; reaching a bound is a normal end."""

    wall_s: float | None = Field(
        None, gt=0, description="Seconds for the whole run, without its wait in the queue; 60 if not given."
    )
    checks: int = Field(60, gt=0, le=CHECKS_MAX, description="Whole files that Lean may be asked about.")
    rounds: int = Field(4, gt=0, le=ROUNDS_MAX, description="Of models: how often they are asked.")
    candidates_per_round: int = Field(12, gt=0, le=CANDIDATES_MAX)
    repairs_per_round: int = Field(6, ge=0, le=CANDIDATES_MAX)
    check_wall_s: float | None = Field(
        None, gt=0, description="Seconds for one check of a candidate; 15 if not given."
    )
    tactics: int | None = Field(None, gt=0, le=MAXIMA["tactics"], description="Of the search.")
    tokens: int | None = Field(None, gt=0, le=MAXIMA["tokens"])
    dollars: float | None = Field(None, gt=0, le=MAXIMA["dollars"])


def usual_budget(settings: Settings) -> dict[str, Any]:
    """What a budget is on this server if nothing is said."""
    usual = BudgetBody.model_validate({}).model_dump()
    return {
        **usual,
        "wall_s": min(WALL_S, settings.proof_max_s),
        "check_wall_s": min(CHECK_WALL_S, settings.timeout_max_s),
    }


class ProofBody(Strict):
    """The body of `POST /v1/proofs`. A field that is not known is an error."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"statement": "∀ n : Nat, n + 0 = n"},
                {
                    "name": "double_eq",
                    "prelude": "def double (n : Nat) := n + n",
                    "binders": "(n : Nat)",
                    "statement": "double n = 2 * n",
                    "prover": "portfolio",
                    "backend": "dummy",
                    "budget": {"wall_s": 30, "checks": 20},
                },
            ]
        },
    )

    statement: Text | None = Field(None, min_length=1, description="One Lean proposition.")
    file: Text | None = Field(
        None, min_length=1, description="Instead of a statement: a whole Lean text with one `sorry`."
    )
    name: Text | None = Field(
        None,
        max_length=NAME_CHARACTERS_MAX,
        description="The theorem's name, `T` if not given; with `file`, which theorem of it to prove anew.",
    )
    binders: Text = Field("", description="What stands before the statement's colon: `(n : Nat)`.")
    imports: list[Text] = Field([], max_length=IMPORTS_MAX, description="Names of modules.")
    prelude: Text = Field("", description="Lean text before the theorem: definitions, notation, `open`.")
    prover: Prover = Prover.SEARCH
    backend: Text = Field(
        "dummy", max_length=100, description="Whom `models` and `portfolio` ask: see `GET /v1/provers`."
    )
    model: Text | None = Field(None, max_length=200)
    temperature: float | None = Field(None, ge=0, le=2)
    seed: int | None = Field(None, ge=0, lt=1 << 31)
    experts: list[Text] | None = Field(None, max_length=100, description="Only these; all if not given.")
    discover: bool = Field(True, description="Whether the search discovers lemmas.")
    budget: BudgetBody = Field(default_factory=lambda: BudgetBody())  # type: ignore[call-arg]

    @model_validator(mode="after")
    def _one_of_both(self) -> ProofBody:
        if (self.statement is None) == (self.file is None):
            raise ValueError("give either a statement or a file")
        if self.file is not None and (self.binders or self.imports or self.prelude):
            raise ValueError("a file has its own binders, imports and prelude")
        return self

    @property
    def task(self) -> Task:
        """Raises: InvalidField."""
        if self.file is not None:
            try:
                return task_in(decode(self.file.encode(), "the file"), "file", self.name, "name=")
            except UsageError as error:
                raise InvalidField(["file"], str(error)) from error
        given = {"prelude": self.prelude, "binders": self.binders, "statement": self.statement or ""}
        texts = {field: _lean_text(field, text) for field, text in given.items()}
        name = self.name or DEFAULT_NAME
        theorem = Theorem(name, texts["statement"], tuple(self.imports), texts["prelude"], texts["binders"])
        parts = {field: (field, text, 0) for field, text in {**texts, "name": name}.items()}
        return Task(theorem, parts)

    @property
    def run_budget(self) -> RunBudget:
        """Raises: UsageError."""
        return RunBudget(**self.budget.model_dump())

    @property
    def manner(self) -> Manner:
        """Who chooses the experts gets a search by them. Raises: UsageError for one that there is not."""
        return Manner(chosen(self.experts), discover=self.discover, at_once=self.experts is None)


@dataclass(slots=True)
class Proving:
    """Carries requests out with the Lean and the checker of a service."""

    state: State
    jobs: Jobs
    _known_modules: set[str] = field(default_factory=set)

    async def accepted(self, body: ProofBody) -> tuple[dict[str, Any], Theorem]:
        """The request as it is stored, and its theorem, if nothing can be told to be wrong with it at once.

        Raises: InvalidField, UsageError and its kin.
        """
        settings = self.state.settings
        usual = usual_budget(settings)
        longest_s = {"wall_s": settings.proof_max_s, "check_wall_s": settings.timeout_max_s}
        for name, most_s in longest_s.items():
            wanted_s = getattr(body.budget, name) or usual[name]
            if wanted_s > most_s:
                raise InvalidField(["budget", name], f"this server allows {most_s:g} at most")
            setattr(body.budget, name, wanted_s)
        if body.file is None and body.name is None:
            body.name = DEFAULT_NAME
        theorem = body.task.theorem
        if not is_name(theorem.name):
            raise InvalidField(["name"], f"{theorem.name[:100]!r} is no name of a theorem")
        _ = body.run_budget, body.manner
        await self._require_modules(theorem.imports)
        if body.prover is not Prover.SEARCH:
            async with self._source(body):
                pass
        return body.model_dump(mode="json"), theorem

    async def _require_modules(self, modules: Sequence[str]) -> None:
        """Raises: InvalidField for a module that this Lean does not have."""
        for index, module in enumerate(modules):
            if module in self._known_modules:
                continue
            where = ("imports", index)
            if not is_module(module):
                raise InvalidField(where, f"{module[:100]!r} is not the name of a module")
            if (missing := await missing_module(self.state.lean, module)) is not None:
                raise InvalidField(where, missing)
            if len(self._known_modules) < _KNOWN_MODULES_MAX:
                self._known_modules.add(module)

    def _source(self, body: ProofBody) -> Any:
        sampling = Sampling(temperature=body.temperature, seed=body.seed)
        return open_source(self.state.lean, body.backend, body.model or "", sampling=sampling)

    async def work(self, job: Job, recorder: Recorder, lanes: int) -> Ended:
        """Carry out a job that was accepted. What goes wrong is its result; only a bug is raised."""
        body = ProofBody.model_validate(job.request)
        task = body.task
        theorem = task.theorem
        recorder.put(run_fields(theorem, body.prover, dataclasses.asdict(body.run_budget)))
        try:
            async with nullcontext(None) if body.prover is Prover.SEARCH else self._source(body) as gateway:
                # What the search found has been judged by this Lean at every step: nobody else is asked about it.
                by_search = body.prover is Prover.SEARCH
                concluded = await conclude(
                    self.state.checker if by_search else self.state.candidates,
                    theorem,
                    body.prover,
                    body.run_budget,
                    gateway=gateway,
                    frame=task.frame,
                    ways=Ways(body.manner, jobs=lanes, log=self.jobs.attempts_file(job.id)),
                    watch=recorder.watch,
                )
        except TacticMeshError as error:
            invalid = isinstance(error, InvalidStatement)
            outcome = Outcome.INVALID_STATEMENT if invalid else Outcome.NO_VERDICT
            return Ended(without_answer(outcome, str(error), error.http_status))
        certificate = concluded.certificate
        return Ended(result_of(concluded, task), written(claim(certificate)) if certificate else None)


def _lean_text(field: str, text: str) -> str:
    """A field as Lean text. Raises: InvalidField."""
    try:
        return decode(text.encode(), field)
    except UsageError as error:
        raise InvalidField([field], str(error)) from error


async def missing_module(lean: Lean, module: str) -> str | None:
    """Why a module cannot be imported, with its name in it; None if it can. Raises: LeanUnavailable."""
    checked = await check_text(lean, f"import {module}\n", Limits(wall_s=_IMPORT_WALL_S))
    verdict = checked.verdict
    if isinstance(verdict, NoVerdict):
        return f"the import of `{module}` gave no verdict: {verdict.reason}"
    if not verdict.errors:
        return None
    return f"this Lean cannot import `{module}`: {verdict.errors[0].text.split(chr(10))[0]}"
