"""The kernel computes some functions on numerals by itself: do its answers fit the library's definitions?

A wrong answer would make the logic inconsistent without any axiom. `tests/lean/kernel/nat.lean` holds copies of
the definitions under names that the kernel must unfold, proved equal to the library's for all arguments. Here
the kernel is asked for both answers on thousands of arguments, and to prove `False` from any difference.
"""

from __future__ import annotations

import os
import random
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tactic_mesh.lean.command import EMBEDDED_OPTIONS, lean_command
from tactic_mesh.lean.toolchain import embedded_toolchain
from tactic_mesh.lean.variables import lean_environment

TESTS = Path(__file__).resolve().parent
COPIES = (TESTS / "lean/kernel/nat.lean").read_text(encoding="utf-8")
ROWS = 220
SMALL = [(a, b) for a in range(12) for b in range(12)]


def _below(bound_a: int, bound_b: int, seed: int) -> list[tuple[int, int]]:
    """All small arguments, then random ones below the bounds."""
    draw = random.Random(seed)
    pairs = [(a, b) for a, b in SMALL if a < bound_a and b < bound_b]
    while len(pairs) < ROWS:
        pairs.append((draw.randrange(bound_a), draw.randrange(bound_b)))
    return pairs


def _wide(bits_a: int, bits_b: int, seed: int) -> list[tuple[int, int]]:
    """Random arguments of every width, and neighbours of powers of two."""
    draw = random.Random(seed)
    pairs = list(SMALL)
    for bits in (8, 31, 32, 33, 62, 63, 64, 65):
        edges = [2**bits - 1, 2**bits, 2**bits + 1]
        pairs += [(edge, draw.getrandbits(bits_b)) for edge in edges if bits < bits_a]
    while len(pairs) < ROWS:
        pairs.append((draw.getrandbits(draw.randint(1, bits_a)), draw.getrandbits(draw.randint(1, bits_b))))
    return pairs


def _divisions(seed: int) -> list[tuple[int, int]]:
    """Arguments whose quotient is small enough to be found by repeated subtraction."""
    draw = random.Random(seed)
    pairs = list(SMALL)
    while len(pairs) < ROWS:
        divisor = draw.getrandbits(draw.randint(1, 80)) + 1
        pairs.append((divisor * draw.randrange(40) + draw.randrange(divisor), divisor))
    return pairs


# function → (arguments, does it answer in truth values?)
TABLES: dict[str, tuple[list[tuple[int, int]], bool]] = {
    "add": (_below(10**9, 60, 1), False),
    "sub": (_below(90, 60, 2), False),
    "mul": (_below(30, 20, 3), False),
    "pow": (_below(5, 5, 4), False),
    "beq": (_below(60, 60, 5), True),
    "ble": (_below(60, 60, 6), True),
    "div": (_divisions(7), False),
    "mod": (_divisions(8), False),
    "gcd": (_wide(90, 90, 9), False),
    "land": (_wide(80, 80, 10), False),
    "lor": (_wide(80, 80, 11), False),
    "xor": (_wide(80, 80, 12), False),
    "shiftLeft": (_below(2**60, 70, 13), False),
    "shiftRight": (_below(2**80, 70, 14), False),
    "log2": (_wide(90, 2, 15), False),
}
MEANINGS: dict[str, Callable[[int, int], int]] = {
    "add": lambda a, b: a + b,
    "sub": lambda a, b: max(a - b, 0),
    "mul": lambda a, b: a * b,
    "pow": lambda a, b: int(a**b),
    "div": lambda a, b: a // b if b else 0,
    "mod": lambda a, b: a % b if b else a,
    "land": lambda a, b: a & b,
    "lor": lambda a, b: a | b,
    "xor": lambda a, b: a ^ b,
    "shiftLeft": lambda a, b: a << b,
    "shiftRight": lambda a, b: a >> b,
    "log2": lambda a, _: max(a.bit_length() - 1, 0),
}
TEXTS = [
    "",
    "a",
    "ab",
    "Lean 4",
    'say "no"',
    "tab\there",
    "∀ x, x = x",
    "ünï",
    "🙂🙃",
    "\x01\x7f",
    "日本語",
    "a" * 200,
]


@pytest.fixture(scope="module")
def library_path(request: pytest.FixtureRequest) -> Path:
    """The compiled library: the one that the environment names, else the one of the cache."""
    named = os.environ.get("TACTIC_MESH_TEST_LIBRARY")
    if named:
        return Path(named)
    return Path(request.getfixturevalue("library").path)


