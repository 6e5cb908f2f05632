"""Mend a proof that Lean refused, knowing nothing of how it came to be: edits where the first error stands, tried out.

Each edit is a small one that people make: another name for one that does not exist, a rewriting turned round, a
tactic exchanged for its neighbour, automation in place of a step or of the rest of its block. One that leaves no error
is the repair; one that leaves fewer, or only later ones, is gone on from. All texts run in a worker of this repair's
own, which is gone afterwards, and what it accepts is a suggestion like any other.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tactic_mesh.gateway.base import Problem
from tactic_mesh.gateway.extract import visible
from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.engine import Lean, Worker
from tactic_mesh.lean.messages import diagnostics
from tactic_mesh.prove.prover import lean_file
from tactic_mesh.prove.refinement.premises import library_names
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Diagnostic, ErrorClass, NoVerdict, Position, Severity

CLOSERS = (
    "assumption",
    "rfl",
    "omega",
    "simp_all",
    "grind",
    "decide",
    "contradiction",
    "(constructor <;> simp_all)",
)
AUTOMATION = f"first | {' | '.join(CLOSERS)}"
STEPS_MAX = 6
"""How many edits may follow each other."""
TEXTS_MAX = 200
TEXT_WALL_S = 3.0
HEARTBEATS = 40_000
"""What one text may use while it is tried, in Lean's unit: less than a check allows, so that it holds there too."""
NEAR_MAX = 6

_NAME = r"[\w.'!?₀-₉]+"
_UNKNOWN = re.compile(r"[Uu]nknown (?:identifier|constant|free variable)\s+[`'‘]([^`'’\n]+)[`'’]")
_HEAD = re.compile(r"( *(?:(?:·|\| [^=\n]*?=>|next[^=\n]*=>|case [^=\n]*=>)\s*)*)(.*)", re.DOTALL)
_BINDS = re.compile(
    r"(?:\b(?:intro|intros|rintro|rcases|obtain|fun|generalizing|next|case|have|let|with)\b|\|)([^=:\n]*)"
)
_NEIGHBOURS = {
    "exact": ("apply", "simpa using", "rw [", "refine"),
    "apply": ("exact", "refine", "simpa using"),
    "refine": ("exact", "apply"),
    "rfl": ("simp", "omega", "exact (rfl)"),
    "simp": ("rfl", "simp_all", "omega", "simp [*]"),
    "rw": ("simp only", "simp"),
    "cases": ("induction", "rcases"),
    "induction": ("cases",),
    "left": ("right", "constructor"),
    "right": ("left", "constructor"),
    "constructor": ("left", "right", "intro h"),
    "rcases": ("obtain",),
    "exfalso": ("intro h",),
}
_OPENING, _CLOSING = "([{⟨", ")]}⟩"
_UNENDED = re.compile(r"(?:(?<![\w.])(?:with|by|do|then|else|fun|from|at|in)|=>|:=|<;>|[,·;])\Z")


@dataclass(frozen=True, slots=True)
class Mended:
    """A proof, and whether a worker accepted it; `texts` were tried for it."""

    proof: str
    holds: bool
    texts: int


async def mended(
    lean: Lean,
    problem: Problem,
    failed_proof: str,
    told: Sequence[Diagnostic],
    wall_s: float,
    texts_max: int = TEXTS_MAX,
) -> Mended:
    """The best that edits make of a failed proof; `told` is what Lean said of it, with positions in it."""
    async with lean.worker(Limits()) as worker:
        theorem = problem.theorem
        imports = "" if lean.is_embedded else "".join(f"import {module}\n" for module in theorem.imports)
        before = await worker.run(imports + theorem.prelude, TEXT_WALL_S * 4, keep=True)
        if isinstance(before, NoVerdict) or before.state is None:
            return Mended(cut(failed_proof, told), False, 0)
        trials = _Trials(worker, problem, before.state, time.monotonic() + wall_s, texts_max)
        return await trials.best(_Tried.of(failed_proof, told))


