"""A proof that was found, made as short as a person would write it: every change is tried on Lean before it stays.

The search joins tactics and gives `simp` all rules that could be of use. Here pieces of joined tactics and rules of
`simp` are left out, and names are written without the namespaces that are open, as long as Lean accepts the theorem.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.engine import Lean, Worker
from tactic_mesh.sandbox.limits import Limits

FINISHING_WALL_S_MAX = 8.0
ATTEMPT_WALL_S = 5.0
ATTEMPTS_MAX = 80
_RULES = re.compile(r"\bsimp(?:_all)?(?: \+\w+)* \[([^\[\]]+)\]")
_THEN_OMEGA = re.compile(r"\(((?:simp|simp_all)(?: \[[^\[\]]*\])?) <;> omega\)")
_SPLITTING = re.compile(
    r"\(try (?P<s>simp_all(?: \[[^\[\]]*\])?)\) <;> \(repeat' split\) <;> \(try (?P=s)\) <;> \(try omega\)"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A theorem without its proof: `start` ends before `:=`."""

    start: str
    proof: str

    def text(self, proof: str) -> str:
        return f"{self.start} := {proof}\n"


class Finisher:
    """Shortens the proofs of one file, one theorem after the other, within a number of seconds."""

    def __init__(self, lean: Lean, prelude: str, namespaces: tuple[str, ...], wall_s: float) -> None:
        self._lean, self._prelude, self._namespaces = lean, prelude, namespaces
        self._until = time.monotonic() + min(wall_s, FINISHING_WALL_S_MAX)
        self._attempts = 0

    async def finished(self, statements: list[Statement]) -> list[str]:
        """The proofs, each as short as it became; a proof that Lean does not accept here stays as it was."""
        found: list[str] = []
        async with self._lean.worker(Limits()) as worker:
            base = await self._after(worker, self._prelude, 0)
            for statement in statements:
                proof = statement.proof
                if base is not None and await self._holds(worker, statement.text(proof), base):
                    proof = await self._shortened(worker, statement, base)
                found.append(proof)
                if base is not None:
                    base = await self._after(worker, f"{statement.start} := by sorry\n", base)
        return found

    async def _shortened(self, worker: Worker, statement: Statement, base: int) -> str:
        proof = statement.proof
        progress = True
        tried = {proof}
        while progress:
            progress = False
            for shorter in shorter_proofs(proof, self._namespaces):
                if shorter in tried:
                    continue
                tried.add(shorter)
                if self._attempts >= ATTEMPTS_MAX or time.monotonic() > self._until:
                    return proof
                if await self._holds(worker, statement.text(shorter), base):
                    proof, progress = shorter, True
                    break
        return proof

    async def _holds(self, worker: Worker, text: str, base: int) -> bool:
        if not worker.alive:
            return False
        self._attempts += 1
        answer = await worker.run(text, ATTEMPT_WALL_S, base=base)
        return isinstance(answer, RawAnswer) and answer.errors == 0 and "sorry" not in text

    async def _after(self, worker: Worker, text: str, base: int) -> int | None:
        if not worker.alive:
            return None
        answer = await worker.run(text, ATTEMPT_WALL_S * 4, base=base, keep=True)
        return answer.state if isinstance(answer, RawAnswer) else None


def shorter_proofs(proof: str, namespaces: tuple[str, ...]) -> Iterator[str]:
    """Proofs that differ from this one by one omission, the larger omissions first."""
    for namespace in namespaces:
        if f"{namespace}." in proof:
            yield re.sub(rf"(?<![\w.]){re.escape(namespace)}\.(?=\w)", "", proof)
    for match in _SPLITTING.finditer(proof):
        simplify = match["s"]
        for piece in (
            simplify,
            f"({simplify} <;> omega)",
            f"(try {simplify}) <;> (repeat' split) <;> {simplify}",
            f"(try {simplify}) <;> (repeat' split) <;> (try {simplify})",
        ):
            yield proof.replace(match[0], piece)
    for match in _THEN_OMEGA.finditer(proof):
        for piece in (match[1], "omega"):
            yield proof.replace(match[0], piece)
    seen: set[str] = set()
    for match in _RULES.finditer(proof):
        if match[1] in seen:
            continue
        seen.add(match[1])
        rules = match[1].split(", ")
        yield proof.replace(f" [{match[1]}]", "")
        for number in range(len(rules) - 1, -1, -1):
            fewer = ", ".join(rules[:number] + rules[number + 1 :])
            if fewer:
                yield proof.replace(f"[{match[1]}]", f"[{fewer}]")
    for line in proof.split("\n"):
        bare = re.sub(r"\((simp(?:_all)?(?: \[[^\[\]]*\])?(?: <;> omega)?|omega)\)$", r"\1", line)
        if bare != line:
            yield proof.replace(line, bare)
    for match in re.finditer(r" generalizing [^<\n]+?(?= <;>)", proof):
        yield proof.replace(match[0], "")
