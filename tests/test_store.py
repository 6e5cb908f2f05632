"""The store: its laws, and that nothing acknowledged is lost whatever happens to process, disk, clock and file."""

from __future__ import annotations

import dataclasses
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from findings import LIMITS, PROVED, certificate, certificates, found, kept, no_verdicts
from full_disk import files_no_larger_than
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule
from store_writer import key

from tactic_mesh.errors import StorageError
from tactic_mesh.theorem import Outcome, Trust, Verdict
from tactic_mesh.verify.certificate import Certificate
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.store import Bounds, Kept, Store, rung_of

HERE = Path(__file__).parent
REJECTED = dataclasses.replace(PROVED, verdict=Verdict(Outcome.REJECTED, Trust.ELABORATED))
LONG = dataclasses.replace(PROVED, hints=("x" * 20_000,))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "verdicts.sqlite3"


def put(store: Store, number: int, checked: Checked = PROVED, asked: Trust = Trust.REPLAYED) -> Kept:
    row = kept(checked, asked)
    assert store.put(key("k", number), row).result(30) == ""
    return row


def find(store: Store, number: int, trust: Trust = Trust.REPLAYED) -> Kept | None:
    return store.find(key("k", number), trust)


class Laws(RuleBasedStateMachine):
    """A store behaves as a dictionary that never lets a rung fall, also when it is closed and opened again."""

    keys: Bundle[str] = Bundle("keys")

    def __init__(self) -> None:
        super().__init__()
        import tempfile

        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "store.sqlite3"
        self.store = Store(self.file).__enter__()
        self.model: dict[str, Kept] = {}
        self.kept: dict[str, Certificate] = {}

    @rule(target=keys, raw=st.binary(min_size=32, max_size=32))
    def new_key(self, raw: bytes) -> str:
        return raw.hex()

    @rule(
        name=keys,
        checked=found,
        asked=st.sampled_from(Trust),
        certified=st.none() | certificates,
    )
    def put(self, name: str, checked: Checked, asked: Trust, certified: Certificate | None) -> None:
        row = Kept(checked, rung_of(checked, asked), LIMITS, certified.sha256 if certified else None)
        assert self.store.put(name, row, certified).result(30) == ""
        if name not in self.model or row.trust.rung >= self.model[name].trust.rung:
            self.model[name] = row
        if certified is not None:
            self.kept[certified.sha256] = certified

    @rule(name=keys, trust=st.sampled_from(Trust))
    def find(self, name: str, trust: Trust) -> None:
        row = self.model.get(name)
        assert self.store.find(name, trust) == (row if row and row.trust.rung >= trust.rung else None)

    @rule(name=keys, checked=no_verdicts)
    def put_what_is_no_verdict(self, name: str, checked: Checked) -> None:
        with pytest.raises(TypeError):
            self.store.put(name, kept(checked))

    @rule()
    def read_certificates(self) -> None:
        assert {sha256: self.store.certificate(sha256) for sha256 in self.kept} == self.kept
        assert self.store.certificate("00" * 32) is None

    @rule()
    def evict_certificates(self) -> None:
        self.store.evict_certificates(0).result(30)
        assert all(self.store.certificate(sha256) is None for sha256 in self.kept)
        self.kept = {}

    @rule()
    def open_again(self) -> None:
        self.store.__exit__()
        self.store = Store(self.file).__enter__()

    @invariant()
    def counts(self) -> None:
        totals = self.store.totals()
        assert (totals.verdicts, totals.certificates) == (len(self.model), len(self.kept))
        assert (totals.verdict_bytes == 0) == (not self.model)
        assert self.store.notices == []

    def teardown(self) -> None:
        self.store.__exit__()
        self.folder.cleanup()


