"""Tactic states in a warm child, against the same tactics elaborated as whole theorems."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

import pytest
from warm import Warm, answered, warm_host

from tactic_mesh.lean.host import LeanHost
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.session import Point, Refused, SessionFailed, Stepped, TacticLimits, TacticSession
from tactic_mesh.lean.toolchain import Toolchain
from tactic_mesh.term import Const, Local, Pi, const, equation, head_args, head_name, instantiated, subterms

Result = TypeVar("Result")
PRELUDE = """def append {α : Type} : List α → List α → List α
  | [], ys => ys
  | x :: xs, ys => x :: append xs ys

namespace Demo
"""
BINDERS, STATEMENT = "{α : Type} (xs ys : List α)", "append (append xs ys) [] = append xs ys"
INDUCTION = "induction xs with | nil => ?_ | cons x xs ih => ?_"
LIMITS = TacticLimits()


@pytest.fixture(scope="module")
def warm(toolchain: Toolchain, library: Library) -> Iterator[Warm]:
    with warm_host(toolchain, library) as started:
        yield started


def inside(
    warm: Warm,
    work: Callable[[TacticSession, Point], Awaitable[Result]],
    statement: str = STATEMENT,
    binders: str = BINDERS,
    prelude: str = PRELUDE,
) -> Result:
    async def run() -> Result:
        async with warm.host.session(prelude, statement, binders) as session:
            return await work(session, await session.open())

    return warm.run(run())


def points(outcome: Stepped | Refused) -> tuple[Point, ...]:
    assert isinstance(outcome, Stepped), outcome
    return outcome.points


def test_a_goal_is_terms_with_names(warm: Warm) -> None:
    async def work(_session: TacticSession, root: Point) -> Point:
        return root

    (goal,) = inside(warm, work).goals
    assert [v.name for v in goal.context] == ["α", "xs", "ys"]
    sides = equation(goal.target)
    assert sides is not None
    assert head_name(sides[1]) == "append"
    _, args = head_args(sides[2])
    assert [a.index for a in args if isinstance(a, Local)] == [0, 1, 2]
    assert Const in {type(t) for t in subterms(goal.target)}
    assert not goal.has_meta


def test_states_are_resumed_in_any_order(warm: Warm) -> None:
    async def work(session: TacticSession, root: Point) -> list[Stepped | Refused]:
        (split,) = await session.step(root, [INDUCTION], LIMITS)
        nil, cons = points(split)
        assert [p.goals[0].case for p in (nil, cons)] == ["nil", "cons"]
        last = await session.step(cons, ["rfl", "simp_all [append]"], LIMITS)
        first = await session.step(nil, ["assumption", "exact nil", "cases ys"], LIMITS)
        again = await session.step(root, ["cases xs with | nil => ?_ | cons a b => ?_"], LIMITS)
        return [*last, *first, *again]

    rfl, simp, assumption, _, cases, split = inside(warm, work)
    assert isinstance(rfl, Refused)
    assert isinstance(assumption, Refused)
    assert points(simp) == ()
    assert [p.goals[0].case for p in points(cases)] == ["nil.nil", "nil.cons"]
    assert [v.name for v in points(split)[1].goals[0].context] == ["α", "ys", "a", "b"]


def test_alpha_equivalent_goals_are_equal(warm: Warm) -> None:
    async def work(session: TacticSession, root: Point) -> list[Stepped | Refused]:
        return await session.step(root, ["intro n", "intro m", "skip"], LIMITS, stop=False)

    one, other, before = inside(warm, work, "∀ n : Nat, ∀ k, n + k = k", "")
    (a,), (b,), (c,) = points(one), points(other), points(before)
    assert a.goals[0].alpha == b.goals[0].alpha
    assert a.goals[0].key != b.goals[0].key
    assert a.goals[0].alpha != c.goals[0].alpha


def test_goals_with_a_common_metavariable_stay_together(warm: Warm) -> None:
    async def work(session: TacticSession, root: Point) -> list[Stepped | Refused]:
        return await session.step(root, ["refine ⟨?a, ?b⟩", "constructor"], LIMITS, stop=False)

    refined, _ = inside(warm, work, "∃ n : Nat, n = 3", "")
    assert len(points(refined)) == 1
    assert len(points(refined)[0].goals) == 2
    split, _ = inside(warm, work, "1 = 1 ∧ 2 = 2", "")
    assert [len(p.goals) for p in points(split)] == [1, 1]


@pytest.mark.parametrize(
    "tactic",
    [
        "sorry",
        "exact sorry",
        "admit",
        "exact (by sorry)",
        "run_tac pure ()",
        "open Nat in skip",
        "nope",
        "skip; skip",
    ]
    + [
        "set_option maxRecDepth 5 in skip",
        "native_decide",
        "decide +native",
        "exact sorryAx _",
        "exact foo",
        "(",
    ]
    + ["exact (by_elab return .const ``True [])", "exact open Nat in rfl", "theorem x : True := trivial"],
)
def test_what_may_not_run_is_refused(warm: Warm, tactic: str) -> None:
    async def work(session: TacticSession, root: Point) -> Stepped | Refused:
        return (await session.step(root, [tactic], LIMITS, explain=True))[0]

    outcome = inside(warm, work)
    assert isinstance(outcome, Refused)
    assert outcome.reason
    assert not outcome.lost


def test_a_hanging_tactic_costs_itself_alone(warm: Warm) -> None:
    limits = TacticLimits(heartbeats=0, wall_s=0.2)

    async def work(session: TacticSession, root: Point) -> list[Stepped | Refused]:
        (split,) = await session.step(root, [INDUCTION], limits)
        return await session.step(points(split)[1], ["repeat skip", "simp_all [append]"], limits)

    hung, solved = inside(warm, work)
    assert isinstance(hung, Refused)
    assert hung.lost
    assert points(solved) == ()


def test_a_dead_child_is_brought_back(warm: Warm) -> None:
    async def work(session: TacticSession, root: Point) -> list[Stepped | Refused]:
        (split,) = await session.step(root, [INDUCTION], LIMITS)
        assert session._child is not None
        session._child.kill()
        await asyncio.sleep(0.05)
        found = await session.step(points(split)[1], ["skip", "simp_all [append]"], LIMITS)
        assert session.deaths <= 1
        return found

    assert points(inside(warm, work)[1]) == ()


def test_what_lean_refuses_to_state(warm: Warm) -> None:
    async def work(_session: TacticSession, _root: Point) -> None: ...

    for statement, binders in [("n = foo", "(n : Nat)"), ("True", "(n : Foo)"), ("1 = (2", ""), ("3", "")]:
        with pytest.raises(SessionFailed):
            inside(warm, work, statement, binders)


def test_constants(warm: Warm) -> None:
    async def work(session: TacticSession, _root: Point) -> None:
        lists = await session.constant("List")
        assert lists is not None
        assert (lists.kind, lists.constructors, lists.parameters) == (
            "inductive",
            ("List.nil", "List.cons"),
            1,
        )
        function = await session.constant("append")
        assert function is not None
        assert function.unfolded is not None
        assert await session.constant("nope") is None

    inside(warm, work)


def test_goals_are_printed_as_lean_prints_them(warm: Warm) -> None:
    async def work(session: TacticSession, root: Point) -> list[str]:
        return await session.show(root)

    assert inside(warm, work) == ["α : Type\nxs ys : List α\n⊢ append (append xs ys) [] = append xs ys"]


TACTICS = [
    INDUCTION,
    "cases xs",
    "simp [append]",
    "rfl",
    "unfold append",
    "intro x",
    "rw [append]",
    "exact rfl",
]


def test_the_same_as_whole_theorems(warm: Warm) -> None:
    """The oracle: a tactic is accepted in the session just when its theorem is accepted from text."""

    async def work(session: TacticSession, root: Point) -> list[bool]:
        outcomes = await session.step(root, TACTICS, LIMITS, stop=False)
        return [isinstance(outcome, Stepped) for outcome in outcomes]

    stepped = inside(warm, work)
    elaborated = []
    for tactic in TACTICS:
        text = f"{PRELUDE}\ntheorem t {BINDERS} : {STATEMENT} := by\n  {tactic}\n  all_goals sorry\n"
        elaborated.append(answered(warm.check(text)).errors == 0)
    assert stepped == elaborated


def test_a_body_is_instantiated_from_the_outside(warm: Warm) -> None:
    async def work(_session: TacticSession, root: Point) -> Point:
        return root

    (goal,) = inside(warm, work, "∀ n k : Nat, n + k = k", "").goals
    assert isinstance(goal.target, Pi)
    assert isinstance(goal.target.body, Pi)
    inner = instantiated(goal.target.body.body, const("a"), const("b"))
    sides = equation(inner)
    assert sides is not None
    assert sides[2] is const("b")


def test_who_wants_several_sessions_waits_for_one_only(toolchain: Toolchain, library: Library) -> None:
    """Else two searches on two places would each hold one and wait for the other's."""

    async def search(host: LeanHost) -> int:
        async with host.sessions(2, "", "True") as sessions:
            for session in sessions:
                (outcome,) = await session.step(await session.open(), ["trivial"], TacticLimits(), stop=True)
                assert isinstance(outcome, Stepped)
            return len(sessions)

    async def crowded(host: LeanHost) -> list[int]:
        async with host.worker():  # one place is taken, so that the first gets one and the second waits
            searches = [asyncio.create_task(search(host)) for _ in range(2)]
            await asyncio.sleep(0)
        return await asyncio.wait_for(asyncio.gather(*searches), timeout=120)

    with warm_host(toolchain, library, children_max=2) as warm:
        assert warm.run(search(warm.host)) == 2
        assert sorted(warm.run(crowded(warm.host)))[0] == 1
