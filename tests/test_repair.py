"""Broken proofs and their repair: edits at the first error, tried in a worker, and the loop around them."""

from __future__ import annotations

import asyncio
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.repair import PERTURBATIONS, Known, holds, known_proofs, repaired
from tactic_mesh.gateway.base import Problem, Refusal
from tactic_mesh.gateway.extract import normalised
from tactic_mesh.lean.host import LeanHost
from tactic_mesh.prove.refinement.repair import Mended, cut, edits, mended
from tactic_mesh.theorem import Diagnostic, ErrorClass, Position, Severity, Theorem

SYMMETRIC = Theorem("t", "∀ a b : Nat, a = b → b = a")


def error(line: int, kind: ErrorClass = ErrorClass.TACTIC_FAILED, text: str = "no") -> Diagnostic:
    return Diagnostic(Severity.ERROR, Position(line, 2), None, text, error_class=kind)


# One proof for each way to break it: drawn once, so that a test says the same every time.
SAMPLE = {
    "last step dropped": "total",
    "lemma misnamed": "le_of_add",
    "name changed": "lt_succ_iff_le",
    "tactic exchanged": "pos_of_ne_zero",
    "direction swapped": "le_of_add",
    "cut short": "eq_none_of_not_isSome",
}


def known(name: str) -> Known:
    return next(one for one in known_proofs() if one.theorem.name == name)


@pytest.mark.parametrize("kind", PERTURBATIONS)
def test_the_loop_repairs_what_was_broken(lean: LeanHost, loop: asyncio.Runner, kind: str) -> None:
    given = known(SAMPLE[kind])
    broken = PERTURBATIONS[kind](given.proof, random.Random(0))
    assert broken is not None and loop.run(holds(lean, given))
    result = loop.run(repaired(lean, given, broken))
    assert result.broken and result.repaired and result.source == "search/edits", result


def test_every_way_breaks_most_proofs() -> None:
    every = list(known_proofs())
    assert len(every) >= 200
    for perturbation in PERTURBATIONS.values():
        changed = [one for one in every if perturbation(one.proof, random.Random(1)) not in (None, one.proof)]
        assert len(changed) >= 60


@pytest.mark.parametrize(
    ("statement", "proof", "told", "line"),
    [
        (
            SYMMETRIC.statement,
            "by\n  intro a b h\n  exact g.symm",
            error(3, ErrorClass.UNKNOWN_IDENTIFIER, "Unknown identifier `g`"),
            "  exact h.symm",
        ),
        (
            "∀ xs : List Nat, xs.reverse.reverse = xs",
            "by\n  intro xs\n  rw [← List.reverse_reverse]",
            error(3),
            "  rw [List.reverse_reverse]",
        ),
        (SYMMETRIC.statement, "by\n  intro a b h\n  exact h", error(3, ErrorClass.TYPE_MISMATCH), "  rw [h]"),
        (
            SYMMETRIC.statement,
            "by\n  intro a b h\n  exact (h.symm",
            error(4, ErrorClass.PARSE_ERROR),
            "  exact (h.symm)",
        ),
    ],
)
def test_a_small_edit_of_the_failing_line_comes_first(
    lean: LeanHost, loop: asyncio.Runner, statement: str, proof: str, told: Diagnostic, line: str
) -> None:
    found = loop.run(mended(lean, Problem(Theorem("t", statement)), proof, [told], 20.0))
    assert found.holds and found.proof == "\n".join([*proof.split("\n")[:-1], line])


def test_other_branches_stay_as_they_are(lean: LeanHost, loop: asyncio.Runner) -> None:
    kept = "| succ k ih =>\n    exact Nat.zero_add (k + 1)"
    proof = f"by\n  intro n\n  induction n with\n  | zero => exact wrong\n  {kept}"
    told = error(4, ErrorClass.UNKNOWN_IDENTIFIER, "Unknown identifier `wrong`")
    found = loop.run(mended(lean, Problem(Theorem("t", "∀ n : Nat, 0 + n = n")), proof, [told], 20.0))
    assert found.holds and found.proof.endswith(kept)


def test_what_cannot_be_mended_keeps_the_steps_that_worked(lean: LeanHost, loop: asyncio.Runner) -> None:
    proof = "by\n  intro n\n  exact wrong"
    told = error(3, ErrorClass.UNKNOWN_IDENTIFIER, "Unknown identifier `wrong`")
    problem = Problem(Theorem("t", "∀ n : Nat, n = 0"))
    found = loop.run(mended(lean, problem, proof, [told], 20.0, texts_max=30))
    assert not found.holds and found.texts <= 30 and found.proof.startswith("by\n  intro n\n")


def test_a_repair_is_the_same_every_time(lean: LeanHost, loop: asyncio.Runner) -> None:
    given = known("lt_succ_iff_le")
    broken = PERTURBATIONS["tactic exchanged"](given.proof, random.Random(3)) or ""

    def run() -> Mended:
        return loop.run(mended(lean, Problem(given.theorem), broken, [error(3)], 60.0))

    assert run() == run()


LINES = st.lists(
    st.sampled_from(
        [
            "  intro x",
            "  · simp",
            "  cases h with",
            "  | inl a => exact (a",
            "    rw [← foo, bar]",
            "",
            "  exact f a b",
            "\t",
        ]
    ),
    max_size=6,
)


@given(LINES, st.integers(1, 9), st.sampled_from(list(ErrorClass)))
def test_edits_are_tactic_blocks_without_gaps(lines: list[str], line: int, kind: ErrorClass) -> None:
    proof = "\n".join(["by", *lines])
    told = error(line, kind, "Unknown identifier `foo`")
    for edit in [*edits(Problem(SYMMETRIC), proof, [told]), cut(proof, [told])]:
        assert edit.startswith("by") and "sorry" not in edit
    assert not isinstance(normalised(cut(proof, [told])), Refusal)
