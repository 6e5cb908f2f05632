"""The zygote: a small process that loads Lean once, imports the core library, and from then on only forks.

Run as `python -m tactic_mesh.lean.zygote LIBRARY CORE COMMIT CONTROL_FD warm|command-lines`. It has no
application code, no other threads of ours and no task manager of Lean, so that a fork is a complete and cheap copy.
It elaborates nothing.

On the control socket it takes `fork` (with the child's end of a socket pair as ancillary data) and `kill`, and
answers `ready`, `forked` and, for every child that ended, `exit` with status, last words and resources used. When the
control socket closes, everything is killed and the zygote ends.

Children are of four kinds: `isolated` answers one request, `worker` answers many (text that is ours or
restricted), `main` runs Lean's own command line over the channel, `program` runs a module of this package that a
higher room names (never a text), with the library at hand. What may reach them, and under which limits, is
the host's decision.
"""

from __future__ import annotations

import base64
import ctypes
import importlib
import json
import os
import resource
import select
import signal
import socket
import sys
import tempfile
import warnings
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn, Protocol, cast

from tactic_mesh.errors import LeanProtocolError
from tactic_mesh.lean import frames, stepping
from tactic_mesh.lean.calls import (
    COMMAND_LINES,
    THREAD_STACK_BYTES,
    WARM,
    CommandState,
    NewConstant,
    Runtime,
    load_library,
)
from tactic_mesh.lean.objects import LeanRuntimeError, text
from tactic_mesh.lean.stepping import Stepper
from tactic_mesh.sandbox import landlock, privileges, seccomp
from tactic_mesh.sandbox import limits as resource_limits
from tactic_mesh.sandbox.limits import Limits

PACKAGE = "tactic_mesh"
STDERR_BYTES_MAX = 1 << 20
DESCRIPTORS_MAX = 1 << 16
LAST_WORDS_BYTES = 2048
MAX_CONSTANTS_LISTED = 20_000
MAX_STATES = 4096
_PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER = 1, 36
_JSON_STRING, _JSON_ARRAY = 3, 4
_ZERO_NONCE = bytes(frames.NONCE_BYTES)


class SelfTestFailed(Exception):
    """This library does not behave as the host expects; nothing is served from it."""


@dataclass(slots=True)
class _Child:
    process_id: int
    stderr: int


@dataclass(frozen=True, slots=True)
class Warm:
    """The library with the core library imported, and the state in which a file begins."""

    runtime: Runtime
    start: CommandState


