"""`POST /prove`: candidates are proposed, checked and repaired until one is a proof, and the answer waits for that.

The request is a job like any other (`proofs.py`): it takes its turn, is bounded, and is kept with all its attempts.
The statement is the client's word; what a model suggests is anybody's, and checked at the highest rung there is.
"""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException
from fastapi import Request as HttpRequest
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from tactic_mesh.prove.portfolio import Prover
from tactic_mesh.serve.fields import Strict, Text
from tactic_mesh.serve.jobs import Job
from tactic_mesh.serve.presence import while_present
from tactic_mesh.serve.problems import described, invalid, problem, responses
from tactic_mesh.serve.proofs import AtDesk, Desk, IdempotencyKey
from tactic_mesh.serve.proving import (
    CANDIDATES_MAX,
    CHECKS_MAX,
    IMPORTS_MAX,
    NAME_CHARACTERS_MAX,
    ROUNDS_MAX,
    ProofBody,
)
from tactic_mesh.serve.state import State, state_of
from tactic_mesh.serve.template import clean_name
from tactic_mesh.theorem import Outcome, Trust

WALL_S = 600.0
"""For the whole run, beside the bounds of the request's own budget."""
_PATH = "/prove"


class ProveBudget(Strict):
    """What the run may spend."""

    max_rounds: int = Field(4, gt=0, le=ROUNDS_MAX)
    candidates_per_round: int = Field(12, gt=0, le=CANDIDATES_MAX)
    repairs_per_round: int = Field(6, ge=0, le=CANDIDATES_MAX)
    timeout_ms_per_check: int | None = Field(None, gt=0, description="Milliseconds; 15000 if not given.")
    max_total_checks: int = Field(60, gt=0, le=CHECKS_MAX)


class ProveModel(Strict):
    """Who proposes."""

    backend: Text = Field("dummy", max_length=100, description="See `GET /v1/provers`.")
    model_name: Text | None = Field(None, max_length=200)
    temperature: float | None = Field(None, ge=0, le=2)


class ProveBody(Strict):
    """The body of `POST /prove`. A field that is not known is an error."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "theorem_name": "T",
                    "theorem_statement": "∀ n : Nat, n = n",
                    "budget": {"max_rounds": 4, "max_total_checks": 60},
                    "model": {"backend": "dummy"},
                }
            ]
        },
    )

    job_id: Text | None = Field(None, max_length=1000, description="Comes back in the answer.")
    imports: list[Text] = Field([], max_length=IMPORTS_MAX, description="Names of modules.")
    extra_prelude: Text = Field("", description="Lean text after the imports.")
    decls: Text = Field("", description="Definitions that the statement needs.")
    theorem_name: Text = Field("T", max_length=NAME_CHARACTERS_MAX)
    theorem_statement: Text = Field(min_length=1, description="One Lean proposition.")
    budget: ProveBudget = Field(default_factory=lambda: ProveBudget())  # type: ignore[call-arg]
    model: ProveModel = Field(default_factory=lambda: ProveModel())  # type: ignore[call-arg]

    @property
    def name(self) -> str:
        """The theorem's name as it is used."""
        return clean_name(self.theorem_name)

    def proof_body(self, wall_s: float) -> ProofBody:
        """The same as a request for a job."""
        budget, model = self.budget, self.model
        timeout_ms = budget.timeout_ms_per_check
        return ProofBody.model_validate(
            {
                "statement": self.theorem_statement,
                "name": self.name,
                "imports": self.imports,
                "prelude": "\n\n".join(part for part in (self.extra_prelude, self.decls) if part.strip()),
                "prover": Prover.MODELS,
                "backend": model.backend,
                "model": model.model_name,
                "temperature": model.temperature,
                "budget": {
                    "wall_s": wall_s,
                    "checks": budget.max_total_checks,
                    "rounds": budget.max_rounds,
                    "candidates_per_round": budget.candidates_per_round,
                    "repairs_per_round": budget.repairs_per_round,
                    "check_wall_s": timeout_ms / 1000 if timeout_ms is not None else None,
                },
            }
        )


class FinalProof(BaseModel):
    """The proof that was found, and the whole file as it was checked."""

    proof_block: str
    lean_file: str
    theorem_name: str


