"""The compiled library: built once, whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import imitation
import pytest

from tactic_mesh.errors import LibraryBuildFailed, StorageError, TamperingFound
from tactic_mesh.lean.build import BuildStep
from tactic_mesh.lean.library import Library, ensure_library, verify_library
from tactic_mesh.lean.sources import CORE_FOLDER, compile_order, header_imports, read_modules
from tactic_mesh.lean.toolchain import Toolchain, find_toolchain

SMALL = {
    "Init": "prelude\nimport Init.A\nimport Init.B\n",
    "Init/A": "prelude\nimport Init.Base\naxiom a : Truth\n",
    "Init/B": "prelude\nimport Init.Base\naxiom b : Truth\n",
    "Init/Base": "prelude\nuniverse u\nset_option genCtorIdx false in\ninductive Truth : Prop\n  | intro : Truth\n",
}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Four tiny modules in a diamond; they compile in half a second."""
    for name, text in SMALL.items():
        file = (tmp_path / "core" / name).with_suffix(".lean")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return tmp_path / "core"


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "TACTIC_MESH_CACHE": str(tmp_path / "cache")}


def build_script(sources: Path, body: str) -> list[str]:
    """A Python process that builds `sources`; `body` sees each step as `step`."""
    program = f"""
        import os, resource, signal, sys, time
        from pathlib import Path
        from tactic_mesh.errors import TacticMeshError
        from tactic_mesh.lean.library import ensure_library
        from tactic_mesh.lean.toolchain import embedded_toolchain

        toolchain = embedded_toolchain(os.environ)

        def progress(step):
            {body}

        try:
            library = ensure_library(toolchain, progress, sources=Path({str(sources)!r}), jobs=2)
        except TacticMeshError as error:
            sys.exit(f"{{type(error).__name__}}: {{error}}")
        """
    return [sys.executable, "-c", textwrap.dedent(program)]


def leftovers(cache: Path) -> list[str]:
    return [file.name for file in (cache / "lean").iterdir() if file.name.endswith(".building")]


class TestOnce:
    def test_built_once_with_every_step_told(
        self, toolchain: Toolchain, sources: Path, environ: dict[str, str]
    ) -> None:
        steps: list[BuildStep] = []
        library = ensure_library(toolchain, steps.append, environ=environ, sources=sources)
        assert [step.done for step in steps] == [0, 1, 2, 3, 4]
        assert steps[1].module == "Init.Base"
        assert steps[-1].module == "Init"
        assert sorted(library.modules) == ["Init", "Init.A", "Init.B", "Init.Base"]
        assert all((library.path / name).with_suffix(".olean").is_file() for name in SMALL)
        steps.clear()
        assert ensure_library(toolchain, steps.append, environ=environ, sources=sources) == library
        assert steps == []

    def test_its_identity_is_the_sources_and_the_lean(
        self, toolchain: Toolchain, sources: Path, environ: dict[str, str]
    ) -> None:
        first = ensure_library(toolchain, environ=environ, sources=sources)
        assert first.environment.as_json() == {
            "version": "4.35.0",
            "commit": toolchain.commit,
            "library": "tactic-mesh-core",
            "library_sha256": first.sha256,
        }
        (sources / "Init" / "A.lean").write_text("prelude\nimport Init.Base\naxiom a' : Truth\n")
        second = ensure_library(toolchain, environ=environ, sources=sources)
        assert second.sha256 != first.sha256
        assert second.path != first.path
        assert first.path.is_dir()

    def test_the_manifest_says_what_is_there(
        self, toolchain: Toolchain, sources: Path, environ: dict[str, str]
    ) -> None:
        library = ensure_library(toolchain, environ=environ, sources=sources)
        manifest = json.loads((library.path / "manifest.json").read_text())
        assert manifest["lean"] == {"version": "4.35.0", "commit": toolchain.commit}
        assert set(manifest["modules"]) == set(library.modules)
        entry = manifest["modules"]["Init.Base"]
        assert entry["size_bytes"] == (library.path / "Init/Base.olean").stat().st_size

    def test_only_the_user_can_write_it(
        self, toolchain: Toolchain, sources: Path, environ: dict[str, str]
    ) -> None:
        library = ensure_library(toolchain, environ=environ, sources=sources)
        for folder in (library.path, library.path.parent, library.path.parent.parent):
            assert folder.stat().st_mode & 0o077 == 0
        library.path.chmod(0o777)
        with pytest.raises(StorageError, match="another user"):
            ensure_library(toolchain, environ=environ, sources=sources)

    def test_libraries_that_nobody_uses_are_swept(
        self, toolchain: Toolchain, sources: Path, environ: dict[str, str]
    ) -> None:
        old = ensure_library(toolchain, environ=environ, sources=sources)
        month_ago = time.time() - 31 * 24 * 3600
        os.utime(old.path, (month_ago, month_ago))
        assert ensure_library(toolchain, environ=environ, sources=sources) == old
        assert old.path.stat().st_mtime > month_ago + 1000, "a use was not noted"
        os.utime(old.path, (month_ago, month_ago))
        (sources / "Init.lean").write_text("prelude\nimport Init.A\n")
        new = ensure_library(toolchain, environ=environ, sources=sources)
        assert new.path.is_dir()
        assert not old.path.exists()


