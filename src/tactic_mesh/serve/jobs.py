"""Jobs on disk: what was accepted is not lost, whatever happens to the process.

One SQLite file (write-ahead log) in a folder that one server holds at a time. A job is accepted after its commit
reached the disk; writes that wait share a commit. The events of a job are numbered from 1 without gaps, and go on
where they stopped when the job starts again. Old jobs that ended make room for new ones.

Covered: a process killed at any moment, a full disk (the write fails and says so; the next may succeed), another
program that holds the file for a while, a second server (refused), a file that SQLite cannot read (refused).
Not covered: what a damaged file held.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import enum
import hashlib
import json
import logging
import secrets
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO, TypeVar

from tactic_mesh.errors import Overloaded, StorageError, TacticMeshError, UsageError

FORMAT = 1
"""Part of the file's name: programs of different formats do not share a file."""
JOBS_MAX = 10_000
PAGE_MAX = 200
STATEMENT_CHARACTERS_MAX = 500
"""How much of a statement a list of jobs shows."""
SEARCHED_CHARACTERS_MAX = 10_000
"""How much of a statement a list of jobs searches."""

_APPLICATION_ID = 0x746D6A6F
_BATCH_MAX = 256
_BUSY_MS = 5_000
_LOG_BYTES_MAX = 64 << 20
_ROW_BYTES = 200
"""What a row costs besides its texts."""
_RETRY_AFTER_S = 10

_TABLES = """
CREATE TABLE jobs (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL, outcome TEXT,
    key TEXT UNIQUE, request_sha256 TEXT NOT NULL, name TEXT NOT NULL, statement TEXT NOT NULL,
    created_at TEXT NOT NULL, started_at TEXT, ended_at TEXT, starts INTEGER NOT NULL DEFAULT 0,
    events INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL, request TEXT NOT NULL, result TEXT, certificate BLOB
);
CREATE INDEX jobs_by_state ON jobs (state, bytes);
CREATE TABLE events (
    seq INTEGER NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (seq, id)
) WITHOUT ROWID;
"""

Value = TypeVar("Value")
_Work = Callable[[sqlite3.Connection], Any]
_log = logging.getLogger(__name__)


class KeyTaken(UsageError):
    """An idempotency key that belongs to another request."""

    http_status = 422

    def __init__(self) -> None:
        super().__init__("Idempotency-Key: it was used for another request")


