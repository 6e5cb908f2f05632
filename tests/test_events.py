"""What a run tells its watch: enough to draw its trees, in an order that never mentions what was not told yet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from running import Running, running

from tactic_mesh.experts import display
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import open_lean
from tactic_mesh.prove.events import (
    Counted,
    Event,
    LemmaFound,
    NodeAdded,
    NodeClosed,
    Phase,
    SearchEnded,
    SearchStarted,
    TacticRan,
    as_json,
)
from tactic_mesh.prove.prover import Proof, prove_theorem
from tactic_mesh.theorem import Budget, Outcome, Theorem

DISTRIBUTION = "∀ a b c : Nat, a * (b + c) = a * b + a * c"
TWICE = """def twice : List Nat → List Nat
  | [] => []
  | x :: xs => x :: x :: twice xs

def rev : List Nat → List Nat
  | [] => []
  | x :: xs => rev xs ++ [x]
"""


@pytest.fixture(scope="module")
def warm(library: Library) -> Iterator[Running]:
    assert library.modules
    with running(open_lean(lean="embedded", jobs=2)) as opened:
        yield opened


def watched(warm: Running, theorem: Theorem, budget: Budget) -> tuple[Proof, list[Event]]:
    events: list[Event] = []
    proof = warm.run(prove_theorem(warm.lean, theorem, budget, watch=events.append))
    return proof, events


def check_trees(events: list[Event]) -> None:
    """Every event speaks of searches and nodes that were told before it; a node that is closed stays so."""
    nodes: dict[int, set[int]] = {}
    closed: dict[tuple[int, int], str] = {}
    ended: set[int] = set()
    for event in events:
        match event:
            case SearchStarted(search=number):
                assert number not in nodes
                nodes[number] = set()
            case NodeAdded(search=number, id=node):
                assert node == len(nodes[number])
                assert all("⊢" in goal for goal in event.goals)
                nodes[number].add(node)
            case TacticRan(search=number):
                assert {event.node, *event.children} <= nodes[number]
                assert event.us >= 0
            case NodeClosed(search=number, node=node):
                assert node in nodes[number]
                assert (number, node) not in closed
                closed[number, node] = event.state
            case SearchEnded(search=number):
                assert event.nodes == len(nodes[number])
                assert event.proved == (closed.get((number, 0)) == "solved")
                ended.add(number)
            case _:
                continue
        assert number not in ended or isinstance(event, SearchEnded)
    assert ended == nodes.keys()


def test_a_proof_with_a_lemma(warm: Running) -> None:
    theorem = Theorem("t", "∀ xs, rev (rev xs) = xs", prelude=TWICE)
    proof, events = watched(warm, theorem, Budget(60.0))
    assert proof.outcome is Outcome.PROVED
    check_trees(events)
    names = [event.name for event in events if isinstance(event, Phase)]
    assert names[:4] == ["statement", "at_once", "disproof", "search"]
    assert names[-2:] == ["finishing", "checking"]
    found = [event for event in events if isinstance(event, LemmaFound) and event.state == "proved"]
    assert [event.name for event in found] == ["rev_eq"]
    purposes = [event.purpose for event in events if isinstance(event, SearchStarted)]
    assert (purposes[0], purposes[-1]) == ("theorem", "theorem")
    assert "lemma" in purposes
    last = [event for event in events if isinstance(event, SearchStarted)][-1]
    assert last.lemmas == ("rev_eq",)


def test_what_was_spent_grows_up_to_what_the_result_says(warm: Running) -> None:
    proof, events = watched(warm, Theorem("t", DISTRIBUTION.replace("=", "≤ 1 +")), Budget(60.0, checks=300))
    check_trees(events)
    told = [event for event in events if isinstance(event, Counted)]
    assert [one.tactics for one in told] == sorted(one.tactics for one in told)
    assert told[-1].tactics + told[-1].checks == proof.spent.checks


def test_nothing_is_printed_for_nobody(warm: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    proof, events = watched(warm, Theorem("t", DISTRIBUTION), Budget(60.0))
    assert any(isinstance(event, NodeAdded) for event in events)

    def refuse(*_: object) -> str:
        raise AssertionError("a goal was printed")

    monkeypatch.setattr("tactic_mesh.prove.telling.goal_text", refuse)
    assert display.goal_text is not refuse
    alone = warm.run(prove_theorem(warm.lean, Theorem("t", DISTRIBUTION), Budget(60.0)))
    assert (alone.proof, alone.spent.checks) == (proof.proof, proof.spent.checks)


def test_as_json() -> None:
    event = TacticRan(1, 0, "simp", "simplification", 0.5, (1, 2), 1200)
    assert as_json(event) == {
        "kind": "tactic",
        "search": 1,
        "node": 0,
        "tactic": "simp",
        "expert": "simplification",
        "confidence": 0.5,
        "children": (1, 2),
        "us": 1200,
    }
