"""A compiled module read as data agrees with Lean; bytes that Lean did not write are refused."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tactic_mesh.errors import MalformedModule
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.toolchain import Toolchain
from tactic_mesh.verify.olean import read_header, read_module
from tactic_mesh.verify.terms import Kind, Terms

SCRIPT = Path(__file__).parent / "agreement.py"


@pytest.fixture(scope="module")
def core(library: Library) -> bytes:
    return (library.path / "Init" / "Core.olean").read_bytes()


def test_every_module_of_the_library_reads_as_lean_reads_it(toolchain: Toolchain, library: Library) -> None:
    words = [sys.executable, str(SCRIPT), str(toolchain.shared_library), str(library.path)]
    ended = subprocess.run(
        words,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
        env={**os.environ, "PYTHONPATH": _source()},
    )
    found = json.loads(ended.stdout)
    assert found["differences"] == []
    assert found["modules"] == len(library.modules)
    assert found["constants"] > 10_000 and found["expressions"] > 20_000


def _source() -> str:
    return os.pathsep.join([str(Path(__file__).parents[1] / "src"), os.environ.get("PYTHONPATH", "")])


def test_the_header(toolchain: Toolchain, core: bytes) -> None:
    header = read_header(core)
    assert (header.lean_version, len(header.commit)) == ("4.35.0", 40)
    module = read_module(core, Terms())
    assert module.header == header
    assert module.imports and module.entries


def test_equal_terms_have_one_number(library: Library) -> None:
    terms = Terms()
    data = _some_module(library)
    first = read_module(data, terms)
    size = len(terms.exprs)
    second = read_module(data, terms)
    assert len(terms.exprs) == size and first.constants == second.constants
    assert any(constant.kind is Kind.THEOREM for constant in first.constants)


def _some_module(library: Library) -> bytes:
    return (library.path / "Init" / "PropLemmas.olean").read_bytes()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty", b""),
        ("text", b"theorem t : True := trivial\n"),
        ("header only", b"olean\x02\x01".ljust(96, b"\0")),
        ("another format", b"olean\x03\x01".ljust(200, b"\0")),
    ],
)
def test_what_is_no_module(name: str, data: bytes) -> None:
    with pytest.raises(MalformedModule):
        read_module(data, Terms())


def test_a_truncated_module(core: bytes) -> None:
    for size in range(96, len(core) - 8, 8):  # the last word says that no code is pointed to
        with pytest.raises(MalformedModule):
            read_module(core[:size], Terms())


def test_a_pointer_forwards(core: bytes) -> None:
    """An object that points to itself, or to one after it, would be a cycle or overlap its own."""
    (base, root) = struct.unpack_from("<QQ", core, 80)
    for target in (root, root + 8, base, base + 88, base + len(core)):
        forged = bytearray(core)
        struct.pack_into("<Q", forged, root - base + 8, target)
        with pytest.raises(MalformedModule):
            read_module(bytes(forged), Terms())
