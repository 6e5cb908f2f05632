"""Lean texts that certify what was found: implications, laws that are true or false in a table, non-implications.

Every text is whole: with nothing but Lean's own library it says what a magma is, states what is claimed, and proves it.
Tables are checked by `lean/Table.lean` and complete rewriting systems by `lean/Rewriting.lean`: both checks are proved
correct there and evaluated by the kernel; no text uses `native_decide`.
"""

from __future__ import annotations

import functools
import hashlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from tactic_mesh.equational.laws import Law, law_number, name_of
from tactic_mesh.equational.proofs import Notation, Proof, implication_signature, lean_term
from tactic_mesh.equational.terms import Term
from tactic_mesh.lean.engine import Lean
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Outcome, Trust, Verdict
from tactic_mesh.verify.check import check
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.request import Request

Table = tuple[tuple[int, ...], ...]
"""Row a, column b: a ◇ b."""
System = tuple[tuple[Term, Term], ...]
"""Rewriting rules: what stands on the left becomes what stands on the right."""

# One theorem after the other: a file of some hundred small ones would otherwise start a thread for each.
OPTIONS = "set_option Elab.async false\nset_option linter.unusedVariables false\n"
LIMITS = Limits(wall_s=240.0, cpu_s=480, memory_bytes=3 << 30)


EARLIER_PRELUDES = frozenset(
    {
        "52084c5863898f32596aec3e24913d8226d18b043272b6beef58e7b0ea5ac0d8",  # tables, one text for everything
        "ca3bb927e1a0e1e503f3a8c0f15a4188312db94f6c528adfadb64aefafdd1e07",  # tables, laws in a text of their own
    }
)
"""sha256 of what stood before the options in files of earlier versions. Who changes a definition that statements speak
of adds what it was, so that folders from before can still be verified."""


@functools.cache
def prelude(name: str) -> str:
    """One of our Lean texts: `Magma`, `Term`, …"""
    return resources.files("tactic_mesh.equational").joinpath(f"lean/{name}.lean").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Claim:
    """One theorem: its name, what stands between the name and `:=`, and its proof."""

    name: str
    signature: str
    proof: str


@dataclass(frozen=True, slots=True)
class LeanFile:
    """A whole Lean text, the theorems in it, and the same text with `sorry` for every proof."""

    text: str
    theorems: tuple[str, ...]
    statement: str


def lean_file(preludes: Sequence[str], definitions: Sequence[str], claims: Sequence[Claim]) -> LeanFile:
    """Claims after the texts and definitions that they need."""
    head = "".join(f"{prelude(name)}\n" for name in preludes) + OPTIONS
    if "Term" in preludes:
        head += "\nopen FiniteMagma\n"
    head += "".join(f"\n{definition}\n" for definition in definitions)
    return LeanFile(
        head + "".join(f"\ntheorem {c.name} {c.signature} :=\n  {c.proof}\n" for c in claims),
        tuple(claim.name for claim in claims),
        head + "".join(f"\ntheorem {c.name} {c.signature} := sorry\n" for c in claims),
    )


def with_preludes_of(text: str, statement: str) -> str:
    """A statement with the preludes of the text that shall prove it, if an earlier version wrote these."""
    before, options, _ = text.partition(OPTIONS)
    if not options or hashlib.sha256(before.encode()).hexdigest() not in EARLIER_PRELUDES:
        return statement
    return before + options + statement.partition(OPTIONS)[2]


def implication_claim(name: str, proof: Proof, notation: Notation = Notation.INFIX) -> Claim:
    """That one law implies another, in every magma."""
    signature = implication_signature(proof.hypothesis, proof.goal, notation)
    return Claim(name, signature, lean_term(proof, notation))


def implications_file(proofs: Iterable[tuple[str, Proof]], notation: Notation) -> LeanFile:
    """Many implications in one text."""
    preludes = ["Magma"] if notation is Notation.INFIX else []
    claims = [implication_claim(name, proof, notation) for name, proof in proofs]
    return lean_file(preludes, ["universe u"] if not preludes else [], claims)


def implication_name(hypothesis: int, goal: int) -> str:
    """The theorem's name for two laws by number."""
    return f"law{hypothesis}_implies_law{goal}"


