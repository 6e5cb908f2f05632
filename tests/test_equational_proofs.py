"""Equational proofs: found by completion and by E, read by a checker, true in every finite magma at hand."""

from __future__ import annotations

import dataclasses
import random

import pytest

from tactic_mesh.equational import completion, eprover
from tactic_mesh.equational.laws import law_number, parse_equation
from tactic_mesh.equational.proofs import BrokenProof, Lemma, Proof, Step, check, dual_proof, lean_term
from tactic_mesh.equational.work import Settling, Way, settle

TRUE = [(2, 43), (4, 3), (46, 43), (999, 86), (1689, 2), (4512, 4380), (387, 43), (2, 4694)]
FALSE = [(43, 4512), (4512, 43), (3, 2), (46, 4), (168, 2)]


def sides(number: int) -> completion.Equation:
    law = law_number(number)
    return law.left, law.right


def proved(hypothesis: int, goal: int) -> Proof:
    (proof,), _ = completion.prove(sides(hypothesis), [sides(goal)])
    assert proof is not None
    return proof


@pytest.mark.parametrize(("hypothesis", "goal"), TRUE)
def test_completion_proves(hypothesis: int, goal: int) -> None:
    proof = proved(hypothesis, goal)
    check(proof)
    assert proof.hypothesis == sides(hypothesis) and proof.goal == sides(goal)
    turned = dual_proof(proof)
    check(turned)
    assert dual_proof(turned) == proof


@pytest.mark.parametrize(("hypothesis", "goal"), FALSE)
def test_completion_proves_nothing_false(hypothesis: int, goal: int) -> None:
    proofs, _ = completion.prove(sides(hypothesis), [sides(goal)], completion.Effort(rules=30))
    assert proofs == [None]


def test_several_goals_in_one_run() -> None:
    goals = [43, 3, 4512, 2]
    proofs, _ = completion.prove(sides(1689), [sides(goal) for goal in goals])
    for proof, goal in zip(proofs, goals, strict=True):
        assert proof is not None and proof.goal == sides(goal)
        check(proof)


def test_a_saturated_completion_decides() -> None:
    proofs, saturated = completion.prove(parse_equation("x ◇ (y ◇ z) = (x ◇ y) ◇ z"), [sides(43)])
    assert proofs == [None] and saturated


def test_an_effort_is_kept() -> None:
    effort = completion.Effort(rules=5)
    done = completion.Completion([sides(1485)], [sides(2)], effort).run()
    assert len(done.lemmas) <= 5 and not done.saturated


def broken(proof: Proof) -> list[Proof]:
    """Proofs with one thing changed: each must be refused."""
    found = []
    for index, lemma in enumerate(proof.lemmas):
        changed = [
            dataclasses.replace(lemma, left=(lemma.left, lemma.left)),
            dataclasses.replace(lemma, right=(lemma.right, lemma.right)),
            dataclasses.replace(lemma, steps=lemma.steps[:-1]),
        ]
        for place, step in enumerate(lemma.steps):
            for other in (
                dataclasses.replace(step, forward=not step.forward),
                dataclasses.replace(step, at=(*step.at, 0, 0, 0, 0, 0)),
                dataclasses.replace(step, equation=index + 1),
                dataclasses.replace(step, values=step.values[:-1]),
            ):
                steps = (*lemma.steps[:place], other, *lemma.steps[place + 1 :])
                changed.append(dataclasses.replace(lemma, steps=steps))
        for other_lemma in changed:
            lemmas = (*proof.lemmas[:index], other_lemma, *proof.lemmas[index + 1 :])
            found.append(Proof(proof.hypothesis, lemmas))
    return found


def test_the_checker_refuses_every_changed_proof() -> None:
    changed = broken(proved(1689, 2))
    assert len(changed) > 50
    for proof in changed:
        with pytest.raises(BrokenProof):
            check(proof)
    with pytest.raises(BrokenProof):
        check(Proof(sides(3), ()))


