"""Run the application on a socket until it is asked to stop; then drain, and cancel what is left."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

from tactic_mesh.errors import UsageError
from tactic_mesh.serve.connection import Connection
from tactic_mesh.serve.settings import Settings

_BACKLOG = 2048
_KEEP_ALIVE_S = 60
_TAKES_NOTHING_MS = 60_000
"""After which a client that is gone, or reads nothing of what waits for it, has lost its connection."""
_START_POLL_S = 0.005


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
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux; every connection inherits it
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _TAKES_NOTHING_MS)
        try:
            listening.bind(address)
        except OSError:
            listening.close()
            raise
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(
            f"cannot listen on {settings.host} port {settings.port}: {reason}. "
            "Name another with --host and --port; --port 0 takes a free one."
        ) from error
    return listening


def address(listening: socket.socket) -> str:
    """The URL under which the socket is reached."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


async def run(
    app: FastAPI, listening: socket.socket, settings: Settings, started: Callable[[], None]
) -> signal.Signals:
    """Serve until SIGINT or SIGTERM, which is returned; a second one ends the draining.

    `started` is called once a request could be answered. Raises: what the start of the application raises.
    """
    config = uvicorn.Config(
        app,
        http=Connection,
        log_level="warning",
        access_log=False,
        server_header=False,
        ws="none",
        lifespan="off",
        backlog=_BACKLOG,
        timeout_keep_alive=_KEEP_ALIVE_S,
        timeout_graceful_shutdown=settings.drain_s,
    )
    server = _Server(config)
    # Entered here and not by the server, so that why it cannot start is an error of ours to report.
    async with app.router.lifespan_context(app):
        asked: list[signal.Signals] = []

        def stop(number: signal.Signals) -> None:
            asked.append(number)
            app.state.service.draining = True
            server.handle_exit(number, None)

        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop, number)
        serving = loop.create_task(server.serve([listening]))
        while not server.started and not serving.done():
            await asyncio.wait({serving}, timeout=_START_POLL_S)
        if not asked:
            started()
        await serving
    return asked[0]
