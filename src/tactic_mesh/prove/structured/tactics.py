"""Which tactics the structured prover tries on a goal: closing ones, and splits into smaller goals.

Pure functions of a displayed goal. Order is by what it costs and how often it helps; everything here is text that
Lean judges, so a suggestion that makes no sense costs a failed attempt and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tactic_mesh.theorem import Goal, Hypothesis

WITNESSES_MAX = 64
_NUMBERS = "Nat.add_comm, Nat.add_left_comm, Nat.add_assoc, Nat.mul_comm, Nat.mul_left_comm, Nat.mul_assoc"
_DISTRIBUTE = "Nat.mul_add, Nat.add_mul"
_SORTS = re.compile(r"^(Type|Sort|Prop)\b")
_PROPOSITION = re.compile(r"[=≠≤≥<>∣∧∨↔¬∃∀∈]|→.*Prop|\bFalse\b|\bTrue\b")
_CASES_FIRST = re.compile(r"^(∃|False\b)|[∧∨]")


@dataclass(frozen=True, slots=True)
class Split:
    """A tactic that leaves goals. `names_cases`: whether `with | tag … =>` can follow it."""

    tactic: str
    names_cases: bool = False


def closers(goal: Goal, definitions: tuple[str, ...]) -> list[str]:
    """Tactics that close a goal or fail."""
    local = ", ".join(definitions)
    equations = [h.names[0] for h in goal.hypotheses if " = " in h.type and _accessible(h.names[0])]
    found = ["rfl", "assumption", "decide", "trivial", "omega", "simp"]
    if goal.target.startswith("∃"):
        found += [f"exists {number}" for number in range(WITNESSES_MAX)]
    if goal.hypotheses:
        found += ["contradiction", "simp_all"]
    if local:
        found += [f"simp [{local}]", f"simp_all [{local}]", f"simp_all [{local}] <;> omega"]
    if equations:
        found += [f"rw [{name}]" for name in equations]
        with_local = f"{local}, " if local else ""
        found += [f"rw [{with_local}{name}]" for name in equations if local]
        found.append(f"simp [{with_local}{', '.join(equations)}, {_NUMBERS}]")
    found += ["simp_all <;> omega", "ac_rfl", "simp +arith", "simp +arith [*]"]
    prefix = f"{local}, " if local else ""
    found += [
        f"simp [{prefix}{_NUMBERS}]",
        f"simp [{prefix}{_DISTRIBUTE}, {_NUMBERS}]",
        f"simp_all [{prefix}{_DISTRIBUTE}, {_NUMBERS}]",
        "grind",
    ]
    return found


def slow_closers() -> list[str]:
    """Closing tactics that cost a second rather than milliseconds; tried when nothing else helps."""
    return ["exact?"]


def splits(goal: Goal) -> list[Split]:
    """Tactics that turn a goal into smaller ones, most promising first."""
    return [
        *_cases_of_propositions(goal),
        *_target_splits(goal),
        *_inductions(goal),
        *_applications(goal),
        *_cases_of_data(goal),
        *_classical(goal),
    ]


def _named(goal: Goal) -> list[tuple[str, Hypothesis]]:
    """Every accessible hypothesis with its own name, the latest first."""
    return [(n, h) for h in reversed(goal.hypotheses) for n in reversed(h.names) if _accessible(n)]


def is_proposition(type_: str) -> bool:
    """Whether a displayed type looks like a statement: used for names and orders only."""
    return bool(_PROPOSITION.search(type_))


def _accessible(name: str) -> bool:
    return "✝" not in name


def _is_data(hypothesis: Hypothesis) -> bool:
    type_ = hypothesis.type
    return not _SORTS.match(type_) and not _PROPOSITION.search(type_) and "→" not in type_


def _cases_of_propositions(goal: Goal) -> list[Split]:
    return [Split(f"cases {n}", names_cases=True) for n, h in _named(goal) if _CASES_FIRST.search(h.type)]


def _target_splits(goal: Goal) -> list[Split]:
    found = []
    if re.search(r"[∧↔]", goal.target):
        found.append(Split("constructor"))
    if "∨" in goal.target:
        found += [Split("left"), Split("right")]
    if re.search(r"\bif\b|\bmatch\b", goal.target):
        found.append(Split("split"))
    if goal.target.startswith("∃"):
        found += [Split(f"refine ⟨{n}, ?_⟩") for n, h in _named(goal) if _is_data(h)]
    if " = " in goal.target and re.match(r"^fun\b|.*= fun\b", goal.target):
        found.append(Split("funext x"))
    return found


def _inductions(goal: Goal) -> list[Split]:
    variables = [(n, h) for n, h in _named(goal) if _is_data(h)]
    found = [Split(f"induction {name}", names_cases=True) for name, _ in variables]
    for name, _ in variables:
        others = [n for n, _ in reversed(variables) if n != name]
        if others:
            found.append(Split(f"induction {name} generalizing {' '.join(others)}", names_cases=True))
    return found


def _applications(goal: Goal) -> list[Split]:
    arrows = [(n, h) for n, h in _named(goal) if re.search(r"→|¬|^∀", h.type) and not _SORTS.match(h.type)]
    found = [Split(f"apply {name}") for name, _ in arrows]
    if any("¬" in h.type or "→ False" in h.type for _, h in arrows) and goal.target != "False":
        found += [Split(f"exfalso\napply {n}") for n, h in arrows if "¬" in h.type or "False" in h.type]
    return found


def _cases_of_data(goal: Goal) -> list[Split]:
    return [Split(f"cases {n}", names_cases=True) for n, h in _named(goal) if _is_data(h)]


def _classical(goal: Goal) -> list[Split]:
    propositions = [n for n, h in _named(goal) if h.type == "Prop"]
    known = {h.type.removeprefix("¬") for _, h in _named(goal)}
    return [Split(f"by_cases h{name} : {name}") for name in propositions if name not in known]
