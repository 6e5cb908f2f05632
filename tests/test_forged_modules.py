"""What a hostile process hands out instead of what it compiled: the judge takes nothing in it on trust.

Each forger writes a module in which `bad : False` is a theorem, or something as good. None is accepted, the reason
is the expected one, and the judge does not die of it.
"""

from __future__ import annotations

import base64
import contextlib
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, cast

import pytest
from corpus_of_texts import HONEST, cases
from forging import (
    BASE,
    CONSTRUCTOR,
    DEFINITION,
    INDUCTIVE,
    NIL,
    OPAQUE,
    PARTIAL,
    QUOTIENT,
    RECURSOR,
    THEOREM,
    UNSAFE,
    Forger,
    boxed,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import Running, running

from tactic_mesh.errors import MalformedModule
from tactic_mesh.lean.answer import Constant, RawAnswer
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import open_lean
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Environment, NoVerdict, Outcome
from tactic_mesh.verify.check import check
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.judge import PROGRAM
from tactic_mesh.verify.olean import read_module
from tactic_mesh.verify.request import Request
from tactic_mesh.verify.terms import Terms

BAD = ("bad",)
Forgery = Callable[[Forger], bytes]
FORGERIES: dict[str, tuple[str, Forgery]] = {}


@pytest.fixture(scope="module")
def lean(library: Library) -> Iterator[Running]:
    assert library.modules
    with running(open_lean(lean="embedded", jobs=2)) as opened:
        yield opened


def forger(lean: Running) -> Forger:
    environment = lean.lean.environment
    return Forger(environment.version, environment.commit)


def judged(
    lean: Running, module: bytes, targets: tuple[str, ...] = ("bad",), trusted: bytes | None = None
) -> dict[str, Any] | NoVerdict:
    request = {
        "candidate": base64.b64encode(module).decode(),
        "trusted": None if trusted is None else base64.b64encode(trusted).decode(),
        "targets": list(targets),
        "everything": not targets,
        "definitions": None,
        "replay": True,
    }
    return lean.run(lean.lean.program(PROGRAM, request, Limits(wall_s=60)))


def forgery(code: str) -> Callable[[Forgery], Forgery]:
    """Enter a forger with the code of the reason for which the judge refuses its module."""

    def enter(write: Forgery) -> Forgery:
        FORGERIES[write.__name__] = (code, write)
        return write

    return enter


def false(f: Forger) -> int:
    return f.const("False")


def proof(f: Forger) -> int:
    return f.const("True", "intro")


def one_is_two(f: Forger) -> int:
    """`1 = 2`, with literals."""
    one = f.successor(boxed(0))
    return f.app(f.const("Eq", levels=[one]), f.const("Nat"), f.literal(1), f.literal(2))


# Terms that are none, or of another type


@forgery("kernel_rejected")
def another_type(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, false(f), proof(f)))


@forgery("kernel_rejected")
def cached_data_says_closed(f: Forger) -> bytes:
    """The cached bits of the variable say that nothing is loose, has its hash and so on."""
    return f.module(f.theorem(BAD, false(f), f.variable(0, data=0x00FF_FFFF_FFFF)))


@forgery("kernel_rejected")
def cached_hash_of_another(f: Forger) -> bytes:
    """Two different propositions with the same cached bits."""
    equal = f.const("True", data=7)
    type_ = f.pi(equal, f.const("False", data=7))
    return f.module(f.theorem(BAD, type_, f.lam(equal, f.variable(0))))


@forgery("module_malformed")
def variable_beyond_all_bounds(f: Forger) -> bytes:
    """Lean's own constructor cannot say in its cached bits that this variable is loose."""
    return f.module(f.theorem(BAD, false(f), f.variable(1 << 40)))


@forgery("module_malformed")
def variable_beyond_the_bits_in_a_function(f: Forger) -> bytes:
    value = f.app(f.lam(f.const("True"), f.variable((1 << 20) + 1)), proof(f))
    return f.module(f.theorem(BAD, false(f), value))


@forgery("module_malformed")
def variable_as_a_big_number(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, false(f), f.variable(1 << 64)))


@forgery("kernel_rejected")
def type_with_a_loose_variable(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, f.variable(0), proof(f)))


@forgery("module_malformed")
def free_variable(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, false(f), f.constructor(1, [f.name("x")], bytes(8))))


