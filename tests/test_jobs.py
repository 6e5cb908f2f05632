"""The store of jobs: its laws, and that nothing accepted is lost whatever happens to process, disk and file."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from full_disk import files_no_larger_than

from tactic_mesh.errors import Overloaded, StorageError, UsageError
from tactic_mesh.prove.refinement import refine as refine_module
from tactic_mesh.prove.refinement.refine import AttemptsLog
from tactic_mesh.serve import jobs as jobs_module
from tactic_mesh.serve.jobs import Bounds, Job, Jobs, JobState, KeyTaken, Wanted, jobs_file
from tactic_mesh.serve.recording import EVENTS_MAX, Recorder
from tactic_mesh.serve.results import end_event, without_answer
from tactic_mesh.serve.runner import Ended, Runner
from tactic_mesh.theorem import Outcome, Theorem

Value = TypeVar("Value")
RESULT = without_answer(Outcome.NOT_FOUND, "nothing")
WRITER = """
import asyncio, sys
from pathlib import Path
from tactic_mesh.serve.jobs import Jobs

async def main():
    with Jobs(Path(sys.argv[1])) as jobs:
        for number in range(100_000):
            job, _ = await jobs.add({"statement": str(number)})
            if number % 3 == 0:
                await jobs.begin(job.id)
                await jobs.append(job.id, [(1, '{"kind":"run"}')])
            print(job.id, flush=True)

