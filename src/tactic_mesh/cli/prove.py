"""`tactic-mesh prove STATEMENT | FILE.lean[:THEOREM] | -`: search for a proof."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import os
import re
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from tactic_mesh.cli.certificates import Certificates, certificates_for
from tactic_mesh.cli.models import ModelOptions
from tactic_mesh.cli.progress import watching
from tactic_mesh.cli.terminal import (
    BUDGET,
    OUTPUT,
    SEARCH,
    WANTED,
    LeanOptions,
    building,
    counted,
    diagnostic_line,
    note,
    print_json,
    refuse_unknown_options,
    require_positive,
    require_writable,
    standard_input,
)
from tactic_mesh.equational.expert import register
from tactic_mesh.errors import NotCertifiable, StorageError, TacticMeshError, UsageError
from tactic_mesh.experts.registry import chosen
from tactic_mesh.lean.declarations import is_name, theorems, without_outer_comments
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.open import open_lean
from tactic_mesh.lean.source import blank_header, decode, header, read
from tactic_mesh.prove.events import together, unwatched
from tactic_mesh.prove.finding import POLICIES, Manner
from tactic_mesh.prove.gateway import Search
from tactic_mesh.prove.portfolio import Conclusion, Prover, RunBudget, Ways, conclude
from tactic_mesh.prove.search import BestFirst
from tactic_mesh.prove.task import Task, task_in
from tactic_mesh.prove.trace import Trace, explanation
from tactic_mesh.theorem import Budget, Outcome, Theorem, Verdict
from tactic_mesh.verify.checker import Checker

SCHEMA = "tactic-mesh/result@1"
DEFAULT_NAME = "claim"
_COMMAND = re.compile(r"(theorem|lemma|example|def|import|inductive|structure|namespace)(?![\w'.!?])")
EXAMPLE = "tactic-mesh prove '∀ n : Nat, n + 0 = n'"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Where the result goes: the Lean file, the trace of the run, an explanation, one JSON document, the display."""

    output: Path | None
    trace: Path | None
    explain: bool
    json: bool
    quiet: bool


