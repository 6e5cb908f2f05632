"""The house rules as tests; each message names the remedy."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "tactic_mesh"

# A room may import the rooms that it lists here, itself, and the standard library or packages. Nothing else.
GROUND = {"theorem", "term", "errors", "endpoint", "sandbox"}
ALLOWED = {
    "theorem": {"errors"},
    "term": set[str](),
    "errors": set[str](),
    "endpoint": {"errors"},
    "sandbox": {"theorem", "errors"},
    "lean": GROUND,
    "experts": GROUND,
    "gateway": GROUND,
    "model": GROUND,
    "verify": GROUND | {"lean"},
    "prove": GROUND | {"lean", "verify", "experts", "gateway", "model"},
    "equational": GROUND | {"lean", "verify", "experts"},
    "mesh": GROUND | {"lean", "verify"},
    "agents": GROUND | {"lean", "verify", "gateway"},
    "doctor": GROUND | {"lean", "verify"},
}
ABOVE = {"serve", "train", "bench"}
FLOOR = set(ALLOWED)
ALLOWED |= dict.fromkeys(ABOVE, FLOOR)
ALLOWED["cli"] = FLOOR | ABOVE
ALLOWED["__main__"] = {"cli"}

BANNED = {
    "os.system": "use subprocess with a list of words",
    "eval": "parse what you need",
    "exec": "call a function",
    "pickle.load": "use JSON or safetensors",
    "pickle.loads": "use JSON or safetensors",
    "str.splitlines": "split on '\\n': splitlines also cuts at U+2028 and shifts Lean's positions",
    "tempfile.mktemp": "use a TemporaryDirectory",
}
# The two outermost loops may catch everything: they turn a bug into an answer.
CATCH_ALL = {"cli/main.py"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported_rooms(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree(path)):
        names: list[str] = []
        if not isinstance(node, ast.ImportFrom | ast.Import):
            continue
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            if node.module == "tactic_mesh":
                names = [
                    f"tactic_mesh.{alias.name}" for alias in node.names if not alias.name.startswith("__")
                ]
            else:
                names = [node.module]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            if name.startswith("tactic_mesh."):
                yield name.split(".")[1], node.lineno


def test_rooms_import_downwards_only() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: {room_of(path)} imports {room}; move the adapter into the higher room"
        for path in modules()
        if room_of(path) != "__init__"
        for room, line in imported_rooms(path)
        if room != room_of(path) and room not in ALLOWED.get(room_of(path), set())
    ]
    assert not wrong, "\n".join(wrong)


def test_every_room_is_known() -> None:
    rooms = {room_of(path) for path in modules()} - {"__init__", "__main__"}
    unknown = rooms - set(ALLOWED)
    assert not unknown, f"add {sorted(unknown)} to the table of rooms here and to docs/architecture.md"


def called_name(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        owner = ast.unparse(node.func.value)
        return f"{owner}.{node.func.attr}"
    return node.func.id if isinstance(node.func, ast.Name) else ""


def test_no_banned_call() -> None:
    wrong = []
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call):
                name = called_name(node)
                key = "str.splitlines" if name.endswith(".splitlines") else name
                if key in BANNED:
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}: {name}: {BANNED[key]}")
    assert not wrong, "\n".join(wrong)


def test_catch_all_handlers_stand_in_the_outermost_loops_only() -> None:
    wrong = []
    for path in modules():
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.ExceptHandler):
                continue
            caught = ast.unparse(node.type) if node.type else "everything"
            allowed = str(path.relative_to(PACKAGE)) in CATCH_ALL
            if caught in ("Exception", "BaseException", "everything") and not allowed:
                wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}: name the errors that you expect")
    assert not wrong, "\n".join(wrong)


def test_no_module_is_a_drawer() -> None:
    drawers = [p for p in modules() if re.search(r"(^|_)(utils?|helpers?|misc|common|old)$", p.stem)]
    assert not drawers, f"{drawers}: name the concept that is missing"


def test_public_definitions_have_docstrings() -> None:
    wrong = []
    for path in modules():
        module = tree(path)
        if not ast.get_docstring(module):
            wrong.append(f"{path.relative_to(ROOT)}: say in one sentence which question this module answers")
        for node in module.body:
            if not isinstance(node, ast.ClassDef) or node.name.startswith("_") or ast.get_docstring(node):
                continue
            if not any(ast.unparse(base) == "enum.StrEnum" for base in node.bases):
                wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}: {node.name} has no docstring")
    assert not wrong, "\n".join(wrong)


def test_only_verify_makes_certificates() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules()
        if room_of(path) != "verify"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and called_name(node).split(".")[-1] == "Certificate"
    ]
    assert not wrong, f"only verify/ may make a Certificate: {wrong}"


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    return [ROOT / line for line in listed.stdout.split("\n") if line]


# Written in pieces, so that this file does not find itself.
FORBIDDEN = [
    re.compile("/" + r"(work|root|home/\w+)/"),
    re.compile(r"pypi" + r"\.org|deb" + r"ian\.org/|registry\." + r"npmjs"),
]


def test_no_path_or_host_of_a_development_machine() -> None:
    wrong = []
    for path in tracked_files():
        if not path.is_file() or path.suffix in {".png", ".olean", ".gz"}:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        for pattern in FORBIDDEN:
            wrong += [
                f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
                for number, line in enumerate(text.split("\n"), 1)
                if pattern.search(line)
            ]
    assert not wrong, "name no machine of ours:\n" + "\n".join(wrong)


def test_the_package_and_its_versions_agree() -> None:
    from tactic_mesh import __version__

    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{__version__}"' in project


def test_lean_library_modules_begin_with_their_purpose() -> None:
    wrong = []
    for path in sorted((PACKAGE / "lean" / "core").rglob("*.lean")):
        text = path.read_text(encoding="utf-8")
        if not re.match(r"prelude\n(import [\w.]+\n|\n)*/-!", text):
            wrong.append(f"{path.relative_to(ROOT)}: begin with `prelude`, imports, and `/-! … -/`")
        if re.search(
            r"\bsorry\b|\badmit\b", re.sub(r"/-.*?-/|--[^\n]*|`[^`]*`|«[^»]*»", "", text, flags=re.DOTALL)
        ):
            wrong.append(f"{path.relative_to(ROOT)}: the library has no unfinished proof")
    assert not wrong, "\n".join(wrong)
