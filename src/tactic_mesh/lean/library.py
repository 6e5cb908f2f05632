"""The library that a Lean imports: the core library compiled once into the user's cache, or Lean's own.

The embedded Lean brings no compiled module. `ensure_library` compiles the package's `core/*.lean` into a
folder of the cache that is named after the Lean commit and the digest of sources and options. It is built in
a temporary folder beside it and renamed when whole, under an advisory lock: two processes that start at once
compile it once, and one that is killed leaves no library and no lock, only a folder that the next one sweeps.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tactic_mesh.errors import LibraryBuildFailed, StorageError, TamperingFound
from tactic_mesh.lean.build import BUILD_OPTIONS, Build, BuildStep, Progress, silent
from tactic_mesh.lean.cache import (
    CACHE_VARIABLE,
    cache_folder,
    locked,
    private_folder,
    storage_error,
    storing,
    sync_file,
    sync_folder,
    write_whole,
)
from tactic_mesh.lean.command import cores
from tactic_mesh.lean.digests import combined_sha256, file_sha256
from tactic_mesh.lean.sources import CORE_FOLDER, Module, chain_digests, read_modules
from tactic_mesh.lean.toolchain import Kind, Toolchain
from tactic_mesh.theorem import Environment

CORE_NAME = "tactic-mesh-core"
_SCHEMA = "tactic-mesh/library@1"
_MANIFEST = "manifest.json"
_LOCK_WAIT_S = 900.0
_DAY_S = 24 * 3600
_UNUSED_S_MAX = 30 * _DAY_S
_FAILURE_CHARS_MAX = 2000
_OLEAN_COMMIT = slice(40, 80)


@dataclass(frozen=True, slots=True)
class Library:
    """A folder of compiled modules, and what pins it.

    `sha256` is the same on every machine: the digest of sources, options and Lean commit for the core library.
    """

    path: Path
    name: str
    sha256: str
    modules: tuple[str, ...]
    lean_version: str
    lean_commit: str

    @property
    def environment(self) -> Environment:
        return Environment(self.lean_version, self.lean_commit, self.name, self.sha256)


def ensure_library(
    toolchain: Toolchain,
    progress: Progress = silent,
    *,
    environ: Mapping[str, str] = os.environ,
    jobs: int | None = None,
    sources: Path = CORE_FOLDER,
) -> Library:
    """The library of `toolchain`, compiled first if the cache does not have it.

    Tens of seconds if it must be compiled, else milliseconds.

    Raises `StorageError` (the cache cannot be written, the disk is full, or another process holds the lock
    for too long) and `LibraryBuildFailed` with Lean's first messages.
    """
    if toolchain.kind is not Kind.EMBEDDED:
        return _own_library(toolchain)
    modules = read_modules(sources)
    wanted = _wanted(toolchain, modules, cache_folder(environ))
    if _is_whole(wanted):
        _mark_used(wanted)
        return wanted
    _build_once(toolchain, modules, wanted, progress, environ, jobs or cores())
    return wanted


def find_library(
    toolchain: Toolchain, environ: Mapping[str, str], *, sources: Path = CORE_FOLDER
) -> Library | None:
    """The library of `toolchain` if it is there whole; never compiles. Raises `StorageError` as above."""
    if toolchain.kind is not Kind.EMBEDDED:
        return _own_library(toolchain)
    wanted = _wanted(toolchain, read_modules(sources), cache_folder(environ))
    return wanted if _is_whole(wanted) else None


def _wanted(toolchain: Toolchain, modules: Mapping[str, Module], cache: Path) -> Library:
    digest = combined_sha256(chain_digests(modules, _salt(toolchain)).items())
    folder = cache / "lean" / f"{toolchain.commit[:12]}-{digest[:16]}"
    return Library(folder, CORE_NAME, digest, tuple(modules), toolchain.version, toolchain.commit)


def _salt(toolchain: Toolchain) -> str:
    return "\n".join([_SCHEMA, toolchain.commit, *BUILD_OPTIONS])


def _own_library(toolchain: Toolchain) -> Library:
    """What an installed Lean brings: every `.olean` by name and size, the code by digest.

    The contents of the `.olean` files are not hashed (gigabytes); for a project its three pinning files are.
    """
    folder = toolchain.prefix / "lib" / "lean" if toolchain.prefix else Path()
    files = sorted(folder.rglob("*.olean")) if toolchain.prefix else []
    parts = [(str(file.relative_to(folder)), str(file.stat().st_size)) for file in files]
    parts += [("code", toolchain.library_sha256), *_project_pins(toolchain.project)]
    modules = tuple(".".join(file.relative_to(folder).with_suffix("").parts) for file in files)
    name = f"lake project {toolchain.project.name}" if toolchain.project else f"Lean {toolchain.version}"
    return Library(folder, name, combined_sha256(parts), modules, toolchain.version, toolchain.commit)


def _project_pins(project: Path | None) -> list[tuple[str, str]]:
    names = ("lean-toolchain", "lakefile.toml", "lakefile.lean", "lake-manifest.json")
    files = [project / name for name in names] if project else []
    return [(file.name, file_sha256(file)) for file in files if file.is_file()]


# --- the state of a compiled library -------------------------------------------------------------------------


def _is_whole(library: Library) -> bool:
    """Whether the folder holds every module with the size that its manifest says. Reads no module."""
    recorded = _recorded(library)
    if recorded is None:
        return False
    _refuse_writable_by_others(library.path)
    return all(_size(library.path / name) == size for name, (size, _) in recorded.items())


def verify_library(library: Library) -> None:
    """Compare every module of a compiled core library with the digest that was taken when it was built.

    Raises `TamperingFound` with the names of those that differ.
    """
    recorded = _recorded(library)
    if recorded is None:
        raise TamperingFound(f"{library.path} has no readable manifest. {_rebuild_remedy(library)}")
    different = [name for name, (_, digest) in recorded.items() if _sha256(library.path / name) != digest]
    if different:
        raise TamperingFound(
            f"{library.path}: {', '.join(different)} differ from what was compiled there. {_rebuild_remedy(library)}"
        )


def _rebuild_remedy(library: Library) -> str:
    return f"Delete that folder ({library.path}); it is compiled again at the next start."


def _recorded(library: Library) -> dict[str, tuple[int, str]] | None:
    """Relative file name → (size, sha256) from the manifest; None if it is missing, damaged or another's."""
    try:
        manifest = json.loads((library.path / _MANIFEST).read_bytes())
        if manifest["schema"] != _SCHEMA or manifest["sha256"] != library.sha256:
            return None
        entries = {name: manifest["modules"][name] for name in library.modules}
        return {
            _compiled_name(name): (int(entry["size_bytes"]), str(entry["sha256"]))
            for name, entry in entries.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _compiled_name(module: str) -> str:
    return module.replace(".", "/") + ".olean"


def _size(file: Path) -> int | None:
    try:
        return file.stat().st_size
    except OSError:
        return None


def _sha256(file: Path) -> str | None:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return None


def _refuse_writable_by_others(folder: Path) -> None:
    """Lean maps these files into memory and believes them: whoever can write them can run code as this user."""
    facts = folder.stat()
    if facts.st_mode & (stat.S_IWGRP | stat.S_IWOTH) or facts.st_uid not in (0, os.geteuid()):
        raise StorageError(
            f"The compiled library {folder} belongs to or can be written by another user. Delete it or run "
            f"`chmod -R go-w` on it, or name another cache folder with {CACHE_VARIABLE}=DIR."
        )


# --- building ------------------------------------------------------------------------------------------------


def _build_once(
    toolchain: Toolchain,
    modules: Mapping[str, Module],
    wanted: Library,
    progress: Progress,
    environ: Mapping[str, str],
    jobs: int,
) -> None:
    shelf = private_folder(wanted.path.parent)
    waiting = BuildStep(0, len(modules), waiting=True)
    with locked(shelf / f".{wanted.path.name}.lock", _LOCK_WAIT_S, lambda: progress(waiting)):
        if _is_whole(wanted):
            return
        _sweep(wanted.path)
        with storing(shelf):
            temporary = Path(tempfile.mkdtemp(prefix=f".{wanted.path.name}.", suffix=".building", dir=shelf))
        try:
            _build(Build(toolchain, modules, temporary, progress, environ, jobs), shelf)
            with storing(shelf):
                _publish(wanted, temporary)
            _sweep_unused(shelf)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)


