"""Is a folder of certificates what it claims to be? Everything is checked again, from the texts on.

For each certificate, the text is compared with the one that was accepted, Lean's kernel checks it again, and it is
checked that its theorems are the ones that its `.json` says: their statements are written anew from the laws' numbers
and the magmas, and are the trusted statement of the check. Then `claims.conclude_obviously` draws all
conclusions, and `claims.npz` must not claim more.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from tactic_mesh.equational.certificates import (
    LeanFile,
    checked,
    implication_statements,
    is_proved,
    systems_file,
    tables_file,
    with_preludes_of,
)
from tactic_mesh.equational.claims import Claims, conclude_obviously
from tactic_mesh.equational.laws import dual_numbers, law_number
from tactic_mesh.equational.store import Folder, Stored
from tactic_mesh.equational.words import words_file
from tactic_mesh.errors import InputError, InvalidStatement, TamperingFound
from tactic_mesh.lean.engine import Lean
from tactic_mesh.theorem import NoVerdict


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked; `problems` name what does not hold."""

    certificates: int
    theorems: int
    bytes: int
    true: int
    false: int
    problems: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        return {
            "certificates": self.certificates,
            "theorems": self.theorems,
            "bytes": self.bytes,
            "true": self.true,
            "false": self.false,
            "problems": list(self.problems),
        }


async def audit(folder: Folder, lean: Lean) -> Report:
    """Check everything again; problems are reported, not raised."""
    problems: list[str] = []
    stored = []
    for name in folder.names():
        try:
            stored.append((folder.read(name), folder.text(name)))
        except (TamperingFound, InputError) as error:
            problems.append(str(error))
    width = max(1, lean.children_max)
    theorems = 0
    for start in range(0, len(stored), width):
        some = stored[start : start + width]
        for (certificate, _), found in zip(
            some, await asyncio.gather(*(_again(lean, *each) for each in some)), strict=True
        ):
            theorems += found[0]
            if found[1]:
                problems.append(f"certificate {certificate.name}: {found[1]}")
    true, false, more = _claims(folder) if not problems else (0, 0, [])
    size = sum(len(text.encode()) for _, text in stored)
    return Report(len(stored), theorems, size, true, false, (*problems, *more))


async def _again(lean: Lean, certificate: Stored, text: str) -> tuple[int, str]:
    """How many theorems a certificate has, and what is wrong with it."""
    try:
        expected = statements(certificate)
    except ValueError as error:
        return 0, str(error)
    try:
        statement = with_preludes_of(text, expected.statement)
        found = await checked(lean, LeanFile(text, expected.theorems, statement))
    except InvalidStatement as error:
        return 0, f"what it shows cannot be stated: {error}"
    if isinstance(found.verdict, NoVerdict):
        return 0, f"Lean gave no verdict: {found.verdict.reason}"
    if not is_proved(found):
        reasons = [*found.reasons, *(diagnostic.text for diagnostic in found.verdict.errors)]
        return 0, f"Lean does not accept it: {'; '.join(reasons)[:300]}"
    return len(expected.theorems), ""


def statements(certificate: Stored) -> LeanFile:
    """The theorems that a certificate must prove, written from what it says that it shows. Raises: ValueError."""
    if certificate.edges:
        return implication_statements(certificate.edges)
    if certificate.systems:
        return systems_file(certificate.systems, law_number)
    if certificate.words:
        return words_file(certificate.words)
    return tables_file(certificate.tables, law_number)


def _claims(folder: Folder) -> tuple[int, int, list[str]]:
    """Counts of the claims, and what they claim without a reason."""
    edges, models = folder.facts()
    duals = [number - 1 for number in dual_numbers()]
    follows = conclude_obviously(edges, models, duals)
    try:
        claims = folder.read_claims()
    except (InputError, TamperingFound) as error:
        return 0, 0, [str(error)]
    problems = _unfounded(claims, follows)
    return (*claims.decided(), problems)


def _unfounded(claims: Claims, follows: Claims) -> list[str]:
    problems = []
    for word, claimed, known in (
        ("implies", claims.true, follows.true),
        ("does not imply", claims.false, follows.false),
    ):
        wrong = claimed & ~known
        if wrong.any():
            one, other = (int(index[0]) + 1 for index in wrong.nonzero())
            problems.append(
                f"claims.npz: {int(wrong.sum())} claims have no certificate, the first: law {one} {word} law {other}"
            )
    if (both := claims.true & claims.false).any():
        problems.append(f"claims.npz: {int(both.sum())} pairs are claimed both ways")
    return problems