@forgery("module_malformed")
def metavariable(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, false(f), f.constructor(2, [f.name("x")], bytes(8))))


@forgery("module_malformed")
def level_metavariable(f: Forger) -> bytes:
    level = f.constructor(5, [f.name("u")], bytes(8))
    return f.module(f.theorem(BAD, false(f), f.sort(level)))


@forgery("kernel_rejected")
def level_parameter_of_nobody(f: Forger) -> bytes:
    type_ = f.pi(f.sort(f.parameter("u")), false(f))
    return f.module(f.theorem(BAD, type_, f.lam(f.sort(f.parameter("u")), proof(f))))


@forgery("kernel_rejected")
def one_level_parameter_twice(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, f.const("True"), proof(f), parameters=[("u",), ("u",)]))


@forgery("kernel_rejected")
def type_in_type(f: Forger) -> bytes:
    """A universe that contains itself."""
    return f.module(
        f.definition(("U",), f.sort(f.successor(boxed(0))), f.sort(f.successor(boxed(0)))),
        f.theorem(BAD, f.const("True"), f.const("U")),
    )


@forgery("kernel_rejected")
def projection_of_a_proof(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, false(f), f.proj("And", 0, proof(f))))


@forgery("kernel_rejected")
def projection_with_an_index_beyond_32_bits(f: Forger) -> bytes:
    both = f.app(f.const("And"), f.const("True"), false(f))
    type_ = f.pi(both, false(f))
    return f.module(f.theorem(BAD, type_, f.lam(both, f.proj("And", (1 << 32) + 1 << 1, f.variable(0)))))


@forgery("kernel_rejected")
def data_out_of_an_existence(f: Forger) -> bytes:
    """The witness of `∃`, which only a proposition may be told of."""
    one = f.successor(boxed(0))
    exists = f.app(f.const("Exists", levels=[one]), f.const("Nat"), f.lam(f.const("Nat"), f.const("True")))
    return f.module(
        f.definition(
            ("witness",), f.pi(exists, f.const("Nat")), f.lam(exists, f.proj("Exists", 0, f.variable(0)))
        ),
        f.theorem(BAD, f.const("True"), f.app(f.const("witness"), proof(f))),
    )


@forgery("kernel_rejected")
def equal_literals(f: Forger) -> bytes:
    one = f.successor(boxed(0))
    value = f.app(f.const("Eq", "refl", levels=[one]), f.const("Nat"), f.literal(1))
    return f.module(f.theorem(BAD, one_is_two(f), value))


@forgery("kernel_rejected")
def text_literal_with_a_nul(f: Forger) -> bytes:
    """Two texts that are one to whoever reads up to a NUL."""
    one = f.successor(boxed(0))
    type_ = f.app(f.const("Eq", levels=[one]), f.const("String"), f.literal("a\0b"), f.literal("a\0c"))
    value = f.app(f.const("Eq", "refl", levels=[one]), f.const("String"), f.literal("a\0b"))
    return f.module(f.theorem(BAD, type_, value))


# Numbers and texts that are none


def literal_of(f: Forger, number: int) -> bytes:
    literal = f.constructor(9, [f.constructor(0, [number])], bytes(8))
    one = f.successor(boxed(0))
    value = f.app(f.const("Eq", "refl", levels=[one]), f.const("Nat"), literal)
    type_ = f.app(f.const("Eq", levels=[one]), f.const("Nat"), literal, literal)
    return f.module(f.theorem(BAD, type_, value))


@forgery("module_malformed")
def negative_literal(f: Forger) -> bytes:
    return literal_of(f, f.big(1 << 64, sign=-1))


@forgery("module_malformed")
def small_number_as_a_big_one(f: Forger) -> bytes:
    return literal_of(f, f.big(5))


@forgery("module_malformed")
def number_without_limbs(f: Forger) -> bytes:
    return literal_of(f, f.put(250, 0, struct.pack("<iiQ", 0, 0, f.here() + 24)))


@forgery("module_malformed")
def number_with_a_leading_zero(f: Forger) -> bytes:
    return literal_of(f, f.put(250, 0, struct.pack("<iiQQQ", 2, 2, f.here() + 24, 5, 0)))


@forgery("module_malformed")
def number_whose_limbs_are_elsewhere(f: Forger) -> bytes:
    return literal_of(f, f.put(250, 0, struct.pack("<iiQQ", 1, 1, BASE, 1 << 63)))


