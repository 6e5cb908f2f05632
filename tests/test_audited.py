"""The rungs above `elaborated`: what a trusted statement allows, and what the kernel is given again."""

from __future__ import annotations

import asyncio
from typing import cast

import pytest

from tactic_mesh.errors import InvalidStatement
from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.host import LeanHost
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import NoVerdict, Outcome, Trust, Verdict
from tactic_mesh.verify.check import check
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.policy import Policy
from tactic_mesh.verify.request import Request

TREE = """inductive Tree (α : Type) where
  | leaf : Tree α
  | node : Tree α → α → Tree α → Tree α

def Tree.size {α : Type} : Tree α → Nat
  | .leaf => 0
  | .node l _ r => l.size + 1 + r.size

def Tree.mirror {α : Type} : Tree α → Tree α
  | .leaf => .leaf
  | .node l x r => .node r.mirror x l.mirror

"""
STATED = "theorem size_mirror {α : Type} (t : Tree α) : t.mirror.size = t.size := by\n"
PROOF = """  induction t with
  | leaf => rfl
  | node l x r hl hr => simp [Tree.mirror, Tree.size, hl, hr]; omega
"""
STATEMENT = f"{TREE}{STATED}  sorry\n"
CANDIDATE = f"{TREE}{STATED}{PROOF}"


@pytest.fixture
def judge(loop: asyncio.Runner, lean: LeanHost) -> _Judge:
    return _Judge(loop, lean)


class _Judge:
    def __init__(self, loop: asyncio.Runner, lean: LeanHost) -> None:
        self._loop, self._lean = loop, lean

    def __call__(self, text: str, statement: str | None = None, **more: object) -> Checked:
        request = Request(text, statement=statement, **more)  # type: ignore[arg-type]
        return self._loop.run(check(self._lean, request))


def reached(checked: Checked) -> tuple[Outcome, Trust | None]:
    verdict = checked.verdict
    return checked.outcome, verdict.trust if isinstance(verdict, Verdict) else None


class TestRungs:
    @pytest.mark.parametrize("trust", [Trust.ELABORATED, Trust.AUDITED, Trust.REPLAYED])
    def test_the_rung_that_was_asked_for_is_reached(self, judge: _Judge, trust: Trust) -> None:
        checked = judge(CANDIDATE, STATEMENT, trust=trust)
        assert reached(checked) == (Outcome.PROVED, trust)
        assert not checked.reasons and not checked.tampering

    def test_without_a_second_kernel_there_is_no_fourth(self, judge: _Judge) -> None:
        verdict = judge(CANDIDATE, trust=Trust.INDEPENDENT).verdict
        assert isinstance(verdict, NoVerdict) and verdict.reason == "unavailable"

    def test_the_verdict_says_whose_the_statement_is(self, judge: _Judge) -> None:
        own, trusted = judge(CANDIDATE), judge(CANDIDATE, STATEMENT)
        assert (own.statement_source, trusted.statement_source) == ("candidate", "trusted")
        assert own.theorems == trusted.theorems == ("size_mirror",)
        assert own.statement_sha256 == trusted.statement_sha256 != ""

    def test_what_was_added_is_told(self, judge: _Judge) -> None:
        exported = {constant.name: constant for constant in judge(CANDIDATE, STATEMENT).exported}
        assert exported["size_mirror"].kind == "theorem" and exported["Tree"].kind == "inductive"
        assert len(exported["size_mirror"].type_sha256) == 64

    def test_a_rejection_of_lean_needs_no_judge(self, judge: _Judge) -> None:
        checked = judge("theorem t : 1 = 2 := by decide\n")
        assert reached(checked) == (Outcome.REJECTED, Trust.ELABORATED)

    @pytest.mark.parametrize("text", ["prelude\nimport Init\n", "import Init.Core.Absent\n"])
    def test_a_text_that_cannot_be_compiled_here(self, judge: _Judge, text: str) -> None:
        assert judge(f"{text}theorem t : True := trivial\n").outcome is not Outcome.PROVED


