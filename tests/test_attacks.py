"""Each file of `attacks/` tries to be taken for a proof, each of `honest/` is one; their first lines say so.

The ids are those of the usual catalogue of cheats: A unfinished, B assumed, C lies to the auditor, S another
statement, K kernel, R resources; D2 is a theorem that is not there.
"""

from __future__ import annotations

import asyncio
import dataclasses
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import pytest
from corpus_of_texts import ATTACKS, HONEST, INSTALLED, Case, cases, include
from running import Running, running

from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.declarations import theorems
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import COLD_VARIABLE, open_lean
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import STANDARD_AXIOMS, Outcome, Trust, Verdict
from tactic_mesh.verify.check import check as judged
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.elaborated import check_text
from tactic_mesh.verify.names import plain_name
from tactic_mesh.verify.policy import Policy
from tactic_mesh.verify.request import Request

ATTACK, HONEST_TEXT = cases(ATTACKS), cases(HONEST)
each_attack = pytest.mark.parametrize("case", ATTACK, ids=[case.name for case in ATTACK])
LIES = [case for case in ATTACK if case.elaborated is not case.expect]
# K is what only the kernel sees.
WITHOUT_KERNEL = [case for case in ATTACK if not any(one.startswith("K") for one in case.ids)]
each_lie = pytest.mark.parametrize("case", LIES, ids=[case.name for case in LIES])
each_honest_text = pytest.mark.parametrize("case", HONEST_TEXT, ids=[case.name for case in HONEST_TEXT])

# The catalogue's classes; K4, compiled modules from elsewhere, has no text.
CLASSES = {"A": 9, "B": 8, "C": 10, "S": 10, "K": 6, "R": 5}
WITHOUT_TEXT = {"K4"}


def test_every_class_is_there() -> None:
    wanted = {f"{letter}{n}" for letter, count in CLASSES.items() for n in range(1, count + 1)}
    assert wanted - WITHOUT_TEXT <= frozenset[str]().union(*(case.ids for case in ATTACK))
    assert all(case.ids for case in ATTACK + cases(INSTALLED))
    assert len(ATTACK) >= 60 and len(HONEST_TEXT) >= 30
    assert all(case.statement for case in HONEST_TEXT)


@pytest.fixture(scope="module", params=["warm", pytest.param("cold", marks=pytest.mark.slow)])
def lean(request: pytest.FixtureRequest, library: Library) -> Iterator[Running]:
    assert library.modules
    environ = {**os.environ, COLD_VARIABLE: str(int(request.param == "cold"))}
    with running(open_lean(lean="embedded", jobs=2, environ=environ)) as opened:
        yield opened


def check(lean: Running, text: str, theorem: str | None = None, wall_s: float = 60.0) -> Checked:
    theorems = (theorem,) if theorem else ()
    return lean.run(check_text(lean.lean, text, Limits(wall_s=wall_s), theorems=theorems))


@pytest.fixture(scope="module")
def judge(library: Library) -> Iterator[Running]:
    assert library.modules
    with running(open_lean(lean="embedded", jobs=2)) as opened:
        yield opened


def request_of(case: Case) -> Request:
    names = (case.theorem,) if case.theorem and case.statement is None else ()
    return Request(case.text, names, case.statement, limits=Limits(wall_s=case.wall_s))


def codes(checked: Checked) -> set[str]:
    return {reason.split(":")[0] for reason in checked.reasons}


@each_attack
def test_attack(judge: Running, case: Case) -> None:
    checked = judge.run(judged(judge.lean, request_of(case)))
    assert checked.outcome is case.expect, checked
    assert codes(checked) >= set(case.reasons), checked.reasons
    if isinstance(checked.verdict, Verdict) and checked.outcome is Outcome.PROVED:
        assert checked.verdict.trust is Trust.REPLAYED


@each_honest_text
def test_honest_text(judge: Running, case: Case) -> None:
    checked = judge.run(judged(judge.lean, request_of(case)))
    assert (checked.outcome, checked.reasons, checked.tampering) == (Outcome.PROVED, (), False), checked
    assert isinstance(checked.verdict, Verdict) and checked.verdict.trust is Trust.REPLAYED
    assert checked.statement_source == "trusted"
    wanted = {plain_name(theorem.full_name) for theorem in theorems(case.statement or "")}
    assert {plain_name(name) for name in checked.theorems} == wanted


@pytest.mark.slow
@each_honest_text
def test_honest_text_states_the_same_by_itself(judge: Running, case: Case) -> None:
    """What a text states is the same whether it is said by the trusted text or by the candidate alone."""
    request = request_of(case)
    names = tuple(theorem.full_name for theorem in theorems(case.statement or ""))
    alone = judge.run(judged(judge.lean, dataclasses.replace(request, statement=None, theorems=names)))
    assert alone.outcome is Outcome.PROVED and alone.statement_source == "candidate", alone


@pytest.mark.slow
@pytest.mark.parametrize("case", WITHOUT_KERNEL, ids=[case.name for case in WITHOUT_KERNEL])
def test_an_audit_alone(judge: Running, case: Case) -> None:
    """What the kernel is not needed for is seen without it."""
    checked = judge.run(judged(judge.lean, dataclasses.replace(request_of(case), trust=Trust.AUDITED)))
    assert checked.outcome is case.expect, checked


