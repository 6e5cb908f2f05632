"""Certificates: what they can be made of, one form for one content, and that every change is noticed."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from pathlib import Path

import pytest
from findings import ENVIRONMENT, PROVED, REQUEST, certificate, certificates, found, no_verdicts, proofs
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tactic_mesh.errors import InputError, NotACertificate, NotCertifiable, TamperingFound, UsageError
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Environment, NoVerdict, Outcome, Trust, Verdict
from tactic_mesh.verify.canonical import NotCanonical, decode, encode
from tactic_mesh.verify.certificate import (
    CERTIFICATE_BYTES_MAX,
    Certificate,
    LimitsUsed,
    certify,
    claim,
    obstacle,
    read_claim,
    written,
)
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.request import Request
from tactic_mesh.verify.signing import require_genuine, require_key, sign


def private_key(folder: Path, name: str = "key.pem", kind: str = "ed25519") -> Path:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    made = Ed25519PrivateKey.generate() if kind == "ed25519" else X25519PrivateKey.generate()
    file = folder / name
    file.touch(mode=0o600)
    file.write_bytes(made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return file


class TestCanonicalForm:
    @given(certificates)
    def test_reading_gives_back_what_was_written(self, made: Certificate) -> None:
        assert read_claim(written(claim(made))) == claim(made)

    @given(found | no_verdicts)
    def test_findings_too(self, checked: Checked) -> None:
        assert decode(Checked, encode(checked)) == checked

    @given(certificates, certificates)
    def test_one_identity_for_one_content(self, one: Certificate, other: Certificate) -> None:
        assert (one == other) == (one.sha256 == other.sha256)

    def test_the_form_is_sorted_json_without_white_space(self) -> None:
        raw = encode(certificate())
        again = json.dumps(json.loads(raw), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert raw == again.encode()
        assert hashlib.sha256(raw).hexdigest() == certificate().sha256

    def test_the_fields_are_those_of_the_documented_version(self) -> None:
        # Another field is another version: change SCHEMA and docs/certificate.md with this list.
        assert sorted(json.loads(encode(certificate()))) == [
            *("asked", "axioms", "checker", "environment", "exported", "limits", "policy", "schema"),
            *("statement", "statement_sha256", "text", "theorems", "trust"),
        ]
        assert json.loads(encode(certificate()))["policy"].keys() == {
            *("allowed_axioms", "definitions", "forbidden_options", "forbidden_attributes")
        }
        assert certificate().schema == "tactic-mesh/certificate@1"

    @given(proofs())
    def test_line_ends_and_outer_blank_lines_make_no_difference(
        self, proof: tuple[Environment, Request, Checked]
    ) -> None:
        environment, request, checked = proof
        assume("\r" not in request.text)
        text = "\r\n  \n" + request.text.replace("\n", "\r\n") + " \r\n\r\n"
        assert certify(environment, dataclasses.replace(request, text=text), checked) == certify(*proof)

    def test_half_a_surrogate_pair_is_no_text(self) -> None:
        with pytest.raises(InputError):
            encode(dataclasses.replace(REQUEST, text="\ud800"))

    @given(st.floats(0.0001, 1e7))
    def test_limits_are_whole_numbers_and_stay_the_same(self, wall_s: float) -> None:
        used = LimitsUsed.of(Limits(wall_s=wall_s))
        assert LimitsUsed.of(used.limits) == used


class TestDoor:
    @given(found | no_verdicts)
    def test_only_proofs_that_were_audited(self, checked: Checked) -> None:
        verdict = checked.verdict
        good = (
            isinstance(verdict, Verdict)
            and verdict.outcome is Outcome.PROVED
            and verdict.trust is not Trust.ELABORATED
            and bool(checked.theorems and checked.statement_sha256)
            and not checked.tampering
        )
        assert good == (obstacle(checked) == "")
        if not good:
            with pytest.raises(NotCertifiable):
                certify(ENVIRONMENT, REQUEST, checked)

    @pytest.mark.parametrize(
        "change",
        [
            {"trust": Trust.ELABORATED},
            {"theorems": ()},
            {"statement_sha256": ""},
            {"axioms": ("propext", "foo")},
            {"axioms": ("propext", "Quot.sound")},
            {"text": "\ntheorem t : True := trivial\n"},
        ],
    )
    def test_no_certificate_can_hold_what_no_check_found(self, change: dict[str, object]) -> None:
        with pytest.raises(NotACertificate):
            dataclasses.replace(certificate(), **change)  # type: ignore[arg-type]

    def test_the_request_can_be_made_again(self) -> None:
        request = Request("theorem t : True := trivial\n", ("t",), "theorem t : True := sorry\n")
        assert certify(ENVIRONMENT, request, PROVED).request == request


class TestStrictReading:
    @settings(max_examples=500)
    @given(st.data())
    def test_every_changed_byte_is_noticed(self, data: st.DataObject) -> None:
        raw = bytearray(SIGNED)
        place = data.draw(st.integers(0, len(raw) - 1))
        raw[place] ^= data.draw(st.integers(1, 255))
        with pytest.raises((NotACertificate, TamperingFound)):
            require_genuine(read_claim(bytes(raw)))

    @given(st.integers(0, 3000))
    def test_a_file_that_was_cut_short(self, length: int) -> None:
        with pytest.raises(NotACertificate):
            read_claim(SIGNED[: min(length, len(SIGNED) - 1)])

    @given(st.binary(max_size=40))
    def test_any_bytes(self, raw: bytes) -> None:
        with pytest.raises(NotACertificate):
            read_claim(raw)

    @pytest.mark.parametrize(
        ("path", "value"),
        [
            (("schema",), "tactic-mesh/certificate@2"),
            (("schema",), None),
            (("trust",), "certain"),
            (("trust",), 3),
            (("limits", "wall_ms"), 1.0),
            (("limits", "wall_ms"), True),
            (("limits", "wall_ms"), 0),
            (("limits", "cpu_s"), 1 << 53),
            (("axioms",), "propext"),
            (("axioms",), {"propext": 1}),
            (("policy", "allowed_axioms"), ["propext", "propext"]),
            (("policy", "allowed_axioms"), []),
            (("exported",), [{"name": "t", "kind": "theorem"}]),
            (("extra",), 1),
            (("environment", "extra"), ""),
            (("text",), "\n"),
        ],
    )
    def test_a_field_of_another_kind(self, path: tuple[str, ...], value: object) -> None:
        document = json.loads(SIGNED)
        inner = document["certificate"]
        for name in path[:-1]:
            inner = inner[name]
        inner[path[-1]] = value
        with pytest.raises(NotACertificate):
            read_claim(resealed(document))

    @pytest.mark.parametrize("name", sorted(json.loads(encode(certificate()))))
    def test_a_missing_field(self, name: str) -> None:
        document = json.loads(SIGNED)
        del document["certificate"][name]
        with pytest.raises(NotACertificate, match="lacks"):
            read_claim(resealed(document))

    @pytest.mark.parametrize("extra", [b" ", b"\n", b"{}\n"])
    def test_bytes_around_it(self, extra: bytes) -> None:
        for raw in (extra + SIGNED, SIGNED + extra, SIGNED[:-1] + extra + b"\n"):
            with pytest.raises(NotACertificate):
                read_claim(raw)

    def test_another_order_or_a_repeated_key(self) -> None:
        assert SIGNED.startswith(b'{"certificate":{"asked":[]')
        repeated = SIGNED.replace(b'{"asked":[]', b'{"asked":["x"],"asked":[]', 1)
        escaped = SIGNED.replace(b'"theorems":["t"]', rb'"theorems":["\u0074"]', 1)
        for raw in (repeated, escaped):
            assert raw != SIGNED
            with pytest.raises(NotACertificate, match="canonical"):
                read_claim(raw)

    def test_a_new_text_under_the_old_digest(self) -> None:
        raw = SIGNED.replace(b"1 + 1 = 2", b"1 + 1 = 3")
        with pytest.raises(TamperingFound, match="was changed") as caught:
            read_claim(raw, "file.cert")
        assert caught.value.exit_code == 5

    def test_deep_and_large_bytes(self) -> None:
        for raw in (b"[" * 100_000 + b"\n", b" " * (CERTIFICATE_BYTES_MAX + 1), b"9" * 10_000 + b"\n"):
            with pytest.raises(NotACertificate):
                read_claim(raw)

    @given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
    def test_any_json_is_no_finding(self, value: object) -> None:
        with pytest.raises(NotCanonical):
            decode(Checked, json.dumps(value).encode())


class TestSignatures:
    def test_several_signatures(self, tmp_path: Path) -> None:
        made = certificate()
        keys = [private_key(tmp_path, f"key{number}.pem") for number in range(3)]
        claimed = read_claim(written(claim(made, *(sign(made, key) for key in keys))))
        assert len({signature.public_key for signature in claimed.signatures}) == 3
        require_genuine(claimed)

    def test_a_signature_is_of_one_certificate(self, tmp_path: Path) -> None:
        signature = sign(certificate(), private_key(tmp_path))
        other = dataclasses.replace(certificate(), trust=Trust.AUDITED)
        with pytest.raises(TamperingFound, match=signature.public_key):
            require_genuine(claim(other, signature))

    def test_one_key_signs_once(self, tmp_path: Path) -> None:
        signature = sign(certificate(), private_key(tmp_path))
        with pytest.raises(NotACertificate):
            claim(certificate(), signature, signature)

    @pytest.mark.parametrize("mode", [0o640, 0o604, 0o644])
    def test_a_key_that_others_can_read_is_refused(self, tmp_path: Path, mode: int) -> None:
        key = private_key(tmp_path)
        key.chmod(mode)
        with pytest.raises(UsageError, match="chmod 600"):
            require_key(key)

    def test_what_is_no_key(self, tmp_path: Path) -> None:
        wrong = tmp_path / "wrong.pem"
        wrong.touch(mode=0o600)
        wrong.write_bytes(b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
        for key in (wrong, tmp_path / "absent.pem", private_key(tmp_path, kind="x25519")):
            with pytest.raises(UsageError):
                require_key(key)


def resealed(document: dict[str, object]) -> bytes:
    """The document with the digest that fits it, as a forger would write it."""
    whole = {
        **document,
        "sha256": hashlib.sha256(encode(document["certificate"])).hexdigest(),
        "signatures": [],
    }
    return encode(whole) + b"\n"


def _signed() -> bytes:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        made = certificate()
        return written(claim(made, sign(made, private_key(Path(folder)))))


SIGNED = _signed()


def test_what_is_unanswered_is_never_certified() -> None:
    with pytest.raises(NotCertifiable, match="no_verdict"):
        certify(ENVIRONMENT, REQUEST, Checked(NoVerdict("timeout", True)))
