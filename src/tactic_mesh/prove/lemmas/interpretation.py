"""Types of a file that are numbers in disguise, and its functions that are the library's there; found by tests.

A type whose constructors are a first value and a next one, digits, or a sign with a number, is read as numbers: every
way to give its constructors a meaning is tried on small values, and the one stays under which most functions of the
file compute what one on numbers does. Nothing is proven here; `transport.py` does that.
"""

from __future__ import annotations

import itertools
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tactic_mesh.prove.evaluation import FALSE, TRUE, Unevaluable, Value, Values, power
from tactic_mesh.prove.lemmas.exploration import Explorer
from tactic_mesh.prove.lemmas.signature import Operation
from tactic_mesh.term import Const, Constant, Term, const, head_args, head_name

NAT, BOOL = const("Nat"), const("Bool")
TRIALS, TRIALS_MIN = 80, 25
SAMPLES = 60
READINGS_MAX = 256
NUMBERS = frozenset({"Nat", "Int"})

Meaning = tuple[str, Callable[..., int]]
"""A number by the value of a constructor's field: as Lean text, and as what it computes."""

_FIRST: tuple[Meaning, ...] = (("0", lambda: 0), ("1", lambda: 1))
_NEXT: tuple[Meaning, ...] = (
    ("{0} + 1", lambda a: a + 1),
    ("2 * {0}", lambda a: 2 * a),
    ("2 * {0} + 1", lambda a: 2 * a + 1),
    ("2 * {0} + 2", lambda a: 2 * a + 2),
)
_SIGNED: tuple[Meaning, ...] = (
    ("({0} : Int)", lambda n: n),
    ("-({0} : Int) - 1", lambda n: -n - 1),
    ("-({0} : Int)", lambda n: -n),
    ("({0} : Int) + 1", lambda n: n + 1),
)

