"""Is the statement false? A counterexample among small values, and Lean's proof of the negation.

The statement's variables are read from Lean's own display of the goal after `intros`. Type variables become small
finite types, predicates and functions on them tables, so that a first-order statement is tried in finite models.
`interpreter.py` finds the first values that make the rest false; then the negation is proven from them, stated as a
theorem of its own, and checked from its text like any proof. What Lean does not accept is never called refuted.

Not promised: that a false statement is found to be false; where parts are undecidable, only a few values are tried.
"""

from __future__ import annotations

import asyncio
import itertools
import math
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.engine import Lean, Worker
from tactic_mesh.lean.messages import diagnostics
from tactic_mesh.prove.disproof.depth import QUICK, Depth
from tactic_mesh.prove.disproof.interpreter import Interpreter, Question, Unknown, interpreter, told
from tactic_mesh.prove.disproof.small import Family, Type, argument, read_type, substituted
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Goal, NoVerdict, Outcome, Theorem, Verdict, normalise
from tactic_mesh.verify.check import check
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.request import Request

CHECK_WALL_S = 30.0
VARIABLES_MAX = 16
_CLAIM = "tactic_mesh_claim"
_SORT = re.compile(r"^(Type|Sort)\b[^→]*$")
_UNIVERSE = re.compile(r"\b(?:Type|Sort) (?:[\w*]+|\([^()]*\))")
_IMPLICIT = re.compile(r"[{⦃\[]")


@dataclass(frozen=True, slots=True)
class Refutation:
    """Lean's proof that a statement is false.

    `instance` names the variables that a counterexample gives values to; it is empty for a statement that was
    refuted as a whole. `lean_file` states and proves `statement`, the negation, under `name`.
    """

    instance: tuple[tuple[str, str], ...]
    name: str
    statement: str
    proof: str
    lean_file: str
    checked: Checked

    @property
    def reason(self) -> str:
        """One line for people."""
        if not self.instance:
            return "the negation has a proof"
        return "false for " + ", ".join(f"{name} := {value}" for name, value in self.instance)

    def as_json(self) -> dict[str, object]:
        """The negation and its proof; `trust` and `axioms` are those of that proof."""
        verdict = self.checked.verdict
        return {
            "instance": [{"name": name, "value": value} for name, value in self.instance],
            "name": self.name,
            "statement": self.statement,
            "proof": self.proof,
            "lean_file": self.lean_file,
            "trust": verdict.trust if isinstance(verdict, Verdict) else None,
            "axioms": list(verdict.axioms) if isinstance(verdict, Verdict) else [],
        }


@dataclass(frozen=True, slots=True)
class _Variable:
    """What one `∀` or hypothesis of the statement is: `kind` is `type`, `value`, `proof` or `instance`.

    `implicit` is set for all if one of them need not be written.
    """

    name: str
    type: str
    kind: str
    implicit: bool


@dataclass(frozen=True, slots=True)
class Counterexample:
    """What a look found, as Lean accepted it in the look's worker: nothing is refuted yet.

    `proof` is of `negated`, the negation, whose full name is `full_name`; its file needs `instances` before it.
    """

    instance: tuple[tuple[str, str], ...]
    proof: str
    full_name: str
    negated: str
    instances: str = ""


async def refute(
    lean: Lean,
    theorem: Theorem,
    prelude: str,
    definitions: tuple[str, ...],
    wall_s: float,
    depth: Depth = QUICK,
) -> Refutation | None:
    """A refutation that was found within `wall_s` and accepted by Lean, or None.

    `prelude` and `definitions` are those that Lean accepted: the text before the statement, and what it defines.
    The final check of the negation's file comes on top of `wall_s`; it has its own limit.
    """
    async with lean.worker(Limits()) as worker:
        found = await looked(worker, theorem, prelude, definitions, wall_s, depth)
    return None if found is None else await refutation(lean, theorem, prelude, found)


async def looked(
    worker: Worker,
    theorem: Theorem,
    prelude: str,
    definitions: tuple[str, ...],
    wall_s: float,
    depth: Depth,
) -> Counterexample | None:
    """The first counterexample that one look finds in its worker within `wall_s`."""
    search = _Search(worker, theorem, definitions, time.monotonic() + wall_s, depth, negation(theorem))
    try:
        async with asyncio.timeout(wall_s):
            return await search.run(prelude)
    except TimeoutError:
        return None


