"""A compiled Lean module read as data: bounds-checked, in Python, nothing of it mapped or trusted.

An `.olean` of format 2 is a header (`olean`, version, Lean's version and commit, base address) and then Lean
objects one after another, each after those that it points to; pointers are the base address plus an offset. Every
object has an 8-byte header `int32 reference count; uint16 size; uint8 other; uint8 tag`: constructors have their
number as tag and `other` object fields before their scalars, arrays 246, strings 249, big numbers 250. Layout and
field orders were found for Lean 4.35.0; `tests/test_olean.py` compares what is read with what Lean prints, for
every module of the core library.

The file may come from a hostile process. What is not as it must be raises `MalformedModule`; pointers must go
backwards, so there are no cycles; there is no recursion, and time and memory are linear in the size of the file.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from tactic_mesh.errors import MalformedModule
from tactic_mesh.verify.terms import (
    Binder,
    Constant,
    Expr,
    ExprKind,
    Kind,
    Level,
    LevelKind,
    Name,
    Rule,
    Terms,
)

MAGIC = b"olean"
FORMAT = 2
HEADER_BYTES = 96
NAME_PARTS_MAX = 1024
STEPS_PER_WORD = 2
"""Items of lists and parts of names that are read for each word of the file; Lean's modules need a fifth at most."""
VARIABLE_MAX = (1 << 20) - 2
"""Lean keeps one more than the index of a bound variable in 20 bits; a constructor that is given more gives up."""
_VERSION_AT, _COMMIT_AT, _BASE_AT, _ROOT_AT = 7, 40, 80, 88
_TAG_ARRAY, _TAG_STRING, _TAG_NUMBER = 246, 249, 250
_CONSTRUCTOR_TAG_MAX = 243
_ANONYMOUS = _NIL = _ZERO = 1
_KINDS = tuple(Kind)

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Header:
    """What stands before the objects."""

    lean_version: str
    commit: str
    base: int


@dataclass(frozen=True, slots=True)
class Import:
    """A module that was imported, with its flags."""

    module: Name
    import_all: bool
    exported: bool
    meta: bool


@dataclass(frozen=True, slots=True)
class Entries:
    """What an environment extension stored: how many entries it has; their form is the extension's own."""

    extension: Name
    count: int


@dataclass(frozen=True, slots=True)
class Module:
    """A compiled module: what it imports, the constants that it adds, and what its extensions stored."""

    header: Header
    imports: tuple[Import, ...]
    constants: tuple[Constant, ...]
    extra_names: tuple[Name, ...]
    entries: tuple[Entries, ...]


def read_header(data: bytes) -> Header:
    """The header alone. Raises: MalformedModule."""
    if data[:5] != MAGIC or len(data) < HEADER_BYTES:
        raise MalformedModule("this is no compiled Lean module: it does not begin with `olean`")
    if data[5] != FORMAT:
        raise MalformedModule(f"this module has format {data[5]}; only format {FORMAT} is known")
    version = data[_VERSION_AT:_COMMIT_AT].rstrip(b"\0")
    commit = data[_COMMIT_AT:_BASE_AT].rstrip(b"\0")
    (base,) = struct.unpack_from("<Q", data, _BASE_AT)
    try:
        return Header(version.decode("ascii"), commit.decode("ascii"), base)
    except UnicodeDecodeError as error:
        raise MalformedModule("the header of this module is not ASCII") from error


def read_module(data: bytes, terms: Terms) -> Module:
    """The module in `data`; its terms go into `terms`. Raises: MalformedModule."""
    header = read_header(data)
    (root,) = struct.unpack_from("<Q", data, _ROOT_AT)
    return _Reader(data, header.base, terms).module(root, header)


