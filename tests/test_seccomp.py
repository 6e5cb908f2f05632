"""The system-call filter, tried from inside."""

from __future__ import annotations

import errno
import json
import platform
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tactic_mesh.sandbox import seccomp

pytestmark = pytest.mark.skipif(not seccomp.supported(), reason="no filter for this machine")
LOCKED = Path(__file__).with_name("locked.py")


def attempts(policy: str, folder: Path) -> dict[str, Any]:
    folder.mkdir()
    (folder / "note").write_text("a note")
    done = subprocess.run(
        [sys.executable, str(LOCKED), policy, str(folder)], capture_output=True, timeout=120, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def none(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return attempts("none", tmp_path_factory.mktemp("locked") / "none")


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return attempts("read", tmp_path_factory.mktemp("locked") / "read")


@pytest.mark.parametrize("policy", ["none", "read"])
def test_what_is_refused(policy: str, request: pytest.FixtureRequest) -> None:
    refused = request.getfixturevalue(policy)["refused"]
    assert len(refused) > 20
    assert {name: found for name, found in refused.items() if found != {"errno": errno.EPERM}} == {}


@pytest.mark.parametrize("policy", ["none", "read"])
def test_what_works(policy: str, request: pytest.FixtureRequest) -> None:
    allowed = request.getfixturevalue(policy)["allowed"]
    assert len(allowed) > 5
    assert {name: found for name, found in allowed.items() if "returned" not in found} == {}
    assert allowed["through a pipe"] == {"returned": "ping"}


def test_reading_is_a_policy(none: dict[str, Any], read: dict[str, Any]) -> None:
    assert none["reading"] == {"read": {"errno": errno.EPERM}, "stat": {"errno": errno.EPERM}}
    assert read["reading"] == {"read": {"returned": "a note"}, "stat": {"returned": 6}}


@pytest.mark.parametrize("policy", ["none", "read"])
def test_what_is_not_named_is_refused(policy: str, request: pytest.FixtureRequest) -> None:
    """Every number that the kernel could know, with arguments that it could act upon."""
    assert request.getfixturevalue(policy)["everything else"] == []


def test_threads_from_before_are_filtered_too(none: dict[str, Any]) -> None:
    assert none["a thread from before"] == [{"errno": errno.EPERM}]


def ends_with(code: str) -> int:
    """The exit code of a process that locks itself down and then runs `code`."""
    text = f"import os, ctypes, mmap\nfrom tactic_mesh.sandbox import seccomp\nseccomp.lock_down()\n{code}"
    return subprocess.run(
        [sys.executable, "-c", text], capture_output=True, timeout=60, check=False
    ).returncode


def test_a_process_may_end_itself() -> None:
    assert ends_with("os._exit(7)") == 7
    assert ends_with("os.abort()") == -signal.SIGABRT


@pytest.mark.skipif(platform.machine() != "x86_64", reason="the other way into the kernel is of x86-64 alone")
def test_the_32_bit_way_into_the_kernel_is_closed() -> None:
    # mov eax, 20 (getpid of the other table); int 0x80; ret
    code = """
memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
memory.write(bytes([0xB8, 20, 0, 0, 0, 0xCD, 0x80, 0xC3]))
address = ctypes.addressof(ctypes.c_char.from_buffer(memory))
ctypes.CFUNCTYPE(ctypes.c_long)(address)()
os._exit(0)
"""
    assert ends_with(code) < 0
