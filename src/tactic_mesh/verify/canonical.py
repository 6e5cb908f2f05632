"""Values as canonical bytes and back, strictly: what is hashed, signed and stored.

A value is a frozen dataclass of strings, whole numbers, truth values, enumerations, tuples, sets, and others of its
kind. Its bytes are JSON in UTF-8 with sorted keys and no white space; a set is a sorted list. With whole numbers
below 2^53, that is RFC 8785's form, so any other program can make the same bytes. Floating-point numbers are written
too, for stored findings; nothing that is hashed or signed has one.

Reading gives back an equal value or refuses: no field may be missing or be new, no number stands for a truth value,
and bytes that are not the canonical ones of what they say are no value.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import json
import types
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from tactic_mesh.errors import InputError

INTEGER_MAX = 2**53 - 1
Value = TypeVar("Value")


class NotCanonical(ValueError):
    """Bytes that are not the canonical form of a value of the wanted type; the text says where and why."""


def encode(value: object) -> bytes:
    """The canonical bytes. Raises: InputError for a text that UTF-8 cannot write (half a surrogate pair)."""
    text = json.dumps(
        plain(value), ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            "a text holds half of a surrogate pair, which no UTF-8 file can have; remove it"
        ) from error


def decode(wanted: type[Value], raw: bytes) -> Value:
    """The value of type `wanted` whose canonical bytes are `raw`. Raises: NotCanonical."""
    try:
        found = json.loads(raw.decode(), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise NotCanonical(f"not JSON: {str(error)[:200]}") from error
    value = _read(wanted, found, "")
    try:
        same = encode(value) == raw
    except InputError as error:
        raise NotCanonical("half of a surrogate pair") from error
    if not same:
        raise NotCanonical("not in canonical form (white space, order, escapes or a repeated key)")
    return value  # type: ignore[no-any-return]


def plain(value: object) -> object:
    """The same as dictionaries, lists, strings and numbers, as JSON knows them."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value.value if isinstance(value, enum.Enum) else value


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number")


def _read(wanted: Any, found: object, where: str) -> Any:
    """`found` as a value of the type `wanted`, which stands at the path `where`."""
    origin = get_origin(wanted)
    if origin in (Union, types.UnionType):
        return _read_one_of(get_args(wanted), found, where)
    if origin is Literal:
        for member in get_args(wanted):
            if type(found) is str and found == member:
                return member
        raise _wrong(where, f"one of {', '.join(map(str, get_args(wanted)))}", found)
    if origin in (tuple, frozenset):
        return _read_many(wanted, found, where)
    if dataclasses.is_dataclass(wanted):
        return _read_fields(wanted, found, where)
    if isinstance(wanted, type) and issubclass(wanted, enum.StrEnum):
        if type(found) is not str or found not in list(wanted):
            raise _wrong(where, f"one of {', '.join(wanted)}", found)
        return wanted(found)
    return _read_leaf(wanted, found, where)


def _read_leaf(wanted: Any, found: object, where: str) -> Any:
    if wanted is float and type(found) in (int, float):
        return found
    # A truth value is a whole number to Python, and to nobody else.
    if wanted not in (str, int, bool, type(None)) or type(found) is not wanted:
        raise _wrong(where, getattr(wanted, "__name__", str(wanted)), found)
    if isinstance(found, int) and abs(found) > INTEGER_MAX:
        raise _wrong(where, f"a number below {INTEGER_MAX + 1}", found)
    return found


def _read_one_of(kinds: tuple[Any, ...], found: object, where: str) -> Any:
    problems = []
    for kind in kinds:
        try:
            return _read(kind, found, where)
        except NotCanonical as error:
            problems.append(str(error))
    raise NotCanonical("; or ".join(problems))


def _read_many(wanted: Any, found: object, where: str) -> Any:
    if not isinstance(found, list):
        raise _wrong(where, "a list", found)
    kinds = get_args(wanted)
    if get_origin(wanted) is tuple and kinds[-1] is not Ellipsis:
        if len(kinds) != len(found):
            raise _wrong(where, f"{len(kinds)} items", found)
        pairs = zip(kinds, found, strict=True)
        return tuple(_read(kind, item, f"{where}[{index}]") for index, (kind, item) in enumerate(pairs))
    items = [_read(kinds[0], item, f"{where}[{index}]") for index, item in enumerate(found)]
    return tuple(items) if get_origin(wanted) is tuple else frozenset(items)


def _read_fields(wanted: Any, found: object, where: str) -> Any:
    if not isinstance(found, dict):
        raise _wrong(where, "an object", found)
    kinds = _kinds(wanted)
    if missing := sorted(kinds.keys() - found.keys()):
        raise NotCanonical(f"{where or 'the object'} lacks {', '.join(missing)}")
    if extra := sorted(found.keys() - kinds.keys()):
        raise NotCanonical(f"{where or 'the object'} has {', '.join(extra)[:200]}, which is not known here")
    values = {
        name: _read(kind, found[name], f"{where}.{name}" if where else name) for name, kind in kinds.items()
    }
    try:
        return wanted(**values)
    except ValueError as error:
        raise NotCanonical(f"{where or 'the object'}: {error}") from error


@functools.cache
def _kinds(wanted: Any) -> dict[str, Any]:
    hints = get_type_hints(wanted)
    return {field.name: hints[field.name] for field in dataclasses.fields(wanted)}


def _wrong(where: str, wanted: str, found: object) -> NotCanonical:
    return NotCanonical(f"{where or 'the value'} is {str(found)[:80]!r} where {wanted} should stand")
