"""`lean` as a program out of the library: with `lean_main`, and step by step where it is not exported."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tactic_mesh.lean.build import BUILD_OPTIONS
from tactic_mesh.lean.command import EMBEDDED_OPTIONS, lean_command
from tactic_mesh.lean.launcher import UnknownOptionError, parse
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.sources import CORE_FOLDER
from tactic_mesh.lean.toolchain import Toolchain
from tactic_mesh.lean.variables import lean_environment

# The steps that the macOS build needs, run where both ways exist.
STEP_BY_STEP = """
import ctypes, os, sys
from tactic_mesh.lean.launcher import shell_main
code = shell_main(ctypes.CDLL(sys.argv[1], mode=ctypes.RTLD_GLOBAL), [os.fsencode(word) for word in sys.argv[2:]])
ctypes.CDLL(None).fflush(None)
os._exit(code)
"""


@pytest.fixture(params=["lean_main", "step by step"])
def lean(request: pytest.FixtureRequest, toolchain: Toolchain) -> list[str]:
    if request.param == "lean_main":
        return list(lean_command(toolchain))
    return [sys.executable, "-c", STEP_BY_STEP, str(toolchain.shared_library)]


def run(words: list[str], library: Library, text: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**lean_environment(library.path, {}), "PYTHONPATH": str(CORE_FOLDER.parents[2])}
    return subprocess.run(
        words, input=text, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_commit_and_version_reach_a_pipe(lean: list[str], toolchain: Toolchain, library: Library) -> None:
    ran = run([*lean, "--githash"], library)
    assert (ran.stdout, ran.stderr, ran.returncode) == (f"{toolchain.commit}\n", "", 0)
    assert run([*lean, "--version"], library).stdout.startswith("Lean (version 4.35.0, ")


def test_messages(lean: list[str], library: Library) -> None:
    good = run([*lean, *EMBEDDED_OPTIONS, "--json", "--stdin"], library, "theorem t : True := trivial\n")
    assert (good.stdout, good.returncode) == ("", 0)
    bad = run([*lean, *EMBEDDED_OPTIONS, "--json", "--stdin"], library, "theorem t : False := trivial\n")
    assert bad.returncode == 1
    assert json.loads(bad.stdout)["pos"] == {"line": 1, "column": 21}


def test_compiles_to_the_same_bytes(lean: list[str], library: Library, tmp_path: Path) -> None:
    out, name = tmp_path / "out.olean", "Init/Prelude/Types"
    source = (CORE_FOLDER / name).with_suffix(".lean")
    ran = run([*lean, *BUILD_OPTIONS, f"--root={CORE_FOLDER}", "-o", str(out), str(source)], library)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert out.read_bytes() == (library.path / name).with_suffix(".olean").read_bytes()


def test_a_file_that_is_not_there(lean: list[str], library: Library, tmp_path: Path) -> None:
    assert run([*lean, str(tmp_path / "none.lean")], library).returncode == 1


def test_a_bad_option(lean: list[str], library: Library) -> None:
    assert run([*lean, "--nonsense"], library).returncode != 0


def test_words() -> None:
    words = [b"-Da=b", b"-D", b"c=d", b"--root=x", b"-o", b"y", b"--json", b"f.lean", b"--threads=2", b"-j3"]
    assert list(parse(words)) == [
        ("D", b"a=b"),
        ("D", b"c=d"),
        ("R", b"x"),
        ("o", b"y"),
        ("J", None),
        ("", b"f.lean"),
        ("j", b"2"),
        ("j", b"3"),
    ]


def test_an_unknown_word() -> None:
    with pytest.raises(UnknownOptionError, match="--server"):
        list(parse([b"--server"]))