@dataclass(frozen=True, slots=True)
class _Tried:
    """A proof and its errors."""

    proof: str
    errors: tuple[Diagnostic, ...]

    @staticmethod
    def of(proof: str, told: Iterable[Diagnostic]) -> _Tried:
        return _Tried(_unfolded(proof), tuple(found for found in told if found.severity is Severity.ERROR))

    @property
    def at(self) -> int:
        """The index of the line of the first error: one that is there."""
        lines = self.proof.split("\n")
        at = min(self.errors[0].start.line, len(lines)) - 1
        while at > 0 and not lines[at].strip():
            at -= 1
        return at

    @property
    def badness(self) -> tuple[bool, int, int]:
        """Less is better: text that Lean cannot read last, then by errors, then by what is left below the first."""
        first = self.errors[0]
        left = len(self.proof.split("\n")) - first.start.line
        return first.error_class is ErrorClass.PARSE_ERROR, len(self.errors), left


@dataclass(slots=True)
class _Trials:
    """Texts that are tried after one prelude."""

    worker: Worker
    problem: Problem
    base: int
    until: float
    left: int
    texts: int = 0

    async def best(self, failed: _Tried) -> Mended:
        seen = {failed.proof}
        now = failed
        for _ in range(STEPS_MAX):
            if not now.errors:
                break
            new = [
                edit for edit in dict.fromkeys(edits(self.problem, now.proof, now.errors)) if edit not in seen
            ]
            seen.update(new)
            tried = await self._tried(new)
            if tried and not tried[-1].errors:
                return Mended(tried[-1].proof, True, self.texts)
            better = min(tried, key=lambda one: one.badness, default=None)
            if better is None or better.badness >= now.badness:
                break
            now = better
        # What is returned was not seen to hold: the steps that worked, and automation.
        return Mended(cut(now.proof, now.errors), False, self.texts)

    async def _tried(self, proofs: Sequence[str]) -> list[_Tried]:
        """What Lean says of each, up to the first that holds or to the end of the means."""
        found: list[_Tried] = []
        theorem = dataclasses.replace(self.problem.theorem, prelude="", imports=())
        lead = f"set_option maxHeartbeats {HEARTBEATS} in\n"
        before = lead + lean_file(theorem, "").removesuffix("\n")
        for proof in proofs:
            if self.left <= 0 or time.monotonic() > self.until:
                break
            if not self.worker.alive and await self.worker.revive() is not None:
                break
            self.left -= 1
            self.texts += 1
            answer = await self.worker.run(lead + lean_file(theorem, proof), TEXT_WALL_S, base=self.base)
            if isinstance(answer, RawAnswer):
                told = [in_proof(one, before) for one in diagnostics(answer.messages)]
                found.append(_Tried.of(proof, told))
                if not answer.errors:
                    break
        return found


def in_proof(diagnostic: Diagnostic, before: str) -> Diagnostic:
    """The message with its position in the proof, not in the whole text, which begins with `before`."""
    line = diagnostic.start.line - before.count("\n")
    column = diagnostic.start.column - (len(before.rpartition("\n")[2]) if line == 1 else 0)
    return dataclasses.replace(diagnostic, start=Position(max(1, line), max(0, column)), end=None)


def edits(problem: Problem, proof: str, errors: Sequence[Diagnostic]) -> Iterator[str]:
    """Changed proofs, those that keep most of it first."""
    tried = _Tried(proof, tuple(errors))
    lines, at, first = proof.split("\n"), tried.at, errors[0]
    for unknown in dict.fromkeys(_UNKNOWN.findall("\n".join(error.text for error in errors))):
        yield from _renamed(problem, lines, unknown, at)
    if first.error_class is ErrorClass.UNSOLVED_GOALS:
        yield from _ended(lines, at)
    yield from _line_changed(lines, at)
    yield from _block_replaced(lines, at)
    yield cut(proof, errors)
    yield "\n".join(["by", "  intros", f"  all_goals {AUTOMATION}"])


