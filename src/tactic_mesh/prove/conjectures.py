"""Conjectures about the functions of a file: equations and implications that no test refutes, the small ones first.

Bottom-up theory exploration in the manner of QuickSpec: terms over the functions in reach are built by size, and
evaluated on random small values; terms with equal values throughout are conjectured equal. Only one term of each
class goes into larger ones, so that what is found is not a consequence of what was found before by rewriting inside.
Library functions that a file's function agrees with are conjectures of their own (`recognised`).
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.printing import Printer
from tactic_mesh.experts.reading import is_constructor_application
from tactic_mesh.prove.evaluation import FALSE, NUMBER_MAX, TRUE, Evaluator, Unevaluable, Value, Values
from tactic_mesh.term import (
    INSTANCE,
    App,
    Const,
    Constant,
    Local,
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
    locals_in,
    meta,
    num,
    rebuild,
    subterms,
)

VALUATIONS = 24
SIZE_MAX = 7
TERMS_MAX = 9000
CLASSES_PER_TYPE_MAX = 700
EXPLORE_WALL_S = 4.0
PREDICATES_MAX = 40
PREMISES_MAX = 8
CONDITIONAL_SIZE_MAX = 5
_ARITHMETIC = {"HAdd.hAdd": 6, "HMul.hMul": 6, "HSub.hSub": 6}


@dataclass(frozen=True, slots=True)
class Operation:
    """A function or constructor at fixed types: `template` has `Local(i)` for argument `i`."""

    name: str
    template: Term
    arguments: tuple[Term, ...]
    result: Term
    is_constructor: bool


@dataclass(frozen=True, slots=True)
class Conjecture:
    """`premise → left = right` (without premise: an equation) over variables with types, to be closed by `∀`.

    `replaces` says that the left side is a function of the file at variables: the right one is then `right_text`, in
    which `{i}` is the variable `holes[i]`.
    """

    left: Term
    right: Term
    types: tuple[Term, ...]
    premise: Term | None = None
    replaces: bool = False
    right_text: str = ""
    holes: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    library: str = ""

    @property
    def size(self) -> int:
        premise = _weight(self.premise) if self.premise is not None else 0
        return _weight(self.left) + _weight(self.right) + premise

    @property
    def constants(self) -> frozenset[str]:
        found = {t.name for side in (self.left, self.right) for t in subterms(side) if isinstance(t, Const)}
        if self.premise is not None:
            found |= {t.name for t in subterms(self.premise) if isinstance(t, Const)}
        return frozenset(found)


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
    seen: set[tuple[str, tuple[Term, ...]]] = set()
    types: dict[Term, None] = {}
    while waiting:
        term = waiting.pop(0)
        for one in subterms(term):
            head, args = head_args(one)
            if not isinstance(head, Const):
                continue
            constant, function = constants.get(head.name), known.functions.get(head.name)
            arity = function.arity if function is not None else _ARITHMETIC.get(head.name)
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
        zero = app(const("OfNat.ofNat"), const("Nat"), num(0), app(const("instOfNatNat"), num(0)))
        found.operations.append(Operation("zero", zero, (), const("Nat"), True))
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


class Explorer:
    """Conjectures over one signature. Deterministic for a seed; `wall_s` bounds the enumeration."""

    def __init__(
        self,
        made_of: Signature,
        known: Knowledge,
        constants: Mapping[str, Constant],
        *,
        seed: int = 0,
        wall_s: float = EXPLORE_WALL_S,
    ) -> None:
        self.signature, self.known = made_of, known
        self.evaluator = Evaluator(constants)
        self.values = Values(constants, seed)
        self._wall_s, self._until = wall_s, 0.0
        self._base = len(made_of.context)
        self.types: list[Term] = list(made_of.context)
        self.names: list[str] = list(made_of.names)
        self._classes: dict[Term, dict[int, list[tuple[Term, tuple[Value, ...]]]]] = {}
        self._by_value: dict[tuple[Term, tuple[Value, ...]], Term] = {}
        self._count = 0
        self._fixed_values: dict[int, list[Value]] = {}

    def conjectures(self, size_max: int = SIZE_MAX) -> Iterator[Conjecture]:
        """Equations by size, then implications between small predicates."""
        self._until = time.monotonic() + self._wall_s
        self._variables()
        accepted: list[Conjecture] = []
        seen: set[tuple[Term, Term]] = set()
        for size in range(1, size_max + 1):
            found: list[Conjecture] = []
            for term, representative in self._grow(size):
                conjecture = self._equation(term, representative)
                if conjecture is None:
                    continue
                key = canonical(conjecture.left, conjecture.right)
                if key not in seen:
                    seen.add(key)
                    found.append(conjecture)
            found.sort(key=lambda c: (c.size, -len(locals_in(c.left))))
            for conjecture in found:
                if not any(_is_instance(conjecture, general) for general in accepted) and self.tested(
                    conjecture
                ):
                    accepted.append(conjecture)
                    yield conjecture
            if time.monotonic() > self._until or self._count > TERMS_MAX:
                break
        yield from self._implications()
        yield from self._conditional()

    def _conditional(self) -> Iterator[Conjecture]:
        """Equations that hold where a small predicate of two variables has one of its values."""
        bool_type = const("Bool")
        premises = [
            (term, values)
            for term, values in self._classes.get(bool_type, {}).get(3, [])
            if len(locals_in(term)) >= 2 and head_name(term) in self.known.functions
        ]
        seen: set[tuple[Term, Term, bool]] = set()
        for premise, truth in premises[:PREMISES_MAX]:
            for wanted in (FALSE, TRUE):
                places = [k for k, value in enumerate(truth) if value == wanted]
                if len(places) < 5:
                    continue
                side = app_eq(bool_type, premise, const(wanted[0]))
                for left, right in self._equal_at(places, locals_in(premise)):
                    key = (*canonical(left, right), wanted == TRUE)
                    one = Conjecture(left, right, tuple(self.types), side)
                    if key not in seen and self.tested(one):
                        seen.add(key)
                        yield one

    def _equal_at(self, places: list[int], wanted: frozenset[int]) -> Iterator[tuple[Term, Term]]:
        """Pairs of terms, the first with the variables `wanted`, that differ somewhere but not at these places."""
        for sizes in self._classes.values():
            known: dict[tuple[Value, ...], Term] = {}
            for size in sorted(sizes):
                if size > CONDITIONAL_SIZE_MAX:
                    break
                for term, values in sizes[size]:
                    key = tuple(values[k] for k in places)
                    other = known.setdefault(key, term)
                    if other is term or head_name(term) not in self.known.functions:
                        continue
                    if wanted <= locals_in(term) and locals_in(other) <= locals_in(term):
                        yield term, other

    def _variables(self) -> None:
        """Variables of the types in reach: three of each type that has constructors, two of the others."""
        for index in range(self._base):
            self._fixed_values[index] = self._samples(self.types[index])
        wanted: dict[Term, int] = {}
        for operation in self.signature.operations:
            for type_ in (*operation.arguments, operation.result):
                if not isinstance(type_, Pi):
                    wanted[type_] = 2 if isinstance(type_, Local) or head_name(type_) == "Bool" else 3
        for type_, count in wanted.items():
            for number in range(count):
                index = len(self.types)
                self.types.append(type_)
                self.names.append(f"{_letter(type_, self.names, self._base)}{'' if number == 0 else number}")
                self._fixed_values[index] = self._samples(type_)
                if all(value is not Unevaluable for value in self._fixed_values[index]):
                    self._remember(local(index), 1, type_, tuple(self._fixed_values[index]))
        for index in range(self._base):
            if isinstance(self.types[index], Pi):
                values = self._fixed_values[index]
                bucket = self._classes.setdefault(self.types[index], {}).setdefault(1, [])
                bucket.append((local(index), tuple(values)))

    def _samples(self, type_: Term) -> list[Value]:
        try:
            return [self.values.choice(type_) for _ in range(VALUATIONS)]
        except Unevaluable:
            return [None] * VALUATIONS

    def _remember(self, term: Term, size: int, type_: Term, values: tuple[Value, ...]) -> Term | None:
        """A term into its class; the term that stood for the class before, if there was one."""
        known = self._by_value.get((type_, values))
        if known is not None:
            return known
        sizes = self._classes.setdefault(type_, {})
        if sum(map(len, sizes.values())) < CLASSES_PER_TYPE_MAX:
            self._by_value[type_, values] = term
            sizes.setdefault(size, []).append((term, values))
        return None

    def _grow(self, size: int) -> Iterator[tuple[Term, Term]]:
        """Terms of one size whose values equal those of an earlier term."""
        for operation in self.signature.operations:
            arity = len(operation.arguments)
            if arity == 0:
                if size == 1:
                    yield from self._try(operation, (), size)
                continue
            if size - 1 < arity:
                continue
            for parts in _compositions(size - 1, arity):
                pools = [
                    self._classes.get(type_, {}).get(part, [])
                    for type_, part in zip(operation.arguments, parts, strict=True)
                ]
                if not all(pools):
                    continue
                for choice in itertools.product(*pools):
                    if self._says_nothing(operation, [term for term, _ in choice], choice):
                        continue
                    if self._count > TERMS_MAX or (self._count % 64 == 0 and time.monotonic() > self._until):
                        return
                    yield from self._try(operation, choice, size)

    def _says_nothing(
        self,
        operation: Operation,
        terms: Sequence[Term],
        choice: Sequence[tuple[Term, tuple[Value, ...]]],
    ) -> bool:
        """Whether a term is ground, computes by a defining equation, or is a plain variation of a sum."""
        if not any(term.has_local for term in terms):
            return True
        if operation.name in _ARITHMETIC:
            return _is_plain_sum(operation.name, choice)
        function = self.known.functions.get(operation.name)
        if function is None or function.branches or not function.matched:
            return False
        skipped = function.arity - len(terms)
        looked_at = [terms[position - skipped] for position in function.matched if position >= skipped]
        return bool(looked_at) and all(is_constructor_application(term, self.known) for term in looked_at)

    def _try(
        self, operation: Operation, choice: Sequence[tuple[Term, tuple[Value, ...]]], size: int
    ) -> Iterator[tuple[Term, Term]]:
        self._count += 1
        term = filled(operation.template, [term for term, _ in choice])
        values = self._evaluated(operation, choice)
        if values is None:
            return
        known = self._remember(term, size, operation.result, values)
        if known is not None and known is not term:
            yield term, known

    def _evaluated(
        self, operation: Operation, choice: Sequence[tuple[Term, tuple[Value, ...]]]
    ) -> tuple[Value, ...] | None:
        program = self._program(operation)
        if program is None:
            return None
        found = []
        try:
            for k in range(VALUATIONS):
                arguments = {i: values[k] for i, (_, values) in enumerate(choice)}
                found.append(program(arguments))
            hash(tuple(found))
        except (Unevaluable, TypeError):
            return None
        return tuple(found)

    def _program(self, operation: Operation) -> Callable[[Mapping[int, Value]], Value] | None:
        cache = self.__dict__.setdefault("_programs", {})
        if operation not in cache:
            # Type and instance arguments may mention the context's variables; their values do not matter.
            def plain(one: Term, _passed: int) -> Term | None:
                if isinstance(one, Local):
                    return const("Nat")
                return local(one.index) if isinstance(one, Meta) else None

            term = rebuild(operation.template, plain)
            try:
                cache[operation] = self.evaluator.program(term)
            except Unevaluable:
                cache[operation] = None
        found: Callable[[Mapping[int, Value]], Value] | None = cache[operation]
        return found

    def _equation(self, term: Term, representative: Term) -> Conjecture | None:
        left, right = term, representative
        if not locals_in(left):
            return None
        order = compare(left, right, self._precedence())
        if order < 0 or (order == 0 and _weight(left) < _weight(right)):
            left, right = right, left
        if not locals_in(right) <= locals_in(left):
            left, right = right, left
            if not locals_in(right) <= locals_in(left):
                return None
        if isinstance(left, Local):
            return None
        return Conjecture(left, right, tuple(self.types))

    def _precedence(self) -> Mapping[str, int]:
        cached = self.__dict__.get("_order")
        if cached is None:
            cached = self.__dict__["_order"] = {name: i + 1 for i, name in enumerate(self.known.functions)}
        found: Mapping[str, int] = cached
        return found

    def _implications(self) -> Iterator[Conjecture]:
        """`p = true → q = true` for small predicates: true whenever the premise is, and not always true."""
        bool_type = const("Bool")
        predicates: list[tuple[Term, tuple[Value, ...]]] = []
        for size in sorted(self._classes.get(bool_type, {})):
            if size > 5:
                break
            for term, values in self._classes[bool_type][size]:
                is_call = head_name(term) in self.known.functions
                if is_call and TRUE in values and FALSE in values and len(predicates) < PREDICATES_MAX:
                    predicates.append((term, values))
        found = []
        true = const("Bool.true")
        for premise, values in predicates:
            for goal, results in predicates:
                if premise is goal or not locals_in(premise) & locals_in(goal):
                    continue
                if sum(v == TRUE for v in values) < 3:
                    continue
                if all(r == TRUE for v, r in zip(values, results, strict=True) if v == TRUE):
                    found.append(Conjecture(goal, true, tuple(self.types), app_eq(bool_type, premise, true)))
        seen: set[tuple[Term, Term]] = set()
        for conjecture in sorted(found, key=lambda c: c.size):
            assert conjecture.premise is not None
            key = canonical(conjecture.premise, conjecture.left)
            if key not in seen and self.tested(conjecture):
                seen.add(key)
                yield conjecture

    def tested(self, conjecture: Conjecture, trials: int = 150) -> bool:
        """Whether a conjecture survives further random values, enough of them under its premise."""
        parts = [conjecture.left, conjecture.right, *([conjecture.premise] if conjecture.premise else [])]
        indices = sorted(frozenset().union(*map(locals_in, parts)))
        met = 0
        try:
            left, right = self.evaluator.program(conjecture.left), self.evaluator.program(conjecture.right)
            holds = self.evaluator.program(conjecture.premise) if conjecture.premise else None
            for _ in range(trials):
                values = {i: self.values.choice(conjecture.types[i]) for i in indices}
                if holds is None or holds(values):
                    met += 1
                    if left(values) != right(values):
                        return False
        except Unevaluable:
            return False
        return met >= 5

    def statement(
        self, conjecture: Conjecture, *, explicit: bool = False, renderings: Mapping[str, str] | None = None
    ) -> str:
        """The conjecture as Lean text, closed by `∀`. `renderings` are library texts for functions of the file."""
        used: set[int] = set()
        for part in (conjecture.left, conjecture.right, conjecture.premise):
            if part is not None:
                used |= locals_in(part)
        for index in sorted(used, reverse=True):
            used |= locals_in(conjecture.types[index]) if index < len(conjecture.types) else set()
        order = sorted(used)
        given = conjecture.names or self.names[: self._base]
        names = readable_names(order, conjecture.types, given, len(given))
        printed = Printer(names, self.known.infos, explicit=explicit, renderings=renderings)
        binders = " ".join(f"({names[i]} : {printed.text(conjecture.types[i])})" for i in order)
        right = printed.text(conjecture.right, 51)
        if conjecture.right_text:
            right = conjecture.right_text.format(*(names[i] for i in conjecture.holes))
        body = f"{printed.text(conjecture.left, 51)} = {right}"
        if conjecture.premise is not None:
            body = f"{printed.text(conjecture.premise, 26)} → {body}"
        return f"∀ {binders}, {body}" if binders else body


def _is_plain_sum(name: str, choice: Sequence[tuple[Term, tuple[Value, ...]]]) -> bool:
    """Whether arithmetic on these arguments says nothing new: constants, or the other order of a sum or product."""
    terms = [term for term, _ in choice]
    if any(head_name(term) in ("Nat.succ", "OfNat.ofNat") for term in terms):
        return True
    return name in ("HAdd.hAdd", "HMul.hMul") and choice[0][1] > choice[1][1]


def readable_names(order: Sequence[int], types: Sequence[Term], names: Sequence[str], base: int) -> list[str]:
    """Names for the variables of a statement: those of the context, else by type: `n m k`, `xs ys zs`, `x y z`."""
    result = [*names, *("_" for _ in range(len(types) - len(names)))]
    taken = {names[i] for i in order if i < base}
    for index in order:
        if index < base:
            continue
        head = head_name(types[index])
        choices = {"Nat": "n m k", "List": "xs ys zs", "Bool": "b c d"}.get(head, "x y z").split()
        free = [c for c in choices if c not in taken] or [
            f"x{i}" for i in range(1, 99) if f"x{i}" not in taken
        ]
        result[index] = free[0]
        taken.add(free[0])
    return result


def app_eq(type_: Term, left: Term, right: Term) -> Term:
    return app(const("Eq"), type_, left, right)


def filled(template: Term, arguments: Sequence[Term]) -> Term:
    """A template with its holes `Meta(i)` filled."""
    return rebuild(template, lambda one, _: arguments[one.index] if isinstance(one, Meta) else None)


def _weight(term: Term) -> int:
    """Size without types and instances, as `_grow` counts it."""
    head, args = head_args(term)
    if isinstance(head, Const) and head.name == "OfNat.ofNat":
        return 1
    own = 1
    for arg in args:
        if isinstance(arg, Local) or not _looks_like_type(arg):
            own += _weight(arg) if not isinstance(arg, Local) else 1
    return own


def _looks_like_type(term: Term) -> bool:
    name = head_name(term)
    return (
        isinstance(term, Sort) or name in ("Nat", "Bool", "List", "Prod", "Option") or name.startswith("inst")
    )


def canonical(left: Term, right: Term) -> tuple[Term, Term]:
    """Both sides with variables numbered in the order in which they come."""
    order: dict[int, int] = {}

    def leaf(one: Term, _passed: int) -> Term | None:
        if isinstance(one, Local):
            return local(order.setdefault(one.index, len(order)) + 100_000)
        return None

    return rebuild(left, leaf), rebuild(right, leaf)


def _is_instance(special: Conjecture, general: Conjecture) -> bool:
    found: dict[int, Term] = {}
    return _match(general.left, special.left, found) and _match(general.right, special.right, found)


Erased = tuple[object, ...]
"""A term without types and instances: `(name, arguments …)`, a variable is `(index,)`."""


def erased(term: Term, names: Mapping[str, str]) -> Erased:
    """A term's skeleton, in which library functions go by the names that `names` gives them."""
    head, args = head_args(term)
    if isinstance(head, Local) and not args:
        return (head.index,)
    if isinstance(head, Const):
        if head.name == "OfNat.ofNat":
            return ("zero" if getattr(args[1], "value", 1) == 0 else str(getattr(args[1], "value", "")),)
        return (names.get(head.name, head.name), *(erased(a, names) for a in args if not _looks_like_type(a)))
    return (str(head), *(erased(a, names) for a in args))


