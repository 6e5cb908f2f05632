"""What a `lean` program must be able to read: its toolchain, its project, and nothing else of the user's."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from tactic_mesh.lean import elan
from tactic_mesh.lean.command import LAUNCHER
from tactic_mesh.lean.toolchain import Kind, Toolchain

PACKAGES_MAX = 1000


def readable(toolchain: Toolchain, search_path: Path | None, environ: Mapping[str, str]) -> tuple[Path, ...]:
    """The files and folders, by the names under which Lean asks for them; symbolic links among them are followed.

    `search_path` is the compiled library of the embedded Lean.
    """
    return tuple(dict.fromkeys(path for path in _places(toolchain, search_path, environ) if path.exists()))


def _places(toolchain: Toolchain, search_path: Path | None, environ: Mapping[str, str]) -> Iterator[Path]:
    # Our own launcher is a Python program.
    yield from map(Path, (sys.base_prefix, sys.prefix, sys.executable))
    yield Path(sys.executable).resolve()
    yield LAUNCHER
    if search_path is not None:
        yield search_path
    if toolchain.shared_library is not None:
        yield toolchain.shared_library.parent
    for program in (toolchain.lean, toolchain.lake):
        if program is not None:
            yield program
    if toolchain.prefix is not None:
        # In a toolchain that somebody built and linked, these may lie elsewhere.
        yield from (toolchain.prefix / part for part in ("", "bin", "lib", "lib/lean"))
    if toolchain.kind is not Kind.EMBEDDED:
        yield elan.elan_home(environ)
        yield from (Path(folder) for folder in environ.get("LD_LIBRARY_PATH", "").split(":") if folder)
    if toolchain.project is not None:
        yield from _project(toolchain.project)


def _project(project: Path) -> Iterator[Path]:
    """A lake project with the packages that it uses, wherever they lie."""
    yield project
    packages = project / ".lake" / "packages"
    yield from (packages.parent, packages)
    if packages.is_dir():
        for count, package in enumerate(packages.iterdir()):
            if count < PACKAGES_MAX and package.is_symlink():
                yield package
    try:
        manifest = json.loads((project / "lake-manifest.json").read_text(encoding="utf-8"))
        named = [package.get("dir") for package in manifest["packages"] if package.get("type") == "path"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return  # lake itself will say what is wrong with it
    yield from (project / folder for folder in named[:PACKAGES_MAX] if isinstance(folder, str))