def test_a_lean_term_names_what_it_uses() -> None:
    proof = Proof(
        sides(43),
        (Lemma((0, (1, 2)), ((2, 1), 0), (Step((1,), 0, True, (1, 2)), Step((), 0, True, (0, (2, 1))))),),
    )
    check(proof)
    assert lean_term(proof) == ("fun x y z => (congrArg (fun a => x ◇ a) (h y z)).trans (h x (z ◇ y))")


needs_e = pytest.mark.skipif(eprover.program() is None, reason="E is not installed")


@needs_e
@pytest.mark.parametrize(("hypothesis", "goal"), TRUE)
def test_proofs_of_e_are_rebuilt(hypothesis: int, goal: int) -> None:
    proof = eprover.prove(sides(hypothesis), sides(goal))
    assert isinstance(proof, Proof), proof
    check(proof)
    assert proof.hypothesis == sides(hypothesis) and proof.goal == sides(goal)


@needs_e
@pytest.mark.parametrize(("hypothesis", "goal"), [(4558, 4526), (4299, 4312), (1710, 695)])
def test_what_e_does_with_the_goal_is_turned_around(hypothesis: int, goal: int) -> None:
    """E's lemmas alone do not prove these: its way with the negated goal is needed."""
    found = eprover.prove(sides(hypothesis), sides(goal), cpu_s=5.0, wall_s=60.0)
    assert isinstance(found, Proof), found
    check(found)
    assert (found.hypothesis, found.goal) == (sides(hypothesis), sides(goal))


def test_a_saturation_is_no_answer() -> None:
    """No finite magma refutes this pair; E comes to its end without a proof, which is told apart."""
    settled = settle(Settling(168 - 1, 3522 - 1, Way.PROOF, level=0))
    assert settled.saturated and settled.proof is None and settled.table is None


def test_e_is_ended_at_the_deadline() -> None:
    found = eprover.run(sides(677), sides(255), cpu_s=50.0, processed_max=None, wall_s=0.2)
    assert isinstance(found, eprover.Refusal) and found.reason == "timeout"


@pytest.mark.parametrize(("hypothesis", "goal"), FALSE)
def test_e_refuses_what_is_false(hypothesis: int, goal: int) -> None:
    refusal = eprover.prove(sides(hypothesis), sides(goal), processed_max=50)
    assert isinstance(refusal, eprover.Refusal)


@needs_e
def test_e_output_with_a_forged_step_is_not_believed() -> None:
    output = eprover.run(sides(999), sides(86), cpu_s=1, processed_max=100)
    assert isinstance(output, str)
    # The derived clause becomes x = y, which does not follow.
    forged = "\n".join(
        line.split("(", 1)[0] + "(c_0_9, plain, (X1=X2), inference(spm,[status(thm)],[c_0_2, c_0_2]))."
        if "inference(spm" in line
        else line
        for line in output.split("\n")
    )
    with pytest.raises(eprover.Unreadable):
        eprover.rebuild(forged, sides(999), sides(43))


def test_without_e_there_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eprover, "program", lambda: None)
    assert eprover.prove(sides(2), sides(43)) == eprover.Refusal(False, "unavailable")


def test_random_true_pairs_hold_where_their_hypothesis_does() -> None:
    np = pytest.importorskip("numpy")
    from tactic_mesh.equational import magmas

    bits = magmas.satisfied(magmas.all_tables(2))
    for number in random.Random(2).sample(range(3, 4695), 40):
        goals = [43, 46, 3, 4512]
        proofs, _ = completion.prove(
            sides(number), [sides(goal) for goal in goals], completion.Effort(rules=8, equations=200)
        )
        for proof, goal in zip(proofs, goals, strict=True):
            if proof is not None:
                check(proof)
                assert not np.any(bits[:, number - 1] & ~bits[:, goal - 1])