Laws.TestCase.settings = settings(
    max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestLaws = Laws.TestCase


class TestRungs:
    def test_a_rejection_stands_for_every_rung_that_was_asked(self) -> None:
        assert rung_of(REJECTED, Trust.REPLAYED) is Trust.REPLAYED
        assert rung_of(REJECTED, Trust.ELABORATED) is Trust.ELABORATED

    def test_a_proof_stands_for_the_rung_that_it_reached(self) -> None:
        low = dataclasses.replace(PROVED, verdict=Verdict(Outcome.PROVED, Trust.ELABORATED))
        assert rung_of(low, Trust.REPLAYED) is Trust.ELABORATED

    def test_a_higher_rung_answers_a_lower_question_and_never_the_other_way(self, file: Path) -> None:
        with Store(file) as store:
            put(store, 1, dataclasses.replace(PROVED, verdict=Verdict(Outcome.PROVED, Trust.AUDITED)))
            assert [find(store, 1, trust) is not None for trust in Trust] == [True, True, False, False]


class TestBounds:
    def test_what_was_used_longest_ago_goes_first(self, file: Path) -> None:
        with Store(file, Bounds(verdict_bytes_max=10 * 21_000)) as store:
            for number in range(8):
                put(store, number, LONG)
            assert find(store, 0) is not None  # used again
        with Store(file, Bounds(verdict_bytes_max=10 * 21_000)) as store:
            # The order of use was written when the store was closed. Room is made for many at a time.
            for number in range(8, 12):
                put(store, number, LONG)
                assert store.totals().verdict_bytes <= 10 * 21_000
                assert find(store, number) is not None or store.totals().verdicts == 0

    def test_rows_leave_in_the_order_of_use(self, file: Path) -> None:
        small = Bounds(verdict_bytes_max=300 * 1000)
        with Store(file, small) as store:
            size = 0
            for number in range(1000):
                put(store, number)
                size = max(size, store.totals().verdict_bytes)
                find(store, 0)
                store._flush_touched()
            assert size <= small.verdict_bytes_max
            assert find(store, 0) is not None
            there = [number for number in range(1, 1000) if find(store, number) is not None]
            assert there == list(range(there[0], 1000)) and there[0] > 1

    def test_certificates_are_never_evicted_unasked(self, file: Path) -> None:
        made = certificate()
        with Store(file, Bounds(verdict_bytes_max=1, certificate_bytes_max=1000)) as store:
            assert store.put(key("k", 0), kept(PROVED, sha256=made.sha256), made).result(30) == ""
            others = [dataclasses.replace(made, text=f"-- {number}\n" * 40) for number in range(20)]
            results = [
                store.put(key("k", number), kept(PROVED), other).result(30)
                for number, other in enumerate(others)
            ]
            assert any("full" in result for result in results)
            assert store.totals().certificate_bytes <= 1000
            assert store.certificate(made.sha256) == made
            store.evict_certificates(0).result(30)
            assert store.certificate(made.sha256) is None


class TestKill:
    @pytest.mark.parametrize("seed", range(6))
    def test_nothing_acknowledged_is_lost(self, file: Path, seed: int) -> None:
        chance = random.Random(seed)
        said: dict[str, list[int]] = {}
        with writer(file, "a", 100_000) as one, writer(file, "b", 100_000) as two:
            assert one.stdout is not None and two.stdout is not None
            one.stdout.readline(), two.stdout.readline()
            time.sleep(chance.uniform(0, 0.3))
            for name, process in (("a", one), ("b", two)):
                process.send_signal(signal.SIGKILL)
                # A number that was cut short was not said.
                assert process.stdout is not None
                lines = process.stdout.read().split("\n")[:-1]
                said[name] = [0, *map(int, lines)]
        assert all(len(numbers) > 1 for numbers in said.values())
        with Store(file) as store:
            lost = [
                (name, number)
                for name, numbers in said.items()
                for number in numbers
                if store.find(key(name, number), Trust.REPLAYED) != kept(PROVED)
            ]
            assert (lost, store.notices) == ([], [])

    def test_processes_share_a_file(self, file: Path) -> None:
        with writer(file, "a", 150) as one, writer(file, "b", 150) as two, Store(file) as store:
            for number in range(150):
                put(store, number)
            assert one.communicate()[0].split() == two.communicate()[0].split()
            assert (one.returncode, two.returncode) == (0, 0)
            assert store.totals().verdicts == 450


@contextmanager
def writer(file: Path, name: str, count: int) -> Iterator[subprocess.Popen[str]]:
    words = [sys.executable, str(HERE / "store_writer.py"), str(file), name, str(count)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


class TestFullDisk:
    """A full disk, as far as any user can make one without mounting: a limit on the size of files."""

    def test_a_write_that_finds_no_room_fails_and_the_next_succeeds(self, file: Path) -> None:
        with Store(file) as store:
            put(store, 0)
            with files_no_larger_than(200_000):
                failed = []
                for number in range(1, 40):
                    done = store.put(key("k", number), kept(LONG))
                    if isinstance(done.exception(30), StorageError):
                        failed.append(number)
                assert failed
                assert find(store, 0) is not None
                assert all(find(store, number) is None for number in failed)
                written = set(range(1, 40)) - set(failed)
            row = put(store, 99, LONG)
            assert find(store, 99) == row
            assert all(find(store, number) is not None for number in written)
            assert store.notices == []

    def test_a_new_store_that_finds_no_room(self, file: Path) -> None:
        with files_no_larger_than(1000), pytest.raises(StorageError, match="Free some space"):
            Store(file).__enter__()
        with Store(file) as store:
            put(store, 0)

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(StorageError):
            Store(tmp_path / "file" / "store.sqlite3").__enter__()


class TestDamage:
    @pytest.mark.parametrize("start", [0, 30, 100, 5000])
    def test_a_damaged_file_is_moved_aside(self, file: Path, start: int) -> None:
        with Store(file) as store:
            for number in range(200):
                put(store, number)
        raw = bytearray(file.read_bytes())
        raw[start:] = os.urandom(len(raw) - start)
        file.write_bytes(raw)
        with Store(file) as store:
            assert not [number for number in range(200) if find(store, number) not in (None, kept(PROVED))]
            row = put(store, 0)
            put(store, 1000)
            assert find(store, 0) == row
            assert len(store.notices) == 1 and "moved" in store.notices[0]
        assert len(list(file.parent.glob("*.damaged-1"))) == 1
        with Store(file) as store:
            assert find(store, 0) == row and store.notices == []

    def test_damage_under_two_open_stores(self, file: Path) -> None:
        with Store(file) as one, Store(file) as two:
            put(one, 0)
            damage_pages(file)
            # One of them may still write to the file that nobody can read any more; then they agree on a new one.
            put(one, 1)
            put(two, 2)
            put(one, 3)
            assert [find(store, number) is not None for store in (one, two) for number in (2, 3)] == [
                True
            ] * 4
            assert len(one.notices + two.notices) == 1

    def test_every_changed_byte_of_a_row_is_noticed(self, file: Path) -> None:
        with Store(file) as store:
            put(store, 0)
            other = sqlite3.connect(file, isolation_level=None)
            (body,) = other.execute("SELECT body FROM verdicts").fetchone()
            for place in range(0, len(body), 7):
                changed = bytearray(body)
                changed[place] ^= 1
                other.execute("UPDATE verdicts SET body = ?", (bytes(changed),))
                assert find(store, 0) is None
            other.execute("UPDATE verdicts SET body = ?, rung = 4", (body,))
            assert find(store, 0, Trust.INDEPENDENT) is None
            other.close()
            row = put(store, 0)
            assert find(store, 0) == row
            assert "damaged" in store.notices[0]

    def test_a_changed_certificate(self, file: Path) -> None:
        made = certificate()
        with Store(file) as store:
            store.put(key("k", 0), kept(PROVED), made).result(30)
            other = sqlite3.connect(file, isolation_level=None)
            other.execute("UPDATE certificates SET body = substr(body, 1, 100)")
            other.close()
            assert store.certificate(made.sha256) is None
            assert "damaged" in store.notices[0]

    def test_the_file_of_another_program(self, file: Path) -> None:
        file.parent.mkdir()
        other = sqlite3.connect(file)
        other.execute("CREATE TABLE poems (line TEXT)")
        other.commit()
        other.close()
        with Store(file) as store:
            put(store, 0)
            assert "another program" in store.notices[0]
        kept_aside = sqlite3.connect(f"{file}.damaged-1")
        assert kept_aside.execute("SELECT count(*) FROM poems").fetchone() == (0,)
        kept_aside.close()

    def test_a_file_that_others_can_write_is_refused(self, file: Path) -> None:
        with Store(file) as store:
            put(store, 0)
        file.chmod(0o666)
        with pytest.raises(StorageError, match="chmod"):
            Store(file).__enter__()

    def test_the_file_is_removed_while_it_is_open(self, file: Path) -> None:
        with Store(file) as store:
            put(store, 0)
            for part in file.parent.glob(f"{file.name}*"):
                part.unlink()
            assert find(store, 0) is None
            row = put(store, 1)
            assert find(store, 1) == row


def damage_pages(file: Path) -> None:
    """Overwrite the file and its log behind SQLite's back."""
    for part in (file, Path(f"{file}-wal")):
        with part.open("r+b") as opened:
            opened.write(os.urandom(part.stat().st_size))


class TestThreads:
    def test_many_threads(self, file: Path) -> None:
        with Store(file) as store:
            threads = [
                threading.Thread(target=lambda n=n: [put(store, 100 * n + i) for i in range(40)])
                for n in range(8)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            assert store.totals().verdicts == 320

    def test_a_closed_store_refuses(self, file: Path) -> None:
        with Store(file) as store:
            waiting = [store.put(key("k", number), kept(PROVED)) for number in range(100)]
        assert all(done.result(0) == "" for done in waiting)
        with pytest.raises(StorageError, match="closed"):
            store.find(key("k", 0), Trust.ELABORATED)
        with pytest.raises(StorageError, match="closed"):
            store.put(key("k", 0), kept(PROVED))

    def test_a_cancelled_write_stops_no_other(self, file: Path) -> None:
        with Store(file) as store:
            waiting = [store.put(key("k", number), kept(PROVED)) for number in range(200)]
            for done in waiting[::2]:
                done.cancel()
            for done in waiting[1::2]:
                assert done.result(30) == ""


@pytest.mark.parametrize("now", [0.0, 4e9])
def test_the_clock_on_the_wall_does_not_matter(
    file: Path, monkeypatch: pytest.MonkeyPatch, now: float
) -> None:
    bounds = Bounds(verdict_bytes_max=60_000)
    with Store(file, bounds) as store:
        for number in range(100):
            put(store, number)
            monkeypatch.setattr(time, "time", lambda number=number: now * (number % 2))
            monkeypatch.setattr(time, "time_ns", lambda: int(now))
        there = [number for number in range(100) if find(store, number) is not None]
        assert there and there == list(range(there[0], 100))


@given(st.binary(min_size=32, max_size=32))
def test_a_key_that_is_not_there(raw: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "store") as store:
        assert store.find(raw.hex(), Trust.ELABORATED) is None
