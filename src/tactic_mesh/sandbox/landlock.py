"""Landlock: a process gives up, for itself and for all that it starts, every file that is not named (Linux ≥ 5.13).

Covered: opening, listing, executing, writing, making and removing files outside the named places, whoever owns
them and by whichever name, link or mount they are reached; from version 3 of the interface truncation too, from 4
TCP, from 6 signals to processes outside and abstract sockets. What is confined cannot trace what is not.
Not covered: whether a file exists and its attributes (stat, readlink), sockets that have a path, UDP, what is open
already, mapping a readable file as code. Called before threads start: it holds for the calling thread only.
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
import sys
from collections.abc import Iterable

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every architecture
_VERSION = 1
_PATH_BENEATH = 1
_PR_SET_NO_NEW_PRIVS = 38

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_MAKE_CHARACTER_DEVICE, _MAKE_BLOCK_DEVICE = 1 << 6, 1 << 11
_REFER, _TRUNCATE, _IOCTL_DEVICE = 1 << 13, 1 << 14, 1 << 15
_ALL_FIRST = (1 << 13) - 1
_OF_A_FILE = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEVICE
_BIND_TCP, _CONNECT_TCP = 1 << 0, 1 << 1
_SCOPE_ABSTRACT_SOCKETS, _SCOPE_SIGNALS = 1 << 0, 1 << 1

SCOPES_SINCE = 6
"""The version of the interface that keeps signals and abstract sockets inside."""


def version() -> int:
    """The interface that the running kernel offers; 0 if none, or if it was switched off at boot."""
    if sys.platform != "linux":
        return 0
    return max(0, int(_libc().syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_VERSION))))


def confine(
    *,
    readable: Iterable[str | os.PathLike[str]],
    writable: Iterable[str | os.PathLike[str]] = (),
    executable: Iterable[str | os.PathLike[str]] | None = None,
    network: bool = False,
) -> None:
    """Leave this process only what is beneath the named files and folders, for good.

    Names that lead nowhere give nothing. `executable` None means: what is readable; what is writable can be executed
    only if it is named there too.
    Raises: OSError where the kernel refuses; the caller then must not run anything from outside.
    """
    libc, offered = _libc(), version()
    if offered == 0:
        raise OSError("this kernel has no Landlock")
    readable = tuple(readable)
    handled = _handled(offered)
    ruleset = _ruleset(libc, offered, handled, network=network)
    try:
        for path in readable:
            _allow(libc, ruleset, path, handled & (_READ_FILE | _READ_DIR))
        for path in readable if executable is None else executable:
            _allow(libc, ruleset, path, handled & (_EXECUTE | _READ_FILE | _READ_DIR))
        for path in writable:
            # No devices: a root's new device node would lead around every rule.
            _allow(libc, ruleset, path, handled & ~(_EXECUTE | _MAKE_CHARACTER_DEVICE | _MAKE_BLOCK_DEVICE))
        zero = ctypes.c_ulong(0)
        if libc.prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), zero, zero, zero) != 0:
            raise OSError(ctypes.get_errno(), "prctl(PR_SET_NO_NEW_PRIVS)")
        if libc.syscall(_RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint32(0)) != 0:
            raise OSError(ctypes.get_errno(), "landlock_restrict_self")
    finally:
        os.close(ruleset)


def _handled(offered: int) -> int:
    """What is forbidden unless a rule allows it: all that this version knows."""
    since = {2: _REFER, 3: _TRUNCATE, 5: _IOCTL_DEVICE}
    return _ALL_FIRST | sum(right for first, right in since.items() if offered >= first)


def _ruleset(libc: ctypes.CDLL, offered: int, handled: int, *, network: bool) -> int:
    connections = 0 if network else _BIND_TCP | _CONNECT_TCP
    fields = [
        handled,
        *([connections] if offered >= 4 else []),
        *([_SCOPE_SIGNALS | _SCOPE_ABSTRACT_SOCKETS] if offered >= SCOPES_SINCE else []),
    ]
    attributes = struct.pack(f"={len(fields)}Q", *fields)
    ruleset = libc.syscall(_CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint32(0))
    if ruleset < 0:
        raise OSError(ctypes.get_errno(), "landlock_create_ruleset")
    return int(ruleset)


def _allow(libc: ctypes.CDLL, ruleset: int, path: str | os.PathLike[str], rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        return
    try:
        if not stat.S_ISDIR(os.fstat(place).st_mode):
            rights &= _OF_A_FILE
        rule = struct.pack("=Qi", rights, place)
        if libc.syscall(_ADD_RULE, ctypes.c_int(ruleset), _PATH_BENEATH, rule, ctypes.c_uint32(0)) != 0:
            raise OSError(ctypes.get_errno(), "landlock_add_rule", os.fspath(path))
    finally:
        os.close(place)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
