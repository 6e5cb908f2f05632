"""What a file system made for one program holds: which places are bound, and by which links they are reached.

A path means inside what it means outside, so that the symbolic links on the way to it are kept as links.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

LINKS_MAX = 40


class Place(NamedTuple):
    """A file or folder that is bound for reading or writing, or a link with its target."""

    path: Path
    kind: Literal["read", "write", "link"]
    target: str = ""


def places(readable: Iterable[Path], writable: Iterable[Path]) -> list[Place]:
    """All places for these absolute paths, in the order in which they can be made; what is not there is left out.

    Of two nested places the outer one comes first, and one that adds nothing to it is left out. At the same place
    writing wins.
    """
    bound: dict[Path, Literal["read", "write"]] = {}
    links: dict[Path, str] = {}
    for kind, paths in (("read", readable), ("write", writable)):
        for path in paths:
            *on_the_way, real = _steps(path)
            links.update((link, str(link.readlink())) for link in on_the_way)
            if real.exists():
                bound[real] = kind  # type: ignore[assignment]
    kept: dict[Path, Literal["read", "write"]] = {}
    for path in sorted(bound, key=lambda path: len(path.parts)):
        around = next((parent for parent in path.parents if parent in kept), None)
        if around is None or kept[around] != bound[path]:
            kept[path] = bound[path]
    made = [Place(path, kind) for path, kind in kept.items()]
    free = [link for link in links if not any(parent in kept for parent in link.parents)]
    return [*(Place(link, "link", links[link]) for link in free), *made]


def _steps(path: Path) -> Iterator[Path]:
    """The symbolic links on the way to `path`, each as it is reached, and at last what they lead to."""
    for _ in range(LINKS_MAX):
        link = next((part for part in (*reversed(path.parents), path) if part.is_symlink()), None)
        if link is None:
            break
        yield link
        path = Path(os.path.normpath(link.parent / link.readlink())) / path.relative_to(link)
    yield path
