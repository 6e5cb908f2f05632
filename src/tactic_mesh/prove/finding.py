"""How a proof is looked for: the search as it is, then again with lemmas that were discovered meanwhile."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from tactic_mesh.experts.knowledge import Knowledge
from tactic_mesh.experts.knowledge import Transport as Rules
from tactic_mesh.experts.output import Expert
from tactic_mesh.experts.registry import chosen
from tactic_mesh.lean.engine import SteppingLean
from tactic_mesh.lean.session import Point, TacticLimits, TacticSession
from tactic_mesh.prove.disproof.beside import Beside
from tactic_mesh.prove.finishing.finisher import Statement
from tactic_mesh.prove.finishing.suggestions import searches
from tactic_mesh.prove.footprint import Footprint
from tactic_mesh.prove.knowing import environment, knowledge
from tactic_mesh.prove.lemmas.discovery import LEMMAS_MAX, Discovery, Proven, used_in
from tactic_mesh.prove.lemmas.exploration import Explorer
from tactic_mesh.prove.lemmas.interpretation import readings
from tactic_mesh.prove.lemmas.signature import signature
from tactic_mesh.prove.lemmas.transport import Transport
from tactic_mesh.prove.operators import PROOF, Operator, operators, translated
from tactic_mesh.prove.partial import Partial, partial_proof
from tactic_mesh.prove.search import Allowance, BestFirst, MonteCarlo, Search, SearchResult
from tactic_mesh.prove.telling import Account, TreeNews
from tactic_mesh.prove.tree import key_of
from tactic_mesh.prove.writing import proof_text, step_at, steps_of
from tactic_mesh.term import Constant, constants
from tactic_mesh.theorem import Theorem

POLICIES: dict[str, type[BestFirst] | type[MonteCarlo]] = {
    policy.name: policy for policy in (BestFirst, MonteCarlo)
}
FIRST_TACTICS = 200
SEARCH_TACTICS = 150
LEMMAS_A_ROUND = 8
ROUNDS_MAX = 60
BRIDGE_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Manner:
    """How to look: which experts are asked, in which order nodes are worked on, and whether lemmas are discovered.

    `at_once`: a few proofs by one tactic are tried before anything else, without a search to tell of. Without
    `transpositions` a goal that was met before is worked on again; that is for comparisons. `keep_simp`: a
    finished proof says `simp` where the found one did, not `simp only` with the rules that this used.
    """

    experts: tuple[Expert, ...] = field(default_factory=lambda: chosen(None))
    policy: type[BestFirst] | type[MonteCarlo] = BestFirst
    discover: bool = True
    at_once: bool = True
    transpositions: bool = True
    keep_simp: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """The bounds of a run: until when, how many tactics, sessions and splits; and its manner."""

    until: float
    tactics: int | None = None
    jobs: int = 2
    splits_max: int = 50
    footprint: Footprint = field(default_factory=Footprint)
    manner: Manner = field(default_factory=Manner)


@dataclass(frozen=True, slots=True)
class Found:
    """How the looking ended. `lemmas` are the theorems that the proof uses, in order: their start, and their proof.

    `result` is the last search for the theorem. Without a proof, `partial` is the best that it had, and `lemmas` are
    those that it uses; `plain` is the same without tactics that search, where it has such. `timed_out`: a clock ended
    something, so that another run may differ.
    """

    proof: str | None
    lemmas: tuple[Statement, ...]
    result: SearchResult
    tactics: int
    partial: Partial | None = None
    plain: Partial | None = None
    timed_out: bool = False
    out_of_memory: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the final check did not accept a proof that was found.

    `line` is where its first error is, counted from 0 at the proof's `by`; `lemma` is set if it is in that one's proof.
    """

    reason: str
    line: int | None = None
    lemma: str = ""


Judge: TypeAlias = Callable[[Found], Awaitable[Refusal | None]]
"""What checks a proof when it is found; None if that is accepted, or nothing else could be."""


