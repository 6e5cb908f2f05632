"""What the container files say, and every command in them, run without a container.

No container engine is needed: paths and addresses of the image are those of a temporary folder here.
"""

from __future__ import annotations

import dataclasses
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
WALL_S = 120.0
KEY = "a key for this test"


def instructions(stage: int) -> list[tuple[str, str]]:
    """The instructions of a stage of the Dockerfile, in order, each with its text on one line."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    joined = re.sub(r"\\\n\s*", "", text)
    found = [line.partition(" ")[::2] for line in joined.split("\n") if line.strip()]
    starts = [index for index, (word, _) in enumerate(found) if word == "FROM"]
    return found[starts[stage] : (*starts[1:], len(found))[stage]]


def of(stage: int, wanted: str) -> list[str]:
    return [text for word, text in instructions(stage) if word == wanted]


def compose() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    return read


def environment(folder: Path, **more: str) -> dict[str, str]:
    """The image's environment, with its folder at another place and a free port."""
    words = [word for text in of(1, "ENV") for word in shlex.split(text)]
    told = dict(word.split("=", 1) for word in words)
    moved = {name: value.replace("/var/lib/tactic-mesh", str(folder)) for name, value in told.items()}
    here = {"PATH": os.environ["PATH"], "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    # The library that is compiled already: the image has one, too.
    cache = {name: os.environ[name] for name in ("TACTIC_MESH_CACHE", "HOME") if name in os.environ}
    return {**moved, **here, **cache, "TACTIC_MESH_PORT": "0", **more}


def command(words: list[str]) -> list[str]:
    """The command with the programs of this environment."""
    first = {"tactic-mesh": [sys.executable, "-m", "tactic_mesh"], "python": [sys.executable]}[words[0]]
    return [*first, *words[1:]]


class TestFiles:
    def test_the_image_runs_as_nobody_in_particular(self) -> None:
        (user,) = of(1, "USER")
        uid, gid = map(int, user.split(":"))
        assert uid >= 10_000 and gid >= 10_000
        owners = [text for text in of(1, "COPY") if "--chown" in text]
        assert all(f"--chown={user}" in text for text in owners) and owners

    def test_what_is_copied_is_there_and_is_let_in(self) -> None:
        let_in = {
            line[1:] for line in (ROOT / ".dockerignore").read_text().split("\n") if line.startswith("!")
        }
        copied = {name for text in of(0, "COPY") for name in text.split()[:-1]}
        assert copied == let_in
        assert all((ROOT / name).exists() for name in copied)

    def test_the_version_of_the_image_is_ours(self) -> None:
        from tactic_mesh import __version__

        assert compose()["x-confined"]["image"] == f"tactic-mesh:{__version__}"

    @pytest.mark.skipif(shutil.which("hadolint") is None, reason="needs hadolint")
    def test_the_linter_has_nothing_to_say(self) -> None:
        words = ["hadolint", "--no-color", str(ROOT / "Dockerfile")]
        ended = subprocess.run(words, capture_output=True, text=True, timeout=WALL_S, check=False)
        assert (ended.returncode, ended.stdout) == (0, "")

    def test_every_service_is_confined_and_bounded(self) -> None:
        services = compose()["services"]
        assert set(services) == {"service", "worker", "model"}
        for service in services.values():
            assert service["cap_drop"] == ["ALL"]
            assert service["security_opt"] == ["no-new-privileges:true"]
            assert service["mem_limit"] and service["pids_limit"]
            assert "privileged" not in service and "devices" not in service
        for name in ("service", "worker"):
            assert services[name]["read_only"] is True
            assert services[name]["tmpfs"] and services[name]["volumes"] == [f"{name}:/var/lib/tactic-mesh"]
        assert services["model"]["profiles"] == ["model"] and services["model"]["healthcheck"]
        assert [of(1, "VOLUME"), of(1, "HEALTHCHECK") != []] == [["/var/lib/tactic-mesh"], True]

    def test_nothing_is_published_to_other_machines(self) -> None:
        published = [port for one in compose()["services"].values() for port in one.get("ports", ())]
        assert published == ["127.0.0.1:8000:8000"]
        beside = {name: one.get("network_mode") for name, one in compose()["services"].items()}
        assert beside == {"service": None, "worker": "service:service", "model": "service:service"}

    def test_what_is_set_are_settings(self) -> None:
        from tactic_mesh.serve.settings import Settings, variable

        known = {variable(field.name) for field in dataclasses.fields(Settings)} | {
            "TACTIC_MESH_CACHE",
            "TACTIC_MESH_LOCAL_URL",
        }
        known |= {"PATH", "HOME", "OLLAMA_HOST", "OLLAMA_MODELS"}
        set_ = {name for one in compose()["services"].values() for name in one["environment"]}
        assert set_ | set(environment(Path("/x"))) - {"PYTHONPATH"} <= known


@pytest.mark.usefixtures("library")
class TestCommands:
    @pytest.mark.parametrize("name", ["service", "worker"])
    def test_the_command_and_its_health_check(self, tmp_path: Path, name: str) -> None:
        told = {key: str(value) for key, value in compose()["services"][name]["environment"].items()}
        told = {**told, "TACTIC_MESH_PORT": "0"}
        if "TACTIC_MESH_API_KEY" in told:
            told["TACTIC_MESH_API_KEY"] = KEY
        environ = environment(tmp_path, **told)
        (start,), (health,) = of(1, "CMD"), of(1, "HEALTHCHECK")
        check = command(json.loads(health.partition("CMD ")[2]))
        process = subprocess.Popen(
            command(json.loads(start)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ
        )
        try:
            assert process.stdout is not None and process.stderr is not None
            url = process.stdout.readline().decode().strip()
            assert url, process.stderr.read().decode()
            environ["TACTIC_MESH_PORT"] = url.rpartition(":")[2]
            alive = subprocess.run(check, env=environ, capture_output=True, timeout=WALL_S, check=False)
            assert alive.returncode == 0, alive.stderr
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=WALL_S)
        assert process.returncode == 0
        dead = subprocess.run(check, env=environ, capture_output=True, timeout=WALL_S, check=False)
        assert dead.returncode != 0

    def test_without_a_key_it_does_not_listen(self, tmp_path: Path) -> None:
        (start,) = of(1, "CMD")
        ended = subprocess.run(
            command(json.loads(start)),
            env=environment(tmp_path),
            capture_output=True,
            timeout=WALL_S,
            check=False,
            text=True,
        )
        assert ended.returncode == 2
        assert "TACTIC_MESH_API_KEY" in ended.stderr

    @pytest.mark.slow
    def test_the_image_is_built(self, tmp_path: Path) -> None:
        """The build's own commands, on what it copies: a fresh environment, and the compiled library."""
        source = tmp_path / "src"
        source.mkdir()
        for text in of(0, "COPY"):
            for name in text.split()[:-1]:
                copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
                copy(ROOT / name, source / name)
        places = {"/opt/tactic-mesh": str(tmp_path / "opt"), "/var/lib/tactic-mesh": str(tmp_path / "lib")}

        def moved(text: str) -> str:
            for there, here in places.items():
                text = text.replace(there, here)
            return text

        environ = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        environ |= dict(moved(word).split("=", 1) for text in of(0, "ENV") for word in shlex.split(text))
        for run in of(0, "RUN"):
            subprocess.run(["sh", "-euc", moved(run)], cwd=source, env=environ, check=True, timeout=600)
        installed = tmp_path / "opt" / "bin" / "tactic-mesh"
        for words in (["doctor"], ["prove", "∀ n : Nat, n + 0 = n"], ["serve", "--help"]):
            subprocess.run([installed, *words], env=environ, check=True, timeout=WALL_S)
        assert (tmp_path / "lib").stat().st_mode & 0o077 == 0
        assert (tmp_path / "lib" / "cache" / "lean").is_dir()
