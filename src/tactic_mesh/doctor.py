"""What this machine has for proving theorems, what is missing, and the remedy for each.

`examine` looks and reports; it compiles nothing, and writes nothing but digests and a file that it removes
again, both in the cache folder. Rooms above this one add their own findings as probes.
"""

from __future__ import annotations

import enum
import importlib.metadata
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tactic_mesh.errors import LeanUnavailable, StorageError, TacticMeshError, TamperingFound, UntrustedLean
from tactic_mesh.lean import elan, embedded
from tactic_mesh.lean.cache import CACHE_VARIABLE, cache_folder, private_folder, storing
from tactic_mesh.lean.command import reported_commit
from tactic_mesh.lean.digests import file_sha256
from tactic_mesh.lean.library import find_library, verify_library
from tactic_mesh.lean.open import COLD_VARIABLE
from tactic_mesh.lean.toolchain import (
    Kind,
    Toolchain,
    embedded_toolchain,
    find_toolchain,
    installed_toolchains,
)
from tactic_mesh.sandbox import probe
from tactic_mesh.sandbox import run as sandbox
from tactic_mesh.sandbox.policy import Layer, Promise

_CONFINED_BY = {
    Layer.BUBBLEWRAP: "a program gets a machine of its own",
    Layer.NAMESPACES: "the same, made here",
    Layer.LANDLOCK: "only files that are named; also for Lean's command line in a fork",
    Layer.SECCOMP: "fewer system calls; also for Lean's forked children, which can open no file",
}
FREE_BYTES_MIN = 200 << 20
_DISTRIBUTION = "tactic-mesh"
_PYTHON_MIN = (3, 11)
_REQUIREMENT = re.compile(
    r"\s*(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*).*?;.*\bextra\s*==\s*[\"'](?P<extra>[^\"']+)"
)
KEY_VARIABLES = (
    "ANTHROPIC_API_KEY",
    "DEEPSEEK_API_KEY",
    "GEMINI_API_KEY",
    "GOOGLE_API_KEY",
    "HF_TOKEN",
    "OPENAI_API_KEY",
)


class Status(enum.StrEnum):
    OK = "ok"
    WARN = "warn"
    """There, with a drawback that `detail` names."""
    MISSING = "missing"
    """Not there or not usable; what needs it cannot run."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report. `remedy` is empty where there is nothing to do."""

    name: str
    status: Status
    detail: str
    remedy: str = ""

    def as_json(self) -> dict[str, str]:
        return {"name": self.name, "status": self.status, "detail": self.detail, "remedy": self.remedy}


Probe = Callable[[], Iterable[Finding]]


def examine(
    environ: Mapping[str, str],
    *,
    lean: str | None = None,
    project: Path | None = None,
    probes: Sequence[Probe] = (),
) -> tuple[Finding, ...]:
    """All findings, in the order of the report. Raises nothing for what is missing: that is a finding.

    `lean` and `project` are what the user named. `probes` come last; an error that one raises is its finding.
    """
    own: tuple[Probe, ...] = (
        lambda: [_python(), _platform()],
        lambda: _embedded(environ),
        lambda: [_core_library(environ)],
        lambda: [_cache(environ)],
        lambda: _installed(environ),
        lambda: [_chosen(environ, lean, project)],
        _extras,
        lambda: [_keys(environ)],
        _sandbox,
    )
    return tuple(finding for probe in (*own, *probes) for finding in _findings(probe))


def _findings(probe: Probe) -> Iterator[Finding]:
    try:
        yield from probe()
    except TacticMeshError as error:
        yield _missing(getattr(probe, "__name__", "probe").strip("_<>"), error)


def _missing(name: str, error: TacticMeshError) -> Finding:
    """An error as a finding: its first sentence says what is wrong, the rest what to do."""
    what, stop, remedy = str(error).partition(". ")
    return Finding(name, Status.MISSING, what + stop.rstrip(), remedy)


