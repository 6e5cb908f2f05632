"""Who vouches for a certificate: Ed25519 signatures of its canonical bytes.

A signature says who made the claim, not that it is true: `verify.recheck` says that. Needs the extra `sign`.
A private key comes from a PEM file that only its owner can read, never from a command line or the environment:
`openssl genpkey -algorithm ed25519 -out key.pem && chmod 600 key.pem`.
"""

from __future__ import annotations

import importlib.util
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from tactic_mesh.errors import TamperingFound, UsageError
from tactic_mesh.verify.canonical import encode
from tactic_mesh.verify.certificate import Certificate, Claim, Signature

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_KEY_BYTES_MAX = 16 << 10


def sign(certificate: Certificate, key_file: Path) -> Signature:
    """The signature of the certificate with the key in a PEM file. Raises: UsageError."""
    _require_extra()
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    key = _private_key(key_file)
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return Signature("ed25519", public.hex(), key.sign(encode(certificate)).hex())


def require_key(key_file: Path) -> None:
    """Find out now whether `sign` will work with this key. Raises: UsageError."""
    _require_extra()
    _private_key(key_file)


def require_genuine(claimed: Claim, what: str = "this certificate") -> None:
    """Every signature is its key's, or this raises TamperingFound; UsageError if there is nothing to check it with."""
    if not claimed.signatures:
        return
    _require_extra()
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    signed = encode(claimed.certificate)
    for signature in claimed.signatures:
        try:
            key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signature.public_key))
            key.verify(bytes.fromhex(signature.signature), signed)
        except (InvalidSignature, ValueError) as error:
            raise TamperingFound(
                f"{what}: the signature of {signature.public_key} is not of this certificate. "
                "Ask whoever signed it for the certificate anew."
            ) from error


def _private_key(key_file: Path) -> Ed25519PrivateKey:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        with key_file.open("rb") as file:
            facts = os.fstat(file.fileno())
            raw = file.read(_KEY_BYTES_MAX)
    except OSError as error:
        raise UsageError(f"the key {key_file} cannot be read: {error.strerror}") from error
    if facts.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise UsageError(f"the key {key_file} is open to other users; run `chmod 600 {key_file}`")
    try:
        key = load_pem_private_key(raw, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise UsageError(
            f"{key_file} is no unencrypted private key in PEM form; make one with "
            "`openssl genpkey -algorithm ed25519`"
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UsageError(f"{key_file} holds a key of another kind than Ed25519")
    return key


def _require_extra() -> None:
    if importlib.util.find_spec("cryptography") is None:
        raise UsageError("signatures need the package `cryptography`: pip install 'tactic-mesh[sign]'")
