"""Resource limits of a child process, set in the child itself before it runs anything from outside.

Covered: processor time, memory that the child allocates (RLIMIT_DATA: private writable memory, so that mapped
libraries shared with others do not count), files it writes, core dumps.
Not covered: resident memory as such (the host watches it), the wall clock (the host's business).
"""

from __future__ import annotations

import resource
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may use. Reaching a limit ends the child, never the host."""

    wall_s: float = 30.0
    cpu_s: int = 60
    memory_bytes: int = 2 << 30
    output_bytes: int = 4 << 20

    def __post_init__(self) -> None:
        for name in ("wall_s", "cpu_s", "memory_bytes", "output_bytes"):
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} must be positive, not {getattr(self, name)}")


def apply(limits: Limits, *, cpu: bool, file_bytes: int) -> None:
    """Lower this process's limits for good. `cpu` is left out for workers, which live for many requests."""
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_DATA, limits.memory_bytes)
    _lower(resource.RLIMIT_FSIZE, file_bytes)
    if cpu:
        _lower(resource.RLIMIT_CPU, limits.cpu_s)


def _lower(what: int, value: int) -> None:
    _soft, hard = resource.getrlimit(what)
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(what, (value, value))
