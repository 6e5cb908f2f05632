"""What a supervisor asks of a service: is it alive, is it ready, what is it, what has it counted?"""

from __future__ import annotations

import contextlib
import platform
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse, Response

from tactic_mesh import __version__
from tactic_mesh.errors import StorageError
from tactic_mesh.serve.jobs import JobState
from tactic_mesh.serve.metrics import CONTENT_TYPE
from tactic_mesh.serve.proofs import AtDesk
from tactic_mesh.serve.state import State, state_of
from tactic_mesh.theorem import Trust
from tactic_mesh.verify.check import reachable

router = APIRouter(tags=["Service"])
Service = Annotated[State, Depends(state_of)]
_JSON: dict[int | str, dict[str, Any]] = {200: {"content": {"application/json": {}}}}


@router.get("/healthz", responses=_JSON)
async def healthz() -> Response:
    """Whether the process answers."""
    return JSONResponse({"ok": True})


@router.get(
    "/readyz", responses={**_JSON, 503: {"description": "It is being stopped, or the queue is full."}}
)
async def readyz(state: Service) -> Response:
    """Whether a check that is sent now would be accepted."""
    full = state.admission.taken >= state.admission.places
    ready = not (state.draining or full)
    document = {"ready": ready, "draining": state.draining, "queue": state.admission.taken}
    return JSONResponse(document, 200 if ready else 503)


@router.get("/version", responses=_JSON)
async def version(state: Service) -> Response:
    """Which Lean answers here, how it is run, and by which rungs of trust."""
    return JSONResponse(
        {
            "tactic_mesh": __version__,
            "python": platform.python_version(),
            "lean": state.lean.environment.as_json(),
            "how": state.lean.how,
            "trust": [trust for trust in Trust if trust.rung <= reachable(state.lean).rung],
        }
    )


@router.get("/metrics", responses={200: {"content": {"text/plain": {}}}})
async def metrics(state: Service, desk: AtDesk) -> Response:
    """Counters in Prometheus' text form."""
    state.metrics.queue.set(state.admission.taken)
    with contextlib.suppress(StorageError):  # then these two stay what they were
        unfinished = await desk.runner.jobs.unfinished()
        state.metrics.jobs_queued.set(unfinished[JobState.QUEUED])
        state.metrics.jobs_running.set(unfinished[JobState.RUNNING])
    return Response(state.metrics.text(), media_type=CONTENT_TYPE)


@router.get("/health", tags=["Kimina"], responses=_JSON)
@router.get("/health/", include_in_schema=False)
async def health() -> Response:
    """Whether the process answers, for Kimina's clients."""
    return JSONResponse({"status": "ok"})
