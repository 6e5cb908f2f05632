"""The statistics of counted successes: Wilson's interval for one system, McNemar's exact test for two on one set."""

from __future__ import annotations

import math
from fractions import Fraction

Z_95 = 1.959963984540054
"""The normal distribution's two-sided 95 % quantile."""


def wilson(successes: int, trials: int, z: float = Z_95) -> tuple[float, float]:
    """Bounds of the true rate; with no trial anything is possible.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
    """
    if not 0 <= successes <= trials:
        raise ValueError(f"{successes} successes of {trials} trials")
    if trials == 0:
        return 0.0, 1.0
    rate, square = successes / trials, z * z
    centre = (rate + square / (2 * trials)) / (1 + square / trials)
    spread = (
        math.sqrt(rate * (1 - rate) / trials + square / (4 * trials * trials)) * z / (1 + square / trials)
    )
    low = 0.0 if successes == 0 else max(0.0, centre - spread)
    high = 1.0 if successes == trials else min(1.0, centre + spread)
    return low, high


def mcnemar(only_first: int, only_second: int) -> float:
    """The two-sided exact probability of discordant pairs at least as uneven, were both systems equally good.

    Q. McNemar, "Note on the sampling error of the difference between correlated proportions or percentages", 1947;
    exact by the binomial distribution.
    """
    if only_first < 0 or only_second < 0:
        raise ValueError("counts are not negative")
    discordant, fewer = only_first + only_second, min(only_first, only_second)
    tail = sum(math.comb(discordant, k) for k in range(fewer + 1))
    return min(1.0, float(Fraction(2 * tail, 1 << discordant)))
