"""Length-framed messages between the host, the zygote and its children.

A frame is `u32 length` (little-endian, of what follows), 16 bytes of nonce, then UTF-8 JSON. The nonce of an
answer is that of its question, so that bytes which a candidate managed to write onto the channel are not taken
for an answer. Every reader has a limit: a longer frame is an error, not an allocation.
"""

from __future__ import annotations

import json
import os
import struct
from typing import Any

from tactic_mesh.errors import LeanProtocolError

NONCE_BYTES = 16
HEADER_BYTES = 4
MAX_FRAME_BYTES = 64 << 20


def new_nonce() -> bytes:
    return os.urandom(NONCE_BYTES)


def encode(nonce: bytes, message: dict[str, Any]) -> bytes:
    """One frame. Raises: LeanProtocolError if the message is over the limit."""
    body = nonce + json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    if len(body) > MAX_FRAME_BYTES:
        raise LeanProtocolError(f"a message of {len(body)} bytes is over the limit of {MAX_FRAME_BYTES}")
    return struct.pack("<I", len(body)) + body


class Decoder:
    """Turns bytes as they arrive into frames."""

    def __init__(self, max_bytes: int = MAX_FRAME_BYTES) -> None:
        self._buffer = bytearray()
        self._max_bytes = max_bytes

    def feed(self, data: bytes) -> None:
        self._buffer += data

    @property
    def full(self) -> bool:
        """Whether a frame is waiting that is whole or too long, so that nothing more needs to be fed for one."""
        return len(self._buffer) >= HEADER_BYTES + self._max_bytes

    def next_frame(self) -> tuple[bytes, dict[str, Any]] | None:
        """The next whole frame as (nonce, message), or None until more bytes are fed.

        Raises: LeanProtocolError for a length over the limit or a body that is not a JSON object.
        """
        if len(self._buffer) < HEADER_BYTES:
            return None
        (length,) = struct.unpack_from("<I", self._buffer)
        if not NONCE_BYTES <= length <= self._max_bytes:
            raise LeanProtocolError(
                f"a frame announces {length} bytes; at most {self._max_bytes} are accepted"
            )
        if len(self._buffer) < HEADER_BYTES + length:
            return None
        body = bytes(self._buffer[HEADER_BYTES : HEADER_BYTES + length])
        del self._buffer[: HEADER_BYTES + length]
        try:
            message = json.loads(body[NONCE_BYTES:])
        except (ValueError, RecursionError) as error:
            raise LeanProtocolError("a frame does not hold JSON") from error
        if not isinstance(message, dict):
            raise LeanProtocolError("a frame does not hold a JSON object")
        return body[:NONCE_BYTES], message


def read_exactly(descriptor: int, count: int) -> bytes:
    """`count` bytes from a blocking descriptor. Raises: EOFError when the other side is gone."""
    parts = bytearray()
    while len(parts) < count:
        block = os.read(descriptor, min(1 << 20, count - len(parts)))
        if not block:
            raise EOFError
        parts += block
    return bytes(parts)


def read_frame(descriptor: int, max_bytes: int = MAX_FRAME_BYTES) -> tuple[bytes, dict[str, Any]]:
    """One frame from a blocking descriptor."""
    decoder = Decoder(max_bytes)
    header = read_exactly(descriptor, HEADER_BYTES)
    (length,) = struct.unpack("<I", header)
    if length > max_bytes:
        raise LeanProtocolError(f"a frame announces {length} bytes; at most {max_bytes} are accepted")
    decoder.feed(header + read_exactly(descriptor, length))
    frame = decoder.next_frame()
    assert frame is not None
    return frame


def write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
