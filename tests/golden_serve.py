"""What the service says, kept as text: `tests/golden/serve/NAME.json` holds a request and its answer.

`python tests/golden_serve.py` asks a service again and rewrites the answers; read the difference before committing
it. Times, certificates and the paths of this machine are made equal.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from serving import Service, serving

FOLDER = Path(__file__).parent / "golden" / "serve"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
WITHOUT_STORE = ("--store-mib", "0")
_CHANGING: dict[str, Any] = {"time": 0, "time_ms": 0, "certificate": "…"}
"""A certificate names the program that made it, which every commit changes."""


def document(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return read


def ask(service: Service, request: dict[str, Any]) -> dict[str, Any]:
    """The answer as it is kept: status, content type, body."""
    answer = service.client.request(request["method"], request["path"], json=request.get("body"))
    return {
        "status": answer.status_code,
        "content_type": answer.headers["content-type"],
        "body": _plain(answer.json()),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _CHANGING.get(key, _plain(inner)) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value


def rewrite() -> None:
    with serving(*WITHOUT_STORE) as service:
        for name in NAMES:
            request = document(name)["request"]
            kept = {"request": request, "answer": ask(service, request)}
            text = json.dumps(kept, ensure_ascii=False, indent=1)
            (FOLDER / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    rewrite()
