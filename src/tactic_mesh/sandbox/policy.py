"""What a program may do, what is promised about the rest, and which layers keep the promises."""

from __future__ import annotations

import enum
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.sandbox.seccomp import INTERNET_SOCKETS, SOCKETS_FOR_NAMES, UNIX_SOCKETS


class Layer(enum.StrEnum):
    """A mechanism that confines. Each is tried in a child before anything rests on it (`probe`)."""

    BUBBLEWRAP = "bubblewrap"
    """Namespaces made by the program `bwrap`."""
    NAMESPACES = "namespaces"
    """Namespaces made by this package."""
    LANDLOCK = "landlock"
    SECCOMP = "seccomp"
    LIMITS = "limits"
    """The kernel's resource limits."""
    WATCHER = "watcher"
    """A look at the memory and the number of all processes, ten times a second."""


class Promise(enum.StrEnum):
    """What a caller may insist on."""

    FILES = "files"
    """Nothing is read or written outside the policy, whoever owns it."""
    NETWORK = "network"
    """Nothing is reached outside, not even a server of this machine (unless the policy allows it)."""
    PROCESSES = "processes"
    """Others are neither signalled nor traced, and at the end no descendant lives on."""
    CALLS = "calls"
    """No tracing, mounting, new namespaces, kernel modules and other calls that programs do without."""
    RESOURCES = "resources"
    """Processor time, memory, processes, output and the wall clock are bounded."""


def promises(layers: frozenset[Layer], *, signals_stay_inside: bool) -> frozenset[Promise]:
    """What these layers keep together. `signals_stay_inside`: Landlock here is young enough to confine signals."""
    machine_of_its_own = bool(layers & MACHINES_OF_THEIR_OWN)
    kept = {
        Promise.FILES: machine_of_its_own or Layer.LANDLOCK in layers,
        # Without a network of its own, what is left is to have no sockets at all.
        Promise.NETWORK: Layer.SECCOMP in layers,
        Promise.PROCESSES: machine_of_its_own
        or (layers >= {Layer.LANDLOCK, Layer.SECCOMP} and signals_stay_inside),
        Promise.CALLS: Layer.SECCOMP in layers,
        Promise.RESOURCES: layers >= {Layer.LIMITS, Layer.WATCHER},
    }
    return frozenset(promise for promise, is_kept in kept.items() if is_kept)


MACHINES_OF_THEIR_OWN = frozenset({Layer.BUBBLEWRAP, Layer.NAMESPACES})


def socket_families(
    layers: frozenset[Layer], *, network: bool, abstract_stay_inside: bool
) -> tuple[int, ...]:
    """The sockets that the system-call filter lets a program open inside `layers`.

    On a shared network, sockets within the machine lead to the user's other programs by names that are no files;
    they are granted where Landlock keeps those names inside, and the named files are not there.
    """
    alone = bool(layers & MACHINES_OF_THEIR_OWN)
    if not network:
        return (*UNIX_SOCKETS, *INTERNET_SOCKETS) if alone else ()
    unix = UNIX_SOCKETS if alone and Layer.LANDLOCK in layers and abstract_stay_inside else ()
    return (*unix, *INTERNET_SOCKETS, *SOCKETS_FOR_NAMES)


SYSTEM = tuple(
    map(
        Path,
        (
            *(
                "/usr",
                "/bin",
                "/sbin",
                "/lib",
                "/lib32",
                "/lib64",
                "/libx32",
                "/nix/store",
                "/run/current-system",
            ),
            *("/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/alternatives"),
            *("/etc/passwd", "/etc/group", "/etc/nsswitch.conf", "/etc/localtime"),
        ),
    )
)
"""Programs and libraries of the system, and the few settings that they cannot start without."""
NETWORK_SETTINGS = tuple(
    map(Path, ("/etc/resolv.conf", "/etc/hosts", "/etc/ssl", "/etc/pki", "/etc/services"))
)


@dataclass(frozen=True, slots=True)
class Policy:
    """What one program may do. All that is not named is forbidden.

    `environment` is all of its environment: nothing is inherited. `/tmp` is private and gone afterwards.
    """

    readable: tuple[Path, ...] = ()
    """Files and folders to read and execute, beside those of the system."""
    writable: tuple[Path, ...] = ()
    """Files and folders that keep what is written to them. Links are followed: name none that a program which is
    not trusted could have put there."""
    network: bool = False
    execute_written: bool = False
    """Whether files may be executed that the program could have written."""
    folder: Path | None = None
    """Where it starts; None is its private /tmp. Must be readable or writable."""
    environment: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    required: frozenset[Promise] = frozenset()
    """What must be kept; where it cannot be, nothing is run."""

    def all_readable(self) -> tuple[Path, ...]:
        settings = NETWORK_SETTINGS if self.network else ()
        return tuple(_absolute(path) for path in (*SYSTEM, *settings, *self.readable) if path.exists())

    def all_writable(self) -> tuple[Path, ...]:
        return tuple(map(_absolute, self.writable))


def _absolute(path: Path) -> Path:
    return Path(os.path.normpath(path.absolute()))
