"""What a goal says: Lean's expressions as Python values, with de Bruijn binders.

Terms are interned: two terms that differ in the names of bound variables only are the same object, so that `is` and
a hash of the identity are alpha-equivalence, and sharing costs nothing. Universe levels of constants are left out;
the context of a goal is a telescope, in which `Local(i)` is its variable number `i`.
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

EXPLICIT, IMPLICIT, STRICT, INSTANCE = range(4)
"""How a binder is given: `(x)`, `{x}`, `⦃x⦄`, `[x]`."""


class Term:
    """A Lean expression. `size` counts its nodes as a tree, `loose` is how many binders it needs around it."""

    __slots__ = ("__weakref__", "has_local", "has_meta", "loose", "size")
    size: int
    loose: int
    has_local: bool
    has_meta: bool
    _pool: ClassVar[weakref.WeakValueDictionary[tuple[object, ...], Term]] = weakref.WeakValueDictionary()

    @property
    def children(self) -> tuple[Term, ...]:
        return ()

    def __copy__(self) -> Term:
        return self

    def __deepcopy__(self, _memo: object) -> Term:
        return self

    def _measure(self, *parts: Term, below: int = 0) -> None:
        """Sizes and flags from the parts; `below` says how many of the last parts stand under one binder."""
        self.size = 1 + sum(part.size for part in parts)
        free = len(parts) - below
        self.loose = max(
            (part.loose if index < free else max(0, part.loose - 1) for index, part in enumerate(parts)),
            default=0,
        )
        self.has_local = any(part.has_local for part in parts)
        self.has_meta = any(part.has_meta for part in parts)


class Var(Term):
    """A bound variable: `index` binders outwards."""

    __slots__ = ("index",)
    index: int


class Local(Term):
    """The variable number `index` of the goal's context."""

    __slots__ = ("index",)
    index: int


class Meta(Term):
    """A metavariable, numbered in the order in which the goal mentions them."""

    __slots__ = ("index",)
    index: int


class Sort(Term):
    """`Prop`, `Type`, `Type u`, … by its printed name."""

    __slots__ = ("name",)
    name: str


class Const(Term):
    """A constant by its full name."""

    __slots__ = ("name",)
    name: str


class Num(Term):
    """A raw literal of `Nat`."""

    __slots__ = ("value",)
    value: int


class Text(Term):
    """A literal of `String`."""

    __slots__ = ("value",)
    value: str


class App(Term):
    """An application to one argument."""

    __slots__ = ("arg", "fn")
    fn: Term
    arg: Term

    @property
    def children(self) -> tuple[Term, ...]:
        return (self.fn, self.arg)


class Binder(Term):
    """`fun` or `∀`: the body stands under one binder."""

    __slots__ = ("body", "info", "name", "type")
    name: str
    info: int
    type: Term
    body: Term

    @property
    def children(self) -> tuple[Term, ...]:
        return (self.type, self.body)


class Lam(Binder):
    """`fun name : type => body`."""

    __slots__ = ()


class Pi(Binder):
    """`(name : type) → body`."""

    __slots__ = ()


class Let(Term):
    """`let name : type := value; body`."""

    __slots__ = ("body", "name", "type", "value")
    name: str
    type: Term
    value: Term
    body: Term

    @property
    def children(self) -> tuple[Term, ...]:
        return (self.type, self.value, self.body)


class Proj(Term):
    """Field number `index` of a structure's value."""

    __slots__ = ("index", "structure", "value")
    structure: str
    index: int
    value: Term

    @property
    def children(self) -> tuple[Term, ...]:
        return (self.value,)


_POOL = Term._pool
_MAKING = threading.Lock()


def _interned(key: tuple[object, ...], make: Callable[[], Term]) -> Term:
    found = _POOL.get(key)
    if found is None:
        # Two threads that make the same term must get one: terms are compared by identity.
        with _MAKING:
            found = _POOL.get(key)
            if found is None:
                found = make()
                _POOL[key] = found
    return found


def var(index: int) -> Term:
    def make() -> Term:
        term = Var()
        term.index, term.size, term.loose = index, 1, index + 1
        term.has_local = term.has_meta = False
        return term

    return _interned((Var, index), make)


def _leaf(
    kind: type[Term], attribute: str, value: object, *, local: bool = False, meta: bool = False
) -> Term:
    def make() -> Term:
        term = kind()
        setattr(term, attribute, value)
        term.size, term.loose, term.has_local, term.has_meta = 1, 0, local, meta
        return term

    return _interned((kind, value), make)


