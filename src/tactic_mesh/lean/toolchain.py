"""Which Lean: the one that the user names, a project's, an installed one, or the one in the wheel.

`find_toolchain` looks in this order and takes the first that there is:

1. `--lean` (an executable, a toolchain's folder, an elan name, or `embedded`), else `TACTIC_MESH_LEAN`;
   `--project DIR` names a lake project
2. the lake project around the file: the nearest parent with a lakefile and a `lean-toolchain`
3. `lean` on `PATH`, or elan's default toolchain
4. the embedded one, from the wheel

What it returns has been asked for its version, and was refused if its kernel is known to be unsound.
"""

from __future__ import annotations

import enum
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tactic_mesh.errors import LeanUnavailable, UnsoundLean, UsageError
from tactic_mesh.lean import elan, embedded
from tactic_mesh.lean.digests import combined_sha256, remembered_sha256
from tactic_mesh.lean.soundness import known_unsound, parse_version
from tactic_mesh.lean.variables import lean_environment

LEAN_VARIABLE = "TACTIC_MESH_LEAN"
EMBEDDED_WORD = "embedded"
_PROBE_WAIT_S = 30.0
_LAKEFILES = ("lakefile.toml", "lakefile.lean")
_VERSION_LINE = re.compile(r"Lean \(version (?P<version>[^,\s]+),.*?commit (?P<commit>[0-9a-f]{7,40})")
_SHARED_SUFFIXES = (".so", ".dylib", ".dll")


class Kind(enum.StrEnum):
    EMBEDDED = "embedded"
    INSTALLED = "installed"
    PROJECT = "project"


@dataclass(frozen=True, slots=True)
class Toolchain:
    """One Lean, as it was found.

    `library_sha256` is the digest of its compiled code (the shared libraries that hold parser, elaborator and
    kernel); `shared_library` is set for the embedded one only, `lean`, `lake` and `prefix` for the others;
    `why` says in a few words why it is this one; `known_unsound` names the kernel bugs of its version.
    """

    kind: Kind
    version: str
    commit: str
    library_sha256: str
    why: str
    shared_library: Path | None = None
    lean: Path | None = None
    lake: Path | None = None
    prefix: Path | None = None
    project: Path | None = None
    known_unsound: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        return {
            "kind": self.kind,
            "version": self.version,
            "commit": self.commit,
            "library_sha256": self.library_sha256,
            "why": self.why,
            "path": str(self.shared_library or self.lean),
            "project": str(self.project) if self.project else None,
            "known_unsound": list(self.known_unsound),
        }


def find_toolchain(
    lean: str | None,
    project: Path | None,
    file: Path | None,
    environ: Mapping[str, str],
    *,
    insist: bool = False,
) -> Toolchain:
    """The Lean to use, in the order that the head of this module gives.

    `lean` and `project` are what the user named, `file` is what is to be checked, `environ` decides about
    everything else. `insist` accepts a kernel with known soundness bugs.
    Raises `LeanUnavailable`, `UntrustedLean`, `UnsoundLean`, or `UsageError` for a project that is none.
    """
    found = _find(lean or environ.get(LEAN_VARIABLE) or None, project, file, environ)
    if found.known_unsound and not insist:
        raise UnsoundLean(
            f"The kernel of Lean {found.version} ({found.why}) is known to accept wrong proofs: "
            f"{'; '.join(found.known_unsound)}. Use a newer Lean, or `--lean {EMBEDDED_WORD}`; "
            "to use this one all the same, pass --insist."
        )
    return found


def _find(
    named: str | None, project: Path | None, file: Path | None, environ: Mapping[str, str]
) -> Toolchain:
    if named == EMBEDDED_WORD:
        if project is not None:
            raise UsageError(
                f"The embedded Lean has its own core library and cannot use the project {project}. "
                "Leave out --project, or name an installed Lean."
            )
        return embedded_toolchain(environ, "named by the user")
    if project is not None:
        return _project_toolchain(_given_project(project), named, environ, "named by --project")
    if named is not None:
        return _named_toolchain(named, environ)
    around = project_around(file) if file is not None else None
    if around is not None:
        return _project_toolchain(around, None, environ, "the lake project around the file")
    return _installed_toolchain(environ) or embedded_toolchain(environ, "no other Lean was found or named")


