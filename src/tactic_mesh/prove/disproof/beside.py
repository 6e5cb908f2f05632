"""The deeper look for a counterexample, beside a search: whichever ends first ends the other.

It begins once the run has tried so many tactics or taken some time, in a worker of its own. Where a clock bounds the
run, the search goes on meanwhile and asks at each of its turns. Where tactics do, the search waits for the look at the
turn in which it begins: the look is bounded by counts, and its result is known at the same place in every such run.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, field

from tactic_mesh.lean.engine import SteppingLean
from tactic_mesh.prove.disproof.depth import DEEP
from tactic_mesh.prove.disproof.refute import Counterexample, looked
from tactic_mesh.prove.footprint import Footprint
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Theorem

BEGIN_TACTICS, BEGIN_S = 200, 4.0
"""When the look begins, with the first of the two where a clock bounds the run: most proofs are found before."""
WALL_S_MAX, COUNTED_WALL_S_MAX = 20.0, 90.0
"""What the look may take of a clock, behind its counts."""


@dataclass(slots=True)
class Beside:
    """One deeper look. `found` is set when a counterexample was found, `cut` when a clock ended the look.

    `waits`: the search waits for the look, as in a run that is counted in tactics.
    """

    lean: SteppingLean
    theorem: Theorem
    prelude: str
    definitions: tuple[str, ...]
    until: float
    footprint: Footprint = field(default_factory=Footprint)
    waits: bool = False
    began: float = field(default_factory=time.monotonic)
    found: Counterexample | None = None
    cut: bool = False
    _looking: asyncio.Task[Counterexample | None] | None = None

    async def turn(self, tactics: int) -> bool:
        """Whether there is a counterexample; asked between the turns of a search, when so many tactics were tried."""
        is_late = not self.waits and time.monotonic() >= self.began + BEGIN_S
        if self._looking is None and (tactics >= BEGIN_TACTICS or is_late):
            self._looking = asyncio.create_task(self._look())
        if self._looking is not None and (self.waits or self._looking.done()):
            self.found = await self._looking
        return self.found is not None

    async def ended(self) -> bool:
        """The same where nothing is left to search: the look begins if it has not, and comes to its end."""
        if self._looking is None:
            self._looking = asyncio.create_task(self._look())
        self.found = await self._looking
        return self.found is not None

    async def close(self) -> None:
        """End the look, also before its end."""
        if self._looking is not None and self._looking.cancel():
            with suppress(asyncio.CancelledError):
                await self._looking

    async def _look(self) -> Counterexample | None:
        most = COUNTED_WALL_S_MAX if self.waits else WALL_S_MAX
        wall_s = min(most, self.until - time.monotonic())
        if wall_s <= 0:
            return None
        until = time.monotonic() + wall_s
        async with self.lean.worker_beside(Limits()) as worker:
            with self.footprint.counting(worker):
                found = await looked(worker, self.theorem, self.prelude, self.definitions, wall_s, DEEP)
        self.cut = found is None and time.monotonic() >= until
        return found