# Functions on numbers by the number of their arguments, the simple ones first.
_FUNCTIONS: dict[int, tuple[Meaning, ...]] = {
    1: (
        ("{0}", lambda a: a),
        *_NEXT,
        ("{0} + 2", lambda a: a + 2),
        ("{0} - 1", lambda a: max(0, a - 1)),
        ("{0} * {0}", lambda a: a * a),
        ("{0} / 2", lambda a: a // 2),
        ("{0} % 2", lambda a: a % 2),
    ),
    2: (
        ("{0} + {1}", operator.add),
        ("{0} * {1}", operator.mul),
        ("{0} - {1}", lambda a, b: max(0, a - b)),
        ("{1} - {0}", lambda a, b: max(0, b - a)),
        ("{0} ^ {1}", power),
        ("{1} ^ {0}", lambda a, b: power(b, a)),
        ("max ({0}) ({1})", max),
        ("min ({0}) ({1})", min),
    ),
    3: (
        ("{0} + {1} + {2}", lambda a, b, c: a + b + c),
        ("{0} * {1} + {2}", lambda a, b, c: a * b + c),
        ("{0} + {1} * {2}", lambda a, b, c: a + b * c),
    ),
}
_SIGNED_FUNCTIONS: dict[int, tuple[Meaning, ...]] = {
    1: (
        ("{0}", lambda a: a),
        ("-{0}", lambda a: -a),
        ("{0} + 1", lambda a: a + 1),
        ("{0} - 1", lambda a: a - 1),
        ("2 * {0}", lambda a: 2 * a),
        ("{0} * {0}", lambda a: a * a),
    ),
    2: (
        ("{0} + {1}", operator.add),
        ("{0} * {1}", operator.mul),
        ("{0} - {1}", operator.sub),
        ("{1} - {0}", lambda a, b: b - a),
    ),
}
RELATIONS: dict[int, tuple[tuple[str, Callable[..., bool]], ...]] = {
    1: (
        ("{0} = 0", lambda a: a == 0),
        ("{0} ≠ 0", lambda a: a != 0),
        ("{0} % 2 = 0", lambda a: a % 2 == 0),
        ("{0} % 2 = 1", lambda a: a % 2 == 1),
    ),
    2: (
        ("{0} ≤ {1}", operator.le),
        ("{0} < {1}", operator.lt),
        ("{0} = {1}", operator.eq),
        ("{0} ≠ {1}", operator.ne),
        ("{1} ≤ {0}", operator.ge),
        ("{1} < {0}", operator.gt),
    ),
}
"""Predicates on numbers by the number of their arguments."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What a constructor means: `field` names the type of its field, empty if it has none."""

    constructor: str
    field: str
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Reading:
    """Values of `type` as numbers, by clauses for its constructors; `target` is `Nat` or `Int`.

    `function` is a function of the file that computes the same, if it has one; `agreeing` are the functions that
    compute one on numbers, each with that one as a text about its arguments.
    """

    type: str
    target: str
    clauses: tuple[Clause, ...]
    function: str = ""
    agreeing: tuple[tuple[Operation, str], ...] = ()

    def number(self, value: Value) -> int:
        """The number that a value is. Raises: Unevaluable if it is too large a value."""
        waiting = []
        while True:
            clause = next(one for one in self.clauses if one.constructor == value[0])
            if clause.field != self.type:
                number = clause.meaning[1](*value[1:])
                break
            waiting.append(clause)
            value = value[1]
        for clause in reversed(waiting):
            number = clause.meaning[1](number)
        if not isinstance(number, int):
            raise Unevaluable("the field of a constructor is no number")
        return number

    @property
    def score(self) -> int:
        """Of how much of the file it makes sense."""
        return len(self.agreeing) + bool(self.function)

    @property
    def is_recursive(self) -> bool:
        return any(clause.field == self.type for clause in self.clauses)

    @property
    def counts(self) -> bool:
        """Whether the values are the numbers, each once."""
        meanings = {clause.meaning[0] for clause in self.clauses}
        if self.target == "Nat":
            return meanings == {"0", "{0} + 1"}
        return meanings == {"({0} : Int)", "-({0} : Int) - 1"}


def readings(explorer: Explorer, constants: Mapping[str, Constant]) -> Iterator[Reading]:
    """The types in reach that are numbers by some reading, each with the one that makes sense of most functions."""
    values = Values(constants, 1)
    met: set[str] = set()
    for operation in explorer.signature.operations:
        name = head_name(operation.result)
        if name in met or name in NUMBERS or operation.result is not const(name):
            continue
        met.add(name)
        best: Reading | None = None
        for one in itertools.islice(_possible(name, explorer), READINGS_MAX):
            if not _injective(one, values):
                continue
            one = _with_functions(one, explorer, values)
            if one.agreeing and (best is None or one.score > best.score):
                best = one
        if best is not None:
            yield best


def _possible(name: str, explorer: Explorer) -> Iterator[Reading]:
    made = [o for o in explorer.signature.operations if o.is_constructor and head_name(o.result) == name]
    datatype = explorer.known.datatypes.get(name)
    if datatype is None or len(made) != len(datatype.constructors) or any(len(o.arguments) > 1 for o in made):
        return
    fields = [head_name(o.arguments[0]) if o.arguments else "" for o in made]
    choices: list[Sequence[Meaning]]
    if set(fields) == {"", name}:
        target = "Nat"
        choices = [_NEXT if field else _FIRST for field in fields]
    elif "Nat" in fields and set(fields) <= {"", "Nat"}:
        target = "Int"
        choices = [_SIGNED if field else _FIRST for field in fields]
    else:
        return
    for meanings in itertools.product(*choices):
        clauses = (Clause(o.name, f, m) for o, f, m in zip(made, fields, meanings, strict=True))
        yield Reading(name, target, tuple(clauses))


def _injective(reading: Reading, values: Values) -> bool:
    """Whether different values are different numbers, as far as some of them tell."""
    found: dict[int, Value] = {}
    try:
        for _ in range(SAMPLES):
            value = values.choice(const(reading.type))
            if found.setdefault(reading.number(value), value) != value:
                return False
    except (Unevaluable, TypeError):
        return False
    return True


def _with_functions(reading: Reading, explorer: Explorer, values: Values) -> Reading:
    """The reading with the functions of the file, in their order, that compute one on numbers."""
    order = {name: number for number, name in enumerate(explorer.known.functions)}
    own = const(reading.type)
    function = ""
    found: list[tuple[Operation, str]] = []
    operations = [o for o in explorer.signature.operations if o.name in order]
    for operation in sorted(operations, key=lambda o: order[o.name]):
        if own not in (*operation.arguments, operation.result) or not _is_plain(operation, reading):
            continue
        text = _agreeing(operation, reading, explorer, values)
        if text == "{0}" and operation.arguments == (own,) and head_name(operation.result) == reading.target:
            function = function or operation.name
        elif text:
            found.append((operation, text))
    return Reading(reading.type, reading.target, reading.clauses, function, tuple(found))


def _is_plain(operation: Operation, reading: Reading) -> bool:
    """Whether arguments and result are values of the type, numbers, or truth values as a result."""
    head, args = head_args(operation.template)
    numbers = {const(reading.type), NAT}
    return (
        isinstance(head, Const)
        and len(args) == len(operation.arguments)
        and numbers.issuperset(operation.arguments)
        and operation.result in numbers | {BOOL}
    )


def _agreeing(operation: Operation, reading: Reading, explorer: Explorer, values: Values) -> str:
    """The function on numbers that an operation is, as a text about its arguments; empty if none is known."""
    program = explorer.program(operation)
    if program is None:
        return ""
    trials: list[tuple[list[int], Value]] = []
    for _ in range(TRIALS):
        try:
            given = [values.choice(type_) for type_ in operation.arguments]
            result = program(dict(enumerate(given)))
            numbers = [
                _as_number(value, type_, reading)
                for value, type_ in zip(given, operation.arguments, strict=True)
            ]
            trials.append((numbers, _as_number(result, operation.result, reading)))
        except (Unevaluable, TypeError):
            continue
    if len(trials) < TRIALS_MIN:
        return ""
    arity = len(operation.arguments)
    if arity == 0:
        return str(trials[0][1])
    if operation.result is BOOL:
        for text, relation in RELATIONS.get(arity, ()):
            if all((TRUE if relation(*given) else FALSE) == result for given, result in trials):
                return f"decide ({text})"
        return ""
    table = _FUNCTIONS if reading.target == "Nat" else _SIGNED_FUNCTIONS
    for text, function in table.get(arity, ()):
        if _all_agree(function, trials):
            return text
    return ""


def _all_agree(function: Callable[..., int], trials: list[tuple[list[int], Value]]) -> bool:
    try:
        return all(function(*given) == result for given, result in trials)
    except (Unevaluable, ZeroDivisionError):
        return False


def _as_number(value: Value, type_: Term, reading: Reading) -> Value:
    return reading.number(value) if head_name(type_) == reading.type else value
