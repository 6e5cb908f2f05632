"""Which checking code is this? A verdict of other code is another verdict."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass
from pathlib import Path

from tactic_mesh import __version__
from tactic_mesh.lean.digests import combined_sha256

_PACKAGE = Path(__file__).resolve().parent.parent
# What decides a verdict: the nouns, what runs Lean, what confines it, what judges.
_ROOMS = ("lean", "sandbox", "verify")


@dataclass(frozen=True, slots=True)
class CheckerVersion:
    """This package's release, and the digest of the sources that judge: they may differ between two commits."""

    version: str
    sources_sha256: str


@functools.cache
def this_checker() -> CheckerVersion:
    """The code that runs here. Reads some eighty small files, once in a process."""
    files = [_PACKAGE / "theorem.py"]
    files += [file for room in _ROOMS for file in (_PACKAGE / room).rglob("*.py")]
    parts = (
        (file.relative_to(_PACKAGE).as_posix(), hashlib.sha256(file.read_bytes()).hexdigest())
        for file in files
    )
    return CheckerVersion(__version__, combined_sha256(parts))
