"""Infinite magmas of words: `x ◇ y` is the word x with one more letter, which y chooses; inverse letters cancel.

A law x = (x ◇ l) ◇ r is true in such a magma if l and r always choose inverse letters. `lean/Words.lean` proves this
for three ways to choose, each made by hand for laws whose completion does not end; which laws are false is found here
by trying words, and computed again by the kernel. Words are tuples, the last letter first, as in Lean.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tactic_mesh.equational.certificates import (
    Claim,
    LeanFile,
    laws_in,
    lean_file,
    refutation_signature,
    term_text,
)
from tactic_mesh.equational.laws import Law, law_number, name_of, parse_law
from tactic_mesh.equational.terms import Term, dual, match

Word = tuple[int, ...]

TRIES = 400
LETTERS = 4
LENGTH_MAX = 5
"""Words that are tried: so many assignments, with so many letters, so long."""
VARIABLES_MAX = 6


@dataclass(frozen=True, slots=True)
class WordMagma:
    """One way to choose letters. `theorems` of `lean/Words.lean` say which laws are true, variables in the order of the
    law's own."""

    name: str
    choose: Callable[[Word], int]
    inverse: Callable[[int], int]
    theorems: tuple[tuple[str, str], ...]

    @property
    def arguments(self) -> str:
        """What `Words` in Lean is applied to."""
        return f"(inverse := {_LEAN[self.inverse]}) (choose := {_LEAN[self.choose]})"

    def value(self, term: Term, values: Sequence[Word]) -> Word:
        """The word that a term stands for."""
        if isinstance(term, int):
            return values[term]
        word, letter = self.value(term[0], values), self.choose(self.value(term[1], values))
        return word[1:] if word and word[0] == self.inverse(letter) else (letter, *word)

    def holds(self, law: Law, values: Sequence[Word]) -> bool:
        return self.value(law.left, values) == self.value(law.right, values)


def itself(letter: int) -> int:
    """Each letter is its own inverse."""
    return letter


def other(letter: int) -> int:
    """Letters 0 and 1, 2 and 3, … are inverse."""
    return letter ^ 1


def last(word: Word) -> int:
    return word[0] if word else 0


def inherited(word: Word) -> int:
    if not word:
        return 0
    if len(word) > 1 and word[1] == inherited(word[2:]):
        return word[1]
    return word[0] + 1


def undone(word: Word) -> int:
    if len(word) > 1 and word[0] == word[1]:
        return other(undone(word[2:]))
    return last(word)


