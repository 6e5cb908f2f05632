"""Where a key comes from, and how it stays out of everything that is written.

A key is read from the environment when a gateway is opened and lives in one `Key`, whose text is only handed to the
header of a request. What an endpoint answers is cleaned of it before anybody else sees it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from tactic_mesh.errors import MissingKey

_SENDABLE = re.compile(r"[\x21-\x7e]{1,4096}")
HIDDEN = "[key]"


class Key:
    """A secret that does not show itself: not in `repr`, `str`, a traceback or a copy by `dataclasses`."""

    __slots__ = ("_secret",)

    def __init__(self, secret: str) -> None:
        self._secret = secret

    def __repr__(self) -> str:
        return "Key(…)"

    def __reduce__(self) -> str:
        raise TypeError("a key is not written anywhere")

    def reveal(self) -> str:
        """The secret, for the header of a request and nothing else."""
        return self._secret

    def hidden_in(self, text: str) -> str:
        """The text without the secret, also where JSON has escaped it."""
        return text.replace(self._secret, HIDDEN).replace(json.dumps(self._secret)[1:-1], HIDDEN)


def key_from(environ: Mapping[str, str], variable: str) -> Key:
    """Raises: MissingKey, whose text has the variable's name and nothing of its value."""
    secret = environ.get(variable, "").strip()
    if not secret:
        raise MissingKey(f"no key: set the environment variable {variable}")
    if not _SENDABLE.fullmatch(secret):
        raise MissingKey(f"{variable} holds characters that a key cannot have; nothing was sent")
    return Key(secret)
