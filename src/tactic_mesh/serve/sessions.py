"""Stepwise proving: `/session/start`, `/session/step`, `/session/close`, and `GET /session/{id}`.

Only tactics enter. What a session says guides a client and proves nothing: where no goal is left, the proof is
written out as a whole file and judged like any other, and that verdict is the answer.
"""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated, Any, Literal, TypeVar

from fastapi import APIRouter, Depends
from fastapi import Request as HttpRequest
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from tactic_mesh.errors import UsageError
from tactic_mesh.lean.messages import classify, goals
from tactic_mesh.lean.session import Refused, TacticLimits
from tactic_mesh.lean.source import decode
from tactic_mesh.serve.evidence import Evidence, evidence, proved
from tactic_mesh.serve.fields import AskedTrust, Strict, Text
from tactic_mesh.serve.open_sessions import Opening, Place, Session, Sessions, proof
from tactic_mesh.serve.presence import while_present
from tactic_mesh.serve.problems import MEDIA_TYPE, invalid, responses
from tactic_mesh.serve.state import State, state_of
from tactic_mesh.serve.template import CheckFile, clean_name
from tactic_mesh.theorem import STANDARD_AXIOMS, ErrorClass, NoVerdict, NoVerdictReason, Trust
from tactic_mesh.verify.certificate import claim, written
from tactic_mesh.verify.policy import Policy
from tactic_mesh.verify.request import Request

STATES_MAX = 5000
GOALS_SHOWN_MAX = 200
TACTIC_CHARACTERS_MAX = 100_000
TIMEOUT_MS = 15_000
HEARTBEATS = 200_000
"""Lean's own bound for a whole theorem, here for each tactic."""
_SWEEP_S = 1.0
_LIST_MAX = 1000
Result = TypeVar("Result")
Wire = dict[str, Any]


class Options(Strict):
    """How long a tactic may take, and how much memory the session."""

    timeout_ms: int | None = Field(None, gt=0, description="Milliseconds for a tactic; 15000 if not given.")
    memory_mb: int | None = Field(None, ge=64, description="Memory of the session's process, in MiB.")


class StartBody(Strict):
    """The body of `POST /session/start`: a theorem as in `POST /check`, without its proof."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"theorem_name": "T", "theorem_statement": "∀ p q : Prop, p ∧ q → q ∧ p"}
        }
    )

    imports: list[Text] = Field([], max_length=_LIST_MAX, description="Names of modules.")
    extra_prelude: Text = Field("", description="Lean text after the imports.")
    decls: Text = Field("", description="Definitions that the statement needs.")
    theorem_name: Text = Field("T", max_length=1000)
    theorem_statement: Text = Field(min_length=1, description="One Lean proposition.")
    options: Options = Options()  # type: ignore[call-arg]
    trust: AskedTrust = Field(Trust.REPLAYED, description="The rung to check the finished proof at.")
    permitted_axioms: list[Text] | None = Field(
        None,
        max_length=_LIST_MAX,
        description="Axioms that the proof may rest on, instead of the standard three.",
    )


class StepBody(Strict):
    """The body of `POST /session/step`."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"session_id": "hN3…", "state_id": 0, "tactic": "intro p q h"}}
    )

    session_id: Text
    tactic: Text = Field(min_length=1, max_length=TACTIC_CHARACTERS_MAX, description="One tactic.")
    state_id: int | None = Field(None, ge=0, description="Where to begin; the newest state if not given.")
    group: int = Field(0, ge=0, description="Which group of goals to work on; groups share no metavariable.")
    timeout_ms: int | None = Field(None, gt=0, description="Milliseconds for this tactic.")


class CloseBody(Strict):
    """The body of `POST /session/close`."""

    model_config = ConfigDict(json_schema_extra={"example": {"session_id": "hN3…"}})

    session_id: Text


class WireHypothesis(BaseModel):
    """Names with one type, and the value of a `let`."""

    names: list[str]
    type: str
    value: str | None = None


class WireGoal(BaseModel):
    """A goal as Lean prints it, and in parts. Goals of one `group` share metavariables."""

    text: str
    group: int
    case: str | None = None
    hypotheses: list[WireHypothesis]
    target: str


class WireState(BaseModel):
    """A state: the tactic that led to it from its parent, and its goals, the main one first; none means done.

    `goals_left_out` counts those beyond the first two hundred.
    """

    state_id: int
    parent_id: int | None = None
    tactic: str | None = None
    done: bool
    goals: list[WireGoal]
    goals_left_out: int = 0


class Finished(Evidence):
    """The verdict on the finished proof as a whole file: `ok` only if it is proved at the rung that was asked for."""

    outcome: Any = None
    ok: bool
    proof: str
    lean_file: str
    diagnostics: list[dict[str, Any]]
    certificate_document: dict[str, Any] | None = None


class Started(BaseModel):
    """A session, and where the proof begins."""

    session_id: str
    idle_s: float
    state: WireState


