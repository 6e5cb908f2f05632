"""Does one law imply another? One pair, any laws, with a certificate."""

from __future__ import annotations

import dataclasses
import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from tactic_mesh.equational import completion, magmas, systems
from tactic_mesh.equational.certificates import (
    LeanFile,
    System,
    Table,
    checked,
    implications_file,
    is_proved,
    refutation_by_system_file,
    refutation_file,
)
from tactic_mesh.equational.laws import Law, number_of
from tactic_mesh.equational.proofs import Notation, Proof
from tactic_mesh.equational.words import Word, refutation_by_words_file, refuting
from tactic_mesh.equational.work import PROOFS, TABLES, ask_e, find_table, sides
from tactic_mesh.lean.engine import Lean
from tactic_mesh.theorem import Trust
from tactic_mesh.verify.checked import Checked

VARIABLES_MAX = 7
"""Tables are searched for laws with at most so many variables; with more, a proof is all that is tried."""
E_WALL_S = (0.3, 1.0)
"""How long E's first tries may take, whatever it does in that time: mostly it needs some hundredths of a second."""


@dataclass(frozen=True, slots=True)
class Found:
    """A proof or a magma (or nothing), before Lean has seen it.

    A magma is a table, a complete rewriting system, or the words under which the goal is false in a magma of words.
    """

    proof: Proof | None = None
    table: Table | None = None
    system: System | None = None
    words: tuple[Word, ...] | None = None

    def __bool__(self) -> bool:
        return self != Found()


@dataclass(frozen=True, slots=True)
class Implication:
    """The answer: `implies` is None if nothing was found or Lean did not accept what was found."""

    hypothesis: Law
    goal: Law
    implies: bool | None
    found: Found = field(default_factory=Found)
    file: LeanFile | None = None
    checked: Checked | None = None
    search_s: float = 0.0
    check_s: float = 0.0


async def decide(
    lean: Lean, hypothesis: Law, goal: Law, wall_s: float, trust: Trust = Trust.REPLAYED
) -> Implication:
    """Search for a proof and for a magma within the time, and have Lean check what was found."""
    started = time.monotonic()
    found = search(hypothesis, goal, wall_s)
    search_s = time.monotonic() - started
    file = certify(hypothesis, goal, found)
    if file is None:
        return Implication(hypothesis, goal, None, found, search_s=search_s)
    judged = await checked(lean, file, trust=trust)
    answer = found.proof is not None if is_proved(judged, trust) else None
    check_s = time.monotonic() - started - search_s
    return Implication(hypothesis, goal, answer, found, file, judged, search_s, check_s)


def name(hypothesis: Law, goal: Law, *, implies: bool) -> str:
    """The theorem's name: with numbers where laws have them."""
    one, other = number_of(hypothesis), number_of(goal)
    verb = "implies" if implies else "does_not_imply"
    if one is None or other is None:
        return f"hypothesis_{verb}_goal"
    return f"law{one}_{verb}_law{other}"


def certify(hypothesis: Law, goal: Law, found: Found) -> LeanFile | None:
    """The Lean text for what was found."""
    if found.proof is not None:
        return implications_file([(name(hypothesis, goal, implies=True), found.proof)], Notation.INFIX)
    refutation = name(hypothesis, goal, implies=False)
    if found.table is not None:
        return refutation_file(refutation, hypothesis, goal, found.table)
    if found.system is not None:
        return refutation_by_system_file(refutation, hypothesis, goal, found.system)
    if found.words is not None:
        return refutation_by_words_file(refutation, hypothesis, goal, found.words)
    return None


def search(hypothesis: Law, goal: Law, wall_s: float) -> Found:
    """Short ways first: small tables, our completion; then E and tables by SAT in turn, ever longer.

    Each is ended at the deadline.
    """
    deadline_s = time.monotonic() + wall_s
    for way in _ways(hypothesis, goal, deadline_s):
        found = way()
        if found:
            return found
        if time.monotonic() >= deadline_s:
            break
    return Found()


