"""Small values of a type, smallest first: what a statement is evaluated on.

A type is read as Lean displays it. A `Family` is all small values of one type under a number each: how Lean computes
the value from the number (`term`, inside a search over thousands of numbers), and how a person writes it (`text`).
Type variables are given a type beforehand (`Bool`, `Fin 3`, …); a predicate or function on a finite type is a table.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

TABLE_MAX = 1 << 12
"""Tables of one variable; a relation on three elements has 512, on four 65536."""
LISTED_MAX = 60
"""Values that are listed in a search's text, if no more are wanted; each of them is elaborated."""
ALPHABET_MAX = 3
"""Different elements of the lists that are counted and not listed."""
FINITE_MAX = 16
"""Elements of a type that still counts as finite."""
SIZE_MAX = 12
DEPTH_MAX = 20
"""How far down a type is unfolded: `List (List (List …))`."""


@dataclass(frozen=True, slots=True)
class Type:
    """A type as a tree: `List Nat` is `Type("List", (Type("Nat"),))`, `Nat → Bool` has the head `→`."""

    head: str
    arguments: tuple[Type, ...] = ()

    def __str__(self) -> str:
        if self.head in _INFIX:
            left, right = map(_in_parentheses, self.arguments)
            return f"{left} {self.head} {right}"
        return " ".join([self.head, *map(_in_parentheses, self.arguments)])


_INFIX = ("→", "×", "⊕")
_TOKEN = re.compile(r"\s*([→×⊕(){}\[\]:,]|[^\s→×⊕(){}\[\]:,]+)")


def _in_parentheses(type_: Type) -> str:
    return f"({type_})" if type_.arguments else str(type_)


class _Reader:
    """Recursive descent over a displayed type. Raises: ValueError for what is not in this small language."""

    def __init__(self, text: str) -> None:
        self._tokens = _TOKEN.findall(text)
        self._at = 0

    def whole(self) -> Type:
        type_ = self._arrow(0)
        if self._at < len(self._tokens):
            raise ValueError(self._tokens[self._at])
        return type_

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _next(self, *wanted: str) -> str:
        token = self._peek()
        if not token or (wanted and token not in wanted):
            raise ValueError(token)
        self._at += 1
        return token

    def _arrow(self, depth: int) -> Type:
        if depth > DEPTH_MAX:
            raise ValueError("too deep")
        left = self._sum(depth)
        if self._peek() == "→":
            self._next()
            return Type("→", (left, self._arrow(depth + 1)))
        return left

    def _sum(self, depth: int) -> Type:
        left = self._product(depth)
        if self._peek() == "⊕":
            self._next()
            return Type("⊕", (left, self._sum(depth + 1)))
        return left

    def _product(self, depth: int) -> Type:
        left = self._application(depth)
        if self._peek() == "×":
            self._next()
            return Type("×", (left, self._product(depth + 1)))
        return left

    def _application(self, depth: int) -> Type:
        head = self._atom(depth)
        arguments = list(head.arguments)
        while self._peek() and self._peek() not in (")", "→", "×", "⊕", "}", "]", ":", ","):
            arguments.append(self._atom(depth))
        return Type(head.head, tuple(arguments))

    def _atom(self, depth: int) -> Type:
        if self._peek() == "(":
            self._next()
            inner = self._arrow(depth + 1)
            self._next(")")
            return inner
        token = self._next()
        if not re.fullmatch(r"[\w.'«»₀-₉]+", token):
            raise ValueError(token)
        return Type(token)


def read_type(text: str) -> Type | None:
    """The tree of a displayed type; None for what depends on values, quantifies, or has other notation."""
    try:
        return _Reader(text).whole()
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Constructor:
    """`name` as it can be written; `fields` over the `parameters` of its type."""

    name: str
    parameters: tuple[str, ...]
    fields: tuple[Type, ...]


_IMPLICIT = re.compile(r"^[{⦃]((?:[^{}⦃⦄:]+)) : ([^{}⦃⦄]+)[}⦄] → ")
_CHECKED = re.compile(r"^@?(\S+) : (.*)$", re.DOTALL)


def read_constructor(message: str) -> tuple[str, Constructor] | None:
    """The type's head and its constructor from what `#check @C` displays; None if its values cannot be listed."""
    match = _CHECKED.match(message)
    if match is None:
        return None
    rest = " ".join(match[2].split())
    names: list[str] = []
    while (implicit := _IMPLICIT.match(rest)) is not None:
        names += implicit[1].split()
        rest = rest[implicit.end() :]
    type_ = read_type(rest)
    if type_ is None:
        return None
    fields = []
    while type_.head == "→":
        fields.append(type_.arguments[0])
        type_ = type_.arguments[1]
    parameters = tuple(argument.head for argument in type_.arguments)
    # An index is no parameter: `Vec α (n + 1)` does not read at all, `Even 0` ends with what was not bound.
    if any(argument.arguments for argument in type_.arguments) or not set(parameters) <= set(names):
        return None
    return type_.head, Constructor(match[1], parameters, tuple(fields))


