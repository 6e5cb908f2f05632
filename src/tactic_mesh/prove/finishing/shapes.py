"""The shape of a proof's text: cases with names on lines of their own instead of tactics joined by `<;>`.

Pure functions of texts and of goals as Lean displays them. What they make is a proposal: Lean accepts it or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tactic_mesh.experts.reading import fresh
from tactic_mesh.prove.structured.tactics import is_proposition
from tactic_mesh.theorem import Goal

INDENT = "  "
_JOINED = re.compile(
    r"^(?P<prefix>\s*(?:\| [^=]*=> |· )?)(?P<start>(?:fun_induction|induction|cases) (?:(?! with )[^<])*?)"
    r" <;> (?P<rest>.*)$"
)
_SIMPLIFIES = re.compile(r"\b(?:simp_all|simp)((?: \+\w+)*)(?: \[([^\[\]]*)\])?")
_UNNAMED = "✝"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_MARK = re.compile(rf"{_UNNAMED}[{_RAISED}]*\Z")
_ANONYMOUS = "a"
"""What Lean calls a constructor's field that has no name."""
_GROUP = r"\((?:[^()]|\([^()]*\))*\)"
"""Brackets around a text that may have brackets of its own."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A line `start <;> rest` of a proof, where `start` makes cases."""

    proof: str
    number: int
    prefix: str
    start: str
    rest: str

    @property
    def line(self) -> str:
        return self.proof.split("\n")[self.number]

    def alone(self) -> str:
        """The proof in which nothing follows the start, so that Lean displays what it leaves."""
        return self.written(self.start)

    def written(self, line: str) -> str:
        """The proof with another line in the place of this one."""
        return self._with([f"{self.prefix}{line}"])

    def cases(self, goals: tuple[Goal, ...]) -> list[tuple[str, list[str]]]:
        """For each goal its header, and the names of its induction hypotheses."""
        return [named_case(self.start, goal) for goal in goals]

    def structured(self, cases: list[tuple[str, list[str]]]) -> str:
        """The proof with a line for each header and its tactics."""
        depth = re.match(r"\s*", self.prefix)
        indent = depth[0] if depth else ""
        lines = []
        if self.prefix.lstrip().startswith("|"):
            lines.append(self.prefix.rstrip())
            indent += INDENT
            lines.append(f"{indent}{self.start} with")
        elif self.prefix.lstrip().startswith("·"):
            lines.append(f"{self.prefix}{self.start} with")
            indent += INDENT
        else:
            lines.append(f"{indent}{self.start} with")
        for header, body in cases:
            lines += block(indent, f"| {header} => ", body)
        return self._with(lines)

    def _with(self, lines: list[str]) -> str:
        own = self.proof.split("\n")
        return "\n".join([*own[: self.number], *lines, *own[self.number + 1 :]])


def joined(proof: str) -> Iterator[Joined]:
    """The lines of a proof that join what follows to a tactic that makes cases."""
    for number, line in enumerate(proof.split("\n")):
        match = _JOINED.match(line)
        if match is not None:
            rest = match["rest"]
            yield Joined(proof, number, match["prefix"], match["start"], without_brackets(rest))


def splitting(proof: str) -> Iterator[str]:
    """Proofs in which a line that simplifies, splits and simplifies again in one chain is two or three lines."""
    lines = proof.split("\n")
    for number, line in enumerate(lines):
        match = re.match(r"^(\s*)(\| [^=]*=> |· )?(\(*try .*repeat' split.*)$", line)
        if match is None:
            continue
        indent, mark, rest = match[1], match[2] or "", match[3]
        hypotheses = [name for name in mark.split()[2:-1] if name.startswith("ih")]
        for body in closers(without_brackets(rest), hypotheses):
            yield "\n".join([*lines[:number], *block(indent, mark, body), *lines[number + 1 :]])


def block(indent: str, mark: str, body: list[str]) -> list[str]:
    """Tactics one below the other after `| case =>`, `·` or nothing."""
    if len(body) == 1:
        return [f"{indent}{mark}{body[0]}"]
    if mark.startswith("|"):
        return [f"{indent}{mark.rstrip()}", *(f"{indent}{INDENT}{tactic}" for tactic in body)]
    if mark:
        return [f"{indent}{mark}{body[0]}", *(f"{indent}{INDENT}{tactic}" for tactic in body[1:])]
    return [f"{indent}{tactic}" for tactic in body]


