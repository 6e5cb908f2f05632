"""Work on the core library: compile it incrementally, run files against it.

    python tools/core.py build OUT            compile what changed into OUT, in parallel
    python tools/core.py run OUT FILE…        Lean's messages about each file, as text
    python tools/core.py run OUT --json FILE  the same as JSON lines

The product compiles the library through `tactic_mesh.lean.library`; this script serves whoever edits the
library: it keeps the modules that are unchanged, goes on after a failure, and prints all that Lean says.
"""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "src"))

from tactic_mesh.lean.build import Build, Compiled, silent
from tactic_mesh.lean.command import EMBEDDED_OPTIONS, NATIVE_OFF, cores, lean_command
from tactic_mesh.lean.sources import chain_digests, read_modules
from tactic_mesh.lean.toolchain import embedded_toolchain
from tactic_mesh.lean.variables import lean_environment

OPTIONS = (NATIVE_OFF,)
"""The product's without the one that turns the linters off. Compiled modules are the same."""
RUN_WAIT_S = 120.0
OUTPUT_CHARS_MAX = 6000


def build(out: pathlib.Path) -> bool:
    toolchain, modules, started = embedded_toolchain(os.environ), read_modules(), time.perf_counter()
    digests = chain_digests(modules, "\n".join([toolchain.commit, *OPTIONS]))
    stamps = {name: (out / module.compiled).with_suffix(".digest") for name, module in modules.items()}

    def report(compiled: Compiled) -> None:
        if compiled.exit_code == 0:
            stamps[compiled.module].write_text(digests[compiled.module])
            print(compiled.output, end="\n" if compiled.output else "")
        else:
            print(f"--- {compiled.module} failed\n{compiled.output[:OUTPUT_CHARS_MAX]}")

    done = {
        name
        for name, stamp in stamps.items()
        if (out / modules[name].compiled).exists() and stamp.exists() and stamp.read_text() == digests[name]
    }
    run = Build(toolchain, modules, out, silent, os.environ, cores(), done, OPTIONS, True, report)
    run.run()
    failed = len(modules) - len(run.done)
    print(f"{len(run.done)} modules, {failed} failed, {time.perf_counter() - started:.1f} s")
    return failed == 0


def run(out: pathlib.Path, flags: list[str], files: list[str]) -> int:
    toolchain, worst = embedded_toolchain(os.environ), 0
    for file in files:
        ran = subprocess.run(
            [*lean_command(toolchain), *EMBEDDED_OPTIONS, *flags, file],
            env=lean_environment(out, os.environ),
            capture_output=True,
            text=True,
            timeout=RUN_WAIT_S,
            check=False,
        )
        print(ran.stdout + ran.stderr, end="")
        worst = max(worst, abs(ran.returncode))
    return worst


def main() -> int:
    match sys.argv[1:]:
        case ["build", out]:
            return 0 if build(pathlib.Path(out).resolve()) else 1
        case ["run", out, *rest]:
            flags, files = [w for w in rest if w.startswith("-")], [w for w in rest if not w.startswith("-")]
            return run(pathlib.Path(out).resolve(), flags, files)
        case _:
            print(__doc__)
            return 2


if __name__ == "__main__":
    sys.exit(main())
