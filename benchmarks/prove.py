"""Time from the command to its answer: `python benchmarks/prove.py [--runs N]`.

Measures the product as a user meets it, in new processes: `prove` with an empty cache (the core library is compiled)
and with a warm one, `--help`, the import of the package; and the size of what the first run leaves in the cache.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.machine import header

STATEMENT = "∀ n : Nat, n + 0 = n"
COMMAND = [sys.executable, "-m", "tactic_mesh.cli.main"]


def timed(words: list[str], cache: Path) -> float:
    """Seconds that one command takes, in an environment with this cache."""
    environment = {**os.environ, "TACTIC_MESH_CACHE": str(cache)}
    started = time.perf_counter()
    subprocess.run(words, env=environment, check=True, capture_output=True, timeout=600)
    return time.perf_counter() - started


def folder_bytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def row(what: str, times_s: list[float]) -> str:
    ordered = sorted(times_s)
    return f"| {what} | {ordered[0]:.3f} | {statistics.median(ordered):.3f} | {ordered[-1]:.3f} | {len(ordered)} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    print(header("benchmarks/prove.py"))
    print("| what | min s | median s | max s | runs |\n| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        prove = [*COMMAND, "prove", STATEMENT]
        print(row("prove, empty cache", [timed(prove, cache)]))
        print(row("prove, warm cache", [timed(prove, cache) for _ in range(runs)]))
        print(row("--help", [timed([*COMMAND, "--help"], cache) for _ in range(runs)]))
        bare = [timed([sys.executable, "-c", "pass"], cache) for _ in range(runs)]
        imported = [timed([sys.executable, "-c", "import tactic_mesh"], cache) for _ in range(runs)]
        print(row("python -c pass", bare))
        print(row("python -c 'import tactic_mesh'", imported))
        print(f"\nCache after the first run: {folder_bytes(cache) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
