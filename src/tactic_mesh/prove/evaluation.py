"""Evaluate the file's functions on small values, in Python: to test conjectures, never to prove anything.

A function computes by its defining equation, which is compiled into Python closures: variables are places in a tuple,
`match` is a chain of `casesOn` that looks at a constructor. Values: a number for `Nat`, `(constructor, fields …)`
for other types (parameters left out), a Python function for functions, None for types, instances by their fields.
Propositions that a program decides evaluate to True and False.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tactic_mesh.term import (
    Binder,
    Const,
    Constant,
    Lam,
    Let,
    Local,
    Num,
    Pi,
    Proj,
    Sort,
    Term,
    Text,
    Var,
    conclusion,
    head_args,
    instantiated,
)

STEPS_MAX = 3000
"""Calls of functions within one evaluation."""
MEMO_MAX = 400_000
NUMBER_MAX = 10**12
LEVELS = 5

Value = Any
Env = tuple[Value, ...]
Code = Callable[[Env], Value]

TRUE, FALSE, NIL = ("Bool.true",), ("Bool.false",), ("List.nil",)


class Unevaluable(Exception):
    """This cannot be computed here: too long, or built from what has no program."""


class Evaluator:
    """Values of terms over one environment of constants."""

    def __init__(self, constants: Mapping[str, Constant]) -> None:
        self._constants = constants
        self._functions: dict[str, tuple[int, Callable[..., Value]]] = {}
        self._memo: dict[tuple[Any, ...], Value] = {}
        self.calls = 0
        """Calls of functions so far, those left out whose values were known."""
        self._calls_max = STEPS_MAX

    def compute_by(self, name: str, arity: int, function: Callable[..., Value]) -> None:
        """From now on a function is computed by Python's: for one that tests found to be the same."""
        self._functions[name] = arity, function

    def value(self, term: Term, variables: Mapping[int, Value]) -> Value:
        """The value of a term whose context variables have the given values. Raises: Unevaluable."""
        return self.program(term)(variables)

    def program(self, term: Term) -> Callable[[Mapping[int, Value]], Value]:
        """A term compiled for evaluation at many values. Raises: Unevaluable, also when it is called."""
        indices = sorted({t.index for t in _locals(term)})
        places = {index: place for place, index in enumerate(indices)}
        code = self._compile(term, 0, places)
        size = len(indices)

        def run(variables: Mapping[int, Value]) -> Value:
            self._calls_max = self.calls + STEPS_MAX
            try:
                return code(tuple(variables[i] for i in indices) if size else ())
            except (RecursionError, TypeError, IndexError, KeyError, ValueError) as error:
                raise Unevaluable(str(error)) from error

        return run

    def apply(self, name: str, args: tuple[Value, ...]) -> Value:
        """A function of the environment at values of all its arguments. Raises: Unevaluable."""
        self._calls_max = self.calls + STEPS_MAX
        try:
            return self._call(name, list(args))
        except (RecursionError, TypeError, IndexError, KeyError, ValueError) as error:
            raise Unevaluable(str(error)) from error

    # Environments are tuples: first the context variables, then bound variables, the innermost last.

    def _compile(self, term: Term, depth: int, places: Mapping[int, int]) -> Code:
        match term:
            case Var():
                back = term.index
                return lambda env: env[-1 - back]
            case Local():
                place = places[term.index]
                return lambda env: env[place]
            case Num() | Text():
                constant = term.value
                return lambda env: constant
            case Sort() | Pi():
                return lambda env: None
            case Lam():
                body = self._compile(term.body, depth + 1, places)
                return lambda env: lambda x: body((*env, x))
            case Let():
                value = self._compile(term.value, depth, places)
                inner = self._compile(term.body, depth + 1, places)
                return lambda env: inner((*env, value(env)))
            case Proj():
                of = self._compile(term.value, depth, places)
                index = term.index
                return lambda env: of(env)[1 + index]
        head, args = head_args(term)
        if isinstance(head, Const):
            return self._application(head.name, args, depth, places)
        function = self._compile(head, depth, places)
        codes = [self._compile(arg, depth, places) for arg in args]

        def run(env: Env) -> Value:
            value = function(env)
            for code in codes:
                value = value(code(env))
            return value

        return run

    def _application(self, name: str, args: tuple[Term, ...], depth: int, places: Mapping[int, int]) -> Code:
        if (special := _SPECIAL.get(name)) is not None and len(args) >= special[0]:
            needed, positions, operation = special
            codes = [self._compile(args[p], depth, places) for p in positions]
            lazily = name in _LAZY
            done: Code = (
                (lambda env: operation(env, *codes))
                if lazily
                else (lambda env: operation(*(c(env) for c in codes)))
            )
            return self._applied(done, args[needed:], depth, places)
        if name in _BINARY and len(args) == 6 and _is_nat(args[0]):
            operation2 = _BINARY[name]
            left, right = (self._compile(arg, depth, places) for arg in args[4:])
            return lambda env: _bounded(operation2(left(env), right(env)))
        if name in _RELATIONS and len(args) == 4 and _is_nat(args[0]):
            relation = _RELATIONS[name]
            left, right = (self._compile(arg, depth, places) for arg in args[2:])
            return lambda env: relation(left(env), right(env))
        constant = self._constants.get(name)
        if constant is None:
            raise Unevaluable(f"unknown constant {name}")
        if constant.kind == "constructor":
            return self._constructor(constant, args, depth, places)
        if name.endswith(".casesOn"):
            return self._cases(name, args, depth, places)
        if constant.kind in ("inductive", "theorem"):
            return lambda env: None  # types and proofs are not looked at
        if constant.kind in ("axiom", "quotient", "recursor"):
            raise Unevaluable(f"{name} has no program")
        codes = [self._compile(arg, depth, places) for arg in args]
        return lambda env: self._call(name, [code(env) for code in codes])

    def _applied(self, done: Code, rest: tuple[Term, ...], depth: int, places: Mapping[int, int]) -> Code:
        if not rest:
            return done
        codes = [self._compile(arg, depth, places) for arg in rest]

        def run(env: Env) -> Value:
            value = done(env)
            for code in codes:
                value = value(code(env))
            return value

        return run

    def _constructor(
        self, constant: Constant, args: tuple[Term, ...], depth: int, places: Mapping[int, int]
    ) -> Code:
        name, fields = constant.name, len(conclusion(constant.type)[0]) - constant.parameters
        codes = [self._compile(arg, depth, places) for arg in args[constant.parameters :]]
        if name == "Nat.zero":
            return lambda env: 0
        if name == "Nat.succ":
            if not codes:
                return lambda env: lambda n: n + 1
            before = codes[0]
            return lambda env: before(env) + 1
        if len(codes) == fields:
            return lambda env: (name, *(code(env) for code in codes))
        return lambda env: _curried(lambda *v: (name, *v), fields, [code(env) for code in codes])

    def _cases(self, name: str, args: tuple[Term, ...], depth: int, places: Mapping[int, int]) -> Code:
        """`T.casesOn params motive indices major minors`: the minor premise of the major's constructor."""
        owner = self._constants.get(name.removesuffix(".casesOn"))
        if owner is None or owner.kind != "inductive":
            raise Unevaluable(f"{name} is not known")
        indices = len(conclusion(owner.type)[0]) - owner.parameters
        at = owner.parameters + 1 + indices
        if len(args) < at + 1 + len(owner.constructors):
            raise Unevaluable(f"{name} is not fully applied")
        major = self._compile(args[at], depth, places)
        minors = [
            self._compile(arg, depth, places) for arg in args[at + 1 : at + 1 + len(owner.constructors)]
        ]
        rest = args[at + 1 + len(owner.constructors) :]
        if owner.name == "Nat":
            zero, succ = minors

            def of_number(env: Env) -> Value:
                value = major(env)
                return zero(env) if value == 0 else succ(env)(value - 1)

            return self._applied(of_number, rest, depth, places)
        choice = dict(zip(owner.constructors, minors, strict=True))

        def of_constructor(env: Env) -> Value:
            value = major(env)
            result = choice[value[0]](env)
            for field in value[1:]:
                result = result(field)
            return result

        return self._applied(of_constructor, rest, depth, places)

    def _call(self, name: str, args: list[Value]) -> Value:
        arity, function = self._function(name)
        if len(args) < arity:
            return _curried(lambda *values: self._call(name, list(values)), arity, args)
        try:
            key = (name, *args[:arity])
            known = self._memo.get(key, self)
        except TypeError:
            key, known = None, self
        if known is self:
            self.calls += 1
            if self.calls > self._calls_max:
                raise Unevaluable("this takes too many steps")
            known = function(*args[:arity])
            if key is not None and len(self._memo) < MEMO_MAX:
                self._memo[key] = known
        for arg in args[arity:]:
            known = known(arg)
        return known

    def _function(self, name: str) -> tuple[int, Callable[..., Value]]:
        found = self._functions.get(name)
        if found is not None:
            return found
        constant = self._constants.get(name)
        if constant is None:
            raise Unevaluable(f"unknown constant {name}")
        body, arity = _program(constant)
        if body is None:
            raise Unevaluable(f"{name} has no program")
        code: list[Code] = []

        def call(*args: Value) -> Value:
            if not code:
                code.append(self._compile(body, arity, {}))
            return code[0](args)

        self._functions[name] = arity, call
        return self._functions[name]