@forgery("module_malformed")
def number_of_two_gigabytes(f: Forger) -> bytes:
    return literal_of(f, f.put(250, 0, struct.pack("<iiQQ", 1 << 28, 1 << 28, f.here() + 24, 1)))


@forgery("module_malformed")
def text_that_is_no_unicode(f: Forger) -> bytes:
    return f.module(
        f.theorem(BAD, false(f), f.constructor(9, [f.constructor(1, [f.text(b"\xff\xfe")])], bytes(8)))
    )


@forgery("module_malformed")
def text_with_a_surrogate(f: Forger) -> bytes:
    raw = "\ud800".encode("utf-8", "surrogatepass")
    return f.module(f.theorem(BAD, false(f), f.constructor(9, [f.constructor(1, [f.text(raw)])], bytes(8))))


@forgery("module_malformed")
def text_beyond_the_end(f: Forger) -> bytes:
    text = f.put(249, 0, struct.pack("<QQQ", 1 << 40, 1 << 40, 5) + b"False\0\0\0")
    return f.module(
        f.theorem(
            BAD, f.constructor(4, [f.constructor(1, [boxed(0), text], bytes(8)), NIL], bytes(8)), proof(f)
        )
    )


@forgery("module_malformed")
def level_zero_as_an_object(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, false(f), f.sort(f.constructor(0, [], bytes(8)))))


# Objects that are none


@forgery("module_malformed")
def circle(f: Forger) -> bytes:
    """An application of itself to itself."""
    here = f.here()
    return f.module(f.theorem(BAD, false(f), f.constructor(5, [here, here], bytes(8))))


@forgery("module_malformed")
def forward(f: Forger) -> bytes:
    ahead = f.here() + 32
    value = f.constructor(5, [ahead, ahead], bytes(8))
    proof(f)
    return f.module(f.theorem(BAD, false(f), value))


@forgery("module_malformed")
def circular_list(f: Forger) -> bytes:
    here = f.here()
    levels = f.constructor(1, [boxed(0), here])
    return f.module(f.theorem(BAD, false(f), f.constructor(4, [f.name("True"), levels], bytes(8))))


@forgery("module_malformed")
def circular_name(f: Forger) -> bytes:
    text = f.text("x")
    name = f.constructor(1, [f.here(), text], bytes(8))
    return f.module(f.theorem(BAD, false(f), f.constructor(4, [name, NIL], bytes(8))))


@forgery("module_malformed")
def into_the_header(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, false(f), BASE + 8))


@forgery("module_malformed")
def outside(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, false(f), BASE - 8))


@forgery("module_malformed")
def beyond_the_end(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, false(f), BASE + (1 << 30)))


@forgery("module_malformed")
def no_pointer(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, false(f), 0))


@forgery("module_malformed")
def between_words(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, false(f), proof(f) + 4))


@forgery("module_malformed")
def boxed_term(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, false(f), boxed(3)))


@forgery("module_malformed")
def closure(f: Forger) -> bytes:
    """A function pointer where a term should be."""
    return f.module(
        f.theorem(BAD, false(f), f.put(245, 0, struct.pack("<QHHxxxx", 0x4141414141414141, 2, 0)))
    )


@forgery("module_malformed")
def task(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, false(f), f.put(252, 0, struct.pack("<QQ", proof(f), 0))))


@forgery("module_malformed")
def term_with_a_field_more(f: Forger) -> bytes:
    function = proof(f)
    return f.module(f.theorem(BAD, false(f), f.constructor(5, [function, function, function], bytes(8))))


@forgery("module_malformed")
def array_beyond_the_end(f: Forger) -> bytes:
    names = f.put(246, 0, struct.pack("<QQ", 1 << 60, 1 << 60))
    empty = f.array([])
    return f.module(root=f.constructor(0, [empty, names, names, empty, empty], bytes(8)))


@forgery("module_malformed")
def root_elsewhere(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, false(f), proof(f)), root=BASE + 96)


@forgery("module_malformed")
def no_objects(f: Forger) -> bytes:
    return bytes(f.data)


@forgery("module_malformed")
def nothing(f: Forger) -> bytes:
    return b""


@forgery("module_malformed")
def of_another_lean(f: Forger) -> bytes:
    other = Forger("4.9.0", "0" * 40)
    return other.module(other.theorem(BAD, other.const("True"), proof(other)))


