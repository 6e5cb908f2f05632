"""Lean's messages as diagnostics: golden documents of what Lean really says, and goals that survive printing."""

from __future__ import annotations

import asyncio
from collections import Counter

import golden_messages
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactic_mesh.lean.library import Library
from tactic_mesh.lean.messages import classify, diagnostic, diagnostics, goals
from tactic_mesh.lean.open import open_lean
from tactic_mesh.theorem import ErrorClass, Goal, Hypothesis, Position, Severity

NATURAL = Hypothesis(("n",), "Nat")


@pytest.mark.parametrize("name", golden_messages.NAMES)
def test_golden(name: str) -> None:
    golden = golden_messages.document(name)
    assert golden_messages.as_golden(diagnostics(golden["messages"])) == golden["diagnostics"]


def test_golden_messages_are_what_lean_says(library: Library) -> None:
    """Class, place and goals are the same when Lean is asked again; its words may change with the library."""
    assert library.modules

    async def ask() -> dict[str, list[dict[str, object]]]:
        async with open_lean(lean="embedded", jobs=1) as lean:
            return {name: await golden_messages.messages_of(lean, name) for name in golden_messages.NAMES}

    for name, messages in asyncio.run(ask()).items():
        golden = [d for d in golden_messages.document(name)["diagnostics"] if d["severity"] == "error"]
        now = [d for d in golden_messages.as_golden(diagnostics(messages)) if d["severity"] == "error"]
        assert now == golden, name


@pytest.mark.parametrize("error_class", ErrorClass)
def test_every_class_has_its_golden_document(error_class: ErrorClass) -> None:
    found = Counter(d["error_class"] for d in golden_messages.document(error_class)["diagnostics"])
    assert found.most_common(1)[0][0] == error_class


def test_tactic_failed_covers_many_tactics() -> None:
    golden = golden_messages.document("tactic_failed")["diagnostics"]
    lines = {d["start"]["line"] for d in golden if d["error_class"] == "tactic_failed"}
    assert len(lines) >= 30


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("nested.runtime.maxHeartbeats", "whatever", ErrorClass.TIMEOUT),
        ("lean.unknownIdentifier._namedError", "whatever", ErrorClass.UNKNOWN_IDENTIFIER),
        ("", "(deterministic) timeout at `whnf`, maximum number of heartbeats (9)", ErrorClass.TIMEOUT),
        # Words of other releases, and of tactics that the core library does not have.
        ("", "tactic 'rewrite' failed, motive is not type correct", ErrorClass.TACTIC_FAILED),
        ("", "linarith failed to find a contradiction", ErrorClass.TACTIC_FAILED),
        ("", "The rfl tactic failed. Possible reasons: …", ErrorClass.TACTIC_FAILED),
        ("", "application type mismatch\n  f x", ErrorClass.TYPE_MISMATCH),
        ("", "splitting the atom", ErrorClass.OTHER),
        ("", "maximum recursion depth has been reached", ErrorClass.OTHER),
        ("", "", ErrorClass.OTHER),
    ],
)
def test_classify(kind: str, text: str, expected: ErrorClass) -> None:
    assert classify(kind, text) is expected


class TestDiagnostics:
    def message(self, line: int, **changes: object) -> dict[str, object]:
        plain = {"severity": "error", "data": "x", "pos": {"line": line, "column": 0}, "endPos": None}
        return {**plain, "kind": "[anonymous]", **changes}

    def test_order_of_the_text(self) -> None:
        found = diagnostics([self.message(3, data="c"), self.message(1, data="a"), self.message(3, data="d")])
        assert [d.text for d in found] == ["a", "c", "d"]

    def test_silent_messages_are_left_out(self) -> None:
        assert diagnostics([self.message(1, isSilent=True), self.message(2, isSilent=False)]) == (
            diagnostic(self.message(2)),
        )

    def test_only_errors_have_a_class(self) -> None:
        found = diagnostic(self.message(1, severity="warning", data="unknown identifier `x`"))
        assert (found.severity, found.error_class) == (Severity.WARNING, None)

    def test_what_lean_leaves_out(self) -> None:
        found = diagnostic({"severity": "information", "data": "x", "pos": {"line": 1, "column": 4}})
        assert (found.kind, found.end, found.start) == ("", None, Position(1, 4))


class TestGoals:
    def test_a_goal_without_hypotheses(self) -> None:
        assert goals("⊢ 1 = 2") == (Goal("1 = 2"),)

    def test_text_without_a_goal(self) -> None:
        assert goals("no goals") == ()

    def test_words_before_the_goals(self) -> None:
        text = "Tactic `x` failed: because\n  of : this\n\nn : Nat\n⊢ n = 1"
        assert goals(text) == (Goal("n = 1", (NATURAL,)),)

    def test_a_type_that_begins_on_the_next_line(self) -> None:
        assert goals("h :\n  ∀ x,\n    p x\n⊢ q") == (Goal("q", (Hypothesis(("h",), "∀ x,\n    p x"),)),)

    def test_a_value_that_begins_on_the_next_line(self) -> None:
        assert goals("m : Nat :=\n  f\n    x\n⊢ q") == (Goal("q", (Hypothesis(("m",), "Nat", "f\n    x"),)),)

    @pytest.mark.parametrize(
        "type_",
        ["let x := 1;\n  x = 2", "(x : Nat := 1) → p x", "S.x { x := 1 } = 1", "f ⟨by let y := 1; exact y⟩"],
    )
    def test_an_assignment_inside_a_type(self, type_: str) -> None:
        assert goals(f"h : {type_}\n⊢ q") == (Goal("q", (Hypothesis(("h",), type_),)),)
        assert goals(f"h : {type_} := by let z := 2; exact z\n⊢ q") == (
            Goal("q", (Hypothesis(("h",), type_, "by let z := 2; exact z"),)),
        )

    def test_quoted_names(self) -> None:
        assert goals("«a : b» c x✝¹ : Nat\n⊢ q") == (
            Goal("q", (Hypothesis(("«a : b»", "c", "x✝¹"), "Nat"),)),
        )

    def test_goals_of_conv_are_left_out(self) -> None:
        assert goals("unsolved goals\nn : Nat\n| n = 3") == ()


PLAIN_NAMES = st.from_regex(r"[a-zα-ω_][a-zA-Z0-9_'₀-₉]{0,5}[!?]?✝?[¹²³]?", fullmatch=True)
NAMES = PLAIN_NAMES | st.from_regex(r"«[a-z :=⊢]{1,8}»", fullmatch=True)
WORDS = st.sampled_from(
    ["x", "Nat", "∀", "f (g x)", "→", "p ∧ q", "{ a := 1 }", "[1, 2]", "=", "«a b»", "\n    y", "∣"]
)
TERMS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join).map(str.strip)
TYPES = TERMS | TERMS.map("let x := 1;\n  {}".format)
HYPOTHESES = st.builds(
    Hypothesis, st.lists(NAMES, min_size=1, max_size=3).map(tuple), TYPES, st.none() | TERMS
)
TAGS = st.none() | st.from_regex(r"[a-z]{1,5}(\.[a-z]{1,5}){0,2}", fullmatch=True)
GOALS = st.builds(Goal, TERMS, st.lists(HYPOTHESES, max_size=4).map(tuple), TAGS)


@given(st.lists(GOALS, min_size=1, max_size=4).map(tuple))
def test_goals_survive_printing(state: tuple[Goal, ...]) -> None:
    printed = "\n\n".join(map(str, state))
    assert goals(printed) == state
    assert goals(f"unsolved goals\n{printed}") == state