async def refutation(lean: Lean, theorem: Theorem, prelude: str, found: Counterexample) -> Refutation | None:
    """The refutation by a counterexample, if Lean accepts the negation's file from its text."""
    text, trusted = (_file(theorem, found, prelude, body) for body in (found.proof, "by\n  sorry"))
    checked = await check(
        lean, Request(text, (found.full_name,), trusted, limits=Limits(wall_s=CHECK_WALL_S))
    )
    if checked.outcome is not Outcome.PROVED:
        return None
    return Refutation(found.instance, _negated_name(theorem.name), found.negated, found.proof, text, checked)


def negation(theorem: Theorem) -> str:
    """`¬ (∀ binders, statement)`."""
    whole = f"∀ {theorem.binders}{_gap(theorem.binders)}, {theorem.statement}" if theorem.binders else None
    inner = whole or theorem.statement
    return f"¬ ({inner}{_gap(inner)})"


def _gap(text: str) -> str:
    return "\n" if "--" in text.rpartition("\n")[2] else ""


def _negated_name(name: str) -> str:
    space, dot, last = name.rpartition(".")
    return f"{space}{dot}not_{last}" if not last.startswith("«") else f"{space}{dot}«not_{last[1:]}"


def _file(theorem: Theorem, found: Counterexample, prelude: str, proof: str) -> str:
    imports = "".join(f"import {module}\n" for module in theorem.imports)
    before = prelude if prelude.startswith(imports) else imports + normalise(prelude)
    before = before.strip("\n")
    before = "\n\n".join(filter(None, [before, found.instances.strip()]))
    return (f"{before}\n\n" if before else "") + _stated(theorem, found.negated, proof)


def _stated(theorem: Theorem, negated: str, proof: str) -> str:
    return f"theorem {_negated_name(theorem.name)} : {negated} := {proof}\n"


