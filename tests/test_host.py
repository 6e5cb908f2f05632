"""The warm Lean says what a `lean` process says, whichever child is asked, and survives the loss of any of them."""

from __future__ import annotations

import asyncio
import dataclasses
import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from warm import Warm, answered, becomes_true, gone, make_host, unanswered, warm_host

from tactic_mesh.errors import LeanUnavailable
from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.command import EMBEDDED_OPTIONS, lean_command
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.host import LeanHost
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import COLD_VARIABLE, open_toolchain
from tactic_mesh.lean.toolchain import Toolchain
from tactic_mesh.lean.variables import lean_environment
from tactic_mesh.lean.worker import Recycling, Worker
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import NoVerdict

TEXTS = sorted((Path(__file__).parent / "lean" / "messages").glob("*.lean"))
ENDLESS = "theorem endless : True := by repeat skip\n"
GOOD = "theorem good : 1 + 1 = 2 := rfl\n"
WALL_S = 60.0


@pytest.fixture(scope="module")
def warm(toolchain: Toolchain, library: Library) -> Iterator[Warm]:
    with warm_host(toolchain, library, children_max=2) as started:
        yield started


@pytest.fixture(scope="module")
def processes(toolchain: Toolchain, library: Library) -> dict[str, list[str]]:
    command = [*lean_command(toolchain), *EMBEDDED_OPTIONS, "--json", "--stdin"]
    said: dict[str, list[str]] = {}
    for file in TEXTS:
        done = subprocess.run(
            command,
            input=file.read_bytes(),
            env=lean_environment(library.path, os.environ),
            capture_output=True,
            timeout=WALL_S,
            check=False,
        )
        said[file.stem] = [
            json.dumps(json.loads(line), ensure_ascii=False) for line in done.stdout.split(b"\n") if line
        ]
    return said


def lines(answer: RawAnswer | NoVerdict) -> list[str]:
    """The messages as JSON, keys in the order in which they came."""
    return [json.dumps(message, ensure_ascii=False) for message in answered(answer).messages]


def positions(answer: RawAnswer | NoVerdict) -> list[tuple[int, int]]:
    return [(message["pos"]["line"], message["pos"]["column"]) for message in answered(answer).messages]


class TestAgreement:
    """The messages are those of `lean --json --stdin`, to the byte."""

    def test_the_texts_say_enough(self, processes: dict[str, list[str]]) -> None:
        assert len(TEXTS) >= 15
        assert sum(map(len, processes.values())) > 40
        words = "".join(line for said in processes.values() for line in said)
        assert all(severity in words for severity in ('"error"', '"warning"', '"information"'))

    @pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
    def test_isolated_children(self, warm: Warm, processes: dict[str, list[str]], file: Path) -> None:
        text = file.read_text(encoding="utf-8")
        for _ in range(3):
            assert lines(warm.check(text)) == processes[file.stem]

    def test_a_worker(self, warm: Warm, processes: dict[str, list[str]]) -> None:
        async def all_of_them() -> list[tuple[str, list[str]]]:
            found = []
            async with warm.host.worker() as worker:
                for _ in range(3):
                    for file in TEXTS:
                        answer = await worker.run(file.read_text(encoding="utf-8"), WALL_S)
                        found.append((file.stem, lines(answer)))
            return found

        for name, said in warm.run(all_of_them()):
            assert said == processes[name], name

    @pytest.mark.parametrize("file", TEXTS[:4], ids=lambda file: file.stem)
    def test_its_command_line(self, warm: Warm, processes: dict[str, list[str]], file: Path) -> None:
        text = file.read_text(encoding="utf-8")
        answer = answered(warm.run(warm.host.command_line(text, Limits())))
        assert lines(answer) == processes[file.stem]
        assert answer.exit_code == (1 if answer.errors else 0)


