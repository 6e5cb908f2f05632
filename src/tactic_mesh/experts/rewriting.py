"""Rewriting: with hypotheses, induction hypotheses and lemmas, in both directions; unfolding; applying."""

from __future__ import annotations

from collections.abc import Iterator

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.reading import is_conclusion_equation, mentioned, proofs
from tactic_mesh.term import Pi, Sequent, Term, conclusion, constants, head_args, head_name

HYPOTHESES_MAX = 10
LEMMAS_MAX = 16


class Rewriting:
    """`rw [h]`, `rw [← h]`, `rw … at`, `unfold`, `apply h`, `subst`."""

    name = "rewriting"

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        return [*self._hypotheses(goal), *self._lemmas(goal, known), *self._unfold(goal, known)]

    def _hypotheses(self, goal: Sequent) -> Iterator[TacticOutput]:
        in_target = constants(goal.target)
        for _, hypothesis in proofs(goal)[:HYPOTHESES_MAX]:
            name, type_ = hypothesis.name, hypothesis.type
            if is_conclusion_equation(type_):
                left, right = _sides(type_)
                fits, back = head_name(left) in in_target, head_name(right) in in_target
                recent = name.startswith("ih")
                yield self._output(f"rw [{name}]", 0.5 if fits and recent else 0.3 if fits else 0.12, name)
                yield self._output(
                    f"rw [← {name}]", 0.25 if back and recent else 0.12 if back else 0.04, name
                )
            if isinstance(type_, Pi) or head_name(type_) == "Not":
                same = head_name(conclusion(type_)[1]) == head_name(goal.target)
                yield self._output(f"apply {name}", 0.4 if same else 0.06, name)
            if head_name(type_) == "Eq":
                yield self._output(f"subst {name}", 0.4, name)

    def _lemmas(self, goal: Sequent, known: Knowledge) -> Iterator[TacticOutput]:
        names = mentioned(goal)
        fitting = [lemma for lemma in known.lemmas if lemma.constants & names or not lemma.constants]
        for lemma in fitting[-LEMMAS_MAX:]:
            if lemma.is_equation:
                yield self._output(f"rw [{lemma.name}]", 0.3 if not lemma.rewrites else 0.2, lemma.name)
                yield self._output(f"rw [← {lemma.name}]", 0.12, lemma.name)
            if lemma.applies:
                yield self._output(f"apply {lemma.name}", 0.25, lemma.name)

    def _unfold(self, goal: Sequent, known: Knowledge) -> Iterator[TacticOutput]:
        for name in known.reach(mentioned(goal)):
            if name in mentioned(goal):
                recursive = known.functions[name].is_recursive
                yield self._output(f"unfold {name}", 0.06 if recursive else 0.35, name)

    def _output(self, tactic: str, confidence: float, argument: str) -> TacticOutput:
        return TacticOutput(tactic, confidence, self.name, arguments=(argument,))


def _sides(proposition: Term) -> tuple[Term, Term]:
    _, args = head_args(conclusion(proposition)[1])
    return args[-2], args[-1]
