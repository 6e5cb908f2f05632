"""The core library's source modules: where they are, what they import, and their digest."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tactic_mesh.errors import LibraryBuildFailed

CORE_FOLDER = Path(__file__).resolve().parent / "core"

_SPACE_OR_COMMENT = re.compile(r"\s+|--[^\n]*")
_COMMENT_EDGE = re.compile(r"/-|-/")
_HEADER_WORD = re.compile(r"(?:prelude|module)\b")
_IMPORT = re.compile(r"(?:public\s+)?(?:meta\s+)?import\s+(?:all\s+)?([^\s]+)")


@dataclass(frozen=True, slots=True)
class Module:
    """One source file. `imports` are those that it names itself."""

    name: str
    file: Path
    text: str
    imports: tuple[str, ...]

    @property
    def compiled(self) -> Path:
        """Where its compiled form lies inside a library's folder."""
        return Path(*self.name.split(".")).with_suffix(".olean")


def read_modules(folder: Path = CORE_FOLDER) -> dict[str, Module]:
    """All modules under `folder`, by name. Raises `LibraryBuildFailed` if one cannot be read."""
    modules = {}
    for file in sorted(folder.rglob("*.lean")):
        name = ".".join(file.relative_to(folder).with_suffix("").parts)
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            raise LibraryBuildFailed(
                f"Cannot read the core library's {file}: {error}. Install again."
            ) from error
        modules[name] = Module(name, file, text, header_imports(text))
    return modules


def header_imports(text: str) -> tuple[str, ...]:
    """The modules that a Lean source imports: what its header says, comments left out."""
    found: list[str] = []
    at = _skip_blank(text, 0)
    while (word := _HEADER_WORD.match(text, at)) is not None:
        at = _skip_blank(text, word.end())
    while (line := _IMPORT.match(text, at)) is not None:
        found.append(line[1])
        at = _skip_blank(text, line.end())
    return tuple(found)


def _skip_blank(text: str, at: int) -> int:
    """The first place from `at` on that is neither space nor comment."""
    while at < len(text):
        blank = _SPACE_OR_COMMENT.match(text, at)
        if blank is not None:
            at = blank.end()
        elif text.startswith("/-", at):
            at = _comment_end(text, at)
        else:
            break
    return at


def _comment_end(text: str, at: int) -> int:
    depth = 0
    for edge in _COMMENT_EDGE.finditer(text, at):
        depth += 1 if edge[0] == "/-" else -1
        if depth == 0:
            return edge.end()
    return len(text)


def compile_order(modules: Mapping[str, Module]) -> tuple[str, ...]:
    """Every module after those that it imports.

    Raises `LibraryBuildFailed` for an import that does not exist and for a cycle.
    """
    order: dict[str, None] = {}
    waiting = dict(modules)
    while waiting:
        ready = [name for name, module in waiting.items() if all(need in order for need in module.imports)]
        if not ready:
            raise LibraryBuildFailed(_why_stuck(modules, waiting))
        for name in ready:
            order[name] = None
            del waiting[name]
    return tuple(order)


def _why_stuck(modules: Mapping[str, Module], waiting: Mapping[str, Module]) -> str:
    for name, module in waiting.items():
        missing = [need for need in module.imports if need not in modules]
        if missing:
            return f"The core library's module {name} imports {', '.join(missing)}, which does not exist."
    return f"The core library's modules import each other in a circle: {', '.join(sorted(waiting))}."


def chain_digests(modules: Mapping[str, Module], salt: str) -> dict[str, str]:
    """A digest for each module of its text and of everything below it; `salt` is what else decides."""
    digests: dict[str, str] = {}
    for name in compile_order(modules):
        module = modules[name]
        parts = [salt, name, module.text, *(digests[need] for need in module.imports)]
        framed = b"".join(b"%d:%s," % (len(part.encode()), part.encode()) for part in parts)
        digests[name] = hashlib.sha256(framed).hexdigest()
    return digests
