"""From what the user named to a Lean that runs."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from tactic_mesh.errors import LeanUnavailable
from tactic_mesh.lean.build import Progress, silent
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.forked_lean import ForkedLean
from tactic_mesh.lean.host import LeanHost
from tactic_mesh.lean.library import ensure_library
from tactic_mesh.lean.process_lean import ProcessLean
from tactic_mesh.lean.toolchain import Kind, Toolchain, find_toolchain

COLD_VARIABLE = "TACTIC_MESH_COLD"
"""Set to 1, the embedded Lean runs as a new process for each text: slower, for machines where forking fails."""


@asynccontextmanager
async def open_lean(
    *,
    lean: str | None = None,
    project: Path | None = None,
    file: Path | None = None,
    insist: bool = False,
    jobs: int | None = None,
    progress: Progress = silent,
    environ: Mapping[str, str] = os.environ,
) -> AsyncIterator[Lean]:
    """Find a Lean, compile its library if need be, and run it until the block ends.

    Raises: LeanUnavailable and its kin, StorageError.
    """
    toolchain = find_toolchain(lean, project, file, environ, insist=insist)
    async with open_toolchain(toolchain, jobs=jobs, progress=progress, environ=environ) as opened:
        yield opened


@asynccontextmanager
async def open_toolchain(
    toolchain: Toolchain,
    *,
    jobs: int | None = None,
    progress: Progress = silent,
    environ: Mapping[str, str] = os.environ,
) -> AsyncIterator[Lean]:
    """Run a toolchain: the embedded one warm, and cold where it cannot be kept warm; an installed one cold."""
    library = ensure_library(toolchain, progress, environ=environ)
    if toolchain.kind is not Kind.EMBEDDED or toolchain.shared_library is None:
        yield ProcessLean(toolchain, library.environment, children_max=jobs, environ=environ)
        return
    cold = ProcessLean(
        toolchain, library.environment, search_path=library.path, children_max=jobs, environ=environ
    )
    if environ.get(COLD_VARIABLE) == "1":
        yield cold
        return
    host = LeanHost(
        toolchain.shared_library,
        library.path,
        library.environment,
        children_max=jobs,
        core_modules=frozenset(library.modules),
    )
    async with AsyncExitStack() as stack:
        try:
            opened: Lean = await stack.enter_async_context(host)
        except LeanUnavailable as error:
            await host.close()
            forked = ForkedLean(
                toolchain.shared_library,
                library.path,
                library.environment,
                children_max=jobs,
                warning=str(error),
            )
            opened = await _forked_or_cold(stack, forked, cold)
        yield opened


async def _forked_or_cold(stack: AsyncExitStack, forked: ForkedLean, cold: ProcessLean) -> Lean:
    """The next steps down where the warm Lean does not work; each says why it is taken."""
    try:
        return await stack.enter_async_context(forked)
    except LeanUnavailable as error:
        cold.warning = f"{forked.warning}; {error}"
        return cold
