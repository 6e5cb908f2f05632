"""The conformance suite's files: cases separated by lines that begin with `--- `.

    --- case: intro names the hypotheses
    --- expect: ok
    theorem t (p q : Prop) : p → q → p := by
      intro hp hq
      exact hp
    --- case: rfl fails on different numerals
    --- expect: error tactic_failed
    example : 2 = 3 := by rfl

Each case is a file of its own. `expect: ok` means no error and no `sorry`; `expect: error CLASS` means that the
first error is of that class. `--- output:` is followed by the whole text of the first message.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.messages import SORRY_KIND, diagnostics
from tactic_mesh.theorem import ErrorClass, NoVerdict, Severity

FOLDER = Path(__file__).resolve().parent / "lean" / "conformance"


@dataclass(frozen=True, slots=True)
class Case:
    """One text and what Lean must say of it: `error` None means that it is accepted."""

    name: str
    line: int
    source: str
    error: ErrorClass | None
    output: str | None


def files() -> list[Path]:
    return sorted(FOLDER.rglob("*.lean"))


def cases(file: Path) -> Iterator[Case]:
    """The cases of a file, in its order. Raises: ValueError with line and remedy if it is not in the format."""
    blocks: list[tuple[int, str, str, list[str]]] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").rstrip("\n").split("\n"), 1):
        if line.startswith("--- "):
            mark, _, rest = line[4:].partition(":")
            blocks.append((number, mark, rest.strip(), []))
        elif blocks:
            blocks[-1][3].append(line)
        else:
            raise ValueError(f"{file}:{number}: begin with a line `--- case: NAME`")
    index = 0
    while index < len(blocks):
        number, name = blocks[index][0], blocks[index][2]
        marks = [block[1] for block in blocks[index : index + 3]]
        if marks[:2] != ["case", "expect"] or not name:
            raise ValueError(f"{file}:{number}: a case is `--- case: NAME`, `--- expect: …`, then the text")
        has_output = marks[2:] == ["output"]
        output = "\n".join(blocks[index + 2][3]).rstrip() if has_output else None
        source = "\n".join(blocks[index + 1][3])
        yield Case(name, number, source, _expected(f"{file}:{number}", blocks[index + 1][2]), output)
        index += 3 if has_output else 2


def _expected(place: str, words: str) -> ErrorClass | None:
    match words.split():
        case ["ok"]:
            return None
        case ["error", name] if name in list(ErrorClass):
            return ErrorClass(name)
        case _:
            raise ValueError(f"{place}: expect `ok` or `error CLASS`, not `{words}`")


def difference(case: Case, answer: RawAnswer | NoVerdict) -> str | None:
    """What Lean said that the case does not expect; None if it is as expected."""
    if isinstance(answer, NoVerdict):
        return f"no answer: {answer.reason} ({answer.detail})"
    found = diagnostics(answer.messages)
    errors = [d for d in found if d.severity is Severity.ERROR]
    seen = f"{errors[0].error_class}: {errors[0].text}" if errors else "no error"
    if case.error is None and errors:
        return f"expected ok, saw {seen}"
    if case.error is None and any(d.kind.endswith(SORRY_KIND) for d in found):
        return "expected ok, saw sorry"
    if case.error is not None and (not errors or errors[0].error_class is not case.error):
        return f"expected {case.error}, saw {seen}"
    first = found[0].text.rstrip() if found else ""
    if case.output is not None and first != case.output:
        return f"expected the output\n{case.output}\nsaw\n{first}"
    return None
