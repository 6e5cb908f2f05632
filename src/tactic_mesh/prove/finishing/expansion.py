"""The tactics that a search joins in one line, apart: what a line is made of, and how a person would write each part.

An expert closes a goal by a chain such as `(try simp only […] at *) <;> (try simp only […] at *) <;> omega`, whose
parts are there for every goal that may come. For one theorem most say nothing. Here are the parts, and the texts that
could stand for them; which of these Lean accepts, `finisher.py` asks. Pure functions of texts and of goals as
Lean displays them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tactic_mesh.prove.finishing.shapes import INDENT, block, closers, without_brackets
from tactic_mesh.theorem import Goal

WIDTH_MAX = 100
"""Characters in a line of a finished proof, where it can be broken."""
_LINE = re.compile(r"^(\s*)(\| [^=]*=> |· )?(.*)$")
_OPENING, _CLOSING = "([{⟨", ")]}⟩"
_STARTS = ("rcases ", "cases ", "split", "by_cases ")
_EVERY_VALUE = re.compile(r"^exact \(by decide \+kernel : ")
_FACT = "key"


@dataclass(frozen=True, slots=True)
class Chain:
    """Line `number` of a proof, after `indent` and `mark` (`· `, `| case => ` or nothing), as its parts."""

    proof: str
    number: int
    indent: str
    mark: str
    parts: tuple[str, ...]

    @property
    def line(self) -> str:
        return self.proof.split("\n")[self.number]

    def written(self, tactics: list[str]) -> str:
        """The proof with these lines in the place of the chain."""
        own = self.proof.split("\n")
        lines = block(self.indent, self.mark, tactics)
        return "\n".join([*own[: self.number], *lines, *own[self.number + 1 :]])

    def hypotheses(self) -> list[str]:
        """The induction hypotheses that the mark names."""
        return [name for name in self.mark.split()[2:-1] if name.startswith("ih")]


def chains(proof: str) -> Iterator[Chain]:
    """The lines of a proof that show how a search joins tactics."""
    for number, line in enumerate(proof.split("\n")):
        match = _LINE.match(line)
        if number == 0 or match is None or match[3].startswith(("induction ", "fun_induction ", "cases ")):
            continue
        parts = parts_of(match[3])
        shows = any(one.startswith(("try ", "repeat'", "have ")) for one in parts)
        if len(parts) > 1 and (shows or len(split_top(without_brackets(match[3]), "; ")) > 1):
            yield Chain(proof, number, match[1], match[2] or "", in_order(parts))


def parts_of(tactic: str) -> tuple[str, ...]:
    """The tactics that `<;>`, `;` and brackets join, in the order in which they run."""
    bare = without_brackets(tactic.strip())
    for separator in ("; ", " <;> "):
        pieces = split_top(bare, separator)
        if len(pieces) > 1:
            return tuple(part for piece in pieces for part in parts_of(piece))
    return (bare,) if bare == tactic.strip() else parts_of(bare)


def split_top(text: str, separator: str) -> list[str]:
    """The text split where the separator stands outside of all brackets."""
    depth, last, found = 0, 0, []
    for place, character in enumerate(text):
        depth += (character in _OPENING) - (character in _CLOSING)
        if depth == 0 and text.startswith(separator, place):
            found.append(text[last:place])
            last = place + len(separator)
    return [*found, text[last:]]


def in_order(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Facts before the case distinctions, and each by a name of its own."""
    tried = [without_brackets(one.removeprefix("try ")) for one in parts]
    facts = [bare for bare in tried if bare.startswith("have ")]
    others = [one for one, bare in zip(parts, tried, strict=True) if not bare.startswith("have ")]
    return (*_own_names(facts), *others)


def _own_names(facts: list[str]) -> Iterator[str]:
    """`have h := …` again and again, as `h`, `h1`, and so on."""
    seen: set[str] = set()
    for fact in facts:
        match = re.match(r"^have (\w+)(.*)$", fact, re.DOTALL)
        if match is None:
            yield fact
            continue
        base = match[1].rstrip("0123456789")
        number = int(match[1][len(base) :] or 0)
        while (name := f"{base}{number or ''}") in seen:
            number += 1
        seen.add(name)
        yield f"have {name}{match[2]}"


def as_chain(parts: tuple[str, ...]) -> str:
    """The parts as one line again."""
    if len(parts) == 1:
        return parts[0]
    return " <;> ".join(f"({one})" if " " in one and not one.startswith("simp") else one for one in parts)


def is_start(part: str) -> bool:
    """Whether a part is there to make cases."""
    return part.startswith(_STARTS)


def known_facts(parts: tuple[str, ...]) -> list[str]:
    """The names that `rcases … with` and `have` of the parts bring into the goals after them."""
    found: dict[str, None] = {}
    for part in parts:
        if match := re.match(r"^rcases \w+ with (\w+)", part):
            found[match[1]] = None
    return list(found)


def endings(parts: tuple[str, ...], facts: list[str]) -> Iterator[list[str]]:
    """Lines that could close what these parts closed, the plainest first."""
    text = " <;> ".join(parts)
    if "simp only" in text:
        if "omega" in text:
            yield ["omega"]
        return
    if not any(word in text for word in ("simp", "omega")):
        return
    for ending in closers(text, facts):
        if ending != [text]:
            yield ending


def for_all(parts: tuple[str, ...], facts: list[str]) -> Iterator[str]:
    """What could follow `<;>` after a tactic that makes cases."""
    for ending in endings(parts, facts):
        if not any("split" in one or "all_goals" in one for one in ending):
            yield " <;> ".join(ending)