@each_lie
def test_the_first_rung_can_be_lied_to(lean: Running, case: Case) -> None:
    """So that nobody takes it for more; where one of these is no longer taken for a proof, its file is to say so."""
    if lean.lean.tells_constants:
        checked = check(lean, case.text, case.theorem, case.wall_s)
        assert checked.outcome is case.elaborated, checked


@pytest.mark.slow
@each_attack
def test_the_first_rung(lean: Running, case: Case) -> None:
    checked = check(lean, case.text, case.theorem, case.wall_s)
    if lean.lean.tells_constants:
        assert checked.outcome is case.elaborated, checked
    else:
        # A Lean that is run as a command knows less; whether it rejects or has a gap may differ.
        assert checked.outcome is not Outcome.PROVED or case.command is Outcome.PROVED, checked


@pytest.mark.slow
@each_honest_text
def test_honest_text_on_the_first_rung(lean: Running, case: Case) -> None:
    for theorem in theorems(case.statement or ""):
        checked = check(lean, case.text, theorem.full_name)
        assert checked.outcome is Outcome.PROVED, checked


class TestPolicies:
    """What a user allows is allowed as the trusted text states it, and no more."""

    LAW = Policy(allowed_axioms=STANDARD_AXIOMS | {"law"})
    NO_DEFINITIONS = Policy(definitions=frozenset())
    STATED = "axiom law : ∀ p : Prop, p ∨ ¬p\ntheorem t (p : Prop) : ¬p ∨ p := sorry\n"

    def check(self, judge: Running, text: str, statement: str | None, policy: Policy) -> Checked:
        return judge.run(judged(judge.lean, Request(text, statement=statement, policy=policy)))

    def test_an_allowed_axiom(self, judge: Running) -> None:
        text = self.STATED.replace("sorry", "(law p).symm")
        checked = self.check(judge, text, self.STATED, self.LAW)
        assert isinstance(checked.verdict, Verdict)
        assert (checked.outcome, checked.verdict.axioms) == (Outcome.PROVED, ("law",))
        assert self.check(judge, text, self.STATED, Policy()).outcome is Outcome.REJECTED

    def test_an_allowed_axiom_says_something_else(self, judge: Running) -> None:
        text = "axiom law : False\ntheorem t (p : Prop) : ¬p ∨ p := law.elim\n"
        checked = self.check(judge, text, self.STATED, self.LAW)
        assert (checked.outcome, checked.reasons) == (Outcome.REJECTED, ("definition_changed: law",))

    def test_an_allowed_axiom_of_which_nothing_is_known(self, judge: Running) -> None:
        text = "axiom law : False\ntheorem t : 1 = 2 := law.elim\n"
        checked = self.check(judge, text, "theorem t : 1 = 2 := sorry\n", self.LAW)
        assert (checked.outcome, checked.reasons) == (Outcome.REJECTED, ("axiom_not_stated: law",))

    def test_definitions_with_names_as_lean_makes_them(self, judge: Running) -> None:
        statement = "theorem t (n : Nat) : n = n := sorry\n"
        for name in ("_hidden", "match_1", "proof_1", "other._hidden", "t.helper"):
            text = f"def {name} : Nat := 1\n{statement.replace('sorry', 'rfl')}"
            checked = self.check(judge, text, statement, self.NO_DEFINITIONS)
            assert checked.reasons == (f"definition_not_allowed: {name}",)

    def test_what_lean_makes_up_for_a_theorem(self, judge: Running) -> None:
        statement = "theorem t (n : Nat) : n = 0 ∨ ∃ m, n = m + 1 := sorry\n"
        proof = "match n with\n  | 0 => .inl rfl\n  | m + 1 => .inr ⟨m, rfl⟩"
        text = statement.replace("sorry", proof)
        assert self.check(judge, text, statement, self.NO_DEFINITIONS).outcome is Outcome.PROVED


def test_private_where_the_statement_is_not_is_no_deceit(judge: Running) -> None:
    proof, statement = "theorem t : 1 + 1 = 2 := rfl\n", "theorem t : 1 + 1 = 2 := sorry\n"
    for request in (
        Request(f"private {proof}", statement=statement),
        Request(proof, statement=f"private {statement}"),
    ):
        checked = judge.run(judged(judge.lean, request))
        assert (codes(checked), checked.tampering) == ({"theorem_private"}, False)


