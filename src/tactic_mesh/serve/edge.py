"""The door of the service: who may come in, and how much a request may bring.

Before any route sees a request: its name for us, its key, a place, and a body that is whole, bounded in size, time
and depth. A body is read once here and handed on; the end of the connection is still reported after it.
"""

from __future__ import annotations

import asyncio
import hmac
import re
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response

from tactic_mesh.endpoint import is_loopback
from tactic_mesh.serve.metrics import Metrics
from tactic_mesh.serve.problems import problem
from tactic_mesh.serve.settings import Settings

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

OPEN_PATHS = frozenset({"", "/health", "/healthz", "/readyz"})
"""What a supervisor asks; no key is needed there."""
OPEN_FOLDER = "/ui/"
"""The files of the page, which asks for the key itself."""
OPEN_PLACES = 32
"""Requests for these beside all others that may be open."""
DEPTH_MAX = 32
_BRACKETS_MAX = 1_000_000
# A string without an end reaches to the end of the body, so that each byte is looked at once.
_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_BRACKET = re.compile(rb"[\[{]|[\]}]")


class ConnectionLost(Exception):
    """The client hung up while it was sending."""


class Edge:
    """An ASGI application around another one."""

    def __init__(self, app: App, *, settings: Settings, metrics: Metrics) -> None:
        self._app = app
        self._settings = settings
        self._metrics = metrics
        self._open = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        status = 0

        async def watched(message: Message) -> None:
            nonlocal status, started
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message).setdefault("X-Content-Type-Options", "nosniff")
            await send(message)

        self._open += 1
        self._metrics.open_requests.inc()
        try:
            await self._enter(scope, receive, watched)
        finally:
            self._open -= 1
            self._metrics.open_requests.dec()
            route = getattr(scope.get("route"), "path", "none")
            self._metrics.requests.labels(route, status).inc()
            self._metrics.request_s.labels(route).observe(time.perf_counter() - started)

    async def _enter(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        refusal = self._refusal(scope["path"], headers)
        if refusal is None:
            try:
                body = await self._body(scope["path"], headers, receive)
            except ConnectionLost:
                return
            if isinstance(body, bytes):
                await self._app(scope, _after(body, receive), send)
                return
            refusal = body
        refusal.headers["Connection"] = "close"  # the rest of the request is not read
        await refusal(scope, receive, send)

    def _refusal(self, path: str, headers: Headers) -> Response | None:
        """Why a request goes no further than its headers; None lets it in."""
        settings = self._settings
        if not settings.api_key and not is_loopback(_name(headers.get("host", ""))):
            # A web page elsewhere that has its own name resolve to this machine would come in here.
            return problem(path, 421, "without an API key, this service answers as localhost only")
        origin = headers.get("origin")
        if not settings.api_key and origin is not None and not _is_own(origin, headers.get("host", "")):
            return problem(path, 403, "without an API key, pages of other origins may ask nothing here")
        is_open = path.rstrip("/") in OPEN_PATHS or path.startswith(OPEN_FOLDER)
        if settings.api_key and not is_open:
            key = headers.get("authorization", "")
            key = key[7:] if key[:7].lower() == "bearer " else key
            if not hmac.compare_digest(key.strip().encode(), settings.api_key.encode()):
                what = "Invalid API key" if key else "Missing API key"
                return problem(path, 401, what, headers={"WWW-Authenticate": "Bearer"})
        # Streams may hold all places for long; a supervisor and the page are answered even then.
        if self._open > settings.requests + (OPEN_PLACES if is_open else 0):
            detail = f"all {settings.requests} requests that may be open are"
            return problem(path, 429, detail, headers={"Retry-After": "1"})
        return None

    async def _body(self, path: str, headers: Headers, receive: Receive) -> bytes | Response:
        """The whole body, or why it is refused. Raises: ConnectionLost."""
        size_max = self._settings.body_mib << 20
        too_large = problem(path, 413, f"a body may have {self._settings.body_mib} MiB")
        declared = headers.get("content-length", "0")
        if declared.isdecimal() and int(declared[:20]) > size_max:
            return too_large
        parts: list[bytes] = []
        size = 0
        try:
            async with asyncio.timeout(self._settings.body_wall_s):
                more = True
                while more:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        raise ConnectionLost
                    parts.append(message.get("body", b""))
                    size += len(parts[-1])
                    if size > size_max:
                        return too_large
                    more = message.get("more_body", False)
        except TimeoutError:
            detail = f"the body did not arrive within {self._settings.body_wall_s:g} s"
            return problem(path, 408, detail)
        body = b"".join(parts)
        if too_deep(body):
            return problem(
                path, 400, f"the JSON nests deeper than {DEPTH_MAX} levels, or has too many values"
            )
        return body


def _is_own(origin: str, host: str) -> bool:
    """Whether a page with this origin came from the address that it asks now."""
    return origin.lower() in (f"http://{host.lower()}", f"https://{host.lower()}")


def _name(host: str) -> str:
    """The host without its port."""
    return re.sub(r":\d*\Z", "", host)


def _after(body: bytes, receive: Receive) -> Receive:
    """`receive` as if nothing had been read: the body in one piece, then what comes after it."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def too_deep(body: bytes) -> bool:
    """Whether JSON text nests further than any request of ours needs to; each byte is looked at a few times."""
    bare = _STRING.sub(b"", body)
    if bare.count(b"[") + bare.count(b"{") > _BRACKETS_MAX:
        return True
    depth = 0
    for bracket in _BRACKET.finditer(bare):
        depth += 1 if bracket[0] in b"[{" else -1
        if depth > DEPTH_MAX:
            return True
    return False