class TestDamage:
    @pytest.fixture
    def built(self, toolchain: Toolchain, sources: Path, environ: dict[str, str]) -> Library:
        return ensure_library(toolchain, environ=environ, sources=sources)

    def test_an_intact_library_verifies(self, built: Library) -> None:
        verify_library(built)

    def test_a_changed_byte_is_found_when_asked(self, built: Library) -> None:
        file = built.path / "Init" / "A.olean"
        data = bytearray(file.read_bytes())
        data[-1] ^= 1
        file.write_bytes(data)
        with pytest.raises(TamperingFound, match=r"Init/A\.olean differ.*Delete that folder"):
            verify_library(built)

    def test_a_missing_manifest_is_found_when_asked(self, built: Library) -> None:
        (built.path / "manifest.json").unlink()
        with pytest.raises(TamperingFound, match="no readable manifest"):
            verify_library(built)

    @pytest.mark.parametrize("damage", ["truncate", "delete", "manifest", "empty_manifest", "module_list"])
    def test_a_library_that_is_not_whole_is_built_again(
        self, toolchain: Toolchain, sources: Path, environ: dict[str, str], built: Library, damage: str
    ) -> None:
        file, manifest = built.path / "Init" / "A.olean", built.path / "manifest.json"
        match damage:
            case "truncate":
                os.truncate(file, 100)
            case "delete":
                file.unlink()
            case "manifest":
                manifest.unlink()
            case "empty_manifest":
                manifest.write_text("{}")
            case _:
                content = json.loads(manifest.read_text())
                del content["modules"]["Init.A"]
                manifest.write_text(json.dumps(content))
        steps: list[BuildStep] = []
        assert ensure_library(toolchain, steps.append, environ=environ, sources=sources) == built
        assert steps[-1].done == 4
        verify_library(built)