def _ways(hypothesis: Law, goal: Law, deadline_s: float) -> Iterator[Callable[[], Found]]:
    few = max(hypothesis.variables, goal.variables) <= VARIABLES_MAX

    def completed(effort: completion.Effort) -> Found:
        left_s = max(0.01, deadline_s - time.monotonic())
        return _completed(hypothesis, goal, dataclasses.replace(effort, cpu_s=min(effort.cpu_s, left_s)))

    if few:
        yield lambda: _small(hypothesis, goal, 2)
    yield lambda: completed(completion.Effort(rules=12, equations=300, operations_max=16, cpu_s=0.3))
    if few:
        yield lambda: _linear(hypothesis, goal, deadline_s)
    for level, (proofs, tables) in enumerate(zip(PROOFS, TABLES, strict=True)):
        e_wall_s = math.inf
        if level < len(E_WALL_S):
            e_wall_s, proofs = E_WALL_S[level], dataclasses.replace(proofs, processed_max=None)
        yield lambda proofs=proofs, e_wall_s=e_wall_s: Found(  # type: ignore[misc]
            proof=ask_e(
                sides(hypothesis), sides(goal), proofs, min(deadline_s, time.monotonic() + e_wall_s)
            ).proof
        )
        if few:
            yield lambda tables=tables: Found(  # type: ignore[misc]
                table=find_table(hypothesis, goal, tables, deadline_s)
            )
        if level == 0:
            if few:
                yield lambda: _small(hypothesis, goal, 3)
            effort = completion.Effort(rules=60, equations=4000, operations_max=24, cpu_s=0.3)
            yield lambda effort=effort: completed(effort)  # type: ignore[misc]
            yield lambda: _infinite(hypothesis, goal)
        if level == 2 and few:
            yield lambda: _more_linear(hypothesis, goal, deadline_s)


def _completed(hypothesis: Law, goal: Law, effort: completion.Effort) -> Found:
    (proof,), _ = completion.prove(sides(hypothesis), [sides(goal)], effort)
    return Found(proof=proof)


def _infinite(hypothesis: Law, goal: Law) -> Found:
    """The magma of terms modulo the hypothesis, where its completion soon comes to its end; else a magma of words."""
    system = systems.completed([sides(hypothesis)])
    if system is not None and not systems.joins(system, goal):
        return Found(system=system)
    return Found(words=refuting(hypothesis, goal))


def _small(hypothesis: Law, goal: Law, order: int) -> Found:
    if order ** max(hypothesis.variables, goal.variables) > 1 << 10:
        return Found()
    tables = magmas.all_tables(order)
    for turned in (tables, tables.transpose(0, 2, 1)):
        bits = magmas.satisfied(turned, [hypothesis, goal])
        for index in np.flatnonzero(bits[:, 0] & ~bits[:, 1])[:1]:
            return Found(table=as_table(turned[index]))
    return Found()


def _linear(hypothesis: Law, goal: Law, deadline_s: float) -> Found:
    families = [magmas.affine(modulus) for modulus in (3, 4, 5, 7, 8, 9, 11, 13)]
    families.append(magmas.matrix_linear(2, 2))
    return _first_linear(hypothesis, goal, families, deadline_s)


def _more_linear(hypothesis: Law, goal: Law, deadline_s: float) -> Found:
    """Greater ones, as long as their tables stay small enough for Lean."""
    order_max = 31 if hypothesis.variables <= 3 else 16
    moduli = [modulus for modulus in (16, 17, 19, 23, 25, 27, 29, 31) if modulus <= order_max]
    families = [magmas.affine(modulus) for modulus in moduli]
    families += [magmas.matrix_linear(3, 2), magmas.matrix_linear(2, 3, count_max=20_000)]
    families += [magmas.matrix_linear(2, 4, count_max=20_000)] if order_max >= 16 else []
    return _first_linear(hypothesis, goal, families, deadline_s)


def _first_linear(hypothesis: Law, goal: Law, families: Sequence[magmas.Linear], deadline_s: float) -> Found:
    for models in families:
        if time.monotonic() >= deadline_s:
            break
        bits = magmas.satisfied_linear(models, [hypothesis, goal])
        for index in np.flatnonzero(bits[:, 0] & ~bits[:, 1])[:1]:
            return Found(table=as_table(models.table(int(index))))
    return Found()


def as_table(array: magmas.Tables) -> Table:
    return tuple(tuple(int(value) for value in row) for row in array)


Answer = Literal["true", "false", "unknown"]


def word(implies: bool | None) -> Answer:
    """The answer in one word."""
    return "unknown" if implies is None else "true" if implies else "false"
