"""Verdicts and certificates on disk: what was checked once is not checked again, and nothing acknowledged is lost.

One SQLite file (write-ahead log), which several processes may share. Writes go through one thread of each process,
which commits all that waits in one transaction; a write is acknowledged after its commit reached the disk, never
before. A row carries a digest of what it says, so that damage is noticed where SQLite cannot see it.

Covered: a process killed at any moment, a loss of power (as far as the disk keeps its word), a full disk, a damaged
file (moved aside, and said), a wall clock that jumps (rows are ordered by a counter).
Not covered: what a damaged file held; a network file system that several machines write to; somebody who can write
to this user's files (`tactic-mesh verify` never reads what is stored here).
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import math
import os
import queue
import sqlite3
import stat
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tactic_mesh.errors import InputError, NotACertificate, StorageError, TacticMeshError, TamperingFound
from tactic_mesh.lean.cache import cache_folder, locked, private_folder, storage_error, sync_folder
from tactic_mesh.theorem import NoVerdict, Outcome, Trust
from tactic_mesh.verify.canonical import NotCanonical, decode, encode
from tactic_mesh.verify.certificate import (
    CERTIFICATE_BYTES_MAX,
    Certificate,
    LimitsUsed,
    claim,
    read_claim,
    written,
)
from tactic_mesh.verify.checked import Checked

FORMAT = 1
"""Part of the file's name: programs of different formats do not share a file."""

_APPLICATION_ID = 0x746D7673
_BATCH_MAX = 512
_WAITING_MAX = 16 * _BATCH_MAX
_TOUCHED_MAX = 1024
_BUSY_MS = 10_000
_POLL_S = 0.0005
_POLITE_S = 0.0015
"""How long a writer leaves the file alone after a commit, if another process wanted it lately: longer than a poll."""
_LATELY_S = 1.0
_LOCK_WAIT_S = 30.0
_LOG_BYTES_MAX = 64 << 20
_EVICTED_AT_ONCE = 64
_KEPT_AFTER_EVICTION = 0.9
_ROW_BYTES = 160
"""What a row costs besides its body: key, digest, numbers, its places in the indexes."""

_TABLES = """
CREATE TABLE verdicts (
    key BLOB NOT NULL UNIQUE, rung INTEGER NOT NULL, used INTEGER NOT NULL,
    digest BLOB NOT NULL, body BLOB NOT NULL
);
CREATE INDEX verdicts_by_use ON verdicts (used);
CREATE TABLE certificates (
    sha256 BLOB NOT NULL UNIQUE, used INTEGER NOT NULL, body BLOB NOT NULL
);
CREATE INDEX certificates_by_use ON certificates (used);
CREATE TABLE totals (name TEXT NOT NULL UNIQUE, value INTEGER NOT NULL);
INSERT INTO totals VALUES ('clock', 0), ('verdict_bytes', 0), ('certificate_bytes', 0);
CREATE TRIGGER verdict_added AFTER INSERT ON verdicts BEGIN
    UPDATE totals SET value = value + length(new.body) + {row} WHERE name = 'verdict_bytes'; END;
CREATE TRIGGER verdict_removed AFTER DELETE ON verdicts BEGIN
    UPDATE totals SET value = value - length(old.body) - {row} WHERE name = 'verdict_bytes'; END;
CREATE TRIGGER certificate_added AFTER INSERT ON certificates BEGIN
    UPDATE totals SET value = value + length(new.body) + {row} WHERE name = 'certificate_bytes'; END;
CREATE TRIGGER certificate_removed AFTER DELETE ON certificates BEGIN
    UPDATE totals SET value = value - length(old.body) - {row} WHERE name = 'certificate_bytes'; END;
""".replace("{row}", str(_ROW_BYTES))

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large the two shelves may grow. Verdicts make room by last use; certificates go only when asked."""

    verdict_bytes_max: int = 512 << 20
    certificate_bytes_max: int = 1 << 30


@dataclass(frozen=True, slots=True)
class Kept:
    """A verdict as it is stored: the finding, the rung that it stands for, the limits of the check.

    The certificate is not here: request, finding and limits make it anew, and `certificate_sha256` is what it must be.
    """

    checked: Checked
    trust: Trust
    limits: LimitsUsed
    certificate_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """What the file holds."""

    verdicts: int
    verdict_bytes: int
    certificates: int
    certificate_bytes: int


@dataclass(slots=True)
class _Write:
    """What waits for the next commit. `done` gets a problem that is no failure, or nothing."""

    verdict: tuple[bytes, int, bytes, bytes] | None = None
    certificate: tuple[bytes, bytes] | None = None
    certificate_bytes_max: int | None = None
    touched: tuple[bytes, ...] = ()
    done: Future[str] = field(default_factory=Future)


def store_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Where this user's store is."""
    return cache_folder(environ) / "verdicts" / f"verdicts-{FORMAT}.sqlite3"


