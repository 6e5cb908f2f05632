"""How much memory a search uses: its sessions' processes, and what this process has grown by since it began."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field

from tactic_mesh.sandbox import usage


def _own_bytes() -> int:
    return usage.private_bytes([os.getpid()])


@dataclass(frozen=True, slots=True)
class Footprint:
    """The bound on a run's memory. Where the system does not tell, nothing is ever over it."""

    memory_bytes: int
    began_bytes: int = field(default_factory=_own_bytes)

    def is_over(self, process_ids: Iterable[int]) -> bool:
        """Whether these processes, with this one's growth, use more. Pages that they share count once."""
        grown = max(0, _own_bytes() - self.began_bytes)
        return usage.over(list(process_ids), self.memory_bytes - grown)
