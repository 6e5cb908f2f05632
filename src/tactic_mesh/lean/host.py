"""A warm Lean: one zygote, and children that are forked for each request.

    async with LeanHost(library, core, environment) as host:
        answer = await host.elaborate("theorem t : 1 + 1 = 2 := rfl", Limits())

`elaborate` takes anybody's text: each runs in a child of its own, forked from the zygote beforehand, which is gone
afterwards. `worker` gives a child that lives for many requests, for text that is ours. Every request has a
deadline; the death of a child by any cause is a `NoVerdict` with its reason, and touches no other request.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from tactic_mesh.errors import LeanProtocolError, LeanUnavailable
from tactic_mesh.lean import frames
from tactic_mesh.lean.answer import Constant, RawAnswer
from tactic_mesh.lean.calls import OPTIONS
from tactic_mesh.lean.source import blank_header, header
from tactic_mesh.sandbox import seccomp
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Environment, NoVerdict

START_WALL_S = 60.0
PACKAGE_ROOT = Path(__file__).resolve().parents[2]
EXIT_REPORT_WALL_S = 10.0
WATCH_INTERVAL_S = 0.1
RESTARTS_MAX = 100


Answer = TypeVar("Answer")


class _Gone(Exception):
    """The child's channel closed before an answer was complete."""


class _OverMemory(Exception):
    """The child's resident memory passed its limit."""


@dataclass(frozen=True, slots=True)
class ExitReport:
    """What the zygote saw of a child that ended. `status` is negative for a signal."""

    status: int
    last_words: str
    rss_bytes_max: int
    cpu_s: float


