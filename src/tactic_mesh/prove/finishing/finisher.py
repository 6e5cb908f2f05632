"""A proof that was found, as a person would write it: every change is tried on Lean before it stays.

The search joins tactics, gives `simp` all rules that could be of use, and leaves cases without names. Here, as long
as Lean accepts the theorem: steps and rules are left out, `simp` becomes `simp only`, cases get names and lines of
their own (`shapes.py`), chains become lines (`expansion.py`), searches like `exact?` become what they
found. Lemmas that no proof needs any more are dropped. The number of attempts is bounded, and a clock stands behind it.
"""

from __future__ import annotations

import itertools
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.engine import Lean, Worker
from tactic_mesh.lean.messages import diagnostics
from tactic_mesh.prove.finishing.expansion import (
    Chain,
    as_chain,
    bulleted,
    chains,
    endings,
    fewer_facts,
    for_all,
    is_start,
    known_facts,
    known_first,
    parts_of,
    steps,
    taken_apart_at_once,
    within_width,
)
from tactic_mesh.prove.finishing.shapes import (
    Joined,
    better_names,
    closers,
    fewer_brackets,
    introduced,
    joined,
    splitting,
    unchained,
    with_binders,
    without_brackets,
)
from tactic_mesh.prove.finishing.suggestions import searches, suggested, without_searches
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Diagnostic, Goal, Severity

REVIVALS_MAX = 2
"""How often a worker that died at an attempt is replaced."""
ATTEMPT_WALL_S = 5.0
ATTEMPTS_MAX = 400
HEARTBEATS_MAX = 20_000
"""A tenth of what Lean allows: what takes longer is not a better proof, and the clock has to be further off."""
STRUCTURES_MAX = 6
DEPTH_MAX = 12
"""Parts of a chain and cases within cases, one after the other."""
CASES_MAX = 6
BRACKETS_MAX = 6
ONLY_RULES_MAX = 8
"""`simp` becomes `simp only` where so many rules suffice: a longer list says less than `simp` does."""
_RULES = re.compile(r"\bsimp(?:_all)?(?: \+\w+)*(?: only)? \[([^\[\]]+)\]")
_SIMP = re.compile(r"\b(simp_all|simp)(?![\w?.])(?! only)((?: \+\w+)*)(?: \[([^\[\]]*)\])?")
_THEN_OMEGA = re.compile(r"\(((?:simp|simp_all)(?: \[[^\[\]]*\])?) <;> omega\)")
_SPLITTING = re.compile(
    r"\(try (?P<s>simp_all(?: \[[^\[\]]*\])?)\) <;> \(repeat' split\) <;> \(try (?P=s)\) <;> \(try omega\)"
)
_ONLY = re.compile(r"^(?:simp|simp_all) only(?: \[(.*)\])?(?: at .*)?$")


@dataclass(frozen=True, slots=True)
class Statement:
    """A theorem and its proof: `start` ends before `:=`. `name` is set for a lemma: what proofs call it.

    One that `defines` is a definition with its body, which stays as it is.
    """

    start: str
    proof: str
    name: str = ""
    defines: bool = False

    def text(self, proof: str) -> str:
        return f"{self.start} := {proof}\n"


