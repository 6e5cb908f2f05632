"""The launcher of a confined program, in a small Python of its own: `main`, with the descriptors ORDER and REPORT.

It reads an `Order`, confines a child as the order says, and executes the program there. With namespaces the child
is forked by process 1 of the new machine, so that the end of process 1 is the end of everything. Without them this
process is the one to whom orphans are given, and it ends all of them. On the report it writes one JSON object: how
the program ended and what it used, or which layer failed; then nothing was run.

It must start fast: what it imports imports neither pathlib nor json, typing, contextlib or dataclasses.
"""

from __future__ import annotations

import ctypes
import marshal
import os
import resource
import signal
import sys
import time
from types import SimpleNamespace

from tactic_mesh.sandbox import bounds, landlock, namespaces, privileges, seccomp
from tactic_mesh.sandbox.usage import descendants

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from tactic_mesh.sandbox.order import Order

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_CHILD_SUBREAPER = 1, 4, 36
_KILL_WALL_S = 5.0
_SETTING_UP_FAILED = 70
_AWAITED = frozenset({signal.SIGTERM, signal.SIGCHLD})
"""What the launcher waits for: the host's word to end everything, and the ends of children."""
# Python ignores these, and what is ignored stays so in a program.
_IGNORED_BY_PYTHON = ("SIGPIPE", "SIGXFSZ")
# Without a /proc of its own a program sees the machine's; Landlock keeps it from other processes' files in there.
_DEVICES_AND_PROC = ("/proc", *(f"/dev/{name}" for name in namespaces.DEVICES))
_WRITABLE_DEVICES = ("/dev/null", "/dev/zero", "/dev/full")


class _Failed(Exception):
    """A layer that could not be put in place; the text says which and why."""


def main() -> None:
    order_descriptor, report = int(sys.argv[1]), int(sys.argv[2])
    with os.fdopen(order_descriptor, "rb") as file:
        order: Order = SimpleNamespace(**marshal.load(file))  # type: ignore[assignment]
    os.set_inheritable(report, False)
    signal.pthread_sigmask(signal.SIG_BLOCK, _AWAITED)
    _die_with_parent(signal.SIGTERM)
    try:
        if order.namespaces:
            _with_namespaces(order, report)
        else:
            _without_namespaces(order, report)
    except _Failed as failure:
        _fail(report, failure)


def _with_namespaces(order: Order, report: int) -> NoReturn:
    alive_read, alive_write = os.pipe()
    try:
        namespaces.leave(network=order.network)
    except OSError as error:
        raise _Failed(f"namespaces: {error}") from error
    first = os.fork()
    if first == 0:
        os.close(alive_write)
        _die_with_parent(signal.SIGKILL)
        # The parent may have died before the line above: then its end of the pipe is closed.
        os.set_blocking(alive_read, False)
        try:
            if os.read(alive_read, 1) == b"":
                os._exit(_SETTING_UP_FAILED)
        except BlockingIOError:
            pass  # it is alive
        _be_process_1(order, report)
    os.close(report)
    _let_go_of_standard_streams()
    # Process 1 can be waited for only when all of its machine is dead.
    while os.waitpid(first, os.WNOHANG)[0] == 0:
        if signal.sigwait(_AWAITED) == signal.SIGTERM:
            os.kill(first, signal.SIGKILL)
    os._exit(0)


def _be_process_1(order: Order, report: int) -> NoReturn:
    try:
        _prctl(_PR_SET_DUMPABLE, 0)
        try:
            namespaces.furnish(
                order.root,
                order.places,
                temporary_bytes=order.temporary_bytes,
                threads=order.threads,
                executable_files=order.execute_written,
            )
        except OSError as error:
            raise _Failed(f"namespaces: {error}") from error
        program = _fork_the_program(order, report)
        ended = 0
        while ended != program:
            ended, status = os.waitpid(-1, 0)
        _tell(report, status)
    except _Failed as failure:
        _fail(report, failure)
    os._exit(0)


