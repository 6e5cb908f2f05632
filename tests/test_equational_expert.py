"""The expert for equations over one operation, as the prover uses it, and where it has nothing to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tactic_mesh.cli.main import run
from tactic_mesh.equational.expert import Equational, register
from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.registry import EXPERTS
from tactic_mesh.term import Pi, Sequent, Term, Variable, app, binder, const, local, sort, var

THEOREMS = """universe u
class Magma (G : Type u) where
  op : G → G → G
infix:65 " ⋆ " => Magma.op

theorem one_element {G : Type u} [Magma G] (h : ∀ x y z : G, x = (y ⋆ x) ⋆ ((x ⋆ z) ⋆ z)) : ∀ a b : G, a = b :=
  sorry

theorem involutions {G : Type} (m : G → G → G) (e : G) (assoc : ∀ x y z : G, m (m x y) z = m x (m y z))
    (one : ∀ x : G, m e x = x) (inv : ∀ x : G, m x x = e) (a b : G) : m a b = m b a := sorry

theorem with_constants {G : Type} [Mul G] (comm : ∀ x y : G, x * y = y * x) (idem : ∀ x : G, x * x = x)
    (a b c : G) (h : a * b = c) : c * a = b * a * a := sorry

theorem vacuous {G : Type} (m : G → G → G) (h : ∀ x _y z : G, m x z = m z z) : ∀ a b c : G, m a b = m c b := sorry
"""


@pytest.mark.parametrize("name", ["one_element", "involutions", "with_constants", "vacuous"])
def test_the_prover_finishes_with_it(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "laws.lean"
    path.write_text(THEOREMS, encoding="utf-8")
    assert run(["prove", f"{path}:{name}", "--timeout", "60"]) == 0
    assert "sorry" not in capsys.readouterr().out.split(f"theorem {name} ")[1].split("theorem ")[0]


def context(*more: Variable) -> tuple[Variable, ...]:
    """G : Type, m : G → G → G, a : G, b : G."""
    carrier = local(0)
    arrow = binder(Pi, "", carrier, binder(Pi, "", carrier, carrier))
    return (
        Variable("G", sort("Type")),
        Variable("m", arrow),
        Variable("a", carrier),
        Variable("b", carrier),
        *more,
    )


def times(left: Term, right: Term) -> Term:
    return app(local(1), left, right)


def equals(left: Term, right: Term) -> Term:
    return app(const("Eq"), local(0), left, right)


def commutative() -> Variable:
    body = equals(times(var(1), var(0)), times(var(0), var(1)))
    return Variable("comm", binder(Pi, "x", local(0), binder(Pi, "y", local(0), body)), is_proof=True)


def test_a_proof_is_one_exact() -> None:
    goal = Sequent(context(commutative()), equals(times(local(2), local(3)), times(local(3), local(2))))
    (output,) = Equational().suggest(goal, Knowledge())
    assert output.closes and output.tactic in ("exact (comm a b)", "exact ((comm b a).symm)")


@pytest.mark.parametrize(
    "goal",
    [
        Sequent(context(), equals(local(2), local(3))),
        Sequent(context(commutative()), const("True")),
        Sequent(context(commutative()), equals(local(2), local(3))),
    ],
)
def test_it_has_nothing_to_say(goal: Sequent) -> None:
    assert Equational().suggest(goal, Knowledge()) == []


def test_it_stands_among_the_experts_once() -> None:
    register()
    register()
    assert list(EXPERTS).count("equational") == 1
