"""What can go wrong, and what the user does about it.

Every error that leaves a room is one of these. Each class carries the exit code of the command and the HTTP
status of the service, and its text says what to do next. The tree:

    TacticMeshError                70  500   our bug, unless a subclass says otherwise
    ├── UsageError                  2  400   the request cannot be carried out as written
    │   ├── InputError              2  400   a file or text that cannot be read as Lean source
    │   ├── InvalidStatement        2  422   Lean does not accept the statement
    │   ├── NotACertificate         2  422   bytes that are no certificate of a kind that is known here
    │   ├── NotCertifiable          2  422   a verdict that no certificate can be made of
    │   ├── UnsupportedParameter    2  422   a setting that this language model does not take
    │   └── MissingKey              2  400   no usable key for a language model in the environment
    ├── LeanUnavailable             3  503   no Lean can be run here
    │   ├── UntrustedLean           3  503   a Lean whose bytes or commit are not the expected ones
    │   ├── UnsoundLean             2  422   a Lean version with known kernel bugs, not insisted upon
    │   └── LibraryBuildFailed      3  503   the core library could not be compiled
    ├── SandboxUnavailable          3  503   this machine cannot confine a process as far as was asked
    ├── ModelUnavailable            3  503   a language model gave no answer: unreachable, too slow, overloaded
    │   ├── ModelRefused            3  502   its endpoint refused the request, and would do so again
    │   └── ModelProtocolError      3  502   its endpoint answered something that is not its wire format
    ├── LeanProtocolError           3  503   a Lean child answered something that is not our protocol
    ├── StorageError                3  507   the cache or an output cannot be written
    ├── Overloaded                  3  429   more is waiting than can be answered; come again later
    └── TamperingFound              5  422   evidence that does not match what it claims
        └── MalformedModule         5  422   a compiled module that Lean did not write

The absence of a verdict (time-out, memory, crash) is no error but a value: `theorem.NoVerdict`.
"""

from __future__ import annotations

from typing import ClassVar


class TacticMeshError(Exception):
    """The root: `exit_code` is what the command exits with, `http_status` what the service answers."""

    exit_code: ClassVar[int] = 70
    http_status: ClassVar[int] = 500


class UsageError(TacticMeshError):
    """The request cannot be carried out as it is written."""

    exit_code: ClassVar[int] = 2
    http_status: ClassVar[int] = 400


class InputError(UsageError):
    """A file or a text that is not Lean source: unreadable, not UTF-8, with NUL, too large."""


class InvalidStatement(UsageError):
    """Lean does not accept the statement; the text holds Lean's own message and position."""

    http_status: ClassVar[int] = 422


class NotACertificate(UsageError):
    """Bytes that are not a whole certificate in canonical form, or one of a version that is not known here."""

    http_status: ClassVar[int] = 422


class NotCertifiable(UsageError):
    """A certificate was asked of a verdict that is not `proved`, or not at a rung that can carry one."""

    http_status: ClassVar[int] = 422


class UnsupportedParameter(UsageError):
    """A setting that the chosen language model does not take; `parameter` names it. It is never dropped silently."""

    http_status: ClassVar[int] = 422

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


class MissingKey(UsageError):
    """The environment has no key for a language model, or one that cannot be sent. The text names the variable."""


class LeanUnavailable(TacticMeshError):
    """No Lean can be run on this machine, or not the one that was asked for."""

    exit_code: ClassVar[int] = 3
    http_status: ClassVar[int] = 503


class UntrustedLean(LeanUnavailable):
    """The library's sha256 or commit is not one that this release was tested with."""


class UnsoundLean(LeanUnavailable):
    """This Lean's kernel has a known soundness bug; using it takes an explicit word from the user."""

    exit_code: ClassVar[int] = 2
    http_status: ClassVar[int] = 422


class LibraryBuildFailed(LeanUnavailable):
    """The core library did not compile."""


class ModelUnavailable(TacticMeshError):
    """A language model gave no answer, also after the retries that make sense. No verdict on any proof."""

    exit_code: ClassVar[int] = 3
    http_status: ClassVar[int] = 503


class ModelRefused(ModelUnavailable):
    """The endpoint refused the request (a 4xx that is no 429): asking again would not help."""

    http_status: ClassVar[int] = 502


class ModelProtocolError(ModelUnavailable):
    """The endpoint answered bytes that are not its wire format."""

    http_status: ClassVar[int] = 502


class SandboxUnavailable(TacticMeshError):
    """What was asked of the sandbox does not work on this machine; nothing was run."""

    exit_code: ClassVar[int] = 3
    http_status: ClassVar[int] = 503


class LeanProtocolError(LeanUnavailable):
    """A Lean child sent bytes that are not a frame of ours, or an answer with a wrong nonce."""


class StorageError(TacticMeshError):
    """A cache folder or an output file cannot be written (permissions, a full disk)."""

    exit_code: ClassVar[int] = 3
    http_status: ClassVar[int] = 507


class Overloaded(TacticMeshError):
    """Too much is waiting. `retry_after_s`, whole seconds, is an estimate from how long checks took lately."""

    exit_code: ClassVar[int] = 3
    http_status: ClassVar[int] = 429

    def __init__(self, message: str, retry_after_s: int) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class TamperingFound(TacticMeshError):
    """Stored evidence differs from what it claims to be."""

    exit_code: ClassVar[int] = 5
    http_status: ClassVar[int] = 422


class MalformedModule(TamperingFound):
    """A compiled module whose bytes are not what Lean writes; nothing in it is believed."""