_LEAN = {itself: "id", other: "other", last: "last", inherited: "inherited", undone: "undone"}
MAGMAS = {
    magma.name: magma
    for magma in (
        WordMagma(
            "Last",
            last,
            itself,
            (("law", "x = (x ◇ y) ◇ ((y ◇ z) ◇ y)"), ("law'", "x = (x ◇ ((y ◇ z) ◇ y)) ◇ y")),
        ),
        WordMagma(
            "Inherited",
            inherited,
            itself,
            (("law", "x = (x ◇ y) ◇ ((y ◇ y) ◇ z)"), ("law'", "x = (x ◇ ((y ◇ y) ◇ z)) ◇ y")),
        ),
        WordMagma(
            "Undone",
            undone,
            other,
            (("law", "x = (x ◇ y) ◇ ((y ◇ z) ◇ z)"), ("law'", "x = (x ◇ ((y ◇ z) ◇ z)) ◇ y")),
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Proved:
    """A law is true in a magma of words, or in its opposite, by a theorem: its variables go into these places."""

    magma: WordMagma
    theorem: str
    turned: bool
    places: tuple[int, ...]

    def seen(self, law: Law) -> Law:
        """What another law says in the magma itself, with the same variables."""
        return Law(dual(law.left), dual(law.right)) if self.turned else law


def proved_in(law: Law) -> Proved | None:
    """The magma of words in which a law is known to be true."""
    for magma in MAGMAS.values():
        for theorem, text in magma.theorems:
            known = parse_law(text)
            for turned in (False, True):
                sides = (dual(known.left), dual(known.right)) if turned else (known.left, known.right)
                values: dict[int, Term] = {}
                if match(sides[0], law.left, values) and match(sides[1], law.right, values):
                    places = tuple(value for value in values.values() if isinstance(value, int))
                    if len(set(places)) == len(values) == law.variables:
                        ordered = tuple(
                            place for variable in sorted(values) if isinstance(place := values[variable], int)
                        )
                        return Proved(magma, theorem, turned, ordered)
    return None


@dataclass(frozen=True, slots=True)
class Witness:
    """Words for the variables under which laws (by number) are false."""

    values: tuple[Word, ...]
    false: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WordFacts:
    """What Lean is to check of a magma of words, laws by number."""

    number: int
    magma: str
    true: tuple[int, ...]
    witnesses: tuple[Witness, ...]

    @property
    def false(self) -> tuple[int, ...]:
        return tuple(law for witness in self.witnesses for law in witness.false)


def words_tried(magma: WordMagma, seed: int = 0) -> list[tuple[Word, ...]]:
    """Assignments of reduced words, the same for each seed."""
    generator = random.Random(seed)

    def word() -> Word:
        found: Word = ()
        for _ in range(generator.randrange(LENGTH_MAX + 1)):
            letter = generator.choice(
                [k for k in range(LETTERS) if not found or found[0] != magma.inverse(k)]
            )
            found = (letter, *found)
        return found

    return [tuple(word() for _ in range(VARIABLES_MAX)) for _ in range(TRIES)]


def falsified(magma: WordMagma, numbers: Sequence[int]) -> tuple[Witness, ...]:
    """Those of some laws that are false under words that are tried, by few assignments."""
    tried = words_tried(magma)
    laws = {number: law_number(number) for number in numbers}
    false = [{n for n, law in laws.items() if not magma.holds(law, values)} for values in tried]
    witnesses = []
    left = set().union(*false)
    while left:
        best = max(range(len(tried)), key=lambda index: len(false[index] & left))
        fresh = false[best] & left
        width = max(laws[number].variables for number in fresh)
        witnesses.append(Witness(tried[best][:width], tuple(sorted(fresh))))
        left -= fresh
    return tuple(witnesses)


def falsifying(magma: WordMagma, law: Law) -> tuple[Word, ...] | None:
    """Words under which one law is false."""
    if law.variables > VARIABLES_MAX:
        return None
    for values in words_tried(magma):
        if not magma.holds(law, values):
            return values[: law.variables]
    return None


def words_file(facts: Sequence[WordFacts]) -> LeanFile:
    """Which laws are true and false in magmas of words. Raises: ValueError for a law that is not known to be true."""
    claims: list[Claim] = []
    for f in facts:
        magma = MAGMAS[f.magma]
        for index, number in enumerate(f.true):
            proved = proved_in(law_number(number))
            if proved is None or proved.turned or proved.magma is not magma:
                raise ValueError(f"law {number} is not known to be true in {f.magma}")
            proof = f"⟨fun v => {_instance(proved, [f'(v {place})' for place in proved.places])}, trivial⟩"
            signature = f": AllHold {f.magma} ({laws_in([law_number(number)])})"
            claims.append(Claim(f"true{f.number}_{index}", signature, proof))
        for index, witness in enumerate(f.witnesses):
            signature = f": NoneHolds {f.magma} ({laws_in([law_number(number) for number in witness.false])})"
            proof = _differ(magma, witness.values, "_")
            claims.append(Claim(f"false{f.number}_{index}", signature, proof))
    return lean_file(["Magma", "Term", "Laws", "Words"], ["open Word"], claims)


def _instance(proved: Proved, values: Sequence[str]) -> str:
    return f"{proved.magma.name}.{proved.theorem} {' '.join(values)}"


def _differ(magma: WordMagma, values: Sequence[Word], laws: str) -> str:
    words = ", ".join(f"[{', '.join(map(str, word))}]" for word in values)
    return (
        f"noneHolds_of_allDiffer {magma.arguments} (values := [{words}])\n    (by decide +kernel) {laws} "
        "(by decide +kernel)"
    )


def refuting(hypothesis: Law, goal: Law) -> tuple[Word, ...] | None:
    """Words under which the goal is false in a magma of words, or its opposite, in which the hypothesis is true."""
    proved = proved_in(hypothesis)
    return None if proved is None else falsifying(proved.magma, proved.seen(goal))


def refutation_by_words_file(name: str, hypothesis: Law, goal: Law, values: Sequence[Word]) -> LeanFile:
    """That one law does not imply another, by words that `refuting` found.

    What is claimed is stated with nothing but what a magma is. Raises: ValueError where no magma of words is known.
    """
    proved = proved_in(hypothesis)
    if proved is None:
        raise ValueError(f"{hypothesis} is not known to be true in a magma of words")
    magma = proved.magma
    carrier = f"Opposite {magma.name}" if proved.turned else magma.name
    names = " ".join(map(name_of, range(hypothesis.variables)))
    true = f"fun {names} => {_instance(proved, [name_of(place) for place in proved.places])}"
    seen = proved.seen(goal)
    law = f"[⟨{term_text(seen.left)}, {term_text(seen.right)}⟩]"
    instance = " ".join(f"(v {variable})" for variable in range(goal.variables))
    false = f"fun law => ({_differ(magma, values, law)}).1\n    fun v => law {instance}"
    claim = Claim(
        name,
        refutation_signature(hypothesis, goal),
        f"⟨{carrier}, inferInstance,\n    {true},\n    {false}⟩",
    )
    made = lean_file(["Magma", "Term", "Laws", "Words"], ["open Word"], [claim])
    return LeanFile(made.text, (name,), lean_file(["Magma"], [], [claim]).statement)