class TestFailures:
    def test_leans_message_is_passed_on(
        self, toolchain: Toolchain, sources: Path, environ: dict[str, str], tmp_path: Path
    ) -> None:
        (sources / "Init" / "B.lean").write_text("prelude\nimport Init.Base\naxiom b : Truth Truth\n")
        with pytest.raises(LibraryBuildFailed, match=r"Init\.B \(exit 1\):(.|\n)*CoeFun"):
            ensure_library(toolchain, environ=environ, sources=sources)
        assert leftovers(tmp_path / "cache") == []

    def test_an_import_that_does_not_exist(
        self, toolchain: Toolchain, sources: Path, environ: dict[str, str]
    ) -> None:
        (sources / "Init" / "B.lean").write_text("prelude\nimport Init.Missing\n")
        with pytest.raises(LibraryBuildFailed, match=r"Init\.B imports Init\.Missing"):
            ensure_library(toolchain, environ=environ, sources=sources)

    def test_a_circle(self, toolchain: Toolchain, sources: Path, environ: dict[str, str]) -> None:
        (sources / "Init" / "Base.lean").write_text("prelude\nimport Init.A\n")
        with pytest.raises(LibraryBuildFailed, match=r"circle: Init, Init\.A, Init\.B, Init\.Base"):
            ensure_library(toolchain, environ=environ, sources=sources)

    def test_no_process_can_be_started(
        self,
        toolchain: Toolchain,
        sources: Path,
        environ: dict[str, str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr("sys.executable", "/nonexistent/python")
        with pytest.raises(LibraryBuildFailed, match="Cannot start the compiler"):
            ensure_library(toolchain, environ=environ, sources=sources)

    def test_a_file_where_the_cache_should_be(
        self, toolchain: Toolchain, sources: Path, tmp_path: Path, environ: dict[str, str]
    ) -> None:
        (tmp_path / "cache").write_text("")
        with pytest.raises(StorageError, match=rf"{tmp_path}/cache/lean.*TACTIC_MESH_CACHE=DIR"):
            ensure_library(toolchain, environ=environ, sources=sources)

    def test_a_cache_without_permission(
        self, toolchain: Toolchain, sources: Path, tmp_path: Path, environ: dict[str, str]
    ) -> None:
        if os.geteuid() == 0:
            pytest.skip("root may write everywhere; the test with a file in the way covers this path")
        (tmp_path / "cache").mkdir(mode=0o500)
        with pytest.raises(StorageError, match="Permission denied"):
            ensure_library(toolchain, environ=environ, sources=sources)

    def test_a_limit_on_files_reads_as_a_full_disk(
        self, sources: Path, environ: dict[str, str], tmp_path: Path
    ) -> None:
        body = "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))"
        ran = subprocess.run(
            build_script(sources, body), env=environ, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 1
        assert ran.stderr.startswith("StorageError: Cannot write to the cache folder")
        assert "TACTIC_MESH_CACHE=DIR" in ran.stderr
        assert leftovers(tmp_path / "cache") == []

    def test_a_full_disk(self, toolchain: Toolchain, sources: Path, tmp_path: Path) -> None:
        disk = tmp_path / "disk"
        disk.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=8k,mode=700", "tmpfs", str(disk)]
        if (
            shutil.which("mount") is None
            or subprocess.run(mount, capture_output=True, check=False).returncode
        ):
            pytest.skip("this user cannot mount a small file system")
        try:
            environ = {**os.environ, "TACTIC_MESH_CACHE": str(disk / "cache")}
            with pytest.raises(StorageError, match="Cannot write to the cache folder"):
                ensure_library(toolchain, environ=environ, sources=sources)
            assert leftovers(disk / "cache") == []
        finally:
            subprocess.run(["umount", "-l", str(disk)], check=True)


class TestTogether:
    def test_two_processes_at_once_compile_once(
        self, toolchain: Toolchain, sources: Path, environ: dict[str, str], tmp_path: Path
    ) -> None:
        command = build_script(
            sources, "print(step.module or ('wait' if step.waiting else 'begin'), flush=True)"
        )
        children = [
            subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for _ in range(3)
        ]
        outputs = [child.communicate(timeout=60) for child in children]
        assert [child.returncode for child in children] == [0, 0, 0], outputs
        compiled = [line for out, _ in outputs for line in out.split() if line.startswith("Init")]
        assert sorted(compiled) == ["Init", "Init.A", "Init.B", "Init.Base"]
        verify_library(ensure_library(toolchain, environ=environ, sources=sources))
        assert leftovers(tmp_path / "cache") == []

    def test_killed_in_the_middle(
        self, toolchain: Toolchain, sources: Path, environ: dict[str, str], tmp_path: Path
    ) -> None:
        body = "step.done == 2 and os.kill(os.getpid(), signal.SIGKILL)"
        ran = subprocess.run(build_script(sources, body), env=environ, capture_output=True, check=False)
        assert ran.returncode == -signal.SIGKILL
        assert len(leftovers(tmp_path / "cache")) == 1
        steps: list[BuildStep] = []
        library = ensure_library(toolchain, steps.append, environ=environ, sources=sources)
        assert steps[-1].done == 4
        verify_library(library)
        assert leftovers(tmp_path / "cache") == []

    def test_an_interrupt_leaves_nothing(
        self, sources: Path, environ: dict[str, str], tmp_path: Path
    ) -> None:
        body = "step.done == 1 and os.kill(os.getpid(), signal.SIGINT)"
        ran = subprocess.run(
            build_script(sources, body), env=environ, capture_output=True, text=True, check=False, timeout=30
        )
        assert ran.returncode == -signal.SIGINT
        assert "KeyboardInterrupt" in ran.stderr
        assert leftovers(tmp_path / "cache") == []

    def test_a_lock_that_is_never_given_back(
        self,
        toolchain: Toolchain,
        sources: Path,
        environ: dict[str, str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr("tactic_mesh.lean.library._LOCK_WAIT_S", 0.3)
        command = build_script(sources, "print('begin', flush=True); time.sleep(20)")
        with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE) as holder:
            assert holder.stdout is not None
            assert holder.stdout.readline() == b"begin\n"
            steps: list[BuildStep] = []
            with pytest.raises(StorageError, match="Another process has held"):
                ensure_library(toolchain, steps.append, environ=environ, sources=sources)
            holder.kill()
        assert steps == [BuildStep(0, 4, waiting=True)]


class TestSources:
    @pytest.mark.parametrize(
        ("text", "imports"),
        [
            ("import A\nimport B.C\n", ("A", "B.C")),
            ("prelude\nimport A", ("A",)),
            (
                "/- Copyright /- nested -/ import No -/\n-- import No\nmodule\nprelude\npublic import A\n",
                ("A",),
            ),
            (
                "public meta import A\nimport all B\n\n/-- import No -/\ntheorem t : True := trivial\nimport C",
                ("A", "B"),
            ),
            ("/-! import No", ()),
            ("theorem import_A : True := trivial", ()),
            ("", ()),
        ],
    )
    def test_header(self, text: str, imports: tuple[str, ...]) -> None:
        assert header_imports(text) == imports

    def test_the_core_library_is_complete_and_acyclic(self) -> None:
        modules = read_modules(CORE_FOLDER)
        order = compile_order(modules)
        assert set(order) == set(modules)
        assert order[-1] == "Init"
        for name, module in modules.items():
            assert all(order.index(need) < order.index(name) for need in module.imports)

    def test_every_module_is_reached_from_the_top(self) -> None:
        modules = read_modules(CORE_FOLDER)
        reached, waiting = set[str](), ["Init"]
        while waiting:
            name = waiting.pop()
            if name not in reached:
                reached.add(name)
                waiting.extend(modules[name].imports)
        assert reached == set(modules), "import it in Init.lean, or nobody will see it"


def test_the_core_library_itself(toolchain: Toolchain, library: Library) -> None:
    verify_library(library)
    assert "Init" in library.modules
    assert ensure_library(toolchain) == library


def test_an_installed_lean_has_its_own(
    toolchain: Toolchain, library: Library, environ: dict[str, str], tmp_path: Path
) -> None:
    lean = imitation.install(tmp_path / "installed", toolchain, library)
    found = find_toolchain(str(lean), None, None, environ)
    own = ensure_library(found, environ=environ)
    assert (own.path, own.name) == (tmp_path / "installed/lib/lean", "Lean 4.35.0")
    assert set(own.modules) == set(library.modules)
    assert own.sha256 not in ("", library.sha256)
    project = imitation.make_project(tmp_path / "project")
    with_project = ensure_library(find_toolchain(str(lean), project, None, environ), environ=environ)
    assert with_project.name == "lake project project"
    (project / "lake-manifest.json").write_text("{}")
    pinned = ensure_library(find_toolchain(str(lean), project, None, environ), environ=environ)
    assert len({own.sha256, with_project.sha256, pinned.sha256}) == 3