@forgery("module_malformed")
def of_another_format(f: Forger) -> bytes:
    module = bytearray(f.module(f.theorem(BAD, f.const("True"), proof(f))))
    module[5] = 3
    return bytes(module)


@forgery("module_malformed")
def one_long_list_for_many(f: Forger) -> bytes:
    """Small in the file; to read it anew for each of its owners would take hours."""
    list_, type_, value = f.list([f.name("x")] * 2000), f.const("True"), proof(f)
    return f.module(*(f.constant(THEOREM, ("t", index), type_, [value, list_]) for index in range(2000)))


@forgery("module_malformed")
def one_long_name_for_many(f: Forger) -> bytes:
    name, text = boxed(0), f.text("x")
    for _ in range(1000):
        name = f.constructor(1, [name, text], bytes(8))
    value = proof(f)
    for index in range(2000):
        longer = f.constructor(2, [name, boxed(index)], bytes(8))
        value = f.app(value, f.constructor(4, [longer, NIL], bytes(8)))
    return f.module(f.theorem(BAD, false(f), value))


# Constants that are none


@forgery("module_malformed")
def name_of_another(f: Forger) -> bytes:
    """Listed as `bad`, itself called `good`."""
    _, good = f.theorem(("good",), f.const("True"), proof(f))
    return f.module((BAD, good))


@forgery("module_malformed")
def one_name_twice(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, f.const("True"), proof(f)), f.axiom(BAD, false(f)))


@forgery("module_malformed")
def more_names_than_constants(f: Forger) -> bytes:
    names, values, empty = f.array([f.name("bad")]), f.array([]), f.array([])
    return f.module(root=f.constructor(0, [empty, names, values, empty, empty], bytes(8)))


@forgery("module_malformed")
def kind_of_nothing(f: Forger) -> bytes:
    return f.module(f.constant(8, BAD, false(f)))


@forgery("axiom")
def plain_axiom(f: Forger) -> bytes:
    return f.module(f.axiom(("cheat",), false(f)), f.theorem(BAD, false(f), f.const("cheat")))


@forgery("axiom")
def axiom_that_reads_as_an_allowed_one(f: Forger) -> bytes:
    name = ("Classical.choice",)
    return f.module(f.axiom(name, false(f)), f.theorem(BAD, false(f), f.const(*name)))


@forgery("axiom")
def axiom_behind_an_opaque_constant(f: Forger) -> bytes:
    wrapped = f.constant(OPAQUE, ("wrapped",), false(f), [f.const("cheat"), f.names(("wrapped",))], b"\0")
    return f.module(f.axiom(("cheat",), false(f)), wrapped, f.theorem(BAD, false(f), f.const("wrapped")))


@forgery("axiom")
def axiom_in_a_type(f: Forger) -> bytes:
    """Only the statement mentions it."""
    type_ = f.app(f.const("Eq", levels=[boxed(0)]), f.const("True"), f.const("cheat"), proof(f))
    return f.module(
        f.axiom(("cheat",), f.const("True")),
        f.theorem(BAD, type_, f.app(f.const("rfl", levels=[boxed(0)]), f.const("True"), proof(f))),
    )


@forgery("redeclared")
def allowed_axiom_of_another_type(f: Forger) -> bytes:
    return f.module(f.axiom(("propext",), false(f)), f.theorem(BAD, false(f), f.const("propext")))


@forgery("redeclared")
def library_theorem_of_another_type(f: Forger) -> bytes:
    name = ("Nat", "add_comm")
    return f.module(f.theorem(name, false(f), proof(f)), f.theorem(BAD, false(f), f.const(*name)))


@forgery("redeclared")
def falsity_defined(f: Forger) -> bytes:
    return f.module(
        f.definition(("False",), f.sort(boxed(0)), f.const("True")), f.theorem(BAD, false(f), proof(f))
    )


@forgery("redeclared")
def quotient_again(f: Forger) -> bytes:
    return f.module(
        f.constant(QUOTIENT, ("Quot", "lift"), false(f), flags=b"\2"), f.theorem(BAD, false(f), proof(f))
    )


@forgery("kernel_rejected")
def quotient_of_another_name(f: Forger) -> bytes:
    """The replay of a quotient's constant adds the quotient that is there already, whatever this one is called."""
    return f.module(
        f.constant(QUOTIENT, ("cheat",), false(f), flags=b"\0"), f.theorem(BAD, false(f), f.const("cheat"))
    )


