"""LeanWorker's protocol: `POST /check`, one theorem and one proof of it, with diagnostics by class.

The statement is the client's word and trusted, the proof is anybody's: what is checked is that the proof proves
this statement, by default at the rung `replayed`.
"""

from __future__ import annotations

import dataclasses
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi import Request as HttpRequest
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from tactic_mesh.errors import InvalidStatement
from tactic_mesh.lean.source import Composed, decode
from tactic_mesh.serve.evidence import Evidence, evidence, proved, reasons
from tactic_mesh.serve.fields import AskedTrust, Strict, Text
from tactic_mesh.serve.presence import while_present
from tactic_mesh.serve.problems import invalid, responses
from tactic_mesh.serve.state import Answer, State, state_of
from tactic_mesh.serve.template import CheckFile, clean_job, clean_name, place
from tactic_mesh.theorem import STANDARD_AXIOMS, Diagnostic, ErrorClass, NoVerdict, Severity, Trust
from tactic_mesh.verify.policy import Policy
from tactic_mesh.verify.request import Request

FILE_NAME = "Check.lean"
"""The name that Lean's messages in `stdout` begin with."""
TIMEOUT_MS = 15_000
_LIST_MAX = 1000


class Options(Strict):
    """How long and how much memory the check may take."""

    timeout_ms: int | None = Field(None, gt=0, description="Milliseconds for the check; 15000 if not given.")
    memory_mb: int | None = Field(None, ge=64, description="Memory for the check, in MiB.")