class JobState(enum.StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    ENDED = "ended"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        return self in (JobState.ENDED, JobState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Job:
    """A job as it is stored. Times are ISO 8601 in UTC; `events` is the number of the last one.

    `starts` counts how often it began to run: more than once if the server died meanwhile.
    """

    id: str
    state: JobState
    created_at: str
    started_at: str | None
    ended_at: str | None
    starts: int
    events: int
    request: dict[str, Any]
    result: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Summary:
    """A job in a list."""

    id: str
    state: JobState
    outcome: str | None
    name: str
    statement: str
    created_at: str
    started_at: str | None
    ended_at: str | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which jobs a list shows: those before the job `before`, in a state, with an outcome, with some words in them."""

    state: JobState | None = None
    outcome: str | None = None
    words: str = ""
    before: str | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much there may be: jobs that wait or run, bytes of all jobs together, and jobs."""

    unfinished_max: int = 1000
    bytes_max: int = 1 << 30
    jobs_max: int = JOBS_MAX


def jobs_file(folder: Path) -> Path:
    """Where the jobs of a folder are."""
    return folder / f"jobs-{FORMAT}.sqlite3"


class Jobs:
    """The jobs of one server. Use it as a context manager, within one event loop.

    Every method may raise StorageError.
    """

    def __init__(self, folder: Path, bounds: Bounds = Bounds()) -> None:
        self.folder = folder
        self.file = jobs_file(folder)
        self._bounds = bounds
        self._lock: TextIO | None = None
        self._writer: sqlite3.Connection | None = None
        self._reader: sqlite3.Connection | None = None
        self._writing = ThreadPoolExecutor(1, "jobs-writer")
        self._reading = ThreadPoolExecutor(1, "jobs-reader")
        self._waiting: list[tuple[_Work, asyncio.Future[Any]]] = []
        self._committing: asyncio.Task[None] | None = None

    def __enter__(self) -> Jobs:
        """Take the folder, open the file, and put what was running back into the queue.

        Raises: StorageError, UsageError if another server has the folder.
        """
        with contextlib.ExitStack() as opened:
            self._lock = opened.enter_context(_taken(self.folder))
            opened.callback(self._writing.shutdown)
            opened.callback(self._reading.shutdown)
            try:
                self._writer = opened.enter_context(contextlib.closing(_connection(self.file)))
                self._reader = opened.enter_context(contextlib.closing(_connection(self.file)))
                with _transaction(self._writer):
                    self._writer.execute(
                        "UPDATE jobs SET state = ? WHERE state = ?", (JobState.QUEUED, JobState.RUNNING)
                    )
            except sqlite3.Error as error:
                raise _storage_error(self.file, error) from error
            self._opened = opened.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    # --- reading ---------------------------------------------------------------------------------------------

    async def find(self, job_id: str) -> Job | None:
        rows = await self._read(f"SELECT {_JOB} FROM jobs WHERE id = ?", job_id)
        return _job(rows[0]) if rows else None

    async def state(self, job_id: str) -> JobState | None:
        rows = await self._read("SELECT state FROM jobs WHERE id = ?", job_id)
        return JobState(rows[0][0]) if rows else None

    async def unfinished(self) -> dict[JobState, int]:
        """How many jobs wait, and how many run."""
        states = (JobState.QUEUED, JobState.RUNNING)
        query = "SELECT state, count(*) FROM jobs WHERE state IN (?, ?) GROUP BY state"
        return dict.fromkeys(states, 0) | {
            JobState(state): n for state, n in await self._read(query, *states)
        }

    async def queued(self) -> list[str]:
        """The jobs that wait, oldest first."""
        rows = await self._read("SELECT id FROM jobs WHERE state = ? ORDER BY seq", JobState.QUEUED)
        return [row[0] for row in rows]

    async def listed(self, wanted: Wanted) -> tuple[list[Summary], str | None]:
        """The newest of the jobs that are wanted, and the last of them if there are more."""
        conditions, values = ["1"], list[object]()
        if wanted.state is not None:
            conditions.append("state = ?")
            values.append(wanted.state)
        if wanted.outcome is not None:
            conditions.append("outcome = ?")
            values.append(wanted.outcome)
        if wanted.words:
            conditions.append("(instr(lower(name), lower(?)) OR instr(lower(statement), lower(?)))")
            values += [wanted.words] * 2
        if wanted.before is not None:
            conditions.append("seq < (SELECT seq FROM jobs WHERE id = ?)")
            values.append(wanted.before)
        limit = min(wanted.limit, PAGE_MAX)
        rows = await self._read(
            f"SELECT id, state, outcome, name, substr(statement, 1, {STATEMENT_CHARACTERS_MAX}), created_at, "
            f"started_at, ended_at FROM jobs WHERE {' AND '.join(conditions)} ORDER BY seq DESC LIMIT {limit + 1}",
            *values,
        )
        found = [Summary(row[0], JobState(row[1]), *row[2:]) for row in rows[:limit]]
        return found, found[-1].id if len(rows) > limit else None

    async def events(self, job_id: str, after: int, count_max: int = 500) -> list[tuple[int, str]]:
        """Events of a job behind the one numbered `after`: their numbers, and their JSON."""
        rows = await self._read(
            "SELECT events.id, body FROM jobs JOIN events USING (seq) WHERE jobs.id = ? AND events.id > ? "
            f"ORDER BY events.id LIMIT {count_max}",
            job_id,
            after,
        )
        return [(row[0], row[1]) for row in rows]

    async def certificate(self, job_id: str) -> bytes | None:
        rows = await self._read("SELECT certificate FROM jobs WHERE id = ?", job_id)
        return rows[0][0] if rows else None

    async def _read(self, question: str, *values: object) -> list[Any]:
        def ask() -> list[Any]:
            assert self._reader is not None
            return self._reader.execute(question, values).fetchall()

        try:
            return await asyncio.get_running_loop().run_in_executor(self._reading, ask)
        except sqlite3.Error as error:
            raise _storage_error(self.file, error) from error

    # --- writing ---------------------------------------------------------------------------------------------

    async def add(
        self, request: dict[str, Any], key: str | None = None, name: str = "", statement: str = ""
    ) -> tuple[Job, bool]:
        """Accept a job, on disk when this returns; or the one that was accepted under that key. Whether it is new.

        `name` and `statement` are what lists show and search.

        Raises: Overloaded if as many as may wait do, KeyTaken if the key is another request's.
        """
        text = _json(request)
        job = Job(_new_id(), JobState.QUEUED, _now(), None, None, 0, 0, request, None)
        sha256 = hashlib.sha256(json.dumps(request, sort_keys=True).encode()).hexdigest()
        statement = statement[:SEARCHED_CHARACTERS_MAX]
        size = len(text.encode()) + len(name.encode()) + len(statement.encode()) + _ROW_BYTES
        bounds = self._bounds

        def insert(connection: sqlite3.Connection) -> tuple[Job, bool] | TacticMeshError:
            known = connection.execute(
                f"SELECT request_sha256, {_JOB} FROM jobs WHERE key = ?", (key,)
            ).fetchone()
            if known is not None:
                return (_job(known[1:]), False) if known[0] == sha256 else KeyTaken()
            (count,) = connection.execute(
                "SELECT count(*) FROM jobs WHERE state IN (?, ?)", (JobState.QUEUED, JobState.RUNNING)
            ).fetchone()
            if count >= bounds.unfinished_max:
                return Overloaded(f"all {bounds.unfinished_max} jobs that may wait do", _RETRY_AFTER_S)
            if not self._make_room(connection, size):
                return Overloaded("the jobs that wait take all the room that jobs may have", _RETRY_AFTER_S)
            connection.execute(
                "INSERT INTO jobs (id, state, key, request_sha256, name, statement, created_at, bytes, request) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (job.id, job.state, key, sha256, name, statement, job.created_at, size, text),
            )
            return job, True

        added = await self._write(insert)
        if isinstance(added, TacticMeshError):
            raise added
        return added

    async def begin(self, job_id: str) -> Job | None:
        """Mark a job that waits as running; None if it does not wait any more."""

        def start(connection: sqlite3.Connection) -> Job | None:
            changed = connection.execute(
                "UPDATE jobs SET state = ?, started_at = ?, starts = starts + 1 WHERE id = ? AND state = ?",
                (JobState.RUNNING, _now(), job_id, JobState.QUEUED),
            ).rowcount
            rows = connection.execute(f"SELECT {_JOB} FROM jobs WHERE id = ?", (job_id,)).fetchall()
            return _job(rows[0]) if changed else None

        return await self._write(start)

    async def append(self, job_id: str, events: Sequence[tuple[int, str]]) -> None:
        """Add events with their numbers, which go on from the last one."""
        await self._write(lambda connection: _append(connection, job_id, events))

    async def end(
        self,
        job_id: str,
        state: JobState,
        result: dict[str, Any] | None,
        events: Sequence[tuple[int, str]] = (),
        certificate: bytes | None = None,
    ) -> None:
        """The last events of a job and its result, in one."""
        text = _json(result) if result is not None else None
        outcome = result["outcome"] if result is not None else None
        attempts = self.attempts_file(job_id)

        def finish(connection: sqlite3.Connection) -> None:
            _append(connection, job_id, events)
            size = len((text or "").encode()) + len(certificate or b"") + _file_bytes(attempts)
            connection.execute(
                "UPDATE jobs SET state = ?, outcome = ?, ended_at = ?, result = ?, certificate = ?, "
                "bytes = bytes + ? WHERE id = ?",
                (state, outcome, _now(), text, certificate, size, job_id),
            )
            self._make_room(connection, 0)

        await self._write(finish)

    async def cancel_queued(self, job_id: str) -> bool:
        """Cancel a job that did not begin yet; whether it was one."""

        def cancel(connection: sqlite3.Connection) -> bool:
            return bool(
                connection.execute(
                    "UPDATE jobs SET state = ?, ended_at = ? WHERE id = ? AND state = ?",
                    (JobState.CANCELLED, _now(), job_id, JobState.QUEUED),
                ).rowcount
            )

        return await self._write(cancel)

    async def requeue(self, job_id: str) -> None:
        """A job that was stopped by no fault of its own waits again."""
        await self._write(
            lambda connection: (
                connection.execute(
                    "UPDATE jobs SET state = ?, starts = starts - 1 WHERE id = ? AND state = ?",
                    (JobState.QUEUED, job_id, JobState.RUNNING),
                ).rowcount
            )
        )

    async def remove(self, job_id: str) -> None:
        """Forget a job that is over."""
        await self._write(lambda connection: self._forget(connection, "id = ?", job_id))

    def attempts_file(self, job_id: str) -> Path:
        """Where every attempt of a job is written down."""
        return self.folder / "attempts" / f"{job_id}.jsonl"

    def _forget(self, connection: sqlite3.Connection, which: str, *values: object) -> bool:
        """Remove the jobs of a condition that are over; whether there were any."""
        over = f"{which} AND state IN ('{JobState.ENDED}', '{JobState.CANCELLED}')"
        found = connection.execute(f"SELECT seq, id FROM jobs WHERE {over}", values).fetchall()
        for seq, job_id in found:
            connection.execute("DELETE FROM events WHERE seq = ?", (seq,))
            connection.execute("DELETE FROM jobs WHERE seq = ?", (seq,))
            with contextlib.suppress(OSError):
                self.attempts_file(job_id).unlink(missing_ok=True)
        return bool(found)

    def _make_room(self, connection: sqlite3.Connection, size: int) -> bool:
        """Remove what ended first until there is room for `size` bytes more; whether there is."""
        while True:
            count, total = connection.execute("SELECT count(*), coalesce(sum(bytes), 0) FROM jobs").fetchone()
            if total + size <= self._bounds.bytes_max and count < self._bounds.jobs_max:
                return True
            oldest = "seq = (SELECT min(seq) FROM jobs WHERE state IN (?, ?))"
            if not self._forget(connection, oldest, JobState.ENDED, JobState.CANCELLED):
                return False

    async def _write(self, work: Callable[[sqlite3.Connection], Value]) -> Value:
        """The result of `work` after the commit that it is a part of. It may be called twice."""
        future: asyncio.Future[Value] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, future))
        if self._committing is None or self._committing.done():
            self._committing = asyncio.create_task(self._commit_all())
        return await future

    async def _commit_all(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            batch, self._waiting = self._waiting[:_BATCH_MAX], self._waiting[_BATCH_MAX:]
            results: list[Any] = [StorageError("the server is being stopped: this was not written")] * len(
                batch
            )
            try:
                results = await loop.run_in_executor(self._writing, self._commit, [work for work, _ in batch])
            finally:
                for (_, future), result in zip(batch, results, strict=True):
                    if future.done():  # whoever waited has gone
                        continue
                    if isinstance(result, StorageError):
                        future.set_exception(result)
                    else:
                        future.set_result(result)

    def _commit(self, batch: list[_Work]) -> list[Any]:
        """What each of the batch returned, or the StorageError that it failed with."""
        assert self._writer is not None
        try:
            with _transaction(self._writer):
                return [work(self._writer) for work in batch]
        except sqlite3.Error as error:
            if len(batch) > 1:  # the others need not fail with the one that finds no room
                return [result for work in batch for result in self._commit([work])]
            _log.warning("a write failed: %s", error)
            return [_storage_error(self.file, error)]


_JOB = "id, state, created_at, started_at, ended_at, starts, events, request, result"


def _job(row: tuple[Any, ...]) -> Job:
    job_id, state, created_at, started_at, ended_at, starts, events, request, result = row
    return Job(
        job_id,
        JobState(state),
        created_at,
        started_at,
        ended_at,
        starts,
        events,
        json.loads(request),
        json.loads(result) if result is not None else None,
    )


def _file_bytes(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _append(connection: sqlite3.Connection, job_id: str, events: Sequence[tuple[int, str]]) -> None:
    found = connection.execute("SELECT seq FROM jobs WHERE id = ?", (job_id,)).fetchone()
    if not events or found is None:
        return
    # What was committed, but not acknowledged before its writer was stopped, comes again.
    connection.executemany(
        "INSERT OR REPLACE INTO events VALUES (?, ?, ?)", [(found[0], *event) for event in events]
    )
    size = sum(len(body.encode()) + _ROW_BYTES // 10 for _, body in events)
    connection.execute(
        "UPDATE jobs SET events = ?, bytes = bytes + ? WHERE seq = ?", (events[-1][0], size, found[0])
    )


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what the block does, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        # A full disk may have rolled it back already.
        if connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")


def _connection(file: Path) -> sqlite3.Connection:
    """Raises: sqlite3.Error."""
    connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    try:
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        found = connection.execute("PRAGMA application_id").fetchone()[0]
        empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if found != (0 if empty else _APPLICATION_ID):
            raise sqlite3.DatabaseError("it is the file of another program")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA journal_size_limit = {_LOG_BYTES_MAX}")
        if empty:
            # One transaction: whoever opens the file sees all of it or an empty file.
            header = f"PRAGMA application_id = {_APPLICATION_ID};"
            connection.executescript(f"BEGIN IMMEDIATE; {_TABLES} {header} COMMIT;")
        connection.execute("SELECT count(*), sum(bytes) FROM jobs").fetchall()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def _taken(folder: Path) -> Iterator[TextIO]:
    """Hold the folder for this process. Raises: StorageError, UsageError."""
    # Imported here: a platform without it (Windows) must get as far as the error that says what to do there.
    import fcntl

    try:
        (folder / "attempts").mkdir(mode=0o700, parents=True, exist_ok=True)
        held = (folder / "jobs.lock").open("a")
    except OSError as error:
        raise StorageError(
            f"The folder {folder} cannot be used for jobs: {error.strerror}. Name another one with --data DIR."
        ) from error
    with held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise UsageError(
                f"another server has the jobs in {folder}: stop it, or name another folder with --data DIR"
            ) from error
        yield held


def _storage_error(file: Path, error: sqlite3.Error) -> StorageError:
    if isinstance(error, sqlite3.OperationalError):
        return StorageError(
            f"The jobs in {file} cannot be read or written now: {error}. Free some space, see that no other "
            "program holds the file, or name another folder with --data DIR."
        )
    return StorageError(
        f"The jobs in {file} are damaged: {error}. Move the file away to begin anew, or name another folder "
        "with --data DIR."
    )


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _new_id() -> str:
    """Not to be guessed, and never given twice, whatever became of the file."""
    return secrets.token_hex(8)


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
