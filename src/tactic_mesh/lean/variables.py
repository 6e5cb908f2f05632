"""The environment variables of a Lean child."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_INHERITED = (
    "PATH",
    "HOME",
    "TMPDIR",
    "TERM",
    "LANG",
    "LC_ALL",
    "ELAN_HOME",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
)


def lean_environment(
    search_path: Path | None, environ: Mapping[str, str], *, own_temporary: bool = False
) -> dict[str, str]:
    """The variables of a Lean child: few, so that no secret of the user's environment reaches it.

    `search_path` is where modules are looked for first; None leaves that to Lean (or to lake). With `own_temporary`
    the child has a temporary folder of its own, and does not hear of the user's.
    """
    kept = {name: environ[name] for name in _INHERITED if name in environ}
    if own_temporary:
        kept.pop("TMPDIR", None)
    # A failed assertion inside Lean prints hundreds of lines of native stack otherwise.
    kept["LEAN_BACKTRACE"] = "0"
    if search_path is not None:
        kept["LEAN_PATH"] = str(search_path)
    return kept