@dataclass(slots=True)
class Zygote:
    """The forking loop. `library` and `warm` were made before the loop; children inherit them.

    Without `warm` nothing was imported: only children that run Lean's own command line can be had.
    """

    library: ctypes.CDLL
    warm: Warm | None
    control: socket.socket
    # What a child may read that runs Lean's command line, and with it any import.
    readable: tuple[Path, ...]
    children: dict[int, _Child] = field(default_factory=dict)
    # The children's ends of channels that arrived, in the order of the requests they belong to.
    channels: deque[int] = field(default_factory=deque)
    wake: tuple[int, int] = field(default_factory=os.pipe)

    def serve(self) -> None:
        """Serve until the host's end of the control socket closes."""
        wake_read, wake_write = self.wake
        os.set_blocking(wake_write, False)
        os.set_blocking(wake_read, False)
        signal.signal(signal.SIGCHLD, lambda _signal, _frame: None)
        signal.set_wakeup_fd(wake_write, warn_on_full_buffer=False)
        decoder, control = frames.Decoder(), self.control.fileno()
        self._send({"op": "ready", "warm": self.warm is not None})
        while True:
            ready, _, _ = select.select([control, wake_read], [], [])
            if wake_read in ready:
                _drain(wake_read)
                self._reap()
            if control not in ready:
                continue
            data, descriptors, _flags, _address = socket.recv_fds(self.control, 1 << 16, 16)
            if not data:
                break
            self.channels.extend(descriptors)
            decoder.feed(data)
            while (frame := decoder.next_frame()) is not None:
                self._handle(frame[1])
        self._kill_all()

    def _handle(self, message: dict[str, Any]) -> None:
        match message["op"]:
            case "fork":
                self._fork(message, self.channels.popleft())
            case "kill":
                # Only a child that was not reaped yet: its number cannot belong to anybody else.
                if message["pid"] in self.children:
                    _kill_group(message["pid"])
            case other:
                raise LeanProtocolError(f"the zygote does not know the request {other!r}")

    def _fork(self, message: dict[str, Any], channel: int) -> None:
        if message["kind"] == "program":
            # Imported here, once, so that every child finds it ready.
            _program(message["program"])
        stderr = _memory_file()
        process_id = os.fork()
        if process_id == 0:
            self._child(message, channel, stderr)
        os.close(channel)
        self.children[process_id] = _Child(process_id, stderr)
        self._send({"op": "forked", "id": message["id"], "pid": process_id})

    def _child(self, message: dict[str, Any], channel: int, stderr: int) -> NoReturn:
        """The child's whole life; it never returns into the zygote's loop."""
        status = 70
        try:
            signal.set_wakeup_fd(-1)
            _close_all_but(channel, stderr)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            serve_child(self.library, self.warm, self.readable, message, channel, stderr)
            status = 0
        except (EOFError, BrokenPipeError, ConnectionError):
            status = 0  # the host is gone
        except MemoryError:
            os.write(2, b"out of memory\n")
            status = 1
        except (LeanProtocolError, LeanRuntimeError, OSError, ValueError) as error:
            os.write(2, f"{type(error).__name__}: {error}\n".encode()[:LAST_WORDS_BYTES])
        finally:
            os._exit(status)

    def _reap(self) -> None:
        """Report every child that has ended, and end what it left behind."""
        for child in list(self.children.values()):
            ended = _collect(child.process_id)
            if ended is None:
                continue
            status, usage = ended
            del self.children[child.process_id]
            last_words = _last_words(child.stderr)
            os.close(child.stderr)
            self._send(
                {
                    "op": "exit",
                    "pid": child.process_id,
                    "status": os.waitstatus_to_exitcode(status),
                    "last_words": last_words,
                    "rss_bytes_max": usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
                    "cpu_s": usage.ru_utime + usage.ru_stime,
                }
            )
        _reap_orphans(self.children)

    def _kill_all(self) -> None:
        for process_id in self.children:
            _kill_group(process_id)

    def _send(self, message: dict[str, Any]) -> None:
        self.control.sendall(frames.encode(_ZERO_NONCE, message))


def _close_all_but(*kept: int) -> None:
    """Close every descriptor but the standard ones and these.

    Lean's event loop, whose thread stays in the zygote, waits on pipes that a fork shares: sixteen bytes written to
    one of them by a child would be taken for the address of a handler, in a process without a filter.
    """
    begin = 3
    for descriptor in sorted(kept):
        os.closerange(begin, descriptor)
        begin = descriptor + 1
    os.closerange(begin, DESCRIPTORS_MAX)