asyncio.run(main())
"""


def request(statement: str = "True", **fields: Any) -> dict[str, Any]:
    return {"name": "T", "statement": statement, **fields}


def within(folder: Path, work: Callable[[Jobs], Awaitable[Value]], bounds: Bounds = Bounds()) -> Value:
    """`work` with the jobs of a folder, opened for it alone."""

    async def run() -> Value:
        with Jobs(folder, bounds) as jobs:
            return await work(jobs)

    return asyncio.run(run())


async def added(jobs: Jobs, *statements: str) -> list[str]:
    found = [await jobs.add(request(statement), None, "T", statement) for statement in statements]
    return [job.id for job, _ in found]


async def through(jobs: Jobs, job_id: str, state: JobState = JobState.ENDED) -> None:
    """A job from its begin to its end."""
    await jobs.begin(job_id)
    await jobs.end(job_id, state, RESULT, [(1, '{"kind":"end"}')], b"certificate")


class TestLife:
    def test_from_the_queue_to_the_end(self, tmp_path: Path) -> None:
        async def run(jobs: Jobs) -> None:
            job, is_new = await jobs.add(request("1 = 1"))
            assert is_new and job.state is JobState.QUEUED and await jobs.queued() == [job.id]
            begun = await jobs.begin(job.id)
            assert begun is not None and (begun.state, begun.starts) == (JobState.RUNNING, 1)
            assert await jobs.begin(job.id) is None
            await jobs.append(job.id, [(1, '{"a":1}'), (2, '{"a":2}')])
            await jobs.end(job.id, JobState.ENDED, RESULT, [(3, '{"a":3}')], b"certificate")
            found = await jobs.find(job.id)
            assert found is not None
            assert (found.state, found.events, found.result) == (JobState.ENDED, 3, RESULT)
            assert found.created_at <= str(found.started_at) <= str(found.ended_at)
            assert await jobs.events(job.id, 1) == [(2, '{"a":2}'), (3, '{"a":3}')]
            assert await jobs.certificate(job.id) == b"certificate"

        within(tmp_path, run)

    def test_cancelled_before_it_began(self, tmp_path: Path) -> None:
        async def run(jobs: Jobs) -> None:
            (job_id,) = await added(jobs, "1 = 1")
            assert await jobs.cancel_queued(job_id)
            assert await jobs.begin(job_id) is None
            assert not await jobs.cancel_queued(job_id)
            assert await jobs.state(job_id) is JobState.CANCELLED

        within(tmp_path, run)

    def test_only_what_is_over_is_removed(self, tmp_path: Path) -> None:
        async def run(jobs: Jobs) -> None:
            waiting, ended = await added(jobs, "1 = 1", "2 = 2")
            await through(jobs, ended)
            jobs.attempts_file(ended).write_text("{}\n")
            for job_id in (waiting, ended):
                await jobs.remove(job_id)
            assert await jobs.state(waiting) is JobState.QUEUED
            assert await jobs.find(ended) is None and await jobs.events(ended, 0) == []
            assert not jobs.attempts_file(ended).exists()

        within(tmp_path, run)

    def test_a_key_names_one_request(self, tmp_path: Path) -> None:
        async def run(jobs: Jobs) -> None:
            (first, is_new), (again, is_again) = [await jobs.add(request("1 = 1"), "k") for _ in range(2)]
            assert first.id == again.id and (is_new, is_again) == (True, False)
            with pytest.raises(KeyTaken):
                await jobs.add(request("1 = 2"), "k")
            both = await asyncio.gather(*(jobs.add(request("3 = 3"), "twice") for _ in range(8)))
            assert len({job.id for job, _ in both}) == 1 and sum(new for _, new in both) == 1

        within(tmp_path, run)


class TestLists:
    def test_newest_first_and_page_by_page(self, tmp_path: Path) -> None:
        async def run(jobs: Jobs) -> None:
            known = await added(jobs, *(f"{n} = {n}" for n in range(7)))
            seen: list[str] = []
            before: str | None = None
            for count in (3, 3, 1):
                found, before = await jobs.listed(Wanted(limit=3, before=before))
                assert len(found) == count
                seen += [one.id for one in found]
            assert seen == known[::-1] and before is None

        within(tmp_path, run)

    def test_filters(self, tmp_path: Path) -> None:
        async def run(jobs: Jobs) -> None:
            one, two, three = await added(jobs, "∀ n : Nat, n = n", "100% = 1", "p_q")
            await through(jobs, one)

            async def ids(**wanted: Any) -> set[str]:
                return {found.id for found in (await jobs.listed(Wanted(**wanted)))[0]}

            assert await ids(state=JobState.ENDED) == await ids(outcome="not_found") == {one}
            assert await ids(words="nat,") == {one}
            assert await ids(words="%") == {two} and await ids(words="_") == {three}
            assert await ids(words="T' OR 1=1 --") == set()

        within(tmp_path, run)


class TestBounds:
    def test_no_more_wait_than_may(self, tmp_path: Path) -> None:
        async def run(jobs: Jobs) -> None:
            first, _ = await added(jobs, "1", "2")
            with pytest.raises(Overloaded):
                await jobs.add(request("3"))
            await through(jobs, first)
            await added(jobs, "3")

        within(tmp_path, run, Bounds(unfinished_max=2))

    def test_what_ended_first_makes_room(self, tmp_path: Path) -> None:
        async def run(jobs: Jobs) -> None:
            waits, *ended = await added(jobs, *(str(n) + "x" * 2000 for n in range(6)))
            for job_id in ended:
                await through(jobs, job_id)
            await added(jobs, "y" * 5000)
            assert await jobs.state(waits) is JobState.QUEUED
            alive = [job_id for job_id in ended if await jobs.find(job_id) is not None]
            assert 0 < len(alive) < 5 and alive == ended[-len(alive) :]
            with pytest.raises(Overloaded):
                await jobs.add(request("z" * 50_000))

        within(tmp_path, run, Bounds(bytes_max=34_000))


class TestDeath:
    def test_a_killed_writer_loses_nothing_that_it_acknowledged(self, tmp_path: Path) -> None:
        words = [sys.executable, "-c", WRITER, str(tmp_path)]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            acknowledged = [writer.stdout.readline().strip() for _ in range(200)]
            writer.send_signal(signal.SIGKILL)
            acknowledged += [line.strip() for line in writer.stdout if line.endswith("\n")]

        async def run(jobs: Jobs) -> None:
            queued = await jobs.queued()
            assert queued[: len(acknowledged)] == acknowledged
            again = await jobs.begin(acknowledged[0])
            assert again is not None and (again.starts, again.events) == (2, 1)
            stopped = await jobs.begin(acknowledged[1])
            assert stopped is not None and stopped.starts == 1
            await jobs.requeue(stopped.id)
            begun = await jobs.begin(stopped.id)
            assert begun is not None and begun.starts == 1

        within(tmp_path, run)


class TestFile:
    def test_a_second_server_is_refused(self, tmp_path: Path) -> None:
        with Jobs(tmp_path), pytest.raises(UsageError, match="another server has the jobs"):
            Jobs(tmp_path).__enter__()
        with Jobs(tmp_path):
            pass

    @pytest.mark.parametrize("start", [0, 30, 5000])
    def test_a_damaged_file_is_refused_and_stays_as_it_is(self, tmp_path: Path, start: int) -> None:
        async def fill(jobs: Jobs) -> None:
            await added(jobs, *("x" * 500 for _ in range(50)))

        within(tmp_path, fill)
        file = jobs_file(tmp_path)
        raw = file.read_bytes()
        damaged = raw[:start] + os.urandom(len(raw) - start)
        file.write_bytes(damaged)
        with pytest.raises(StorageError, match="damaged"):
            Jobs(tmp_path).__enter__()
        assert file.read_bytes() == damaged

    def test_the_file_of_another_program(self, tmp_path: Path) -> None:
        with contextlib.closing(sqlite3.connect(jobs_file(tmp_path))) as other:
            other.execute("CREATE TABLE recipes (name TEXT)")
        with pytest.raises(StorageError, match="another program"):
            Jobs(tmp_path).__enter__()

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(StorageError, match="--data"):
            Jobs(tmp_path / "file" / "jobs").__enter__()

    def test_a_write_that_finds_no_room_fails_and_the_next_succeeds(self, tmp_path: Path) -> None:
        async def run(jobs: Jobs) -> None:
            await added(jobs, "1 = 1")
            with files_no_larger_than(300_000):
                tries = [jobs.add(request(f"{n}" + "x" * 20_000)) for n in range(40)]
                answers = await asyncio.gather(*tries, return_exceptions=True)
                failed = [answer for answer in answers if isinstance(answer, StorageError)]
                assert failed and "Free some space" in str(failed[0])
            kept = [answer[0].id for answer in answers if isinstance(answer, tuple)]
            await added(jobs, "2 = 2")
            assert (await jobs.queued())[1:-1] == kept

        within(tmp_path, run)

    def test_a_file_that_another_program_holds(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(jobs_module, "_BUSY_MS", 50)

        async def run(jobs: Jobs) -> None:
            with contextlib.closing(sqlite3.connect(jobs.file, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                with pytest.raises(StorageError, match="locked"):
                    await jobs.add(request("1 = 1"))
                other.execute("ROLLBACK")
            await added(jobs, "1 = 1")

        within(tmp_path, run)


class TestRecorder:
    def test_events_are_numbered_bounded_and_end(self, tmp_path: Path) -> None:
        async def run(jobs: Jobs) -> None:
            (job_id,) = await added(jobs, "1 = 1")
            job = await jobs.begin(job_id)
            assert isinstance(job, Job)
            told = asyncio.Event()
            async with Recorder(jobs, job, told.set) as recorder:
                for number in range(EVENTS_MAX + 100):
                    recorder.put({"kind": "node", "id_of_node": number})
                for _ in range(3):
                    recorder.put({"kind": "spent", "tactics": 1})
                recorder.put({"kind": "closed", "node": 7})
                recorder.put({"kind": "closed", "node": 0})
                await told.wait()
                recorder.put(end_event(RESULT))
            await jobs.end(job_id, JobState.ENDED, RESULT, recorder.rest())
            numbered = await jobs.events(job_id, 0, 1 << 20)
            assert [number for number, _ in numbered] == list(range(1, len(numbered) + 1))
            stored = [json.loads(text) for _, text in numbered]
            last = [event["kind"] for event in stored[EVENTS_MAX:]]
            assert last == ["truncated", "spent", "closed", "end"]
            assert stored[-2]["node"] == 0

        within(tmp_path, run)


class Gated(Jobs):
    """Jobs whose ends are written when `gate` is open; `reached` says that one is about to be."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.reached, self.gate = asyncio.Event(), asyncio.Event()

    async def end(self, *args: Any, **fields: Any) -> None:
        self.reached.set()
        await self.gate.wait()
        await super().end(*args, **fields)


