"""Evaluation in Python against Lean's own, and conjectures against their testing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest
from warm import Warm, answered, warm_host

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.toolchain import Toolchain
from tactic_mesh.prove.evaluation import Evaluator, Unevaluable, Value
from tactic_mesh.prove.knowing import environment, knowledge
from tactic_mesh.prove.lemmas.exploration import Explorer
from tactic_mesh.prove.lemmas.ordering import compare, erased, fits, mirror_key
from tactic_mesh.prove.lemmas.recognition import recognised
from tactic_mesh.prove.lemmas.signature import signature
from tactic_mesh.term import Constant, Sequent, Term, app, const, local

Result = TypeVar("Result")
PRELUDE = """def append {α : Type} : List α → List α → List α
  | [], ys => ys
  | x :: xs, ys => x :: append xs ys

def rev {α : Type} : List α → List α
  | [] => []
  | x :: xs => append (rev xs) [x]

def eqN : Nat → Nat → Bool
  | 0, 0 => true
  | 0, _ => false
  | _ + 1, 0 => false
  | x + 1, y + 1 => eqN x y

def count (x : Nat) : List Nat → Nat
  | [] => 0
  | y :: ys => match eqN x y with
    | true => count x ys + 1
    | false => count x ys

def clamp (n : Nat) : Nat := if n ≤ 2 then n else 2 * n - n / 2

inductive Tree where
  | leaf
  | node (left : Tree) (value : Nat) (right : Tree)

def Tree.sum : Tree → Nat
  | leaf => 0
  | node l v r => l.sum + v + r.sum
