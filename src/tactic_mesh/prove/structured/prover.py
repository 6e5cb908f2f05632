"""The structured prover: introduce, close, split, and the same again on what is left.

A depth-first search over script trees, deepened one split at a time. Each attempt is a whole theorem elaborated by
a warm worker from the state after the prelude, with `sorry` at the holes that are not being worked on; so what
Lean accepts at a hole is accepted in the finished script. Attempts that share a place go to Lean in batches.

Not promised: that the first script found is the shortest, or that a goal outside the tactics' reach is found.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.engine import Lean, Worker
from tactic_mesh.lean.messages import diagnostics
from tactic_mesh.prove.structured.script import Block, Branch, proof_text
from tactic_mesh.prove.structured.tactics import Split, closers, is_proposition, slow_closers, splits
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Budget, ErrorClass, Goal, NoVerdict, Theorem

ATTEMPT_WALL_S = 5.0
PRELUDE_WALL_S = 20.0
ATTEMPT_HEARTBEATS = 20_000
_SUGGESTION = re.compile(r"Try this:\s*(?:\[\w+\]\s*)?(.+)", re.DOTALL)
_LEMMA_LIST = re.compile(r"^(simp(?:_all)?(?: \+\w+)* )\[([^\]]+)\](.*)$")
_UNNAMED = re.compile(r"^a(_\d+)?$")
_NOT_A_NAME = re.compile(r"[^\w'₀-₉]")


class OutOfBudget(Exception):
    """The search has spent what it may; a normal end."""


@dataclass(slots=True)
class Spending:
    """The budget of a run as it is used up. `files` of the checks were of whole finished files."""

    budget: Budget
    started: float = field(default_factory=time.monotonic)
    checks: int = 0
    files: int = 0

    @property
    def left_s(self) -> float:
        return self.budget.wall_s - (time.monotonic() - self.started)

    def reserve(self, checks: int) -> int:
        """How many of `checks` may still run; they are counted at once. Raises: OutOfBudget if none."""
        left = checks if self.budget.checks is None else min(checks, self.budget.checks - self.checks)
        if left <= 0 or self.left_s <= 0:
            raise OutOfBudget
        self.checks += left
        return left


class Bench:
    """Workers that stand at the end of a prelude, and are put back there when one dies."""

    def __init__(self, lean: Lean, prelude: str, jobs: int, spending: Spending) -> None:
        self._lean, self._prelude, self._spending = lean, prelude, spending
        self._jobs = jobs
        self._stacks = [AsyncExitStack() for _ in range(jobs)]
        self._workers: list[tuple[Worker, int] | None] = [None] * jobs

    async def __aenter__(self) -> Bench:
        return self

    async def __aexit__(self, *_: object) -> None:
        for stack in self._stacks:
            await stack.aclose()

    async def run(self, source: str) -> RawAnswer | NoVerdict:
        """One text from the state after the prelude."""
        self._spending.reserve(1)
        worker, base = await self._worker(0)
        return await worker.run(source, self._wall_s(), base=base)

    async def first_success(self, sources: list[str]) -> tuple[int, RawAnswer] | None:
        """The first text, by its place in the list, that Lean accepts.

        The list is cut into one stretch per worker. A text that hangs or kills its worker counts as refused.
        """
        sources = sources[: self._spending.reserve(len(sources))]
        size = -(-len(sources) // self._jobs)
        stretches = [sources[start : start + size] for start in range(0, len(sources), size)]
        found = await asyncio.gather(*(self._first(i, stretch) for i, stretch in enumerate(stretches)))
        for number, success in enumerate(found):
            if success is not None:
                return number * size + success[0], success[1]
        return None

    async def _first(self, number: int, sources: list[str]) -> tuple[int, RawAnswer] | None:
        done = 0
        success: tuple[int, RawAnswer] | None = None
        while done < len(sources) and success is None:
            if self._spending.left_s <= 0:
                raise OutOfBudget
            worker, base = await self._worker(number)
            async for answer in worker.try_each(sources[done:], self._wall_s(), base=base):
                if isinstance(answer, RawAnswer) and answer.errors == 0:
                    success = done, answer  # the series ends here; its end mark is still to come
                done += 1
        return success

    def _wall_s(self) -> float:
        return max(0.05, min(ATTEMPT_WALL_S, self._spending.left_s))

    async def _worker(self, number: int) -> tuple[Worker, int]:
        found = self._workers[number]
        if found is not None and found[0].alive:
            return found
        # The dead worker's place goes back to the host before another is asked for.
        await self._stacks[number].aclose()
        self._stacks[number] = AsyncExitStack()
        worker = await self._stacks[number].enter_async_context(self._lean.worker(Limits()))
        prelude = f"{self._prelude}\nset_option maxHeartbeats {ATTEMPT_HEARTBEATS}\n"
        answer = await worker.run(prelude, PRELUDE_WALL_S, keep=True)
        if isinstance(answer, NoVerdict) or answer.state is None:
            raise OutOfBudget  # the prelude was accepted before; now there is no time or memory for it
        self._workers[number] = worker, answer.state
        return worker, answer.state


@dataclass(slots=True)
class StructuredProver:
    """One search. `definitions` are the constants of the prelude that `simp` may unfold."""

    bench: Bench
    theorem: Theorem
    definitions: tuple[str, ...]
    depth_max: int
    root: Block = field(default_factory=Block)
    # Goals for which every (slow) closing tactic failed: the same goal text fails again wherever it stands.
    hopeless: set[tuple[str, bool]] = field(default_factory=set)
    # The goals on the way from the root to the hole that is being worked on.
    above: list[str] = field(default_factory=list)

    async def prove(self) -> str | None:
        """A proof `by …`, or None if none was found. Raises: OutOfBudget."""
        goal = await self._introduce()
        if goal is None:
            return proof_text(self.root)
        for depth in range(self.depth_max + 2):
            # The slow tactics follow one depth behind: what a further split solves quickly comes first.
            finished = True
            for slow, reach in ((False, depth), (True, depth - 1)):
                if not 0 <= reach <= self.depth_max:
                    continue
                progress = Progress(slow=slow)
                if await self._solve(self.root, goal, reach, progress):
                    return proof_text(self.root)
                finished = not progress.cut_off
            if finished and depth > 0:
                return None
        return None

    def _source(self, block: Block, filler: list[str]) -> str:
        proof = proof_text(self.root, block, filler)
        return f"theorem {self.theorem.signature}\n:\n{self.theorem.statement}\n:= {proof}\n"

    async def _introduce(self) -> Goal | None:
        """Close the goal as it stands if one line does, else name all that can be introduced."""
        whole = ["rfl", "decide", "trivial", "simp", "omega", *(f"exists {number}" for number in range(20))]
        if await self._close(self.root, whole):
            return None
        left = await self._goals(self.root, ["unhygienic intros"])
        if not left:
            before = await self._goals(self.root, ["skip"])
            return before[0] if before else Goal("")
        before = await self._goals(self.root, ["skip"]) or []
        known = {n for h in before[0].hypotheses for n in h.names} if before else set()
        introduced = [(n, h) for h in left[0].hypotheses for n in h.names if n not in known]
        if not introduced:
            return left[0]
        taken = {n for n, _ in introduced} | known
        # `a`, `a_1` are Lean's names for what the statement leaves unnamed; a proof of something reads better as `h`.
        names = [
            _fresh("h", taken) if _UNNAMED.match(name) and is_proposition(h.type) else name
            for name, h in introduced
        ]
        readable = f"intro {' '.join(names)}"
        goals = await self._goals(self.root, [readable]) if all("✝" not in n for n in names) else None
        self.root.tactics.append(readable if goals else "unhygienic intros")
        return goals[0] if goals else left[0]

    async def _goals(self, block: Block, filler: list[str]) -> list[Goal] | None:
        """The goals after `filler` at the hole: empty if it closes the goal, None if it fails."""
        answer = await self.bench.run(self._source(block, filler))
        if isinstance(answer, NoVerdict):
            return None
        if answer.errors == 0:
            return []
        errors = [d for d in diagnostics(answer.messages) if d.error_class is not None]
        if len(errors) == 1 and errors[0].error_class is ErrorClass.UNSOLVED_GOALS:
            return list(errors[0].goals)
        return None

    async def _close(self, block: Block, candidates: list[str]) -> bool:
        sources = [self._source(block, [candidate]) for candidate in candidates]
        success = await self.bench.first_success(sources)
        if success is None:
            return False
        index, answer = success
        block.tactics.append(await self._tidied(block, candidates[index], _suggested(answer)))
        block.closed = True
        return True

    async def _tidied(self, block: Block, tactic: str, suggestion: str | None) -> str:
        """What Lean suggested instead of `tactic`, or `tactic` with the lemmas that it does not need left out."""
        if suggestion is not None and await self._goals(block, suggestion.split("\n")) == []:
            return suggestion
        match = _LEMMA_LIST.match(tactic)
        lemmas = match[2].split(", ") if match else []
        if match is None or len(lemmas) < 2:
            return tactic
        for lemma in list(lemmas):
            fewer = [kept for kept in lemmas if kept != lemma]
            shorter = (
                f"{match[1]}[{', '.join(fewer)}]{match[3]}" if fewer else f"{match[1].strip()}{match[3]}"
            )
            if await self._goals(block, [shorter]) == []:
                lemmas, tactic = fewer, shorter
        return tactic

    async def _solve(self, block: Block, goal: Goal, depth: int, progress: Progress) -> bool:
        """Close `block`, with at most `depth` splits below each other."""
        for slow in (False, True) if progress.slow else (False,):
            key = (_shape(goal), slow)
            if key not in self.hopeless:
                candidates = slow_closers() if slow else closers(goal, self.definitions)
                if await self._close(block, candidates):
                    return True
                self.hopeless.add(key)
        if depth == 0:
            progress.cut_off = True
            return False
        self.above.append(_shape(goal))
        try:
            for split in splits(goal):
                if await self._solve_split(block, goal, split, depth, progress):
                    return True
        finally:
            self.above.pop()
        return False

    async def _solve_split(
        self, block: Block, goal: Goal, split: Split, depth: int, progress: Progress
    ) -> bool:
        left = await self._goals(block, split.tactic.split("\n"))
        # A goal that already stands above itself can be reached without this detour.
        if left is None or any(_shape(new) in self.above for new in left):
            return False
        saved = len(block.tactics)
        block.tactics += split.tactic.split("\n")
        block.closed = not left
        block.branches = _branches(split, goal, left)
        if split.names_cases and left:
            renamed = await self._name_cases(block, split, goal, left)
        else:
            renamed = left
        if renamed is not None and await self._solve_all(block, renamed, depth - 1, progress):
            return True
        del block.tactics[saved:]
        block.branches, block.closed = [], False
        return False

    async def _name_cases(
        self, block: Block, split: Split, goal: Goal, left: list[Goal]
    ) -> list[Goal] | None:
        """Write `split with | tag names => …` and ask Lean for each case's goal under its new names."""
        block.tactics[-1] = f"{split.tactic} with"
        goals = []
        for branch in block.branches:
            found = await self._goals(branch.block, ["skip"])
            if not found:
                return None
            goals.append(found[0])
        return goals

    async def _solve_all(self, block: Block, goals: list[Goal], depth: int, progress: Progress) -> bool:
        """Solve every branch; without branches a single goal goes on in the block itself."""
        if not block.branches:
            return block.closed or await self._solve(block, goals[0], depth, progress)
        for branch, goal in zip(block.branches, goals, strict=True):
            if not await self._solve(branch.block, goal, depth, progress):
                return False
        return True


