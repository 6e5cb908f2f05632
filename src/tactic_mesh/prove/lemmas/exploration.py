"""Theory exploration: equations and implications about a file's functions that no test refutes, the small ones first.

Bottom-up in the manner of QuickSpec: terms over the functions in reach are built by size, and evaluated on random small
values; terms with equal values throughout are conjectured equal. Only one term of each class goes into larger ones, so
that what is found is not a consequence of what was found before by rewriting inside. Everything is bounded by counts,
so that the same file gives the same conjectures on any machine.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.reading import is_constructor_application
from tactic_mesh.prove.evaluation import FALSE, TRUE, Evaluator, Unevaluable, Value, Values
from tactic_mesh.prove.lemmas.conjectures import Conjecture, app_eq, canonical, stated, weight
from tactic_mesh.prove.lemmas.ordering import compare, is_instance
from tactic_mesh.prove.lemmas.signature import ARITHMETIC, Operation, Signature, filled
from tactic_mesh.term import (
    Constant,
    Local,
    Meta,
    Pi,
    Term,
    const,
    head_name,
    local,
    locals_in,
    rebuild,
    subterms,
)

VALUATIONS = 24
SIZE_MAX = 7
TERMS_MAX = 9000
CLASSES_PER_TYPE_MAX = 700
CHOICES_MAX = 200_000
"""Ways to put terms together that are looked at, those included that say nothing new."""
CALLS_MAX = 250_000
"""Calls of functions while terms are evaluated."""
PREDICATES_MAX = 40
PREMISES_MAX = 8
CONDITIONAL_SIZE_MAX = 5


class Explorer:
    """Conjectures over one signature. The same for the same seed, whatever the machine."""

    def __init__(
        self,
        made_of: Signature,
        known: Knowledge,
        constants: Mapping[str, Constant],
        *,
        seed: int = 0,
    ) -> None:
        self.signature, self.known = made_of, known
        self.evaluator = Evaluator(constants)
        self.values = Values(constants, seed)
        self._base = len(made_of.context)
        self.types: list[Term] = list(made_of.context)
        self.names: list[str] = list(made_of.names)
        self._classes: dict[Term, dict[int, list[tuple[Term, tuple[Value, ...]]]]] = {}
        self._by_value: dict[tuple[Term, tuple[Value, ...]], Term] = {}
        self._count = self._choices = 0
        self._calls_before = 0
        self._stopped = False
        self._fixed_values: dict[int, list[Value]] = {}
        self._programs: dict[Operation, Callable[[Mapping[int, Value]], Value] | None] = {}
        self._order = {name: i + 1 for i, name in enumerate(known.functions)}

    def conjectures(self, size_max: int = SIZE_MAX) -> Iterator[Conjecture]:
        """Equations by size, then implications between small predicates."""
        self._calls_before = self.evaluator.calls
        self._variables()
        accepted: list[Conjecture] = []
        seen: set[tuple[Term, Term]] = set()
        for size in range(1, size_max + 1):
            found: list[Conjecture] = []
            apart: dict[Conjecture, tuple[Term, Term, tuple[Value, ...]]] = {}
            for term, representative, type_, values in self._grow(size):
                conjecture = self._equation(term, representative)
                if conjecture is None:
                    continue
                key = canonical(conjecture.left, conjecture.right)
                if key not in seen:
                    seen.add(key)
                    found.append(conjecture)
                    apart[conjecture] = term, type_, values
            found.sort(key=lambda c: (c.size, -len(locals_in(c.left))))
            for conjecture in found:
                if self._stopped:
                    return
                if any(is_instance(conjecture, general) for general in accepted):
                    continue
                if self.tested(conjecture):
                    accepted.append(conjecture)
                    yield conjecture
                else:  # equal by chance on the few values so far: the term is one of its own
                    term, type_, values = apart[conjecture]
                    self._classes[type_].setdefault(size, []).append((term, values))
            if self._out():
                break
        yield from self._implications()
        yield from self._conditional()

    def _conditional(self) -> Iterator[Conjecture]:
        """Equations that hold where a small predicate of two variables has one of its values."""
        bool_type = const("Bool")
        found: list[Conjecture] = []
        for premise, truth in self._premises()[:PREMISES_MAX]:
            for wanted in (FALSE, TRUE):
                places = [k for k, value in enumerate(truth) if value == wanted]
                if self._stopped:
                    return
                if len(places) < 5:
                    continue
                side = app_eq(bool_type, premise, const(wanted[0]))
                for left, right in self._equal_at(places, locals_in(premise)):
                    one = Conjecture(left, right, tuple(self.types), side)
                    says_more = premise not in subterms(left) and premise not in subterms(right)
                    if says_more and not any(is_instance(one, other) for other in found) and self.tested(one):
                        found.append(one)
                        yield one

    def _premises(self) -> list[tuple[Term, tuple[Value, ...]]]:
        """Small predicates of two or more variables, one of each form; connectives of truth values are left out."""
        found: dict[Term, tuple[Term, tuple[Value, ...]]] = {}
        for term, values in self._classes.get(const("Bool"), {}).get(3, []):
            variables = locals_in(term)
            if len(variables) < 2 or head_name(term) not in self.known.functions:
                continue
            if any(head_name(self.types[index]) == "Bool" for index in variables):
                continue
            found.setdefault(canonical(term, term)[0], (term, values))
        return list(found.values())

    def _equal_at(self, places: list[int], wanted: frozenset[int]) -> Iterator[tuple[Term, Term]]:
        """Pairs of terms, the first with the variables `wanted`, that differ somewhere but not at these places."""
        for sizes in self._classes.values():
            known: dict[tuple[Value, ...], Term] = {}
            for size in sorted(sizes):
                if size > CONDITIONAL_SIZE_MAX:
                    break
                for term, values in sizes[size]:
                    key = tuple(values[k] for k in places)
                    other = known.setdefault(key, term)
                    if other is term or head_name(term) not in self.known.functions:
                        continue
                    if wanted <= locals_in(term) and locals_in(other) <= locals_in(term):
                        yield term, other

    def _variables(self) -> None:
        """Variables of the types in reach: three of each type that has constructors, two of the others."""
        for index in range(self._base):
            self._fixed_values[index] = self._samples(self.types[index])
        wanted: dict[Term, int] = {}
        for operation in self.signature.operations:
            for type_ in (*operation.arguments, operation.result):
                if not isinstance(type_, Pi):
                    wanted[type_] = 2 if isinstance(type_, Local) or head_name(type_) == "Bool" else 3
        for type_, count in wanted.items():
            for number in range(count):
                index = len(self.types)
                self.types.append(type_)
                self.names.append(f"{_letter(type_, self.names, self._base)}{'' if number == 0 else number}")
                self._fixed_values[index] = self._samples(type_)
                if all(value is not Unevaluable for value in self._fixed_values[index]):
                    self._remember(local(index), 1, type_, tuple(self._fixed_values[index]))
        for index in range(self._base):
            if isinstance(self.types[index], Pi):
                values = self._fixed_values[index]
                bucket = self._classes.setdefault(self.types[index], {}).setdefault(1, [])
                bucket.append((local(index), tuple(values)))

    def _samples(self, type_: Term) -> list[Value]:
        try:
            return [self.values.choice(type_) for _ in range(VALUATIONS)]
        except Unevaluable:
            return [None] * VALUATIONS

    def _remember(self, term: Term, size: int, type_: Term, values: tuple[Value, ...]) -> Term | None:
        """A term into its class; the term that stood for the class before, if there was one."""
        known = self._by_value.get((type_, values))
        if known is not None:
            return known
        sizes = self._classes.setdefault(type_, {})
        if sum(map(len, sizes.values())) < CLASSES_PER_TYPE_MAX:
            self._by_value[type_, values] = term
            sizes.setdefault(size, []).append((term, values))
        return None

    def _grow(self, size: int) -> Iterator[tuple[Term, Term, Term, tuple[Value, ...]]]:
        """Terms of one size whose values equal those of an earlier term: both, their type and the values."""
        for operation in self.signature.operations:
            arity = len(operation.arguments)
            if arity == 0:
                if size == 1:
                    yield from self._try(operation, (), size)
                continue
            if size - 1 < arity:
                continue
            for parts in _compositions(size - 1, arity):
                pools = [
                    self._classes.get(type_, {}).get(part, [])
                    for type_, part in zip(operation.arguments, parts, strict=True)
                ]
                if not all(pools):
                    continue
                for choice in itertools.product(*pools):
                    self._choices += 1
                    if self._says_nothing(operation, [term for term, _ in choice], choice):
                        continue
                    if self._out():
                        return
                    yield from self._try(operation, choice, size)

    def stop(self) -> None:
        """End the enumeration soon, also from another thread."""
        self._stopped = True

    def _out(self) -> bool:
        """Whether as much was enumerated as may be; counted, so that it does not depend on the machine's speed."""
        return (
            self._stopped
            or self._count > TERMS_MAX
            or self._choices > CHOICES_MAX
            or self.evaluator.calls - self._calls_before > CALLS_MAX
        )

    def _says_nothing(
        self,
        operation: Operation,
        terms: Sequence[Term],
        choice: Sequence[tuple[Term, tuple[Value, ...]]],
    ) -> bool:
        """Whether a term is ground, computes by a defining equation, or is a plain variation of a sum."""
        if not any(term.has_local for term in terms):
            return True
        if operation.name in ARITHMETIC:
            return _is_plain_sum(operation.name, choice)
        function = self.known.functions.get(operation.name)
        if function is None or function.branches or not function.matched:
            return False
        skipped = function.arity - len(terms)
        looked_at = [terms[position - skipped] for position in function.matched if position >= skipped]
        return bool(looked_at) and all(is_constructor_application(term, self.known) for term in looked_at)

    def _try(
        self, operation: Operation, choice: Sequence[tuple[Term, tuple[Value, ...]]], size: int
    ) -> Iterator[tuple[Term, Term, Term, tuple[Value, ...]]]:
        self._count += 1
        term = filled(operation.template, [term for term, _ in choice])
        values = self._evaluated(operation, choice)
        if values is None:
            return
        known = self._remember(term, size, operation.result, values)
        if known is not None and known is not term:
            yield term, known, operation.result, values

    def _evaluated(
        self, operation: Operation, choice: Sequence[tuple[Term, tuple[Value, ...]]]
    ) -> tuple[Value, ...] | None:
        program = self.program(operation)
        if program is None:
            return None
        found = []
        try:
            for k in range(VALUATIONS):
                arguments = {i: values[k] for i, (_, values) in enumerate(choice)}
                found.append(program(arguments))
            hash(tuple(found))
        except (Unevaluable, TypeError):
            return None
        return tuple(found)

    def program(self, operation: Operation) -> Callable[[Mapping[int, Value]], Value] | None:
        """An operation as a program of its arguments; None if it has none."""
        cache = self._programs
        if operation not in cache:
            # Type and instance arguments may mention the context's variables; their values do not matter.
            def plain(one: Term, _passed: int) -> Term | None:
                if isinstance(one, Local):
                    return const("Nat")
                return local(one.index) if isinstance(one, Meta) else None

            term = rebuild(operation.template, plain)
            try:
                cache[operation] = self.evaluator.program(term)
            except Unevaluable:
                cache[operation] = None
        return cache[operation]

    def _equation(self, term: Term, representative: Term) -> Conjecture | None:
        left, right = term, representative
        if not locals_in(left):
            return None
        order = compare(left, right, self._order)
        if order < 0 or (order == 0 and weight(left) < weight(right)):
            left, right = right, left
        if not locals_in(right) <= locals_in(left):
            left, right = right, left
            if not locals_in(right) <= locals_in(left):
                return None
        if isinstance(left, Local):
            return None
        return Conjecture(left, right, tuple(self.types))

    def _implications(self) -> Iterator[Conjecture]:
        """`p = true → q = true` for small predicates: true whenever the premise is, and not always true."""
        bool_type = const("Bool")
        predicates: list[tuple[Term, tuple[Value, ...]]] = []
        for size in sorted(self._classes.get(bool_type, {})):
            if size > 5:
                break
            for term, values in self._classes[bool_type][size]:
                is_call = head_name(term) in self.known.functions
                if is_call and TRUE in values and FALSE in values and len(predicates) < PREDICATES_MAX:
                    predicates.append((term, values))
        found = []
        true = const("Bool.true")
        for premise, values in predicates:
            for goal, results in predicates:
                if premise is goal or not locals_in(premise) & locals_in(goal):
                    continue
                if sum(v == TRUE for v in values) < 3:
                    continue
                if all(r == TRUE for v, r in zip(values, results, strict=True) if v == TRUE):
                    found.append(Conjecture(goal, true, tuple(self.types), app_eq(bool_type, premise, true)))
        seen: set[tuple[Term, Term]] = set()
        for conjecture in sorted(found, key=lambda c: c.size):
            assert conjecture.premise is not None
            key = canonical(conjecture.premise, conjecture.left)
            if key not in seen and self.tested(conjecture):
                seen.add(key)
                yield conjecture

    def statement(
        self, conjecture: Conjecture, *, explicit: bool = False, renderings: Mapping[str, str] | None = None
    ) -> str:
        """The conjecture as Lean text, closed by `∀`. `renderings` are library texts for functions of the file."""
        names = self.names[: self._base]
        return stated(conjecture, self.known.infos, names, explicit=explicit, renderings=renderings)

    def tested(self, conjecture: Conjecture, trials: int = 150) -> bool:
        """Whether a conjecture survives further random values, enough of them under its premise."""
        parts = [conjecture.left, conjecture.right, *([conjecture.premise] if conjecture.premise else [])]
        indices = sorted(frozenset().union(*map(locals_in, parts)))
        met = 0
        try:
            left, right = self.evaluator.program(conjecture.left), self.evaluator.program(conjecture.right)
            holds = self.evaluator.program(conjecture.premise) if conjecture.premise else None
            for _ in range(trials):
                values = {i: self.values.choice(conjecture.types[i]) for i in indices}
                if holds is None or holds(values):
                    met += 1
                    if left(values) != right(values):
                        return False
        except Unevaluable:
            return False
        return met >= 5


def _is_plain_sum(name: str, choice: Sequence[tuple[Term, tuple[Value, ...]]]) -> bool:
    """Whether arithmetic on these arguments says nothing new: constants, or the other order of a sum or product."""
    terms = [term for term, _ in choice]
    if any(head_name(term) in ("Nat.succ", "OfNat.ofNat") for term in terms):
        return True
    return name in ("HAdd.hAdd", "HMul.hMul") and choice[0][1] > choice[1][1]


def _compositions(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """All ways to write `total` as `parts` positive numbers."""
    if parts == 1:
        if total >= 1:
            yield (total,)
        return
    for first in range(1, total - parts + 2):
        for rest in _compositions(total - first, parts - 1):
            yield (first, *rest)


def _letter(type_: Term, names: Sequence[str], base: int) -> str:
    return {"Nat": "n", "List": "xs", "Bool": "b"}.get(head_name(type_), "x")
