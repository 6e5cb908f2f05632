"""Digests of files too large to hash at every start, remembered in the user's cache.

Hashing the 230 MB of a Lean library costs 0.2 to 0.7 s. A digest that was computed once is kept under the
file's identity: path, device, inode, size, and the times of the last change of content and of status. What
that protects: a library that an installation exchanged, cut short or damaged has another identity and is
hashed again. What it does not: somebody who can write to this user's cache or to the installed packages
(they could as well change this very file), and a change between the check and the loading. `doctor` hashes
without the memory.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from tactic_mesh.errors import LeanUnavailable, StorageError
from tactic_mesh.lean.cache import cache_folder, private_folder, write_whole

_MEMORY = "digests.json"
_REMEMBERED_MAX = 64


def file_sha256(file: Path) -> str:
    """The digest of the file's bytes, always read afresh. Raises `LeanUnavailable` if it cannot be read."""
    try:
        with file.open("rb") as source:
            return hashlib.file_digest(source, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(file, error) from error


def remembered_sha256(file: Path, environ: Mapping[str, str]) -> str:
    """The digest of the file's bytes as of its last change. Raises `LeanUnavailable` if it cannot be read."""
    key = _identity(file)
    memory = _recall(environ)
    known = memory.get(key)
    if known is not None:
        return known
    digest = file_sha256(file)
    if _identity(file) == key:
        _remember(environ, memory, key, digest)
    return digest


def combined_sha256(parts: Iterable[tuple[str, str]]) -> str:
    """One digest of many named digests, whatever their order."""
    lines = sorted(f"{name}\0{digest}\n" for name, digest in parts)
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def _identity(file: Path) -> str:
    # The time of the change of status is part of it: a program can set the modification time back, not that one.
    try:
        real = file.resolve(strict=True)
        facts = real.stat()
    except OSError as error:
        raise _unreadable(file, error) from error
    numbers = (facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns)
    return "|".join([str(real), *map(str, numbers)])


def _unreadable(file: Path, error: OSError) -> LeanUnavailable:
    return LeanUnavailable(f"Cannot read {file}: {error.strerror}. Mend its permissions or install it again.")


def _recall(environ: Mapping[str, str]) -> dict[str, str]:
    """What earlier runs computed; nothing if the file is missing, damaged, or writable by other users."""
    file = cache_folder(environ) / _MEMORY
    try:
        if not (_only_ours(file) and _only_ours(file.parent)):
            return {}
        memory = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(memory, dict):
        return {}
    return {key: value for key, value in memory.items() if isinstance(value, str)}


def _only_ours(path: Path) -> bool:
    facts = path.lstat()
    return facts.st_uid == os.geteuid() and not facts.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _remember(environ: Mapping[str, str], memory: Mapping[str, str], key: str, digest: str) -> None:
    # Only the newest identity of a path is worth its place.
    path = key.partition("|")[0]
    others = [item for item in memory.items() if item[0].partition("|")[0] != path]
    kept = dict([*others, (key, digest)][-_REMEMBERED_MAX:])
    try:
        write_whole(private_folder(cache_folder(environ)) / _MEMORY, json.dumps(kept).encode())
    except (StorageError, OSError):
        # Only speed is lost: whoever needs the cache for more than that reports it with the remedy.
        return