def _mark_used(library: Library) -> None:
    """Note the day of use in the folder's time, which decides when it is swept. A cache may be read-only."""
    with contextlib.suppress(OSError):
        if time.time() - library.path.stat().st_mtime > _DAY_S:
            os.utime(library.path)


def _build(build: Build, shelf: Path) -> None:
    for failed in build.run():
        if failed.disk_full:
            raise storage_error(shelf, OSError(failed.output[:200]))
        raise LibraryBuildFailed(
            f"The core library does not compile with Lean {build.toolchain.version}. {failed.module} "
            f"(exit {failed.exit_code}):\n{failed.output[:_FAILURE_CHARS_MAX]}"
        )


def _sweep(folder: Path) -> None:
    """Remove what builds of this library left behind. The caller holds the lock, so no build is under way."""
    for stale in folder.parent.glob(f".{folder.name}.*.building"):
        shutil.rmtree(stale, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


def _sweep_unused(shelf: Path) -> None:
    """Remove the libraries of other releases that nobody has used for a month."""
    for folder in shelf.iterdir():
        with contextlib.suppress(OSError):
            if (folder / _MANIFEST).is_file() and time.time() - folder.stat().st_mtime > _UNUSED_S_MAX:
                shutil.rmtree(folder)


def _publish(wanted: Library, temporary: Path) -> None:
    """Write the manifest, bring everything to the disk, and give the folder its name. Raises `OSError`."""
    entries = {}
    for module in wanted.modules:
        file = temporary / _compiled_name(module)
        data = file.read_bytes()
        if data[_OLEAN_COMMIT] != wanted.lean_commit.encode():
            raise LibraryBuildFailed(
                f"The Lean that compiled {module} is not {wanted.lean_commit}: {data[_OLEAN_COMMIT]!r}. "
                "Install the package again."
            )
        entries[module] = {"size_bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        sync_file(file)
    manifest = {
        "schema": _SCHEMA,
        "sha256": wanted.sha256,
        "lean": {"version": wanted.lean_version, "commit": wanted.lean_commit},
        "options": list(BUILD_OPTIONS),
        "modules": entries,
    }
    write_whole(temporary / _MANIFEST, json.dumps(manifest, indent=1).encode())
    temporary.replace(wanted.path)
    sync_folder(wanted.path.parent)
