"""How much memory a run uses: the processes of whatever it has open, and what this process has grown by."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from tactic_mesh.sandbox import usage


def _own_bytes() -> int:
    return usage.private_bytes([os.getpid()])


class Holder(Protocol):
    """A session or a worker: what has a process, from time to time another one."""

    @property
    def process_id(self) -> int | None: ...


@dataclass(slots=True)
class Footprint:
    """The bound on a run's memory. Where the system does not tell, nothing is ever over it.

    Searches for lemmas and whatever else runs beside each other have the same one, and count together.
    """

    memory_bytes: float = math.inf
    began_bytes: int = field(default_factory=_own_bytes)
    _holders: list[Holder] = field(default_factory=list)

    @contextmanager
    def counting(self, *holders: Holder) -> Iterator[None]:
        """While these are open, what their processes use is the run's."""
        self._holders += holders
        try:
            yield
        finally:
            for one in holders:
                self._holders.remove(one)

    def is_over(self) -> bool:
        """Whether the run uses more than it may. Pages that its processes share count once."""
        if self.memory_bytes == math.inf:
            return False
        grown = max(0, _own_bytes() - self.began_bytes)
        processes = [number for one in self._holders if (number := one.process_id) is not None]
        return usage.over(processes, int(self.memory_bytes) - grown)
