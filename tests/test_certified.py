"""From a file to its certificate and back, with the real Lean: what is written is verified, what is forged is not."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from test_certificate import private_key

from tactic_mesh.cli.main import run
from tactic_mesh.lean.cache import CACHE_VARIABLE
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import COLD_VARIABLE
from tactic_mesh.theorem import Trust
from tactic_mesh.verify.certificate import Certificate, claim, read_claim, written
from tactic_mesh.verify.checked import Exported
from tactic_mesh.verify.signing import require_genuine

GOOD = "theorem t (p q : Prop) : p ∧ q → q ∧ p := fun h => ⟨h.2, h.1⟩\n"
CLASSICAL = "theorem t (p : Prop) : p ∨ ¬p := Classical.em p\n"
Run = Callable[..., int]

pytestmark = pytest.mark.usefixtures("library")


@pytest.fixture
def own_store(tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own, with the compiled library in it, so that nothing was found before."""
    cache = tmp_path / "cache"
    cache.mkdir(mode=0o700)
    (cache / "lean").symlink_to(library.path.parent)
    monkeypatch.setenv(CACHE_VARIABLE, str(cache))
    return cache


@pytest.fixture
def certified(tmp_path: Path) -> Callable[..., Certificate]:
    """Check a text with the command; the certificate that it wrote."""

    return lambda text, *words: _certified(tmp_path, text, *words)


def _certified(folder: Path, text: str, *words: object) -> Certificate:
    source, place = folder / "source.lean", folder / "source.cert"
    source.write_text(text, encoding="utf-8")
    assert run(["check", str(source), "--certificate", str(place), *map(str, words)]) == 0
    return read_claim(place.read_bytes()).certificate


