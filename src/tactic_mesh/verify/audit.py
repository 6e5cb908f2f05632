"""Is what was compiled what was asked for? A comparison of kernel terms; no text of Lean is looked at.

The trusted statement was compiled by itself, the candidate by itself, both are read as data. A target holds if the
candidate has a theorem of this name whose type is the very term of the trusted one, and if every constant of the
trusted text that the type reaches is the same in the candidate: kind, type, and value. Theorems on that way count
by their type, for any proof is as good as another. Universe parameters may have other names, in the same order.

Names that Lean makes up itself (`f.match_1`, `_proof_2`) may differ, because helpers before a definition shift
their numbers: such a constant stands for one of another name if both are the same term by term.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from tactic_mesh.verify.names import plain_name
from tactic_mesh.verify.terms import (
    Constant,
    Expr,
    ExprKind,
    Kind,
    Name,
    Terms,
    name_bytes,
    name_text,
)

_MADE_UP = re.compile(r"^_|^(?:match|proof|eq|spec|lam|elam|splitter|sunfold|unfold|congr_eq|omega)_\d")
_RENAMEABLE = frozenset({Kind.THEOREM, Kind.DEFINITION})

Constants = Mapping[Name, Constant]


def is_made_up(name: Name) -> bool:
    """Whether Lean gave this name by itself, to a part of something that was named."""
    return any(isinstance(part, int) or _MADE_UP.match(part) for part in public_name(name))


def public_name(name: Name) -> Name:
    """The name as it stands in the text: a private one without what Lean puts before it."""
    if name[:1] == ("_private",):
        for index, part in enumerate(name):
            if isinstance(part, int):
                return name[index + 1 :]
    return name


def owner(name: Name) -> Name:
    """What the user wrote of which a made-up name is a part: `f` for `f.match_1`."""
    public = public_name(name)
    count = 0
    while count < len(public) and not is_made_up(public[count : count + 1]):
        count += 1
    return public[:count] or public


def named(constants: Constants, text: str) -> Name | None:
    """The constant that a user calls `text`: by its full name, or by that of a private one."""
    wanted = plain_name(text)
    for name in constants:
        if plain_name(name_text(name)) == wanted:
            return name
    private = (name for name in constants if name[:1] == ("_private",))
    found = [name for name in private if plain_name(name_text(public_name(name))) == wanted]
    return found[0] if len(found) == 1 else None


def reached(
    terms: Terms, constants: Constants, roots: Iterable[Name], *, through_proofs: bool = True
) -> set[Name]:
    """`roots` and all constants that they use, through types, values, constructors and recursion rules.

    Those outside `constants` are among them and are the ends of the ways. Without `through_proofs`, what only the
    proof of a theorem uses is left out.
    """
    seen: set[Name] = set()
    seen_terms: set[Expr] = set()
    pending = list(roots)
    while pending:
        name = pending.pop()
        if name in seen:
            continue
        seen.add(name)
        constant = constants.get(name)
        if constant is None:
            continue
        skip = constant.kind is Kind.THEOREM and not through_proofs
        roots_here = (constant.type,) if skip else constant.terms
        pending += terms.constants_anew(roots_here, seen_terms)
        if constant.kind in (Kind.INDUCTIVE, Kind.CONSTRUCTOR, Kind.RECURSOR):
            pending += (other for group in constant.names for other in group)
            pending += (rule.constructor for rule in constant.rules)
    return seen


@dataclass(slots=True)
class Comparison:
    """Walks two sets of constants side by side, from pairs of names on; `differences` are reason codes."""

    terms: Terms
    trusted: Constants
    candidate: Constants
    differences: list[str] = field(default_factory=list)
    _partners: dict[Name, Name] = field(default_factory=dict)
    _pending: list[tuple[Name, Name]] = field(default_factory=list)
    _same: set[Expr] = field(default_factory=set)
    _compared: set[tuple[Expr, Expr]] = field(default_factory=set)

    def run(self, targets: Iterable[Name], axioms: Iterable[Name]) -> None:
        """Compare the targets by their types, the axioms on which they rest, and all that these reach."""
        for axiom in axioms:
            if axiom not in self.trusted:
                self.differences.append(f"axiom_not_stated: {name_text(axiom)}")
            elif not self._pair(axiom, axiom):
                self.differences.append(f"definition_changed: {name_text(axiom)}")
        for target in targets:
            self._partners[target] = target
            trusted = self.trusted[target]
            candidate = self._renamed(self.candidate[target], trusted.parameters)
            if candidate is None or not self._terms(trusted.type, candidate.type):
                self.differences.append(f"statement_changed: {name_text(target)}")
        while self._pending:
            trusted_name, candidate_name = self._pending.pop()
            if not self._constants(self.trusted[trusted_name], self.candidate[candidate_name]):
                self.differences.append(f"definition_changed: {name_text(owner(trusted_name))}")

    def _pair(self, trusted: Name, candidate: Name) -> bool:
        """Let two names stand for each other, if they may; what they are is compared later."""
        if trusted in self._partners:
            return self._partners[trusted] == candidate
        ours, theirs = self.trusted.get(trusted), self.candidate.get(candidate)
        if ours is None or theirs is None:
            if ours is not None:
                self.differences.append(f"definition_missing: {name_text(owner(trusted))}")
            return ours is None and theirs is None and trusted == candidate
        if trusted != candidate:
            renameable = ours.kind in _RENAMEABLE and theirs.kind in _RENAMEABLE
            if not (renameable and is_made_up(trusted) and is_made_up(candidate)):
                return False
        self._partners[trusted] = candidate
        self._pending.append((trusted, candidate))
        return True

    def _pairs(self, trusted: tuple[Name, ...], candidate: tuple[Name, ...]) -> bool:
        return len(trusted) == len(candidate) and all(map(self._pair, trusted, candidate))

    def _renamed(self, candidate: Constant, parameters: tuple[Name, ...]) -> Constant | None:
        """The constant with these names for its universe parameters, which are what its users give it in order."""
        if candidate.parameters == parameters:
            return candidate
        if len(candidate.parameters) != len(parameters):
            return None
        renamed = self.terms.renamed(
            candidate.terms, dict(zip(candidate.parameters, parameters, strict=True))
        )
        return dataclasses.replace(
            candidate,
            parameters=parameters,
            type=renamed[candidate.type],
            value=None if candidate.value is None else renamed[candidate.value],
            rules=tuple(dataclasses.replace(rule, value=renamed[rule.value]) for rule in candidate.rules),
        )

    def _constants(self, trusted: Constant, found: Constant) -> bool:
        candidate = self._renamed(found, trusted.parameters)
        if candidate is None or (trusted.kind, trusted.numbers, trusted.flags) != (
            candidate.kind,
            candidate.numbers,
            candidate.flags,
        ):
            return False
        if not self._terms(trusted.type, candidate.type):
            return False
        if trusted.kind is Kind.THEOREM:
            return True
        if (trusted.value is None) != (candidate.value is None) or len(trusted.rules) != len(candidate.rules):
            return False
        if trusted.value is not None and candidate.value is not None:
            # Which definitions were written in one `mutual` block does not matter: their values say all.
            return self._terms(trusted.value, candidate.value)
        if len(trusted.names) != len(candidate.names) or not all(
            map(self._pairs, trusted.names, candidate.names)
        ):
            return False
        return all(
            ours.fields == theirs.fields
            and self._pair(ours.constructor, theirs.constructor)
            and self._terms(ours.value, theirs.value)
            for ours, theirs in zip(trusted.rules, candidate.rules, strict=True)
        )

    def _terms(self, trusted: Expr, candidate: Expr) -> bool:
        """Whether two terms are the same but for constants that stand for each other."""
        pending = [(trusted, candidate)]
        while pending:
            ours, theirs = pending.pop()
            if ours == theirs:
                names = self.terms.constants_anew((ours,), self._same)
                if not all(self._pair(name, name) for name in names):
                    return False
                continue
            if (ours, theirs) in self._compared:
                continue
            self._compared.add((ours, theirs))
            left, right = self.terms.exprs[ours], self.terms.exprs[theirs]
            if left[0] != right[0]:
                return False
            if left[0] == ExprKind.CONST:
                if left[2] != right[2] or not self._pair(left[1], right[1]):
                    return False
            elif left[0] == ExprKind.PROJ and (left[2] != right[2] or not self._pair(left[1], right[1])):
                return False
            below = list(zip(self.terms.children(ours), self.terms.children(theirs), strict=True))
            if not below and left[0] != ExprKind.CONST:
                return False  # two different leaves
            pending += below
        return True


def statement_digest(terms: Terms, constants: Constants, targets: Iterable[Name]) -> str:
    """The sha256 of what the targets say: their types, and every constant of the text that these reach."""
    targets = sorted(targets, key=name_bytes)
    types = {constant for name in targets for constant in terms.constants((constants[name].type,))}
    used = reached(terms, constants, types, through_proofs=False)
    definitions = sorted((name for name in used if name in constants), key=name_bytes)
    digest = hashlib.sha256(b"tactic-mesh/statement@1")
    for role, names in ((b"target", targets), (b"definition", definitions)):
        for name in names:
            constant = constants[name]
            only_type = role == b"target" or constant.kind is Kind.THEOREM
            digest.update(role + constant_digest(terms, constant, only_type=only_type))
    return digest.hexdigest()


def constant_digest(terms: Terms, constant: Constant, *, only_type: bool = False) -> bytes:
    """The sha256 of a constant: name, kind, universe parameters, type, and what else it has."""
    roots = (constant.type,) if only_type else constant.terms
    digests = terms.digests(roots)
    parts = [constant.kind.encode(), name_bytes(constant.name), b"%d" % len(constant.parameters)]
    parts += map(name_bytes, constant.parameters)
    parts += [digests[root] for root in roots]
    if not only_type:
        parts.append(repr((constant.numbers, constant.flags)).encode())
        parts += [name_bytes(name) for group in constant.names for name in group]
        parts += [name_bytes(rule.constructor) + b"%d" % rule.fields for rule in constant.rules]
    return hashlib.sha256(b"|".join(parts)).digest()


@dataclass(frozen=True, slots=True)
class Question:
    """What an audit is asked.

    `targets` are names as users write them. With `everything`, all that the text adds must stand on its own, not
    only the targets. `definitions` are the names that may be defined beside those of the trusted text; None lets
    any be.
    """

    targets: tuple[str, ...]
    everything: bool = False
    definitions: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """What an audit found: `targets` that were there, `reasons` against them, the axioms of theirs that the text
    itself declares, and the constants outside the text on which they rest."""

    targets: tuple[Name, ...]
    reasons: tuple[str, ...]
    new_axioms: tuple[Name, ...]
    outside: frozenset[Name]
    statement_sha256: str


def audit(
    terms: Terms,
    candidate: Constants,
    trusted: Constants | None,
    question: Question,
    exists: Callable[[Name], bool],
) -> Findings:
    """Compare, and walk what the targets rest on. `exists` tells the constants that were there before any text."""
    reasons = [f"redeclared: {name_text(name)}" for name in candidate if exists(name)]
    wanted, missing = _targets(candidate, trusted, question.targets)
    reasons += missing
    targets = [name for name in wanted if candidate[name].kind is Kind.THEOREM]
    reasons += [
        f"not_a_theorem: {name_text(name)}" for name in wanted if candidate[name].kind is not Kind.THEOREM
    ]
    from_targets = reached(terms, candidate, targets)
    used = reached(terms, candidate, candidate) if question.everything else from_targets
    ours = sorted((name for name in used if name in candidate), key=name_bytes)
    axioms = tuple(name for name in ours if candidate[name].kind is Kind.AXIOM)
    if trusted is not None:
        comparison = Comparison(terms, trusted, candidate)
        comparison.run(targets, axioms)
        reasons += comparison.differences
    if question.definitions is not None:
        reasons += _unasked(candidate, trusted or {}, question.definitions)
    for name in sorted(from_targets, key=name_bytes):
        if name in candidate and candidate[name].is_unsafe:
            reasons.append(f"unsafe_constant: {name_text(name)}")
        elif name not in candidate and not exists(name):
            reasons.append(f"unknown_constant: {name_text(name)}")
    digest = statement_digest(terms, trusted if trusted is not None else candidate, targets)
    outside = frozenset(name for name in used if name not in candidate)
    return Findings(tuple(targets), tuple(dict.fromkeys(reasons)), axioms, outside, digest)


def _targets(
    candidate: Constants, trusted: Constants | None, texts: tuple[str, ...]
) -> tuple[list[Name], list[str]]:
    """The constants that are asked about, and reasons for those that are not there."""
    found: list[Name] = []
    reasons: list[str] = []
    for text in texts:
        name = named(candidate, text)
        if trusted is not None and named(trusted, text) is None:
            reasons.append(f"statement_missing: {text}")
        elif name is None:
            reasons.append(f"theorem_missing: {text}")
        elif trusted is not None and named(trusted, text) != name:
            reasons.append(f"theorem_private: {text}, in one of the two texts only")
        else:
            found.append(name)
    return found, reasons


def _unasked(candidate: Constants, trusted: Constants, allowed: frozenset[str]) -> list[str]:
    """Reasons for definitions that the text was not allowed to add; what belongs to an allowed one may be there.

    So may what Lean made up for a theorem; `def _x` is a definition like any other.
    """
    known = {name_text(n) for n, constant in trusted.items() if constant.kind is not Kind.THEOREM} | allowed
    proven = {name_text(public_name(name)) for name, c in candidate.items() if c.kind is Kind.THEOREM}

    def may_be(name: Name) -> bool:
        public = public_name(name)
        if any(name_text(public[:count]) in known for count in range(1, len(public) + 1)):
            return True
        return any(
            is_made_up((public[count],)) and name_text(public[:count]) in proven
            for count in range(1, len(public))
        )

    return [
        f"definition_not_allowed: {name_text(public_name(name))}"
        for name, constant in candidate.items()
        if constant.kind not in (Kind.THEOREM, Kind.CONSTRUCTOR, Kind.RECURSOR) and not may_be(name)
    ]
