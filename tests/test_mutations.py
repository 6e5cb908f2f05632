"""One symbol of an honest text is changed: the old statement is proved only where it is still the old statement.

The oracle is Lean's own printer: what it prints of the theorem and of every definition of the trusted text, with all
that is implicit, is the same for a changed text as for the trusted one, but for the names of variables.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import pytest
from corpus_of_texts import HONEST, Case, cases
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from running import Running, running

from tactic_mesh.errors import InvalidStatement
from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.library import Library
from tactic_mesh.lean.open import open_lean
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.theorem import Outcome
from tactic_mesh.verify.check import check
from tactic_mesh.verify.request import Request

# Texts that take long, or that Lean prints in too many lines.
_LONG = ("deep_terms", "large_numbers", "texts", "names", "ackermann", "well_founded_recursion")
# A field that nothing uses may have another name: it is not in the kernel's terms, but Lean prints it.
_UNUSED_FIELDS = ("default_values", "coercions", "universe_swap", "extended_structures", "universes")
TEXTS = [case for case in cases(HONEST) if case.name not in (*_LONG, *_UNUSED_FIELDS)]
# What may stand for each other in a text that Lean still reads.
GROUPS = ["∧∨→↔", "=≠<≤>≥", "+-*", "∀∃", "pq", "abc", "xyzn", "0123456789", "fg", "uvw", "⟨(", "⟩)", "¬ "]
SYMBOLS = "".join(GROUPS) + ".,:|_'←·«»[]{} \n"
LIMITS = Limits(wall_s=20.0)


@pytest.fixture(scope="module")
def lean(library: Library) -> Iterator[Running]:
    assert library.modules
    with running(open_lean(lean="embedded", jobs=2)) as opened:
        yield opened


@st.composite
def changed(draw: st.DrawFn, text: str) -> str:
    """`text` with one symbol replaced by a related one, or by any, or put in, or left out."""
    related = [(at, group) for at, symbol in enumerate(text) for group in GROUPS if symbol in group]
    if related and draw(st.integers(0, 3)) > 0:
        at, group = draw(st.sampled_from(related))
        return f"{text[:at]}{draw(st.sampled_from(group))}{text[at + 1 :]}"
    at = draw(st.integers(0, len(text) - 1))
    kept = draw(st.integers(at, at + 1))
    return f"{text[:at]}{draw(st.sampled_from(('', *SYMBOLS)))}{text[kept:]}"


@functools.cache
def stated(lean: Running, statement: str) -> dict[str, bool]:
    """The constants of a trusted text whose names can be written, and whether Lean made them up."""
    answer = lean.run(lean.lean.elaborate(statement, LIMITS))
    assert isinstance(answer, RawAnswer) and answer.constants is not None
    return {c.name: c.internal for c in answer.constants if re.fullmatch(r"[\w.']+", c.name)}


def printed(lean: Running, text: str, names: list[str], theorems: set[str]) -> list[str]:
    """What Lean prints of each name after `text`: the type of a theorem, all of another constant."""
    asked = [f"#check @{name}" if name in theorems else f"#print {name}" for name in names]
    questions = "".join(f"set_option pp.all true in {question}\n" for question in asked)
    end = text.count("\n") + 1
    answer = lean.run(lean.lean.elaborate(f"{text}\n{questions}", LIMITS))
    assert isinstance(answer, RawAnswer)
    found = {int(message["pos"]["line"]): str(message["data"]) for message in answer.messages}
    return [without_variables(found.get(end + 1 + index, "")) for index in range(len(names))]


_VARIABLES = re.compile(
    r"[({\[⦃]([^\W\d][\w'✝ ]*?) : |\.\{([^}]*)\}|fun ([\w' ]+)=>|let ([\w']+) :|(?:Sort|Type) \(?([\w' ]+)|∃ ([\w']+),"
)
_MADE_UP = re.compile(r"[\w.']+\.(?:match|_proof|proof|eq|_sunfold|_unary|_mutual)_?\d+")
_WORD = re.compile(r"[^\W\d][\w'✝]*(?:\.\d+)?")


def without_variables(text: str) -> str:
    """The text with its variables numbered as they come, and without attributes and numbers that Lean gives."""
    text = _MADE_UP.sub("made_up", re.sub(r"^@\[[^\]]*\] ", "", re.sub(r"\s+", " ", text)))
    names = {
        word
        for match in _VARIABLES.finditer(text)
        for part in match.groups()
        if part
        for word in _WORD.findall(part)
    }
    numbers: dict[str, str] = {}

    def number(match: re.Match[str]) -> str:
        word = match[0]
        return numbers.setdefault(word, f"v{len(numbers)}") if word in names else word

    return re.sub(r"(?<![.\w])[^\W\d][\w'✝]*", number, text)


def agrees(lean: Running, text: str, statement: str) -> bool:
    """Whether Lean prints for both texts the same of all that the trusted one declares."""
    constants = stated(lean, statement)
    stated_there = {m[1].rstrip(".") for m in re.finditer(r"theorem\s+([\w.']+)", statement)}
    theorems = {name for name in constants if name.split(".")[-1] in {t.split(".")[-1] for t in stated_there}}
    pairs = zip(
        constants.values(),
        printed(lean, text, list(constants), theorems),
        printed(lean, statement, list(constants), theorems),
        strict=True,
    )
    # A part that Lean made up may have another name, or belong to another definition.
    return all(ours == theirs for made_up, ours, theirs in pairs if not (made_up and "nknown" in ours))


def outcome(lean: Running, text: str, statement: str) -> Outcome:
    return lean.run(check(lean.lean, Request(text, statement=statement, limits=LIMITS))).outcome


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_changed_text(lean: Running, data: st.DataObject) -> None:
    case: Case = data.draw(st.sampled_from(TEXTS))
    text = data.draw(changed(case.text))
    assume(text != case.text)
    assert case.statement is not None
    if outcome(lean, text, case.statement) is Outcome.PROVED:
        assert agrees(lean, text, case.statement), text


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_changed_statement(lean: Running, data: st.DataObject) -> None:
    case: Case = data.draw(st.sampled_from(TEXTS))
    assert case.statement is not None
    statement = data.draw(changed(case.statement))
    assume(statement != case.statement)
    try:
        found = outcome(lean, case.text, statement)
    except InvalidStatement:
        return
    if found is Outcome.PROVED:
        assert agrees(lean, case.text, statement), statement


@pytest.mark.slow
@pytest.mark.parametrize("case", TEXTS, ids=[case.name for case in TEXTS])
def test_the_oracle_knows_the_honest_texts(lean: Running, case: Case) -> None:
    assert agrees(lean, case.text, case.statement or "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("p ∧ q → q ∧ p", "p ∧ q → q ∧ q"),
        ("p ∧ q → q ∧ p", "p ∧ q ↔ q ∧ p"),
        ("(p q : Prop)", "(p q : Bool)"),
    ],
)
def test_the_oracle_sees_a_change(lean: Running, old: str, new: str) -> None:
    statement = "theorem swap (p q : Prop) : p ∧ q → q ∧ p := sorry\n"
    assert not agrees(lean, statement.replace(old, new), statement)


def test_a_harmless_change_is_proved(lean: Running) -> None:
    """So that the tests above are not about rejections alone."""
    text = "theorem swap (p q : Prop) : p ∧ q → q ∧ p := fun h => ⟨h.2, h.1⟩\n"
    statement = "theorem swap (p q : Prop) : p ∧ q → q ∧ p := sorry\n"
    for old, new in (
        ("fun h", "fun  h"),
        ("(p q", "(p  q"),
        ("fun h => ⟨h.2, h.1⟩", "fun k => ⟨k.2, k.1⟩"),
        ("⟨h.2, h.1⟩", ".intro h.2 h.1"),
    ):
        assert outcome(lean, text.replace(old, new), statement) is Outcome.PROVED
    renamed = text.replace("p", "r").replace("Pror", "Prop").replace("swar", "swap")
    assert outcome(lean, renamed, statement) is Outcome.PROVED
    assert agrees(lean, renamed, statement)