class TestAnswers:
    def test_constants_and_their_axioms(self, warm: Warm) -> None:
        text = (
            "theorem a : 1 = 1 := rfl\ntheorem b : 1 = 2 := sorry\ntheorem c : 1 = 2 := b\n"
            "axiom wish : 1 = 3\ntheorem d : 1 = 3 := wish\ndef e : Nat := 3\n"
        )
        constants = answered(warm.check(text)).constants
        assert constants is not None
        found = {c.name: (c.kind, c.axioms) for c in constants if not c.internal}
        assert found["a"] == ("theorem", ())
        assert found["b"] == found["c"] == ("theorem", ("sorryAx",))
        assert found["d"] == ("theorem", ("wish",))
        assert found["e"] == ("definition", ())
        assert found["wish"] == ("axiom", ("wish",))

    def test_a_theorem_that_failed_is_no_constant(self, warm: Warm) -> None:
        answer = answered(warm.check("theorem t : 1 = 2 := by decide\ntheorem u : 1 = 1 := rfl\n"))
        assert answer.errors == 1
        found = {constant.name: constant.axioms for constant in answer.constants or ()}
        assert found.get("t", ("sorryAx",)) == ("sorryAx",)
        assert found["u"] == ()

    def test_nothing(self, warm: Warm) -> None:
        for text in (
            "",
            "\n\n",
            "-- a comment\n",
            " /- one /- in another -/ -/ ",
            "import Init",
            "/- never closed",
            "\t",
        ):
            answer = answered(warm.check(text))
            assert answer.constants == ()
            assert answer.errors == (1 if "closed" in text or "\t" in text else 0)

    def test_a_flood_of_messages_is_cut_but_every_error_counts(self, warm: Warm) -> None:
        answer = answered(warm.check("#check x\n" * 60, output_bytes=2000))
        assert answer.truncated
        assert 0 < len(answer.messages) < 60
        assert answer.errors == 60

    def test_the_output_limit_is_one_of_bytes(self, warm: Warm) -> None:
        text = "".join(f'#eval "{"𝔸" * 200}{i}"\n' for i in range(40))
        answer = answered(warm.check(text, output_bytes=20_000))
        assert answer.truncated
        assert 0 < len(answer.messages) < 40

    def test_more_constants_than_the_limit(self, warm: Warm) -> None:
        text = "".join(f"def number{i} : Nat := {i}\n" for i in range(60))
        answer = answered(warm.check(text, output_bytes=2000))
        assert answer.truncated
        assert answer.constants is not None
        assert 0 < len(answer.constants) < 60


class TestHeader:
    def test_imports_of_the_core_library_stay_warm(self, warm: Warm) -> None:
        answer = answered(warm.check("import Init\n" + GOOD))
        assert (answer.messages, answer.exit_code) == ((), None)
        assert [constant.name for constant in answer.constants or ()] == ["good"]

    def test_positions_are_those_of_the_users_text(self, warm: Warm) -> None:
        wrong = "theorem wrong : 1 = 2 := rfl\n#check noSuch\n"
        plain = positions(warm.check(wrong))
        assert [line for line, _ in plain][-1] == 2
        for head in (
            "import Init\n",
            "/- a ∀ comment -/ import Init\n-- another\nimport Init\n\n",
            "\n\n   import Init -- why not\n",
        ):
            lines_before = head.count("\n")
            expected = [(line + lines_before, column) for line, column in plain]
            assert positions(warm.check(head + wrong)) == expected
        assert positions(warm.check("/- 𝔸 -/ import Init #check noSuch")) == [(1, 27)]

    def test_a_module_that_is_not_there(self, warm: Warm) -> None:
        answer = answered(warm.check("import Mathlib\n" + GOOD))
        assert answer.errors == 1
        assert "Mathlib" in answer.messages[0]["data"]
        assert positions(answer) == [(1, 0)]

    def test_prelude(self, warm: Warm) -> None:
        answer = answered(warm.check("prelude\ntheorem t : 1 = 1 := rfl\n"))
        assert answer.errors >= 1  # without the library there is not even a number
        assert answer.exit_code == 1

    def test_an_import_below_the_header_is_an_error(self, warm: Warm) -> None:
        answer = answered(warm.check(GOOD + "import Init\n"))
        assert answer.errors == 1
        assert positions(answer)[0][0] == 2

    def test_a_large_text_by_its_command_line(self, warm: Warm) -> None:
        text = "prelude\n" + "-- a line that says nothing, again and again\n" * 50_000
        answer = answered(warm.check(text))
        assert answer.errors == 0


