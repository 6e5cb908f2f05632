"""One confined process from start to end, inside exactly the layers that the caller names.

`run` and `probe` decide on the layers; here is what they have in common: the launcher or bubblewrap is started, its
output read, its limits watched, and everything that it started is dead when `complete` returns. Blocking, so it
lives in a thread.
"""

from __future__ import annotations

import contextlib
import json
import marshal
import os
import selectors
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from tactic_mesh.errors import SandboxUnavailable
from tactic_mesh.sandbox import bubblewrap, landlock, seccomp, usage
from tactic_mesh.sandbox.limits import of_a_program
from tactic_mesh.sandbox.order import Order
from tactic_mesh.sandbox.places import places
from tactic_mesh.sandbox.policy import MACHINES_OF_THEIR_OWN, Layer, Policy, Promise, socket_families

PACKAGE_ROOT = Path(__file__).resolve().parents[2]
Ending = Literal["exited", "timeout", "cpu", "memory", "processes", "output", "cancelled"]
"""How a program ended: by itself (a signal among that), or which limit ended it."""

# What `-m` would import to find the module takes longer than the module.
_LAUNCH = "from tactic_mesh.sandbox.confine import main; main()"
_LOOK_S = 0.1
_DRAIN_S = 1.0
_END_WALL_S = 7.0
_READ_BYTES = 1 << 16
_STDERR_KEPT_BYTES = 64 << 10
_REPORT_BYTES_MAX = 1 << 16


@dataclass(frozen=True, slots=True)
class Finished:
    """What came of a program. `status` is negative for a signal, as in `subprocess`; None if we ended it.

    `stderr` is its beginning. `cpu_s` and `rss_bytes_max` are 0 where nobody counted (bubblewrap, or an early end);
    the second is of the largest single process.
    """

    how: Ending
    status: int | None
    stdout: bytes
    stderr: bytes
    wall_s: float
    cpu_s: float
    rss_bytes_max: int
    layers: frozenset[Layer]
    promises: frozenset[Promise]