@dataclass(slots=True)
class Progress:
    """One pass: whether slow tactics take part, and whether its depth cut it off (else a deeper one is in vain)."""

    slow: bool
    cut_off: bool = False


def _shape(goal: Goal) -> str:
    """A goal without its case tag, which only says how it was reached."""
    return str(Goal(goal.target, goal.hypotheses))


def _branches(split: Split, goal: Goal, left: list[Goal]) -> list[Branch]:
    if split.names_cases:
        return [Branch(_case_header(split, goal, new), Block()) for new in left]
    if len(left) <= 1:
        return []
    return [Branch("·", Block()) for _ in left]


def _case_header(split: Split, goal: Goal, new: Goal) -> str:
    """`| tag a b ih`: readable names for what the case brings, none of them taken."""
    taken = {n for h in (*goal.hypotheses, *new.hypotheses) for n in h.names}
    names = []
    for hypothesis in new.hypotheses:
        for name in hypothesis.names:
            if "✝" in name and name not in {n for h in goal.hypotheses for n in h.names}:
                names.append(_fresh(_base_name(split, name, hypothesis.type), taken))
    tag = (new.case or "").split(".")[-1]
    return " ".join(["|", tag, *names])


def _base_name(split: Split, name: str, type_: str) -> str:
    base = _NOT_A_NAME.sub("", name.split("✝")[0])
    if base.endswith("_ih") or (split.tactic.startswith("induction") and is_proposition(type_)):
        return "ih"
    return "h" if base == "a" and is_proposition(type_) else base or "a"


def _fresh(base: str, taken: set[str]) -> str:
    name, number = base, 1
    while name in taken:
        name, number = f"{base}{number}", number + 1
    taken.add(name)
    return name


def _suggested(answer: RawAnswer) -> str | None:
    """What `exact?` says to write instead of itself."""
    for message in answer.messages:
        found = _SUGGESTION.search(str(message["data"]))
        if found:
            return found[1].strip()
    return None


@asynccontextmanager
async def bench(lean: Lean, prelude: str, jobs: int, spending: Spending) -> AsyncIterator[Bench]:
    """The workers of one run; gone at its end, since they ran the prelude."""
    async with Bench(lean, prelude, jobs, spending) as made:
        yield made
