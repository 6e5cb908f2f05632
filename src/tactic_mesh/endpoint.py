"""Where another program is reached over HTTP: what is an address of it, and may a key be sent there?"""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from tactic_mesh.errors import UsageError


def is_loopback(host: str) -> bool:
    """Whether this name or address, an IPv6 address also in brackets, is one of this machine's own."""
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def host_of(url: str) -> str:
    """The host of a URL that `require_private` let pass."""
    return urlsplit(url).hostname or ""


def require_private(url: str, what: str, *, with_key: bool) -> str:
    """The URL without a slash at its end, if a request may go there. `what` names it in errors.

    A key goes over TLS or stays on this machine; a URL that holds a password would be written down with it.
    Raises: UsageError.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError(f"{what}: not a URL") from error
    if parts.scheme not in ("http", "https") or not host or parts.query or parts.fragment:
        raise UsageError(f"{what}: write http(s)://HOST[:PORT][/PATH]")
    if parts.username is not None or parts.password is not None:
        raise UsageError(f"{what}: leave the user and the password out; a key goes into the environment")
    if with_key and parts.scheme == "http" and not is_loopback(host):
        raise UsageError(f"{what}: a key is sent to {host} over https only")
    return url.rstrip("/")