class Finisher:
    """Finishes the proofs of one file, the last theorem first, within a number of seconds."""

    def __init__(
        self,
        lean: Lean,
        prelude: str,
        namespaces: tuple[str, ...],
        wall_s: float,
        *,
        keep_simp: bool = False,
    ) -> None:
        self._lean, self._prelude, self._namespaces = lean, prelude, namespaces
        self._keep_simp = keep_simp
        self._until = time.monotonic() + wall_s
        self._attempts = 0
        self._revivals = 0

    async def finished(self, statements: list[Statement]) -> list[Statement]:
        """The theorems that are still needed, each as well as it became; the last one always is.

        A proof that Lean does not accept here stays as it was. An attempt that costs the worker its life was none.
        """
        found: list[Statement] = []
        async with self._lean.worker(Limits()) as worker:
            bases = [await self._after(worker, self._prelude, 0)]
            for statement in statements[:-1]:
                base = bases[-1]
                stub = statement.text(statement.proof if statement.defines else "by sorry")
                bases.append(None if base is None else await self._after(worker, stub, base))
            for statement, base in reversed(list(zip(statements, bases, strict=True))):
                if found and statement.name and not any(_needs(one, statement) for one in found):
                    continue
                if (
                    base is not None
                    and not (statement.defines or self.out)
                    and await self._is_worth_it(worker, statement, base)
                ):
                    statement = await _Work(self, worker, statement, base).done()
                found.append(statement)
        return found[::-1]

    @property
    def out(self) -> bool:
        """Whether no more attempts may be made."""
        return self._attempts >= ATTEMPTS_MAX or time.monotonic() > self._until

    async def _is_worth_it(self, worker: Worker, statement: Statement, base: int) -> bool:
        """Whether Lean accepts a proof as it was found, or had only too little time for it."""
        answer = await self._run(worker, bounded(statement.text(statement.proof)), base, ATTEMPT_WALL_S * 2)
        if answer is None or "sorry" in statement.proof:
            return False
        errors = [one.text for one in diagnostics(answer.messages) if one.severity is Severity.ERROR]
        return all("maxHeartbeats" in one for one in errors)

    async def _holds(self, worker: Worker, statement: Statement, proof: str, base: int) -> bool:
        """Whether Lean accepts a proof, and soon: by its own count, since a clock would take the worker with it."""
        answer = await self._run(worker, bounded(statement.text(proof)), base)
        return answer is not None and answer.errors == 0 and "sorry" not in proof

    async def _run(
        self, worker: Worker, text: str, base: int, wall_s: float = ATTEMPT_WALL_S
    ) -> RawAnswer | None:
        if not await self._lives(worker):
            return None
        self._attempts += 1
        answer = await worker.run(text, wall_s, base=base)
        return answer if isinstance(answer, RawAnswer) else None

    async def _lives(self, worker: Worker) -> bool:
        """Whether there is a worker: one that died has a new process, in the same states, a few times."""
        if not worker.alive and self._revivals < REVIVALS_MAX and not self.out:
            self._revivals += 1
            await worker.revive()
        return worker.alive

    async def _after(self, worker: Worker, text: str, base: int) -> int | None:
        if not await self._lives(worker):
            return None
        answer = await worker.run(text, ATTEMPT_WALL_S * 4, base=base, keep=True)
        return answer.state if isinstance(answer, RawAnswer) else None