def local(index: int) -> Term:
    return _leaf(Local, "index", index, local=True)


def meta(index: int) -> Term:
    return _leaf(Meta, "index", index, meta=True)


def sort(name: str) -> Term:
    return _leaf(Sort, "name", name)


def const(name: str) -> Term:
    return _leaf(Const, "name", name)


def num(value: int) -> Term:
    return _leaf(Num, "value", value)


def literal(value: str) -> Term:
    return _leaf(Text, "value", value)


def app(fn: Term, *args: Term) -> Term:
    """`fn` applied to each argument in turn."""
    for arg in args:
        fn = _app(fn, arg)
    return fn


def _app(fn: Term, arg: Term) -> Term:
    def make() -> Term:
        term = App()
        term.fn, term.arg = fn, arg
        term._measure(fn, arg)
        return term

    return _interned((App, fn, arg), make)


def binder(kind: type[Binder], name: str, type_: Term, body: Term, info: int = EXPLICIT) -> Term:
    """`fun` (Lam) or `∀` (Pi); the name is that of whoever made this term first."""

    def make() -> Term:
        term = kind()
        term.name, term.info, term.type, term.body = name, info, type_, body
        term._measure(type_, body, below=1)
        return term

    return _interned((kind, type_, body), make)


def let(name: str, type_: Term, value: Term, body: Term) -> Term:
    def make() -> Term:
        term = Let()
        term.name, term.type, term.value, term.body = name, type_, value, body
        term._measure(type_, value, body, below=1)
        return term

    return _interned((Let, type_, value, body), make)


def proj(structure: str, index: int, value: Term) -> Term:
    def make() -> Term:
        term = Proj()
        term.structure, term.index, term.value = structure, index, value
        term._measure(value)
        return term

    return _interned((Proj, structure, index, value), make)


def head_args(term: Term) -> tuple[Term, tuple[Term, ...]]:
    """The head of an application and all its arguments."""
    args: list[Term] = []
    while isinstance(term, App):
        args.append(term.arg)
        term = term.fn
    return term, tuple(reversed(args))


def head_name(term: Term) -> str:
    """The constant at the head of an application, or nothing."""
    while isinstance(term, App):
        term = term.fn
    return term.name if isinstance(term, Const) else ""


def subterms(term: Term) -> Iterator[Term]:
    """Every distinct subterm once, the outer ones first; those under binders keep their loose variables."""
    seen: set[Term] = set()
    stack = [term]
    while stack:
        one = stack.pop()
        if one in seen:
            continue
        seen.add(one)
        yield one
        stack.extend(reversed(one.children))


def constants(term: Term) -> frozenset[str]:
    """The names of all constants in a term."""
    return frozenset(one.name for one in subterms(term) if isinstance(one, Const))


def rebuild(term: Term, leaf: Callable[[Term, int], Term | None], depth: int = 0) -> Term:
    """Replace subterms from the outside: `leaf(subterm, binders passed)` gives the new one, or None to go on."""
    memo: dict[tuple[Term, int], Term] = {}

    def go(one: Term, passed: int) -> Term:
        key = (one, passed)
        if (known := memo.get(key)) is not None:
            return known
        new = leaf(one, passed)
        if new is None:
            match one:
                case App():
                    new = _app(go(one.fn, passed), go(one.arg, passed))
                case Binder():
                    kind = type(one)
                    new = binder(kind, one.name, go(one.type, passed), go(one.body, passed + 1), one.info)
                case Let():
                    new = let(one.name, go(one.type, passed), go(one.value, passed), go(one.body, passed + 1))
                case Proj():
                    new = proj(one.structure, one.index, go(one.value, passed))
                case _:
                    new = one
        memo[key] = new
        return new

    return go(term, depth)


def lifted(term: Term, by: int, above: int = 0) -> Term:
    """Loose variables from `above` on, raised by `by`."""
    if term.loose <= above or by == 0:
        return term

    def leaf(one: Term, passed: int) -> Term | None:
        if one.loose <= passed:
            return one
        return var(one.index + by) if isinstance(one, Var) else None

    return rebuild(term, leaf, above)


def lowered(term: Term, by: int) -> Term:
    """A term from under `by` binders as it reads outside of them; itself where it mentions their variables."""

    def leaf(one: Term, passed: int) -> Term | None:
        if one.loose <= passed:
            return one
        return var(one.index - by) if isinstance(one, Var) else None

    if by == 0 or any(uses_variable(term, index) for index in range(by)):
        return term
    return rebuild(term, leaf)