@forgery("not_a_theorem")
def quotient_as_the_target(f: Forger) -> bytes:
    return f.module(f.constant(QUOTIENT, BAD, false(f), flags=b"\0"))


@forgery("not_a_theorem")
def axiom_as_the_target(f: Forger) -> bytes:
    return f.module(f.axiom(BAD, false(f)))


@forgery("not_a_theorem")
def definition_as_the_target(f: Forger) -> bytes:
    return f.module(f.definition(BAD, f.const("True"), proof(f)))


@forgery("theorem_missing")
def no_constants(f: Forger) -> bytes:
    return f.module()


@forgery("theorem_missing")
def name_with_a_number(f: Forger) -> bytes:
    return f.module(f.theorem(("bad", 0), f.const("True"), proof(f)))


@forgery("unsafe_constant")
def unsafe_definition(f: Forger) -> bytes:
    return f.module(
        f.definition(("loop",), false(f), f.const("loop"), UNSAFE), f.theorem(BAD, false(f), f.const("loop"))
    )


@forgery("unsafe_constant")
def partial_definition(f: Forger) -> bytes:
    return f.module(
        f.definition(("loop",), false(f), f.const("loop"), PARTIAL), f.theorem(BAD, false(f), f.const("loop"))
    )


@forgery("unsafe_constant")
def safety_of_no_kind(f: Forger) -> bytes:
    return f.module(
        f.definition(("loop",), false(f), f.const("loop"), 255), f.theorem(BAD, false(f), f.const("loop"))
    )


@forgery("unsafe_constant")
def unsafe_axiom(f: Forger) -> bytes:
    return f.module(f.axiom(("loop",), false(f), 1), f.theorem(BAD, false(f), f.const("loop")))


@forgery("unsafe_constant")
def unsafe_axiom_by_another_byte(f: Forger) -> bytes:
    return f.module(f.axiom(("loop",), false(f), 2), f.theorem(BAD, false(f), f.const("loop")))


@forgery("kernel_rejected")
def proof_by_itself(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, false(f), f.const("bad")))


@forgery("kernel_rejected")
def proof_in_a_circle(f: Forger) -> bytes:
    return f.module(
        f.theorem(BAD, false(f), f.const("worse")), f.theorem(("worse",), false(f), f.const("bad"))
    )


@forgery("unknown_constant")
def constant_of_nobody(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, false(f), f.const("nowhere")))


@forgery("unknown_constant")
def constant_without_a_name(f: Forger) -> bytes:
    return f.module(f.theorem(BAD, false(f), f.const()))


# Inductive types


def inductive(
    f: Forger,
    name: str,
    type_: int,
    constructors: dict[str, int],
    *,
    parameters: int = 0,
    indices: int = 0,
    flags: bytes = b"\0\0\0",
    together: tuple[str, ...] | None = None,
) -> list[tuple[tuple[str | int, ...], int]]:
    """An inductive type and its constructors, as they would be compiled."""
    all_ = f.names(*((one,) for one in together or (name,)))
    names = f.names(*((name, one) for one in constructors))
    fields = [f.number(parameters), f.number(indices), all_, names, f.number(0)]
    made = [f.constant(INDUCTIVE, (name,), type_, fields, flags)]
    for index, (one, its_type) in enumerate(constructors.items()):
        its_fields = [f.name(name), f.number(index), f.number(parameters), f.number(0)]
        made.append(f.constant(CONSTRUCTOR, (name, one), its_type, its_fields, b"\0"))
    return made


@forgery("kernel_rejected")
def not_positive(f: Forger) -> bytes:
    type_ = f.const("Bad")
    made = inductive(
        f, "Bad", f.sort(f.successor(boxed(0))), {"mk": f.pi(f.pi(type_, false(f)), f.const("Bad"))}
    )
    return f.module(*made, f.theorem(BAD, f.const("True"), proof(f)))


@forgery("kernel_rejected")
def universe_too_small(f: Forger) -> bytes:
    made = inductive(
        f,
        "Small",
        f.sort(f.successor(boxed(0))),
        {"mk": f.pi(f.sort(f.successor(boxed(0))), f.const("Small"))},
    )
    return f.module(*made, f.theorem(BAD, f.const("True"), proof(f)))