def prove(
    what: Annotated[
        str | None,
        Parameter(
            help="A statement, FILE.lean, FILE.lean:THEOREM, or `-` for standard input.",
            allow_leading_hyphen=True,
        ),
    ] = None,
    /,
    *,
    timeout: Annotated[
        float | None,
        Parameter(
            group=BUDGET,
            help="Seconds for the run: 60 if not given, 600 with models. To finish and check a proof that was found "
            "at the end takes a few more.",
        ),
    ] = None,
    max_depth: Annotated[
        int, Parameter(group=BUDGET, help="How many splits (inductions, cases) may stand below each other.")
    ] = 50,
    max_checks: Annotated[
        int | None,
        Parameter(
            group=BUDGET,
            help="How many attempts Lean may be asked about: tactics of a search, proofs of models.",
        ),
    ] = None,
    max_tactics: Annotated[
        int | None, Parameter(group=BUDGET, help="How many tactics the search of a portfolio may try.")
    ] = None,
    prelude: Annotated[
        Path | None, Parameter(group=WANTED, help="A Lean file with definitions for the statement.")
    ] = None,
    name: Annotated[
        str | None,
        Parameter(group=WANTED, help=f"The name of the statement's theorem; {DEFAULT_NAME} if not given."),
    ] = None,
    output: Annotated[
        Path | None, Parameter(group=OUTPUT, help="Where to write the complete Lean file.")
    ] = None,
    jobs: Annotated[
        int | None,
        Parameter(group=BUDGET, help="How many attempts at a time; the number of cores if not given."),
    ] = None,
    certificate: Annotated[
        Path | None, Parameter(group=OUTPUT, help="Where to write the certificate of a proof that was found.")
    ] = None,
    sign: Annotated[
        Path | None,
        Parameter(
            group=OUTPUT, help="A PEM file with the Ed25519 key that signs it; only its owner may read it."
        ),
    ] = None,
    disproof: Annotated[
        bool, Parameter(group=SEARCH, help="Look for a counterexample, before the search and beside it.")
    ] = True,
    keep_simp: Annotated[
        bool,
        Parameter(
            group=OUTPUT, negative="", help="Leave `simp` in the proof instead of `simp only` with its rules."
        ),
    ] = False,
    experts: Annotated[
        str | None,
        Parameter(group=SEARCH, help="Only these experts, by name with commas between; all if not given."),
    ] = None,
    policy: Annotated[
        str,
        Parameter(group=SEARCH, help="In which order goals are worked on: `best-first` or `monte-carlo`."),
    ] = BestFirst.name,
    lemmas: Annotated[
        bool, Parameter(group=SEARCH, help="Discover lemmas about the functions of the file.")
    ] = True,
    trace: Annotated[
        Path | None, Parameter(group=OUTPUT, help="Where to write what happens, a JSON object a line.")
    ] = None,
    explain: Annotated[
        bool,
        Parameter(
            group=OUTPUT,
            help="Tell on standard error how the search went and where it is stuck.",
            negative="",
        ),
    ] = False,
    json: Annotated[bool, Parameter(group=OUTPUT, help="Print one JSON document.", negative="")] = False,
    quiet: Annotated[
        bool, Parameter(group=OUTPUT, help="Draw no progress on the terminal.", negative="")
    ] = False,
    memory_mib: Annotated[
        int,
        Parameter(group=BUDGET, help="Memory of the search: its workers' and what this process grows by."),
    ] = Budget().memory_bytes >> 20,
    models: ModelOptions = ModelOptions(),
    lean_options: LeanOptions = LeanOptions(),
) -> int:
    """Search for a proof, and print the complete Lean file.

    A statement that is false on small values is `refuted`: the file that is printed then proves its negation.
    Exit 0 if proved, 1 if refuted or no proof was found within the budget, 2 if Lean does not accept the
    statement, 3 if Lean gave no verdict.
    """
    if what is None:
        raise UsageError(f"name a statement or a file, for example: {EXAMPLE}")
    refuse_unknown_options([what])
    require_positive(
        timeout=timeout, jobs=jobs, max_checks=max_checks, max_tactics=max_tactics, memory_mib=memory_mib
    )
    register()
    if max_depth < 0:
        raise UsageError("--max-depth must not be negative")
    if name is not None and not is_name(name):
        raise UsageError(f"--name `{name}` is no Lean name; write one such as `add_zero` or `Demo.add_zero`")
    if output is not None:
        require_writable(output, "--output")
    if trace is not None:
        require_writable(trace, "--trace")
    if policy not in POLICIES:
        raise UsageError(f"--policy `{policy}` is none; choose one of: {', '.join(POLICIES)}")
    words = [word.strip() for word in experts.split(",")] if experts is not None else None
    # Who wants to see the search, or to choose its experts, gets one.
    at_once = words is None and trace is None and not explain
    manner = Manner(chosen(words), POLICIES[policy], lemmas, at_once, keep_simp=keep_simp)
    certificates = certificates_for([""], certificate, sign)
    task = _task(what, prelude, name)
    if models.who() is Prover.SEARCH:  # its attempts are tactics; the one check at its end is not bounded
        max_checks, max_tactics = None, max_tactics or max_checks
    budget = dataclasses.replace(
        models.budget(timeout, max_checks, max_tactics), memory_bytes=memory_mib << 20
    )
    for option, place in (("--log", models.log), ("--record", models.record)):
        if place is not None:
            require_writable(place, option)
    ways = Ways(manner, max_depth, disproof, log=models.log)
    wanted = _Wanted(output, trace, explain, json, quiet)
    return asyncio.run(_prove(task, budget, ways, models, jobs, wanted, certificates, lean_options))


