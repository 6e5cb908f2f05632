"""Lean's compactor: an object and all that it reaches as position-dependent bytes, as in a compiled module.

The library writes modules to files only; its compactor is a C++ class whose functions it exports. Where its fields
lie was read from Lean 4.35.0's code; the self-test of the host reads back what was written.
"""

from __future__ import annotations

import ctypes
import struct

from tactic_mesh.lean.objects import LeanRuntimeError, Obj

_CLASS = "_ZN4lean16object_compactor"
_CONSTRUCTOR = f"{_CLASS}C1EPvNSt3__16vectorINS_11region_viewENS2_9allocatorIS4_EEEEb"
_COMPACT, _DESTRUCTOR = f"{_CLASS}clEP11lean_object", f"{_CLASS}D1Ev"
_OBJECT_BYTES = 4096  # several times what the class needs
_VECTOR_BYTES = 24
_BEGIN_AT = 0xA0  # begin, end and capacity of the buffer, one after the other
_pointer = ctypes.c_void_p


class Compactor:
    """The compactor of a loaded library. Raises: AttributeError if the library does not export it."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self._construct = getattr(library, _CONSTRUCTOR)
        self._construct.argtypes, self._construct.restype = (
            [_pointer, _pointer, _pointer, ctypes.c_bool],
            None,
        )
        self._compact = getattr(library, _COMPACT)
        self._compact.argtypes, self._compact.restype = [_pointer, _pointer], _pointer
        self._destruct = getattr(library, _DESTRUCTOR)
        self._destruct.argtypes, self._destruct.restype = [_pointer], None

    def compacted(self, value: Obj, base: int) -> tuple[int, bytes]:
        """Where `value` lies in the bytes (as an address above `base`), and the bytes.

        `base` is the address at which a module's header would begin. `value` stays the caller's.
        Raises: LeanRuntimeError if the buffer is not where it is expected.
        """
        compactor = ctypes.create_string_buffer(_OBJECT_BYTES)
        no_regions = ctypes.create_string_buffer(_VECTOR_BYTES)
        self._construct(compactor, base + HEADER_BYTES, no_regions, False)
        try:
            root = self._compact(compactor, value)
            begin, end, capacity = struct.unpack_from("<QQQ", compactor.raw, _BEGIN_AT)
            if not (
                begin
                and begin <= end <= capacity
                and root
                and base < root < base + HEADER_BYTES + end - begin
            ):
                raise LeanRuntimeError("the compactor's buffer is not where it was")
            return int(root), ctypes.string_at(begin, end - begin)
        finally:
            self._destruct(compactor)


HEADER_BYTES = 96
"""`olean`, format, flags, version (33 bytes), commit (40), base address, address of the root."""


def module_header(version: str, commit: str, base: int, root: int) -> bytes:
    """What stands before the objects of a compiled module."""
    names = version.encode().ljust(33, b"\0") + commit.encode().ljust(40, b"\0")
    return b"olean\x02\x01" + names + struct.pack("<QQ", base, root)