class TestCancelling:
    def test_while_it_ends_by_itself(self, tmp_path: Path) -> None:
        """Whoever cancels is answered after the end was written, so that a purge finds it over."""

        async def work(job: Job, recorder: Recorder, lanes: int) -> Ended:
            return Ended(RESULT)

        async def run() -> tuple[bool, JobState | None, Job | None]:
            gated = Gated(tmp_path)
            with gated as jobs:
                async with Runner(jobs, work, 1) as runner:
                    job, _ = await runner.submit(request(), Theorem("T", "True"))
                    await gated.reached.wait()
                    cancelling = asyncio.create_task(runner.cancel(job.id))
                    early, _ = await asyncio.wait({cancelling}, timeout=0.1)
                    gated.gate.set()
                    await cancelling
                    state = await jobs.state(job.id)
                    await jobs.remove(job.id)
                    return bool(early), state, await jobs.find(job.id)

        assert asyncio.run(run()) == (False, JobState.ENDED, None)

    def test_many_times_at_once_interrupts_once(self, tmp_path: Path) -> None:
        """What clears away after a run is not cut off by those who are late."""
        told: list[str] = []
        begun = asyncio.Event()

        async def work(job: Job, recorder: Recorder, lanes: int) -> Ended:
            begun.set()
            try:
                await asyncio.Event().wait()
            finally:
                for _ in range(20):
                    await asyncio.sleep(0.005)
                told.append("cleared away")
            raise AssertionError("nobody waits for ever")

        async def run() -> JobState | None:
            with Jobs(tmp_path) as jobs:
                async with Runner(jobs, work, 1) as runner:
                    job, _ = await runner.submit(request(), Theorem("T", "True"))
                    await begun.wait()
                    cancelling = []
                    for _ in range(10):
                        cancelling.append(asyncio.create_task(runner.cancel(job.id)))
                        await asyncio.sleep(0.005)
                    await asyncio.gather(*cancelling)
                    return await jobs.state(job.id)

        assert asyncio.run(run()) is JobState.CANCELLED and told == ["cleared away"]

    def test_what_is_not_there(self, tmp_path: Path) -> None:
        async def run() -> None:
            with Jobs(tmp_path) as jobs:
                async with Runner(jobs, lambda *_: asyncio.sleep(0, Ended(RESULT)), 1) as runner:
                    await runner.cancel("../../etc/passwd")

        asyncio.run(run())