def steps(part: str, before: Goal, after: Goal | None) -> Iterator[str]:
    """A part as it could be said of one goal: without `try`, and `at` where it changed something alone."""
    bare = without_brackets(part.removeprefix("try "))
    if not bare.endswith(" at *"):
        yield bare
        return
    start = bare.removesuffix(" at *")
    changed = changed_in(before, after) if after is not None else []
    if changed in ([], ["⊢"]):
        yield start
    if changed:
        yield f"{start} at {' '.join(changed)}"
    yield bare


def changed_in(before: Goal, after: Goal) -> list[str]:
    """The hypotheses that say something else now, and `⊢` if the target does."""
    old = {name: one.type for one in before.hypotheses for name in one.names}
    new = {name: one.type for one in after.hypotheses for name in one.names}
    found = [name for name, type_ in old.items() if new.get(name) != type_]
    return [*found, "⊢"] if before.target != after.target else found


def bulleted(start: str, bodies: list[list[str]]) -> list[str]:
    """A tactic that makes cases, and a `·` for each."""
    return [start, *(line for body in bodies for line in block("", "· ", body))]


def known_first(proof: str) -> Iterator[str]:
    """Proofs in which a statement that all values were tried for has a name, and is used on a line of its own."""
    lines = proof.split("\n")
    for number, line in enumerate(lines):
        match = _LINE.match(line)
        assert match is not None
        indent, mark, tactic = match[1], match[2] or "", match[3]
        if not _EVERY_VALUE.match(tactic):
            continue
        claim, *arguments = split_top(tactic.removeprefix("exact "), " ")
        statement = without_brackets(claim).partition(" : ")[2]
        named = [f"have {_FACT} : {statement} := by decide +kernel", f"exact {_FACT} {' '.join(arguments)}"]
        yield "\n".join([*lines[:number], *block(indent, mark, named), *lines[number + 1 :]])


def fewer_facts(proof: str) -> Iterator[str]:
    """Proofs with one alone of the facts that a chain tries to add, or without one of them."""
    lines = proof.split("\n")
    for number, line in enumerate(lines):
        match = _LINE.match(line)
        assert match is not None
        pieces = split_top(without_brackets(match[3]), "; ")
        facts = [piece for piece in pieces if piece.startswith("(try have ")]
        alone = [[fact] for fact in facts] if len(facts) > 2 else []
        for kept in (*alone, *([one for one in facts if one != fact] for fact in facts)):
            chain = "; ".join(piece for piece in pieces if piece in kept or piece not in facts)
            changed = block(match[1], match[2] or "", [f"({chain})"])
            yield "\n".join([*lines[:number], *changed, *lines[number + 1 :]])


def taken_apart_at_once(proof: str) -> Iterator[str]:
    """Proofs in which what an `intro` or `obtain` brings is taken apart there, and not by an `obtain` after it."""
    lines = proof.split("\n")
    read = [_Bringing.read(line) for line in lines]
    # Inner ones first: what an `intro` brings is taken apart to the end.
    for number, first in sorted(enumerate(read), key=lambda pair: pair[1] is not None and not pair[1].of):
        for later in range(number + 1, len(lines)) if first is not None else ():
            second = read[later]
            if first is None or second is None or not second.of or second.lead != " " * len(first.lead):
                break
            if second.of in first.names:
                kept = [*lines[number + 1 : later], *lines[later + 1 :]]
                yield "\n".join([*lines[:number], first.with_inner(second), *kept])


@dataclass(frozen=True, slots=True)
class _Bringing:
    """`intro names` or `obtain ⟨names⟩ := of`, after what stands before it on its line."""

    lead: str
    names: list[str]
    of: str

    @classmethod
    def read(cls, line: str) -> _Bringing | None:
        if match := re.match(r"^(\s*(?:· |\| [^=]*=> )?)intro (.*)$", line):
            return cls(match[1], split_top(match[2], " "), "")
        if match := re.match(r"^(\s*(?:· |\| [^=]*=> )?)obtain ⟨(.*)⟩ := (.*)$", line):
            return cls(match[1], split_top(match[2], ", "), match[3])
        return None

    def with_inner(self, inner: _Bringing) -> str:
        """The line in which the name that `inner` takes apart is taken apart at once."""
        place = len(self.names) - 1 - self.names[::-1].index(inner.of)
        flat = bool(self.of) and place == len(self.names) - 1
        names = inner.names if flat else [f"⟨{', '.join(inner.names)}⟩"]
        brought = [*self.names[:place], *names, *self.names[place + 1 :]]
        if self.of:
            return f"{self.lead}obtain ⟨{', '.join(brought)}⟩ := {self.of}"
        return f"{self.lead}intro {' '.join(brought)}"


def within_width(proof: str) -> str:
    """The proof with its long lines broken after `<;>`, `:= by` or a comma, where they have one."""
    return "\n".join(piece for line in proof.split("\n") for piece in _broken(line))


def _broken(line: str) -> list[str]:
    if len(line) <= WIDTH_MAX:
        return [line]
    if case := re.match(r"^(\s*)(\| [^=]*=>) (.*)$", line):
        return [f"{case[1]}{case[2]}", *_broken(f"{case[1]}{INDENT}{case[3]}")]
    indent = " " * (len(line) - len(line.lstrip())) + INDENT * 2
    for separator in (" <;> ", " := by ", *((", ", " → ") if " [" in line else (" → ", ", "))):
        kept = separator.rstrip()
        at = line.rfind(separator, len(indent), WIDTH_MAX - len(kept) + 1)
        if at > 0:
            rest = indent + line[at + len(separator) :]
            return [line[: at + len(kept)], *_broken(rest)]
    return [line]
