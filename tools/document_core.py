"""Write `docs/core-library.md`: every theorem, definition, instance and type of the compiled core library.

python tools/document_core.py            write it
python tools/document_core.py --check    exit 1 if it is not what would be written
"""

from __future__ import annotations

import difflib
import os
import pathlib
import re
import sys
import textwrap
from collections import defaultdict

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "src"))

from tactic_mesh.lean.calls import ModuleConstant
from tactic_mesh.lean.inventory import Holding, inventory
from tactic_mesh.lean.library import ensure_library
from tactic_mesh.lean.sources import CORE_FOLDER
from tactic_mesh.lean.toolchain import embedded_toolchain

PAGE = pathlib.Path(__file__).resolve().parent.parent / "docs" / "core-library.md"
KINDS = {"theorem": "theorems", "definition": "definitions", "instance": "instances", "type": "types"}
WIDTH = 118
LINES_SHOWN_MAX = 40

# What Lean adds by itself: to a type, to a constructor, to a function.
_OF_TYPE = re.compile(
    r"(rec(On)?|casesOn|noConfusion(Type)?|(to)?[cC]torIdx|ctorElim(Type)?|below(_\d+)?|brecOn(_\d+)?)(\.|$)"
)
_OF_CONSTRUCTOR = {"noConfusion", "elim", "inj", "injEq", "sizeOf_spec"}
_OF_FUNCTION = re.compile(
    r"\.(eq_def|eq_unfold|eq_\d+|congr_simp|h?congr_\d+|induct(_unfolding)?|fun_cases|hinj)$"
)
_INSTANCE = re.compile(r"(^|\.)(_?inst[A-Z]\w*|inst)'?$")


def main() -> int:
    page = written()
    if sys.argv[1:] == ["--check"]:
        return check(page)
    PAGE.write_text(page, encoding="utf-8")
    return 0


def check(page: str) -> int:
    """Print the lines in which the page on disk differs; 1 if there are any."""
    on_disk = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
    lines = difflib.unified_diff(
        on_disk.split("\n"), page.split("\n"), str(PAGE), "written now", lineterm="", n=0
    )
    differing = list(lines)
    print("\n".join(differing[:LINES_SHOWN_MAX]), end="\n" if differing else "")
    return 1 if differing else 0


def written() -> str:
    """The whole page, from the library in the cache, compiled first if it is not there."""
    toolchain = embedded_toolchain(os.environ)
    library = ensure_library(toolchain)
    found = shown(list(inventory(toolchain, library)))
    totals = {kind: sum(len(names[kind]) for names in found.values()) for kind in KINDS}
    modules = [module for module in sorted(library.modules) if any(found[module].values())]
    return "\n".join(
        [
            "# The core library, name by name",
            "",
            "Written by `python tools/document_core.py` from the compiled library; do not edit.",
            f"{len(library.modules)} modules: "
            + ", ".join(f"{totals[kind]} {word}" for kind, word in KINDS.items())
            + ".",
            "",
            "Names, statements and attributes are those of Lean 4.35's own `Init`;",
            "[core-differences.md](core-differences.md) lists what differs. Left out here: grammar rules,",
            "private names, and what Lean adds by itself (recursors, `injEq`, equations, …).",
            "",
            *_table(modules, found),
            *(line for module in modules for line in _section(module, found[module])),
        ]
    )


def shown(holdings: list[Holding]) -> dict[str, dict[str, list[str]]]:
    """Module → kind → names: what somebody wrote, without what Lean adds to it."""
    kinds = {h.constant.name: h.constant.kind for h in holdings}
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: {kind: [] for kind in KINDS})
    for holding in holdings:
        kind = _kind(holding.constant, kinds)
        if kind:
            found[holding.module][kind].append(holding.constant.name)
    return found


def _kind(constant: ModuleConstant, kinds: dict[str, str]) -> str | None:
    name = constant.name
    if constant.internal or name.startswith("_private.") or _is_added(name, kinds):
        return None
    match constant.kind:
        case "inductive" | "quotient" | "axiom":
            return "type" if constant.kind == "inductive" else "definition"
        case "definition" | "theorem":
            return "instance" if _INSTANCE.search(name) else constant.kind
        case "opaque" if (
            "Lean.ParserDescr" not in constant.uses and "Lean.TrailingParserDescr" not in constant.uses
        ):
            return "definition"
        case _:
            return None  # constructors and recursors belong to their type, parsers to the grammar


def _is_added(name: str, kinds: dict[str, str]) -> bool:
    parts = name.split(".")
    for cut in range(1, len(parts)):
        owner, rest = kinds.get(".".join(parts[:cut])), ".".join(parts[cut:])
        if owner == "inductive" and _OF_TYPE.match(rest):
            return True
        if owner == "constructor" and rest in _OF_CONSTRUCTOR:
            return True
    return _OF_FUNCTION.search(name) is not None


def _table(modules: list[str], found: dict[str, dict[str, list[str]]]) -> list[str]:
    counts = [" | ".join(str(len(found[module][kind]) or "") for kind in KINDS) for module in modules]
    return [
        f"| module | {' | '.join(KINDS.values())} | what |",
        "| --- |" + " ---: |" * len(KINDS) + " --- |",
        *(f"| {m} | {numbers} | {_purpose(m)} |" for m, numbers in zip(modules, counts, strict=True)),
        "",
    ]


def _purpose(module: str) -> str:
    """The first sentence of the module's own documentation, without a heading's marks."""
    text = (CORE_FOLDER / pathlib.Path(*module.split("."))).with_suffix(".lean").read_text(encoding="utf-8")
    match = re.search(r"/-!(.*?)-/", text, re.DOTALL)
    words = " ".join(match[1].split()).lstrip("# ").removeprefix("This module: ") if match else ""
    return re.split(r"(?<=[.])\s", words)[0].rstrip(".").replace("|", "\\|")


def _section(module: str, names: dict[str, list[str]]) -> list[str]:
    lines = [f"## {module}", "", "```text"]
    for kind, word in KINDS.items():
        if names[kind]:
            lines += textwrap.wrap(
                f"{word}: {' '.join(names[kind])}",
                WIDTH,
                subsequent_indent="  ",
                break_long_words=False,
                break_on_hyphens=False,
            )
    return [*lines, "```", ""]


if __name__ == "__main__":
    sys.exit(main())
