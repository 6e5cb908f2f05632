"""What several experts read off a goal: data variables, equations, applications of functions, fresh names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tactic_mesh.experts.knowledge import Function, Knowledge
from tactic_mesh.experts.printing import Printer
from tactic_mesh.term import (
    Const,
    Local,
    Num,
    Pi,
    Sequent,
    Sort,
    Term,
    Variable,
    app,
    conclusion,
    const,
    constants,
    head_args,
    head_name,
    num,
    subterms,
)

ARITHMETIC_TYPES = frozenset({"Nat", "Int"})
_RELATIONS = frozenset({"Eq", "Ne", "LE.le", "LT.lt", "GE.ge", "GT.gt", "Dvd.dvd"})
_NAME = re.compile(r"^[^\W\d]['\w]*$")


def data(goal: Sequent) -> list[tuple[int, Variable]]:
    """The variables that stand for values: no proofs, no instances, no types, no functions; the latest first."""
    return [
        (index, variable)
        for index, variable in reversed(list(enumerate(goal.context)))
        if not (variable.is_proof or variable.is_instance or isinstance(variable.type, Sort | Pi))
        and variable.value is None
    ]


def proofs(goal: Sequent) -> list[tuple[int, Variable]]:
    """The named hypotheses, the latest first."""
    return [(i, v) for i, v in reversed(list(enumerate(goal.context))) if v.is_proof and v.name]


def printer(goal: Sequent, known: Knowledge) -> Printer:
    return Printer([v.name for v in goal.context], known.infos)


def propositions(goal: Sequent) -> Iterator[Term]:
    """The target, then the hypotheses."""
    yield goal.target
    for variable in goal.context:
        if variable.is_proof:
            yield variable.type


def mentioned(goal: Sequent) -> frozenset[str]:
    """The constants of the target and of the hypotheses."""
    return frozenset().union(*(constants(one) for one in propositions(goal)))


def is_arithmetic(term: Term) -> bool:
    """Whether a proposition is about order or equality of numbers, possibly below connectives."""
    for one in subterms(term):
        head, args = head_args(one)
        if (
            isinstance(head, Const)
            and head.name in _RELATIONS
            and args
            and head_name(args[0]) in ARITHMETIC_TYPES
        ):
            return True
    return False


def number(term: Term) -> int | None:
    """The value of a numeral."""
    head, args = head_args(term)
    if head_name(head) == "OfNat.ofNat" and len(args) >= 2 and isinstance(args[1], Num):
        return args[1].value
    return None


def numeral(value: int) -> Term:
    """The natural number as a text says it."""
    return app(const("OfNat.ofNat"), const("Nat"), num(value), app(const("instOfNatNat"), num(value)))


def has_product(term: Term) -> bool:
    """Whether a product of two terms with variables, or a power of one, stands in a term."""
    for one in subterms(term):
        head, args = head_args(one)
        if head_name(head) not in ("HMul.hMul", "HPow.hPow") or len(args) != 6:
            continue
        left, right = (arg.has_local or arg.loose > 0 for arg in args[-2:])
        if left and (right or head_name(head) == "HPow.hPow"):
            return True
    return False


def is_conclusion_equation(proposition: Term) -> bool:
    """Whether what stands after all `∀` and `→` is an equation."""
    return head_name(conclusion(proposition)[1]) in ("Eq", "Iff")


def applications(term: Term, known: Knowledge) -> Iterator[tuple[Function, tuple[Term, ...]]]:
    """The full applications of the file's functions in a term that mention no bound variable."""
    for one in subterms(term):
        if one.loose:
            continue
        head, args = head_args(one)
        function = known.functions.get(head.name) if isinstance(head, Const) else None
        if function is not None and len(args) == function.arity:
            yield function, args


def is_constructor_application(term: Term, known: Knowledge) -> bool:
    """Whether a value shows its outermost constructor."""
    head = head_name(term)
    if head in ("OfNat.ofNat", "Nat.succ", "Nat.zero", "HAdd.hAdd"):
        return True
    owner = known.datatypes.get(head.rpartition(".")[0])
    return owner is not None and any(c.name == head for c in owner.constructors)


def contains_local(term: Term, index: int) -> bool:
    return any(isinstance(one, Local) and one.index == index for one in subterms(term))


def fresh(base: str, taken: set[str]) -> str:
    """A usable name near `base` that is not taken; it is from now on."""
    base = base if _NAME.match(base) else "a"
    name, number = base, 1
    while name in taken:
        name, number = f"{base}{number}", number + 1
    taken.add(name)
    return name


def dependents(goal: Sequent, index: int) -> frozenset[int]:
    """The context variables whose types mention variable `index`, directly or through each other."""
    found = {index}
    for later in range(index + 1, len(goal.context)):
        if any(contains_local(goal.context[later].type, one) for one in found):
            found.add(later)
    return frozenset(found - {index})


def comma(words: Iterable[str]) -> str:
    return ", ".join(words)