async def _prove(
    task: Task,
    budget: RunBudget,
    ways: Ways,
    models: ModelOptions,
    jobs: int | None,
    to: _Wanted,
    certificates: Certificates | None,
    options: LeanOptions,
) -> int:
    async with AsyncExitStack() as stack:
        gateway = await stack.enter_async_context(models.opened())
        with building(to.quiet) as progress:
            lean = await stack.enter_async_context(
                open_lean(
                    lean=options.lean,
                    project=options.project,
                    file=task.path,
                    insist=options.insist,
                    jobs=jobs,
                    progress=progress,
                )
            )
        prover = models.who()
        trace = stack.enter_context(Trace(to.trace)) if to.trace is not None else None
        if trace is not None:
            trace.run(task.theorem, prover, dataclasses.asdict(budget))
        display = stack.enter_context(watching(to.quiet))
        proof = await conclude(
            Checker(lean),
            task.theorem,
            prover,
            budget,
            gateway=gateway if prover is Prover.SEARCH else gateway or Search(lean),
            frame=task.frame,
            ways=ways,
            watch=together(display, trace.watch if trace is not None else unwatched),
        )
        document = _document(lean, task, proof)
        if trace is not None:
            trace.end(_ending(document))
    wanted = certificates is not None and proof.outcome is Outcome.PROVED
    lost = ""
    if proof.lean_file is not None and to.output is not None:
        lost = _write(to.output, proof.lean_file)
    if proof.search is not None and to.explain:
        note(explanation(proof.search, proof.experts, proof.partial))
    problem: TacticMeshError | None = None
    if certificates is not None and proof.certificate is not None:
        try:
            document["certificate"] = str(certificates.write("", proof.certificate))
        except TacticMeshError as error:
            problem = error
    elif wanted:
        why = "Lean here does not judge this file more surely than `elaborated`"
        problem = NotCertifiable(f"a proof was found, but no certificate can be made: {why}")
    if to.json:
        print_json(document)
    else:
        _print(task, proof, None if lost else to.output)
    if trace is not None and trace.problem:
        raise StorageError(f"{to.trace} ends early: {trace.problem}. Make room, then run again.")
    if lost:
        raise StorageError(
            f"{to.output} cannot be written: {lost}. The proof stands on standard output instead."
        )
    if problem is not None:
        raise problem
    return proof.outcome.exit_code


def _task(what: str, prelude: Path | None, name: str | None) -> Task:
    """What the user's word means: a path ends in `.lean` (and perhaps `:THEOREM`), all else is a statement."""
    if what == "-":
        text = standard_input()
        if any(theorem.unfinished for theorem in theorems(text)):
            _refuse_for_files("standard input", prelude, name)
            return task_in(text, "standard input", None, "FILE.lean:")
        return _from_statement(text, "standard input", prelude, name)
    file, separator, wanted = what.rpartition(":")
    if what.endswith(".lean"):
        _refuse_for_files(what, prelude, name)
        return task_in(read(Path(what)), what, None, f"{what}:", Path(what))
    if separator and file.endswith(".lean"):
        _refuse_for_files(file, prelude, name)
        return task_in(read(Path(file)), file, wanted, f"{file}:", Path(file))
    text = decode(what.encode("utf-8", "surrogateescape"), "the statement")
    _refuse_paths(text)
    return _from_statement(text, "statement", prelude, name)


def _refuse_for_files(what: str, prelude: Path | None, name: str | None) -> None:
    """A file has its own definitions and its own names. Raises: UsageError."""
    for option, value in (("--prelude", prelude), ("--name", name)):
        if value is not None:
            raise UsageError(f"{option} goes with a statement, and {what} has its own; leave it out")


def _refuse_paths(what: str) -> None:
    """A path where a statement stands would be told to be no Lean term. Raises: UsageError."""
    if what not in (".", "..") and os.sep not in what and not re.fullmatch(r"[\w-]+\.[a-z]+", what):
        return
    try:
        is_folder, is_there = Path(what).is_dir(), Path(what).exists()
    except (OSError, ValueError):  # too long for a path, or with characters that none has
        return
    if is_folder:
        raise UsageError(f"{what} is a directory; name a Lean file in it")
    if is_there:
        raise UsageError(
            f"{what} is no Lean file by its name; rename it to end in .lean, or give its text to `-`"
        )


def _from_statement(text: str, source: str, prelude: Path | None, name: str | None) -> Task:
    statement = without_outer_comments(text)
    if not statement:
        raise UsageError("the statement is empty; write one, for example '∀ n : Nat, n + 0 = n'")
    if (command := _COMMAND.match(statement)) is not None:
        raise UsageError(
            f"`{command[0]}` begins a command, and a statement is one proposition, such as '∀ n : Nat, n + 0 = n'; "
            "a whole file with `sorry` goes to standard input: tactic-mesh prove -"
        )
    before = read(prelude) if prelude is not None else ""
    head = header(before)
    theorem = Theorem(name or DEFAULT_NAME, statement, head.imports, blank_header(before, head))
    parts = {
        "prelude": (str(prelude), before, 0),
        "name": ("--name", theorem.name, 0),
        "statement": (source, text, text.index(statement)),
    }
    return Task(theorem, parts, prelude)


