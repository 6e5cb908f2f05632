"""Lean's kernel, given terms that were built here: constructors for names, levels and expressions, and replay.

Terms are built with the library's own constructors, which compute all that Lean caches in a term; what a compiled
module claims about its terms plays no part. Values are persistent: they live as long as the process, a child that
judges one text.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence

from tactic_mesh.lean.calls import CommandState, Runtime
from tactic_mesh.lean.objects import Obj, box, field, unbox

_pointer, _byte = ctypes.c_void_p, ctypes.c_uint8
_NATURAL, _TEXT = 0, 1
_DEFINITION_HINT = 2


class Kernel:
    """Builds terms in this process and has Lean's kernel check them.

    Raises: AttributeError where the library lacks one of the functions.
    """

    def __init__(self, runtime: Runtime) -> None:
        self.runtime = runtime
        self.objects = o = runtime.objects
        self._persist = o.persist
        self._name_part = o.bind("lean_name_mk_string", _pointer, _pointer)
        self._name_number = o.bind("lean_name_mk_numeral", _pointer, _pointer)
        self._level_zero = o.bind("lean_level_mk_zero", _pointer)
        self._level_succ = o.bind("lean_level_mk_succ", _pointer)
        self._level_max = o.bind("lean_level_mk_max", _pointer, _pointer)
        self._level_imax = o.bind("lean_level_mk_imax", _pointer, _pointer)
        self._level_param = o.bind("lean_level_mk_param", _pointer)
        self._bvar = o.bind("lean_expr_mk_bvar", _pointer)
        self._sort = o.bind("lean_expr_mk_sort", _pointer)
        self._const = o.bind("lean_expr_mk_const", _pointer, _pointer)
        self._app = o.bind("lean_expr_mk_app", _pointer, _pointer)
        self._lambda = o.bind("lean_expr_mk_lambda", _pointer, _pointer, _pointer, _byte)
        self._forall = o.bind("lean_expr_mk_forall", _pointer, _pointer, _pointer, _byte)
        self._let = o.bind("lean_expr_mk_let", _pointer, _pointer, _pointer, _pointer, _byte)
        self._literal = o.bind("lean_expr_mk_lit", _pointer)
        self._proj = o.bind("lean_expr_mk_proj", _pointer, _pointer, _pointer)
        self._map_of = o.bind("l_Std_HashMap_ofArray___redArg", _pointer, _pointer, _pointer)
        self._replay = o.bind_boxed("l_Lean_Environment_replay", 2)
        self._contains = o.bind_boxed("l_Lean_Environment_contains", 3)
        self._names: dict[tuple[str | int, ...], Obj] = {(): box(0)}

    # Terms

    def name(self, parts: tuple[str | int, ...]) -> Obj:
        """The name of these parts, outermost first."""
        known = self._names.get(parts)
        if known is None:
            known = box(0)
            for count in range(1, len(parts) + 1):
                known = self._extended(parts[:count], known)
        return known

    def _extended(self, parts: tuple[str | int, ...], prefix: Obj) -> Obj:
        made = self._names.get(parts)
        if made is None:
            last, o = parts[-1], self.objects
            if isinstance(last, str):
                made = self._name_part(prefix, o.string(last.encode()))
            else:
                made = self._name_number(prefix, o.number(last))
            self._names[parts] = self._persist(made)
        return made

    def names(self, names: Iterable[tuple[str | int, ...]]) -> Obj:
        """A `List Name`."""
        return self.objects.list([self.name(name) for name in names])

    def level_zero(self) -> Obj:
        return self._persist(self._level_zero(box(0)))

    def level_succ(self, level: Obj) -> Obj:
        return self._persist(self._level_succ(level))

    def level_max(self, left: Obj, right: Obj) -> Obj:
        return self._persist(self._level_max(left, right))

    def level_imax(self, left: Obj, right: Obj) -> Obj:
        return self._persist(self._level_imax(left, right))

    def level_param(self, name: tuple[str | int, ...]) -> Obj:
        return self._persist(self._level_param(self.name(name)))

    def bvar(self, index: int) -> Obj:
        return self._persist(self._bvar(self.objects.number(index)))

    def sort(self, level: Obj) -> Obj:
        return self._persist(self._sort(level))

    def const(self, name: tuple[str | int, ...], levels: Sequence[Obj]) -> Obj:
        return self._persist(self._const(self.name(name), self.objects.list(levels)))

    def app(self, function: Obj, argument: Obj) -> Obj:
        return self._persist(self._app(function, argument))

    def lam(self, name: tuple[str | int, ...], info: int, type_: Obj, body: Obj) -> Obj:
        return self._persist(self._lambda(self.name(name), type_, body, info))

    def pi(self, name: tuple[str | int, ...], info: int, type_: Obj, body: Obj) -> Obj:
        return self._persist(self._forall(self.name(name), type_, body, info))

    def let(self, name: tuple[str | int, ...], nondependent: int, type_: Obj, value: Obj, body: Obj) -> Obj:
        return self._persist(self._let(self.name(name), type_, value, body, nondependent))

    def literal(self, value: int | str) -> Obj:
        o = self.objects
        if isinstance(value, str):
            return self._persist(self._literal(o.constructor(_TEXT, [o.string(value.encode())])))
        return self._persist(self._literal(o.constructor(_NATURAL, [o.number(value)])))

    def proj(self, structure: tuple[str | int, ...], index: int, term: Obj) -> Obj:
        return self._persist(self._proj(self.name(structure), self.objects.number(index), term))

    # Constants

    def constant(self, tag: int, fields: Sequence[Obj], scalars: bytes = b"") -> Obj:
        """A `ConstantInfo`: constructor `tag` around the structure of its kind."""
        o = self.objects
        return o.constructor(tag, [o.constructor(0, fields, scalars)])

    def common(
        self, name: tuple[str | int, ...], parameters: Iterable[tuple[str | int, ...]], type_: Obj
    ) -> Obj:
        """A `ConstantVal`."""
        return self.objects.constructor(0, [self.name(name), self.names(parameters), type_])

    def hints(self, hints: int) -> Obj:
        """`ReducibilityHints`: 0 opaque, 1 abbreviation, 2 + height otherwise."""
        if hints < _DEFINITION_HINT:
            return box(hints)
        return self.objects.constructor(
            _DEFINITION_HINT, [], (hints - _DEFINITION_HINT).to_bytes(4, "little")
        )

    def rule(self, constructor: tuple[str | int, ...], fields: int, value: Obj) -> Obj:
        """A `RecursorRule`."""
        return self.objects.constructor(0, [self.name(constructor), self.objects.number(fields), value])

    # The kernel

    def contains(self, name: tuple[str | int, ...], state: CommandState) -> bool:
        """Whether the environment of `state` has this constant."""
        environment = self.objects.own(field(state.value, 0))
        return bool(unbox(self._contains(environment, self.name(name), box(1))))

    def replay(
        self, constants: Iterable[tuple[tuple[str | int, ...], Obj]], state: CommandState
    ) -> CommandState:
        """Every constant through the kernel, on top of the environment of `state`; unsafe ones are left out.

        Axioms are accepted as axioms. Raises: LeanRuntimeError with the kernel's own text where it refuses.
        """
        o = self.objects
        pairs = o.array([o.constructor(0, [self.name(name), info]) for name, info in constants])
        equality, hashing = o.constant("l_Lean_Name_instBEq"), o.constant("l_Lean_instHashableName")
        wanted = self._map_of(o.own(equality), o.own(hashing), pairs)
        environment = o.result(self._replay(wanted, o.own(field(state.value, 0))))
        return self.runtime.fresh_state(environment)

    def axioms(self, name: tuple[str | int, ...], state: CommandState) -> tuple[str, ...]:
        """The axioms that a constant rests on, as Lean collects them."""
        return self.runtime.axioms_of(self.name(name), state)