@pytest.fixture(scope="module")
def made(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    assert library.modules
    return _certified(tmp_path_factory.mktemp("made"), CLASSICAL)


def verify(folder: Path, certificate: Certificate, *words: object) -> int:
    file = folder / "claim.cert"
    file.write_bytes(written(claim(certificate)))
    return run(["verify", str(file), *map(str, words)])


class TestRoundTrip:
    def test_a_checked_file(self, tmp_path: Path, certified: Callable[..., Certificate], capsys: Any) -> None:
        made = certified("\n\n" + CLASSICAL.replace("\n", "\r\n"))
        assert (made.text, made.theorems, made.statement, made.trust) == (CLASSICAL, ("t",), None, "replayed")
        assert set(made.axioms) == {"Classical.choice", "propext", "Quot.sound"}
        assert verify(tmp_path, made) == 0
        assert "verified, trust replayed" in capsys.readouterr().out

    @pytest.mark.parametrize("trust", ["audited", "replayed"])
    def test_each_rung(self, tmp_path: Path, certified: Callable[..., Certificate], trust: str) -> None:
        made = certified(GOOD, "--trust", trust, "--fresh")
        assert made.trust == trust
        assert verify(tmp_path, made) == 0

    def test_a_trusted_statement(self, tmp_path: Path, certified: Callable[..., Certificate]) -> None:
        statement = tmp_path / "statement.lean"
        statement.write_text("def double (n : Nat) := n + n\ntheorem t : double 2 = 4 := sorry\n")
        made = certified(
            "def double (n : Nat) := n + n\ntheorem t : double 2 = 4 := rfl\n", "--statement", statement
        )
        assert made.statement == statement.read_text()
        assert verify(tmp_path, made) == 0
        other = dataclasses.replace(made, statement=made.statement.replace("n + n", "n + n + 0"))
        assert verify(tmp_path, other) in (1, 5)

    def test_a_found_proof(self, tmp_path: Path) -> None:
        key, place = private_key(tmp_path), tmp_path / "found.cert"
        words = ["prove", "∀ n : Nat, n + 0 = n", "--certificate", str(place), "--sign", str(key)]
        assert run(words) == 0
        claimed = read_claim(place.read_bytes())
        require_genuine(claimed)
        assert claimed.certificate.statement is not None
        assert claimed.certificate.theorems == ("claim",)
        public = claimed.signatures[0].public_key
        assert run(["verify", str(place), "--signed-by", public]) == 0

    def test_the_theorem_of_a_file(self, tmp_path: Path) -> None:
        source, place = tmp_path / "source.lean", tmp_path / "found.cert"
        source.write_text(
            "namespace A\ndef two := 2\ntheorem t : two = 2 := by\n  sorry\ntheorem u : two + 0 = 2 := rfl\nend A\n"
        )
        assert run(["prove", str(source), "--certificate", str(place)]) == 0
        made = read_claim(place.read_bytes()).certificate
        assert made.theorems == ("A.t",) and "theorem u" in made.text
        assert run(["verify", str(place)]) == 0

    def test_several_files(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        folder = tmp_path / "certificates"
        folder.mkdir()
        files = [tmp_path / "a.lean", tmp_path / "b.lean"]
        files[0].write_text(GOOD)
        files[1].write_text("theorem t : 1 = 2 := by decide\n")
        assert run(["check", *map(str, files), "--certificate", str(folder), "--json"]) == 1
        document = json.loads(capsys.readouterr().out)
        assert [row["certificate"] for row in document["files"]] == [str(folder / "a.lean.cert"), None]
        assert [file.name for file in folder.iterdir()] == ["a.lean.cert"]

    def test_a_certificate_that_cannot_be_written_costs_no_verdict(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        files = [tmp_path / "a.lean", tmp_path / "b.lean"]
        for file in files:
            file.write_text("theorem t : 1 + 1 = 2 := rfl\n", encoding="utf-8")
        assert run(["check", *map(str, files), "--certificate", "/proc"]) == 3
        told = capsys.readouterr()
        assert [line.partition(": ")[2][:22] for line in told.out.splitlines()] == [
            "proved, trust replayed"
        ] * 2
        assert told.err.count("error: the certificate /proc/") == 2


class TestForgeries:
    """Whoever can write bytes can write a certificate with the right digest; doing the work again tells."""

    @pytest.mark.parametrize(
        ("change", "exit_code"),
        [
            ({"text": "theorem t : 1 = 2 := by decide\n"}, 1),
            ({"text": "theorem t (p : Prop) : p ∨ ¬p := sorry\n"}, 1),
            ({"text": "axiom foo : False\ntheorem t (p : Prop) : p ∨ ¬p := foo.elim\n"}, 1),
            ({"text": GOOD}, 5),
            ({"axioms": ()}, 5),
            ({"theorems": ("u",)}, 5),
            ({"theorems": ("t", "u")}, 5),
            ({"asked": ("u",)}, 1),
            ({"statement_sha256": "0" * 64}, 5),
            ({"exported": ()}, 5),
            ({"exported": (Exported("t", "theorem", "0" * 64),)}, 5),
            ({"trust": Trust.INDEPENDENT}, 3),
            ({"statement": "theorem t (p : Prop) : ¬p ∨ p := sorry\n"}, 1),
        ],
    )
    def test_a_claim_that_is_not_so(
        self, tmp_path: Path, made: Certificate, change: dict[str, Any], exit_code: int
    ) -> None:
        assert verify(tmp_path, dataclasses.replace(made, **change)) == exit_code

    def test_another_environment_on_request(
        self, tmp_path: Path, made: Certificate, capsys: pytest.CaptureFixture[str]
    ) -> None:
        elsewhere = dataclasses.replace(
            made, environment=dataclasses.replace(made.environment, library_sha256="0" * 64)
        )
        assert verify(tmp_path, elsewhere) == 3
        assert verify(tmp_path, elsewhere, "--any-environment") == 0
        assert "in another environment: library_sha256" in capsys.readouterr().out
        wrong = dataclasses.replace(elsewhere, text="theorem t : 1 = 2 := by decide\n")
        assert verify(tmp_path, wrong, "--any-environment") == 1

    def test_the_store_is_not_read(
        self, own_store: Path, tmp_path: Path, made: Certificate, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "source.lean").write_text(CLASSICAL)
        assert run(["check", str(tmp_path / "source.lean")]) == 0
        kept = {file: file.read_bytes() for file in (own_store / "verdicts").iterdir()}
        assert verify(tmp_path, made) == 0
        assert {file: file.read_bytes() for file in (own_store / "verdicts").iterdir()} == kept
        capsys.readouterr()


class TestWhereTo:
    @pytest.mark.parametrize(
        "words",
        [
            ["--certificate", "/no/such/folder/c.cert"],
            ["--sign", "key.pem"],
            ["--certificate", "c.cert", "--sign", "absent.pem"],
            ["--certificate", "c.cert", "--trust", "elaborated"],
        ],
    )
    def test_usage(self, tmp_path: Path, words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "a.lean").write_text(GOOD)
        assert run(["check", "a.lean", *words]) == 2
        assert [file.name for file in tmp_path.iterdir()] == ["a.lean"]

    def test_several_files_need_a_folder_and_names_of_their_own(self, tmp_path: Path) -> None:
        for folder in ("x", "y"):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "a.lean").write_text(GOOD)
        files = [str(tmp_path / folder / "a.lean") for folder in ("x", "y")]
        assert run(["check", *files, "--certificate", str(tmp_path / "c.cert")]) == 2
        assert run(["check", *files, "--certificate", str(tmp_path)]) == 2

    def test_a_found_proof_is_printed_though_its_certificate_cannot_be_written(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        place = tmp_path / "found.cert"
        (tmp_path / ".found.cert.partial").mkdir()  # in the way
        assert run(["prove", "1 + 1 = 2", "--certificate", str(place)]) == 3
        out, err = capsys.readouterr()
        assert "theorem claim" in out and "cannot be written" in err
        assert not place.exists()

    def test_a_lean_that_cannot_audit_makes_none(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv(COLD_VARIABLE, "1")
        (tmp_path / "a.lean").write_text(GOOD)
        words = ["check", str(tmp_path / "a.lean")]
        assert run([*words, "--certificate", str(tmp_path / "a.cert")]) == 3
        assert "unavailable" in capsys.readouterr().out
        assert not (tmp_path / "a.cert").exists()
        assert run(words) == 0


class TestFoundBefore:
    def test_the_second_check_is_none(self, own_store: Path, tmp_path: Path, capsys: Any) -> None:
        source, place = tmp_path / "a.lean", tmp_path / "a.cert"
        source.write_text(GOOD)

        def check(*words: str) -> tuple[bool, int]:
            assert run(["check", str(source), "--json", *words]) == 0
            document = json.loads(capsys.readouterr().out)
            return document["files"][0]["cached"], document["spent"]["checks"]

        assert check() == (False, 1)
        assert check() == (True, 0)
        assert check("--fresh") == (False, 1)
        # The certificate is of the check that was made, and is verified like any other.
        assert check("--certificate", str(place)) == (True, 0)
        assert run(["verify", str(place)]) == 0
        capsys.readouterr()
        source.write_text(GOOD + "-- changed\n")
        assert check() == (False, 1)

    def test_a_store_that_cannot_be_opened(self, own_store: Path, tmp_path: Path, capsys: Any) -> None:
        (own_store / "verdicts").touch()
        source = tmp_path / "a.lean"
        source.write_text(GOOD)
        assert run(["check", str(source)]) == 0
        assert "verdicts are not stored" in capsys.readouterr().err
