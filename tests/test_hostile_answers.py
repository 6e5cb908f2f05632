"""A child may answer anything that has the form of JSON: it is an answer, or refused as none; nothing else happens."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tactic_mesh.errors import LeanProtocolError
from tactic_mesh.lean.answer import lean_message, raw_answer
from tactic_mesh.lean.messages import diagnostics

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


def either(usual: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Mostly what belongs there, sometimes anything."""
    return st.one_of(usual, usual, usual, VALUES)


POSITIONS = st.fixed_dictionaries(
    {}, optional={"line": either(st.integers(-2, 1 << 70)), "column": either(st.integers(-2, 9))}
)
MESSAGES = st.fixed_dictionaries(
    {
        "severity": st.sampled_from(["error", "warning", "information"]),
        "data": st.text(max_size=40),
        "pos": POSITIONS,
    },
    optional={
        "endPos": either(POSITIONS),
        "kind": either(st.text(max_size=12)),
        "fileName": VALUES,
        "caption": VALUES,
    },
)
CONSTANTS = st.fixed_dictionaries(
    {
        "name": either(st.text(max_size=12)),
        "kind": either(st.sampled_from(["theorem", "axiom"])),
        "internal": either(st.booleans()),
        "axioms": either(st.lists(st.text(max_size=9), max_size=2)),
    }
)
ANSWERS = st.fixed_dictionaries(
    {
        "messages": either(st.lists(either(MESSAGES.map(json.dumps)), max_size=3)),
        "errors": either(st.integers(-1, 3)),
        "truncated": either(st.booleans()),
    },
    optional={
        "constants": either(st.lists(either(CONSTANTS), max_size=3)),
        "constants_truncated": either(st.booleans()),
        "state": either(st.integers(0, 3)),
        "module": either(st.text(max_size=9)),
    },
)


@settings(max_examples=300, deadline=None)
@given(ANSWERS)
def test_an_answer_or_none(answer: dict[str, Any]) -> None:
    received = json.loads(json.dumps(answer))
    with contextlib.suppress(LeanProtocolError):
        found = raw_answer(received, 0.1)
        for diagnostic in diagnostics(found.messages):
            json.dumps(diagnostic.as_json())


@pytest.mark.parametrize(
    "position",
    [
        "{}",
        "null",
        '{"line":1}',
        '{"line":true,"column":0}',
        '{"line":1.5,"column":0}',
        '{"line":-1,"column":0}',
    ],
)
def test_a_message_that_stands_nowhere(position: str) -> None:
    """A text that runs under Lean's command line can print one, and is not to end us by it."""
    assert lean_message(f'{{"severity":"error","data":"x","pos":{position}}}') is None
    assert lean_message(
        f'{{"severity":"error","data":"x","pos":{{"line":1,"column":0}},"endPos":{position}}}'
    ) is None or (position == "null")