def instantiated(body: Term, *values: Term) -> Term:
    """A body with its outermost loose variables replaced: the first value is for the outermost binder."""
    count = len(values)

    def leaf(one: Term, passed: int) -> Term | None:
        if one.loose <= passed:
            return one
        if isinstance(one, Var):
            back = one.index - passed
            return lifted(values[count - 1 - back], passed) if back < count else var(one.index - count)
        return None

    return rebuild(body, leaf)


def replaced(term: Term, old: Term, new: Term) -> Term:
    """Every occurrence of a term without loose variables replaced."""
    return rebuild(term, lambda one, passed: lifted(new, passed) if one is old else None)


def with_locals(term: Term, values: dict[int, Term]) -> Term:
    """Variables of the context replaced by terms (without loose variables, or lifted to their place)."""
    if not term.has_local:
        return term

    def leaf(one: Term, passed: int) -> Term | None:
        if not one.has_local:
            return one
        if isinstance(one, Local):
            value = values.get(one.index)
            return one if value is None else lifted(value, passed)
        return None

    return rebuild(term, leaf)


def locals_in(term: Term) -> frozenset[int]:
    """The context variables that a term mentions."""
    return frozenset(one.index for one in subterms(term) if isinstance(one, Local))


def uses_variable(body: Term, index: int = 0) -> bool:
    """Whether a body uses the variable of the binder around it."""
    if body.loose <= index:
        return False
    if isinstance(body, Var):
        return body.index == index
    if isinstance(body, Binder):
        return uses_variable(body.type, index) or uses_variable(body.body, index + 1)
    if isinstance(body, Let):
        parts = (body.type, body.value)
        return any(uses_variable(part, index) for part in parts) or uses_variable(body.body, index + 1)
    return any(uses_variable(child, index) for child in body.children)


def conclusion(term: Term) -> tuple[list[Binder], Term]:
    """The leading binders of `∀ …, body` and what stands under them."""
    found: list[Binder] = []
    while isinstance(term, Pi):
        found.append(term)
        term = term.body
    return found, term


def equation(term: Term) -> tuple[Term, Term, Term] | None:
    """Type and sides of an `=`, or None."""
    head, args = head_args(term)
    if isinstance(head, Const) and head.name == "Eq" and len(args) == 3:
        return args[0], args[1], args[2]
    return None


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable or hypothesis of a goal.

    `name` is empty where a tactic cannot name it; `label` is then what Lean calls it.
    """

    name: str
    type: Term
    value: Term | None = None
    is_instance: bool = False
    is_proof: bool = False
    label: str = field(default="", compare=False)


@dataclass(frozen=True)
class Sequent:
    """A goal as terms: a context, in which each type may mention what stands before it, and a target."""

    context: tuple[Variable, ...]
    target: Term
    case: str = ""

    @cached_property
    def alpha(self) -> tuple[object, ...]:
        """Equal for goals that differ in names only; its hash is the goal's."""
        return (self.target, *((v.type, v.value) for v in self.context))

    @cached_property
    def key(self) -> tuple[object, ...]:
        """Equal for goals that the same script solves: names matter, since scripts mention them."""
        return (self.alpha, tuple(v.name for v in self.context))

    @cached_property
    def has_meta(self) -> bool:
        return self.target.has_meta or any(v.type.has_meta for v in self.context)

    @cached_property
    def size(self) -> int:
        """Nodes of the target and of the propositions among the hypotheses."""
        return self.target.size + sum(v.type.size for v in self.context if v.is_proof)

    def names(self) -> frozenset[str]:
        return frozenset(v.name for v in self.context if v.name)

    def index_of(self, name: str) -> int | None:
        for index in range(len(self.context) - 1, -1, -1):
            if self.context[index].name == name:
                return index
        return None


@dataclass(frozen=True)
class Constant:
    """What is known of a constant of the environment.

    `unfolded` states the defining equation `∀ xs, f xs = body` of a function; `value` is its definition where Lean
    has no such equation. `constructors` are those of an inductive type, in order; `parameters` counts what they
    have in common. `inductive` is a constructor's type. `equations` are a function's, one a case of its definition.
    """

    name: str
    kind: str
    type: Term
    value: Term | None = None
    unfolded: Term | None = None
    constructors: tuple[str, ...] = ()
    parameters: int = 0
    inductive: str = ""
    equations: tuple[Term, ...] = ()