@dataclass(slots=True)
class Execution:
    """One run. `words[0]` is the path of a program; `on_output` takes standard output instead of `Finished.stdout`."""

    words: Sequence[str]
    policy: Policy
    layers: frozenset[Layer]
    kept: frozenset[Promise] = frozenset()
    stdin: bytes = b""
    on_output: Callable[[bytes], None] | None = None
    cancelled: threading.Event = field(default_factory=threading.Event)
    _ended_for: Ending = "exited"
    _stdout: bytearray = field(default_factory=bytearray)
    _stderr: bytearray = field(default_factory=bytearray)
    _report: bytearray = field(default_factory=bytearray)
    _looked_at: float = 0.0

    def complete(self) -> Finished:
        """Run to the end. Raises: SandboxUnavailable if a layer fails or the program cannot be started."""
        started = time.monotonic()
        with contextlib.ExitStack() as stack:
            source = _file_of(self.stdin, stack)
            report, report_end = os.pipe()
            stack.callback(os.close, report)
            try:
                child = self._start(source, report_end, stack)
            finally:
                os.close(report_end)
            try:
                self._watch(child, report, started + self.policy.limits.wall_s)
            finally:
                self._end(child)
        return self._finished(child.returncode, time.monotonic() - started)

    def _start(self, source: int, report: int, stack: contextlib.ExitStack) -> subprocess.Popen[bytes]:
        handed = [report]
        if Layer.BUBBLEWRAP in self.layers:
            words, environment = self._bubblewrap_words(report, handed, stack), dict(self.policy.environment)
        else:
            root = stack.enter_context(_private_folder())
            order = _file_of(marshal.dumps(self._order(root)._asdict()), stack)
            handed.append(order)
            words = [sys.executable, "-S", "-P", "-c", _LAUNCH, str(order), str(report)]
            environment = {"PYTHONPATH": str(PACKAGE_ROOT)}
        try:
            return subprocess.Popen(
                words,
                env=environment,
                stdin=source,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                pass_fds=handed,
                start_new_session=True,
            )
        except OSError as error:
            raise SandboxUnavailable(f"Cannot start {words[0]}: {error.strerror}.") from error

    def _bounds(self) -> Mapping[int, tuple[int, int]]:
        if Layer.LIMITS not in self.layers:
            return {}
        others = usage.tasks_of(os.getuid()) if sys.platform == "linux" else None
        if self.layers & MACHINES_OF_THEIR_OWN:
            others = 0
        return of_a_program(self.policy.limits, others=others)

    def _bubblewrap_words(self, report: int, handed: list[int], stack: contextlib.ExitStack) -> list[str]:
        found, descriptor = bubblewrap.programs(), None
        if found is None:
            raise SandboxUnavailable(f"bubblewrap is not installed. {bubblewrap.REMEDY}")
        if Layer.SECCOMP in self.layers:
            descriptor = _file_of(seccomp.program_filter(self._families(), alone=True), stack)
            handed.append(descriptor)
        return bubblewrap.command(found, self.words, self.policy, self._bounds(), descriptor, report)

    def _families(self) -> tuple[int, ...]:
        young = landlock.version() >= landlock.SCOPES_SINCE
        return socket_families(self.layers, network=self.policy.network, abstract_stay_inside=young)

    def _order(self, root: Path) -> Order:
        apart = Layer.NAMESPACES in self.layers
        temporary = "/tmp" if apart else str(root)
        environment = dict(self.policy.environment)
        if not apart:
            environment["TMPDIR"] = temporary
        made = places(self.policy.all_readable(), self.policy.all_writable()) if apart else []
        return Order(
            words=list(self.words),
            environment=environment,
            folder=str(self.policy.folder or temporary),
            root=str(root),
            readable=[str(path) for path in self.policy.all_readable()],
            writable=[str(path) for path in self.policy.all_writable()],
            places=[(str(place.path), place.kind, place.target) for place in made],
            network=self.policy.network,
            execute_written=self.policy.execute_written,
            temporary_bytes=self.policy.limits.temporary_bytes,
            threads=self.policy.limits.threads,
            bounds=[(what, soft, hard) for what, (soft, hard) in self._bounds().items()],
            namespaces=apart,
            landlock=Layer.LANDLOCK in self.layers,
            families=list(self._families()) if Layer.SECCOMP in self.layers else None,
        )

    def _watch(self, child: subprocess.Popen[bytes], report: int, deadline: float) -> None:
        """Read everything until it closes, a limit is reached, or the child is gone for a while."""
        assert child.stdout is not None and child.stderr is not None
        gone_at: float | None = None
        with selectors.DefaultSelector() as selector:
            for stream, take in (
                (child.stdout.fileno(), self._take_output),
                (child.stderr.fileno(), self._take_errors),
                (report, self._take_report),
            ):
                selector.register(stream, selectors.EVENT_READ, take)
            while selector.get_map() and self._ended_for == "exited":
                for key, _ in selector.select(_LOOK_S):
                    data = os.read(key.fd, _READ_BYTES)
                    if data:
                        key.data(data)
                    else:
                        selector.unregister(key.fd)
                # Where nothing better than limits is in force, a descendant may hold the pipes for ever.
                if gone_at is None and report not in selector.get_map():
                    gone_at = time.monotonic()
                if gone_at is not None and time.monotonic() - gone_at > _DRAIN_S:
                    break
                self._look(child, deadline)

    def _take_output(self, data: bytes) -> None:
        if self.on_output is not None:
            self.on_output(data)
            return
        self._stdout += data
        if len(self._stdout) > self.policy.limits.output_bytes:
            del self._stdout[self.policy.limits.output_bytes :]
            self._ended_for = "output"

    def _take_errors(self, data: bytes) -> None:
        self._stderr += data[: _STDERR_KEPT_BYTES - len(self._stderr)]

    def _take_report(self, data: bytes) -> None:
        self._report += data[: _REPORT_BYTES_MAX - len(self._report)]

    def _look(self, child: subprocess.Popen[bytes], deadline: float) -> None:
        """Note the first limit that is reached. Output can come faster than memory is worth looking at."""
        now = time.monotonic()
        if self.cancelled.is_set():
            self._ended_for = "cancelled"
        elif now > deadline:
            self._ended_for = "timeout"
        elif Layer.WATCHER in self.layers and now - self._looked_at > _LOOK_S:
            self._looked_at = now
            living = usage.descendants(child.pid)
            if usage.over(living, self.policy.limits.memory_bytes):
                self._ended_for = "memory"
            elif len(living) > self.policy.limits.processes:
                self._ended_for = "processes"

    def _end(self, child: subprocess.Popen[bytes]) -> None:
        """Everything is dead afterwards: the launcher sees to it, and of bubblewrap all when its process 1 is."""
        if Layer.BUBBLEWRAP not in self.layers:
            child.terminate()
        elif self._ended_for != "exited":
            # Its process 1 too: one that has only just begun may not have asked yet to die with its parent.
            for process_id in usage.descendants(child.pid):
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.kill(process_id, signal.SIGKILL)
        try:
            child.wait(_END_WALL_S)
        except subprocess.TimeoutExpired:
            child.kill()
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        if Layer.BUBBLEWRAP in self.layers:
            _wait_for_end(self._told().get("child-pid"))
        for pipe in (child.stdout, child.stderr):
            assert pipe is not None
            pipe.close()

    def _finished(self, launcher_status: int, wall_s: float) -> Finished:
        told = self._told()
        if "failed" in told:
            raise SandboxUnavailable(f"The sandbox could not start the program: {told['failed']}.")
        status = told.get("status")
        if status is None and self._ended_for == "exited":
            raise SandboxUnavailable(
                f"The sandbox ended without a word: {launcher_status}, {self._last_words()}."
            )
        how = self._ended_for
        if how == "exited" and status == -signal.SIGXCPU:
            how = "cpu"
        return Finished(
            how=how,
            status=status if self._ended_for == "exited" else None,
            stdout=bytes(self._stdout),
            stderr=bytes(self._stderr),
            wall_s=wall_s,
            cpu_s=told.get("cpu_s", 0.0),
            rss_bytes_max=told.get("rss_bytes_max", 0),
            layers=self.layers,
            promises=self.kept,
        )

    def _told(self) -> dict[str, Any]:
        """What the launcher, or bubblewrap, reported."""
        told: dict[str, Any] = {}
        for line in bytes(self._report).split(b"\n"):
            with contextlib.suppress(ValueError):
                told.update(json.loads(line))
        if Layer.BUBBLEWRAP in self.layers and "exit-code" in told:
            told["status"] = bubblewrap.status(told["exit-code"])
        return told

    def _last_words(self) -> str:
        return self._stderr.decode("utf-8", "replace").strip()[:500] or "no message"


