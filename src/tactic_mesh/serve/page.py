"""The page: one document, its style and its modules, all from this process, with nothing to be fetched elsewhere.

Everything but the document lies below a folder that is named after the digest of all of it (`/ui/DIGEST/main.js`), so
that a browser keeps it for good and never mixes two versions; modules find each other by relative addresses. The
document itself is asked for each time. The files hold no secret: they are served without a key, and the page asks for
one when the service wants it.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse, Response

FOLDER = Path(__file__).parent / "ui"
DOCUMENT = "index.html"
_DIGEST = b"DIGEST"  # in the document's text
_DIGEST_CHARACTERS = 16
_MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        # What Lean or a model wrote reaches the page as text only; no string ever becomes markup or a script.
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
_SAFETY = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_FOR_GOOD = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Files:
    """The page's files by name, `digest` of them all, and the document with that digest in its addresses."""

    digest: str
    document: bytes
    by_name: Mapping[str, bytes]


@functools.cache
def files() -> Files:
    """Read once for a process."""
    by_name = {path.name: path.read_bytes() for path in sorted(FOLDER.iterdir()) if path.is_file()}
    whole = hashlib.sha256()
    for name, content in by_name.items():
        whole.update(b"%s %d\n" % (name.encode(), len(content)))
        whole.update(content)
    digest = whole.hexdigest()[:_DIGEST_CHARACTERS]
    document = by_name.pop(DOCUMENT).replace(_DIGEST, digest.encode())
    return Files(digest, document, by_name)


router = APIRouter()
_START: dict[int | str, dict[str, Any]] = {200: {"content": {"application/json": {}, "text/html": {}}}}


@router.get("/", tags=["Kimina"], response_model=None, responses=_START)
async def start(request: Request) -> Response:
    """The page for browsers; for Kimina's clients, whether the process answers."""
    if "text/html" not in request.headers.get("accept", ""):
        return JSONResponse({"status": "ok"}, headers={"Vary": "Accept"})
    page = files()
    tag = f'"{page.digest}"'
    headers = {**_SAFETY, "Cache-Control": "no-cache", "ETag": tag, "Vary": "Accept"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(page.document, headers=headers, media_type=_MEDIA_TYPES[".html"])


@router.get("/ui/{digest}/{name}", include_in_schema=False)
async def file(digest: str, name: str) -> Response:
    """A file of the page, as it is in this version."""
    page = files()
    content = page.by_name.get(name)
    if digest != page.digest or content is None:
        raise HTTPException(404, "the page has no such file; load it anew")
    return Response(
        content,
        headers={**_SAFETY, "Cache-Control": _FOR_GOOD},
        media_type=_MEDIA_TYPES[Path(name).suffix],
    )
