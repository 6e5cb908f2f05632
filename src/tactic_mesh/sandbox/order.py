"""What the launcher is told: which program, and which layers to put around it."""

from __future__ import annotations

from typing import NamedTuple


class Order(NamedTuple):
    """Made by `execution`, carried out by `confine`. Plain values only: it travels by `marshal`."""

    words: list[str]
    environment: dict[str, str]
    folder: str
    root: str
    """An empty folder outside: where a file system is built, or, without namespaces, the private /tmp."""
    readable: list[str]
    writable: list[str]
    places: list[tuple[str, str, str]]
    """Of a file system of its own: path, kind and target, in the order in which they are made."""
    network: bool
    execute_written: bool
    temporary_bytes: int
    threads: int
    bounds: list[tuple[int, int, int]]
    namespaces: bool
    landlock: bool
    families: list[int] | None
    """The sockets that the system-call filter grants; None without the filter."""