def implication_statements(edges: Iterable[tuple[int, int]]) -> LeanFile:
    """What a text of many implications between numbered laws has to prove, without a proof."""
    claims = []
    for hypothesis, goal in edges:
        sides = [(law.left, law.right) for law in map(law_number, (hypothesis, goal))]
        signature = implication_signature(sides[0], sides[1], Notation.PREFIX)
        claims.append(Claim(implication_name(hypothesis, goal), signature, "sorry"))
    return lean_file([], ["universe u"], claims)


@dataclass(frozen=True, slots=True)
class TableFacts:
    """A table and the laws of which a text shall show that they are true or false in it."""

    number: int
    table: Table
    true: tuple[int, ...]
    false: tuple[int, ...]

    @property
    def type(self) -> str:
        return f"T{self.number}"


@dataclass(frozen=True, slots=True)
class SystemFacts:
    """A complete rewriting system and laws that shall be shown to be true or false in its magma."""

    number: int
    system: System
    true: tuple[int, ...]
    false: tuple[int, ...]

    @property
    def type(self) -> str:
        return f"(Terms R{self.number})"


def packed(table: Table) -> int:
    """The number that stands for a table in Lean: digit n * a + b in base n is a ◇ b."""
    order = len(table)
    return sum(value * order ** (order * a + b) for a, row in enumerate(table) for b, value in enumerate(row))


def tables_file(facts: Sequence[TableFacts], law_of_number: Callable[[int], Law]) -> LeanFile:
    """Which laws are true and false in some tables: for each table one theorem for all laws in so many variables that
    are true in it, and one for all that are false.

    Raises: ValueError for a law that does not fit into 32 bits.
    """
    definitions = [table_definition(f.type, f.table) for f in facts]
    claims: list[Claim] = []
    sizes = {(len(f.table), law_of_number(law).variables) for f in facts for law in f.true}
    claims += [covers_claim(order, width) for order, width in sorted(sizes)]
    for f in facts:
        by_width: dict[int, list[Law]] = {}
        for law in map(law_of_number, f.true):
            by_width.setdefault(law.variables, []).append(law)
        claims += [_all_hold(f, width, true) for width, true in sorted(by_width.items())]
        if f.false:
            claims.append(_none_holds(f, [law_of_number(number) for number in f.false]))
    return lean_file(["Magma", "Term", "Table", "Laws", "TableLaws"], definitions, claims)


_OPERATION = 7
_SIGNS_MAX = 10
_DEEP_MAX = 7


def law_signs(law: Law) -> int:
    """The number that `Law.read` in `lean/Laws.lean` makes a law of. Raises: ValueError for one too great for it."""
    signs = [sign for side in (law.left, law.right) for sign in _signs(side)]
    if len(signs) > _SIGNS_MAX or law.variables > _OPERATION or law.operations >= _DEEP_MAX:
        raise ValueError(f"{law} has too many signs")
    return sum(sign << 3 * place for place, sign in enumerate(signs))


def _signs(term: Term) -> Iterator[int]:
    if isinstance(term, int):
        yield term
    else:
        yield _OPERATION
        yield from _signs(term[0])
        yield from _signs(term[1])


def _parts(numbers: Sequence[int]) -> str:
    """Numbers of 32 bits as one, and their count."""
    raw = b"".join(number.to_bytes(4, "little") for number in reversed(numbers))
    return f"0x{int.from_bytes(raw, 'little'):x} {len(numbers)}"


def laws_in(laws: Sequence[Law]) -> str:
    """A list of laws in Lean, by the numbers that stand for them."""
    return f"lawsIn {_parts([law_signs(law) for law in laws])}"


def _lists(facts: TableFacts | SystemFacts, laws: Sequence[Law]) -> str:
    return f"{facts.type} ({laws_in(laws)})"


def _all_hold(facts: TableFacts, width: int, true: Sequence[Law]) -> Claim:
    return Claim(
        f"true{facts.number}_{width}",
        f": AllHold {_lists(facts, true)}",
        f"allHold_of_checkAll covers_{len(facts.table)}_{width} _ (by decide +kernel)",
    )


