"""A server that speaks the three wire formats from a script: a model for tests and demos that never leaves the machine.

It answers request by request with what the script says, in the format of the path that was asked, whole or as a
stream. `python -m tactic_mesh.gateway.scripted_server SCRIPT.json` runs one; the script is a list of replies:

    [{"texts": ["```lean\\nby simp\\n```"]}, {"status": 429, "headers": {"retry-after": "1"}}]

After its last reply it answers with that one again.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

BODY_BYTES_MAX = 4 << 20
_PIECE_CHARACTERS = 7


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. A status that is not 200 brings `message` as the endpoint's error, with `code` and `parameter`.

    `cut_after_bytes` ends the connection within the body; `raw` is sent instead of any format's body. Without
    `with_usage`, no token counts are told. With `is_cut`, the answer says that it ended at the bound of its length.
    """

    texts: tuple[str, ...] = ("```lean\nby rfl\n```",)
    reasoning: str = ""
    reasoning_field: str = "reasoning_content"
    status: int = 200
    message: str = ""
    code: str = ""
    parameter: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    delay_s: float = 0.0
    input_tokens: int = 100
    output_tokens: int = 20
    with_usage: bool = True
    is_cut: bool = False
    cut_after_bytes: int | None = None
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """A request that arrived. Header names are lower-case."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]


@dataclass(slots=True)
class ScriptedServer:
    """A running server: where it is, and what it was asked so far. `busiest` is how many requests it had at once."""

    base_url: str
    replies: Sequence[Reply]
    received: list[Received] = field(default_factory=list)
    busiest: int = 0
    _under_way: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def next_reply(self, request: Received) -> Reply:
        with self._lock:
            self.received.append(request)
            self._under_way += 1
            self.busiest = max(self.busiest, self._under_way)
            return self.replies[min(len(self.received), len(self.replies)) - 1]

    def answered(self) -> None:
        with self._lock:
            self._under_way -= 1


@contextmanager
def scripted_server(replies: Sequence[Reply], port: int = 0) -> Iterator[ScriptedServer]:
    """Serve a script on this machine's loopback until the block ends."""
    server = _Listener(("127.0.0.1", port), _Handler)
    server.scripted = ScriptedServer(f"http://127.0.0.1:{server.server_port}", replies)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.scripted
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    scripted: ScriptedServer


class _Handler(BaseHTTPRequestHandler):
    server: _Listener
    timeout = 10

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing: what is asked may hold a key."""

    def do_POST(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        if length > BODY_BYTES_MAX:
            self.send_error(413)
            return
        body = json.loads(self.rfile.read(length))
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Received(self.path, headers, body)
        reply = self.server.scripted.next_reply(request)
        try:
            time.sleep(reply.delay_s)
            self._send(reply, *_rendered(request, reply))
        except (BrokenPipeError, ConnectionResetError):
            pass  # the client went away, as some tests have it do
        finally:
            self.server.scripted.answered()

    def _send(self, reply: Reply, content_type: str, text: str) -> None:
        content = text.encode()
        self.send_response(reply.status)
        self.send_header("content-type", content_type)
        self.send_header("content-length", str(len(content)))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content[: reply.cut_after_bytes])


def _rendered(request: Received, reply: Reply) -> tuple[str, str]:
    """The content type and the body of an answer in the format of the path."""
    if reply.raw is not None:
        return "application/json", reply.raw
    if reply.status != 200:
        error = {"message": reply.message, "code": reply.code, "param": reply.parameter}
        return "application/json", json.dumps({"error": error})
    if request.path.endswith("/chat/completions"):
        whole, pieces = _chat_completions(request, reply)
        pieces_text = "".join(_event(piece) for piece in pieces) + "data: [DONE]\n\n"
        stream = bool(request.body.get("stream"))
    elif request.path.endswith("/messages"):
        whole, pieces = _messages(reply)
        pieces_text = "".join(f"event: {piece['type']}\n{_event(piece)}" for piece in pieces)
        stream = bool(request.body.get("stream"))
    else:
        whole, pieces = _generate_content(request, reply)
        pieces_text = "".join(_event(piece) for piece in pieces)
        stream = ":streamGenerateContent" in request.path
    return ("text/event-stream", pieces_text) if stream else ("application/json", json.dumps(whole))


def _event(value: object) -> str:
    return f"data: {json.dumps(value)}\n\n"


def _pieces(text: str) -> list[str]:
    return [text[start : start + _PIECE_CHARACTERS] for start in range(0, len(text), _PIECE_CHARACTERS)]


def _wanted(reply: Reply, n: object) -> list[tuple[int, str]]:
    """As many of the reply's texts as were asked for."""
    return list(enumerate(reply.texts[: n if isinstance(n, int) else 1]))


