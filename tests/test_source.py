"""Lean source as users give it: bytes, headers, and positions in code points."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactic_mesh.errors import InputError
from tactic_mesh.lean.source import (
    SOURCE_BYTES_MAX,
    Composed,
    Header,
    Lines,
    Segment,
    blank_header,
    decode,
    header,
    read,
    skip_comment,
)

# Python ends lines at many of these, Lean at "\n" alone.
CHARACTERS = st.sampled_from("ab \t\n\r\x0b\x0c\x1c\x85\u2028\u0301é∀😀-/")
TEXTS = st.text(CHARACTERS, max_size=60)


class TestDecode:
    def test_byte_order_mark_goes(self) -> None:
        assert decode(b"\xef\xbb\xbfimport Init", "x") == "import Init"

    def test_crlf_becomes_lf_and_other_ends_stay(self) -> None:
        assert decode("a\r\nb\rc\u2028d\x85e\n".encode(), "x") == "a\nb\rc\u2028d\x85e\n"

    @pytest.mark.parametrize("raw", [b"", b"\n", b"\xef\xbb\xbf"])
    def test_nothing(self, raw: bytes) -> None:
        assert decode(raw, "x").strip() == ""

    @pytest.mark.parametrize(
        ("raw", "where"),
        [
            (b"a\nb\xff", "byte 3 (line 2)"),
            (b"\xc3", "byte 0 (line 1)"),
            (b"\xed\xa0\x80", "byte 0 (line 1)"),
        ],
    )
    def test_invalid_utf8_says_where(self, raw: bytes, where: str) -> None:
        with pytest.raises(InputError) as caught:
            decode(raw, "Foo.lean")
        assert where in str(caught.value)
        assert "Foo.lean" in str(caught.value)

    def test_nul_says_where(self) -> None:
        with pytest.raises(InputError, match=r"NUL character \(line 2\)"):
            decode(b"a\nb\0", "x")

    def test_size(self) -> None:
        assert len(decode(b" " * SOURCE_BYTES_MAX, "x")) == SOURCE_BYTES_MAX
        with pytest.raises(InputError, match="Split it"):
            decode(b" " * (SOURCE_BYTES_MAX + 1), "x")


class TestRead:
    def test_a_file(self, tmp_path: Path) -> None:
        file = tmp_path / "A.lean"
        file.write_bytes("\ufefftheorem t : ∀ x, x\r\n".encode())
        assert read(file) == "theorem t : ∀ x, x\n"

    def test_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="No such file"):
            read(tmp_path / "A.lean")

    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="directory"):
            read(tmp_path)

    def test_too_large(self, tmp_path: Path) -> None:
        file = tmp_path / "A.lean"
        with file.open("wb") as opened:
            opened.truncate(10 << 20)
        with pytest.raises(InputError, match=f"{10 << 20} bytes"):
            read(file)


HEADERS = [
    ("", (), 0),
    ("theorem import : True := trivial", (), 0),
    ("import A", ("A",), 8),
    ("import A.B.C\nimport D\ntheorem", ("A.B.C", "D"), 21),
    ("-- import X\nimport A", ("A",), 20),
    ("/- import X /- import Y -/ import Z -/ import A", ("A",), 47),
    ("/- a --/ import A", ("A",), 17),
    ("import /- why -/ A -- and\n\n import\nB", ("A", "B"), 36),
    ("public import A\nimport all B\nmeta import C\npublic meta import D", ("A", "B", "C", "D"), 63),
    ("import «A B».C.«D.E»", ("A B.C.D.E",), 20),
    ("import Init open Nat", ("Init",), 11),
    # What Lean does not take for a header.
    ("/-- doc -/ import A", (), 0),
    ("/-! doc -/ import A", (), 0),
    ("open Nat\nimport A", (), 0),
    ("imports A", (), 0),
    ("import' A", (), 0),
    ("import", (), 0),
    ("/- never closed import A", (), 0),
    ("import A /- never closed", ("A",), 8),
]


class TestHeader:
    @pytest.mark.parametrize(("text", "imports", "end"), HEADERS)
    def test_imports(self, text: str, imports: tuple[str, ...], end: int) -> None:
        assert header(text) == Header(imports, prelude=False, module=False, end=end)

    @pytest.mark.parametrize(
        ("text", "prelude", "module"),
        [
            ("prelude\nimport A", True, False),
            ("module\nimport A", False, True),
            ("module -- first\n/- then -/ prelude\nimport A", True, True),
        ],
    )
    def test_prelude_and_module(self, text: str, prelude: bool, module: bool) -> None:
        assert header(text) == Header(("A",), prelude, module, len(text))

    def test_a_word_that_begins_like_one(self) -> None:
        assert header("modules\nimport A") == Header((), False, False, 0)

    @given(TEXTS, TEXTS)
    def test_blank_keeps_positions(self, before: str, after: str) -> None:
        text = f"/-{before.replace('-', ' ')}-/ import A.B\n{after}"
        found = header(text)
        blank = blank_header(text, found)
        assert len(blank) == len(text)
        assert blank[: found.end].count("\n") == text[: found.end].count("\n")
        assert blank[: found.end].strip(" \n") == ""
        assert blank[found.end :] == text[found.end :]

    @pytest.mark.parametrize(
        "piece", ["import A\n", "-- a\n", "/- a -/", "/- ", "/--/", " ", "\n", "import /- a -/ A ", "module "]
    )
    def test_a_large_text_is_read_once(self, piece: str) -> None:
        """Finishes at all: a scan that starts again for each piece takes hours here."""
        text = piece * (SOURCE_BYTES_MAX // len(piece))
        assert header(text).end <= len(text)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("-- a\nb", 5),
        ("-- a", 4),
        ("/- a -/b", 7),
        ("/- /- -/ -/b", 11),
        ("/-/ -/b", 6),
        ("/- -- -/b", 8),
        ("/-- a -/b", 8),
        ("/- /- -/", None),
        ("b -- a", None),
        ("/ - a", None),
    ],
)
def test_skip_comment(text: str, end: int | None) -> None:
    assert skip_comment(text, 0) == end


class TestLines:
    def test_code_points(self) -> None:
        lines = Lines("😀e\u0301x\r\ny\u2028z")
        assert lines.position(3) == (1, 3)
        assert lines.position(6) == (2, 0)
        assert lines.position(8) == (2, 2)

    def test_outside_the_text(self) -> None:
        lines = Lines("ab\ncd")
        assert lines.offset(0, 0) == 0
        assert lines.offset(1, -1) == 0
        assert lines.offset(9, 9) == 5
        assert lines.position(5) == (2, 2)

    @given(TEXTS)
    def test_offset_of_position(self, text: str) -> None:
        lines = Lines(text)
        for offset in range(len(text) + 1):
            line, column = lines.position(offset)
            assert lines.offset(line, column) == offset
            assert text.split("\n")[line - 1][:column] == text[offset - column : offset]


class TestComposed:
    @given(st.lists(st.tuples(st.sampled_from(["", "a", "b", "c"]), TEXTS), max_size=6))
    def test_every_offset_has_its_origin(self, pieces: list[tuple[str, str]]) -> None:
        composed = Composed([Segment(origin, text) for origin, text in pieces])
        whole = Lines(composed.text)
        start = 0
        for origin, text in pieces:
            for offset in range(len(text)):
                place = whole.position(start + offset)
                inside = Lines(text).position(offset)
                assert composed.origin(*place) == ((origin, *inside) if origin else ("", *place))
                after = whole.position(start + offset + 1)
                inside = Lines(text).position(offset + 1)
                assert composed.origin(*after, end=True) == ((origin, *inside) if origin else ("", *after))
            start += len(text)

    def test_end_of_the_last_piece(self) -> None:
        composed = Composed([Segment("", "theorem t : "), Segment("statement", "a\nb")])
        assert composed.origin(2, 1) == ("statement", 2, 1)

    def test_end_of_a_piece_before_ours(self) -> None:
        composed = Composed([Segment("statement", "a"), Segment("", " := by sorry")])
        assert composed.origin(1, 1) == ("", 1, 1)

    @pytest.mark.parametrize(
        ("column", "nearest"),
        [
            (0, ("", 1, 0)),
            (2, ("a", 1, 0)),
            (4, ("a", 1, 2)),
            (5, ("b", 1, 0)),
            (6, ("b", 1, 1)),
            (7, ("b", 1, 1)),
        ],
    )
    def test_nearest(self, column: int, nearest: tuple[str, int, int]) -> None:
        pieces = [
            Segment("", "--"),
            Segment("a", "aa"),
            Segment("", "-"),
            Segment("b", "b"),
            Segment("", "--"),
        ]
        assert Composed(pieces).nearest(1, column) == nearest

    def test_nothing(self) -> None:
        assert Composed([]).origin(1, 0) == ("", 1, 0)