def _program(constant: Constant) -> tuple[Term | None, int]:
    """What a function computes, as a body under so many binders: from its equation, else from its definition."""
    if constant.unfolded is not None:
        binders, statement = conclusion(constant.unfolded)
        _, sides = head_args(statement)
        return sides[-1], len(binders)
    body = constant.value
    arity = 0
    while isinstance(body, Lam):
        body, arity = body.body, arity + 1
    return body, arity


def _curried(function: Callable[..., Value], arity: int, given: list[Value]) -> Value:
    if len(given) >= arity:
        return function(*given)
    return lambda x: _curried(function, arity, [*given, x])


def _locals(term: Term) -> Iterator[Local]:
    stack, seen = [term], set()
    while stack:
        one = stack.pop()
        if one in seen or not one.has_local:
            continue
        seen.add(one)
        if isinstance(one, Local):
            yield one
        stack.extend(one.children)


def _is_nat(term: Term) -> bool:
    return isinstance(term, Const) and term.name == "Nat"


def _bounded(number: int) -> int:
    if number > NUMBER_MAX:
        raise Unevaluable("a number became too large")
    return number


def power(base: int, exponent: int) -> int:
    """A power of moderate size. Raises: Unevaluable before a number of astronomical length is computed."""
    if exponent > 64:
        raise Unevaluable("a number became too large")
    return int(base**exponent)