@dataclass(slots=True)
class _Search:
    """One search for a refutation, in one worker; it ends when the worker died too often or the deadline passes."""

    worker: Worker
    theorem: Theorem
    definitions: tuple[str, ...]
    deadline: float
    depth: Depth
    negated: str = ""
    base: int = 0
    claimed: int = 0
    instances: str = ""
    """What the negation's file needs besides the prelude: decidable equality of the user's types."""
    evaluated: bool = False
    """Whether some values could be computed; else tactics have to say what is false."""
    unknown: list[dict[str, Type]] = field(default_factory=list)
    """Models in which nothing could be."""
    revivals: int = 0

    @property
    def left_s(self) -> float:
        return self.deadline - time.monotonic()

    def _wall_s(self) -> float:
        return max(0.05, min(self.depth.step_wall_s, self.left_s))

    async def _goes_on(self) -> bool:
        """Whether there is time, and a worker: one that died is replaced a few times."""
        if self.left_s <= 0:
            return False
        if not self.worker.alive and self.revivals < self.depth.revivals_max:
            self.revivals += 1
            await self.worker.revive()
        return self.worker.alive

    async def run(self, prelude: str) -> Counterexample | None:
        before = await self.worker.run(prelude, max(0.1, self.left_s), keep=True, constants=True)
        if isinstance(before, NoVerdict) or before.errors or before.state is None:
            return None
        limited = await self.worker.run(
            f"set_option maxHeartbeats {self.depth.heartbeats}\nset_option linter.all false\n",
            self._wall_s(),
            base=before.state,
            keep=True,
        )
        if isinstance(limited, NoVerdict) or limited.state is None:
            return None
        self.base = limited.state
        prepared = await interpreter(
            self.worker,
            self.base,
            before.constants or (),
            self._wall_s(),
            listed_max=self.depth.listed_max,
        )
        if isinstance(prepared, NoVerdict):
            return None
        variables = await self._variables(prepared)
        if variables is None:
            return None
        found = await self._by_evaluation(variables, prepared)
        if found is None and self.depth.guesses_max:
            found = await self._by_guesses(variables, prepared)
        if found is None and not self.evaluated:
            found = await self._by_tactics(variables, prepared)
        if found is None:
            return None
        full_name = await self._contradicts(found[1])
        return None if full_name is None else Counterexample(*found, full_name, self.negated, self.instances)

    async def _variables(self, prepared: Interpreter) -> list[_Variable] | None:
        """The statement's variables and hypotheses, numbered `v1`, `v2`, …; None if Lean shows none of it."""
        t = self.theorem
        claim = f"theorem {_CLAIM} {t.binders}\n: {t.statement}\n:= by sorry\n"
        claimed = await self.worker.run(claim, self._wall_s(), base=prepared.state, keep=True)
        if isinstance(claimed, NoVerdict) or claimed.errors or claimed.state is None:
            return None
        self.claimed = prepared.state = claimed.state
        before, named = await self._goal("skip"), await self._goal("unhygienic intros")
        if named is None:  # the goal is gone after its introductions, or there is none to see
            return []
        taken = [name for h in before.hypotheses for name in h.names] if before else []
        outside = len(taken)
        names = [name for h in named.hypotheses for name in h.names][outside:]
        names = [base if (base := re.sub(r"_\d+$", "", name)) in taken else name for name in names]
        if len(names) > VARIABLES_MAX:
            return None
        shown = (
            await self._goal(f"intro {' '.join(f'v{i + 1}' for i in range(len(names)))}") if names else named
        )
        types = [h.type for h in shown.hypotheses for _ in h.names][outside:] if shown else []
        if len(types) != len(names):
            return None
        kinds = await self._kinds(types, prepared)
        if kinds is None:
            return None
        # `variable`s stand outside the statement's text, and a negation in every universe would be too much.
        if outside or any(
            kind == "type" and type_ != "Type" for kind, type_ in zip(kinds, types, strict=True)
        ):
            self.negated = await self._displayed() or self.negated
        implicit = bool(_IMPLICIT.search(self.negated))
        return [_Variable(*one, implicit) for one in zip(names, types, kinds, strict=True)]

    async def _displayed(self) -> str | None:
        """The negation of the whole claim as Lean displays it, in the lowest universe."""
        answer = await self.worker.run(f"#check @{_CLAIM}\n", self._wall_s(), base=self.claimed)
        if isinstance(answer, NoVerdict) or not (said := told(answer)):
            return None
        statement = said[0].partition(" : ")[2]
        return f"¬ ({_UNIVERSE.sub('Type', statement)})"

    async def _kinds(self, types: list[str], prepared: Interpreter) -> list[str] | None:
        model = {f"v{i + 1}": Type("Bool") for i, type_ in enumerate(types) if _SORT.match(type_)}
        kinds = []
        for i, type_ in enumerate(types):
            if _SORT.match(type_):
                kinds.append("type")
            elif _family(prepared, type_, model, 4) is not None:
                kinds.append("value")
            else:
                names = " ".join(f"v{j + 1}" for j in range(i + 1))
                text = f"example : type_of% @{_CLAIM} := by\n  intro {names}\n"
                text += f"  have _t : Prop := type_of% v{i + 1}\n  sorry\n"
                answer = await self.worker.run(text, self._wall_s(), base=self.claimed)
                if isinstance(answer, NoVerdict):
                    return None
                kinds.append("proof" if answer.errors == 0 else "instance")
        return kinds

    async def _goal(self, tactic: str) -> Goal | None:
        text = f"example : type_of% @{_CLAIM} := by\n  {tactic}\n"
        answer = await self.worker.run(text, self._wall_s(), base=self.claimed)
        if isinstance(answer, NoVerdict):
            return None
        goals = [goal for d in diagnostics(answer.messages) if d.error_class is not None for goal in d.goals]
        return goals[0] if goals else None

    async def _by_evaluation(
        self, variables: list[_Variable], prepared: Interpreter
    ) -> tuple[tuple[tuple[str, str], ...], str] | None:
        """A counterexample that was computed, and the negation's proof from it."""
        told_apart: dict[str, int] = {}
        for points in self.depth.points:
            if points > self.depth.points[0] and not self.evaluated:
                return None
            for model in self._models(variables):
                if not await self._goes_on():
                    return None
                families = _families(variables, model, prepared, points)
                if families is None:
                    continue
                count = math.prod(family.count for family in families.values())
                if told_apart.get(str(model)) == count:
                    continue  # the round before had all of them
                told_apart[str(model)] = count
                question = _question(variables, model, families)
                (found,) = await prepared.falsify([question], self._wall_s(), points=points)
                self.evaluated = self.evaluated or not isinstance(found, Unknown)
                if isinstance(found, Unknown) and model not in self.unknown:
                    self.unknown.append(model)
                if not isinstance(found, tuple):
                    continue
                values = {i: f.text(n) for (i, f), n in zip(families.items(), found, strict=True)}
                proof = await self._proven(variables, model, values, prepared)
                if proof is not None:
                    return _told(variables, model, values), proof
        return None

    async def _by_tactics(
        self, variables: list[_Variable], prepared: Interpreter
    ) -> tuple[tuple[tuple[str, str], ...], str] | None:
        """A few small values in a statement that cannot be computed, or the statement as a whole."""
        for model in itertools.islice(self._models(variables), 4):
            families = _families(variables, model, prepared, self.depth.instances_max)
            if families is None:
                continue
            counts = [family.count for family in families.values()]
            for numbers in itertools.islice(_small_first(counts), self.depth.instances_max):
                if not await self._goes_on():
                    return None
                values = {i: f.text(n) for (i, f), n in zip(families.items(), numbers, strict=True)}
                if (proof := await self._soon_proven(variables, model, values, prepared)) is not None:
                    return _told(variables, model, values), proof
        return None

    async def _by_guesses(
        self, variables: list[_Variable], prepared: Interpreter
    ) -> tuple[tuple[tuple[str, str], ...], str] | None:
        """Instances that look false where each quantifier inside is evaluated on a few values."""
        if not any(variable.kind == "value" for variable in variables):
            return None
        state = await prepared.guessing(self._wall_s())
        for model in self.unknown if state is not None else ():
            families = _families(variables, model, prepared, self.depth.points[0])
            passed: list[tuple[int, ...]] = []
            while families is not None and len(passed) < self.depth.guesses_max and await self._goes_on():
                question = replace(_question(variables, model, families), passed=tuple(passed))
                points = self.depth.points[0]
                (found,) = await prepared.falsify([question], self._wall_s(), points=points, state=state)
                if not isinstance(found, tuple):
                    break
                passed.append(found)
                values = {i: f.text(n) for (i, f), n in zip(families.items(), found, strict=True)}
                if (proof := await self._soon_proven(variables, model, values, prepared)) is not None:
                    return _told(variables, model, values), proof
        return None

    def _models(self, variables: list[_Variable]) -> Iterator[dict[str, Type]]:
        """What the type variables stand for: the same type for all, then different ones."""
        names = [f"v{i + 1}" for i, v in enumerate(variables) if v.kind == "type"]
        if not names:
            yield {}
            return
        types = [read_type(model) or Type(model) for model in self.depth.models]
        for type_ in types:
            yield dict.fromkeys(names, type_)
        if len(names) == 2:
            for first, second in itertools.permutations(types[: self.depth.mixed], 2):
                yield dict(zip(names, (first, second), strict=True))

    @property
    def _closers(self) -> list[str]:
        local = ", ".join(self.definitions)
        unfolding = [f"simp [{local}]", f"simp +decide [{local}]"] if local else []
        return [
            "decide",
            "simp",
            "omega",
            "decide +kernel",
            *unfolding,
            *self.depth.about_witness,
            "simp_all",
            "grind",
        ]

    async def _accepted(self, proofs: list[str], base: int) -> str | None:
        """The first of the negation's proofs that Lean accepts."""
        texts = [_stated(self.theorem, self.negated, proof) for proof in proofs]
        answers = [answer async for answer in self.worker.try_each(texts, self._wall_s(), base=base)]
        last = answers[-1]  # the series ends with the first that is accepted
        accepted = isinstance(last, RawAnswer) and last.errors == 0 and not _unfinished(last)
        return proofs[len(answers) - 1] if accepted else None

    async def _proven(
        self,
        variables: list[_Variable],
        model: dict[str, Type],
        values: dict[int, str],
        prepared: Interpreter,
    ) -> str | None:
        """The first of some short proofs from these values that Lean accepts."""
        instances = prepared.derived
        pairs = [(closer, closer) for closer in self._closers]
        by_computation = [("rfl", "nofun"), ("nofun", "nofun")]
        # Types without decidable equality are told apart by their constructors.
        pairs = pairs[:1] + by_computation + pairs[1:] if instances else pairs + by_computation[:1]
        pairs.append((_any_of(self._closers),) * 2)
        proofs = [_proof(variables, model, values, *pair) for pair in pairs]
        if (proof := await self._accepted(proofs, self.base)) is not None or not instances:
            return proof
        if (proof := await self._accepted(proofs[:1], prepared.state)) is not None:
            self.instances = "".join(instances)
        return proof

    async def _soon_proven(
        self,
        variables: list[_Variable],
        model: dict[str, Type],
        values: dict[int, str],
        prepared: Interpreter,
    ) -> str | None:
        """The same for values that mostly are no counterexample: all tactics at once say soon that none helps."""
        closers = _any_of(self._closers)
        if not await self._accepted([_proof(variables, model, values, closers, closers)], self.base):
            return None
        return await self._proven(variables, model, values, prepared)

    async def _contradicts(self, proof: str) -> str | None:
        """The negation's full name, if it contradicts the claim as Lean understood it (with its `variable`s)."""
        text = _stated(self.theorem, self.negated, proof)
        added = await self.worker.run(text, self._wall_s(), base=self.claimed, keep=True, constants=True)
        if isinstance(added, NoVerdict) or added.errors or added.state is None:
            return None
        last = _negated_name(self.theorem.name)
        against = f"example : False := @{last} @{_CLAIM}\n"
        answer = await self.worker.run(against, self._wall_s(), base=added.state)
        if isinstance(answer, NoVerdict) or answer.errors:
            return None
        names = [c.name for c in added.constants or () if c.kind == "theorem" and not c.internal]
        return next((name for name in names if f".{name}".endswith(f".{last}")), last)


