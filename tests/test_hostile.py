"""Texts that mean harm: each gets an answer, and the next request is served as if nothing had been.

No test here asserts a duration; what bounds the time is the limits that each request states.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from reading import read_of, reading
from warm import PATIENCE_S, Warm, answered, becomes_true, gone, unanswered, warm_host

from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.toolchain import Toolchain
from tactic_mesh.sandbox import landlock, seccomp
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import NoVerdict, NoVerdictReason

GOOD = "theorem good (p q : Prop) : p ∧ q → q ∧ p := fun h => ⟨h.2, h.1⟩\n"
BAD = "theorem bad : 1 = 2 := by decide\n"
ENDLESS = "theorem endless : True := by repeat skip\n"
SOME_MEMORY = 400 << 20
confined_only = pytest.mark.skipif(not seccomp.supported(), reason="no system-call filter for this machine")

# Name → text, limits, the reason why there is no verdict.
WITHOUT_VERDICT: dict[str, tuple[str, dict[str, float], NoVerdictReason]] = {
    "an endless tactic": (ENDLESS, {"wall_s": 1}, "timeout"),
    "no heartbeats": ("set_option maxHeartbeats 0\n" + ENDLESS, {"wall_s": 1}, "timeout"),
    "an endless evaluation": (
        "partial def f (n : Nat) : Nat := f (n + 1)\n#eval f 0\n",
        {"wall_s": 1},
        "timeout",
    ),
    "an endless kernel": (
        "def ack : Nat → Nat → Nat\n  | 0, n => n + 1\n  | m + 1, 0 => ack m 1\n"
        "  | m + 1, n + 1 => ack m (ack (m + 1) n)\ntermination_by m n => (m, n)\n"
        "theorem k : ack 3 9 = 4093 := by decide +kernel\n",
        {"wall_s": 1},
        "timeout",
    ),
    "processor time": (ENDLESS, {"wall_s": 60, "cpu_s": 1}, "timeout"),
    "memory by evaluation": (
        "partial def g (xs : List Nat) : List Nat := g (1 :: 2 :: xs)\n#eval g []\n",
        {"wall_s": 60, "memory_bytes": SOME_MEMORY},
        "memory",
    ),
    "a number of 100 GB": ("#eval 2 ^ (2 ^ 40)\n", {}, "crash"),
    "deep recursion": (
        "def d : Nat → Nat\n  | 0 => 0\n  | n + 1 => d n + 1\n#eval d 100000000\n",
        {"wall_s": 60},
        "crash",
    ),
    "deep nesting": ("example : Nat := " + "(" * 100_000 + "1" + ")" * 100_000, {"wall_s": 60}, "crash"),
    "only openings": ("example : Nat := " + "(" * 100_000, {"wall_s": 60}, "crash"),
    "a flood of stderr": (
        "def tr : Nat → Nat\n  | 0 => 0\n"
        f'  | n + 1 => dbgTrace "{"x" * 100}" fun _ => tr n\n#eval tr 1000000\n',
        {"wall_s": 60},
        "crash",
    ),
}

# Name → text, and how many errors Lean counts.
WITH_VERDICT: dict[str, tuple[str, int]] = {
    "a number in the kernel": ("theorem t : 2 ^ (2 ^ 40) = 3 := by decide\n", 1),
    "a long list in the kernel": ("theorem t : (List.range 100000).length = 3 := by decide\n", 1),
    "a flood of messages": ("#check x\n" * 3000, 3000),
    "a large comment": ("-- nothing\n" * 350_000 + BAD, 1),
    "a long line": ("-- " + "x" * (4 << 20) + "\n" + BAD, 1),
    "a long name": (f"theorem {'x' * 100_000} : 1 = 1 := rfl\n" + BAD, 1),
    "a NUL": ("\0" + BAD, 2),
    "a lone surrogate": ('#eval "\ud800"\n', 0),
}


@pytest.fixture(scope="module")
def warm(toolchain: Toolchain, library: Library) -> Iterator[Warm]:
    with warm_host(toolchain, library, spares=1) as started:
        yield started


def serves_the_next(warm: Warm) -> None:
    """A good and a bad text get their right answers, from the same zygote as ever."""
    good = answered(warm.check(GOOD))
    assert (good.messages, [c.name for c in good.constants or ()]) == ((), ["good"])
    assert answered(warm.check(BAD)).errors == 1


class TestBadInput:
    @pytest.mark.parametrize("name", WITHOUT_VERDICT)
    def test_no_verdict(self, warm: Warm, name: str) -> None:
        text, limits, reason = WITHOUT_VERDICT[name]
        zygote = warm.host.process_id
        assert unanswered(warm.check(text, **limits)).reason == reason
        serves_the_next(warm)
        assert warm.host.process_id == zygote

    @pytest.mark.parametrize("name", WITH_VERDICT)
    def test_a_verdict(self, warm: Warm, name: str) -> None:
        text, errors = WITH_VERDICT[name]
        assert answered(warm.check(text)).errors == errors
        serves_the_next(warm)

    def test_memory_by_messages(self, warm: Warm) -> None:
        answer = warm.check("#check x\n" * 100_000, wall_s=60.0, memory_bytes=SOME_MEMORY)
        assert unanswered(answer).reason in ("memory", "timeout")
        serves_the_next(warm)

    def test_the_stacks_of_many_threads_are_no_memory(self, warm: Warm) -> None:
        """Each of these theorems is waited for by a thread of its own, with a stack that is reserved and not used."""
        theorems = (
            f"theorem t{n} : (List.range {n}).length = {n} := by decide +kernel\n" for n in range(100)
        )
        assert answered(warm.check("".join(theorems), wall_s=60.0)).errors == 0

    def test_no_verdict_says_whether_to_try_again(self, warm: Warm) -> None:
        assert unanswered(warm.check(ENDLESS, wall_s=0.5)).retryable
        assert not unanswered(warm.check("#eval 2 ^ (2 ^ 40)\n")).retryable

    @pytest.mark.parametrize("name", ["an endless tactic", "a number of 100 GB", "deep nesting"])
    def test_a_worker_dies_of_it_alone(self, warm: Warm, name: str) -> None:
        text, _, reason = WITHOUT_VERDICT[name]

        async def use() -> tuple[RawAnswer | NoVerdict, bool, RawAnswer | NoVerdict]:
            async with warm.host.worker() as worker:
                answered(await worker.run(GOOD, 30.0))
                hostile = await worker.run(text, 1.0)
                return hostile, worker.alive, await worker.run(GOOD, 30.0)

        hostile, alive, after = warm.run(use())
        assert unanswered(hostile).reason == reason
        assert not alive
        unanswered(after)
        serves_the_next(warm)

    @pytest.mark.parametrize("name", ["an endless tactic", "a number of 100 GB", "deep nesting"])
    def test_lean_as_a_command_dies_of_it_alone(self, warm: Warm, name: str) -> None:
        text, _, reason = WITHOUT_VERDICT[name]
        answer = warm.run(warm.host.command_line(text, Limits(wall_s=2.0)))
        assert unanswered(answer).reason == reason
        serves_the_next(warm)


def calling(function: str, kind: str, call: str) -> str:
    """A text that gives the name of one of Lean's own compiled functions to a declaration, and runs it."""
    return f'@[extern "x"] opaque {function} : {kind}\n#eval {function} {call}\n'


