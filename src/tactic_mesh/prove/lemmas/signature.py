"""What terms about a goal are made of: the file's functions that it reaches, at the types at which it reaches them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.reading import numeral
from tactic_mesh.term import (
    INSTANCE,
    Const,
    Constant,
    Meta,
    Pi,
    Sequent,
    Sort,
    Term,
    app,
    const,
    head_args,
    head_name,
    instantiated,
    local,
    meta,
    rebuild,
    subterms,
)

ARITHMETIC = {"HAdd.hAdd": 6, "HMul.hMul": 6, "HSub.hSub": 6}
"""Operators on numbers that terms may have, and how many arguments they take."""
LIBRARY = {
    "HAppend.hAppend": 6,
    "List.all": 3,
    "List.any": 3,
    "List.drop": 3,
    "List.filter": 3,
    "List.foldl": 5,
    "List.foldr": 5,
    "List.length": 2,
    "List.map": 4,
    "List.reverse": 2,
    "List.take": 3,
    "Max.max": 4,
    "Min.min": 4,
}
"""Other functions of the library that terms may have where the file or the goal uses them."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A function or constructor at fixed types: `template` has `Local(i)` for argument `i`."""

    name: str
    template: Term
    arguments: tuple[Term, ...]
    result: Term
    is_constructor: bool


@dataclass(slots=True)
class Signature:
    """What terms are built from: operations, variables by type, and the context's type and function variables.

    Variables `0 … base-1` are those of the goal's context (types, functions); exploration's own follow.
    """

    context: tuple[Term, ...]
    names: tuple[str, ...]
    operations: list[Operation] = field(default_factory=list)


def opened(goal: Sequent) -> tuple[list[tuple[str, Term]], list[Term], Term]:
    """A goal's context, premises and conclusion, with all leading `∀` and `→` taken off."""
    context: list[tuple[str, Term]] = []
    premises: list[Term] = []
    for variable in goal.context:
        context.append((variable.name or "x", variable.type))
        if variable.is_proof:
            premises.append(variable.type)
    target = goal.target
    while isinstance(target, Pi):
        is_premise = head_name(target.type) in ("Eq", "Ne", "Not", "And", "Or", "Iff", "LE.le", "LT.lt")
        if is_premise:
            premises.append(target.type)
        context.append((target.name, target.type))
        target = instantiated(target.body, local(len(context) - 1))
    return context, premises, target


def signature(goal: Sequent, known: Knowledge, constants: Mapping[str, Constant]) -> Signature:
    """The file's functions that a goal reaches, at the types at which it reaches them, and the constructors there."""
    context, premises, target = opened(goal)
    found = Signature(tuple(type_ for _, type_ in context), tuple(name for name, _ in context))
    waiting = [target, *premises]
    waiting += [
        type_ for _, type_ in context if head_name(type_) in known.functions and type_ not in premises
    ]
    seen: set[tuple[str, tuple[Term, ...]]] = set()
    types: dict[Term, None] = {}
    while waiting:
        term = waiting.pop(0)
        for one in subterms(term):
            head, args = head_args(one)
            if not isinstance(head, Const):
                continue
            constant, function = constants.get(head.name), known.functions.get(head.name)
            arity = function.arity if function is not None else (ARITHMETIC | LIBRARY).get(head.name)
            if constant is None or arity is None or len(args) < arity:
                continue
            fixed = _fixed(constant.type, args)
            if fixed is None or (head.name, fixed) in seen:
                continue
            seen.add((head.name, fixed))
            operation = _operation(constant, fixed)
            if operation is not None:
                found.operations.append(operation)
                types |= dict.fromkeys([*operation.arguments, operation.result])
            if function is not None and function.unfolded is not None:
                waiting.append(_unfolded(function.unfolded, fixed))
    for type_ in list(types):
        datatype = known.datatype_of(type_)
        if datatype is None or datatype.name == "Nat":
            continue
        _, parameters = head_args(type_)
        for constructor in datatype.constructors:
            constant = constants.get(constructor.name)
            operation = _operation(constant, tuple(parameters)) if constant is not None else None
            if operation is not None:
                found.operations.append(operation)
                types |= dict.fromkeys(operation.arguments)
    if const("Nat") in types:
        found.operations.append(Operation("zero", numeral(0), (), const("Nat"), True))
        succ = app(const("Nat.succ"), meta(0))
        found.operations.append(Operation("Nat.succ", succ, (const("Nat"),), const("Nat"), True))
    return found


def _fixed(type_: Term, args: tuple[Term, ...]) -> tuple[Term, ...] | None:
    """The leading type and instance arguments; None if they mention what is bound or unknown."""
    fixed = []
    for arg in args:
        if not isinstance(type_, Pi):
            break
        is_type = isinstance(type_.type, Sort) or head_name(type_.type) == "outParam"
        if not is_type and type_.info != INSTANCE:
            break
        if arg.loose or arg.has_meta:
            return None
        fixed.append(arg)
        type_ = instantiated(type_.body, arg)
    return tuple(fixed)


def _operation(constant: Constant, fixed: tuple[Term, ...]) -> Operation | None:
    """A constant with its leading arguments given; None if its type then depends on values."""
    type_ = constant.type
    for arg in fixed:
        if not isinstance(type_, Pi):
            return None
        type_ = instantiated(type_.body, arg)
    arguments: list[Term] = []
    while isinstance(type_, Pi):
        if type_.body.loose:
            return None
        arguments.append(type_.type)
        type_ = type_.body
    if isinstance(type_, Sort):
        return None
    template = app(const(constant.name), *fixed, *(meta(i) for i in range(len(arguments))))
    return Operation(constant.name, template, tuple(arguments), type_, constant.kind == "constructor")


def _unfolded(equation: Term, fixed: tuple[Term, ...]) -> Term:
    """The equation of a function with its leading arguments given and the others unknown."""
    given = list(fixed)
    count = 0
    while isinstance(equation, Pi):
        value = given.pop(0) if given else meta(1000 + count)
        count += 1
        equation = instantiated(equation.body, value)
    return equation


def filled(template: Term, arguments: Sequence[Term]) -> Term:
    """A template with its holes `Meta(i)` filled."""
    return rebuild(template, lambda one, _: arguments[one.index] if isinstance(one, Meta) else None)
