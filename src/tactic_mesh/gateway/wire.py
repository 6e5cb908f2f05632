"""The nouns of a model's wire format: what is asked, the HTTP request that this becomes, what was answered.

A `WireRequest` never holds a key: the transport adds it on the way out. What is recorded, logged or shown is made of
these values alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from tactic_mesh.errors import ModelProtocolError, UnsupportedParameter, UsageError

_SHOWN_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class Sampling:
    """How a model draws its answers. None leaves a setting to the endpoint; one that it lacks is an error.

    `output_tokens_max` bounds each answer, thoughts included; `stream` asks for it in pieces.
    """

    temperature: float | None = None
    top_p: float | None = None
    seed: int | None = None
    stop: tuple[str, ...] = ()
    output_tokens_max: int = 8192
    stream: bool = False

    def __post_init__(self) -> None:
        """Raises: UsageError."""
        if self.temperature is not None and not 0 <= self.temperature <= 2:
            raise UsageError("temperature: a number from 0 to 2")
        if self.top_p is not None and not 0 < self.top_p <= 1:
            raise UsageError("top_p: a number above 0, up to 1")
        if self.output_tokens_max < 1:
            raise UsageError("output_tokens_max: at least 1")
        if len(self.stop) > 4 or not all(self.stop):
            raise UsageError("stop: at most four texts, none of them empty")

    def chosen(self) -> set[str]:
        """The names of the settings that were made."""
        made = {
            "temperature": self.temperature is not None,
            "top_p": self.top_p is not None,
            "seed": self.seed is not None,
            "stop": bool(self.stop),
            "stream": self.stream,
        }
        return {name for name, is_made in made.items() if is_made}


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: the two parts of a prompt, and how many answers are wanted."""

    model: str
    system: str
    user: str
    sampling: Sampling
    n: int = 1


@dataclass(frozen=True, slots=True)
class WireRequest:
    """One POST: the path below the base URL, headers without a key, a JSON body."""

    path: str
    headers: tuple[tuple[str, str], ...]
    body: dict[str, Any]
    stream: bool = False

    def sha256(self, base_url: str) -> str:
        """What makes two requests the same: everything that is sent but the key."""
        parts = [base_url, self.path, self.headers, self.body, self.stream]
        text = json.dumps(parts, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class WireResponse:
    """What came back with status 200, without any key. `requests` counts those that were sent, retries included."""

    text: str
    requests: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """One answer. `cut` says that it ended at the bound of its length."""

    text: str
    reasoning: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model answered, and the tokens that it took; None where the endpoint does not tell."""

    texts: tuple[Text, ...]
    input_tokens: int | None = None
    output_tokens: int | None = None
    reasoning_tokens: int = 0


class WireFormat(Protocol):
    """How one family of endpoints is spoken to. Pure: values in, values out.

    `answers_max` is how many answers one request may ask for. `read` raises ModelProtocolError.
    """

    @property
    def answers_max(self) -> int: ...

    @property
    def supported(self) -> frozenset[str]: ...

    def key_header(self, key: str) -> tuple[str, str]: ...

    def request(self, ask: Ask) -> WireRequest: ...

    def read(self, text: str, *, stream: bool) -> Answer: ...


class Transport(Protocol):
    """What carries a request to an endpoint; HTTP, or a recording."""

    async def send(self, request: WireRequest) -> WireResponse: ...

    async def aclose(self) -> None: ...


def written(sampling: Sampling, names: Mapping[str, str]) -> dict[str, Any]:
    """The settings that were made, as fields; `names` are those that a format calls otherwise."""
    settings = {
        "temperature": sampling.temperature,
        "top_p": sampling.top_p,
        "seed": sampling.seed,
        "stop": list(sampling.stop) or None,
    }
    return {names.get(name, name): value for name, value in settings.items() if value is not None}


def require_supported(who: str, supported: frozenset[str], sampling: Sampling) -> None:
    """Raises: UnsupportedParameter for the first setting that is not supported."""
    for name in sorted(sampling.chosen() - supported):
        raise UnsupportedParameter(name, f"{who} takes no `{name}`: leave it out, or choose another backend")


def json_object(text: str) -> dict[str, Any]:
    """Raises: ModelProtocolError if the text is no JSON object."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ModelProtocolError(f"the endpoint answered no JSON: {shown(text)}") from error
    if not isinstance(value, dict):
        raise ModelProtocolError(f"the endpoint answered no JSON object: {shown(text)}")
    return value


def events(text: str) -> list[dict[str, Any]]:
    """The JSON objects of a stream of server-sent events, in order. Raises: ModelProtocolError."""
    found = []
    data: list[str] = []
    for line in [*text.replace("\r\n", "\n").split("\n"), ""]:
        if line.startswith("data:"):
            data.append(line[5:].removeprefix(" "))
        elif not line and data:
            joined = "\n".join(data)
            data = []
            if joined == "[DONE]":
                break
            event = json_object(joined)
            if event.get("error"):
                raise ModelProtocolError(f"the endpoint ended its stream with an error: {shown(joined)}")
            found.append(event)
    if not found:
        raise ModelProtocolError(f"the endpoint answered no events: {shown(text)}")
    return found


def objects(value: object) -> list[dict[str, Any]]:
    """The objects of a list; nothing where a format has another thing there."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def fields(value: object) -> dict[str, Any]:
    """An object's fields; none where a format has another thing there."""
    return value if isinstance(value, dict) else {}


def text_of(value: object) -> str:
    """A text; the empty one where a format has another thing there."""
    return value if isinstance(value, str) else ""


def count_of(value: object) -> int | None:
    """A number of tokens; None where a format does not tell one."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def shown(text: str) -> str:
    """As much of an endpoint's answer as an error may show."""
    return " ".join(text.split())[:_SHOWN_CHARACTERS]
