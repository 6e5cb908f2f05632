"""How much does repairing a failed proof promise? A number from the kind of its first error, its message, its tactics.

The kinds are steps of a tenth; what a short message and known tactics add stays below one step, so that it orders
failures of one kind and never lifts one kind above another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tactic_mesh.theorem import Diagnostic, ErrorClass

_BY_CLASS = {
    ErrorClass.UNSOLVED_GOALS: 0.9,
    ErrorClass.TACTIC_FAILED: 0.8,
    ErrorClass.TYPE_MISMATCH: 0.7,
    ErrorClass.UNKNOWN_IDENTIFIER: 0.6,
    ErrorClass.PARSE_ERROR: 0.5,
    ErrorClass.OTHER: 0.4,
    ErrorClass.TIMEOUT: 0.4,
}
_SHORT_BONUS, _SHORT_CHARACTERS = 0.04, 400
_TACTIC_BONUS = 0.04
_TACTICS = re.compile(r"(?<![\w.])(?:simp|simp_all|omega|decide|aesop|linarith|ring)(?![\w'])")


def class_of(errors: Sequence[Diagnostic]) -> ErrorClass:
    """The kind of the first error; `other` where Lean told none."""
    return (errors[0].error_class if errors else None) or ErrorClass.OTHER


def promise(kind: ErrorClass, message: str, proof: str) -> float:
    """A score between 0 and 1; the same for the same texts."""
    short = _SHORT_BONUS * max(0.0, 1 - len(message) / _SHORT_CHARACTERS)
    tactics = _TACTIC_BONUS if _TACTICS.search(proof) else 0.0
    return round(_BY_CLASS[kind] + short + tactics, 6)