@dataclass(frozen=True, slots=True)
class Family:
    """`count` values of `type` (a Lean text): the value of number `i`, for Lean and for people.

    `term` takes the name of a Lean variable that holds the number. `finite` says that these are all values there are;
    `propositional`, that a value is a proposition or a predicate, which Lean decides only where it sees its text.
    """

    type: str
    count: int
    term: Callable[[str], str]
    text: Callable[[int], str]
    finite: bool = False
    propositional: bool = False


_BASIC: dict[str, tuple[str, ...]] = {
    "Bool": ("false", "true"),
    "Unit": ("()",),
    "PUnit": ("PUnit.unit",),
    "Char": ("'a'", "'b'", "' '", "'Z'"),
    "String": ('""', '"a"', '"b"', '"ab"', '"aa"', '" "'),
}
_LISTS = (
    Constructor("List.nil", ("α",), ()),
    Constructor("List.cons", ("α",), (Type("α"), Type("List", (Type("α"),)))),
)
_OPTIONS = (Constructor("none", ("α",), ()), Constructor("some", ("α",), (Type("α"),)))
_SUMS = (
    Constructor("Sum.inl", ("α", "β"), (Type("α"),)),
    Constructor("Sum.inr", ("α", "β"), (Type("β"),)),
)


@dataclass(slots=True)
class SmallValues:
    """What is known of the types in reach: `constructors` are those of the user's inductive types, by the type's head.

    Sizes count constructors; a number counts its value. The values of a size are listed once. Where more than
    `listed_max` lists are wanted they are computed from their numbers, over a few elements, by `digits`.
    """

    constructors: Mapping[str, tuple[Constructor, ...]] = field(default_factory=dict)
    listed_max: int = LISTED_MAX
    _sized: dict[tuple[Type, int], tuple[str, ...]] = field(default_factory=dict)

    def family(self, type_: Type, count_max: int) -> Family | None:
        """Up to `count_max` small values of a type without variables; None where nothing is known of it."""
        if type_ == Type("Prop"):
            return Family("Prop", 2, lambda i: f"({i} = 1)", ("False", "True").__getitem__, True, True)
        if type_.head == "→":
            return self._functions(type_, count_max)
        if type_ == Type("Nat"):
            return Family("Nat", count_max, lambda i: i, str)
        if type_ == Type("Int"):
            half = "(if {i} % 2 = 1 then (({i} : Int) + 1) / 2 else -(({i} : Int) / 2))"
            return Family("Int", count_max, lambda i: half.replace("{i}", i), _integer)
        if self.listed_max > LISTED_MAX and count_max > self.listed_max and type_.head == "List":
            return self._counted_lists(type_, count_max)
        values, finite = self.values(type_, min(count_max, self.listed_max))
        return _listed(type_, values, finite)

    def _counted_lists(self, type_: Type, count_max: int) -> Family | None:
        """Lists by length, then in the order of their elements: a number's digits are the elements' numbers."""
        elements = self.family(type_.arguments[0], ALPHABET_MAX)
        if elements is None or elements.propositional or elements.count < 2:
            return None
        base = elements.count

        def text(i: int) -> str:
            return f"[{', '.join(map(elements.text, digits(base, i)))}]"

        def term(i: str) -> str:
            return f"(({DIGITS} {base} {i}).map fun (d : Nat) => ({elements.term('d')} : {elements.type}))"

        return Family(str(type_), count_max, term, text)

    def values(self, type_: Type, count_max: int) -> tuple[tuple[str, ...], bool]:
        """Values as texts, small ones first, and whether they are all."""
        found: list[str] = []
        if type_.head in ("Nat", "Int"):
            return tuple(itertools.islice(_numbers(type_.head), count_max)), False
        if type_.head == "Fin" and len(type_.arguments) == 1 and type_.arguments[0].head.isdecimal():
            number = int(type_.arguments[0].head)
            return tuple(map(str, range(min(number, count_max)))), number <= count_max
        if type_.head in _BASIC:
            values = _BASIC[type_.head]
            return values[:count_max], type_.head not in ("Char", "String") and len(values) <= count_max
        idle = 0
        for size in range(SIZE_MAX):
            new = self.sized(type_, size)
            idle = 0 if new else idle + 1
            found += new
            if len(found) > count_max:
                return tuple(found[:count_max]), False
        return tuple(found), bool(found) and idle > SIZE_MAX // 2

    def sized(self, type_: Type, size: int) -> tuple[str, ...]:
        """The values of exactly this size, at most `TABLE_MAX` of them."""
        key = type_, size
        if key not in self._sized:
            self._sized[key] = ()  # a type that is reached again at the same size has no value there
            self._sized[key] = tuple(itertools.islice(self._of_size(type_, size), TABLE_MAX))
        return self._sized[key]

    def _of_size(self, type_: Type, size: int) -> Iterator[str]:
        head, arguments = type_.head, type_.arguments
        if head == "Nat":
            yield str(size)
        elif head == "Int":
            yield from {str(size), f"(-{size})"} if size else ("0",)
        elif head == "Fin" and len(arguments) == 1 and arguments[0].head.isdecimal():
            yield from (str(size),) if size < int(arguments[0].head) else ()
        elif head in _BASIC:
            yield from _BASIC[head][size : size + 1]
        elif head == "×":
            for texts in self._products(arguments, size):
                yield f"({', '.join(texts)})"
        elif head == "List" and len(arguments) == 1:
            yield from ("[]",) if size == 0 else self._lists(arguments[0], size)
        elif (constructors := self._constructors(head, len(arguments))) is not None:
            for constructor in constructors:
                given = dict(zip(constructor.parameters, arguments, strict=True))
                fields = tuple(substituted(one, given) for one in constructor.fields)
                # Constants have size 0; everything else is larger than its parts.
                left = size - 1 if fields else size
                for texts in self._products(fields, left) if left >= 0 else ():
                    yield " ".join([constructor.name, *map(_argument, texts)])

    def _lists(self, element: Type, size: int) -> Iterator[str]:
        for first_size in range(size):
            for first in self.sized(element, first_size):
                for rest in self.sized(Type("List", (element,)), size - 1 - first_size):
                    yield f"[{first}]" if rest == "[]" else f"[{first}, {rest[1:]}"

    def _products(self, types: tuple[Type, ...], size: int) -> Iterator[tuple[str, ...]]:
        if not types:
            if size == 0:
                yield ()
            return
        if len(types) == 1:
            yield from ((text,) for text in self.sized(types[0], size))
            return
        for first_size in range(size + 1):
            for first in self.sized(types[0], first_size):
                for rest in self._products(types[1:], size - first_size):
                    yield (first, *rest)

    def _constructors(self, head: str, arity: int) -> tuple[Constructor, ...] | None:
        known = {"Option": _OPTIONS, "⊕": _SUMS}
        found = known.get(head) or self.constructors.get(head)
        return found if found and all(len(c.parameters) == arity for c in found) else None

    def _functions(self, type_: Type, count_max: int) -> Family | None:
        """Tables where every domain is finite, a few plain functions elsewhere."""
        domains = []
        while type_.head == "→":
            domains.append(type_.arguments[0])
            type_ = type_.arguments[1]
        whole = type_
        for domain in reversed(domains):
            whole = Type("→", (domain, whole))
        elements = [self.values(domain, FINITE_MAX) for domain in domains if domain.head not in ("→", "Prop")]
        codomain = self.family(type_, 3)
        if codomain is None:
            return None
        if len(elements) == len(domains) and all(finite for _, finite in elements):
            table = _table(whole, domains, [values for values, _ in elements], codomain)
            if table is not None:
                return table
        return self._plain_functions(whole, domains, codomain, count_max)

    def _plain_functions(
        self, whole: Type, domains: list[Type], codomain: Family, count_max: int
    ) -> Family | None:
        """Constants, projections, and tests whether an argument is a certain value."""
        names = _names(len(domains))
        blank = " ".join("_" for _ in domains)
        texts = [f"fun {blank} => {codomain.text(i)}" for i in range(codomain.count)]
        texts += [
            f"fun {' '.join(names)} => {name}"
            for name, domain in zip(names, domains, strict=True)
            if str(domain) == codomain.type
        ]
        binders = " ".join(names)
        for name, domain in zip(names, domains, strict=True):
            if domain.head in ("→", "Prop"):
                continue
            for value in self.values(domain, 3)[0]:
                if codomain.type == "Prop":
                    texts += [f"fun {binders} => {name} = {value}", f"fun {binders} => {name} ≠ {value}"]
                elif codomain.type == "Bool":
                    texts.append(f"fun {binders} => decide ({name} = {value})")
            if domain.head == "Nat" and codomain.type == "Nat":
                texts += [f"fun {binders} => {name} + 1", f"fun {binders} => {name} - 1"]
        texts = texts[:count_max]
        if codomain.type == "Prop":
            # A proposition has to stand there as such: Lean finds no decision through a list of them.
            body = " ∧ ".join(f"({{i}} = {i} → ({text}) {' '.join(names)})" for i, text in enumerate(texts))
            return Family(
                str(whole),
                len(texts),
                lambda i: f"(fun {binders} => {body.replace('{i}', i)})",
                texts.__getitem__,
                propositional=True,
            )
        return _listed(whole, tuple(f"({text})" for text in texts), False)


