"""How many broken proofs does the loop repair? `python -m benchmarks.repair [--proofs N] [--kind KIND] [--alone]`.

Known proofs, written by people (`tests/lean/corpus`), are broken in six ways. A backend that has nothing but the broken
proof proposes it, and the search's repairer, which is not told how it was broken, works within the loop's default
budget. A text that Lean still accepts is not broken and does not count. `by edits` are repairs of the text itself, the
others were found by a search anew. With `--alone`, also how many of the same
theorems the search proves when nobody shows it any proof.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.machine import ROOT, header
from tactic_mesh.bench.statistics import wilson
from tactic_mesh.errors import InvalidStatement
from tactic_mesh.gateway.base import Candidate, Problem, Proposals, Usage
from tactic_mesh.lean.declarations import theorems
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.open import open_lean
from tactic_mesh.prove.gateway import Search
from tactic_mesh.prove.prover import lean_file
from tactic_mesh.prove.refinement.refine import RefineBudget, refine
from tactic_mesh.theorem import Diagnostic, Outcome, Theorem
from tactic_mesh.verify.checker import Checker
from tactic_mesh.verify.request import Request

CORPUS = ROOT / "tests" / "lean" / "corpus"
LINES_MIN, LINES_MAX = 3, 40
_HEADS = (
    "exact",
    "apply",
    "rw",
    "simp",
    "cases",
    "induction",
    "rfl",
    "constructor",
    "left",
    "right",
    "omega",
    "decide",
)
_STEP = re.compile(r"^( *(?:(?:·|\|[^=]*=>|next[^=]*=>) )*)(\w+)(.*)$")


@dataclass(frozen=True, slots=True)
class Known:
    """A theorem and a proof of it."""

    theorem: Theorem
    proof: str


def known_proofs() -> Iterator[Known]:
    """The corpus's theorems whose proofs are tactic blocks of a few lines, each after the definitions before it."""
    for file in sorted(CORPUS.glob("*.lean")):
        text = file.read_text(encoding="utf-8")
        found = theorems(text)
        for index, one in enumerate(found):
            proof = text[one.body_start : one.end].strip()
            if not proof.startswith("by\n") or not LINES_MIN <= proof.count("\n") + 1 <= LINES_MAX:
                continue
            before, at = "", 0
            for earlier in found[:index]:
                before += text[at : earlier.chain]
                at = earlier.end
            before += text[at : one.chain]
            theorem = Theorem(one.name, one.statement, (), f"{before.strip()}\n", one.binders)
            yield Known(theorem, proof)


Perturbation = Callable[[str, random.Random], str | None]


def last_step_dropped(proof: str, draw: random.Random) -> str | None:
    lines = proof.split("\n")
    return "\n".join(lines[:-1]) if len(lines) > 2 else None


def lemma_misnamed(proof: str, draw: random.Random) -> str | None:
    """A qualified name gets the parts of its last word in another order, or one part too few."""
    names = sorted(set(re.findall(r"\b[A-Z]\w*\.\w+", proof)))
    if not names:
        return None
    name = draw.choice(names)
    space, _, word = name.partition(".")
    parts = word.split("_")
    wrong = "_".join(reversed(parts)) if len(parts) > 1 else f"{word}_iff"
    return re.sub(rf"{re.escape(name)}(?![\w'])", f"{space}.{wrong}", proof)


def name_changed(proof: str, draw: random.Random) -> str | None:
    """A hypothesis is introduced under another name than the one that it is used by."""
    places = []
    for match in re.finditer(r"(?:\b(?:intro|rintro|obtain|rcases|with|next|fun)\b|\|)([^=:\n]*)", proof):
        for name in re.finditer(r"(?<![\w.])[a-z]\w*", match[1]):
            if name[0] not in ("with", "rfl", "at") and proof.count(name[0]) > 1:
                places.append(match.start(1) + name.end())
    if not places:
        return None
    end = draw.choice(places)
    return f"{proof[:end]}New{proof[end:]}"


def tactic_exchanged(proof: str, draw: random.Random) -> str | None:
    """One step has another tactic at its head."""
    lines = proof.split("\n")
    steps = [
        (index, match)
        for index, line in enumerate(lines)
        if (match := _STEP.match(line)) and match[2] in _HEADS
    ]
    if not steps:
        return None
    index, match = draw.choice(steps)
    other = draw.choice([head for head in _HEADS if head != match[2]])
    lines[index] = f"{match[1]}{other}{match[3]}"
    return "\n".join(lines)


def direction_swapped(proof: str, draw: random.Random) -> str | None:
    """A rewriting goes the other way, or two arguments change places."""
    ways: list[str] = []
    for match in re.finditer(r"\brw \[([^\[\]]*)\]", proof):
        rules = [rule.strip() for rule in match[1].split(",")]
        for number, rule in enumerate(rules):
            turned = rule.removeprefix("←").strip() if rule.startswith("←") else f"← {rule}"
            swapped = ", ".join([*rules[:number], turned, *rules[number + 1 :]])
            ways.append(f"{proof[: match.start(1)]}{swapped}{proof[match.end(1) :]}")
    for match in re.finditer(r"(?<=[\w.]) ([a-z]\w{0,2}) ([a-z]\w{0,2})(?=[\s)⟩,]|$)", proof):
        if match[1] != match[2]:
            ways.append(f"{proof[: match.start()]} {match[2]} {match[1]}{proof[match.end() :]}")
    return draw.choice(ways) if ways else None


