"""Attempts from inside the system-call filter: `python locked.py none|read FOLDER`, one JSON line on stdout.

Each attempt is a function; the answer is its errno, or what it returned. It runs in a child of this process, so
that whatever the filter let through hits nobody else.
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import json
import mmap
import os
import random
import resource
import signal
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, cast

from tactic_mesh.sandbox import seccomp

LIBC = ctypes.CDLL(None, use_errno=True)
PAIR = socket.socketpair()
FIOSETOWN, SIOCSPGRP, FIOASYNC, TIOCSTI = 0x8901, 0x8902, 0x5452, 0x5412
FOLDER = Path(sys.argv[2]) if len(sys.argv) > 2 else Path()
# mount ptrace unshare process_vm_writev bpf pidfd_open openat2 io_uring_setup memfd_create prlimit64 keyctl
# execveat setns userfaultfd sendmsg kexec_load prctl
X86_64 = {
    "mount": 165,
    "ptrace": 101,
    "unshare": 272,
    "process_vm_writev": 311,
    "bpf": 321,
    "pidfd_open": 434,
    "pidfd_send_signal": 424,
    "openat2": 437,
    "io_uring_setup": 425,
    "memfd_create": 319,
    "prlimit64": 302,
    "keyctl": 250,
    "execveat": 322,
    "setns": 308,
    "userfaultfd": 323,
    "sendmsg": 46,
    "prctl": 157,
    "process_vm_readv": 310,
    "pidfd_getfd": 438,
    "process_madvise": 440,
    "kcmp": 312,
    "sendmmsg": 307,
    "splice": 275,
    "vmsplice": 278,
    "sendfile": 40,
    "shmget": 29,
    "mq_open": 240,
    "memfd_secret": 447,
    "io_uring_enter": 426,
    "seccomp": 317,
    "landlock_create_ruleset": 444,
    "fcntl": 72,
    "dup2": 33,
    "vfork": 58,
    "wait4": 61,
    "setpgid": 109,
    "setsid": 112,
    "capset": 126,
    "perf_event_open": 298,
    "inotify_init1": 294,
    "timer_create": 222,
    "the x32 variant of open": 0x40000000 | 2,
}


def system_call(number: int) -> Callable[[], object]:
    def attempt() -> object:
        zero = ctypes.c_long(0)
        if LIBC.syscall(ctypes.c_long(number), zero, zero, zero, zero, zero, zero) < 0:
            raise OSError(ctypes.get_errno(), "system call")
        return "done"

    return attempt


def create() -> None:
    os.close(os.open(FOLDER / "made", os.O_WRONLY | os.O_CREAT))


def open_with(flags: int) -> Callable[[], None]:
    return lambda: os.close(os.open(FOLDER / "note", flags))


def read_note() -> str:
    return (FOLDER / "note").read_text()


def fork() -> str:
    if os.fork() == 0:
        os._exit(0)
    return "forked"


def other_signal(process_id: int, number: int) -> Callable[[], None]:
    return lambda: os.kill(process_id, number)


def ioctl(request: int, argument: bytes) -> Callable[[], object]:
    return lambda: fcntl.ioctl(PAIR[0].fileno(), request, argument)


def send_a_descriptor() -> None:
    socket.send_fds(PAIR[0], [b"x"], [PAIR[1].fileno()])


def tgkill_parent() -> None:
    parent = ctypes.c_long(os.getppid())
    number = 234 if os.uname().machine == "x86_64" else 131
    if LIBC.syscall(ctypes.c_long(number), parent, parent, ctypes.c_long(0)) < 0:
        raise OSError(ctypes.get_errno(), "tgkill")


def refused() -> dict[str, Callable[[], object]]:
    """What nobody may do under any policy."""
    calls = X86_64 if os.uname().machine == "x86_64" else {}
    return {
        "create": create,
        "write": open_with(os.O_WRONLY),
        "read and write": open_with(os.O_RDWR),
        "truncate": open_with(os.O_RDONLY | os.O_TRUNC),
        "unlink": lambda: (FOLDER / "note").unlink(),
        "rename": lambda: (FOLDER / "note").rename(FOLDER / "other"),
        "mkdir": lambda: (FOLDER / "folder").mkdir(),
        "symlink": lambda: (FOLDER / "link").symlink_to("note"),
        "link": lambda: os.link(FOLDER / "note", FOLDER / "hard"),
        "chmod": lambda: (FOLDER / "note").chmod(0o777),
        "list": lambda: list(FOLDER.iterdir()),
        "socket": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
        "socket pair": socket.socketpair,
        "fork": fork,
        "spawn": lambda: os.posix_spawn("/bin/true", ["true"], {}),
        "exec": lambda: os.execv("/bin/true", ["true"]),
        "signal to the parent": other_signal(os.getppid(), 0),
        "kill the parent": other_signal(os.getppid(), signal.SIGKILL),
        "kill everybody": other_signal(-1, 0),
        "kill a group": lambda: os.killpg(0, 0),
        "signal a thread of the parent": tgkill_parent,
        "set a limit": lambda: resource.prlimit(0, resource.RLIMIT_CPU, (1, 1)),
        "change the user": lambda: os.setuid(12345),
        "change the folder": lambda: os.chdir("/"),
        "own memory by its file": lambda: os.close(os.open("/proc/self/mem", os.O_RDWR)),
        "memory of the parent": lambda: os.close(os.open(f"/proc/{os.getppid()}/mem", os.O_RDWR)),
        "signals by way of a socket": ioctl(SIOCSPGRP, struct.pack("i", os.getppid())),
        "the same by another name": ioctl(FIOSETOWN, struct.pack("i", os.getppid())),
        "asynchronous input": ioctl(FIOASYNC, struct.pack("i", 1)),
        "typing into a terminal": ioctl(TIOCSTI, b"x"),
        "send a descriptor": send_a_descriptor,
        **{name: system_call(number) for name, number in calls.items()},
    }


def compute() -> int:
    return sum(i * i for i in range(10_000))


def in_a_thread() -> int:
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(compute()))
    thread.start()
    thread.join()
    return found[0]


def allocate() -> int:
    with mmap.mmap(-1, 50 << 20) as memory:
        memory[::4096] = b"x" * (50 << 8)
        return len(memory)


def allowed(reader: int, writer: int) -> dict[str, Callable[[], object]]:
    def through_a_pipe() -> str:
        os.write(writer, b"ping")
        return os.read(reader, 4).decode()

    return {
        "compute": compute,
        "in a thread": in_a_thread,
        "allocate": allocate,
        "through a pipe": through_a_pipe,
        "sleep": lambda: time.sleep(0.001),
        "random": lambda: len(os.urandom(8)) + random.getrandbits(1) * 0,
        "time": lambda: time.time() > 0,
    }


def everything_else() -> list[int]:
    """The numbers of system calls that are neither refused nor among those that the filter names."""
    machine = seccomp._MACHINES[os.uname().machine]
    named = {*machine.allowed, *machine.reading, machine.clone, machine.clone3, machine.tgkill, machine.ioctl}
    # The kernel's own probes enter by these on x86-64, past every filter; anybody else who does is killed.
    probes = {335, 336} if os.uname().machine == "x86_64" else set()
    through = []
    for number in set(range(600)) - named - {machine.openat} - probes:
        with contextlib.suppress(PermissionError):
            system_call(number)()
            through.append(number)
    return through


def outcome(attempt: Callable[[], object]) -> object:
    try:
        return {"returned": attempt()}
    except OSError as error:
        return {"errno": error.errno}
    except RuntimeError as error:  # threads that cannot be started
        return {"error": str(error)}


def main() -> None:
    policy = cast(Literal["none", "read"], sys.argv[1])
    reader, writer = os.pipe()
    results, results_end = os.pipe()
    if os.fork() == 0:
        asked, answered, early = threading.Event(), threading.Event(), list[object]()

        def before() -> None:
            asked.wait()
            early.append(outcome(create))
            answered.set()

        threading.Thread(target=before, daemon=True).start()
        attempts: dict[str, Any] = {"refused": refused(), "allowed": allowed(reader, writer)}
        attempts["reading"] = {"read": read_note, "stat": lambda: (FOLDER / "note").stat().st_size}
        seccomp.lock_down(files=policy)
        found: dict[str, Any] = {
            kind: {name: outcome(attempt) for name, attempt in group.items()}
            for kind, group in attempts.items()
        }
        found["everything else"] = everything_else()
        asked.set()
        answered.wait(30)
        found["a thread from before"] = early
        os.write(results_end, json.dumps(found).encode())
        os._exit(0)
    os.close(results_end)
    with os.fdopen(results, "rb") as file:
        sys.stdout.buffer.write(file.read())
    os.wait()


if __name__ == "__main__":
    main()
