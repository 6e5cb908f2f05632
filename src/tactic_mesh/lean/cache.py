"""The user's cache folder: where it is, and how a file gets into it whole or not at all.

`TACTIC_MESH_CACHE` names another folder than the platform's (`~/.cache/tactic-mesh` on Linux). Everything in
it can be made again; deleting it costs time only.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tactic_mesh.errors import StorageError

CACHE_VARIABLE = "TACTIC_MESH_CACHE"
_LOCK_POLL_S = 0.05


def cache_folder(environ: Mapping[str, str]) -> Path:
    """The folder of this user's cache; it may not exist yet."""
    named = environ.get(CACHE_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    # Imported here: whoever names the folder does not pay for the look-up.
    import platformdirs

    return Path(platformdirs.user_cache_dir("tactic-mesh", appauthor=False))


def storage_error(folder: Path, error: OSError) -> StorageError:
    """The one wording for a cache that does not take a file."""
    why = error.strerror or str(error)
    return StorageError(
        f"Cannot write to the cache folder {folder}: {why}. Free some space or mend its permissions, "
        f"or name another folder with {CACHE_VARIABLE}=DIR."
    )


@contextlib.contextmanager
def storing(folder: Path) -> Iterator[None]:
    """Turn any `OSError` of the block into a `StorageError` that names `folder` and the way out."""
    try:
        yield
    except OSError as error:
        raise storage_error(folder, error) from error


def private_folder(folder: Path) -> Path:
    """Make `folder` and its parents; what is new is for this user only (others could plant files in it).

    Raises `StorageError`.
    """
    with storing(folder):
        missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
        for parent in reversed(missing):
            parent.mkdir(mode=0o700, exist_ok=True)
        if not folder.is_dir():
            raise NotADirectoryError(f"{folder} is not a folder")
    return folder


def sync_folder(folder: Path) -> None:
    """Make a rename inside `folder` survive a loss of power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_file(file: Path) -> None:
    """Bring the bytes of `file` to the disk, so that no rename can overtake them."""
    descriptor = os.open(file, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_whole(file: Path, data: bytes) -> None:
    """Write `file` so that every reader sees the old bytes or all of the new ones. Raises `OSError`."""
    temporary = file.with_name(f".{file.name}.{os.getpid()}.{time.monotonic_ns()}")
    try:
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as sink:
            sink.write(data)
            sink.flush()
            os.fsync(sink.fileno())
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)
    sync_folder(file.parent)


@contextlib.contextmanager
def locked(file: Path, wait_s: float, on_wait: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the advisory lock `file` during the block; only one process at a time has it.

    The kernel drops the lock when its holder dies, however it dies, so no lock is ever stale. `on_wait` is
    called once if another process has it. Raises `StorageError` if it is still taken after `wait_s`.
    """
    with storing(file.parent):
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _take(descriptor, file, wait_s, on_wait)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int, file: Path, wait_s: float, on_wait: Callable[[], None]) -> None:
    # Imported here: a platform without it (Windows) must get as far as the error that says what to do there.
    import fcntl

    deadline, told = time.monotonic() + wait_s, False
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise StorageError(
                    f"Another process has held {file} for more than {wait_s:.0f} s. If it hangs, end it and "
                    f"start again; or name another cache folder with {CACHE_VARIABLE}=DIR."
                ) from None
        except OSError as error:
            raise storage_error(file.parent, error) from error
        else:
            return
        if not told:
            on_wait()
            told = True
        time.sleep(_LOCK_POLL_S)