def cut_short(proof: str, draw: random.Random) -> str | None:
    """The text ends in the middle of its last third, as an answer does that ran out of tokens."""
    start = len(proof) * 2 // 3
    at = draw.randrange(start, len(proof) - 1) if len(proof) - 1 > start else 0
    return proof[:at].rstrip() if at > 4 else None


PERTURBATIONS: Mapping[str, Perturbation] = {
    "last step dropped": last_step_dropped,
    "lemma misnamed": lemma_misnamed,
    "name changed": name_changed,
    "tactic exchanged": tactic_exchanged,
    "direction swapped": direction_swapped,
    "cut short": cut_short,
}


@dataclass
class Perturbing:
    """A backend that has one broken proof, and leaves all repairs to the search."""

    broken: str
    search: Search
    name: str = "perturbing"
    is_priced: bool = True

    async def propose(self, problem: Problem, n: int) -> Proposals:
        return Proposals((Candidate(self.broken, self.name),), usage=Usage(calls=1))

    async def repair(
        self, problem: Problem, failed_proof: str, diagnostics: Sequence[Diagnostic], n: int
    ) -> Proposals:
        return await self.search.repair(problem, failed_proof, diagnostics, n)


@dataclass(frozen=True, slots=True)
class Repaired:
    """One broken proof, and what became of it; `broken` is False where Lean accepts it as it is."""

    name: str
    broken: bool
    repaired: bool
    checks: int
    wall_s: float
    failed_proof: str
    proof: str | None
    source: str = ""
    error: str = ""


async def repaired(lean: Lean, known: Known, broken: str) -> Repaired:
    gateway = Perturbing(broken, Search(lean))
    started = time.monotonic()
    found = await refine(Checker(lean), known.theorem, gateway, RefineBudget())
    first = found.attempts[0] if found.attempts else None
    held = first is not None and first.outcome is Outcome.PROVED
    return Repaired(
        known.theorem.name,
        not held,
        found.outcome is Outcome.PROVED and not held,
        found.statistics.checks,
        time.monotonic() - started,
        broken,
        found.proof,
        found.attempts[-1].candidate.source if found.proof is not None else "",
        "" if first is None else f"{first.error_class}: {first.message_excerpt}",
    )


async def holds(lean: Lean, known: Known) -> bool:
    """Whether the known proof is one here, without the theorems that stood before it."""
    stated = lean_file(known.theorem, "sorry")
    named = theorems(stated)[-1].full_name
    asked = Request(lean_file(known.theorem, known.proof), (named,), stated)
    try:
        return (await Checker(lean).check(asked)).checked.outcome is Outcome.PROVED
    except InvalidStatement:
        return False  # it needs what an earlier theorem is about


async def sample(lean: Lean, kind: str, seed: int) -> AsyncIterator[tuple[Known, str]]:
    """Known proofs in a drawn order, each broken in this way, as far as it can be."""
    draw = random.Random(f"{seed} {kind}")
    every = list(known_proofs())
    draw.shuffle(every)
    for known in every:
        broken = PERTURBATIONS[kind](known.proof, draw)
        if broken is not None and broken != known.proof and await holds(lean, known):
            yield known, broken


async def measured(kinds: Sequence[str], count: int, seed: int, show: bool, alone: bool) -> None:
    print(
        "| broken by | broken | repaired | 95 % | by edits | median s |\n| --- | --- | --- | --- | --- | --- |",
        flush=True,
    )
    total: Counter[str] = Counter()
    seen: dict[str, Known] = {}
    async with open_lean() as lean:
        for kind in kinds:
            results: list[Repaired] = []
            async for known, broken in sample(lean, kind, seed):
                result = await repaired(lean, known, broken)
                if not result.broken:
                    continue
                results.append(result)
                seen[known.theorem.sha256(lean.environment)] = known
                if show and not result.repaired:
                    print(f"\n--- {kind}: {result.name}: {result.error}\n{broken}\n", flush=True)
                if len(results) >= count:
                    break
            good = sum(result.repaired for result in results)
            by_edits = sum(result.source.endswith("/edits") for result in results)
            total.update(broken=len(results), repaired=good, edits=by_edits)
            times = sorted(result.wall_s for result in results)
            median_s = f"{times[len(times) // 2]:.1f}" if times else ""
            _row(kind, good, len(results), str(by_edits), median_s)
        _row("all", total["repaired"], total["broken"], str(total["edits"]))
        if alone:
            proved = 0
            for known in seen.values():
                proved += bool((await Search(lean).propose(Problem(known.theorem), 1)).candidates)
            _row("(no proof shown)", proved, len(seen))


def _row(name: str, good: int, of: int, by_edits: str = "", median_s: str = "") -> None:
    low, high = wilson(good, of)
    rate = f"{good} ({100 * good / of:.0f} %)" if of else "0"
    print(
        f"| {name} | {of} | {rate} | {100 * low:.0f}–{100 * high:.0f} % | {by_edits} | {median_s} |",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--proofs", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--kind", action="append", choices=PERTURBATIONS, help="only this way to break a proof"
    )
    parser.add_argument("--show", action="store_true", help="print what was not repaired")
    parser.add_argument("--alone", action="store_true", help="also the search without a proof to repair")
    words = parser.parse_args()
    print(header("benchmarks/repair.py"))
    kinds = words.kind or list(PERTURBATIONS)
    asyncio.run(measured(kinds, words.proofs, words.seed, words.show, words.alone))


if __name__ == "__main__":
    main()