class TestTogether:
    def test_each_request_gets_its_own_answer(self, warm: Warm) -> None:
        async def at_once() -> list[RawAnswer | NoVerdict]:
            return await asyncio.gather(*(warm.host.elaborate(f"#eval {i} + {i}\n") for i in range(12)))

        answers = warm.run(at_once())
        assert [answered(a).messages[0]["data"] for a in answers] == [str(2 * i) for i in range(12)]

    def test_one_that_hangs_delays_no_other(self, warm: Warm) -> None:
        async def race() -> list[bool]:
            slow = asyncio.create_task(warm.host.elaborate(ENDLESS, Limits(wall_s=WALL_S)))
            done = []
            for _ in range(5):
                answered(await warm.host.elaborate(GOOD))
                done.append(slow.done())
            slow.cancel()
            await asyncio.gather(slow, return_exceptions=True)
            return done

        assert warm.run(race()) == [False] * 5

    def test_no_more_children_than_asked_for(self, toolchain: Toolchain, library: Library) -> None:
        with warm_host(toolchain, library, children_max=2, spares=0) as warm:

            async def crowd() -> int:
                tasks = [
                    asyncio.create_task(warm.host.elaborate(ENDLESS, Limits(wall_s=1.5))) for _ in range(5)
                ]
                most = 0
                while not all(task.done() for task in tasks):
                    most = max(most, len(warm.children()))
                    await asyncio.sleep(0.02)
                assert all(unanswered(task.result()).reason == "timeout" for task in tasks)
                return most

            # One that has answered may still be on its way out while the next begins.
            assert 2 <= warm.run(crowd()) <= 4

    def test_who_gives_up_leaves_no_child(self, toolchain: Toolchain, library: Library) -> None:
        with warm_host(toolchain, library, spares=0) as warm:

            async def give_up() -> list[int]:
                task = asyncio.create_task(warm.host.elaborate(ENDLESS, Limits(wall_s=WALL_S)))
                assert await asyncio.to_thread(becomes_true, lambda: len(warm.children()) == 1)
                found = warm.children()
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
                return found

            (child,) = warm.run(give_up())
            assert warm.settles(lambda: gone(child))
            assert warm.children() == []
            answered(warm.check(GOOD))