def _none_holds(facts: TableFacts, false: Sequence[Law]) -> Claim:
    codes = _parts([_code(facts.table, law) for law in false])
    return Claim(
        f"false{facts.number}",
        f": NoneHolds {_lists(facts, false)}",
        f"noneHolds_of_differAll (partsOf {codes}) _ (by decide +kernel)",
    )


def _code(table: Table, law: Law) -> int:
    """The assignment under which a law is false, digits in base n. Raises: ValueError if it is true."""
    return sum(value * len(table) ** index for index, value in enumerate(_falsifying(table, law)))


def _falsifying(table: Table, law: Law) -> tuple[int, ...]:
    values = counterexample(table, law)
    if values is None:
        raise ValueError(f"{law} is true in this table")
    return values


FUEL = 200
"""So deep may the kernel go where it rewrites a term or solves equations: far more than a small system needs."""


def systems_file(facts: Sequence[SystemFacts], law_of_number: Callable[[int], Law]) -> LeanFile:
    """Which laws are true and false in the magmas of some systems: one theorem each for all that are true and all that
    are false. Raises: ValueError for a law that does not fit into 32 bits.
    """
    claims: list[Claim] = []
    for f in facts:
        true, false = ([law_of_number(number) for number in side] for side in (f.true, f.false))
        if true:
            claims.append(Claim(f"true{f.number}", f": AllHold {_lists(f, true)}", _JOIN))
        if false:
            claims.append(Claim(f"false{f.number}", f": NoneHolds {_lists(f, false)}", _SPLIT))
    definitions = [system_definition(f"R{f.number}", f.system) for f in facts]
    return lean_file(["Magma", "Term", "Laws", "Rewriting"], definitions, claims)


_JOIN = f"allHold_of_allJoin (fuel := {FUEL}) _ (by decide +kernel)"
_SPLIT = (
    f"noneHolds_of_allSplit (fuel := {FUEL}) (joinFuel := {FUEL}) (by decide +kernel) _ (by decide +kernel)"
)


def system_definition(name: str, system: System) -> str:
    rules = ",\n  ".join(f"⟨{term_text(left)}, {term_text(right)}⟩" for left, right in system)
    return f"abbrev {name} : List Law := [\n  {rules}]"


def refutation_by_system_file(name: str, hypothesis: Law, goal: Law, system: System) -> LeanFile:
    """That one law does not imply another: the magma of a complete system, which is infinite as a rule.

    What is claimed is stated with nothing but what a magma is.
    """
    names = " ".join(map(name_of, range(hypothesis.variables)))
    chosen = f"(Terms.values [{', '.join(map(name_of, range(hypothesis.variables)))}])"
    instance = " ".join(f"(v {variable})" for variable in range(goal.variables))
    true = (
        f"fun {names} => law_of_joins (fuel := {FUEL}) {_deep_sides(hypothesis)} (by decide +kernel) {chosen}"
    )
    false = (
        f"fun law => no_law_of_splits (fuel := {FUEL}) (joinFuel := {FUEL}) {_deep_sides(goal)} "
        f"(by decide +kernel) (by decide +kernel) (fun v => law {instance})"
    )
    signature = refutation_signature(hypothesis, goal)
    claim = Claim(name, signature, f"⟨Terms R, inferInstance,\n    {true},\n    {false}⟩")
    made = lean_file(["Magma", "Term", "Laws", "Rewriting"], [system_definition("R", system)], [claim])
    return LeanFile(made.text, (name,), lean_file(["Magma"], [], [claim]).statement)


def refutation_signature(hypothesis: Law, goal: Law) -> str:
    """That some magma has the first law and not the second."""
    return (
        f": ∃ (G : Type) (_ : Magma G), ({Notation.INFIX.law(hypothesis.left, hypothesis.right)}) ∧\n"
        f"    ¬ {Notation.INFIX.law(goal.left, goal.right)}"
    )


def table_definition(name: str, table: Table) -> str:
    return f"abbrev {name} : Type := Table {len(table)} {packed(table)}"


def covers_claim(order: int, width: int) -> Claim:
    return Claim(f"covers_{order}_{width}", f": covers {order} {width} = true", "by decide +kernel")


