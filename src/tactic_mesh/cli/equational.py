"""`tactic-mesh equational …`: magma laws, single implications, the whole graph."""

from __future__ import annotations

import asyncio
import math
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from tactic_mesh.cli.terminal import (
    LeanOptions,
    building,
    note,
    print_json,
    require_positive,
    require_writable,
)
from tactic_mesh.equational.laws import number_of, parse_law
from tactic_mesh.errors import StorageError, UsageError
from tactic_mesh.lean.open import open_lean

if TYPE_CHECKING:
    from tactic_mesh.equational.implication import Implication
    from tactic_mesh.equational.laws import Law
    from tactic_mesh.equational.resolve import Moment

SCHEMA = "tactic-mesh/equational@1"
PAIRS = 22_028_942
"""Pairs of different laws."""

Json = Annotated[bool, Parameter(negative="", help="Print one JSON document.")]
Words = Annotated[
    str,
    Parameter(allow_leading_hyphen=True, help="A number, or an equation: `x ◇ (y ◇ x) = y`, or with `*`."),
]
Resolved = Annotated[Path, Parameter(help="A folder of `equational resolve`.")]

app = App(
    name="equational",
    help="Magma laws: which implies which, with certificates that Lean checks.\n\nLaws are numbers of the Equational "
    "Theories Project (`43`) or equations (`x ◇ y = y ◇ x`; `*` will do for `◇`).",
)


@app.command
def law(law: Words, /, *, json: Json = False) -> int:
    """Show a law: its number, its equation, its dual, its order."""
    found = parse_law(law)
    dual = found.dual
    if json:
        print_json(
            {
                "schema": SCHEMA,
                "law": str(found),
                "number": number_of(found),
                "dual": str(dual),
                "dual_number": number_of(dual),
                "operations": found.operations,
                "variables": found.variables,
            }
        )
        return 0
    print(f"{_label(found)}: {found}")
    print(f"dual: {_label(dual)}: {dual}" if dual != found else "self-dual")
    print(f"{found.operations} operations, {found.variables} variables")
    return 0


def _label(law: Law) -> str:
    number = number_of(law)
    return "no number" if number is None else f"law {number}"


@app.command
def implies(
    hypothesis: Words,
    goal: Words,
    /,
    *,
    timeout: Annotated[
        float, Parameter(help="Seconds for the search; Lean's check comes after them.")
    ] = 60.0,
    out: Annotated[
        Path | None, Parameter(help="Write the Lean file here; without it, it is printed below the answer.")
    ] = None,
    json: Annotated[
        bool, Parameter(negative="", help="Print one JSON document, which holds the Lean file.")
    ] = False,
    lean_options: LeanOptions = LeanOptions(),
) -> int:
    """Whether one law implies another, with a Lean file that says so.

    Exit code 0 if the answer was found, `true` or `false`; 1 if neither a proof nor a magma was found in time.
    """
    require_positive(timeout=timeout)
    if out is not None:
        require_writable(out, "--out")
    one, other = parse_law(hypothesis), parse_law(goal)
    _require_packages()
    return asyncio.run(_implies(one, other, timeout, out, json, lean_options))


async def _implies(
    hypothesis: Law, goal: Law, timeout: float, out: Path | None, as_json: bool, options: LeanOptions
) -> int:
    with building() as progress:
        opened = open_lean(
            lean=options.lean, project=options.project, insist=options.insist, progress=progress
        )
        # What searches is imported while Lean starts.
        importing = asyncio.create_task(asyncio.to_thread(_import_search))
        async with opened as lean:
            await importing
            from tactic_mesh.equational.implication import decide, word

            answer = await decide(lean, hypothesis, goal, timeout)
    if out is not None and answer.file is not None and answer.implies is not None:
        _write(out, answer.file.text)
    if as_json:
        print_json(_implication_document(answer))
    else:
        print(f"{_label(hypothesis)}: {hypothesis}\n{_label(goal)}: {goal}")
        print(f"implies: {word(answer.implies)}{_trust(answer)}")
        if answer.file is not None and answer.implies is not None and out is None:
            print(f"\n{answer.file.text.rstrip()}")
    return 0 if answer.implies is not None else 1


