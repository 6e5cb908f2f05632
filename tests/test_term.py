"""Terms: interning, binders, replacing; and their text."""

from __future__ import annotations

import threading

import pytest

from tactic_mesh.experts.printing import Printer
from tactic_mesh.term import (
    Lam,
    Pi,
    Sequent,
    Term,
    Variable,
    app,
    binder,
    conclusion,
    const,
    instantiated,
    lifted,
    local,
    locals_in,
    lowered,
    meta,
    num,
    replaced,
    sort,
    subterms,
    uses_variable,
    var,
    with_locals,
)

NAT = const("Nat")
INFOS = {"f": (0, 0), "g": (1, 0), "Nat": (), "List": (0,)}


def equals(left: Term, right: Term) -> Term:
    return app(const("Eq"), NAT, left, right)


def plus(left: Term, right: Term) -> Term:
    return app(const("HAdd.hAdd"), NAT, NAT, NAT, const("inst"), left, right)


def test_equal_terms_are_the_same_object() -> None:
    assert app(const("f"), local(0), num(1)) is app(app(const("f"), local(0)), num(1))
    assert binder(Lam, "x", NAT, var(0)) is binder(Lam, "y", NAT, var(0))
    assert binder(Lam, "x", NAT, var(0)) is not binder(Pi, "x", NAT, var(0))


def test_a_value_takes_the_place_of_the_bound_variable() -> None:
    body = app(const("f"), var(0), binder(Lam, "y", NAT, app(const("f"), var(0), var(1))))
    got = instantiated(body, local(3))
    assert got is app(const("f"), local(3), binder(Lam, "y", NAT, app(const("f"), var(0), local(3))))
    two = app(const("f"), var(1), var(0))
    assert instantiated(two, local(0), local(1)) is app(const("f"), local(0), local(1))
    assert instantiated(app(const("f"), var(0), var(2)), num(7)) is app(const("f"), num(7), var(1))


def test_loose_variables_are_raised_and_lowered() -> None:
    term = app(const("f"), var(0), var(2))
    assert lifted(term, 2) is app(const("f"), var(2), var(4))
    assert lowered(lifted(term, 3), 3) is term
    assert lowered(term, 1) is term  # it mentions what would be lost
    assert term.loose == 3
    assert uses_variable(term, 2)
    assert not uses_variable(term, 1)


def test_replacing_and_reading() -> None:
    inner = app(const("f"), local(0), local(1))
    term = equals(inner, app(const("g"), NAT, inner))
    assert replaced(term, inner, local(2)) is equals(local(2), app(const("g"), NAT, local(2)))
    assert locals_in(term) == {0, 1}
    assert sum(one is inner for one in subterms(term)) == 1
    assert with_locals(inner, {0: num(1)}) is app(const("f"), num(1), local(1))


def test_the_conclusion_stands_after_all_premises() -> None:
    statement = binder(Pi, "n", NAT, binder(Pi, "h", equals(var(0), var(0)), equals(var(1), var(1))))
    binders, end = conclusion(statement)
    assert [b.name for b in binders] == ["n", "h"]
    assert end is equals(var(1), var(1))


def test_goals_are_equal_up_to_names() -> None:
    one = Sequent((Variable("n", NAT),), equals(local(0), local(0)), "zero")
    two = Sequent((Variable("m", NAT),), equals(local(0), local(0)))
    assert one.alpha == two.alpha
    assert hash(one.alpha) == hash(two.alpha)
    assert one.key != two.key
    assert one.alpha != Sequent((Variable("n", sort("Type")),), equals(local(0), local(0))).alpha


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (app(const("f"), local(0), app(const("f"), local(1), local(0))), "f x (f y x)"),
        (app(const("g"), NAT, local(0)), "g x"),
        (app(const("h"), NAT, local(0)), "@h Nat x"),
        (app(const("f"), meta(0), app(meta(1), local(0))), "f _ (_ x)"),
        (plus(plus(local(0), local(1)), local(0)), "x + y + x"),
        (plus(local(0), plus(local(1), local(0))), "x + (y + x)"),
        (equals(plus(local(0), local(1)), local(1)), "x + y = y"),
        (app(const("List.cons"), NAT, local(0), app(const("List.nil"), NAT)), "x :: []"),
        (app(const("Nat.succ"), local(0)), "x + 1"),
        (app(const("f"), app(const("Nat.succ"), local(0)), local(1)), "f (x + 1) y"),
        (binder(Lam, "x", NAT, app(const("f"), var(0), local(0))), "fun x1 => f x1 x"),
        (binder(Pi, "z", NAT, equals(var(0), local(0))), "∀ (z : Nat), z = x"),
        (binder(Pi, "h", equals(local(0), local(1)), equals(local(1), local(0))), "x = y → y = x"),
        (app(const("Not"), equals(local(0), local(1))), "¬(x = y)"),
        (app(const("And"), const("p"), app(const("Or"), const("p"), const("p"))), "p ∧ (p ∨ p)"),
    ],
)
def test_terms_are_printed_as_people_write_them(term: Term, text: str) -> None:
    assert Printer(["x", "y"], {**INFOS, "p": ()}).text(term) == text


def test_renderings_stand_for_functions() -> None:
    printed = Printer(["x", "y"], INFOS, renderings={"f": "{1} ++ {0}"})
    assert printed.text(app(const("f"), local(0), local(1))) == "(y ++ x)"


def test_a_term_is_one_whoever_makes_it() -> None:
    made: list[list[Term]] = []
    ready = threading.Barrier(4)

    def make() -> None:
        ready.wait()
        made.append([app(const(f"made_at_once_{i}"), local(i)) for i in range(2000)])

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(one is other for others in made[1:] for one, other in zip(made[0], others, strict=True))