class TestWorker:
    def test_states_are_immutable(self, warm: Warm) -> None:
        async def branch() -> None:
            async with warm.host.worker() as worker:
                first = answered(await worker.run("def a : Nat := 1\n", WALL_S, keep=True))
                assert first.state is not None
                left = answered(
                    await worker.run("def b : Nat := a + 1\n", WALL_S, base=first.state, keep=True)
                )
                right = answered(
                    await worker.run("def b : Nat := a + 5\n", WALL_S, base=first.state, keep=True)
                )
                assert (left.errors, right.errors) == (0, 0)
                assert left.state is not None and right.state is not None
                for _ in range(2):
                    for state, expected in ((right.state, "6"), (left.state, "2")):
                        answer = answered(await worker.run("#eval b\n", WALL_S, base=state))
                        assert answer.messages[0]["data"] == expected
                assert answered(await worker.run("#eval b\n", WALL_S, base=first.state)).errors == 1
                assert answered(await worker.run("#eval a\n", WALL_S)).errors == 1

        warm.run(branch())

    def test_states_keep_what_is_open(self, warm: Warm) -> None:
        async def sections() -> RawAnswer:
            async with warm.host.worker() as worker:
                text = "namespace Here\nvariable (n : Nat)\nset_option autoImplicit true\n"
                state = answered(await worker.run(text, WALL_S, keep=True)).state
                assert state is not None
                more = "theorem t : n = n := rfl\ndef u (x : α) : α := x\n#check Here.t\n"
                return answered(await worker.run(more, WALL_S, base=state, constants=True))

        answer = warm.run(sections())
        assert answer.errors == 0
        assert {"Here.t", "Here.u"} <= {constant.name for constant in answer.constants or ()}

    def test_a_state_that_was_dropped(self, warm: Warm) -> None:
        async def drop() -> None:
            async with warm.host.worker() as worker:
                first = answered(await worker.run("def a : Nat := 1\n", WALL_S, keep=True)).state or 0
                second = answered(await worker.run("#eval a\n", WALL_S, base=first, keep=True)).state or 0
                await worker.drop(first)
                with pytest.raises(ValueError, match="holds no state"):
                    await worker.run("#eval a\n", WALL_S, base=first)
                assert answered(await worker.run("#eval a\n", WALL_S, base=second)).errors == 0

        warm.run(drop())

    def test_trying_several(self, warm: Warm) -> None:
        sources = [f"theorem t : 2 + 2 = {i} := by decide\n" for i in range(3, 6)]

        async def attempts(stop: bool) -> list[int]:
            async with warm.host.worker() as worker:
                return [answered(a).errors async for a in worker.try_each(sources, WALL_S, stop=stop)]

        assert warm.run(attempts(stop=True)) == [1, 0]
        assert warm.run(attempts(stop=False)) == [1, 0, 1]

    def test_trying_one_that_hangs(self, warm: Warm) -> None:
        async def attempts() -> tuple[list[RawAnswer | NoVerdict], bool]:
            async with warm.host.worker() as worker:
                sources = ["theorem t : 1 = 2 := rfl\n", ENDLESS, GOOD]
                found = [answer async for answer in worker.try_each(sources, 1.0)]
                return found, worker.alive

        (first, second), alive = warm.run(attempts())
        assert answered(first).errors > 0
        assert unanswered(second).reason == "timeout"
        assert not alive

    def test_parsing(self, warm: Warm) -> None:
        async def parse() -> list[Any]:
            async with warm.host.worker() as worker:
                texts = ["1 + 1 = 2", "1 +", "fun =>", "∀ x, x"]
                return [await worker.parse("term", text, WALL_S) for text in texts]

        good, open_end, function, forall = warm.run(parse())
        assert good is None and forall is None
        assert isinstance(open_end, str) and "1:3" in open_end
        assert isinstance(function, str)

    def test_it_is_gone_at_the_end(self, toolchain: Toolchain, library: Library) -> None:
        with warm_host(toolchain, library, spares=0) as warm:

            async def use() -> int:
                async with warm.host.worker() as worker:
                    answered(await worker.run(GOOD, WALL_S))
                    return worker.process_id

            assert warm.settles(lambda child=warm.run(use()): gone(child))  # type: ignore[misc]
            assert warm.children() == []


