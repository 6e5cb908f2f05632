"""Two runs over the same problems: who proved what, and whether the difference could be chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tactic_mesh.bench.results import Result
from tactic_mesh.bench.statistics import mcnemar
from tactic_mesh.errors import UsageError
from tactic_mesh.theorem import Outcome

NAMED_MAX = 5


@dataclass(frozen=True, slots=True)
class Comparison:
    """Pairs of results of the same statement; `left_out` has no verdict in one of the two, and counts for neither."""

    both: tuple[str, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    neither: tuple[str, ...]
    left_out: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def pairs(self) -> int:
        return len(self.both) + len(self.only_first) + len(self.only_second) + len(self.neither)

    @property
    def probability(self) -> float:
        """McNemar's exact two-sided one."""
        return mcnemar(len(self.only_first), len(self.only_second))

    def as_json(self) -> dict[str, object]:
        return {
            "schema": "tactic-mesh/comparison@1",
            "pairs": self.pairs,
            "both": len(self.both),
            "only_first": list(self.only_first),
            "only_second": list(self.only_second),
            "neither": len(self.neither),
            "left_out": list(self.left_out),
            "p": self.probability,
            "warnings": list(self.warnings),
        }


def compare(first: Sequence[Result], second: Sequence[Result]) -> Comparison:
    """Raises: UsageError if the two are not about the same statements."""
    one, two = _by_statement(first, "the first"), _by_statement(second, "the second")
    missing = [result.id for key, result in one.items() if key not in two]
    added = [result.id for key, result in two.items() if key not in one]
    if missing or added:
        parts = [_named("not in the second", missing), _named("not in the first", added)]
        raise UsageError(f"these are different problem sets: {'; '.join(filter(None, parts))}")
    found: dict[str, list[str]] = {kind: [] for kind in ("both", "first", "second", "neither", "out")}
    for key, result in one.items():
        other = two[key]
        if not (result.answered and other.answered):
            kind = "out"
        elif result.outcome is Outcome.PROVED:
            kind = "both" if other.outcome is Outcome.PROVED else "first"
        else:
            kind = "second" if other.outcome is Outcome.PROVED else "neither"
        found[kind].append(result.id)
    both, only_first, only_second, neither, left_out = map(tuple, found.values())
    return Comparison(both, only_first, only_second, neither, left_out, _warnings(first, second))


def _by_statement(results: Sequence[Result], which: str) -> dict[tuple[str, str], Result]:
    """By digest and id: two problems of one set may ask the same."""
    found = {(result.sha256, result.id): result for result in results}
    if len({result.id for result in results}) < len(results):
        raise UsageError(f"{which} file has two results of one problem")
    return found


def _named(what: str, ids: Sequence[str]) -> str:
    more = f" and {len(ids) - NAMED_MAX} more" if len(ids) > NAMED_MAX else ""
    return f"{len(ids)} {what} ({', '.join(ids[:NAMED_MAX])}{more})" if ids else ""


def _warnings(first: Sequence[Result], second: Sequence[Result]) -> tuple[str, ...]:
    found = []
    for key in ("timeout_s", "jobs", "at_a_time"):
        one, two = ({str(r.settings.get(key)) for r in results} for results in (first, second))
        if one != two:
            found.append(f"{key}: {', '.join(sorted(one))} against {', '.join(sorted(two))}")
    return tuple(found)
