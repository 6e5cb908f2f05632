"""`tactic-mesh bench PROBLEMS.jsonl`: how many of a problem set are proved, in what time, and against what."""

from __future__ import annotations

import asyncio
import itertools
import os
import shlex
import sys
import time
from collections.abc import Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from tactic_mesh.bench.compare import Comparison
from tactic_mesh.bench.compare import compare as compared
from tactic_mesh.bench.problems import Problem, by_id, read_problems, selected
from tactic_mesh.bench.report import page
from tactic_mesh.bench.results import Result, ResultFile, read_results, require_same
from tactic_mesh.bench.run import Settings, run_all
from tactic_mesh.bench.summary import (
    Counts,
    alarms,
    by_difficulty,
    by_family,
    counts,
    late,
    published,
    within,
)
from tactic_mesh.cli.progress import counting
from tactic_mesh.cli.terminal import (
    BUDGET,
    OUTPUT,
    SEARCH,
    WANTED,
    building,
    counted,
    note,
    print_json,
    require_positive,
    require_writable,
)
from tactic_mesh.equational.expert import register
from tactic_mesh.errors import StorageError, UsageError
from tactic_mesh.experts.registry import chosen as chosen_experts
from tactic_mesh.lean.library import ensure_library
from tactic_mesh.lean.toolchain import find_toolchain
from tactic_mesh.theorem import Outcome

_DEFAULT_OUT = Path("results.jsonl")


def bench(
    problems: Annotated[
        Path | None,
        Parameter(
            help="A problem set, one JSON object a line: `id`, `family`, `statement`; if wanted `prelude`, "
            "`expected_difficulty`, `source`, `published_results`."
        ),
    ] = None,
    /,
    *,
    timeout: Annotated[float, Parameter(group=BUDGET, help="Seconds for each problem.")] = 60.0,
    jobs: Annotated[int, Parameter(group=BUDGET, help="How many attempts run at a time on one problem.")] = 2,
    at_a_time: Annotated[int, Parameter(group=BUDGET, help="How many problems run at a time.")] = 1,
    out: Annotated[Path, Parameter(group=OUTPUT, help="The results, one JSON object a line.")] = _DEFAULT_OUT,
    resume: Annotated[
        bool, Parameter(group=OUTPUT, help="Go on where the results end.", negative="")
    ] = False,
    family: Annotated[
        tuple[str, ...], Parameter(group=WANTED, help="Only these families (repeat, or commas).", negative="")
    ] = (),
    sample: Annotated[
        int | None, Parameter(group=WANTED, help="Only so many, every family in proportion.")
    ] = None,
    seed: Annotated[int, Parameter(group=WANTED, help="Which sample; 0 if not given.")] = 0,
    experts: Annotated[
        str | None, Parameter(group=SEARCH, help="Only these experts, with commas between.")
    ] = None,
    options: Annotated[
        str,
        Parameter(
            group=SEARCH,
            help='More options for `prove`, as one word: --options "--no-disproof".',
            allow_leading_hyphen=True,
        ),
    ] = "",
    report: Annotated[
        Path | None, Parameter(group=OUTPUT, help="Write an HTML page about the results.")
    ] = None,
    compare: Annotated[
        tuple[Path, Path] | None,
        Parameter(group=OUTPUT, help="Two result files of the same problems: who proved what.", negative=""),
    ] = None,
    json: Annotated[
        bool, Parameter(group=OUTPUT, help="With --compare: print one JSON document.", negative="")
    ] = False,
    quiet: Annotated[
        bool, Parameter(group=OUTPUT, help="Draw no progress on the terminal.", negative="")
    ] = False,
) -> int:
    """Run a problem set, each problem in a new process, and print a table with 95 % intervals.

    Every result is on the disk before the next begins; --resume goes on after any death. Exit 0 when every problem
    was answered, 1 if a statement that is known to be false was proved, 3 if some have no verdict.
    """
    if compare is not None:
        return _compare(compare[0], compare[1], json)
    if problems is None:
        raise UsageError("name a problem file, or two result files with --compare")
    if json:
        raise UsageError("--json goes with --compare; the results of a run are JSON already, in --out")
    require_positive(timeout=timeout, jobs=jobs, at_a_time=at_a_time, sample=sample)
    if report is not None:
        require_writable(report, "--report")
    if experts:
        register()
        chosen_experts([word.strip() for word in experts.split(",")])
    words = (*(("--experts", experts) if experts else ()), *_words(options))
    settings = Settings(timeout, jobs, at_a_time, words)
    families = [name for one in family for name in one.split(",") if name]
    known = read_problems(problems)
    chosen = selected(known, families, sample, seed)
    _compile(words, quiet)
    with ResultFile.open(out, resume=resume) as file:
        require_same(file.results, settings.as_json(), {p.id: p.sha256 for p in known}, out)
        asyncio.run(_run(chosen, settings, file, quiet))
        wanted = by_id(chosen)
        results = [result for result in file.results if result.id in wanted]
    _print_tables(results, wanted)
    if report is not None:
        _write_page(report, problems, results, wanted)
    return _exit_code(results, wanted)


def _words(options: str) -> list[str]:
    try:
        return shlex.split(options)
    except ValueError as error:
        raise UsageError(f"--options: {error}") from error


