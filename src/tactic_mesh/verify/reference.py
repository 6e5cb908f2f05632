"""The trusted statement, elaborated by itself: once for each text, in a clean child, and kept as compiled data."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field

from tactic_mesh.errors import InvalidStatement
from tactic_mesh.lean.engine import Lean
from tactic_mesh.lean.messages import first_error
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import SORRY_AXIOM, NoVerdict
from tactic_mesh.verify.names import is_internal, public_name

KEPT_MAX = 256


@dataclass(frozen=True, slots=True)
class Reference:
    """A trusted text: the theorems that it leaves to be proved, and its compiled module in base64.

    `module` is None where this Lean cannot hand it out.
    """

    theorems: tuple[str, ...]
    module: str | None


@dataclass(slots=True)
class References:
    """The trusted texts of one Lean that were elaborated last."""

    _kept: OrderedDict[bytes, Reference] = field(default_factory=OrderedDict)

    async def get(self, lean: Lean, text: str, limits: Limits) -> Reference | NoVerdict:
        """What `text` states. Raises: InvalidStatement with Lean's words if it has errors or states nothing."""
        key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
        known = self._kept.get(key)
        if known is None:
            made = await _elaborated(lean, text, limits)
            if isinstance(made, NoVerdict):
                return made
            known = self._kept[key] = made
            if len(self._kept) > KEPT_MAX:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return known


async def _elaborated(lean: Lean, text: str, limits: Limits) -> Reference | NoVerdict:
    answer = await lean.elaborate(text, limits, module=True)
    if isinstance(answer, NoVerdict):
        return answer
    if answer.errors:
        first = first_error(answer.messages)
        where = f"{first.start.line}:{first.start.column}"
        raise InvalidStatement(f"Lean does not accept the trusted statement, at {where}: {first.text}")
    if answer.constants is None:
        return Reference((), None)
    stated = [c for c in answer.constants if c.kind == "theorem" and not is_internal(c)]
    unfinished = [public_name(c) for c in stated if SORRY_AXIOM in c.axioms]
    names = tuple(sorted(unfinished or (public_name(c) for c in stated)))
    if not names:
        raise InvalidStatement("the trusted statement states no theorem: write `theorem NAME : … := sorry`")
    return Reference(names, answer.module)
