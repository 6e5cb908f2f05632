"""What does a call cost? From a table that users edit; a model that is not in it has no price, which is not zero.

The table is TOML. `TACTIC_MESH_PRICES` names it, else `prices.toml` in the user's configuration folder is read:

    [models."openai/gpt-x"]      # BACKEND/MODEL, or the model's name alone for any backend
    input = 1.25                 # US dollars for a million tokens
    output = 10.0
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from tactic_mesh.errors import InputError

VARIABLE = "TACTIC_MESH_PRICES"
FILE_BYTES_MAX = 1 << 20
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars for a million tokens that go in and that come out, thoughts included."""

    input: float
    output: float

    def dollars(self, input_tokens: int, output_tokens: int) -> float:
        return (input_tokens * self.input + output_tokens * self.output) / _MILLION


@dataclass(frozen=True, slots=True)
class Prices:
    """The table. The entry of BACKEND/MODEL goes before that of the model alone."""

    by_model: Mapping[str, Price]

    def of(self, backend: str, model: str) -> Price | None:
        return self.by_model.get(f"{backend}/{model}") or self.by_model.get(model)


def prices_from(environ: Mapping[str, str]) -> Prices:
    """The user's table; empty if there is none. Raises: InputError for a table that says nothing clear."""
    named = environ.get(VARIABLE)
    path = Path(named) if named else platformdirs.user_config_path("tactic-mesh") / "prices.toml"
    if not named and not path.is_file():
        return Prices({})
    try:
        with path.open("rb") as file:
            text = file.read(FILE_BYTES_MAX + 1)
    except OSError as error:
        raise InputError(f"{path}: the price table cannot be read: {error.strerror}") from error
    if len(text) > FILE_BYTES_MAX:
        raise InputError(f"{path}: a price table has at most {FILE_BYTES_MAX} bytes")
    return read_prices(text.decode("utf-8", errors="replace"), str(path))


def read_prices(text: str, origin: str) -> Prices:
    """Raises: InputError, which names the entry."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{origin}: not TOML: {error}") from error
    entries = table.get("models", {})
    if not isinstance(entries, dict) or set(table) - {"models"}:
        raise InputError(f'{origin}: write one table [models."MODEL"] for each model')
    return Prices({name: _price(origin, name, entry) for name, entry in entries.items()})


def _price(origin: str, name: str, entry: object) -> Price:
    if not isinstance(entry, dict) or set(entry) != {"input", "output"}:
        raise InputError(f"{origin}: {name}: write `input` and `output`, in dollars for a million tokens")
    return Price(_dollars(origin, name, entry["input"]), _dollars(origin, name, entry["output"]))


def _dollars(origin: str, name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
        raise InputError(f"{origin}: {name}: a price is a number, at least 0")
    return float(value)
