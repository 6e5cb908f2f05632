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

from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.declarations import theorems as theorems_of
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.messages import SORRY_KIND, diagnostics
from tactic_mesh.lean.source import header
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import (
    SORRY_AXIOM,
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
from tactic_mesh.verify.names import is_internal, plain_name, public_name
from tactic_mesh.verify.policy import STANDARD, Policy
from tactic_mesh.verify.unseen import declared_axioms, forbidden, guarded, unseen

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
    theorems: tuple[str, ...] = (),
    policy: Policy = STANDARD,
) -> Checked:
    """Elaborate `text` and judge what came back.

    The `theorems` must be among what the text adds, else the verdict is a rejection, and axioms and `sorry` are
    looked for in what they rest on; without any, in everything that the text adds.
    """
    return (await elaborate_text(lean, text, limits, theorems=theorems, policy=policy))[0]


async def elaborate_text(
    lean: Lean,
    text: str,
    limits: Limits | None = None,
    *,
    theorems: tuple[str, ...] = (),
    policy: Policy,
    module: bool = False,
) -> tuple[Checked, RawAnswer | NoVerdict]:
    """The same with Lean's own answer; with `module`, what the text added is asked for too."""
    names = _names(text, theorems)
    answer = await lean.elaborate(
        text if lean.tells_constants else _asking(text, names), limits, module=module
    )
    if isinstance(answer, RawAnswer) and answer.constants is None and lean.tells_constants:
        # A file with a header of its own went another way, on which constants are not told.
        answer = await lean.elaborate(_asking(text, names), limits)
    if isinstance(answer, NoVerdict):
        return Checked(answer, statement_source="candidate"), answer
    evidence = _from_messages(answer, text, names) if answer.constants is None else _from_constants(answer)
    checked = _conclude(answer, evidence, forbidden(text, policy), names, theorems, policy.allowed_axioms)
    if checked.outcome is Outcome.PROVED:
        told = answer.constants is not None
        if not theorems:
            gaps = unseen(text, _missing(names, evidence), constants_told=told)
        else:
            gaps = () if told else guarded(text)
        checked = _without_gaps(checked, gaps)
    hints = _hints(text, evidence.diagnostics) if lean.is_embedded else ()
    return dataclasses.replace(checked, hints=hints), answer


def _missing(names: Iterable[str], evidence: _Evidence) -> list[str]:
    return [name for name in names if plain_name(name) not in evidence.theorems]


def _without_gaps(checked: Checked, gaps: tuple[str, ...]) -> Checked:
    """What was proved, unless there are parts of the text of which nothing is known: then it is incomplete."""
    if not gaps or isinstance(checked.verdict, NoVerdict):
        return checked
    verdict = dataclasses.replace(checked.verdict, outcome=Outcome.INCOMPLETE)
    return dataclasses.replace(checked, verdict=verdict, reasons=gaps)


def _names(text: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The theorems that a Lean which does not tell what it added is asked about; only what reads as a theorem."""
    found = stated_in(text)
    if not wanted:
        return found
    known = set(map(plain_name, found))
    return tuple(name for name in wanted if plain_name(name) in known)


def stated_in(text: str) -> tuple[str, ...]:
    """The full names of what reads as a theorem in a text."""
    return tuple(dict.fromkeys(t.full_name for t in theorems_of(text)))


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
    constructors: frozenset[str] = frozenset()


def _from_constants(answer: RawAnswer) -> _Evidence:
    constants = answer.constants or ()
    found = diagnostics(answer.messages)
    return _Evidence(
        {
            public_name(c): frozenset(c.axioms)
            for c in constants
            if c.kind == "theorem" and not is_internal(c)
        },
        frozenset(axiom for c in constants for axiom in c.axioms) | _sorry_seen(found),
        found,
        answer.errors,
        constructors=frozenset(public_name(c) for c in constants if c.kind == "constructor"),
    )


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
            axioms[plain_name(names[asked])] = axioms.get(plain_name(names[asked]), frozenset()) | frozenset(
                told
            )
        elif d.error_class is ErrorClass.UNKNOWN_IDENTIFIER:
            unknown += 1
        else:  # the text has no end of its own, for example an open comment
            end = Position(last, len(text) - text.rfind("\n") - 1)
            found.append(dataclasses.replace(d, start=end, end=None))
    known = frozenset[str]().union(*axioms.values())
    # Whatever rests on an axiom without being a theorem was not asked about.
    declared = {a for a in declared_axioms(text) if not any(f".{name}".endswith(f".{a}") for name in known)}
    everything = known | declared | _sorry_seen(found)
    missing = tuple(name for name in names if plain_name(name) not in axioms)
    return _Evidence(axioms, everything, tuple(found), answer.errors - unknown, missing)


def _sorry_seen(found: Iterable[Diagnostic]) -> frozenset[str]:
    """Lean's warning: the only trace that an unfinished `example` leaves."""
    seen = any(d.severity is Severity.WARNING and d.kind.endswith(SORRY_KIND) for d in found)
    return frozenset({SORRY_AXIOM}) if seen else frozenset()


def _conclude(
    answer: RawAnswer,
    evidence: _Evidence,
    hopeless: tuple[str, ...],
    stated: Iterable[str],
    wanted: tuple[str, ...],
    allowed_axioms: frozenset[str],
) -> Checked:
    axioms = evidence.axioms
    reasons = [*hopeless, *(["evidence_truncated"] if answer.truncated else [])]
    if wanted:
        axioms = frozenset().union(*(evidence.theorems.get(plain_name(name), frozenset()) for name in wanted))
        absent = (name for name in wanted if plain_name(name) not in evidence.theorems)
        reasons += [f"theorem_missing: {name}" for name in absent]
    elif not evidence.errors:
        reasons += [f"axioms_unknown: {name}" for name in evidence.unknown]
    outcome, more = judge_axioms(axioms, allowed_axioms)
    reasons += more
    if evidence.errors or reasons:
        outcome = Outcome.REJECTED
    verdict = Verdict(outcome, Trust.ELABORATED, evidence.diagnostics, tuple(sorted(axioms)), answer.wall_s)
    return Checked(verdict, _about(evidence, stated, wanted), tuple(reasons))


def _about(evidence: _Evidence, stated: Iterable[str], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The theorems that a verdict is about: none that Lean adds to a type, or to a definition beside others."""
    asked = {plain_name(name) for name in wanted or stated}
    own = (name for name in evidence.theorems if name.rpartition(".")[0] not in evidence.constructors)
    return tuple(sorted(asked & evidence.theorems.keys() or own))


def judge_axioms(axioms: frozenset[str], allowed: frozenset[str]) -> tuple[Answer, list[str]]:
    """What these axioms make of a text that is otherwise proved, and the reason codes."""
    reasons = [f"axiom_not_allowed: {axiom}" for axiom in sorted(axioms - allowed - {SORRY_AXIOM})]
    if reasons:
        return Outcome.REJECTED, reasons
    return (Outcome.INCOMPLETE if SORRY_AXIOM in axioms else Outcome.PROVED), []


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