"""
NAMES = ("append", "rev", "eqN", "count", "clamp", "Tree.sum")


@pytest.fixture(scope="module")
def warm(toolchain: Toolchain, library: Library) -> Iterator[Warm]:
    with warm_host(toolchain, library) as started:
        yield started


def known(warm: Warm, statement: str) -> tuple[Sequent, Knowledge, dict[str, Constant]]:
    async def run() -> tuple[Sequent, Knowledge, dict[str, Constant]]:
        async with warm.host.session(PRELUDE, statement) as session:
            root = await session.open()
            found = await knowledge(session, root, NAMES)
            return root.goals[0], found, await environment(session, root, found)

    return warm.run(run())


def items(*numbers: int) -> Value:
    value: Value = ("List.nil",)
    for number in reversed(numbers):
        value = ("List.cons", number, value)
    return value


TREE = ("Tree.node", ("Tree.node", ("Tree.leaf",), 4, ("Tree.leaf",)), 5, ("Tree.leaf",))
CALLS: list[tuple[str, tuple[Any, ...], str, Callable[[Value], str]]] = [
    ("append", (None, items(1, 2), items(3)), "append [1, 2] [3]", lambda v: shown(v)),
    ("rev", (None, items(1, 2, 3)), "rev [1, 2, 3]", lambda v: shown(v)),
    ("eqN", (2, 2), "eqN 2 2", lambda v: v[0].rpartition(".")[2]),
    ("eqN", (2, 3), "eqN 2 3", lambda v: v[0].rpartition(".")[2]),
    ("eqN", (0, 3), "eqN 0 3", lambda v: v[0].rpartition(".")[2]),
    ("count", (1, items(1, 2, 1, 0)), "count 1 [1, 2, 1, 0]", str),
    ("clamp", (2,), "clamp 2", str),
    ("clamp", (9,), "clamp 9", str),
    ("Tree.sum", (TREE,), "(Tree.node (.node .leaf 4 .leaf) 5 .leaf).sum", str),
]


def shown(value: Value) -> str:
    found = []
    while value[0] == "List.cons":
        found.append(str(value[1]))
        value = value[2]
    return f"[{', '.join(found)}]"


def test_the_same_values_as_lean(warm: Warm) -> None:
    _, _, constants = known(warm, "∀ (t : Tree) (n : Nat) (xs : List Nat), count n (rev xs) = clamp t.sum")
    evaluator = Evaluator(constants)
    text = PRELUDE + "".join(f"#eval {lean}\n" for _, _, lean, _ in CALLS)
    said = [str(m["data"]).strip() for m in answered(warm.check(text)).messages]
    assert [show(evaluator.apply(name, args)) for name, args, _, show in CALLS] == said


def test_what_takes_too_long_has_no_value(warm: Warm) -> None:
    _, _, constants = known(warm, "∀ n : Nat, eqN n n = true")
    with pytest.raises(Unevaluable):
        Evaluator(constants).apply("eqN", (50_000, 50_000))
    with pytest.raises(Unevaluable):
        Evaluator(constants).apply("nope", ())


def explorer(warm: Warm, statement: str) -> Explorer:
    goal, found, constants = known(warm, statement)
    return Explorer(signature(goal, found, constants), found, constants)


def test_exploration_finds_the_laws_of_reversal(warm: Warm) -> None:
    made = explorer(warm, "∀ (α : Type) (xs : List α), rev (rev xs) = xs")
    said = {made.statement(one) for one in made.conjectures(size_max=5)}
    for law in (
        "∀ (α : Type) (xs : List α), rev (rev xs) = xs",
        "∀ (α : Type) (xs : List α), append xs [] = xs",
        "∀ (α : Type) (xs ys zs : List α), append (append xs ys) zs = append xs (append ys zs)",
    ):
        assert law in said, sorted(said)
    assert not any("append ys xs = append xs ys" in law for law in said)


def test_exploration_can_be_stopped(warm: Warm) -> None:
    made = explorer(warm, "∀ (α : Type) (xs : List α), rev (rev xs) = xs")
    found = made.conjectures()
    assert next(found)
    made.stop()
    assert list(found) == []


def test_functions_of_the_library_are_recognised(warm: Warm) -> None:
    made = explorer(warm, "∀ (n : Nat) (xs ys : List Nat), count n (append (rev xs) ys) = 0")
    said = [made.statement(one) for one in recognised(made)]
    assert "∀ (n m : Nat), eqN n m = decide (n = m)" in said
    assert "∀ (xs ys : List Nat), append xs ys = xs ++ ys" in said
    assert "∀ (xs : List Nat), rev xs = xs.reverse" in said


def test_the_path_order_orients_by_definition_and_by_position() -> None:
    order = {"append": 1, "rev": 2}

    def f(name: str, *args: Any) -> Any:
        return app(const(name), *args)

    x, y, z = local(0), local(1), local(2)
    assert compare(f("rev", f("append", x, y)), f("append", f("rev", y), f("rev", x)), order) == 1
    assert compare(f("append", f("append", x, y), z), f("append", x, f("append", y, z)), order) == 1
    assert compare(f("append", x, y), f("append", y, x), order) == 0
    assert compare(x, f("rev", x), order) == -1


def test_skeletons_match_across_the_library() -> None:
    x, y = local(0), local(1)
    pattern = erased(app(const("rev"), app(const("append"), x, y)), {})
    term = app(
        const("List.reverse"), const("Nat"), app(const("HAppend.hAppend"), const("Nat"), local(7), local(7))
    )
    names = {"List.reverse": "rev", "HAppend.hAppend": "append"}
    assert fits(pattern, erased(term, names), {})
    assert not fits(
        erased(app(const("append"), x, x), {}), erased(app(const("append"), local(3), local(4)), {}), {}
    )


def test_variants_by_commutativity_have_one_key() -> None:
    x, y, z = local(0), local(1), local(2)

    def f(a: Term, b: Term) -> Term:
        return app(const("f"), a, b)

    def g(a: Term, b: Term) -> Term:
        return app(const("g"), a, b)

    law = mirror_key([f(f(x, y), z), f(x, f(y, z))], {"f"})
    assert mirror_key([f(f(z, x), y), f(f(x, y), z)], {"f"}) == law
    assert mirror_key([f(x, f(y, z)), f(y, f(x, z))], {"f"}) == law
    assert mirror_key([f(x, f(y, z)), f(y, f(x, z))], set()) != law
    assert mirror_key([f(f(x, y), x), f(x, f(y, x))], {"f"}) != law
    assert mirror_key([g(g(x, y), z), g(x, g(y, z))], {"f"}) != law
    assert mirror_key([x, y, f(x, y)], {"f"}) == mirror_key([y, x, f(y, x)], {"f"})