def test_the_log_of_attempts_counts_as_a_part_of_its_job(tmp_path: Path) -> None:
    """Else a model that says much fills the disk behind the bound."""

    async def run(jobs: Jobs) -> list[str]:
        for number in range(4):
            (job_id,) = await added(jobs, str(number))
            await jobs.begin(job_id)
            jobs.attempts_file(job_id).write_bytes(b"x" * 40_000)
            await jobs.end(job_id, JobState.ENDED, RESULT)
        return sorted(path.name for path in (tmp_path / "attempts").iterdir())

    left = within(tmp_path, run, Bounds(bytes_max=100_000))
    assert len(left) == 2


def test_a_long_statement_is_kept_once(tmp_path: Path) -> None:
    """A list shows and searches its beginning; the whole is in the request."""
    statement = "x" * 1_000_000

    async def run(jobs: Jobs) -> Job | None:
        (job_id,) = await added(jobs, statement)
        found, _ = await jobs.listed(Wanted(words="xxx"))
        assert [one.id for one in found] == [job_id]
        return await jobs.find(job_id)

    job = within(tmp_path, run)
    assert job is not None and job.request["statement"] == statement
    assert jobs_file(tmp_path).stat().st_size < 1_500_000


def test_a_log_of_attempts_has_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refine_module, "LOG_CHARACTERS_MAX", 1000)
    with AttemptsLog(tmp_path / "log.jsonl") as log:
        for _ in range(100):
            log.write("attempt", proof="x" * 100)
        log.write("end", outcome="not_found")
    lines = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [one["event"] for one in lines[-2:]] == ["truncated", "end"] and len(lines) < 12