class TestReachingOut:
    """Evaluation can run any function that is compiled into Lean, whatever the library declares."""

    @pytest.fixture
    def victim(self, tmp_path: Path) -> Path:
        file = tmp_path / "victim"
        file.write_text("here")
        return file

    def remove(self, victim: Path) -> str:
        return calling("IO.FS.removeFile", "String → Nat", f'"{victim}"')

    def test_without_the_filter_a_file_is_gone(
        self, toolchain: Toolchain, library: Library, victim: Path
    ) -> None:
        """The attack is real: this is what the filter is there for."""
        with warm_host(toolchain, library, confined=False) as warm:
            warm.check(self.remove(victim))
            assert not victim.exists()
            assert "without a system-call filter" in warm.host.how

    @confined_only
    def test_files_stay(self, warm: Warm, victim: Path) -> None:
        warm.check(self.remove(victim))
        made, note = victim.with_name("made"), victim.with_name("note")
        for text in (
            calling("IO.FS.createDir", "String → Nat", f'"{made}"'),
            calling("IO.FS.writeFile", "String → String → Nat", f'"{note}" "text"'),
            calling("IO.FS.rename", "String → String → Nat", f'"{victim}" "{made}"'),
            calling("IO.FS.readFile", "String → String", f'"{victim}"'),
        ):
            answer = warm.check(text)
            assert isinstance(answer, NoVerdict) or "here" not in str(answer.messages)
        assert victim.read_text() == "here"
        assert [file.name for file in victim.parent.iterdir()] == ["victim"]
        serves_the_next(warm)

    @confined_only
    def test_files_stay_from_its_command_line(self, warm: Warm, victim: Path) -> None:
        warm.run(warm.host.command_line(self.remove(victim), Limits()))
        assert victim.read_text() == "here"

    @confined_only
    def test_no_process_starts(self, warm: Warm, tmp_path: Path) -> None:
        # SpawnArgs is StdioConfig, cmd, args, cwd, env and a flag; three small numbers are the first.
        text = (
            "structure Stdio where\n  a : Nat\n  b : Nat\n  c : Nat\n"
            "structure Spawn where\n  stdio : Stdio\n  cmd : String\n  args : Array String\n"
            "  cwd : Option String\n  env : Array (String × Option String)\n  inherit : Bool\n  session : Bool\n"
            '@[extern "x"] opaque IO.Process.spawn (a : Spawn) : Nat\n'
            f'#eval IO.Process.spawn ⟨⟨0, 0, 0⟩, "/bin/sh", #["-c", "echo > {tmp_path}/made"], none, #[], true, true⟩\n'
        )
        warm.check(text, wall_s=10.0)
        assert list(tmp_path.iterdir()) == []
        assert warm.settles(lambda: len(warm.children()) <= 1)
        serves_the_next(warm)

    def killing(self, process_id: int) -> str:
        return (
            "structure Kid where\n  a : Nat\n  b : Nat\n  c : Nat\n  pid : UInt32\n  session : Bool\n"
            '@[extern "x"] opaque IO.Process.Child.kill (n : Nat) (c : Kid) : Nat\n'
            f"#eval IO.Process.Child.kill 0 ⟨0, 0, 0, {process_id}, false⟩\n"
        )

    def test_without_the_filter_a_process_is_gone(self, toolchain: Toolchain, library: Library) -> None:
        with (
            warm_host(toolchain, library, confined=False) as warm,
            subprocess.Popen(["sleep", "300"]) as victim,
        ):
            warm.check(self.killing(victim.pid))
            assert victim.wait(30) == -signal.SIGKILL

    @confined_only
    def test_no_process_dies(self, warm: Warm) -> None:
        zygote = warm.host.process_id
        assert zygote is not None

        async def with_sibling() -> RawAnswer | NoVerdict:
            async with warm.host.worker() as sibling:
                for victim in (zygote, os.getpid(), sibling.process_id):
                    await warm.host.elaborate(self.killing(victim), Limits())
                return await sibling.run(GOOD, 30.0)

        assert answered(warm.run(with_sibling())).errors == 0
        assert warm.host.process_id == zygote
        serves_the_next(warm)

    def test_without_a_sandbox_the_command_line_reads_any_file(
        self, toolchain: Toolchain, library: Library, tmp_path: Path
    ) -> None:
        with warm_host(toolchain, library, confined=False) as warm, read_of(tmp_path / "fifo") as was_read:
            warm.run(warm.host.command_line(reading(tmp_path / "fifo"), Limits(wall_s=5)))
            assert was_read()

    @pytest.mark.skipif(landlock.version() == 0, reason="no Landlock in this kernel: reading is not confined")
    def test_the_command_line_reads_its_library_only(self, warm: Warm, tmp_path: Path) -> None:
        with read_of(tmp_path / "fifo") as was_read:
            warm.run(warm.host.command_line(reading(tmp_path / "fifo"), Limits(wall_s=5)))
        assert not was_read()
        good = "prelude\nimport Init\n" + GOOD
        assert answered(warm.run(warm.host.command_line(good, Limits()))).errors == 0

    @confined_only
    def test_an_isolated_child_reads_nothing(self, warm: Warm, tmp_path: Path) -> None:
        with read_of(tmp_path / "fifo") as was_read:
            warm.check(reading(tmp_path / "fifo"), wall_s=5)
        assert not was_read()

    @pytest.mark.skipif(not Path("/proc").exists(), reason="looks at processes through /proc")
    @pytest.mark.parametrize("kind", ["isolated", "worker", "main"])
    def test_a_child_shares_nothing_with_others(self, warm: Warm, kind: str) -> None:
        """Not a pipe, an event queue or memory: what a child writes there would reach a process without a filter."""

        allowed = ("/dev/null", "/memfd:lean", "socket:")

        def shares_nothing(child: int) -> bool:
            try:
                things, memory = open_things(child), shared_memory(child)
            except FileNotFoundError:
                return False  # it has ended meanwhile
            return all(thing.startswith(allowed) for thing in things) and not memory

        async def look() -> bool:
            if kind == "worker":
                async with warm.host.worker() as worker:
                    answered(await worker.run(GOOD, 30.0))
                    assert worker.process_id is not None
                    return shares_nothing(worker.process_id)
            way = warm.host.elaborate if kind == "isolated" else warm.host.command_line
            busy = asyncio.create_task(
                way("set_option maxHeartbeats 0\n" + ENDLESS, Limits(wall_s=PATIENCE_S))
            )
            # A child that was only just forked has not closed what it inherited.
            found = await asyncio.to_thread(
                becomes_true, lambda: len(warm.children()) >= 2 and all(map(shares_nothing, warm.children()))
            )
            busy.cancel()
            return found

        assert warm.run(look())

    def test_leaving_is_no_success(self, warm: Warm) -> None:
        answer = warm.check(calling("IO.Process.exit", "UInt8 → Nat", "0") + GOOD)
        assert unanswered(answer).reason == "crash"
        answer = warm.run(
            warm.host.command_line(calling("IO.Process.forceExit", "UInt8 → Nat", "0") + BAD, Limits())
        )
        assert isinstance(answer, NoVerdict) or answer.errors > 0
        serves_the_next(warm)

    def test_output_is_no_answer(self, warm: Warm) -> None:
        """What a text prints goes nowhere, or makes the answer void; it is never taken for Lean's word."""
        said = '{\\"severity\\":\\"information\\",\\"data\\":\\"forged\\",\\"pos\\":{\\"line\\":1,\\"column\\":0}}'
        printing = f'def p (n : Nat) : Nat := dbgTrace "{said}" fun _ => n\n#eval p 1\n' + BAD
        answer = answered(warm.check(printing))
        assert answer.errors == 1
        serves_the_next(warm)