def _compile(words: Sequence[str], quiet: bool) -> None:
    """The library that the problems' Lean wants, once and now: the first problems' time must not go into it.

    Raises: LeanUnavailable and its kin, StorageError.
    """
    named = dict(itertools.pairwise(word for one in words for word in one.split("=", 1)))
    toolchain = find_toolchain(named.get("--lean"), None, None, os.environ, insist="--insist" in words)
    with building(quiet) as progress:
        ensure_library(toolchain, progress)


async def _run(problems: Sequence[Problem], settings: Settings, file: ResultFile, quiet: bool) -> None:
    done = {result.id for result in file.results}
    left = [problem for problem in problems if problem.id not in done]
    number, started = len(problems) - len(left), time.monotonic()
    if number:
        note(f"{number} of {len(problems)} have a result already")
    with counting(len(problems), number, quiet) as tell:
        async with aclosing(run_all(left, settings)) as ending:
            async for result in ending:
                file.add(result)
                number += 1
                proved = sum(one.outcome is Outcome.PROVED for one in file.results)
                line = f"[{number}/{len(problems)}] {result.id}: {_told(result)} ({result.wall_s:.2f} s)"
                tell(line, f"{proved} proved, the last: {result.id}")
    if left:
        note(f"{counted(len(left), 'problem')} in {time.monotonic() - started:.0f} s; results in {file.path}")


def _told(result: Result) -> str:
    return (
        str(result.outcome)
        if result.answered
        else f"{result.outcome}: {result.reason.split(chr(10))[0][:200]}"
    )


def _exit_code(results: Sequence[Result], problems: dict[str, Problem]) -> int:
    if wrong := alarms(results, problems):
        note(f"ALARM: false statements were proved: {', '.join(wrong)}")
        return 1
    return 0 if all(result.answered for result in results) else 3


def _print_tables(results: Sequence[Result], problems: dict[str, Problem]) -> None:
    if not results:
        note("no result")
        return
    whole = counts("all", results)
    for what, groups in (("family", by_family(results)), ("difficulty", by_difficulty(results))):
        names = (what, "problems", "proved", "refuted", "not found", "no verdict", "rate", "95 % interval")
        _print_table(names, [_row(group) for group in (*groups, whole)])
    if reached := within(results):
        limits = ("proved within", *(f"{seconds:g} s" for seconds, _ in reached))
        _print_table(limits, [("", *(str(number) for _, number in reached))])
    if over := late(results):
        note(f"{len(over)} proofs took their process longer than the limit: {', '.join(over[:5])}")
    if beside := published(results, problems):
        systems = ("family", "published system", "problems", "they solved", "proved here")
        _print_table(
            systems, [(b.family, b.system, str(b.problems), str(b.theirs), str(b.ours)) for b in beside]
        )


def _row(group: Counts) -> tuple[str, ...]:
    low, high = group.interval
    numbers = (group.problems, group.proved, group.refuted, group.not_found, group.no_verdict)
    rate = "–" if group.rate is None else f"{100 * group.rate:.1f} %"
    return group.name, *map(str, numbers), rate, f"{100 * low:.1f} – {100 * high:.1f} %"


def _print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Lines and columns on a terminal, Markdown elsewhere."""
    if not sys.stdout.isatty():
        print(f"| {' | '.join(head)} |\n|{' --- |' * len(head)}")
        print("".join(f"| {' | '.join(row)} |\n" for row in rows))
        return
    from rich.console import Console
    from rich.table import Table as RichTable

    shown = RichTable()
    for place, name in enumerate(head):
        shown.add_column(name, justify="left" if place == 0 else "right")
    for row in rows:
        shown.add_row(*row)
    Console().print(shown)


def _write_page(report: Path, source: Path, results: Sequence[Result], problems: dict[str, Problem]) -> None:
    if not results:
        raise UsageError("there is no result to report on")
    title = f"{source.stem}: {counted(len(results), 'problem')}"
    try:
        report.write_text(page(title, results, problems), encoding="utf-8")
    except OSError as error:
        raise StorageError(f"{report} cannot be written: {error.strerror}. Name another file.") from error
    note(f"report in {report}")


def _compare(first: Path, second: Path, as_json: bool) -> int:
    found = compared(read_results(first), read_results(second))
    if as_json:
        print_json(found.as_json())
        return 0
    _print_comparison(found, str(first), str(second))
    return 0


def _print_comparison(found: Comparison, first: str, second: str) -> None:
    for warning in found.warnings:
        note(f"warning: the settings differ: {warning}")
    head = ("proved by", "problems")
    rows = [
        ("both", str(len(found.both))),
        (f"only {first}", str(len(found.only_first))),
        (f"only {second}", str(len(found.only_second))),
        ("neither", str(len(found.neither))),
        ("pairs", str(found.pairs)),
        ("left out (no verdict in one)", str(len(found.left_out))),
    ]
    _print_table(head, rows)
    print(f"McNemar's exact test, two-sided: p = {found.probability:.4g}")
    for name, ids in ((first, found.only_first), (second, found.only_second)):
        if ids:
            print(f"only {name}: {', '.join(ids)}")
