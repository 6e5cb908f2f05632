"""The nouns that every room shares: theorems, goals, attempts, verdicts, budgets.

All are frozen: a value that was handed over does not change. Positions are Lean's own: lines count from 1,
columns from 0, both in Unicode code points of the user's own text.
"""

from __future__ import annotations

import dataclasses
import enum
import hashlib
from dataclasses import dataclass, field
from typing import Literal

STANDARD_AXIOMS = frozenset({"propext", "Classical.choice", "Quot.sound"})
"""The axioms of ordinary Lean mathematics; anything else in a proof must be asked for."""

SORRY_AXIOM = "sorryAx"
"""What an unfinished proof rests on."""


class Outcome(enum.StrEnum):
    """How a command ended, in the one vocabulary of commands, service and files."""

    PROVED = "proved"
    REFUTED = "refuted"
    REJECTED = "rejected"
    INCOMPLETE = "incomplete"
    NOT_FOUND = "not_found"
    INVALID_STATEMENT = "invalid_statement"
    NO_VERDICT = "no_verdict"

    @property
    def exit_code(self) -> int:
        return _EXIT_CODES[self]


_EXIT_CODES = {
    Outcome.PROVED: 0,
    Outcome.REFUTED: 1,
    Outcome.REJECTED: 1,
    Outcome.INCOMPLETE: 1,
    Outcome.NOT_FOUND: 1,
    Outcome.INVALID_STATEMENT: 2,
    Outcome.NO_VERDICT: 3,
}


class Trust(enum.StrEnum):
    """The rungs of the trust ladder, lowest first."""

    ELABORATED = "elaborated"
    AUDITED = "audited"
    REPLAYED = "replayed"
    INDEPENDENT = "independent"

    @property
    def rung(self) -> int:
        """1 for `elaborated` up to 4 for `independent`."""
        return list(Trust).index(self) + 1


class Severity(enum.StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


class ErrorClass(enum.StrEnum):
    """What kind of failure an error message is; repair strategies are chosen by it."""

    UNSOLVED_GOALS = "unsolved_goals"
    TACTIC_FAILED = "tactic_failed"
    TYPE_MISMATCH = "type_mismatch"
    UNKNOWN_IDENTIFIER = "unknown_identifier"
    PARSE_ERROR = "parse_error"
    TIMEOUT = "timeout"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in the user's text: `line` from 1, `column` from 0, in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One line above the turnstile: `names : type` with `:= value` for a `let`."""

    names: tuple[str, ...]
    type: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal as Lean displays it: `case tag`, hypotheses, `⊢ target`."""

    target: str
    hypotheses: tuple[Hypothesis, ...] = ()
    case: str | None = None

    def __str__(self) -> str:
        lines = [f"case {self.case}"] if self.case else []
        for hypothesis in self.hypotheses:
            value = f" := {hypothesis.value}" if hypothesis.value is not None else ""
            lines.append(f"{' '.join(hypothesis.names)} : {hypothesis.type}{value}")
        return "\n".join([*lines, f"⊢ {self.target}"])


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message of Lean about a text.

    `kind` is Lean's own tag (`Tactic.unsolvedGoals`, `hasSorry`, …), empty where Lean gives none;
    `error_class` is set for errors only; `goals` are those that the message displays.
    """

    severity: Severity
    start: Position
    end: Position | None
    text: str
    kind: str = ""
    error_class: ErrorClass | None = None
    goals: tuple[Goal, ...] = ()

    def as_json(self) -> dict[str, object]:
        return {
            "severity": self.severity,
            "line": self.start.line,
            "column": self.start.column,
            "end_line": self.end.line if self.end else None,
            "end_column": self.end.column if self.end else None,
            "kind": self.kind,
            "error_class": self.error_class,
            "text": self.text,
            "goals": [str(goal) for goal in self.goals],
        }


@dataclass(frozen=True, slots=True)
class Environment:
    """Which Lean with which library judged: part of the identity of everything that is cached or signed."""

    version: str
    commit: str
    library: str
    library_sha256: str

    def as_json(self) -> dict[str, str]:
        return dataclasses.asdict(self)


def normalise(text: str) -> str:
    """CRLF becomes LF; blank lines at both ends and the spaces after the last word go; nothing inside changes.

    Blank is what Lean reads as blank: a tab or a carriage return alone is an error to it, and stays.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    while lines and not lines[0].strip(" "):
        lines.pop(0)
    return "\n".join(lines).rstrip(" \n")


@dataclass(frozen=True, slots=True)
class Theorem:
    """What is to be proved: never a proof.

    `statement` is a Lean type as the user wrote it, `binders` what stands before its colon (`(n : Nat) (h : 0 <
    n)`); `imports` are module names; `prelude` is the Lean text (definitions, notation, `open`) before it.
    """

    name: str
    statement: str
    imports: tuple[str, ...] = ()
    prelude: str = ""
    binders: str = ""

    @property
    def signature(self) -> str:
        """`name binders`: what stands before the colon."""
        return f"{self.name} {self.binders}" if self.binders else self.name

    def sha256(self, environment: Environment) -> str:
        """The identity: the normalised text together with the Lean and the library that give it its meaning."""
        parts = [
            "tactic-mesh/theorem@1",
            environment.version,
            environment.commit,
            environment.library_sha256,
            *self.imports,
            "",
            normalise(self.prelude),
            self.name,
            normalise(self.binders),
            normalise(self.statement),
        ]
        # Lengths keep two different lists of parts from sharing one text.
        framed = b"".join(b"%d:%s," % (len(part.encode()), part.encode()) for part in parts)
        return hashlib.sha256(framed).hexdigest()


@dataclass(frozen=True, slots=True)
class Attempt:
    """One proposed proof: the text after `:=`, and where it came from."""

    theorem: Theorem
    proof: str
    source: str


Answer = Literal[Outcome.PROVED, Outcome.REJECTED, Outcome.INCOMPLETE]
"""What Lean can say of a text."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Lean's answer about a text. `outcome` is `proved`, `rejected` or `incomplete`.

    `trust` is the rung that the answer reached; `axioms` are those of the theorems that were asked about.
    """

    outcome: Answer
    trust: Trust
    diagnostics: tuple[Diagnostic, ...] = ()
    axioms: tuple[str, ...] = ()
    wall_s: float = 0.0

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)


NoVerdictReason = Literal["timeout", "memory", "crash", "unavailable"]


@dataclass(frozen=True, slots=True)
class NoVerdict:
    """Lean never answered. Not a rejection, never cached, never a training signal."""

    reason: NoVerdictReason
    retryable: bool
    detail: str = ""
    wall_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Budget:
    """What a run may spend; reaching any bound is a normal end."""

    wall_s: float = 60.0
    checks: int | None = None
    tokens: int | None = None
    dollars: float | None = None
    memory_bytes: int = 2 << 30


@dataclass(frozen=True, slots=True)
class Spent:
    """What a run has used of its budget."""

    wall_s: float = 0.0
    checks: int = 0
    tokens: int = 0
    dollars: float = 0.0
    extra: dict[str, float] = field(default_factory=dict)
