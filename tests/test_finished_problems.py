"""Proofs of real problems, as they are emitted: accepted, and nothing in their text shows how they were found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import Running, running

from tactic_mesh.bench.problems import read_problems
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import open_lean
from tactic_mesh.prove import prover
from tactic_mesh.prove.finishing.expansion import WIDTH_MAX
from tactic_mesh.prove.prover import prove_theorem
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Budget, Outcome, Verdict
from tactic_mesh.verify.elaborated import check_text

PROBLEMS = Path(__file__).parent.parent / "benchmarks" / "problems" / "dev.jsonl"
MINUTES = 600.0
SHOWS_THE_SEARCH = (
    r"✝",
    r"\brename_i\b",
    r"\(try\b|\btry simp",
    r" at \*",
    r"\(by decide",
    r"; ",
    r"\)\s*<;>\s*\(",
    r"\bgrind -",
    r"\bh_\d",
    r"\w\?\s",
)
SAMPLE = {
    "minif2f_numbertheory_sqmod3in01d": r"\brcases (\w+) with \1 \| \1 \| \1( <;> |\n  · )",
    "corearith_int_sub_mul": r"^by\n  grind$",
    "minif2f_mathd_numbertheory_234": r"\n  have key : (.|\n)* := by decide( \+kernel)?\n  exact key a \(by omega\)",
    "pelletier_36": r"\n  obtain ⟨\w+, \w+⟩ := h \w+\n",
}
MORE = {
    "corearith_int_binomial": r"\n  omega$",
    "minif2f_induction_divisibility_3divnto3m2n": r"\n  induction n with\n  \| zero => .*\n  \| succ n ih =>",
    "isaplanner_prop_02": r"\n  \| nil => rfl\n  \| cons x xs ih =>",
    "isaplanner_prop_28": r"\n  induction xs with\n  \| nil =>",
    "prod_lemma_18": r"\n  \| nil => rfl\n  \| cons \w+ y ih =>\n(.*\n)*.*\bsplit\b",
    "tip2015_bin_s": r"\n  induction n with\n  \| one => rfl\n  \| zeroAnd n ih =>",
    "tip2015_bin_plus_comm": r"\n  \| oneAnd \w ih =>",
    "tip2015_nat_pow_times": r"^by\n  intro x y z\n",
    "tpil_quant17": r"\n  · intro \w+",
    "l4glogic_OrIntro_L06": r"^by\n",
    "iltp_syj206_equiv_3": r"^by\n",
}


@pytest.fixture(scope="module")
def warm(library: Library) -> Iterator[Running]:
    assert library.modules
    with running(open_lean(lean="embedded", jobs=2)) as opened:
        yield opened


@pytest.mark.parametrize(
    "name", [*SAMPLE, *(pytest.param(one, marks=pytest.mark.slow) for one in MORE)], ids=str
)
def test_a_proof_reads_as_if_it_was_written(
    warm: Running, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    # What a busy machine leaves undone is no question here: the number of attempts alone is the limit.
    monkeypatch.setattr(prover, "FINISHING_WALL_S_MAX", MINUTES)
    monkeypatch.setattr(prover, "FINISHING_SHARE", 1.0)
    theorem = next(one.theorem for one in read_problems(PROBLEMS) if one.id == name)
    proof = warm.run(prove_theorem(warm.lean, theorem, Budget(MINUTES), disproof=False))
    assert proof.outcome is Outcome.PROVED, proof.reason
    assert proof.proof is not None
    assert proof.lean_file is not None
    checked = warm.run(check_text(warm.lean, proof.lean_file, Limits(wall_s=MINUTES)))
    assert isinstance(checked.verdict, Verdict)
    assert not checked.verdict.errors
    text = proof.proof
    for pattern in SHOWS_THE_SEARCH:
        assert not re.search(pattern, text), f"{pattern}\n{text}"
    assert re.search(SAMPLE.get(name) or MORE[name], text), text
    assert max(map(len, text.split("\n"))) <= WIDTH_MAX, text
    for line in text.split("\n"):
        makes_cases = re.search(r"\b(fun_induction|induction|cases) ", line)
        assert makes_cases is None or line.endswith(" with") or " <;> " in line, text
