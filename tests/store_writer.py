"""A process that writes verdicts to a store and says which are acknowledged: `store_writer.py FILE NAME COUNT`.

`N` on standard output, after the write numbered N is on disk. Several writes wait at any time, as under load.
"""

from __future__ import annotations

import sys
from collections import deque
from concurrent.futures import Future
from pathlib import Path

from findings import PROVED, kept

from tactic_mesh.verify.store import Store

AT_ONCE = 20


def key(name: str, number: int) -> str:
    return f"{name}{number:x}".encode().hex().ljust(64, "0")


def main(file: str, name: str, count: str) -> None:
    waiting: deque[tuple[int, Future[str]]] = deque()
    with Store(Path(file)) as store:
        for number in range(int(count)):
            waiting.append((number, store.put(key(name, number), kept(PROVED))))
            if len(waiting) == AT_ONCE:
                say(*waiting.popleft())
        while waiting:
            say(*waiting.popleft())


def say(number: int, done: Future[str]) -> None:
    done.result()
    print(number, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