def _renamed(problem: Problem, lines: list[str], unknown: str, at: int) -> Iterator[str]:
    """Other names in place of one that does not exist: bound nearby, of the prelude, or of the library."""
    text = "\n".join(lines)
    bound = [
        name
        for names in _BINDS.findall(text)
        for name in re.findall(_NAME, names)
        if not name.isdigit() and name not in ("_", "rfl", unknown)
    ]
    unused = [name for name in bound if len(re.findall(rf"(?<![\w.]){re.escape(name)}(?![\w'])", text)) == 1]
    known = dict.fromkeys([*bound, *problem.names, *library_names()])
    near = difflib.get_close_matches(unknown, known, NEAR_MAX, 0.6)
    occurs = re.compile(rf"(?<![\w.]){re.escape(unknown)}(?![\w'])")
    for name in list(dict.fromkeys([*near, *unused]))[: 2 * NEAR_MAX]:
        yield occurs.sub(name, text)
    indent = " " * _column(lines[at])
    yield "\n".join([*lines[:at], f"{indent}intro {unknown}", *lines[at:]]) if at else text
    yield "\n".join([lines[0], f"  intro {unknown}", *lines[1:]])


def _ended(lines: list[str], at: int) -> Iterator[str]:
    """Automation at the end of the block that left goals open."""
    if at == 0 and not any(map(str.strip, lines[1:])):
        yield f"by\n  {AUTOMATION}"
        return
    end = _block_end(lines, at)
    inner = [_column(line) for line in lines[at + 1 : end] if line.strip()]
    if inner:
        yield "\n".join([*lines[:end], f"{' ' * inner[0]}all_goals {AUTOMATION}", *lines[end:]])
        return
    head, tactic = _split(lines[at])
    column = " " * (_column(lines[at]) + 2)
    body = [f"{column}{tactic}"] if tactic else []
    yield "\n".join([*lines[:at], head.rstrip(), *body, f"{column}all_goals {AUTOMATION}", *lines[at + 1 :]])


def _line_changed(lines: list[str], at: int) -> Iterator[str]:
    """The failing line written otherwise, or left out."""
    if at == 0:
        return
    head, tactic = _split(lines[at])
    for changed in _otherwise(tactic):
        yield "\n".join([*lines[:at], head + changed, *lines[at + 1 :]])
    if tactic:
        yield "\n".join([*lines[:at], f"{head}{AUTOMATION}", *lines[at + 1 :]])
        yield "\n".join([*lines[:at], f"{head}({tactic}) <;> {AUTOMATION}", *lines[at + 1 :]])
    if not head.strip():
        yield "\n".join([*lines[:at], *lines[at + 1 :]])
        indent = " " * _column(lines[at])
        yield "\n".join([*lines[:at], f"{indent}intros", *lines[at:]])


def _otherwise(tactic: str) -> Iterator[str]:
    """One tactic in other words."""
    missing = [_CLOSING[_OPENING.index(char)] for char in _open_brackets(tactic)]
    if missing:
        yield tactic + "".join(reversed(missing))
    yield from _rewritten(tactic)
    word, _, rest = tactic.partition(" ")
    for neighbour in _NEIGHBOURS.get(word, ()):
        yield f"{neighbour}{rest}]" if neighbour.endswith("[") else f"{neighbour} {rest}".rstrip()
    if word in ("exact", "apply") and rest:
        yield f"{word} ({rest}).symm"
        yield f"{word} Eq.symm ({rest})"
        yield f"{word} ({rest}).2"
        yield f"{word} ({rest}).1"
    parts = rest.split(" ")
    if word in ("exact", "apply", "refine") and 2 < len(parts) < 7 and not re.search(r"[()⟨⟩]", rest):
        for first in range(1, len(parts) - 1):
            yield " ".join([word, *parts[:first], parts[first + 1], parts[first], *parts[first + 2 :]])
    if (pair := re.search(r"⟨([^⟨⟩,]+), ([^⟨⟩,]+)⟩", tactic)) is not None:
        yield f"{tactic[: pair.start()]}⟨{pair[2]}, {pair[1]}⟩{tactic[pair.end() :]}"


