"""What Lean suggests in the place of tactics that search, such as `exact?`. Pure functions of texts and messages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tactic_mesh.theorem import Diagnostic, Severity

_SUGGESTED = re.compile(r"^Try this:\s*(?:\[apply\] )?(.*)$", re.DOTALL)
_SEARCHES = re.compile(r"\b(?:exact|apply|rw)\?")


def searches(text: str) -> bool:
    """Whether a proof has a tactic that searches: a person would write what it finds."""
    return _SEARCHES.search(text) is not None


def suggested(text: str, said: Iterable[Diagnostic]) -> dict[int, list[str]]:
    """Lean's suggestions, each in one line, by the places in the text of the tactics that they are for."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    found: dict[int, list[str]] = {}
    for one in said:
        match = _SUGGESTED.match(one.text) if one.severity is Severity.INFORMATION else None
        if match is not None and one.start.line <= len(starts):
            at = starts[one.start.line - 1] + one.start.column
            found.setdefault(at, []).append(" ".join(match[1].split()))
    return found


def without_searches(proof: str, suggestions: Mapping[int, list[str]]) -> str:
    """The proof with what each search found, where it found the same each time; places count in the proof."""
    for at, found in sorted(suggestions.items(), reverse=True):
        match = _SEARCHES.match(proof, at) if at >= 0 else None
        if match is not None and len(set(found)) == 1:
            proof = proof[:at] + found[0] + proof[match.end() :]
    return proof
