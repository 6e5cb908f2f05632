"""What a router sees of a goal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import Running, running

from tactic_mesh.experts.features import NAMES_MAX, Features, features
from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.lean.engine import SteppingLean
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import open_lean
from tactic_mesh.lean.session import Refused, TacticLimits
from tactic_mesh.prove.knowing import knowledge
from tactic_mesh.term import Sequent, app, const

PRELUDE = """
inductive Tree (α : Type) where
  | leaf : Tree α
  | node : Tree α → α → Tree α → Tree α
def size {α : Type} : Tree α → Nat
  | .leaf => 0
  | .node l _ r => size l + size r + 1
def twice {α : Type} (t : Tree α) : Nat := 2 * size t
"""


@pytest.fixture(scope="module")
def warm(library: Library) -> Iterator[Running]:
    assert library.modules
    with running(open_lean(lean="embedded", jobs=1)) as opened:
        yield opened


def seen(lean: Running, statement: str, *tactics: str) -> Features:
    """The features of the first goal that the tactics leave."""

    async def steps() -> Features:
        async with cast(SteppingLean, lean.lean).session(PRELUDE, statement) as session:
            point = await session.open()
            for tactic in tactics:
                outcome = (await session.step(point, [tactic], TacticLimits(), stop=False))[0]
                assert not isinstance(outcome, Refused), outcome
                point = outcome.points[0]
            known = await knowledge(session, point, ("size", "twice"))
            return features(point.goals[0], known)

    return lean.run(steps())


def test_a_goal_of_the_file(warm: Running) -> None:
    statement = "∀ (α : Type) [BEq α] (t : Tree α) (n : Nat), 0 < n → twice t + n = n + size t + size t"
    found = seen(warm, statement, "intro α i t n h")
    assert (found.head, found.over, found.values, found.hypotheses, found.metavariables) == (
        "Eq",
        "Nat",
        2,
        1,
        0,
    )
    assert {"Nat", "Tree"} <= set(found.types)
    assert found.classes == ("BEq",)
    assert (found.functions, found.recursive) == (("size", "twice"), 1)
    assert 3 < found.depth < found.size


def test_what_can_be_introduced(warm: Running) -> None:
    assert seen(warm, "∀ n : Nat, n = n").head == "∀"
    assert seen(warm, "1 = 1 → 2 = 2").head == "→"
    assert seen(warm, "∀ p : Prop, p → p", "intro p h").head == ""


def test_open_metavariables_are_counted(warm: Running) -> None:
    found = seen(warm, "∃ n : Nat, n = 3 ∧ n + n = 6", "apply Exists.intro")
    assert found.metavariables == 1


def test_names_of_variables_say_nothing(warm: Running) -> None:
    one = seen(warm, "∀ a b : Nat, a + b = b + a", "intro a b")
    other = seen(warm, "∀ x y : Nat, x + y = y + x", "intro u v")
    assert one == other


@given(st.integers(min_value=0, max_value=3000))
def test_a_deep_term_needs_no_stack(depth: int) -> None:
    term = const("leaf")
    for _ in range(depth):
        term = app(const("f"), term)
    found = features(Sequent((), term), Knowledge())
    assert found.depth == depth + 1
    assert len(found.types) <= NAMES_MAX