class _Reader:
    """One pass over one file. Positions are indices of 8-byte words; what was read at one is remembered."""

    def __init__(self, data: bytes, base: int, terms: Terms) -> None:
        self.data = data
        self.words = memoryview(data[: len(data) & ~7]).cast("Q")
        self.base = base
        self.terms = terms
        self.names: dict[int, Name] = {}
        self.levels: dict[int, Level] = {}
        self.exprs: dict[int, Expr] = {}
        # A list or a name can be shared by many; what is gone through again and again is bounded here.
        self.steps_left = STEPS_PER_WORD * len(self.words)

    # Objects

    def step(self) -> None:
        self.steps_left -= 1
        if self.steps_left < 0:
            raise MalformedModule("the lists and names of this module are shared more than any of Lean's")

    def at(self, pointer: int, before: int) -> int:
        """The word where an object begins, which must lie before the word `before`."""
        offset = pointer - self.base
        if offset & 7 or not HEADER_BYTES <= offset < before << 3:
            raise MalformedModule(f"a pointer leads to {offset}, where no object can be")
        return offset >> 3

    def constructor(self, pointer: int, before: int, tag: int, fields: int) -> int:
        """The word of a constructor with this number and so many object fields."""
        here = self.at(pointer, before)
        found_tag, found_fields = self.words[here] >> 56, self.words[here] >> 48 & 0xFF
        if (found_tag, found_fields) != (tag, fields):
            raise MalformedModule(
                f"at {here << 3}: constructor {found_tag} with {found_fields} fields, "
                f"expected {tag} with {fields}"
            )
        self.room(here, 1 + fields)
        return here

    def room(self, here: int, words: int) -> None:
        if here + words > len(self.words):
            raise MalformedModule(f"the object at {here << 3} goes beyond the end of the file")

    def scalars(self, here: int, fields: int, count: int, *, skip_bytes: int = 0) -> bytes:
        """`count` bytes of the scalars of a constructor, after `skip_bytes` of them."""
        begin = (here + 1 + fields << 3) + skip_bytes
        if begin + count > len(self.data):
            raise MalformedModule(f"the object at {here << 3} goes beyond the end of the file")
        return self.data[begin : begin + count]

    def array(self, pointer: int, before: int) -> tuple[int, list[int]]:
        """The word of an array, and its items."""
        here = self.at(pointer, before)
        if self.words[here] >> 56 != _TAG_ARRAY:
            raise MalformedModule(f"at {here << 3}: no array")
        self.room(here, 3)
        size = self.words[here + 1]
        self.room(here, 3 + size)
        return here, self.words[here + 3 : here + 3 + size].tolist()

    def items(self, pointer: int, before: int, read: Callable[[int, int], Item]) -> tuple[Item, ...]:
        """A `List`, each item as `read` understands it."""
        found = []
        while pointer != _NIL:
            self.step()
            before = self.constructor(pointer, before, 1, 2)
            found.append(read(self.words[before + 1], before))
            pointer = self.words[before + 2]
        return tuple(found)

    def text(self, pointer: int, before: int) -> str:
        here = self.at(pointer, before)
        if self.words[here] >> 56 != _TAG_STRING:
            raise MalformedModule(f"at {here << 3}: no string")
        self.room(here, 4)
        size, begin = self.words[here + 1], (here << 3) + 32
        if size < 1 or begin + size > len(self.data) or self.data[begin + size - 1] != 0:
            raise MalformedModule(f"the string at {here << 3} does not end where it says")
        try:
            return self.data[begin : begin + size - 1].decode("utf-8")
        except UnicodeDecodeError as error:
            raise MalformedModule(f"the string at {here << 3} is not UTF-8") from error

    def number(self, pointer: int, before: int) -> int:
        """A natural number, small or big."""
        if pointer & 1:
            return pointer >> 1
        here = self.at(pointer, before)
        if self.words[here] >> 56 != _TAG_NUMBER:
            raise MalformedModule(f"at {here << 3}: no number")
        self.room(here, 3)
        # GMP's own: how many limbs there is room for, how many there are (negative for a negative number), where.
        limbs = self.words[here + 1] >> 32
        if not 1 <= limbs < 1 << 31 or self.words[here + 2] != self.base + (here + 3 << 3):
            raise MalformedModule(f"the number at {here << 3} is no natural number")
        self.room(here, 3 + limbs)
        value = int.from_bytes(self.data[here + 3 << 3 : here + 3 + limbs << 3], "little")
        if value >> 63 == 0:
            raise MalformedModule(f"the number at {here << 3} is small, yet stored as a big one")
        return value

    # Names, levels, expressions

    def name(self, pointer: int, before: int) -> Name:
        if pointer == _ANONYMOUS:
            return ()
        if (known := self.names.get(pointer)) is not None and pointer - self.base < before << 3:
            return known
        parts: list[str | int] = []
        whole = pointer
        while pointer != _ANONYMOUS:
            self.step()
            here = self.at(pointer, before)
            tag = self.words[here] >> 56
            self.constructor(pointer, before, tag if tag in (1, 2) else 1, 2)
            last = self.words[here + 2]
            parts.append(self.text(last, here) if tag == 1 else self.number(last, here))
            if len(parts) > NAME_PARTS_MAX:
                raise MalformedModule(f"a name has more than {NAME_PARTS_MAX} parts")
            pointer, before = self.words[here + 1], here
        name = tuple(reversed(parts))
        self.names[whole] = name
        return name

    def list_of_names(self, pointer: int, before: int) -> tuple[Name, ...]:
        return self.items(pointer, before, self.name)

    def level(self, pointer: int, before: int) -> Level:
        if pointer == _ZERO:
            return 0
        if (known := self.levels.get(pointer)) is not None and pointer - self.base < before << 3:
            return known
        for here in self.reachable([(pointer, before)], self.levels, self._level_children):
            self.levels[self.base + (here << 3)] = self._level(here)
        return self.levels[pointer]

    def _level_children(self, here: int) -> list[int]:
        tag = self.words[here] >> 56
        count = _LEVEL_FIELDS.get(tag)
        if count is None or self.words[here] >> 48 & 0xFF != count:
            raise MalformedModule(f"at {here << 3}: no universe level that the kernel knows")
        self.room(here, 1 + count)
        below = [] if tag == LevelKind.PARAM else self.words[here + 1 : here + 1 + count].tolist()
        return [pointer for pointer in below if pointer != _ZERO]

    def _level(self, here: int) -> Level:
        tag = self.words[here] >> 56
        if tag == LevelKind.PARAM:
            return self.terms.level(tag, self.name(self.words[here + 1], here))
        count = 1 if tag == LevelKind.SUCC else 2
        return self.terms.level(tag, *(self.level(p, here) for p in self.words[here + 1 : here + 1 + count]))

    def expr(self, pointer: int, before: int) -> Expr:
        if (known := self.exprs.get(pointer)) is not None and pointer - self.base < before << 3:
            return known
        for here in self.reachable([(pointer, before)], self.exprs, self._expr_children):
            self.exprs[self.base + (here << 3)] = self._expr(here)
        return self.exprs[pointer]

    def reachable(
        self, roots: list[tuple[int, int]], known: dict[int, int], children: Callable[[int], list[int]]
    ) -> list[int]:
        """The words below `roots` that are not known yet, lowest first: what is pointed to comes earlier."""
        found: set[int] = set()
        pending = roots
        while pending:
            pointer, before = pending.pop()
            here = self.at(pointer, before)
            if here not in found and pointer not in known:
                found.add(here)
                pending += [(child, here) for child in children(here)]
        return sorted(found)

    def _expr_children(self, here: int) -> list[int]:
        word = self.words[here]
        shape = _EXPR_SHAPES.get(word >> 56)
        if shape is None or word >> 48 & 0xFF != shape[0]:
            raise MalformedModule(f"at {here << 3}: no expression that the kernel knows")
        self.room(here, 1 + shape[0])
        return self.words[here + shape[1] : here + shape[2]].tolist()

    def _expr(self, here: int) -> Expr:
        """The expression whose children have been read."""
        words, exprs, terms = self.words, self.exprs, self.terms
        tag = words[here] >> 56
        if tag == ExprKind.APP:
            return terms.expr(tag, exprs[words[here + 1]], exprs[words[here + 2]])
        if tag == ExprKind.CONST:
            levels = self.items(words[here + 2], here, self.level)
            return terms.expr(tag, self.name(words[here + 1], here), levels)
        if tag == ExprKind.BVAR:
            index = self.number(words[here + 1], here)
            if index > VARIABLE_MAX:
                raise MalformedModule(f"at {here << 3}: a variable that no {VARIABLE_MAX + 1} binders bind")
            return terms.expr(tag, index)
        if tag in (ExprKind.LAM, ExprKind.PI):
            info = self.scalars(here, 3, 1, skip_bytes=8)[0]
            binder = Binder(self.name(words[here + 1], here), info & 3)
            return terms.bound(tag, binder, exprs[words[here + 2]], exprs[words[here + 3]])
        if tag == ExprKind.SORT:
            return terms.expr(tag, self.level(words[here + 1], here))
        if tag == ExprKind.LIT:
            return terms.expr(tag, self._literal(words[here + 1], here))
        if tag == ExprKind.LET:
            info = self.scalars(here, 4, 1, skip_bytes=8)[0]
            binder = Binder(self.name(words[here + 1], here), info & 1)
            return terms.bound(
                tag, binder, exprs[words[here + 2]], exprs[words[here + 3]], exprs[words[here + 4]]
            )
        if tag == ExprKind.MDATA:
            return exprs[words[here + 2]]
        structure, index = self.name(words[here + 1], here), self.number(words[here + 2], here)
        return terms.expr(tag, structure, index, exprs[words[here + 3]])

    def _literal(self, pointer: int, before: int) -> int | str:
        here = self.at(pointer, before)
        tag = self.words[here] >> 56
        self.constructor(pointer, before, tag if tag in (0, 1) else 0, 1)
        value = self.words[here + 1]
        return self.number(value, here) if tag == 0 else self.text(value, here)

    # Constants

    def constant(self, pointer: int, before: int) -> Constant:
        outer = self.at(pointer, before)
        tag = self.words[outer] >> 56
        if tag >= len(_KINDS):
            raise MalformedModule(f"at {outer << 3}: a constant of no kind that Lean has")
        kind = _KINDS[tag]
        outer = self.constructor(pointer, before, tag, 1)
        fields, scalars = _CONSTANT_SHAPES[kind]
        here = self.constructor(self.words[outer + 1], outer, 0, fields)
        common = self.constructor(self.words[here + 1], here, 0, 3)
        name = self.name(self.words[common + 1], common)
        parameters = self.list_of_names(self.words[common + 2], common)
        type_ = self.expr(self.words[common + 3], common)
        flags = tuple(self.scalars(here, fields, scalars))
        word = self.words[here + 2 : here + 1 + fields].tolist()
        made = _Maker(self, here, name, kind, parameters, type_, flags)
        return made.constant(word)

    def rule(self, pointer: int, before: int) -> Rule:
        here = self.constructor(pointer, before, 0, 3)
        constructor = self.name(self.words[here + 1], here)
        return Rule(
            constructor, self.number(self.words[here + 2], here), self.expr(self.words[here + 3], here)
        )

    def hints(self, pointer: int, before: int) -> int:
        """Reducibility: 0 opaque, 1 abbreviation, 2 + height for the rest."""
        if pointer in (1, 3):
            return pointer >> 1
        here = self.constructor(pointer, before, 2, 0)
        (height,) = struct.unpack("<I", self.scalars(here, 0, 4))
        return 2 + int(height)

    # The module

    def module(self, root: int, header: Header) -> Module:
        here = self.constructor(root, len(self.words), 0, 5)
        imports_at, imports = self.array(self.words[here + 1], here)
        names_at, names = self.array(self.words[here + 2], here)
        constants_at, constants = self.array(self.words[here + 3], here)
        extra_at, extra = self.array(self.words[here + 4], here)
        entries_at, entries = self.array(self.words[here + 5], here)
        if len(names) != len(constants):
            raise MalformedModule(f"{len(names)} names stand for {len(constants)} constants")
        found = tuple(self.constant(pointer, constants_at) for pointer in constants)
        listed = [self.name(pointer, names_at) for pointer in names]
        for name, constant in zip(listed, found, strict=True):
            if name != constant.name:
                raise MalformedModule("a constant is listed under another name than its own")
        if len(set(listed)) < len(listed):
            raise MalformedModule("two constants have one name")
        return Module(
            header,
            tuple(self._import(pointer, imports_at) for pointer in imports),
            found,
            tuple(self.name(pointer, extra_at) for pointer in extra),
            tuple(self._entries(pointer, entries_at) for pointer in entries),
        )

    def _import(self, pointer: int, before: int) -> Import:
        here = self.constructor(pointer, before, 0, 1)
        flags = self.scalars(here, 1, 3)
        return Import(self.name(self.words[here + 1], here), *(flag != 0 for flag in flags))

    def _entries(self, pointer: int, before: int) -> Entries:
        here = self.constructor(pointer, before, 0, 2)
        _, items = self.array(self.words[here + 2], here)
        return Entries(self.name(self.words[here + 1], here), len(items))