@dataclass(slots=True)
class _Work:
    """One theorem being finished."""

    finisher: Finisher
    worker: Worker
    statement: Statement
    base: int
    refused: set[str] = field(default_factory=set)
    """Proofs that Lean did not accept, of which several steps may think."""

    async def done(self) -> Statement:
        if self.statement.name:
            await self._plain_start()
        await self._without_searches()
        await self._improve(known_first)
        await self._improve(fewer_facts)
        await self._expanded()
        await self._with_rules_used()
        await self._structured()
        await self._improve(splitting)
        await self._expanded()
        await self._improve(self._shorter)
        await self._with_rules_used()
        if not self.finisher._keep_simp:
            await self._simp_only()
            await self._improve(lambda proof: introduced(self.statement.start, proof))
        await self._improve(unchained)
        await self._improve(self._shorter)
        await self._improve(fewer_rules)
        await self._improve(better_names)
        await self._improve(taken_apart_at_once)
        await self._take(self.proof.replace("decide +kernel", "decide"))
        await self._take(within_width(self.proof))
        return self.statement

    def _shorter(self, proof: str) -> Iterator[str]:
        return shorter_proofs(proof, self.finisher._namespaces)

    @property
    def proof(self) -> str:
        return self.statement.proof

    async def _take(self, proof: str) -> bool:
        """Whether Lean accepts a proof, which is then the theorem's."""
        if proof == self.proof or proof in self.refused or self.finisher.out:
            return False
        if not await self.finisher._holds(self.worker, self.statement, proof, self.base):
            self.refused.add(proof)
            return False
        self.statement = replace(self.statement, proof=proof)
        return True

    async def _plain_start(self) -> None:
        """A lemma's variables before its colon, and names without the namespaces that are open; it says the same."""
        own = self.statement
        start = own.start
        for namespace in self.finisher._namespaces:
            start = re.sub(rf"(?<![\w.]){re.escape(namespace)}\.(?=\w)", "", start)
        changed = [with_binders(start, own.proof), with_binders(own.start, own.proof), (start, own.proof)]
        same = f"\nexample : {own.start.partition(' : ')[2]} := @{own.name}\n"
        for one in changed:
            if one is None or one[0] == own.start or self.finisher.out:
                continue
            text = f"{one[0]} := {one[1]}\n{same}"
            answer = await self.finisher._run(self.worker, text, self.base)
            if answer is not None and answer.errors == 0:
                self.statement = replace(own, start=one[0], proof=one[1])
                break
        await self._fewer_brackets(same)

    async def _fewer_brackets(self, same: str) -> None:
        """A lemma without the brackets that its statement does not need."""
        for _ in range(BRACKETS_MAX):
            own = self.statement
            head, colon, body = own.start.rpartition(" : ")
            for fewer in fewer_brackets(body):
                if self.finisher.out:
                    return
                text = f"{head}{colon}{fewer} := {own.proof}\n{same}"
                answer = await self.finisher._run(self.worker, text, self.base)
                if answer is not None and answer.errors == 0:
                    self.statement = replace(own, start=f"{head}{colon}{fewer}")
                    break
            else:
                return

    async def _improve(self, changes: Callable[[str], Iterator[str]]) -> None:
        """The first of the changes that Lean accepts, then the changes of what it became, until none is."""
        been = {self.proof}
        progress = True
        while progress and not self.finisher.out:
            progress = False
            for changed in changes(self.proof):
                if changed not in been and await self._take(changed):
                    been.add(changed)
                    progress = True
                    break

    async def _said(self, proof: str) -> tuple[Diagnostic, ...]:
        if self.finisher.out:
            return ()
        answer = await self.finisher._run(self.worker, self.statement.text(proof), self.base)
        return diagnostics(answer.messages) if answer is not None else ()

    async def _suggested(self, proof: str) -> dict[int, list[str]]:
        """What Lean suggests in the place of tactics that ask it to, by their place in the proof."""
        text = self.statement.text(proof)
        begin = len(text) - len(proof) - 1
        return {at - begin: found for at, found in suggested(text, await self._said(proof)).items()}

    async def _without_searches(self) -> None:
        """`exact?` and its kin become what they find."""
        if not searches(self.proof):
            return
        for at, found in sorted((await self._suggested(self.proof)).items(), reverse=True):
            await self._take(without_searches(self.proof, {at: found}))

    async def _asked(self) -> dict[int, tuple[re.Match[str], list[str]]]:
        """The calls of `simp` in the proof by their places, and the rules that each used."""
        calls = list(_SIMP.finditer(self.proof))
        asking, places = "", {}
        last = 0
        for call in calls:
            end = call.end(1)
            asking += self.proof[last : call.start()]
            places[len(asking)] = call
            asking += f"{self.proof[call.start() : end]}?"
            last = end
        found: dict[int, tuple[re.Match[str], list[str]]] = {}
        for at, suggestions in (await self._suggested(asking + self.proof[last:])).items():
            matches = [_ONLY.match(one) for one in suggestions]
            if at in places and all(matches):
                rules = dict.fromkeys(r for m in matches if m for r in (m[1] or "").split(", ") if r)
                found[places[at].start()] = places[at], list(rules)
        return found

    async def _with_rules_used(self) -> None:
        """At once without the rules that `simp` did not use, so that they need not be left out one by one."""
        if not _RULES.search(self.proof):
            return
        proof = self.proof
        for _, (call, used) in sorted((await self._asked()).items(), reverse=True):
            given = (call[3] or "").split(", ") if call[3] else []
            kept = [rule for rule in given if rule in used or rule.startswith(("←", "*"))]
            if len(kept) < len(given):
                rules = f" [{', '.join(kept)}]" if kept else ""
                proof = f"{proof[: call.start()]}{call[1]}{call[2]}{rules}{proof[call.end() :]}"
        await self._take(proof)

    async def _simp_only(self) -> None:
        """`simp` becomes `simp only` with the rules that it used, where they are few."""
        for at, (call, used) in sorted((await self._asked()).items(), reverse=True):
            if len(used) > ONLY_RULES_MAX:
                continue
            rules = f" [{', '.join(used)}]" if used else ""
            only = f"{call[1]}{call[2]} only{rules}"
            await self._take(f"{self.proof[:at]}{only}{self.proof[call.end() :]}")

    async def _expanded(self) -> None:
        """Each chain that shows a search becomes what a person would write for this theorem."""
        passed: set[str] = set()
        for _ in range(STRUCTURES_MAX):
            place = next((one for one in chains(self.proof) if one.line not in passed), None)
            if place is None or self.finisher.out:
                return
            passed.add(place.line)
            await _Expansion(self, place).done()

    async def _left(self, proof: str) -> tuple[Goal, ...] | None:
        """The goals that a proof leaves; None if Lean does not say."""
        if self.finisher.out:
            return None
        said = await self._said(proof)
        errors = [one for one in said if one.severity is Severity.ERROR]
        if not errors:
            return ()
        return errors[0].goals if len(errors) == 1 and errors[0].goals else None

    async def _structured(self) -> None:
        """Each `induction x <;> …` gets its cases by name, in lines of their own."""
        passed: set[str] = set()
        for _ in range(STRUCTURES_MAX):
            place = next((one for one in joined(self.proof) if one.line not in passed), None)
            if place is None or self.finisher.out:
                return
            passed.add(place.line)
            if await self._enumerated(place, passed):
                continue
            goals = await self._goals(place)
            if not goals or len(goals) > CASES_MAX:
                continue
            cases = place.cases(goals)
            if await self._take(place.structured([(header, [place.rest]) for header, _ in cases])):
                await self._case_by_case(place, cases)

    async def _enumerated(self, place: Joined, passed: set[str]) -> bool:
        """Whether cases of several variables, one after the other, have one short ending; so they stay in one line."""
        starts = list(itertools.takewhile(is_start, parts_of(place.rest)))
        if not starts or not place.start.startswith("cases "):
            return False
        rest = parts_of(place.rest)[len(starts) :]
        for closing in (*for_all(rest, []), *(rest if len(rest) == 1 else ())):
            line = " <;> ".join([place.start, *starts, closing])
            if place.written(line) == self.proof or await self._take(place.written(line)):
                passed.add(f"{place.prefix}{line}")
                return True
        return False

    async def _goals(self, place: Joined) -> tuple[Goal, ...]:
        """What is left where nothing follows the start."""
        for one in await self._said(place.alone()):
            if one.severity is Severity.ERROR and one.goals:
                return one.goals
        return ()

    async def _case_by_case(self, place: Joined, cases: list[tuple[str, list[str]]]) -> None:
        """The plainest tactics that close each case, tried while the others stay as they are."""
        bodies = [[place.rest] for _ in cases]
        headers = [header for header, _ in cases]
        for number, (_, hypotheses) in enumerate(cases):
            for body in closers(place.rest, hypotheses):
                changed = [*bodies[:number], body, *bodies[number + 1 :]]
                if body != [place.rest] and await self._take(
                    place.structured(list(zip(headers, changed, strict=True)))
                ):
                    bodies = changed
                    break


