"""Which toolchains elan has installed, read from its folders.

elan itself is never run: its proxies download a toolchain that is missing, and a prover that was asked for a
proof should not fetch half a gigabyte unasked.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from tactic_mesh.lean.soundness import Version, parse_version

_ORIGIN = "leanprover/lean4"
_CHANNELS = ("stable", "beta", "nightly")
_NO_VERSION = Version(0, 0, 0)


def elan_home(environ: Mapping[str, str]) -> Path:
    named = environ.get("ELAN_HOME")
    if named:
        return Path(named)
    home = environ.get("HOME")
    return (Path(home) if home else Path.home()) / ".elan"


def is_proxy(lean: Path) -> bool:
    """Whether this `lean` is elan's proxy: it sits beside `elan` and is the same program under another name."""
    elan = lean.with_name("elan")
    try:
        return elan.exists() and (lean.samefile(elan) or lean.stat().st_size == elan.stat().st_size)
    except OSError:
        return False


def toolchain_folder(name: str, environ: Mapping[str, str]) -> Path | None:
    """The installed toolchain that `name` (`leanprover/lean4:v4.34.1`, `4.34.1`, `stable`) means, if any."""
    toolchains = elan_home(environ) / "toolchains"
    for candidate in _candidates(name.strip()):
        folder = toolchains / candidate.replace("/", "--").replace(":", "---")
        if (folder / "bin" / "lean").is_file():
            return folder
    origin, _, channel = name.strip().rpartition(":")
    if channel in _CHANNELS and origin in ("", _ORIGIN):
        return _newest(toolchains, stable=channel == "stable")
    return None


def installed_toolchains(environ: Mapping[str, str]) -> tuple[Path, ...]:
    """The folders of all toolchains that elan has."""
    return tuple(sorted(lean.parents[1] for lean in (elan_home(environ) / "toolchains").glob("*/bin/lean")))


def default_toolchain(environ: Mapping[str, str]) -> str | None:
    """The toolchain that elan uses outside of projects: `ELAN_TOOLCHAIN`, or the one in its settings."""
    named = environ.get("ELAN_TOOLCHAIN")
    if named:
        return named
    try:
        settings = tomllib.loads((elan_home(environ) / "settings.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    default = settings.get("default_toolchain")
    return default if isinstance(default, str) else None


def _candidates(name: str) -> tuple[str, ...]:
    if not name or name.startswith(".") or "\0" in name:
        return ()
    if ":" in name:
        return (name,)
    return (name, f"{_ORIGIN}:{name}", f"{_ORIGIN}:v{name}", f"{_ORIGIN}-nightly:{name}")


def _newest(toolchains: Path, *, stable: bool) -> Path | None:
    found: list[tuple[Version, Path]] = []
    for folder in toolchains.glob(f"{_ORIGIN.replace('/', '--')}---*"):
        version = parse_version(folder.name.rpartition("---")[2])
        if (
            version is not None
            and not (stable and version.prerelease)
            and (folder / "bin" / "lean").is_file()
        ):
            found.append((version, folder))
    return max(found, default=(_NO_VERSION, None), key=lambda pair: pair[0])[1]
