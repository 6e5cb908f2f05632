"""Automation: decision procedures and searches that Lean brings, each where it can apply."""

from __future__ import annotations

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.reading import comma, is_arithmetic, mentioned, proofs, propositions
from tactic_mesh.experts.simplification import simp_rules
from tactic_mesh.term import Local, Pi, Sequent, head_name, subterms

_CONNECTIVES = frozenset({"And", "Or", "Not", "Iff", "Exists", "False", "True"})


class Automation:
    """`rfl`, `assumption`, `contradiction`, `omega`, `decide`, `grind`, `ac_rfl`, and `exact?` at the end."""

    name = "automation"

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        found = []

        def add(tactic: str, confidence: float) -> None:
            found.append(TacticOutput(tactic, confidence, self.name, closes=True))

        if isinstance(goal.target, Pi):
            add("decide", 0.93 if not any(isinstance(t, Local) for t in subterms(goal.target)) else 0.1)
            return found
        add("rfl", 0.95)
        if not goal.target.has_local:
            add("decide", 0.92)
        if any(v.is_proof for v in goal.context):
            add("assumption", 0.94)
            add("contradiction", 0.85)
        arithmetic = any(is_arithmetic(one) for one in propositions(goal))
        if arithmetic:
            add("omega", 0.88)
        names = mentioned(goal)
        rules = simp_rules(names, known)
        local = f" [{comma(rules)}]" if rules else ""
        logical = names <= _CONNECTIVES | {"Eq", "Ne", "Iff"}
        add("grind", 0.46 if logical else 0.45 if not rules else 0.2)
        if rules:
            add(f"grind{local}", 0.45)
        if head_name(goal.target) == "Eq":
            add("ac_rfl", 0.3)
            add("congr", 0.1)
        if arithmetic and (rules or proofs(goal)):
            simplify = "simp_all" if proofs(goal) else "simp"
            add(
                f"({simplify}{local} <;> omega)",
                0.55 if any(lemma.replaces for lemma in known.lemmas) else 0.4,
            )
        add("exact?", 0.05)
        if _CONNECTIVES & names:
            add("solve_by_elim", 0.2)
        return found
