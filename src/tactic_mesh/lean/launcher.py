"""The program `lean`, out of the wheel's library: `python -I -S launcher.py LIBRARY WORD…`.

Runs as a script in a process of its own and imports nothing of this package: it starts in 20 ms. On Linux
the library exports `lean_main`. The macOS build does not, but it has everything that `lean_main` calls, so
`shell_main` does the same steps from here; it is tested on Linux, where both exist.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Iterator, Sequence

_PR_SET_PDEATHSIG = 1
_UNIT = 1
"""Lean's boxed 0, which is also the empty list and `none`."""

# Lean's own numbers of its options are the letters of the short forms; those without one have a capital.
_LONG = {
    "json": "J",
    "stdin": "I",
    "githash": "g",
    "version": "v",
    "quiet": "q",
    "stats": "a",
    "deps": "d",
    "root": "R",
    "threads": "j",
    "trust": "t",
    "memory": "M",
    "timeout": "T",
    "tstack": "s",
}
_WITH_VALUE = frozenset("RojitMTsDc")


class UnknownOptionError(Exception):
    """An option of `lean` that `shell_main` does not know."""


def die_with_parent() -> None:
    """Let nothing of ours outlive us: on Linux the kernel ends this process when its parent dies."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def native_main(library: ctypes.CDLL, words: Sequence[bytes]) -> int:
    """Lean's own `main`; the exit code."""
    main = library.lean_main
    main.argtypes, main.restype = (ctypes.c_int, ctypes.POINTER(ctypes.c_char_p)), ctypes.c_int
    return int(main(len(words) + 1, (ctypes.c_char_p * (len(words) + 2))(b"lean", *words, None)))


def shell_main(library: ctypes.CDLL, words: Sequence[bytes]) -> int:
    """The steps of `lean_main`, for a library that does not export it; the exit code.

    Raises `UnknownOptionError` for an option outside of those that this package uses.
    """
    calls = _Calls(library)
    for start in ("lean_initialize", "lean_init_search_path", "lean_enable_initializer_execution"):
        calls.call(start)
    options, files = calls.call("lean_shell_options_mk", _UNIT), []
    for letter, value in parse(words):
        if letter:
            failed, options = calls.process(options, letter, value)
            if failed:
                return options >> 1
        else:
            files.append(value or b"")
    calls.call("lean_io_mark_end_initialization")
    calls.keep(options)
    threads = calls.call("lean_shell_options_get_num_threads", options, result=ctypes.c_uint32)
    calls.call("lean_init_task_manager_using", threads, kinds=[ctypes.c_uint32])
    arguments = _UNIT
    for file in reversed(files):
        arguments = calls.constructor(1, calls.string(file), arguments)
    failed, code = calls.outcome(calls.call("lean_shell_main", arguments, options))
    return 1 if failed else code >> 1


def parse(words: Sequence[bytes]) -> Iterator[tuple[str, bytes | None]]:
    """(letter, value) for each option, ("", file) for the others; options are spelled as getopt allows."""
    rest = iter(words)
    for word in rest:
        if not word.startswith(b"-") or word == b"-":
            yield "", word
            continue
        letter, value = _letter_and_value(word)
        if letter in _WITH_VALUE and value is None:
            value = next(rest, b"")
        yield letter, value


def _letter_and_value(word: bytes) -> tuple[str, bytes | None]:
    if word.startswith(b"--"):
        name, equals, value = word[2:].partition(b"=")
        letter = _LONG.get(name.decode("ascii", "replace"), "")
        attached = value if equals else None
    else:
        letter, attached = chr(word[1]), word[2:] or None
    if letter not in _WITH_VALUE and letter not in _LONG.values():
        raise UnknownOptionError(os.fsdecode(word))
    return letter, attached


class _Calls:
    """The few calls and objects that `shell_main` needs. Layout: 8 bytes of header, then the fields."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self.library = library

    def call(
        self, name: str, *arguments: int, kinds: Sequence[type] = (), result: type = ctypes.c_void_p
    ) -> int:
        """Call an exported function of pointers, unless `kinds` says otherwise."""
        function = self.library[name]
        function.argtypes = list(kinds) or [ctypes.c_void_p] * len(arguments)
        function.restype = result
        return int(function(*arguments) or 0)

    def string(self, text: bytes) -> int:
        function = self.library["lean_mk_string_from_bytes"]
        function.argtypes, function.restype = (ctypes.c_char_p, ctypes.c_size_t), ctypes.c_void_p
        return int(function(text, len(text)))

    def constructor(self, tag: int, *fields: int) -> int:
        size = 8 + 8 * len(fields)
        made = self.call("lean_alloc_object", size, kinds=[ctypes.c_size_t])
        header = (ctypes.c_uint32 * 2).from_address(made)
        header[0], header[1] = 1, tag << 24 | len(fields) << 16 | size
        (ctypes.c_uint64 * len(fields)).from_address(made + 8)[:] = list(fields)
        return made

    def process(self, options: int, letter: str, value: bytes | None) -> tuple[bool, int]:
        """Add one option: (False, the new options), or (True, the boxed exit code) where Lean ends with it."""
        given = self.constructor(1, self.string(value)) if value is not None else _UNIT
        kinds = [ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p]
        return self.outcome(self.call("lean_shell_options_process", options, ord(letter), given, kinds=kinds))

    def outcome(self, answer: int) -> tuple[bool, int]:
        """What an `IO` function returned: whether it failed, and its first field."""
        return bool(ctypes.c_uint8.from_address(answer + 7).value), ctypes.c_uint64.from_address(
            answer + 8
        ).value

    def keep(self, thing: int) -> None:
        """Take one more reference, for a call that consumes one."""
        ctypes.c_int32.from_address(thing).value += 1


def main() -> None:
    # Python's handler would run after the call returned; without it an interrupt ends Lean as it does `lean`.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    die_with_parent()
    library = ctypes.CDLL(sys.argv[1], mode=ctypes.RTLD_GLOBAL)
    run = native_main if hasattr(library, "lean_main") else shell_main
    code = run(library, [os.fsencode(word) for word in sys.argv[2:]])
    # Lean's threads may still run: the interpreter's own end would wait for them or crash in them. C's buffers
    # would be lost with it, and `--version` is written there.
    ctypes.CDLL(None).fflush(None)
    os._exit(code)


if __name__ == "__main__":
    main()
