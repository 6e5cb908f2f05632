"""Is this false on small values? Evaluation of statements and terms by Lean's own interpreter.

A statement with decidable parts is compiled once and run on thousands of small values; what comes back is the first
that makes it false. Nothing here is evidence: `refute.py` has the counterexample proven, and lemma discovery uses
"false" to drop a candidate and "not false" to try it.

Cost, measured on one core of a shared machine: see `Interpreter.falsify`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tactic_mesh.lean.answer import Constant, RawAnswer
from tactic_mesh.lean.engine import Worker
from tactic_mesh.prove.disproof.small import (
    DIGITS,
    LISTED_MAX,
    Constructor,
    Family,
    SmallValues,
    Type,
    read_constructor,
)
from tactic_mesh.theorem import NoVerdict

POINTS_MAX = 2_000
TYPES_MAX = 40
CONSTRUCTORS_MAX = 200

_SEARCH = """\
namespace TacticMesh.Small

/-- Numbers below `counts` whose sum is `sum`, each given to `p` until one is refused or `left` are used up. -/
@[noinline] unsafe def along (p : List Nat → Bool) : List Nat → Nat → List Nat → Nat → Except (List Nat) Nat
  | [], sum, chosen, left =>
    if sum = 0 then (if p chosen.reverse then .ok (left - 1) else .error chosen.reverse) else .ok left
  | [count], sum, chosen, left => if sum < count then along p [] 0 (sum :: chosen) left else .ok left
  | count :: counts, sum, chosen, left =>
    if counts.foldl (· + ·) 0 + count < sum + 1 then .ok left else
    (List.range (min count (sum + 1))).foldlM (init := left) fun left i =>
      if left = 0 then .ok 0 else along p counts (sum - i) (i :: chosen) left

/-- Numbers below `counts`, drawn by a linear congruence from `seed`. -/
@[noinline] unsafe def drawn : List Nat → Nat → List Nat
  | [], _ => []
  | count :: counts, seed =>
    let seed := (seed * 6364136223846793005 + 1442695040888963407) % 18446744073709551616
    (seed / 4294967296 % count) :: drawn counts seed

/-- Numbers below `counts` as one number. -/
unsafe def code : List Nat → List Nat → Nat
  | count :: counts, number :: numbers => number + count * code counts numbers
  | _, _ => 0

/-- The list of that number among the lists of numbers below `base`, shorter ones first; the last digit first. -/
def digits (base number : Nat) : List Nat :=
  go number number
where
  go : Nat → Nat → List Nat
    | 0, _ => []
    | fuel + 1, number =>
      if number = 0 then [] else ((number - 1) % base) :: go fuel ((number - 1) / base)

/-- One more than the code of the first numbers that `p` refuses, 0 if it refuses none: small ones in order, then
scattered ones where there are more. -/
@[noinline] unsafe def search (counts : List Nat) (points : Nat) (p : List Nat → Bool) : Nat :=
  let total := counts.foldl (· * ·) 1
  let ordered := if total ≤ points then points else points / 2
  match (List.range (counts.foldl (· + ·) 1)).foldlM (init := ordered + 1) fun left sum =>
      if left ≤ 1 then .ok left else along p counts sum [] left with
  | .error found => code counts found + 1
  | .ok _ =>
    if total ≤ points then 0
    else (List.range (points - ordered)).findSome? (fun i =>
      let numbers := drawn counts (i * 2654435761 + 12345)
      if p numbers then none else some (code counts numbers + 1)) |>.getD 0

end TacticMesh.Small
"""
_GUESSING = f"""\
namespace TacticMesh.Small

/-- A few values of a type that may have many. -/
class Few (α : Type _) where
  few : List α

instance : Few Nat := ⟨List.range 24⟩
instance : Few Int := ⟨(List.range 25).map fun i => Int.ofNat i - 12⟩
instance {{α}} [Few α] : Few (Option α) := ⟨none :: (Few.few.take 8).map some⟩
instance {{α β}} [Few α] [Few β] : Few (α × β) :=
  ⟨(Few.few.take 8).flatMap fun a => (Few.few.take 8).map fun b => (a, b)⟩
instance {{α}} [Few α] : Few (List α) :=
  ⟨(List.range 40).map fun i => ({DIGITS} 3 i).filterMap fun d => (Few.few : List α)[d]?⟩

axiom guessed {{p : Prop}} : p

instance (priority := low) forSome {{α}} [Few α] (p : α → Prop) [DecidablePred p] : Decidable (∃ x, p x) :=
  if (Few.few : List α).any fun x => decide (p x) then isTrue guessed else isFalse guessed
instance (priority := low) forAll {{α}} [Few α] (p : α → Prop) [DecidablePred p] : Decidable (∀ x, p x) :=
  if (Few.few : List α).all fun x => decide (p x) then isTrue guessed else isFalse guessed

end TacticMesh.Small
"""
"""Quantifiers evaluated on a few values: a guess, for a state in which nothing is ever proven."""
FEW_LISTED_MAX = 30


@dataclass(frozen=True, slots=True)
class Question:
    """Variables (their names in Lean) with their families, and what is said of them.

    `body` gets a Lean term for each variable, its name unless it is a predicate, and returns a proposition; that
    has to be decidable to be evaluated.
    """

    names: tuple[str, ...]
    families: tuple[Family, ...]
    body: Callable[[Sequence[str]], str]
    passed: tuple[tuple[int, ...], ...] = ()
    """Numbers of values that are not looked at again."""


@dataclass(frozen=True, slots=True)
class Holds:
    """No value that was tried makes the statement false."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """The statement was not evaluated; Lean's reason."""

    reason: str


