"""Limits: what counts as one, and that the kernel enforces them on the process that set them."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactic_mesh.lean.process import LIMITER
from tactic_mesh.sandbox.limits import Limits

BOUNDS = ("wall_s", "cpu_s", "memory_bytes", "output_bytes")


def run(
    code: str, apply: str = "Limits(), cpu=True, file_bytes=1 << 20, stack_bytes=0"
) -> subprocess.CompletedProcess[str]:
    """`code` in a process that has applied limits to itself."""
    text = f"""
import os, resource, signal
from tactic_mesh.sandbox.limits import Limits, apply
apply({apply})
{code}
"""
    return subprocess.run(
        [sys.executable, "-c", text], capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("bound", BOUNDS)
@given(value=st.integers(max_value=0))
def test_a_limit_is_positive(bound: str, value: int) -> None:
    with pytest.raises(ValueError, match=f"{bound} must be positive"):
        Limits(**{bound: value})


@given(st.floats(min_value=1e-9, max_value=1e9), st.integers(1, 10**6), st.integers(1), st.integers(1))
def test_positive_limits_are_accepted(wall_s: float, cpu_s: int, memory: int, output: int) -> None:
    limits = Limits(wall_s, cpu_s, memory, output)
    assert (limits.wall_s, limits.cpu_s, limits.memory_bytes, limits.output_bytes) == (
        wall_s,
        cpu_s,
        memory,
        output,
    )


def test_memory() -> None:
    code = """
try:
    bytearray(300 << 20)
    print("allocated")
except MemoryError:
    print("refused")
"""
    assert (
        run(code, "Limits(memory_bytes=200 << 20), cpu=True, file_bytes=1, stack_bytes=0").stdout
        == "refused\n"
    )
    assert (
        run(code, "Limits(memory_bytes=400 << 20), cpu=True, file_bytes=1, stack_bytes=0").stdout
        == "allocated\n"
    )


def test_processor_time() -> None:
    endless = "while True: pass"
    assert (
        run(endless, "Limits(cpu_s=1), cpu=True, file_bytes=1, stack_bytes=0").returncode == -signal.SIGXCPU
    )


def test_processor_time_can_be_left_out() -> None:
    code = "print(resource.getrlimit(resource.RLIMIT_CPU)[0] == resource.RLIM_INFINITY)"
    expected = resource.getrlimit(resource.RLIMIT_CPU)[0] == resource.RLIM_INFINITY
    assert run(code, "Limits(cpu_s=1), cpu=False, file_bytes=1, stack_bytes=0").stdout == f"{expected}\n"


def test_the_size_of_files(tmp_path: Path) -> None:
    code = f"""
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
descriptor = os.open({str(tmp_path / "file")!r}, os.O_WRONLY | os.O_CREAT)
for _ in range(5):
    os.write(descriptor, b"x" * 100)
"""
    assert run(code, "Limits(), cpu=True, file_bytes=250, stack_bytes=0").returncode == -signal.SIGXFSZ
    assert (tmp_path / "file").stat().st_size == 250


def test_no_core_files() -> None:
    assert run("print(resource.getrlimit(resource.RLIMIT_CORE))").stdout == "(0, 0)\n"


def test_limits_are_for_good() -> None:
    """Root may raise them again, until the filter takes that away; anybody else may not."""
    code = """
apply(Limits(memory_bytes=2 << 30), cpu=False, file_bytes=10, stack_bytes=0)
apply(Limits(memory_bytes=4 << 30), cpu=False, file_bytes=1 << 30, stack_bytes=0)
print(resource.getrlimit(resource.RLIMIT_DATA)[1], resource.getrlimit(resource.RLIMIT_FSIZE))
"""
    assert run(code).stdout == f"{2 << 30} (10, 10)\n"


def test_the_limiter_sets_them_before_the_program_starts() -> None:
    words = f"{resource.RLIMIT_FSIZE}=100:200,{resource.RLIMIT_CORE}=0:0"
    program = "import resource as r; print(r.getrlimit(r.RLIMIT_FSIZE), r.getrlimit(r.RLIMIT_CORE))"
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(LIMITER), words, sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout == "(100, 200) (0, 0)\n"
