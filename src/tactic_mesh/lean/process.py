"""One text, one new `lean` process: the way for installed toolchains, and the last fallback of the embedded one.

Covered: processor time, size of files, wall clock, memory (watched on Linux, see `memory_bytes` below), the
amount of output; at the end the whole process group is killed, so nothing of it serves another request.
Not covered: network, files, processes that leave the group; whoever checks strangers' text wraps the command in
a sandbox. What Lean prints can be forged by the text itself: this is an answer of the first rung, never a proof.

An installed Lean keeps its own defaults (and a project its own options), so that a file means here what it
means in the user's editor; the embedded one gets `EMBEDDED_OPTIONS`.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import resource
import selectors
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tactic_mesh.errors import LeanUnavailable
from tactic_mesh.lean.answer import RawAnswer, lean_message
from tactic_mesh.lean.command import EMBEDDED_OPTIONS, lean_command
from tactic_mesh.lean.toolchain import Kind, Toolchain
from tactic_mesh.lean.variables import lean_environment
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import NoVerdict, NoVerdictReason

LIMITER = Path(__file__).with_name("limited.py")
_POLL_S = 0.1
_DRAIN_S = 1.0
_READ_BYTES = 1 << 16
_LINE_BYTES_MAX = 4 << 20
_STDERR_KEPT_BYTES = 8 << 10
_FILE_BYTES_MAX = 256 << 20
# A Lean thread reserves a gigabyte of address space for its stack, which RLIMIT_DATA counts as used: the hard
# bound leaves room for it, and what is really used is watched.
_RESERVED_BYTES = 32 << 30
_TREE_PROCESSES_MAX = 256
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


async def check_with_process(
    toolchain: Toolchain,
    text: str,
    limits: Limits,
    *,
    search_path: Path | None = None,
    environ: Mapping[str, str] = os.environ,
    options: Sequence[str] = (),
) -> RawAnswer | NoVerdict:
    """Lean's messages about `text`, from a process that ends with the call.

    `search_path` is the compiled core library for the embedded Lean; the others know their own. Positions are
    those of `text`. A time-out, a limit, or a crash is a `NoVerdict`, and so is anything on standard output
    that is not a message: a line that a text wrote there could be a message of its own making.
    Raises `LeanUnavailable` if the process cannot be started.
    """
    run = _Run(
        _command(toolchain, options), _folder(toolchain), lean_environment(search_path, environ), limits
    )
    work = asyncio.get_running_loop().run_in_executor(None, run.complete, text)
    try:
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        run.cancelled.set()
        with contextlib.suppress(LeanUnavailable):
            await work
        raise


def _command(toolchain: Toolchain, options: Sequence[str]) -> list[str]:
    own = EMBEDDED_OPTIONS if toolchain.kind is Kind.EMBEDDED else ()
    return [*lean_command(toolchain), *own, *options, "--json", "--stdin"]


def _folder(toolchain: Toolchain) -> Path | None:
    return toolchain.project


@dataclass(slots=True)
class _Messages:
    """Standard output, line by line as it comes: the messages as far as `bytes_max` allows, and the rest counted."""

    bytes_max: int
    kept: list[dict[str, Any]] = field(default_factory=list)
    errors: int = 0
    truncated: bool = False
    stray: bytes = b""
    _bytes: int = 0
    _rest: bytes = b""

    def feed(self, data: bytes) -> None:
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            self._line(line)
        if len(self._rest) > _LINE_BYTES_MAX:
            self.stray, self._rest = self._rest[:200], b""

    def finish(self) -> None:
        if self._rest:
            self._line(self._rest)
        self._rest = b""

    def _line(self, line: bytes) -> None:
        if not line.strip():
            return
        message = lean_message(line)
        if message is None:
            self.stray = self.stray or line[:200]
            return
        self.errors += message["severity"] == "error"
        self._bytes += len(line)
        if self._bytes <= self.bytes_max:
            self.kept.append(message)
        else:
            self.truncated = True


@dataclass(slots=True)
class _Run:
    """One process from start to end; blocking, so it lives in a thread."""

    command: list[str]
    folder: Path | None
    environment: dict[str, str]
    limits: Limits
    cancelled: threading.Event = field(default_factory=threading.Event)
    _killed_for: NoVerdictReason | None = None
    _stderr: bytes = b""
    _looked_at: float = 0.0

    def complete(self, text: str) -> RawAnswer | NoVerdict:
        started = time.monotonic()
        messages = _Messages(self.limits.output_bytes)
        with tempfile.TemporaryFile() as source:
            source.write(text.encode("utf-8", "surrogatepass"))
            source.seek(0)
            child = self._start(source.fileno())
        try:
            self._watch(child, messages, started + self.limits.wall_s)
            exit_code = self._end(child)
        finally:
            _kill_group(child)
            for pipe in (child.stdout, child.stderr):
                assert pipe is not None
                pipe.close()
        return self._answer(messages, exit_code, time.monotonic() - started)

    def _start(self, source: int) -> subprocess.Popen[bytes]:
        bounds = ",".join(f"{what}={soft}:{hard}" for what, (soft, hard) in _bounds(self.limits).items())
        if not os.access(self.command[0], os.X_OK):
            raise LeanUnavailable(f"Cannot start {self.command[0]}: it is gone or not executable.")
        try:
            return subprocess.Popen(
                [sys.executable, "-I", "-S", str(LIMITER), bounds, *self.command],
                cwd=self.folder,
                env=self.environment,
                stdin=source,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        except OSError as error:
            raise LeanUnavailable(f"Cannot start {self.command[0]}: {error.strerror}.") from error

    def _watch(self, child: subprocess.Popen[bytes], messages: _Messages, deadline: float) -> None:
        """Read both pipes until they close, a limit is reached, or the child is gone for a while."""
        assert child.stdout is not None and child.stderr is not None
        gone_at: float | None = None
        with selectors.DefaultSelector() as selector:
            selector.register(child.stdout, selectors.EVENT_READ)
            selector.register(child.stderr, selectors.EVENT_READ)
            while selector.get_map() and self._killed_for is None:
                for key, _ in selector.select(_POLL_S):
                    data = os.read(key.fd, _READ_BYTES)
                    if not data:
                        selector.unregister(key.fileobj)
                    elif key.fileobj is child.stdout:
                        messages.feed(data)
                    else:
                        self._stderr = (self._stderr + data)[:_STDERR_KEPT_BYTES]
                # A grandchild may hold the pipes for ever; what Lean itself wrote is in them already.
                if gone_at is None and _has_ended(child):
                    gone_at = time.monotonic()
                if gone_at is not None and time.monotonic() - gone_at > _DRAIN_S:
                    break
                self._look(child, deadline)
        messages.finish()

    def _look(self, child: subprocess.Popen[bytes], deadline: float) -> None:
        """Note the first limit that is reached. Output can come faster than memory is worth looking at."""
        now = time.monotonic()
        if self.cancelled.is_set() or now > deadline:
            self._killed_for = "timeout"
        elif now - self._looked_at > _POLL_S:
            self._looked_at = now
            if private_bytes(child.pid) > self.limits.memory_bytes:
                self._killed_for = "memory"

    def _end(self, child: subprocess.Popen[bytes]) -> int:
        """The exit code; the group is dead afterwards. Both pipes are closed, so the wait is short."""
        if self._killed_for is None:
            until = time.monotonic() + _DRAIN_S
            while not _has_ended(child) and time.monotonic() < until:
                time.sleep(0.001)
        _kill_group(child)
        return child.wait()

    def _answer(self, messages: _Messages, exit_code: int, wall_s: float) -> RawAnswer | NoVerdict:
        reason, detail = self._why_none(messages, exit_code)
        if reason is not None:
            return NoVerdict(reason, retryable=reason == "timeout", detail=detail, wall_s=wall_s)
        return RawAnswer(
            messages=tuple(messages.kept),
            errors=messages.errors,
            wall_s=wall_s,
            truncated=messages.truncated,
            exit_code=exit_code,
        )

    def _why_none(self, messages: _Messages, exit_code: int) -> tuple[NoVerdictReason | None, str]:
        """Why there is no answer, None if there is one. Silence with a failing exit code is no answer."""
        said = self._stderr.decode("utf-8", "replace").strip()
        if self._killed_for == "timeout":
            return "timeout", f"Lean was ended after {self.limits.wall_s:g} s"
        if self._killed_for == "memory" or "out of memory" in said:
            return "memory", f"Lean used more than {self.limits.memory_bytes >> 20} MiB"
        if exit_code == -signal.SIGXCPU:
            return "timeout", f"Lean used more than {self.limits.cpu_s} s of processor time"
        if exit_code == -signal.SIGKILL:
            return "memory", "Lean was killed from outside, perhaps by the system for lack of memory"
        if messages.stray:
            return "crash", f"standard output held what is no message of Lean's: {messages.stray!r}"
        if exit_code not in (0, 1) or (exit_code == 1 and not messages.errors):
            return "crash", f"Lean ended with {exit_code}: {said[:500] or 'no message'}"
        return None, ""


def _bounds(limits: Limits) -> dict[int, tuple[int, int]]:
    """The kernel's limits for the child, soft and hard, by their numbers."""
    memory_bytes = limits.memory_bytes + _RESERVED_BYTES
    return {
        resource.RLIMIT_CORE: (0, 0),
        # At the soft bound comes SIGXCPU, which tells this end from the system's own kill.
        resource.RLIMIT_CPU: (limits.cpu_s, limits.cpu_s + 5),
        resource.RLIMIT_FSIZE: (_FILE_BYTES_MAX, _FILE_BYTES_MAX),
        resource.RLIMIT_DATA: (memory_bytes, memory_bytes),
    }


def _has_ended(child: subprocess.Popen[bytes]) -> bool:
    """Whether the child is dead, where possible without reaping it: its group keeps its number until then."""
    if child.returncode is not None:
        return True
    if not hasattr(os, "waitid"):
        return child.poll() is not None
    return os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _kill_group(child: subprocess.Popen[bytes]) -> None:
    if child.returncode is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def private_bytes(pid: int) -> int:
    """Resident memory of a process and its descendants that they do not share with files; 0 where unknown.

    Known on Linux only. Compiled libraries that are mapped from disk do not count, however many processes map
    them.
    """
    total, waiting, seen = 0, [pid], 0
    while waiting and seen < _TREE_PROCESSES_MAX:
        current = waiting.pop()
        seen += 1
        try:
            _, resident, shared, *_ = Path(f"/proc/{current}/statm").read_bytes().split()
            total += (int(resident) - int(shared)) * _PAGE_BYTES
            for children in Path(f"/proc/{current}/task").glob("*/children"):
                waiting.extend(map(int, children.read_bytes().split()))
        except (OSError, ValueError):
            continue  # It ended between two looks.
    return total
