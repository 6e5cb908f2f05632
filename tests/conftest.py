"""Fixtures that many tests share: the embedded Lean and the core library compiled for it."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tactic_mesh.lean.host import LeanHost
from tactic_mesh.lean.library import Library, ensure_library
from tactic_mesh.lean.toolchain import Toolchain, embedded_toolchain

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Started by a shell in the background, which has its jobs ignore interrupts: the commands under test must not.
    signal.signal(signal.SIGINT, signal.default_int_handler)

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any-machine")


@pytest.fixture(scope="session")
def toolchain() -> Toolchain:
    """The Lean in the wheel, verified."""
    return embedded_toolchain(os.environ)


@pytest.fixture(scope="session")
def library(toolchain: Toolchain) -> Library:
    """The core library, in the user's own cache: compiled by the first run of the tests only."""
    return ensure_library(toolchain)


@pytest.fixture(scope="session")
def loop() -> Iterator[asyncio.Runner]:
    """An event loop for the tests that share a warm Lean: `loop.run(coroutine)`."""
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture(scope="session")
def lean(toolchain: Toolchain, library: Library, loop: asyncio.Runner) -> Iterator[LeanHost]:
    """The embedded Lean with the core library imported, kept warm for all tests that run in `loop`."""
    assert toolchain.shared_library is not None
    host = LeanHost(
        toolchain.shared_library,
        library.path,
        library.environment,
        core_modules=frozenset(library.modules),
    )
    loop.run(host.start())
    yield host
    loop.run(host.close())
