"""What the commands share: options that choose a Lean, progress on stderr, results on stdout."""

from __future__ import annotations

import json
import math
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from cyclopts import Group, Parameter

from tactic_mesh.errors import InputError, StorageError, UsageError
from tactic_mesh.lean.build import BuildStep, Progress
from tactic_mesh.lean.source import SOURCE_BYTES_MAX, decode
from tactic_mesh.theorem import Diagnostic
from tactic_mesh.verify.store import Store, store_file

# The parts of `--help`, in their order.
WANTED = Group("What is wanted", sort_key=1)
BUDGET = Group("Budget", sort_key=2)
SEARCH = Group("Search", sort_key=3)
MODELS = Group("Models", sort_key=4)
OUTPUT = Group("Output", sort_key=5)
LEAN = Group("Lean", sort_key=6)

_WORST_FIRST = (5, 2, 70, 1, 3, 0)

MEMORY = ("--memory-mib", "--memory")  # the unit is in the name; the shorter one says the same


@Parameter(name="*", group=LEAN)
@dataclass(frozen=True, slots=True)
class LeanOptions:
    """Which Lean to use; without any of these: the file's project, then an installed Lean, then the embedded one."""

    lean: Annotated[
        str | None, Parameter(help="A `lean` program, a toolchain folder, an elan name, or `embedded`.")
    ] = None
    project: Annotated[Path | None, Parameter(help="A lake project whose libraries may be imported.")] = None
    insist: Annotated[
        bool, Parameter(negative="", help="Use this Lean although its kernel is known to be unsound.")
    ] = False


def refuse_unknown_options(words: list[str]) -> None:
    """Words that may begin with a hyphen (`-` is standard input, `-3 < 0` a statement) are not misspelt options.

    Raises: UsageError.
    """
    for word in words:
        if re.fullmatch(r"-[A-Za-z]|--[A-Za-z][\w-]*(=.*)?", word):
            raise UsageError(f"there is no option {word.split('=')[0]}; try `--help`")


def worst_exit_code(codes: Iterable[int]) -> int:
    """The one that stands for several results: tampering, wrong input, our fault, refused, no verdict, all well."""
    return min(codes, key=_WORST_FIRST.index)


def require_positive(**options: float | None) -> None:
    """Numbers that make no sense at or below zero, by their option's name; None is one that was not given.

    Raises: UsageError.
    """
    for name, value in options.items():
        if value is not None and not 0 < value < math.inf:
            raise UsageError(f"--{name.replace('_', '-')} must be a positive number, not {value}")


def require_writable(place: Path, option: str) -> None:
    """What took a minute should not find out that it has nowhere to go. Raises: UsageError."""
    if place.is_dir():
        raise UsageError(f"{option} {place} is a folder; name a file")
    if not place.parent.is_dir():
        raise UsageError(f"{option} {place}: there is no folder {place.parent}; make it first")
    if not os.access(place if place.exists() else place.parent, os.W_OK):
        raise UsageError(f"{option} {place} may not be written by you; name another place")


def standard_input() -> str:
    """All of standard input as Lean text. Raises: InputError."""
    if sys.stdin is None:
        raise InputError("standard input is closed; give a file, or pipe the text in")
    tell_typist("Lean text")
    return decode(sys.stdin.buffer.read(SOURCE_BYTES_MAX + 1), "standard input")


def tell_typist(what: str) -> None:
    """Where standard input is a keyboard, that something is waited for."""
    if sys.stdin.isatty():
        note(f"reading {what} from the terminal; Ctrl-D on a line of its own ends it")


def print_json(document: dict[str, object]) -> None:
    """The one document of a command, on stdout."""
    print(json.dumps(document, ensure_ascii=False, indent=2))


def note(text: str) -> None:
    """One line about the run, for people, on stderr."""
    print(text, file=sys.stderr)


def counted(number: int, what: str) -> str:
    """`1 tactic`, `2 tactics`."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def diagnostic_line(where: str, diagnostic: Diagnostic) -> str:
    """`FILE:LINE:COLUMN: severity: text`, as Lean writes it."""
    start = diagnostic.start
    return f"{where}:{start.line}:{start.column}: {diagnostic.severity}: {diagnostic.text}"


@contextmanager
def found_before(fresh: bool) -> Iterator[Store | None]:
    """This user's store of verdicts; None with `fresh`, or where it cannot be opened, which is said."""
    if fresh:
        yield None
        return
    with ExitStack() as stack:
        store = Store(store_file())
        try:
            stack.enter_context(store)
        except StorageError as error:
            note(f"verdicts are not stored: {error}")
            yield None
            return
        yield store
        for notice in store.notices:
            note(notice)


def may_draw(quiet: bool = False) -> bool:
    """Whether standard error is a terminal to draw on, and nobody said not to."""
    plain = quiet or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return not plain and sys.stderr is not None and sys.stderr.isatty()


@contextmanager
def building(quiet: bool = False) -> Iterator[Progress]:
    """A progress bar on stderr for the first compilation of the library; a line where none may be drawn."""
    if not may_draw(quiet):
        yield _announce_once()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("compiling the core library (once)", total=None, visible=False)

        def show(step: BuildStep) -> None:
            text = (
                "waiting for another process that compiles"
                if step.waiting
                else "compiling the core library (once)"
            )
            bar.update(task, completed=step.done, total=step.total, description=text, visible=True)

        yield show


def _announce_once() -> Progress:
    said = False

    def announce(step: BuildStep) -> None:
        nonlocal said
        if not said:
            said = True
            note("compiling the core library (once)")

    return announce
