"""From a statement to a proof that was checked again from its text.

The prover's workers only suggest: what they found is written out as a whole file, and a child that never saw the
search elaborates it. Its verdict is the result.
"""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from tactic_mesh.errors import InvalidStatement, Overloaded
from tactic_mesh.lean.answer import Constant
from tactic_mesh.lean.declarations import exit_in, theorems, visible
from tactic_mesh.lean.engine import Lean, SteppingLean, Worker
from tactic_mesh.lean.messages import classify, diagnostics
from tactic_mesh.lean.session import SessionFailed
from tactic_mesh.lean.source import Composed, Lines, Segment
from tactic_mesh.prove.disproof.beside import Beside
from tactic_mesh.prove.disproof.refute import Refutation, refutation, refute
from tactic_mesh.prove.events import Watch, unwatched
from tactic_mesh.prove.finding import Finder, Found, Manner, Refusal, Settings
from tactic_mesh.prove.finishing.finisher import Finisher, Statement
from tactic_mesh.prove.finishing.suggestions import searches, suggested, without_searches
from tactic_mesh.prove.footprint import Footprint
from tactic_mesh.prove.partial import Partial
from tactic_mesh.prove.search import SearchResult
from tactic_mesh.prove.structured.prover import (
    PRELUDE_WALL_S,
    OutOfBudget,
    Spending,
    StructuredProver,
    bench,
)
from tactic_mesh.prove.telling import Account, ExpertUse
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import (
    Budget,
    Diagnostic,
    ErrorClass,
    NoVerdict,
    Outcome,
    Position,
    Severity,
    Spent,
    Theorem,
    Trust,
    Verdict,
    normalise,
)
from tactic_mesh.verify.certificate import Certificate
from tactic_mesh.verify.check import reachable
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.checker import Answered, Checker, Checking
from tactic_mesh.verify.elaborated import check_text
from tactic_mesh.verify.request import Request