def _unfinished(answer: RawAnswer) -> bool:
    return any("sorry" in str(message["data"]) for message in answer.messages)


def _family(prepared: Interpreter, type_: str, model: dict[str, Type], count_max: int) -> Family | None:
    read = read_type(type_)
    return None if read is None else prepared.small.family(substituted(read, model), count_max)


def _families(
    variables: list[_Variable], model: dict[str, Type], prepared: Interpreter, points: int
) -> dict[int, Family] | None:
    """The families of the variables that get a value; None if one has none."""
    wanted = [i for i, v in enumerate(variables) if v.kind == "value"]
    each = points if len(wanted) < 2 else max(4, math.ceil(2 * points ** (1 / len(wanted))))
    found = {}
    for i in wanted:
        family = _family(prepared, variables[i].type, model, each)
        if family is None:
            return None
        found[i] = family
    return found


def _arguments(
    variables: list[_Variable], model: dict[str, Type], values: dict[int, str], proofs: dict[int, str]
) -> str:
    """What the statement is applied to, in order; it ends with the last variable that has a value or a type."""
    words = []
    for i, variable in enumerate(variables):
        if variable.kind == "type":
            words.append(argument(str(model[f"v{i + 1}"])))
        elif variable.kind == "value":
            words.append(argument(values[i]))
        elif variable.kind == "instance":
            words.append("inferInstance")
        else:
            words.append(proofs[i])
    return " ".join(words)


