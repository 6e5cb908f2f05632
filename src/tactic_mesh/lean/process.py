"""One text, one new `lean` process: the way for installed toolchains, and the last fallback of the embedded one.

Covered: what `sandbox.run` promises on this machine (on Linux no network, no files but the toolchain's and the
project's, which cannot be changed, no other processes; limits; nothing that lives on afterwards).
Not covered: what Lean prints can be forged by the text itself: this is an answer of the first rung, never a proof.
A project whose lakefile was never compiled cannot be opened, because lake would write there: build it once.

An installed Lean keeps its own defaults (and a project its own options), so that a file means here what it
means in the user's editor; the embedded one gets `EMBEDDED_OPTIONS`.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tactic_mesh.errors import LeanUnavailable, SandboxUnavailable, UsageError
from tactic_mesh.lean.answer import RawAnswer, lean_message
from tactic_mesh.lean.command import EMBEDDED_OPTIONS, lean_command
from tactic_mesh.lean.reach import readable
from tactic_mesh.lean.toolchain import Kind, Toolchain
from tactic_mesh.lean.variables import lean_environment
from tactic_mesh.sandbox.execution import Finished
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.sandbox.policy import Policy
from tactic_mesh.sandbox.run import run
from tactic_mesh.theorem import NoVerdict, NoVerdictReason

LIMITER = Path(__file__).with_name("limited.py")
_LINE_BYTES_MAX = 4 << 20


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
    command = _command(toolchain, options)
    if not os.access(command[0], os.X_OK):
        raise LeanUnavailable(f"Cannot start {command[0]}: it is gone or not executable.")
    if toolchain.project is not None and not toolchain.project.is_dir():
        raise LeanUnavailable(f"Cannot start {command[0]}: there is no folder {toolchain.project}.")
    policy = Policy(
        readable=readable(toolchain, search_path, environ),
        folder=toolchain.project,
        environment=lean_environment(search_path, environ, own_temporary=True),
        limits=limits,
    )
    messages = _Messages(limits.output_bytes)
    source = text.encode("utf-8", "surrogatepass")
    try:
        finished = await run(command, policy, stdin=source, on_output=messages.feed)
    except (SandboxUnavailable, UsageError) as error:
        raise LeanUnavailable(f"Cannot start {command[0]}: {error}") from error
    messages.finish()
    return _answer(finished, messages, limits)


def _command(toolchain: Toolchain, options: Sequence[str]) -> list[str]:
    own = EMBEDDED_OPTIONS if toolchain.kind is Kind.EMBEDDED else ()
    return [*lean_command(toolchain), *own, *options, "--json", "--stdin"]


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


def _answer(finished: Finished, messages: _Messages, limits: Limits) -> RawAnswer | NoVerdict:
    reason, detail = _why_none(finished, messages, limits)
    if reason is not None:
        return NoVerdict(reason, retryable=reason == "timeout", detail=detail, wall_s=finished.wall_s)
    return RawAnswer(
        messages=tuple(messages.kept),
        errors=messages.errors,
        wall_s=finished.wall_s,
        truncated=messages.truncated,
        exit_code=finished.status,
    )


def _why_none(finished: Finished, messages: _Messages, limits: Limits) -> tuple[NoVerdictReason | None, str]:
    """Why there is no answer, None if there is one. Silence with a failing exit code is no answer."""
    said, exit_code = finished.stderr.decode("utf-8", "replace").strip(), finished.status
    match finished.how:
        case "timeout" | "cancelled":
            return "timeout", f"Lean was ended after {limits.wall_s:g} s"
        case "cpu":
            return "timeout", f"Lean used more than {limits.cpu_s} s of processor time"
        case "processes":
            return "crash", f"Lean started more than {limits.processes} processes"
    if finished.how == "memory" or "out of memory" in said:
        return "memory", f"Lean used more than {limits.memory_bytes >> 20} MiB"
    if exit_code == -signal.SIGKILL:
        return "memory", "Lean was killed from outside, perhaps by the system for lack of memory"
    if messages.stray:
        return "crash", f"standard output held what is no message of Lean's: {messages.stray!r}"
    if exit_code not in (0, 1) or (exit_code == 1 and not messages.errors):
        return "crash", f"Lean ended with {exit_code}: {said[:500] or 'no message'}"
    return None, ""
