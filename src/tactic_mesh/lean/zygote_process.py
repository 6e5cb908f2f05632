"""The host's side of the zygote: starts it, orders children from it, and hears of their ends."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import os
import re
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tactic_mesh.errors import LeanUnavailable
from tactic_mesh.lean import frames
from tactic_mesh.lean.answer import RawAnswer, command_line_answer
from tactic_mesh.lean.calls import OPTIONS, WARM
from tactic_mesh.lean.child import Child, ExitReport, no_verdict
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import NoVerdict

PACKAGE_ROOT = Path(__file__).resolve().parents[2]
START_WALL_S = 60.0
_END_WALL_S = 5.0
_INHERITED = ("PATH", "HOME", "LANG", "TMPDIR")


@dataclass(frozen=True, slots=True)
class _Order:
    """A child that the zygote was asked for."""

    channel: socket.socket
    limits: Limits
    child: asyncio.Future[Child]


class ZygoteProcess:
    """A running zygote. Made by `start`."""

    def __init__(self, process: subprocess.Popen[bytes], control: socket.socket) -> None:
        self.process = process
        self.alive = True
        self._control = control
        self._loop = asyncio.get_running_loop()
        self._decoder = frames.Decoder()
        self._children: dict[int, Child] = {}
        self._orders: dict[int, _Order] = {}
        self._last_order = 0
        self._ready: asyncio.Future[dict[str, Any]] = self._loop.create_future()
        control.setblocking(False)
        self._loop.add_reader(control.fileno(), self._on_readable)

    @classmethod
    async def start(cls, library: Path, core: Path, commit: str, *, how: str = WARM) -> ZygoteProcess:
        """Load `library` in a process of its own, and import `core` there if it is to be warm.

        Raises: LeanUnavailable with what is wrong with them.
        """
        ours, theirs = socket.socketpair()
        zygote, started = cls(_launch(library, core, commit, theirs, how), ours), False
        try:
            async with asyncio.timeout(START_WALL_S):
                answer = await asyncio.shield(zygote._ready)
            if answer["op"] != "ready":
                raise LeanUnavailable(f"the embedded Lean does not start: {answer['reason']}")
            started = True
        except TimeoutError as error:
            raise LeanUnavailable(f"the embedded Lean did not start within {START_WALL_S:g} s") from error
        finally:
            if not started:
                await zygote.close()
        return zygote

    async def fork(self, kind: str, limits: Limits, *, confined: bool) -> Child:
        """A new child; a `kind` with a dot is the program that it runs.

        Raises: LeanUnavailable if the zygote is gone.
        """
        ours, theirs = socket.socketpair()
        self._last_order += 1
        number = self._last_order
        order = _Order(ours, limits, self._loop.create_future())
        self._orders[number] = order
        message = {
            "op": "fork",
            "id": number,
            "kind": "program" if "." in kind else kind,
            "program": kind,
            "confined": confined,
            "limits": {
                "wall_s": limits.wall_s,
                "cpu_s": limits.cpu_s,
                "memory_bytes": limits.memory_bytes,
                "output_bytes": limits.output_bytes,
            },
        }
        try:
            self._send(message, theirs)
            async with asyncio.timeout(START_WALL_S):
                return await asyncio.shield(order.child)
        except (OSError, TimeoutError) as error:
            self._cancel(order)
            raise LeanUnavailable("the Lean host does not fork any more; try again") from error
        except asyncio.CancelledError:
            self._cancel(order)
            raise
        finally:
            self._orders.pop(number, None)
            theirs.close()

    def _send(self, message: dict[str, Any], channel: socket.socket | None = None) -> None:
        """A request, with the child's end of a channel if it is for one. Raises: OSError if the zygote is gone."""
        data = frames.encode(frames.new_nonce(), message)
        try:
            if channel is None:
                self._control.sendall(data)
            else:
                socket.send_fds(self._control, [data], [channel.fileno()])
        except OSError:
            self._lost()
            raise

    @staticmethod
    def _cancel(order: _Order) -> None:
        """Nobody waits for this child: with its channel closed it ends by itself, if it ever begins."""
        if order.child.done() and not order.child.cancelled() and order.child.exception() is None:
            order.child.result().abandon()
        else:
            order.child.cancel()
            order.channel.close()

    def kill(self, process_id: int) -> None:
        if self.alive and process_id in self._children:
            with contextlib.suppress(OSError):
                self._send({"op": "kill", "pid": process_id})

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
                self._ready.set_result(message)
            case "forked":
                order = self._orders.pop(message["id"], None)
                if order and not order.child.done():
                    child = Child(message["pid"], order.channel, order.limits, self.kill)
                    self._children[message["pid"]] = child
                    order.child.set_result(child)
            case "exit":
                ended = self._children.pop(message["pid"], None)
                if ended and not ended.exit.done():
                    report = ExitReport(
                        message["status"], message["last_words"], message["rss_bytes_max"], message["cpu_s"]
                    )
                    ended.exit.set_result(report)

    def _lost(self) -> None:
        """The zygote is gone, and its children with it: nothing waits for them any longer."""
        if not self.alive:
            return
        self.alive = False
        self._loop.remove_reader(self._control.fileno())
        self._control.close()
        if not self._ready.done():
            self._ready.set_result({"op": "failed", "reason": "the zygote ended before it was ready"})
        for order in self._orders.values():
            if not order.child.done():
                order.child.set_exception(OSError("the zygote is gone"))
        for child in self._children.values():
            if not child.exit.done():
                child.exit.set_result(ExitReport(-signal.SIGKILL, "the Lean host ended", 0, 0.0))
            child.close_channel()
        self._children.clear()

    async def close(self) -> None:
        """End the zygote, which ends its children."""
        self._lost()
        try:
            await asyncio.to_thread(self.process.wait, _END_WALL_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            await asyncio.to_thread(self.process.wait)


def _launch(
    library: Path, core: Path, commit: str, control: socket.socket, how: str
) -> subprocess.Popen[bytes]:
    """Start the zygote's process; `control` is its end, which is closed here."""
    environment = {
        **{key: os.environ[key] for key in _INHERITED if key in os.environ},
        "PYTHONPATH": str(PACKAGE_ROOT),
        "LEAN_PATH": str(core),
    }
    words = (str(library), str(core), commit, str(control.fileno()), how)
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "tactic_mesh.lean.zygote", *words],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[control.fileno()],
            start_new_session=True,
        )
    finally:
        control.close()


async def run_command_line(child: Child, source: str, limits: Limits) -> RawAnswer | NoVerdict:
    """Lean's own command line in a child of the kind `main`: able to import anything that is compiled."""
    flags = [f"-D{option}={str(value).lower()}" for option, value in OPTIONS.items()]
    started = time.monotonic()
    result = await child.stream({"source": source, "flags": flags}, limits.wall_s)
    wall_s = time.monotonic() - started
    if isinstance(result, NoVerdict):
        return result
    output, report = result
    answer = command_line_answer(output, report.status, wall_s)
    return no_verdict(report, answer, wall_s) if isinstance(answer, str) else _without_places(answer)


# Lean lists where it looked for a module: our cache, which is nobody's place to put one.
_PLACES = re.compile(r"\n\nNo directory '[^']*' or file '[^']*' in the search path entries:\n.*", re.DOTALL)


def _without_places(answer: RawAnswer) -> RawAnswer:
    messages = tuple({**one, "data": _PLACES.sub("", one["data"])} for one in answer.messages)
    return dataclasses.replace(answer, messages=messages)
