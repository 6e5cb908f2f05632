"""An installed Lean for the tests: the wheel's library behind the files that elan and lake would put there.

`bin/lean` is a launcher of the wheel's `lean_main`, `lib/lean` holds the compiled core library, `bin/lake` runs
a command with the project's search path. To the product it looks as an installation does.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tactic_mesh.lean.command import LAUNCHER
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.toolchain import Toolchain

PIN = "leanprover/lean4:v4.35.0"
_LEAN = """#!/bin/sh
export LEAN_PATH="${{LEAN_PATH:+$LEAN_PATH:}}{prefix}/lib/lean"
exec '{python}' -I -S '{launcher}' '{shared}' "$@"
"""
_TALKER = """#!/bin/sh
echo '{says}'
"""
_LAKE = """#!/bin/sh
[ "$1" = env ] || {{ echo "this lake can only run programs" >&2; exit 2; }}
[ -f lakefile.toml ] || {{ echo "no lakefile.toml in $PWD" >&2; exit 2; }}
shift
LEAN_PATH="$PWD/.lake/build/lib/lean:{prefix}/lib/lean" exec "$@"
"""


def install(prefix: Path, toolchain: Toolchain, library: Library) -> Path:
    """A complete toolchain in `prefix`; returns its `lean`."""
    (prefix / "lib").mkdir(parents=True)
    (prefix / "lib" / "lean").symlink_to(library.path)
    words = {
        "prefix": prefix,
        "python": sys.executable,
        "launcher": LAUNCHER,
        "shared": toolchain.shared_library,
    }
    script(prefix / "bin" / "lake", _LAKE.format(prefix=prefix))
    return script(prefix / "bin" / "lean", _LEAN.format(**words))


def install_talker(prefix: Path, version: str, commit: str = "0" * 40) -> Path:
    """A toolchain that can only say which version it is; returns its `lean`."""
    (prefix / "lib" / "lean").mkdir(parents=True)
    script(prefix / "bin" / "lake", _LAKE.format(prefix=prefix))
    says = f"Lean (version {version}, x86_64-unknown-linux-gnu, commit {commit}, Release)"
    return script(prefix / "bin" / "lean", _TALKER.format(says=says))


def install_elan(home: Path, default: str | None = None) -> Path:
    """An elan without any toolchain, whose proxies would give themselves away; returns the proxy of `lean`."""
    alarm = "#!/bin/sh\necho 'elan was run' >&2\nexit 99\n"
    script(home / ".elan" / "bin" / "elan", alarm)
    (home / ".elan" / "toolchains").mkdir()
    if default is not None:
        (home / ".elan" / "settings.toml").write_text(f'version = "12"\ndefault_toolchain = "{default}"\n')
    return script(home / ".elan" / "bin" / "lean", alarm)


def add_to_elan(home: Path, name: str, prefix: Path) -> Path:
    """Link the toolchain in `prefix` under the folder name that elan gives to `name`."""
    folder = home / ".elan" / "toolchains" / name.replace("/", "--").replace(":", "---")
    folder.symlink_to(prefix)
    return folder


def make_project(folder: Path, pin: str | None = PIN) -> Path:
    """A lake project without modules of its own."""
    folder.mkdir(parents=True)
    (folder / "lakefile.toml").write_text('name = "demo"\n')
    if pin is not None:
        (folder / "lean-toolchain").write_text(pin + "\n")
    return folder


def script(file: Path, text: str) -> Path:
    """An executable file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    file.chmod(0o755)
    return file
