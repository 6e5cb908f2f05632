"""Errors on the wire: problem documents (RFC 9457) on our own routes, `{"detail": …}` where Kimina's clients ask.

A problem's `type` is stable and is what programs compare; `detail` is for people.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from tactic_mesh.errors import Overloaded, TacticMeshError, UsageError
from tactic_mesh.serve.presence import ClientGone

MEDIA_TYPE = "application/problem+json"
KIMINA_PATHS = frozenset({"/api/check", "/verify", "/one_pass_verify_batch"})
_CLIENT_GONE = 499
_WORDS_MAX = 300

_NAMES = {
    400: ("bad-request", "The request cannot be carried out as written"),
    401: ("key-required", "An API key is required"),
    404: ("not-found", "There is nothing at this address"),
    405: ("method-not-allowed", "This method is not allowed here"),
    408: ("request-too-slow", "The request did not arrive in time"),
    413: ("request-too-large", "The request is too large"),
    415: ("unsupported-media-type", "The body must be JSON"),
    421: ("wrong-host", "This service is not known by that name"),
    422: ("invalid-request", "The request does not have the form that this route takes"),
    429: ("overloaded", "The service has as much work as it takes"),
    500: ("internal-error", "This is a bug in tactic-mesh"),
    503: ("unavailable", "No Lean can be run now"),
    507: ("storage", "The service cannot write its files"),
}


class InvalidField(UsageError):
    """A field of a body that is wrong in itself; `field` is the way to it."""

    http_status = 422

    def __init__(self, field: Sequence[str | int], message: str) -> None:
        super().__init__(f"{'.'.join(map(str, field))}: {message}")
        self.as_json: dict[str, Any] = {"type": "value_error", "loc": ["body", *field], "msg": message}


class Problem(BaseModel):
    """A problem document."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[dict[str, Any]] | None = None


class Detail(BaseModel):
    """An error as Kimina's clients know it."""

    detail: str | list[dict[str, Any]]


_DESCRIPTIONS = {
    400: "The body is no JSON, nests too deeply, or holds a name that is none.",
    401: "The API key is missing or wrong.",
    408: "The body did not arrive in time.",
    413: "The body is too large.",
    421: "Asked under a name that is not this machine's, without an API key.",
    422: "A field is missing, unknown, or of another form.",
    429: "Nothing was accepted: ask again after `Retry-After` seconds.",
    503: "No Lean can be run now.",
    507: "The service cannot write its files.",
}
Responses = dict[int | str, dict[str, Any]]


def responses(result: type[BaseModel], *, kimina: bool = False, status: int = 200) -> Responses:
    """What a route that takes a body can answer, for the description of the service; `status` is that of success."""
    answers: Responses = {status: {"model": result}}
    for number, description in _DESCRIPTIONS.items():
        if kimina:
            answers[number] = {"model": Detail, "description": description}
        else:
            answers |= described(number, description)
    return answers


def described(status: int, description: str) -> Responses:
    """A problem that a route can answer."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {status: {"description": description, "content": {MEDIA_TYPE: {"schema": schema}}}}


def problem(
    path: str,
    status: int,
    detail: str,
    *,
    errors: Sequence[Mapping[str, Any]] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer to a request for `path` that failed; `errors` name the fields that are wrong."""
    if path.rstrip("/") in KIMINA_PATHS:
        told: object = "No available REPLs" if status == 429 else list(errors) or detail
        return JSONResponse({"detail": told}, status, headers)
    name, title = _NAMES.get(status, ("error", "The request failed"))
    document = {
        "type": f"urn:tactic-mesh:problem:{name}",
        "title": title,
        "status": status,
        "detail": detail,
        **({"errors": list(errors)} if errors else {}),
    }
    return JSONResponse(document, status, headers, media_type=MEDIA_TYPE)


def invalid(path: str, field: Sequence[str | int], message: str) -> Response:
    """422 about one field of the body."""
    error = InvalidField(field, message)
    return problem(path, 422, str(error), errors=[error.as_json])


def install(app: FastAPI) -> None:
    """Every error that leaves a route gets one of these forms."""
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(TacticMeshError, _ours)
    app.add_exception_handler(ClientGone, _gone)
    app.add_exception_handler(Exception, _bug)


async def _validation(request: Request, error: Exception) -> Response:
    """Without the input: it may be large, and may hold what is no text."""
    assert isinstance(error, RequestValidationError)
    found = [{"type": e["type"], "loc": list(e["loc"]), "msg": _clean(e["msg"])} for e in error.errors()]
    words = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in found)
    return problem(request.url.path, 422, _clean(words), errors=[_clean_location(e) for e in found])


def _clean_location(error: dict[str, Any]) -> dict[str, Any]:
    return {**error, "loc": [part if isinstance(part, int) else _clean(str(part)) for part in error["loc"]]}


def _clean(words: str) -> str:
    """Short, and without lone surrogates, which a client can put into JSON and nobody can write out."""
    return words[:_WORDS_MAX].encode("utf-8", "replace").decode()


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return problem(request.url.path, error.status_code, _clean(str(error.detail)), headers=error.headers)


async def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, TacticMeshError)
    headers = {"Retry-After": str(error.retry_after_s)} if isinstance(error, Overloaded) else None
    errors = [error.as_json] if isinstance(error, InvalidField) else []
    return problem(request.url.path, error.http_status, _clean(str(error)), errors=errors, headers=headers)


async def _gone(request: Request, error: Exception) -> Response:
    return Response(status_code=_CLIENT_GONE)


async def _bug(request: Request, error: Exception) -> Response:
    return problem(
        request.url.path, 500, f"this is a bug in tactic-mesh ({type(error).__name__}); please report it"
    )
