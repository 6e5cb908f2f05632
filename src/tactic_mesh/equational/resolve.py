"""The whole graph: which of the 4,694 laws implies which?

1. Finite magmas in bulk refute what they can; what is left is a preorder of candidates.
2. Its classes and covering pairs are proved, in rounds: a pair that resists becomes a suspect, and whatever would imply
   it with what is proved is suspect too; the covering pairs of the rest are proved next.
3. Pairs that are still open are settled one by one, those first that would decide most others.

Only what Lean's kernel has accepted counts; certificates are kept as they come, so that a run can be taken up again.
"""

from __future__ import annotations

import asyncio
import heapq
import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from tactic_mesh.equational import magmas
from tactic_mesh.equational.certificates import (
    LeanFile,
    System,
    SystemFacts,
    Table,
    TableFacts,
    checked,
    implication_name,
    implications_file,
    is_proved,
    systems_file,
    tables_file,
)
from tactic_mesh.equational.claims import Claims, conclude, refutations, refuted_by_infinite_only, with_duals
from tactic_mesh.equational.executor import Executor, Serial
from tactic_mesh.equational.laws import LAWS, dual_numbers, law_number, laws, number_of, parse_law
from tactic_mesh.equational.proofs import Notation, Proof
from tactic_mesh.equational.relations import Closure, Edge, Matrix, close, covering, multiplied
from tactic_mesh.equational.store import Folder, facts_as_json, model_of
from tactic_mesh.equational.systems import completed, satisfied_terms
from tactic_mesh.equational.words import MAGMAS, WordFacts, falsified, words_file
from tactic_mesh.equational.work import LEVELS, PROOFS, Proving, Settling, Way, cpu_s, prove, settle, sides
from tactic_mesh.lean.engine import Lean
from tactic_mesh.theorem import Verdict

PROOFS_IN_A_FILE = 200
CLAIMS_IN_A_FILE = 1_000
GOALS_MAX = 100
"""So many goals of one hypothesis are one piece of work."""
ROUNDS_MAX = 12
GREAT_CLASS = 30
"""So many laws that seem equivalent are proved to be so before all others."""
FIRST_PROOFS_CPU_S = 20.0
"""So long the other proofs go on before the first tables."""
GREAT_GAIN = 100_000
"""So many pairs that only one table refutes make it worth a check before all proofs are there."""
CLAIMS_EVERY_CPU_S = 30.0
TABLES_WAITING_MAX = 60
TABLES_WAIT_CPU_S = 90.0
"""So many new tables, or after so long fewer, are checked together."""
FALSE_RATHER = {Way.PROOF: 0.2, Way.TABLE: 0.8}
"""What resists by the time that pairs are settled one by one is mostly false."""
GOALS_A_HYPOTHESIS = {Way.PROOF: 1, Way.TABLE: 25}
"""Goals of one law that a round tries."""
ASSIGNMENTS_MAX = 20_000
"""For how many assignments Lean is asked to check a law in a table."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What was decided, counting only what Lean had accepted, after so much processor time."""

    cpu_s: float
    wall_s: float
    lean_cpu_s: float
    true: int
    false: int
    certificates_bytes: int

    def as_json(self) -> dict[str, float | int]:
        return {
            "cpu_s": round(self.cpu_s, 1),
            "wall_s": round(self.wall_s, 1),
            "lean_cpu_s": round(self.lean_cpu_s, 1),
            "true": self.true,
            "false": self.false,
            "certificates_bytes": self.certificates_bytes,
        }


Progress = Callable[[str, Moment], None]


def silent(phase: str, moment: Moment) -> None:
    """No progress."""


