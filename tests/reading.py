"""A text that reads a file of the user, and how to see whether it could."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path


def reading(file: Path) -> str:
    """A text that opens `file` by a function that is compiled into Lean, whatever the library declares."""
    return f'@[extern "x"] opaque IO.FS.readFile : String → Nat\n#eval IO.FS.readFile "{file}"\n'


@contextlib.contextmanager
def read_of(fifo: Path) -> Iterator[Callable[[], bool]]:
    """Make `fifo`, and say after the block whether anybody opened it: whoever does waits there for a writer."""
    os.mkfifo(fifo)
    ended, opened = threading.Event(), threading.Event()

    def write() -> None:
        while not ended.is_set():
            try:
                os.close(os.open(fifo, os.O_WRONLY | os.O_NONBLOCK))
            except OSError:
                ended.wait(0.005)
            else:
                opened.set()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        yield opened.is_set
    finally:
        ended.set()
        writer.join()
