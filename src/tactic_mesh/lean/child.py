"""The host's side of one forked Lean process: questions, answers, and why there is none.

Every question has a deadline. Whatever ends a child (its own crash, a limit, a hostile text that writes onto the
channel) becomes a `NoVerdict` of this question and touches nothing else.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

from tactic_mesh.errors import LeanProtocolError
from tactic_mesh.lean import frames
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import NoVerdict

EXIT_REPORT_WALL_S = 10.0
WATCH_INTERVAL_S = 0.1

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
    """A forked Lean process and the private channel to it. `kill` asks the zygote to end a process of its own."""

    def __init__(
        self, process_id: int, channel: socket.socket, limits: Limits, kill: Callable[[int], None]
    ) -> None:
        self.process_id = process_id
        self.limits = limits
        self.exit: asyncio.Future[ExitReport] = asyncio.get_running_loop().create_future()
        self._kill = kill
        self._channel = channel
        self._loop = asyncio.get_running_loop()
        self._decoder = frames.Decoder(max_bytes=2 * limits.output_bytes + (1 << 20))
        self._raw: bytearray | None = None
        self._closed = False
        self._paused = False
        self._flooded = False
        self._wake = asyncio.Event()
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

    async def ask(
        self, request: dict[str, Any], wall_s: float, read: Callable[[dict[str, Any]], Answer]
    ) -> Answer | NoVerdict:
        """One request with one answer within `wall_s`, as `read` understands it; after a `NoVerdict` the child is dead.

        `read` raises LeanProtocolError for an answer that is none.
        """

        async def exchange() -> Answer:
            return read(await self._exchange(frames.new_nonce(), request, wall_s))

        return await self._or_no_verdict(exchange())

    async def ask_many(
        self, request: dict[str, Any], wall_s: float, read: Callable[[dict[str, Any]], Answer]
    ) -> AsyncIterator[Answer | NoVerdict]:
        """One request with any number of answers; a `NoVerdict` is the last of them.

        `wall_s` bounds the wait for each answer. A caller that stops listening earlier ends the child, because
        answers that nobody waits for are still on their way.
        """
        nonce, ended = frames.new_nonce(), False

        async def first() -> Answer | None:
            return one(await self._exchange(nonce, request, wall_s))

        async def another() -> Answer | None:
            return one(await self._answer(nonce, time.monotonic() + wall_s))

        def one(message: dict[str, Any]) -> Answer | None:
            return None if message.get("done") is True else read(message)

        try:
            answer = await self._or_no_verdict(first())
            while answer is not None:
                ended = isinstance(answer, NoVerdict)
                yield answer
                if ended:
                    return
                answer = await self._or_no_verdict(another())
            ended = True
        finally:
            if not ended:
                self.abandon()

    async def stream(self, request: dict[str, Any], wall_s: float) -> tuple[bytes, ExitReport] | NoVerdict:
        """One request whose answer is all that the child writes until it ends, and how it ended."""
        self._raw = raw = bytearray()

        async def everything() -> tuple[bytes, ExitReport]:
            deadline = time.monotonic() + wall_s
            await self._send(frames.encode(frames.new_nonce(), request), deadline)
            await self._until(lambda: self._closed, deadline)
            async with asyncio.timeout(max(0.0, deadline - time.monotonic())):
                report = await asyncio.shield(self.exit)
            return bytes(raw), report

        return await self._or_no_verdict(everything())

    async def end(self, verdict: NoVerdict | None = None, detail: str = "", wall_s: float = 0.0) -> NoVerdict:
        """Kill what is left of the child, wait for its end, and say why there is no verdict."""
        self.kill()
        try:
            async with asyncio.timeout(EXIT_REPORT_WALL_S):
                report = await asyncio.shield(self.exit)
        except TimeoutError:
            return verdict or NoVerdict("unavailable", True, "a child that was killed did not end", wall_s)
        finally:
            self.close_channel()
        return verdict or no_verdict(report, detail, wall_s)

    def abandon(self) -> None:
        """Kill the child without waiting for its end; nobody asks it any more."""
        self.kill()
        self.close_channel()

    def kill(self) -> None:
        self._kill(self.process_id)

    def close_channel(self) -> None:
        if not self._closed:
            self._closed = True
            self._loop.remove_reader(self._channel.fileno())
            self._channel.close()
            self._wake.set()

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
            return await self.end(verdict)
        except _OverMemory:
            detail = f"resident memory passed {self.limits.memory_bytes >> 20} MiB"
            return await self.end(NoVerdict("memory", False, detail, time.monotonic() - started))
        except (_Gone, LeanProtocolError) as error:
            return await self.end(None, str(error), time.monotonic() - started)
        except asyncio.CancelledError:
            self.abandon()
            raise

    async def _send(self, data: bytes, deadline: float) -> None:
        if self._closed:
            raise _Gone
        try:
            async with asyncio.timeout(max(0.0, deadline - time.monotonic())):
                await self._loop.sock_sendall(self._channel, data)
        except OSError as error:
            if isinstance(error, TimeoutError):
                raise
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
            self._resume()
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
            self._pause()
        elif len(self._raw) + len(data) <= self.limits.output_bytes:
            self._raw += data
        else:
            self._flooded = True
        self._wake.set()

    def _pause(self) -> None:
        """Read no further while a whole frame is waiting: a child that talks unasked fills its own buffer only."""
        if self._decoder.full:
            self._paused = True
            self._loop.remove_reader(self._channel.fileno())

    def _resume(self) -> None:
        if self._paused and not self._closed and not self._decoder.full:
            self._paused = False
            self._loop.add_reader(self._channel.fileno(), self._on_readable)


def no_verdict(report: ExitReport, detail: str, wall_s: float) -> NoVerdict:
    """Why a child that ended by itself gave no answer."""
    words = report.last_words.strip()
    first_line = words.split("\n")[0] if words else ""
    if "out of memory" in words or "bad_alloc" in words or "MemoryError" in words:
        return NoVerdict("memory", False, first_line, wall_s)
    # A filtered child cannot look up the bounds of its stack, so that an overflow ends it with a plain SIGSEGV.
    if "tack overflow" in words or "deep recursion" in words or report.status == -signal.SIGSEGV:
        deep = "stack overflow: the text nests or recurses too deeply"
        return NoVerdict(
            "crash", False, deep if words else f"signal {signal.SIGSEGV.value}, as of a {deep}", wall_s
        )
    if report.status == -signal.SIGXCPU:
        return NoVerdict("timeout", True, "the processor time limit was reached", wall_s)
    if report.status == -signal.SIGALRM:
        return NoVerdict("timeout", True, "the child's own deadline passed", wall_s)
    if report.status == -signal.SIGXFSZ:
        return NoVerdict("crash", False, "the output limit was reached", wall_s)
    how = f"signal {-report.status}" if report.status < 0 else f"exit status {report.status}"
    # SIGKILL from outside is most often the system running out of memory: another try may succeed.
    retryable = report.status == -signal.SIGKILL
    return NoVerdict("crash", retryable, "; ".join(filter(None, [how, detail, first_line])), wall_s)
