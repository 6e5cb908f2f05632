"""How a request reaches an endpoint: bounded in number, time and size, and tried again where that makes sense.

Tried again: 429 and 5xx, and connections that failed or broke, with growing pauses, or after as long as `Retry-After`
says. Not tried again: any other 4xx, since the same request would be refused again, and an answer that took too
long, since it has been paid for.
"""

from __future__ import annotations

import asyncio
import datetime
import email.utils
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import TYPE_CHECKING

from tactic_mesh.endpoint import host_of, is_loopback, require_private
from tactic_mesh.errors import (
    ModelProtocolError,
    ModelRefused,
    ModelUnavailable,
    UnsupportedParameter,
    UsageError,
)
from tactic_mesh.gateway.keys import Key
from tactic_mesh.gateway.wire import WireRequest, WireResponse, fields, json_object, shown, text_of

if TYPE_CHECKING:
    import httpx2

_SERVER_ERRORS = 500
_TOO_MANY = 429
_UNSUPPORTED_CODES = ("unsupported_parameter", "unsupported_value")


@dataclass(frozen=True, slots=True)
class Patience:
    """The bounds of a call. Pauses double from `pause_s` up to `pause_s_max`, each shortened by chance.

    `silence_s` is how long an endpoint may send nothing, `wall_s` how long a call may take
    with all its retries, once there is a place for it.
    An endpoint that asks for a pause above `pause_s_max` is not waited for.
    """

    requests_max: int = 5
    at_once: int = 8
    connect_s: float = 10.0
    silence_s: float = 120.0
    wall_s: float = 600.0
    pause_s: float = 0.5
    pause_s_max: float = 60.0
    answer_bytes_max: int = 16 << 20


@dataclass(frozen=True, slots=True)
class _Failed:
    """A request that may be sent again. `pause_s` is what the endpoint asked for."""

    why: str
    pause_s: float | None = None