class TestRecycling:
    """A worker gets a new process now and then; whoever holds it does not notice."""

    @pytest.mark.parametrize(
        "recycling", [Recycling(answers_max=2), Recycling(growth_bytes_max=0)], ids=["answers", "memory"]
    )
    def test_states_survive(self, toolchain: Toolchain, library: Library, recycling: Recycling) -> None:
        with warm_host(toolchain, library, spares=0, recycling=recycling) as warm:

            async def use() -> set[int]:
                processes = set()
                async with warm.host.worker() as worker:
                    state = 0
                    dropped = []
                    for i in range(6):
                        before = f"a{i - 1} + " if i else ""
                        text = f"def a{i} : Nat := {before}{i}\n"
                        answer = answered(await worker.run(text, WALL_S, base=state, keep=True))
                        assert answer.errors == 0
                        dropped.append(state)
                        state = answer.state or 0
                        processes.add(worker.process_id)
                    for number in dropped[1::2]:
                        await worker.drop(number)
                    for number, expected in ((state, "15"), (dropped[2], "1"), (state, "15")):
                        name = f"a{5 if number == state else 1}"
                        answer = answered(await worker.run(f"#eval {name}\n", WALL_S, base=number))
                        assert answer.messages[0]["data"] == expected
                        processes.add(worker.process_id)
                    sources = ["theorem t : a5 = 14 := rfl\n", "theorem t : a5 = 15 := rfl\n"]
                    tried = [answered(a).errors async for a in worker.try_each(sources, WALL_S, base=state)]
                    assert tried[-1] == 0 and len(tried) == 2
                    assert len(warm.children()) == 1
                return processes

            processes = warm.run(use())
            assert len(processes) > 2
            assert warm.settles(lambda: all(map(gone, processes)))

    def test_many_states_are_not_elaborated_again_each_time(
        self, toolchain: Toolchain, library: Library
    ) -> None:
        with warm_host(toolchain, library, spares=0, recycling=Recycling(answers_max=4)) as warm:

            async def use() -> list[int]:
                async with warm.host.worker() as worker:
                    for i in range(8):
                        answered(await worker.run(f"def a{i} := {i}\n", WALL_S, keep=True))
                    processes = []
                    for _ in range(8):
                        answered(await worker.run("#eval 1\n", WALL_S))
                        processes.append(worker.process_id)
                    return processes

            assert len(set(warm.run(use()))) <= 3

    def test_memory_of_one_process_stays_flat(self, toolchain: Toolchain, library: Library) -> None:
        """What a text left in memory, its messages and their environments, is gone with the answer."""
        text = "theorem t : 1 = 2 := by decide\n" * 10 + "theorem u : 1 = 2 := sorry\n#print axioms u\n"

        async def use(worker: Worker, count: int) -> int:
            for _ in range(count):
                assert answered(await worker.run(text, WALL_S, constants=True)).errors == 10
            return worker.resident_bytes or 0

        async def grown(host: LeanHost) -> int:
            async with host.worker() as worker:
                before, process = await use(worker, 20), worker.process_id
                after = await use(worker, 300)
                assert worker.process_id == process
                return after - before

        with warm_host(toolchain, library) as warm:
            assert warm.run(grown(warm.host)) < 4 << 20


class TestStart:
    """A Lean that is not as expected is refused with the reason."""

    def refusal(self, host: LeanHost) -> str:
        with pytest.raises(LeanUnavailable) as refused:
            asyncio.run(host.start())
        return str(refused.value)

    def test_another_commit(self, toolchain: Toolchain, library: Library) -> None:
        other = dataclasses.replace(library.environment, commit="0" * 40)
        assert toolchain.shared_library is not None
        host = LeanHost(toolchain.shared_library, library.path, other)
        assert "commit" in self.refusal(host)

    def test_a_file_that_is_no_library(self, library: Library, tmp_path: Path) -> None:
        (tmp_path / "libleanshared.so").write_text("not a library")
        host = LeanHost(tmp_path / "libleanshared.so", library.path, library.environment)
        assert "libleanshared.so" in self.refusal(host)

    def test_a_file_that_is_missing(self, library: Library, tmp_path: Path) -> None:
        host = LeanHost(tmp_path / "gone.so", library.path, library.environment)
        assert "gone.so" in self.refusal(host)

    def test_another_library(self, library: Library) -> None:
        import _ctypes

        host = LeanHost(Path(_ctypes.__file__), library.path, library.environment)
        assert "does not start" in self.refusal(host)

    def test_a_core_that_is_missing(self, toolchain: Toolchain, library: Library, tmp_path: Path) -> None:
        assert toolchain.shared_library is not None
        host = LeanHost(toolchain.shared_library, tmp_path, library.environment)
        assert "Init" in self.refusal(host)

    def test_a_core_that_is_damaged(self, toolchain: Toolchain, library: Library, tmp_path: Path) -> None:
        assert toolchain.shared_library is not None
        copy = tmp_path / "core"
        shutil.copytree(library.path, copy)
        (copy / "Init.olean").write_bytes(b"olean" + bytes(50))
        host = LeanHost(toolchain.shared_library, copy, library.environment)
        assert "does not start" in self.refusal(host)

    def test_after_a_refusal_no_process_is_left(self, library: Library, tmp_path: Path) -> None:
        host = LeanHost(tmp_path / "gone.so", library.path, library.environment)
        self.refusal(host)
        assert host.process_id is None