class Child:
    """A forked Lean process and the private channel to it."""

    def __init__(self, zygote: _Zygote, process_id: int, channel: socket.socket, limits: Limits) -> None:
        self.process_id = process_id
        self.limits = limits
        self._zygote = zygote
        self._channel = channel
        self._loop = asyncio.get_running_loop()
        self._decoder = frames.Decoder(max_bytes=2 * limits.output_bytes + (1 << 20))
        self._raw: bytearray | None = None
        self._closed = False
        self._flooded = False
        self._wake = asyncio.Event()
        self.exit: asyncio.Future[ExitReport] = self._loop.create_future()
        channel.setblocking(False)
        self._loop.add_reader(channel.fileno(), self._on_readable)

    @property
    def alive(self) -> bool:
        return not self._closed and not self.exit.done()

    def resident_bytes(self) -> int | None:
        """Resident memory now, or None where the system does not tell."""
        try:
            with open(f"/proc/{self.process_id}/statm", "rb") as file:
                return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, IndexError, ValueError):
            return None

    async def ask(self, request: dict[str, Any], wall_s: float) -> dict[str, Any] | NoVerdict:
        """One request with one answer within `wall_s`; after a `NoVerdict` the child is dead."""
        nonce = frames.new_nonce()
        return await self._or_no_verdict(self._exchange(nonce, request, wall_s))

    async def ask_many(
        self, request: dict[str, Any], wall_s: float
    ) -> AsyncIterator[dict[str, Any] | NoVerdict]:
        """One request whose answers end with one that is `done`, or with a `NoVerdict`.

        `wall_s` bounds the wait for each answer. A caller that stops listening earlier ends the child, because
        answers that nobody waits for are still on their way.
        """
        nonce, ended = frames.new_nonce(), False
        try:
            answer = await self._or_no_verdict(self._exchange(nonce, request, wall_s))
            while not ended:
                ended = isinstance(answer, NoVerdict) or bool(answer.get("done"))
                yield answer
                if not ended:
                    deadline = time.monotonic() + wall_s
                    answer = await self._or_no_verdict(self._answer(nonce, deadline))
        finally:
            if not ended:
                self.kill()
                self.close_channel()

    async def stream(self, request: dict[str, Any], wall_s: float) -> bytes | NoVerdict:
        """One request whose answer is everything that the child writes until it closes the channel."""
        self._raw = raw = bytearray()

        async def everything() -> bytes:
            deadline = time.monotonic() + wall_s
            await self._send(frames.encode(frames.new_nonce(), request), deadline)
            await self._until(lambda: self._closed, deadline)
            return bytes(raw)

        return await self._or_no_verdict(everything())

    async def _exchange(self, nonce: bytes, request: dict[str, Any], wall_s: float) -> dict[str, Any]:
        deadline = time.monotonic() + wall_s
        await self._send(frames.encode(nonce, {**request, "wall_s": wall_s}), deadline)
        return await self._answer(nonce, deadline)

    async def _or_no_verdict(self, work: Coroutine[Any, Any, Answer]) -> Answer | NoVerdict:
        """The result of `work`, or why there is none: the child is then killed and waited for."""
        started = time.monotonic()
        try:
            return await work
        except TimeoutError:
            verdict = NoVerdict(
                "timeout", True, "no answer within the time limit", time.monotonic() - started
            )
            return await self._end(verdict)
        except _OverMemory:
            detail = f"resident memory passed {self.limits.memory_bytes >> 20} MiB"
            return await self._end(NoVerdict("memory", False, detail, time.monotonic() - started))
        except (_Gone, LeanProtocolError) as error:
            return await self._end(None, str(error), time.monotonic() - started)

    async def _send(self, data: bytes, deadline: float) -> None:
        try:
            async with asyncio.timeout(max(0.0, deadline - time.monotonic())):
                await self._loop.sock_sendall(self._channel, data)
        except (BrokenPipeError, ConnectionError) as error:
            raise _Gone from error

    async def _answer(self, nonce: bytes, deadline: float) -> dict[str, Any]:
        """The next frame. Raises: _Gone, _OverMemory, TimeoutError, LeanProtocolError."""
        frame: tuple[bytes, dict[str, Any]] | None = None

        def arrived() -> bool:
            nonlocal frame
            frame = self._decoder.next_frame()
            return frame is not None or self._closed

        await self._until(arrived, deadline)
        if frame is None:
            raise _Gone
        if frame[0] != nonce:
            raise LeanProtocolError("a child answered with a nonce that was not asked")
        return frame[1]

    async def _until(self, arrived: Callable[[], bool], deadline: float) -> None:
        """Wait for `arrived`, asked after each piece of input. Raises: _OverMemory, TimeoutError."""
        watch_at = time.monotonic() + WATCH_INTERVAL_S
        while not arrived():
            if self._flooded:
                raise LeanProtocolError("the output limit was reached")
            now = time.monotonic()
            if now >= deadline:
                raise TimeoutError
            if now >= watch_at:
                self._check_memory()
                watch_at = now + WATCH_INTERVAL_S
            self._wake.clear()
            timer = self._loop.call_later(max(0.0, min(deadline, watch_at) - now), self._wake.set)
            try:
                await self._wake.wait()
            finally:
                timer.cancel()

    def _check_memory(self) -> None:
        resident = self.resident_bytes()
        if resident is not None and resident > self.limits.memory_bytes:
            raise _OverMemory

    def _on_readable(self) -> None:
        try:
            data = self._channel.recv(1 << 18)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.close_channel()
        elif self._raw is None:
            self._decoder.feed(data)
        elif len(self._raw) + len(data) <= self.limits.output_bytes:
            self._raw += data
        else:
            self._flooded = True
        self._wake.set()

    async def _end(self, verdict: NoVerdict | None, detail: str = "", wall_s: float = 0.0) -> NoVerdict:
        """Kill what is left of the child, wait for its end, and say why there is no verdict."""
        self.kill()
        try:
            async with asyncio.timeout(EXIT_REPORT_WALL_S):
                report = await asyncio.shield(self.exit)
        except TimeoutError:
            return verdict or NoVerdict("unavailable", True, "a child that was killed did not end", wall_s)
        finally:
            self.close_channel()
        return verdict or _reason(report, detail, wall_s)

    def kill(self) -> None:
        self._zygote.kill(self.process_id)

    def close_channel(self) -> None:
        if not self._closed:
            self._closed = True
            self._loop.remove_reader(self._channel.fileno())
            self._channel.close()