def _python() -> Finding:
    detail = f"{platform.python_implementation()} {platform.python_version()} at {sys.executable}"
    if sys.version_info[:2] < _PYTHON_MIN:
        return Finding("python", Status.MISSING, detail, "Use Python 3.11 or newer.")
    return Finding("python", Status.OK, detail)


def _platform() -> Finding:
    system, machine = embedded.host_platform()
    glibc = embedded.glibc_version()
    libc = f"glibc {glibc[0]}.{glibc[1]}" if glibc else "no glibc" if system == "linux" else ""
    detail = ", ".join(
        part for part in (f"{system} on {machine}", libc, f"{os.cpu_count()} processors") if part
    )
    if (system, machine) not in embedded.LIBRARIES or (system == "linux" and glibc is None):
        remedy = f"The embedded Lean runs on {embedded.SUPPORTED}. Here, {embedded.ELAN_ADVICE}."
        return Finding("platform", Status.WARN, detail, remedy)
    return Finding("platform", Status.OK, detail)


def _embedded(environ: Mapping[str, str]) -> Iterator[Finding]:
    """The wheel: its bytes, hashed afresh, and then the commit that the loaded library reports."""
    try:
        toolchain = _verified_embedded(environ)
        commit = reported_commit(toolchain, environ)
    except TacticMeshError as error:
        yield _missing("embedded lean", error)
        return
    detail = (
        f"Lean {toolchain.version}, commit {commit[:12]}, sha256 {toolchain.library_sha256[:16]}… verified"
    )
    if commit != toolchain.commit:
        yield Finding(
            "embedded lean", Status.MISSING, f"the library says it is {commit}", f"Run `{embedded.PIP_LINE}`."
        )
    else:
        yield Finding(
            "embedded lean", Status.OK, f"{detail}, from {embedded.PACKAGE} {_version(embedded.PACKAGE)}"
        )


def _verified_embedded(environ: Mapping[str, str]) -> Toolchain:
    toolchain = embedded_toolchain(environ)
    assert toolchain.shared_library is not None
    # What a start of the program believes from its memory is read here from the file itself.
    if file_sha256(toolchain.shared_library) != toolchain.library_sha256:
        raise UntrustedLean(
            f"{toolchain.shared_library} is not the library that this release was tested with, although an "
            f"earlier run remembers it so. Run `{embedded.PIP_LINE} --force-reinstall --no-deps`."
        )
    return toolchain


def _core_library(environ: Mapping[str, str]) -> Finding:
    name = "core library"
    try:
        library = find_library(embedded_toolchain(environ), environ)
        if library is None:
            return Finding(name, Status.WARN, "not compiled yet", "The first proof compiles it, once.")
        verify_library(library)
    except (LeanUnavailable, StorageError, TamperingFound) as error:
        return _missing(name, error)
    size_bytes = sum(file.stat().st_size for file in library.path.rglob("*.olean"))
    detail = (
        f"{len(library.modules)} modules, {size_bytes / 1e6:.1f} MB, every digest verified, in {library.path}"
    )
    return Finding(name, Status.OK, detail)


def _cache(environ: Mapping[str, str]) -> Finding:
    folder = cache_folder(environ)
    try:
        with storing(folder), tempfile.TemporaryFile(dir=private_folder(folder)) as probe:
            probe.write(b"x")
            free_bytes = shutil.disk_usage(folder).free
    except StorageError as error:
        return _missing("cache", error)
    detail = f"{folder}, {free_bytes / 1e9:.1f} GB free"
    if free_bytes < FREE_BYTES_MIN:
        return Finding(
            "cache", Status.WARN, detail, f"Free some space, or name another folder with {CACHE_VARIABLE}."
        )
    return Finding("cache", Status.OK, detail)