_BINARY: dict[str, Callable[[int, int], int]] = {
    "HAdd.hAdd": lambda a, b: a + b,
    "HMul.hMul": lambda a, b: a * b,
    "HSub.hSub": lambda a, b: max(0, a - b),
    "HDiv.hDiv": lambda a, b: a // b if b else 0,
    "HMod.hMod": lambda a, b: a % b if b else a,
    "HPow.hPow": power,
}
_RELATIONS: dict[str, Callable[[int, int], bool]] = {
    "LE.le": lambda a, b: a <= b,
    "LT.lt": lambda a, b: a < b,
    "GE.ge": lambda a, b: a >= b,
    "GT.gt": lambda a, b: a > b,
    "Dvd.dvd": lambda a, b: b == 0 if a == 0 else b % a == 0,
}


def _bool(value: bool) -> Value:
    return TRUE if value else FALSE


def _implied(env: Env, condition: Code, then: Code, otherwise: Code) -> Value:
    return then(env) if condition(env) else otherwise(env)


def _implied_by_proof(env: Env, condition: Code, then: Code, otherwise: Code) -> Value:
    return then(env)(None) if condition(env) else otherwise(env)(None)


# name: how many arguments, which of them count, what they give
_SPECIAL: dict[str, tuple[int, tuple[int, ...], Callable[..., Value]]] = {
    "OfNat.ofNat": (3, (1,), lambda n: n),
    "Nat.add": (2, (0, 1), lambda a, b: a + b),
    "Nat.mul": (2, (0, 1), lambda a, b: _bounded(a * b)),
    "Nat.sub": (2, (0, 1), lambda a, b: max(0, a - b)),
    "Nat.pow": (2, (0, 1), power),
    "Nat.pred": (1, (0,), lambda a: max(0, a - 1)),
    "Nat.beq": (2, (0, 1), lambda a, b: _bool(a == b)),
    "Nat.ble": (2, (0, 1), lambda a, b: _bool(a <= b)),
    "Eq": (3, (1, 2), lambda a, b: a == b),
    "Ne": (3, (1, 2), lambda a, b: a != b),
    "BEq.beq": (4, (2, 3), lambda a, b: _bool(a == b)),
    "And": (2, (0, 1), lambda a, b: a and b),
    "Or": (2, (0, 1), lambda a, b: a or b),
    "Not": (1, (0,), lambda a: not a),
    "Iff": (2, (0, 1), lambda a, b: a == b),
    "True": (0, (), lambda: True),
    "False": (0, (), lambda: False),
    "Decidable.decide": (2, (0,), lambda p: _bool(p)),
    "ite": (5, (1, 3, 4), _implied),
    "dite": (5, (1, 3, 4), _implied_by_proof),
    "Eq.rec": (6, (3,), lambda value: value),
    "Eq.ndrec": (6, (3,), lambda value: value),
    "Eq.ndrec_symm": (6, (3,), lambda value: value),
    "Eq.mpr": (4, (3,), lambda value: value),
    "Eq.mp": (4, (3,), lambda value: value),
    "cast": (4, (3,), lambda value: value),
    "instOfNatNat": (1, (0,), lambda n: n),
}
_LAZY = frozenset({"ite", "dite"})
BUILT_IN = frozenset({*_SPECIAL, *_BINARY, *_RELATIONS})
"""Constants that are computed here, without their definitions."""


