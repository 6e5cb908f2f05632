"""Which layers work on this machine? Each is tried once for real: a child inside it attempts what it must prevent."""

from __future__ import annotations

import functools
import json
import os
import socket
import sys
import tempfile
from pathlib import Path

from tactic_mesh.errors import SandboxUnavailable
from tactic_mesh.sandbox import bubblewrap, landlock, namespaces, seccomp
from tactic_mesh.sandbox.execution import Execution
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.sandbox.policy import Layer, Policy

TRIED = (Layer.BUBBLEWRAP, Layer.NAMESPACES, Layer.LANDLOCK, Layer.SECCOMP)
REMEDIES = {
    Layer.BUBBLEWRAP: bubblewrap.REMEDY,
    Layer.NAMESPACES: "Let users make user namespaces (sysctl user.max_user_namespaces, "
    "kernel.unprivileged_userns_clone, kernel.apparmor_restrict_unprivileged_userns); in a container, allow `unshare`.",
    Layer.LANDLOCK: "Use Linux 5.13 or newer with Landlock among its security modules (boot option `lsm=landlock,…`).",
    Layer.SECCOMP: "Use Linux on x86-64 or arm64, with seccomp filters in its kernel.",
    Layer.LIMITS: "",
    Layer.WATCHER: "Use Linux, where /proc tells what processes use.",
}
_WALL_S = 20.0
# What a child tries; `yes` is what a layer must prevent. An error of any kind is a prevention.
_ATTEMPTS = """
import json, os, socket, sys
secret, port, host = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
def succeeds(attempt):
    try:
        attempt()
        return True
    except OSError:
        return False
def connect():
    with socket.create_connection(("127.0.0.1", port), 2):
        pass
print(json.dumps({
    "a file outside": succeeds(lambda: open(secret).close()),
    "a server outside": succeeds(connect),
    "a process outside": succeeds(lambda: os.kill(host, 0)),
    "a socket": succeeds(lambda: socket.socket().close()),
}))
"""
_PREVENTED = {
    Layer.BUBBLEWRAP: ("a file outside", "a server outside", "a process outside"),
    Layer.NAMESPACES: ("a file outside", "a server outside", "a process outside"),
    Layer.LANDLOCK: ("a file outside",),
    Layer.SECCOMP: ("a socket",),
}


def available(without: frozenset[Layer] = frozenset()) -> frozenset[Layer]:
    """The layers that work here, those left out that the caller does not want."""
    own = {Layer.LIMITS} | ({Layer.WATCHER} if sys.platform == "linux" else set())
    return (
        frozenset(own | {layer for layer in TRIED if layer not in without and not problem(layer)}) - without
    )


def signals_stay_inside() -> bool:
    return landlock.version() >= landlock.SCOPES_SINCE


@functools.cache
def problem(layer: Layer) -> str:
    """Why a layer does not work here; empty if it does. Takes some 50 ms the first time."""
    absent = _absent(layer)
    if absent:
        return absent
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as server:
        secret = Path(folder, "secret")
        secret.write_text("secret")
        words = [*python_words(), _ATTEMPTS, str(secret), str(server.getsockname()[1]), str(os.getpid())]
        policy = Policy(readable=python_places(), limits=Limits(wall_s=_WALL_S))
        try:
            finished = Execution(words, policy, frozenset({layer})).complete()
            found = json.loads(finished.stdout)
        except SandboxUnavailable as error:
            return str(error).rstrip(".")
        except ValueError:
            return f"a child said nothing: {finished.stderr.decode('utf-8', 'replace').strip()[:300]}"
    let_through = [attempt for attempt in _PREVENTED[layer] if found.get(attempt) is not False]
    return f"it lets through: {', '.join(let_through)}" if let_through else ""


def _absent(layer: Layer) -> str:
    match layer:
        case Layer.BUBBLEWRAP:
            return "" if bubblewrap.programs() else "bwrap or prlimit is not installed"
        case Layer.NAMESPACES:
            return "" if namespaces.supported() else "not on this system"
        case Layer.LANDLOCK:
            return "" if landlock.version() else "not in this kernel"
        case Layer.SECCOMP:
            return "" if seccomp.supported() else "not on this system"
        case _:
            return ""


def python_words() -> tuple[str, ...]:
    """A Python that starts fast and reads nothing of the user's, up to its program text."""
    return (sys.executable, "-I", "-S", "-c")


def python_places() -> tuple[Path, ...]:
    """What this Python must read to start."""
    program = Path(sys.executable)
    return (Path(sys.base_prefix), Path(sys.prefix), program, program.resolve())
