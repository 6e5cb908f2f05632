"""Lean's run-time objects, seen from Python through ctypes.

A Lean value is a 64-bit word: odd words are small numbers and field-less constructors ("boxed", `2n + 1`), even
words are addresses of objects with an 8-byte header `int32 rc; uint16 size; uint8 other; uint8 tag`. This module
builds, reads and counts them, and nothing else: what a value means is `calls.py`'s business.

Ownership follows compiled Lean: a constructor takes its fields (the caller gives up its references), `field` and
the item readers borrow. Values that outlive a request are marked persistent and never counted again.

Layout (Lean 4.35.0, 64-bit little-endian; the self-test of the zygote rebuilds values and has Lean print them):
constructors carry their fields from byte 8, then scalars by falling size; arrays 246, strings 249, closures 245.
"""

from __future__ import annotations

import ctypes
import re
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NewType

Obj = NewType("Obj", int)
"""A Lean value: a boxed number or the address of an object."""

TAG_CLOSURE, TAG_ARRAY, TAG_STRING = 245, 246, 249
MAX_CONSTRUCTOR_TAG = 243
_HEADER_BYTES = 8
_POINTER_BYTES = 8

_u64 = ctypes.c_uint64.from_address
_i32 = ctypes.c_int32.from_address
_u8 = ctypes.c_uint8.from_address


class LeanRuntimeError(Exception):
    """An `IO` action of Lean ended with an error; the text is Lean's."""


def box(number: int) -> Obj:
    """The word for a small number or for the constructor `number` of an enumeration."""
    return Obj((number << 1) | 1)


def unbox(value: Obj) -> int:
    return value >> 1


def is_boxed(value: Obj) -> bool:
    return bool(value & 1)


def tag(value: Obj) -> int:
    """The constructor's index, boxed or not; 244 and up for arrays, strings and the like."""
    return unbox(value) if is_boxed(value) else _u8(value + 7).value


def field_count(value: Obj) -> int:
    return 0 if is_boxed(value) else _u8(value + 6).value


def field(value: Obj, index: int) -> Obj:
    """The object field `index` of a constructor, borrowed."""
    return Obj(_u64(value + _HEADER_BYTES + _POINTER_BYTES * index).value)


def set_field(value: Obj, index: int, new: Obj) -> None:
    """Put another object into a constructor in place; for persistent values only, whose fields are not counted."""
    _u64(value + _HEADER_BYTES + _POINTER_BYTES * index).value = new


def array_size(value: Obj) -> int:
    return int(_u64(value + 8).value)


def array_items(value: Obj) -> list[Obj]:
    """The items of an `Array`, borrowed."""
    size = array_size(value)
    return [Obj(word) for word in (ctypes.c_uint64 * size).from_address(value + 24)] if size else []


def list_items(value: Obj) -> Iterator[Obj]:
    """The items of a `List`, borrowed."""
    while not is_boxed(value):
        yield field(value, 0)
        value = field(value, 1)


def text(value: Obj) -> str:
    """A `String` as Python text; the object stays the caller's."""
    size_with_nul = int(_u64(value + 8).value)
    return ctypes.string_at(value + 32, size_with_nul - 1).decode("utf-8", "replace")


