"""Exchanges with a model, recorded in an SQLite file and played back without any network or key.

What is recorded is what the gateway sees: requests without their key, answers cleaned of it. The same request asked
again is the next take of it: a recording that asked three times plays three answers, in that order, and no fourth.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tactic_mesh.errors import ModelUnavailable, StorageError, UsageError
from tactic_mesh.gateway.wire import Transport, WireRequest, WireResponse

_APPLICATION_ID = 0x746D7278
_TABLE = """
CREATE TABLE IF NOT EXISTS exchanges (
    request_sha256 TEXT NOT NULL, take INTEGER NOT NULL, base_url TEXT NOT NULL, path TEXT NOT NULL,
    request TEXT NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (request_sha256, take)
)
"""


@dataclass(slots=True)
class Recorder:
    """A transport that writes down every exchange of another one, after the takes that the file has."""

    transport: Transport
    base_url: str
    path: Path
    _file: sqlite3.Connection = field(init=False)
    _taken: Counter[str] = field(init=False, default_factory=Counter)

    def __post_init__(self) -> None:
        """Raises: StorageError, UsageError if the file is something else."""
        self._file = _opened(self.path, create=True)

    async def send(self, request: WireRequest) -> WireResponse:
        name = request.sha256(self.base_url)
        # A take is numbered when it is asked for: answers that overtake each other play in the order of the questions.
        take = self._next_take(name)
        response = await self.transport.send(request)
        body = json.dumps(request.body, ensure_ascii=False)
        try:
            with self._file:
                self._file.execute(
                    "INSERT INTO exchanges VALUES (?, ?, ?, ?, ?, ?)",
                    (name, take, self.base_url, request.path, body, response.text),
                )
        except sqlite3.Error as error:
            raise StorageError(f"{self.path}: the exchange could not be written: {error}") from error
        return response

    def _next_take(self, name: str) -> int:
        if name not in self._taken:
            query = "SELECT coalesce(max(take), 0) FROM exchanges WHERE request_sha256 = ?"
            self._taken[name] = int(self._file.execute(query, (name,)).fetchone()[0])
        self._taken[name] += 1
        return self._taken[name]

    async def aclose(self) -> None:
        self._file.close()
        await self.transport.aclose()


@dataclass(slots=True)
class Replay:
    """A transport that answers from a recording alone."""

    base_url: str
    path: Path
    _file: sqlite3.Connection = field(init=False)
    _taken: Counter[str] = field(init=False, default_factory=Counter)

    def __post_init__(self) -> None:
        """Raises: UsageError if there is no recording."""
        self._file = _opened(self.path, create=False)

    async def send(self, request: WireRequest) -> WireResponse:
        """Raises: ModelUnavailable if this request was not recorded, or not so often."""
        name = request.sha256(self.base_url)
        self._taken[name] += 1
        take = self._taken[name]
        row = self._file.execute(
            "SELECT answer FROM exchanges WHERE request_sha256 = ? AND take = ?", (name, take)
        ).fetchone()
        if row is None:
            raise ModelUnavailable(
                f"{self.path} has no take {take} of this request (sha256 {name[:16]}…): a prompt, a setting or the"
                " problem differs from what was recorded"
            )
        return WireResponse(str(row[0]), requests=0)

    async def aclose(self) -> None:
        self._file.close()


def _opened(path: Path, *, create: bool) -> sqlite3.Connection:
    if not create and not path.is_file():
        raise UsageError(f"{path}: there is no recording; `--record FILE` makes one")
    try:
        file = sqlite3.connect(path)
    except sqlite3.Error as error:
        raise StorageError(f"{path}: {error}") from error
    try:
        (kind,) = file.execute("PRAGMA application_id").fetchone()
        tables = file.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if kind != _APPLICATION_ID and (tables or not create):
            raise UsageError(f"{path}: this is no recording of exchanges")
        if create:
            with file:
                file.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
                file.execute(_TABLE)
    except sqlite3.Error as error:
        file.close()
        raise UsageError(f"{path}: this is no recording of exchanges: {error}") from error
    except UsageError:
        file.close()
        raise
    return file
