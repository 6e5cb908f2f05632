"""Lean's verdict on a text: the first rung of the trust ladder.

`elaborated` means that Lean accepted the whole text in a process of its own, that nothing in it rests on `sorry`,
and that its theorems rest on allowed axioms only. The process that said so had run the text's own code: a hostile
text can lie at this rung, which is why every verdict names it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass

from tactic_mesh.lean.answer import Constant, RawAnswer
from tactic_mesh.lean.declarations import theorems
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.messages import SORRY_KIND, diagnostics
from tactic_mesh.lean.source import header
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import (
    STANDARD_AXIOMS,
    Answer,
    Diagnostic,
    ErrorClass,
    NoVerdict,
    Outcome,
    Position,
    Severity,
    Trust,
    Verdict,
)
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.unseen import declared_axioms, forbidden, guarded, unseen

SORRY_AXIOM = "sorryAx"
_PRINTED_AXIOMS = re.compile(
    r"^'[^\n]+' depends on axioms: \[([^\]]*)\]$|^'[^\n]+' does not depend on any axioms$"
)
_MISSING_MODULE = re.compile(r"unknown module|unknown package|object file .* does not exist", re.IGNORECASE)
_ABSENT_PARTS = re.compile(r"[Uu]nknown (?:namespace|identifier|constant) `((?:Lean|Std|Float)\b[\w.]*)`")


async def check_text(
    lean: Lean,
    text: str,
    limits: Limits | None = None,
    *,
    theorem: str | None = None,
    allowed_axioms: frozenset[str] = STANDARD_AXIOMS,
) -> Checked:
    """Elaborate `text` and judge what came back.

    With `theorem`, that theorem must be among what the text adds, else the verdict is a rejection, and axioms and
    `sorry` are looked for in what it rests on; without, in everything that the text adds.
    """
    names = _names(text, theorem)
    answer = await lean.elaborate(text if lean.tells_constants else _asking(text, names), limits)
    if isinstance(answer, RawAnswer) and answer.constants is None and lean.tells_constants:
        # A file with a header of its own went another way, on which constants are not told.
        answer = await lean.elaborate(_asking(text, names), limits)
    if isinstance(answer, NoVerdict):
        return Checked(answer)
    evidence = _from_messages(answer, text, names) if answer.constants is None else _from_constants(answer)
    checked = _conclude(answer, evidence, forbidden(text), theorem, allowed_axioms)
    if checked.outcome is Outcome.PROVED:
        told = answer.constants is not None
        if theorem is None:
            gaps = unseen(text, _missing(names, evidence), constants_told=told)
        else:
            gaps = () if told else guarded(text)
        checked = _without_gaps(checked, gaps)
    return (
        dataclasses.replace(checked, hints=_hints(text, evidence.diagnostics))
        if lean.is_embedded
        else checked
    )


def _missing(names: Iterable[str], evidence: _Evidence) -> list[str]:
    return [name for name in names if _plain(name) not in evidence.theorems]


def _without_gaps(checked: Checked, gaps: tuple[str, ...]) -> Checked:
    """What was proved, unless there are parts of the text of which nothing is known: then it is incomplete."""
    if not gaps or isinstance(checked.verdict, NoVerdict):
        return checked
    verdict = dataclasses.replace(checked.verdict, outcome=Outcome.INCOMPLETE)
    return dataclasses.replace(checked, verdict=verdict, reasons=gaps)


def _names(text: str, theorem: str | None) -> tuple[str, ...]:
    """The theorems that a Lean which does not tell what it added is asked about; only what reads as a theorem."""
    found = theorems(text)
    if theorem is None:
        return tuple(dict.fromkeys(t.full_name for t in found))
    return (theorem,) if any(_plain(theorem) == _plain(t.full_name) for t in found) else ()


_QUOTED = re.compile(r"«([^«».]*)»")


def _plain(name: str) -> str:
    """The name without guillemets that do not matter; `«A.t»` is no theorem `t` in `A`."""
    return _QUOTED.sub(r"\1", name)


# In a namespace that the text leaves open, its own `X.propext` would be printed as `propext`.
_FULL_NAMES = "set_option pp.fullNames true in "
# And its `X.t` would be found under the name `t`.
_ROOT = "_root_."


def _asking(text: str, names: tuple[str, ...]) -> str:
    """The text with a question after it for each theorem: which axioms does it rest on?"""
    return "".join([f"{text}\n", *(f"{_FULL_NAMES}#print axioms {_ROOT}{name}\n" for name in names)])


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What an answer says about a text: the axioms of each theorem, of all that it adds, and Lean's messages."""

    theorems: dict[str, frozenset[str]]
    axioms: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]
    errors: int
    unknown: tuple[str, ...] = ()


