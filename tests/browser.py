"""A real Chromium for tests of the page: the system's own, driven over its protocol; no browser is downloaded."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright
from serving import COMMAND, WALL_S

WAIT_MS = 30_000
"""How long a test waits for what it expects; a busy machine is no failure."""
POLL_MS = 50


def executable() -> str:
    """Where Chromium is. Skips the test, or fails it where tests with a browser were asked for."""
    named = os.environ.get("TACTIC_MESH_TEST_CHROMIUM")
    found = (
        named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    )
    if found is None:
        remedy = "no Chromium here: apt-get install chromium, or name one in TACTIC_MESH_TEST_CHROMIUM"
        (pytest.fail if "TACTIC_MESH_TEST_BROWSER" in os.environ else pytest.skip)(remedy)
    return found


@contextmanager
def chromium() -> Iterator[Browser]:
    expect.set_options(timeout=WAIT_MS)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable())
        try:
            yield browser
        finally:
            browser.close()


class Visit:
    """A page in a context of its own, and everything that went wrong or went out in it."""

    def __init__(
        self, browser: Browser, url: str, *, width: int = 1280, scheme: str = "light", touch: bool = False
    ) -> None:
        self.url = url
        self.context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            has_touch=touch,
            permissions=["clipboard-read", "clipboard-write"],
            accept_downloads=True,
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(WAIT_MS)
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def _said(self, message: ConsoleMessage) -> None:
        # A refused key or an address without a job is told on the page; the browser notes the status as well.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)

    def open(self, address: str = "#/") -> Page:
        self.page.goto(f"{self.url}/{address}")
        return self.page

    def prove(self, statement: str, prelude: str = "", *, seconds: int = 60) -> str:
        """Fill in the form and hand it in; the job's id."""
        page = self.open()
        page.get_by_role("textbox", name="Statement", exact=True).fill(statement)
        if prelude:
            page.get_by_text("Definitions, binders, name, imports").click()
            page.get_by_label("Before it").fill(prelude)
        page.get_by_role("combobox", name="Time").select_option(str(seconds))
        page.get_by_role("button", name="Prove", exact=True).click()
        page.wait_for_url("**/#/proofs/*")
        return page.url.rpartition("/")[2]

    def wait_for(self, standing: str) -> None:
        """Until the job's head says how it stands."""
        self.page.locator(".job-head .standing", has_text=standing).wait_for()

    def until(self, expression: str) -> None:
        """Until an expression holds in the page, whose policy lets no script of the driver's wait for it."""
        deadline_s = time.monotonic() + WAIT_MS / 1000
        while not self.page.evaluate(expression):
            assert time.monotonic() < deadline_s, expression
            self.page.wait_for_timeout(POLL_MS)

    def weight(self) -> int:
        """Bytes of the document and of everything that it loaded, without what the service told of proofs."""
        entries = (
            "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        )
        own = f"{entries}.filter(one => !new URL(one.name).pathname.startsWith('/v1/'))"
        return int(self.page.evaluate(f"{own}.reduce((sum, one) => sum + one.decodedBodySize, 0)"))

    def overflows(self) -> bool:
        return bool(self.page.evaluate("document.documentElement.scrollWidth > innerWidth"))


class Server:
    """The service on one port, which can die and come back."""

    def __init__(self, port: int, folder: Path) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._words = [*COMMAND, "--port", str(port), "--data", str(folder), "--jobs", "1", "--proofs", "1"]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen(self._words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert self._process.stdout is not None
        assert self._process.stdout.readline().strip(), "the service did not start"
        assert httpx2.get(f"{self.url}/healthz", timeout=WALL_S).status_code == 200

    def kill(self) -> None:
        """Like a machine that goes down."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.communicate(timeout=WALL_S)
            self._process = None