@dataclass(frozen=True, slots=True)
class _Maker:
    """The part of a constant that its kind decides."""

    reader: _Reader
    here: int
    name: Name
    kind: Kind
    parameters: tuple[Name, ...]
    type: Expr
    flags: tuple[int, ...]

    def constant(self, word: list[int]) -> Constant:
        """`word` are the object fields after the common part."""
        read, here = self.reader, self.here
        names, number = read.list_of_names, read.number
        match self.kind:
            case Kind.DEFINITION:
                value, hints, together = (
                    read.expr(word[0], here),
                    read.hints(word[1], here),
                    names(word[2], here),
                )
                return self._made(value=value, hints=hints, names=(together,))
            case Kind.THEOREM | Kind.OPAQUE:
                return self._made(value=read.expr(word[0], here), names=(names(word[1], here),))
            case Kind.INDUCTIVE:
                lists = (names(word[2], here), names(word[3], here))
                return self._made(names=lists, numbers=tuple(number(word[i], here) for i in (0, 1, 4)))
            case Kind.CONSTRUCTOR:
                numbers = tuple(number(w, here) for w in word[1:])
                return self._made(names=((read.name(word[0], here),),), numbers=numbers)
            case Kind.RECURSOR:
                numbers = tuple(number(w, here) for w in word[1:5])
                rules = read.items(word[5], here, read.rule)
                return self._made(names=(names(word[0], here),), numbers=numbers, rules=rules)
            case _:
                return self._made()

    def _made(
        self,
        *,
        value: Expr | None = None,
        hints: int = 0,
        names: tuple[tuple[Name, ...], ...] = (),
        numbers: tuple[int, ...] = (),
        rules: tuple[Rule, ...] = (),
    ) -> Constant:
        return Constant(
            self.name,
            self.kind,
            self.parameters,
            self.type,
            value,
            hints,
            names,
            numbers,
            self.flags,
            rules,
        )


