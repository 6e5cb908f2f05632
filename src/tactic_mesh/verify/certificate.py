"""What was proved, how surely, and all that is needed to check it again: one file that anyone can read.

`certify` makes a certificate from a proof that was found here. One that was read from a file is a claim: its bytes
are whole and say what they say, until `verify.recheck` has done the work again.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
from dataclasses import dataclass
from typing import Final, Literal

from tactic_mesh.errors import NotACertificate, NotCertifiable, TamperingFound
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Environment, NoVerdict, Outcome, Trust
from tactic_mesh.verify.canonical import INTEGER_MAX, NotCanonical, decode, encode
from tactic_mesh.verify.checked import Checked, Exported
from tactic_mesh.verify.keys import canonical_text
from tactic_mesh.verify.policy import Policy
from tactic_mesh.verify.request import Request
from tactic_mesh.verify.revision import CheckerVersion, this_checker

SCHEMA: Final = "tactic-mesh/certificate@1"
CERTIFICATE_BYTES_MAX = 32 << 20
SIGNATURES_MAX = 64
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SIGNATURE = re.compile(r"[0-9a-f]{128}")


@dataclass(frozen=True, slots=True)
class LimitsUsed:
    """The limits of the check, in whole numbers."""

    wall_ms: int
    cpu_s: int
    memory_bytes: int
    output_bytes: int

    def __post_init__(self) -> None:
        _require(min(dataclasses.astuple(self)) > 0, "a limit is not positive")

    @staticmethod
    def of(limits: Limits) -> LimitsUsed:
        wall_ms = max(1, round(min(limits.wall_s * 1000, INTEGER_MAX)))
        others = (min(n, INTEGER_MAX) for n in (limits.cpu_s, limits.memory_bytes, limits.output_bytes))
        return LimitsUsed(wall_ms, *others)

    @property
    def limits(self) -> Limits:
        return Limits(self.wall_ms / 1000, self.cpu_s, self.memory_bytes, self.output_bytes)


@dataclass(frozen=True, slots=True)
class Certificate:
    """That `text` proves `theorems` at the rung `trust`. Its identity is the sha256 of its canonical bytes.

    `text` is the whole candidate and `statement` the trusted text that it was held against (None: the statements are
    the candidate's own), both in canonical form. `asked` are the names that the check was asked about (none: all).
    `statement_sha256`, `exported` and `axioms` are what the audit found. Raises NotACertificate for a value that no
    check can have had.
    """

    schema: Literal["tactic-mesh/certificate@1"]
    checker: CheckerVersion
    environment: Environment
    text: str
    statement: str | None
    asked: tuple[str, ...]
    policy: Policy
    limits: LimitsUsed
    trust: Trust
    theorems: tuple[str, ...]
    statement_sha256: str
    exported: tuple[Exported, ...]
    axioms: tuple[str, ...]

    def __post_init__(self) -> None:
        _require(self.trust.rung >= Trust.AUDITED.rung, f"no certificate stands on the rung {self.trust}")
        _require(bool(self.theorems), "it names no theorem")
        _require(bool(_SHA256.fullmatch(self.statement_sha256)), "its statement has no digest")
        _require(self.axioms == tuple(sorted(set(self.axioms))), "its axioms are not sorted")
        _require(
            set(self.axioms) <= self.policy.allowed_axioms, "it rests on an axiom that it does not allow"
        )
        names = [(exported.name, exported.kind, exported.type_sha256) for exported in self.exported]
        _require(names == sorted(set(names)), "its declarations are not sorted")
        for text in (self.text, self.statement or ""):
            _require(text == canonical_text(text), "a text is not in canonical form")

    @property
    def sha256(self) -> str:
        return hashlib.sha256(encode(self)).hexdigest()

    @property
    def request(self) -> Request:
        """The check that this is about."""
        return Request(
            self.text, self.asked, self.statement, self.trust, self.policy, limits=self.limits.limits
        )


@dataclass(frozen=True, slots=True)
class Signature:
    """An Ed25519 signature of a certificate's canonical bytes; key and signature in lower-case hexadecimal."""

    algorithm: Literal["ed25519"]
    public_key: str
    signature: str

    def __post_init__(self) -> None:
        _require(bool(_SHA256.fullmatch(self.public_key)), "a public key is not 64 hexadecimal digits")
        _require(bool(_SIGNATURE.fullmatch(self.signature)), "a signature is not 128 hexadecimal digits")


@dataclass(frozen=True, slots=True)
class Claim:
    """A certificate as files hold it: with its identity and whoever signed it. True only when checked again."""

    certificate: Certificate
    sha256: str
    signatures: tuple[Signature, ...] = ()

    def __post_init__(self) -> None:
        keys = [signature.public_key for signature in self.signatures]
        _require(len(keys) <= SIGNATURES_MAX, f"it has more than {SIGNATURES_MAX} signatures")
        _require(keys == sorted(set(keys)), "its signatures are not sorted by their keys")


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise NotACertificate(f"this is no certificate: {otherwise}")


def obstacle(checked: Checked) -> str:
    """Why no certificate can be made of a finding; empty if one can."""
    verdict = checked.verdict
    if isinstance(verdict, NoVerdict) or verdict.outcome is not Outcome.PROVED:
        return f"the outcome is {checked.outcome}, not proved"
    if checked.tampering:
        return "the text tried to deceive"
    if verdict.trust.rung < Trust.AUDITED.rung:
        return (
            f"the rung {verdict.trust} is below {Trust.AUDITED}: the process that answered had run the text"
        )
    if not checked.theorems:
        return "the text proves no theorem"
    return "" if checked.statement_sha256 else "the audit gave no digest of the statement"


def certify(environment: Environment, request: Request, checked: Checked) -> Certificate:
    """The certificate of a proof that `verify.check` has just found. Raises: NotCertifiable.

    The only way to one that is no claim: `checked` must be the answer to `request`, in this process, with the Lean of
    `environment`.
    """
    verdict = checked.verdict
    if (why := obstacle(checked)) or isinstance(verdict, NoVerdict):
        raise NotCertifiable(f"no certificate can be made: {why}")
    policy = request.policy
    return Certificate(
        SCHEMA,
        this_checker(),
        environment,
        canonical_text(request.text),
        None if request.statement is None else canonical_text(request.statement),
        request.theorems,
        dataclasses.replace(
            policy,
            forbidden_options=tuple(sorted(policy.forbidden_options)),
            forbidden_attributes=tuple(sorted(policy.forbidden_attributes)),
        ),
        LimitsUsed.of(request.limits),
        verdict.trust,
        tuple(sorted(set(checked.theorems))),
        checked.statement_sha256,
        tuple(sorted(set(checked.exported), key=lambda e: (e.name, e.kind, e.type_sha256))),
        tuple(sorted(set(verdict.axioms))),
    )


def claim(certificate: Certificate, *signatures: Signature) -> Claim:
    """The certificate with its identity and signatures, ready to be written."""
    ordered = tuple(sorted(signatures, key=lambda signature: signature.public_key))
    return Claim(certificate, certificate.sha256, ordered)


def written(claimed: Claim) -> bytes:
    """The bytes of a file: the canonical form of the claim and a line end."""
    return encode(claimed) + b"\n"


def read_claim(raw: bytes, what: str = "this") -> Claim:
    """What a file claims, its bytes whole; signatures are not looked at yet (`signing.require_genuine`).

    Raises: NotACertificate for bytes in another form, TamperingFound if they have another digest than they say.
    """
    if len(raw) > CERTIFICATE_BYTES_MAX:
        raise NotACertificate(f"{what} has more than {CERTIFICATE_BYTES_MAX} bytes; no certificate has")
    if not raw.endswith(b"\n"):
        raise NotACertificate(f"{what} is no certificate: it does not end with a line end; was it cut short?")
    try:
        found = decode(Claim, raw[:-1])
    except NotCanonical as error:
        raise NotACertificate(
            f"{what} is no certificate: {error}. Certificates are read byte for byte; do not format them."
        ) from error
    except NotACertificate as error:
        raise NotACertificate(f"{what}: {error}") from error
    if found.certificate.sha256 != found.sha256:
        raise TamperingFound(
            f"{what} was changed: it says that its digest is {found.sha256}, and it is {found.certificate.sha256}. "
            "Ask whoever made it for the certificate anew."
        )
    return found
