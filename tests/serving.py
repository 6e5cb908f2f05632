"""A service for tests: the real command on a free port of this machine, and a look at its processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import warm

COMMAND = [sys.executable, "-m", "tactic_mesh.cli.main", "serve"]
WALL_S = 120.0
GOOD = "theorem t : 1 + 1 = 2 := by decide\n"
WRONG = "theorem t : 1 = 2 := by decide\n"
ENDLESS = "set_option maxHeartbeats 0\ntheorem t : 1 = 2 := by repeat skip\n"


class Service:
    """A running `tactic-mesh serve`."""

    def __init__(self, process: subprocess.Popen[bytes], url: str, key: str = "") -> None:
        self.process = process
        self.url = url
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self.client = httpx2.Client(base_url=url, timeout=WALL_S, headers=headers)

    def get(self, path: str) -> Any:
        answer = self.client.get(path)
        assert answer.status_code == 200, (answer.status_code, answer.text)
        return answer.json()

    def post(self, path: str, body: Any, status: int = 200) -> Any:
        answer = self.client.post(path, json=body)
        assert answer.status_code == status, (answer.status_code, answer.text)
        return answer.json()

    def snippets(self, *codes: str, **fields: Any) -> list[dict[str, Any]]:
        """The results of `/api/check` for these texts."""
        body = {"snippets": [{"id": str(i), "code": code} for i, code in enumerate(codes)], **fields}
        results: list[dict[str, Any]] = self.post("/api/check", body)["results"]
        assert [result["id"] for result in results] == [str(i) for i in range(len(codes))]
        return results

    def zygote(self) -> int:
        (found,) = warm.children(self.process.pid)
        return found

    def texts(self) -> list[int]:
        """The processes that elaborate, the spare one among them."""
        return warm.children(self.zygote())

    def counted(self, name: str) -> float:
        """The sum of a metric over its labels."""
        lines = self.client.get("/metrics").text.split("\n")
        return sum(
            float(line.rpartition(" ")[2]) for line in lines if line.startswith((f"{name} ", f"{name}{{"))
        )


@contextmanager
def serving(*words: str, **environ: str) -> Iterator[Service]:
    """Start the command, wait until it answers, and stop it at the end. Its jobs are its own."""
    folder = tempfile.TemporaryDirectory()
    process = subprocess.Popen(
        [*COMMAND, "--port", "0", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TACTIC_MESH_DATA": folder.name, **environ},
    )
    try:
        assert process.stdout is not None and process.stderr is not None
        url = process.stdout.readline().decode().strip()
        assert url, process.stderr.read().decode()
        service = Service(process, url, environ.get("TACTIC_MESH_API_KEY", ""))
        with service.client:
            yield service
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.communicate(timeout=WALL_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        folder.cleanup()


def resident_bytes(process_id: int) -> int:
    return int(Path(f"/proc/{process_id}/statm").read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def status(result: dict[str, Any]) -> str:
    """What Kimina's own client makes of a result: its rules, from the protocol's description."""
    if "error" in result:
        return "timeout_error" if "timed out" in result["error"] else "server_error"
    response = result["response"]
    if "message" in response:
        return "repl_error"
    if any(message["severity"] == "error" for message in response.get("messages", ())):
        return "lean_error"
    return "sorry" if response.get("sorries") else "valid"