class TestStatement:
    @pytest.mark.parametrize(
        ("old", "new", "reason"),
        [
            ("t.mirror.size = t.size", "t.mirror.size = t.mirror.size", "statement_changed: size_mirror"),
            ("(t : Tree α) :", "(t : Tree α) (_ : False) :", "statement_changed: size_mirror"),
            ("{α : Type} (t :", "{α : Type} [Nonempty α] (t :", "statement_changed: size_mirror"),
            ("| .leaf => 0", "| .leaf => 1", "definition_changed: Tree.size"),
            (".node r.mirror x l.mirror", ".node l.mirror x r.mirror", "definition_changed: Tree.mirror"),
            ("Type) where", "Type) where\n  | other : Tree α", "definition_changed: Tree"),
            ("theorem size_mirror", "theorem Tree.size_mirror", "theorem_missing: size_mirror"),
        ],
    )
    def test_a_change_is_found(self, judge: _Judge, old: str, new: str, reason: str) -> None:
        """The changed statement is assumed, so that only the comparison can find the change."""
        changed = f"{TREE}{STATED}".replace(old, new)
        if "other" in new:
            changed = changed.replace("  | .leaf => 0", "  | .other => 0\n  | .leaf => 0")
            changed = changed.replace("  | .leaf => .leaf", "  | .other => .other\n  | .leaf => .leaf")
        definitions, stated = changed[: changed.rindex("theorem")], changed[changed.rindex("theorem") :]
        signature = stated.partition("size_mirror")[2].removesuffix(" := by\n")
        text = f"{definitions}axiom assumed{signature}\n{stated}  apply assumed <;> assumption\n"
        checked = judge(text, STATEMENT, policy=Policy(frozenset({"assumed", "propext"})))
        assert checked.outcome is Outcome.REJECTED and reason in checked.reasons, checked

    def test_names_of_bound_variables_do_not_matter(self, judge: _Judge) -> None:
        renamed = "theorem size_mirror {β : Type} (s : Tree β) : s.mirror.size = s.size := by\n"
        checked = judge(TREE + renamed + PROOF.replace("induction t", "induction s"), STATEMENT)
        assert reached(checked) == (Outcome.PROVED, Trust.REPLAYED)

    def test_helpers_may_stand_anywhere(self, judge: _Judge) -> None:
        """They shift the numbers of what Lean makes up, and share what it would make up for the definitions."""
        helper = "def other : List Nat → Nat\n  | [] => 0\n  | _ :: xs => other xs + 1\n\n"
        matched = "def shape {α : Type} : Option α → Nat\n  | none => 0\n  | some _ => 1\n\n"
        lemma = "theorem Tree.mirror_leaf {α : Type} : (Tree.leaf : Tree α).mirror = .leaf := rfl\n\n"
        checked = judge(f"{helper}{matched}{TREE}{lemma}{STATED}{PROOF}", STATEMENT)
        assert reached(checked) == (Outcome.PROVED, Trust.REPLAYED)
        assert checked.theorems == ("size_mirror",)

    def test_notation_of_the_candidate_changes_nothing(self, judge: _Judge) -> None:
        text = "local macro_rules | `($_ = $_) => `(True)\ntheorem t : 1 = 2 := trivial\n"
        assert judge(text).outcome is Outcome.PROVED
        checked = judge(text, "theorem t : 1 = 2 := sorry\n")
        assert (checked.outcome, checked.reasons) == (Outcome.REJECTED, ("statement_changed: t",))
        assert not checked.tampering

    def test_a_variable_of_the_candidate(self, judge: _Judge) -> None:
        text = "variable (h : False)\ninclude h\ntheorem t : 1 = 2 := h.elim\n"
        assert judge(text, "theorem t : 1 = 2 := sorry\n").reasons == ("statement_changed: t",)

    def test_only_what_is_left_open_must_be_proved(self, judge: _Judge) -> None:
        statement = "theorem known : 1 + 1 = 2 := rfl\ntheorem open_ : 2 + 2 = 4 := sorry\n"
        checked = judge("theorem open_ : 2 + 2 = 4 := rfl\n", statement)
        assert (checked.outcome, checked.theorems) == (Outcome.PROVED, ("open_",))

    def test_all_that_is_left_open_must_be_proved(self, judge: _Judge) -> None:
        statement = "theorem a : 1 + 1 = 2 := sorry\ntheorem b : 2 + 2 = 4 := sorry\n"
        checked = judge("theorem a : 1 + 1 = 2 := rfl\n", statement)
        assert checked.reasons == ("theorem_missing: b",)
        one = judge("theorem a : 1 + 1 = 2 := rfl\n", statement, theorems=("a",))
        assert one.outcome is Outcome.PROVED

    def test_a_theorem_that_is_not_stated(self, judge: _Judge) -> None:
        text = "theorem a : 1 + 1 = 2 := rfl\n"
        checked = judge(text, "theorem b : 1 + 1 = 2 := sorry\n", theorems=("a",))
        assert checked.reasons == ("statement_missing: a",)

    @pytest.mark.parametrize("statement", ["theorem t : nothing := sorry\n", "", "def f : Nat := 0\n"])
    def test_a_statement_that_states_nothing(self, judge: _Judge, statement: str) -> None:
        with pytest.raises(InvalidStatement):
            judge("theorem t : True := trivial\n", statement)

    def test_a_statement_whose_type_is_unfinished(self, judge: _Judge) -> None:
        text = "theorem t : (sorry : Nat) = 0 := sorry\n"
        assert judge(text, text).outcome is Outcome.INCOMPLETE

    @pytest.mark.parametrize("private", ["private theorem t", "protected theorem A.t", "theorem «a b».t"])
    def test_names(self, judge: _Judge, private: str) -> None:
        checked = judge(f"{private} : 1 + 1 = 2 := rfl\n", f"{private} : 1 + 1 = 2 := sorry\n")
        assert reached(checked) == (Outcome.PROVED, Trust.REPLAYED)

    def test_universes(self, judge: _Judge) -> None:
        stated = "universe u v\ntheorem t (α : Type u) (β : Type v) (x : α × β) : (x.1, x.2) = x := "
        assert judge(f"{stated}rfl\n", f"{stated}sorry\n").outcome is Outcome.PROVED
        narrower = "universe u\ntheorem t (α : Type u) (β : Type u) (x : α × β) : (x.1, x.2) = x := rfl\n"
        assert judge(narrower, f"{stated}sorry\n").reasons == ("statement_changed: t",)


