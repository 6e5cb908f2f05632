"""Attempts to get out of the sandbox: `python prisoner.py ORDER`, one JSON object on stdout.

ORDER is JSON: where the secrets, servers and victims outside are. The answer has for each attempt "got through" or
the name of the error; a file that could be read has its text.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import functools
import json
import os
import resource
import signal
import socket
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

LIBC = ctypes.CDLL(None, use_errno=True)
CALLS = {  # x86-64, arm64
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kcmp": (312, 272),
    "unshare": (272, 97),
    "setns": (308, 268),
    "chroot": (161, 51),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "keyctl": (250, 219),
    "memfd_create": (319, 279),
    "open_by_handle_at": (304, 265),
    "shmget": (29, 194),
    "mq_open": (240, 180),
    "io_uring_setup": (425, 425),
    "pidfd_getfd": (438, 438),
    "open_tree": (428, 428),
    "fsopen": (430, 430),
    "mount_setattr": (442, 442),
}
PTRACE_ATTACH, CLONE_NEWUSER = 16, 0x10000000
TIOCSTI, SIOCSPGRP, FIOASYNC = 0x5412, 0x8902, 0x5452


def call(name: str, *arguments: int) -> None:
    number = CALLS[name][0 if os.uname().machine == "x86_64" else 1]
    words = [ctypes.c_long(word) for word in (*arguments, *[0] * 6)[:6]]
    if LIBC.syscall(ctypes.c_long(number), *words) < 0:
        raise OSError(ctypes.get_errno(), name)


def mount(folder: Path) -> None:
    if LIBC.mount(b"none", os.fsencode(folder), b"tmpfs", 0, None) != 0:
        raise OSError(ctypes.get_errno(), "mount")


def fork_into_namespace() -> None:
    number = 56 if os.uname().machine == "x86_64" else 220
    made = LIBC.syscall(ctypes.c_long(number), ctypes.c_long(CLONE_NEWUSER | signal.SIGCHLD), 0, 0, 0, 0)
    if made == 0:
        os._exit(0)
    if made < 0:
        raise OSError(ctypes.get_errno(), "clone")


def type_into_terminal() -> None:
    fcntl.ioctl(0, TIOCSTI, b"x")


def connect(kind: int, how: int, address: Any) -> None:
    with socket.socket(kind, how) as client:
        client.settimeout(2)
        client.connect(address)
        # A datagram that nobody takes is refused at the second only.
        for _ in range(2):
            client.sendall(b"out")


def signal_by_socket(victim: int) -> str:
    """Have the kernel tell the victim, with a signal that ends it, when something can be read here."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        fcntl.ioctl(ours.fileno(), SIOCSPGRP, struct.pack("i", victim))
        fcntl.ioctl(ours.fileno(), FIOASYNC, struct.pack("i", 1))
        theirs.send(b"x")
    return "Each call was granted; whether the victim lives is for the test to see."


def write(path: Path) -> None:
    with open(path, "w") as file:
        file.write("changed")


def link_and_read(folder: Path, secret: Path) -> str:
    os.link(secret, folder / "hard")
    return (folder / "hard").read_text()


def symlink_and_read(folder: Path, secret: Path) -> str:
    (folder / "soft").symlink_to(secret)
    return (folder / "soft").read_text()


def rename_over(folder: Path, victim: Path) -> None:
    (folder / "mine").write_text("changed")
    (folder / "mine").rename(victim)


def become_root() -> None:
    os.setresuid(0, 0, 0)
    raise PermissionError(errno.EPERM, "already root") if os.getuid() == 0 else OSError("not root")