class StepResult(BaseModel):
    """What became of a tactic. With `stepped` there is a new state; `no_verdict` says that Lean gave no answer."""

    session_id: str
    outcome: Literal["stepped", "refused", "no_verdict"]
    time_us: int
    state: WireState | None = None
    error: str | None = None
    error_class: ErrorClass | None = None
    no_verdict: NoVerdictReason | None = None
    result: Finished | None = None


class WireLink(BaseModel):
    """A state without its goals."""

    state_id: int
    parent_id: int | None = None
    tactic: str | None = None
    group: int
    groups_left: int
    done: bool


class Described(BaseModel):
    """A session with all its states, and the goals of one of them."""

    session_id: str
    theorem_name: str
    theorem_statement: str
    idle_s: float
    expires_in_s: float
    tactics: int
    restarts: int
    states: list[WireLink]
    state: WireState
    result: Finished | None = None


class Closed(BaseModel):
    """The session is gone."""

    session_id: str
    ok: bool


def sessions_of(request: HttpRequest) -> Sessions:
    """The sessions of the service that a request came to."""
    sessions: Sessions = request.app.state.sessions
    return sessions


router = APIRouter(tags=["Sessions"])
Open = Annotated[Sessions, Depends(sessions_of)]
Service = Annotated[State, Depends(state_of)]
_NOT_FOUND: dict[int | str, dict[str, Any]] = {
    404: {
        "description": "There is no such session or state.",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
}


def _limit_s(state: State, timeout_ms: int | None) -> float:
    return min(TIMEOUT_MS / 1000, state.settings.timeout_max_s) if timeout_ms is None else timeout_ms / 1000


@router.post("/session/start", response_model=None, responses=responses(Started))
async def start(body: StartBody, request: HttpRequest, state: Service, sessions: Open) -> Response:
    """Open a theorem for tactics."""
    timeout_s = _limit_s(state, body.options.timeout_ms)
    if timeout_s > state.settings.timeout_max_s:
        return _too_long("/session/start", ["options", "timeout_ms"], state)
    permitted = body.permitted_axioms
    opening = Opening(
        _file(body),
        timeout_s,
        state.limits(max(timeout_s, _limit_s(state, None)), body.options.memory_mb),
        body.trust,
        Policy(allowed_axioms=STANDARD_AXIOMS if permitted is None else frozenset(permitted)),
    )
    session = await while_present(request, sessions.start(opening))
    shown = await while_present(request, sessions.alone(session, _shown(session, session.places[0])))
    return JSONResponse({"session_id": session.id, "idle_s": sessions.idle_s, "state": shown})


@router.post("/session/step", response_model=None, responses=responses(StepResult) | _NOT_FOUND)
async def step(body: StepBody, request: HttpRequest, state: Service, sessions: Open) -> Response:
    """Run one tactic from any state of a session. The same step again is the same state."""
    session = sessions.find(body.session_id)
    timeout_s = session.opening.timeout_s if body.timeout_ms is None else body.timeout_ms / 1000
    if timeout_s > state.settings.timeout_max_s:
        return _too_long("/session/step", ["timeout_ms"], state)
    place = _place(session, body.state_id)
    if place is None:
        return invalid("/session/step", ["state_id"], f"there are states 0 to {len(session.places) - 1}")
    if not place.groups:
        return invalid("/session/step", ["state_id"], "no goal is left there")
    if body.group >= len(place.groups):
        return invalid(
            "/session/step", ["group"], f"state {place.number} has {len(place.groups)} groups of goals"
        )
    stepping = _stepped(session, place, body.group, body.tactic.strip(), timeout_s)
    document = await while_present(request, sessions.alone(session, stepping))
    reached = document.get("state")
    if reached is not None and reached["done"]:
        document["result"] = await while_present(request, _finished(state, session, reached["state_id"]))
    return JSONResponse({"session_id": session.id, **document})


@router.post("/session/close", response_model=None, responses=responses(Closed) | _NOT_FOUND)
async def close(body: CloseBody, sessions: Open) -> Response:
    """End a session; a step that is running ends with it."""
    session = sessions.find(body.session_id)
    await sessions.close(session)
    return JSONResponse({"session_id": session.id, "ok": True})


@router.get("/session/{session_id}", response_model=None, responses=responses(Described) | _NOT_FOUND)
async def describe(
    session_id: str, request: HttpRequest, sessions: Open, state_id: int | None = None
) -> Response:
    """All states of a session, and the goals of one: of `state_id`, or of the newest."""
    session = sessions.find(session_id)
    place = _place(session, state_id)
    if place is None:
        raise HTTPException(404, f"there are states 0 to {len(session.places) - 1}")
    expires_in_s = sessions.expires_in_s(session)
    shown = await while_present(request, sessions.alone(session, _shown(session, place)))
    results = [result for _, result in sorted(session.results.items()) if result["ok"]]
    return JSONResponse(
        {
            "session_id": session.id,
            "theorem_name": session.full_name,
            "theorem_statement": session.opening.file.statement,
            "idle_s": sessions.idle_s,
            "expires_in_s": round(expires_in_s, 3),
            "tactics": session.tactics.tactics,
            "restarts": session.tactics.deaths,
            "states": [_link(one) for one in session.places],
            "state": shown,
            **({"result": results[0]} if results else {}),
        }
    )


def _too_long(path: str, field_path: list[str], state: State) -> Response:
    return invalid(path, field_path, f"this server allows {state.settings.timeout_max_s * 1000:g} at most")


def _file(body: StartBody) -> CheckFile:
    """Raises: UsageError and its kin."""

    def lean(name: str, text: str) -> str:
        return decode(text.encode(), name)

    return CheckFile(
        name=clean_name(body.theorem_name),
        statement=lean("theorem_statement", body.theorem_statement),
        proof="sorry",
        imports=tuple(body.imports),
        prelude=lean("extra_prelude", body.extra_prelude),
        declarations=lean("decls", body.decls),
    )


def _place(session: Session, number: int | None) -> Place | None:
    if number is None:
        return session.places[-1]
    return session.places[number] if 0 <= number < len(session.places) else None


async def _stepped(session: Session, place: Place, group: int, tactic: str, timeout_s: float) -> Wire:
    """What became of a tactic, and the state that it led to. Raises: SessionFailed, UsageError."""
    known = session.steps.get((place.number, group, tactic))
    if known is not None:
        return {"outcome": "stepped", "time_us": 0, "state": await _shown(session, known)}
    if len(session.places) >= STATES_MAX:
        raise UsageError(f"this session has {STATES_MAX} states, as many as it may: close it")
    limits = TacticLimits(HEARTBEATS, timeout_s)
    (outcome,) = await session.tactics.step(place.groups[group], [tactic], limits, explain=True)
    if isinstance(outcome, Refused):
        told: Wire = {"time_us": outcome.cost_us, "error": outcome.reason}
        if outcome.no_verdict is not None:
            return {"outcome": "no_verdict", "no_verdict": outcome.no_verdict, **told}
        return {"outcome": "refused", "error_class": classify("", outcome.reason), **told}
    groups = (*place.groups[:group], *outcome.points, *place.groups[group + 1 :])
    reached = Place(len(session.places), groups, place, tactic, group, outcome.points)
    session.places.append(reached)
    session.steps[place.number, group, tactic] = reached
    return {"outcome": "stepped", "time_us": outcome.cost_us, "state": await _shown(session, reached)}


async def _shown(session: Session, place: Place) -> Wire:
    """A state with its goals. Raises: SessionFailed."""
    shown: list[Wire] = []
    for number, point in enumerate(place.groups):
        if len(shown) >= GOALS_SHOWN_MAX:
            break
        shown += [_goal(text, number) for text in await session.tactics.show(point)]
    count = sum(len(point.goals) for point in place.groups)
    return {
        "state_id": place.number,
        "parent_id": place.parent.number if place.parent else None,
        "tactic": place.tactic or None,
        "done": not place.groups,
        "goals": shown[:GOALS_SHOWN_MAX],
        "goals_left_out": count - len(shown[:GOALS_SHOWN_MAX]),
    }


def _goal(text: str, group: int) -> Wire:
    read = goals(text)
    goal = read[0] if read else None
    return {
        "text": text,
        "group": group,
        "case": goal.case if goal else None,
        "hypotheses": [
            {"names": list(one.names), "type": one.type, "value": one.value}
            for one in (goal.hypotheses if goal else ())
        ],
        "target": goal.target if goal else text.rpartition("⊢ ")[2],
    }


def _link(place: Place) -> Wire:
    return {
        "state_id": place.number,
        "parent_id": place.parent.number if place.parent else None,
        "tactic": place.tactic or None,
        "group": place.group,
        "groups_left": len(place.groups),
        "done": not place.groups,
    }


async def _finished(state: State, session: Session, number: int) -> Wire:
    """The verdict on a finished proof, from its text alone; asked anew where Lean gave none. Raises as a check."""
    known = session.results.get(number)
    if known is not None:
        return known
    opening = session.opening
    found = proof(session, session.places[number])
    composed = dataclasses.replace(opening.file, proof=found).candidate
    asked = Request(
        text=composed.text,
        theorems=(session.full_name,),
        statement=opening.file.trusted,
        trust=opening.trust,
        policy=opening.policy,
        limits=opening.limits,
    )
    with state.admission.take(1):
        answer = await state.check(asked)
    verdict = answer.checked.verdict
    told = () if isinstance(verdict, NoVerdict) else verdict.diagnostics
    certificate = answer.certificate
    result = {
        "ok": proved(answer.checked, opening.trust),
        "proof": found,
        "lean_file": composed.text,
        "diagnostics": [diagnostic.as_json() for diagnostic in told],
        **evidence(answer, opening.trust),
        **({"certificate_document": json.loads(written(claim(certificate)))} if certificate else {}),
    }
    if not isinstance(verdict, NoVerdict):
        session.results[number] = result
    return result
