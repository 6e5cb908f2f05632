"""Anthropic's wire format: `POST /v1/messages`. One answer a request, and no seed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tactic_mesh.errors import ModelProtocolError, UnsupportedParameter
from tactic_mesh.gateway.wire import (
    Answer,
    Ask,
    Text,
    WireRequest,
    count_of,
    events,
    fields,
    json_object,
    objects,
    require_supported,
    shown,
    text_of,
    written,
)

VERSION = "2023-06-01"
_TEMPERATURE_MAX = 1.0


@dataclass(frozen=True, slots=True)
class Messages:
    """The format. Several answers are several requests."""

    supported: frozenset[str] = frozenset({"temperature", "top_p", "stop", "stream"})
    answers_max: int = 1

    def key_header(self, key: str) -> tuple[str, str]:
        return "x-api-key", key

    def request(self, ask: Ask) -> WireRequest:
        """Raises: UnsupportedParameter."""
        sampling = ask.sampling
        require_supported("anthropic", self.supported, sampling)
        if sampling.temperature is not None and sampling.temperature > _TEMPERATURE_MAX:
            raise UnsupportedParameter("temperature", "anthropic takes a `temperature` from 0 to 1")
        body: dict[str, Any] = {
            "model": ask.model,
            "system": ask.system,
            "messages": [{"role": "user", "content": ask.user}],
            "max_tokens": sampling.output_tokens_max,
            **written(sampling, {"stop": "stop_sequences"}),
        }
        if sampling.stream:
            body["stream"] = True
        return WireRequest("/v1/messages", (("anthropic-version", VERSION),), body, sampling.stream)

    def read(self, text: str, *, stream: bool) -> Answer:
        """Raises: ModelProtocolError."""
        if stream:
            return _of_events(events(text))
        answer = json_object(text)
        if not isinstance(answer.get("content"), list):
            raise ModelProtocolError(f"the endpoint answered without `content`: {shown(text)}")
        blocks = objects(answer["content"])
        text = "".join(text_of(block.get("text")) for block in blocks if block.get("type") == "text")
        thought = "".join(text_of(block.get("thinking")) for block in blocks)
        read = Text(text, thought, answer.get("stop_reason") == "max_tokens")
        return Answer((read,), *_tokens(fields(answer.get("usage"))))


def _of_events(parts: list[dict[str, Any]]) -> Answer:
    texts, thoughts = [], []
    usage: dict[str, Any] = {}
    reason, ended = "", False
    for part in parts:
        delta = fields(part.get("delta"))
        match part.get("type"):
            case "message_start":
                usage |= fields(fields(part.get("message")).get("usage"))
            case "content_block_delta":
                texts.append(text_of(delta.get("text")))
                thoughts.append(text_of(delta.get("thinking")))
            case "message_delta":
                usage |= fields(part.get("usage"))
                reason = text_of(delta.get("stop_reason")) or reason
            case "message_stop":
                ended = True
    if not ended:
        raise ModelProtocolError("the endpoint's stream ended before its answer did")
    return Answer((Text("".join(texts), "".join(thoughts), reason == "max_tokens"),), *_tokens(usage))


def _tokens(usage: dict[str, Any]) -> tuple[int | None, int | None]:
    """What was read from a cache or written to one is input too."""
    told = count_of(usage.get("input_tokens"))
    if told is not None:
        told += count_of(usage.get("cache_creation_input_tokens")) or 0
        told += count_of(usage.get("cache_read_input_tokens")) or 0
    return told, count_of(usage.get("output_tokens"))
