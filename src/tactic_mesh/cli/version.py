"""`tactic-mesh version`: this program, its Python, and the Lean that it would use here."""

from __future__ import annotations

import os
import platform
from typing import Annotated

from cyclopts import Parameter

from tactic_mesh import __version__
from tactic_mesh.cli.terminal import LeanOptions, print_json
from tactic_mesh.errors import LeanUnavailable
from tactic_mesh.lean.toolchain import Toolchain, find_toolchain


def version(
    *,
    json: Annotated[bool, Parameter(help="Print one JSON document.", negative="")] = False,
    lean_options: LeanOptions = LeanOptions(),
) -> int:
    """The versions of this program and of the Lean that it would use here."""
    found: Toolchain | None = None
    problem = ""
    try:
        found = find_toolchain(
            lean_options.lean, lean_options.project, None, os.environ, insist=lean_options.insist
        )
    except LeanUnavailable as error:
        problem = str(error)
    if json:
        print_json(
            {
                "schema": "tactic-mesh/version@1",
                "tactic_mesh": __version__,
                "python": platform.python_version(),
                "lean": found.as_json() if found else None,
                "reason": problem or None,
            }
        )
        return 0
    print(f"tactic-mesh {__version__} (Python {platform.python_version()})")
    print(
        f"Lean {found.version}, commit {found.commit[:12]}, {found.kind}: {found.why}" if found else problem
    )
    return 0