def embedded_toolchain(environ: Mapping[str, str], why: str = "embedded") -> Toolchain:
    """The Lean in the wheel, its bytes verified. Raises `LeanUnavailable` or `UntrustedLean`."""
    host = embedded.host_platform()
    file = embedded.locate_library(host)
    _, sha256 = embedded.expected_library(host)
    embedded.verify_library(file, sha256, environ)
    return Toolchain(
        kind=Kind.EMBEDDED,
        version=embedded.LEAN_VERSION,
        commit=embedded.LEAN_COMMIT,
        library_sha256=sha256,
        why=why,
        shared_library=file,
        known_unsound=known_unsound(embedded.LEAN_VERSION),
    )


def project_around(file: Path) -> Path | None:
    """The nearest parent of `file` that is a lake project: it has a lakefile and a `lean-toolchain`."""
    for folder in file.absolute().parents:
        if _is_project(folder) and (folder / "lean-toolchain").is_file():
            return folder
    return None


def _is_project(folder: Path) -> bool:
    return any((folder / name).is_file() for name in _LAKEFILES)


def _given_project(folder: Path) -> Path:
    if not _is_project(folder):
        raise UsageError(f"{folder} is no lake project: it has neither {' nor '.join(_LAKEFILES)}.")
    return folder.absolute()


def _named_toolchain(named: str, environ: Mapping[str, str]) -> Toolchain:
    return _probe(_named_executable(named, environ), environ, f"named by the user as {named}")


def _named_executable(named: str, environ: Mapping[str, str]) -> Path:
    """The `lean` that a word of the user means: an executable, a folder with `bin/lean`, or a name of elan's."""
    path = Path(named).expanduser()
    if path.is_dir():
        path = path / "bin" / "lean"
    if path.is_file():
        return _behind_proxy(path.absolute(), environ)
    folder = elan.toolchain_folder(named, environ)
    if folder is not None:
        return folder / "bin" / "lean"
    raise LeanUnavailable(
        f"There is no Lean at {named}: --lean and {LEAN_VARIABLE} take an executable, a folder with bin/lean, "
        f"a toolchain that elan has installed, or the word `{EMBEDDED_WORD}`."
    )


def _behind_proxy(lean: Path, environ: Mapping[str, str]) -> Path:
    if not elan.is_proxy(lean):
        return lean
    real = _elan_default(environ)
    if real is None:
        raise LeanUnavailable(
            f"{lean} is elan's, and elan has no default toolchain installed. Run `elan default stable`, "
            "or name an installed toolchain."
        )
    return real


def _elan_default(environ: Mapping[str, str]) -> Path | None:
    name = elan.default_toolchain(environ)
    folder = elan.toolchain_folder(name, environ) if name else None
    return folder / "bin" / "lean" if folder else None


def _installed_toolchain(environ: Mapping[str, str]) -> Toolchain | None:
    """`lean` on `PATH` or elan's default; None if there is none that answers as Lean 4 does.

    Another program may be called `lean` as well (a trading engine is): it is passed over, not reported.
    """
    on_path = _lean_on_path(environ)
    if on_path is not None:
        return _probe_quietly(on_path, environ, "`lean` on PATH")
    default = _elan_default(environ)
    return _probe_quietly(default, environ, "elan's default toolchain") if default else None


def installed_toolchains(environ: Mapping[str, str]) -> tuple[Toolchain, ...]:
    """Every Lean 4 that is installed: `lean` on `PATH` and elan's toolchains, unsound ones included."""
    on_path = _lean_on_path(environ)
    places = [(on_path, "`lean` on PATH")] if on_path else []
    places += [
        (folder / "bin" / "lean", f"elan's {folder.name}") for folder in elan.installed_toolchains(environ)
    ]
    found = [_probe_quietly(lean, environ, why) for lean, why in places]
    return tuple(toolchain for toolchain in found if toolchain is not None)


def _lean_on_path(environ: Mapping[str, str]) -> Path | None:
    found = shutil.which("lean", path=environ.get("PATH", ""))
    if found is None or elan.is_proxy(Path(found)):
        return None
    return Path(found).absolute()


def _probe_quietly(lean: Path, environ: Mapping[str, str], why: str) -> Toolchain | None:
    try:
        return _probe(lean, environ, why)
    except LeanUnavailable:
        return None


def _project_toolchain(project: Path, named: str | None, environ: Mapping[str, str], why: str) -> Toolchain:
    lean = _named_executable(named, environ) if named else _project_executable(project, environ)
    found = _probe(lean, environ, f"{why}, {project}")
    return replace(found, kind=Kind.PROJECT, project=project, lake=_lake_for(found, environ))