def _import_search() -> None:
    import tactic_mesh.equational.implication  # noqa: F401


def _trust(answer: Implication) -> str:
    from tactic_mesh.theorem import Verdict

    if answer.implies is None or answer.checked is None or not isinstance(answer.checked.verdict, Verdict):
        return ""
    verdict = answer.checked.verdict
    axioms = f", axioms: {', '.join(verdict.axioms)}" if verdict.axioms else ""
    return f" (trust {verdict.trust}{axioms}; search {answer.search_s:.2f} s, check {answer.check_s:.2f} s)"


def _implication_document(answer: Implication) -> dict[str, object]:
    from tactic_mesh.equational.implication import word
    from tactic_mesh.theorem import Verdict

    verdict = answer.checked.verdict if answer.checked is not None else None
    known = answer.implies is not None and isinstance(verdict, Verdict)
    return {
        "schema": SCHEMA,
        "hypothesis": {"law": str(answer.hypothesis), "number": number_of(answer.hypothesis)},
        "goal": {"law": str(answer.goal), "number": number_of(answer.goal)},
        "implies": word(answer.implies),
        "trust": verdict.trust if known and isinstance(verdict, Verdict) else None,
        "axioms": verdict.axioms if known and isinstance(verdict, Verdict) else None,
        "table": answer.found.table if known else None,
        "system": answer.found.system if known else None,
        "words": answer.found.words if known else None,
        "lean": answer.file.text if known and answer.file is not None else None,
        "spent": {"search_s": round(answer.search_s, 4), "check_s": round(answer.check_s, 4)},
    }


@app.command
def resolve(
    *,
    out: Annotated[Path, Parameter(help="The folder: empty, absent, or one of an earlier run.")],
    budget: Annotated[
        str,
        Parameter(help="Processor time of everything together (search, E, Lean): `90s`, `10m`, `1h`."),
    ] = "10m",
    wall: Annotated[
        str | None, Parameter(help="Real time, written in the same way; no limit if not given.")
    ] = None,
    jobs: Annotated[
        int | None, Parameter(help="Processes for the search; as many as there are cores if not given.")
    ] = None,
    executor: Annotated[
        str, Parameter(help="Where the search runs: `processes`, or `ray` for a cluster (the extra `ray`).")
    ] = "processes",
    lean_options: LeanOptions = LeanOptions(),
) -> int:
    """Resolve the whole graph of 4,694 laws into a folder; a run that was stopped is taken up again."""
    cpu_s = seconds(budget)
    wall_s = math.inf if wall is None else seconds(wall)
    require_positive(jobs=jobs)
    _require_packages()
    return asyncio.run(_resolve(out, cpu_s, wall_s, jobs, executor, lean_options))


