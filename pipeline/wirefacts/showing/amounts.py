"""Amounts of money by the year that their sentence names, as points of a chart."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wirefacts.records import Fact, Money, Percentage, Period, Point

FEWEST = 3
"""Amounts of a currency from which on they are drawn."""
_WIDTH, _HEIGHT, _LEFT, _EDGE = 520, 190, 96, 24
_THOUSANDS = ("", " thousand", " million", " billion", " trillion", " quadrillion")


class Dot(NamedTuple):
    """An amount in its place; lengths are those of the drawing's own units."""

    x: float
    y: float
    year: int
    fact: Money


class Tick(NamedTuple):
    """A place on an axis and what it stands for."""

    place: float
    words: str


class Chart(NamedTuple):
    """The amounts of one currency: years from left to right, amounts upwards, each line ten times the one below."""

    currency: str
    width: int
    height: int
    dots: Sequence[Dot]
    years: Sequence[Tick]
    powers: Sequence[Tick]


def charts(facts: Iterable[Fact]) -> list[Chart]:
    """A chart for every currency of which at least three positive amounts have a year, in the order of their codes."""
    by_currency: dict[str, list[tuple[int, Money]]] = defaultdict(list)
    for year, money in _dated(facts):
        if money.currency is not None and (money.stated or 0) > 0:
            by_currency[money.currency].append((year, money))
    return [_chart(currency, dated) for currency, dated in sorted(by_currency.items()) if len(dated) >= FEWEST]


def _dated(facts: Iterable[Fact]) -> Iterator[tuple[int, Money]]:
    """Each amount with the one year that its sentence speaks of; what the sentence compares with does not count, and of two years none does."""
    sentences: dict[int, list[Fact]] = defaultdict(list)
    for fact in facts:
        sentences[fact.sentence.start].append(fact)
    for together in sentences.values():
        bases = [fact.basis_text for fact in together if isinstance(fact, Percentage) and fact.basis_text]
        spoken = [fact for fact in together if isinstance(fact, Point | Period) and not any(fact.text in basis for basis in bases)]
        years = {day.year for date in spoken for day in (date.start_date, date.end_date) if day is not None}
        if len(years) == 1:
            yield from ((min(years), fact) for fact in together if isinstance(fact, Money))


def _chart(currency: str, dated: Sequence[tuple[int, Money]]) -> Chart:
    sizes = [math.log10(money.stated or 1) for _, money in dated]
    years = sorted({year for year, _ in dated})
    powers = range(math.floor(min(sizes)), max(math.ceil(max(sizes)), math.floor(min(sizes)) + 1) + 1)

    def across(year: int) -> float:
        return _placed(year, years[0], years[-1], _LEFT + _EDGE, _WIDTH - _EDGE)

    def up(size: float) -> float:
        return _placed(size, powers[0], powers[-1], _HEIGHT - 2 * _EDGE, _EDGE / 2)

    return Chart(
        currency,
        _WIDTH,
        _HEIGHT,
        [Dot(across(year), up(size), year, money) for (year, money), size in zip(dated, sizes, strict=True)],
        [Tick(across(year), str(year)) for year in _told(years)],
        [Tick(up(power), power_of_ten(power)) for power in powers],
    )


def _told(years: Sequence[int]) -> Sequence[int]:
    """The years that are written: all where they have room, else the first and the last."""
    return years if (years[-1] - years[0] + 1) * 2 * _EDGE <= _WIDTH - _LEFT else (years[0], years[-1])


def power_of_ten(power: int) -> str:
    """A power of ten as it is written beside its line.

    >>> [power_of_ten(power) for power in (-1, 0, 4, 12, 30)]
    ['0.1', '1', '10 thousand', '1 trillion', '1e30']
    """
    if power < 0:
        return f"{10.0**power:g}"
    group, rest = divmod(power, 3)
    return f"{10**rest}{_THOUSANDS[group]}" if group < len(_THOUSANDS) else f"1e{power}"


def _placed(value: float, low: float, high: float, first: float, last: float) -> float:
    return round((first + last) / 2 if low == high else first + (last - first) * (value - low) / (high - low), 1)