class TestLoss:
    def test_the_zygote_is_killed(self, toolchain: Toolchain, library: Library) -> None:
        with warm_host(toolchain, library) as warm:

            async def lose() -> RawAnswer | NoVerdict:
                task = asyncio.create_task(warm.host.elaborate(ENDLESS, Limits(wall_s=WALL_S)))
                await asyncio.sleep(0.2)
                assert warm.host.process_id is not None
                os.kill(warm.host.process_id, signal.SIGKILL)
                return await task

            for _ in range(2):
                children, zygote = warm.children(), warm.host.process_id
                lost = unanswered(warm.run(lose()))
                assert (lost.reason, lost.retryable) == ("crash", True)
                assert warm.settles(lambda pids=children: all(map(gone, pids)))  # type: ignore[misc]
                assert answered(warm.check(GOOD)).errors == 0
                assert warm.host.process_id != zygote

    def test_the_zygote_is_killed_between_requests(self, toolchain: Toolchain, library: Library) -> None:
        with warm_host(toolchain, library) as warm:
            assert warm.host.process_id is not None
            os.kill(warm.host.process_id, signal.SIGKILL)
            zygote = warm.host.process_id
            assert becomes_true(lambda: gone(zygote))
            # A child that was forked ahead is lost with it, and so the request that it was given to; no other.
            warm.check(GOOD)
            assert answered(warm.check(GOOD)).errors == 0

    def test_a_child_is_killed(self, toolchain: Toolchain, library: Library) -> None:
        with warm_host(toolchain, library, spares=0) as warm:

            async def lose() -> RawAnswer | NoVerdict:
                task = asyncio.create_task(warm.host.elaborate(ENDLESS, Limits(wall_s=WALL_S)))
                assert await asyncio.to_thread(becomes_true, lambda: len(warm.children()) == 1)
                os.kill(warm.children()[0], signal.SIGKILL)
                return await task

            zygote = warm.host.process_id
            lost = unanswered(warm.run(lose()))
            assert (lost.reason, lost.retryable) == ("crash", True)
            assert answered(warm.check(GOOD)).errors == 0
            assert warm.host.process_id == zygote

    def test_closing_answers_who_waits(self, toolchain: Toolchain, library: Library) -> None:
        async def close_early() -> RawAnswer | NoVerdict:
            host = make_host(toolchain, library)
            await host.start()
            task = asyncio.create_task(host.elaborate(ENDLESS, Limits(wall_s=WALL_S)))
            await asyncio.sleep(0.2)
            await host.close()
            return await task

        assert unanswered(asyncio.run(close_early())).retryable


class TestFallbacks:
    def ask(self, toolchain: Toolchain, environ: dict[str, str]) -> tuple[str, RawAnswer | NoVerdict]:
        async def run() -> tuple[str, RawAnswer | NoVerdict]:
            async with open_toolchain(toolchain, environ=environ) as lean:
                opened: Lean = lean
                return opened.how, await opened.elaborate("#eval 40 + 2\n")

        return asyncio.run(run())

    def test_warm(self, toolchain: Toolchain) -> None:
        how, answer = self.ask(toolchain, dict(os.environ))
        assert "forks" in how
        assert answered(answer).messages[0]["data"] == "42"

    def test_cold_when_asked(self, toolchain: Toolchain) -> None:
        how, answer = self.ask(toolchain, {**os.environ, COLD_VARIABLE: "1"})
        assert "new `lean` process" in how
        assert answered(answer).messages[0]["data"] == "42"

    def test_a_forked_command_line_when_the_host_does_not_start(
        self, toolchain: Toolchain, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tactic_mesh.lean.host._BAD_TEXT", GOOD)  # the self-test will see no error in it
        how, answer = self.ask(toolchain, dict(os.environ))
        assert "forks Lean's command line" in how
        assert "self-test" in how
        assert answered(answer).messages[0]["data"] == "42"
