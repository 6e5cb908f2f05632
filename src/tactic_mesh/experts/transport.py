"""Transport: statements about a type of the file that is numbers in disguise, said about the numbers."""

from __future__ import annotations

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.reading import comma, mentioned, proofs
from tactic_mesh.experts.simplification import NUMBERS
from tactic_mesh.term import Pi, Sequent

_PRODUCTS = frozenset({"HMul.hMul", "HPow.hPow"})
_POWERS = "Nat.pow_add, Nat.pow_mul, Nat.mul_pow, Nat.mul_add, Nat.add_mul"


class Transport:
    """`simp only [eq_iff_toNat, toNat_add, …] at *`, and what then settles laws of products and powers."""

    name = "transport"

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        if isinstance(goal.target, Pi) or not known.transports:
            return []
        names = mentioned(goal)
        operators = [lemma.name for lemma in known.lemmas if lemma.unfolds]
        where = " at *" if proofs(goal) else ""
        found = []
        for one in known.transports:
            if one.type in names or names & one.carried - set(one.rules):
                ours = known.functions.keys() & names
                safe = one.certain and ours <= one.carried
                tactic = f"simp only [{comma([*operators, *one.rules])}]{where}"
                found.append(TacticOutput(tactic, 0.92, self.name, safe=safe))
            elif names & set(one.rules) and _PRODUCTS & names:
                found.append(TacticOutput(f"simp [{_POWERS}, {NUMBERS}]", 0.6, self.name, True))
                found.append(TacticOutput("exact?", 0.58, self.name, True))
        return found
