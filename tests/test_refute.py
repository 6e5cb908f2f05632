"""Counterexamples: small values and tables as Lean sees them, evaluation, and negations that Lean accepts."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import Running, running

from tactic_mesh.experts.registry import chosen
from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import open_lean
from tactic_mesh.prove.disproof.beside import BEGIN_TACTICS, Beside
from tactic_mesh.prove.disproof.depth import DEEP
from tactic_mesh.prove.disproof.interpreter import (
    Found,
    Holds,
    Interpreter,
    Unknown,
    equation,
    interpreter,
    told,
)
from tactic_mesh.prove.disproof.refute import Refutation, negation, refute
from tactic_mesh.prove.disproof.small import SmallValues, Type, read_constructor, read_type
from tactic_mesh.prove.finding import Manner
from tactic_mesh.prove.prover import prove_theorem
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Budget, Outcome, Theorem
from tactic_mesh.verify.elaborated import check_text

PROBLEMS = Path(__file__).resolve().parent.parent / "benchmarks" / "problems"
WALL_S = 20.0
TREES = """inductive Tree (α : Type) where
  | leaf : Tree α
  | node : Tree α → α → Tree α → Tree α

def Tree.flat {α : Type} : Tree α → List α
  | leaf => []
  | node l x r => l.flat ++ x :: r.flat

def Tree.mirror {α : Type} : Tree α → Tree α
  | leaf => leaf
  | node l x r => node r.mirror x l.mirror
"""
MY_NAT = """inductive MyNat where
  | zero
  | succ (n : MyNat)

namespace MyNat
def add : MyNat → MyNat → MyNat
  | a, zero => a
  | a, succ b => succ (add a b)