def _lake_for(found: Toolchain, environ: Mapping[str, str]) -> Path:
    if found.lake is not None:
        return found.lake
    on_path = shutil.which("lake", path=environ.get("PATH", ""))
    if on_path is None:
        raise LeanUnavailable(
            f"A lake project needs `lake`, and there is none beside {found.lean} nor on PATH. Name a complete "
            f"toolchain with --lean, or check the file alone with `--lean {EMBEDDED_WORD}`."
        )
    return Path(on_path).absolute()


def _project_executable(project: Path, environ: Mapping[str, str]) -> Path:
    """The `lean` that the project's `lean-toolchain` asks for, if it is installed."""
    pin = _pin(project)
    folder = elan.toolchain_folder(pin, environ) if pin else None
    if folder is not None:
        return folder / "bin" / "lean"
    on_path = _lean_on_path(environ) or (None if pin else _elan_default(environ))
    if on_path is None:
        wanted = f"Lean {pin}" if pin else "a Lean"
        remedy = f"Run `elan toolchain install {pin}`" if pin else "Install one with elan"
        raise LeanUnavailable(
            f"The project {project} needs {wanted}, which is not installed here. {remedy}, name one with --lean, "
            f"or use `--lean {EMBEDDED_WORD}` for a file that needs the core library only."
        )
    _refuse_other_version(project, pin, on_path, environ)
    return on_path


def _pin(project: Path) -> str:
    try:
        return (project / "lean-toolchain").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        raise LeanUnavailable(f"Cannot read {project / 'lean-toolchain'}: {error}.") from error


def _refuse_other_version(project: Path, pin: str, lean: Path, environ: Mapping[str, str]) -> None:
    """A project's compiled modules load in the very version that made them and in no other."""
    wanted = parse_version(pin.rpartition(":")[2]) if pin else None
    found = _probe(lean, environ, "`lean` on PATH")
    if wanted is not None and wanted != parse_version(found.version):
        raise LeanUnavailable(
            f"The project {project} needs Lean {pin}, and `lean` on PATH is {found.version}. "
            f"Run `elan toolchain install {pin}`, or name a Lean with --lean."
        )


def _probe(lean: Path, environ: Mapping[str, str], why: str) -> Toolchain:
    """Ask an executable for its version. Raises `LeanUnavailable` if it does not answer as Lean 4 does."""
    answer = ask((str(lean),), "--version", environ)
    found = _VERSION_LINE.search(answer)
    if found is None:
        raise LeanUnavailable(
            f"{lean} does not answer `--version` as Lean 4 does: {answer.strip()[:200] or 'no output'}. "
            f"Name another one with --lean, or use `--lean {EMBEDDED_WORD}`."
        )
    version = found["version"]
    parsed = parse_version(version)
    if parsed is not None and parsed.major != 4:
        raise LeanUnavailable(f"{lean} is Lean {version}; Lean 4 is needed. Name another one with --lean.")
    prefix = _prefix(lean)
    lake = lean.with_name("lake")
    return Toolchain(
        kind=Kind.INSTALLED,
        version=version,
        commit=found["commit"],
        library_sha256=_code_sha256(lean, prefix, environ),
        why=why,
        lean=lean,
        lake=lake if lake.is_file() else None,
        prefix=prefix,
        known_unsound=known_unsound(version),
    )


def _prefix(lean: Path) -> Path | None:
    for executable in (lean, lean.resolve()):
        prefix = executable.parent.parent
        if (prefix / "lib" / "lean").is_dir():
            return prefix
    return None


def _code_sha256(lean: Path, prefix: Path | None, environ: Mapping[str, str]) -> str:
    shared = sorted((prefix / "lib" / "lean").iterdir()) if prefix else []
    files = [lean, *(file for file in shared if file.suffix in _SHARED_SUFFIXES)]
    return combined_sha256((file.name, remembered_sha256(file, environ)) for file in files)


def ask(lean: Sequence[str], question: str, environ: Mapping[str, str]) -> str:
    """What `lean QUESTION` prints. Raises `LeanUnavailable` if it cannot be run or hangs."""
    try:
        ran = subprocess.run(
            [*lean, question],
            env=lean_environment(None, environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PROBE_WAIT_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise LeanUnavailable(
            f"{lean[-1]} {question} gave no answer within {_PROBE_WAIT_S:.0f} s."
        ) from error
    except OSError as error:
        raise LeanUnavailable(f"Cannot run {lean[0]}: {error.strerror}.") from error
    return (ran.stdout + ran.stderr).decode("utf-8", "replace")