def _reason(report: ExitReport, detail: str, wall_s: float) -> NoVerdict:
    """Why a child that ended by itself gave no answer."""
    words = report.last_words.strip()
    first_line = words.split("\n")[0] if words else ""
    if "out of memory" in words or "bad_alloc" in words or "MemoryError" in words:
        return NoVerdict("memory", False, first_line, wall_s)
    if report.status == -signal.SIGXCPU:
        return NoVerdict("timeout", True, "the processor time limit was reached", wall_s)
    if report.status == -signal.SIGALRM:
        return NoVerdict("timeout", True, "the child's own deadline passed", wall_s)
    if report.status == -signal.SIGXFSZ:
        return NoVerdict("crash", False, "the output limit was reached", wall_s)
    if "tack overflow" in words:
        return NoVerdict("crash", False, "stack overflow: the text nests or recurses too deeply", wall_s)
    how = f"signal {-report.status}" if report.status < 0 else f"exit status {report.status}"
    # SIGKILL from outside is most often the system running out of memory: another try may succeed.
    retryable = report.status == -signal.SIGKILL
    return NoVerdict("crash", retryable, "; ".join(filter(None, [how, detail, first_line])), wall_s)


class _Zygote:
    """The host's side of the zygote process."""

    def __init__(self, process: subprocess.Popen[bytes], control: socket.socket) -> None:
        self.process = process
        self._control = control
        self._loop = asyncio.get_running_loop()
        self._decoder = frames.Decoder()
        self._children: dict[int, Child] = {}
        self._forks: dict[int, asyncio.Future[int]] = {}
        self._next_fork = 0
        self.ready: asyncio.Future[dict[str, Any]] = self._loop.create_future()
        self.alive = True
        control.setblocking(False)
        self._loop.add_reader(control.fileno(), self._on_readable)

    async def fork(self, kind: str, limits: Limits, *, confined: bool) -> Child:
        """A new child. Raises: LeanUnavailable if the zygote is gone."""
        ours, theirs = socket.socketpair()
        self._next_fork += 1
        number, answered = self._next_fork, self._loop.create_future()
        self._forks[number] = answered
        message = {
            "op": "fork",
            "id": number,
            "kind": kind,
            "confined": confined,
            "limits": {
                "wall_s": limits.wall_s,
                "cpu_s": limits.cpu_s,
                "memory_bytes": limits.memory_bytes,
                "output_bytes": limits.output_bytes,
            },
        }
        try:
            socket.send_fds(self._control, [frames.encode(frames.new_nonce(), message)], [theirs.fileno()])
            async with asyncio.timeout(START_WALL_S):
                process_id = await answered
        except (OSError, TimeoutError) as error:
            ours.close()
            raise LeanUnavailable("the Lean host does not fork any more; try again") from error
        finally:
            self._forks.pop(number, None)
            theirs.close()
        child = Child(self, process_id, ours, limits)
        self._children[process_id] = child
        return child

    def kill(self, process_id: int) -> None:
        if self.alive and process_id in self._children:
            try:
                self._control.sendall(frames.encode(frames.new_nonce(), {"op": "kill", "pid": process_id}))
            except OSError:
                self._lost()

    def _on_readable(self) -> None:
        try:
            data = self._control.recv(1 << 16)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._lost()
            return
        self._decoder.feed(data)
        while (frame := self._decoder.next_frame()) is not None:
            self._handle(frame[1])

    def _handle(self, message: dict[str, Any]) -> None:
        match message["op"]:
            case "ready" | "failed":
                self.ready.set_result(message)
            case "forked":
                waiting = self._forks.get(message["id"])
                if waiting and not waiting.done():
                    waiting.set_result(message["pid"])
            case "exit":
                child = self._children.pop(message["pid"], None)
                if child and not child.exit.done():
                    report = ExitReport(
                        message["status"], message["last_words"], message["rss_bytes_max"], message["cpu_s"]
                    )
                    child.exit.set_result(report)

    def _lost(self) -> None:
        """The zygote is gone: nothing waits for it any longer."""
        if not self.alive:
            return
        self.alive = False
        self._loop.remove_reader(self._control.fileno())
        self._control.close()
        if not self.ready.done():
            self.ready.set_result({"op": "failed", "reason": "the zygote ended before it was ready"})
        for waiting in self._forks.values():
            if not waiting.done():
                waiting.set_exception(OSError("the zygote is gone"))
        for child in self._children.values():
            if not child.exit.done():
                child.exit.set_result(ExitReport(-signal.SIGKILL, "the Lean host ended", 0, 0.0))
            child.close_channel()
            child._wake.set()
        self._children.clear()

    async def close(self) -> None:
        self._lost()
        try:
            await asyncio.to_thread(self.process.wait, 5.0)
        except subprocess.TimeoutExpired:
            self.process.kill()
            await asyncio.to_thread(self.process.wait)


