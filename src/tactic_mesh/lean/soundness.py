"""Which Lean versions have a kernel that is known to accept a proof of `False`.

The numbers are issues and pull requests of leanprover/lean4; the versions are those of its release notes. A
release has a bug if it is older than the first fixed one. The 4.33.0 release carries the fixes of 4.32.1 and
4.32.2, and the table's order by version agrees with that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple


class Version(NamedTuple):
    """`major.minor.patch`, and whether it is a candidate, a nightly or another build before a release."""

    major: int
    minor: int
    patch: int
    prerelease: bool = False

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"


@dataclass(frozen=True, slots=True)
class KernelBug:
    """A bug through which a kernel accepts a wrong proof: its number, and the releases that mended it."""

    number: int
    what: str
    fixed_in: Version

    def __str__(self) -> str:
        return f"lean4#{self.number} ({self.what}; fixed in {self.fixed_in})"


KERNEL_BUGS = (
    KernelBug(14484, "the value of an opaque constant may hold a free variable", Version(4, 32, 1)),
    KernelBug(14577, "a nested inductive type is not checked for its parameters", Version(4, 32, 2)),
    KernelBug(14582, "an inductive type occurs in itself with other parameters", Version(4, 33, 1)),
    KernelBug(14806, "the cache of definitional equality answers for other terms", Version(4, 33, 1)),
    KernelBug(14807, "the test whether a type is a proposition is wrong", Version(4, 33, 1)),
    KernelBug(14838, "a reference count overflows with 18 GB of memory", Version(4, 33, 1)),
    KernelBug(14833, "GMP older than 6.3 computes wrong results in corner cases", Version(4, 33, 1)),
    KernelBug(15241, "a frozen reference count is released all the same", Version(4, 34, 1)),
    KernelBug(
        15288, "a reference count overflows while an object is shared between threads", Version(4, 34, 1)
    ),
    KernelBug(15289, "a reference count overflows in maximal sharing", Version(4, 34, 1)),
)


def parse_version(text: str) -> Version | None:
    """The version in `4.34.1`, `v4.35.0-rc2`, `4.36.0-nightly-2026-10-01`; None if there is none."""
    found = re.match(r"v?(\d{1,4})\.(\d{1,4})\.(\d{1,4})(?P<suffix>[-+.\w]*)$", text.strip())
    if found is None:
        return None
    major, minor, patch = map(int, found.group(1, 2, 3))
    return Version(major, minor, patch, prerelease=bool(found["suffix"]))


def known_unsound(version: str) -> tuple[str, ...]:
    """The known kernel bugs of `version`, one line each; empty if there is none.

    A candidate `X.Y.0-rcN` branches off before the fixes of the release before it were known, so it counts
    as affected by every bug fixed in the minor release just before its own. A version that cannot be read is
    affected by none: nothing is known about it, which is what the empty answer says.
    """
    parsed = parse_version(version)
    if parsed is None:
        return ()
    return tuple(str(bug) for bug in KERNEL_BUGS if _affects(bug, parsed))


def _affects(bug: KernelBug, version: Version) -> bool:
    if version[:3] < bug.fixed_in[:3]:
        return True
    return version.prerelease and version[:2] <= (bug.fixed_in.major, bug.fixed_in.minor + 1)