def _write(output: Path, text: str) -> str:
    """Write a whole file or none; why that was impossible, or nothing."""
    target = output.resolve()
    temporary = target.with_name(f".{target.name}.partial")
    try:
        if target.exists() and not target.is_file():  # a device or a pipe is written to, not replaced
            target.write_text(text, encoding="utf-8")
            return ""
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        return error.strerror or str(error)
    return ""


def _print(task: Task, proof: Conclusion, output: Path | None) -> None:
    spent = _spent(proof)
    for origin, diagnostic in proof.diagnostics:
        note(diagnostic_line(*task.place(origin, diagnostic)))
    for hint in proof.hints:
        note(f"hint: {hint}")
    if proof.refutation is not None:
        print(proof.refutation.lean_file, end="")
    if proof.outcome is not Outcome.PROVED:
        note(f"{proof.outcome}: {proof.reason} ({spent})")
        if proof.refutation is not None and output is not None:
            note(
                f"{output} is not written: there is no proof; what stands on standard output proves the negation"
            )
        return
    verdict = _verdict(proof)
    axioms = ", ".join(verdict.axioms) if verdict and verdict.axioms else "none"
    if output is None:
        print(proof.lean_file, end="")
    by = f" by {proof.attempts[-1].candidate.source}" if proof.by is Prover.MODELS else ""
    note(f"proved{by}, trust {verdict.trust if verdict else ''}; axioms: {axioms} ({spent})")
    if output is not None:
        note(f"written to {output}")


def _verdict(proof: Conclusion) -> Verdict | None:
    """The verdict behind a proof that was found."""
    verdict = proof.checked.verdict if proof.checked else None
    return verdict if isinstance(verdict, Verdict) else None


def _spent(proof: Conclusion) -> str:
    """What a run used, for people; a cost that is not known is said to be so."""
    parts = [f"{proof.wall_s:.2f} s"]
    if proof.tactics or not proof.usage.calls:
        parts.append(counted(proof.tactics, "tactic"))
    if proof.usage.calls:
        tokens = proof.usage.input_tokens + proof.usage.output_tokens
        cost = "price unknown" if proof.usage.unpriced else f"${proof.usage.dollars:.4f}"
        parts += [
            counted(proof.checks, "check"),
            *([f"{tokens} tokens", cost] if proof.usage.requests else []),
        ]
    return ", ".join(parts)


def _document(lean: Lean, task: Task, proof: Conclusion) -> dict[str, object]:
    theorem, verdict = proof.theorem, _verdict(proof)
    return {
        "schema": SCHEMA,
        "outcome": proof.outcome,
        "reason": proof.reason or None,
        "exit": proof.outcome.exit_code,
        "trust": verdict.trust if verdict and proof.outcome is Outcome.PROVED else None,
        "theorem": {
            "name": theorem.name,
            "statement": theorem.statement,
            "sha256": theorem.sha256(lean.environment),
        },
        "proof": proof.proof,
        "lean_file": proof.lean_file,
        "axioms": list(verdict.axioms) if verdict and proof.proof else [],
        "refutation": proof.refutation.as_json() if proof.refutation else None,
        "diagnostics": [
            {"of": origin, "file": file, **d.as_json()}
            for origin, (file, d) in ((o, task.place(o, d)) for o, d in proof.diagnostics)
        ],
        "hints": list(proof.hints),
        "certificate": None,
        "lean": lean.environment.as_json(),
        "by": proof.by,
        "attempts": [attempt.as_json() for attempt in proof.attempts],
        "usage": proof.usage.as_json() if proof.usage.calls else None,
        "partial": proof.partial.as_json() if proof.partial else None,
        "timed_out": proof.timed_out,
        "spent": proof.spent(),
    }


def _ending(document: dict[str, object]) -> dict[str, object]:
    """The last line of a trace, from the document."""
    names = ("outcome", "reason", "trust", "proof", "lean_file", "partial", "timed_out", "spent")
    return {**{name: document[name] for name in names}, "messages": document["diagnostics"]}
