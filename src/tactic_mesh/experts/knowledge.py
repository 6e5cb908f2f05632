"""What an expert may know beside the goal: the file's functions, the types in reach, the lemmas that were proven.

Made once a run, from Lean's environment, by whoever has a session; experts only read it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tactic_mesh.term import (
    EXPLICIT,
    Binder,
    Const,
    Num,
    Pi,
    Term,
    Var,
    conclusion,
    constants,
    head_args,
    head_name,
    lowered,
    sort,
    uses_variable,
)
from tactic_mesh.term import Constant as EnvironmentConstant

PREMISE = "h"
"""What the premises of a predicate's rules are called."""


@dataclass(frozen=True, slots=True)
class Constructor:
    """`fields` are `(name, whether it holds a value of the type itself)`."""

    name: str
    fields: tuple[tuple[str, bool], ...]

    @property
    def short(self) -> str:
        return self.name.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Datatype:
    """An inductive type that proofs go by cases on."""

    name: str
    parameters: int
    constructors: tuple[Constructor, ...]
    is_proposition: bool = False

    @property
    def is_recursive(self) -> bool:
        return any(itself for constructor in self.constructors for _, itself in constructor.fields)

    @property
    def is_enumeration(self) -> bool:
        return all(not constructor.fields for constructor in self.constructors)


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the file. `matched` are the positions of the arguments that its equations take apart.

    `steps` are those among them that its recursive calls take a part of, `changing` the other arguments to which these
    give new values; `calls` are the functions that it mentions; `branches` says that an equation has an `if` or a
    `match` on its right; `strides` that one looks below the outermost constructor of an argument.
    """

    name: str
    arity: int
    is_recursive: bool
    matched: tuple[int, ...]
    steps: tuple[int, ...]
    calls: frozenset[str]
    result: Term
    unfolded: Term | None
    changing: tuple[int, ...] = ()
    branches: bool = False
    strides: bool = False


@dataclass(frozen=True, slots=True)
class Lemma:
    """A theorem that stands before the one that is being proven.

    `rewrites` says that the left side may always be replaced by the right one; `heads` are those of both sides.
    `replaces` says that the left side is a function of the file at variables, so that nothing of it remains;
    `library` is then the library's function. `unfolds` is the instance of an operator that the lemma replaces by the
    function that it is.
    """

    name: str
    statement: str
    is_equation: bool
    rewrites: bool
    heads: tuple[str, str] = ("", "")
    constants: frozenset[str] = frozenset()
    replaces: bool = False
    name_hint: str = ""
    library: str = ""
    unfolds: str = ""

    @property
    def applies(self) -> bool:
        """Whether its conclusion is worth working backwards from."""
        return not self.rewrites


@dataclass(frozen=True, slots=True)
class Transport:
    """A type of the file whose statements `simp only` with these rules turns into ones about numbers.

    `carried` are its constructors and the functions for which there are rules; `certain` says that nothing else need
    be tried where these are all that a goal mentions.
    """

    type: str
    rules: tuple[str, ...]
    carried: frozenset[str] = frozenset()
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Matcher:
    """The function that Lean makes of a `match`.

    So many arguments stand `before` the motive; after it come the `values` that are looked at, then the cases: how many
    variables each binds, whether the only one is a unit that stands for none, and its patterns under these variables.
    """

    before: int
    values: int
    cases: tuple[tuple[int, bool, tuple[Term, ...]], ...]


@dataclass(frozen=True)
class Knowledge:
    """Everything that does not change while one theorem is searched with one set of lemmas.

    `infos` tells how each constant's arguments are given, for printing; `methods` are those whose first explicit
    argument is of the type that their name begins with, `predicates` those that make propositions. `opened` are the
    namespaces in which names are looked up, innermost first. `definitions` are the file's functions that `simp` may
    unfold.
    """

    functions: Mapping[str, Function] = field(default_factory=dict)
    datatypes: Mapping[str, Datatype] = field(default_factory=dict)
    infos: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    methods: frozenset[str] = frozenset()
    predicates: frozenset[str] = frozenset()
    matchers: Mapping[str, Matcher] = field(default_factory=dict)
    opened: tuple[str, ...] = ()
    lemmas: tuple[Lemma, ...] = ()
    transports: tuple[Transport, ...] = ()

    @property
    def definitions(self) -> tuple[str, ...]:
        return tuple(self.functions)

    def reach(self, names: frozenset[str]) -> tuple[str, ...]:
        """The functions of the file among `names` and those that these call, in the file's order."""
        found: set[str] = set()
        waiting = [name for name in names if name in self.functions]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting.extend(self.functions[name].calls - found)
        return tuple(name for name in self.functions if name in found)

    def branching(self, names: frozenset[str]) -> bool:
        """Whether a function in reach of `names` decides between cases that its pattern does not show."""
        return any(self.functions[name].branches for name in self.reach(names))

    def datatype_of(self, type_: Term) -> Datatype | None:
        return self.datatypes.get(head_name(type_))


