"""Counts of results: by family and difficulty, by time, by tactic, and beside what others published."""

from __future__ import annotations

import collections
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tactic_mesh.bench.problems import Problem
from tactic_mesh.bench.results import Result
from tactic_mesh.bench.statistics import wilson
from tactic_mesh.theorem import Outcome

DIFFICULTIES = ("trivial", "easy", "medium", "hard")
COST_S = (1, 5, 10, 30, 60)
_TACTIC = re.compile(r"(?:^|[;·(]|=>|<;>|:=\s*by|\bby)\s*([a-z]\w*[?!]?)")
_NO_TACTIC = frozenset({"fun", "with", "only", "from", "using", "generalizing", "at", "have", "by"})


@dataclass(frozen=True, slots=True)
class Counts:
    """How the problems of one group ended. Rates are of those that were answered; failures stand apart."""

    name: str
    problems: int
    proved: int
    refuted: int
    not_found: int
    no_verdict: int

    @property
    def answered(self) -> int:
        return self.proved + self.refuted + self.not_found

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval of the rate proved."""
        return wilson(self.proved, self.answered)

    @property
    def rate(self) -> float | None:
        return self.proved / self.answered if self.answered else None


def counts(name: str, results: Sequence[Result]) -> Counts:
    ended = collections.Counter(result.outcome for result in results)
    answered = sum(ended[o] for o in (Outcome.PROVED, Outcome.REFUTED, Outcome.NOT_FOUND))
    return Counts(
        name,
        len(results),
        ended[Outcome.PROVED],
        ended[Outcome.REFUTED],
        ended[Outcome.NOT_FOUND],
        len(results) - answered,
    )


def grouped(results: Sequence[Result], key: Callable[[Result], str]) -> list[Counts]:
    """One row a group, in the order of first appearance; difficulties in their own order."""
    groups: dict[str, list[Result]] = {}
    for result in results:
        groups.setdefault(key(result) or "–", []).append(result)
    names = sorted(groups, key=lambda name: DIFFICULTIES.index(name) if name in DIFFICULTIES else -1)
    return [counts(name, groups[name]) for name in names]


def by_family(results: Sequence[Result]) -> list[Counts]:
    return grouped(results, lambda result: result.family)


def by_difficulty(results: Sequence[Result]) -> list[Counts]:
    return grouped(results, lambda result: result.difficulty)


def within(results: Iterable[Result], limits_s: Sequence[float] = COST_S) -> list[tuple[float, int]]:
    """How many were proved within each time, up to the run's own limit."""
    proved = [result for result in results if result.outcome is Outcome.PROVED]
    longest = max((result.timeout_s for result in proved), default=0.0)
    return [(s, sum(result.wall_s <= s for result in proved)) for s in limits_s if s <= longest]


def late(results: Iterable[Result]) -> list[str]:
    """Proofs whose process took longer than the limit: its start and the final check come on top of the search."""
    return [r.id for r in results if r.outcome is Outcome.PROVED and r.wall_s > r.timeout_s]


def tactic_use(results: Iterable[Result]) -> list[tuple[str, int]]:
    """In how many proofs a tactic occurs, most used first."""
    used: collections.Counter[str] = collections.Counter()
    for result in results:
        used.update(tactics_of(result.proof or ""))
    return sorted(used.items(), key=lambda pair: (-pair[1], pair[0]))


@dataclass(frozen=True, slots=True)
class ExpertUse:
    """What an expert cost and yielded over all problems: tactics tried, that ran, that solved their goal; seconds."""

    name: str
    tried: int
    ran: int
    solved: int
    wall_s: float


def expert_use(results: Iterable[Result]) -> list[ExpertUse]:
    """Experts by what they cost, the dearest first."""
    totals: dict[str, collections.Counter[str]] = {}
    for result in results:
        for name, use in (result.spent.get("experts") or {}).items():
            totals.setdefault(name, collections.Counter()).update(use)
    found = [
        ExpertUse(name, total["tried"], total["ran"], total["solved"], total["us"] / 1e6)
        for name, total in totals.items()
    ]
    return sorted(found, key=lambda use: (-use.wall_s, use.name))


def tactics_of(proof: str) -> set[str]:
    """The names that stand where a tactic stands in a script of ours."""
    return {
        match[1]
        for line in proof.split("\n")
        for match in _TACTIC.finditer(line.strip())
        if match[1] not in _NO_TACTIC
    }


@dataclass(frozen=True, slots=True)
class Published:
    """What a system was reported to solve, and what was proved here, of the same problems in one family."""

    family: str
    system: str
    problems: int
    theirs: int
    ours: int


def published(results: Sequence[Result], problems: Mapping[str, Problem]) -> list[Published]:
    """For each family and system, over the problems for which that system has a result and we have an answer."""
    found: dict[tuple[str, str], list[tuple[bool, bool]]] = {}
    for result in results:
        problem = problems.get(result.id)
        if problem is None or not result.answered:
            continue
        for system, solved in problem.published.items():
            pairs = found.setdefault((result.family, system), [])
            pairs.append((solved, result.outcome is Outcome.PROVED))
    rows = [
        Published(family, system, len(pairs), sum(p[0] for p in pairs), sum(p[1] for p in pairs))
        for (family, system), pairs in found.items()
    ]
    return sorted(rows, key=lambda row: (row.family, -row.theirs / row.problems, row.system))


def alarms(results: Iterable[Result], problems: Mapping[str, Problem]) -> list[str]:
    """What must never happen: false statements that were proved."""
    return [
        result.id
        for result in results
        if result.outcome is Outcome.PROVED and (problem := problems.get(result.id)) and problem.known_false
    ]
