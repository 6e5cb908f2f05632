"""Kimina Lean Server's protocol: `/api/check`, and the older `/verify`.

Its published client runs against these routes unmodified. They answer at the rung `elaborated` unless a request
asks for more, and every result says which rung it reached. A text that Kimina would call valid although it rests on
an axiom of its own, on a hidden `sorry`, or on a statement that was changed carries an error message here.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends
from fastapi import Request as HttpRequest
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field, model_validator

from tactic_mesh.errors import InputError
from tactic_mesh.lean.source import decode
from tactic_mesh.serve.evidence import Evidence, evidence, proved, reasons
from tactic_mesh.serve.fields import AskedTrust, Strict, Text
from tactic_mesh.serve.presence import while_present
from tactic_mesh.serve.problems import responses
from tactic_mesh.serve.repl.render import audit_error, message, no_verdict
from tactic_mesh.serve.sorries import find_sorries
from tactic_mesh.serve.state import Answer, Failure, State, state_of
from tactic_mesh.theorem import STANDARD_AXIOMS, Diagnostic, NoVerdict, Severity, Trust
from tactic_mesh.verify.policy import Policy
from tactic_mesh.verify.request import Request

ITEMS_MAX = 10_000
Infotree = Literal["full", "tactics", "original", "substantive"]
Wire = dict[str, Any]


class Asked(Strict):
    """What a request may ask for beyond Kimina's protocol; on an item it goes before that of the whole request."""

    trust: AskedTrust | None = Field(None, description="The rung to check at; `elaborated` if not given.")
    formal_statement: Text | None = Field(
        None, description="Trusted Lean text that states the theorems with `sorry`, after their definitions."
    )
    theorem_names: list[Text] | None = Field(
        None, max_length=ITEMS_MAX, description="Full names of the theorems that the text must prove."
    )
    permitted_axioms: list[Text] | None = Field(
        None,
        max_length=ITEMS_MAX,
        description="Axioms that proofs may rest on, instead of the standard three.",
    )


class Snippet(Asked):
    """A text to check."""

    id: Text = Field(description="Identifier, returned with the result.")
    code: Text = Field(description="A whole Lean file.")


class CheckBody(Asked):
    """The body of `POST /api/check`."""

    snippets: list[Snippet] = Field(min_length=1, max_length=ITEMS_MAX)
    timeout: int = Field(30, ge=0, description="Seconds for each snippet.")
    debug: bool = Field(False, description="Adds the identifier of the process that answered.")
    reuse: bool = Field(True, description="Either way, each snippet gets a process of its own.")
    infotree: Infotree | None = Field(None, description="Not supported: an error of each result.")
    memory_mb: int | None = Field(None, ge=64, description="Memory for each snippet, in MiB.")

    @model_validator(mode="after")
    def _unique(self) -> CheckBody:
        if len({snippet.id for snippet in self.snippets}) < len(self.snippets):
            raise ValueError("`snippets` must have unique ids")
        return self

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "snippets": [{"id": "1", "code": "theorem t : 1 + 1 = 2 := by decide"}],
                "timeout": 20,
            }
        },
    )


class Code(Asked):
    """A text to check, in the older protocol; `proof` goes before `code`."""

    custom_id: Text | int
    proof: Text | None = None
    code: Text | None = None


class VerifyBody(Asked):
    """The body of `POST /verify`."""

    codes: list[Code] = Field(max_length=ITEMS_MAX)
    timeout: int = Field(300, ge=0, description="Seconds for each code.")
    infotree_type: Infotree | None = Field(None, description="Not supported: an error of each result.")
    disable_cache: bool = Field(False, description="Check anew what was checked before.")
    memory_mb: int | None = Field(None, ge=64, description="Memory for each code, in MiB.")

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "codes": [{"custom_id": "1", "proof": "theorem t : 1 + 1 = 2 := by decide"}],
                "timeout": 20,
            }
        },
    )


class WirePosition(BaseModel):
    """Lines count from 1, columns from 0, in code points of the text that was sent."""

    line: int
    column: int