FINAL_CHECK_WALL_S = 30.0
ADMISSION_WALL_S = 120.0
PARTIAL_WALL_S = 10.0
FINISHING_SHARE, FINISHING_WALL_S_MAX, COUNTED_FINISHING_WALL_S_MAX = 0.2, 12.0, 60.0
LATE_FINISHING_SHARE, LATE_FINISHING_WALL_S_MAX = 0.1, 5.0
"""What finishing a proof may take of a run's time; of a proof that was found late, so much even after its end.

Finishing ends by itself after so many attempts; where a run is counted in tactics, the clock is further off.
"""
DISPROOF_SHARE, DISPROOF_WALL_S_MAX, COUNTED_DISPROOF_WALL_S_MAX = 0.2, 6.0, 15.0
"""What the look for a counterexample may take of a run's time before the search begins.

It ends by itself, after so many models and values. Where a run is counted in tactics, a clock should not decide what it
finds, and it has more time to end.
"""
AT_ONCE = ("rfl", "simp", "omega", "intros; rfl", "intros; omega")
AT_ONCE_WALL_S = 0.5
"""Tactics that are tried before the look for a counterexample, which costs more than all of them; and how long each."""
_PARSE_ERROR = re.compile(r"^<input>:(\d+):(\d+): (.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Proof:
    """What a run ended with. `proof` and `lean_file` are set when `outcome` is `proved`, `refutation` when `refuted`.

    `reason` is one line for people; `diagnostics` are Lean's about the statement or the prelude, with positions in
    the user's own texts (`origin` names which: `statement`, `binders`, `name` or `prelude`); `hints` say what helps;
    `full_name` is the theorem's in the file; `search` is the last search for it, where Lean has tactic states, and
    `partial` the best proof with open goals, if it found none. `experts` says what each cost and yielded.
    `timed_out`: a clock ended the search, or the look for a counterexample, so that another run may differ.
    """

    outcome: Outcome
    reason: str
    theorem: Theorem
    spent: Spent
    proof: str | None = None
    lean_file: str | None = None
    checked: Checked | None = None
    diagnostics: tuple[tuple[str, Diagnostic], ...] = ()
    no_verdict: NoVerdict | None = None
    hints: tuple[str, ...] = ()
    refutation: Refutation | None = None
    full_name: str = ""
    search: SearchResult | None = None
    certificate: Certificate | None = None
    partial: Partial | None = None
    experts: dict[str, ExpertUse] = field(default_factory=dict)
    timed_out: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A file around a proof: `before` ends with `:=`, `after` follows the theorem.

    The theorem's own text, attributes and comments included, begins in `before` at `declaration`.
    """

    before: str
    after: str
    declaration: int = 0

    def filled(self, proof: str) -> str:
        """The file up to the end of the theorem, with this proof."""
        return f"{self.before.rstrip()} {proof}\n"


def lean_file(theorem: Theorem, proof: str) -> str:
    """The complete file that states and proves `theorem`."""
    prelude = _import_lines(theorem) + normalise(theorem.prelude)
    return (f"{prelude.rstrip()}\n\n" if prelude.strip() else "") + f"{_stated(theorem).text}{proof}\n"


def _with_lemmas(theorem: Theorem, lemmas: tuple[str, ...], proof: str, frame: Frame | None) -> str:
    """The file with lemmas before the theorem."""
    before = "\n\n".join(lemmas)
    if frame is not None:
        at = frame.declaration
        start = f"{frame.before[:at].rstrip()}\n\n{before}\n\n" if lemmas else frame.before[:at]
        return f"{start}{frame.before[at:].rstrip()} {proof}\n"
    if not lemmas:
        return lean_file(theorem, proof)
    return lean_file(dataclasses.replace(theorem, prelude=f"{theorem.prelude.rstrip()}\n\n{before}\n"), proof)


def _import_lines(theorem: Theorem) -> str:
    return "".join(f"import {module}\n" for module in theorem.imports)


def _stated(theorem: Theorem) -> Composed:
    """`theorem NAME BINDERS : STATEMENT := `, where a comment at the end of a part does not swallow what follows."""
    segments = [Segment("", "theorem "), Segment("name", theorem.name)]
    if theorem.binders:
        segments += [Segment("", " "), Segment("binders", theorem.binders)]
    segments += [Segment("", f"{_gap(theorem.binders)}: "), Segment("statement", theorem.statement)]
    return Composed([*segments, Segment("", f"{_gap(theorem.statement)}:= ")])


def _gap(text: str) -> str:
    return "\n" if "--" in text.rpartition("\n")[2] else " "


async def prove_theorem(
    lean: Lean,
    theorem: Theorem,
    budget: Budget,
    *,
    jobs: int = 2,
    depth_max: int = 50,
    frame: Frame | None = None,
    manner: Manner | None = None,
    disproof: bool = True,
    watch: Watch = unwatched,
    checker: Checking | None = None,
    spending: Spending | None = None,
) -> Proof:
    """Search for a proof within `budget`, then check the finished file from its text alone.

    `frame` is the file that the theorem stands in: the proof is then written in place. With `disproof`, a
    counterexample among small values is looked for first; its texts are no attempts at a proof, and not counted.
    `manner` says how a Lean with tactic states is searched. `watch` is told what happens; the goals of a tree are
    printed for it alone. `checker` judges what was found (one of `lean` alone if None), against the statement as it
    was given; `spending` shows what was used so far.
    """
    spending = spending or Spending(budget)
    checker = checker or Checker(lean)
    account = Account(watch, spending)
    account.phase("statement")
    accepted = await accept(lean, theorem, spending)
    if isinstance(accepted, Proof):
        return accepted
    manner = manner or Manner()
    if disproof and lean.steps_tactics and manner.at_once:
        account.phase("at_once")
        quick = await _at_once(checker, theorem, accepted, account, frame, manner)
        if quick is not None:
            return quick
    if disproof:
        account.phase("disproof")
        if (refuted := await _refuted(lean, theorem, accepted, account)) is not None:
            return refuted
    if lean.steps_tactics:
        until = spending.started + budget.wall_s
        left = None if budget.checks is None else budget.checks - spending.checks
        footprint = Footprint(budget.memory_bytes)
        settings = Settings(until, left, jobs, depth_max, footprint, manner)
        stepping = cast(SteppingLean, lean)
        parts = (stepping, theorem, accepted.prelude, accepted.definitions)
        beside = Beside(*parts, until, footprint, budget.checks is not None) if disproof else None
        with contextlib.suppress(SessionFailed):  # such a theorem is worked on as text below
            judging = _Judging(checker, theorem, accepted, account, frame, manner)
            found = await _sought(Finder(*parts, settings, account, beside, judging.judge), account)
            if isinstance(found, Refutation):
                return Proof(Outcome.REFUTED, found.reason, theorem, _spent(spending), refutation=found)
            return await _found(checker, theorem, found, account, frame, judging)
    account.phase("search", "on the theorem's text")
    # Several workers of one run would hold places of a warm Lean and wait for others.
    at_once = 1 if lean.steps_tactics else min(jobs, lean.children_max)
    try:
        async with bench(lean, accepted.prelude, at_once, spending) as workers:
            proof = await StructuredProver(workers, theorem, accepted.definitions, depth_max).prove()
    except OutOfBudget:
        return Proof(Outcome.NOT_FOUND, _out_of(budget), theorem, _spent(spending))
    if proof is None:
        return Proof(Outcome.NOT_FOUND, "the search ended without a proof", theorem, _spent(spending))
    text = frame.filled(proof) if frame is not None else lean_file(theorem, proof)
    return await _confirm(checker, theorem, accepted.full_name, proof, text, account, frame)


async def _sought(finder: Finder, account: Account) -> Found | Refutation:
    """How the search ended, or the refutation that the look beside it led to.

    A counterexample whose negation the final check refuses is forgotten, and the search begins anew without a look.
    """
    beside = finder.beside
    if beside is None:
        return await finder.find()
    try:
        found = await finder.find()
        left = finder.settings.until - time.monotonic()
        if found.proof is None and found.result.complete and left > 0 and beside.found is None:
            account.phase("disproof", "larger values")
            await beside.ended()
    finally:
        await beside.close()
    account.timed_out = account.timed_out or beside.cut
    if beside.found is None:
        return found
    refuted = await refutation(finder.lean, finder.theorem, finder.prelude, beside.found)
    return refuted or await finder.anew().find()


async def _at_once(
    checker: Checking,
    theorem: Theorem,
    accepted: Accepted,
    account: Account,
    frame: Frame | None,
    manner: Manner,
) -> Proof | None:
    """The checked proof by a tactic that costs next to nothing, if there is one."""
    spending = account.spending
    checks_max = spending.budget.checks
    if checks_max is not None and checks_max - spending.checks <= len(AT_ONCE):
        return None
    fits: str | None = None
    async with checker.lean.worker(Limits()) as worker:
        before = await worker.run(accepted.prelude, PRELUDE_WALL_S, keep=True)
        if isinstance(before, NoVerdict) or before.state is None:
            return None
        proofs = [f"by\n  {tactic}" for tactic in AT_ONCE]
        texts = [f"{_stated(theorem).text}{proof}\n" for proof in proofs]
        tried = 0
        async for answer in worker.try_each(texts, AT_ONCE_WALL_S, base=before.state):
            if not isinstance(answer, NoVerdict) and not answer.errors:
                fits = proofs[tried]  # the series ends here
            tried += 1
        account.spend(tried)
    if fits is None:
        return None
    confirmed = await _finished(checker, theorem, [_last(theorem, fits)], accepted, account, frame, manner)
    return confirmed if confirmed.outcome is Outcome.PROVED else None


async def _refuted(lean: Lean, theorem: Theorem, accepted: Accepted, account: Account) -> Proof | None:
    """A counterexample and Lean's proof of the negation, if there is one among small values."""
    spending = account.spending
    most = DISPROOF_WALL_S_MAX if spending.budget.checks is None else COUNTED_DISPROOF_WALL_S_MAX
    wall_s = min(most, DISPROOF_SHARE * spending.budget.wall_s, spending.left_s)
    until = time.monotonic() + wall_s
    found = await refute(lean, theorem, accepted.prelude, accepted.definitions, wall_s)
    if found is None:
        account.timed_out = account.timed_out or time.monotonic() >= until
        return None
    return Proof(Outcome.REFUTED, found.reason, theorem, _spent(spending), refutation=found)


async def _found(
    checker: Checking,
    theorem: Theorem,
    found: Found,
    account: Account,
    frame: Frame | None,
    judging: _Judging,
) -> Proof:
    """The proof that was found and checked, or why there is none."""
    spending = account.spending
    if judging.confirmed is None:
        partial = await _accepted_partial(checker.lean, theorem, found, frame)
        reason = _why_not(found, spending.budget)
        failed = Proof(Outcome.NOT_FOUND, reason, theorem, _spent(spending), partial=partial)
        if (refused := judging.refused) is not None:
            reason = f"{reason}; {refused.reason}"
            spent = _spent(spending)
            failed = dataclasses.replace(refused, reason=reason, spent=spent, partial=partial)
        return _searched(failed, found, account)
    return _searched(judging.confirmed, found, account)


@dataclass(slots=True)
class _Judging:
    """The final check of each proof that a search finds: the last one that was refused, and the accepted one."""

    checker: Checking
    theorem: Theorem
    accepted: Accepted
    account: Account
    frame: Frame | None
    manner: Manner
    confirmed: Proof | None = None
    refused: Proof | None = None

    async def judge(self, found: Found) -> Refusal | None:
        assert found.proof is not None
        statements = [*found.lemmas, _last(self.theorem, found.proof)]
        manner = self.manner
        one = await _finished(
            self.checker, self.theorem, statements, self.accepted, self.account, self.frame, manner
        )
        if one.outcome in (Outcome.PROVED, Outcome.INVALID_STATEMENT):
            self.confirmed = one
            return None
        self.refused = one
        verdict = one.checked.verdict if one.checked is not None else None
        if not isinstance(verdict, Verdict) or not verdict.errors:
            return Refusal(one.reason)
        text = _with_lemmas(self.theorem, _texts(statements[:-1]), found.proof, self.frame)
        start = verdict.errors[0].start
        return _refusal(one.reason, text, statements, Lines(text).offset(start.line, start.column))


def _refusal(reason: str, text: str, statements: list[Statement], at: int) -> Refusal:
    """A refusal by the place of Lean's error in the file of these theorems."""
    proof = statements[-1].proof
    begin = text.rindex(proof)
    if at >= begin:
        return Refusal(reason, text[begin:at].count("\n"))
    written = _texts(statements[:-1])
    end = max(0, text.rfind("\n\n".join(written), 0, begin))
    for lemma, lines in zip(statements, written, strict=False):
        if end <= at < end + len(lines):
            return Refusal(reason, lemma=lemma.name)
        end += len(lines) + 2
    return Refusal(reason)


def _last(theorem: Theorem, proof: str) -> Statement:
    return Statement(_stated(theorem).text.removesuffix(":= ").rstrip(), proof)


async def _finished(
    checker: Checking,
    theorem: Theorem,
    statements: list[Statement],
    accepted: Accepted,
    account: Account,
    frame: Frame | None,
    manner: Manner,
) -> Proof:
    """The checked file of these theorems, finished; as they were found, if that is refused."""
    spending = account.spending
    namespaces = tuple(sorted({name.rpartition(".")[0] for name in accepted.definitions} - {""}))
    account.phase("finishing")
    wall_s = finishing_wall_s(spending)
    finisher = Finisher(checker.lean, accepted.prelude, namespaces, wall_s, keep_simp=manner.keep_simp)
    finished = await finisher.finished(statements)

    async def confirmed_as(said: list[Statement]) -> Proof:
        text = _with_lemmas(theorem, _texts(said[:-1]), said[-1].proof, frame)
        return await _confirm(checker, theorem, accepted.full_name, said[-1].proof, text, account, frame)

    confirmed = await confirmed_as(finished)
    if confirmed.outcome is not Outcome.PROVED and finished != statements:
        confirmed = await confirmed_as(statements)
    return confirmed


def finishing_wall_s(spending: Spending) -> float:
    """How long a proof that was found now may be worked on."""
    wall_s = spending.budget.wall_s
    late = min(LATE_FINISHING_SHARE * wall_s, LATE_FINISHING_WALL_S_MAX)
    if spending.budget.checks is not None:
        return max(late, min(spending.left_s, COUNTED_FINISHING_WALL_S_MAX))
    return max(late, min(FINISHING_SHARE * wall_s, spending.left_s, FINISHING_WALL_S_MAX))


def _searched(proof: Proof, found: Found, account: Account) -> Proof:
    """The same with what is known of the search behind it."""
    return dataclasses.replace(
        proof, search=found.result, experts=account.experts, timed_out=found.timed_out or account.timed_out
    )


async def _accepted_partial(
    lean: Lean, theorem: Theorem, found: Found, frame: Frame | None
) -> Partial | None:
    """The first that Lean accepts, with its file: the partial proof of a search, where its tactics that search Lean's
    library became what these found; the one without them; the one that does nothing.
    """
    if found.partial is None:
        return None
    lemmas = list(found.lemmas)
    nothing = dataclasses.replace(found.partial, proof="by\n  sorry", open=(found.partial.whole,))

    async def accepted(
        partial: Partial, used: list[Statement]
    ) -> tuple[Partial, tuple[Diagnostic, ...]] | None:
        text = _with_lemmas(theorem, _texts(used), partial.proof, frame)
        checked = await check_text(lean, text, Limits(wall_s=PARTIAL_WALL_S))
        if not isinstance(checked.verdict, Verdict) or checked.verdict.errors:
            return None
        return dataclasses.replace(partial, lean_file=text), checked.verdict.diagnostics

    for partial, used in ((found.partial, lemmas), (found.plain, lemmas), (nothing, [])):
        if partial is None or (one := await accepted(partial, used)) is None:
            continue
        if any(map(searches, (partial.proof, *(lemma.proof for lemma in used)))):
            told = suggested(one[0].lean_file, one[1])
            one = await accepted(*_plainly(one[0], used, told))
        if one is not None and not searches(one[0].proof):
            return one[0]
    return None


def _plainly(
    partial: Partial, lemmas: list[Statement], told: Mapping[int, list[str]]
) -> tuple[Partial, list[Statement]]:
    """A partial proof and its lemmas with what their searches found; `told` counts places in the whole file."""
    text = partial.lean_file

    def plain(proof: str, end: int) -> str:
        begin = end - len(proof)
        return without_searches(proof, {at - begin: found for at, found in told.items() if at < end})

    end = text.rindex(partial.proof) + len(partial.proof)
    proof = plain(partial.proof, end)
    end = text.rfind("\n\n".join(_texts(lemmas)), 0, end - len(partial.proof))
    said = []
    for lemma, written in zip(lemmas, _texts(lemmas), strict=True):
        end += len(written)
        said.append(dataclasses.replace(lemma, proof=plain(lemma.proof, end)))
        end += 2  # the lines between
    return dataclasses.replace(partial, proof=proof), said


def _texts(lemmas: list[Statement]) -> tuple[str, ...]:
    return tuple(one.text(one.proof).rstrip() for one in lemmas)


def _why_not(found: Found, budget: Budget) -> str:
    if found.out_of_memory:
        return f"no proof within the memory budget ({budget.memory_bytes >> 20} MiB)"
    return "the search ended without a proof" if found.result.complete else _out_of(budget)


def _out_of(budget: Budget) -> str:
    checks = f", {budget.checks} checks)" if budget.checks is not None else ")"
    return f"no proof within the budget ({budget.wall_s:g} s{checks}"


async def _confirm(
    checker: Checking,
    theorem: Theorem,
    full_name: str,
    proof: str,
    text: str,
    account: Account,
    frame: Frame | None,
) -> Proof:
    """The verdict about a finished file, from its text alone."""
    spending = account.spending
    spending.checks += 1
    spending.files += 1
    account.tell_spent()
    account.phase("checking")
    trust = reachable(checker.lean)
    stated = frame.filled("by sorry") if frame is not None else lean_file(theorem, "by sorry")
    # The lowest rung compares nothing, and a Lean that is a program would elaborate the statement for it in vain.
    trusted = None if trust is Trust.ELABORATED else stated
    request = Request(text, (full_name,), trusted, trust, limits=Limits(wall_s=FINAL_CHECK_WALL_S))
    try:
        answered = await admitted(checker, request)
    except InvalidStatement as error:  # a prelude that ends the file before the theorem, say
        return Proof(Outcome.INVALID_STATEMENT, str(error), theorem, _spent(spending))
    if isinstance(answered.checked.verdict, NoVerdict) and answered.checked.verdict.reason == "unavailable":
        # Its imports are out of the judge's reach; the verdict says which rung is left.
        request = dataclasses.replace(request, trust=Trust.ELABORATED, statement=None)
        answered = await admitted(checker, request)
    checked, verdict = answered.checked, answered.checked.verdict
    if isinstance(verdict, NoVerdict):
        reason = f"a proof was found, but its final check gave no verdict: {verdict.reason}"
        return Proof(Outcome.NO_VERDICT, reason, theorem, _spent(spending), no_verdict=verdict)
    if verdict.outcome is not Outcome.PROVED:
        why = verdict.errors[0].text if verdict.errors else "; ".join(checked.reasons)
        reason = f"a proof was found, but the final check refused it: {why}"
        return Proof(Outcome.NOT_FOUND, reason, theorem, _spent(spending), checked=checked)
    if frame is not None and frame.after.strip():
        text, answered = await _continued(checker, request, answered, frame.after)
    return Proof(
        Outcome.PROVED,
        "",
        theorem,
        _spent(spending),
        proof,
        text,
        answered.checked,
        full_name=full_name,
        certificate=answered.certificate,
    )


async def admitted(checker: Checking, request: Request) -> Answered:
    """The answer, after as many waits as a crowded checker asks for. Raises: Overloaded after `ADMISSION_WALL_S`."""
    until = time.monotonic() + ADMISSION_WALL_S
    while True:
        try:
            return await checker.check(request)
        except Overloaded as crowded:
            if time.monotonic() + crowded.retry_after_s > until:
                raise
            await asyncio.sleep(crowded.retry_after_s)


async def _continued(
    checker: Checking, request: Request, answered: Answered, after: str
) -> tuple[str, Answered]:
    """A proved file with the rest of the theorem's file, unless that has errors of its own; and its verdict."""
    whole = f"{request.text}\n{after.strip(chr(10))}\n"
    rest = await admitted(checker, dataclasses.replace(request, text=whole))
    verdict = rest.checked.verdict
    holds = isinstance(verdict, Verdict) and verdict.outcome is Outcome.PROVED and not verdict.errors
    return (whole, rest) if holds else (request.text, answered)


def _spent(spending: Spending) -> Spent:
    return Spent(wall_s=time.monotonic() - spending.started, checks=spending.checks)


@dataclass(frozen=True, slots=True)
class Accepted:
    """What is known of a statement that Lean accepts. `prelude` is what workers elaborate before it."""

    prelude: str
    definitions: tuple[str, ...]
    full_name: str


async def accept(lean: Lean, theorem: Theorem, spending: Spending) -> Proof | Accepted:
    """Why the statement cannot be worked on, or what its elaboration tells if it can."""

    def invalid(reason: str, found: list[tuple[str, Diagnostic]], hints: tuple[str, ...] = ()) -> Proof:
        told = tuple(found)
        spent = _spent(spending)
        return Proof(Outcome.INVALID_STATEMENT, reason, theorem, spent, diagnostics=told, hints=hints)

    def silent(verdict: NoVerdict) -> Proof:
        reason = f"the statement could not be elaborated: {verdict.reason} ({verdict.detail})"
        return Proof(Outcome.NO_VERDICT, reason, theorem, _spent(spending), no_verdict=verdict)

    # A warm Lean has its modules loaded; a Lean that is run as a command loads them with every text.
    imports = _import_lines(theorem)
    wall_s = min(PRELUDE_WALL_S, spending.budget.wall_s)
    if imports and lean.tells_constants:
        checked = await check_text(lean, imports, Limits(wall_s=wall_s))
        if isinstance(checked.verdict, NoVerdict):
            return silent(checked.verdict)
        if checked.verdict.errors:
            found = [("prelude", d) for d in checked.verdict.errors]
            return invalid("a module cannot be imported", found, checked.hints)
        imports = ""
    prelude = Composed([Segment("", imports), Segment("prelude", theorem.prelude)])
    async with lean.worker(Limits()) as worker:
        before = await worker.run(prelude.text, wall_s, keep=True, constants=True)
        if isinstance(before, NoVerdict):
            return silent(before)
        if before.errors:
            return invalid("Lean does not accept the prelude", _mapped(prelude, before.messages, "prelude"))
        base = before.state or 0
        wrong = await malformed(worker, theorem, wall_s, base)
        if isinstance(wrong, NoVerdict):
            return silent(wrong)
        if wrong is not None:
            return invalid(wrong.reason, [(wrong.origin, wrong.diagnostic)])
        whole = _stated(theorem)
        stated = await worker.run(f"{whole.text}by sorry\n", wall_s, base=base, constants=True)
        if isinstance(stated, NoVerdict):
            return silent(stated)
        if stated.errors:
            found = _mapped(whole, stated.messages, "statement")
            return invalid("Lean does not accept the statement", found, _unbound(found))
    known = {c.name for c in before.constants or ()}
    added = [c for c in stated.constants or () if c.kind == "theorem" and not c.internal]
    # A Lean that does not tell what was added is believed the text: the theorem is the last that it states.
    read = [t.full_name for t in theorems(f"{theorem.prelude}\n{whole.text}by sorry\n")]
    full_name = next((c.name for c in added if c.name not in known), read[-1] if read else theorem.name)
    return Accepted(prelude.text, _definitions(before.constants or ()), full_name)


def _unbound(found: Sequence[tuple[str, Diagnostic]]) -> tuple[str, ...]:
    """One more line for a statement with names that nothing binds."""
    names = [
        m[1] for origin, d in found if origin == "statement" and (m := _UNKNOWN.search(d.text)) is not None
    ]
    if not names:
        return ()
    return (
        f"Nothing binds `{names[0]}`: variables are bound in the statement (`∀ n : Nat, n + 0 = n`), "
        "definitions stand before it, in its prelude.",
    )


_UNKNOWN = re.compile(r"^Unknown identifier `([^`]+)`")


@dataclass(frozen=True, slots=True)
class Malformed:
    """A part of a theorem that ends early, or is no term or no binders at all, and Lean's message about it."""

    origin: str
    reason: str
    diagnostic: Diagnostic


async def malformed(
    worker: Worker, theorem: Theorem, wall_s: float, base: int
) -> Malformed | NoVerdict | None:
    """What is wrong with the form of a theorem's parts; None if nothing is, or it cannot be told.

    A statement is one whole term, binders are what may stand behind a `∀`: neither goes on with a body or a command.
    A prelude does not end the file, or a theorem of its own with that name would be the last that Lean sees.
    """
    if (at := exit_in(visible(theorem.prelude))) is not None:
        place = Position(*Lines(theorem.prelude).position(at))
        message = Diagnostic(
            Severity.ERROR, place, None, "`#exit` ends the file", error_class=ErrorClass.PARSE_ERROR
        )
        return Malformed("prelude", "`#exit` ends the file before the theorem", message)
    quantifier = "∀ "
    parts = [("statement", "the statement is not a Lean term", "", theorem.statement, "")]
    if theorem.binders:
        parts.append(("binders", "the binders are not binders", quantifier, theorem.binders, "\n, True"))
    for origin, reason, before, text, after in parts:
        error = await worker.parse("term", f"{before}{text}{after}", wall_s, base=base)
        if isinstance(error, NoVerdict):
            return error
        if error is not None:
            found = _parse_diagnostic(error)
            line, column = found.start.line, found.start.column
            start = Position(line, max(0, column - len(before)) if line == 1 else column)
            return Malformed(origin, reason, dataclasses.replace(found, start=start))
    return None


_GENERATED = frozenset(
    ["rec", "casesOn", "recOn", "brecOn", "below", "noConfusion", "noConfusionType", "ctorIdx", "ctorElim"]
    + ["ctorElimType", "toCtorIdx", "sizeOf", "elim"]
)


def _definitions(constants: tuple[Constant, ...]) -> tuple[str, ...]:
    """The functions that the prelude defines, which `simp` may unfold: not what Lean adds to a type, no instance."""
    constructors = {c.name for c in constants if c.kind == "constructor"}
    owners = constructors | {c.name for c in constants if c.kind == "inductive"}
    names = {c.name for c in constants}
    found = []
    for constant in constants:
        parts = constant.name.split(".")
        generated = parts[-1].startswith(("inst", "_", "match_")) or any(
            part in _GENERATED and ".".join(parts[:place]) in owners for place, part in enumerate(parts)
        )
        belongs = constant.name.rpartition(".")[0] in constructors
        # An enumeration with decidable equality has an `ofNat` of Lean's making, and a theorem about it.
        generated = generated or (parts[-1] == "ofNat" and f"{constant.name}_ctorIdx" in names)
        if constant.kind == "definition" and not (constant.internal or generated or belongs):
            found.append(constant.name)
    return tuple(sorted(found))


def _mapped(
    composed: Composed, messages: tuple[dict[str, object], ...], otherwise: str
) -> list[tuple[str, Diagnostic]]:
    """Errors with positions in the user's own texts.

    One in text of ours stands at the end of the user's text before it, else at the start of `otherwise`.
    """
    found = []
    for d in diagnostics(messages):
        if d.severity is not Severity.ERROR:
            continue
        origin, line, column = composed.nearest(d.start.line, d.start.column)
        end = None
        if d.end is not None and origin:
            end_origin, end_line, end_column = composed.origin(d.end.line, d.end.column, end=True)
            end = Position(end_line, end_column) if end_origin == origin else None
        start = Position(line, column) if origin else Position(1, 0)
        found.append((origin or otherwise, dataclasses.replace(d, start=start, end=end)))
    return found


def _parse_diagnostic(error: str) -> Diagnostic:
    match = _PARSE_ERROR.match(error)
    line, column, text = (int(match[1]), int(match[2]), match[3]) if match else (1, 0, error)
    return Diagnostic(Severity.ERROR, Position(line, column), None, text, error_class=classify("", text))


def verdict_of(proof: Proof) -> Verdict | None:
    """The verdict behind a proof that was found."""
    verdict = proof.checked.verdict if proof.checked else None
    return verdict if isinstance(verdict, Verdict) else None
