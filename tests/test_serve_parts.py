"""The parts of the service by themselves: settings, the door's look at JSON, the file of a check, the documentation."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from serving import Service, serving

from tactic_mesh.errors import InvalidStatement, Overloaded, UsageError
from tactic_mesh.serve.admission import RETRY_AFTER_S_MAX, Admission
from tactic_mesh.serve.edge import DEPTH_MAX, too_deep
from tactic_mesh.serve.settings import Settings, settings_from, table, variable
from tactic_mesh.serve.template import CheckFile, clean_job, clean_name, place

SERVICE_PAGE = Path(__file__).resolve().parent.parent / "docs" / "service.md"


class TestSettings:
    def test_a_flag_goes_before_the_environment_and_that_before_the_default(self) -> None:
        environ = {"TACTIC_MESH_PORT": "1", "TACTIC_MESH_QUEUE": "2", "TACTIC_MESH_API_KEY": "k"}
        found = settings_from(environ, {"port": 3, "queue": None, "host": None})
        assert (found.port, found.queue, found.host, found.api_key) == (3, 2, "127.0.0.1", "k")
        assert settings_from({}, {}) == Settings()

    @pytest.mark.parametrize(
        ("environ", "words"),
        [
            ({"TACTIC_MESH_PORT": "many"}, "TACTIC_MESH_PORT must be a number"),
            ({"TACTIC_MESH_PORT": "70000"}, "--port"),
            ({"TACTIC_MESH_QUEUE": "0"}, "--queue"),
            ({"TACTIC_MESH_TIMEOUT_MAX_S": "inf"}, "--timeout-max-s"),
            ({"TACTIC_MESH_TIMEOUT_MAX_S": "nan"}, "--timeout-max-s"),
            ({"TACTIC_MESH_DRAIN_S": "-1"}, "--drain-s"),
            ({"TACTIC_MESH_HOST": "0.0.0.0"}, "TACTIC_MESH_API_KEY"),
            ({"TACTIC_MESH_HOST": "::"}, "TACTIC_MESH_API_KEY"),
            ({"TACTIC_MESH_HOST": "example.org"}, "TACTIC_MESH_API_KEY"),
            ({"TACTIC_MESH_API_KEY": "k\n"}, "TACTIC_MESH_API_KEY"),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, environ: dict[str, str], words: str) -> None:
        with pytest.raises(UsageError, match=re.escape(words)):
            settings_from(environ, {})

    @pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "::1", "[::1]"])
    def test_this_machine_needs_no_key(self, host: str) -> None:
        assert settings_from({variable("host"): host}, {}).host == host

    def test_the_key_is_not_shown(self) -> None:
        assert "s3cret" not in repr(Settings(api_key="s3cret"))


class TestDepth:
    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
            max_leaves=30,
        )
    )
    @settings(deadline=None)
    def test_as_the_obvious_way_says(self, value: Any) -> None:
        def depth(value: Any) -> int:
            inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
            return 0 if inner is None else 1 + max(map(depth, inner), default=0)

        for ascii_only in (True, False):
            text = json.dumps(value, ensure_ascii=ascii_only).encode()
            assert too_deep(text) == (depth(value) > DEPTH_MAX)
            wrapped = b"[" * DEPTH_MAX + text + b"]" * DEPTH_MAX
            assert too_deep(wrapped) == (depth(value) > 0)

    def test_brackets_in_strings_are_none(self) -> None:
        assert not too_deep(json.dumps({"a": "[" * 1000 + '\\"' + "{" * 1000}).encode())
        assert too_deep(b'"' + b"[" * 1000) is False
        assert too_deep(b'""' + b"[" * 1000)

    @pytest.mark.parametrize(
        "body", [b'"\\' * 2_000_000, b'\\"' * 2_000_000, b"[]" * 2_000_000, b'"' * 4_000_001]
    )
    def test_each_byte_is_looked_at_a_few_times(self, body: bytes) -> None:
        too_deep(body)  # that this ends is the test


class TestAdmission:
    def test_places(self) -> None:
        admission = Admission(5, lanes=2)
        with admission.take(3) as first, admission.take(3) as second:
            assert (first, second, admission.taken) == (3, 2, 5)
            with pytest.raises(Overloaded) as full, admission.take(1):
                pass
            assert full.value.retry_after_s == 1
        assert admission.taken == 0

    def test_the_wait_that_is_told_has_bounds(self) -> None:
        admission = Admission(1000, lanes=1)
        for _ in range(200):
            admission.took(60.0)
        with admission.take(1000):
            assert admission.retry_after_s == RETRY_AFTER_S_MAX
        assert admission.retry_after_s == 1


# Pieces of which injections are made.
PIECES = st.lists(
    st.sampled_from(
        [
            "True",
            ":=",
            "trivial",
            "\n",
            "theorem U : ",
            "1 = 2",
            "(",
            ")",
            "[",
            "]",
            "/-",
            "-/",
            "--",
            '"',
            "«",
            "»",
        ]
        + [
            "|",
            "_ =>",
            "where",
            "by",
            "#exit",
            "#eval 1",
            "⟨",
            "⟩",
            "'",
            "end",
            "namespace A",
            "∀ x, x = x",
            " ",
        ]
    ),
    max_size=8,
).map("".join)


class TestFile:
    @pytest.mark.parametrize(
        ("name", "clean"),
        [
            ("T", "T"),
            ("A.b'", "A.b'"),
            ("«a b».c", "«a b».c"),
            (" x ", "x"),
            ("1a", "T1a"),
            ("_x._1", "T_x.T_1"),
            ("", "T_"),
            ("a..b", "a.b"),
            ("T : True := trivial\ntheorem U", "T___True____trivial_theorem_U"),
            ("«a\nb»", "T_a_b_"),
        ],
    )
    def test_names(self, name: str, clean: str) -> None:
        assert clean_name(name) == clean

    @given(st.text(max_size=20))
    @settings(deadline=None)
    def test_a_name_made_clean_is_one(self, name: str) -> None:
        assert CheckFile(clean_name(name), "True", "by trivial").name == clean_name(clean_name(name))

    @given(st.text())
    @settings(deadline=None)
    def test_a_job_ends_no_comment(self, job: str) -> None:
        text = CheckFile("T", "True", "by trivial", job=clean_job(job)).candidate.text
        first = text.split("\n")[0]
        assert first.startswith("/- ") and first.endswith(" -/") and first.count("-/") == 1

    @pytest.mark.parametrize("module", ["", "Init\nimport Lean", "A B", "A;", "-- x", "A.", ".A", "«A\n»"])
    def test_what_is_no_module_is_refused(self, module: str) -> None:
        with pytest.raises(UsageError, match="is not the name of a module"):
            CheckFile("T", "True", "by trivial", imports=(module,))

    def test_the_trusted_statement_is_the_file_up_to_the_proof(self) -> None:
        file = CheckFile("T", "1 = 1", "by rfl", ("Init",), "open Nat", "def a := 1", job="j")
        before, _, after = file.candidate.text.partition(", job j")
        assert file.trusted == f"{before}{after}".replace("by rfl", "sorry")

    @given(proof=st.text(alphabet="ab\n ⟨", min_size=1, max_size=30), data=st.data())
    @settings(deadline=None)
    def test_places_in_the_proof(self, proof: str, data: st.DataObject) -> None:
        file = CheckFile("T", "True", f"x{proof}").candidate
        lines = f"x{proof}".split("\n")
        number = data.draw(st.integers(0, len(lines) - 1))
        start = file.text.index(":= by\n") + len(":= by\n")
        line = file.text.count("\n", 0, start) + 1 + number
        for column in range(len(lines[number])):
            assert place(file, line, column + 2) == ("proof", number + 1, column)


@pytest.fixture(scope="module")
def service(library: object) -> Iterator[Service]:
    assert library is not None
    with serving("--store-mib", "0") as started:
        yield started


@given(statement=PIECES, declarations=PIECES, proof=PIECES)
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_pieces_of_lean_in_any_order_prove_only_what_was_sent(
    service: Service, statement: str, declarations: str, proof: str
) -> None:
    """`False` is never proved, whatever is put around it, and a statement that was not sent is never `ok`."""
    text = f"({statement}\n) ∧ False"
    body = {"theorem_statement": text, "decls": declarations, "proof": f"by {proof}"}
    for trust in ("elaborated", "replayed"):
        answer = service.client.post("/check", json={**body, "trust": trust})
        assert answer.status_code in (200, 422), answer.text
        assert answer.status_code == 422 or not answer.json()["ok"], answer.json()["lean_file"]


class TestPage:
    """`docs/service.md` says what is so."""

    def test_settings(self) -> None:
        page = SERVICE_PAGE.read_text(encoding="utf-8")
        kept = page.partition("<!-- settings -->\n")[2].partition("\n<!-- /settings -->")[0]
        assert kept == table(), "replace the table in docs/service.md by settings.table()"

    def test_examples(self, service: Service) -> None:
        page = SERVICE_PAGE.read_text(encoding="utf-8")
        found = re.findall(r"```http\nPOST (\S+)\n(.*?)```\n```json\n(.*?)```", page, re.DOTALL)
        assert len(found) >= 3
        for path, body, expected in found:
            answer = service.client.post(path, json=json.loads(body))
            assert answer.is_success and contains(answer.json(), json.loads(expected)), (path, answer.text)

    def test_every_route_is_named(self, service: Service) -> None:
        page = SERVICE_PAGE.read_text(encoding="utf-8")
        for path in service.get("/openapi.json")["paths"]:
            assert f"{path}`" in page, path


def contains(found: Any, expected: Any) -> bool:
    """Whether everything that is expected is there; lists have the same length."""
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(
            key in found and contains(found[key], value) for key, value in expected.items()
        )
    if isinstance(expected, list):
        return len(found) == len(expected) and all(map(contains, found, expected))
    return bool(found == expected)


def test_an_empty_statement_is_none() -> None:
    with pytest.raises(InvalidStatement):
        CheckFile("T", " \n", "by trivial")