class WireMessage(BaseModel):
    """One message of Lean, or an error that the audit found."""

    severity: Literal["info", "warning", "error"]
    pos: WirePosition
    endPos: WirePosition | None = None
    data: str


class WireSorry(BaseModel):
    """One `sorry`, with the goal that it leaves open; empty if it could not be read."""

    pos: WirePosition
    endPos: WirePosition
    goal: str


class CommandResponse(BaseModel):
    """Lean's answer about a text, or `message`: why it could not be asked."""

    env: int | None = None
    messages: list[WireMessage] | None = None
    sorries: list[WireSorry] | None = None
    message: str | None = None
    time: float | None = None


class Result(Evidence):
    """The result for one snippet: `error` or `response`, and the verdict in Tactic-Mesh's words."""

    outcome: Any = None
    id: str
    time: float
    error: str | None = None
    response: CommandResponse | None = None
    diagnostics: dict[str, str] | None = None


class CheckResults(BaseModel):
    """Results in the order of the snippets."""

    results: list[Result]


class BackwardResult(Evidence):
    """The result for one code."""

    outcome: Any = None
    custom_id: str
    error: str | None = None
    response: CommandResponse | None = None


class VerifyResults(BaseModel):
    """Results in the order of the codes."""

    results: list[BackwardResult]


@dataclass(frozen=True, slots=True)
class _Item:
    """A text of a batch, and what is asked about it; `code` None is an item without a text."""

    id: str | int
    code: str | None
    asked: Asked


@dataclass(frozen=True, slots=True)
class _Batch:
    """What the items of one request share."""

    items: list[_Item]
    asked: Asked
    timeout_s: int
    memory_mib: int | None
    infotree: str | None
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    """One item's result without its identifier: exactly one of `error` and `response` is set."""

    time_s: float = 0.0
    error: str | None = None
    response: Wire | None = None
    evidence: Wire | None = None

    @property
    def fields(self) -> Wire:
        answer = {"error": self.error} if self.error is not None else {"response": self.response}
        return {**answer, **(self.evidence or {})}


router = APIRouter(tags=["Kimina"])


@router.post("/api/check", response_model=None, responses=responses(CheckResults, kimina=True))
@router.post("/api/check/", response_model=None, include_in_schema=False)
async def api_check(
    body: CheckBody, request: HttpRequest, state: Annotated[State, Depends(state_of)]
) -> Response:
    """Check a batch of texts."""
    items = [_Item(snippet.id, snippet.code, snippet) for snippet in body.snippets]
    batch = _Batch(items, body, _timeout_s(state, body), body.memory_mb, body.infotree)
    told = await while_present(request, _tell_each(state, batch))
    results = [
        {"id": item.id, "time": one.time_s, **one.fields} for item, one in zip(items, told, strict=True)
    ]
    if body.debug:  # each had a process of its own, of which nothing is left but this
        results = [{**result, "diagnostics": {"repl_uuid": uuid.uuid4().hex}} for result in results]
    return JSONResponse({"results": results})


@router.post("/verify", response_model=None, responses=responses(VerifyResults, kimina=True))
@router.post("/verify/", response_model=None, include_in_schema=False)
@router.post("/one_pass_verify_batch", response_model=None, responses=responses(VerifyResults, kimina=True))
@router.post("/one_pass_verify_batch/", response_model=None, include_in_schema=False)
async def verify(
    body: VerifyBody, request: HttpRequest, state: Annotated[State, Depends(state_of)]
) -> Response:
    """Check a batch of texts, in the older protocol."""
    items = [
        _Item(code.custom_id, code.proof if code.proof is not None else code.code, code)
        for code in body.codes
    ]
    batch = _Batch(
        items, body, _timeout_s(state, body), body.memory_mb, body.infotree_type, body.disable_cache
    )
    told = await while_present(request, _tell_each(state, batch)) if items else []
    results = []
    for item, one in zip(items, told, strict=True):
        timed = {"response": {**one.response, "time": one.time_s}} if one.response is not None else {}
        results.append({"custom_id": str(item.id), **one.fields, **timed})
    return JSONResponse({"results": results})


