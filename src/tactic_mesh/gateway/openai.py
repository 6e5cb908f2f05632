"""The wire format of chat completions: OpenAI, DeepSeek, vLLM, Ollama, LiteLLM's proxy, and many others.

Thoughts come in a field of their own, whose name differs: `reasoning_content` or `reasoning`. Both are read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tactic_mesh.errors import ModelProtocolError
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

ALL = frozenset({"temperature", "top_p", "seed", "stop", "stream"})


@dataclass(frozen=True, slots=True)
class ChatCompletions:
    """The format, with what differs between endpoints: what they take, and how they name the bound of an answer."""

    who: str = "openai"
    supported: frozenset[str] = ALL
    answers_max: int = 16
    output_tokens_field: str = "max_tokens"

    def key_header(self, key: str) -> tuple[str, str]:
        return "Authorization", f"Bearer {key}"

    def request(self, ask: Ask) -> WireRequest:
        """Raises: UnsupportedParameter."""
        sampling = ask.sampling
        require_supported(self.who, self.supported, sampling)
        body: dict[str, Any] = {
            "model": ask.model,
            "messages": [
                {"role": "system", "content": ask.system},
                {"role": "user", "content": ask.user},
            ],
            self.output_tokens_field: sampling.output_tokens_max,
            **written(sampling, {}),
        }
        if ask.n > 1:
            body["n"] = ask.n
        if sampling.stream:
            body |= {"stream": True, "stream_options": {"include_usage": True}}
        return WireRequest("/chat/completions", (), body, sampling.stream)

    def read(self, text: str, *, stream: bool) -> Answer:
        """Raises: ModelProtocolError."""
        if stream:
            return _of_events(events(text))
        answer = json_object(text)
        choices = objects(answer.get("choices"))
        if not choices:
            raise ModelProtocolError(f"the endpoint answered without `choices`: {shown(text)}")
        texts = []
        for choice in choices:
            message = fields(choice.get("message"))
            content = _content(message.get("content"))
            texts.append(Text(content, _reasoning(message), choice.get("finish_reason") == "length"))
        return _with_usage(tuple(texts), answer.get("usage"))


def _of_events(parts: list[dict[str, Any]]) -> Answer:
    contents: dict[int, list[str]] = {}
    thoughts: dict[int, list[str]] = {}
    cut: set[int] = set()
    ended: set[int] = set()
    usage: object = None
    for part in parts:
        usage = part.get("usage") or usage
        for choice in objects(part.get("choices")):
            index = count_of(choice.get("index")) or 0
            delta = fields(choice.get("delta"))
            contents.setdefault(index, []).append(_content(delta.get("content")))
            thoughts.setdefault(index, []).append(_reasoning(delta))
            if choice.get("finish_reason"):
                ended.add(index)
            if choice.get("finish_reason") == "length":
                cut.add(index)
    if not contents or set(contents) != ended:
        raise ModelProtocolError("the endpoint's stream ended before its answer did")
    texts = tuple(
        Text("".join(contents[index]), "".join(thoughts[index]), index in cut) for index in sorted(contents)
    )
    return _with_usage(texts, usage)


def _content(value: object) -> str:
    """A text, or the texts of a list of parts."""
    return text_of(value) or "".join(text_of(part.get("text")) for part in objects(value))


def _reasoning(message: dict[str, Any]) -> str:
    return text_of(message.get("reasoning_content")) or text_of(message.get("reasoning"))


def _with_usage(texts: tuple[Text, ...], usage: object) -> Answer:
    told = fields(usage)
    details = fields(told.get("completion_tokens_details"))
    return Answer(
        texts,
        count_of(told.get("prompt_tokens")),
        count_of(told.get("completion_tokens")),
        count_of(details.get("reasoning_tokens")) or 0,
    )