class TestCanaries:
    """Statements of which the answer is known, among others: any proof of a false one is an alarm."""

    def test_false_ones_in_a_batch(self, judge: Running) -> None:
        false = [case for case in ATTACK if case.expect is not Outcome.PROVED and case.wall_s > 10][::9]
        true = HONEST_TEXT[::4]
        mixed = [case for pair in zip(false, true, strict=False) for case in pair]

        async def at_once() -> list[Checked]:
            return await asyncio.gather(*(judged(judge.lean, request_of(case)) for case in mixed))

        found = judge.run(at_once())
        assert [checked.outcome for checked in found] == [case.expect for case in mixed]
        assert len(mixed) >= 20

    @pytest.mark.parametrize("statement", ["2 + 2 = 5", "∀ n : Fin 4, n * n = n", "∃ n : Fin 4, n + n = 3"])
    @pytest.mark.parametrize(
        "way", ["by decide", "by simp", "sorry", "cheat.elim", "by native_decide", "unchecked"]
    )
    def test_a_statement_and_its_negation(self, judge: Running, statement: str, way: str) -> None:
        """At most one of them is proved; it is the negation, for the statements are false."""
        outcomes = [self.tried(judge, whole, way) for whole in (statement, f"¬({statement})")]
        assert outcomes[0] is not Outcome.PROVED
        assert way != "by decide" or outcomes[1] is Outcome.PROVED

    def tried(self, judge: Running, statement: str, way: str) -> Outcome:
        stated = f"theorem t : {statement} := "
        text = f"axiom cheat : False\n{stated}{way}\n"
        if way == "unchecked":
            text = UNCHECKED.replace("STATEMENT", statement)
        return judge.run(judged(judge.lean, Request(text, statement=f"{stated}sorry\n"))).outcome


# The proposition is elaborated by Lean as a definition, and a theorem of that type is added past the kernel.
UNCHECKED = f"""{include("reach")}
def proposition : Prop := STATEMENT
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s =>
  Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv
    (Reach.add (.thmDecl ⟨Reach.sig `t (Lean.mkConst `proposition []), Reach.truth, [`t]⟩)) c s
act!
"""


@pytest.fixture(scope="module")
def installed() -> Iterator[Running]:
    """A Lean on the `PATH`, which has what the embedded one lacks: `import Lean`."""
    program = shutil.which("lean")
    if program is None:
        pytest.skip("no Lean is installed; these texts need its `import Lean`")
    with running(open_lean(lean=program, jobs=1)) as opened:
        yield opened


@pytest.mark.slow
@pytest.mark.parametrize("case", cases(INSTALLED), ids=[case.name for case in cases(INSTALLED)])
def test_attack_on_an_installed_lean(installed: Running, case: Case) -> None:
    verdict = check(installed, case.text, case.theorem, case.wall_s).verdict
    assert (
        not isinstance(verdict, Verdict) or verdict.outcome is not Outcome.PROVED or verdict.trust.rung == 1
    )


@pytest.mark.parametrize("name", ["bad", "A.bad"])
def test_a_name_of_one_word_is_not_one_of_two(lean: Running, name: str) -> None:
    checked = check(lean, "theorem «A.bad» : True := trivial\n", name)
    assert checked.outcome is Outcome.REJECTED
    assert checked.reasons == (f"theorem_missing: {name}",)


@pytest.mark.parametrize(
    "text",
    [
        "-- #exit and example\ntheorem t : True := trivial\n",
        "/-- info: 2 -/\n#guard_msgs in\n#eval 1 + 1\ntheorem t : True := trivial\n",
        "example : 1 + 1 = 2 := rfl\ntheorem t : True := trivial\n",
        'def s := "axiom cheat : False"\ntheorem t : True := trivial\n',
        'macro "m" : command => `(\ntheorem quoted : True := trivial)\nm\ntheorem t : True := trivial\n',
    ],
)
def test_honest_texts(lean: Running, text: str) -> None:
    assert check(lean, text).outcome is Outcome.PROVED


def test_a_named_theorem_with_a_silenced_error(lean: Running) -> None:
    text = "#guard_msgs (drop all) in\ntheorem bad : nothing := by skip\n"
    assert check(lean, text, "bad").outcome is not Outcome.PROVED


@dataclass(frozen=True)
class _Liar:
    """A Lean that is run as a command and whose output holds a line of the text's own."""

    messages: tuple[dict[str, object], ...]
    tells_constants = False
    is_embedded = True

    async def elaborate(
        self, source: str, limits: Limits | None = None, *, module: bool = False
    ) -> RawAnswer:
        return RawAnswer(self.messages, 0, 0.0)


def _information(line: int, text: str) -> dict[str, object]:
    return {"severity": "information", "pos": {"line": line, "column": 0}, "data": text, "kind": ""}


@pytest.mark.parametrize("forged_last", [True, False])
def test_a_forged_answer_takes_nothing_back(forged_last: bool) -> None:
    true = _information(3, "'bad' depends on axioms: [cheat]")
    forged = _information(3, "'bad' does not depend on any axioms")
    liar = _Liar((true, forged) if forged_last else (forged, true))
    checked = asyncio.run(check_text(cast(Lean, liar), "theorem bad : 1 = 2 := cheat.elim\n"))
    assert checked.reasons == ("axiom_not_allowed: cheat",)


def test_an_answer_to_no_question() -> None:
    liar = _Liar((_information(9, "'bad' does not depend on any axioms"),))
    checked = asyncio.run(check_text(cast(Lean, liar), "theorem bad : 1 = 2 := cheat.elim\n"))
    assert checked.outcome is Outcome.REJECTED