instance : Add MyNat := ⟨add⟩
"""
FALSE = [
    ("", "∀ n : Nat, n < 150", "false for n := 150"),
    ("", "∀ x y : Int, x * y = 0 → x = 0", "false for x := 1, y := 0"),
    ("", "∀ p q : Prop, (p → q) → (q → p)", "false for p := False, q := True"),
    ("", "∀ (α : Type) (P : α → Prop), (∃ x, P x) → ∀ x, P x", ""),
    ("", "∀ (α : Type) (P : α → Prop), (∀ x, P x) → ∃ x, P x", "false for α := Fin 0, P := fun _ => False"),
    ("", "∀ (α β : Type) (f : α → β), (∀ x y, f x = f y → x = y) → ∀ y, ∃ x, f x = y", ""),
    ("", "∀ {α : Type} [DecidableEq α] (x y : α) (xs : List α), x ∈ xs → y ∈ xs → x = y", ""),
    ("universe u", "∀ {α : Type u} (xs ys : List α), xs ++ ys = ys ++ xs", ""),
    ("variable (n : Nat)", "n + 1 = 2 * n", "false for n := 0"),
    ("", "∀ n : Nat, ∃ k, n = 2 * k", "false for n := 1"),
    ("", "∃ n : Nat, ∀ m : Nat, m < n", "the negation has a proof"),
    ("", "∀ (f : Nat → Nat), (∀ n, f (n + 1) > f n) → ∀ n, f n = n", ""),
    ("", "∀ (s : String) (c : Char) (o : Option Nat) (q : Nat × Bool), s.length = 0 ∨ q.1 = 0", ""),
    (TREES, "∀ t : Tree Nat, t.mirror.flat = t.flat", ""),
    (TREES, "∀ t : Tree Nat, t.mirror = t", ""),
    (MY_NAT, "∀ a b : MyNat, a + b = a → a = zero", "false for a := succ zero, b := zero"),
    ("", "∀ n : Nat, n = n + 1 -- really", "false for n := 0"),
]
TRUE = [
    ("", "∀ n : Nat, n + 0 = n"),
    ("", "∀ p q : Prop, p ∨ q → q ∨ p"),
    ("", "∀ (α : Type) (P : α → Prop) (a : α), (∀ x, P x) → ∃ x, P x"),
    ("", "∀ n : Nat, ∃ m, n < m"),
    ("variable (n : Nat)", "n + 1 ≠ n"),
    (TREES, "∀ (α : Type) (t : Tree α), t.mirror.mirror = t"),
    (MY_NAT, "∀ a : MyNat, a + zero = a"),
]


@pytest.fixture(scope="module")
def warm(library: Library) -> Iterator[Running]:
    assert library.modules
    with running(open_lean(lean="embedded", jobs=2)) as opened:
        yield opened


def refutation(warm: Running, theorem: Theorem, wall_s: float = WALL_S) -> Refutation | None:
    return warm.run(refute(warm.lean, theorem, theorem.prelude, (), wall_s))


class TestRefuted:
    @pytest.mark.parametrize(("prelude", "statement", "reason"), FALSE)
    def test_the_negation_is_a_theorem(
        self, warm: Running, prelude: str, statement: str, reason: str
    ) -> None:
        found = refutation(warm, Theorem("claim", statement, prelude=prelude))
        assert found is not None
        assert reason in ("", found.reason)
        (last,) = (t for t in found.checked.theorems if t.rpartition(".")[2] == "not_claim")
        again = warm.run(check_text(warm.lean, found.lean_file, Limits(), theorems=(last,)))
        assert again.outcome is Outcome.PROVED
        # What was refuted is what was claimed: the two contradict each other.
        claim = f"theorem claim : {statement}\n:= by sorry\nexample : False := @not_claim @claim\n"
        answer = warm.run(warm.lean.elaborate(found.lean_file + claim))
        assert isinstance(answer, RawAnswer) and answer.errors == 0

    @pytest.mark.parametrize(("prelude", "statement"), TRUE)
    def test_what_is_true(self, warm: Running, prelude: str, statement: str) -> None:
        assert refutation(warm, Theorem("claim", statement, prelude=prelude)) is None

    def test_binders_and_a_name_in_a_namespace(self, warm: Running) -> None:
        theorem = Theorem("A.t", "m < n", binders="{n : Nat} (m : Nat) (h : m ≤ n) -- both")
        found = refutation(warm, theorem)
        assert found is not None
        assert found.reason == "false for n := 0, m := 0"
        assert found.name == "A.not_t"
        assert found.lean_file.startswith(
            "theorem A.not_t : ¬ (∀ {n : Nat} (m : Nat) (h : m ≤ n) -- both\n, "
        )

    def test_no_time(self, warm: Running) -> None:
        assert refutation(warm, Theorem("claim", FALSE[0][1]), wall_s=0.001) is None

    def test_an_evaluation_that_does_not_end(self, warm: Running) -> None:
        slow = "def ack : Nat → Nat → Nat\n  | 0, n => n + 1\n  | m + 1, 0 => ack m 1\n"
        slow += "  | m + 1, n + 1 => ack m (ack (m + 1) n)\n"
        assert refutation(warm, Theorem("claim", "∀ m n : Nat, n < ack m n", prelude=slow), 3.0) is None

    def test_the_prover_says_so(self, warm: Running) -> None:
        stated = Theorem("claim", "∀ t : Tree Nat, t.mirror = t", prelude=TREES)
        proof = warm.run(prove_theorem(warm.lean, stated, Budget()))
        assert (proof.outcome, proof.outcome.exit_code, proof.proof) == (Outcome.REFUTED, 1, None)
        assert proof.reason.startswith("false for t := Tree.node ")

    @pytest.mark.slow
    def test_every_false_problem(self, warm: Running) -> None:
        rows = list(map(json.loads, (PROBLEMS / "negatives_dev.jsonl").read_text("utf-8").split("\n")[:-1]))
        missed = [
            row["id"]
            for row in rows
            if refutation(warm, Theorem("claim", row["statement"], prelude=row["prelude"])) is None
        ]
        assert len(rows) == 40
        assert missed == []

    @pytest.mark.slow
    def test_no_true_problem(self, warm: Running) -> None:
        rows = list(map(json.loads, (PROBLEMS / "dev.jsonl").read_text("utf-8").split("\n")[:-1]))
        wrong = [
            row["id"]
            for row in rows[::4]
            if refutation(warm, Theorem("claim", row["statement"], prelude=row["prelude"])) is not None
        ]
        assert wrong == []


BEYOND = [
    ("∀ n : Nat, n < 5000", "false for n := 5000"),
    ("∀ xs : List Nat, xs.length < 8", "false for xs := [0, 0, 0, 0, 0, 0, 0, 0]"),
    ("∀ xs : List Int, xs.reverse = xs ∨ xs.length < 6", ""),
    ("∀ n : Nat, 40 < n → ∃ k, n = 2 * k", "false for n := 41"),
    ("∃ n : Nat, ∀ m : Nat, m ≤ n", "the negation has a proof"),
    ("∀ (α : Type) (f : α → α), (∀ x y, f x = f y → x = y) → ∀ y, ∃ x, f x = y", ""),
]
"""False statements whose counterexamples the quick look does not meet."""


class TestDeeper:
    @pytest.mark.parametrize(("statement", "reason"), BEYOND)
    def test_what_the_quick_look_does_not_meet(self, warm: Running, statement: str, reason: str) -> None:
        theorem = Theorem("claim", statement)
        assert refutation(warm, theorem) is None
        found = warm.run(refute(warm.lean, theorem, "", (), 60.0, DEEP))
        assert found is not None
        assert reason in ("", found.reason)
        claim = f"theorem claim : {statement}\n:= by sorry\nexample : False := @not_claim @claim\n"
        answer = warm.run(warm.lean.elaborate(found.lean_file + claim))
        assert isinstance(answer, RawAnswer) and answer.errors == 0

    @pytest.mark.parametrize(("prelude", "statement"), [*TRUE[:4], TRUE[6]])
    def test_what_is_true(self, warm: Running, prelude: str, statement: str) -> None:
        theorem = Theorem("claim", statement, prelude=prelude)
        assert warm.run(refute(warm.lean, theorem, prelude, (), WALL_S, DEEP)) is None

    def test_a_guess_proves_nothing(self, warm: Running) -> None:
        """Few values make it look false; the state in which they do is not that of any proof."""
        theorem = Theorem("claim", "∀ n : Nat, n = n → ∃ k m, n < k ∧ k < m")
        assert warm.run(refute(warm.lean, theorem, "", (), 5.0, DEEP)) is None

    @pytest.mark.slow
    def test_counted_in_tactics_it_is_the_same_for_any_number_of_sessions(self, warm: Running) -> None:
        stated = Theorem("claim", "∀ n : Nat, n * n ≠ 5 * n + 25000000 - 5 * 5000")
        budget = Budget(120.0, checks=600)
        proofs = [warm.run(prove_theorem(warm.lean, stated, budget, jobs=jobs)) for jobs in (1, 2)]
        assert [proof.outcome for proof in proofs] == [Outcome.REFUTED] * 2
        assert len({(proof.reason, proof.spent.checks) for proof in proofs}) == 1
        # Found where the look began, long before the budget's end.
        assert 5 + BEGIN_TACTICS <= proofs[0].spent.checks < 500

    @pytest.mark.slow
    def test_by_the_clock_it_ends_a_search_that_would_go_on(self, warm: Running) -> None:
        stated = Theorem("claim", "∀ n : Nat, n * n ≠ 5 * n + 25000000 - 5 * 5000")
        proof = warm.run(prove_theorem(warm.lean, stated, Budget(60.0)))
        assert (proof.outcome, proof.reason) == (Outcome.REFUTED, "false for n := 5000")
        assert not proof.timed_out

    def test_a_search_that_is_done_waits_for_the_look(self, warm: Running) -> None:
        manner = Manner(experts=chosen(["introduction"]), at_once=False)
        stated = Theorem("claim", BEYOND[0][0])
        proof = warm.run(prove_theorem(warm.lean, stated, Budget(60.0), manner=manner))
        assert (proof.outcome, proof.reason) == (Outcome.REFUTED, BEYOND[0][1])

    def test_a_proof_ends_the_look(self, warm: Running) -> None:
        beside = Beside(warm.lean, Theorem("claim", TRUE[3][1]), "", (), time.monotonic() + 60)  # type: ignore[arg-type]

        async def begun_and_closed() -> bool:
            began = await beside.turn(BEGIN_TACTICS)
            await asyncio.sleep(0.1)
            await beside.close()
            return began

        assert not warm.run(begun_and_closed())
        assert beside.footprint._holders == []
        assert beside.found is None


@pytest.mark.parametrize("type_", ["List Nat", "List Bool", "List Int", "List (List Nat)"])
def test_counted_lists_are_the_same_for_lean_and_for_people(
    warm: Running, trees: Interpreter, type_: str
) -> None:
    small = SmallValues(listed_max=DEEP.listed_max)
    read = read_type(type_)
    assert read is not None
    family = small.family(read, 5000)
    assert family is not None
    numbers = [*range(30), 77, 364, 365, 4999]
    assert len({family.text(number) for number in numbers}) == len(numbers)
    tests = [f"decide ({family.term(str(n))} = ({family.text(n)} : {type_}))" for n in numbers]
    text = "#eval " + " && ".join(tests)
    answer = warm.run(trees.worker.run(text, WALL_S, base=trees.state))
    assert isinstance(answer, RawAnswer)
    assert (answer.errors, told(answer)) == (0, ["true"]), answer.messages[:2]


def test_the_negation_keeps_the_text() -> None:
    assert negation(Theorem("t", "n = 0 -- so", binders="(n : Nat)")) == "¬ (∀ (n : Nat), n = 0 -- so\n)"


def prepared(warm: Running, prelude: str) -> tuple[Interpreter, object]:
    """An evaluator whose worker lives until the second value is closed."""
    context = warm.lean.worker()
    worker = warm.run(context.__aenter__())
    before = warm.run(worker.run(prelude, WALL_S, keep=True, constants=True))
    assert isinstance(before, RawAnswer) and before.state is not None
    found = warm.run(interpreter(worker, before.state, before.constants or (), WALL_S))
    assert isinstance(found, Interpreter)
    return found, context


@pytest.fixture(scope="module")
def trees(warm: Running) -> Iterator[Interpreter]:
    found, context = prepared(warm, TREES)
    yield found
    warm.run(context.__aexit__(None, None, None))  # type: ignore[attr-defined]


TYPES = [
    "Bool",
    "Nat",
    "Int",
    "Fin 3",
    "List Nat",
    "List Bool",
    "Option (Nat × Bool)",
    "Nat ⊕ Bool",
    "Tree Nat",
    "List (Tree Bool)",
    "Bool → Bool",
    "Fin 3 → Bool → Fin 2",
    "Option Bool → Bool",
]
PREDICATES = ["Bool → Prop", "Fin 2 → Fin 2 → Prop", "Option Bool → Prop", "Nat → Prop", "Nat → Nat → Prop"]


def points(type_: str) -> str:
    """Arguments on which a function of this type is compared."""
    return {"Bool": "[false, true]", "Fin 2": "[0, 1]", "Fin 3": "[0, 1, 2]"}.get(
        type_, "[none, some false, some true]" if type_ == "Option Bool" else "[0, 1, 2, 7]"
    )


def agreement(type_: str, small: SmallValues) -> str:
    """A text that prints whether every value reads the same from its number and as people see it."""
    read = read_type(type_)
    assert read is not None
    family = small.family(read, 40)
    assert family is not None and family.count > 1
    domains = []
    while read.head == "→":
        domains.append(str(read.arguments[0]))
        read = read.arguments[1]
    names = [f"a{i}" for i in range(len(domains))]
    quantified = "".join(
        f"({points(d)} : List ({d})).all fun {n} => " for n, d in zip(names, domains, strict=True)
    )
    same = "↔" if str(read) == "Prop" else "="
    tests = [
        f"(let i := {number}; {quantified}decide (({family.term('i')}) {' '.join(names)} {same} "
        f"(({family.text(number)}) : {type_}) {' '.join(names)}))"
        for number in range(min(family.count, 40))
    ]
    return f"#eval {' && '.join(tests)}\n"


class TestSmallValues:
    @pytest.mark.parametrize("type_", [*TYPES, *PREDICATES])
    def test_a_number_and_its_text_are_the_same_value(
        self, warm: Running, trees: Interpreter, type_: str
    ) -> None:
        text = agreement(type_, trees.small)
        answer = warm.run(trees.worker.run(text, WALL_S, base=trees.state))
        assert isinstance(answer, RawAnswer)
        assert (answer.errors, told(answer)) == (0, ["true"]), answer.messages[:2]

    @pytest.mark.parametrize("type_", ["List Nat", "Tree Nat", "Option (Tree Bool)", "Nat × Nat"])
    def test_values_are_different_and_start_small(self, trees: Interpreter, type_: str) -> None:
        read = read_type(type_)
        assert read is not None
        values, finite = trees.small.values(read, 60)
        assert len(set(values)) == len(values) == 60
        assert not finite
        assert len(values[0]) <= len(values[-1])

    @pytest.mark.parametrize("type_", ["Bool", "Option Bool", "Bool × Bool", "Fin 3", "Unit", "Bool ⊕ Unit"])
    def test_finite_types_are_known_to_be(self, type_: str) -> None:
        read = read_type(type_)
        assert read is not None
        assert SmallValues().values(read, 16)[1]

    @pytest.mark.parametrize(
        "type_", ["(n : Nat) → Fin n", "{x // x = 0}", "Nat →", "∀ x, x = 1", "", "a = b"]
    )
    def test_other_notation_is_no_type(self, type_: str) -> None:
        assert read_type(type_) is None

    def test_unknown_types_have_no_values(self) -> None:
        assert SmallValues().family(Type("Unheard", (Type("Nat"),)), 5) is None
        assert SmallValues().family(Type("→", (Type("Nat"), Type("Unheard"))), 5) is None

    def test_constructors(self) -> None:
        read = read_constructor("@Tree.node : {α : Type} → Tree α → α → Tree α → Tree α")
        assert read is not None
        assert (read[0], read[1].name, read[1].parameters) == ("Tree", "Tree.node", ("α",))
        assert list(map(str, read[1].fields)) == ["Tree α", "α", "Tree α"]
        assert read_constructor("@Vec.cons : {α : Type} → {n : Nat} → α → Vec α n → Vec α (n + 1)") is None
        assert read_constructor("@Even.zero : Even 0") is None

    @given(
        st.recursive(
            st.sampled_from(["Nat", "Bool", "α"]).map(Type),
            lambda inner: st.one_of(
                st.tuples(inner, inner).map(lambda pair: Type("×", pair)),
                st.tuples(inner, inner).map(lambda pair: Type("→", pair)),
                inner.map(lambda one: Type("List", (one,))),
            ),
            max_leaves=8,
        )
    )
    def test_types_are_read_as_they_are_written(self, type_: Type) -> None:
        assert read_type(str(type_)) == type_


class TestEvaluation:
    def ask(self, warm: Running, trees: Interpreter, statement: str, **types: str) -> Found:
        variables = [(name, read) for name, type_ in types.items() if (read := read_type(type_)) is not None]
        question = equation(trees.small, variables, statement)
        assert question is not None
        (found,) = warm.run(trees.falsify([question], WALL_S, points=300))
        return found

    def test_true_false_and_unknown(self, warm: Running, trees: Interpreter) -> None:
        assert isinstance(self.ask(warm, trees, "t.mirror.mirror = t", t="Tree Nat"), Holds)
        assert isinstance(self.ask(warm, trees, "∃ n, n = t.flat.length", t="Tree Nat"), Unknown)
        found = self.ask(warm, trees, "t.mirror.flat = t.flat", t="Tree Bool")
        assert isinstance(found, tuple) and len(found) == 1

    def test_the_first_counterexample_is_the_smallest(self, warm: Running, trees: Interpreter) -> None:
        assert self.ask(warm, trees, "x + y < 5 ∨ x < 2", x="Nat", y="Nat") == (2, 3)

    def test_many_at_once(self, warm: Running, trees: Interpreter) -> None:
        variables = [("x", Type("Nat")), ("y", Type("Nat"))]
        questions = [equation(trees.small, variables, s) for s in ("x + y = y + x", "x - y = y - x", "x y")]
        found = warm.run(trees.falsify([q for q in questions if q is not None], WALL_S))
        assert [type(one) for one in found] == [Holds, tuple, Unknown]