Found = tuple[int, ...] | Holds | Unknown
"""The numbers of a counterexample's values in their families, or why there is none."""


@dataclass(slots=True)
class Interpreter:
    """A worker at the end of a prelude, with what evaluation needs added to its state.

    `derived` are the texts of the instances that were added.

    A `NoVerdict` (an evaluation that does not end) leaves the worker dead; what was not answered is `Unknown`.
    """

    worker: Worker
    state: int
    small: SmallValues
    derived: tuple[str, ...] = ()

    async def guessing(self, wall_s: float) -> int | None:
        """A state after the interpreter's in which quantifiers are evaluated on a few values; None if there is none."""
        text = _GUESSING
        for head, constructors in self.small.constructors.items():
            if not any(constructor.parameters for constructor in constructors):
                values, _ = self.small.values(Type(head), FEW_LISTED_MAX)
                text += f"instance : TacticMesh.Small.Few {head} := ⟨[{', '.join(values)}]⟩\n"
        answer = await self.worker.run(text, wall_s, base=self.state, keep=True)
        return None if isinstance(answer, NoVerdict) or answer.errors else answer.state

    async def falsify(
        self,
        questions: Sequence[Question],
        wall_s: float,
        *,
        points: int = POINTS_MAX,
        state: int | None = None,
    ) -> list[Found]:
        """For each question the first of `points` values that makes it false; `wall_s` bounds each of them.

        `state` is another one than the interpreter's to evaluate in.

        Processor time, measured over equations of lists and binary numbers: 7 ms for one that is false or holds on 100
        points, 11 ms on 400; most of it is elaborating and compiling the statement.
        """
        found: list[Found] = []
        texts = [_search_text(question, points) for question in questions]
        base = self.state if state is None else state
        async for answer in self.worker.try_each(texts, wall_s, base=base, stop=False):
            found.append(_read(answer, questions[len(found)]))
        return found + [Unknown("not evaluated")] * (len(questions) - len(found))


async def interpreter(
    worker: Worker, base: int, constants: Iterable[Constant], wall_s: float, *, listed_max: int = LISTED_MAX
) -> Interpreter | NoVerdict:
    """Learn the inductive types among `constants` (what a prelude added) and prepare a state after `base`.

    Types get decidable equality; a type for which Lean cannot derive it is left without.
    """
    known = tuple(constants)
    searching = await worker.run(_SEARCH, wall_s, base=base, keep=True)
    if isinstance(searching, NoVerdict):
        return searching
    if searching.errors or searching.state is None:
        return NoVerdict("unavailable", False, "this Lean does not take the definitions of the search")
    state = searching.state
    names = [c.name for c in known if c.kind == "constructor" and not c.internal][:CONSTRUCTORS_MAX]
    learnt = await worker.run("".join(f"#check @{name}\n" for name in names), wall_s, base=base)
    if isinstance(learnt, NoVerdict):
        return learnt
    by_type: dict[str, list[Constructor]] = {}
    for text in told(learnt):
        if (read := read_constructor(text)) is not None:
            by_type.setdefault(read[0], []).append(read[1])
    derived = []
    for name in [c.name for c in known if c.kind == "inductive" and not c.internal][:TYPES_MAX]:
        text = f"deriving instance DecidableEq for {name}\n"
        answer = await worker.run(text, wall_s, base=state, keep=True)
        if isinstance(answer, NoVerdict):
            return answer
        if answer.errors == 0 and answer.state is not None:
            state = answer.state
            derived.append(text)
    small = SmallValues({head: tuple(found) for head, found in by_type.items()}, listed_max)
    return Interpreter(worker, state, small, tuple(derived))


def told(answer: RawAnswer) -> list[str]:
    """What commands such as `#check` and `#eval` printed: no errors, no warnings."""
    return [str(m["data"]).strip() for m in answer.messages if m["severity"] == "information"]


def equation(
    small: SmallValues, variables: Sequence[tuple[str, Type]], statement: str, *, values: int = 20
) -> Question | None:
    """A statement in variables of data types; None if the values of one of the types are not known."""
    families = [small.family(type_, values) for _, type_ in variables]
    known = tuple(family for family in families if family is not None)
    if len(known) < len(families):
        return None
    return Question(tuple(name for name, _ in variables), known, lambda _: statement)


def _search_text(question: Question, points: int) -> str:
    families = question.families
    counts = ", ".join(str(family.count) for family in families)
    names, given, terms = "", "", []
    for place, (name, family) in enumerate(zip(question.names, families, strict=True)):
        term = family.term(_number(place))
        if family.propositional:
            terms.append(term)
        else:
            names += f" ({name} : {family.type})"
            given += f" ({term})"
            terms.append(name)
    body = f"decide ({question.body(terms)})"
    applied = f"(fun{names} => {body}){given}" if names else body
    if question.passed:
        passed = ", ".join(str(list(numbers)) for numbers in question.passed)
        applied = f"([{passed}] : List (List Nat)).contains i || {applied}"
    return f"#eval TacticMesh.Small.search [{counts}] {points} fun i =>\n  {applied}\n"


def _number(place: int) -> str:
    return f"(i.getD {place} 0)"


def _read(answer: RawAnswer | NoVerdict, question: Question) -> Found:
    if isinstance(answer, NoVerdict):
        return Unknown(answer.reason)
    said = told(answer)
    if answer.errors or not said or not said[-1].isdecimal():
        return Unknown(str(answer.messages[0]["data"]) if answer.messages else "no answer")
    code = int(said[-1])
    if code == 0:
        return Holds()
    code -= 1
    numbers = []
    for family in question.families:
        code, number = divmod(code, family.count)
        numbers.append(number)
    return tuple(numbers)
