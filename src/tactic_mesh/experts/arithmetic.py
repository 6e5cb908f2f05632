"""Arithmetic beyond the linear: products multiplied out, remainders by cases, small ranges by trying every value.

Each proposal turns what `omega` cannot read (products, powers, remainders of products) into what it can, or into
finitely many cases. The idea of multiplying hypotheses with each other is Positivstellensatz' in its first degree, as
in Coq's `nia`.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.reading import (
    ARITHMETIC_TYPES,
    comma,
    data,
    fresh,
    has_product,
    number,
    printer,
    proofs,
    propositions,
)
from tactic_mesh.term import Local, Pi, Sequent, Term, head_args, head_name, locals_in, subterms

VALUES_MAX = 20_000
"""Combinations of values that the kernel tries."""
RESIDUES_MAX = 60
MODULUS_MAX = 30
PAIRS_MAX = 6
_SPREAD = {
    "Nat": ["mul_add", "add_mul", "mul_sub", "sub_mul", "pow_succ", "pow_zero", "one_mul", "mul_one"],
    "Int": ["mul_add", "add_mul", "mul_sub", "sub_mul", "pow_succ", "pow_zero", "one_mul", "mul_one"]
    + ["neg_mul", "mul_neg"],
}
_SORT = ["mul_comm", "mul_left_comm", "mul_assoc"]
_REMAINDERS = {
    "Nat": ["Nat.pow_succ", "Nat.mul_mod", "Nat.add_mod"],
    "Int": ["Int.pow_succ", "Int.mul_emod", "Int.add_emod", "Int.sub_emod"],
}
_DIVIDES = {"Nat": "Nat.dvd_iff_mod_eq_zero", "Int": "Int.dvd_iff_emod_eq_zero"}
_LESS = {"LE.le": (0, 0), "LT.lt": (0, 1), "GE.ge": (1, 0), "GT.gt": (1, 1), "Eq": (2, 0)}
"""Relations: which side is the smaller one (2: both), and how much smaller it is at least."""


class Arithmetic:
    """Products multiplied out and sorted, remainders by cases, every value of a small range."""

    name = "arithmetic"

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        if isinstance(goal.target, Pi):
            return []
        kinds = _kinds(goal)
        if not kinds:
            return []
        found = [*self._values(goal, known)]
        if _nonlinear(goal):
            found += self._spread(goal, kinds)
            found += self._remainders(goal, known)
            found += self._products(goal, kinds)
        return found

    def _spread(self, goal: Sequent, kinds: list[str]) -> Iterator[TacticOutput]:
        """The normal form of a polynomial, whose monomials are atoms to `omega`."""
        yield self._closing(f"({spreading(kinds)} <;> omega)", 0.42)

    def _products(self, goal: Sequent, kinds: list[str]) -> Iterator[TacticOutput]:
        """Inequalities multiplied with each other, and squares of differences, for `omega` to add up."""
        names = set(goal.names())
        name = fresh("h", names)
        facts = []
        order = [v for _, v in proofs(goal) if _is_order(v.type)]
        pairs = list(itertools.combinations_with_replacement(order, 2))[:PAIRS_MAX]
        for one, other in pairs:
            for kind in kinds:
                if kind == "Nat":
                    facts.append(f"have {name} := Nat.mul_le_mul {one.name} {other.name}")
                else:
                    left, right = (f"(Int.sub_nonneg_of_le {v.name})" for v in (one, other))
                    facts.append(f"have {name} := Int.mul_nonneg {left} {right}")
        if facts:
            made = "; ".join(f"(try {fact})" for fact in facts)  # a bare `try` would take all that follows
            yield self._closing(f"({made}; {spreading(kinds)} <;> omega)", 0.14)
        if "Int" in kinds:
            variables = [v.name for _, v in reversed(data(goal)) if head_name(v.type) == "Int" and v.name][:4]
            squares = [*variables, *(f"({a} - {b})" for a, b in itertools.combinations(variables, 2))]
            if squares:
                made = "; ".join(f"have {name} := Int.mul_self_nonneg {one}" for one in squares)
                yield self._closing(f"({made}; {spreading(kinds)} <;> omega)", 0.16)

    def _remainders(self, goal: Sequent, known: Knowledge) -> Iterator[TacticOutput]:
        """`% m` of a product or power, for each remainder that its variables may leave."""
        hypotheses = [v.name for _, v in proofs(goal)]
        for kind, modulus, inside in _moduli(goal):
            rules = comma([_DIVIDES[kind], *_REMAINDERS[kind], *hypotheses])
            yield self._closing(f"simp [{rules}]", 0.3)
            yield self._closing(f"(simp_all [{comma([_DIVIDES[kind], *_REMAINDERS[kind]])}] <;> omega)", 0.2)
            names = [goal.context[i].name for i in inside if goal.context[i].name]
            if names and modulus ** len(names) <= RESIDUES_MAX:
                cases = _by_remainder(goal, names, modulus)
                rules = comma([_DIVIDES[kind], *_REMAINDERS[kind]])
                yield self._closing(f"({cases} <;> (try simp_all [{rules}]) <;> (try omega))", 0.32)
        yield from self._equations(goal, known)

    def _equations(self, goal: Sequent, known: Knowledge) -> Iterator[TacticOutput]:
        """Both sides of an equation of polynomials leave the same remainder: by one of its coefficients."""
        if head_name(goal.target) != "False":
            return
        text = printer(goal, known)
        for _, hypothesis in proofs(goal):
            head, args = head_args(hypothesis.type)
            if head_name(head) != "Eq" or head_name(args[0]) not in ARITHMETIC_TYPES:
                continue
            kind = head_name(args[0])
            names = [goal.context[i].name for i in sorted(locals_in(hypothesis.type))]
            if not names or not all(names) or not has_product(hypothesis.type):
                continue
            numbers = {n for one in subterms(hypothesis.type) if (n := number(one)) is not None}
            left, right = text.text(args[1], 70), text.text(args[2], 70)
            for modulus in sorted(n for n in numbers | {3, 4, 8} if 2 < n <= MODULUS_MAX):
                if modulus ** len(names) > RESIDUES_MAX:
                    continue
                name = fresh("h", set(goal.names()))
                start = (
                    f"have {name} : {left} % {modulus} = {right} % {modulus} := (by rw [{hypothesis.name}])"
                )
                cases = _by_remainder(goal, names, modulus)
                rules = comma(_REMAINDERS[kind])
                yield self._closing(
                    f"({start}; clear {hypothesis.name}; {cases} <;> simp_all [{rules}] <;> omega)", 0.12
                )

    def _values(self, goal: Sequent, known: Knowledge) -> Iterator[TacticOutput]:
        """Every value of variables that linear hypotheses bound, tried by the kernel."""
        used = locals_in(goal.target)
        about = [v for _, v in reversed(proofs(goal))]
        bounds = _bounds(goal)
        # What else must be known: the hypotheses about bounded variables alone.
        given = [v for v in about if (inside := locals_in(v.type)) and inside <= bounds.keys()]
        for hypothesis in given:
            used = used | locals_in(hypothesis.type)
        order = [i for i in sorted(bounds) if i in used]
        if not order or not used <= bounds.keys():
            return
        if math.prod(bounds[i] + 1 for i in order) > VALUES_MAX:
            return
        text = printer(goal, known)
        names = [goal.context[i].name for i in order]
        if not all(names) or not given:
            return
        ranges = "".join(f"∀ {n}, {n} < {bounds[i] + 1} → " for i, n in zip(order, names, strict=True))
        premises = "".join(f"{text.text(v.type, 26)} → " for v in given)
        values = " ".join(f"{n} (by omega)" for n in names)
        statement = f"{ranges}{premises}{text.text(goal.target, 25)}"
        arguments = " ".join(v.name for v in given)
        yield self._closing(f"exact (by decide +kernel : {statement}) {values} {arguments}", 0.36)

    def _closing(self, tactic: str, confidence: float) -> TacticOutput:
        return TacticOutput(tactic, confidence, self.name, closes=True)


def spreading(kinds: list[str]) -> str:
    """The goal and the hypotheses with products multiplied out and sorted, numbers last in each."""
    rules = comma(f"{kind}.{rule}" for kind in kinds for rule in (*_SPREAD[kind], *_SORT))
    joined = comma(f"← {kind}.mul_assoc" for kind in kinds)
    return f"(try simp only [{rules}] at *) <;> (try simp only [{joined}] at *)"


def _kinds(goal: Sequent) -> list[str]:
    """The types of numbers that the goal speaks about."""
    found = set()
    for proposition in propositions(goal):
        for one in subterms(proposition):
            head = head_name(one)
            if head in _LESS or head in ("Dvd.dvd", "Ne"):
                _, args = head_args(one)
                found |= {head_name(args[0])} if args else set()
    return sorted(found & ARITHMETIC_TYPES)


def _nonlinear(goal: Sequent) -> bool:
    return any(has_product(one) for one in propositions(goal))


def _is_order(proposition: Term) -> bool:
    head, args = head_args(proposition)
    return head_name(head) in ("LE.le", "LT.lt", "GE.ge", "GT.gt") and head_name(args[0]) in ARITHMETIC_TYPES


def _moduli(goal: Sequent) -> list[tuple[str, int, tuple[int, ...]]]:
    """For each `e % m` and `m ∣ e` with a product in `e`: the type, `m`, and the variables of all such `e`."""
    found: dict[tuple[str, int], set[int]] = {}
    for proposition in propositions(goal):
        for one in subterms(proposition):
            head, args = head_args(one)
            if head_name(head) == "HMod.hMod" and len(args) == 6:
                kind, inside, modulus = head_name(args[0]), args[4], number(args[5])
            elif head_name(head) == "Dvd.dvd" and len(args) == 4:
                kind, inside, modulus = head_name(args[0]), args[3], number(args[2])
            else:
                continue
            if kind not in ARITHMETIC_TYPES or modulus is None or not 1 < modulus <= MODULUS_MAX:
                continue
            if has_product(inside) and not inside.loose:
                found.setdefault((kind, modulus), set()).update(locals_in(inside))
    return [(kind, modulus, tuple(sorted(inside))) for (kind, modulus), inside in sorted(found.items())][:3]


def _by_remainder(goal: Sequent, names: list[str], modulus: int) -> str:
    """One case for each remainder of each variable."""
    taken = set(goal.names())
    steps = []
    for name in names:
        fact = fresh("r", taken)
        values = " ∨ ".join(f"{name} % {modulus} = {value}" for value in range(modulus))
        ways = " | ".join([fact] * modulus)
        steps.append(f"have {fact} : {values} := by omega")
        steps.append(f"rcases {fact} with {ways}")
    return " <;> ".join(f"({step})" for step in steps)


def _bounds(goal: Sequent) -> dict[int, int]:
    """Upper bounds of natural variables that one hypothesis states."""
    found: dict[int, int] = {}
    for _, hypothesis in proofs(goal):
        waiting = [hypothesis.type]
        while waiting:
            head, args = head_args(waiting.pop())
            if head_name(head) == "And":
                waiting += args
                continue
            if head_name(head) not in _LESS or not args or head_name(args[0]) != "Nat":
                continue
            side, less = _LESS[head_name(head)]
            pairs = [(args[-2], args[-1]), (args[-1], args[-2])]
            for small, large in pairs if side == 2 else pairs[side : side + 1]:
                bound = number(large)
                if bound is None:
                    continue
                for index, value in _at_most(small, bound - less):
                    found[index] = min(value, found.get(index, value))
    return found


def _at_most(term: Term, bound: int) -> Iterator[tuple[int, int]]:
    """The variables of a sum that is at most `bound`, each with its own bound."""
    head, args = head_args(term)
    if isinstance(term, Local):
        yield term.index, bound
    elif head_name(head) == "HAdd.hAdd" and len(args) == 6:
        for one, other in (args[-2:], args[:-3:-1]):
            yield from _at_most(one, bound - (number(other) or 0))
    elif head_name(head) == "HMul.hMul" and len(args) == 6:
        for one, other in (args[-2:], args[:-3:-1]):
            if factor := number(other):
                yield from _at_most(one, bound // factor)