@dataclass(slots=True)
class _Meter:
    """Processor time of everything that a run uses: this process and E, which it runs; its workers; its Lean."""

    lean: Lean
    cpu_start_s: float = field(default_factory=cpu_s)
    wall_start_s: float = field(default_factory=time.monotonic)
    workers_cpu_s: float = 0.0
    lean_told_s: float = 0.0
    before_s: float = 0.0
    lean_start_s: float = 0.0

    def __post_init__(self) -> None:
        self.lean_start_s = self._lean_total_s()

    @property
    def lean_cpu_s(self) -> float:
        """Since this run began: a Lean that is shared has worked for others before."""
        return self._lean_total_s() - self.lean_start_s

    def _lean_total_s(self) -> float:
        """From the system where it tells, else the times that Lean's answers took."""
        process_id = getattr(self.lean, "process_id", None)
        try:
            fields = Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        except OSError:
            return self.lean_told_s
        return sum(map(int, fields[11:15])) / 100  # utime, stime, cutime, cstime in hundredths of a second

    @property
    def cpu_s(self) -> float:
        own = cpu_s() - self.cpu_start_s
        return self.before_s + own + self.workers_cpu_s + self.lean_cpu_s

    @property
    def wall_s(self) -> float:
        return time.monotonic() - self.wall_start_s


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a row of truths comes from: a table, one of many linear models, or a complete rewriting system."""

    table: Table | None = None
    linear: magmas.Linear | None = None
    index: int = 0
    system: System | None = None

    @property
    def order(self) -> int:
        """How many elements; 1 for a system, in which a law needs no assignments."""
        if self.system is not None:
            return 1
        if self.table is not None:
            return len(self.table)
        assert self.linear is not None
        return self.linear.order

    def as_table(self) -> Table:
        if self.table is not None:
            return self.table
        assert self.linear is not None
        return as_table(self.linear.table(self.index))

    def facts(self, number: int, true: tuple[int, ...], false: tuple[int, ...]) -> TableFacts | SystemFacts:
        """What Lean is to check, laws by number."""
        if self.system is not None:
            return SystemFacts(number, self.system, true, false)
        return TableFacts(number, self.as_table(), true, false)


def as_table(array: np.typing.NDArray[np.int64]) -> Table:
    return tuple(tuple(int(value) for value in row) for row in array)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a run may spend: processor time of everything together, and real time."""

    cpu_s: float = 600.0
    wall_s: float = float("inf")


