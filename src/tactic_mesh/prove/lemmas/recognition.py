"""Functions of a file that compute what a function of the library does, found by tests on small values."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping

from tactic_mesh.prove.evaluation import FALSE, NUMBER_MAX, TRUE, Unevaluable, Value, power
from tactic_mesh.prove.lemmas.conjectures import Conjecture
from tactic_mesh.prove.lemmas.exploration import Explorer
from tactic_mesh.prove.lemmas.signature import Operation, filled
from tactic_mesh.term import Const, Pi, Term, head_args, head_name, local

LIBRARY_HEADS = {
    "{0} + {1}": "HAdd.hAdd",
    "{0} * {1}": "HMul.hMul",
    "{0} - {1}": "HSub.hSub",
    "max {0} {1}": "Max.max",
    "min {0} {1}": "Min.min",
    "{0} ^ {1}": "HPow.hPow",
    "{0} ++ {1}": "HAppend.hAppend",
    "{0}.reverse": "List.reverse",
    "{0}.length": "List.length",
    "{0}.isEmpty": "List.isEmpty",
    "{0}.dropLast": "List.dropLast",
    "{1}.take {0}": "List.take",
    "{1}.drop {0}": "List.drop",
    "{1}.map {0}": "List.map",
    "{1}.filter {0}": "List.filter",
    "{1}.takeWhile {0}": "List.takeWhile",
    "{1}.dropWhile {0}": "List.dropWhile",
    "{0}.zip {1}": "List.zip",
    "({0} && {1})": "and",
    "({0} || {1})": "or",
    "!{0}": "not",
}
"""The constant at the head of a library function's text."""

