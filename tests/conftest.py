"""Fixtures that many tests share: the embedded Lean and the core library compiled for it."""

from __future__ import annotations

import os

import pytest

from tactic_mesh.lean.library import Library, ensure_library
from tactic_mesh.lean.toolchain import Toolchain, embedded_toolchain


@pytest.fixture(scope="session")
def toolchain() -> Toolchain:
    """The Lean in the wheel, verified."""
    return embedded_toolchain(os.environ)


@pytest.fixture(scope="session")
def library(toolchain: Toolchain) -> Library:
    """The core library, in the user's own cache: compiled by the first run of the tests only."""
    return ensure_library(toolchain)