class Resolver:
    """One run over one folder."""

    def __init__(
        self,
        folder: Folder,
        lean: Lean,
        limits: Limits,
        *,
        executor: Executor | None = None,
        progress: Progress = silent,
    ) -> None:
        self._folder = folder
        self._lean = lean
        self._limits = limits
        self._executor = executor or Serial()
        self._progress = progress
        self._meter = _Meter(lean)
        self._duals = [number - 1 for number in dual_numbers()]
        self._rows: dict[bytes, _Source] = {}
        self._false = np.zeros((LAWS, LAWS), dtype=bool)
        self._edges, self._models = folder.facts()
        self._tried: set[Edge] = set()
        self._suspects: set[Edge] = set()
        self._saturated: set[Edge] = set()
        self._numbered = sum(
            len(stored.tables) + len(stored.systems) + len(stored.words) for stored in folder.all()
        )
        self._bytes = sum(stored.bytes for stored in folder.all())
        self._closure = close(LAWS, with_duals(self._edges, self._duals))
        self._proved = self._closure.pairs() - LAWS
        self._certified = refutations(self._closure, self._models, self._duals)
        self._claims_written_s = 0.0
        self.history: list[Moment] = []
        self.unaccepted = 0

    async def run(self) -> Claims:
        """Resolve until everything is decided or the limits are reached; the claims are written to the folder."""
        self._tell("start")
        for bits, source in nets():
            self._learn(bits, source)
            if self._spent(0.3):
                break
        self._false |= self._certified
        self._tell("finite magmas")
        # The great classes decide a third of all pairs. Proofs come before tables: what is proved makes fewer laws
        # stand for the others. After some more proofs the strongest tables are worth their checks.
        await self._prove_rounds(1, share=0.6, laws_min=GREAT_CLASS)
        await self._prove_rounds(1, share=0.7, cpu_s=FIRST_PROOFS_CPU_S)
        await self._certify_tables(gain_min=GREAT_GAIN)
        await self._prove_rounds(1, share=0.8)
        await self._complete_rest()
        await self._certify_tables()
        await self._prove_rounds(ROUNDS_MAX, share=0.6)
        if not self._spent(0.9):
            self._complete_hypotheses()
            await self._certify_words()
            self._look_wider()
            await self._complete_rest()
        await self._settle_rest()
        await self._certify_tables()
        self._tell("end")
        return self._write_claims()

    def _write_claims(self) -> Claims:
        """What follows from the certificates that the folder holds by now."""
        claims = conclude(self._edges, self._models, self._duals)
        self._folder.write_claims(claims)
        self._folder.write_summary(self.summary(claims))
        self._claims_written_s = self._meter.cpu_s
        return claims

    def summary(self, claims: Claims) -> dict[str, object]:
        """Counts and times, for the folder."""
        true, false = claims.decided()
        infinite = sum(model.infinite for model in self._models)
        return {
            "true": true,
            "false": false,
            "pairs": LAWS * (LAWS - 1),
            "open_where_e_saturates": self.open_where_e_saturates(),
            "implications_proved_singly": len(self._edges),
            "tables": len(self._models) - infinite,
            "infinite_magmas": infinite,
            "refuted_by_infinite_magmas_only": refuted_by_infinite_only(
                self._closure, self._models, self._duals, claims.false
            ),
            "unaccepted": self.unaccepted,
            "history": [moment.as_json() for moment in self.history],
        }

    def open_where_e_saturates(self) -> int:
        """How many open pairs would be refuted if E's saturations in this run were believed; they are not."""
        certified = refutations(self._closure, self._models, self._duals)
        everything = _Level(self._closure, certified, set(), self._duals)
        without = _Level(self._closure, certified, self._saturated, self._duals)
        return everything.open_laws() - without.open_laws()

    # What it costs.

    def _spent(self, share: float = 1.0) -> bool:
        return self._meter.cpu_s >= share * self._limits.cpu_s or (
            self._meter.wall_s >= share * self._limits.wall_s
        )

    def _tell(self, phase: str) -> None:
        moment = Moment(
            self._meter.cpu_s,
            self._meter.wall_s,
            self._meter.lean_cpu_s,
            self._proved,
            int(self._certified.sum()),
            self._bytes,
        )
        self.history.append(moment)
        self._progress(phase, moment)
        # A run that is killed leaves claims too.
        if moment.cpu_s - self._claims_written_s >= CLAIMS_EVERY_CPU_S:
            self._write_claims()

    # Finite magmas.

    def _learn(self, bits: magmas.Bits, source: Callable[[int], _Source]) -> None:
        """Rows of truths; those that are new refute pairs."""
        packed = np.packbits(bits, axis=1)
        fresh = []
        for index in np.unique(packed, axis=0, return_index=True)[1]:
            key = packed[index].tobytes()
            if key not in self._rows:
                self._rows[key] = source(int(index))
                fresh.append(index)
        if fresh:
            rows = bits[fresh]
            rows = np.concatenate([rows, magmas.opposite(rows)])
            self._false |= magmas.refuted(rows)

    def _add_table(self, table: Table) -> None:
        array = np.array(table, dtype=np.int64)
        if len(table) ** 6 <= magmas.ASSIGNMENTS_MAX:
            self._learn(magmas.satisfied_one(array)[None], lambda _: _Source(table))

    def _open_hypotheses(self) -> list[int]:
        """Laws, with their duals, whose implications are open."""
        level = _Level(self._closure, self._false, set(), self._duals)
        return sorted({law for edge in level.open_edges() for law in (edge[0], self._duals[edge[0]])})

    def _complete_hypotheses(self) -> None:
        """Infinite magmas: where the completion of a law comes to its end, all that it does not imply is known."""
        for law in self._open_hypotheses():
            if law > self._duals[law]:
                continue
            system = completed([sides(laws()[law])])
            if system is not None:
                self._learn(satisfied_terms(system), _from_system(system))
            if self._spent(0.9):
                break
        self._tell("infinite magmas")

    async def _certify_words(self) -> None:
        """Infinite magmas of words: which goals of the laws that they are made for are false in them."""
        implies = self._closure.component_matrix()
        members = self._closure.members()
        undecided = ~(self._false | refutations(self._closure, self._models, self._duals))
        facts = []
        for magma in MAGMAS.values():
            law = number_of(parse_law(magma.theorems[0][1]))
            assert law is not None
            row = undecided[law - 1] & ~implies[self._closure.component[law - 1]][self._closure.component]
            goals = np.unique(self._closure.component[row])
            weakest = _least(goals, implies[np.ix_(goals, goals)].T)
            witnesses = falsified(magma, [members[component][0] + 1 for component in weakest])
            if witnesses:
                self._numbered += 1
                facts.append(WordFacts(self._numbered, magma.name, (law,), witnesses))
        shows: dict[str, object] = {"words": [facts_as_json(f) for f in facts]}
        if facts and await self._accepted("words", words_file(facts), shows):
            self._models += map(model_of, facts)
            self._certified = refutations(self._closure, self._models, self._duals)
            self._false |= self._certified
        self._tell("infinite magmas")

    def _look_wider(self) -> None:
        """Many more linear models, but of each only those in which a law is true whose implications are open."""
        hypotheses = self._open_hypotheses()
        if not hypotheses:
            return
        among = [laws()[law] for law in hypotheses]
        for models in wide_nets():
            telling = np.flatnonzero(magmas.satisfied_linear(models, among).any(axis=1))
            if len(telling):
                chosen = models.take(telling)
                self._learn(magmas.satisfied_linear(chosen), _from_linear(chosen))
            if self._spent(0.8):
                break
        self._tell("more magmas")

    # Proofs.

    async def _prove_rounds(
        self, rounds: int, *, share: float, laws_min: int = 0, cpu_s: float = math.inf
    ) -> None:
        """Rounds that end at a share of the limits, or each after so much processor time."""
        for _ in range(rounds):
            wanted = [edge for edge in self._wanted(laws_min) if edge not in self._tried]
            if not wanted or self._spent(share):
                return
            tried, proved = await self._prove(wanted, share=share, cpu_s=cpu_s)
            self._tried |= tried
            self._suspects |= tried - proved
            self._tell("proofs")
            if len(proved) < 0.05 * len(tried):
                return  # what resists now is mostly false

    def _wanted(self, laws_min: int) -> list[Edge]:
        """Pairs whose proofs would prove all candidates, one of each two that are dual.

        Those come first that most follows from.
        With `laws_min` only those that `_Level.generating` names.
        """
        level = _Level(self._closure, self._false, self._suspects, self._duals)
        chosen = {
            min(edge, (self._duals[edge[0]], self._duals[edge[1]])) for edge in level.generating(laws_min)
        }
        above, below = level.reach()
        component = self._closure.component.tolist()
        return sorted(chosen, key=lambda edge: (-above[component[edge[0]]] * below[component[edge[1]]], edge))

    async def _prove(
        self, edges: Sequence[Edge], *, share: float, cpu_s: float = math.inf, asks_e: bool = True
    ) -> tuple[set[Edge], set[Edge]]:
        """Those of the edges that were tried, and those that were proved and accepted."""
        by_hypothesis: dict[int, list[int]] = {}
        for hypothesis, goal in edges:
            by_hypothesis.setdefault(hypothesis, []).append(goal)
        work = [
            Proving(hypothesis, tuple(goals[start : start + GOALS_MAX]), asks_e)
            for hypothesis, goals in by_hypothesis.items()
            for start in range(0, len(goals), GOALS_MAX)
        ]
        until_s = self._meter.cpu_s + cpu_s
        tried: set[Edge] = set()
        accepted: set[Edge] = set()
        waiting: list[tuple[Edge, Proof]] = []
        for _, done in self._executor.run(prove, work):
            self._count(done.cpu_s)
            tried.update((done.work.hypothesis, goal) for goal in done.work.goals)
            waiting += [
                ((done.work.hypothesis, goal), proof)
                for goal, proof in zip(done.work.goals, done.proofs, strict=True)
                if proof is not None
            ]
            if len(waiting) >= 2 * PROOFS_IN_A_FILE:
                accepted |= await self._certify_proofs(waiting)
                waiting = []
                self._tell("proofs")
            if self._spent(share) or self._meter.cpu_s >= until_s:
                break
        return tried, accepted | await self._certify_proofs(waiting)

    def _count(self, spent_s: float) -> None:
        # Without workers it was this process, whose time is counted, and that of E with it.
        if not isinstance(self._executor, Serial):
            self._meter.workers_cpu_s += spent_s

    async def _certify_proofs(self, proofs: Sequence[tuple[Edge, Proof]]) -> set[Edge]:
        """Have Lean check proofs; those that it accepted are kept."""
        batches = [proofs[i : i + PROOFS_IN_A_FILE] for i in range(0, len(proofs), PROOFS_IN_A_FILE)]
        accepted: set[Edge] = set()
        for found in await asyncio.gather(*(self._check_proofs(batch) for batch in batches)):
            accepted |= found
        self._edges += sorted(accepted)
        self._closure = close(LAWS, with_duals(self._edges, self._duals))
        self._proved = self._closure.pairs() - LAWS
        if self._models:
            self._certified = refutations(self._closure, self._models, self._duals)
        return accepted

    async def _check_proofs(self, proofs: Sequence[tuple[Edge, Proof]]) -> set[Edge]:
        named = [(implication_name(a + 1, b + 1), proof) for (a, b), proof in proofs]
        file = implications_file(named, Notation.PREFIX)
        edges = [edge for edge, _ in proofs]
        shows: dict[str, object] = {"edges": [[a + 1, b + 1] for a, b in edges]}
        if await self._accepted("implications", file, shows):
            return set(edges)
        if len(proofs) == 1:
            self.unaccepted += 1
            return set()
        half = len(proofs) // 2
        return await self._check_proofs(proofs[:half]) | await self._check_proofs(proofs[half:])

    async def _accepted(self, kind: str, file: LeanFile, shows: dict[str, object]) -> bool:
        found = await checked(self._lean, file, compare=False)
        self._meter.lean_told_s += found.verdict.wall_s
        if not is_proved(found):
            return False
        assert isinstance(found.verdict, Verdict)
        self._folder.add(kind, file, shows, found.verdict.trust, found.verdict.wall_s)
        self._bytes += len(file.text.encode())
        return True

    # Tables.

    async def _certify_tables(self, *, gain_min: int = 1) -> None:
        """Choose tables that cover the refutations that no certificate has yet, and have Lean check them.

        Those that refute fewer than `gain_min` pairs beside the others are left for later.
        """
        self._certified = refutations(self._closure, self._models, self._duals)
        if self._spent():
            return
        chosen = list(self._cover(gain_min))
        batches: list[list[TableFacts | SystemFacts]] = []
        for kind in (TableFacts, SystemFacts):
            count = CLAIMS_IN_A_FILE
            for facts in chosen:
                if not isinstance(facts, kind):
                    continue
                if count >= CLAIMS_IN_A_FILE:
                    batches.append([])
                    count = 0
                batches[-1].append(facts)
                count += len(facts.true) + len(facts.false)
        width = max(1, self._executor.width)
        for start in range(0, len(batches), width):
            if self._spent():
                break
            await asyncio.gather(*(self._check_tables(batch) for batch in batches[start : start + width]))
            self._certified = refutations(self._closure, self._models, self._duals)
            self._tell("tables")

    async def _check_tables(self, facts: Sequence[TableFacts | SystemFacts]) -> None:
        tables = [f for f in facts if isinstance(f, TableFacts)]
        systems = [f for f in facts if isinstance(f, SystemFacts)]
        kind = "systems" if systems else "tables"
        file = systems_file(systems, law_number) if systems else tables_file(tables, law_number)
        if not await self._accepted(kind, file, {kind: [facts_as_json(f) for f in facts]}):
            if len(facts) > 1:
                for one in facts:
                    await self._check_tables([one])
            else:
                self.unaccepted += 1
            return
        self._models += map(model_of, facts)

    def _cover(self, gain_min: int) -> Iterator[TableFacts | SystemFacts]:
        """Greedy choice of tables and systems, each with the laws that it has to be checked for.

        At the level of components: a table that makes a law true makes all true that it implies, and so on.
        """
        members = self._closure.members()
        first = np.array([component[0] for component in members])
        sizes = np.array([len(component) for component in members], dtype=np.float32)
        widths = np.array([laws()[law].variables for law in first])
        implies = self._closure.component_matrix()
        left = (self._false & ~self._certified)[np.ix_(first, first)]
        weighted = left * sizes[:, None] * sizes[None, :]
        sources = list(self._rows.items())
        bits = np.unpackbits(
            np.frombuffer(b"".join(key for key, _ in sources), dtype=np.uint8).reshape(len(sources), -1),
            axis=1,
            count=LAWS,
        ).astype(bool)
        true = bits[:, first]
        turned = magmas.opposite(bits)[:, first]
        dual_component = self._closure.component[np.array(self._duals)[first]]
        gains = np.einsum("ij,ij->i", true.astype(np.float32) @ weighted, (~true).astype(np.float32))
        gains += np.einsum("ij,ij->i", turned.astype(np.float32) @ weighted, (~turned).astype(np.float32))
        queue = [(-float(gain), index) for index, gain in enumerate(gains) if gain >= gain_min]
        heapq.heapify(queue)
        while queue:
            _, index = heapq.heappop(queue)
            row, other = true[index], turned[index]
            # What Lean would have to check under too many assignments is left to other tables.
            light = sources[index][1].order ** widths <= ASSIGNMENTS_MAX
            above, below = row & light, other & light[dual_component]
            gain = float(weighted[np.ix_(above, ~row)].sum() + weighted[np.ix_(below, ~other)].sum())
            if gain < gain_min:
                continue
            if queue and gain < -queue[0][0]:
                heapq.heappush(queue, (-gain, index))
                continue
            refuting, refuted = np.zeros_like(row), np.zeros_like(row)
            for start, side, turn in ((above, row, False), (below, other, True)):
                starts, ends = np.flatnonzero(start), np.flatnonzero(~side)
                block = left[np.ix_(starts, ends)]
                starts, ends = starts[block.any(axis=1)], ends[block.any(axis=0)]
                # A component and its dual one: what the turned table refutes is said of the table itself.
                refuting[dual_component[starts] if turn else starts] = True
                refuted[dual_component[ends] if turn else ends] = True
            rows, columns = np.flatnonzero(refuting), np.flatnonzero(refuted)
            strongest = _least(rows, implies[np.ix_(rows, rows)])
            weakest = _least(columns, implies[np.ix_(columns, columns)].T)
            for start, side in ((above, row), (below, other)):
                weighted[np.ix_(start, ~side)] = 0
                left[np.ix_(start, ~side)] = False
            self._numbered += 1
            yield sources[index][1].facts(
                self._numbered,
                tuple(int(first[component]) + 1 for component in strongest),
                tuple(int(first[component]) + 1 for component in weakest),
            )

    # What is left.

    async def _complete_rest(self) -> None:
        """What follows from a law in few steps, all its open goals in one run, however little it would decide.

        Rounds leave out what seemed to follow from a pair that resisted, and pairs are settled by what they decide.
        """
        level = _Level(self._closure, self._false, set(), self._duals)
        await self._prove(level.open_edges_once(), share=0.9, asks_e=False)
        self._tell("proofs")

    async def _settle_rest(self) -> None:
        tried: dict[tuple[Edge, Way], int] = {}
        fresh_tables, checked_s = 0, self._meter.cpu_s
        width = max(1, self._executor.width)
        while not self._spent(0.92):
            work = self._most_telling(tried, 40 * width)
            if not work:
                return
            proofs: list[tuple[Edge, Proof]] = []
            for _, done in self._executor.run(settle, work):
                self._count(done.cpu_s)
                edge = (done.work.hypothesis, done.work.goal)
                tried[edge, done.work.way] = done.work.level + 1
                if done.saturated:
                    self._saturated.add(edge)
                    tried[edge, done.work.way] = len(PROOFS)
                if done.proof is not None:
                    proofs.append((edge, done.proof))
                if done.table is not None:
                    self._add_table(done.table)
                    fresh_tables += 1
                if self._spent(0.95):
                    break
            await self._certify_proofs(proofs)
            waited_s = self._meter.cpu_s - checked_s
            if fresh_tables >= TABLES_WAITING_MAX or (fresh_tables and waited_s > TABLES_WAIT_CPU_S):
                await self._certify_tables()
                fresh_tables, checked_s = 0, self._meter.cpu_s
            else:
                self._tell("open pairs")

    def _most_telling(self, tried: dict[tuple[Edge, Way], int], count: int) -> list[Settling]:
        """Open pairs that would decide most others for their time; few of them related.

        A proof of one implication of a law often decides its others; a table that refutes one seldom refutes all.
        """
        level = _Level(self._closure, self._false, set(), self._duals)
        chosen: list[Settling] = []
        rows: dict[tuple[int, Way], int] = {}
        columns: dict[tuple[int, Way], int] = {}
        for work in level.worthwhile(tried):
            row, column = (work.hypothesis, work.way), (work.goal, work.way)
            most = GOALS_A_HYPOTHESIS[work.way]
            if rows.get(row, 0) >= most or columns.get(column, 0) >= 3:
                continue
            rows[row] = rows.get(row, 0) + 1
            columns[column] = columns.get(column, 0) + 1
            chosen.append(work)
            if len(chosen) >= count:
                break
        return chosen