_LEVEL_FIELDS: dict[int, int] = {
    LevelKind.SUCC: 1,
    LevelKind.MAX: 2,
    LevelKind.IMAX: 2,
    LevelKind.PARAM: 1,
}

# By tag: how many object fields, and from where to where the expressions among them stand.
_EXPR_SHAPES: dict[int, tuple[int, int, int]] = {
    ExprKind.BVAR: (1, 2, 2),
    ExprKind.SORT: (1, 2, 2),
    ExprKind.CONST: (2, 3, 3),
    ExprKind.APP: (2, 1, 3),
    ExprKind.LAM: (3, 2, 4),
    ExprKind.PI: (3, 2, 4),
    ExprKind.LET: (4, 2, 5),
    ExprKind.LIT: (1, 2, 2),
    ExprKind.MDATA: (2, 2, 3),
    ExprKind.PROJ: (3, 3, 4),
}

# By kind: object fields, the common part being the first, and bytes of flags.
_CONSTANT_SHAPES = {
    Kind.AXIOM: (1, 1),
    Kind.DEFINITION: (4, 1),
    Kind.THEOREM: (3, 0),
    Kind.OPAQUE: (3, 1),
    Kind.QUOTIENT: (1, 1),
    Kind.INDUCTIVE: (6, 3),
    Kind.CONSTRUCTOR: (5, 1),
    Kind.RECURSOR: (7, 2),
}