def fits(pattern: Erased, term: Erased, found: dict[object, Erased]) -> bool:
    """Whether a skeleton is an instance of a pattern, whose variables are numbers."""
    if isinstance(pattern[0], int):
        return found.setdefault(pattern[0], term) == term
    return (
        pattern[0] == term[0]
        and len(pattern) == len(term)
        and all(fits(p, t, found) for p, t in zip(pattern[1:], term[1:], strict=True))  # type: ignore[arg-type]
    )


def _match(pattern: Term, term: Term, found: dict[int, Term]) -> bool:
    if isinstance(pattern, Local):
        known = found.setdefault(pattern.index, term)
        return known is term
    if isinstance(pattern, App) and isinstance(term, App):
        return _match(pattern.fn, term.fn, found) and _match(pattern.arg, term.arg, found)
    return pattern is term


def compare(left: Term, right: Term, precedence: Mapping[str, int]) -> int:
    """The lexicographic path order with a precedence of functions: 1 if left is greater, -1 if less, else 0."""
    if left is right:
        return 0
    if _greater(left, right, precedence):
        return 1
    return -1 if _greater(right, left, precedence) else 0


def _greater(left: Term, right: Term, precedence: Mapping[str, int]) -> bool:
    if left is right:
        return False
    if isinstance(right, Local):
        return right.index in locals_in(left)
    if isinstance(left, Local):
        return False
    (head, args), (other, others) = head_args(left), head_args(right)
    if any(arg is right or _greater(arg, right, precedence) for arg in args):
        return True
    mine = precedence.get(head.name, 0) if isinstance(head, Const) else -1
    theirs = precedence.get(other.name, 0) if isinstance(other, Const) else -1
    if mine > theirs:
        return all(_greater(left, arg, precedence) for arg in others)
    if head is other and len(args) == len(others):
        for a, b in zip(args, others, strict=True):
            if a is not b:
                return _greater(a, b, precedence) and all(_greater(left, o, precedence) for o in others)
    return False


def _compositions(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """All ways to write `total` as `parts` positive numbers."""
    if parts == 1:
        if total >= 1:
            yield (total,)
        return
    for first in range(1, total - parts + 2):
        for rest in _compositions(total - first, parts - 1):
            yield (first, *rest)


def _letter(type_: Term, names: Sequence[str], base: int) -> str:
    return {"Nat": "n", "List": "xs", "Bool": "b"}.get(head_name(type_), "x")


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
    (("Nat", "Nat"), "Nat", "{0} ^ {1}", lambda a, b: a**b),
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
    program = explorer._program(operation)
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
