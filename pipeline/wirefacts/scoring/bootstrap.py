"""How sure a score is: percentile intervals from sentences drawn with replacement, the same draws for all that are compared.

Paired bootstrap after Efron and Tibshirani (1993) and Koehn (2004).
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from wirefacts.scoring.scorecard import ALL, FOUND, GOLD, Scorecard

DRAWS = 1000
SEED = 13
_LOW, _HIGH = 2.5, 97.5
_CHANCE = 0.05


class Interval(NamedTuple):
    """95% of the draws lie between these."""

    low: float
    high: float


class Difference(NamedTuple):
    """How much better the first of two is, in F1 from 0 to 1, with its interval and the share of draws that do not have it so."""

    f1: float
    interval: Interval
    p: float

    @property
    def is_more_than_chance(self) -> bool:
        """Whether fewer than one draw in twenty contradicts it."""
        return self.p < _CHANCE


class Resampling:
    """Draws of a benchmark's units; the same seed draws the same."""

    def __init__(self, units: int, draws: int = DRAWS, seed: int = SEED) -> None:
        self.units = units
        random = np.random.default_rng(seed)
        self._weights = random.multinomial(units, [1 / units] * units, size=draws).astype(float) if units else np.zeros((draws, 0))

    def interval(self, units: Sequence[Scorecard], measure: str, group: str = ALL) -> Interval:
        """The 95% interval of a measure's F1.

        >>> from wirefacts.scoring.scorecard import card_of
        >>> hit, miss = card_of(["all"], gold=1, found=1, value=1), card_of(["all"], gold=1)
        >>> low, high = Resampling(40).interval([hit, miss] * 20, "value")
        >>> 0.4 < low < 2 / 3 < high < 0.9
        True
        """
        return _percentiles(self._f1(units, measure, group))

    def difference(self, one: Sequence[Scorecard], other: Sequence[Scorecard], measure: str, group: str = ALL) -> Difference:
        """How much better the first is than the second on the same units."""
        gains = np.nan_to_num(self._f1(one, measure, group)) - np.nan_to_num(self._f1(other, measure, group))
        ours, theirs = (float(np.nan_to_num(_f1_of(_columns(units, measure, group).sum(0)))) for units in (one, other))
        stated = ours - theirs
        against = float(np.mean(gains <= 0 if stated > 0 else gains >= 0)) if stated else 1.0
        return Difference(stated, _percentiles(gains), min(1.0, 2 * against))

    def _f1(self, units: Sequence[Scorecard], measure: str, group: str) -> NDArray[Any]:
        if len(units) != self.units:
            raise ValueError(f"{len(units)} units, but the draws are of {self.units}")
        return _f1_of(self._weights @ _columns(units, measure, group))


def _columns(units: Sequence[Scorecard], measure: str, group: str) -> NDArray[Any]:
    names = (measure, GOLD, FOUND)
    return np.array([[unit.counted[group, name] for name in names] for unit in units], dtype=float).reshape(len(units), len(names))


def _f1_of(sums: NDArray[Any]) -> NDArray[Any]:
    hits, stated = sums[..., 0], sums[..., 1] + sums[..., 2]
    scores: NDArray[Any] = np.divide(2 * hits, stated, out=np.full_like(hits, np.nan), where=stated > 0)
    return scores


def _percentiles(scores: NDArray[Any]) -> Interval:
    """The interval of the draws that have anything to score."""
    scores = scores[~np.isnan(scores)]
    if not scores.size:
        return Interval(0.0, 0.0)
    low, high = np.percentile(scores, [_LOW, _HIGH])
    return Interval(float(low), float(high))