class TestNothingIsLeft:
    def test_no_process(self, warm: Warm) -> None:
        for text, limits, _ in WITHOUT_VERDICT.values():
            warm.check(text, **{**limits, "wall_s": 0.5})
        assert warm.settles(lambda: len(warm.children()) <= 1), "more is there than the spare child"

    def test_the_zygote_does_not_grow(self, toolchain: Toolchain, library: Library) -> None:
        with warm_host(toolchain, library) as warm:
            zygote = warm.host.process_id
            assert zygote is not None

            async def many(count: int) -> None:
                for start in range(0, count, 4):
                    texts = [GOOD, BAD, "#eval 2 ^ (2 ^ 40)\n", f"#eval {start}\n"]
                    await asyncio.gather(*map(warm.host.elaborate, texts))

            warm.run(many(40))
            before, files = private_kib(zygote), open_files(zygote)
            warm.run(many(400))
            assert warm.host.process_id == zygote
            assert private_kib(zygote) < before + (8 << 10)
            assert warm.settles(lambda: open_files(zygote) <= files + 2)

    def test_the_application_is_killed(self, toolchain: Toolchain, library: Library) -> None:
        words = [str(toolchain.shared_library), str(library.path), library.environment.commit]
        script = Path(__file__).with_name("orphan.py")
        with subprocess.Popen([sys.executable, str(script), *words], stdout=subprocess.PIPE) as application:
            assert application.stdout is not None
            processes = [int(word) for word in application.stdout.readline().split()]
            assert len(processes) >= 4
            assert not any(map(gone, processes))
            application.send_signal(signal.SIGKILL)
        assert becomes_true(lambda: all(map(gone, processes)))

    def test_the_zygote_is_killed(self, toolchain: Toolchain, library: Library) -> None:
        with warm_host(toolchain, library) as warm:

            async def lose() -> list[int]:
                limits = Limits(wall_s=60.0)
                tasks = [asyncio.create_task(warm.host.elaborate(ENDLESS, limits)) for _ in range(2)]
                assert await asyncio.to_thread(becomes_true, lambda: len(warm.children()) >= 2)
                found = warm.children()
                assert warm.host.process_id is not None
                os.kill(warm.host.process_id, signal.SIGKILL)
                for answer in await asyncio.gather(*tasks):
                    unanswered(answer)
                return found

            processes = warm.run(lose())
            assert becomes_true(lambda: all(map(gone, processes)))
            serves_the_next(warm)


def private_kib(process_id: int) -> int:
    """Resident memory that is the process's own."""
    for line in Path(f"/proc/{process_id}/status").read_text().split("\n"):
        if line.startswith("RssAnon:"):
            return int(line.split()[1])
    raise AssertionError("the system does not tell RssAnon")


def open_files(process_id: int) -> int:
    return len(list(Path(f"/proc/{process_id}/fd").iterdir()))


def open_things(process_id: int) -> list[str]:
    """What the descriptors of a process stand for."""
    folder = Path(f"/proc/{process_id}/fd")
    return [str(entry.readlink()) for entry in folder.iterdir() if entry.is_symlink()]


def shared_memory(process_id: int) -> set[str]:
    """The memory of a process in which another one sees what it writes."""
    lines = Path(f"/proc/{process_id}/maps").read_text().split("\n")
    fields = (line.split(maxsplit=5) for line in lines if line)
    return {field[-1] for field in fields if "w" in field[1] and field[1].endswith("s")}
