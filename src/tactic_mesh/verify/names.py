"""Names as users write them, beside those that Lean's answers have."""

from __future__ import annotations

import re

from tactic_mesh.lean.answer import Constant

_NEEDLESS = re.compile(r"«([^«».]*)»")
_PRIVATE = re.compile(r"^_private\.(?:.*?\.)??0\.")


def plain_name(text: str) -> str:
    """A name as it is written, without guillemets that do not matter; `«A.t»` is no theorem `t` in `A`."""
    return _NEEDLESS.sub(r"\1", text)


def public_name(constant: Constant) -> str:
    """The name as it stands in the text: that of a private theorem without what Lean puts before it."""
    return plain_name(_PRIVATE.sub("", constant.name))


def is_internal(constant: Constant) -> bool:
    """Whether Lean added it by itself. Every private name is internal to Lean, also that of the user's theorem."""
    if constant.name.startswith("_private."):
        return any(part.startswith("_") for part in public_name(constant).split("."))
    return constant.internal
