"""What a model is told: versioned files, filled with the problem, and known by the digest of their text.

A value never becomes part of the instructions: it stands between fences longer than any inside of it, and braces in
it are not filled again.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.resources
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tactic_mesh.gateway.base import Problem
from tactic_mesh.gateway.extract import LINES_MAX
from tactic_mesh.theorem import Diagnostic, ErrorClass, Goal, Severity

PROVER, REPAIR = "prover-1", "repair-1"
NAMES_MAX = 100
ERRORS_MAX = 5
GOALS_MAX = 4
PART_CHARACTERS_MAX = 8_000
_USER = "\n=== user ===\n"
_FIELD = re.compile(r"\{\{(\w+)\}\}")

_IN_WORDS = {
    ErrorClass.UNSOLVED_GOALS: "the tactics ended and these goals were still open",
    ErrorClass.TACTIC_FAILED: "a tactic could not do its step",
    ErrorClass.TYPE_MISMATCH: "a term has another type than its place asks for",
    ErrorClass.UNKNOWN_IDENTIFIER: "a name does not exist in this environment",
    ErrorClass.PARSE_ERROR: "the text is not Lean syntax at this place",
    ErrorClass.TIMEOUT: "Lean gave up here: too much computation",
    ErrorClass.OTHER: "Lean reports an error",
}


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt file. `sha256` is of its text as it stands in the file, before anything is filled in."""

    name: str
    system: str
    user: str
    sha256: str

    def filled(self, values: Mapping[str, str]) -> tuple[str, str]:
        """The two messages. A field that no value is given for is a KeyError: a mistake of ours."""

        def fill(text: str) -> str:
            return _FIELD.sub(lambda named: values[named[1]], text)

        return fill(self.system), fill(self.user)


@functools.cache
def load(name: str) -> Prompt:
    """A prompt that ships with the product."""
    folder = importlib.resources.files("tactic_mesh.gateway") / "prompts"
    text = (folder / f"{name}.txt").read_text(encoding="utf-8")
    system, _, user = text.partition(_USER)
    return Prompt(name, system.strip(), user.strip(), hashlib.sha256(text.encode()).hexdigest())


def asking(problem: Problem) -> tuple[str, str]:
    """The messages that ask for a proof."""
    return load(PROVER).filled(_about(problem))


def repairing(problem: Problem, failed_proof: str, diagnostics: Sequence[Diagnostic]) -> tuple[str, str]:
    """The messages that ask for a better proof than one that Lean refused."""
    errors = [found for found in diagnostics if found.severity is Severity.ERROR][:ERRORS_MAX]
    goals = list(dict.fromkeys(goal for error in errors for goal in error.goals))[:GOALS_MAX]
    return load(REPAIR).filled(
        {
            **_about(problem),
            "proof": _quoted(failed_proof),
            "errors": "\n".join(_told(error) for error in errors) or "Lean told no error.",
            "goals": _goals(goals),
        }
    )


def _about(problem: Problem) -> dict[str, str]:
    theorem = problem.theorem
    names = "\n".join(problem.names[:NAMES_MAX])
    return {
        "lines_max": str(LINES_MAX),
        "statement": _quoted(f"theorem {theorem.signature} : {theorem.statement}"),
        "prelude": _quoted(theorem.prelude.strip()) if theorem.prelude.strip() else "Nothing.",
        "imports": ", ".join(theorem.imports) or "none; only Lean's core library is there",
        "names": _quoted(names) if names else "None were looked up.",
    }


def _told(error: Diagnostic) -> str:
    words = _IN_WORDS[error.error_class or ErrorClass.OTHER]
    return f"Line {error.start.line}, column {error.start.column}: {words}.\n{_quoted(error.text)}"


def _goals(goals: Sequence[Goal]) -> str:
    return "\n".join(_quoted(str(goal)) for goal in goals) or "Lean displayed none."


def _quoted(text: str) -> str:
    """The text between fences that it does not hold itself, cut to a bounded length."""
    if len(text) > PART_CHARACTERS_MAX:
        text = f"{text[:PART_CHARACTERS_MAX]}\n[cut]"
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"
