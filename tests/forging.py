"""Compiled modules written by hand, object by object, right or wrong: what a hostile process may hand out.

Layouts are those that `verify/olean.py` reads. A pointer is an address; everything a forger makes lies after what
it points to, unless told otherwise.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

Pointer = int
Name = tuple[str | int, ...]

BASE = 1 << 32
HEADER_BYTES = 96
NIL: Pointer = 1
AXIOM, DEFINITION, THEOREM, OPAQUE, QUOTIENT, INDUCTIVE, CONSTRUCTOR, RECURSOR = range(8)
UNSAFE, SAFE, PARTIAL = range(3)


def boxed(value: int) -> Pointer:
    return value << 1 | 1


class Forger:
    """Writes objects one after another. `module` closes the file."""

    def __init__(self, version: str, commit: str) -> None:
        header = b"olean\x02\x01" + version.encode().ljust(33, b"\0") + commit.encode().ljust(40, b"\0")
        self.data = bytearray(header + struct.pack("<QQ", BASE, 0))
        self._names: dict[Name, Pointer] = {(): boxed(0)}

    # Objects

    def here(self) -> Pointer:
        """Where the next object will be."""
        return BASE + len(self.data)

    def put(self, tag: int, other: int, body: bytes) -> Pointer:
        """An object of any kind: an 8-byte header and `body`."""
        pointer = self.here()
        self.data += struct.pack("<iHBB", 0, 0, other, tag) + body
        self.data += bytes(-len(self.data) % 8)
        return pointer

    def constructor(self, tag: int, fields: Sequence[Pointer], scalars: bytes = b"") -> Pointer:
        words = struct.pack(f"<{len(fields)}Q", *(field % (1 << 64) for field in fields))
        return self.put(tag, len(fields), words + scalars)

    def array(self, items: Sequence[Pointer]) -> Pointer:
        return self.put(246, 0, struct.pack(f"<{len(items) + 2}Q", len(items), len(items), *items))

    def text(self, value: str | bytes) -> Pointer:
        raw = value if isinstance(value, bytes) else value.encode()
        sizes = struct.pack("<QQQ", len(raw) + 1, len(raw) + 1, len(raw.decode("utf-8", "replace")))
        return self.put(249, 0, sizes + raw + b"\0")

    def number(self, value: int) -> Pointer:
        return boxed(value) if value < 1 << 63 else self.big(value)

    def big(self, value: int, *, sign: int = 1) -> Pointer:
        """A number as GMP keeps it: room and count of its limbs, their address, and they themselves."""
        limbs = -(-value.bit_length() // 64) or 1
        head = struct.pack("<iiQ", limbs, sign * limbs, self.here() + 24)
        return self.put(250, 0, head + value.to_bytes(8 * limbs, "little"))

    def list(self, items: Sequence[Pointer]) -> Pointer:
        made = NIL
        for item in reversed(items):
            made = self.constructor(1, [item, made])
        return made

    # Names, levels, terms. Expressions have 8 bytes of cached data after their fields.

    def name(self, *parts: str | int) -> Pointer:
        if parts not in self._names:
            prefix, last = self.name(*parts[:-1]), parts[-1]
            tag, value = (1, self.text(last)) if isinstance(last, str) else (2, self.number(last))
            self._names[parts] = self.constructor(tag, [prefix, value], bytes(8))
        return self._names[parts]

    def names(self, *names: Name) -> Pointer:
        return self.list([self.name(*name) for name in names])

    def successor(self, level: Pointer) -> Pointer:
        return self.constructor(1, [level], bytes(8))

    def parameter(self, name: str) -> Pointer:
        return self.constructor(4, [self.name(name)], bytes(8))

    def variable(self, index: int, data: int = 0) -> Pointer:
        return self.constructor(0, [self.number(index)], struct.pack("<Q", data))

    def sort(self, level: Pointer) -> Pointer:
        return self.constructor(3, [level], bytes(8))

    def const(self, *name: str | int, levels: Sequence[Pointer] = (), data: int = 0) -> Pointer:
        return self.constructor(4, [self.name(*name), self.list(levels)], struct.pack("<Q", data))

    def app(self, function: Pointer, *arguments: Pointer) -> Pointer:
        for argument in arguments:
            function = self.constructor(5, [function, argument], bytes(8))
        return function

    def lam(self, type_: Pointer, body: Pointer) -> Pointer:
        return self.constructor(6, [self.name("x"), type_, body], bytes(16))

    def pi(self, type_: Pointer, body: Pointer) -> Pointer:
        return self.constructor(7, [self.name("x"), type_, body], bytes(16))

    def literal(self, value: int | str) -> Pointer:
        if isinstance(value, int):
            return self.constructor(9, [self.constructor(0, [self.number(value)])], bytes(8))
        return self.constructor(9, [self.constructor(1, [self.text(value)])], bytes(8))

    def proj(self, structure: str, index: int, term: Pointer) -> Pointer:
        return self.constructor(11, [self.name(structure), self.number(index), term], bytes(8))

    # Constants

    def constant(
        self,
        kind: int,
        name: Name,
        type_: Pointer,
        fields: Sequence[Pointer] = (),
        flags: bytes = b"",
        parameters: Sequence[Name] = (),
    ) -> tuple[Name, Pointer]:
        """A constant of this kind, with its name."""
        common = self.constructor(0, [self.name(*name), self.names(*parameters), type_])
        return name, self.constructor(kind, [self.constructor(0, [common, *fields], flags.ljust(8, b"\0"))])

    def theorem(
        self, name: Name, type_: Pointer, value: Pointer, parameters: Sequence[Name] = ()
    ) -> tuple[Name, Pointer]:
        return self.constant(THEOREM, name, type_, [value, self.names(name)], parameters=parameters)

    def definition(
        self, name: Name, type_: Pointer, value: Pointer, safety: int = SAFE
    ) -> tuple[Name, Pointer]:
        return self.constant(DEFINITION, name, type_, [value, boxed(1), self.names(name)], bytes([safety]))

    def axiom(self, name: Name, type_: Pointer, unsafe: int = 0) -> tuple[Name, Pointer]:
        return self.constant(AXIOM, name, type_, flags=bytes([unsafe]))

    # The module

    def module(self, *constants: tuple[Name, Pointer], root: Pointer | None = None) -> bytes:
        """The file: nothing imported, these constants, no entries of extensions."""
        names = self.array([self.name(*name) for name, _ in constants])
        values = self.array([pointer for _, pointer in constants])
        empty = self.array([])
        made = self.constructor(0, [empty, names, values, empty, empty], bytes(8))
        struct.pack_into("<Q", self.data, 88, root if root is not None else made)
        return bytes(self.data)