def _chat_completions(request: Received, reply: Reply) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    texts = _wanted(reply, request.body.get("n", 1))
    usage = {"prompt_tokens": reply.input_tokens, "completion_tokens": reply.output_tokens * len(texts)}
    end = "length" if reply.is_cut else "stop"
    thought = {reply.reasoning_field: reply.reasoning} if reply.reasoning else {}
    whole: dict[str, Any] = {
        "object": "chat.completion",
        "choices": [
            {
                "index": i,
                "message": {"role": "assistant", "content": text, **thought},
                "finish_reason": end,
            }
            for i, text in texts
        ],
    }
    deltas = [
        (index, delta, reason)
        for index, text in texts
        for delta, reason in [
            *([(thought, None)] if thought else []),
            *(({"content": piece}, None) for piece in _pieces(text)),
            ({}, end),
        ]
    ]
    pieces: list[dict[str, Any]] = [
        {"choices": [{"index": index, "delta": delta, "finish_reason": reason}]}
        for index, delta, reason in deltas
    ]
    if reply.with_usage:
        whole["usage"] = usage
        pieces.append({"choices": [], "usage": usage})
    return whole, pieces


def _messages(reply: Reply) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    usage = (
        {"input_tokens": reply.input_tokens, "output_tokens": reply.output_tokens} if reply.with_usage else {}
    )
    end = "max_tokens" if reply.is_cut else "end_turn"
    blocks = [{"type": "thinking", "thinking": reply.reasoning}] if reply.reasoning else []
    blocks.append({"type": "text", "text": reply.texts[0]})
    whole = {"type": "message", "content": blocks, "stop_reason": end, "usage": usage}
    start = {"input_tokens": reply.input_tokens, "output_tokens": 1} if reply.with_usage else {}
    pieces: list[dict[str, Any]] = [{"type": "message_start", "message": {"usage": start}}]
    for index, block in enumerate(blocks):
        kind = block["type"]
        pieces.append(
            {"type": "content_block_start", "index": index, "content_block": {"type": kind, kind: ""}}
        )
        pieces += [
            {"type": "content_block_delta", "index": index, "delta": {"type": f"{kind}_delta", kind: piece}}
            for piece in _pieces(block[kind])
        ]
        pieces.append({"type": "content_block_stop", "index": index})
    ending = {"output_tokens": reply.output_tokens} if reply.with_usage else {}
    pieces.append({"type": "message_delta", "delta": {"stop_reason": end}, "usage": ending})
    pieces.append({"type": "message_stop"})
    return whole, pieces


def _generate_content(request: Received, reply: Reply) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    texts = _wanted(reply, request.body.get("generationConfig", {}).get("candidateCount", 1))
    usage = {"promptTokenCount": reply.input_tokens, "candidatesTokenCount": reply.output_tokens * len(texts)}
    end = "MAX_TOKENS" if reply.is_cut else "STOP"
    thought = [{"text": reply.reasoning, "thought": True}] if reply.reasoning else []
    whole: dict[str, Any] = {
        "candidates": [
            {"index": i, "content": {"parts": [*thought, {"text": text}]}, "finishReason": end}
            for i, text in texts
        ]
    }
    pieces: list[dict[str, Any]] = [
        {"candidates": [{"index": index, "content": {"parts": [part]}}]}
        for index, text in texts
        for part in [*thought, *({"text": piece} for piece in _pieces(text))]
    ]
    pieces.append({"candidates": [{"index": index, "finishReason": end} for index, _ in texts]})
    if reply.with_usage:
        whole["usageMetadata"] = usage
        pieces[-1]["usageMetadata"] = usage
    return whole, pieces


def read_script(path: Path) -> list[Reply]:
    """The replies of a script file. Raises: SystemExit with what is wrong with it."""
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SystemExit(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise SystemExit(f"{path} is no JSON: {error}") from error
    if not (isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries)):
        raise SystemExit(f"{path}: a script is a list of objects, one for each reply")
    known = {part.name for part in dataclasses.fields(Reply)}
    replies = []
    for entry in entries:
        if unknown := set(entry) - known:
            raise SystemExit(f"{path}: a reply has no {', '.join(sorted(unknown))}")
        replies.append(Reply(**{**entry, "texts": tuple(entry.get("texts", ["```lean\nby rfl\n```"]))}))
    if not replies:
        raise SystemExit(f"{path}: the script has no reply")
    return replies


def main() -> None:
    """Serve the script that is named on the command line until interrupted."""
    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m tactic_mesh.gateway.scripted_server SCRIPT.json")
    with scripted_server(read_script(Path(sys.argv[1]))) as server:
        print(f"{server.base_url} (chat completions: {server.base_url}/v1)", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