class Worker:
    """A child that keeps its states between requests; used by one caller at a time."""

    def __init__(self, child: Child) -> None:
        self._child = child

    @property
    def alive(self) -> bool:
        return self._child.alive

    @property
    def process_id(self) -> int:
        return self._child.process_id

    @property
    def resident_bytes(self) -> int | None:
        return self._child.resident_bytes()

    async def run(
        self, source: str, wall_s: float, *, base: int = 0, keep: bool = False, constants: bool = False
    ) -> RawAnswer | NoVerdict:
        """Elaborate `source` from state `base` (0: where a file begins); `keep` numbers the state after it."""
        request = {"op": "run", "source": source, "base": base, "keep": keep, "constants": constants}
        started = time.monotonic()
        answer = await self._child.ask(request, wall_s)
        return answer if isinstance(answer, NoVerdict) else _raw(answer, time.monotonic() - started)

    async def try_each(
        self, sources: list[str], wall_s: float, *, base: int = 0, stop: bool = True
    ) -> AsyncIterator[RawAnswer | NoVerdict]:
        """Elaborate each text from the same state; an answer each, in order. `wall_s` bounds each one.

        With `stop` the series ends after the first text without an error. A `NoVerdict` ends it too, and the
        worker with it: the texts after that one were not tried.
        """
        request = {"op": "try", "sources": sources, "base": base, "stop": stop}
        started = time.monotonic()
        async for answer in self._child.ask_many(request, wall_s):
            if isinstance(answer, NoVerdict):
                yield answer
                return
            if answer.get("done"):
                return
            yield _raw(answer, time.monotonic() - started)
            started = time.monotonic()

    async def parse(
        self, category: str, source: str, wall_s: float, *, base: int = 0
    ) -> str | None | NoVerdict:
        """Lean's parse error of `source` as one whole `category`, or None if it parses."""
        request = {"op": "parse", "category": category, "source": source, "base": base}
        answer = await self._child.ask(request, wall_s)
        if isinstance(answer, NoVerdict):
            return answer
        error = answer["error"]
        return str(error) if error is not None else None

    async def drop(self, state: int, wall_s: float = 10.0) -> None:
        """Forget a state that was kept."""
        await self._child.ask({"op": "drop", "state": state}, wall_s)

    async def close(self) -> None:
        if self._child.alive:
            await self._child._end(NoVerdict("unavailable", True))