@forgery("kernel_rejected")
def constructor_of_another_type(f: Forger) -> bytes:
    made = inductive(f, "T", f.sort(f.successor(boxed(0))), {"mk": false(f)})
    return f.module(*made, f.theorem(BAD, false(f), f.const("T", "mk")))


@forgery("unknown_constant")
def constructor_without_a_type(f: Forger) -> bytes:
    """A constructor of nothing."""
    fields = [f.name("T"), f.number(0), f.number(0), f.number(0)]
    cheat = f.constant(CONSTRUCTOR, ("cheat",), false(f), fields, b"\0")
    return f.module(cheat, f.theorem(BAD, false(f), f.const("cheat")))


@forgery("kernel_rejected")
def constructor_of_a_library_type(f: Forger) -> bytes:
    fields = [f.name("False"), f.number(0), f.number(0), f.number(0)]
    cheat = f.constant(CONSTRUCTOR, ("False", "mk"), false(f), fields, b"\0")
    return f.module(cheat, f.theorem(BAD, false(f), f.const("False", "mk")))


@forgery("kernel_rejected")
def constructor_that_is_not_listed(f: Forger) -> bytes:
    made = inductive(f, "T", f.sort(boxed(0)), {"mk": f.const("T")})
    fields = [f.name("T"), f.number(1), f.number(0), f.number(0)]
    more = f.constant(CONSTRUCTOR, ("T", "more"), false(f), fields, b"\0")
    return f.module(*made, more, f.theorem(BAD, false(f), f.const("T", "more")))


@forgery("kernel_rejected")
def constructor_that_is_not_there(f: Forger) -> bytes:
    made = inductive(f, "T", f.sort(boxed(0)), {"mk": f.const("T")})
    return f.module(made[0], f.theorem(BAD, f.const("True"), proof(f)))


@forgery("kernel_rejected")
def constructor_that_is_a_theorem(f: Forger) -> bytes:
    made = inductive(f, "T", f.sort(boxed(0)), {"mk": f.const("T")})
    return f.module(
        made[0], f.theorem(("T", "mk"), false(f), proof(f)), f.theorem(BAD, false(f), f.const("T", "mk"))
    )


@forgery("kernel_rejected")
def recursor_of_another_type(f: Forger) -> bytes:
    """The recursor of an empty type that needs no element of it."""
    fields = [f.names(("False",)), *map(f.number, (0, 0, 1, 0)), f.list([])]
    cheat = f.constant(RECURSOR, ("cheat", "rec"), false(f), fields, b"\1\0")
    return f.module(cheat, f.theorem(BAD, false(f), f.const("cheat", "rec")))


@forgery("kernel_rejected")
def recursor_of_an_own_type(f: Forger) -> bytes:
    made = inductive(f, "T", f.sort(boxed(0)), {"mk": f.const("T")})
    fields = [f.names(("T",)), *map(f.number, (0, 0, 1, 1)), f.list([])]
    cheat = f.constant(RECURSOR, ("T", "rec"), false(f), fields, b"\0\0")
    return f.module(*made, cheat, f.theorem(BAD, false(f), f.const("T", "rec")))


@forgery("kernel_rejected")
def together_with_nobody(f: Forger) -> bytes:
    made = inductive(f, "T", f.sort(boxed(0)), {"mk": f.const("T")}, together=("T", "nowhere"))
    return f.module(*made, f.theorem(BAD, f.const("True"), proof(f)))


@forgery("kernel_rejected")
def together_with_a_theorem(f: Forger) -> bytes:
    made = inductive(f, "T", f.sort(boxed(0)), {"mk": f.const("T")}, together=("T", "bad"))
    return f.module(*made, f.theorem(BAD, false(f), proof(f)))


@forgery("kernel_rejected")
def more_parameters_than_there_are(f: Forger) -> bytes:
    made = inductive(f, "T", f.sort(boxed(0)), {"mk": f.const("T")}, parameters=1 << 40)
    return f.module(*made, f.theorem(BAD, f.const("True"), proof(f)))


@forgery("unsafe_constant")
def unsafe_inductive(f: Forger) -> bytes:
    """Skipped by the replay, since it says that it is unsafe; its constructor says that it is safe."""
    made = inductive(
        f,
        "Bad",
        f.sort(boxed(0)),
        {"mk": f.pi(f.pi(f.const("Bad"), false(f)), f.const("Bad"))},
        flags=b"\1\1\0",
    )
    return f.module(*made, f.theorem(BAD, f.const("True"), f.app(f.const("Bad", "mk"), proof(f))))