def serve_child(
    library: ctypes.CDLL,
    warm: Warm | None,
    readable: tuple[Path, ...],
    message: dict[str, Any],
    channel: int,
    stderr: int,
) -> None:
    """Confine this process as `message` says, then answer requests on `channel`."""
    os.setsid()
    _die_with_parent()
    limits = Limits(**message["limits"])
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    os.dup2(stderr, 2)
    # RLIMIT_FSIZE bounds the memory file behind stderr; Python ignores the signal by which a flood ends the child.
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    is_main = message["kind"] == "main"
    file_bytes = STDERR_BYTES_MAX if not is_main else STDERR_BYTES_MAX + frames.MAX_FRAME_BYTES
    resource_limits.apply(
        limits, cpu=message["kind"] != "worker", file_bytes=file_bytes, stack_bytes=THREAD_STACK_BYTES
    )
    if message["kind"] == "main":
        _serve_command_line(library, readable, channel, confined=message["confined"])
        return
    if warm is None:
        raise LeanProtocolError("this zygote has imported nothing: it has command lines only")
    warm.runtime.start_tasks()
    if message["confined"]:
        privileges.drop()
        seccomp.lock_down()
    if message["kind"] == "program":
        nonce, request = frames.read_frame(channel)
        signal.setitimer(signal.ITIMER_REAL, 2.0 * float(request.get("wall_s", 30.0)) + 5.0)
        answer = _program(message["program"]).run(warm.runtime, warm.start, request)
        frames.write_all(channel, frames.encode(nonce, answer))
        return
    session = Session(warm.runtime, warm.start, channel, limits.output_bytes)
    session.serve(requests_max=1 if message["kind"] == "isolated" else None)


class Program(Protocol):
    """A module that a child of the kind `program` runs: it answers one request."""

    def run(self, runtime: Runtime, start: CommandState, request: dict[str, Any]) -> dict[str, Any]: ...


def _program(name: str) -> Program:
    """The module of this package that is to be run. Raises: LeanProtocolError for any other."""
    if not name.startswith(f"{PACKAGE}."):
        raise LeanProtocolError(f"{name!r} is no module of {PACKAGE}")
    return cast(Program, importlib.import_module(name))


@dataclass(slots=True)
class Session:
    """One child's conversation: states are numbered, 0 is where a user's file begins."""

    runtime: Runtime
    start: CommandState
    channel: int
    output_bytes: int
    states: dict[int, CommandState] = field(default_factory=dict)
    last_state: int = 0
    stepper: Stepper | None = None

    def serve(self, requests_max: int | None) -> None:
        """Answer requests until the host closes the channel or `requests_max` are served."""
        served = 0
        while requests_max is None or served < requests_max:
            nonce, request = frames.read_frame(self.channel)
            # The last defence against a host that stopped watching; twice its own deadline.
            signal.setitimer(signal.ITIMER_REAL, 2.0 * _request_wall_s(request) + 5.0)
            for answer in self._answers(request):
                frames.write_all(self.channel, frames.encode(nonce, answer))
            signal.setitimer(signal.ITIMER_REAL, 0.0)
            served += 1

    def _answers(self, request: dict[str, Any]) -> Any:
        match request["op"]:
            case "run":
                yield self._run(request)
            case "try":
                yield from self._try(request)
            case "parse":
                base = self._state(request["base"])
                yield {"error": self.runtime.parse(request["category"], request["source"], base)}
            case "drop":
                self.runtime.drop(self._state(request["state"]))
                del self.states[request["state"]]
                yield {}
            case "open":
                yield self._open(request)
            case "step" | "constant" | "show" | "forget" if self.stepper is not None:
                yield from stepping.answers(self.stepper, request)
            case other:
                raise LeanProtocolError(f"a child does not know the request {other!r}")

    def _open(self, request: dict[str, Any]) -> dict[str, Any]:
        """Begin the tactic states of one theorem; a child has one at a time."""
        if self.stepper is not None:
            self.stepper.close()
            self.stepper = None
        base = self._state(request["base"])
        try:
            self.stepper = Stepper(self.runtime, base, request["binders"], request["statement"])
        except LeanRuntimeError as error:
            return {"error": str(error)}
        return self.stepper.root_answer()

    def _state(self, number: int) -> CommandState:
        if number == 0:
            return self.start
        if number not in self.states:
            raise LeanProtocolError(f"there is no state {number} in this child")
        return self.states[number]

    def _run(self, request: dict[str, Any]) -> dict[str, Any]:
        """Elaborate a text from a state; its messages, what it added, and the new state's number if kept."""
        state = self.runtime.run(request["source"], self._state(request["base"]))
        answer = self._messages(state)
        if request.get("constants"):
            answer["constants"], answer["constants_truncated"] = self._new_constants(state)
        if request.get("module"):
            answer["module"] = base64.b64encode(self.runtime.module_of(state)).decode()
        if request.get("keep") and len(self.states) < MAX_STATES:
            self.last_state += 1
            self.states[self.last_state] = state
            answer["state"] = self.last_state
        else:
            self.runtime.drop(state)
        return answer

    def _try(self, request: dict[str, Any]) -> Any:
        """Elaborate several texts from one state, one answer each, so that a hang costs only what comes after.

        With `stop`, the first text without an error message ends the series.
        """
        for index, source in enumerate(request["sources"]):
            state = self.runtime.run(source, self._state(request["base"]))
            answer = self._messages(state)
            self.runtime.drop(state)
            failed = answer["errors"] > 0
            yield {**answer, "index": index}
            if request.get("stop") and not failed:
                break
        yield {"done": True}

    def _messages(self, state: CommandState) -> dict[str, Any]:
        """The messages up to the output limit. `errors` counts all of them, also those beyond the limit."""
        kept: list[str] = []
        size = errors = 0
        truncated = False
        for message in self.runtime.messages(state):
            errors += '"severity":"error"' in message
            size += _bytes_in_frame(message)
            if size > self.output_bytes:
                truncated = True
            else:
                kept.append(message)
        return {"messages": kept, "errors": errors, "truncated": truncated}

    def _new_constants(self, state: CommandState) -> tuple[list[dict[str, Any]], bool]:
        found = self.runtime.new_constants(state)
        listed: list[dict[str, Any]] = []
        size = 0
        for constant in found[:MAX_CONSTANTS_LISTED]:
            one = self._constant(constant, state)
            size += _bytes_in_frame(one)
            if size > self.output_bytes:
                break
            listed.append(one)
        for constant in found:
            self.runtime.objects.drop(constant.name_value)
        return listed, len(listed) < len(found)

    def _constant(self, constant: NewConstant, state: CommandState) -> dict[str, Any]:
        proves = constant.kind in ("theorem", "definition", "opaque", "axiom")
        axioms = self.runtime.axioms(constant, state) if proves else ()
        return {
            "name": constant.name,
            "kind": constant.kind,
            "internal": constant.internal,
            "axioms": axioms,
        }


