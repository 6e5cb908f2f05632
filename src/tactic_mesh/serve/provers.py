"""Who can prove here: provers, backends and whether they are ready, experts, and the bounds of a budget."""

from __future__ import annotations

import os
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from tactic_mesh.experts.registry import EXPERTS
from tactic_mesh.gateway.backends import Readiness, readiness
from tactic_mesh.gateway.prices import Prices, prices_from
from tactic_mesh.prove.gateway import SEARCH
from tactic_mesh.prove.portfolio import Prover
from tactic_mesh.serve.proving import MAXIMA, BudgetBody, usual_budget
from tactic_mesh.serve.state import State, state_of


class BackendDocument(BaseModel):
    """A source of proofs. Nothing is sent to find out whether it is `ready`; `why` says what it lacks.

    `takes` are the settings that it knows, `models` those of the price table.
    """

    name: str
    ready: bool
    why: str
    needs_model: bool
    takes: list[str]
    models: list[str]


class BudgetDocument(BaseModel):
    """What a budget is if nothing is said, and the most that may be asked for."""

    defaults: BudgetBody
    maxima: BudgetBody


class ProversDocument(BaseModel):
    """What a request for a proof can choose from."""

    provers: list[Prover]
    backends: list[BackendDocument]
    experts: list[str]
    budget: BudgetDocument


router = APIRouter(prefix="/v1/provers", tags=["Proofs"])


@router.get("", response_model=None, responses={200: {"model": ProversDocument}})
async def provers(state: Annotated[State, Depends(state_of)]) -> Response:
    """Provers, backends, experts, and budgets."""
    prices = prices_from(os.environ)
    backends = [*readiness(), Readiness(SEARCH, True, needs_model=False)]
    document = {
        "provers": list(Prover),
        "backends": [_backend(one, prices) for one in backends],
        "experts": list(EXPERTS),
        "budget": {
            "defaults": usual_budget(state.settings),
            "maxima": {
                **MAXIMA,
                "wall_s": state.settings.proof_max_s,
                "check_wall_s": state.settings.timeout_max_s,
            },
        },
    }
    return JSONResponse(document)


def _backend(found: Readiness, prices: Prices) -> dict[str, Any]:
    named = [
        model.removeprefix(f"{found.name}/")
        for model in prices.by_model
        if model.startswith(f"{found.name}/")
    ]
    return {
        "name": found.name,
        "ready": found.ready,
        "why": found.why,
        "needs_model": found.needs_model,
        "takes": list(found.takes),
        "models": sorted(named),
    }