class ProveStats(BaseModel):
    """What the run did, without its wait in the queue; not counted are checks that a proof before them made idle."""

    rounds_used: int
    checks_used: int
    time_ms_total: int
    cache_hits: int


class ProveAttempt(BaseModel):
    """A candidate, and what became of it."""

    model_config = ConfigDict(extra="allow")

    round: int
    candidate_id: str
    proof_block: str
    lean_ok: bool
    error_class: str | None
    message_excerpt: str
    score: float | None


class ProveResult(BaseModel):
    """`ok` is true only if Lean has verified `final_proof`. `attempts` may be fewer than `attempts_total`."""

    job_id: str
    ok: bool
    final_proof: FinalProof | None
    stats: ProveStats
    attempts: list[ProveAttempt]
    attempts_total: int
    outcome: Outcome | None
    reason: str
    trust: Trust | None
    axioms: list[str]
    job: str
    """Where the job is."""


router = APIRouter(tags=["Orchestrator"])


@router.post(
    _PATH,
    response_model=None,
    responses={
        **responses(ProveResult),
        **described(502, "The model refused, or answered in another format."),
    },
)
async def prove(
    body: ProveBody,
    request: HttpRequest,
    desk: AtDesk,
    state: Annotated[State, Depends(state_of)],
    key: IdempotencyKey = None,
) -> Response:
    """Look for a proof and wait for it. A client that hangs up cancels its job, unless the job has a key."""
    longest_ms = state.settings.timeout_max_s * 1000
    if (body.budget.timeout_ms_per_check or 0) > longest_ms:
        return invalid(
            _PATH, ["budget", "timeout_ms_per_check"], f"this server allows {longest_ms:g} at most"
        )
    asked = await desk.proving.accepted(body.proof_body(min(WALL_S, state.settings.proof_max_s)))
    job, _ = await desk.runner.submit(*asked, key)
    ended = await while_present(request, _ended(desk, state, job, keep=key is not None))
    if ended is None:
        raise HTTPException(404, "the job was removed while it ran")
    return _answer(body, ended)


async def _ended(desk: Desk, state: State, job: Job, *, keep: bool) -> Job | None:
    try:
        return await desk.runner.ended(job.id)
    except asyncio.CancelledError:
        # Where the server is being stopped, the job goes on with the next one.
        if not keep and not state.draining:
            await desk.runner.cancel(job.id)
        raise


def _answer(body: ProveBody, job: Job) -> Response:
    result = job.result
    if result is not None and result["outcome"] == Outcome.INVALID_STATEMENT:
        return invalid(_PATH, ["theorem_statement"], _whole_reason(result))
    if result is not None and result["status"] is not None:
        return problem(_PATH, result["status"], result["reason"])
    return JSONResponse(_document(body, job, result or {}))


def _whole_reason(result: dict[str, Any]) -> str:
    return "; ".join([result["reason"], *(message["text"] for message in result["messages"])])


def _document(body: ProveBody, job: Job, result: dict[str, Any]) -> dict[str, Any]:
    """The fields of `ProveResult`; a job without a result was cancelled."""
    is_proved = result.get("outcome") == Outcome.PROVED
    spent = result.get("spent") or {}
    statistics = result.get("statistics") or {}
    return {
        "job_id": job.id if body.job_id is None else body.job_id,
        "ok": is_proved,
        "final_proof": {
            "proof_block": result["proof"],
            "lean_file": result["lean_file"],
            "theorem_name": body.name,
        }
        if is_proved
        else None,
        "stats": {
            "rounds_used": statistics.get("rounds", 0),
            "checks_used": statistics.get("checks", 0),
            "time_ms_total": round(1000 * spent.get("wall_s", 0)),
            "cache_hits": statistics.get("cache_hits", 0),
        },
        "attempts": result.get("attempts", []),
        "attempts_total": result.get("attempts_total", 0),
        "outcome": result.get("outcome"),
        "reason": result.get("reason", "cancelled"),
        "trust": result.get("trust"),
        "axioms": result.get("axioms", []),
        "job": f"/v1/proofs/{job.id}",
    }