def _wait_for_end(process_id: int | None) -> None:
    """Wait until a process that was killed, and that is nobody's to wait for, is dead; it ends after all its kin."""
    until = time.monotonic() + _END_WALL_S
    while process_id is not None and time.monotonic() < until:
        try:
            state = Path(f"/proc/{process_id}/stat").read_bytes().rpartition(b")")[2].split()[0]
        except OSError:
            return
        if state == b"Z":
            return
        time.sleep(0.001)


def _file_of(content: bytes, stack: contextlib.ExitStack) -> int:
    """A descriptor from which `content` can be read, of a file without a name that lives as long as `stack`."""
    descriptor, name = tempfile.mkstemp()
    stack.callback(os.close, descriptor)
    Path(name).unlink()
    with open(descriptor, "wb", closefd=False) as file:
        file.write(content)
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor


@contextlib.contextmanager
def _private_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="tactic-mesh-"))
    try:
        yield folder
    finally:
        _remove(folder)


def _remove(folder: Path) -> None:
    """A program may have left folders that even their owner may not enter. What then stays behind is left there."""
    try:
        shutil.rmtree(folder)
    except OSError:
        for parent, names, _ in os.walk(folder):
            for path in (Path(parent, name) for name in names):
                if not path.is_symlink():
                    path.chmod(stat.S_IRWXU)
        shutil.rmtree(folder, ignore_errors=True)
