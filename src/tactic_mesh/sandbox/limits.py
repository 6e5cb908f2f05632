"""Resource limits of a child process, set in the child itself before it runs anything from outside.

Covered: processor time of each process, memory that each allocates (RLIMIT_DATA: private writable memory, so that
mapped libraries shared with others do not count), files it writes, open files, core dumps; the number of processes
and threads, unless the user is root, to whom the kernel never applies RLIMIT_NPROC.
Not covered: what many processes use together, resident memory as such, the wall clock: the host watches them.
RLIMIT_NPROC counts all that the user runs, except in a user namespace: outside of one, what runs already is added.
"""

from __future__ import annotations

import resource
from dataclasses import dataclass

from tactic_mesh.sandbox.bounds import lower

CPU_GRACE_S = 5
"""How long a process may catch SIGXCPU before it is killed."""


RESERVED_BYTES = 32 << 30
"""Room above a program's memory limit. A Lean thread reserves a gigabyte of address space for its stack, which
RLIMIT_DATA counts as used: the hard bound leaves room for it, and what is really used is watched."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may use. Reaching a limit ends the child, never the host."""

    wall_s: float = 30.0
    cpu_s: int = 60
    memory_bytes: int = 2 << 30
    output_bytes: int = 4 << 20
    processes: int = 256
    """Processes at one time, of a whole program with its descendants."""
    threads: int = 2048
    """Threads of all of them, where the kernel counts them for us."""
    open_files: int = 4096
    file_bytes: int = 256 << 20
    """The largest file that may be written."""
    temporary_bytes: int = 256 << 20
    """Each of the private /tmp and /dev/shm."""

    def __post_init__(self) -> None:
        for name in self.__slots__:
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} must be positive, not {getattr(self, name)}")


def apply(limits: Limits, *, cpu: bool, file_bytes: int, stack_bytes: int) -> None:
    """Lower this process's limits for good. `cpu` is left out for workers, which live for many requests.

    Each thread reserves `stack_bytes`, which RLIMIT_DATA counts as used. The hard bound leaves room for as many as
    there may be: a text of a few hundred theorems is worked on by as many threads, each in a corner of its stack.
    """
    memory_bytes = limits.memory_bytes + limits.threads * stack_bytes
    bounds = {
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_DATA: (memory_bytes, memory_bytes),
        resource.RLIMIT_FSIZE: (file_bytes, file_bytes),
    }
    if cpu:
        # SIGXCPU comes at the first bound and says what happened; SIGKILL at the second says nothing.
        bounds[resource.RLIMIT_CPU] = (limits.cpu_s, limits.cpu_s + CPU_GRACE_S)
    lower(bounds)


def of_a_program(limits: Limits, *, others: int | None) -> dict[int, tuple[int, int]]:
    """The kernel's limits for a program, soft and hard, by their numbers.

    `others`: how many processes and threads of the user's count too: none in a user namespace; None if unknown.
    """
    memory_bytes = limits.memory_bytes + RESERVED_BYTES
    bounds = {
        resource.RLIMIT_CORE: (0, 0),
        # At the soft bound comes SIGXCPU, which tells this end from the system's own kill.
        resource.RLIMIT_CPU: (limits.cpu_s, limits.cpu_s + CPU_GRACE_S),
        resource.RLIMIT_FSIZE: (limits.file_bytes, limits.file_bytes),
        resource.RLIMIT_DATA: (memory_bytes, memory_bytes),
        resource.RLIMIT_NOFILE: (limits.open_files, limits.open_files),
    }
    if others is not None:
        bounds[resource.RLIMIT_NPROC] = (others + limits.threads, others + limits.threads)
    return bounds
