"""`tactic-mesh serve`: checks over HTTP, for the clients of this field."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import shlex
import signal
from typing import Annotated

from cyclopts import Group, Parameter

from tactic_mesh.cli.terminal import LeanOptions, building, note
from tactic_mesh.errors import UsageError
from tactic_mesh.serve.settings import Settings, meaning, settings_from

_ADDRESS = Group("Address", sort_key=1)
_REQUESTS = Group("Requests", sort_key=2)
_CHECKS = Group("Checks", sort_key=3)
_PROOFS = Group("Proofs as jobs", sort_key=4)
_SESSIONS = Group("Sessions of tactics", sort_key=5)
_NEEDED = ("fastapi", "uvicorn", "prometheus_client")


def serve(
    *,
    host: Annotated[str | None, Parameter(group=_ADDRESS, help=meaning("host"))] = None,
    port: Annotated[int | None, Parameter(group=_ADDRESS, help=meaning("port"))] = None,
    jobs: Annotated[int | None, Parameter(group=_CHECKS, help=meaning("jobs"))] = None,
    queue: Annotated[int | None, Parameter(group=_CHECKS, help=meaning("queue"))] = None,
    requests: Annotated[int | None, Parameter(group=_REQUESTS, help=meaning("requests"))] = None,
    body_mib: Annotated[int | None, Parameter(group=_REQUESTS, help=meaning("body_mib"))] = None,
    body_wall_s: Annotated[float | None, Parameter(group=_REQUESTS, help=meaning("body_wall_s"))] = None,
    timeout_max_s: Annotated[float | None, Parameter(group=_CHECKS, help=meaning("timeout_max_s"))] = None,
    memory_mib: Annotated[int | None, Parameter(group=_CHECKS, help=meaning("memory_mib"))] = None,
    store_mib: Annotated[int | None, Parameter(group=_CHECKS, help=meaning("store_mib"))] = None,
    data: Annotated[str | None, Parameter(group=_PROOFS, help=meaning("data"))] = None,
    proofs: Annotated[int | None, Parameter(group=_PROOFS, help=meaning("proofs"))] = None,
    proofs_waiting: Annotated[int | None, Parameter(group=_PROOFS, help=meaning("proofs_waiting"))] = None,
    proof_max_s: Annotated[float | None, Parameter(group=_PROOFS, help=meaning("proof_max_s"))] = None,
    jobs_mib: Annotated[int | None, Parameter(group=_PROOFS, help=meaning("jobs_mib"))] = None,
    leanworker_url: Annotated[str | None, Parameter(group=_PROOFS, help=meaning("leanworker_url"))] = None,
    sessions: Annotated[int | None, Parameter(group=_SESSIONS, help=meaning("sessions"))] = None,
    session_idle_s: Annotated[
        float | None, Parameter(group=_SESSIONS, help=meaning("session_idle_s"))
    ] = None,
    drain_s: Annotated[int | None, Parameter(group=_ADDRESS, help=meaning("drain_s"))] = None,
    lean_options: LeanOptions = LeanOptions(),
) -> int:
    """Serve checks over HTTP until SIGINT or SIGTERM. The address is the one line on standard output."""
    flags = {name: value for name, value in locals().items() if name != "lean_options"}
    settings = settings_from(os.environ, flags)
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise UsageError(f"the service needs {', '.join(missing)}: pip install 'tactic-mesh[serve]'")
    return asyncio.run(_serve(settings, lean_options))


async def _serve(settings: Settings, options: LeanOptions) -> int:
    from tactic_mesh.lean.open import open_lean
    from tactic_mesh.serve.app import create_app
    from tactic_mesh.serve.server import address, listen, run

    with building() as progress, listen(settings) as listening:
        opened = open_lean(
            lean=options.lean,
            project=options.project,
            insist=options.insist,
            jobs=settings.children,
            progress=progress,
        )
        url = address(listening)

        def started() -> None:
            print(url, flush=True)
            note(
                f"Serving on {url}, {'with an API key' if settings.api_key else 'for this machine only'}. Try:"
            )
            note(_example(url, settings))

        ended = await run(create_app(settings, opened), listening, settings, started)
    return 130 if ended is signal.SIGINT else 0


def _example(url: str, settings: Settings) -> str:
    """A command line that proves something."""
    key = ' -H "Authorization: Bearer $TACTIC_MESH_API_KEY"' if settings.api_key else ""
    body = '{"theorem_statement": "∀ n : Nat, n + 0 = n"}'
    return f"  curl {url}/prove -H 'Content-Type: application/json'{key} -d {shlex.quote(body)}"
