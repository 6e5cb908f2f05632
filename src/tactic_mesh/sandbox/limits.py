"""Resource limits of a child process, set in the child itself before it runs anything from outside.

Covered: processor time, memory that the child allocates (RLIMIT_DATA: private writable memory, so that mapped
libraries shared with others do not count), files it writes, core dumps.
Not covered: resident memory as such (the host watches it), the wall clock (the host's business).
"""

from __future__ import annotations

import resource
from dataclasses import dataclass

CPU_GRACE_S = 5
"""How long a process may catch SIGXCPU before it is killed."""


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
        # SIGXCPU comes at the first bound and says what happened; SIGKILL at the second says nothing.
        _lower(resource.RLIMIT_CPU, limits.cpu_s, limits.cpu_s + CPU_GRACE_S)


def _lower(what: int, soft: int, hard: int | None = None) -> None:
    """Set both bounds (the same if one is given), neither above the hard one that is there."""
    hard = soft if hard is None else hard
    _, ceiling = resource.getrlimit(what)
    if ceiling != resource.RLIM_INFINITY:
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    resource.setrlimit(what, (soft, hard))
