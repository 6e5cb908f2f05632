"""The object layer against the real library, in a process of its own.

What Python built is read back by Python and, independently, printed by compiled Lean code.
"""

from __future__ import annotations

import ctypes
import json
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tactic_mesh.lean import objects
from tactic_mesh.lean.calls import Runtime, load_library
from tactic_mesh.lean.objects import LeanRuntimeError, Obj, Objects, box
from tactic_mesh.lean.toolchain import Toolchain

JSON_NULL, JSON_BOOL, JSON_STRING, JSON_ARRAY = 0, 1, 3, 4
_pointer = ctypes.c_void_p
_loaded: list[Objects] = []

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
SLOW_CALLS = settings(
    deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def lean(toolchain: Toolchain) -> Iterator[ProcessPoolExecutor]:
    """A process that has the library loaded; a function that crashes it fails its test."""
    spawn = multiprocessing.get_context("spawn")
    assert toolchain.shared_library is not None
    with ProcessPoolExecutor(1, spawn, initializer=_load, initargs=(toolchain.shared_library,)) as executor:
        yield executor


# --- what runs in that process -------------------------------------------------------------------------------


def _load(library: Path) -> None:
    _loaded.append(Runtime(load_library(library)).objects)


def _references(value: Obj) -> int:
    return ctypes.c_int32.from_address(value).value


def _string_trip(value: str) -> tuple[str, str, int]:
    """The string as Python reads it, as Lean prints it, and the length that Lean stored."""
    o = _loaded[0]
    made = o.string(value)
    back, length = objects.text(made), ctypes.c_uint64.from_address(made + 24).value
    printed = o.bind("l_Lean_Json_compress", _pointer)(o.constructor(JSON_STRING, [made]))
    return back, json.loads(objects.text(printed)), length


def _array_trip(words: list[str]) -> tuple[list[str], int, list[str]]:
    o = _loaded[0]
    array = o.array([o.constructor(JSON_STRING, [o.string(word)]) for word in words])
    back = [objects.text(objects.field(item, 0)) for item in objects.array_items(array)]
    size = objects.array_size(array)
    printed = o.bind("l_Lean_Json_compress", _pointer)(o.constructor(JSON_ARRAY, [array]))
    return back, size, json.loads(objects.text(printed))


def _list_trip(words: list[str]) -> tuple[list[str], str]:
    o = _loaded[0]
    made = o.list([o.string(word) for word in words])
    back = [objects.text(item) for item in objects.list_items(made)]
    joined = o.bind_boxed("l_String_intercalate", 2)(o.string("|"), made)
    return back, objects.text(joined)


def _name_trip(dotted: str) -> tuple[str, bool, bool]:
    """The name's text, whether it equals one that is built again, and one that is longer."""
    o = _loaded[0]
    equal = o.library.lean_name_eq
    equal.argtypes, equal.restype = [_pointer, _pointer], ctypes.c_uint8
    name = o.name(dotted)
    return (
        objects.name_text(name),
        bool(equal(name, o.name(dotted))),
        bool(equal(name, o.name(dotted + ".x"))),
    )


def _constructors() -> dict[str, object]:
    o = _loaded[0]
    compress = o.bind("l_Lean_Json_compress", _pointer)
    one = o.constructor(7, [box(3), box(4)], b"\1\2\3")
    return {
        "tag": objects.tag(one),
        "fields": objects.field_count(one),
        "values": [objects.unbox(objects.field(one, i)) for i in range(2)],
        "scalars": ctypes.string_at(one + 24, 3).hex(),
        "references": _references(one),
        "null": objects.text(compress(box(JSON_NULL))),
        "true": objects.text(compress(o.constructor(JSON_BOOL, [], b"\1"))),
        "false": objects.text(compress(o.constructor(JSON_BOOL, [], b"\0"))),
        "some": (objects.tag(o.some(box(5))), objects.field_count(o.some(box(5)))),
    }


def _counts() -> dict[str, object]:
    o = _loaded[0]
    made = o.string("counted")
    seen = {"new": _references(made)}
    o.own(made, 2)
    seen["owned"] = _references(made)
    o.drop(made)
    seen["dropped"] = _references(made)
    mark = o.library.lean_mark_mt
    mark.argtypes, mark.restype = [_pointer], None
    mark(made)
    seen["shared"] = _references(made)
    o.own(made)
    seen["shared and owned"] = _references(made)
    o.drop(made)
    seen["shared and dropped"] = _references(made)
    kept = o.persist(o.string("for ever"))
    o.own(kept, 5)
    o.drop(kept)
    seen["persistent"] = _references(kept)
    number = box(9)
    o.drop(o.persist(o.own(number)))
    return {**seen, "number": objects.unbox(number)}


def _resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def _growth_after_dropping(count: int, size: int) -> int:
    """What is left in memory after `count` values of at least `size` bytes were made and given up."""
    o = _loaded[0]
    o.drop(o.string("x" * size))
    before = _resident_bytes()
    for _ in range(count):
        o.drop(o.some(o.array([o.string("x" * size), box(1)])))
    return _resident_bytes() - before


def _read_file(path: str) -> str:
    o = _loaded[0]
    try:
        return objects.text(o.result(o.bind_boxed("l_IO_FS_readFile", 1)(o.string(path))))
    except LeanRuntimeError as error:
        return f"error: {error}"


def _missing_symbol() -> str:
    try:
        _loaded[0].bind("l_No_such_function", _pointer)
    except AttributeError:
        return "AttributeError"
    return "found"


# --- the tests -----------------------------------------------------------------------------------------------


@given(st.integers(0, 2**62))
def test_small_numbers_are_boxed(number: int) -> None:
    value = box(number)
    assert objects.is_boxed(value)
    assert (objects.unbox(value), objects.tag(value), objects.field_count(value)) == (number, number, 0)


@SLOW_CALLS
@given(value=TEXTS)
def test_strings_come_back(lean: ProcessPoolExecutor, value: str) -> None:
    assert lean.submit(_string_trip, value).result(60) == (value, value, len(value))


@pytest.mark.parametrize("value", ["", "\0", "a\0b", "∀ 𝔸 ζ", "x" * 100_000, "é" * 5000])
def test_strings_at_the_edges(lean: ProcessPoolExecutor, value: str) -> None:
    assert lean.submit(_string_trip, value).result(60) == (value, value, len(value))


@SLOW_CALLS
@given(words=st.lists(TEXTS, max_size=20))
def test_arrays_and_lists_come_back(lean: ProcessPoolExecutor, words: list[str]) -> None:
    assert lean.submit(_array_trip, words).result(60) == (words, len(words), words)
    assert lean.submit(_list_trip, words).result(60) == (words, "|".join(words))


def test_long_arrays_and_lists(lean: ProcessPoolExecutor) -> None:
    words = [str(i) for i in range(20_000)]
    assert lean.submit(_array_trip, words).result(60) == (words, len(words), words)
    assert lean.submit(_list_trip, words).result(60) == (words, "|".join(words))


@pytest.mark.parametrize("dotted", ["Nat", "Nat.add_comm", "Lean.Elab.Tactic.evalTactic", "α.β"])
def test_names(lean: ProcessPoolExecutor, dotted: str) -> None:
    assert lean.submit(_name_trip, dotted).result(60) == (dotted, True, False)


def _words_of_names(names: list[list[str]]) -> list[str]:
    o = _loaded[0]
    extend = o.bind("lean_name_mk_string", _pointer, _pointer)
    read = []
    for words in names:
        name = box(0)
        for word in words:
            name = extend(name, o.string(word))
        read.append(objects.name_text(name))
    return read


def test_different_names_read_differently(lean: ProcessPoolExecutor) -> None:
    names = [
        ["a", "b"],
        ["a.b"],
        ["a", ""],
        ["a."],
        ["«a»", "b"],
        ["a b"],
        ["a", "0"],
        ["a»", "b«"],
        ["a»b"],
        ["a\\xb"],
    ]
    read = lean.submit(_words_of_names, names).result(60)
    assert len(set(read)) == len(names)
    assert read[:2] == ["a.b", "«a.b»"]


def test_constructors(lean: ProcessPoolExecutor) -> None:
    assert lean.submit(_constructors).result(60) == {
        "tag": 7,
        "fields": 2,
        "values": [3, 4],
        "scalars": "010203",
        "references": 1,
        "null": "null",
        "true": "true",
        "false": "false",
        "some": (1, 1),
    }


def test_reference_counts(lean: ProcessPoolExecutor) -> None:
    assert lean.submit(_counts).result(60) == {
        "new": 1,
        "owned": 3,
        "dropped": 2,
        "shared": -2,
        "shared and owned": -3,
        "shared and dropped": -2,
        "persistent": 0,
        "number": 9,
    }


def test_what_is_given_up_is_freed(lean: ProcessPoolExecutor) -> None:
    count, size = 20_000, 4000
    assert lean.submit(_growth_after_dropping, count, size).result(60) < count * size / 4


def test_results_of_actions(lean: ProcessPoolExecutor, tmp_path: Path) -> None:
    (tmp_path / "note").write_text("ζ\n")
    assert lean.submit(_read_file, str(tmp_path / "note")).result(60) == "ζ\n"
    failed = lean.submit(_read_file, str(tmp_path / "missing")).result(60)
    assert failed.startswith("error: no such file")


def test_a_function_that_is_not_there(lean: ProcessPoolExecutor) -> None:
    assert lean.submit(_missing_symbol).result(60) == "AttributeError"
