"""What doing the work again says about a claim, and `tactic-mesh verify` as a user meets it."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from findings import ENVIRONMENT, PROVED, REQUEST, SHA256, certificate, proofs
from hypothesis import given
from test_certificate import private_key

from tactic_mesh.cli.main import run
from tactic_mesh.lean.host import LeanHost
from tactic_mesh.theorem import Environment, NoVerdict, Outcome, Trust, Verdict
from tactic_mesh.verify.certificate import Certificate, certify, claim, written
from tactic_mesh.verify.checked import Checked, Exported
from tactic_mesh.verify.recheck import Rechecked, conclude
from tactic_mesh.verify.request import Request
from tactic_mesh.verify.revision import CheckerVersion
from tactic_mesh.verify.signing import sign

OTHER = "f" * 64


def concluded(claimed: Certificate, checked: Checked, *, same: bool = True) -> Rechecked:
    return conclude(ENVIRONMENT, claimed, checked, same_environment=same)


def verdict(outcome: Outcome, trust: Trust, *axioms: str) -> Checked:
    return dataclasses.replace(PROVED, verdict=Verdict(outcome, trust, axioms=axioms))  # type: ignore[arg-type]


class TestComparison:
    @given(proofs())
    def test_the_same_finding_confirms_every_claim(self, proof: tuple[Environment, Request, Checked]) -> None:
        environment, _, checked = proof
        found = conclude(environment, certify(*proof), checked, same_environment=True)
        assert (found.outcome, found.reasons, found.exit_code) == (Outcome.PROVED, (), 0)

    @pytest.mark.parametrize(
        ("checked", "code"),
        [
            (verdict(Outcome.PROVED, Trust.REPLAYED), "claim_differs: axioms"),
            (dataclasses.replace(PROVED, theorems=("u",)), "claim_differs: theorems"),
            (dataclasses.replace(PROVED, statement_sha256=OTHER), "claim_differs: statement_sha256"),
            (dataclasses.replace(PROVED, exported=()), "claim_differs: exported: t"),
            (
                dataclasses.replace(PROVED, exported=(Exported("t", "theorem", OTHER),)),
                "claim_differs: exported: t",
            ),
        ],
    )
    def test_a_claim_of_something_else_is_tampering(self, checked: Checked, code: str) -> None:
        found = concluded(certificate(), checked)
        assert (found.outcome, found.tampering, found.exit_code) == (Outcome.REJECTED, True, 5)
        assert found.reasons[0].startswith(code)

    def test_digests_of_another_checker_are_not_held_against_a_claim(self) -> None:
        other = dataclasses.replace(certificate(), checker=CheckerVersion("9.9.9", SHA256))
        assert concluded(other, PROVED).exit_code == 0
        found = concluded(other, dataclasses.replace(PROVED, statement_sha256=OTHER))
        assert (found.outcome, found.exit_code) == (Outcome.NO_VERDICT, 3)
        # What a proof rests on does not depend on who checks it.
        assert concluded(other, verdict(Outcome.PROVED, Trust.REPLAYED)).exit_code == 5

    def test_another_environment_has_other_digests(self) -> None:
        found = concluded(certificate(), dataclasses.replace(PROVED, statement_sha256=OTHER), same=False)
        assert found.exit_code == 0
        assert (
            concluded(certificate(), dataclasses.replace(PROVED, theorems=("u",)), same=False).exit_code == 5
        )

    @pytest.mark.parametrize(
        ("checked", "exit_code"),
        [
            (Checked(NoVerdict("timeout", True)), 3),
            (verdict(Outcome.REJECTED, Trust.ELABORATED), 1),
            (verdict(Outcome.INCOMPLETE, Trust.ELABORATED), 1),
            (dataclasses.replace(verdict(Outcome.REJECTED, Trust.AUDITED), tampering=True), 5),
            (verdict(Outcome.PROVED, Trust.AUDITED, "propext"), 3),
            (verdict(Outcome.PROVED, Trust.INDEPENDENT, "propext"), 0),
        ],
    )
    def test_what_is_no_proof_at_that_rung(self, checked: Checked, exit_code: int) -> None:
        assert concluded(certificate(), checked).exit_code == exit_code


@pytest.fixture
def here(lean: LeanHost) -> Certificate:
    """A certificate of this machine's environment: whether it is true is for `verify` to find out."""
    return certify(lean.environment, REQUEST, PROVED)


