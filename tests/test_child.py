"""The host's side of a channel whose other end is not Lean: whatever comes, there is one verdict or its lack."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactic_mesh.errors import LeanProtocolError
from tactic_mesh.lean import frames
from tactic_mesh.lean.answer import RawAnswer, command_line_answer, raw_answer
from tactic_mesh.lean.child import Child, ExitReport
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import NoVerdict

MESSAGE = '{"severity": "error", "data": "no", "pos": {"line": 1, "column": 0}}'
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.just(MESSAGE),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
ANSWERS = st.dictionaries(
    st.sampled_from(["messages", "errors", "truncated", "constants", "constants_truncated", "state"]), JSON
)
Reply = Callable[[bytes], bytes]


def read(message: dict[str, Any]) -> str:
    if "word" not in message:
        raise LeanProtocolError("no word")
    return str(message["word"])


async def asked(reply: Reply, *, wall_s: float = 20.0, early: bytes = b"", hang_up: bool = False) -> object:
    """What a question brings whose answer is `reply` of its nonce; `early` was written before it."""
    ours, theirs = socket.socketpair()
    loop = asyncio.get_running_loop()
    children: list[Child] = []

    def kill(process_id: int) -> None:
        if not children[0].exit.done():
            children[0].exit.set_result(ExitReport(-9 if process_id == 1 else 0, "", 0, 0.0))

    children.append(Child(1, ours, Limits(output_bytes=1000), kill))
    with theirs:
        theirs.setblocking(False)

        async def answer() -> None:
            if early:
                await loop.sock_sendall(theirs, early)
            decoder = frames.Decoder()
            while (frame := decoder.next_frame()) is None:
                decoder.feed(await loop.sock_recv(theirs, 1 << 16))
            await loop.sock_sendall(theirs, reply(frame[0]))
            if hang_up:
                theirs.close()

        other = asyncio.create_task(answer())
        found = await children[0].ask({"op": "run"}, wall_s, read)
        children[0].abandon()
        other.cancel()
        await asyncio.gather(other, return_exceptions=True)
    return found


def run(work: Coroutine[Any, Any, object]) -> object:
    return asyncio.run(work)


def test_an_answer() -> None:
    assert run(asked(lambda nonce: frames.encode(nonce, {"word": "yes"}))) == "yes"


@pytest.mark.parametrize(
    "reply",
    [
        lambda nonce: frames.encode(bytes(16), {"word": "forged"}),
        lambda nonce: frames.encode(nonce, {"other": 1}),
        lambda nonce: frames.encode(bytes(16), {"word": "forged"}) + frames.encode(nonce, {"word": "yes"}),
        lambda nonce: struct.pack("<I", 18) + nonce + b"{]",
        lambda nonce: struct.pack("<I", 0xFFFFFFFF) + nonce,
        lambda nonce: struct.pack("<I", 3) + nonce,
        lambda nonce: b'{"word": "yes"}\n' * 10,
    ],
    ids=["wrong nonce", "no answer", "forged first", "no JSON", "too long", "too short", "no frame"],
)
def test_what_is_no_answer(reply: Reply) -> None:
    found = run(asked(reply))
    assert isinstance(found, NoVerdict)
    assert found.reason == "crash"


def test_silence() -> None:
    found = run(asked(lambda nonce: b"", wall_s=0.3))
    assert isinstance(found, NoVerdict)
    assert (found.reason, found.retryable) == ("timeout", True)


def test_half_an_answer() -> None:
    cut = run(asked(lambda nonce: frames.encode(nonce, {"word": "yes"})[:-1], hang_up=True))
    assert isinstance(cut, NoVerdict)
    slow = run(asked(lambda nonce: frames.encode(nonce, {"word": "yes"})[:-1], wall_s=0.3))
    assert isinstance(slow, NoVerdict)
    assert slow.reason == "timeout"


def test_an_answer_before_the_question() -> None:
    early = frames.encode(bytes(16), {"word": "forged"})
    found = run(asked(lambda nonce: frames.encode(nonce, {"word": "yes"}), early=early))
    assert isinstance(found, NoVerdict)


def test_a_child_that_talks_unasked_fills_its_own_buffer_only() -> None:
    async def flood() -> int:
        ours, theirs = socket.socketpair()
        child = Child(1, ours, Limits(output_bytes=1000), lambda _: None)
        written = 0
        with theirs:
            theirs.setblocking(False)
            for _ in range(1000):
                try:
                    written += theirs.send(bytes(1 << 16))
                except BlockingIOError:
                    await asyncio.sleep(0.001)
            child.close_channel()
        return written

    assert 1 << 20 <= asyncio.run(flood()) < 8 << 20


@given(ANSWERS)
def test_answers_are_read_or_refused(answer: dict[str, Any]) -> None:
    try:
        found = raw_answer(answer, 1.0)
    except LeanProtocolError:
        return
    assert isinstance(found, RawAnswer)
    assert all(isinstance(message, dict) and "severity" in message for message in found.messages)


@given(
    st.lists(st.sampled_from([MESSAGE, MESSAGE.replace("error", "warning"), "", "text", "[]", "{"])),
    st.integers(-64, 64),
)
def test_lines_of_a_command_are_read_or_refused(lines: list[str], status: int) -> None:
    found = command_line_answer("\n".join(lines).encode(), status, 1.0)
    errors = sum('"error"' in line for line in lines)
    if status not in (0, 1) or {"text", "[]", "{"} & set(lines) or (status == 1 and not errors):
        assert isinstance(found, str)
    else:
        assert isinstance(found, RawAnswer)
        assert found.messages == tuple(json.loads(line) for line in lines if line)
        assert found.errors == errors
