"""What the compiled core library holds: every constant of every module, and the constants that it is made of.

`inventory` asks a process of its own (`python -m tactic_mesh.lean.inventory LIBRARY CORE MODULE…`), because whoever
loads the Lean library cannot unload it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tactic_mesh.errors import LeanUnavailable
from tactic_mesh.lean.calls import ModuleConstant, Runtime, load_library
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.toolchain import Toolchain

PACKAGE_ROOT = Path(__file__).resolve().parents[2]
INVENTORY_WALL_S = 120.0
_LAST_WORDS_CHARS = 500


@dataclass(frozen=True, slots=True)
class Holding:
    """A constant and the module that declares it."""

    module: str
    constant: ModuleConstant


def inventory(toolchain: Toolchain, library: Library) -> Iterator[Holding]:
    """Every constant of the core library, module by module, in the order of their names.

    Raises: LeanUnavailable if there is no embedded Lean, or it cannot read the modules.
    """
    if toolchain.shared_library is None:
        raise LeanUnavailable("only the embedded Lean can read its compiled modules in process")
    places = (str(toolchain.shared_library), str(library.path))
    try:
        ran = subprocess.run(
            [sys.executable, "-P", "-m", "tactic_mesh.lean.inventory", *places, *sorted(library.modules)],
            env={**os.environ, "PYTHONPATH": str(PACKAGE_ROOT)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=INVENTORY_WALL_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise LeanUnavailable(f"reading the compiled modules took over {INVENTORY_WALL_S:g} s") from error
    if ran.returncode != 0:
        words = ran.stderr.decode("utf-8", "replace")[-_LAST_WORDS_CHARS:]
        raise LeanUnavailable(f"the compiled modules cannot be read (exit {ran.returncode}): {words}")
    for line in ran.stdout.decode().split("\n"):
        if line:
            module, name, kind, internal, unsafe, uses = json.loads(line)
            yield Holding(module, ModuleConstant(name, kind, internal, unsafe, tuple(uses)))


def main() -> None:
    library, core, *modules = sys.argv[1:]
    runtime = Runtime(load_library(Path(library)))
    for module in modules:
        file = (Path(core) / Path(*module.split("."))).with_suffix(".olean")
        for constant in sorted(runtime.module_constants(file), key=lambda constant: constant.name):
            facts = (constant.name, constant.kind, constant.internal, constant.unsafe, constant.uses)
            print(json.dumps([module, *facts]))
    # Lean's threads need no farewell.
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