def attempts(order: dict[str, Any]) -> dict[str, Callable[[], object]]:
    secret, outside, folder = Path(order["secret"]), Path(order["outside"]), Path(order["writable"])
    readable, victim = Path(order["readable"]), int(order["victim"])
    found: dict[str, Callable[[], object]] = {
        "read": secret.read_text,
        "read by a link that was there": lambda: (readable / "link").read_text(),
        "read by a new link": lambda: symlink_and_read(folder, secret),
        "read by a hard link": lambda: link_and_read(folder, secret),
        "read by dots": lambda: Path(f"{folder}/../{outside.name}/{secret.name}").read_text(),
        "list": lambda: list(outside.iterdir()),
        "write": lambda: write(outside / "kept"),
        "create": lambda: write(outside / "new"),
        "remove": lambda: (outside / "kept").unlink(),
        "rename": lambda: (outside / "kept").rename(folder / "kept"),
        "rename over": lambda: rename_over(folder, outside / "kept"),
        "truncate": lambda: os.truncate(outside / "kept", 0),
        "change what is readable": lambda: write(readable / "note"),
        "add to what is readable": lambda: write(readable / "new"),
        "remove what is readable": lambda: (readable / "note").unlink(),
        "write into the system": lambda: write(Path("/usr/new")),
        "a device": lambda: os.mknod(folder / "device", 0o600 | 0o060000, os.makedev(254, 0)),
        "mount": lambda: mount(folder),
        "a name of a namespace": fork_into_namespace,
        "unshare a user namespace": lambda: call("unshare", CLONE_NEWUSER),
        "TCP": lambda: connect(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", order["tcp"])),
        "UDP": lambda: connect(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", order["udp"])),
        "a socket with a path": lambda: connect(socket.AF_UNIX, socket.SOCK_STREAM, order["unix"]),
        "an abstract socket": lambda: connect(socket.AF_UNIX, socket.SOCK_STREAM, "\0" + order["abstract"]),
        "vsock": lambda: socket.socket(40, socket.SOCK_STREAM),
        "a raw socket": lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1),
        "a packet socket": lambda: socket.socket(17, socket.SOCK_RAW),
        "signal": lambda: os.kill(victim, 0),
        "kill": lambda: os.kill(victim, signal.SIGKILL),
        "kill the parent": lambda: os.kill(order["host"], signal.SIGKILL),
        "a descriptor of a process": lambda: signal.pidfd_send_signal(os.pidfd_open(victim), signal.SIGKILL),
        "a signal by way of a socket": lambda: signal_by_socket(victim),
        "limit": lambda: resource.prlimit(victim, resource.RLIMIT_CPU, (1, 1)),
        "priority": lambda: os.setpriority(os.PRIO_PROCESS, victim, 19),
        "ptrace": lambda: call("ptrace", PTRACE_ATTACH, victim),
        "ptrace the launcher": lambda: call("ptrace", PTRACE_ATTACH, os.getppid()),
        "memory of the launcher": lambda: Path(f"/proc/{os.getppid()}/mem").open("rb").close(),
        "environment of the host": Path(f"/proc/{order['host']}/environ").read_bytes,
        "environment of the launcher": Path(f"/proc/{os.getppid()}/environ").read_bytes,
        "root of another": lambda: list(Path(f"/proc/{victim}/root").iterdir()),
        "root of process 1": Path(f"/proc/1/root{secret}").read_text,
        "root of the launcher": Path(f"/proc/{os.getppid()}/root{secret}").read_text,
        "own root": Path(f"/proc/self/root{secret}").read_text,
        "folder of another": lambda: list(Path(f"/proc/{victim}/cwd").iterdir()),
        "files of another": Path(f"/proc/{victim}/fd/0").readlink,
        "a setting of the kernel": lambda: os.close(os.open("/proc/sys/kernel/core_pattern", os.O_WRONLY)),
        "become root": become_root,
        "become somebody": lambda: os.setresuid(12345, 12345, 12345),
        "type into the terminal": type_into_terminal,
    }
    return {**found, **{name: functools.partial(call, name, victim) for name in CALLS}}


def outcome(attempt: Callable[[], object]) -> str:
    try:
        returned = attempt()
    except OSError as error:
        return errno.errorcode.get(error.errno or 0, str(error))
    return returned if isinstance(returned, str) else "got through"


def main() -> None:
    order = json.loads(sys.argv[1])
    descriptors = []
    for number in range(256):
        with contextlib.suppress(OSError):
            os.fstat(number)
            descriptors.append(number)
    found = {name: outcome(attempt) for name, attempt in attempts(order).items()}
    (Path(order["writable"]) / "made").write_text("made inside")
    facts = {
        "descriptors": descriptors,
        "environment": dict(os.environ),
        "note": (Path(order["readable"]) / "note").read_text(),
        "temporary": [str(path) for path in Path(os.environ.get("TMPDIR", "/tmp")).iterdir()],
        "processes": [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()],
        "privileges": Path("/proc/self/status").read_text(),
    }
    print(json.dumps({"attempts": found, "facts": facts}))


if __name__ == "__main__":
    main()
