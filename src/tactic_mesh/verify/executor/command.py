"""Run one external command: bytes in, bytes out, bounded in time and output, gone afterwards with its group.

Covered: the wall clock, the amount of output, a few variables only in its environment, the end of the whole process
group. Not covered: what the command does to files and network, memory, and processes that leave the group: it is
the user's own program, named by the user.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import resource
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tactic_mesh.errors import LeanUnavailable
from tactic_mesh.lean.process import LIMITER

OUTPUT_BYTES_MAX = 16 << 20
PASS_VARIABLE = "TACTIC_MESH_EXECUTOR_PASS"
"""Names (with commas between) of further variables that an external executor may see."""

_POLL_S = 0.05
_DRAIN_S = 1.0
_READ_BYTES = 1 << 16
_STDERR_KEPT_BYTES = 256 << 10
_PASSED = frozenset({"PATH", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR", "TERM", "LANG"}) | frozenset(
    {"VIRTUAL_ENV", "PYTHONPATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"}
)
_PASSED_PREFIXES = ("LC_", "XDG_", "ATC_", "ELAN_", "LAKE_", "LEAN_", "UV_", "TACTIC_MESH_")
_NEVER = re.compile(r"KEY|TOKEN|SECRET|PASS|CREDENTIAL|AUTH|COOKIE", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended. `exit_code` is negative for a signal; `timed_out` and `flooded` say why it was ended."""

    stdout: bytes
    stderr: bytes
    exit_code: int
    wall_s: float
    timed_out: bool = False
    flooded: bool = False


def executor_environment(environ: Mapping[str, str], variable: str) -> dict[str, str]:
    """What an external command may see of our environment: paths and settings, nothing that reads like a secret.

    `variable` names the command itself and stays behind, so that an executor of ours does not call itself.
    """
    named = {name.strip() for name in environ.get(PASS_VARIABLE, "").split(",")}
    return {
        name: value
        for name, value in environ.items()
        if name != variable
        and (
            name in named
            or ((name in _PASSED or name.startswith(_PASSED_PREFIXES)) and not _NEVER.search(name))
        )
    }


async def run_command(
    words: Sequence[str], given: bytes, wall_s: float, environment: Mapping[str, str]
) -> Ran:
    """Run `words` with `given` on standard input. Raises: LeanUnavailable if it cannot be started."""
    run = _Run([_program(words, environment), *words[1:]], dict(environment), wall_s)
    work = asyncio.get_running_loop().run_in_executor(None, run.complete, given)
    try:
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        run.cancelled.set()
        with contextlib.suppress(LeanUnavailable):
            await work
        raise


def _program(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """The program's full name; links stay as they are, since some programs go by their own name."""
    found = shutil.which(words[0], path=environment.get("PATH")) if words else None
    if found is None:
        raise LeanUnavailable(f"the proof executor `{' '.join(words)}` is not there; name a program on PATH")
    return str(Path(found).absolute())


@dataclass(slots=True)
class _Run:
    """One process from start to end; blocking, so it lives in a thread."""

    words: list[str]
    environment: dict[str, str]
    wall_s: float
    cancelled: threading.Event = field(default_factory=threading.Event)
    _stdout: bytearray = field(default_factory=bytearray)
    _stderr: bytearray = field(default_factory=bytearray)
    _timed_out: bool = False

    def complete(self, given: bytes) -> Ran:
        started = time.monotonic()
        with tempfile.TemporaryFile() as source:
            source.write(given)
            source.seek(0)
            child = self._start(source.fileno())
        try:
            self._watch(child, started + self.wall_s)
            exit_code = self._end(child)
        finally:
            _kill_group(child)
            for pipe in (child.stdout, child.stderr):
                assert pipe is not None
                pipe.close()
        wall_s = time.monotonic() - started
        return Ran(
            bytes(self._stdout), bytes(self._stderr), exit_code, wall_s, self._timed_out, self._flooded
        )

    @property
    def _flooded(self) -> bool:
        return len(self._stdout) > OUTPUT_BYTES_MAX

    def _start(self, source: int) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                [sys.executable, "-I", "-S", str(LIMITER), f"{resource.RLIMIT_CORE}=0:0", *self.words],
                env=self.environment,
                stdin=source,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        except OSError as error:
            raise LeanUnavailable(f"cannot start {self.words[0]}: {error.strerror}") from error

    def _watch(self, child: subprocess.Popen[bytes], deadline: float) -> None:
        """Read both pipes until they close, a bound is reached, or the command is gone for a while."""
        assert child.stdout is not None and child.stderr is not None
        gone_at: float | None = None
        with selectors.DefaultSelector() as selector:
            selector.register(child.stdout, selectors.EVENT_READ, self._stdout)
            selector.register(child.stderr, selectors.EVENT_READ, self._stderr)
            while selector.get_map() and not self._timed_out and not self._flooded:
                for key, _ in selector.select(_POLL_S):
                    data = os.read(key.fd, _READ_BYTES)
                    if not data:
                        selector.unregister(key.fileobj)
                    else:
                        key.data.extend(data)
                        del self._stderr[_STDERR_KEPT_BYTES:]
                now = time.monotonic()
                # What the command started may hold the pipes; what itself wrote is in them already.
                if gone_at is None and _has_ended(child):
                    gone_at = now
                if gone_at is not None and now - gone_at > _DRAIN_S:
                    break
                self._timed_out = now > deadline or self.cancelled.is_set()
            while not self._timed_out and not self._flooded and not _has_ended(child):
                time.sleep(0.005)
                self._timed_out = time.monotonic() > deadline or self.cancelled.is_set()

    def _end(self, child: subprocess.Popen[bytes]) -> int:
        _kill_group(child)
        return child.wait()


def _has_ended(child: subprocess.Popen[bytes]) -> bool:
    """Whether it is dead, where possible without reaping it: its group keeps its number until then."""
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
