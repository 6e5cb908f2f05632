"""Privileges: a process gives up root's, and never gains any by executing a program (Linux).

Covered: every capability, in all sets from which it could come back, and programs that would change the user.
Not covered: what the user may do as the owner of files and processes.
"""

from __future__ import annotations

import ctypes
import struct

_PR_SET_NO_NEW_PRIVS, _PR_CAPBSET_READ, _PR_CAPBSET_DROP = 38, 23, 24
_CAPABILITY_VERSION_3 = 0x20080522
_CAPABILITIES_MAX = 64
_MAY_CHANGE_BOUND = 1 << 8  # CAP_SETPCAP


def drop() -> None:
    """For good, for this process and what it executes. Raises: OSError."""
    libc = ctypes.CDLL(None, use_errno=True)
    zero = ctypes.c_ulong(0)

    def prctl(what: int, value: int) -> int:
        return int(libc.prctl(what, ctypes.c_ulong(value), zero, zero, zero))

    if prctl(_PR_SET_NO_NEW_PRIVS, 1) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_NO_NEW_PRIVS)")
    header = struct.pack("=Ii", _CAPABILITY_VERSION_3, 0)
    held = ctypes.create_string_buffer(24)  # effective, permitted, inheritable; twice 32 bits each
    if libc.capget(header, held) != 0:
        raise OSError(ctypes.get_errno(), "capget")
    if struct.unpack_from("=I", held)[0] & _MAY_CHANGE_BOUND:
        for capability in range(_CAPABILITIES_MAX):
            if prctl(_PR_CAPBSET_READ, capability) == 1 and prctl(_PR_CAPBSET_DROP, capability) != 0:
                raise OSError(ctypes.get_errno(), "prctl(PR_CAPBSET_DROP)")
    if libc.capset(header, bytes(24)) != 0:
        raise OSError(ctypes.get_errno(), "capset")