class Store:
    """An open store. Use it as a context manager; at the end of the block all that was put is on disk.

    Every method may be called from any thread. `notices` are sentences about what went wrong and was mended.
    """

    def __init__(self, file: Path, bounds: Bounds = Bounds()) -> None:
        self.file = file
        self.notices: list[str] = []
        self._bounds = bounds
        self._waiting: queue.Queue[_Write | None] = queue.Queue(_WAITING_MAX)
        self._touched: dict[bytes, None] = {}
        self._reading = threading.Lock()
        self._reader: _Connection | None = None
        self._writer: _Connection | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Store:
        """Open the file, and make it if it is not there. Raises: StorageError."""
        self._reader = self._open()
        self._thread = threading.Thread(target=self._write_all, name="verdict-store", daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._thread is not None:
            self._flush_touched()
            self._waiting.put(None)
            self._thread.join()
            self._thread = None
        with self._reading:
            if self._reader is not None:
                self._reader.close()
                self._reader = None

    # --- reading ---------------------------------------------------------------------------------------------

    def find(self, key: str, trust: Trust) -> Kept | None:
        """The verdict of the key, if it was reached at the rung `trust` or above. Raises: StorageError."""
        raw = bytes.fromhex(key)
        row = self._read("SELECT rung, digest, body FROM verdicts WHERE key = ?", raw)
        if row is None or row[0] < trust.rung:
            return None
        rung, digest, body = row
        try:
            if digest != _digest(raw, rung, body):
                raise NotCanonical("its digest is another")
            kept = decode(Kept, body)
        except NotCanonical as error:
            # The key cannot be answered; the next check writes the row anew.
            self._notice(f"a stored verdict is damaged and was passed over: {error}")
            return None
        self._touched[raw] = None
        if len(self._touched) >= _TOUCHED_MAX:
            self._flush_touched()
        return kept

    def certificate(self, sha256: str) -> Certificate | None:
        """A certificate that was put here. Raises: StorageError."""
        row = self._read("SELECT body FROM certificates WHERE sha256 = ?", bytes.fromhex(sha256))
        if row is None:
            return None
        try:
            unpacked = zlib.decompressobj()
            found = read_claim(unpacked.decompress(row[0], CERTIFICATE_BYTES_MAX), "a stored certificate")
        except (zlib.error, NotACertificate, TamperingFound) as error:
            self._notice(f"a stored certificate is damaged and was passed over: {error}")
            return None
        return found.certificate if found.sha256 == sha256 else None

    def totals(self) -> Totals:
        """How much there is. Raises: StorageError."""
        row = self._read(
            "SELECT (SELECT count(*) FROM verdicts), "
            "(SELECT value FROM totals WHERE name = 'verdict_bytes'), "
            "(SELECT count(*) FROM certificates), "
            "(SELECT value FROM totals WHERE name = 'certificate_bytes')"
        )
        return Totals(*row) if row else Totals(0, 0, 0, 0)

    def _read(self, question: str, *values: object) -> tuple[Any, ...] | None:
        with self._reading:
            for _ in range(2):
                if self._thread is None:
                    raise self._closed()
                self._reader = self._current(self._reader)
                try:
                    return self._reader.row(question, values)
                except sqlite3.DatabaseError as error:
                    if not _is_damage(error):
                        raise _storage_error(self.file, error) from error
                    self._move_aside(self._reader, error)
        return None

    # --- writing ---------------------------------------------------------------------------------------------

    def put(self, key: str, kept: Kept, certificate: Certificate | None = None) -> Future[str]:
        """Write a verdict, and its certificate; a verdict of a higher rung is not replaced by one of a lower.

        The future is done when both are on disk; its result says if the certificate found no room, and is empty
        otherwise. It fails with StorageError: then nothing was written. Raises StorageError as well, if nothing can
        be written at all, and TypeError for the lack of a verdict.
        """
        if isinstance(kept.checked.verdict, NoVerdict):
            raise TypeError("the lack of a verdict is never stored")
        raw = bytes.fromhex(key)
        try:
            body = encode(kept)
        except InputError as error:
            raise StorageError(f"the verdict cannot be stored: {error}") from error
        write = _Write(verdict=(raw, kept.trust.rung, _digest(raw, kept.trust.rung, body), body))
        if certificate is not None:
            packed = zlib.compress(written(claim(certificate)), 1)
            write.certificate = (bytes.fromhex(certificate.sha256), packed)
        return self._enqueue(write)

    def evict_certificates(self, bytes_max: int) -> Future[str]:
        """Remove the certificates that were put first until no more than `bytes_max` are left."""
        return self._enqueue(_Write(certificate_bytes_max=bytes_max))

    def _enqueue(self, write: _Write) -> Future[str]:
        if self._thread is None or not self._thread.is_alive():
            raise self._closed()
        try:
            self._waiting.put_nowait(write)
        except queue.Full:
            raise StorageError(f"more than {_WAITING_MAX} writes wait for the store {self.file}") from None
        return write.done

    def _flush_touched(self) -> None:
        touched, self._touched = tuple(self._touched), {}
        if touched:
            # Losing an order of use costs nothing but a check, some day.
            with contextlib.suppress(queue.Full):
                self._waiting.put_nowait(_Write(touched=touched))

    def _closed(self) -> StorageError:
        return StorageError(f"the store {self.file} is closed")

    def _write_all(self) -> None:
        """The writer's thread: everything that waits goes into one commit."""
        for batch in _batches(self._waiting):
            live = [write for write in batch if write.done.set_running_or_notify_cancel()]
            try:
                problems = self._commit(batch)
            except (TacticMeshError, sqlite3.Error, OSError, MemoryError) as error:
                # Whoever waits is told, and the next batch begins with a new connection.
                self._discard_writer()
                failed = error if isinstance(error, TacticMeshError) else _storage_error(self.file, error)
                for write in live:
                    write.done.set_exception(failed)
            else:
                for write in live:
                    write.done.set_result(problems.get(id(write), ""))
        self._discard_writer()

    def _commit(self, batch: list[_Write]) -> dict[int, str]:
        """Commit the batch to the file that is the store when this returns. Raises: StorageError."""
        for _ in range(3):
            self._writer = self._current(self._writer)
            try:
                with self._writer.transaction():
                    problems = self._apply(self._writer, batch)
            except sqlite3.DatabaseError as error:
                damaged = _is_damage(error)
                if damaged:
                    self._move_aside(self._writer, error)
                self._discard_writer()
                if not damaged:
                    raise _storage_error(self.file, error) from error
                continue
            # Another process may have moved the file aside meanwhile: what went into it is not in the store.
            if self._writer.is_current():
                return problems
        raise StorageError(f"the store {self.file} is damaged again and again; is the disk failing?")

    def _discard_writer(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def _apply(self, connection: _Connection, batch: list[_Write]) -> dict[int, str]:
        problems: dict[int, str] = {}
        clock = connection.tick()
        for write in batch:
            if write.touched:
                rows = [(clock, key) for key in write.touched]
                connection.run_many("UPDATE verdicts SET used = ? WHERE key = ?", rows)
            if write.verdict is not None:
                _put_verdict(connection, write.verdict, clock)
            if write.certificate is not None and not self._put_certificate(
                connection, write.certificate, clock
            ):
                problems[id(write)] = (
                    f"the store keeps {self._bounds.certificate_bytes_max} bytes of certificates, and is full; "
                    "remove some"
                )
            if write.certificate_bytes_max is not None:
                _evict(connection, "certificate", write.certificate_bytes_max, write.certificate_bytes_max)
        bytes_max = self._bounds.verdict_bytes_max
        _evict(connection, "verdict", bytes_max, int(bytes_max * _KEPT_AFTER_EVICTION))
        return problems

    def _put_certificate(self, connection: _Connection, row: tuple[bytes, bytes], clock: int) -> bool:
        sha256, body = row
        if connection.row("SELECT 1 FROM certificates WHERE sha256 = ?", (sha256,)):
            return True
        taken = connection.total("certificate_bytes")
        if taken + len(body) + _ROW_BYTES > self._bounds.certificate_bytes_max:
            return False
        connection.run("INSERT INTO certificates VALUES (?, ?, ?)", sha256, clock, body)
        return True

    # --- the file --------------------------------------------------------------------------------------------

    def _open(self) -> _Connection:
        """Open the file, make it if need be, and move it aside if it is no store. Raises: StorageError."""
        private_folder(self.file.parent)
        with locked(self._lock, _LOCK_WAIT_S):
            try:
                return _Connection.open(self.file)
            except sqlite3.DatabaseError as error:
                if not _is_damage(error):
                    raise _storage_error(self.file, error) from error
                self._rename(str(error))
            try:
                return _Connection.open(self.file)
            except sqlite3.DatabaseError as error:
                raise _storage_error(self.file, error) from error

    def _current(self, connection: _Connection | None) -> _Connection:
        """The connection, or a new one if it is to a file that is the store no more. Raises: StorageError."""
        if connection is not None:
            if connection.is_current():
                return connection
            connection.close()
        return self._open()

    def _move_aside(self, connection: _Connection, error: sqlite3.DatabaseError) -> None:
        """Make room for a new file, unless another process has done so. The connection is not current afterwards."""
        with locked(self._lock, _LOCK_WAIT_S):
            if connection.is_current():
                self._rename(str(error))

    def _rename(self, why: str) -> None:
        number = next(n for n in range(1, 1 << 20) if not self._aside(n).exists())
        try:
            for ending in ("-wal", "-shm", ""):
                part = Path(f"{self.file}{ending}")
                if part.exists():
                    part.rename(f"{self._aside(number)}{ending}")
        except OSError as error:
            raise storage_error(self.file.parent, error) from error
        self._notice(f"the store was damaged ({why}); it was moved to {self._aside(number)} and begun anew")

    def _aside(self, number: int) -> Path:
        return self.file.with_name(f"{self.file.name}.damaged-{number}")

    @property
    def _lock(self) -> Path:
        return self.file.with_name(f"{self.file.name}.lock")

    def _notice(self, text: str) -> None:
        _log.warning("%s", text)
        if len(self.notices) < 100:
            self.notices.append(text)


class _Connection:
    """One connection of SQLite, and which file it has open."""

    def __init__(self, file: Path, connection: sqlite3.Connection, identity: tuple[int, int]) -> None:
        self._file = file
        self._connection = connection
        self._identity = identity
        self._contended_s = -math.inf

    @staticmethod
    def open(file: Path) -> _Connection:
        """Raises: StorageError, or sqlite3's own errors."""
        # Never opened here once it exists: closing any descriptor of it would drop SQLite's locks on it.
        try:
            with contextlib.suppress(FileExistsError):
                os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
                sync_folder(file.parent)
            facts = file.stat()
        except OSError as error:
            raise storage_error(file.parent, error) from error
        if facts.st_uid != os.geteuid() or facts.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            raise StorageError(
                f"The store {file} belongs to or can be written by another user. Delete it or run `chmod go-w` on it."
            )
        connection = sqlite3.connect(
            file, isolation_level=None, check_same_thread=False, cached_statements=32
        )
        try:
            connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
            _prepare(connection)
        except sqlite3.Error:
            connection.close()
            raise
        return _Connection(file, connection, (facts.st_dev, facts.st_ino))

    def is_current(self) -> bool:
        """Whether this is still the file that has the store's name."""
        try:
            facts = self._file.stat()
        except OSError:
            return False
        return (facts.st_dev, facts.st_ino) == self._identity

    def close(self) -> None:
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit what the block does, or nothing of it."""
        self._begin()
        try:
            yield
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            # A full disk may have rolled it back already.
            if self._connection.in_transaction:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
            raise
        if time.monotonic() - self._contended_s < _LATELY_S:
            time.sleep(_POLITE_S)

    def _begin(self) -> None:
        """Take the file for writing. SQLite itself waits ever longer between two tries, and so would starve."""
        self._connection.execute("PRAGMA busy_timeout = 0")
        until = time.monotonic() + _BUSY_MS / 1000
        while True:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise
                self._contended_s = time.monotonic()
            time.sleep(_POLL_S)

    def row(self, question: str, values: tuple[object, ...] = ()) -> tuple[Any, ...] | None:
        found = self._connection.execute(question, values).fetchall()
        return found[0] if found else None

    def run(self, statement: str, *values: object) -> int:
        return self._connection.execute(statement, values).rowcount

    def run_many(self, statement: str, rows: list[tuple[int, bytes]]) -> None:
        self._connection.executemany(statement, rows)

    def total(self, name: str) -> int:
        found = self.row("SELECT value FROM totals WHERE name = ?", (name,))
        if found is None:
            raise sqlite3.DatabaseError(f"the total {name} is missing")
        return int(found[0])

    def tick(self) -> int:
        """The next value of the counter that orders rows by use, whatever the clock on the wall says."""
        self.run("UPDATE totals SET value = value + 1 WHERE name = 'clock'")
        return self.total("clock")


def _prepare(connection: sqlite3.Connection) -> None:
    found = connection.execute("PRAGMA application_id").fetchone()[0]
    if found not in (0, _APPLICATION_ID):
        raise sqlite3.DatabaseError("it is the file of another program")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA journal_size_limit = {_LOG_BYTES_MAX}")
    if found == 0:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise sqlite3.DatabaseError("it is the file of another program")
        # One transaction: whoever opens the file sees all of it or an empty file.
        header = f"PRAGMA application_id = {_APPLICATION_ID};"
        connection.executescript(f"BEGIN IMMEDIATE; {_TABLES} {header} COMMIT;")
    connection.execute("SELECT value FROM totals").fetchall()


def _put_verdict(connection: _Connection, row: tuple[bytes, int, bytes, bytes], clock: int) -> None:
    key, rung, digest, body = row
    there = connection.row("SELECT rung, digest, body FROM verdicts WHERE key = ?", (key,))
    if there is not None:
        whole = there[1] == _digest(key, there[0], there[2])
        if whole and there[0] > rung:
            return
        connection.run("DELETE FROM verdicts WHERE key = ?", key)
    connection.run("INSERT INTO verdicts VALUES (?, ?, ?, ?, ?)", key, rung, clock, digest, body)


def _evict(connection: _Connection, shelf: str, bytes_max: int, bytes_kept: int) -> None:
    """If a shelf is above its bound, remove what was used longest ago until it is at most at `bytes_kept`."""
    if connection.total(f"{shelf}_bytes") <= bytes_max:
        return
    oldest = f"SELECT rowid FROM {shelf}s ORDER BY used, rowid LIMIT {_EVICTED_AT_ONCE}"
    while connection.total(f"{shelf}_bytes") > bytes_kept:
        if connection.run(f"DELETE FROM {shelf}s WHERE rowid IN ({oldest})") == 0:
            return


def _digest(key: bytes, rung: int, body: bytes) -> bytes:
    # Key and rung have a fixed length, so that nothing can move from one part to the next.
    return hashlib.blake2b(b"%b%d%b" % (key, rung, body), digest_size=16).digest()


def _batches(waiting: queue.Queue[_Write | None]) -> Iterator[list[_Write]]:
    """All that waits, again and again, until the end is put in."""
    ended = False
    while not ended:
        batch: list[_Write] = []
        first = waiting.get()
        with contextlib.suppress(queue.Empty):
            while first is not None:
                batch.append(first)
                if len(batch) == _BATCH_MAX:
                    break
                first = waiting.get_nowait()
        ended = first is None
        if batch:
            yield batch


_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether the file is damaged, and not only out of reach at the moment."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # ours
        return type(error) is sqlite3.DatabaseError
    return code & 0xFF in _DAMAGE or "no such table" in str(error) or "no such column" in str(error)


def _storage_error(file: Path, error: sqlite3.Error | OSError | MemoryError) -> StorageError:
    return storage_error(file.parent, OSError(str(error)))


def rung_of(checked: Checked, asked: Trust) -> Trust:
    """The rung that a finding stands for: what a proof reached, or all that was asked if it is none.

    A text that was refused on its way up is refused at every rung that it was asked to reach.
    """
    verdict = checked.verdict
    if isinstance(verdict, NoVerdict) or verdict.outcome is not Outcome.PROVED:
        return asked
    return verdict.trust