@dataclass(slots=True)
class _Expansion:
    """A chain of tactics that becomes lines, one after the other; the proof is accepted at each step."""

    work: _Work
    chain: Chain

    async def done(self) -> None:
        if not await self._at_once():
            await self._lines(self.chain.parts, self.chain.hypotheses(), self.chain.written, 0)

    async def _at_once(self) -> bool:
        """Facts, then cases of them with one ending: what such a chain mostly is, and cheaper to try than its parts."""
        parts = self.chain.parts
        facts = list(itertools.takewhile(lambda part: part.startswith("have "), parts))
        starts = list(itertools.takewhile(is_start, parts[len(facts) :]))
        if not facts or not starts:
            return False
        known = known_facts(parts)
        for closing in for_all(parts[len(facts) + len(starts) :], known):
            if known and not any(mentions(closing, name) for name in known):
                continue
            if await self.work._take(self.chain.written([*facts, " <;> ".join([*starts, closing])])):
                return True
        return False

    async def _lines(
        self, parts: tuple[str, ...], facts: list[str], written: Callable[[list[str]], str], depth: int
    ) -> list[str]:
        """Lines for the parts, as good as Lean accepts; `written` is the proof with some lines in their place."""
        rest = [as_chain(parts)]
        if not parts[0].startswith(("have ", "rcases ")):
            for ending in endings(parts, facts):
                if await self.work._take(written(ending)):
                    return ending
        before, after = await self.work._left(written(["skip"])), await self.work._left(written([parts[0]]))
        if depth >= DEPTH_MAX or not before:
            return rest
        # A fact that Lean refuses here was tried in vain by the chain; it goes like one that is not needed.
        may_go = bool(parts[1:]) and (after == before or parts[0].startswith(("have ", "clear ")))
        if may_go and await self.work._take(written([as_chain(parts[1:])])):
            return await self._lines(parts[1:], facts, written, depth + 1)
        if after is None:
            return rest
        if len(after) > 1:
            return await self._cases(parts, len(after), facts, written, depth)
        for step in steps(parts[0], before[0], after[0] if after else None):
            if not after and await self.work._take(written([step])):
                return [step]
            if after and await self.work._take(written([step, as_chain(parts[1:])])):
                more = await self._lines(parts[1:], facts, _after([step], written), depth + 1)
                return [step, *more]
        return rest

    async def _cases(
        self,
        parts: tuple[str, ...],
        number: int,
        facts: list[str],
        written: Callable[[list[str]], str],
        depth: int,
    ) -> list[str]:
        """The first part makes cases: one line after `<;>` for all of them, or a `·` for each."""
        starts = [without_brackets(one.removeprefix("try ")) for one in itertools.takewhile(is_start, parts)]
        first = starts[0] if starts else without_brackets(parts[0].removeprefix("try "))
        first, rest = ("split", parts) if first == "repeat' split" else (first, parts[1:])
        named = [*facts, *known_facts(parts)]
        for closing in for_all(parts[max(1, len(starts)) :], named):
            line = " <;> ".join([*(starts or [first]), closing])
            if await self.work._take(written([line])):
                return [line]
        bodies = [[as_chain(rest)] for _ in range(number if rest is not parts else 2)]
        if not rest or not await self.work._take(written(bulleted(first, bodies))):
            return [as_chain(parts)]
        for place in range(len(bodies)):

            def with_body(lines: list[str], place: int = place) -> str:
                return written(bulleted(first, [*bodies[:place], lines, *bodies[place + 1 :]]))

            bodies[place] = await self._lines(rest, named, with_body, depth + 1)
        return bulleted(first, bodies)