def without_brackets(tactic: str) -> str:
    """A tactic without brackets around the whole of it."""
    if not (tactic.startswith("(") and tactic.endswith(")")):
        return tactic
    depth = 0
    for place, character in enumerate(tactic):
        depth += (character == "(") - (character == ")")
        if depth == 0 and place < len(tactic) - 1:
            return tactic
    return tactic[1:-1]


def named_case(start: str, goal: Goal) -> tuple[str, list[str]]:
    """`succ n ih` for a goal `case succ` with its unnamed variables, and the names of induction hypotheses."""
    variable = start.split()[1]
    variable = variable if variable.isidentifier() and not start.startswith("fun_induction") else ""
    unnamed = [(name, h.type) for h in goal.hypotheses for name in h.names if _MARK.search(name)]
    taken = {name for h in goal.hypotheses for name in h.names if not _MARK.search(name)}
    inductive = not start.startswith("cases")
    of_ih = {name: type_ for name, type_ in unnamed if inductive and (is_proposition(type_) or "ih" in name)}
    parts = [name for name, _ in unnamed if name not in of_ih]
    about = {ih: next((part for part in parts if _mentions(type_, part)), "") for ih, type_ in of_ih.items()}
    recursive = [part for part in parts if part in about.values()]
    if inductive and not recursive and len(parts) == len(of_ih):
        recursive, about = parts, dict(zip(of_ih, parts, strict=True))
    sides = dict(zip(recursive, "lr", strict=True)) if len(recursive) == 2 else {}
    given: dict[str, str] = {}
    names, hypotheses = [], []
    for name, type_ in unnamed:
        bare = _MARK.sub("", name)
        if name in of_ih:
            base = "ih" if len(of_ih) == 1 else f"ih{given.get(about[name], '')}"
            hypotheses.append(fresh(base, taken))
            names.append(hypotheses[-1])
        elif is_proposition(type_):
            names.append(fresh("h", taken))
        else:
            own = sides.get(name, bare) if bare == _ANONYMOUS else bare
            itself = name in recursive and (len(recursive) == 1 or own == _ANONYMOUS)
            given[name] = fresh(_part_name(own, variable, itself=itself), taken)
            names.append(given[name])
    tag = (goal.case or "").rpartition(".")[2]
    return " ".join([tag, *names]), hypotheses


def _mentions(type_: str, name: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(name)}(?![{_RAISED}])", type_) is not None


def _part_name(own: str, variable: str, *, itself: bool) -> str:
    """A name for a constructor's field: a part of the same type is called as the whole was, an element of `xs` `x`."""
    if variable and itself:
        return variable
    if own == "head":
        return variable[:-1] if variable.endswith("s") and len(variable) > 1 else "a"
    if own == "tail":
        return variable or "xs"
    return own if own.isidentifier() and own != "_" else "a"


def closers(rest: str, hypotheses: list[str]) -> Iterator[list[str]]:
    """Tactics for one case, the plainest first, in place of what closed all cases."""
    yield ["rfl"]
    match = _SIMPLIFIES.search(rest)
    if match is None:
        yield ["simp"]
        yield [rest]
        return
    options, rules = match[1], [rule for rule in (match[2] or "").split(", ") if rule]
    own = f" [{', '.join(rules)}]" if rules else ""
    with_ih = f" [{', '.join([*rules, *hypotheses])}]" if rules or hypotheses else ""
    yield [f"simp{options}{own}"]
    if hypotheses:
        yield [f"simp{options}{with_ih}"]
    if "omega" in rest:
        yield ["omega"]
        yield [f"simp{options}{with_ih}", "omega"]
    yield [f"simp_all{options}{own}"]
    if "omega" in rest:
        yield [f"simp_all{options}{own}", "omega"]
    if "split" in rest:
        simplify, simplify_all = f"simp{options}{with_ih}", f"simp_all{options}{own}"
        yield [simplify, f"split <;> {simplify_all}"]
        yield [simplify_all, f"split <;> {simplify_all}"]
        yield [f"split <;> {simplify_all}"]
        yield [simplify, f"split <;> {simplify_all} <;> omega"]
        yield [simplify, "repeat' split", f"all_goals {simplify_all}"]
        yield [simplify, "repeat' split", f"all_goals first | omega | {simplify_all}"]