class LeanHost:
    """The warm Lean of this process. Use as an async context manager."""

    def __init__(
        self,
        library: Path,
        core: Path,
        environment: Environment,
        *,
        children_max: int | None = None,
        spares: int = 1,
        confined: bool | None = None,
        core_modules: frozenset[str] = frozenset({"Init"}),
    ) -> None:
        """`core_modules` are the modules that a file may import without leaving the warm environment.

        `confined` None means: the system-call filter where this machine has it.
        """
        self._paths = (library, core)
        self.environment = environment
        self.is_embedded = True
        self.tells_constants = True
        self._core_modules = core_modules
        self.confined = seccomp.supported() if confined is None else confined
        self.children_max = children_max or os.cpu_count() or 1
        self._slots = asyncio.Semaphore(self.children_max)
        self._spares_wanted = spares
        self._spares: deque[Child] = deque()
        self._refills: set[asyncio.Task[None]] = set()
        self._zygote: _Zygote | None = None
        self._starting = asyncio.Lock()
        self._starts = 0

    @property
    def how(self) -> str:
        return "a warm process that forks" + ("" if self.confined else ", without a system-call filter")

    async def __aenter__(self) -> LeanHost:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def start(self) -> None:
        """Start the zygote, run the self-test, fork the spare children.

        Raises: LeanUnavailable with the reason if this Lean does not behave as expected.
        """
        await self._running()
        self._refill()

    async def close(self) -> None:
        for task in list(self._refills):
            task.cancel()
        await asyncio.gather(*self._refills, return_exceptions=True)
        if self._zygote:
            await self._zygote.close()
            self._zygote = None
        self._spares.clear()

    async def elaborate(self, source: str, limits: Limits | None = None) -> RawAnswer | NoVerdict:
        """Elaborate anybody's text, with its header, in a child of its own."""
        limits = limits or Limits()
        found = header(source)
        async with self._slots:
            if found.prelude or found.module or not self._core_modules.issuperset(found.imports):
                return await self.command_line(source, limits)
            child = await self._isolated(limits)
            request = {"op": "run", "source": blank_header(source, found), "base": 0, "constants": True}
            started = time.monotonic()
            answer = await child.ask(request, limits.wall_s)
            wall_s = time.monotonic() - started
            if not isinstance(answer, NoVerdict):
                self._discard(child)
                return _raw(answer, wall_s)
            return answer

    async def command_line(self, source: str, limits: Limits) -> RawAnswer | NoVerdict:
        """Lean's own command line in a forked child: slower, and able to import anything."""
        zygote = await self._running()
        child = await zygote.fork("main", limits, confined=self.confined)
        flags = [f"-D{option}={str(value).lower()}" for option, value in OPTIONS.items()]
        started = time.monotonic()
        output = await child.stream({"source": source, "flags": flags}, limits.wall_s)
        wall_s = time.monotonic() - started
        if isinstance(output, NoVerdict):
            return output
        async with asyncio.timeout(EXIT_REPORT_WALL_S):
            report = await asyncio.shield(child.exit)
        if report.status not in (0, 1) or (report.status == 1 and not output):
            return _reason(report, "", wall_s)
        return command_line_answer(output, report.status, wall_s)

    @asynccontextmanager
    async def worker(self, limits: Limits | None = None) -> AsyncIterator[Worker]:
        """A worker for the caller alone; it is gone at the end."""
        async with self._slots:
            zygote = await self._running()
            child = await zygote.fork("worker", limits or Limits(), confined=self.confined)
            worker = Worker(child)
            try:
                yield worker
            finally:
                await worker.close()

    async def _isolated(self, limits: Limits) -> Child:
        default = Limits()
        plain = (limits.memory_bytes, limits.cpu_s, limits.output_bytes) == (
            default.memory_bytes,
            default.cpu_s,
            default.output_bytes,
        )
        while plain and self._spares:
            child = self._spares.popleft()
            if child.alive:
                self._refill()
                return child
        zygote = await self._running()
        return await zygote.fork("isolated", limits, confined=self.confined)

    def _refill(self) -> None:
        """Fork a spare in the background, so that the next request finds one ready."""
        if len(self._spares) + len(self._refills) < self._spares_wanted:
            task = asyncio.get_running_loop().create_task(self._add_spare())
            self._refills.add(task)
            task.add_done_callback(self._refills.discard)

    async def _add_spare(self) -> None:
        if self._zygote and self._zygote.alive:
            try:
                child = await self._zygote.fork("isolated", Limits(), confined=self.confined)
            except LeanUnavailable:
                return  # the next request starts a new zygote and reports what is wrong
            self._spares.append(child)

    def _discard(self, child: Child) -> None:
        """An isolated child that has answered ends by itself; what it may have started ends with it."""
        child.kill()
        child.close_channel()

    async def _running(self) -> _Zygote:
        async with self._starting:
            if self._zygote and self._zygote.alive:
                return self._zygote
            if self._zygote:
                await self._zygote.close()
            self._spares.clear()
            self._starts += 1
            if self._starts > RESTARTS_MAX:
                raise LeanUnavailable(f"the Lean host ended {RESTARTS_MAX} times; restart this process")
            self._zygote = await self._start_zygote()
            return self._zygote

    async def _start_zygote(self) -> _Zygote:
        ours, theirs = socket.socketpair()
        library, core = self._paths
        environment = {
            **{key: os.environ[key] for key in ("PATH", "HOME", "LANG", "TMPDIR") if key in os.environ},
            "PYTHONPATH": str(PACKAGE_ROOT),
            "LEAN_PATH": str(core),
        }
        process = subprocess.Popen(
            [
                *(sys.executable, "-P", "-m", "tactic_mesh.lean.zygote"),
                *(str(library), str(core), self.environment.commit, str(theirs.fileno())),
            ],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            start_new_session=True,
        )
        theirs.close()
        zygote = _Zygote(process, ours)
        try:
            async with asyncio.timeout(START_WALL_S):
                answer = await asyncio.shield(zygote.ready)
            if answer["op"] != "ready":
                raise LeanUnavailable(f"the embedded Lean does not start: {answer['reason']}")
            await _self_test(zygote, confined=self.confined)
        except TimeoutError as error:
            await zygote.close()
            raise LeanUnavailable(f"the embedded Lean did not start within {START_WALL_S:g} s") from error
        except LeanUnavailable:
            await zygote.close()
            raise
        return zygote