class Objects:
    """Everything that needs the library: allocation, counting, strings, names, calls."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self.library = library
        pointer = ctypes.c_void_p
        self._alloc_small = self._bind("lean_alloc_small_object_core", pointer, ctypes.c_uint)
        self._alloc = self._bind("lean_alloc_object", pointer, ctypes.c_size_t)
        self._make_string = self._bind("lean_mk_string_from_bytes", pointer, ctypes.c_char_p, ctypes.c_size_t)
        self._dec_cold = self._bind("lean_dec_ref_cold", None, pointer)
        self._inc_shared = self._bind("lean_inc_ref_huge_n", None, pointer, ctypes.c_size_t)
        self._name_string = self._bind("lean_name_mk_string", pointer, pointer, pointer)
        self._name_number = self._bind("lean_name_mk_numeral", pointer, pointer, pointer)
        self._number_from_text = self._bind("lean_cstr_to_nat", pointer, ctypes.c_char_p)
        self._mark_persistent = self._bind("lean_mark_persistent", None, pointer)
        self._apply_1 = self._bind("lean_apply_1", pointer, pointer, pointer)

    def _bind(self, symbol: str, result: type | None, *arguments: type) -> Callable[..., int]:
        function = getattr(self.library, symbol)
        function.restype, function.argtypes = result, list(arguments)
        return function  # type: ignore[no-any-return]

    def bind(self, symbol: str, *arguments: type) -> Callable[..., Obj]:
        """A compiled function that returns an object.

        `arguments` are the C types: `ctypes.c_void_p` for objects, `c_uint8` for `Bool`. Every type is stated,
        because some platforms pass arguments of different widths differently.
        """
        return self._bind(symbol, ctypes.c_void_p, *arguments)  # type: ignore[return-value]

    def bind_boxed(self, symbol: str, count: int) -> Callable[..., Obj]:
        """The uniform variant of a compiled function: `count` arguments, all boxed and owned."""
        boxed = f"{symbol}___boxed"
        name = boxed if hasattr(self.library, boxed) else symbol
        return self.bind(name, *[ctypes.c_void_p] * count)

    def constant(self, symbol: str) -> Obj:
        """The value of a compiled constant, borrowed; valid once the library is initialised."""
        return Obj(ctypes.c_void_p.in_dll(self.library, symbol).value or 0)

    def own(self, value: Obj, count: int = 1) -> Obj:
        """`count` more references to `value`, which is returned."""
        if not is_boxed(value):
            references = _i32(value)
            if references.value > 0:
                references.value += count
            elif references.value < 0:  # shared between threads: counted downwards, atomically
                self._inc_shared(value, count)
        return value

    def drop(self, value: Obj) -> None:
        """Give up one reference."""
        if is_boxed(value):
            return
        references = _i32(value)
        if references.value > 1:
            references.value -= 1
        elif references.value != 0:
            self._dec_cold(value)

    def persist(self, value: Obj) -> Obj:
        """Mark `value` and all that it reaches as never to be counted or freed: no write ever touches it again."""
        if not is_boxed(value):
            self._mark_persistent(value)
        return value

    def constructor(self, tag_: int, fields: Iterable[Obj] = (), scalars: bytes = b"") -> Obj:
        """A constructor object; takes over `fields`. `scalars` are the packed bytes after them."""
        fields = list(fields)
        body = struct.pack(f"<{len(fields)}Q", *fields) + scalars
        size = (_HEADER_BYTES + len(body) + 7) & ~7
        address = self._alloc_small(size)
        # The allocator has written the size at byte 4; it must stay.
        ctypes.memmove(address, struct.pack("<i", 1), 4)
        ctypes.memmove(address + 6, bytes((len(fields), tag_)), 2)
        ctypes.memmove(address + _HEADER_BYTES, body.ljust(size - _HEADER_BYTES, b"\0"), size - _HEADER_BYTES)
        return Obj(address)

    def copy(self, value: Obj, changes: Mapping[int, Obj]) -> Obj:
        """A small constructor with some fields exchanged; takes over the new ones, shares the others."""
        count = field_count(value)
        size = ctypes.c_uint16.from_address(value + 4).value
        scalars = ctypes.string_at(
            value + _HEADER_BYTES + _POINTER_BYTES * count, size - _HEADER_BYTES - 8 * count
        )
        fields = [changes[i] if i in changes else self.own(field(value, i)) for i in range(count)]
        return self.constructor(tag(value), fields, scalars)

    def closure(self, function: int, arity: int, fixed: Iterable[Obj] = ()) -> Obj:
        """A function value: the address of code that takes `arity` objects, of which `fixed` are given already."""
        fixed = list(fixed)
        address = self._alloc(24 + _POINTER_BYTES * len(fixed))
        ctypes.memmove(address, struct.pack("<i", 1), 4)
        ctypes.memmove(address + 6, bytes((0, TAG_CLOSURE)), 2)
        body = struct.pack(f"<QHHI{len(fixed)}Q", function, arity, len(fixed), 0, *fixed)
        ctypes.memmove(address + 8, body, len(body))
        return Obj(address)

    def address(self, symbol: str) -> int:
        """Where the code of a compiled function stands, for `closure`."""
        return ctypes.cast(getattr(self.library, symbol), ctypes.c_void_p).value or 0

    def some(self, value: Obj) -> Obj:
        return self.constructor(1, [value])

    def array(self, items: Iterable[Obj] = ()) -> Obj:
        """An `Array`; takes over `items`."""
        items = list(items)
        address = self._alloc(24 + _POINTER_BYTES * len(items))
        ctypes.memmove(address, struct.pack("<i", 1), 4)
        ctypes.memmove(address + 6, bytes((0, TAG_ARRAY)), 2)
        body = struct.pack(f"<{len(items) + 2}Q", len(items), len(items), *items)
        ctypes.memmove(address + 8, body, len(body))
        return Obj(address)

    def list(self, items: Iterable[Obj]) -> Obj:
        """A `List`; takes over `items`."""
        result = box(0)
        for item in reversed(list(items)):
            result = self.constructor(1, [item, result])
        return result

    def string(self, value: str | bytes) -> Obj:
        raw = value.encode() if isinstance(value, str) else value
        return Obj(self._make_string(raw, len(raw)))

    def name(self, dotted: str) -> Obj:
        """A `Name` as `name_text` writes it, but for guillemets: a part of digits is a number."""
        result = box(0)
        for part in dotted.split("."):
            if part.isascii() and part.isdigit():
                result = Obj(self._name_number(result, self.number(int(part))))
            else:
                result = Obj(self._name_string(result, self.string(part)))
        return result

    def number(self, value: int) -> Obj:
        """A `Nat` of any size; big ones through their decimal digits, which Python must be allowed to write."""
        if value < 1 << 63:
            return box(value)
        return Obj(self._number_from_text(str(value).encode()))

    def result(self, value: Obj) -> Obj:
        """The value of an `IO` result, owned; the result itself is given up.

        Raises: LeanRuntimeError with Lean's text where the action failed.
        """
        content = self.own(field(value, 0))
        failed = tag(value) != 0
        self.drop(value)
        if not failed:
            return content
        printer = self.own(self.constant("l_IO_Error_instToString"))
        message = Obj(self._apply_1(printer, content))
        raise LeanRuntimeError(text(message))


def name_text(value: Obj) -> str:
    """A `Name` in dotted form. No two names read the same: `«Quot.sound»` is another axiom than `Quot.sound`."""
    parts: list[str] = []
    while not is_boxed(value):
        last = field(value, 1)
        parts.append(name_part_text(text(last)) if tag(value) == 1 else str(unbox(last)))
        value = field(value, 0)
    return ".".join(reversed(parts))


_AMBIGUOUS = re.compile(r"[.«»\s\x00-\x1f]|^[0-9]*$")


def name_part_text(word: str) -> str:
    """One word of a name as it is written; within guillemets where a dot, a number or white space could mislead."""
    if not _AMBIGUOUS.search(word):
        return word
    return "«" + word.replace("\\", "\\\\").replace("»", "\\x") + "»"
