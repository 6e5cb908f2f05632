"""How much work is let in: a bounded number of places, and what a client is told when there is none.

A place is one check that was accepted and is not yet answered. A request takes as many as it has checks, or as
many as there are; it gets none only if nothing of it was accepted.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

from tactic_mesh.errors import Overloaded

RETRY_AFTER_S_MAX = 60
_FIRST_GUESS_S = 0.05
_SMOOTHING = 0.05
"""Weight of the newest check in the mean time of one."""


class Admission:
    """The places of one service."""

    def __init__(self, places: int, lanes: int) -> None:
        """`lanes` is how many checks run at the same time."""
        self.places = places
        self.lanes = lanes
        self.taken = 0
        self._mean_s = _FIRST_GUESS_S

    @contextmanager
    def take(self, wanted: int) -> Iterator[int]:
        """Hold up to `wanted` places for the block; yields how many. Raises: Overloaded if there is none."""
        granted = min(wanted, self.places - self.taken)
        if granted <= 0:
            raise Overloaded(f"all {self.places} places of the queue are taken", self.retry_after_s)
        self.taken += granted
        try:
            yield granted
        finally:
            self.taken -= granted

    def took(self, wall_s: float) -> None:
        """Remember how long a check took, for what the next refused client is told."""
        self._mean_s += _SMOOTHING * (wall_s - self._mean_s)

    @property
    def retry_after_s(self) -> int:
        """Whole seconds after which half of the queue should be gone."""
        wait_s = self.taken * self._mean_s / self.lanes / 2
        return min(RETRY_AFTER_S_MAX, max(1, math.ceil(wait_s)))
