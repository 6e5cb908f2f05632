"""Start a program under limits: `python -I -S limited.py LIMIT=VALUE,… PROGRAM WORD…`.

Runs as a script and imports nothing of this package. The limits are set in the child before the program
starts, so there is no moment without them, and no code runs between fork and exec of a process with threads.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys


def lower(what: int, value: int) -> None:
    """Set both bounds to `value`, or to the hard bound where that is less."""
    _, hard = resource.getrlimit(what)
    bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(what, (bound, bound))


def main() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)  # PR_SET_PDEATHSIG: it survives the exec
    for pair in sys.argv[1].split(","):
        what, _, value = pair.partition("=")
        lower(int(what), int(value))
    os.execv(sys.argv[2], sys.argv[2:])


if __name__ == "__main__":
    main()
