"""The table of kernel bugs against the versions that the release notes name."""

from __future__ import annotations

import pytest

from tactic_mesh.lean.soundness import KERNEL_BUGS, Version, known_unsound, parse_version


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("4.35.0", Version(4, 35, 0)),
        ("v4.34.1", Version(4, 34, 1)),
        ("4.33.0-rc1", Version(4, 33, 0, prerelease=True)),
        ("4.36.0-nightly-2026-10-01", Version(4, 36, 0, prerelease=True)),
        ("4.36.0-pre", Version(4, 36, 0, prerelease=True)),
        ("nightly-2026-10-01", None),
        ("4.35", None),
        ("", None),
    ],
)
def test_parse(text: str, version: Version | None) -> None:
    assert parse_version(text) == version


@pytest.mark.parametrize(
    ("version", "numbers"),
    [
        ("4.35.0", set()),
        ("4.34.1", set()),
        ("4.34.0", {15241, 15288, 15289}),
        ("4.33.1", {15241, 15288, 15289}),
        ("4.32.2", {14582, 14806, 14807, 14833, 14838, 15241, 15288, 15289}),
        ("4.20.0", {bug.number for bug in KERNEL_BUGS}),
        # Candidates branch off before the fixes of the release before them.
        ("4.33.0-rc1", {bug.number for bug in KERNEL_BUGS}),
        ("4.35.0-rc1", {15241, 15288, 15289}),
        ("4.36.0-rc1", set()),
        ("nightly-2026-10-01", set()),
    ],
)
def test_known_unsound(version: str, numbers: set[int]) -> None:
    assert {int(line.removeprefix("lean4#").split()[0]) for line in known_unsound(version)} == numbers


def test_each_line_has_number_and_remedy() -> None:
    for bug in KERNEL_BUGS:
        assert str(bug).startswith(f"lean4#{bug.number} (")
        assert f"fixed in {bug.fixed_in}" in str(bug)