def _rewritten(tactic: str) -> Iterator[str]:
    """A rewriting with one rule turned round, or all."""
    match = re.search(r"\b(?:rw|rewrite|simp only|simp) \[([^\[\]]*)\]", tactic)
    if match is None:
        return
    rules = [rule.strip() for rule in match[1].split(",")]
    turned = [rule.removeprefix("←").strip() if rule.startswith("←") else f"← {rule}" for rule in rules]
    start, end = tactic[: match.start(1)], tactic[match.end(1) :]
    for number in range(len(rules)):
        changed = [*rules[:number], turned[number], *rules[number + 1 :]]
        yield f"{start}{', '.join(changed)}{end}"
        fewer = [*rules[:number], *rules[number + 1 :]]
        if fewer:
            yield f"{start}{', '.join(fewer)}{end}"
    yield f"{start}{', '.join(turned)}{end}"
    yield f"{start}{', '.join(reversed(rules))}{end}"


def _block_replaced(lines: list[str], at: int) -> Iterator[str]:
    """Automation in place of the rest of the failing line's block, then of the blocks around it."""
    column = _column(lines[at])
    for start in range(at, 0, -1):
        if start != at and _column(lines[start]) >= column:
            continue
        column = _column(lines[start])
        head, _ = _split(lines[start])
        end = _siblings_end(lines, start)
        if head.strip():  # a bullet or a case: only what belongs to it
            end = _block_end(lines, start)
        yield "\n".join([*lines[:start], f"{head or ' ' * column}{AUTOMATION}", *lines[end:]])


def _split(line: str) -> tuple[str, str]:
    """What begins a line (indentation, bullet, `| case =>`), and its tactic."""
    match = _HEAD.fullmatch(line)
    assert match is not None
    return match[1], match[2]


def _column(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _block_end(lines: list[str], at: int) -> int:
    """Where the lines end that stand deeper than this one."""
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or _column(lines[end]) > _column(lines[at])):
        end += 1
    return end


def _siblings_end(lines: list[str], at: int) -> int:
    """Where the block ends that this line is part of."""
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or _column(lines[end]) >= _column(lines[at])):
        end += 1
    return end


def _unfolded(proof: str) -> str:
    """`by` stands on a line of its own."""
    first, *lines = proof.split("\n")
    rest = first[2:].strip()
    return "\n".join(["by", *([f"  {rest}"] if rest else []), *lines])


def _open_brackets(text: str) -> list[str]:
    seen = visible(text)
    waiting: list[str] = []
    for char in seen if seen is not None else text:
        if char in _OPENING:
            waiting.append(char)
        elif char in _CLOSING and waiting:
            waiting.pop()
    return waiting


def cut(failed_proof: str, told: Sequence[Diagnostic]) -> str:
    """The proof up to its first error, and automation for what is open there.

    Of a proof that only ended too early, all is kept. Lines that cannot be the last ones go: those with an open
    bracket, or with a word that asks for more.
    """
    first, *lines = failed_proof.split("\n")
    if first[2:].strip():
        lines = [f"  {first[2:].strip()}", *lines]
    errors = [found for found in told if found.severity is Severity.ERROR]
    if errors and not (errors[0].error_class is ErrorClass.UNSOLVED_GOALS and errors[0].start.line == 1):
        # Line 1 is that of `by`; where a tactic stood beside it, that is the first to go.
        lines = lines[: max(0, errors[0].start.line - (1 if first[2:].strip() else 2))]
    while lines and _goes_on("\n".join(lines)):
        lines.pop()
    column = min((_column(line) for line in lines if line.strip()), default=2)
    return "\n".join(["by", *lines, f"{' ' * column}all_goals {AUTOMATION}"])


def _goes_on(steps: str) -> bool:
    """Do these lines end within a bracket, a comment or a block that has nothing in it yet?"""
    seen = visible(steps)
    return seen is None or bool(_open_brackets(steps)) or _UNENDED.search(seen.rstrip()) is not None
