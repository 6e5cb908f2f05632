"""Checks for many callers: each thing once, with the real Lean, and every caller gets his own answer."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Coroutine, Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any, TypeVar

import pytest
from findings import environments, requests
from hypothesis import given
from hypothesis import strategies as st
from warm import becomes_true

from tactic_mesh.errors import InputError, Overloaded
from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.engine import Worker
from tactic_mesh.lean.host import LeanHost
from tactic_mesh.lean.process_lean import ProcessLean
from tactic_mesh.lean.toolchain import Toolchain
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Environment, NoVerdict, Outcome, Position, Trust, Verdict
from tactic_mesh.verify.checker import Checker
from tactic_mesh.verify.keys import canonical, canonical_text, is_pinned, request_key
from tactic_mesh.verify.policy import Policy
from tactic_mesh.verify.request import Request
from tactic_mesh.verify.store import Bounds, Store

Result = TypeVar("Result")
GOOD = Request("theorem t : 1 + 1 = 2 := by decide\n", trust=Trust.ELABORATED)
WRONG = Request("theorem t : 1 + 1 = 3 := by decide\n", trust=Trust.ELABORATED)
ENDLESS = Request(
    "def loop : Nat → Nat := fun n => Id.run do\n  let mut m := n\n  while true do m := m + 1\n  return m\n"
    "#eval loop 0\n",
    trust=Trust.ELABORATED,
    limits=Limits(wall_s=0.4),
)


class Watched:
    """The real Lean, which counts what it is asked, and answers when the gate is open."""

    def __init__(self, lean: LeanHost) -> None:
        self._lean = lean
        self.gate = asyncio.Event()
        self.gate.set()
        self.begun = self.ended = self.cancelled = 0
        self.environment = lean.environment
        self.how = lean.how
        self.tells_constants = lean.tells_constants
        self.is_embedded = lean.is_embedded
        self.runs_programs = lean.runs_programs
        self.children_max = lean.children_max

    async def elaborate(
        self, source: str, limits: Limits | None = None, *, module: bool = False
    ) -> RawAnswer | NoVerdict:
        self.begun += 1
        try:
            await self.gate.wait()
            return await self._lean.elaborate(source, limits, module=module)
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        finally:
            self.ended += 1

    async def program(
        self, name: str, request: dict[str, Any], limits: Limits | None = None
    ) -> dict[str, Any] | NoVerdict:
        return await self._lean.program(name, request, limits)

    def worker(self, limits: Limits | None = None) -> AbstractAsyncContextManager[Worker]:
        return self._lean.worker(limits)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._lean, name)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "store.sqlite3") as opened:
        yield opened


def run(loop: asyncio.Runner, work: Coroutine[Any, Any, Result]) -> Result:
    return loop.run(asyncio.wait_for(work, 60))


async def until_begun(lean: Watched, count: int) -> None:
    assert await asyncio.to_thread(becomes_true, lambda: lean.begun >= count)


class TestCache:
    def test_the_second_time_the_store_answers(
        self, loop: asyncio.Runner, lean: LeanHost, store: Store
    ) -> None:
        async def work() -> None:
            watched = Watched(lean)
            for request in (GOOD, WRONG):
                first = await Checker(watched, store).check(request)
                begun = watched.begun
                again = await Checker(watched, store).check(request)
                assert (first.cached, again.cached, watched.begun) == (False, True, begun)
                assert again == dataclasses.replace(first, cached=True)
            assert first.checked.outcome is Outcome.REJECTED

        run(loop, work())

    def test_a_higher_rung_is_checked_anew(self, loop: asyncio.Runner, lean: LeanHost, store: Store) -> None:
        async def work() -> None:
            checker = Checker(lean, store)
            assert not (await checker.check(GOOD)).cached
            assert not (await checker.check(dataclasses.replace(GOOD, trust=Trust.AUDITED))).cached
            assert (await checker.check(GOOD)).cached

        run(loop, work())

    def test_a_longer_time_is_the_same_question(
        self, loop: asyncio.Runner, lean: LeanHost, store: Store
    ) -> None:
        async def work() -> None:
            checker = Checker(lean, store)
            await checker.check(GOOD)
            assert (await checker.check(dataclasses.replace(GOOD, limits=Limits(wall_s=9)))).cached

        run(loop, work())

    def test_a_time_out_is_never_kept(self, loop: asyncio.Runner, lean: LeanHost, store: Store) -> None:
        async def work() -> None:
            checker = Checker(lean, store)
            for _ in range(2):
                answered = await checker.check(ENDLESS)
                assert isinstance(answered.checked.verdict, NoVerdict)
                assert (answered.cached, answered.unstored, store.totals().verdicts) == (False, "", 0)

        run(loop, work())

    def test_without_room_the_answer_is_still_given(
        self, loop: asyncio.Runner, lean: LeanHost, tmp_path: Path
    ) -> None:
        import resource

        async def work() -> None:
            with Store(tmp_path / "full.sqlite3") as full:
                checker = Checker(lean, full)
                soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
                resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
                try:
                    answered = await checker.check(GOOD)
                finally:
                    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
                assert answered.checked.outcome is Outcome.PROVED
                assert "Free some space" in answered.unstored
                assert checker.statistics.unstored == 1
                answered = await checker.check(GOOD)
                assert (answered.cached, answered.unstored) == (False, "")
                assert (await checker.check(GOOD)).cached

        run(loop, work())

    def test_a_closed_store_stops_no_check(self, loop: asyncio.Runner, lean: LeanHost, store: Store) -> None:
        store.__exit__()
        answered = run(loop, Checker(lean, store).check(GOOD))
        assert answered.checked.outcome is Outcome.PROVED and "closed" in answered.unstored

    def test_messages_stand_where_they_belong(
        self, loop: asyncio.Runner, lean: LeanHost, store: Store
    ) -> None:
        async def work() -> None:
            checker = Checker(lean, store)
            for number, blank in enumerate(("", "\n", "  \r\n\r\n\r\n", "\n\n")):
                answered = await checker.check(dataclasses.replace(WRONG, text=blank + WRONG.text + blank))
                verdict = answered.checked.verdict
                assert isinstance(verdict, Verdict)
                assert answered.cached == (number > 0)
                assert verdict.errors[0].start == Position(1 + blank.count("\n"), 28)

        run(loop, work())

    def test_an_error_at_the_end_of_a_text_without_line_end(
        self, loop: asyncio.Runner, lean: LeanHost
    ) -> None:
        verdict = run(
            loop, Checker(lean).check(Request("theorem t :", trust=Trust.ELABORATED))
        ).checked.verdict
        assert isinstance(verdict, Verdict) and verdict.errors
        assert verdict.errors[0].start <= Position(1, len("theorem t :"))

    def test_what_no_file_can_hold(self, loop: asyncio.Runner, lean: LeanHost) -> None:
        with pytest.raises(InputError):
            run(loop, Checker(lean).check(Request("-- \ud800")))


class TestInFlight:
    def test_identical_requests_are_checked_once(self, loop: asyncio.Runner, lean: LeanHost) -> None:
        async def work() -> None:
            watched = Watched(lean)
            checker = Checker(watched)
            texts = [blank + GOOD.text for blank in ("", "\n", "\n\n")] * 10
            answers = await asyncio.gather(
                *(checker.check(dataclasses.replace(GOOD, text=text)) for text in texts)
            )
            assert {answer.checked.outcome for answer in answers} == {Outcome.PROVED}
            assert (watched.begun, checker.statistics.checks, checker.statistics.joined) == (1, 1, 29)

        run(loop, work())

    def test_cancelling_one_leaves_the_others(self, loop: asyncio.Runner, lean: LeanHost) -> None:
        async def work() -> None:
            watched = Watched(lean)
            watched.gate.clear()
            checker = Checker(watched)
            waiting = [asyncio.create_task(checker.check(GOOD)) for _ in range(5)]
            await until_begun(watched, 1)
            for task in waiting[:4]:
                task.cancel()
            await asyncio.gather(*waiting[:4], return_exceptions=True)
            assert watched.cancelled == 0
            watched.gate.set()
            assert (await waiting[4]).checked.outcome is Outcome.PROVED

        run(loop, work())

    def test_when_all_are_gone_the_check_ends_and_the_next_begins_anew(
        self, loop: asyncio.Runner, lean: LeanHost
    ) -> None:
        async def work() -> None:
            watched = Watched(lean)
            watched.gate.clear()
            checker = Checker(watched)
            waiting = [asyncio.create_task(checker.check(GOOD)) for _ in range(3)]
            await until_begun(watched, 1)
            for task in waiting:
                task.cancel()
            late = asyncio.create_task(checker.check(GOOD))
            await asyncio.gather(*waiting, return_exceptions=True)
            watched.gate.set()
            assert (await late).checked.outcome is Outcome.PROVED
            assert (watched.begun, watched.cancelled, checker.statistics.cancelled) == (2, 1, 1)

        run(loop, work())

    @given(st.lists(st.tuples(st.integers(0, 2), st.booleans(), st.integers(0, 3)), max_size=12))
    def test_any_mixture_of_callers_who_stay_and_go(
        self, loop: asyncio.Runner, lean: LeanHost, callers: list[tuple[int, bool, int]]
    ) -> None:
        """Whoever stays gets the right answer, and nothing is left behind."""

        async def call(checker: Checker, which: int, goes: bool, turns: int) -> Outcome | None:
            request = (GOOD, WRONG, dataclasses.replace(GOOD, text=f"\n{GOOD.text}"))[which]
            task = asyncio.create_task(checker.check(request))
            for _ in range(turns):
                await asyncio.sleep(0)
            if goes:
                task.cancel()
            found = (await asyncio.gather(task, return_exceptions=True))[0]
            return None if isinstance(found, BaseException) else found.checked.outcome

        async def work() -> None:
            checker = Checker(lean)
            outcomes = await asyncio.gather(*(call(checker, *caller) for caller in callers))
            expected = (Outcome.PROVED, Outcome.REJECTED, Outcome.PROVED)
            for (which, goes, _), outcome in zip(callers, outcomes, strict=True):
                assert outcome == expected[which] or (goes and outcome is None)
            await asyncio.sleep(0)
            assert not checker._flights
            assert await asyncio.to_thread(becomes_true, lambda: checker._under_way == 0)

        run(loop, work())

    def test_a_short_time_is_not_shared_with_a_long_one(self, loop: asyncio.Runner, lean: LeanHost) -> None:
        async def work() -> None:
            watched = Watched(lean)
            checker = Checker(watched)
            longer = dataclasses.replace(ENDLESS, limits=Limits(wall_s=0.6))
            await asyncio.gather(checker.check(ENDLESS), checker.check(longer))
            assert checker.statistics.checks == 2

        run(loop, work())


class TestRoom:
    def test_too_many_are_refused_and_told_when_to_come_back(
        self, loop: asyncio.Runner, lean: LeanHost
    ) -> None:
        async def work() -> None:
            watched = Watched(lean)
            watched.gate.clear()
            checker = Checker(watched, at_once=1, waiting_max=2)
            requests = [dataclasses.replace(GOOD, text=f"{GOOD.text}-- {n}\n") for n in range(5)]
            waiting = [asyncio.create_task(checker.check(request)) for request in requests]
            await until_begun(watched, 1)
            await asyncio.sleep(0)
            same = asyncio.create_task(checker.check(requests[0]))  # takes no room
            refused = [task for task in waiting if task.done()]
            assert len(refused) == 2
            for task in refused:
                error = task.exception()
                assert isinstance(error, Overloaded)
                assert (error.http_status, error.exit_code) == (429, 3) and error.retry_after_s >= 1
            watched.gate.set()
            answers = await asyncio.gather(*waiting[:3], same)
            assert {answer.checked.outcome for answer in answers} == {Outcome.PROVED}
            assert (await checker.check(requests[4])).checked.outcome is Outcome.PROVED

        run(loop, work())

    def test_no_more_run_than_there_is_room_for(self, loop: asyncio.Runner, lean: LeanHost) -> None:
        async def work() -> None:
            watched = Watched(lean)
            most = 0

            async def watch() -> None:
                nonlocal most
                while True:
                    most = max(most, watched.begun - watched.ended)
                    await asyncio.sleep(0)

            watcher = asyncio.create_task(watch())
            checker = Checker(watched, at_once=2)
            await asyncio.gather(
                *(checker.check(dataclasses.replace(GOOD, text=f"{GOOD.text}-- {n}")) for n in range(12))
            )
            watcher.cancel()
            assert (most, watched.begun) == (2, 12)

        run(loop, work())


@dataclasses.dataclass(frozen=True)
class Named:
    """What a key reads of a Lean."""

    environment: Environment
    tells_constants: bool = True


class TestKeys:
    @given(requests, requests, environments, environments)
    def test_two_different_requests_never_share_a_key(
        self, one: Request, other: Request, here: Environment, there: Environment
    ) -> None:
        def parts(request: Request, environment: Environment) -> tuple[object, ...]:
            asked, policy = canonical(request), request.policy
            return (
                *(asked.text, asked.theorems, asked.statement, asked.limits.output_bytes, environment),
                *(policy.allowed_axioms, policy.definitions),
                *(sorted(policy.forbidden_options), sorted(policy.forbidden_attributes)),
            )

        keys = [request_key(Named(e), canonical(r)) for r, e in ((one, here), (other, there))]  # type: ignore[arg-type]
        assert (parts(one, here) == parts(other, there)) == (keys[0] == keys[1])

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (Request("a", ("b", "c")), Request("a", ("b c",))),
            (Request("a", ("b", "c")), Request("a", ("bc",))),
            (Request("a", ("b", "c")), Request("a", ("c", "b"))),
            (Request("a", statement=""), Request("a")),
            (Request("a", ("b",)), Request("a", (), "b")),
            (Request('a","theorems":["b"]'), Request("a", ("b",))),
            (Request("a", policy=Policy(definitions=frozenset())), Request("a")),
            (Request('theorem t : "a \n b"'), Request('theorem t : "a\n b"')),
            (Request('theorem t : "a\r\r\nb"'), Request('theorem t : "a\r\nb"')),
            (Request("a\t"), Request("a")),
            (Request("a\u2028"), Request("a")),
            (Request("\u00a0\na"), Request("a")),
        ],
    )
    def test_what_looks_alike(self, one: Request, other: Request) -> None:
        lean: Any = Named(Environment("", "", "", ""))
        assert request_key(lean, canonical(one)) != request_key(lean, canonical(other))

    def test_the_rung_and_the_time_are_not_part_of_it(self) -> None:
        lean: Any = Named(Environment("", "", "", ""))
        other = dataclasses.replace(GOOD, trust=Trust.REPLAYED, limits=Limits(wall_s=1, cpu_s=1))
        assert request_key(lean, GOOD) == request_key(lean, other)

    def test_a_lean_that_tells_less_is_another(self) -> None:
        here = Environment("", "", "", "")
        leans: list[Any] = [Named(here), Named(here, tells_constants=False)]
        assert len({request_key(lean, GOOD) for lean in leans}) == 2

    @given(st.text(st.sampled_from("a \n\r\t\u2028")))
    def test_the_canonical_text_is_its_own(self, text: str) -> None:
        once = canonical_text(text)
        assert canonical_text(once) == once
        # Only line ends and the outermost blanks differ.
        assert once.replace("\r\n", "\n").strip(" \n") == text.replace("\r\n", "\n").strip(" \n")

    def test_a_projects_own_modules_are_not_pinned(
        self, toolchain: Toolchain, lean: LeanHost, tmp_path: Path
    ) -> None:
        installed = ProcessLean(toolchain, lean.environment)
        assert is_pinned(installed, Request("import Lean.Elab\nimport Init\ntheorem t : True := trivial"))
        assert not is_pinned(installed, Request("import Init\nimport Mine.Basic\n"))
        assert not is_pinned(installed, Request("", statement="import Mine\n"))
        assert is_pinned(lean, Request("import Mine\n"))


def test_a_shelf_of_certificates_that_is_full_is_said(
    loop: asyncio.Runner, lean: LeanHost, tmp_path: Path
) -> None:
    """The verdict is stored all the same; below the rung `audited` there is no certificate to keep."""

    async def work() -> None:
        with Store(tmp_path / "s", Bounds(certificate_bytes_max=1)) as store:
            answered = await Checker(lean, store).check(dataclasses.replace(GOOD, trust=Trust.REPLAYED))
            verdict = answered.checked.verdict
            assert isinstance(verdict, Verdict)
            assert (verdict.trust is Trust.ELABORATED) == (answered.certificate is None)
            assert ("full" in answered.unstored) == (answered.certificate is not None)
            assert store.totals().verdicts == 1

    run(loop, work())
