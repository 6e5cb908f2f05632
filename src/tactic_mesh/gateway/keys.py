"""Where a key comes from, and how it stays out of everything that is written.

A key is read from the environment when a gateway is opened and lives in one `Key`, whose text is only handed to the
header of a request. What an endpoint answers is cleaned of it before anybody else sees it.
"""

from __future__ import annotations

import ipaddress
import json
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from tactic_mesh.errors import MissingKey, UsageError

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


def require_private(base_url: str, *, with_key: bool) -> str:
    """The base URL without a slash at its end, if a request may go there.

    A key goes over TLS or stays on this machine; a URL that holds a password would be written down with it.
    Raises: UsageError.
    """
    try:
        parts = urlsplit(base_url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError("base URL: not a URL") from error
    if parts.scheme not in ("http", "https") or not host or parts.query or parts.fragment:
        raise UsageError("base URL: write http(s)://HOST[:PORT][/PATH]")
    if parts.username is not None or parts.password is not None:
        raise UsageError("base URL: leave the user and the password out; a key goes into the environment")
    if with_key and parts.scheme == "http" and not is_loopback(host):
        raise UsageError(f"base URL: a key is sent to {host} over https only")
    return base_url.rstrip("/")


def is_loopback(host: str) -> bool:
    """Is this name or address one of this machine's own?"""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