def _question(variables: list[_Variable], model: dict[str, Type], families: dict[int, Family]) -> Question:
    """The statement in this model, of all values of these families."""
    return Question(
        tuple(f"v{i + 1}" for i in families),
        tuple(families.values()),
        lambda terms: _instantiated(variables, model, dict(zip(families, terms, strict=True))),
    )


def _instantiated(variables: list[_Variable], model: dict[str, Type], values: dict[int, str]) -> str:
    """The statement at these values, its hypotheses before it."""
    hypotheses = {i: f"h{i + 1}" for i, v in enumerate(variables) if v.kind == "proof"}
    applied = f"@{_CLAIM} {_arguments(variables, model, values, hypotheses)}"
    binders = f"fun {' '.join(hypotheses.values())} => " if hypotheses else ""
    return f"type_of% ({binders}{applied})"


def _any_of(closers: list[str]) -> str:
    return " ".join(["first", *(f"| ({closer}; done)" for closer in closers)])


def _proof(
    variables: list[_Variable],
    model: dict[str, Type],
    values: dict[int, str],
    hypothesis: str,
    closer: str,
) -> str:
    """The negation's proof from a counterexample: every hypothesis there by one tactic, the contradiction by one."""
    if not variables:
        return f"by\n  {closer}"
    hypotheses = {i: f"(by {hypothesis})" for i, v in enumerate(variables) if v.kind == "proof"}
    words = _arguments(variables, model, values, hypotheses)
    at = "@" if any(v.implicit for v in variables) else ""
    return f"by\n  intro h\n  exact absurd ({at}h {words}) (by {closer})"


def _small_first(counts: list[int]) -> Iterator[tuple[int, ...]]:
    """Numbers below `counts`, by their sum."""
    for total in range(sum(counts) + 1):
        yield from (
            n for n in itertools.product(*(range(min(c, total + 1)) for c in counts)) if sum(n) == total
        )


def _told(
    variables: list[_Variable], model: dict[str, Type], values: dict[int, str]
) -> tuple[tuple[str, str], ...]:
    """The instance for people, in the statement's own names."""
    found = []
    for i, variable in enumerate(variables):
        if variable.kind == "type":
            found.append((variable.name, str(model[f"v{i + 1}"])))
        elif variable.kind == "value":
            found.append((variable.name, values[i]))
    return tuple(found)