@dataclass(slots=True)
class HttpTransport:
    """One endpoint over HTTP. `key_header` is the name and the form of the header that carries the key.

    `draw` and `sleep` are chance and time, which tests replace.
    """

    base_url: str
    key: Key | None = None
    key_header: Callable[[str], tuple[str, str]] | None = None
    patience: Patience = Patience()
    draw: Callable[[], float] = random.random
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    _places: asyncio.Semaphore = field(init=False)
    _client: httpx2.AsyncClient | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Raises: UsageError for a URL that no request may go to."""
        self.base_url = require_private(self.base_url, "base URL", with_key=self.key is not None)
        self._places = asyncio.Semaphore(self.patience.at_once)

    async def send(self, request: WireRequest) -> WireResponse:
        """Raises: ModelUnavailable and its kin, UnsupportedParameter."""
        try:
            async with self._places, asyncio.timeout(self.patience.wall_s):
                return await self._persistently(request)
        except TimeoutError as error:
            raise ModelUnavailable(
                f"{self.base_url} gave no answer within {self.patience.wall_s:g} s"
            ) from error

    async def aclose(self) -> None:
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    async def _persistently(self, request: WireRequest) -> WireResponse:
        failed = _Failed("")
        for sent in range(1, self.patience.requests_max + 1):
            outcome = await self._once(request)
            if isinstance(outcome, str):
                return WireResponse(outcome, sent)
            failed = outcome
            pause_s = self._pause_s(sent, failed)
            if pause_s is None:
                raise ModelUnavailable(
                    f"{failed.why}; it asks to wait {failed.pause_s:g} s, which is too long"
                )
            if sent < self.patience.requests_max:
                await self.sleep(pause_s)
        raise ModelUnavailable(f"{failed.why}; {self.patience.requests_max} requests were made")

    def _pause_s(self, sent: int, failed: _Failed) -> float | None:
        """How long to wait before the next request; None if the endpoint asks for too much."""
        bound = self.patience.pause_s_max
        if failed.pause_s is not None:
            return failed.pause_s if failed.pause_s <= bound else None
        # Chance takes up to half off, so that many callers do not come back at the same moment.
        return min(bound, self.patience.pause_s * 2.0 ** (sent - 1)) * (1 - self.draw() / 2)

    async def _once(self, request: WireRequest) -> str | _Failed:
        """The body of an answer, or why there was none this time."""
        httpx = _httpx()
        client = self._opened(httpx)
        headers = dict(request.headers)
        if self.key is not None and self.key_header is not None:
            name, value = self.key_header(self.key.reveal())
            headers[name] = value
        url = f"{self.base_url}{request.path}"
        try:
            async with client.stream("POST", url, json=request.body, headers=headers) as response:
                body = self._clean(await self._body(response))
                return self._judged(response.status_code, response.headers, body)
        except httpx.ConnectTimeout:
            return _Failed(f"{self.base_url} could not be reached within {self.patience.connect_s:g} s")
        except httpx.TimeoutException as error:
            raise ModelUnavailable(
                f"{self.base_url} sent nothing for {self.patience.silence_s:g} s"
            ) from error
        except httpx.TransportError as error:
            return _Failed(f"{self.base_url} could not be reached: {self._clean(str(error))}")
        except httpx.DecodingError as error:
            raise ModelProtocolError(f"{self.base_url} answered bytes that cannot be decoded") from error

    def _opened(self, httpx: ModuleType) -> httpx2.AsyncClient:
        if self._client is None:
            timeout = httpx.Timeout(self.patience.silence_s, connect=self.patience.connect_s)
            limits = httpx.Limits(max_connections=self.patience.at_once)
            loopback = is_loopback(host_of(self.base_url))
            # Redirects are not followed: a key goes to the endpoint that was named, and nowhere else.
            self._client = httpx.AsyncClient(
                timeout=timeout, limits=limits, follow_redirects=False, trust_env=not loopback
            )
        assert self._client is not None
        return self._client

    async def _body(self, response: httpx2.Response) -> str:
        """Raises: ModelProtocolError if there is too much of it."""
        whole = bytearray()
        async for part in response.aiter_bytes():
            whole += part
            if len(whole) > self.patience.answer_bytes_max:
                raise ModelProtocolError(
                    f"{self.base_url} answered more than {self.patience.answer_bytes_max} bytes"
                )
        return whole.decode("utf-8", errors="replace")

    def _judged(self, status: int, headers: Mapping[str, str], body: str) -> str | _Failed:
        """Raises: ModelRefused, UnsupportedParameter."""
        if status == 200:
            return body
        why = f"{self.base_url} answered {status}: {_reason(body)}"
        if status == _TOO_MANY or status >= _SERVER_ERRORS:
            return _Failed(why, asked_pause_s(headers))
        if parameter := _unsupported(body):
            raise UnsupportedParameter(parameter, f"this model takes no such `{parameter}`: {_reason(body)}")
        raise ModelRefused(why)

    def _clean(self, text: str) -> str:
        return self.key.hidden_in(text) if self.key is not None else text


def asked_pause_s(headers: Mapping[str, str]) -> float | None:
    """What an endpoint says about when to come again: seconds, or a date."""
    told = headers.get("retry-after", "").strip()
    if told.isascii() and told.isdigit():
        return float(told[:9])
    try:
        moment = email.utils.parsedate_to_datetime(told)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.UTC)
    return max(0.0, (moment - datetime.datetime.now(datetime.UTC)).total_seconds())


def _error_fields(body: str) -> dict[str, object]:
    try:
        return fields(json_object(body).get("error"))
    except ModelProtocolError:
        return {}


def _reason(body: str) -> str:
    return shown(text_of(_error_fields(body).get("message")) or body) or "nothing more"


def _unsupported(body: str) -> str:
    """The parameter that an endpoint names as one that the model does not take."""
    error = _error_fields(body)
    return text_of(error.get("param")) if error.get("code") in _UNSUPPORTED_CODES else ""


def _httpx() -> ModuleType:
    """Raises: UsageError if the client is not installed."""
    try:
        import httpx2
    except ImportError as error:
        raise UsageError("language models need an HTTP client: pip install 'tactic-mesh[models]'") from error
    return httpx2
