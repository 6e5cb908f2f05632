"""An application with a warm host, to be killed: `python orphan.py LIBRARY CORE COMMIT`.

Prints the process ids of the zygote and its children, as soon as they are busy.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from warm import becomes_true, children

from tactic_mesh.lean.host import LeanHost
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Environment

ENDLESS = "theorem endless : True := by repeat skip\n"


async def main() -> None:
    library, core, commit = sys.argv[1:4]
    async with LeanHost(Path(library), Path(core), Environment("", commit, "", "")) as host:
        zygote = host.process_id
        assert zygote is not None
        async with host.worker() as worker:
            limits = Limits(wall_s=300.0)
            busy = [worker.run(ENDLESS, limits.wall_s), host.command_line("prelude\n" + ENDLESS, limits)]
            tasks = [asyncio.create_task(work) for work in busy]
            tasks.append(asyncio.create_task(host.elaborate(ENDLESS, limits)))
            await asyncio.to_thread(becomes_true, lambda: len(children(zygote)) >= 3)
            print(zygote, *children(zygote), flush=True)
            await asyncio.gather(*tasks)


if __name__ == "__main__":
    asyncio.run(main())
