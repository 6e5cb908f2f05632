"""Checks by a LeanWorker elsewhere: `POST /check` at a URL, and its word confirmed here.

A worker elsewhere is nobody's witness: what it calls proved is checked once more with the Lean of this machine, whose
verdict is the answer. Where that Lean can give none, the worker's word is left, at the rung `elaborated`. What the
worker refuses is refused: a lie can hide a proof, but makes none.

What LeanWorker's form cannot say (binders before the colon, several theorems, no trusted statement) is checked here.
"""

from __future__ import annotations

import asyncio
import dataclasses
import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self, get_args

from tactic_mesh.endpoint import host_of, is_loopback, require_private
from tactic_mesh.errors import UsageError
from tactic_mesh.lean.declarations import theorems
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.messages import classify
from tactic_mesh.lean.source import blank_header, header
from tactic_mesh.theorem import (
    Answer,
    Diagnostic,
    ErrorClass,
    NoVerdict,
    NoVerdictReason,
    Outcome,
    Position,
    Severity,
    Trust,
    Verdict,
)
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.checker import Answered, Checker
from tactic_mesh.verify.request import Request

if TYPE_CHECKING:
    import httpx2

REQUESTS_MAX = 3
PAUSE_S, PAUSE_S_MAX = 0.2, 10.0
CONNECT_S = 5.0
ANSWER_BYTES_MAX = 8 << 20
DIAGNOSTICS_MAX = 200
_CHARACTERS_MAX = 20_000
_LINE_MAX = 10_000_000
# A worker may take its limit for each of the text, the statement and its own judge, and has a queue.
_STEPS, _QUEUE_S = 3, 10.0
_AGAIN = frozenset({429, 502, 503, 504})
_HOLE = "sorry\n"
_HIDDEN = b"[key]"


@dataclass(frozen=True, slots=True)
class _Parts:
    """A request as LeanWorker states it. `start` is where the proof begins in the request's text."""

    imports: tuple[str, ...]
    prelude: str
    name: str
    statement: str
    proof: str
    start: Position


