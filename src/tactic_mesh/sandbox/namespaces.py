"""Namespaces: a process gets a machine of its own, in which only what was put there exists (Linux, no root needed).

`leave` takes the calling process out of the user's namespaces; the child that it forks next is process 1 of the
new machine and calls `furnish`, which builds the file system. Everything ends when process 1 ends.
Covered: files (those that are not bound do not exist), other processes (not visible, so that they can be neither
signalled nor traced), networks (without `network` not even the loopback of the machine), System V memory and
message queues, abstract sockets, host name.
Not covered: faults of the operating system's kernel; vsock, which belongs to no namespace (`seccomp` refuses it).
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import stat
import struct
import sys
from collections.abc import Iterable

_NEW_FILES, _NEW_CGROUP, _NEW_NAMES, _NEW_IPC = 0x00020000, 0x02000000, 0x04000000, 0x08000000
_NEW_USER, _NEW_PROCESSES, _NEW_NETWORK = 0x10000000, 0x20000000, 0x40000000
_READ_ONLY, _NO_SETUID, _NO_DEVICES, _NO_EXECUTION = 1, 2, 4, 8
_BIND, _RECURSIVE, _PRIVATE = 4096, 16384, 1 << 18
_DETACH = 2
_AT_RECURSIVE = 0x8000
_MOUNT_SETATTR = 442  # the same on every architecture
_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
_AF_INET, _SOCK_DGRAM = 2, 2
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
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{user or USER_INSIDE} {user} 1"),
        ("gid_map", f"{group or USER_INSIDE} {group} 1"),
    ):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)
    if not network:
        _raise_loopback()


def furnish(
    root: str,
    places: Iterable[tuple[str, str, str]],
    *,
    temporary_bytes: int,
    threads: int,
    executable_files: bool,
) -> None:
    """Make a file system of the `places` (as `places.places` orders them), with /dev, /proc and /tmp of its own.

    `root` is an empty folder outside. Process 1 calls this once, and is inside afterwards. Raises: OSError naming
    the path.
    """
    _mount("none", "/", flags=_RECURSIVE | _PRIVATE)
    _mount("tmpfs", root, "tmpfs", _NO_SETUID | _NO_DEVICES, f"size={_SMALL_BYTES},mode=755")
    os.mkdir(f"{root}/dev")
    for name in DEVICES:
        _bind(f"/dev/{name}", f"{root}/dev/{name}", read_only=False)
    for name, target in {"fd": "", "stdin": "/0", "stdout": "/1", "stderr": "/2"}.items():
        os.symlink(f"/proc/self/fd{target}", f"{root}/dev/{name}")
    flags = _NO_SETUID | _NO_DEVICES | (0 if executable_files else _NO_EXECUTION)
    for folder in (f"{root}/dev/shm", f"{root}/tmp"):
        os.mkdir(folder)
        _mount("tmpfs", folder, "tmpfs", flags, f"size={temporary_bytes},mode=1777")
    os.mkdir(f"{root}/proc")
    _mount("proc", f"{root}/proc", "proc", _NO_SETUID | _NO_DEVICES | _NO_EXECUTION)
    if _kernel() >= _OWN_BOUND_OF_PROCESSES_SINCE:
        with open(f"{root}/proc/sys/kernel/pid_max", "w") as bound:
            bound.write(str(threads + _NUMBERS_NOT_USED_AGAIN))
    _set_read_only(f"{root}/proc", recursive=False)
    for path, kind, target in places:
        _make(root + path, path, kind, target)
    os.chdir(root)
    os.mkdir(".old")
    _system_call("pivot_root", _PIVOT_ROOT[os.uname().machine], b".", b".old")
    os.chdir("/")
    _call("umount2", b"/.old", ctypes.c_int(_DETACH))
    os.rmdir("/.old")
    _set_read_only("/", recursive=False)
    _call("sethostname", b"sandbox", ctypes.c_size_t(7))


def _make(inside: str, path: str, kind: str, target: str) -> None:
    try:
        os.makedirs(os.path.dirname(inside), exist_ok=True)
    except OSError:
        pass  # inside a place that is bound already, all of this is there
    if kind == "link":
        os.symlink(target, inside)
    else:
        _bind(path, inside, read_only=kind == "read")


def _bind(source: str, target: str, *, read_only: bool) -> None:
    if stat.S_ISDIR(os.stat(source).st_mode):
        os.makedirs(target, exist_ok=True)
    elif not os.path.exists(target):
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY, 0o600))
    # Recursive, because what is mounted below a place may hide files there that are not to be seen.
    _mount(source, target, flags=_BIND | _RECURSIVE)
    if read_only:
        _set_read_only(target, recursive=True)


def _set_read_only(path: str, *, recursive: bool) -> None:
    attributes = struct.pack("=4Q", _READ_ONLY | _NO_SETUID, 0, 0, 0)
    arguments = (ctypes.c_int(-100), os.fsencode(path), ctypes.c_uint(_AT_RECURSIVE if recursive else 0))
    _system_call("mount_setattr", _MOUNT_SETATTR, *arguments, attributes, ctypes.c_size_t(len(attributes)))


def _raise_loopback() -> None:
    """The loopback of the new network: of use only to what runs inside."""
    asked = _libc().socket(_AF_INET, _SOCK_DGRAM, 0)
    if asked < 0:
        return
    try:
        # struct ifreq: a name of 16 bytes, then the flags.
        answer = fcntl.ioctl(asked, _SIOCGIFFLAGS, struct.pack("16sh22x", b"lo", 0))
        flags = struct.unpack("16sh22x", answer)[1] | _IFF_UP
        fcntl.ioctl(asked, _SIOCSIFFLAGS, struct.pack("16sh22x", b"lo", flags))
    except OSError:
        pass  # then there is none
    finally:
        os.close(asked)


def _mount(
    source: str, target: str, kind: str | None = None, flags: int = 0, options: str | None = None
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
    numbers = os.uname().release.replace("-", ".").split(".")[:2]
    return tuple(int(number) for number in numbers if number.isdigit())


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