def _timeout_s(state: State, body: CheckBody | VerifyBody) -> int:
    """The time limit that was asked for; the usual one is shortened to what the settings allow."""
    if "timeout" in body.model_fields_set:
        return body.timeout
    return max(1, min(body.timeout, int(state.settings.timeout_max_s)))


async def _tell_each(state: State, batch: _Batch) -> list[_Told]:
    async def tell(item: _Item) -> _Told:
        return await _tell(state, batch, item)

    found = await state.each(batch.items, tell)
    return [_Told(error=one.text) if isinstance(one, Failure) else one for one in found]


async def _tell(state: State, batch: _Batch, item: _Item) -> _Told:
    """The result for one item. Whatever is wrong with it is said there, and touches no other."""
    if (refusal := _refusal(state, batch, item)) is not None:
        return _Told(error=refusal)
    try:
        request = _request(state, batch, item)
    except InputError as error:
        return _Told(response={"message": str(error)})
    answer = await state.check(request, fresh=batch.fresh)
    verdict = answer.checked.verdict
    told = evidence(answer, request.trust)
    if isinstance(verdict, NoVerdict):
        return _Told(answer.wall_s, error=no_verdict(verdict, batch.timeout_s), evidence=told)
    sorries = await find_sorries(state.lean, request.text, answer.checked, request.limits)
    response = _response(answer, request.trust, verdict.diagnostics, sorries)
    return _Told(answer.wall_s, response=response, evidence=told)


def _refusal(state: State, batch: _Batch, item: _Item) -> str | None:
    """Why an item is not checked at all."""
    if batch.infotree is not None:
        return f"infotree is not supported by this server (asked for: {batch.infotree}); leave it out"
    if item.code is None:
        return f"Snippet {item.id!r} has no proof/code content"
    if batch.timeout_s == 0:
        return no_verdict(NoVerdict("timeout", True), 0)
    longest_s = state.settings.timeout_max_s
    if batch.timeout_s > longest_s:
        return f"a timeout of {batch.timeout_s} s is longer than this server allows ({longest_s:g} s)"
    return None


def _request(state: State, batch: _Batch, item: _Item) -> Request:
    """What is asked about an item. Raises: InputError if its text, or the trusted one, is no Lean source."""
    own, shared = item.asked, batch.asked
    statement = own.formal_statement if own.formal_statement is not None else shared.formal_statement
    names = own.theorem_names if own.theorem_names is not None else shared.theorem_names
    axioms = own.permitted_axioms if own.permitted_axioms is not None else shared.permitted_axioms
    return Request(
        text=decode((item.code or "").encode(), "the code"),
        theorems=tuple(names or ()),
        statement=None if statement is None else decode(statement.encode(), "the formal statement"),
        trust=own.trust or shared.trust or Trust.ELABORATED,
        policy=Policy(allowed_axioms=STANDARD_AXIOMS if axioms is None else frozenset(axioms)),
        limits=state.limits(batch.timeout_s, batch.memory_mib),
    )


def _response(answer: Answer, asked: Trust, diagnostics: tuple[Diagnostic, ...], sorries: list[Wire]) -> Wire:
    """The answer of a REPL: keys without values are absent; what an audit found is an error message."""
    messages = [message(d) for d in diagnostics]
    silent = all(d.severity is not Severity.ERROR for d in diagnostics)
    # In this protocol a text without a theorem is valid; what it proves (nothing) is told beside it.
    if silent and not proved(answer.checked, asked) and not answer.checked.states_nothing:
        found = reasons(answer.checked, asked) or ([] if sorries else [str(answer.checked.outcome)])
        messages += [audit_error(f"not proved: {reason}") for reason in found]
    response: Wire = {"env": 0}
    if messages:
        response["messages"] = messages
    if sorries:
        response["sorries"] = sorries
    return response
