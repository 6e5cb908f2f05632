"""The page's files as they are served: their headers, their weight, and what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx2
import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from tactic_mesh.serve import page

BYTES_MAX = 300_000
HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    app = FastAPI()
    app.include_router(page.router)
    with TestClient(app) as client:
        yield client


def _addresses(document: str) -> list[str]:
    return re.findall(r'(?:src|href)="(ui/[^"]+)"', document)


def test_a_browser_gets_the_page_and_a_client_of_kimina_its_answer(client: TestClient) -> None:
    document = client.get("/", headers=HTML)
    assert document.headers["content-type"] == "text/html; charset=utf-8"
    assert document.headers["vary"] == "Accept"
    assert "<title>Tactic-Mesh</title>" in document.text
    for accept in ("*/*", "application/json"):
        answer = client.get("/", headers={"Accept": accept})
        assert answer.json() == {"status": "ok"}
        assert answer.headers["vary"] == "Accept"


def test_the_page_is_asked_for_each_time_and_its_files_are_kept_for_good(client: TestClient) -> None:
    document = client.get("/", headers=HTML)
    assert document.headers["cache-control"] == "no-cache"
    again = client.get("/", headers={**HTML, "If-None-Match": document.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    addresses = _addresses(document.text)
    assert len(addresses) >= 4
    for address in addresses:
        answer = client.get(f"/{address}")
        assert answer.status_code == 200, address
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_every_file_is_served_as_what_it_is_and_nothing_else_is(client: TestClient) -> None:
    files = page.files()
    assert set(files.by_name) == {path.name for path in page.FOLDER.iterdir()} - {page.DOCUMENT}
    kinds = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml", "txt": "text/plain"}
    for name in files.by_name:
        answer = client.get(f"/ui/{files.digest}/{name}")
        assert answer.headers["content-type"].startswith(kinds[name.rpartition(".")[2]])
        assert answer.headers["x-content-type-options"] == "nosniff"
    for path in ("other/main.js", f"{files.digest}/nothing.js", f"{files.digest}/..%2Fpage.py"):
        assert client.get(f"/ui/{path}").status_code == 404


def test_no_script_but_the_pages_own_can_run(client: TestClient) -> None:
    answer = client.get("/", headers=HTML)
    policy = dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["require-trusted-types-for"] == "'script'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|javascript:", answer.text)


def test_the_page_names_no_other_machine() -> None:
    for path in page.FOLDER.iterdir():
        named = re.findall(r"(?:https?:)?//[\w-]+\.[\w.]+", path.read_text(encoding="utf-8"))
        assert set(named) <= {"http://www.w3.org"}, path.name


def test_modules_import_what_is_there() -> None:
    for path in page.FOLDER.glob("*.js"):
        for name in re.findall(r'from "\./([\w.]+)"', path.read_text(encoding="utf-8")):
            assert (page.FOLDER / name).is_file(), f"{path.name} imports {name}"


def test_no_string_becomes_markup() -> None:
    for path in page.FOLDER.glob("*.js"):
        text = path.read_text(encoding="utf-8")
        found = re.findall(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text
        )
        assert not found, f"{path.name}: {found}; build elements with dom.js"


def test_the_page_is_light(client: TestClient) -> None:
    digest = page.files().digest
    document = client.get("/", headers=HTML)
    sent = [document, *(client.get(f"/ui/{digest}/{name}") for name in page.files().by_name)]
    assert sum(len(answer.content) for answer in sent) < BYTES_MAX


def test_abbreviations_are_many_and_each_means_one_sign() -> None:
    lines = page.files().by_name["abbreviations.txt"].decode().split("\n")
    names: dict[str, str] = {}
    for line in lines:
        if not line or line.startswith("#"):
            continue
        sign, *own = line.split(" ")
        assert own, line
        for name in own:
            assert names.setdefault(name, sign) == sign, name
    assert len(names) >= 200
    assert {name: names[name] for name in ("forall", "to", "and", "lam", "N", "<", ">", "1")} == {
        "forall": "∀",
        "to": "→",
        "and": "∧",
        "lam": "λ",
        "N": "ℕ",
        "<": "⟨",
        ">": "⟩",
        "1": "₁",
    }


def test_the_files_need_no_key_but_the_service_does() -> None:
    from tactic_mesh.serve.edge import Edge
    from tactic_mesh.serve.metrics import Metrics
    from tactic_mesh.serve.settings import Settings

    app = FastAPI()
    app.include_router(page.router)
    app.add_api_route("/v1/proofs", lambda: {})
    app.add_middleware(Edge, settings=Settings(api_key="secret"), metrics=Metrics())
    client = TestClient(app)
    statuses: list[httpx2.Response] = [client.get("/", headers=HTML), client.get("/v1/proofs")]
    assert [answer.status_code for answer in statuses] == [200, 401]
    assert client.get(f"/ui/{page.files().digest}/main.js").status_code == 200
