"""Bubblewrap: the program `bwrap` makes namespaces, also where only a program that the system knows may make them.

Covers what `namespaces` covers. Not covered: an end by a signal and an exit status above 128 look the same; a program
whose host is killed in the few milliseconds in which bubblewrap starts lives on until its processor time is used.
"""

from __future__ import annotations

import os
import resource
import shutil
from collections.abc import Mapping, Sequence

from tactic_mesh.sandbox.namespaces import USER_INSIDE
from tactic_mesh.sandbox.places import Place, places
from tactic_mesh.sandbox.policy import Policy

REMEDY = "Install bubblewrap (Debian, Ubuntu, Fedora, Arch: the package `bubblewrap`)."
_SIGNALLED, _SIGNALS_MAX = 128, 64
_LIMIT_WORDS = {
    resource.RLIMIT_CORE: "core",
    resource.RLIMIT_CPU: "cpu",
    resource.RLIMIT_FSIZE: "fsize",
    resource.RLIMIT_DATA: "data",
    resource.RLIMIT_NOFILE: "nofile",
}
if hasattr(resource, "RLIMIT_NPROC"):
    _LIMIT_WORDS[resource.RLIMIT_NPROC] = "nproc"


def programs() -> tuple[str, str] | None:
    """`bwrap`, and `prlimit` of util-linux, which sets the limits inside; None unless both are there."""
    bwrap, prlimit = shutil.which("bwrap"), shutil.which("prlimit", path="/usr/bin:/bin")
    return (bwrap, prlimit) if bwrap and prlimit else None


def command(
    found: tuple[str, str],
    words: Sequence[str],
    policy: Policy,
    bounds: Mapping[int, tuple[int, int]],
    filter_descriptor: int | None,
    report_descriptor: int,
) -> list[str]:
    """The words that run `words` under `policy`; the filter is read from one descriptor, the end told on the other."""
    bwrap, prlimit = found
    made = places(policy.all_readable(), policy.all_writable())
    temporary_bytes = str(policy.limits.temporary_bytes)
    apart = ["--unshare-user", "--unshare-ipc", "--unshare-pid", "--unshare-uts", "--unshare-cgroup-try"]
    line = [
        bwrap,
        "--die-with-parent",
        "--new-session",
        *apart,
        *([] if policy.network else ["--unshare-net"]),
    ]
    if os.getuid() == 0:
        line += ["--uid", str(USER_INSIDE), "--gid", str(USER_INSIDE)]
    line += ["--hostname", "sandbox", "--proc", "/proc", "--dev", "/dev"]
    # bubblewrap leaves the kernel's settings to the permissions of files, which stop everybody but root.
    line += ["--remount-ro", "/proc"]
    for folder in ("/dev/shm", "/tmp"):
        line += ["--size", temporary_bytes, "--perms", "1777", "--tmpfs", folder]
    line += [word for place in made for word in _words(place)]
    # The root itself was writable for building all this, a file system in memory of which no size was given.
    line += ["--remount-ro", "/", "--chdir", str(policy.folder or "/tmp")]
    line += ["--json-status-fd", str(report_descriptor)]
    if filter_descriptor is not None:
        line += ["--seccomp", str(filter_descriptor)]
    limits = [f"--{_LIMIT_WORDS[what]}={soft}:{hard}" for what, (soft, hard) in bounds.items()]
    return [*line, "--", prlimit, *limits, "--", *words]


def status(exit_code: int) -> int:
    """An exit code of bubblewrap as `subprocess` has it: negative for a signal."""
    return _SIGNALLED - exit_code if _SIGNALLED < exit_code <= _SIGNALLED + _SIGNALS_MAX else exit_code


def _words(place: Place) -> list[str]:
    path = str(place.path)
    match place.kind:
        case "link":
            return ["--symlink", place.target, path]
        case "read":
            return ["--ro-bind", path, path]
        case "write":
            return ["--bind", path, path]