def _least(indices: np.typing.NDArray[np.int64], before: Matrix) -> list[int]:
    """Of some components those that no other of them comes before."""
    strictly = before.copy()
    np.fill_diagonal(strictly, False)
    return [int(index) for index in indices[~strictly.any(axis=0)]]


class _Level:
    """Components of what is proved, and what is known about pairs of them; each stands for its first law."""

    def __init__(self, closure: Closure, false: Matrix, suspects: set[Edge], duals: Sequence[int]) -> None:
        members = closure.members()
        self._first = [component[0] for component in members]
        self._sizes = np.array([len(component) for component in members], dtype=np.float32)
        # Of the component that is dual to each.
        self._dual_first = [self._first[closure.component[duals[law]]] for law in self._first]
        self._true = closure.component_matrix()
        self._false = false[np.ix_(self._first, self._first)]
        suspect = np.zeros_like(self._true)
        for one, other in suspects:
            for a, b in ((one, other), (duals[one], duals[other])):
                suspect[closure.component[a], closure.component[b]] = True
        if suspects:
            # If i does not imply j, then what i implies does not imply what implies j.
            suspect = multiplied(multiplied(self._true.T, suspect), self._true.T)
        self._open = ~(self._true | self._false | suspect)

    def generating(self, laws_min: int = 0) -> list[Edge]:
        """Open pairs from whose proofs all others would follow.

        With `laws_min`, those that would follow inside of classes of so many laws, and from a law that seems to imply
        all laws.
        """
        if not self._open.any():
            return []
        candidate = self._true | self._open
        mutual = candidate & candidate.T
        representative = mutual.argmax(axis=1)
        found = np.zeros_like(candidate)
        class_sizes = mutual @ self._sizes
        for index, other in enumerate(representative.tolist()):
            if class_sizes[index] >= laws_min:
                found[index, other] = found[other, index] = True
        if laws_min:
            found[candidate.all(axis=1) & (representative == np.arange(len(candidate)))] = True
            return self._pairs(found & self._open)
        heads = np.unique(representative)
        strict = (candidate & ~mutual)[np.ix_(heads, heads)]
        cover = covering(strict)
        for a, b in zip(*np.nonzero(cover), strict=True):
            found[heads[a], heads[b]] = True
        found &= self._open
        if not found.any():
            found = self._open
        return self._pairs(found)

    def _pairs(self, matrix: Matrix) -> list[Edge]:
        """Each component by its first law."""
        return [(self._first[a], self._first[b]) for a, b in zip(*np.nonzero(matrix), strict=True)]

    def reach(self) -> tuple[list[float], list[float]]:
        """For each component, how many laws seem to imply it, and how many it seems to imply."""
        candidate = (self._true | self._open).astype(np.float32)
        return (self._sizes @ candidate).tolist(), (candidate @ self._sizes).tolist()

    def open_laws(self) -> int:
        """How many pairs of laws are open."""
        sizes = self._sizes.astype(np.int64)
        return int(sizes @ self._open.astype(np.int64) @ sizes)

    def open_edges(self) -> list[Edge]:
        """All open pairs."""
        return self._pairs(self._open)

    def open_edges_once(self) -> list[Edge]:
        """The same, one of each two that are dual."""
        return [
            (self._first[a], self._first[b])
            for a, b in zip(*np.nonzero(self._open), strict=True)
            if (self._first[a], self._first[b]) <= (self._dual_first[a], self._dual_first[b])
        ]

    def worthwhile(self, tried: dict[tuple[Edge, Way], int]) -> list[Settling]:
        """What to try next, one of each two dual open pairs, by how many pairs it would decide for its time."""
        weight = self._open * self._sizes[:, None] * self._sizes[None, :]
        implies = self._true.astype(np.float32)
        # A proof decides what implies the hypothesis and what the goal implies; a table decides the other way.
        gains = {Way.PROOF: implies.T @ weight @ implies.T, Way.TABLE: implies @ weight @ implies}
        found: list[tuple[float, Settling]] = []
        places = {law: place for place, law in enumerate(self._first)}
        for edge in self.open_edges_once():
            a, b = places[edge[0]], places[edge[1]]
            for way, gain in gains.items():
                level = tried.get((edge, way), 0)
                if level < len(LEVELS[way]):
                    worth = FALSE_RATHER[way] * float(gain[a, b]) / LEVELS[way][level]
                    found.append((worth, Settling(*edge, way, level)))
        found.sort(key=lambda item: -item[0])
        return [work for _, work in found]


