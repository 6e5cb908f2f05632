"""Infinite magmas: complete rewriting systems, found, evaluated, accepted by Lean, and refused when they are none."""

from __future__ import annotations

import asyncio
import dataclasses
import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

np = pytest.importorskip("numpy", reason="the extra `equational` is not installed")
pytest.importorskip("pysat", reason="the extra `equational` is not installed")

from tactic_mesh.equational.audit import audit  # noqa: E402
from tactic_mesh.equational.certificates import (  # noqa: E402
    Claim,
    System,
    SystemFacts,
    checked,
    is_proved,
    law_signs,
    lean_file,
    refutation_by_system_file,
    system_definition,
    systems_file,
)
from tactic_mesh.equational.claims import conclude  # noqa: E402
from tactic_mesh.equational.implication import decide  # noqa: E402
from tactic_mesh.equational.laws import dual_numbers, law_number, laws, parse_law  # noqa: E402
from tactic_mesh.equational.report import statistics  # noqa: E402
from tactic_mesh.equational.store import Folder, facts_as_json  # noqa: E402
from tactic_mesh.equational.systems import (  # noqa: E402
    Bounds,
    completed,
    is_complete,
    joins,
    normal_form,
    satisfied_terms,
    shrinks,
)
from tactic_mesh.equational.terms import (  # noqa: E402
    Term,
    match,
    operations,
    replace,
    resolve,
    substitute,
    subterms,
    unify,
    variables,
)
from tactic_mesh.lean.host import LeanHost  # noqa: E402
from tactic_mesh.theorem import STANDARD_AXIOMS, Trust, Verdict  # noqa: E402


def system_of(number: int) -> System:
    law = law_number(number)
    found = completed([(law.left, law.right)])
    assert found is not None
    return found


CENTRAL = system_of(168)
AUSTIN = system_of(3588)
"""Law 3588 implies 3994 in finite magmas only."""


def terms(leaves_max: int = 6, names: int = 3) -> st.SearchStrategy[Term]:
    return st.recursive(
        st.integers(0, names - 1), lambda inner: st.tuples(inner, inner), max_leaves=leaves_max
    )


def one_step(term: Term, system: System) -> set[Term]:
    """Everything that one rule makes of a term at one place, the obvious way."""
    found = set()
    for at, part in subterms(term):
        for left, right in system:
            values: dict[int, Term] = {}
            if match(left, part, values):
                found.add(replace(term, at, substitute(right, values)))
    return found


@given(terms(10), st.sampled_from([CENTRAL, AUSTIN, system_of(1486)]), st.randoms())
@settings(max_examples=200, deadline=None)
def test_every_way_down_ends_in_the_normal_form(term: Term, system: System, random: object) -> None:
    expected = normal_form(term, system, {})
    assert not one_step(expected, system)
    choose = random.choice  # type: ignore[attr-defined]
    while following := one_step(term, system):
        shorter = choose(sorted(following, key=str))
        assert operations(shorter) < operations(term)
        term = shorter
    assert term == expected


@given(terms(4), terms(4))
@settings(max_examples=300, deadline=None)
def test_what_unifies(left: Term, right: Term) -> None:
    """A unifier makes both sides equal; where there is none, no small values make them equal either."""
    values: dict[int, Term] = {}
    if unify(left, right, values):
        assert resolve(left, values) == resolve(right, values)
        return
    small: list[Term] = [0, (0, 0), (0, (0, 0)), ((0, 0), 0)]
    names = variables(left, right)
    for chosen in itertools.product(small, repeat=len(names)):
        ground = dict(zip(names, chosen, strict=True))
        assert substitute(left, ground) != substitute(right, ground)


@given(terms(5), terms(5), st.lists(terms(3), min_size=3, max_size=3))
@settings(max_examples=300, deadline=None)
def test_what_shrinks_does_so_in_every_instance(left: Term, right: Term, chosen: list[Term]) -> None:
    values = dict(enumerate(chosen))
    if shrinks(left, right):
        assert operations(substitute(left, values)) > operations(substitute(right, values))


def test_systems_of_laws_are_complete_and_make_their_law_true() -> None:
    found = 0
    for number in range(100, 4695, 40):
        law = law_number(number)
        system = completed([(law.left, law.right)])
        if system is not None:
            found += 1
            assert is_complete(system) and joins(system, law)
    assert found > 5


def test_what_is_no_complete_system() -> None:
    associative: System = ((((0, 1), 2), (0, (1, 2))),)
    halves: System = (((0, (1, 0)), 1),)
    assert not is_complete(associative)  # it does not shrink
    assert not is_complete(halves)  # a critical pair does not join
    assert completed([((0, 1), (1, 0))]) is None
    assert completed([(law_number(65).left, law_number(65).right)], Bounds(equations=50)) is None


def test_central_groupoids_have_free_ones() -> None:
    """Law 168 does not imply 3461; both sides of the graph's known answers around it."""
    bits = satisfied_terms(CENTRAL)[0]
    true = {number for number in range(1, 4695) if bits[number - 1]}
    assert {1, 168, 1487, 2164} <= true
    assert not {2, 3, 43, 3461, 4512} & true
    assert all(joins(CENTRAL, laws()[index]) == bits[index] for index in range(0, 4694, 97))


FACTS = [
    SystemFacts(1, CENTRAL, (168, 1487), (2, 3, 3461)),
    SystemFacts(2, AUSTIN, (3588,), (2, 3862)),
]


def test_lean_accepts_systems(lean: LeanHost, loop: asyncio.Runner) -> None:
    judged = loop.run(checked(lean, systems_file(FACTS, law_number)))
    assert is_proved(judged), judged
    assert isinstance(judged.verdict, Verdict) and set(judged.verdict.axioms) <= STANDARD_AXIOMS