@dataclass(slots=True)
class Finder:
    """One run for one theorem. Without a `judge` the first proof that is found is the last."""

    lean: SteppingLean
    theorem: Theorem
    prelude: str
    definitions: tuple[str, ...]
    settings: Settings
    account: Account = field(default_factory=Account)
    beside: Beside | None = None
    judge: Judge | None = None
    without: set[tuple[tuple[object, ...], str]] = field(default_factory=set)
    """Steps that led to proofs which the final check refused."""
    tactics: int = 0
    timed_out: bool = False
    out_of_memory: bool = False
    discovery: Discovery | None = None
    operators: list[Operator] = field(default_factory=list)
    carried: list[Proven] = field(default_factory=list)
    """What takes statements about types of the file to the numbers."""
    carrying: int = 0
    """The tactics that this took."""

    async def find(self) -> Found:
        """Look for a proof. Raises: SessionFailed if the theorem cannot be opened for tactics."""
        found, at_hand = await self._looked()
        if found.proof is not None or self._is_false:
            return found
        partial, plain = await self._partials(found.result, at_hand)
        return replace(found, partial=partial, plain=plain, lemmas=_used(partial.proof, at_hand))

    def anew(self) -> Finder:
        """One that begins again, with what is left of the budget, and looks for no counterexample."""
        own = (self.lean, self.theorem, self.prelude, self.definitions, self.settings, self.account)
        return Finder(*own, judge=self.judge, without=self.without, tactics=self._used_up)

    async def _looked(self) -> tuple[Found, list[Proven]]:
        """How the looking ended, and the lemmas that were at hand."""
        result, known, environment_ = await self._first()
        at_end = result.proved or (result.complete and not known.functions) or self._is_false
        if at_end or not self.settings.manner.discover:
            return self._found(result, None)
        return await self._with_lemmas(result, known, environment_)

    async def _partials(self, result: SearchResult, at_hand: list[Proven]) -> tuple[Partial, Partial | None]:
        """The partial proof that got furthest; if that has tactics that search, also the one without them."""
        stubs = "".join(f"\n{one.stub}\n" for one in at_hand)
        theorem = self.theorem
        opened = self.lean.session(self.prelude + stubs, theorem.statement, theorem.binders)
        async with opened as session:
            found = await partial_proof(session, result)
            plain = await partial_proof(session, result, searches) if searches(found.proof) else None
        return found, plain

    async def _first(self) -> tuple[SearchResult, Knowledge, dict[str, Constant]]:
        """The search without lemmas; short where there are functions about which lemmas can be found."""
        async with AsyncExitStack() as stack:
            sessions, root = await self._open(stack, "", 1)
            known = await knowledge(sessions[0], root, self.definitions)
            self.operators = await operators(sessions[0], root, known)
        known = replace(known, lemmas=tuple(one.lemma for one in self._given))
        short = FIRST_TACTICS if known.functions and self.settings.manner.discover else None
        result = await self._prove(known, short)
        programs: dict[str, Constant] = {}
        if not result.proved:
            async with AsyncExitStack() as stack:
                sessions, root = await self._open(stack, self._stubs(None), 1)
                programs = await environment(sessions[0], root, known)
        return result, known, programs

    async def _with_lemmas(
        self, first: SearchResult, known: Knowledge, programs: dict[str, Constant]
    ) -> tuple[Found, list[Proven]]:
        root = translated(first.tree.root.point.goals[0], self.operators)
        explorer = Explorer(signature(root, known, programs), known, programs)
        known = await self._transported(known, programs, explorer)
        if known.transports:
            first = await self._prove(known, FIRST_TACTICS)
            if first.proved or self._out():
                return self._found(first, None)
            known = replace(known, transports=tuple(replace(one, certain=False) for one in known.transports))
        names = constants(root.target).union(*(constants(v.type) for v in root.context))
        experts = self.settings.manner.experts
        discovery = Discovery(
            self.lean,
            self.prelude,
            known,
            explorer,
            experts,
            names,
            self.account,
            list(self._at_first),
            footprint=self.settings.footprint,
        )
        discovery.taken |= {self.theorem.name, *(one.lemma.name for one in self._at_first)}
        self.discovery = discovery
        self.account.phase("lemmas", "functions that the library has too")
        discovery.recognise()
        for _ in range(BRIDGE_ROUNDS):
            if not await discovery.prove_some(LEMMAS_MAX, self._jobs, self.settings.until, self._left):
                break
        result = (
            await self._prove(known, FIRST_TACTICS, discovery)
            if len(discovery.proven) > len(self._at_first)
            else first
        )
        if result.proved or self._out():
            return self._found(result, discovery)
        self.account.phase("lemmas", "laws of the functions, by their values")
        await self._explore(discovery)
        discovery.learn_from(result.tree)
        allowance = SEARCH_TACTICS
        for _ in range(ROUNDS_MAX):
            self.account.phase("lemmas", f"{len(discovery.waiting())} conjectures wait for a proof")
            new = await discovery.prove_some(LEMMAS_A_ROUND, self._jobs, self.settings.until, self._left)
            if self.beside is not None and await self.beside.turn(self.account.tactics):
                break
            if new or not discovery.waiting():
                result = await self._prove(known, allowance, discovery)
                discovery.learn_from(result.tree)
                allowance = int(allowance * (1.15 if discovery.waiting() else 4))
            if result.proved or self._out():
                break
        return self._found(result, discovery)

    async def _explore(self, discovery: Discovery) -> None:
        """Exploration computes for seconds: in a thread of its own, so that others are served meanwhile."""
        exploring = asyncio.create_task(asyncio.to_thread(discovery.explore))
        try:
            await asyncio.wait([exploring], timeout=max(0.0, self.settings.until - time.monotonic()))
            self.timed_out = self.timed_out or not exploring.done()
        finally:
            discovery.explorer.stop()
            await exploring

    async def _transported(
        self, known: Knowledge, programs: dict[str, Constant], explorer: Explorer
    ) -> Knowledge:
        """The same with the ways to the numbers that types of the file have."""
        found: list[Rules] = []
        if all(one.name != "transport" for one in self.settings.manner.experts):
            return known
        for reading in readings(explorer, programs):
            self.account.phase("lemmas", f"{reading.type} as numbers")
            way = Transport(
                self.lean,
                self.prelude,
                self.definitions,
                known,
                programs,
                self.settings.manner.experts,
                reading,
                self._at_first,
                self.settings.until,
                self._left,
                self.account,
                footprint=self.settings.footprint,
            )
            rules = await way.build()
            self.carrying += way.tactics
            if rules is not None:
                found.append(rules)
                self.carried += way.proven
            if self._out():
                break
        return replace(known, transports=tuple(found))

    async def _prove(
        self, known: Knowledge, tactics: int | None, discovery: Discovery | None = None
    ) -> SearchResult:
        """Search until a proof is accepted, or there is none: one that is refused is not found again."""
        while True:
            async with AsyncExitStack() as stack:
                sessions, root = await self._open(stack, self._stubs(discovery), self._jobs)
                result = await self._search(
                    sessions, root, discovery.knowledge if discovery else known, tactics
                )
            if not result.proved or self.judge is None:
                return result
            refused = await self.judge(self._found(result, discovery)[0])
            if refused is None:
                return result
            result.refused = True
            self.account.refused(refused.reason, self._left_out(result, refused, discovery))
            if self._out():
                return result

    def _left_out(self, result: SearchResult, refused: Refusal, discovery: Discovery | None) -> str:
        """What is not used from now on: the lemma or the step that was refused, in doubt the one that cost most."""
        if refused.lemma and discovery is not None and discovery.distrust(refused.lemma):
            return refused.lemma
        root = result.tree.root
        step = step_at(root, refused.line) if refused.line is not None else None
        if step is None:
            step = max(steps_of(root), key=lambda edge: edge.cost_us)
        self.without.add((key_of(step.parent.point), step.output.tactic))
        return step.output.tactic

    def _stubs(self, discovery: Discovery | None) -> str:
        """What is at hand as Lean text without proofs."""
        return "".join(f"\n{one.stub}\n" for one in (discovery.proven if discovery else self._at_first))

    @property
    def _at_first(self) -> list[Proven]:
        """What is at hand before any lemma is discovered."""
        return [*self._given, *self.carried]

    @property
    def _given(self) -> list[Proven]:
        """Lemmas that hold by definition: what the file's operators are."""
        return [Proven(one.lemma, PROOF) for one in self.operators]

    async def _open(self, stack: AsyncExitStack, stubs: str, count: int) -> tuple[list[TacticSession], Point]:
        theorem = self.theorem
        sessions = await stack.enter_async_context(
            self.lean.sessions(count, self.prelude + stubs, theorem.statement, theorem.binders)
        )
        stack.enter_context(self.settings.footprint.counting(*sessions))
        root = await sessions[0].open()
        for session in sessions[1:]:
            await session.open()
            session.adopt(root)
        return sessions, root

    async def _search(
        self, sessions: list[TacticSession], root: Point, known: Knowledge, tactics: int | None
    ) -> SearchResult:
        bounds = [bound for bound in (self._left, tactics) if bound is not None]
        allowance = Allowance(
            self.settings.until, min(bounds) if bounds else None, footprint=self.settings.footprint
        )
        self.account.phase("search", f"lemmas at hand: {len(known.lemmas)}" if known.lemmas else "")
        search = Search(
            sessions,
            root,
            known,
            self.settings.manner.experts,
            self.settings.manner.policy(),
            allowance,
            TacticLimits(),
            self.settings.splits_max,
            self.settings.manner.transpositions,
            news=self._news(known),
            without=self.without,
            beside=self.beside,
        )
        result = await search.run()
        self.tactics += result.tactics
        self.timed_out = self.timed_out or result.timed_out
        self.out_of_memory = self.out_of_memory or result.out_of_memory
        return result

    def _news(self, known: Knowledge) -> TreeNews:
        theorem = self.theorem
        statement = f"{theorem.binders} : {theorem.statement}" if theorem.binders else theorem.statement
        (number,) = self.account.numbers(1)
        return TreeNews(self.account, number, "theorem", statement, known)

    @property
    def _jobs(self) -> int:
        return min(self.settings.jobs, self.lean.children_max)

    @property
    def _left(self) -> int | None:
        """How many tactics may still be tried, lemmas' among them."""
        if self.settings.tactics is None:
            return None
        return max(0, self.settings.tactics - self._used_up)

    @property
    def _used_up(self) -> int:
        return self.tactics + self.carrying + (self.discovery.tactics if self.discovery is not None else 0)

    @property
    def _is_false(self) -> bool:
        """Whether a counterexample was found meanwhile."""
        return self.beside is not None and self.beside.found is not None

    def _out(self) -> bool:
        """Whether the run has spent what it may."""
        if time.monotonic() >= self.settings.until:
            self.timed_out = True
        found_out = self.discovery is not None and self.discovery.out_of_memory
        self.out_of_memory = self.out_of_memory or found_out or self.settings.footprint.is_over()
        return self._is_false or self.timed_out or self.out_of_memory or self._left == 0

    def _found(self, result: SearchResult, discovery: Discovery | None) -> tuple[Found, list[Proven]]:
        proof = proof_text(result.tree.root) if result.proved else None
        at_hand = discovery.proven if discovery else self._at_first
        lemmas = _used(proof, at_hand) if proof else ()
        found = Found(
            proof,
            lemmas,
            result,
            self._used_up,
            timed_out=self.timed_out,
            out_of_memory=self.out_of_memory,
        )
        return found, at_hand


def _used(proof: str, at_hand: list[Proven]) -> tuple[Statement, ...]:
    used = used_in(proof, at_hand)
    return tuple(Statement(one.start, one.proof, one.lemma.name, one.defines) for one in used)