def verify(*words: object) -> int:
    return run(["verify", *map(str, words)])


def file_of(folder: Path, made: Certificate, *keys: Path) -> Path:
    file = folder / "claim.cert"
    file.write_bytes(written(claim(made, *(sign(made, key) for key in keys))))
    return file


class TestCommand:
    def test_what_is_no_certificate(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        file = tmp_path / "claim.cert"
        for raw in (b"", b"{}\n", b"theorem t : True := trivial\n"):
            file.write_bytes(raw)
            assert verify(file) == 2
        assert verify(tmp_path / "absent.cert") == 2
        assert verify(tmp_path) == 2
        assert "error: " in capsys.readouterr().err

    def test_a_changed_file(
        self, tmp_path: Path, here: Certificate, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = file_of(tmp_path, here)
        file.write_bytes(file.read_bytes().replace(b"1 + 1 = 2", b"1 + 1 = 3"))
        assert verify(file) == 5
        assert "was changed" in capsys.readouterr().err

    def test_the_environment_differs(self, tmp_path: Path, here: Certificate, capsys: Any) -> None:
        other = dataclasses.replace(
            here, environment=dataclasses.replace(here.environment, version="4.99.0", library_sha256=OTHER)
        )
        assert verify(file_of(tmp_path, other), "--json") == 3
        document = json.loads(capsys.readouterr().out)
        assert document["exit"] == 3
        (row,) = document["certificates"]
        assert (row["outcome"], row["trust"], row["sha256"]) == ("no_verdict", None, other.sha256)
        assert "environment_differs: version 4.99.0" in row["reason"]

    def test_signatures(self, tmp_path: Path, here: Certificate, capsys: pytest.CaptureFixture[str]) -> None:
        key, other = private_key(tmp_path, "a.pem"), private_key(tmp_path, "b.pem")
        wanted = sign(here, other).public_key
        assert verify(file_of(tmp_path, here, key), "--signed-by", wanted) == 1
        assert f"not_signed_by: {wanted}" in capsys.readouterr().out
        assert verify(file_of(tmp_path, here), "--signed-by", "abc") == 2
        forged = claim(here, dataclasses.replace(sign(here, key), public_key=wanted))
        file = tmp_path / "forged.cert"
        file.write_bytes(written(forged))
        assert verify(file) == 5

    def test_the_worst_decides(self, tmp_path: Path, here: Certificate) -> None:
        changed = tmp_path / "changed.cert"
        changed.write_bytes(file_of(tmp_path, here).read_bytes().replace(b"1 + 1 = 2", b"1 + 1 = 3"))
        assert verify(changed, tmp_path / "absent.cert") == 5

    def test_a_text_that_proves_nothing(
        self, tmp_path: Path, here: Certificate, capsys: pytest.CaptureFixture[str]
    ) -> None:
        forged = dataclasses.replace(here, text="theorem t : 1 + 1 = 3 := by decide\n")
        assert verify(file_of(tmp_path, forged)) == 1
        assert "does not stand" in capsys.readouterr().out

    def test_a_time_out_is_no_verdict(self, tmp_path: Path, here: Certificate) -> None:
        endless = "set_option maxHeartbeats 0\ntheorem t : 1 = 2 := by repeat skip\n"
        file = file_of(tmp_path, dataclasses.replace(here, text=endless))
        assert verify(file, "--timeout", "0.5") == 3

    def test_a_certificate_cannot_ask_for_more_than_its_reader_gives(
        self, tmp_path: Path, here: Certificate
    ) -> None:
        greedy = dataclasses.replace(here.limits, wall_ms=10**12, memory_bytes=1 << 50)
        endless = "set_option maxHeartbeats 0\ntheorem t : 1 = 2 := by repeat skip\n"
        file = file_of(tmp_path, dataclasses.replace(here, text=endless, limits=greedy))
        assert verify(file, "--timeout", "0.5") == 3

    def test_no_word_is_usage(self) -> None:
        assert verify() == 2
        assert verify("x.cert", "--timeout", "0") == 2
