"""From a backend's name to a gateway: the table of what can be asked, and where.

DeepSeek is a configuration of the chat completions format; so is any other endpoint, with a base URL.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tactic_mesh.endpoint import require_private
from tactic_mesh.errors import UsageError
from tactic_mesh.gateway.anthropic import Messages
from tactic_mesh.gateway.base import ModelGateway
from tactic_mesh.gateway.dummy import Dummy
from tactic_mesh.gateway.gemini import GenerateContent
from tactic_mesh.gateway.http import HttpTransport, Patience
from tactic_mesh.gateway.keys import key_from
from tactic_mesh.gateway.local import local_url
from tactic_mesh.gateway.model import LanguageModel
from tactic_mesh.gateway.openai import ChatCompletions
from tactic_mesh.gateway.prices import prices_from
from tactic_mesh.gateway.replay import Recorder, Replay
from tactic_mesh.gateway.wire import Sampling, Transport, WireFormat


@dataclass(frozen=True, slots=True)
class Backend:
    """An endpoint that can be named. `key_variable` is empty where no key is sent."""

    wire: WireFormat
    base_url: str
    key_variable: str


# DeepSeek's reference (api-docs.deepseek.com, and clients generated from it; looked at in November 2026) has no `seed`
# and no `n`: several answers are several requests there.
_DEEPSEEK = ChatCompletions("deepseek", frozenset({"temperature", "top_p", "stop", "stream"}), answers_max=1)
BACKENDS: Mapping[str, Backend] = {
    "openai": Backend(
        ChatCompletions("openai", output_tokens_field="max_completion_tokens"),
        "https://api.openai.com/v1",
        "OPENAI_API_KEY",
    ),
    "anthropic": Backend(Messages(), "https://api.anthropic.com", "ANTHROPIC_API_KEY"),
    "gemini": Backend(GenerateContent(), "https://generativelanguage.googleapis.com", "GEMINI_API_KEY"),
    "deepseek": Backend(_DEEPSEEK, "https://api.deepseek.com", "DEEPSEEK_API_KEY"),
    "local": Backend(ChatCompletions("local"), "", ""),
}
WITHOUT_ENDPOINT = ("dummy",)
_COMPATIBLE = ChatCompletions("openai")
"""Other servers of OpenAI's format know `max_tokens`, the older name."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether a backend could be asked from here. `why` says what it lacks; `takes` are the settings that it knows.

    Nothing is sent to find out: that a key is there does not say that an endpoint accepts it.
    """

    name: str
    ready: bool
    why: str = ""
    takes: tuple[str, ...] = ()
    needs_model: bool = True


def readiness(environ: Mapping[str, str] = os.environ) -> tuple[Readiness, ...]:
    """Every backend of `open_gateway`, in the order of the table."""
    found = [Readiness(name, True, needs_model=False) for name in WITHOUT_ENDPOINT]
    for name, backend in BACKENDS.items():
        lacks = ""
        if backend.key_variable and not environ.get(backend.key_variable, "").strip():
            lacks = f"needs {backend.key_variable}"
        found.append(Readiness(name, not lacks, lacks, tuple(sorted(backend.wire.supported))))
    return tuple(found)


@asynccontextmanager
async def open_gateway(
    backend: str,
    model: str = "",
    *,
    base_url: str | None = None,
    sampling: Sampling = Sampling(),
    patience: Patience = Patience(),
    record: Path | None = None,
    replay: Path | None = None,
    environ: Mapping[str, str] = os.environ,
) -> AsyncIterator[ModelGateway]:
    """A gateway, closed at the end of the block.

    With `record`, every exchange is written to that file; with `replay`, answers come from it, and neither key nor
    network is used. Raises: UsageError and its kin.
    """
    if backend == "dummy":
        yield Dummy()
        return
    named = BACKENDS.get(backend)
    if named is None:
        raise UsageError(f"backend: {backend!r} is none of {', '.join([*WITHOUT_ENDPOINT, *BACKENDS])}")
    if not model:
        raise UsageError(f"model: say which model of {backend} to ask")
    if record is not None and replay is not None:
        raise UsageError("record and replay: one of them at a time")
    url = local_url(environ, base_url) if backend == "local" else base_url or named.base_url
    wire = _COMPATIBLE if backend == "openai" and base_url else named.wire
    url = require_private(url, "base URL", with_key=bool(named.key_variable) and replay is None)
    price = prices_from(environ).of(backend, model)
    transport: Transport
    if replay is not None:
        transport = Replay(url, replay)
    else:
        key = key_from(environ, named.key_variable) if named.key_variable else None
        transport = HttpTransport(url, key, wire.key_header if key else None, patience)
        if record is not None:
            transport = Recorder(transport, url, record)
    try:
        yield LanguageModel(backend, model, wire, transport, sampling, price)
    finally:
        await transport.aclose()