_GOOD_TEXT = "theorem t (p q : Prop) : p ∧ q → q ∧ p := fun h => ⟨h.2, h.1⟩\n"
_BAD_TEXT = "theorem t (p q : Prop) : p ∧ q → q := fun h => h.1\n"


async def _self_test(zygote: _Zygote, *, confined: bool) -> None:
    """A known good and a known bad text in a child: the calls, the message format and the filter work.

    Raises: LeanUnavailable with what was seen.
    """
    child = await zygote.fork("worker", Limits(), confined=confined)
    good = await Worker(child).run(_GOOD_TEXT, 20.0, constants=True)
    bad = await Worker(child).run(_BAD_TEXT, 20.0)
    await Worker(child).close()
    if isinstance(good, NoVerdict) or isinstance(bad, NoVerdict):
        raise LeanUnavailable(f"the self-test of the embedded Lean got no answer: {good} {bad}")
    names = [constant.name for constant in good.constants or ()]
    if good.messages or names != ["t"]:
        raise LeanUnavailable(f"the self-test saw {good.messages} and {names} for a correct text")
    seen = [(m.get("severity"), m.get("pos")) for m in bad.messages]
    if seen != [("error", {"line": 1, "column": 47})] or bad.errors != 1:
        raise LeanUnavailable(f"the self-test saw {seen} for a wrong text")


def _raw(answer: dict[str, Any], wall_s: float) -> RawAnswer:
    constants = None
    if "constants" in answer:
        constants = tuple(
            Constant(c["name"], c["kind"], c["internal"], tuple(c["axioms"])) for c in answer["constants"]
        )
    return RawAnswer(
        messages=tuple(json.loads(message) for message in answer["messages"]),
        errors=answer["errors"],
        wall_s=wall_s,
        truncated=answer["truncated"] or answer.get("constants_truncated", False),
        constants=constants,
        state=answer.get("state"),
    )


def command_line_answer(output: bytes, status: int, wall_s: float) -> RawAnswer:
    """The JSON lines of `lean --json` as an answer; a non-zero status counts as an error even without one."""
    messages = [json.loads(line) for line in output.split(b"\n") if line.startswith(b"{")]
    errors = sum(message.get("severity") == "error" for message in messages)
    return RawAnswer(tuple(messages), max(errors, int(status != 0)), wall_s, exit_code=status)
