"""The first rung: what counts as proved, with the warm Lean and with one that is run as a command."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from running import Running, running

from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import COLD_VARIABLE, open_lean
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import STANDARD_AXIOMS, NoVerdict, Outcome, Position, Trust, Verdict
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.elaborated import check_text
from tactic_mesh.verify.policy import Policy

GOOD = "theorem t : 1 + 1 = 2 := by decide\n"
AXIOM = "axiom foo : False\ntheorem t : 1 = 2 := foo.elim\n"


@pytest.fixture(scope="module", params=["warm", "cold"])
def lean(request: pytest.FixtureRequest, library: Library) -> Iterator[Running]:
    assert library.modules
    environ = {**os.environ, COLD_VARIABLE: str(int(request.param == "cold"))}
    with running(open_lean(lean="embedded", jobs=2, environ=environ)) as opened:
        yield opened


def check(
    lean: Running, text: str, theorem: str | None = None, allowed: frozenset[str] = STANDARD_AXIOMS
) -> Checked:
    return lean.run(
        check_text(
            lean.lean, text, Limits(wall_s=60), theorems=(theorem,) if theorem else (), policy=Policy(allowed)
        )
    )


def verdict(checked: Checked) -> Verdict:
    assert isinstance(checked.verdict, Verdict), checked.verdict
    return checked.verdict


class TestProved:
    def test_a_good_text(self, lean: Running) -> None:
        checked = check(lean, GOOD)
        assert (checked.outcome, checked.theorems, checked.reasons, checked.hints) == (
            "proved",
            ("t",),
            (),
            (),
        )
        assert verdict(checked).trust is Trust.ELABORATED
        assert verdict(checked).diagnostics == ()

    @pytest.mark.parametrize(
        "text", ["", "\n\n", "-- only a comment\n", "import Init\n", "def f := 1\n#eval f"]
    )
    def test_a_text_without_theorems(self, lean: Running, text: str) -> None:
        checked = check(lean, text)
        assert (checked.outcome, checked.theorems) == (Outcome.PROVED, ())

    def test_standard_axioms(self, lean: Running) -> None:
        checked = check(lean, "theorem t (p : Prop) : p ∨ ¬p := Classical.em p\n")
        assert checked.outcome is Outcome.PROVED
        assert set(verdict(checked).axioms) == STANDARD_AXIOMS

    def test_an_axiom_that_was_allowed(self, lean: Running) -> None:
        checked = check(lean, AXIOM, allowed=STANDARD_AXIOMS | {"foo"})
        assert (checked.outcome, verdict(checked).axioms) == (Outcome.PROVED, ("foo",))

    def test_an_axiom_with_universes_that_was_allowed(self, lean: Running) -> None:
        text = "axiom foo.{u} {α : Sort u} : α\ntheorem t : 1 = 2 := foo\n"
        checked = check(lean, text, allowed=STANDARD_AXIOMS | {"foo"})
        assert (checked.outcome, checked.reasons) == (Outcome.PROVED, ())

    @pytest.mark.parametrize(
        ("text", "theorem"),
        [
            ("namespace A\ntheorem t : True := trivial\nend A\n", "A.t"),
            ("namespace A.B\ntheorem t : True := trivial\n", "A.B.t"),
            ("namespace A\ntheorem _root_.t : True := trivial\n", "t"),
            ("theorem «a b» : True := trivial", "«a b»"),
            ("open Nat in\n/-- doc -/ theorem t : True := trivial", "t"),
            ("theorem t : True := trivial -- no line end", "t"),
            ("namespace A\nprivate theorem t : True := trivial", "A.t"),
        ],
    )
    def test_names(self, lean: Running, text: str, theorem: str) -> None:
        assert check(lean, text, theorem).outcome is Outcome.PROVED
        assert check(lean, text).theorems == (theorem.strip("«»"),)

    def test_the_sorry_of_another_theorem(self, lean: Running) -> None:
        text = f"theorem s : 1 = 2 := sorry\n{GOOD}"
        assert check(lean, text, "t").outcome is Outcome.PROVED
        assert check(lean, text, "s").outcome is Outcome.INCOMPLETE
        assert check(lean, text).outcome is Outcome.INCOMPLETE

    def test_a_header_of_its_own(self, lean: Running) -> None:
        checked = check(lean, f"prelude\nimport Init\n{GOOD}")
        assert (checked.outcome, checked.theorems) == (Outcome.PROVED, ("t",))


class TestIncomplete:
    @pytest.mark.parametrize(
        "text",
        [
            "theorem t : 1 = 2 := sorry",
            "theorem t : 1 = 2 := by\n  sorry",
            "theorem t : 1 = 2 ∧ 1 = 1 := ⟨by sorry, rfl⟩",
            "set_option warn.sorry false\ntheorem t : 1 = 2 := by sorry",
            "set_option warn.sorry false in\ntheorem t : 1 = 2 := by sorry",
            "theorem t : 1 = 2 := sorryAx _ false",
            "prelude\nimport Init\nset_option warn.sorry false\ntheorem t : 1 = 2 := by sorry",
            'macro "cheat" : tactic => `(tactic| sorry)\nset_option warn.sorry false\ntheorem t : 1 = 2 := by cheat',
            "set_option warn.sorry false\ntheorem s : 1 = 2 := sorry\ntheorem t : 1 = 2 := s",
            "set_option warn.sorry false\ndef s : 1 = 2 := sorry\ntheorem t : 1 = 2 := s",
        ],
    )
    def test_sorry(self, lean: Running, text: str) -> None:
        for theorem in (None, "t"):
            checked = check(lean, text, theorem)
            assert checked.outcome is Outcome.INCOMPLETE
            assert "sorryAx" in verdict(checked).axioms

    @pytest.mark.parametrize(
        "text", ["example : 1 = 2 := sorry", "def f : Nat := sorry", "instance : Inhabited Nat := sorry"]
    )
    def test_sorry_outside_theorems(self, lean: Running, text: str) -> None:
        assert check(lean, text).outcome is Outcome.INCOMPLETE

    @pytest.mark.parametrize(
        "text", ['#eval "declaration uses `sorry`"', "def sorry' := 1", "-- sorry", 'def s := "sorry"']
    )
    def test_words_only(self, lean: Running, text: str) -> None:
        assert check(lean, text).outcome is Outcome.PROVED


class TestRejected:
    @pytest.mark.parametrize(
        ("text", "line", "column"),
        [
            ("theorem t : 1 = 2 := by decide\n", 1, 24),
            ("\n-- 😀\ntheorem t : 1 = 2 := rfl", 3, 0),
            ("theorem t : 1 = := rfl", 1, 15),
            ("import Init\n\ntheorem t : nope := rfl", 3, 12),
            ("theorem t : 1 = 1 := rfl\n\n/- open", 3, 7),
            ("theorem t : True := by", 1, 20),
        ],
    )
    def test_errors_with_their_place(self, lean: Running, text: str, line: int, column: int) -> None:
        checked = check(lean, text)
        assert checked.outcome is Outcome.REJECTED
        assert verdict(checked).errors[0].start == Position(line, column)

    def test_an_axiom_of_its_own(self, lean: Running) -> None:
        checked = check(lean, AXIOM)
        assert (checked.outcome, checked.reasons) == (Outcome.REJECTED, ("axiom_not_allowed: foo",))

    def test_native_code(self, lean: Running) -> None:
        checked = check(lean, "theorem t : 10 < 20 := by native_decide\n")
        assert checked.outcome is Outcome.REJECTED
        assert checked.reasons[0].startswith("axiom_not_allowed: ")

    @pytest.mark.parametrize(
        "text", [GOOD, "", "namespace A\ntheorem u : True := trivial\nend A\n", "def u := 1\n"]
    )
    def test_a_theorem_that_is_not_there(self, lean: Running, text: str) -> None:
        checked = check(lean, text, "u")
        assert (checked.outcome, checked.reasons) == (Outcome.REJECTED, ("theorem_missing: u",))

    def test_a_theorem_that_stands_after_the_end(self, lean: Running) -> None:
        checked = check(lean, f"{GOOD}#exit\ntheorem u : 1 = 2 := rfl\n", "u")
        assert checked.outcome is Outcome.REJECTED

    def test_a_printed_answer_is_no_evidence(self, lean: Running) -> None:
        text = "#print axioms Nat.add_comm\n"
        checked = check(lean, text, "t")
        assert (checked.outcome, checked.reasons) == (Outcome.REJECTED, ("theorem_missing: t",))


class TestHints:
    @pytest.mark.parametrize(
        ("text", "part"),
        [
            ("import Mathlib\ntheorem t : True := trivial\n", "`Mathlib`"),
            ("import Mathlib.Data.Nat.Basic\nimport Init\n", "`Mathlib.Data.Nat.Basic`"),
            ("import Std.Data.HashMap\n", "`Std.Data.HashMap`"),
            ("import Lean\nopen Lean Elab\n", "`Lean`"),
            ("def f : Lean.Elab.Command.CommandElabM Unit := pure ()\n", "`Lean.Elab.Command.CommandElabM`"),
        ],
    )
    def test_parts_that_the_core_library_lacks(self, lean: Running, text: str, part: str) -> None:
        checked = check(lean, text)
        assert checked.outcome is Outcome.REJECTED
        assert len(checked.hints) == 1
        assert part in checked.hints[0]
        assert "--project DIR" in checked.hints[0]

    def test_no_hint_for_a_plain_mistake(self, lean: Running) -> None:
        assert check(lean, "theorem t : nope := rfl").hints == ()


class TestNoVerdict:
    def test_a_text_that_never_ends(self, lean: Running) -> None:
        text = "set_option maxHeartbeats 0\ntheorem t : 1 = 2 := by repeat skip\n"
        checked = lean.run(check_text(lean.lean, text, Limits(wall_s=1.0)))
        assert isinstance(checked.verdict, NoVerdict)
        assert (checked.outcome, checked.verdict.reason) == (Outcome.NO_VERDICT, "timeout")
        assert check(lean, GOOD).outcome is Outcome.PROVED
