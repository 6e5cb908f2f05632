"""Kimina's published client, unmodified, against the real service.

It wants large packages that it does not import, so it is installed by itself: `pip install --no-deps kimina-client`
and what it imports (httpx, tenacity, tqdm, pydantic, pygments, colorama, tabulate), in the Python of the tests or in
one that `KIMINA_PYTHON` names.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from serving import WALL_S, serving

PYTHON = os.environ.get("KIMINA_PYTHON", sys.executable)
PROGRAM = Path(__file__).with_name("kimina.py")


@pytest.fixture(scope="module")
def answers(library: object) -> dict[str, Any]:
    """What the client made of the service's answers."""
    assert library is not None
    probe = [
        PYTHON,
        "-c",
        "import importlib.util as u; raise SystemExit(u.find_spec('kimina_client') is None)",
    ]
    if subprocess.run(probe, capture_output=True, check=False).returncode != 0:
        pytest.skip(f"kimina-client is not installed in {PYTHON}; KIMINA_PYTHON can name one that has it")
    with serving("--store-mib", "0", TACTIC_MESH_API_KEY="k3y") as service:
        words = [PYTHON, str(PROGRAM), service.url, "k3y"]
        ended = subprocess.run(words, capture_output=True, text=True, timeout=WALL_S, check=False)
    assert ended.returncode == 0, ended.stderr
    document: dict[str, Any] = json.loads(ended.stdout.strip().rpartition("\n")[2])
    return document


def test_every_status_is_what_the_client_calls_it(answers: dict[str, Any]) -> None:
    for client in ("statuses", "async"):
        assert answers[client] == {status: status for status in answers[client]}
        assert len(answers[client]) == 6


def test_health(answers: dict[str, Any]) -> None:
    assert answers["health"] == {"status": "ok"}


def test_an_axiom_of_the_text_is_not_valid(answers: dict[str, Any]) -> None:
    assert answers["axiom"] == {"axiom": "lean_error"}


def test_debug_names_the_process(answers: dict[str, Any]) -> None:
    (result,) = answers["debug"]["results"]
    assert (result["response"], list(result["diagnostics"])) == ({"env": 0}, ["repl_uuid"])


def test_what_is_not_supported_is_said(answers: dict[str, Any]) -> None:
    assert "infotree is not supported" in answers["infotree"]


def test_the_older_protocol(answers: dict[str, Any]) -> None:
    assert answers["older"] == [
        {"custom_id": "7", "keys": ["env", "time"]},
        {"custom_id": "b", "keys": ["env", "messages", "time"]},
    ]
