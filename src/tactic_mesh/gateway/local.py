"""A model on this machine, behind any server that speaks chat completions (Ollama, vLLM, llama.cpp's server).

It needs no key, and one that the environment has for somebody else is never sent to it.
"""

from __future__ import annotations

from collections.abc import Mapping

from tactic_mesh.endpoint import host_of, is_loopback
from tactic_mesh.errors import UsageError

URL_VARIABLE = "TACTIC_MESH_LOCAL_URL"
DEFAULT_URL = "http://127.0.0.1:11434/v1"
"""Where Ollama listens if nothing else was said."""


def local_url(environ: Mapping[str, str], base_url: str | None) -> str:
    """Where the local server is. Raises: UsageError for another machine's address."""
    url = base_url or environ.get(URL_VARIABLE) or DEFAULT_URL
    try:
        host = host_of(url)
    except ValueError as error:
        raise UsageError("base URL: not a URL") from error
    if not is_loopback(host):
        raise UsageError(
            f"base URL: {host or 'nothing'} is not this machine; use the backend `openai` with --base-url"
        )
    return url
