"""What a service is started with: one value for each setting, its name in the environment, and what it means.

A flag wins over the environment, the environment over the default. The table in the documentation is made from
`table`, and a test compares them.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tactic_mesh.endpoint import is_loopback
from tactic_mesh.errors import UsageError
from tactic_mesh.lean.command import cores

PREFIX = "TACTIC_MESH_"
_POSITIVE = (
    *("queue", "requests", "body_mib", "body_wall_s", "timeout_max_s", "memory_mib"),
    *("proofs_waiting", "proof_max_s", "jobs_mib", "sessions", "session_idle_s"),
)


def _setting(default: Any, help: str, *, flag: bool = True) -> Any:
    return dataclasses.field(default=default, metadata={"help": help, "flag": flag}, repr=flag)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one service. Everything that a client can make grow has a bound here."""

    host: str = _setting("127.0.0.1", "Address to listen on. Others than loopback need an API key.")
    port: int = _setting(8000, "Port to listen on; 0 takes a free one.")
    api_key: str = _setting(
        "",
        "Key that requests must bring (`Authorization: Bearer KEY`). Only from the environment, never from a flag.",
        flag=False,
    )
    jobs: int = _setting(0, "Texts that Lean elaborates at the same time; 0 takes the number of cores.")
    queue: int = _setting(2048, "Checks that may be accepted and not yet answered; beyond them, 429.")
    requests: int = _setting(256, "Requests that may be open at the same time; beyond them, 429.")
    body_mib: int = _setting(16, "Size of a request body, in MiB; beyond it, 413.")
    body_wall_s: float = _setting(30.0, "Seconds in which a request body must have arrived; else 408.")
    timeout_max_s: float = _setting(600.0, "Longest time limit that a request may ask for, in seconds.")
    memory_mib: int = _setting(2048, "Memory of one check, in MiB; a request may ask for less.")
    store_mib: int = _setting(512, "Size of the store of verdicts, in MiB; 0 keeps none.")
    data: str = _setting("", "Folder of jobs and their attempts, for one server; this user's if not given.")
    proofs: int = _setting(0, "Proofs that are looked for at the same time; 0 takes the number of cores.")
    proofs_waiting: int = _setting(1000, "Jobs that may wait or run; beyond them, 429.")
    proof_max_s: float = _setting(3600.0, "Longest time that a proof may be looked for, in seconds.")
    jobs_mib: int = _setting(1024, "Size of all jobs together, in MiB; what ended first makes room.")
    leanworker_url: str = _setting(
        "", "A LeanWorker elsewhere that tries candidates (`POST /check`); what it accepts is confirmed here."
    )
    leanworker_key: str = _setting("", "Key of that LeanWorker. Only from the environment.", flag=False)
    sessions: int = _setting(8, "Stepwise sessions that may be open at the same time; beyond them, 429.")
    session_idle_s: float = _setting(600.0, "Seconds after which a session that nobody uses is closed.")
    drain_s: int = _setting(30, "Seconds that running requests get when the service is asked to stop.")

    def __post_init__(self) -> None:
        """Raises: UsageError for a value out of range, or for an open door without a key."""
        for name in _POSITIVE:
            if not 0 < getattr(self, name) < math.inf:
                raise UsageError(f"{option(name)} must be a positive number, not {getattr(self, name)}")
        for name in ("jobs", "store_mib", "proofs", "drain_s"):
            if getattr(self, name) < 0:
                raise UsageError(f"{option(name)} must not be negative")
        if not 0 <= self.port <= 65535:
            raise UsageError(f"{option('port')} must be between 0 and 65535, not {self.port}")
        if not (self.api_key.isascii() and self.api_key.isprintable()):
            raise UsageError(f"{variable('api_key')} must be printable ASCII")
        if not is_loopback(self.host) and not self.api_key:
            raise UsageError(
                f"{self.host} can be reached from other machines: set {variable('api_key')} first, "
                "or listen on 127.0.0.1"
            )

    @property
    def lanes(self) -> int:
        """Checks at the same time."""
        return self.jobs or cores()

    @property
    def proof_lanes(self) -> int:
        """Proofs at the same time."""
        return self.proofs or cores()

    @property
    def children(self) -> int:
        """Children of Lean at the same time. A run for a proof holds its own while it waits for more: there are
        as many as all of them can want, so that no two wait for each other, and checks wait for none of them."""
        return self.lanes + 2 * self.proof_lanes

    @property
    def data_folder(self) -> Path:
        if self.data:
            return Path(self.data).expanduser().absolute()
        # Imported here: whoever names the folder does not pay for the look-up.
        import platformdirs

        return Path(platformdirs.user_data_dir("tactic-mesh", appauthor=False)) / "serve"


def option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def variable(name: str) -> str:
    return f"{PREFIX}{name.upper()}"


def meaning(name: str) -> str:
    """The help text of a setting, for the command line, with its default."""
    default = _shown_default(_FIELDS[name])
    return f"{_FIELDS[name].metadata['help']}" + (f" [default: {default}]" if default else "")


_FIELDS = {field.name: field for field in dataclasses.fields(Settings)}


def settings_from(environ: Mapping[str, str], flags: Mapping[str, Any]) -> Settings:
    """Flags that are not None, then the environment, then the defaults. Raises: UsageError."""
    values: dict[str, Any] = {}
    for name, field in _FIELDS.items():
        if flags.get(name) is not None:
            values[name] = flags[name]
        elif word := environ.get(variable(name)):
            values[name] = _parsed(name, type(field.default), word)
    return Settings(**values)


def _parsed(name: str, kind: type, word: str) -> Any:
    try:
        return kind(word)
    except ValueError as error:
        raise UsageError(f"{variable(name)} must be a number, not {word!r}") from error


def table() -> str:
    """The settings as a table in Markdown."""
    rows = ["| option | environment | default | meaning |", "| --- | --- | --- | --- |"]
    for name, field in _FIELDS.items():
        flag = f"`{option(name)}`" if field.metadata["flag"] else ""
        default = f"`{shown}`" if (shown := _shown_default(field)) else ""
        rows.append(f"| {flag} | `{variable(name)}` | {default} | {field.metadata['help']} |")
    return "\n".join(rows)


def _shown_default(field: dataclasses.Field[Any]) -> str:
    return f"{field.default:g}" if isinstance(field.default, int | float) else str(field.default)


@dataclass(frozen=True, slots=True)
class LeanChoice:
    """Which Lean the service uses, as the options of every command name it."""

    lean: str | None = None
    project: Path | None = None
    insist: bool = False