def _errors(library_path: Path, folder: Path, text: str) -> list[str]:
    """The first lines of Lean's errors about a file with this text after the copies."""
    file = folder / "case.lean"
    file.write_text(COPIES + text, encoding="utf-8")
    ran = subprocess.run(
        [*lean_command(embedded_toolchain(os.environ)), *EMBEDDED_OPTIONS, str(file)],
        env=lean_environment(library_path, os.environ),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    output = ran.stdout + ran.stderr
    errors = [line for line in output.splitlines() if ": error" in line]
    assert bool(errors) == (ran.returncode != 0), output[:2000]
    assert "sorry" not in output
    return errors


def _call(name: str, prefix: str, arguments: tuple[int, int]) -> str:
    words = arguments[:1] if name == "log2" else arguments
    call = f"{prefix}.{name} {' '.join(map(str, words))}"
    return f"boolCode ({call})" if TABLES[name][1] else call


def _table(name: str) -> str:
    rows = [f"({_call(name, 'Nat', pair)}, {_call(name, 'Copy', pair)})" for pair in TABLES[name][0]]
    return "[" + ",\n  ".join(rows) + "]"


def test_enough_values() -> None:
    assert sum(len(set(pairs)) for pairs, _ in TABLES.values()) > 2000


def test_the_kernel_agrees_with_the_definitions(library_path: Path, tmp_path: Path) -> None:
    text = "set_option maxRecDepth 100000\n"
    for name in TABLES:
        text += f"theorem agree_{name} : agree\n  {_table(name)} = true := by decide +kernel\n"
    assert _errors(library_path, tmp_path, text) == []


def test_the_kernel_agrees_with_arithmetic(library_path: Path, tmp_path: Path) -> None:
    text = "set_option maxRecDepth 100000\n"
    for name, meaning in MEANINGS.items():
        rows = [f"({_call(name, 'Nat', (a, b))}, {meaning(a, b)})" for a, b in TABLES[name][0]]
        rows = [row for row in rows if len(row) < 200]
        table = "[" + ",\n  ".join(rows) + "]"
        text += f"theorem known_{name} : (List.all\n  {table} fun p => Nat.beq p.1 p.2) = true := by decide +kernel\n"
    assert _errors(library_path, tmp_path, text) == []


def test_no_difference_proves_false(library_path: Path, tmp_path: Path) -> None:
    """If the kernel's two answers differed anywhere, one of these theorems would be accepted."""
    text = "set_option maxRecDepth 100000\n"
    for name in TABLES:
        table = _table(name)
        text += (
            f"theorem false_{name} : False := absurd\n"
            f"  (by decide +kernel : agree {table} = true)\n  (by decide +kernel : ¬ agree {table} = true)\n"
        )
    errors = _errors(library_path, tmp_path, text)
    assert len(errors) == len(TABLES), errors[:5]


def test_a_wrong_row_is_noticed(library_path: Path, tmp_path: Path) -> None:
    """The tables can fail: with one wrong answer among the right ones they do."""
    text = (
        "theorem wrong : agree [(Nat.add 2 3, Copy.add 2 3), (Nat.add 2 3, 6)] = true := by decide +kernel\n"
    )
    assert len(_errors(library_path, tmp_path, text)) == 1
    text = (
        "theorem right : differ [(Nat.add 2 3, Copy.add 2 3), (Nat.add 2 3, 6)] = true := by decide +kernel\n"
    )
    assert _errors(library_path, tmp_path, text) == []


def _literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return '"' + "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in escaped) + '"'


def test_string_literals_are_their_characters(library_path: Path, tmp_path: Path) -> None:
    good, bad = "", ""
    for text in TEXTS:
        spelled = "String.ofList [" + ", ".join(f"Char.ofNat {ord(c)}" for c in text) + "]"
        good += f"example : {_literal(text)} = {spelled} := by decide +kernel\n"
        bad += f"example : {_literal(text)} ≠ {spelled} := by decide +kernel\n"
        bad += f"example : {_literal(text)} = {_literal(text + 'x')} := by decide +kernel\n"
    assert _errors(library_path, tmp_path, good) == []
    assert len(_errors(library_path, tmp_path, bad)) == 2 * len(TEXTS)