def _after(lines: list[str], written: Callable[[list[str]], str]) -> Callable[[list[str]], str]:
    return lambda more: written([*lines, *more])


def _needs(one: Statement, other: Statement) -> bool:
    """Whether a theorem speaks of one before it; a definition's name may have lost its namespace by now."""
    if not other.defines:
        return mentions(one.proof, other.name)
    short = other.name.rpartition(".")[2]
    return re.search(rf"(?<![\w']){re.escape(short)}(?![\w'])", f"{one.start} {one.proof}") is not None


def bounded(text: str) -> str:
    """A theorem on which Lean may work for a short time only, by its own count."""
    return f"set_option maxHeartbeats {HEARTBEATS_MAX} in\n{text}"


def mentions(text: str, name: str) -> bool:
    """Whether a proof speaks of a theorem."""
    return re.search(rf"(?<![\w.']){re.escape(name)}(?![\w'])", text) is not None


def shorter_proofs(proof: str, namespaces: tuple[str, ...]) -> Iterator[str]:
    """Proofs that differ from this one by one omission, the larger omissions first."""
    for namespace in namespaces:
        if f"{namespace}." in proof:
            yield re.sub(rf"(?<![\w.]){re.escape(namespace)}\.(?=\w)", "", proof)
    for match in _SPLITTING.finditer(proof):
        simplify = match["s"]
        for piece in (
            simplify,
            f"({simplify} <;> omega)",
            f"(try {simplify}) <;> (repeat' split) <;> {simplify}",
            f"(try {simplify}) <;> (repeat' split) <;> (try {simplify})",
        ):
            yield proof.replace(match[0], piece)
    for match in _THEN_OMEGA.finditer(proof):
        for piece in (match[1], "omega"):
            yield proof.replace(match[0], piece)
    for match in re.finditer(r"\bgrind((?: -\w+)+)", proof):
        yield proof.replace(match[1], "")
    lines = proof.split("\n")
    for number in range(1, len(lines)):
        names_variables = lines[number].startswith("  intro ") and (len(lines) > 3 or " <;> " in lines[-1])
        holds_others = lines[number].endswith((" with", "=>")) or "| " in lines[number]
        if len(lines) > 2 and not names_variables and not holds_others:
            yield "\n".join(lines[:number] + lines[number + 1 :])
    for line in lines:
        bare = re.sub(r"\((simp(?:_all)?(?: \[[^\[\]]*\])?(?: <;> omega)?|omega)\)$", r"\1", line)
        if bare != line:
            yield proof.replace(line, bare)
        if (inner := re.fullmatch(r"(\s*)\((.*)\)", line)) and _is_one_group(inner[2]):
            yield proof.replace(line, inner[1] + inner[2])
    for match in re.finditer(r" generalizing [^<\n]+?(?= <;>| with\b)", proof):
        yield proof.replace(match[0], "")
    if "simp_all" in proof:
        for match in re.finditer(r"\bsimp_all\b", proof):
            yield f"{proof[: match.start()]}simp{proof[match.end() :]}"


def fewer_rules(proof: str) -> Iterator[str]:
    """Proofs in which `simp` is given no rules, or one less."""
    seen: set[str] = set()
    for match in _RULES.finditer(proof):
        if match[1] in seen:
            continue
        seen.add(match[1])
        rules = match[1].split(", ")
        yield proof.replace(f" [{match[1]}]", "")
        for number in range(len(rules) - 1, -1, -1):
            fewer = ", ".join(rules[:number] + rules[number + 1 :])
            if fewer:
                yield proof.replace(f"[{match[1]}]", f"[{fewer}]")


def _is_one_group(text: str) -> bool:
    """Whether brackets are closed in order, so that an outer pair belonged together."""
    depth = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return depth == 0
