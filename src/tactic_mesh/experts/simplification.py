"""Simplification: `simp` with the functions of the file and the lemmas that were proven, with and without context."""

from __future__ import annotations

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.reading import comma, mentioned, proofs
from tactic_mesh.term import Pi, Sequent

NUMBERS = "Nat.add_comm, Nat.add_left_comm, Nat.add_assoc, Nat.mul_comm, Nat.mul_left_comm, Nat.mul_assoc"
_DISTRIBUTE = "Nat.mul_add, Nat.add_mul"
_NUMBER_HEADS = frozenset({"HAdd.hAdd", "HMul.hMul", "HSub.hSub"})


class Simplification:
    """`simp`, `simp_all`, `simp at`, with the definitions in reach."""

    name = "simplification"

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        names = mentioned(goal)
        rules = simp_rules(names, known)
        hypotheses = [v.name for _, v in proofs(goal)]
        found = []
        operators = [lemma.name for lemma in known.lemmas if lemma.unfolds in names]
        if operators and not isinstance(goal.target, Pi):
            where = " at *" if hypotheses else ""
            tactic = f"simp only [{comma(operators)}]{where}"
            found.append(TacticOutput(tactic, 0.9, self.name, safe=True))

        def add(tactic: str, confidence: float, *, closes: bool = False) -> None:
            found.append(TacticOutput(tactic, confidence, self.name, closes=closes))

        if rules:
            add(f"simp [{comma(rules)}]", 0.8 if not hypotheses else 0.6)
            if hypotheses:
                add(f"simp_all [{comma(rules)}]", 0.8)
            add("simp", 0.35)
            lemmas = [lemma.name for lemma in known.lemmas if lemma.rewrites and lemma.name in rules]
            if lemmas:
                add(f"simp [{comma(lemmas)}]", 0.7)
        else:
            add("simp", 0.8)
        if hypotheses:
            add("simp_all", 0.6 if not rules else 0.3)
            local = comma([*rules, *hypotheses[:8]])
            add(f"simp [{local}]", 0.4)
            for name in hypotheses[:4]:
                add(f"simp [{comma(rules)}] at {name}" if rules else f"simp at {name}", 0.25)
        if names & _NUMBER_HEADS and any(n.startswith(("Nat", "instHAdd", "instMulNat")) for n in names):
            prefix = f"{comma([*rules, *hypotheses[:4]])}, " if rules or hypotheses else ""
            add(f"simp [{prefix}{NUMBERS}]", 0.25, closes=True)
            add(f"simp [{prefix}{_DISTRIBUTE}, {NUMBERS}]", 0.25, closes=True)
            if hypotheses:
                add(f"simp_all [{prefix}{_DISTRIBUTE}, {NUMBERS}]", 0.25, closes=True)
            add("simp +arith", 0.25, closes=True)
            add("simp +arith [*]", 0.2, closes=True)
        return found


def arithmetic_rules(names: frozenset[str]) -> list[str]:
    """What multiplies out sums and powers, where there are any: linear arithmetic can do the rest."""
    found = ["Nat.mul_add", "Nat.add_mul"] if "HMul.hMul" in names else []
    return [*found, "Nat.pow_succ"] if "HPow.hPow" in names else found


def associative_rules(names: frozenset[str]) -> list[str]:
    """What sorts sums and products of numbers."""
    return NUMBERS.split(", ") if "HMul.hMul" in names else []


def simp_rules(names: frozenset[str], known: Knowledge) -> list[str]:
    """The functions in reach, without those that a lemma replaces altogether, then the rewriting lemmas about them."""
    unfolded = {lemma.heads[1] for lemma in known.lemmas if lemma.unfolds and lemma.heads[0] in names}
    reach = known.reach(names | unfolded)
    available = names | set(reach)
    lemmas = [lemma for lemma in known.lemmas if lemma.rewrites and lemma.heads[0] in available]
    replaced = {lemma.heads[0] for lemma in lemmas if lemma.replaces}
    return [
        *(name for name in reach if name not in replaced),
        *(lemma.name for lemma in lemmas),
    ]