class CheckBody(Strict):
    """The body of `POST /check`. A field that is not known is an error."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "theorem_name": "T",
                "theorem_statement": "∀ n : Nat, n = n",
                "proof": "by\n  intro n\n  rfl",
                "options": {"timeout_ms": 15000},
            }
        },
    )

    job_id: Text | None = Field(None, max_length=1000, description="Stands in the file's first line.")
    imports: list[Text] = Field([], max_length=_LIST_MAX, description="Names of modules.")
    extra_prelude: Text = Field("", description="Lean text after the imports.")
    decls: Text = Field("", description="Definitions that the statement needs.")
    theorem_name: Text = Field("T", max_length=1000)
    theorem_statement: Text = Field(min_length=1, description="One Lean proposition.")
    proof: Text = Field(description="`by …`, or tactics.")
    options: Options = Options()  # type: ignore[call-arg]
    trust: AskedTrust = Field(Trust.REPLAYED, description="The rung to check at.")
    permitted_axioms: list[Text] | None = Field(
        None,
        max_length=_LIST_MAX,
        description="Axioms that the proof may rest on, instead of the standard three.",
    )


class WireDiagnostic(BaseModel):
    """One message about the file. `field` is the part of the request in which it stands, if it is one of them."""

    severity: Severity
    line: int
    column: int
    end_line: int | None
    end_column: int | None
    message: str
    error_class: ErrorClass | None
    raw: str
    field: str | None = None
    field_line: int | None = None
    field_column: int | None = None


class CheckResult(Evidence):
    """`ok` is true only if the theorem is proved at the rung that was asked for."""

    outcome: Any = None
    ok: bool
    job_id: str | None = None
    theorem_name: str
    diagnostics: list[WireDiagnostic]
    stdout: str
    stderr: str
    time_ms: int
    exit_code: int | None
    lean_file: str


router = APIRouter(tags=["LeanWorker"])


@router.post("/check", response_model=None, responses=responses(CheckResult))
@router.post("/check/", response_model=None, include_in_schema=False)
async def check(
    body: CheckBody, request: HttpRequest, state: Annotated[State, Depends(state_of)]
) -> Response:
    """Check one proof of one theorem."""
    longest_ms = state.settings.timeout_max_s * 1000
    timeout_ms = body.options.timeout_ms or min(TIMEOUT_MS, longest_ms)
    if timeout_ms > longest_ms:
        return invalid("/check", ["options", "timeout_ms"], f"this server allows {longest_ms:g} at most")
    template = _template(body)
    composed = template.candidate
    asked = Request(
        text=composed.text,
        theorems=(template.name,),
        # The first rung compares nothing: there the statement is the file's own.
        statement=None if body.trust is Trust.ELABORATED else template.trusted,
        trust=body.trust,
        policy=_policy(body),
        limits=state.limits(timeout_ms / 1000, body.options.memory_mb),
    )
    answer = await while_present(request, _answer(state, asked))
    return JSONResponse(_document(body, template, composed, answer))


def _template(body: CheckBody) -> CheckFile:
    """Raises: UsageError and its kin."""

    def lean(name: str, text: str) -> str:
        return decode(text.encode(), name)

    return CheckFile(
        name=clean_name(body.theorem_name),
        statement=lean("theorem_statement", body.theorem_statement),
        proof=lean("proof", body.proof),
        imports=tuple(body.imports),
        prelude=lean("extra_prelude", body.extra_prelude),
        declarations=lean("decls", body.decls),
        job=clean_job(body.job_id or ""),
    )


def _policy(body: CheckBody) -> Policy:
    permitted = body.permitted_axioms
    return Policy(allowed_axioms=STANDARD_AXIOMS if permitted is None else frozenset(permitted))


async def _answer(state: State, asked: Request) -> Answer:
    """Raises: Overloaded, and what a check raises."""
    with state.admission.take(1):
        try:
            return await state.check(asked)
        except InvalidStatement:
            # What is wrong with it is told best by Lean, about the file that the client sees.
            plain = dataclasses.replace(asked, statement=None, trust=Trust.ELABORATED)
            return await state.check(plain)


def _document(body: CheckBody, template: CheckFile, composed: Composed, answer: Answer) -> dict[str, Any]:
    checked = answer.checked
    verdict = checked.verdict
    ok = proved(checked, body.trust)
    document = {
        "ok": ok,
        "job_id": body.job_id,
        "theorem_name": template.name,
        "time_ms": round(answer.wall_s * 1000),
        "lean_file": composed.text,
        **evidence(answer, body.trust),
    }
    if isinstance(verdict, NoVerdict):
        error_class = ErrorClass.TIMEOUT if verdict.reason == "timeout" else ErrorClass.OTHER
        message = f"no verdict: {verdict.reason}: {verdict.detail}"
        said = [_ours(message, error_class)]
        return {**document, "diagnostics": said, "stdout": "", "stderr": message, "exit_code": None}
    said = [_diagnostic(composed, d) for d in verdict.diagnostics]
    if not ok and not verdict.errors:
        said += [_ours(reason, ErrorClass.OTHER) for reason in reasons(checked, body.trust)]
    return {
        **document,
        "diagnostics": said,
        "stdout": "".join(f"{_line(d)}\n" for d in verdict.diagnostics),
        "stderr": "",
        "exit_code": 1 if verdict.errors else 0,
    }


def _line(found: Diagnostic) -> str:
    """A message as `lean` prints it."""
    return f"{FILE_NAME}:{found.start.line}:{found.start.column}: {found.severity}: {found.text}"


def _diagnostic(composed: Composed, found: Diagnostic) -> dict[str, Any]:
    field, line, column = place(composed, found.start.line, found.start.column)
    where = {"field": field, "field_line": line, "field_column": column} if field else {}
    return {
        "severity": found.severity,
        "line": found.start.line,
        "column": found.start.column,
        "end_line": found.end.line if found.end else None,
        "end_column": found.end.column if found.end else None,
        "message": found.text,
        "error_class": found.error_class,
        "raw": _line(found),
        **where,
    }


def _ours(message: str, error_class: ErrorClass) -> dict[str, Any]:
    """An error that Lean has no message for, at the head of the file."""
    place = {"line": 1, "column": 0, "end_line": None, "end_column": None}
    return {
        "severity": Severity.ERROR,
        **place,
        "message": message,
        "error_class": error_class,
        "raw": message,
    }