def function_of(constant: EnvironmentConstant, names: frozenset[str]) -> Function | None:
    """A function as its defining equations show it; None if there are none."""
    if constant.unfolded is None or not constant.equations:
        return None
    binders, _ = conclusion(constant.unfolded)
    arity = len(binders)
    matched: set[int] = set()
    moved: set[int] = set()
    mentioned: set[str] = set()
    is_recursive = strides = False
    for equation in constant.equations:
        _, statement = conclusion(equation)
        _, sides = head_args(statement)
        if len(sides) < 2:
            return None
        _, pattern = head_args(sides[-2])
        matched |= {i for i, arg in enumerate(pattern[:arity]) if not isinstance(arg, Var)}
        strides = strides or any(_looks_below(arg) for arg in pattern[:arity])
        mentioned |= constants(sides[-1])
        for call in _calls(sides[-1], constant.name):
            is_recursive = True
            moved |= {i for i, (old, new) in enumerate(zip(pattern, call, strict=False)) if new is not old}
    return Function(
        constant.name,
        arity,
        is_recursive,
        tuple(sorted(matched)),
        tuple(sorted(matched & moved)),
        frozenset(mentioned & names) - {constant.name},
        _result(constant.type, arity),
        constant.unfolded,
        tuple(sorted(moved - matched)),
        any(name in ("ite", "dite") or ".match_" in f".{name}" for name in mentioned),
        strides,
    )


def _looks_below(pattern: Term) -> bool:
    """Whether a pattern takes a value apart more than once: `n + 2`, `x :: y :: zs`."""
    head, args = head_args(pattern)
    if head_name(head) == "HAdd.hAdd" and len(args) == 6:
        _, numeral = head_args(args[5])
        return len(numeral) == 3 and isinstance(numeral[1], Num) and numeral[1].value > 1
    return any(head_name(arg) == head_name(head) != "" for arg in args)


def _result(type_: Term, arity: int) -> Term:
    for _ in range(arity):
        if not isinstance(type_, Pi):
            break
        type_ = type_.body
    return type_


def _calls(body: Term, name: str) -> list[tuple[Term, ...]]:
    """The arguments of each recursive call; under binders, those without variables of these are comparable."""
    found: list[tuple[Term, ...]] = []
    stack = [(body, 0)]
    while stack:
        one, below = stack.pop()
        head, args = head_args(one)
        if isinstance(head, Const) and head.name == name:
            found.append(tuple(lowered(arg, below) for arg in args))
        if isinstance(one, Binder):
            stack += [(one.type, below), (one.body, below + 1)]
        else:
            stack.extend((child, below) for child in one.children)
    return found


def datatype_of(constant: EnvironmentConstant, constructors: list[EnvironmentConstant]) -> Datatype:
    """An inductive type with its constructors, in order; the premises of a predicate's rules are called `h`."""
    _, kind = conclusion(constant.type)
    is_proposition = kind == sort("Prop")
    made = []
    for one in constructors:
        binders, _ = conclusion(one.type)
        fields = tuple(
            (
                PREMISE if is_proposition and not uses_variable(binder.body) else binder.name,
                head_name(binder.type) == constant.name,
            )
            for binder in binders[constant.parameters :]
        )
        made.append(Constructor(one.name, fields))
    return Datatype(constant.name, constant.parameters, tuple(made), is_proposition)


def infos_of(type_: Term) -> tuple[int, ...]:
    """How each argument of a constant with this type is given."""
    found = []
    while isinstance(type_, Pi):
        found.append(type_.info)
        type_ = type_.body
    return tuple(found)


def is_method(name: str, type_: Term) -> bool:
    """Whether the first explicit argument of a constant is of the type that its name begins with."""
    while isinstance(type_, Pi) and type_.info != EXPLICIT:
        type_ = type_.body
    owner = name.rpartition(".")[0]
    return isinstance(type_, Pi) and bool(owner) and head_name(type_.type) == owner


def matcher_of(type_: Term) -> Matcher | None:
    """What the type of a function for a `match` says of it; None if it is of another form."""
    binders, result = conclusion(type_)
    head, looked_at = head_args(result)
    if not isinstance(head, Var) or not binders:
        return None
    before = len(binders) - 1 - head.index
    values = len(looked_at)
    cases = []
    for binder in binders[before + 1 + values :]:
        fields, one = conclusion(binder.type)
        _, patterns = head_args(one)
        is_unit = len(fields) == 1 and head_name(fields[0].type) in ("Unit", "PUnit")
        if len(patterns) != values:
            return None
        cases.append((len(fields), is_unit, patterns))
    return Matcher(before, values, tuple(cases))
