"""Goals for people, beside Lean's own display of the same goals."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from warm import Warm, warm_host

from tactic_mesh.experts.display import goal_text
from tactic_mesh.experts.registry import chosen
from tactic_mesh.lean.declarations import open_namespaces
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.session import Point, Stepped, TacticLimits, TacticSession
from tactic_mesh.lean.toolchain import Toolchain
from tactic_mesh.prove.knowing import knowledge

PROBLEMS = Path(__file__).parent.parent / "benchmarks" / "problems" / "dev.jsonl"
EVERY = 27
STATES_MAX = 4
TACTICS_MAX = 6
PRELUDE = """inductive Tree (α : Type) where
  | leaf : Tree α
  | node : Tree α → α → Tree α → Tree α

def Tree.size {α : Type} : Tree α → Nat
  | .leaf => 0
  | .node l _ r => l.size + r.size + 1

namespace Demo

def Even (n : Nat) : Prop := ∃ k, n = 2 * k
private def three : Nat := 3
def twice (f : Nat → Nat) (n : Nat) : Nat := f (f n)
"""


@pytest.fixture(scope="module")
def warm(toolchain: Toolchain, library: Library) -> Iterator[Warm]:
    with warm_host(toolchain, library) as started:
        yield started


def flat(text: str) -> str:
    """Lean's display with its broken lines joined."""
    return re.sub(r"[ \n]+(?=\S)", lambda blank: " " if blank[0] != "\n" else "\n", text)


async def both(session: TacticSession, point: Point, definitions: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each goal as it is printed here, and by Lean."""
    known = await knowledge(session, point, definitions)
    lines = await session.show(point)
    return [(goal_text(goal, known), flat(said)) for goal, said in zip(point.goals, lines, strict=True)]


@pytest.mark.parametrize(
    "statement",
    [
        "∀ (α : Type) (xs ys : List α) (x : α), x ∈ xs ++ ys → x ∈ xs ∨ x ∈ ys",
        "∀ (xs : List Nat) (x : Nat), x ∉ xs → ¬ (x = 3 ∧ xs = [1, 2])",
        "∀ xs : List Nat, xs.reverse.length = (xs.map (fun x => x + 1)).length",
        "∀ (xs : List Nat) (i : Nat) (h : i < xs.length), xs[i] = xs[i]?.getD 0",
        "∀ a b c : Nat, a ≠ b → a ≤ b → ¬ b ≤ a ∧ (a ∣ c ↔ a * 1 ∣ c)",
        "(∃ x y : Nat, x < y ∧ ∃ z, y < z) → ∃ n, Demo.Even n",
        "∀ n m : Nat, (n, m, n).2 = (m, n) → (n, m).1 = m",
        "∀ (p q : Prop) [Decidable p], (if p then 1 else 2) = 1 → p ∨ ¬ p ∧ q",
        "∀ (b c : Bool), (!b && c || b) = true → b != c",
        "∀ (t u : Tree Nat), (Tree.node t 1 u).size = t.size + u.size + 1",
        "∀ (α : Type) (r : α → α → Prop), (∀ x, ∃ y, r x y) → ∀ x, ∃ y z, r x y ∧ r y z",
        "∀ (α β : Type) (f : α → β) (xs : List β), α → [] = xs → xs.length = 0",
        "(∀ p : Prop, (¬ ∃ n : Nat, n < 0) → p) ∨ ∃ n : Nat, n = 1",
        "∀ n : Nat, Demo.twice (fun n => n + 1) n = n - 0 + 2 ^ 1",
        "∀ x : Option (Nat × Bool), x = none ∨ ∃ y, x = some y",
        "∀ (a : Int) (n : Nat), -a - -1 = ↑n → 0 ≤ a * ↑n",
        "∀ {α : Type} [BEq α] (x : α), (x == x) = true → x = x",
        "∀ n : Nat, (match n with | 0 => 1 | k + 1 => k) = n → n ≠ 0",
        '∀ s : String, s = "a\\"b" → s ≠ ""',
        "∀ x : { n : Nat // 0 < n }, 0 < x.val",
        "∀ n : Nat, n < Demo.three → Demo.twice id n = n",
        "∀ x : Fin 3, (x : Nat) < 3",
    ],
)
def test_the_root_and_its_hypotheses_read_as_in_lean(warm: Warm, statement: str) -> None:
    async def work() -> list[tuple[str, str]]:
        async with warm.host.session(PRELUDE, statement) as session:
            root = await session.open()
            definitions = ("Tree.size", "Demo.Even", "Demo.twice")
            (intro,) = await session.step(root, ["intros"], TacticLimits(), stop=False)
            inner = intro.points if isinstance(intro, Stepped) else ()
            return [pair for point in (root, *inner) for pair in await both(session, point, definitions)]

    for here, lean in warm.run(work()):
        assert here == lean


def test_variables_that_have_no_name_and_that_are_hidden(warm: Warm) -> None:
    async def work() -> list[tuple[str, str]]:
        async with warm.host.session("", "∀ x y : Nat, x = 0 → y = x → ∃ z, z = y") as session:
            root = await session.open()
            (ran,) = await session.step(root, ["intro x x _ _"], TacticLimits(), stop=False)
            assert isinstance(ran, Stepped)
            return await both(session, ran.points[0], ())

    ((here, lean),) = warm.run(work())
    assert here == lean and "✝" in here


def test_a_sample_of_goals_of_searches(warm: Warm) -> None:
    """Names of bound variables differ where two terms are one but for them; all else is Lean's."""
    problems = [json.loads(line) for line in PROBLEMS.read_text(encoding="utf-8").splitlines()][::EVERY]

    async def goals(problem: dict[str, str]) -> list[tuple[str, str]]:
        choose = random.Random(problem["id"])
        found = []
        async with warm.host.session(problem["prelude"], problem["statement"]) as session:
            root = await session.open()
            names = re.findall(r"^def (\S+)", problem["prelude"], re.MULTILINE)
            definitions = tuple(f"Tip.{name}" for name in names if "namespace Tip" in problem["prelude"])
            known = await knowledge(session, root, definitions)
            waiting = [root]
            for _ in range(STATES_MAX):
                if not waiting:
                    break
                point = waiting.pop(choose.randrange(len(waiting)))
                found += await both(session, point, definitions)
                proposed = [one for expert in chosen(None) for one in expert.suggest(point.goals[0], known)]
                tactics = [one.tactic for one in proposed if not one.closes]
                choose.shuffle(tactics)
                outcomes = await session.step(point, tactics[:TACTICS_MAX], TacticLimits(), stop=False)
                waiting += [one for done in outcomes if isinstance(done, Stepped) for one in done.points]
        return found

    pairs = [pair for problem in problems for pair in warm.run(goals(problem))]
    same = sum(here == lean for here, lean in pairs)
    assert len(pairs) >= 40 and same >= 0.85 * len(pairs)
    for here, _ in pairs:
        assert not re.search(
            r"@|\bh(Append|Add|Mul|Sub)\b|\b(List\.cons|Prod\.mk|Membership|GetElem|instH)", here
        )


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("", ()),
        ("namespace A\ndef f := 1\nnamespace B.C\n", ("A.B.C", "A.B", "A")),
        ("namespace A\nend A\nopen A\n", ("A",)),
        ("open A B\n-- open C\nsection\nopen D\nend\n", ("B", "A")),
        ("open A in\ntheorem t : True := trivial\nopen B (f)\n", ()),
    ],
)
def test_open_namespaces(text: str, opened: tuple[str, ...]) -> None:
    assert open_namespaces(text) == opened