def _request_wall_s(request: dict[str, Any]) -> float:
    """The host's deadline for all answers; `wall_s` is for one of them."""
    return float(request.get("request_wall_s", request.get("wall_s", 30.0)))


def _bytes_in_frame(value: object) -> int:
    return len(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))


def _serve_command_line(
    library: ctypes.CDLL, readable: tuple[Path, ...], channel: int, *, confined: bool
) -> None:
    """Lean's own command line: the request's source on stdin, its JSON lines on the channel."""
    _nonce, request = frames.read_frame(channel)
    source = _memory_file()
    frames.write_all(source, request["source"].encode())
    os.lseek(source, 0, os.SEEK_SET)
    os.dup2(source, 0)
    os.dup2(channel, 1)
    words = [b"lean", b"--json", b"--stdin", *(word.encode() for word in request["flags"])]
    main = library.lean_main
    main.argtypes, main.restype = [ctypes.c_int, ctypes.POINTER(ctypes.c_char_p)], ctypes.c_int
    if confined:
        # The filter lets files be opened for reading, whichever they are; Landlock says which.
        if landlock.version():
            landlock.confine(readable=readable)
        privileges.drop()
        seccomp.lock_down(files="read")
    os._exit(main(len(words), (ctypes.c_char_p * (len(words) + 1))(*words, None)) & 0xFF)