class TestPolicy:
    def test_axioms(self, judge: _Judge) -> None:
        text = "axiom a : 1 = 2\ntheorem t : 1 = 2 := a\n"
        assert judge(text).reasons == ("axiom_not_allowed: a",)
        allowed = judge(text, policy=Policy(frozenset({"a"})))
        assert allowed.outcome is Outcome.PROVED
        with_statement = judge(text, "theorem t : 1 = 2 := sorry\n", policy=Policy(frozenset({"propext"})))
        assert with_statement.reasons == ("axiom_not_allowed: a",)

    def test_definitions(self, judge: _Judge) -> None:
        text = f"def helper : Nat := 0\n{CANDIDATE}"
        refused = judge(text, STATEMENT, policy=Policy(definitions=frozenset()))
        assert refused.reasons == ("definition_not_allowed: helper",)
        assert judge(CANDIDATE, STATEMENT, policy=Policy(definitions=frozenset())).outcome is Outcome.PROVED
        allowed = judge(text, STATEMENT, policy=Policy(definitions=frozenset({"helper"})))
        assert allowed.outcome is Outcome.PROVED

    def test_options_and_attributes(self, judge: _Judge) -> None:
        option = judge(
            "set_option pp.all true\ntheorem t : True := trivial\n", policy=Policy(forbidden_options=("pp.",))
        )
        assert option.reasons == ("option_not_allowed: pp.all",)
        attribute = judge(
            "@[simp, inline] theorem t : True := trivial\n", policy=Policy(forbidden_attributes=("inline",))
        )
        assert attribute.reasons == ("attribute_not_allowed: inline",)


