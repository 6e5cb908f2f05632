"""The application: settings in, routes out. Its Lean runs as long as it does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.responses import JSONResponse

from tactic_mesh import __version__
from tactic_mesh.equational.expert import register
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.open import open_lean
from tactic_mesh.serve import (
    jobs,
    kimina,
    lean_worker,
    orchestrator,
    page,
    problems,
    proofs,
    provers,
    service,
    sessions,
)
from tactic_mesh.serve.edge import Edge
from tactic_mesh.serve.metrics import Metrics
from tactic_mesh.serve.open_sessions import Sessions
from tactic_mesh.serve.proving import Proving
from tactic_mesh.serve.runner import Runner
from tactic_mesh.serve.settings import Settings
from tactic_mesh.serve.state import State
from tactic_mesh.verify.remote import RemoteChecker
from tactic_mesh.verify.store import Bounds, Store, store_file

_DESCRIPTION = (
    "Checks of Lean 4 proofs. Every answer names the rung of trust that it reached: `elaborated` (Lean accepted the "
    "file), `audited` (the statement is the trusted one, the axioms are allowed), `replayed` (the kernel checked it "
    "again in a process that never ran the file)."
)


class _Application(FastAPI):
    """FastAPI, whose description also has the form of our problem documents."""

    def openapi(self) -> dict[str, Any]:
        description = super().openapi()
        description["components"]["schemas"]["Problem"] = problems.Problem.model_json_schema()
        return description


def create_app(settings: Settings, opened: AbstractAsyncContextManager[Lean] | None = None) -> FastAPI:
    """The application with all its routes. `opened` is the Lean that it runs; the embedded one if not given."""
    metrics = Metrics()
    register()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            # The folder of jobs first: whether it is free is known at once, a Lean takes a while to start.
            bounds = jobs.Bounds(settings.proofs_waiting, settings.jobs_mib << 20)
            kept = stack.enter_context(jobs.Jobs(settings.data_folder, bounds))
            lean = await stack.enter_async_context(
                opened or open_lean(lean="embedded", jobs=settings.children)
            )
            store = stack.enter_context(_store(settings)) if settings.store_mib else None
            app.state.service = state = State(settings, lean, metrics, store)
            if settings.leanworker_url:
                remote = RemoteChecker(settings.leanworker_url, state.checker, settings.leanworker_key)
                state.candidates = await stack.enter_async_context(remote)
            proving = Proving(state, kept)
            runner = await stack.enter_async_context(
                Runner(kept, proving.work, settings.proof_lanes, metrics)
            )
            app.state.desk = proofs.Desk(runner, proving)
            app.state.sessions = await stack.enter_async_context(Sessions(state))
            yield

    app = _Application(
        title="Tactic-Mesh",
        version=__version__,
        description=_DESCRIPTION,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    routes = (service, lean_worker, sessions, kimina, orchestrator, proofs, provers, page)
    for router in (module.router for module in routes):
        app.include_router(router)
    app.add_api_route("/api/openapi.json", lambda: JSONResponse(app.openapi()), include_in_schema=False)
    problems.install(app)
    app.add_middleware(Edge, settings=settings, metrics=metrics)
    return app


def _store(settings: Settings) -> Store:
    return Store(store_file(), Bounds(verdict_bytes_max=settings.store_mib << 20))