@forgery("kernel_rejected")
def definition_unfolds_to_itself(f: Forger) -> bytes:
    """A height that lets the kernel unfold for ever, if it believed the definition."""
    fields = [f.const("d"), f.constructor(2, [], struct.pack("<IBBBB", 0, 0, 0, 0, 0)), f.names(("d",))]
    made = f.constant(DEFINITION, ("d",), f.const("Nat"), fields, b"\1")
    return f.module(made, f.theorem(BAD, f.const("True"), f.const("d")))


@pytest.mark.parametrize("name", FORGERIES)
def test_forgery(lean: Running, name: str) -> None:
    code, write = FORGERIES[name]
    report = judged(lean, write(forger(lean)))
    assert not isinstance(report, NoVerdict), report
    if code == "axiom":
        assert not {"propext", "Quot.sound", "Classical.choice"} >= set(report["axioms"])
    else:
        assert [reason.split(":")[0] for reason in report["reasons"]][:1] == [code], report
    assert code in ("axiom", *(reason.split(":")[0] for reason in report["reasons"]))


def test_an_honest_module(lean: Running) -> None:
    """What the forger writes is a module: a right proof in it is accepted."""
    f = forger(lean)
    both = f.app(f.const("And"), f.const("True"), f.const("True"))
    made = inductive(f, "T", f.sort(f.successor(boxed(0))), {"mk": f.const("T")})
    module = f.module(
        *made,
        f.theorem(BAD, f.pi(both, f.const("True")), f.lam(both, f.proj("And", 0, f.variable(0)))),
    )
    report = judged(lean, module)
    assert not isinstance(report, NoVerdict)
    assert (report["reasons"], report["axioms"], report["replayed"]) == ([], [], True)


# A process that lies about all of it


@dataclass(frozen=True)
class Liar:
    """The real Lean, but what ran the candidate says that all is well and hands out what it likes."""

    lean: Lean
    text: str
    module: str | None
    tells_constants: bool = True
    is_embedded: bool = True
    runs_programs: bool = True

    async def elaborate(
        self, source: str, limits: Limits | None = None, *, module: bool = False
    ) -> RawAnswer | NoVerdict:
        if source != self.text:
            return await self.lean.elaborate(source, limits, module=module)
        told = Constant("bad", "theorem", False, ())
        return RawAnswer((), 0, 0.1, constants=(told,), module=self.module)

    async def program(
        self, name: str, request: dict[str, Any], limits: Limits | None = None
    ) -> dict[str, Any] | NoVerdict:
        return await self.lean.program(name, request, limits)

    @property
    def environment(self) -> Environment:
        return self.lean.environment

    @property
    def how(self) -> str:
        return self.lean.how


CANDIDATE, STATEMENT = "theorem bad : 1 = 2 := rfl\n", "theorem bad : 1 = 2 := sorry\n"


def told(lean: Running, module: str | None, statement: str | None = STATEMENT) -> Checked:
    liar = Liar(lean.lean, CANDIDATE, module)
    return lean.run(check(cast(Lean, liar), Request(CANDIDATE, ("bad",), statement)))


def encoded(module: bytes) -> str:
    return base64.b64encode(module).decode()


def honest_module(lean: Running, text: str) -> bytes:
    """What the real Lean compiles `text` to."""
    answer = lean.run(lean.lean.elaborate(text, module=True))
    assert isinstance(answer, RawAnswer) and answer.module is not None
    return base64.b64decode(answer.module)


@pytest.mark.parametrize("name", FORGERIES)
def test_a_liar_is_not_believed(lean: Running, name: str) -> None:
    checked = told(lean, encoded(FORGERIES[name][1](forger(lean))))
    assert checked.outcome is Outcome.REJECTED and checked.reasons, checked


@pytest.mark.parametrize(
    "module", ["", "A", "====", "\0", "ä", "bGVhbg", "b2xlYW4C", encoded(b"olean\x02\x01" + bytes(89))]
)
def test_what_is_no_module(lean: Running, module: str) -> None:
    checked = told(lean, module)
    assert checked.outcome is Outcome.REJECTED and checked.tampering, checked


def test_no_module(lean: Running) -> None:
    assert isinstance(told(lean, None).verdict, NoVerdict)


