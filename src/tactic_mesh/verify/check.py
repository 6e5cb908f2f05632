"""The one door to a verdict: a text goes up the ladder of trust as far as it was asked to."""

from __future__ import annotations

from tactic_mesh.lean.engine import Lean
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.elaborated import check_text
from tactic_mesh.verify.request import Request


async def check(lean: Lean, request: Request) -> Checked:
    """Judge `request.text`; the verdict names the rung that was reached, at most the one that was asked for."""
    theorem = request.theorems[0] if len(request.theorems) == 1 else None
    return await check_text(
        lean, request.text, request.limits, theorem=theorem, allowed_axioms=request.policy.allowed_axioms
    )