def nets() -> Iterator[tuple[magmas.Bits, Callable[[int], _Source]]]:
    """Families of finite magmas, those first that refute most for their time."""
    small = magmas.all_tables(2)
    yield magmas.satisfied(small), _from_tables(small)
    for modulus in (3, 4, 5, 7, 8, 9, 11, 13):
        models = magmas.affine(modulus)
        yield magmas.satisfied_linear(models), _from_linear(models)
    models = magmas.matrix_linear(2, 2)
    yield magmas.satisfied_linear(models), _from_linear(models)
    small = magmas.all_tables(3)
    yield magmas.satisfied(small), _from_tables(small)


def wide_nets() -> Iterator[magmas.Linear]:
    """Greater linear models, in pieces."""
    for modulus in (16, 17, 19, 23, 25, 27, 29, 31):
        yield magmas.affine(modulus)
    yield magmas.matrix_linear(3, 2)
    for seed in range(8):
        yield magmas.matrix_linear(2, 3, count_max=8000, seed=seed)
    for seed in range(3):
        yield magmas.matrix_linear(5, 2, count_max=8000, seed=seed)
        yield magmas.matrix_linear(2, 4, count_max=8000, seed=seed)


def _from_tables(tables: magmas.Tables) -> Callable[[int], _Source]:
    return lambda index: _Source(as_table(tables[index]))


def _from_system(system: System) -> Callable[[int], _Source]:
    return lambda _: _Source(system=system)


def _from_linear(models: magmas.Linear) -> Callable[[int], _Source]:
    return lambda index: _Source(linear=models, index=index)