def with_binders(start: str, proof: str) -> tuple[str, str] | None:
    """`theorem f : ∀ (x : A), B` as `theorem f (x : A) : B`, and the proof without the names that it gave to these."""
    match = re.match(rf"^(theorem \S+) : ∀ ((?:{_GROUP} ?)+), (.*)$", start, re.DOTALL)
    if match is None:
        bare = re.match(r"^(theorem \S+) : ∀ ([\w' ]+ : [^(),]+), (.*)$", start, re.DOTALL)
        return with_binders(f"{bare[1]} : ∀ ({bare[2]}), {bare[3]}", proof) if bare else None
    names = [name for group in re.findall(_GROUP, match[2]) for name in _bound(group)]
    lines = proof.split("\n")
    if len(lines) > 2 and lines[1] == "  intros":
        del lines[1]
    introduced = re.fullmatch(r"  intro ((?:\S+ ?)+)", lines[1]) if len(lines) > 1 else None
    if introduced is not None:
        given = introduced[1].split()
        if given[: len(names)] != names:
            return None
        rest = given[len(names) :]
        lines[1:2] = [f"  intro {' '.join(rest)}"] if rest else []
    if len(lines) < 2:
        return None
    return f"{match[1]} {match[2]} : {match[3]}", "\n".join(lines)


def _bound(group: str) -> list[str]:
    """The names of `(x y : A)`."""
    return group[1:].partition(" :")[0].split()


def unchained(proof: str) -> Iterator[str]:
    """Proofs in which the last tactic of a chain stands on its own line."""
    lines = proof.split("\n")
    for number, line in enumerate(lines):
        match = re.match(r"^(\s*)(\| [^=]*=> |· )?(simp.*?) <;> (omega)$", line)
        if match is None:
            continue
        new = block(match[1], match[2] or "", [match[3], match[4]])
        yield "\n".join([*lines[:number], *new, *lines[number + 1 :]])
    for number in range(1, len(lines) - 1):
        first, second = lines[number], lines[number + 1].strip()
        if first.strip().startswith("intro ") and second.startswith("intro "):
            yield "\n".join([*lines[:number], f"{first} {second[6:]}", *lines[number + 2 :]])


def introduced(start: str, proof: str) -> Iterator[str]:
    """Proofs that name a statement's variables first, where a `∀` was simplified by a rule or left without names."""
    names = leading_variables(start)
    if names and (match := re.fullmatch(r"by\n  intros; (.*)", proof)):
        yield f"by\n  intro {' '.join(names)}\n  {match[1]}"
    if not names or "\n  intro" in proof or "implies_true" not in proof:
        return
    yield f"by\n  intro {' '.join(names)}\n  rfl"
    fewer = re.sub(r" \[implies_true\]|, implies_true\b|\bimplies_true, ", "", proof)
    yield fewer.replace("by\n", f"by\n  intro {' '.join(names)}\n", 1)


def leading_variables(start: str) -> list[str]:
    """The names that a statement `∀ (x y : A) (z : B), …` binds first; none where it is written otherwise."""
    match = re.match(r"^theorem \S+ : ∀ (.*)$", start, re.DOTALL)
    if match is None:
        return []
    rest = match[1]
    if not rest.startswith("("):
        return rest.partition(" :")[0].split() if re.match(r"^[\w' ]+ :", rest) else []
    groups = re.match(rf"^(?:{_GROUP} ?)+", rest)
    if groups is None:
        return []
    return [name for group in re.findall(_GROUP, groups[0]) for name in _bound(group)]


def fewer_brackets(text: str) -> Iterator[str]:
    """The text without one pair of brackets that may not be needed."""
    for match in re.finditer(r"\(", text):
        depth = 0
        for place in range(match.start(), len(text)):
            depth += (text[place] == "(") - (text[place] == ")")
            if depth == 0:
                inner = text[match.start() + 1 : place]
                if " : " not in inner:
                    yield text[: match.start()] + inner + text[place + 1 :]
                break


def better_names(proof: str) -> Iterator[str]:
    """Proofs in which one name that was numbered to be new (`x1`) is a name of its own."""
    for header in re.findall(r"^\s*\| (\S+(?: \S+)*) =>", proof, re.MULTILINE):
        names = header.split()[1:]
        for name in names:
            match = re.fullmatch(r"([a-z]+?)s?(\d+)", name)
            if match is None or match[1] == "ih":
                continue
            base = match[1]
            plain = [f"{base}s", "y", "ys"] if header.startswith("cons ") and base in names else [base]
            for other in [*plain, *"abcmk"]:
                if re.search(rf"(?<![\w.]){other}(?![\w'])", proof) is None:
                    yield re.sub(rf"(?<![\w.'{_UNNAMED}]){name}(?![\w'])", other, proof)
                    break
