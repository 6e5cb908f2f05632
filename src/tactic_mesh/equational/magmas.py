"""Finite magmas in bulk: which of the laws are true in which of many tables?

Two ways that agree with each other and with the obvious one (`holds`): bit slices over many small tables at once, and
coefficients for linear models, whose tables are never looked at.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tactic_mesh.equational.laws import LAWS, Law, dual_numbers, laws
from tactic_mesh.equational.terms import Term, operations, variables

Tables = NDArray[np.int64]
"""(M, n, n): M tables of order n; entry [m, a, b] is a ◇ b."""
Bits = NDArray[np.bool_]
"""(M, number of laws): which law is true in which table."""

_CACHED_OPERATIONS_MAX = 2
ASSIGNMENTS_MAX = 1 << 24


def holds(table: NDArray[np.int64], law: Law) -> bool:
    """Whether a law is true in one table of order n: all assignments, the obvious way."""
    order = len(table)
    for values in itertools.product(range(order), repeat=law.variables):
        if _value(table, law.left, values) != _value(table, law.right, values):
            return False
    return True


def _value(table: NDArray[np.int64], term: Term, values: Sequence[int]) -> int:
    if isinstance(term, int):
        return values[term]
    return int(table[_value(table, term[0], values), _value(table, term[1], values)])


def all_tables(order: int) -> Tables:
    """All tables of order 2 or 3, one of each kind up to isomorphism and turning around: (M, n, n)."""
    cells = order * order
    codes = np.arange(order**cells)
    tables = np.stack([codes // order**cell % order for cell in range(cells)], axis=1)
    tables = tables.reshape(-1, order, order)
    weights = order ** np.arange(cells)
    least = codes
    for renaming in itertools.permutations(range(order)):
        renamed = np.empty_like(tables)
        names = np.array(renaming)
        renamed[:, names[:, None], names[None, :]] = names[tables]
        for image in (renamed, renamed.transpose(0, 2, 1)):
            least = np.minimum(least, image.reshape(-1, cells) @ weights)
    return np.asarray(tables[least == codes])


def satisfied(tables: Tables, among: Sequence[Law] | None = None) -> Bits:
    """Which laws (all 4,694 if none are given) are true in which tables of one order n <= 7: (M, laws), exact."""
    chosen = laws() if among is None else among
    result = np.zeros((len(tables), len(chosen)), dtype=bool)
    by_width: dict[int, list[int]] = {}
    for index, law in enumerate(chosen):
        by_width.setdefault(law.variables, []).append(index)
    for width, indices in by_width.items():
        # Slices of tables small enough to stay in the cache, of assignments too.
        for start in range(0, len(tables), 2048):
            slices = _Slices(tables[start : start + 2048], width)
            for index in indices:
                result[start : start + 2048, index] = slices.holds(chosen[index])
    return result


def satisfied_one(table: NDArray[np.int64], among: Sequence[Law] | None = None) -> NDArray[np.bool_]:
    """Which laws (all 4,694 if none are given) are true in one table: (laws,), exact.

    A law must first survive some random assignments; few do, and only those meet all assignments.
    Raises: ValueError for a table so great that all assignments are out of reach.
    """
    if len(table) ** 6 > ASSIGNMENTS_MAX:
        raise ValueError(f"a table of order {len(table)} is too great")
    chosen = laws() if among is None else among
    order = len(table)
    tried = np.random.default_rng(order).integers(
        0, order, (max(1, max(law.variables for law in chosen)), 48)
    )
    sample = _Values(table, tried)
    survivors = [index for index, law in enumerate(chosen) if sample.holds(law)]
    result = np.zeros(len(chosen), dtype=bool)
    by_width: dict[int, list[int]] = {}
    for index in survivors:
        by_width.setdefault(chosen[index].variables, []).append(index)
    for width, indices in by_width.items():
        everything = _Values(table, np.indices((order,) * width).reshape(width, -1))
        for index in indices:
            result[index] = everything.holds(chosen[index])
    return result


class _Values:
    """Values of terms in one table, for many assignments: rows of `leaves` are variables."""

    def __init__(self, table: NDArray[np.int64], leaves: NDArray[np.int64]) -> None:
        self._order = len(table)
        self._flat = table.reshape(-1)
        self._leaves = leaves
        self._cache: dict[Term, NDArray[np.int64]] = {}

    def holds(self, law: Law) -> bool:
        return bool((self._value(law.left) == self._value(law.right)).all())

    def _value(self, term: Term) -> NDArray[np.int64]:
        if isinstance(term, int):
            return np.asarray(self._leaves[term])
        found = self._cache.get(term)
        if found is None:
            found = self._flat[self._value(term[0]) * self._order + self._value(term[1])]
            if self._leaves.shape[1] <= 64 or operations(term) <= _CACHED_OPERATIONS_MAX:
                self._cache[term] = found
        return found


class _Slices:
    """Values of terms for all assignments and many tables at once.

    A term's value is (N, n, W) words of 64 bits: for assignment i and element a, which tables give a.
    """

    def __init__(self, tables: Tables, width: int) -> None:
        self._count, self._order = tables.shape[:2]
        self._width = width
        cells = tables[None] == np.arange(self._order)[:, None, None, None]  # (n, M, n, n)
        self._cells = _packed(cells.transpose(2, 3, 0, 1))  # (a, b, value, W)
        self._full = _packed(np.ones((1, self._count), dtype=bool))[0]
        self._cache: dict[Term, NDArray[np.uint64]] = {}
        self._assignments = self._order**width

    def holds(self, law: Law) -> NDArray[np.bool_]:
        """(M,): where the law is true. Assignments come in blocks, the first of which decides most tables."""
        alive = self._full.copy()
        for block in self._blocks():
            left, right = self._term(law.left, block), self._term(law.right, block)
            same = np.bitwise_or.reduce(left & right, axis=1)  # (N, W)
            alive &= np.bitwise_and.reduce(same, axis=0)
            if not alive.any():
                break
        bits = np.unpackbits(alive.view(np.uint8), bitorder="little")
        return bits[: self._count].astype(bool)

    def _blocks(self) -> Iterator[tuple[int, int]]:
        words = max(1, self._full.size)
        size = max(self._order, min(self._assignments, (1 << 17) // (words * self._order)))
        for start in range(0, self._assignments, size):
            yield start, min(start + size, self._assignments)

    def _term(self, term: Term, block: tuple[int, int]) -> NDArray[np.uint64]:
        if isinstance(term, int):
            return self._leaf(term, block)
        small = operations(term) <= _CACHED_OPERATIONS_MAX and block == (0, self._assignments)
        if small and term in self._cache:
            return self._cache[term]
        value = self._product(self._term(term[0], block), self._term(term[1], block))
        if small:
            self._cache[term] = value
        return value

    def _leaf(self, variable: int, block: tuple[int, int]) -> NDArray[np.uint64]:
        numbers = np.arange(*block) // self._order**variable % self._order
        one_hot = numbers[:, None] == np.arange(self._order)
        return np.where(one_hot[:, :, None], self._full, np.uint64(0))

    def _product(self, left: NDArray[np.uint64], right: NDArray[np.uint64]) -> NDArray[np.uint64]:
        result = np.zeros_like(left)
        for a, b in itertools.product(range(self._order), repeat=2):
            both = left[:, a] & right[:, b]  # (N, W)
            for value in range(self._order):
                result[:, value] |= both & self._cells[a, b, value]
        return result


def _packed(bits: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """Bits of the last axis as 64-bit words, the first bit lowest."""
    missing = -bits.shape[-1] % 64
    padded = np.concatenate([bits, np.zeros((*bits.shape[:-1], missing), dtype=bool)], axis=-1)
    packed = np.packbits(padded, axis=-1, bitorder="little")
    return np.ascontiguousarray(packed).view(np.uint64)


@dataclass(frozen=True, slots=True)
class Linear:
    """Models x ◇ y = A x + B y + c on vectors of length d over the integers modulo m.

    `left` and `right` are (M, d, d), `shift` is (M, d).
    """

    modulus: int
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    shift: NDArray[np.int64]

    @property
    def order(self) -> int:
        return int(self.modulus ** self.left.shape[1])

    def __len__(self) -> int:
        return len(self.left)

    def take(self, indices: NDArray[np.int64]) -> Linear:
        """Some of the models."""
        return Linear(self.modulus, self.left[indices], self.right[indices], self.shift[indices])

    def table(self, index: int) -> NDArray[np.int64]:
        """The table of one model, elements numbered by their digits."""
        dimension = self.left.shape[1]
        weights = self.modulus ** np.arange(dimension)
        elements = np.arange(self.order)[:, None] // weights % self.modulus  # (n, d)
        by_left = elements @ self.left[index].T
        by_right = elements @ self.right[index].T
        values = (by_left[:, None] + by_right[None, :] + self.shift[index]) % self.modulus
        return np.asarray(values @ weights, dtype=np.int64)


def affine(modulus: int) -> Linear:
    """All x ◇ y = a x + b y + c with c among 0 and 1 (a prime modulus has all others by rescaling)."""
    a, b, c = (
        axis.reshape(-1)
        for axis in np.meshgrid(np.arange(modulus), np.arange(modulus), [0, 1], indexing="ij")
    )
    return Linear(modulus, a.reshape(-1, 1, 1), b.reshape(-1, 1, 1), c.reshape(-1, 1))


def matrix_linear(modulus: int, dimension: int, *, count_max: int | None = None, seed: int = 0) -> Linear:
    """All pairs of matrices without shift, or so many random ones."""
    cells = dimension * dimension
    matrices = modulus**cells
    weights = modulus ** np.arange(cells)
    if count_max is None or matrices * matrices <= count_max:
        numbers = np.arange(matrices * matrices)
    else:
        numbers = np.random.default_rng(seed).integers(0, matrices * matrices, count_max)
    left = ((numbers % matrices)[:, None] // weights % modulus).reshape(-1, dimension, dimension)
    right = ((numbers // matrices)[:, None] // weights % modulus).reshape(-1, dimension, dimension)
    return Linear(modulus, left, right, np.zeros((len(left), dimension), dtype=np.int64))


def satisfied_linear(models: Linear, among: Sequence[Law] | None = None) -> Bits:
    """Which laws (all 4,694 if none are given) are true in which linear models: each variable has the same coefficient
    on both sides, and the shifts agree. (M, laws), exact for moduli below 2 ** 12.

    A coefficient is a sum of words in A and B, the ways to the variable's places: the words are computed once, and one
    product of matrices gives the coefficients of all laws.
    """
    conditions = _all_conditions() if among is None else _Conditions.of(among)
    shifted = bool(models.shift.any())
    size = models.left.shape[1] ** 2 * conditions.variables.shape[1]
    step = max(1, _NUMBERS_AT_ONCE // max(1, size))
    blocks = [
        conditions.hold(models.take(np.arange(start, min(start + step, len(models)))), shifted)
        for start in range(0, len(models), step)
    ]
    return np.concatenate(blocks) if blocks else np.ones((0, len(conditions.starts)), dtype=bool)


_NUMBERS_AT_ONCE = 1 << 22


@dataclass(frozen=True, slots=True)
class _Conditions:
    """What makes laws true in linear models: sums of words in A and B that must vanish.

    `words` are ways to places in terms, each after its beginning; `variables` (words, conditions) says how often each
    word is in each sum, conditions of one law beside each other from `starts` on; `shifts` (words, laws) is the same
    for what the shift is multiplied with.
    """

    words: tuple[tuple[int, ...], ...]
    variables: NDArray[np.float32]
    starts: NDArray[np.int64]
    shifts: NDArray[np.float32]

    @classmethod
    def of(cls, among: Sequence[Law]) -> _Conditions:
        by_variable: list[dict[tuple[int, ...], int]] = []
        by_shift: list[dict[tuple[int, ...], int]] = []
        starts = []
        for law in among:
            starts.append(len(by_variable))
            sides = ((1, _paths(law.left)), (-1, _paths(law.right)))
            for variable in variables(law.left, law.right):
                by_variable.append(_summed((sign, side.get(variable, ())) for sign, side in sides))
            by_shift.append(_summed(((1, _products(law.left)), (-1, _products(law.right)))))
        needed = {
            word[:end] for each in (*by_variable, *by_shift) for word in each for end in range(len(word) + 1)
        }
        words = tuple(sorted(needed, key=lambda word: (len(word), word)))
        places = {word: place for place, word in enumerate(words)}
        return cls(
            words, _matrix(by_variable, places), np.array(starts, dtype=np.int64), _matrix(by_shift, places)
        )

    def hold(self, models: Linear, shifted: bool) -> Bits:
        """(M, laws)"""
        values = self._values(models)  # (words, M, d, d)
        count, dimension = len(models), models.left.shape[1]
        vanish = self._vanish(values.reshape(len(values), -1), self.variables, models.modulus)
        every = vanish.reshape(count, dimension * dimension, -1).all(axis=1)
        result = np.logical_and.reduceat(every, self.starts, axis=1)
        if shifted:
            moved = (values @ models.shift[None, :, :, None]) % models.modulus
            vanish = self._vanish(moved.reshape(len(values), -1), self.shifts, models.modulus)
            result &= vanish.reshape(count, dimension, -1).all(axis=1)
        return np.asarray(result)

    def _values(self, models: Linear) -> NDArray[np.int64]:
        known: dict[tuple[int, ...], NDArray[np.int64]] = {}
        for word in self.words:
            if not word:
                identity = np.eye(models.left.shape[1], dtype=np.int64)
                known[word] = np.broadcast_to(identity, models.left.shape)
            else:
                last = models.right if word[-1] else models.left
                known[word] = known[word[:-1]] @ last % models.modulus
        return np.stack(list(known.values()))

    @staticmethod
    def _vanish(values: NDArray[np.int64], sums: NDArray[np.float32], modulus: int) -> NDArray[np.bool_]:
        # Whole numbers below 2 ** 24, which a float of 32 bits holds exactly; a number that is no multiple of the
        # modulus differs from every multiple, however the quotient is rounded.
        totals = values.T.astype(np.float32) @ sums
        multiples = np.rint(totals * np.float32(1 / modulus))
        multiples *= modulus
        return np.asarray(multiples == totals)


@functools.cache
def _all_conditions() -> _Conditions:
    return _Conditions.of(laws())


def _summed(signed: Iterable[tuple[int, Iterable[tuple[int, ...]]]]) -> dict[tuple[int, ...], int]:
    """How often each word is in a sum of signed words."""
    total: dict[tuple[int, ...], int] = {}
    for sign, words in signed:
        for word in words:
            total[word] = total.get(word, 0) + sign
    return total


def _matrix(
    sums: Sequence[dict[tuple[int, ...], int]], places: dict[tuple[int, ...], int]
) -> NDArray[np.float32]:
    """(words, sums)"""
    result = np.zeros((len(places), len(sums)), dtype=np.float32)
    for column, each in enumerate(sums):
        for word, times in each.items():
            result[places[word], column] = times
    return result


def _paths(term: Term) -> dict[int, list[tuple[int, ...]]]:
    """For each variable the ways to its places."""
    found: dict[int, list[tuple[int, ...]]] = {}

    def walk(term: Term, way: tuple[int, ...]) -> None:
        if isinstance(term, int):
            found.setdefault(term, []).append(way)
        else:
            walk(term[0], (*way, 0))
            walk(term[1], (*way, 1))

    walk(term, ())
    return found


def _products(term: Term, way: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    """The ways to all products: each contributes the shift once."""
    if isinstance(term, int):
        return []
    return [way, *_products(term[0], (*way, 0)), *_products(term[1], (*way, 1))]


@functools.cache
def dual_permutation() -> NDArray[np.int64]:
    """Index of the dual of each law."""
    return np.array(dual_numbers()) - 1


def opposite(bits: Bits) -> Bits:
    """The truth of all 4,694 laws in the opposite tables."""
    assert bits.shape[1] == LAWS
    return bits[:, dual_permutation()]


def refuted(bits: Bits) -> NDArray[np.bool_]:
    """(laws, laws): whether some row has law i true and law j false."""
    rows = np.unique(np.packbits(bits, axis=1), axis=0)
    true = np.unpackbits(rows, axis=1, count=bits.shape[1]).astype(np.float32)
    return np.asarray(true.T @ (1 - true) > 0)