def seconds(text: str) -> float:
    """`90s`, `10m`, `1.5h`, or a number of seconds. Raises: UsageError."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([smh]?)", text.strip())
    if found is None or not (value := float(found[1]) * {"": 1, "s": 1, "m": 60, "h": 3600}[found[2]]):
        raise UsageError(f"`{text}` is no time: write one like 90s, 10m or 1h")
    return value


async def _resolve(
    out: Path, cpu_s: float, wall_s: float, jobs: int | None, executor: str, options: LeanOptions
) -> int:
    from tactic_mesh.equational.executor import executor_named
    from tactic_mesh.equational.resolve import Limits, Resolver
    from tactic_mesh.equational.store import Folder

    folder = Folder(out)
    folder.create()
    chosen = executor_named(executor, jobs)
    try:
        with building() as progress:
            opened = open_lean(
                lean=options.lean,
                project=options.project,
                insist=options.insist,
                jobs=jobs,
                progress=progress,
            )
            async with opened as lean:
                resolver = Resolver(folder, lean, Limits(cpu_s, wall_s), executor=chosen, progress=_say)
                claims = await resolver.run()
    finally:
        chosen.close()
    print("\n".join(_counts(*claims.decided())))
    if saturated := resolver.open_where_e_saturates():
        print(f"of the open pairs E says without a certificate that {saturated} are false: they do not count")
    return 0


def _say(phase: str, moment: Moment) -> None:
    share = 100 * (moment.true + moment.false) / PAIRS
    note(
        f"{phase}: {share:.3f} % decided, {moment.true} true, {moment.false} false; "
        f"{moment.cpu_s:.0f} CPU-s, of them Lean {moment.lean_cpu_s:.0f}"
    )


def _counts(true: int, false: int) -> list[str]:
    return [
        f"proved   {true:>10} of {PAIRS}",
        f"refuted  {false:>10}",
        f"open     {PAIRS - true - false:>10}",
        f"decided  {100 * (true + false) / PAIRS:.4f} %",
    ]


@app.command
def verify(folder: Resolved, /, *, json: Json = False, lean_options: LeanOptions = LeanOptions()) -> int:
    """Check a folder of `resolve` again: every certificate by Lean, then all claims by a small independent program.

    Exit code 0 if everything holds, 5 if something was changed, with its name.
    """
    _require_packages()
    return asyncio.run(_verify(folder, json, lean_options))


async def _verify(path: Path, as_json: bool, options: LeanOptions) -> int:
    from tactic_mesh.equational.audit import audit
    from tactic_mesh.equational.store import Folder

    folder = Folder(path)
    folder.require()
    with building() as progress:
        opened = open_lean(
            lean=options.lean, project=options.project, insist=options.insist, progress=progress
        )
        async with opened as lean:
            report = await audit(folder, lean)
    if as_json:
        print_json({"schema": SCHEMA, **report.as_json()})
    else:
        print(f"{report.certificates} certificates, {report.theorems} theorems, {report.bytes} bytes of Lean")
        for problem in report.problems:
            print(f"problem: {problem}")
        if not report.problems:
            print("\n".join(_counts(report.true, report.false)))
            print("everything holds")
    return 5 if report.problems else 0


@app.command
def stats(folder: Resolved, /, *, json: Json = False) -> int:
    """Counts of a folder of `resolve`: decided pairs, classes, edges of the Hasse diagram, magmas, certificates."""
    _require_packages()
    from tactic_mesh.equational.report import statistics
    from tactic_mesh.equational.store import Folder

    opened = Folder(folder)
    opened.require()
    found = statistics(opened)
    if json:
        print_json({"schema": SCHEMA, **found})
        return 0
    for key, value in found.items():
        print(f"{key.replace('_', ' '):<28} {value}")
    return 0


@app.command
def plot(
    folder: Resolved,
    /,
    *,
    out: Annotated[
        Path, Parameter(help="The folder for `implications.png` and `hasse.svg`; this one if not given.")
    ] = Path(),
) -> int:
    """Two pictures: the matrix of all implications, and the Hasse diagram around the best-known laws."""
    _require_packages("matplotlib")
    from tactic_mesh.equational.report import draw
    from tactic_mesh.equational.store import Folder

    opened = Folder(folder)
    opened.require()
    for path in draw(opened, out):
        print(path)
    return 0


@app.command
def export(
    folder: Resolved,
    /,
    *,
    out: Annotated[
        Path,
        Parameter(
            help="A new folder: `lakefile.toml`, `lean-toolchain`, `Equational/*.lean`, `implications.json`."
        ),
    ],
) -> int:
    """A Lean project of all certificates, and the claims as JSON."""
    _require_packages()
    from tactic_mesh.equational.report import export_project
    from tactic_mesh.equational.store import Folder

    opened = Folder(folder)
    opened.require()
    print(f"{export_project(opened, out)} files in {out}")
    return 0


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise StorageError(f"{path} cannot be written: {error.strerror}") from error


def _require_packages(*more: str) -> None:
    """Raises: UsageError with the remedy if the extra is not installed."""
    import importlib.util

    if any(importlib.util.find_spec(name) is None for name in ("numpy", "pysat", *more)):
        raise UsageError('this needs packages that are not installed: pip install "tactic-mesh[equational]"')
