"""Divisibility: a multiple is written as one, by polynomials.

Each hypothesis `d ∣ e` gives a factor, and where a variable stands in `e` by itself, what that variable is. What is
to be divided is multiplied out with this; if the divisor is in every term, the quotient is the witness.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tactic_mesh.experts.arithmetic import spreading
from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.output import TacticOutput
from tactic_mesh.experts.printing import Printer
from tactic_mesh.experts.reading import ARITHMETIC_TYPES, fresh, number, printer, proofs
from tactic_mesh.term import Local, Sequent, Term, head_args, head_name

HYPOTHESES_MAX = 4
TERMS_MAX = 60
POWER_MAX = 6

Monomial = tuple[int, ...]
"""Atoms by number, in order, each as often as it is a factor."""
Polynomial = dict[Monomial, int]


class Divisibility:
    """`exact ⟨quotient, …⟩` for `d ∣ e`, after `obtain ⟨k, h⟩ := h` of hypotheses that say the like."""

    name = "divisibility"

    def suggest(self, goal: Sequent, known: Knowledge) -> list[TacticOutput]:
        target = _division(goal.target)
        if target is None or target.kind not in ARITHMETIC_TYPES:
            return []
        atoms = _Atoms(printer(goal, known), target.kind)
        whole, divisor = atoms.polynomial(target.whole), atoms.polynomial(target.divisor)
        steps: list[str] = []
        taken = set(goal.names())
        for _, hypothesis in reversed(proofs(goal)):
            told = _division(hypothesis.type)
            if told is None or told.kind != target.kind or len(steps) >= 2 * HYPOTHESES_MAX:
                continue
            multiple, factor = atoms.polynomial(told.whole), atoms.polynomial(told.divisor)
            if whole is None or divisor is None or multiple is None or factor is None:
                return []
            quotient = fresh("k", taken)
            product = _product(factor, {(atoms.named(quotient),): 1})
            solved = _solved(multiple, product, atoms.variables())
            if solved is None or (target.kind == "Nat" and min(solved[1].values(), default=0) < 0):
                continue
            variable, value = solved
            if any(variable in monomial for monomial in (*divisor, *factor)):
                continue
            steps.append(f"obtain ⟨{quotient}, {hypothesis.name}⟩ := {hypothesis.name}")
            linear = isinstance(told.divisor, Local) and all(len(monomial) <= 1 for monomial in multiple)
            proof = "omega" if linear else f"({spreading([target.kind])} <;> omega)"
            steps.append(f"obtain rfl : {atoms.name(variable)} = {atoms.text(value)} := (by {proof})")
            atoms.substitutions.append((variable, value))
            whole, divisor = atoms.polynomial(target.whole), atoms.polynomial(target.divisor)
        if whole is None or divisor is None or len(divisor) != 1:
            return []
        witness = _quotient(whole, divisor)
        if witness is None or (target.kind == "Nat" and min(witness.values(), default=0) < 0):
            return []
        end = f"exact ⟨{atoms.text(witness)}, by ({spreading([target.kind])} <;> omega)⟩"
        tactic = f"({'; '.join([*steps, end])})" if steps else end
        return [TacticOutput(tactic, 0.5, self.name, closes=True)]


@dataclass(frozen=True, slots=True)
class _Division:
    """`divisor ∣ whole` over numbers of one kind."""

    kind: str
    divisor: Term
    whole: Term


def _division(proposition: Term) -> _Division | None:
    head, args = head_args(proposition)
    if head_name(head) != "Dvd.dvd" or len(args) != 4:
        return None
    return _Division(head_name(args[0]), args[2], args[3])


class _Atoms:
    """The terms that a polynomial is made of, numbered as they come; some of them are known to be polynomials."""

    def __init__(self, text: Printer, kind: str) -> None:
        self._text, self._kind = text, kind
        self._terms: dict[Term, int] = {}
        self._names: list[str] = []
        self.substitutions: list[tuple[int, Polynomial]] = []

    def named(self, name: str) -> int:
        """A new atom that is no term of the goal."""
        self._names.append(name)
        return len(self._names) - 1

    def name(self, atom: int) -> str:
        return self._names[atom]

    def variables(self) -> list[int]:
        """The atoms that are variables of the context, the latest first."""
        return [atom for term, atom in reversed(self._terms.items()) if isinstance(term, Local)]

    def text(self, polynomial: Polynomial) -> str:
        """A polynomial as Lean text."""
        shown = ""
        for monomial, factor in sorted(polynomial.items(), key=lambda pair: (pair[1] < 0, pair[0])):
            names = [self._names[atom] for atom in monomial]
            words = names if names and abs(factor) == 1 else [str(abs(factor)), *names]
            product = " * ".join(words)
            if not shown:
                shown = product if factor > 0 else f"-({product})"
            else:
                shown += f" {'+' if factor > 0 else '-'} {product}"
        return shown or "0"

    def polynomial(self, term: Term) -> Polynomial | None:
        """A term with what is known of its atoms; None if it is too large."""
        found = self._read(term)
        for atom, value in self.substitutions:
            found = None if found is None else _substituted(found, atom, value)
        return found

    def _read(self, term: Term) -> Polynomial | None:
        if (value := number(term)) is not None:
            return {(): value} if value else {}
        head, args = head_args(term)
        operation = head_name(head) if len(args) == 6 else ""
        if operation == "HPow.hPow" and (exponent := number(args[5])) is not None and exponent <= POWER_MAX:
            return _product(*[self._read(args[4])] * exponent) if exponent else {(): 1}
        if head_name(head) == "Neg.neg" and len(args) == 3:
            return _product({(): -1}, self._read(args[2]))
        if operation == "HMul.hMul":
            return _product(self._read(args[4]), self._read(args[5]))
        if operation == "HAdd.hAdd":
            return _sum(self._read(args[4]), self._read(args[5]))
        if operation == "HSub.hSub" and self._kind == "Int":
            return _sum(self._read(args[4]), _product({(): -1}, self._read(args[5])))
        if term not in self._terms:
            self._terms[term] = self.named(self._text.text(term, 71))
        return {(self._terms[term],): 1}


def _sum(left: Polynomial | None, right: Polynomial | None) -> Polynomial | None:
    if left is None or right is None:
        return None
    found = dict(left)
    for monomial, factor in right.items():
        found[monomial] = found.get(monomial, 0) + factor
    return {monomial: factor for monomial, factor in found.items() if factor}


def _product(*parts: Polynomial | None) -> Polynomial | None:
    found: Polynomial | None = {(): 1}
    for part in parts:
        if found is None or part is None or len(found) * len(part) > TERMS_MAX:
            return None
        made: Polynomial = {}
        for one, factor in found.items():
            for other, times in part.items():
                monomial = tuple(sorted((*one, *other)))
                made[monomial] = made.get(monomial, 0) + factor * times
        found = {monomial: factor for monomial, factor in made.items() if factor}
    return found


def _substituted(polynomial: Polynomial, atom: int, value: Polynomial) -> Polynomial | None:
    found: Polynomial | None = {}
    for monomial, factor in polynomial.items():
        rest = tuple(one for one in monomial if one != atom)
        powers = [value] * (len(monomial) - len(rest))
        found = _sum(found, _product({rest: factor}, *powers))
    return found


def _solved(
    multiple: Polynomial, product: Polynomial | None, variables: Sequence[int]
) -> tuple[int, Polynomial] | None:
    """A variable that stands by itself in `multiple`, and what it is if that equals the product."""
    for variable in variables:
        factor = multiple.get((variable,), 0)
        if abs(factor) != 1 or sum(variable in monomial for monomial in multiple) != 1:
            continue
        rest = {monomial: times for monomial, times in multiple.items() if monomial != (variable,)}
        value = _product({(): factor}, _sum(product, _product({(): -1}, rest)))
        return None if value is None else (variable, value)
    return None


def _quotient(whole: Polynomial, divisor: Polynomial) -> Polynomial | None:
    """The polynomial that times a single term is the whole."""
    ((part, factor),) = divisor.items()
    found: Polynomial = {}
    for monomial, times in whole.items():
        rest = list(monomial)
        for atom in part:
            if atom not in rest:
                return None
            rest.remove(atom)
        if times % factor:
            return None
        found[tuple(rest)] = times // factor
    return found
