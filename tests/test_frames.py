"""Frames: their bytes, their limits, and that they survive any way of cutting a stream."""

from __future__ import annotations

import json
import os
import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactic_mesh.errors import LeanProtocolError
from tactic_mesh.lean import frames

NONCE = bytes(range(16))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
MESSAGES = st.dictionaries(st.text(), VALUES, max_size=5)
NONCES = st.binary(min_size=16, max_size=16)


def frame(body: bytes) -> bytes:
    return struct.pack("<I", len(body)) + body


def test_the_bytes_of_a_frame() -> None:
    encoded = frames.encode(NONCE, {"op": "run", "source": "∀"})
    assert encoded == b"\x2b\x00\x00\x00" + NONCE + b'{"op":"run","source":"\xe2\x88\x80"}'


@given(st.lists(st.tuples(NONCES, MESSAGES), max_size=5), st.lists(st.integers(1, 40), min_size=1))
def test_frames_survive_any_cutting(sent: list[tuple[bytes, dict[str, Any]]], sizes: list[int]) -> None:
    stream = b"".join(frames.encode(nonce, message) for nonce, message in sent)
    decoder, received, position, turn = frames.Decoder(), [], 0, 0
    while position < len(stream):
        size = sizes[turn % len(sizes)]
        decoder.feed(stream[position : position + size])
        position, turn = position + size, turn + 1
        while (found := decoder.next_frame()) is not None:
            received.append(found)
    # A lone surrogate has no UTF-8; it arrives as a question mark.
    assert received == [(nonce, json.loads(_utf8(message))) for nonce, message in sent]
    assert decoder.next_frame() is None


def _utf8(message: dict[str, Any]) -> bytes:
    return json.dumps(message, ensure_ascii=False).encode("utf-8", "replace")


@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_a_frame_or_refused(data: bytes) -> None:
    decoder = frames.Decoder(max_bytes=100)
    decoder.feed(data)
    try:
        found = decoder.next_frame()
    except LeanProtocolError:
        return
    assert found is None or (len(found[0]) == 16 and isinstance(found[1], dict))


@pytest.mark.parametrize(
    "body",
    [
        NONCE,
        NONCE + b"{",
        NONCE + b"[]",
        NONCE + b"3",
        NONCE + b'"text"',
        NONCE + b"\xff\xfe",
        NONCE + b"[" * 200_000,
    ],
    ids=["empty", "half", "array", "number", "string", "no UTF-8", "deep"],
)
def test_what_is_no_json_object_is_refused(body: bytes) -> None:
    decoder = frames.Decoder()
    decoder.feed(frame(body))
    with pytest.raises(LeanProtocolError, match="does not hold"):
        decoder.next_frame()


@pytest.mark.parametrize("length", [0, 15, 101, 0xFFFFFFFF])
def test_a_length_outside_the_limits_is_refused_before_its_bytes_come(length: int) -> None:
    decoder = frames.Decoder(max_bytes=100)
    decoder.feed(struct.pack("<I", length))
    with pytest.raises(LeanProtocolError, match="announces"):
        decoder.next_frame()


def test_a_message_over_the_limit_is_not_sent() -> None:
    with pytest.raises(LeanProtocolError, match="over the limit"):
        frames.encode(NONCE, {"text": "x" * frames.MAX_FRAME_BYTES})


def test_full_means_that_a_frame_waits() -> None:
    decoder = frames.Decoder(max_bytes=40)
    one = frames.encode(NONCE, {"a": 1})
    while not decoder.full:
        decoder.feed(one)
    assert decoder.next_frame() == (NONCE, {"a": 1})


def test_reading_from_a_descriptor() -> None:
    reader, writer = os.pipe()
    try:
        frames.write_all(writer, frames.encode(NONCE, {"a": "b" * 1000}) + frames.encode(NONCE, {}))
        assert frames.read_frame(reader) == (NONCE, {"a": "b" * 1000})
        assert frames.read_frame(reader) == (NONCE, {})
        frames.write_all(writer, struct.pack("<I", 1000))
        with pytest.raises(LeanProtocolError, match="announces"):
            frames.read_frame(reader, max_bytes=999)
        frames.write_all(writer, frames.encode(NONCE, {"cut": 1})[:-1])
        os.close(writer)
        writer = -1
        with pytest.raises(EOFError):
            frames.read_frame(reader)
    finally:
        os.close(reader)
        if writer >= 0:
            os.close(writer)


def test_nonces_differ() -> None:
    assert len({frames.new_nonce() for _ in range(100)}) == 100
