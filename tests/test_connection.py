"""Connections that say too much before they are anybody's, or nothing at all."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest
from fastapi import FastAPI, Request

from tactic_mesh.serve import connection
from tactic_mesh.serve.server import listen, run
from tactic_mesh.serve.settings import Settings

PATIENCE_S = 30.0
Value = TypeVar("Value")
Opened = Callable[[], Awaitable[tuple[asyncio.StreamReader, asyncio.StreamWriter]]]
REQUEST = b"POST /size HTTP/1.1\r\nHost: localhost\r\n"


def connected(work: Callable[[Opened], Awaitable[Value]]) -> Value:
    """`work` with connections to a server that answers how large a body was."""
    app = FastAPI()
    app.state.service = app

    @app.post("/size")
    async def size(request: Request) -> int:
        return len(await request.body())

    async def whole() -> Value:
        settings = Settings(port=0, drain_s=0)
        listening = listen(settings)
        host, port = listening.getsockname()[:2]
        started = asyncio.Event()
        serving = asyncio.create_task(run(app, listening, settings, started.set))
        await started.wait()
        try:
            async with asyncio.timeout(PATIENCE_S):
                return await work(lambda: asyncio.open_connection(host, port))
        finally:
            os.kill(os.getpid(), signal.SIGTERM)
            await serving

    return asyncio.run(whole())


async def flooded(opened: Opened, start: bytes, piece: bytes) -> bool:
    """Whether the server hung up on someone who goes on and on."""
    reader, writer = await opened()
    writer.write(start)
    try:
        for _ in range(200):
            writer.write(piece * (100_000 // len(piece)))
            await writer.drain()
            await asyncio.sleep(0)
        return not await reader.read()
    except OSError:
        return True
    finally:
        writer.close()


@pytest.mark.parametrize(
    ("start", "piece"),
    [
        (REQUEST, b"X-More: and more\r\n"),
        (REQUEST + b"X-Endless: ", b"x"),
        (b"GET /", b"x"),
        (REQUEST + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X-Trailer: more\r\n"),
        (REQUEST + b"Transfer-Encoding: chunked\r\n\r\n1;", b"x"),
    ],
)
def test_a_head_without_an_end(start: bytes, piece: bytes) -> None:
    assert connected(lambda opened: flooded(opened, start, piece))


def test_what_says_nothing_is_hung_up_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "HEAD_WALL_S", 0.1)

    async def work(opened: Opened) -> list[bytes]:
        found = []
        for said in (b"", b"POST /size HT"):
            reader, writer = await opened()
            writer.write(said)
            try:
                found.append(await reader.read())
            except ConnectionError:
                found.append(b"")
            writer.close()
        return found

    assert connected(work) == [b"", b""]


def test_the_silent_make_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "CONNECTIONS_MAX", 4)

    async def work(opened: Opened) -> bytes:
        silent = [await opened() for _ in range(8)]
        reader, writer = await opened()
        writer.write(REQUEST + b"Content-Length: 3\r\n\r\nabc")
        answer = await reader.readuntil(b"\r\n\r\n3")
        for _, one in (*silent, (reader, writer)):
            one.close()
        return answer

    assert connected(work).startswith(b"HTTP/1.1 200 ")


def test_bodies_of_every_kind_arrive() -> None:
    body = b"x" * 300_000
    chunked = b"".join(b"3e8\r\n" + body[:1000] + b"\r\n" for _ in range(300)) + b"0\r\n\r\n"

    async def work(opened: Opened) -> list[bytes]:
        reader, writer = await opened()
        whole = REQUEST + b"Content-Length: 300000\r\n\r\n" + body
        pieces = REQUEST + b"Transfer-Encoding: chunked\r\n\r\n" + chunked
        answers = []
        for request in (whole, pieces, whole + pieces):
            writer.write(request)
            for _ in range(2 if request == whole + pieces else 1):
                answers.append((await reader.readuntil(b"\r\n\r\n300000"))[-6:])
        writer.close()
        return answers

    assert connected(work) == [b"300000"] * 4
