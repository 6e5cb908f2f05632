"""Lean's language server as a checker: one document, changed as a whole for each text, by a client of ours.

The embedded library contains the server. Its watchdog starts a worker for the document with the program that the
environment names; both run through the launcher that the commands use.
"""

from __future__ import annotations

import asyncio
import json
import os
import shlex
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tactic_mesh.lean.command import lean_command
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.toolchain import Toolchain

URI = "file:///document.lean"
ANSWER_WALL_S = 60.0


class LanguageServer:
    """A running server with one open document."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._version = 0
        self._request = 0

    async def check(self, text: str) -> list[dict[str, Any]]:
        """Lean's diagnostics of `text`, once the server says that there are no more for this version."""
        self._version += 1
        document = {"uri": URI, "version": self._version}
        if self._version == 1:
            opened = {**document, "languageId": "lean", "text": text}
            await self._notify("textDocument/didOpen", {"textDocument": opened})
        else:
            changes = {"textDocument": document, "contentChanges": [{"text": text}]}
            await self._notify("textDocument/didChange", changes)
        found: list[dict[str, Any]] = []
        number = await self._ask("textDocument/waitForDiagnostics", document)
        while (message := await self._receive()).get("id") != number:
            if message.get("method") == "textDocument/publishDiagnostics":
                parameters = message["params"]
                if parameters.get("version") == self._version:
                    found = parameters["diagnostics"]
        return found

    async def initialise(self) -> None:
        number = await self._ask("initialize", {"capabilities": {}, "processId": None, "rootUri": None})
        while (await self._receive()).get("id") != number:
            pass
        await self._notify("initialized", {})

    async def _ask(self, method: str, parameters: dict[str, Any]) -> int:
        self._request += 1
        await self._send({"id": self._request, "method": method, "params": parameters})
        return self._request

    async def _notify(self, method: str, parameters: dict[str, Any]) -> None:
        await self._send({"method": method, "params": parameters})

    async def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        await self._process.stdin.drain()

    async def _receive(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        async with asyncio.timeout(ANSWER_WALL_S):
            head = await self._process.stdout.readuntil(b"\r\n\r\n")
            length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n") if b"ength" in line)
            message = json.loads(await self._process.stdout.readexactly(length))
        assert isinstance(message, dict)
        return message


@asynccontextmanager
async def language_server(
    toolchain: Toolchain, library: Library, folder: Path, *, report_delay_ms: int | None = None
) -> AsyncIterator[LanguageServer]:
    """A server for the embedded Lean with our library; `folder` is for its worker's start script.

    By default Lean holds reports back for a while, which suits a person who types; `report_delay_ms` changes that.
    """
    words = lean_command(toolchain)
    option = [] if report_delay_ms is None else [f"-Dserver.reportDelayMs={report_delay_ms}"]
    script = folder / "worker"
    script.write_text(f'#!/bin/sh\nexec {shlex.join(words)} {shlex.join(option)} "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    environment = {
        **os.environ,
        "LEAN_WORKER_PATH": str(script),
        "LEAN_PATH": str(library.path),
        "LEAN_SYSROOT": str(folder),
    }
    process = await asyncio.create_subprocess_exec(
        *words,
        "--server",
        *option,
        env=environment,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
        limit=1 << 24,
    )
    try:
        server = LanguageServer(process)
        await server.initialise()
        yield server
    finally:
        process.kill()
        await process.wait()
