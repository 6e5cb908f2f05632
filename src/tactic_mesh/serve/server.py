"""Run the application on a socket until it is asked to stop; then drain, and cancel what is left."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

from tactic_mesh.errors import LeanUnavailable, UsageError
from tactic_mesh.serve.settings import Settings

_BACKLOG = 2048
_HEADER_BYTES_MAX = 64 << 10


class _Server(uvicorn.Server):
    """A server that leaves signals to us: its own way ends the process before the exit code is ours to say."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def listen(settings: Settings) -> socket.socket:
    """The listening socket. Raises: UsageError if the address cannot be had."""
    try:
        found = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)
        family, kind, protocol, _, address = found[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind(address)
        except OSError:
            listening.close()
            raise
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"cannot listen on {settings.host} port {settings.port}: {reason}") from error
    return listening


def address(listening: socket.socket) -> str:
    """The URL under which the socket is reached."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


async def run(
    app: FastAPI, listening: socket.socket, settings: Settings, started: Callable[[], None]
) -> signal.Signals | None:
    """Serve until SIGINT or SIGTERM, which is returned; a second one ends the draining.

    `started` is called once the first request could be answered. Raises: LeanUnavailable if it never could.
    """
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        ws="none",
        lifespan="on",
        backlog=_BACKLOG,
        h11_max_incomplete_event_size=_HEADER_BYTES_MAX,
        timeout_graceful_shutdown=settings.drain_s,
    )
    server = _Server(config)
    asked: list[signal.Signals] = []

    def stop(number: signal.Signals) -> None:
        asked.append(number)
        service = getattr(app.state, "service", None)
        if service is not None:
            service.draining = True
        server.handle_exit(number, None)

    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop, number)
    serving = loop.create_task(server.serve([listening]))
    while not server.started and not serving.done():
        await asyncio.wait({serving}, timeout=0.02)
    if server.started and not asked:
        started()
    await serving
    if not server.started and not asked:
        raise LeanUnavailable("the service did not start; the reason stands above")
    return asked[0] if asked else None
