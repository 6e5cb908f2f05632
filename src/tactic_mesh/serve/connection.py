"""A connection until it has said what it wants: bounded in number, in bytes, and in time.

The server below reads heads of any size for ever, before anybody has looked for a key. Here a head has a limit, and
so has what stands around the pieces of a body; who says nothing for long, or is silent while others want to come in, is
hung up on.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

CONNECTIONS_MAX = 512
HEAD_BYTES_MAX = 64 << 10
HEAD_WALL_S = 30.0
"""In which a head must have arrived, from the connection or its first byte on."""
_AROUND_A_BYTE = 16
"""How much may stand around each byte of a body that comes in pieces."""


class Connection(HttpToolsProtocol):
    """One connection."""

    def __init__(self, *args: Any, **fields: Any) -> None:
        super().__init__(*args, **fields)
        self.silent = True
        """Whether it is in no request, or in the head of one."""
        self._began = False
        self._body_bytes = self._other_bytes = 0
        self._patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()
        if len(self.connections) > CONNECTIONS_MAX:
            others = (one for one in self.connections if isinstance(one, Connection))
            quiet = next((one for one in others if one.silent and one is not self), self)
            quiet.hang_up()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._began, before = False, self._body_bytes
        super().data_received(data)
        if not self._began:  # else what came is a part of two requests, and no more than was read at once
            self._other_bytes += len(data) - (self._body_bytes - before)
        if self._other_bytes > HEAD_BYTES_MAX + _AROUND_A_BYTE * self._body_bytes:
            self.hang_up()
        elif self.silent and self._patience is None:
            self._wait()

    def on_message_begin(self) -> None:
        self._began, self.silent = True, True
        self._body_bytes = self._other_bytes = 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self.silent = False
        self._stop_waiting()
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._body_bytes += len(body)
        super().on_body(body)

    def on_response_complete(self) -> None:
        self.silent = True
        super().on_response_complete()

    def hang_up(self) -> None:
        self._stop_waiting()
        self.transport.abort()

    def _wait(self) -> None:
        self._patience = self.loop.call_later(HEAD_WALL_S, self.hang_up)

    def _stop_waiting(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
