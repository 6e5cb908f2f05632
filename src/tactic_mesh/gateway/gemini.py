"""Gemini's wire format: `POST /v1beta/models/NAME:generateContent`. The key goes in a header, never in the URL."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tactic_mesh.errors import ModelProtocolError, UsageError
from tactic_mesh.gateway.openai import ALL
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

_MODEL = re.compile(r"[\w.-]{1,200}")


@dataclass(frozen=True, slots=True)
class GenerateContent:
    """The format. A request may ask for up to eight answers."""

    supported: frozenset[str] = ALL
    answers_max: int = 8

    def key_header(self, key: str) -> tuple[str, str]:
        return "x-goog-api-key", key

    def request(self, ask: Ask) -> WireRequest:
        """Raises: UnsupportedParameter, UsageError for a model's name that cannot stand in a path."""
        sampling = ask.sampling
        require_supported("gemini", self.supported, sampling)
        if not _MODEL.fullmatch(ask.model):
            raise UsageError(f"model: {ask.model[:100]!r} is no name of a Gemini model")
        configuration: dict[str, Any] = {
            "maxOutputTokens": sampling.output_tokens_max,
            **written(sampling, {"top_p": "topP", "stop": "stopSequences"}),
        }
        if ask.n > 1:
            configuration["candidateCount"] = ask.n
        body = {
            "systemInstruction": {"parts": [{"text": ask.system}]},
            "contents": [{"role": "user", "parts": [{"text": ask.user}]}],
            "generationConfig": configuration,
        }
        verb = "streamGenerateContent?alt=sse" if sampling.stream else "generateContent"
        return WireRequest(f"/v1beta/models/{ask.model}:{verb}", (), body, sampling.stream)

    def read(self, text: str, *, stream: bool) -> Answer:
        """Raises: ModelProtocolError."""
        parts = events(text) if stream else [json_object(text)]
        said: dict[int, list[str]] = {}
        thought: dict[int, list[str]] = {}
        reasons: dict[int, str] = {}
        usage: dict[str, Any] = {}
        for part in parts:
            usage = fields(part.get("usageMetadata")) or usage
            for candidate in objects(part.get("candidates")):
                index = count_of(candidate.get("index")) or 0
                reasons[index] = text_of(candidate.get("finishReason")) or reasons.get(index, "")
                for piece in objects(fields(candidate.get("content")).get("parts")):
                    into = thought if piece.get("thought") else said
                    into.setdefault(index, []).append(text_of(piece.get("text")))
        if not reasons:
            raise ModelProtocolError(f"the endpoint answered without `candidates`: {shown(text)}")
        if stream and not all(reasons.values()):
            raise ModelProtocolError("the endpoint's stream ended before its answer did")
        texts = tuple(
            Text("".join(said.get(index, [])), "".join(thought.get(index, [])), reason == "MAX_TOKENS")
            for index, reason in sorted(reasons.items())
        )
        thoughts = count_of(usage.get("thoughtsTokenCount")) or 0
        told = count_of(usage.get("candidatesTokenCount"))
        output = None if told is None and not thoughts else (told or 0) + thoughts
        return Answer(texts, count_of(usage.get("promptTokenCount")), output, thoughts)
