"""Requests to the service that mean harm: what they say, how much it is, and where they come from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from serving import Service, serving

from tactic_mesh.lean.messages import first_error

pytestmark = pytest.mark.usefixtures("library")


@pytest.fixture(scope="module")
def service(library: object) -> Iterator[Service]:
    assert library is not None
    with serving("--proofs", "2", "--store-mib", "0") as started:
        yield started


class TestTexts:
    """What stands in a request is Lean text, or refused by the name of its field."""

    def test_a_message_too_long_to_be_told_is_an_error_all_the_same(self, service: Service) -> None:
        statement = "x" * 4_100_000
        for path, fields in (("/prove", {}), ("/check", {"proof": "by rfl"})):
            answer = service.client.post(path, json={"theorem_statement": statement, **fields})
            # On a machine that is busy, Lean may have no time left for so much.
            assert answer.status_code == 422 or (answer.status_code == 200 and not answer.json()["ok"])
        assert "too long to be told" in first_error([]).text

    @pytest.mark.parametrize("text", ["-- \0", "-- " + "x" * (4 << 20)])
    def test_what_is_no_lean_text(self, service: Service, text: str) -> None:
        for field in ("statement", "prelude", "binders"):
            body = {"statement": "True", field: f"{text}\nTrue"}
            found = service.post("/v1/proofs", body, status=422)
            assert found["errors"][0]["loc"] == ["body", field]
        service.post("/prove", {"theorem_statement": "True", "decls": text}, status=422)