class TestTerms:
    """What the judge must be able to build again."""

    @pytest.mark.parametrize(
        "text",
        [
            f"theorem t : {2**200} + 1 = {2**200 + 1} := by decide\n",
            f"theorem t : (1{'0' * 6000} : Nat) ≠ 0 := by decide\n",
            'theorem t : "⟨ζ\\n" ++ "x" = "⟨ζ\\nx" := by decide\n',
            "theorem t (x : Nat × Nat) : x.1 = x.fst := rfl\n",
            "theorem t : (let x := 3; x + x) = 6 := rfl\n",
            "theorem t : ∃ n : Nat, n = 3 := have h : 3 = 3 := rfl; ⟨3, h⟩\n",
            "mutual\ninductive A | a : B → A\ninductive B | b | c : A → B\nend\ntheorem t (x : A) : x = x := rfl\n",
            "inductive R | r : List R → R\ntheorem t (x : R) : x = x := rfl\n",
            "structure S (n : Nat) where\n  x : Fin n\ntheorem t (s : S 3) : s.x.val < 3 := s.x.isLt\n",
            "def f (n : Nat) : Nat := if n < 2 then n else f (n / 2)\ntermination_by n\n"
            "theorem t : f 0 = 0 := by simp [f]\n",
            "partial def p (n : Nat) : Nat := p (n + 1)\ntheorem t : True := trivial\n",
            "unsafe def u : Nat := 0\ntheorem t : True := trivial\n",
            "opaque o : Nat\ntheorem t : o = o := rfl\n",
            "theorem t (α : Type) (s : Setoid α) (a b : α) (h : a ≈ b) : Quotient.mk s a = Quotient.mk s b :=\n"
            "  Quotient.sound h\n",
            "class C (α : Type) where\n  op : α → α\ninstance : C Nat := ⟨fun n => n⟩\n"
            "theorem t (n : Nat) : C.op n = n := rfl\n",
        ],
    )
    def test_a_text_is_replayed(self, judge: _Judge, text: str) -> None:
        checked = judge(text)
        assert reached(checked) == (Outcome.PROVED, Trust.REPLAYED), checked

    @pytest.mark.parametrize("depth", [100, 400])
    def test_deep_terms(self, judge: _Judge, depth: int) -> None:
        nested, proof = "True ∧ " * depth + "True", "⟨trivial, " * depth + "trivial" + "⟩" * depth
        text = f"set_option maxRecDepth 100000\ntheorem t : {nested} := {proof}\n"
        assert reached(judge(text)) == (Outcome.PROVED, Trust.REPLAYED)

    def test_an_unsafe_constant_is_not_reached(self, judge: _Judge) -> None:
        text = "unsafe def u : Nat := 0\n@[implemented_by u] opaque w : Nat\ntheorem t : w = w := rfl\n"
        assert judge(text).outcome is Outcome.PROVED


def test_a_theorem_that_the_answer_hides(loop: asyncio.Runner, lean: LeanHost) -> None:
    """A process that ran hostile code may answer for another text; what stands in this one is asked for."""

    class Hiding:
        """The real Lean, except that it elaborates a text without the theorem."""

        def __getattr__(self, name: str) -> object:
            return getattr(lean, name)

        async def elaborate(
            self, source: str, limits: Limits | None = None, *, module: bool = False
        ) -> RawAnswer | NoVerdict:
            return await lean.elaborate("theorem other : True := trivial\n", limits, module=module)

    request = Request("theorem t : 1 = 2 := by hide\n")
    checked = loop.run(check(cast(Lean, Hiding()), request))
    assert (checked.outcome, checked.reasons) == (Outcome.REJECTED, ("theorem_missing: t",))
