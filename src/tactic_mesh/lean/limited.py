"""Start a program under limits: `python -I -S limited.py LIMIT=SOFT:HARD,… PROGRAM WORD…`.

Runs as a script and imports nothing of this package. The limits are set in the child before the program
starts, so there is no moment without them, and no code runs between fork and exec of a process with threads.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys


def lower(what: int, soft: int, hard: int) -> None:
    """Set both bounds, neither above the hard one that is there."""
    _, ceiling = resource.getrlimit(what)
    if ceiling != resource.RLIM_INFINITY:
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    resource.setrlimit(what, (soft, hard))


def main() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)  # PR_SET_PDEATHSIG: it survives the exec
    for pair in sys.argv[1].split(","):
        what, _, bounds = pair.partition("=")
        soft, _, hard = bounds.partition(":")
        lower(int(what), int(soft), int(hard))
    os.execv(sys.argv[2], sys.argv[2:])


if __name__ == "__main__":
    main()
