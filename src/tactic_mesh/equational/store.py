"""The folder of a resolved graph: certificates that Lean accepted, and the claims that follow from them.

    certificates/implications-000001.lean   a text that Lean accepted, and beside it
    certificates/implications-000001.json   what it shows: edges, or magmas with their laws; sha256 of the text
    claims.npz                              two bit matrices, `true` and `false`
    summary.json                            counts and times of the last run

Every file is written under another name first and renamed: a killed run leaves whole certificates and perhaps a
temporary file, which nobody reads. What a certificate shows is known from its `.json`, which is written last; `verify`
makes each text anew from it and has Lean check that.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tactic_mesh.equational.certificates import LeanFile, System, SystemFacts, Table, TableFacts
from tactic_mesh.equational.claims import Claims, Model
from tactic_mesh.equational.laws import LAWS
from tactic_mesh.equational.relations import Edge
from tactic_mesh.equational.terms import Term, operations
from tactic_mesh.equational.words import MAGMAS, Witness, WordFacts
from tactic_mesh.errors import InputError, StorageError, TamperingFound

SCHEMA = "tactic-mesh/equational@1"
_BYTES_MAX = 64 << 20
_OPERATIONS_MAX = 64


@dataclass(frozen=True, slots=True)
class Stored:
    """One certificate of the folder: edges, or tables, systems or words with laws, are what it shows, by number."""

    name: str
    edges: tuple[Edge, ...]
    tables: tuple[TableFacts, ...]
    systems: tuple[SystemFacts, ...]
    words: tuple[WordFacts, ...]
    sha256: str
    trust: str
    wall_s: float
    bytes: int


class Folder:
    """One folder. Raises StorageError where it cannot be written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._certificates = path / "certificates"

    def create(self) -> None:
        """Make the folder, or take up one that is there. Raises: InputError for a folder of something else."""
        try:
            if self.path.exists() and not self.path.is_dir():
                raise InputError(f"{self.path} is a file, not a folder")
            if self.path.exists() and any(self.path.iterdir()) and not self._certificates.is_dir():
                raise InputError(f"{self.path} holds something else: give an empty folder, or none")
            self._certificates.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(f"{self.path} cannot be made: {error.strerror}") from error

    def require(self) -> None:
        """Raises: InputError if this is no such folder, or one of a run that never came to its first claims."""
        if not self._certificates.is_dir():
            raise InputError(f"{self.path} is no folder of `equational resolve`: it has no certificates")
        if not (self.path / "claims.npz").exists():
            resume = f"tactic-mesh equational resolve --out {self.path}"
            raise InputError(f"{self.path} has no claims.npz: `{resume}` goes on with it, and writes one")

    def add(self, kind: str, file: LeanFile, shows: dict[str, Any], trust: str, wall_s: float) -> str:
        """Keep a text that Lean accepted; its name."""
        number = 1 + max((int(name.rsplit("-", 1)[1]) for name in self.names()), default=0)
        name = f"{kind}-{number:06d}"
        raw = file.text.encode()
        self._write(self._certificates / f"{name}.lean", raw)
        about = {
            "schema": SCHEMA,
            "kind": kind,
            "sha256": hashlib.sha256(raw).hexdigest(),
            "bytes": len(raw),
            "trust": trust,
            "wall_s": round(wall_s, 3),
            **shows,
        }
        self._write(self._certificates / f"{name}.json", json.dumps(about, separators=(",", ":")).encode())
        return name

    def names(self) -> list[str]:
        """All certificates that are whole, in order."""
        if not self._certificates.is_dir():
            return []
        found = sorted(path.stem for path in self._certificates.glob("*-*.json"))
        return [name for name in found if name.rsplit("-", 1)[1].isdigit()]

    def text(self, name: str) -> str:
        """The Lean text of a certificate. Raises: TamperingFound if it is not the one that was accepted."""
        stored = self.read(name)
        raw = self._read(self._certificates / f"{name}.lean")
        if hashlib.sha256(raw).hexdigest() != stored.sha256:
            raise TamperingFound(
                f"certificate {name}: the Lean text is not the one that was accepted; {_again(name)}"
            )
        return raw.decode("utf-8", errors="replace")

    def read(self, name: str) -> Stored:
        """What a certificate says that it shows. Raises: TamperingFound if it cannot be read."""
        try:
            about = json.loads(self._read(self._certificates / f"{name}.json"))
            edges = tuple((_number(a), _number(b)) for a, b in about.get("edges", ()))
            tables = tuple(_facts(entry) for entry in about.get("tables", ()))
            systems = tuple(_system_facts(entry) for entry in about.get("systems", ()))
            words = tuple(_word_facts(entry) for entry in about.get("words", ()))
            if about["schema"] != SCHEMA or sum(map(bool, (edges, tables, systems, words))) != 1:
                raise ValueError("another schema, or not one kind of thing shown")
            return Stored(
                name,
                edges,
                tables,
                systems,
                words,
                str(about["sha256"]),
                str(about["trust"]),
                float(about["wall_s"]),
                int(about["bytes"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise TamperingFound(f"certificate {name} is damaged: {error}; {_again(name)}") from error

    def all(self) -> Iterator[Stored]:
        for name in self.names():
            yield self.read(name)

    def facts(self) -> tuple[list[Edge], list[Model]]:
        """What all certificates show together, laws by index."""
        edges: list[Edge] = []
        models: list[Model] = []
        for stored in self.all():
            edges += [(one - 1, other - 1) for one, other in stored.edges]
            models += map(model_of, stored.tables)
            models += map(model_of, stored.systems)
            models += map(model_of, stored.words)
        return edges, models

    def write_claims(self, claims: Claims) -> None:
        """Both matrices, as `np.packbits(axis=1)`."""
        buffer = io.BytesIO()
        packed = {"true": np.packbits(claims.true, axis=1), "false": np.packbits(claims.false, axis=1)}
        np.savez_compressed(buffer, **packed)  # type: ignore[arg-type]
        self._write(self.path / "claims.npz", buffer.getvalue())

    def read_claims(self) -> Claims:
        """Raises: InputError without the file, TamperingFound if it is damaged."""
        raw = self._read(self.path / "claims.npz")
        try:
            with np.load(io.BytesIO(raw), allow_pickle=False) as loaded:
                matrices = [
                    np.unpackbits(loaded[key], axis=1, count=LAWS).astype(bool) for key in ("true", "false")
                ]
        except (ValueError, KeyError, OSError, TypeError, EOFError, zipfile.BadZipFile, zlib.error) as error:
            raise TamperingFound(
                f"claims.npz is damaged: {error}; delete it, and `resolve` writes it again"
            ) from error
        if any(matrix.shape != (LAWS, LAWS) for matrix in matrices):
            raise TamperingFound("claims.npz does not hold two matrices of all laws")
        return Claims(*matrices)

    def write_summary(self, summary: dict[str, Any]) -> None:
        text = json.dumps({"schema": SCHEMA, **summary}, indent=2)
        self._write(self.path / "summary.json", f"{text}\n".encode())

    def _read(self, path: Path) -> bytes:
        try:
            if path.stat().st_size > _BYTES_MAX:
                raise TamperingFound(f"{path.name} is too large to be ours")
            return path.read_bytes()
        except OSError as error:
            raise InputError(f"{path} cannot be read: {error.strerror}") from error

    def _write(self, path: Path, raw: bytes) -> None:
        temporary = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            with temporary.open("wb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except OSError as error:
            temporary.unlink(missing_ok=True)
            raise StorageError(f"{path} cannot be written: {error.strerror}") from error


Facts = TableFacts | SystemFacts | WordFacts


def model_of(facts: Facts) -> Model:
    """What a certificate shows of one magma, laws by index."""
    true, false = (tuple(law - 1 for law in side) for side in (facts.true, facts.false))
    return Model(true, false, infinite=not isinstance(facts, TableFacts))


def _again(name: str) -> str:
    """What to do about a certificate that is not what it was."""
    return f"delete certificates/{name}.*, and `resolve` finds again what it showed"


def _number(value: object) -> int:
    if not isinstance(value, int) or not 1 <= value <= LAWS:
        raise ValueError(f"{value} is no law's number")
    return value


def _facts(entry: dict[str, Any]) -> TableFacts:
    table: Table = tuple(tuple(int(value) for value in row) for row in entry["table"])
    order = len(table)
    if not order or any(len(row) != order or not all(0 <= v < order for v in row) for row in table):
        raise ValueError("a table that is none")
    return TableFacts(
        int(entry["number"]), table, tuple(map(_number, entry["true"])), tuple(map(_number, entry["false"]))
    )


def _system_facts(entry: dict[str, Any]) -> SystemFacts:
    system: System = tuple((_term(left), _term(right)) for left, right in entry["system"])
    if not system or any(operations(side) > _OPERATIONS_MAX for rule in system for side in rule):
        raise ValueError("a system that is none")
    return SystemFacts(
        int(entry["number"]), system, tuple(map(_number, entry["true"])), tuple(map(_number, entry["false"]))
    )


def _term(value: object) -> Term:
    """Variables are numbers, products are lists of two."""
    if isinstance(value, int) and value >= 0:
        return value
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError("a term that is none")
    return (_term(value[0]), _term(value[1]))


def _word_facts(entry: dict[str, Any]) -> WordFacts:
    if entry["magma"] not in MAGMAS:
        raise ValueError("a magma of words that is none")
    witnesses = tuple(
        Witness(
            tuple(tuple(int(letter) for letter in word) for word in witness["values"]),
            tuple(map(_number, witness["false"])),
        )
        for witness in entry["witnesses"]
    )
    return WordFacts(int(entry["number"]), entry["magma"], tuple(map(_number, entry["true"])), witnesses)


def facts_as_json(facts: Facts) -> dict[str, Any]:
    """The form in which a certificate's `.json` holds a magma."""
    if isinstance(facts, WordFacts):
        witnesses = [{"values": witness.values, "false": witness.false} for witness in facts.witnesses]
        return {
            "number": facts.number,
            "magma": facts.magma,
            "true": facts.true,
            "witnesses": witnesses,
        }
    what = {"table": facts.table} if isinstance(facts, TableFacts) else {"system": facts.system}
    return {"number": facts.number, **what, "true": facts.true, "false": facts.false}
