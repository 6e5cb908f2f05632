"""Stepwise proving over HTTP, against the real command: branches, faults, bounds, and what may not enter."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serving import Service, serving
from warm import becomes_true

pytestmark = [
    pytest.mark.usefixtures("library"),
    pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the tests find processes in /proc"),
]
SWAP = "∀ p q : Prop, p ∧ q → q ∧ p"
APPEND = """def app : List Nat → List Nat → List Nat
  | [], ys => ys
  | x :: xs, ys => x :: app xs ys"""


@pytest.fixture(scope="module")
def service(library: object) -> Iterator[Service]:
    assert library is not None
    with serving("--jobs", "2", "--store-mib", "0") as started:
        yield started


class Session:
    """A session of a service."""

    def __init__(self, service: Service, statement: str = SWAP, **fields: Any) -> None:
        self.service = service
        self.started = service.post("/session/start", {"theorem_statement": statement, **fields})
        self.id = self.started["session_id"]

    def step(self, tactic: str, state: int | None = None, **fields: Any) -> dict[str, Any]:
        body = {"session_id": self.id, "tactic": tactic, "state_id": state, **fields}
        told: dict[str, Any] = self.service.post("/session/step", body)
        return told

    def reached(self, tactic: str, state: int | None = None, **fields: Any) -> int:
        """The number of the state that a tactic leads to."""
        told = self.step(tactic, state, **fields)
        assert told["outcome"] == "stepped", told
        return int(told["state"]["state_id"])

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.service.client.post("/session/close", json={"session_id": self.id})


def problem(service: Service, path: str, body: dict[str, Any], status: int) -> dict[str, Any]:
    answer = service.client.post(path, json=body)
    assert answer.status_code == status, (answer.status_code, answer.text)
    assert answer.headers["content-type"] == "application/problem+json"
    found: dict[str, Any] = answer.json()
    return found


def test_from_a_statement_to_a_certificate(service: Service) -> None:
    with Session(service) as session:
        (goal,) = session.started["state"]["goals"]
        assert goal["text"] == f"⊢ {goal['target']}" == "⊢ ∀ (p q : Prop), p ∧ q → q ∧ p"
        told = session.step("intro p q h")
        (goal,) = told["state"]["goals"]
        assert goal["text"] == "p q : Prop\nh : p ∧ q\n⊢ q ∧ p"
        assert goal["target"] == "q ∧ p"
        assert goal["hypotheses"][1] == {"names": ["h"], "type": "p ∧ q", "value": None}
        told = session.step("exact ⟨h.2, h.1⟩")
    assert told["state"]["done"] and told["state"]["goals"] == []
    result = told["result"]
    assert (result["ok"], result["outcome"], result["trust"]) == (True, "proved", "replayed")
    assert result["proof"] == "by\n  intro p q h\n  exact ⟨h.2, h.1⟩"
    assert result["statement_source"] == "trusted"
    assert result["certificate_document"]["sha256"] == result["certificate"]
    body = {"theorem_statement": SWAP, "proof": result["proof"]}
    assert service.post("/check", body)["lean_file"] == result["lean_file"]


def test_a_step_begins_at_any_earlier_state(service: Service) -> None:
    with Session(service) as session:
        intro = session.reached("intro p q h")
        split = session.reached("constructor", intro)
        other = session.reached("cases h", intro)
        left = session.reached("exact h.2", split)
        assert [intro, split, other, left] == [1, 2, 3, 4]
        assert session.reached("constructor", intro) == split, "the same step is the same state"
        assert session.reached("exact h.1", split, group=1) == 5, "independent goals in any order"
        done = session.step("exact h.2", 5)
        assert done["result"]["ok"]
        assert done["result"]["proof"] == "by\n  intro p q h\n  constructor\n  · exact h.2\n  · exact h.1"
        described = service.get(f"/session/{session.id}?state_id=2")
        assert [one["parent_id"] for one in described["states"]] == [None, 0, 1, 1, 2, 2, 5]
        assert [goal["case"] for goal in described["state"]["goals"]] == ["left", "right"]
        assert described["result"]["ok"]


def test_a_proof_by_induction_with_tactics_of_several_lines(service: Service) -> None:
    with Session(service, "∀ xs : List Nat, app xs [] = xs", decls=APPEND) as session:
        session.reached("intro xs")
        session.reached("induction xs with\n| nil => ?_\n| cons x xs ih => ?_")
        split = session.reached("first\n  | exact absurd\n  | rfl")
        told = session.step("· rw [app]\n  rw [ih]", split)
        assert told["result"]["ok"], told


def test_goals_that_share_a_metavariable_are_one_group(service: Service) -> None:
    with Session(service, "∃ n : Nat, n = 3") as session:
        told = session.step("refine ⟨?a, ?b⟩")
        assert [goal["group"] for goal in told["state"]["goals"]] == [0, 0]
        assert session.step("rotate_left")["outcome"] == "stepped"
        assert session.step("exact rfl")["result"]["ok"]


@pytest.mark.parametrize(
    "tactic",
    ["sorry", "exact sorryAx _ false", "admit", "native_decide", "decide +native", "nope", "skip; skip", "("]
    + ["theorem x : True := trivial", "skip\n\naxiom cheat : False", "skip\n#eval 1", "skip /- ", "#exit"]
    + [
        "exact cheat",
        "open Nat in skip",
        "set_option maxRecDepth 5 in skip",
        "run_tac pure ()",
        "intro x -/",
    ],
)
def test_what_is_no_tactic_is_refused(service: Service, tactic: str) -> None:
    with Session(service) as session:
        told = session.step(tactic)
        assert told["outcome"] == "refused", told
        assert told["error"] and told["error_class"]
        assert len(service.get(f"/session/{session.id}")["states"]) == 1


def test_what_comes_after_a_remark_is_judged_with_the_file(service: Service) -> None:
    with Session(service, "1 = 1") as session:
        told = session.step("rfl -- theorem y : 1 = 2 := sorry")
        assert told["result"]["ok"]


def test_a_prelude_that_deceives_the_session_deceives_no_judge(service: Service) -> None:
    cheat = 'macro (priority := high) "rfl" : tactic => `(tactic| exact sorryAx _ true)'
    with Session(service, "1 = 2", extra_prelude=cheat) as session:
        told = session.step("rfl")
        assert told["outcome"] == "refused" or not told["result"]["ok"], told


def test_a_tactic_that_hangs_costs_itself_alone(service: Service) -> None:
    with Session(service) as session:
        intro = session.reached("intro p q h")
        told = session.step("repeat skip", timeout_ms=300)
        assert (told["outcome"], told["no_verdict"]) == ("no_verdict", "timeout")
        assert session.step("exact ⟨h.2, h.1⟩", intro)["result"]["ok"]


def test_a_killed_process_is_forked_again_and_its_states_are_reached(service: Service) -> None:
    with Session(service) as session:
        intro = session.reached("intro p q h")
        split = session.reached("constructor", intro)
        for process in service.texts():
            os.kill(process, signal.SIGKILL)
        session.step("exact h.2", split)  # a death costs at most the tactic that meets it
        left = session.reached("exact h.2", split)
        assert session.step("exact h.1", left)["result"]["ok"]


def test_closing_ends_a_running_step(service: Service) -> None:
    session = Session(service)
    statuses: list[int] = []

    def hang() -> None:
        body = {"session_id": session.id, "tactic": "repeat skip", "timeout_ms": 60_000}
        statuses.append(service.client.post("/session/step", json=body).status_code)

    thread = threading.Thread(target=hang)
    thread.start()
    assert becomes_true(lambda: service.counted("tactic_mesh_open_requests") > 1)
    assert service.post("/session/close", {"session_id": session.id}) == {
        "session_id": session.id,
        "ok": True,
    }
    thread.join()
    assert statuses == [404]
    found = problem(service, "/session/step", {"session_id": session.id, "tactic": "rfl"}, 404)
    assert "no such session" in found["detail"]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"theorem_statement": "∀ n : Nat, n = foo"}, "foo"),
        ({"theorem_statement": "True := trivial\ntheorem U : 1 = 1"}, ""),
        ({"theorem_statement": "1 = (2"}, ""),
        ({"theorem_statement": "1 = 1", "imports": ["Mathlib"]}, "Mathlib"),
        ({"theorem_statement": "1 = 1", "decls": "def f := nope"}, "nope"),
        ({"theorem_statement": "1 = 1", "nonsense": 1}, "nonsense"),
        ({"theorem_statement": "1 = 1", "options": {"timeout_ms": 10**9}}, "allows"),
    ],
)
def test_what_cannot_be_started(service: Service, fields: dict[str, Any], says: str) -> None:
    assert says in problem(service, "/session/start", fields, 422)["detail"]


def test_steps_that_cannot_be_taken(service: Service) -> None:
    with Session(service, "1 = 1") as session:
        for fields in (
            {"state_id": 7},
            {"group": 3},
            {"state_id": -1},
            {"timeout_ms": 10**9},
            {"tactic": ""},
        ):
            problem(service, "/session/step", {"session_id": session.id, "tactic": "rfl", **fields}, 422)
        assert session.step("rfl")["result"]["ok"]
        body = {"session_id": session.id, "tactic": "rfl", "state_id": 1}
        assert "no goal is left" in problem(service, "/session/step", body, 422)["detail"]
        assert service.client.get(f"/session/{session.id}?state_id=9").status_code == 404
    for path in ("/session/step", "/session/close"):
        problem(service, path, {"session_id": "nobody", **({"tactic": "rfl"} if "step" in path else {})}, 404)
    assert service.client.get("/session/nobody").status_code == 404


def test_sessions_are_bounded_and_end_when_nobody_uses_them() -> None:
    with serving("--jobs", "1", "--sessions", "1", "--session-idle-s", "0.5", "--store-mib", "0") as service:
        first = Session(service)
        refused = service.client.post("/session/start", json={"theorem_statement": SWAP})
        if refused.status_code != 200:  # else the first one had ended meanwhile
            assert refused.status_code == 429
            assert int(refused.headers["retry-after"]) >= 1
        assert becomes_true(
            lambda: service.client.post("/session/start", json={"theorem_statement": SWAP}).status_code == 200
        )
        problem(service, "/session/step", {"session_id": first.id, "tactic": "skip"}, 404)


def test_a_lean_without_tactic_states_says_so() -> None:
    with serving("--jobs", "1", "--store-mib", "0", TACTIC_MESH_COLD="1") as service:
        assert "/check" in problem(service, "/session/start", {"theorem_statement": SWAP}, 503)["detail"]