def _installed(environ: Mapping[str, str]) -> Iterator[Finding]:
    found = installed_toolchains(environ)
    for toolchain in found:
        yield _one_installed(toolchain)
    if not found:
        # Nothing is wrong: the embedded Lean serves. Only projects and Mathlib need more.
        yield Finding("installed lean", Status.OK, "none", "For lake projects and Mathlib, install elan.")
    home = elan.elan_home(environ)
    present = "found" if (home / "bin" / "elan").exists() else "not found"
    yield Finding("elan", Status.OK, f"{present} in {home}")
    lake = shutil.which("lake", path=environ.get("PATH", ""))
    beside = next((toolchain.lake for toolchain in found if toolchain.lake), None)
    yield Finding("lake", Status.OK, str(lake or beside or "not found"))


def _one_installed(toolchain: Toolchain) -> Finding:
    detail = f"Lean {toolchain.version}, commit {toolchain.commit[:12]}, {toolchain.why} ({toolchain.lean})"
    if toolchain.known_unsound:
        bugs = "; ".join(toolchain.known_unsound)
        return Finding(
            "installed lean", Status.WARN, f"{detail}, known kernel bugs: {bugs}", "Install a newer one."
        )
    return Finding("installed lean", Status.OK, detail)


def _chosen(environ: Mapping[str, str], lean: str | None, project: Path | None) -> Finding:
    """Which Lean a command with these options would use."""
    try:
        chosen = find_toolchain(lean, project, None, environ)
    except TacticMeshError as error:
        return _missing("lean in use", error)
    warm = chosen.kind is Kind.EMBEDDED and environ.get(COLD_VARIABLE) != "1"
    how = "warm" if warm else "a new process for each text"
    return Finding("lean in use", Status.OK, f"Lean {chosen.version}, {chosen.kind}, {chosen.why}; {how}")


def _extras() -> Iterator[Finding]:
    """The optional parts that the package itself declares, each with what is installed of it."""
    try:
        requirements = importlib.metadata.requires(_DISTRIBUTION) or []
    except importlib.metadata.PackageNotFoundError:
        yield Finding(
            "package", Status.WARN, "not installed, run from its sources", "Run `pip install .` there."
        )
        return
    extras: dict[str, list[str]] = {}
    for found in filter(None, map(_REQUIREMENT.match, requirements)):
        extras.setdefault(found["extra"], []).append(found["name"])
    for extra, names in sorted(extras.items()):
        absent = [name for name in names if _version(name) == "absent"]
        yield _extra(extra, names, absent)


def _extra(extra: str, names: Sequence[str], absent: Sequence[str]) -> Finding:
    if absent:
        remedy = f"For what needs it: pip install '{_DISTRIBUTION}[{extra}]'"
        return Finding(f"extra {extra}", Status.MISSING, f"without {', '.join(absent)}", remedy)
    return Finding(f"extra {extra}", Status.OK, ", ".join(f"{name} {_version(name)}" for name in names))


def _version(distribution: str) -> str:
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return "absent"


def _keys(environ: Mapping[str, str]) -> Finding:
    """Names only: a key's value never reaches a report."""
    present = [name for name in KEY_VARIABLES if environ.get(name)]
    return Finding("api keys", Status.OK, f"set: {', '.join(present)}" if present else "none set")


def _sandbox() -> Iterator[Finding]:
    """What programs that are not trusted run inside here, and each layer, tried in a child."""
    layers = sandbox.plan()
    lost = sorted(set(Promise) - sandbox.assured(layers))
    detail = f"programs run inside {', '.join(sorted(layers))}"
    if lost:
        detail += f"; not kept: {', '.join(lost)}"
        remedy = "Until the layers below work, check texts of strangers in a container or on another machine."
        yield Finding("sandbox", Status.WARN, detail, remedy)
    else:
        yield Finding("sandbox", Status.OK, f"{detail}; kept: {', '.join(sorted(Promise))}")
    for layer in probe.TRIED:
        problem = probe.problem(layer)
        status = Status.WARN if problem else Status.OK
        found = problem or f"works: {_CONFINED_BY[layer]}"
        yield Finding(f"sandbox {layer}", status, found, probe.REMEDIES[layer] if problem else "")