class RemoteChecker:
    """A `Checking` whose candidates are tried elsewhere. Use as an async context manager.

    `local` confirms what was proved, and checks what cannot be sent.
    """

    def __init__(self, url: str, local: Checker, key: str = "") -> None:
        """Raises: UsageError for a URL that no request may go to."""
        base = require_private(url, "the LeanWorker's URL", with_key=bool(key))
        self._url = f"{base.removesuffix('/check')}/check"
        self._local = local
        self._key = key.encode()
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._client: httpx2.AsyncClient | None = None

    @property
    def lean(self) -> Lean:
        """The Lean of this machine."""
        return self._local.lean

    async def __aenter__(self) -> Self:
        """Raises: UsageError if the client is not installed."""
        try:
            import httpx2
        except ImportError as error:
            raise UsageError(
                "a LeanWorker needs an HTTP client: pip install 'tactic-mesh[models]'"
            ) from error
        loopback = is_loopback(host_of(self._url))
        self._client = httpx2.AsyncClient(
            timeout=httpx2.Timeout(None, connect=CONNECT_S), follow_redirects=False, trust_env=not loopback
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    async def check(self, request: Request) -> Answered:
        """The verdict on a request. Raises: what `Checker.check` raises."""
        parts = _parts(request)
        if parts is None:
            return await self._local.check(request)
        started = time.monotonic()
        told = await self._told(parts, request.limits.wall_s)
        if isinstance(told, NoVerdict):
            return Answered(Checked(told), cached=False, certificate=None)
        checked = _read(told, parts, time.monotonic() - started)
        if checked is None:
            problem = NoVerdict(
                "unavailable", False, f"{self._url} answered something that is no LeanWorker's answer"
            )
            return Answered(Checked(problem), cached=False, certificate=None)
        if checked.outcome is not Outcome.PROVED:
            return Answered(checked, cached=False, certificate=None)
        return await self._confirmed(request, checked)

    async def _confirmed(self, request: Request, claimed: Checked) -> Answered:
        """What this machine's Lean says of a proof that the worker accepted."""
        answered = await self._local.check(request)
        own = answered.checked
        if isinstance(own.verdict, NoVerdict) and own.verdict.reason == "unavailable":
            hint = f"only {self._url} has checked this: {own.verdict.detail}"
            return Answered(dataclasses.replace(claimed, hints=(hint,)), cached=False, certificate=None)
        if own.outcome in (Outcome.PROVED, Outcome.NO_VERDICT):
            return answered
        reasons = (*own.reasons, f"worker_disagrees: {self._url} called this proved")
        return dataclasses.replace(answered, checked=dataclasses.replace(own, reasons=reasons))

    async def _told(self, parts: _Parts, wall_s: float) -> dict[str, Any] | NoVerdict:
        """The worker's answer as JSON, after a few requests if need be."""
        body = {
            "imports": list(parts.imports),
            "extra_prelude": parts.prelude,
            "theorem_name": parts.name,
            "theorem_statement": parts.statement,
            "proof": parts.proof,
            "options": {"timeout_ms": max(1, round(wall_s * 1000))},
        }
        started, limit_s = time.monotonic(), _STEPS * wall_s + _QUEUE_S
        why, pause_s = "", PAUSE_S
        try:
            async with asyncio.timeout(limit_s):
                for sent in range(REQUESTS_MAX):
                    if sent:
                        await asyncio.sleep(pause_s)
                    told = await self._once(body)
                    if not isinstance(told, _Again):
                        return told
                    why, pause_s = told.why, told.pause_s or PAUSE_S * 4.0**sent
        except TimeoutError:
            wall_s = time.monotonic() - started
            return NoVerdict("timeout", True, f"{self._url} gave no answer within {limit_s:g} s", wall_s)
        return NoVerdict("unavailable", True, f"{why}; {REQUESTS_MAX} requests were made")

    async def _once(self, body: dict[str, Any]) -> dict[str, Any] | NoVerdict | _Again:
        import httpx2

        assert self._client is not None, "use it as a context manager"
        whole = bytearray()
        try:
            async with self._client.stream("POST", self._url, json=body, headers=self._headers) as response:
                async for part in response.aiter_bytes():
                    whole += part
                    if len(whole) > ANSWER_BYTES_MAX:
                        return self._no_answer(f"answered more than {ANSWER_BYTES_MAX} bytes")
                status, asked = response.status_code, response.headers.get("retry-after", "")
        except httpx2.TransportError as error:
            return _Again(f"{self._url} could not be reached: {type(error).__name__} {error}".rstrip())
        except httpx2.DecodingError:
            return self._no_answer("answered bytes that cannot be decoded")
        if self._key:  # what a worker says of its key is for nobody else
            whole = whole.replace(self._key, _HIDDEN)
        if status in _AGAIN:
            return _Again(f"{self._url} answered {status}", _seconds(asked))
        if status != 200:
            return self._no_answer(f"answered {status}: {_shown(whole)}")
        try:
            document = json.loads(whole)
        except (ValueError, RecursionError):
            return self._no_answer("answered something that is no JSON")
        if not isinstance(document, dict):
            return self._no_answer("answered something that is no LeanWorker's answer")
        return document

    def _no_answer(self, what: str) -> NoVerdict:
        return NoVerdict("unavailable", False, f"{self._url} {what}")


@dataclass(frozen=True, slots=True)
class _Again:
    """A request that may be sent once more, after the pause that the worker asks for."""

    why: str
    pause_s: float | None = None


def _parts(request: Request) -> _Parts | None:
    """The request in LeanWorker's form; None if that cannot say it."""
    trusted = request.statement
    if trusted is None or not trusted.endswith(_HOLE) or len(request.theorems) != 1:
        return None
    before = trusted.removesuffix(_HOLE)
    stated = theorems(trusted)
    if not request.text.startswith(before) or not stated:
        return None
    one = stated[-1]
    in_place = one.full_name == request.theorems[0] and one.body.strip() == _HOLE.strip() and not one.binders
    if not in_place or trusted[one.start :].lstrip().startswith("@["):
        return None
    head = header(trusted)
    prelude = blank_header(one.prelude(trusted), head).strip("\n")
    line = before.count("\n") + 1
    start = Position(line, len(before.rpartition("\n")[2]))
    proof = request.text.removeprefix(before).rstrip("\n")
    return _Parts(head.imports, prelude, one.name, one.statement, proof, start)


def _read(told: dict[str, Any], parts: _Parts, wall_s: float) -> Checked | None:
    """The worker's word as a finding at the first rung; None if it is no answer."""
    ok, found, echo = told.get("ok"), told.get("diagnostics"), told.get("lean_file")
    if not isinstance(ok, bool) or not isinstance(found, list):
        return None
    if told.get("outcome") == Outcome.NO_VERDICT:
        reasons: tuple[NoVerdictReason, ...] = get_args(NoVerdictReason)
        why: NoVerdictReason = next((one for one in reasons if one == told.get("no_verdict")), "crash")
        return Checked(NoVerdict(why, told.get("retryable") is True, "the worker gave no verdict", wall_s))
    shift = _shift(echo if isinstance(echo, str) else "", parts)
    said = [_diagnostic(one, shift) for one in found[:DIAGNOSTICS_MAX] if isinstance(one, dict)]
    errors = any(one.severity is Severity.ERROR for one in said)
    if not ok and told.get("exit_code", 0) is None:
        late = any(one.error_class is ErrorClass.TIMEOUT for one in said)
        return Checked(NoVerdict("timeout" if late else "crash", True, "the worker gave no verdict", wall_s))
    outcome: Answer = Outcome.PROVED if ok else Outcome.REJECTED
    missing = () if ok or errors else ("worker_refused: it names no error of Lean's",)
    return Checked(Verdict(outcome, Trust.ELABORATED, tuple(said), wall_s=wall_s), (parts.name,), missing)


def _shift(echo: str, parts: _Parts) -> tuple[int, int, int]:
    """The line of the proof in the worker's file, and by how much lines and the first line's columns differ here."""
    at = echo.rfind(parts.proof)
    if at < 0:
        return (0, 0, 0)
    before = echo[:at]
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2])
    return (line, parts.start.line - line, parts.start.column - column)


def _diagnostic(told: dict[str, Any], shift: tuple[int, int, int]) -> Diagnostic:
    """One message, as far as it has the form of one, with its place in the text of this machine."""
    word, text = told.get("severity"), str(told.get("message", ""))[:_CHARACTERS_MAX]
    severity = Severity(word) if word in list(Severity) else Severity.ERROR
    line, column = _number(told.get("line"), 1), _number(told.get("column"), 0)
    first, lines, columns = shift
    if first and line >= first:
        line, column = line + lines, column + (columns if line == first else 0)
    kind = told.get("error_class")
    known = ErrorClass(kind) if kind in list(ErrorClass) else classify("", text)
    error_class = known if severity is Severity.ERROR else None
    return Diagnostic(severity, Position(max(1, line), max(0, column)), None, text, error_class=error_class)


def _number(value: object, otherwise: int) -> int:
    """A line or a column that a file can have."""
    is_one = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LINE_MAX
    return value if is_one and isinstance(value, int) else otherwise


def _seconds(told: str) -> float | None:
    return min(PAUSE_S_MAX, float(told[:9])) if told.isascii() and told.isdigit() else None


def _shown(raw: bytearray) -> str:
    return " ".join(raw[:1000].decode("utf-8", "replace").split())[:300]