def _listed(type_: Type, values: tuple[str, ...], finite: bool) -> Family | None:
    if not values:
        return None
    rest = ", ".join(values)
    return Family(
        str(type_),
        len(values),
        lambda i: f"(List.getD [{rest}] {i} {_argument(values[0])} : {type_})",
        lambda i: values[i],
        finite,
    )


def _table(
    whole: Type, domains: list[Type], elements: list[tuple[str, ...]], codomain: Family
) -> Family | None:
    """Every function on finite domains: number `i` written in the base of the codomain's size."""
    points = list(itertools.product(*elements))
    base = codomain.count
    if base == 0 or base ** len(points) > TABLE_MAX or (not codomain.finite and codomain.type != "Prop"):
        return None
    names = _names(len(domains))

    def term(i: str) -> str:
        place = "0"
        for name, domain, values in zip(names, domains, elements, strict=True):
            place = f"({place} * {len(values)} + {_position(name, domain, values)})"
        binders = " ".join(f"({name} : {domain})" for name, domain in zip(names, domains, strict=True))
        digit = f"({i} / {base} ^ {place} % {base})"
        return f"(fun {binders} => {codomain.term(digit)})"

    def text(i: int) -> str:
        digits = [i // base**place % base for place in range(len(points))]
        return _table_text(names, elements, points, digits, codomain)

    return Family(str(whole), base ** len(points), term, text, True, codomain.type == "Prop")


def _position(name: str, domain: Type, values: tuple[str, ...]) -> str:
    if domain.head == "Bool":
        return f"{name}.toNat"
    if domain.head == "Fin":
        return f"{name}.val"
    return f"List.idxOf {name} [{', '.join(values)}]" if len(values) > 1 else "0"


def _table_text(
    names: list[str],
    elements: list[tuple[str, ...]],
    points: list[tuple[str, ...]],
    digits: list[int],
    codomain: Family,
) -> str:
    """A table as a person writes it: a constant, an argument, an equation, or cases."""
    blank = " ".join("_" for _ in names)
    if len(set(digits)) <= 1:
        return f"fun {blank} => {codomain.text(digits[0] if digits else 0)}"
    binders = " ".join(names)
    results = [codomain.text(digit) for digit in digits]
    for place, name in enumerate(names):
        if results == [point[place] for point in points]:
            return f"fun {' '.join(n if n == name else '_' for n in names)} => {name}"

    def condition(point: tuple[str, ...]) -> str:
        pairs = zip(names, point, elements, strict=True)
        return " ∧ ".join(f"{name} = {value}" for name, value, values in pairs if len(values) > 1)

    if codomain.type == "Prop":
        holds = [condition(point) for point, digit in zip(points, digits, strict=True) if digit]
        return f"fun {binders} => {' ∨ '.join(holds)}"
    common = max(sorted(set(results)), key=results.count)
    cases = [
        f"if {condition(point)} then {result} else "
        for point, result in zip(points, results, strict=True)
        if result != common
    ]
    return f"fun {binders} => {''.join(cases)}{common}"


def _names(count: int) -> list[str]:
    return ["x", "y", "z"][:count] if count <= 3 else [f"x{i + 1}" for i in range(count)]


def _integer(number: int) -> str:
    """0, 1, -1, 2, -2, …"""
    return str((number + 1) // 2) if number % 2 or not number else f"(-{number // 2})"


def _numbers(head: str) -> Iterator[str]:
    for number in itertools.count():
        yield str(number) if head == "Nat" else _integer(number)


def _argument(text: str) -> str:
    """A value as an argument: in parentheses if it is an application or a function."""
    return f"({text})" if " " in text and text[0] not in "([" and text[0] not in "\"'" else text


def substituted(type_: Type, given: Mapping[str, Type]) -> Type:
    """The type with its variables replaced."""
    if not type_.arguments and type_.head in given:
        return given[type_.head]
    return Type(type_.head, tuple(substituted(argument, given) for argument in type_.arguments))


DIGITS = "TacticMesh.Small.digits"


def digits(base: int, number: int) -> list[int]:
    """The list of that number among the lists of numbers below `base`, shorter ones first; the last digit first."""
    found = []
    while number > 0:
        number -= 1
        found.append(number % base)
        number //= base
    return found


def argument(text: str) -> str:
    """A value's text where Lean expects an argument."""
    return _argument(text)
