"""The REPL: golden conversations, states that survive what happens to their process, and what `Completed` is worth."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import golden_repl
import imitation
import pytest
import warm
from corpus_of_texts import ATTACKS, Case, cases
from hypothesis import given
from hypothesis import strategies as st
from running import Running, running

from tactic_mesh.lean.host import LeanHost
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import COLD_VARIABLE, open_lean
from tactic_mesh.lean.toolchain import Toolchain
from tactic_mesh.lean.worker import Worker
from tactic_mesh.serve.repl.session import Repl
from tactic_mesh.serve.repl.wire import RequestError, objects, request_of
from tactic_mesh.theorem import Outcome, Trust
from tactic_mesh.verify.check import check
from tactic_mesh.verify.request import Request

SILENT = {"silenced", "text_after_exit", "theorem_missing"}
each_attack = pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case.name, marks=() if SILENT & set(case.reasons) else pytest.mark.slow)
        for case in cases(ATTACKS)
    ],
)
ENDLESS = "set_option maxHeartbeats 0\ntheorem endless : 1 = 2 := by repeat skip"


class Client:
    """A REPL in a loop: `ask` sends one object."""

    def __init__(self, repl: Repl, loop: asyncio.Runner) -> None:
        self.repl = repl
        self._loop = loop

    def ask(self, **request: object) -> dict[str, Any]:
        return self._loop.run(self.repl.answer(json.dumps(request).encode()))

    def status(self, statement: str, *tactics: str) -> str:
        """How the last of some tactics on a statement ends: its proof status, or the message instead."""
        state = self.ask(cmd=f"theorem t : {statement} := by\n  sorry")["sorries"][0]["proofState"]
        told: dict[str, Any] = {}
        for tactic in tactics:
            told = self.ask(tactic=tactic, proofState=state)
            state = told.get("proofState", state)
        return str(told.get("proofStatus", told.get("message")))


@pytest.fixture
def client(lean: LeanHost, loop: asyncio.Runner) -> Iterator[Client]:
    opened = lean.worker()
    worker = loop.run(opened.__aenter__())
    yield Client(Repl(lean, worker), loop)
    loop.run(opened.__aexit__(None, None, None))


@pytest.mark.parametrize("name", golden_repl.NAMES)
def test_golden(lean: LeanHost, loop: asyncio.Runner, name: str) -> None:
    expected = (golden_repl.FOLDER / f"{name}.expected").read_text(encoding="utf-8")
    assert loop.run(golden_repl.conversation(lean, name)) == expected


def process_id(client: Client) -> int:
    assert isinstance(client.repl.worker, Worker)
    return client.repl.worker.process_id


class TestStates:
    def test_a_time_out_costs_that_command(self, client: Client) -> None:
        client.ask(cmd="def f := 2")
        goal = client.ask(cmd="theorem t : f = 2 := sorry", env=0)["sorries"][0]["proofState"]
        before = process_id(client)
        assert client.ask(cmd=ENDLESS, env=0, timeout=0.5) == {
            "message": "Lean REPL command timed out in 0.5 seconds"
        }
        assert client.ask(cmd="example : f = 2 := rfl", env=0)["trust"] == "elaborated"
        assert client.ask(tactic="rfl", proofState=goal)["proofStatus"] == "Completed"
        assert process_id(client) != before

    def test_a_tactic_that_does_not_end(self, client: Client) -> None:
        client.ask(cmd="set_option maxHeartbeats 0\ntheorem t : 1 = 1 := sorry")
        told = client.ask(tactic="repeat skip", proofState=0, timeout=0.5)
        assert "timed out" in told["message"]
        assert client.ask(tactic="rfl", proofState=0)["proofStatus"] == "Completed"

    def test_a_crash_costs_that_command(self, client: Client) -> None:
        client.ask(cmd="def f := 2")
        deep = "(" * 100_000 + "1" + ")" * 100_000
        assert "Lean gave no answer: crash" in client.ask(cmd=f"def g := {deep}", env=0)["message"]
        assert client.ask(cmd="#eval f", env=0)["messages"][0]["data"] == "2"

    def test_a_process_that_is_killed_between_commands(self, client: Client) -> None:
        client.ask(cmd="def f := 2")
        client.ask(cmd="theorem t : f = 2 := sorry", env=0)
        killed = process_id(client)
        os.kill(killed, signal.SIGKILL)
        assert warm.becomes_true(lambda: warm.gone(killed))
        told = client.ask(cmd="#eval f", env=1)
        if "message" in told:  # the end of the process was not yet seen
            told = client.ask(cmd="#eval f", env=1)
        assert told["messages"][0]["data"] == "2"
        assert client.ask(tactic="rfl", proofState=0)["proofStatus"] == "Completed"

    def test_clients_share_nothing(self, lean: LeanHost, loop: asyncio.Runner) -> None:
        async def talk() -> list[dict[str, Any]]:
            async with lean.worker() as one, lean.worker() as other:
                clients = Repl(lean, one), Repl(lean, other)
                await clients[0].answer(b'{"cmd": "def f := 2"}')
                await clients[1].answer(b'{"cmd": "def g := 3"}')
                return [await client.answer(b'{"cmd": "#eval f", "env": 0}') for client in clients]

        first, second = loop.run(talk())
        assert first["messages"][0]["data"] == "2"
        assert second["messages"][0]["severity"] == "error"

    def test_a_file(self, client: Client, tmp_path: Path) -> None:
        file = tmp_path / "A.lean"
        file.write_text("import Init\ndef f := 2\ntheorem t : f = 2 := sorry\n")
        told = client.ask(path=str(file))
        assert (told["env"], told["sorries"][0]["pos"]) == (0, {"line": 3, "column": 21})
        assert client.ask(tactic="rfl", proofState=0)["proofStatus"] == "Completed"
        file.write_text("theorem u : f = 2 := t")
        assert client.ask(path=str(file), env=0)["axioms"] == ["sorryAx"]


class TestTrust:
    def test_more_than_elaborated(self, client: Client) -> None:
        client.ask(cmd="def f := 2")
        told = client.ask(cmd="theorem t : f = 2 := rfl", env=0, trust="replayed")
        assert (told["trust"], told["axioms"], "messages" in told) == ("replayed", [], False)

    def test_what_a_check_finds_is_an_error(self, client: Client) -> None:
        client.ask(cmd="axiom a : 1 = 2")
        told = client.ask(cmd="theorem t : 1 = 2 := a", env=0, trust="audited")
        assert told["trust"] is None
        assert "axiom_not_allowed: a" in [one["data"] for one in told["messages"]]
        told = client.ask(cmd="theorem t : 1 = 1 := rfl", trust="independent")
        assert told["trust"] is None and told["messages"][0]["data"].startswith("no_verdict: unavailable")

    @pytest.mark.parametrize(
        "text",
        [
            "theorem t : 1 = 2 := sorryAx _ true",
            "set_option warn.sorry false\ntheorem t : 1 = 2 := sorryAx _ true",
        ]
        + ['macro "cheat" : tactic => `(tactic| exact sorryAx _ true)\ntheorem t : 1 = 2 := by cheat'],
    )
    def test_a_hidden_sorry_is_never_an_empty_list(self, client: Client, text: str) -> None:
        told = client.ask(cmd=text)
        assert told["sorries"] and told["trust"] is None

    @each_attack
    def test_no_text_stands_better_than_at_the_first_rung(
        self, client: Client, lean: LeanHost, loop: asyncio.Runner, case: Case
    ) -> None:
        told = client.ask(cmd=case.text, timeout=min(case.wall_s, 3.0))
        if told.get("trust") is not None:
            checked = loop.run(check(lean, Request(case.text, trust=Trust.ELABORATED)))
            assert checked.outcome is Outcome.PROVED or checked.states_nothing, checked

    def test_what_an_earlier_command_silenced(self, client: Client) -> None:
        client.ask(
            cmd='set_option warn.sorry false\nmacro "cheat" : tactic => `(tactic| exact sorryAx _ true)'
        )
        told = client.ask(cmd="example : 1 = 2 := by cheat", env=0)
        assert (told["trust"], told["reasons"]) == (None, ["silenced: warn.sorry"])

    def test_what_an_earlier_command_assumed(self, client: Client) -> None:
        client.ask(cmd="theorem s : 1 = 2 := sorry")
        told = client.ask(cmd="theorem t : 1 = 2 := s", env=0)
        assert told["sorries"] and told["trust"] is None and told["axioms"] == ["sorryAx"]


class TestCompleted:
    @pytest.mark.parametrize(
        ("statement", "tactics"),
        [
            ("∀ n : Nat, n + 0 = n", ("intro n", "rfl")),
            ("∀ p q : Prop, p ∧ q → q ∧ p", ("intro p q ⟨h, k⟩", "constructor", "· exact k", "exact h")),
            (
                "∀ n : Nat, 0 + n = n",
                ("intro n", "induction n with\n| zero => rfl\n| succ n ih => rw [← Nat.add_assoc, ih]"),
            ),
            ("∃ n : Nat, n * n = 49", ("refine ⟨7, ?_⟩", "decide")),
            ("(fun x : Nat => x) 1 = 1", ("show 1 = 1", "rfl")),
        ],
    )
    def test_the_script_is_a_proof(
        self, client: Client, lean: LeanHost, loop: asyncio.Runner, statement: str, tactics: tuple[str, ...]
    ) -> None:
        assert client.status(statement, *tactics) == "Completed"
        text = f"theorem t : {statement} := by {{\n" + "\n".join(tactics) + "\n}\n"
        assert loop.run(check(lean, Request(text, ("t",)))).outcome is Outcome.PROVED

    @pytest.mark.parametrize(
        "tactic",
        [
            *(
                "sorry",
                "admit",
                "stop",
                "exact sorry",
                "exact sorryAx _ true",
                "all_goals sorry",
                "skip",
                "rfl",
            ),
            *(
                "skip }",
                "skip }\n#exit",
                "skip /-",
                "exact (by sorry : False).elim",
                "native_decide",
                "decide",
            ),
            *("first | sorry", "try sorry", "exact _other_sorry", "sеrry", "sдrry", "exact ?_", "done"),
            *("set_option debug.skipKernelTC true in decide", "exact ‹_›", "apply t", "exact t", "refine ?_"),
            *("set_option warn.sorry false in sorry", "iterate 3 sorry", "{ sorry }", "unhygienic sorry", ""),
        ],
    )
    def test_a_false_statement_never_is(self, client: Client, tactic: str) -> None:
        assert client.status("1 = 2", tactic) != "Completed"

    @pytest.mark.parametrize(
        "command",
        ["theorem t : True := by first | sorry | trivial", "theorem t : True := by try sorry\n  trivial"],
    )
    def test_a_failure_that_is_caught_is_a_failure(self, client: Client, command: str) -> None:
        state = client.ask(cmd=command)["sorries"][0]["proofState"]
        assert client.ask(tactic="exact foo", proofState=state)["message"].startswith("Lean error:\n")

    def test_layout_after_a_sorry(self, client: Client) -> None:
        client.ask(cmd="theorem t (n : Nat) : n = n := by\n  cases n with | zero => sorry | succ n => sorry")
        for state in (0, 1):
            told = client.ask(tactic="rfl", proofState=state)
            assert told["proofStatus"] == "Completed", told

    def test_another_error_in_the_command(self, client: Client) -> None:
        client.ask(cmd="theorem t : 1 = 1 := sorry\ntheorem u : 1 = 2 := rfl")
        assert client.ask(tactic="rfl", proofState=0)["proofStatus"].startswith("Error: ")


@pytest.fixture(scope="module")
def cold(library: Library) -> Iterator[Running]:
    assert library.modules
    environ = {**os.environ, COLD_VARIABLE: "1"}
    with running(open_lean(lean="embedded", jobs=2, environ=environ)) as opened:
        yield opened


class TestCold:
    """A Lean that is run as a command holds no states: the texts that lead there are elaborated again."""

    def ask(self, cold: Running, *requests: dict[str, object]) -> list[dict[str, Any]]:
        async def talk() -> list[dict[str, Any]]:
            async with cold.lean.worker() as worker:
                client = Repl(cold.lean, worker)
                return [await client.answer(json.dumps(request).encode()) for request in requests]

        return cold.run(talk())

    def test_commands_and_tactics(self, cold: Running) -> None:
        told = self.ask(
            cold,
            {"cmd": "import Init\ndef f := 2"},
            {"cmd": "theorem t : f = 2 ∧ f = 2 := by\n  constructor\n  sorry\n  rfl", "env": 0},
            {"tactic": "exact foo", "proofState": 0},
            {"tactic": "rfl", "proofState": 0},
            {"cmd": "theorem t : f = 2 := rfl", "env": 0, "trust": "elaborated"},
            {"discard": [0]},
            {"cmd": "#eval f", "env": 0},
        )
        assert told[1]["sorries"][0]["goal"] == "case left\n⊢ f = 2"
        assert told[1]["sorries"][0]["pos"] == {"line": 3, "column": 2}
        assert told[2]["message"] == "Lean error:\nUnknown identifier `foo`"
        assert told[3]["proofStatus"] == "Completed"
        assert told[4]["trust"] is None and "axioms_unknown" in told[4]["reasons"][0]
        assert told[6] == {"message": "Unknown environment."}

    def test_a_false_statement(self, cold: Running) -> None:
        command = "set_option warn.sorry false\ntheorem t : 1 = 2 := sorry"
        for tactic in ("sorry", "exact sorryAx _ true"):
            told = self.ask(cold, {"cmd": command}, {"tactic": tactic, "proofState": 0})
            assert told[1].get("proofStatus") != "Completed"


class TestWire:
    def read(self, text: str) -> list[bytes]:
        return list(objects(io.BytesIO(text.encode())))

    def test_objects(self) -> None:
        assert self.read("") == self.read("\n\n# x\n-- y\n\n") == []
        assert self.read('{"a":\n1}\n\n{"b": 2}') == [b'{"a":\n1}\n', b'{"b": 2}']
        assert self.read('{"a":\r\n1}\r\n\r\n \t\n{}\n# end\n\n') == [b'{"a":\r\n1}\r\n', b"{}\n"]

    @given(st.binary())
    def test_no_object_is_too_odd(self, raw: bytes) -> None:
        with pytest.raises(RequestError):
            request_of(raw)

    keys = st.sampled_from(
        ["cmd", "env", "path", "tactic", "proofState", "gc", "discard", "timeout", "trust", "infotree", "x"]
    )
    values = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.integers())

    @given(st.dictionaries(keys, values))
    def test_any_object_is_a_request_or_says_why_not(self, document: dict[str, object]) -> None:
        with contextlib.suppress(RequestError):
            assert request_of(json.dumps(document).encode())

    @pytest.mark.parametrize("text", ["a\0b", "\ud800"])
    def test_text_that_is_none(self, text: str) -> None:
        with pytest.raises(RequestError):
            request_of(json.dumps({"cmd": text}).encode())


class TestCommandLine:
    COMMAND = (sys.executable, "-m", "tactic_mesh.cli.main", "repl")

    def run(self, given_text: str, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*self.COMMAND, *words], input=given_text, capture_output=True, text=True, timeout=90, check=False
        )

    @pytest.mark.usefixtures("library")
    def test_a_conversation(self) -> None:
        name = "tactics"
        done = self.run((golden_repl.FOLDER / f"{name}.in").read_text(encoding="utf-8"), "--lean", "embedded")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == (golden_repl.FOLDER / f"{name}.expected").read_text(encoding="utf-8")

    @pytest.mark.usefixtures("library")
    def test_answers_come_before_the_input_ends(self) -> None:
        with subprocess.Popen(self.COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdin is not None and process.stdout is not None
            for _ in range(2):
                process.stdin.write(b'{"cmd": "example : 1 = 1 := rfl"}\n\n')
                process.stdin.flush()
                assert json.loads(process.stdout.readline())["trust"] == "elaborated"
                assert process.stdout.readline() == b"\n"
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == 130

    def test_a_project(self, tmp_path: Path, toolchain: Toolchain, library: Library) -> None:
        """What the embedded Lean does not have comes from a project's own, in commands and in tactics."""
        lean = imitation.install(tmp_path / "toolchain", toolchain, library)
        project = imitation.make_project(tmp_path / "project")
        compiled = project / ".lake" / "build" / "lib" / "lean" / "Demo.olean"
        compiled.parent.mkdir(parents=True)
        (tmp_path / "Demo.lean").write_text("def demo := 2\n")
        subprocess.run([lean, "-o", compiled, "Demo.lean"], cwd=tmp_path, check=True)
        asked = [
            {"cmd": "import Demo\ntheorem t : demo = 2 ∧ demo = 2 := by\n  constructor\n  sorry\n  sorry"},
            {"tactic": "exact foo", "proofState": 1},
            {"tactic": "rfl", "proofState": 1},
        ]
        text = "\n\n".join(map(json.dumps, asked))
        done = self.run(text, "--lean", str(lean), "--project", str(project))
        told = [json.loads(answer) for answer in done.stdout.split("\n\n") if answer]
        assert [one["goal"] for one in told[0]["sorries"]] == [
            f"case {case}\n⊢ demo = 2" for case in ("left", "right")
        ]
        assert told[0]["sorries"][1]["pos"] == {"line": 5, "column": 2}
        assert told[1]["message"].startswith("Lean error:")
        assert told[2]["proofStatus"] == "Completed"

    def test_usage(self) -> None:
        assert self.run("", "--timeout", "0").returncode == 2
