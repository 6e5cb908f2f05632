"""Which theorems of the core library may help with a statement: those that speak of the same things.

Statements are compared as sets of words, each worth more the fewer theorems have it (the inverse document frequency of
Spärck Jones, 1972); a long theorem must share more than a short one. That is enough to name candidates in a prompt.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tactic_mesh.lean.declarations import theorems
from tactic_mesh.lean.sources import read_modules

_WORD = re.compile(r"[^\W\d_]+|[^\w\s()\[\]{}⦃⦄:,.;'\"`]+")
_BINDING = re.compile(r"[∀∃λ(){}\[\]]|\bfun\b")
_TOO_SHORT = 2
"""Words of fewer letters are the names of variables."""


@dataclass(frozen=True, slots=True)
class _Library:
    """The library's theorems by name with the words of each, and what a word is worth."""

    words: dict[str, frozenset[str]]
    worth: dict[str, float]


def premises(texts: Iterable[str], count: int) -> tuple[str, ...]:
    """The names of the `count` most fitting theorems for statements and definitions, the best first.

    Raises: LibraryBuildFailed if the library's sources cannot be read.
    """
    library = _library()
    wanted = frozenset().union(*map(_words, texts)) & library.worth.keys()
    scores = {name: _score(words, wanted, library.worth) for name, words in library.words.items()}
    best = sorted((name for name, score in scores.items() if score), key=lambda name: (-scores[name], name))
    return tuple(best[:count])


def library_names() -> tuple[str, ...]:
    """The names of all theorems of the core library. Raises: LibraryBuildFailed."""
    return tuple(_library().words)


@functools.cache
def _library() -> _Library:
    words = {
        theorem.full_name: _words(f"{theorem.binders} : {theorem.statement} {theorem.full_name}")
        for module in read_modules().values()
        for theorem in theorems(module.text)
    }
    counts = Counter(word for one in words.values() for word in one)
    return _Library(words, {word: math.log(len(words) / count) for word, count in counts.items()})


def _words(text: str) -> frozenset[str]:
    """Parts of names and signs; not the names of variables, and not what binds them."""
    found = _WORD.findall(_BINDING.sub(" ", text))
    return frozenset(word for word in found if not word.isalpha() or len(word) >= _TOO_SHORT)


def _score(words: frozenset[str], wanted: frozenset[str], worth: dict[str, float]) -> float:
    shared = sum(worth[word] for word in words & wanted)
    return shared * shared / (1.0 + sum(worth[word] for word in words)) if shared else 0.0