def test_the_module_of_another_text(lean: Running) -> None:
    """A right proof of something else, also of the same name."""
    for text in ("theorem other : 1 = 1 := rfl\n", "theorem bad : 1 = 1 := rfl\n"):
        checked = told(lean, encoded(honest_module(lean, text)))
        assert checked.outcome is Outcome.REJECTED, checked


def test_the_trusted_module_itself(lean: Running) -> None:
    """It says just what it should, and rests on `sorry`; what ran the candidate did not tell."""
    checked = told(lean, encoded(honest_module(lean, STATEMENT)))
    assert checked.outcome is Outcome.REJECTED and checked.tampering, checked
    assert any("sorryAx" in reason for reason in checked.reasons)


def test_a_lie_about_a_right_proof(lean: Running) -> None:
    """Where the judge finds a proof of the statement, what else the process says does not matter."""
    module = encoded(honest_module(lean, "theorem bad : 1 + 1 = 2 := rfl\n"))
    assert told(lean, module, "theorem bad : 1 + 1 = 2 := sorry\n").outcome is Outcome.PROVED
    assert told(lean, module, STATEMENT).outcome is Outcome.REJECTED


# Changed bytes


@pytest.fixture(scope="module")
def modules(lean: Running) -> Modules:
    """Modules of honest texts with all kinds of constants, and one of a false theorem past the kernel."""
    f = forger(lean)
    texts = {case.name: case.text for case in cases(HONEST) if case.name in VARIED}
    found = {name: honest_module(lean, text) for name, text in texts.items()}
    assert len(found) == len(VARIED)
    found["forged"] = f.module(f.theorem(BAD, one_is_two(f), proof(f)))
    return Modules(found)


@dataclass(frozen=True, repr=False)
class Modules:
    """Compiled modules by name; too long to be displayed."""

    files: dict[str, bytes]


VARIED = ("plain", "structures", "mutual_inductive", "quotients", "large_numbers", "texts", "unsafe_beside")
CHANGES = st.lists(
    st.tuples(
        st.integers(0, 1 << 20),
        st.sampled_from(["byte", "bit", "word", "swap", "cut", "insert"]),
        st.integers(0, (1 << 64) - 1)
        | st.sampled_from([0, 1, 3, BASE, BASE + 96, BASE - 8, (1 << 64) - 1, 250 << 56, 246 << 56, 9 << 56]),
    ),
    min_size=1,
    max_size=4,
)


def changed(module: bytes, changes: list[tuple[int, str, int]]) -> bytes:
    """The module with some bytes changed; words lie at multiples of eight."""
    data = bytearray(module)
    for place, how, value in changes:
        at = 80 + place % (len(data) - 80)
        word = at & ~7
        if how == "byte":
            data[at] = value & 0xFF
        elif how == "bit":
            data[at] ^= 1 << value % 8
        elif how == "word":
            data[word : word + 8] = struct.pack("<Q", value)
        elif how == "swap":
            other = 80 + value % (len(data) - 80) & ~7
            data[word : word + 8], data[other : other + 8] = data[other : other + 8], data[word : word + 8]
        elif how == "cut":
            del data[max(96, at) :]
        else:
            data[word:word] = struct.pack("<Q", value)
    return bytes(data)


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from((*VARIED, "forged")), CHANGES)
def test_changed_bytes_are_read_or_refused(
    modules: Modules, name: str, changes: list[tuple[int, str, int]]
) -> None:
    with contextlib.suppress(MalformedModule):
        read_module(changed(modules.files[name], changes), Terms())


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for module in (data, b"olean\x02" + data, b"olean\x02".ljust(96, b"\0") + data):
        with contextlib.suppress(MalformedModule):
            read_module(module, Terms())


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHANGES)
def test_changed_bytes_prove_nothing_false(
    lean: Running, modules: Modules, changes: list[tuple[int, str, int]]
) -> None:
    checked = told(lean, encoded(changed(modules.files["forged"], changes)))
    assert checked.outcome is not Outcome.PROVED, checked


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(VARIED), CHANGES)
def test_changed_bytes_never_end_in_an_error_of_ours(
    lean: Running, modules: Modules, name: str, changes: list[tuple[int, str, int]]
) -> None:
    """The judge answers, or is stopped by a limit; an exit with an exception of Python's would be neither."""
    report = judged(lean, changed(modules.files[name], changes), ())
    if isinstance(report, NoVerdict):
        assert "exit status 70" not in report.detail and "Error" not in report.detail, report