def true_claim(name: str, carrier: str, table: Table, law: Law) -> Claim:
    """That a law is true in a table."""
    names = " ".join(map(name_of, range(law.variables)))
    values = ", ".join(map(name_of, range(law.variables)))
    proof = (
        f"fun {names} => law_of_check {_deep_sides(law)} covers_{len(table)}_{law.variables} "
        f"(by decide +kernel) (Table.values x [{values}])"
    )
    return Claim(name, f": {Notation.INFIX.law(law.left, law.right, carrier)}", proof)


def false_claim(name: str, carrier: str, table: Table, law: Law) -> Claim:
    """That a law is false in a table. Raises: ValueError if it is true."""
    values = " ".join(f"({value} : Fin {len(table)})" for value in _falsifying(table, law))
    proof = f"fun law => absurd (congrArg Fin.val (law {values})) (by decide +kernel)"
    return Claim(name, f": ¬ {Notation.INFIX.law(law.left, law.right, carrier)}", proof)


DECIDED_MAX = 800
"""Up to so many assignments Lean's own `decide` is faster than elaborating our check of tables."""


def refutation_file(name: str, hypothesis: Law, goal: Law, table: Table) -> LeanFile:
    """That one law does not imply another: a table in which the first is true and the second false.

    What is claimed is stated with nothing but what a magma is, whatever the proof uses.
    """
    signature = refutation_signature(hypothesis, goal)
    order = len(table)
    if order ** max(hypothesis.variables, goal.variables) <= DECIDED_MAX:
        operation = f"{packed(table)} / {order} ^ ({order} * a.val + b.val) % {order}"
        magma = f"⟨fun a b => ⟨{operation}, Nat.mod_lt _ (by decide)⟩⟩"
        return lean_file(
            ["Magma"], [], [Claim(name, signature, f"⟨Fin {order}, {magma}, by decide +kernel⟩")]
        )
    claims = [
        covers_claim(order, hypothesis.variables),
        true_claim("hypothesis_is_true", "T", table, hypothesis),
        false_claim("goal_is_false", "T", table, goal),
        Claim(name, signature, "⟨T, inferInstance, hypothesis_is_true, goal_is_false⟩"),
    ]
    made = lean_file(["Magma", "Term", "Table"], [table_definition("T", table)], claims)
    return LeanFile(made.text, (name,), lean_file(["Magma"], [], claims[-1:]).statement)


def counterexample(table: Table, law: Law) -> tuple[int, ...] | None:
    """Values of the variables for which a law is false in a table, the obvious way; None if it is true."""
    for values in itertools.product(range(len(table)), repeat=law.variables):
        if _value(table, law.left, values) != _value(table, law.right, values):
            return values
    return None


def _value(table: Table, term: Term, values: Sequence[int]) -> int:
    if isinstance(term, int):
        return values[term]
    return table[_value(table, term[0], values)][_value(table, term[1], values)]


def _deep_sides(law: Law) -> str:
    return f"(l := {term_text(law.left)}) (r := {term_text(law.right)})"


def term_text(term: Term) -> str:
    """A term in Lean, written out."""
    if isinstance(term, int):
        return f".var {term}"
    return f".op {' '.join(f'({term_text(part)})' for part in term)}"


async def checked(
    lean: Lean,
    file: LeanFile,
    *,
    trust: Trust = Trust.REPLAYED,
    compare: bool = True,
    limits: Limits = LIMITS,
) -> Checked:
    """Lean's verdict on a text, replayed by its kernel.

    With `compare` the theorems must be the very ones of `file.statement`, which Lean elaborates by itself: for texts
    that somebody may have changed. A text that was written a moment ago from the same claims does without.
    """
    statement = file.statement if compare else None
    return await check(lean, Request(file.text, file.theorems, statement, trust, limits=limits))


def is_proved(found: Checked, trust: Trust = Trust.REPLAYED) -> bool:
    """Whether Lean accepted all of it, as surely as was asked."""
    verdict = found.verdict
    if not isinstance(verdict, Verdict):
        return False
    return verdict.outcome is Outcome.PROVED and verdict.trust.rung >= trust.rung