def check_layout(runtime: Runtime, commit: str) -> None:
    """The part of the self-test that is safe without a child: the commit, and values that go out and come back.

    Raises: SelfTestFailed with what differs.
    """
    if runtime.commit != commit:
        raise SelfTestFailed(f"the loaded library is Lean commit {runtime.commit}, expected {commit}")
    o = runtime.objects
    words = [o.constructor(_JSON_STRING, [o.string(word)]) for word in ("ζ", "mesh")]
    array = o.constructor(_JSON_ARRAY, [o.array(words)])
    printed = text(o.bind("l_Lean_Json_compress", ctypes.c_void_p)(array))
    if printed != '["ζ","mesh"]':
        raise SelfTestFailed(f"a value that was built here reads {printed!r} in Lean")


def _collect(process_id: int) -> tuple[int, resource.struct_rusage] | None:
    """Status and resources of a child that has ended, its group ended too; None if it lives."""
    if hasattr(os, "waitid"):
        if os.waitid(os.P_PID, process_id, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            return None
        # Before it is collected: until then its number, which is its group's, belongs to nobody else.
        _kill_group(process_id)
    found, status, usage = os.wait4(process_id, os.WNOHANG)
    return (status, usage) if found else None


def _kill_group(process_id: int) -> None:
    for send in (os.killpg, os.kill):
        try:
            send(process_id, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue


def _reap_orphans(children: dict[int, _Child]) -> None:
    """Processes that outlived a child of ours come to us as their subreaper; they are ended and collected."""
    if sys.platform != "linux":
        return
    for orphan in _direct_children() - children.keys():
        os.kill(orphan, signal.SIGKILL)
    for _ in range(10_000):
        try:
            found = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        except ChildProcessError:
            return
        if found is None or found.si_pid in children:
            return
        os.waitpid(found.si_pid, 0)


def _direct_children() -> set[int]:
    """The processes whose parent is this one, dead ones that were not collected among them."""
    found: set[int] = set()
    for task in Path("/proc/self/task").iterdir():
        try:
            found.update(map(int, (task / "children").read_bytes().split()))
        except OSError:
            continue  # the thread has ended, or this system does not tell
    return found


def _memory_file() -> int:
    if hasattr(os, "memfd_create"):
        return os.memfd_create("lean")
    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())


def _last_words(descriptor: int) -> str:
    """The beginning and the end of what a child wrote to stderr: the cause comes first, a stack trace last."""
    size = os.fstat(descriptor).st_size
    begin = os.pread(descriptor, LAST_WORDS_BYTES, 0)
    end = os.pread(descriptor, LAST_WORDS_BYTES, max(len(begin), size - LAST_WORDS_BYTES))
    return (begin + end).decode("utf-8", "replace")


def _drain(descriptor: int) -> None:
    try:
        while os.read(descriptor, 4096):
            pass
    except BlockingIOError:
        return


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, ctypes.c_ulong(signal.SIGKILL), 0, 0, 0)


def _warm(library: ctypes.CDLL, core: Path, commit: str) -> Warm:
    runtime = Runtime(library)
    check_layout(runtime, commit)
    return Warm(runtime, runtime.import_core(core))


def main() -> None:
    file, core, commit, control_descriptor, how = sys.argv[1:6]
    control = socket.socket(fileno=int(control_descriptor))
    # Lean's initialisation starts two idle threads; forking beside them is what this process is for.
    warnings.filterwarnings("ignore", category=DeprecationWarning, message=".*fork.*")
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, ctypes.c_ulong(1), 0, 0, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        library = load_library(Path(file))
        if how == COMMAND_LINES and not hasattr(library, "lean_main"):
            raise SelfTestFailed("this library does not export lean_main (macOS builds do not)")
        warm = _warm(library, Path(core), commit) if how == WARM else None
    except (OSError, AttributeError, LeanRuntimeError, SelfTestFailed) as error:
        reason = {"op": "failed", "reason": f"{type(error).__name__}: {error}"}
        control.sendall(frames.encode(_ZERO_NONCE, reason))
        sys.exit(1)
    Zygote(library, warm, control, readable=(Path(core), Path(file).parent)).serve()


if __name__ == "__main__":
    main()