def _from_constants(answer: RawAnswer) -> _Evidence:
    constants = answer.constants or ()
    found = diagnostics(answer.messages)
    return _Evidence(
        {_name(c): frozenset(c.axioms) for c in constants if c.kind == "theorem" and not _internal(c)},
        frozenset(axiom for c in constants for axiom in c.axioms) | _sorry_seen(found),
        found,
        answer.errors,
    )


_PRIVATE = re.compile(r"^_private\.(?:.*?\.)??0\.")


def _name(constant: Constant) -> str:
    """The name as it stands in the text: that of a private theorem without what Lean puts before it."""
    return _plain(_PRIVATE.sub("", constant.name))


def _internal(constant: Constant) -> bool:
    """Whether Lean added it by itself. Every private name is internal to Lean, also that of the user's theorem."""
    if constant.name.startswith("_private."):
        return any(part.startswith("_") for part in _name(constant).split("."))
    return constant.internal


def _from_messages(answer: RawAnswer, text: str, names: tuple[str, ...]) -> _Evidence:
    """A Lean that was run as a command tells messages only: the answers to our questions stand below the text."""
    last = text.count("\n") + 1
    found: list[Diagnostic] = []
    axioms: dict[str, frozenset[str]] = {}
    unknown = 0
    for d in diagnostics(answer.messages):
        asked = d.start.line - last - 1
        if asked < 0:
            found.append(d)
        elif asked < len(names) and (printed := _PRINTED_AXIOMS.match(d.text.strip())):
            told = filter(None, (axiom.strip() for axiom in (printed[1] or "").split(",")))
            # A second answer to one question takes nothing back: one of them may be the text's own.
            axioms[_plain(names[asked])] = axioms.get(_plain(names[asked]), frozenset()) | frozenset(told)
        elif d.error_class is ErrorClass.UNKNOWN_IDENTIFIER:
            unknown += 1
        else:  # the text has no end of its own, for example an open comment
            end = Position(last, len(text) - text.rfind("\n") - 1)
            found.append(dataclasses.replace(d, start=end, end=None))
    known = frozenset[str]().union(*axioms.values())
    # Whatever rests on an axiom without being a theorem was not asked about.
    declared = {a for a in declared_axioms(text) if not any(f".{name}".endswith(f".{a}") for name in known)}
    everything = known | declared | _sorry_seen(found)
    missing = tuple(name for name in names if _plain(name) not in axioms)
    return _Evidence(axioms, everything, tuple(found), answer.errors - unknown, missing)


def _sorry_seen(found: Iterable[Diagnostic]) -> frozenset[str]:
    """Lean's warning: the only trace that an unfinished `example` leaves."""
    seen = any(d.severity is Severity.WARNING and d.kind.endswith(SORRY_KIND) for d in found)
    return frozenset({SORRY_AXIOM}) if seen else frozenset()


def _conclude(
    answer: RawAnswer,
    evidence: _Evidence,
    hopeless: tuple[str, ...],
    theorem: str | None,
    allowed_axioms: frozenset[str],
) -> Checked:
    axioms = evidence.axioms if theorem is None else evidence.theorems.get(_plain(theorem), frozenset())
    reasons = [*hopeless, *(["evidence_truncated"] if answer.truncated else [])]
    if theorem is not None and _plain(theorem) not in evidence.theorems:
        reasons.append(f"theorem_missing: {theorem}")
    elif theorem is None and not evidence.errors:
        reasons += [f"axioms_unknown: {name}" for name in evidence.unknown]
    reasons += [f"axiom_not_allowed: {axiom}" for axiom in sorted(axioms - allowed_axioms - {SORRY_AXIOM})]
    outcome: Answer = Outcome.PROVED
    if evidence.errors or reasons:
        outcome = Outcome.REJECTED
    elif SORRY_AXIOM in axioms:
        outcome = Outcome.INCOMPLETE
    verdict = Verdict(outcome, Trust.ELABORATED, evidence.diagnostics, tuple(sorted(axioms)), answer.wall_s)
    return Checked(verdict, tuple(sorted(evidence.theorems)), tuple(reasons))


def _hints(text: str, found: tuple[Diagnostic, ...]) -> tuple[str, ...]:
    """One more line for a text that asks for a part of Lean which the core library does not have."""
    if any(_MISSING_MODULE.search(d.text) for d in found):
        missing = ", ".join(name for name in header(text).imports if name.split(".")[0] != "Init")
        what = f"`{missing}`" if missing else "that module"
    elif parts := sorted({m[1] for d in found if (m := _ABSENT_PARTS.search(d.text)) is not None}):
        what = ", ".join(f"`{part}`" for part in parts)
    else:
        return ()
    return (
        f"The embedded Lean has the core library only, without {what}: "
        "use a project that has it (--project DIR) or an installed Lean (--lean PATH).",
    )
