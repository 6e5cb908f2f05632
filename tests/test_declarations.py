"""Theorems found in a file by reading its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactic_mesh.lean.declarations import TheoremText, theorems, visible
from tactic_mesh.lean.source import SOURCE_BYTES_MAX


def only(text: str) -> TheoremText:
    found = theorems(text)
    assert len(found) == 1, found
    return found[0]


def names(text: str) -> list[str]:
    return [theorem.name for theorem in theorems(text)]


class TestParts:
    def test_plain(self) -> None:
        text = "def f := 1\n\ntheorem t (n : Nat) : n = n := by\n  rfl\n\ndef g := 2\n"
        found = only(text)
        assert (found.name, found.binders, found.statement) == ("t", "(n : Nat)", "n = n")
        assert found.body == "by\n  rfl"
        assert text[found.start :].startswith("theorem t")
        assert text[found.body_start - 2 : found.body_start] == ":="
        assert text[found.end :] == "def g := 2\n"
        assert found.prelude(text) == "def f := 1\n\n"

    @pytest.mark.parametrize(
        ("text", "binders", "statement"),
        [
            ("theorem t : a = b := c", "", "a = b"),
            ("theorem t (n : Nat := 3) {m : Nat} [h : C n] ⦃k : Nat⦄ : p := c", None, "p"),
            ("theorem t.{u, v} {α : Type u} : p := c", ".{u, v} {α : Type u}", "p"),
            ("theorem t : let x := 1; x = 1 := c", "", "let x := 1; x = 1"),
            ("theorem t : have h : p := q; r := c", "", "have h : p := q; r"),
            ("theorem t : (fun (x : Nat := 1) => x) = f := c", "", "(fun (x : Nat := 1) => x) = f"),
            ("theorem t : f { a := 1, b := [2] } = ⟨3⟩ := c", "", "f { a := 1, b := [2] } = ⟨3⟩"),
            ("theorem t : ∃ x : Nat, x = 1 := c", "", "∃ x : Nat, x = 1"),
            ("theorem t /- : no := -/ : p /- := -/ := c", "", "p"),
            ("theorem t (n : Nat) -- n\n  : -- p\n  p -- q\n  := c", "(n : Nat)", "p"),
            ('theorem t : s = ":= (" := c', "", 's = ":= ("'),
            ('theorem t : s = r#"\\" := "# := c', "", 's = r#"\\" := "#'),
            ("theorem t : c = ':' ∧ d = '\"' ∧ e = '\\'' := c", "", "c = ':' ∧ d = '\"' ∧ e = '\\''"),
            ("theorem t : f' x = '(' := c", "", "f' x = '('"),
            ("theorem t : Foo::bar := c", "", "Foo::bar"),
            ("theorem t :\n    ∀ n : Nat,\n      p n :=\n  c", "", "∀ n : Nat,\n      p n"),
            ("theorem t : ∀ n, p n\n  | 0 => a\n  | n + 1 => by have h := b; c", "", "∀ n, p n"),
            ("theorem t : (match n with\n  | 0 => a\n  | _ => b) := c", "", None),
        ],
    )
    def test_binders_and_statement(self, text: str, binders: str | None, statement: str | None) -> None:
        found = only(text)
        body = found.body_start + len(text[found.body_start :]) - len(text[found.body_start :].lstrip())
        assert found.statement == (statement if statement is not None else text[12 : text.index(" := c")])
        assert found.binders == (binders if binders is not None else text[10 : text.index(" : p")])
        assert text[body:].startswith(("c", "| 0 => a"))

    @pytest.mark.parametrize("name", ["t", "Foo.t'", "«a : b».c", "ünï₁", "t!", "_x"])
    def test_names(self, name: str) -> None:
        assert only(f"lemma {name} : p := c").name == name

    @pytest.mark.parametrize(
        "text",
        [
            "theorem t := c",
            "theorem t : p",
            "theorem : p := c",
            "theorems t : p := c",
            "example : p := c",
            "def theorem_like : p := c",
            "theorem t (n : p := c",
            "",
        ],
    )
    def test_what_is_no_theorem(self, text: str) -> None:
        assert theorems(text) == []


class TestSurroundings:
    @pytest.mark.parametrize(
        "text",
        [
            "/- theorem t : p := sorry -/",
            "/- /- -/\ntheorem t : p := sorry\n-/",
            "-- theorem t : p := sorry",
            "/-! \ntheorem t : p := sorry\n-/",
            'def s := "\ntheorem t : p := sorry\n"',
            'def s := r#"\ntheorem t : p := sorry " \n"#',
            "/- never closed\ntheorem t : p := sorry",
        ],
    )
    def test_comments_and_strings(self, text: str) -> None:
        assert theorems(text) == []
        assert names(f"{text}\n") == []

    @pytest.mark.parametrize(
        "before",
        [
            "-- an open /- in a line comment\n",
            'def s := "/-"\n',
            "def c := '\"'\n",
            "/- -- -/\n",
            "def f' := 1 -- it's\n",
        ],
    )
    def test_marks_that_open_nothing(self, before: str) -> None:
        assert only(f"{before}theorem t : p := c\n").prelude(f"{before}theorem t : p := c\n") == before

    @pytest.mark.parametrize(
        "before",
        [
            "@[simp] ",
            "@[simp, grind =]\n",
            "private ",
            "protected noncomputable ",
            "/-- doc -/ ",
            "/-- doc\nof two lines -/\n@[simp]\nprivate ",
            "@[simp] /-- odd -/ ",
            "  ",
            "  @[simp] ",
        ],
    )
    def test_modifiers_belong_to_the_theorem(self, before: str) -> None:
        text = f"def f := 1\n{before}theorem t : p := c\ndef g := 2"
        assert only(text).prelude(text).strip() == "def f := 1"

    def test_a_doc_comment_ends_the_theorem_before(self) -> None:
        text = "theorem a : p := c\n/-- about b -/\ntheorem b : q := d\n/-! end -/"
        assert [theorem.body for theorem in theorems(text)] == ["c", "d"]

    def test_indented_commands_end_a_theorem(self) -> None:
        text = "namespace A\n  theorem a : p := by\n    have := 1\n    open Nat in simp\n  theorem b : q := d\nend A"
        assert [(t.full_name, t.body[-4:]) for t in theorems(text)] == [("A.a", "simp"), ("A.b", "d")]

    def test_where_belongs_to_the_theorem(self) -> None:
        assert only("theorem t : p := f where\n  f : p := c\n").body == "f where\n  f : p := c"

    @pytest.mark.parametrize(
        ("chain", "prelude"),
        [
            ("open Nat in\n", "open Nat\n"),
            ("open Nat in ", "open Nat "),
            ("set_option a true in -- in\nopen B in\n/-- doc -/ ", "set_option a true -- in\nopen B\n"),
            ("omit [C α] in open A in @[simp] ", "omit [C α] open A "),
            ("variable (n : Nat) in\n", "variable (n : Nat)\n"),
        ],
    )
    def test_commands_that_end_with_in(self, chain: str, prelude: str) -> None:
        text = f"open Other in\ntheorem before : p := c\n{chain}theorem t : p := c"
        found = theorems(text)[1]
        assert found.prelude(text) == f"open Other in\ntheorem before : p := c\n{prelude}"

    @pytest.mark.parametrize(
        ("before", "full_name"),
        [
            ("namespace A\n", "A.t"),
            ("namespace A.B\nnamespace C\n", "A.B.C.t"),
            ("namespace A.B\nend B\n", "A.t"),
            ("namespace A\nnamespace B\nend A.B\n", "t"),
            ("namespace A\nsection\nnoncomputable section x\nend x\nend\n", "A.t"),
            ("namespace A\nsection x.y\nend x.y\n", "A.t"),
            ("namespace A\nmutual\nend\n", "A.t"),
            ("namespace «A B»\n", "«A B».t"),
            ("-- namespace A\n/- namespace B -/\n", "t"),
            ("end\nend A\n", "t"),
        ],
    )
    def test_namespaces(self, before: str, full_name: str) -> None:
        assert only(f"{before}theorem t : p := c").full_name == full_name

    def test_root_names(self) -> None:
        assert only("namespace A\ntheorem _root_.t : p := c").full_name == "t"


class TestUnfinished:
    @pytest.mark.parametrize(
        "body", ["sorry", "by\n  sorry", "by exact (sorry)", "by simp; sorry -- later", "⟨c, sorry⟩"]
    )
    def test_sorry(self, body: str) -> None:
        assert only(f"theorem t : p := {body}").unfinished

    @pytest.mark.parametrize(
        "body", ["c -- sorry", "/- sorry -/ c", 'f "sorry"', "sorryAx", "my.sorry", "sorry'", "«sorry»"]
    )
    def test_no_sorry(self, body: str) -> None:
        assert not only(f"theorem t : p := {body}").unfinished

    def test_sorry_in_an_equation(self) -> None:
        assert only("theorem t : ∀ n, p n\n  | 0 => sorry\n  | _ => c").unfinished


PIECES = st.sampled_from(
    [
        "--",
        "/-",
        "-/",
        "/--",
        '"',
        "'",
        "\\",
        'r#"',
        "«",
        "»",
        "\n",
        " ",
        "theorem t : p := c",
        "in",
        "x",
        "😀",
        "@[",
        "]",
    ]
    + ["namespace A", "end", "open B in", "sorry", "| 0 =>", "let", "(", ")", ":=", ":"]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text_is_read(text: str) -> None:
    seen = visible(text)
    assert len(seen) == len(text)
    assert all(new in (old, " ") for new, old in zip(seen, text, strict=True))
    ends = 0
    for theorem in theorems(text):
        assert ends <= theorem.chain <= theorem.start < theorem.body_start <= theorem.end
        assert theorem.statement in text
        assert theorem.body in text[theorem.body_start : theorem.end]
        assert text[theorem.statement_start :].startswith(theorem.statement)
        assert text[theorem.binders_start :].startswith(theorem.binders)
        ends = theorem.end


@pytest.mark.parametrize(
    "piece",
    [
        "/-",
        "/- a -/\n",
        "-- theorem\n",
        "@[\n",
        "nonrec\n",
        "«",
        '"',
        "theorem t : p := c\n",
        "open A in\n",
        "namespace A\n",
    ]
    + ["theorem t : let ", "theorem t : p\n", "|\n", "/-- -/", "   ", "in\n"],
)
def test_a_large_text_is_read_once(piece: str) -> None:
    """Finishes at all: a scan that starts again for each piece takes hours here."""
    size = SOURCE_BYTES_MAX // 4
    assert len(theorems(piece * (size // len(piece.encode())))) <= size


def test_what_a_macro_quotes_is_not_stated() -> None:
    text = (
        'macro "m" n:ident : command => `(\ntheorem a : (True) := trivial)\ntheorem b : True := trivial\n'
        "theorem c : True := by\n  exact (trivial)\n"
    )
    assert [theorem.name for theorem in theorems(text)] == ["b", "c"]
    # One that is never closed hides nothing.
    assert [theorem.name for theorem in theorems("x `(\ntheorem d : True := trivial\n")] == ["d"]
