"""Proofs as jobs: `/v1/proofs`. Accepted at once, carried out in turn, told as events, kept on disk."""

from __future__ import annotations

import asyncio
import dataclasses
import time
from collections.abc import AsyncIterator
from typing import Annotated, Any, cast

from fastapi import APIRouter, Depends, Header, HTTPException, Query
from fastapi import Request as HttpRequest
from fastapi.responses import JSONResponse, Response, StreamingResponse
from pydantic import BaseModel

from tactic_mesh.serve.jobs import PAGE_MAX, Job, JobState, Wanted
from tactic_mesh.serve.problems import described, responses
from tactic_mesh.serve.proving import ProofBody, Proving
from tactic_mesh.serve.runner import Runner
from tactic_mesh.serve.state import State, state_of
from tactic_mesh.theorem import Outcome

COMMENT_S = 15.0
"""How often a stream without events says that it is still there."""
_LOOK_S = 1.0
_ID_CHARACTERS = 64

router = APIRouter(prefix="/v1/proofs", tags=["Proofs"])


@dataclasses.dataclass(frozen=True, slots=True)
class Desk:
    """What the routes of proofs share."""

    runner: Runner
    proving: Proving

    async def found(self, job_id: str) -> Job:
        """Raises: HTTPException."""
        job = await self.runner.jobs.find(job_id)
        if job is None:
            raise HTTPException(404, f"there is no job {job_id[:_ID_CHARACTERS]!r}")
        return job


def desk_of(request: HttpRequest) -> Desk:
    return cast(Desk, request.app.state.desk)


AtDesk = Annotated[Desk, Depends(desk_of)]
IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        description="A name that the client gives to its request: sent again, it leads to the same job.",
    ),
]


class JobSummary(BaseModel):
    """A job in a list; its statement may be cut."""

    id: str
    state: JobState
    outcome: Outcome | None
    name: str
    statement: str
    created_at: str
    started_at: str | None
    ended_at: str | None


class JobList(BaseModel):
    """The newest jobs first; `next` is what to give as `before` for those that follow."""

    jobs: list[JobSummary]
    next: str | None


class JobDocument(BaseModel):
    """A job: what was asked, where it stands, and what came of it. `events` is the number of its last event."""

    id: str
    state: JobState
    created_at: str
    started_at: str | None
    ended_at: str | None
    starts: int
    request: dict[str, Any]
    result: dict[str, Any] | None
    events: int
    links: dict[str, str]


_GONE = described(404, "There is no such job, or not what was asked of it.")


@router.post(
    "",
    status_code=202,
    response_model=None,
    responses={
        **responses(JobDocument, status=202),
        200: {"model": JobDocument, "description": "The job that this key was used for."},
    },
)
async def submit(body: ProofBody, desk: AtDesk, key: IdempotencyKey = None) -> Response:
    """Ask for a proof. The answer comes as soon as the job is on disk; `Location` says where it is."""
    job, is_new = await desk.runner.submit(*await desk.proving.accepted(body), key)
    document = job_document(job)
    return JSONResponse(document, 202 if is_new else 200, {"Location": document["links"]["self"]})


@router.get(
    "", response_model=None, responses={200: {"model": JobList}, **described(422, "A filter is none.")}
)
async def jobs(
    desk: AtDesk,
    state: JobState | None = None,
    outcome: Outcome | None = None,
    q: Annotated[str, Query(max_length=1000, description="Words of the name or of the statement.")] = "",
    limit: Annotated[int, Query(ge=1, le=PAGE_MAX)] = 50,
    before: Annotated[str | None, Query(max_length=_ID_CHARACTERS)] = None,
) -> Response:
    """Jobs, the newest first."""
    found, following = await desk.runner.jobs.listed(Wanted(state, outcome, q, before, limit))
    return JSONResponse({"jobs": [dataclasses.asdict(one) for one in found], "next": following})


@router.get("/{job_id}", response_model=None, responses={200: {"model": JobDocument}, **_GONE})
async def job(job_id: str, desk: AtDesk) -> Response:
    """One job."""
    return JSONResponse(job_document(await desk.found(job_id)))


@router.delete(
    "/{job_id}",
    status_code=202,
    response_model=None,
    responses={
        202: {"model": JobDocument, "description": "It is cancelled, or was over."},
        204: {"description": "It was over, and is gone."},
        **_GONE,
        **described(422, "`purge` is no boolean."),
    },
)
async def cancel(
    job_id: str,
    desk: AtDesk,
    purge: Annotated[bool, Query(description="Forget the job as well.")] = False,
) -> Response:
    """Cancel a job that waits or runs. One that is over is only removed with `purge`."""
    await desk.found(job_id)
    await desk.runner.cancel(job_id)
    if purge:
        await desk.runner.jobs.remove(job_id)
        return Response(status_code=204)
    return JSONResponse(job_document(await desk.found(job_id)), 202)


@router.get(
    "/{job_id}/certificate",
    response_model=None,
    responses={200: {"content": {"application/json": {}}}, **_GONE},
)
async def certificate(job_id: str, desk: AtDesk) -> Response:
    """The certificate of the proof, as a file that `tactic-mesh verify` reads."""
    job = await desk.found(job_id)
    content = await desk.runner.jobs.certificate(job_id)
    if content is None:
        raise HTTPException(404, "the job has no certificate")
    headers = {"Content-Disposition": f'attachment; filename="{job.id}.certificate.json"'}
    return Response(content, media_type="application/json", headers=headers)


@router.get(
    "/{job_id}/events",
    response_model=None,
    responses={
        200: {"content": {"text/event-stream": {}}, "description": "Events as `id`, `event` and `data`."},
        **_GONE,
        **described(422, "The place to go on from is no number."),
    },
)
async def events(
    job_id: str,
    desk: AtDesk,
    state: Annotated[State, Depends(state_of)],
    after: Annotated[int, Query(ge=0, lt=1 << 62, description="Only events behind this one.")] = 0,
    last_event_id: Annotated[
        int | None, Header(ge=0, lt=1 << 62, description="The same, as browsers say it.")
    ] = None,
) -> Response:
    """What the run tells, from its first event on, as server-sent events; the stream ends with the job."""
    await desk.found(job_id)
    start = after if last_event_id is None else last_event_id
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(
        _stream(desk.runner, state, job_id, start), media_type="text/event-stream", headers=headers
    )


async def _stream(runner: Runner, state: State, job_id: str, after: int) -> AsyncIterator[str]:
    told_s = time.monotonic()
    with runner.listening(job_id) as news:
        while not state.draining:
            news.clear()
            # Its state first: what is final then has all its events.
            stands = await runner.jobs.state(job_id)
            found = await runner.jobs.events(job_id, after)
            for after, text in found:
                yield f"id: {after}\nevent: {_kind(text)}\ndata: {text}\n\n"
            if found:
                told_s = time.monotonic()
                continue
            if stands is None or stands.is_final:
                return
            if time.monotonic() - told_s >= COMMENT_S:
                told_s = time.monotonic()
                yield ": still there\n\n"
            try:
                async with asyncio.timeout(_LOOK_S):
                    await news.wait()
            except TimeoutError:
                continue


def _kind(text: str) -> str:
    """The kind of an event of ours, whose JSON says it in the first place."""
    return text.split('"kind":"', 1)[1].split('"', 1)[0]


def job_document(job: Job) -> dict[str, Any]:
    """The fields of `JobDocument`."""
    address = f"{router.prefix}/{job.id}"
    return {
        **dataclasses.asdict(job),
        "links": {
            "self": address,
            "events": f"{address}/events",
            "certificate": f"{address}/certificate",
        },
    }
