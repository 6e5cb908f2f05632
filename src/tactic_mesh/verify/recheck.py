"""Is what a certificate claims true? The work is done again from the certificate alone."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from tactic_mesh.lean.engine import Lean
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Environment, NoVerdict, Outcome
from tactic_mesh.verify.certificate import Certificate, Claim, certify, obstacle
from tactic_mesh.verify.check import check
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.revision import this_checker

_OUTPUT_BYTES_MAX = 64 << 20


@dataclass(frozen=True, slots=True)
class Rechecked:
    """What came of doing the work again.

    `outcome` is `proved` if all of the claim holds; `reasons` are codes for what does not, and `notes` what a reader
    should know besides. With `tampering`, the text is proved or tried to deceive, and the claim says something else.
    `checked` is the finding, if there was a check.
    """

    outcome: Outcome
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    tampering: bool = False
    checked: Checked | None = None

    @property
    def exit_code(self) -> int:
        return 5 if self.tampering else self.outcome.exit_code


async def recheck(
    lean: Lean, claimed: Claim, limits: Limits | None = None, *, any_environment: bool = False
) -> Rechecked:
    """Check the claim's text again at the claim's rung, and compare everything that the claim says.

    `limits` are those of whoever asks: a certificate does not say how much of this machine may be used. In another
    environment than the claim's there is no verdict, unless `any_environment`: then the digests of the claim, which
    are of terms of its own library, are not compared.
    """
    certificate = claimed.certificate
    differences = _environment_differences(certificate.environment, lean.environment)
    if differences and not any_environment:
        return Rechecked(Outcome.NO_VERDICT, tuple(f"environment_differs: {d}" for d in differences))
    limits = limits or Limits()
    # An answer that is cut short is a rejection; what was whole at the claim's bound must be whole here.
    output_bytes = min(max(limits.output_bytes, certificate.limits.output_bytes), _OUTPUT_BYTES_MAX)
    request = dataclasses.replace(
        certificate.request, limits=dataclasses.replace(limits, output_bytes=output_bytes)
    )
    checked = await check(lean, request)
    notes = tuple(f"in another environment: {difference}" for difference in differences)
    found = conclude(lean.environment, certificate, checked, same_environment=not differences)
    return dataclasses.replace(found, notes=(*notes, *found.notes), checked=checked)


def _environment_differences(claimed: Environment, here: Environment) -> list[str]:
    names = [field.name for field in dataclasses.fields(Environment)]
    pairs = [(name, getattr(claimed, name), getattr(here, name)) for name in names]
    return [f"{name} {theirs}, here {ours}" for name, theirs, ours in pairs if theirs != ours]


def conclude(
    here: Environment, certificate: Certificate, checked: Checked, *, same_environment: bool
) -> Rechecked:
    """What the finding of a check with the Lean `here` says about a claim."""
    verdict = checked.verdict
    if isinstance(verdict, NoVerdict):
        return Rechecked(Outcome.NO_VERDICT, (f"{verdict.reason}: {verdict.detail}",))
    if checked.tampering or verdict.outcome is not Outcome.PROVED:
        return Rechecked(checked.outcome, checked.reasons, tampering=checked.tampering)
    if verdict.trust.rung < certificate.trust.rung:
        return Rechecked(
            Outcome.NO_VERDICT, (f"rung_not_reached: {certificate.trust}, here only {verdict.trust}",)
        )
    if why := obstacle(checked):
        return Rechecked(Outcome.NO_VERDICT, (f"no_evidence: {why}",))
    return _compare(certificate, certify(here, certificate.request, checked), same_environment)


def _compare(claimed: Certificate, found: Certificate, same_environment: bool) -> Rechecked:
    """The claim beside the certificate that the check here makes."""
    wrong = [
        f"claim_differs: {name}: claimed {theirs}, found {ours}"
        for name in ("theorems", "axioms")
        if (theirs := _named(getattr(claimed, name))) != (ours := _named(getattr(found, name)))
    ]
    if wrong:
        return Rechecked(Outcome.REJECTED, tuple(wrong), tampering=True)
    if not same_environment:
        return Rechecked(Outcome.PROVED)
    if claimed.statement_sha256 != found.statement_sha256:
        wrong.append(
            f"claim_differs: statement_sha256: claimed {claimed.statement_sha256}, found {found.statement_sha256}"
        )
    odd = sorted({exported.name for exported in set(claimed.exported) ^ set(found.exported)})
    wrong += [f"claim_differs: exported: {name}" for name in odd]
    if not wrong:
        return Rechecked(Outcome.PROVED)
    if claimed.checker != this_checker():
        # Another release may have formed its digests in another way.
        other = f"checker_differs: {claimed.checker.version}, here {this_checker().version}"
        return Rechecked(Outcome.NO_VERDICT, (other, *wrong))
    return Rechecked(Outcome.REJECTED, tuple(wrong), tampering=True)


def _named(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "none"
