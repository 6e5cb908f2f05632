"""Namespaces: a process gets a machine of its own, in which only what was put there exists (Linux, no root needed).

`leave` takes the calling process out of the user's namespaces; the child that it forks next is process 1 of the
new machine and calls `furnish`, which builds the file system. Everything ends when process 1 ends.
Covered: files (those that are not bound do not exist), other processes (not visible, so that they can be neither
signalled nor traced), networks (without `network` not even the loopback of the machine), System V memory and
message queues, abstract sockets, host name.
Not covered: faults of the operating system's kernel; vsock, which belongs to no namespace (`seccomp` refuses it).
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import re
import socket
import stat
import struct
import sys
from collections.abc import Sequence
from pathlib import Path

from tactic_mesh.sandbox.places import Place, places

_NEW_FILES, _NEW_CGROUP, _NEW_NAMES, _NEW_IPC = 0x00020000, 0x02000000, 0x04000000, 0x08000000
_NEW_USER, _NEW_PROCESSES, _NEW_NETWORK = 0x10000000, 0x20000000, 0x40000000
_READ_ONLY, _NO_SETUID, _NO_DEVICES, _NO_EXECUTION = 1, 2, 4, 8
_BIND, _RECURSIVE, _PRIVATE = 4096, 16384, 1 << 18
_DETACH = 2
_AT_RECURSIVE = 0x8000
_MOUNT_SETATTR = 442  # the same on every architecture
_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
_SIOCGIFFLAGS, _SIOCSIFFLAGS, _IFF_UP = 0x8913, 0x8914, 1

DEVICES = ("null", "zero", "full", "random", "urandom")
USER_INSIDE = 1000
"""Whom root is mapped to, so that nothing inside takes itself for root."""
_SMALL_BYTES = 1 << 20
_OWN_BOUND_OF_PROCESSES_SINCE = (6, 14)
"""Before, the bound is the machine's, which root could change from inside; since then it is the namespace's."""
_NUMBERS_NOT_USED_AGAIN = 301
"""The kernel hands out the lowest numbers once only."""


def supported() -> bool:
    """Whether this module knows the machine; whether its kernel lets a user have namespaces shows when it is tried."""
    return sys.platform == "linux" and os.uname().machine in _PIVOT_ROOT


def leave(*, network: bool) -> None:
    """Take this process and its future children out of the user's namespaces. Call while there is one thread.

    Raises: OSError where the kernel (or a container around us) refuses.
    """
    user, group = os.getuid(), os.getgid()
    spaces = _NEW_USER | _NEW_FILES | _NEW_PROCESSES | _NEW_IPC | _NEW_NAMES | _NEW_CGROUP
    _call("unshare", ctypes.c_int(spaces | (0 if network else _NEW_NETWORK)))
    # A group that the user has been put into by force must not be left by way of a namespace.
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user or USER_INSIDE} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group or USER_INSIDE} {group} 1")
    if not network:
        _raise_loopback()


def furnish(
    root: Path,
    *,
    readable: Sequence[Path],
    writable: Sequence[Path],
    temporary_bytes: int,
    threads: int,
    executable_files: bool,
) -> None:
    """Make a file system of the named files and folders, with /dev, /proc and /tmp of its own, and enter it.

    `root` is an empty folder outside. Symbolic links among the paths are kept as links, so that a path means inside
    what it means outside. Process 1 calls this once. Raises: OSError naming the path.
    """
    _mount("none", "/", flags=_RECURSIVE | _PRIVATE)
    _mount("tmpfs", root, "tmpfs", _NO_SETUID | _NO_DEVICES, f"size={_SMALL_BYTES},mode=755")
    (root / "dev").mkdir()
    for name in DEVICES:
        _bind(Path("/dev", name), root / "dev" / name, read_only=False)
    for name, target in {"fd": "", "stdin": "/0", "stdout": "/1", "stderr": "/2"}.items():
        (root / "dev" / name).symlink_to(f"/proc/self/fd{target}")
    flags = _NO_SETUID | _NO_DEVICES | (0 if executable_files else _NO_EXECUTION)
    for folder in ("dev/shm", "tmp"):
        (root / folder).mkdir()
        _mount("tmpfs", root / folder, "tmpfs", flags, f"size={temporary_bytes},mode=1777")
    (root / "proc").mkdir()
    _mount("proc", root / "proc", "proc", _NO_SETUID | _NO_DEVICES | _NO_EXECUTION)
    with contextlib.suppress(
        OSError
    ):  # Since Linux 6.14 a namespace may have a bound of its own, also for root.
        (root / "proc/sys/kernel/pid_max").write_text(str(threads + _NUMBERS_NOT_USED_AGAIN))
    _set_read_only(root / "proc", recursive=False)
    for place in places(readable, writable):
        _make(place, root)
    os.chdir(root)
    old = root / ".old"
    old.mkdir()
    _system_call("pivot_root", _PIVOT_ROOT[os.uname().machine], os.fsencode(root), os.fsencode(old))
    os.chdir("/")
    _call("umount2", b"/.old", ctypes.c_int(_DETACH))
    Path("/.old").rmdir()
    _set_read_only(Path("/"), recursive=False)
    _call("sethostname", b"sandbox", ctypes.c_size_t(7))


def _make(place: Place, root: Path) -> None:
    inside = root / place.path.relative_to("/")
    # Inside a place that is bound already, all of this is there.
    with contextlib.suppress(OSError):
        inside.parent.mkdir(parents=True, exist_ok=True)
    if place.kind == "link":
        inside.symlink_to(place.target)
    else:
        _bind(place.path, inside, read_only=place.kind == "read")


def _bind(source: Path, target: Path, *, read_only: bool) -> None:
    if stat.S_ISDIR(source.stat().st_mode):
        target.mkdir(exist_ok=True)
    elif not target.exists():
        target.touch()
    # Recursive, because what is mounted below a place may hide files there that are not to be seen.
    _mount(source, target, flags=_BIND | _RECURSIVE)
    if read_only:
        _set_read_only(target, recursive=True)


def _set_read_only(path: Path, *, recursive: bool) -> None:
    attributes = struct.pack("=4Q", _READ_ONLY | _NO_SETUID, 0, 0, 0)
    arguments = (ctypes.c_int(-100), os.fsencode(path), ctypes.c_uint(_AT_RECURSIVE if recursive else 0))
    _system_call("mount_setattr", _MOUNT_SETATTR, *arguments, attributes, ctypes.c_size_t(len(attributes)))


def _raise_loopback() -> None:
    """The loopback of the new network: of use only to what runs inside."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked, contextlib.suppress(OSError):
        # struct ifreq: a name of 16 bytes, then the flags.
        request = struct.pack("16sh22x", b"lo", 0)
        _, flags = struct.unpack("16sh22x", fcntl.ioctl(asked.fileno(), _SIOCGIFFLAGS, request))
        fcntl.ioctl(asked.fileno(), _SIOCSIFFLAGS, struct.pack("16sh22x", b"lo", flags | _IFF_UP))


def _mount(
    source: str | Path,
    target: str | Path,
    kind: str | None = None,
    flags: int = 0,
    options: str | None = None,
) -> None:
    words = [os.fsencode(word) if word is not None else None for word in (source, target, kind, options)]
    if _libc().mount(words[0], words[1], words[2], ctypes.c_ulong(flags), words[3]) != 0:
        raise OSError(ctypes.get_errno(), f"mount: {os.strerror(ctypes.get_errno())}", os.fspath(target))


def _call(name: str, *arguments: object) -> None:
    if getattr(_libc(), name)(*arguments) != 0:
        raise OSError(ctypes.get_errno(), f"{name}: {os.strerror(ctypes.get_errno())}")


def _system_call(name: str, number: int, *arguments: object) -> None:
    if _libc().syscall(ctypes.c_long(number), *arguments) != 0:
        raise OSError(ctypes.get_errno(), f"{name}: {os.strerror(ctypes.get_errno())}")


def _kernel() -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", os.uname().release)[:2])


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
