"""The laws, their numbers, and terms: against counts that are published, and against the obvious versions."""

from __future__ import annotations

import itertools
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactic_mesh.equational.laws import (
    LAWS,
    LawError,
    dual_numbers,
    law_number,
    law_of,
    laws,
    number_of,
    parse_law,
    show,
)
from tactic_mesh.equational.terms import (
    Substitution,
    Term,
    greater,
    match,
    operations,
    products,
    replace,
    resolve,
    shift,
    substitute,
    subterm,
    unify,
    variables,
)

TERMS = st.recursive(st.integers(0, 3), lambda inner: st.tuples(inner, inner), max_leaves=6)
GROUND = st.recursive(st.integers(-3, -1), lambda inner: st.tuples(inner, inner), max_leaves=6)


def test_counts_by_number_of_operations() -> None:
    counts = [sum(law.operations == n for law in laws(5)) for n in range(6)]
    assert counts == [2, 5, 39, 364, 4284, 57882]
    assert len(laws()) == LAWS == 4694


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "x = x"),
        (2, "x = y"),
        (3, "x = x ◇ x"),
        (43, "x ◇ y = y ◇ x"),
        (46, "x ◇ y = z ◇ w"),
        (65, "x = y ◇ (x ◇ (y ◇ x))"),
        (168, "x = (y ◇ x) ◇ (x ◇ z)"),
        (255, "x = ((x ◇ x) ◇ x) ◇ x"),
        (677, "x = y ◇ (x ◇ ((y ◇ x) ◇ y))"),
        (1485, "x = (y ◇ x) ◇ (x ◇ (z ◇ y))"),
        (1689, "x = (y ◇ x) ◇ ((x ◇ z) ◇ z)"),
        (4512, "x ◇ (y ◇ z) = (x ◇ y) ◇ z"),
    ],
)
def test_well_known_numbers(number: int, text: str) -> None:
    assert str(law_number(number)) == text
    assert number_of(parse_law(text)) == number
    assert parse_law(str(number)) == law_number(number)


def test_numbers_of_all_laws_with_five_operations_too() -> None:
    listed = laws(5)
    assert len(set(listed)) == len(listed) == 62576
    for number in random.Random(5).sample(range(1, len(listed) + 1), 300):
        assert number_of(listed[number - 1]) == number


def test_duals() -> None:
    duals = dual_numbers()
    assert all(duals[duals[index] - 1] == index + 1 for index in range(LAWS))
    assert sum(number == index + 1 for index, number in enumerate(duals)) == 84


def test_a_law_is_the_same_after_renaming_and_swapping() -> None:
    for law in random.Random(1).sample(laws(), 200):
        for names in itertools.islice(itertools.permutations(range(law.variables)), 6):
            renaming: Substitution = dict(enumerate(names))
            left, right = substitute(law.left, renaming), substitute(law.right, renaming)
            assert law_of(left, right) == law_of(right, left) == law


@given(TERMS, TERMS)
def test_printed_laws_read_back(left: Term, right: Term) -> None:
    law = law_of(left, right)
    assert parse_law(str(law)) == law == law.dual.dual
    assert parse_law(f"{show(left, '*')}={show(right, '*')}") == law


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("0", "numbers go from 1 to 62576"),
        ("-3", "numbers go from 1"),
        ("62577", "numbers go from 1"),
        ("x ◇ y ◇ z = x", "three factors"),
        ("x =", "expected, found `the end`"),
        ("x ◇ = y", "expected, found `=`"),
        ("x = y)", "after the end"),
        ("(x ◇ y = y", "`)` expected"),
        ("", "expected"),
        ("x ◇ y", "`=` expected"),
        ("x = y = z", "after the end"),
        ("x = 2", "expected, found `2`"),
        ("(" * 500 + "x = x", "parentheses"),
        ("x = " + "(x ◇ " * 41 + "x" + ")" * 41, "parentheses"),
        ("x" * 9000, "too long"),
    ],
)
def test_what_is_no_law_says_so(text: str, says: str) -> None:
    with pytest.raises(LawError, match=re.escape(says)):
        parse_law(text)


@given(TERMS, TERMS)
def test_unified_terms_are_equal(left: Term, right: Term) -> None:
    right = shift(right, 4)
    found: Substitution = {}
    if unify(left, right, found):
        assert resolve(left, found) == resolve(right, found)
    else:
        # Without a common instance neither side is an instance of the other.
        assert not match(left, right, {}) and not match(right, left, {})


@given(TERMS, st.lists(GROUND, min_size=4, max_size=4))
def test_an_instance_matches(pattern: Term, values: list[Term]) -> None:
    instance = substitute(pattern, dict(enumerate(values)))
    found: Substitution = {}
    assert match(pattern, instance, found)
    assert all(found[variable] == values[variable] for variable in variables(pattern))


@given(TERMS, GROUND)
def test_replacing(term: Term, by: Term) -> None:
    for at, part in products(term):
        assert subterm(term, at) == part
        changed = replace(term, at, by)
        assert subterm(changed, at) == by
        assert replace(changed, at, part) == term


@given(GROUND, GROUND, GROUND)
def test_the_order_is_total_and_kept_by_contexts(one: Term, other: Term, context: Term) -> None:
    assert (one == other) + greater(one, other) + greater(other, one) == 1
    if greater(one, other):
        assert greater((one, context), (other, context)) and greater((context, one), (context, other))
        assert operations(one) >= operations(other)


@given(TERMS, TERMS, st.lists(GROUND, min_size=4, max_size=4))
def test_the_order_is_kept_by_instances(one: Term, other: Term, values: list[Term]) -> None:
    if greater(one, other):
        instance: Substitution = dict(enumerate(values))
        assert greater(substitute(one, instance), substitute(other, instance))