# Library functions: argument types and result with type variables a, b; Lean text; what it computes.
_LIBRARY: tuple[tuple[tuple[str, ...], str, str, Callable[..., Value]], ...] = (
    (("Nat", "Nat"), "Nat", "{0} + {1}", lambda a, b: a + b),
    (("Nat", "Nat"), "Nat", "{0} * {1}", lambda a, b: a * b),
    (("Nat", "Nat"), "Nat", "{0} - {1}", lambda a, b: max(0, a - b)),
    (("Nat", "Nat"), "Nat", "max {0} {1}", max),
    (("Nat", "Nat"), "Nat", "min {0} {1}", min),
    (("Nat", "Nat"), "Nat", "{0} ^ {1}", power),
    (("Nat",), "Nat", "{0} + {0}", lambda a: a + a),
    (("Nat",), "Nat", "{0} / 2", lambda a: a // 2),
    (("Nat", "Nat"), "Bool", "decide ({0} = {1})", lambda a, b: TRUE if a == b else FALSE),
    (("Nat", "Nat"), "Bool", "decide ({0} ≠ {1})", lambda a, b: TRUE if a != b else FALSE),
    (("Nat", "Nat"), "Bool", "decide ({0} ≤ {1})", lambda a, b: TRUE if a <= b else FALSE),
    (("Nat", "Nat"), "Bool", "decide ({0} < {1})", lambda a, b: TRUE if a < b else FALSE),
    (("Nat",), "Bool", "decide ({0} % 2 = 0)", lambda a: TRUE if a % 2 == 0 else FALSE),
    (("Bool", "Bool"), "Bool", "({0} && {1})", lambda a, b: TRUE if TRUE == a == b else FALSE),
    (("Bool", "Bool"), "Bool", "({0} || {1})", lambda a, b: FALSE if FALSE == a == b else TRUE),
    (("Bool",), "Bool", "!{0}", lambda a: FALSE if a == TRUE else TRUE),
    (("List a", "List a"), "List a", "{0} ++ {1}", lambda a, b: _list([*_items(a), *_items(b)])),
    (("List a",), "List a", "{0}.reverse", lambda a: _list(_items(a)[::-1])),
    (("List a",), "Nat", "{0}.length", lambda a: len(_items(a))),
    (("List a",), "Bool", "{0}.isEmpty", lambda a: FALSE if _items(a) else TRUE),
    (("List a",), "List a", "{0}.dropLast", lambda a: _list(_items(a)[:-1])),
    (("Nat", "List a"), "List a", "{1}.take {0}", lambda n, a: _list(_items(a)[:n])),
    (("Nat", "List a"), "List a", "{1}.drop {0}", lambda n, a: _list(_items(a)[n:])),
    (("a → b", "List a"), "List b", "{1}.map {0}", lambda f, a: _list([f(x) for x in _items(a)])),
    (
        ("a → Bool", "List a"),
        "List a",
        "{1}.filter {0}",
        lambda p, a: _list([x for x in _items(a) if p(x) == TRUE]),
    ),
    (
        ("a → Bool", "List a"),
        "List a",
        "{1}.takeWhile {0}",
        lambda p, a: _list(itertools.takewhile(lambda x: p(x) == TRUE, _items(a))),
    ),
    (
        ("a → Bool", "List a"),
        "List a",
        "{1}.dropWhile {0}",
        lambda p, a: _list(itertools.dropwhile(lambda x: p(x) == TRUE, _items(a))),
    ),
    (
        ("List a", "List b"),
        "List (a × b)",
        "{0}.zip {1}",
        lambda a, b: _list(map(_pair, _items(a), _items(b))),
    ),
)


def _pair(a: Value, b: Value) -> Value:
    return ("Prod.mk", a, b)


def _items(value: Value) -> list[Value]:
    found = []
    while value[0] == "List.cons":
        found.append(value[1])
        value = value[2]
    return found


def _list(items: object) -> Value:
    value: Value = ("List.nil",)
    for item in reversed(list(items)):  # type: ignore[call-overload]
        value = ("List.cons", item, value)
    return value


def recognised(explorer: Explorer) -> Iterator[Conjecture]:
    """Functions of the file that compute what a function of the library does: `f x y = library function x y`."""
    order = {name: number for number, name in enumerate(explorer.known.functions)}
    ours = [operation for operation in explorer.signature.operations if operation.name in order]
    for operation in sorted(ours, key=lambda operation: order[operation.name]):
        found = _recognise(operation, explorer)
        if found is not None:
            yield found


def _recognise(operation: Operation, explorer: Explorer, trials: int = 80) -> Conjecture | None:
    program = explorer.program(operation)
    variables: dict[Term, str] = {}
    shapes = tuple(_shape(type_, variables) for type_ in operation.arguments)
    result = _shape(operation.result, variables)
    if program is None or not shapes:
        return None
    for arguments, wanted, text, function in _LIBRARY:
        if wanted != result or sorted(arguments) != sorted(shapes):
            continue
        for order in itertools.permutations(range(len(shapes))):
            # Library argument i is the operation's argument order[i].
            if tuple(shapes[i] for i in order) != arguments:
                continue
            if _agree(operation, explorer, program, order, function, trials):
                if set(arguments) == {"Nat"}:  # on numbers, Python's way is far shorter
                    places = [len(arguments) - number for number in order]
                    explorer.evaluator.compute_by(
                        operation.name,
                        explorer.known.functions[operation.name].arity,
                        _called_with(function, places),
                    )
                return _bridge(operation, explorer, order, text)
    return None


def _agree(
    operation: Operation,
    explorer: Explorer,
    program: Callable[[Mapping[int, Value]], Value],
    order: tuple[int, ...],
    function: Callable[..., Value],
    trials: int,
) -> bool:
    try:
        for _ in range(trials):
            given = {i: explorer.values.choice(type_) for i, type_ in enumerate(operation.arguments)}
            if program(given) != function(*(given[i] for i in order)):
                return False
    except (Unevaluable, TypeError):
        return False
    return True


def _called_with(function: Callable[..., Value], places: list[int]) -> Callable[..., Value]:
    """A library function at the arguments of a file's function; `places` count from the end."""

    def call(*args: Value) -> Value:
        value = function(*(args[-place] for place in places))
        if isinstance(value, int) and value > NUMBER_MAX:
            raise Unevaluable("a number became too large")
        return value

    return call


def _bridge(operation: Operation, explorer: Explorer, order: tuple[int, ...], text: str) -> Conjecture:
    """The equation, over fresh variables of the operation's argument types."""
    types = list(explorer.signature.context)
    places = []
    for type_ in operation.arguments:
        places.append(local(len(types)))
        types.append(type_)
    left = filled(operation.template, places)
    renumbered = text.format(*(f"{{{order[i]}}}" for i in range(len(order))))
    holes = tuple(range(len(types) - len(places), len(types)))
    return Conjecture(
        left,
        left,
        tuple(types),
        replaces=True,
        right_text=renumbered,
        holes=holes,
        library=LIBRARY_HEADS.get(text, ""),
    )


def _shape(type_: Term, variables: dict[Term, str]) -> str:
    """A type as the table of library functions writes it: element types are letters, whatever they are."""
    head, args = head_args(type_)
    if isinstance(type_, Pi):
        result = "Bool" if head_name(type_.body) == "Bool" else _element(type_.body, variables)
        return f"{_element(type_.type, variables)} → {result}"
    if isinstance(head, Const) and head.name == "List":
        inner, parts = head_args(args[0])
        if isinstance(inner, Const) and inner.name == "Prod":
            return f"List ({' × '.join(_element(part, variables) for part in parts)})"
        return f"List {_element(args[0], variables)}"
    return head.name if isinstance(head, Const) and not args else "?"


def _element(type_: Term, variables: dict[Term, str]) -> str:
    return variables.setdefault(type_, "ab"[len(variables)] if len(variables) < 2 else "?")
