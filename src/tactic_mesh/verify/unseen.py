"""What Lean's answer does not show, found by reading the text.

An `example` leaves nothing behind but messages, and a text can silence these; a Lean that is run as a command tells
nothing of what it was not asked about; a text can switch the kernel off or define what the kernel computes by name.
Reading the text finds these where they stand in plain words: a macro that hides them is a lie by intent, which the
first rung does not exclude.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tactic_mesh.lean.declarations import visible
from tactic_mesh.lean.source import header
from tactic_mesh.verify.policy import Policy

_KERNEL_OFF = "skipKernelTC"
_SET_OPTION = re.compile(r"set_option\s+([\w.]+)")
_ATTRIBUTES = re.compile(r"(?:@\[|attribute\s*\[)([^\]]*)\]")
_WORD = re.compile(r"[\w.]+")
_EXAMPLE = re.compile(r"(?<![\w.])example(?![\w'])")
# A guarded command may be silenced with all that it declares; these commands declare nothing.
_GUARD = re.compile(
    r"#guard_msgs(?![\w'])(?!\s*(?:\([^()]*\)\s*)?in\s+#(?:eval|check|check_failure|print|reduce|synth)(?![\w']))"
)
_EXIT = re.compile(r"#exit(?![\w'])\s*(?=\S)")
_SILENCERS = {
    "#guard_msgs": _GUARD,
    "warn.sorry": re.compile(r"(?<![\w.])warn\s*\.\s*«?sorry(?![\w'])"),
    "native_decide": re.compile(
        r"(?<![\w.])native_decide(?![\w'])|\+\s*native(?![\w'])|(?<![\w.])native\s*:="
    ),
}
_AXIOM = re.compile(r"(?<![\w.`])axiom\s+([^\s:(){}\[\]⦃⦄]+)")


def forbidden(text: str, policy: Policy) -> tuple[str, ...]:
    """Reason codes for what makes every answer about the text worthless, or is against the policy."""
    words = visible(text)
    reasons = [
        f"option_not_allowed: {option}"
        for option in dict.fromkeys(match[1] for match in _SET_OPTION.finditer(words))
        if any(option == name or (name.endswith(".") and option.startswith(name)) for name in _off(policy))
    ]
    if _KERNEL_OFF in text and not reasons:
        reasons.append(f"option_not_allowed: debug.{_KERNEL_OFF}")
    attributes = {word for match in _ATTRIBUTES.finditer(words) for word in _WORD.findall(match[1])}
    reasons += [
        f"attribute_not_allowed: {name}" for name in policy.forbidden_attributes if name in attributes
    ]
    found = header(text)
    if found.prelude and "Init" not in found.imports:
        # `Nat.gcd` and its kin are computed by the kernel, whatever definition the text gives them.
        reasons.append(
            "prelude_without_init: the kernel computes by name what this text may define otherwise"
        )
    return tuple(reasons)


def _off(policy: Policy) -> tuple[str, ...]:
    return (*policy.forbidden_options, f"debug.{_KERNEL_OFF}")


def unseen(text: str, missing: Iterable[str], *, constants_told: bool) -> tuple[str, ...]:
    """Reason codes for parts of the text about which Lean's answer, without any error, says nothing.

    `missing` are the theorems in the text that the answer does not have. If `constants_told`, everything with a name
    was seen, and only examples can be silenced.
    """
    words = visible(text)
    reasons = ["text_after_exit"] if _EXIT.search(words) else []
    if not constants_told or _EXAMPLE.search(words):
        reasons += [f"silenced: {name}" for name, pattern in _SILENCERS.items() if pattern.search(words)]
    if _GUARD.search(words):
        reasons += [f"theorem_missing: {name}" for name in missing]
    return tuple(reasons)


def guarded(text: str) -> tuple[str, ...]:
    """The reason code for errors that may have been dropped.

    To `#print axioms`, a theorem whose statement had an error rests on nothing.
    """
    return ("silenced: #guard_msgs",) if _GUARD.search(visible(text)) else ()


def declared_axioms(text: str) -> frozenset[str]:
    """The axioms that a text declares in plain words, by the names that stand there."""
    # `axiom a.{u}` is called `a`.
    return frozenset(match[1].removesuffix(".") for match in _AXIOM.finditer(visible(text)))
