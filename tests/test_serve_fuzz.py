"""Requests made from the service's own description, right and wrong: every answer is one that it describes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
import schemathesis
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from serving import Service, serving

EXAMPLES_MAX = 50
GETS = [
    ("GET", path) for path in ("/", "/health", "/healthz", "/metrics", "/readyz", "/v1/provers", "/version")
]
JOBS = [("GET", "/v1/proofs"), ("GET", "/v1/proofs/{job_id}/events"), ("DELETE", "/v1/proofs/{job_id}")]
# Any word may be the name of a job.
NAMED = [("GET", f"/v1/proofs/{{job_id}}{path}") for path in ("", "/certificate")]
JOBS += [("GET", "/session/{session_id}")]
BODIES = ["/api/check", "/check", "/one_pass_verify_batch", "/prove", "/v1/proofs", "/verify"]
BODIES += ["/session/close", "/session/start", "/session/step"]
POSTS = [("POST", path) for path in BODIES]
# A GET without parameters takes nothing that could be wrong.
HARMLESS = GETS + NAMED
CASES = [
    (*route, mode)
    for mode in GenerationMode
    for route in (*HARMLESS, *JOBS, *POSTS)
    if route not in HARMLESS or mode.is_positive
]
pytestmark = pytest.mark.usefixtures("library")
bounded = hypothesis.settings(
    max_examples=EXAMPLES_MAX,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(hypothesis.HealthCheck),
    phases=(hypothesis.Phase.generate,),
)


@pytest.fixture(scope="module")
def service(library: object) -> Iterator[Service]:
    assert library is not None
    with serving("--store-mib", "0", "--timeout-max-s", "2", "--proof-max-s", "2") as started:
        yield started


@pytest.fixture(scope="module")
def description(service: Service) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_url(f"{service.url}/openapi.json")


def test_every_route_is_here(service: Service) -> None:
    paths = service.get("/openapi.json")["paths"]
    assert sorted(HARMLESS + JOBS + POSTS) == sorted(
        (method.upper(), path) for path in paths for method in paths[path]
    )


@pytest.mark.parametrize(("method", "path", "mode"), CASES, ids=str)
def test_every_answer_is_described(
    description: schemathesis.BaseSchema, method: str, path: str, mode: GenerationMode
) -> None:
    operation = description[path][method]

    @bounded
    @hypothesis.given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case[Any]) -> None:
        # What the schema cannot say (names of modules, identifiers that differ) makes right bodies wrong.
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    ask()