def _without_namespaces(order: Order, report: int) -> NoReturn:
    if sys.platform == "linux":
        _prctl(_PR_SET_CHILD_SUBREAPER, 1)
    program = _fork_the_program(order, report)
    status = None
    while status is None and signal.sigwait(_AWAITED) == signal.SIGCHLD:
        status = _reap(program)
    _end_descendants()
    if status is not None:
        _tell(report, status)
    os._exit(0)


def _fork_the_program(order: Order, report: int) -> int:
    program = os.fork()
    if program == 0:
        _become_the_program(order, report)
    _let_go_of_standard_streams()
    return program


def _reap(program: int) -> int | None:
    """Collect all that has ended; the program's status if it is among them."""
    found = None
    while True:
        try:
            ended, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return found
        if ended == 0:
            return found
        if ended == program:
            found = status


def _end_descendants() -> None:
    """Kill whatever descends from us until nothing does: a program that forks meanwhile is beaten by repetition."""
    until = time.monotonic() + _KILL_WALL_S
    while time.monotonic() < until:
        left = descendants(os.getpid())[1:] if sys.platform == "linux" else []
        for process_id in left:
            try:
                os.kill(process_id, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                continue
        _reap(0)
        if not left:
            return
        time.sleep(0.001)


def _become_the_program(order: Order, report: int) -> NoReturn:
    """Give up everything that the order does not grant, and execute. The last of this code that runs."""
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _AWAITED)
        for name in _IGNORED_BY_PYTHON:
            signal.signal(signal.Signals[name], signal.SIG_DFL)
        os.closerange(3, report)
        os.closerange(report + 1, os.sysconf("SC_OPEN_MAX"))
        os.chdir(order.folder)
        bounds.lower({what: (soft, hard) for what, soft, hard in order.bounds})
        _confine(order)
        os.execve(order.words[0], order.words, order.environment)
    except OSError as error:
        _fail(report, _Failed(f"{order.words[0]}: {error.strerror}"))
    except _Failed as failure:
        _fail(report, failure)


def _confine(order: Order) -> None:
    step = "privileges"
    try:
        if sys.platform == "linux":
            privileges.drop()
        if order.landlock:
            step = "landlock"
            _confine_files(order)
        if order.families is not None:
            step = "seccomp"
            seccomp.lock_down_program(order.families, alone=order.namespaces)
    except OSError as error:
        raise _Failed(f"{step}: {error}") from error


def _confine_files(order: Order) -> None:
    writable = [*order.writable, *(["/tmp", "/dev/shm"] if order.namespaces else [order.root])]
    # In a machine of its own there is nothing but what was put there.
    readable = ["/"] if order.namespaces else [*order.readable, *_DEVICES_AND_PROC]
    executable = [*order.readable, *(writable if order.execute_written else [])]
    landlock.confine(
        readable=readable,
        writable=[*writable, *_WRITABLE_DEVICES],
        executable=executable,
        network=order.network,
    )


def _let_go_of_standard_streams() -> None:
    """Whoever reads them sees their end when the program and its descendants have closed them."""
    null = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(null, stream)


def _die_with_parent(number: int) -> None:
    if sys.platform == "linux":
        _prctl(_PR_SET_PDEATHSIG, number)


def _prctl(what: int, value: int) -> None:
    libc, zero = ctypes.CDLL(None, use_errno=True), ctypes.c_ulong(0)
    if libc.prctl(what, ctypes.c_ulong(value), zero, zero, zero) != 0:
        raise OSError(ctypes.get_errno(), f"prctl({what})")


def _tell(report: int, status: int) -> None:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    unit = 1 if sys.platform == "darwin" else 1024
    status, cpu_s = os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime
    told = f'"status": {status}, "cpu_s": {cpu_s:.6f}, "rss_bytes_max": {used.ru_maxrss * unit}'
    os.write(report, f"{{{told}}}\n".encode())


def _fail(report: int, failure: _Failed) -> NoReturn:
    quoted = {ord("\\"): "/", ord('"'): "'"}
    text = "".join(letter for letter in str(failure).translate(quoted) if letter.isprintable())
    os.write(report, f'{{"failed": "{text}"}}\n'.encode("utf-8", "replace"))
    os._exit(_SETTING_UP_FAILED)
