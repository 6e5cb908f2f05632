"""From a statement to a proof that was checked again: over the warm Lean, and a few over an imitated installation."""

from __future__ import annotations

from collections.abc import Iterator

import imitation
import pytest
from running import Running, running

from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import open_lean
from tactic_mesh.lean.toolchain import Toolchain
from tactic_mesh.prove.prover import Frame, Proof, lean_file, prove_theorem, verdict_of
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Budget, ErrorClass, Outcome, Position, Theorem, Trust
from tactic_mesh.verify.elaborated import check_text

PROVABLE = [
    "∀ n : Nat, n + 0 = n",
    "∀ n : Nat, 0 + n = n",
    "∀ a b : Nat, a + b = b + a",
    "∀ a b c : Nat, a * (b + c) = a * b + a * c",
    "∀ p q : Prop, p ∧ q → q ∧ p",
    "∀ p q r : Prop, (p → q) → (q → r) → p → r",
    "∀ p : Prop, ¬¬¬p → ¬p",
    "∀ (α : Type) (xs ys zs : List α), (xs ++ ys) ++ zs = xs ++ (ys ++ zs)",
    "∀ (α : Type) (xs : List α), (xs ++ []) = xs",
    "2 + 2 = 4",
    "∃ n : Nat, n * n = 49",
    "∀ (α : Type) (p : α → Prop), (¬ ∃ x, p x) → ∀ x, ¬ p x",
]
FALSE = {
    "∀ n : Nat, n = n + 1": "false for n := 0",
    "∀ p q : Prop, p ∨ q → p ∧ q": "false for p := False, q := True",
    "False": "the negation has a proof",
}
OUT_OF_REACH = [
    "∀ a b c : Nat, 0 < a → 0 < b → a ^ 3 + b ^ 3 ≠ c ^ 3",
    "∀ n : Nat, ∃ p : Nat, n < p ∧ ∀ a b : Nat, p * p + 1 = a * b → a = 1 ∨ b = 1",
]
TREE = """inductive Tree where
  | leaf
  | node (left right : Tree)

def Tree.mirror : Tree → Tree
  | leaf => leaf
  | node l r => node r.mirror l.mirror
"""


@pytest.fixture(scope="module")
def warm(library: Library) -> Iterator[Running]:
    assert library.modules
    with running(open_lean(lean="embedded", jobs=2)) as opened:
        yield opened