def test_lean_knows_what_is_no_complete_system(lean: LeanHost, loop: asyncio.Runner) -> None:
    """One text that says of each wrong thing that the check refuses it."""
    wrong: dict[str, System] = {
        "an overlap that does not join": CENTRAL[:1],
        "a rule that overlaps with itself": (((0, (1, 0)), 1),),
        "a rule that grows": (((0, 1), ((0, 1), 1)),),
        "a rule that doubles a variable": (((0, (0, 1)), (1, 1)),),
        "a rule that invents one": (((0, (0, 1)), 2),),
    }
    definitions = [system_definition(f"R{index}", system) for index, system in enumerate(wrong.values())]
    definitions.append(system_definition("R", CENTRAL))
    claims = [
        Claim(f"wrong{index}", f": complete R{index} 200 = false", "by decide +kernel")
        for index in range(len(wrong))
    ]
    read = f"(Law.read {law_signs(law_number(43))}).left (Law.read {law_signs(law_number(43))}).right"
    claims.append(Claim("not_joined", f": joins R 200 {read} = false", "by decide +kernel"))
    read = read.replace(str(law_signs(law_number(43))), str(law_signs(law_number(168))))
    claims.append(Claim("not_split", f": splits R 200 {read} = false", "by decide +kernel"))
    claims.append(Claim("accepted", ": complete R 200 = true", "by decide +kernel"))
    file = lean_file(["Magma", "Term", "Laws", "Rewriting"], definitions, claims)
    assert is_proved(loop.run(checked(lean, file, trust=Trust.ELABORATED)), Trust.ELABORATED)


@pytest.mark.slow
@pytest.mark.parametrize(
    "facts", [SystemFacts(1, CENTRAL, (43,), ()), SystemFacts(1, CENTRAL[:1], (), (3461,))]
)
def test_lean_refuses_what_is_wrong(lean: LeanHost, loop: asyncio.Runner, facts: SystemFacts) -> None:
    file = systems_file([facts], law_number)
    judged = loop.run(checked(lean, file, trust=Trust.ELABORATED))
    assert isinstance(judged.verdict, Verdict) and not is_proved(judged, Trust.ELABORATED)


@pytest.mark.slow
def test_the_check_agrees_with_ours_about_every_law(lean: LeanHost, loop: asyncio.Runner) -> None:
    bits = satisfied_terms(CENTRAL)[0]
    chosen = range(5, 4695, 60)
    true = tuple(number for number in range(1, 4695) if bits[number - 1])[:20]
    false = tuple(number for number in chosen if not bits[number - 1])
    file = systems_file([SystemFacts(1, CENTRAL, true, false)], law_number)
    assert is_proved(loop.run(checked(lean, file, trust=Trust.ELABORATED)), Trust.ELABORATED)


@pytest.mark.parametrize(
    ("hypothesis", "goal"),
    [
        ("168", "3461"),
        pytest.param("3588", "x ◇ y = (z ◇ (x ◇ y)) ◇ z", marks=pytest.mark.slow),
    ],
)
def test_a_single_implication_that_no_finite_magma_refutes(
    lean: LeanHost, loop: asyncio.Runner, hypothesis: str, goal: str
) -> None:
    answer = loop.run(decide(lean, parse_law(hypothesis), parse_law(goal), 20.0))
    assert answer.implies is False and answer.found.system is not None
    assert answer.file is not None and answer.checked is not None and is_proved(answer.checked)
    # What is claimed says nothing of terms or rules.
    assert "Term" not in answer.file.statement and "∃ (G : Type) (_ : Magma G)" in answer.file.statement


@pytest.mark.slow
def test_a_single_refutation_of_a_true_implication_is_refused(lean: LeanHost, loop: asyncio.Runner) -> None:
    file = refutation_by_system_file("claim", law_number(168), law_number(1487), CENTRAL)
    assert not is_proved(loop.run(checked(lean, file, trust=Trust.ELABORATED)), Trust.ELABORATED)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "graph")
    made.create()
    shows = {"systems": [facts_as_json(facts) for facts in FACTS]}
    made.add("systems", systems_file(FACTS, law_number), shows, "replayed", 0.1)
    made.write_claims(conclude(*made.facts(), [number - 1 for number in dual_numbers()]))
    return made


def test_a_folder_with_systems_holds(folder: Folder, lean: LeanHost, loop: asyncio.Runner) -> None:
    assert loop.run(audit(folder, lean)).problems == ()
    (stored,) = folder.all()
    assert list(stored.systems) == FACTS
    counts = statistics(folder)
    assert counts["infinite_magmas"] == 2 and counts["tables"] == 0
    assert counts["refuted_by_infinite_magmas_only"] == counts["refuted"] > 0


@pytest.mark.parametrize(
    "what",
    [pytest.param("true", marks=pytest.mark.slow), pytest.param("system", marks=pytest.mark.slow), "half"],
)
def test_a_changed_system_is_named(folder: Folder, lean: LeanHost, loop: asyncio.Runner, what: str) -> None:
    facts = FACTS[0]
    changed = {
        "true": facts_as_json(dataclasses.replace(facts, true=(168, 43))),
        "system": facts_as_json(dataclasses.replace(facts, system=CENTRAL[:2])),
        "half": {**facts_as_json(facts), "system": [[[0], 1]]},
    }[what]
    path = folder.path / "certificates" / "systems-000001.json"
    about = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**about, "systems": [changed, facts_as_json(FACTS[1])]}), encoding="utf-8")
    (problem,) = loop.run(audit(folder, lean)).problems
    assert "systems-000001" in problem