class Values:
    """Small values of types, and random choices among them; the same for the same seed."""

    def __init__(self, constants: Mapping[str, Constant], seed: int = 0) -> None:
        self._constants = constants
        self._known: dict[Term, list[Value]] = {}
        self._random = random.Random(seed)

    def of(self, type_: Term, count: int = 24) -> list[Value]:
        """Up to `count` different values, small ones first; a variable type is taken for the numbers.

        Raises: Unevaluable for a type without values that can be listed.
        """
        if type_ not in self._known:
            self._known[type_] = self._list(type_, count)
        return self._known[type_]

    def choice(self, type_: Term) -> Value:
        """One value, small ones more often."""
        if isinstance(type_, Pi):
            return self._function(type_)
        values = self.of(type_)
        return values[min(int(self._random.random() ** 1.3 * len(values)), len(values) - 1)]

    def _list(self, type_: Term, count: int) -> list[Value]:
        head, args = head_args(type_)
        if isinstance(head, Local):
            return [0, 1, 2]
        if isinstance(head, Const) and head.name == "Nat":
            return [0, 1, 2, 3, 4, 5]
        if isinstance(type_, Sort):
            return [None]
        owner = self._constants.get(head.name) if isinstance(head, Const) else None
        if owner is None or owner.kind != "inductive" or not owner.constructors:
            raise Unevaluable("no values are known of this type")
        shapes = [(name, _fields(self._constants, name, args)) for name in owner.constructors]
        levels: list[list[Value]] = []
        seen: set[Value] = set()
        for _ in range(LEVELS):
            below = [value for level in levels for value in level]
            deepest = levels[-1] if levels else []
            level: dict[Value, None] = {}
            for name, fields in shapes:
                if not fields:
                    level[name,] = None
                    continue
                for _ in range(count):
                    # At least one part comes from the level before, so that values grow.
                    parts = [
                        self._random.choice(deepest if self._random.random() < 0.7 else below)
                        if field is type_ and below
                        else None
                        if field is type_
                        else self._random.choice(self.of(field, count))
                        for field in fields
                    ]
                    if below or type_ not in fields:
                        level[name, *parts] = None
            fresh = [value for value in level if value not in seen]
            seen.update(fresh)
            if fresh:
                levels.append(fresh[: max(2, count // LEVELS + 1)])
        found = [value for level in levels for value in level]
        if not found:
            raise Unevaluable("no values are known of this type")
        return found[: 2 * count]

    def _function(self, type_: Pi) -> Value:
        """A function with random values; the same argument always gives the same one."""
        if type_.body.loose:
            raise Unevaluable("a dependent function has no random values")
        result = type_.body
        table: dict[Value, Value] = {}

        def call(argument: Value) -> Value:
            try:
                if argument not in table:
                    table[argument] = self.choice(result)
                return table[argument]
            except TypeError:
                return self.choice(result)

        return call


def _fields(constants: Mapping[str, Constant], constructor: str, parameters: tuple[Term, ...]) -> list[Term]:
    """The types of a constructor's fields for given parameters. Raises: Unevaluable if they depend on each other."""
    constant = constants.get(constructor)
    if constant is None:
        raise Unevaluable(f"{constructor} is not known")
    type_: Term = constant.type
    given = list(parameters[: constant.parameters])
    found: list[Term] = []
    while isinstance(type_, Binder):
        if given:
            type_ = instantiated(type_.body, given.pop(0))
        else:
            if type_.body.loose:
                raise Unevaluable("a constructor with dependent fields")
            found.append(type_.type)
            type_ = type_.body
    return found