@pytest.fixture(scope="module")
def installed(
    toolchain: Toolchain, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    lean = imitation.install(tmp_path_factory.mktemp("installed") / "prefix", toolchain, library)
    with running(open_lean(lean=str(lean), jobs=2)) as opened:
        assert not opened.lean.is_embedded
        yield opened


def prove(
    lean: Running,
    theorem: Theorem | str,
    budget: Budget = Budget(wall_s=60.0),
    *,
    jobs: int = 2,
    depth_max: int = 50,
    frame: Frame | None = None,
) -> Proof:
    stated = Theorem("claim", theorem) if isinstance(theorem, str) else theorem
    return lean.run(prove_theorem(lean.lean, stated, budget, jobs=jobs, depth_max=depth_max, frame=frame))


def accepted(lean: Running, proof: Proof, name: str = "claim") -> str:
    """The file of a proof that was found, after checking it once more from its text."""
    assert proof.outcome is Outcome.PROVED, proof
    assert proof.lean_file is not None
    assert proof.proof is not None
    assert proof.proof in proof.lean_file
    assert "sorry" not in proof.proof
    checked = lean.run(check_text(lean.lean, proof.lean_file, Limits(), theorems=(name,)))
    assert checked.outcome is Outcome.PROVED
    return proof.lean_file


class TestProved:
    @pytest.mark.parametrize("statement", PROVABLE)
    def test_a_statement(self, warm: Running, statement: str) -> None:
        proof = prove(warm, statement)
        assert accepted(warm, proof).startswith(f"theorem claim : {statement} := by\n")
        assert (proof.reason, proof.diagnostics, proof.no_verdict) == ("", (), None)
        verdict = verdict_of(proof)
        assert verdict is not None
        assert verdict.trust is Trust.REPLAYED
        assert proof.spent.checks > 0

    @pytest.mark.parametrize("statement", PROVABLE[2:4] + PROVABLE[7:8])
    def test_the_same_proof_with_any_number_of_workers(self, warm: Running, statement: str) -> None:
        proofs = {prove(warm, statement, jobs=jobs).proof for jobs in (1, 2, 2)}
        assert len(proofs) == 1
        assert None not in proofs

    def test_a_statement_of_several_lines_and_comments(self, warm: Running) -> None:
        statement = "∀ n : Nat, -- any\n  n = /- the same -/ n -- yes"
        assert statement in accepted(warm, prove(warm, statement))

    def test_definitions_of_a_prelude(self, warm: Running) -> None:
        theorem = Theorem("mirrored", "∀ t : Tree, t.mirror.mirror = t", prelude=f"\n\n{TREE}\n")
        text = accepted(warm, prove(warm, theorem), "mirrored")
        assert text.startswith(TREE.rstrip("\n") + "\n\ntheorem mirrored")

    def test_binders(self, warm: Running) -> None:
        theorem = Theorem("t", "m + n = n + m", binders="(n m : Nat) -- two")
        accepted(warm, prove(warm, theorem), "t")

    def test_a_prelude_of_comments_alone(self, warm: Running) -> None:
        accepted(warm, prove(warm, Theorem("t", "1 = 1", prelude="-- nothing\n/- at all -/")), "t")

    def test_an_open_namespace(self, warm: Running) -> None:
        theorem = Theorem("t", "f 1 = 2", prelude="namespace A\ndef f (n : Nat) := n + 1")
        accepted(warm, prove(warm, theorem), "A.t")

    def test_an_unfinished_theorem_before_it(self, warm: Running) -> None:
        theorem = Theorem("t", "2 + 2 = 4", prelude="theorem s : 1 = 2 := sorry")
        accepted(warm, prove(warm, theorem), "t")

    def test_imports_of_the_core_library(self, warm: Running) -> None:
        text = accepted(warm, prove(warm, Theorem("t", "2 + 2 = 4", imports=("Init",))), "t")
        assert text.startswith("import Init\n")

    def test_in_its_own_file(self, warm: Running) -> None:
        frame = Frame("namespace A\n@[simp] theorem t : 1 + 1 = 2 :=", "\ndef f := 1\nend A\n")
        proof = prove(warm, Theorem("t", "1 + 1 = 2", prelude="namespace A"), frame=frame)
        text = accepted(warm, proof, "A.t")
        assert text.startswith("namespace A\n@[simp] theorem t : 1 + 1 = 2 := by\n")
        assert text.endswith("\ndef f := 1\nend A\n")

    def test_what_follows_in_its_file_is_left_out_if_it_is_wrong(self, warm: Running) -> None:
        frame = Frame("theorem t : 1 + 1 = 2 :=", "def f := nope\n")
        assert "nope" not in accepted(warm, prove(warm, Theorem("t", "1 + 1 = 2"), frame=frame), "t")

    @pytest.mark.parametrize("statement", [PROVABLE[0], PROVABLE[4]])
    def test_with_an_installed_lean(self, installed: Running, statement: str) -> None:
        accepted(installed, prove(installed, statement))

    def test_a_prelude_with_an_installed_lean(self, installed: Running) -> None:
        theorem = Theorem("t", "f 1 = 2", imports=("Init",), prelude="namespace A\ndef f (n : Nat) := n + 1")
        accepted(installed, prove(installed, theorem), "A.t")


class TestNotFound:
    @pytest.mark.parametrize("statement", OUT_OF_REACH)
    def test_what_is_too_hard(self, warm: Running, statement: str) -> None:
        proof = prove(warm, statement, Budget(wall_s=4.0))
        assert proof.outcome is Outcome.NOT_FOUND
        assert (proof.proof, proof.lean_file, verdict_of(proof)) == (None, None, None)
        assert proof.reason
        assert proof.refutation is None

    @pytest.mark.parametrize(("statement", "reason"), FALSE.items())
    def test_what_is_false(self, warm: Running, statement: str, reason: str) -> None:
        proof = prove(warm, statement, Budget(wall_s=8.0))
        assert (proof.outcome, proof.reason, proof.lean_file) == (Outcome.REFUTED, reason, None)
        assert proof.refutation is not None
        assert proof.refutation.checked.outcome is Outcome.PROVED

    def test_what_is_false_without_a_look_for_counterexamples(self, warm: Running) -> None:
        stated = Theorem("claim", "∀ n : Nat, n = n + 1")
        budget = Budget(wall_s=8.0, checks=40)
        proof = warm.run(prove_theorem(warm.lean, stated, budget, disproof=False))
        assert (proof.outcome, proof.refutation) == (Outcome.NOT_FOUND, None)

    def test_checks_end_the_search(self, warm: Running) -> None:
        proof = prove(warm, OUT_OF_REACH[0], Budget(wall_s=60.0, checks=7))
        assert proof.outcome is Outcome.NOT_FOUND
        assert proof.spent.checks == 7
        assert "7 checks" in proof.reason

    def test_seconds_end_the_search(self, warm: Running) -> None:
        proof = prove(warm, OUT_OF_REACH[0], Budget(wall_s=0.5))
        assert proof.outcome is Outcome.NOT_FOUND
        assert "0.5 s" in proof.reason

    def test_more_workers_than_lean_has(self, warm: Running) -> None:
        assert prove(warm, PROVABLE[3], jobs=5).outcome is Outcome.PROVED

    def test_no_depth_at_all(self, warm: Running) -> None:
        assert prove(warm, OUT_OF_REACH[0], depth_max=0).outcome is Outcome.NOT_FOUND

    def test_with_an_installed_lean(self, installed: Running) -> None:
        proof = prove(installed, OUT_OF_REACH[0], Budget(wall_s=20.0, checks=10))
        assert proof.outcome is Outcome.NOT_FOUND


class TestInvalid:
    @pytest.mark.parametrize(
        ("statement", "line", "column", "error_class"),
        [
            ("∀ n : Nat, n = foo", 1, 15, ErrorClass.UNKNOWN_IDENTIFIER),
            ('∀ n : Nat,\n  n = "a"', 2, 6, ErrorClass.TYPE_MISMATCH),
            ("😀 = 1", 1, 0, ErrorClass.PARSE_ERROR),
            ("1 = (2", 1, 6, ErrorClass.PARSE_ERROR),
            ("1 =", 1, 3, ErrorClass.PARSE_ERROR),
            ("1 = 1 := rfl", 1, 6, ErrorClass.PARSE_ERROR),
            ("1 = 1\ntheorem x : False", 2, 0, ErrorClass.PARSE_ERROR),
            ("Nat", 1, 0, ErrorClass.OTHER),
            ("1 = 1 /- open", 1, 13, ErrorClass.PARSE_ERROR),
        ],
    )
    def test_a_statement(
        self, warm: Running, statement: str, line: int, column: int, error_class: ErrorClass
    ) -> None:
        proof = prove(warm, statement)
        assert proof.outcome is Outcome.INVALID_STATEMENT
        origin, found = proof.diagnostics[0]
        assert (origin, found.start, found.error_class) == ("statement", Position(line, column), error_class)
        assert found.end is None or found.end >= found.start
        assert (proof.proof, proof.spent.checks) == (None, 0)

    def test_a_prelude(self, warm: Running) -> None:
        proof = prove(warm, Theorem("t", "1 = 1", prelude="def f := 1\n\ndef g := nope\n"))
        assert proof.outcome is Outcome.INVALID_STATEMENT
        assert [(origin, d.start) for origin, d in proof.diagnostics] == [("prelude", Position(3, 9))]

    def test_binders(self, warm: Running) -> None:
        proof = prove(warm, Theorem("t", "1 = 1", binders="(n : Nat)\n  (m : Nope)"))
        assert [(origin, d.start) for origin, d in proof.diagnostics] == [("binders", Position(2, 7))]

    def test_a_name_that_is_taken(self, warm: Running) -> None:
        proof = prove(warm, Theorem("Nat.add_comm", "1 = 1"))
        assert [(origin, d.start) for origin, d in proof.diagnostics] == [("name", Position(1, 0))]

    def test_a_module_that_is_not_there(self, warm: Running) -> None:
        proof = prove(warm, Theorem("t", "1 = 1", imports=("Mathlib",)))
        assert proof.outcome is Outcome.INVALID_STATEMENT
        assert proof.diagnostics[0][0] == "prelude"
        assert len(proof.hints) == 1
        assert "Mathlib" in proof.hints[0]

    @pytest.mark.parametrize(
        ("theorem", "origin", "line", "column"),
        [
            (Theorem("t", "1 = Nat.foo"), "statement", 1, 4),
            (Theorem("t", "1 = (2"), "statement", 1, 6),
            (Theorem("t", "1 = 1", imports=("Init",), prelude="def f := 1\ndef g := nope"), "prelude", 2, 9),
            (Theorem("t", "1 = 1", imports=("Mathlib",)), "prelude", 1, 0),
        ],
    )
    def test_with_an_installed_lean(
        self, installed: Running, theorem: Theorem, origin: str, line: int, column: int
    ) -> None:
        proof = prove(installed, theorem)
        assert proof.outcome is Outcome.INVALID_STATEMENT
        assert next((o, d.start) for o, d in proof.diagnostics) == (origin, Position(line, column))


class TestNoVerdict:
    def test_a_statement_that_never_ends(self, warm: Running) -> None:
        theorem = Theorem(
            "t", "1 = 1", prelude="set_option maxHeartbeats 0\ntheorem s : 1 = 2 := by repeat skip"
        )
        proof = prove(warm, theorem, Budget(wall_s=1.0))
        assert proof.outcome is Outcome.NO_VERDICT
        assert proof.no_verdict is not None
        assert proof.no_verdict.reason == "timeout"
        assert prove(warm, "2 + 2 = 4").outcome is Outcome.PROVED

    def test_a_statement_that_ends_the_process(self, warm: Running) -> None:
        proof = prove(warm, "(" * 100_000 + "1 = 1" + ")" * 100_000)
        assert proof.outcome in (Outcome.NO_VERDICT, Outcome.INVALID_STATEMENT)
        assert prove(warm, "2 + 2 = 4").outcome is Outcome.PROVED


def test_lean_file() -> None:
    theorem = Theorem("t", "n = 1 -- one", ("A", "B.C"), "\n  \ndef f := 1\n\n", "(n : Nat)")
    assert lean_file(theorem, "by\n  rfl") == (
        "import A\nimport B.C\ndef f := 1\n\ntheorem t (n : Nat) : n = 1 -- one\n:= by\n  rfl\n"
    )
    assert lean_file(Theorem("t", "p"), "by rfl") == "theorem t : p := by rfl\n"
