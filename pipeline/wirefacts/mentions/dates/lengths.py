"""Lengths of time, recurring times and vague references: expressions that no calendar anchors."""

from dataclasses import dataclass
from fractions import Fraction

from wirefacts.mentions.dates.context import Context
from wirefacts.mentions.dates.values import TimeValue, length, spoken, vague

LETTERS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "weekend": "WE",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "half": "H",
    "season": "S",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
"""TIMEX3 letters of the units."""

_SMALLER = {"year": (12, "month"), "hour": (60, "minute"), "minute": (60, "second")}
"""Units whose fractions are told in smaller ones."""


def length_timex(unit: str, count: Fraction | None, *, decimal: bool = False) -> str:
    """TIMEX3 value of a length; `X` for a number that is not told, smaller units for a fraction that is not told in decimals.

    >>> length_timex("year", Fraction(10)), length_timex("decade", Fraction(1)), length_timex("hour", Fraction(13)), length_timex("month", None)
    ('P10Y', 'P10Y', 'PT13H', 'PXM')
    >>> length_timex("year", Fraction(5, 2)), length_timex("hour", Fraction(1, 2)), length_timex("week", Fraction(3, 2))
    ('P2Y6M', 'PT30M', 'P1.5W')
    >>> length_timex("hour", Fraction("2.75"), decimal=True)
    'PT2.75H'
    """
    if unit == "fortnight":
        unit, count = "week", None if count is None else 2 * count
    if unit in ("decade", "century") and count is not None:
        unit, count = "year", count * (10 if unit == "decade" else 100)
    prefix = "PT" if unit in ("second", "minute", "hour") else "P"
    if count is None:
        return f"{prefix}X{LETTERS[unit]}"
    if not decimal and unit in _SMALLER and count.denominator > 1 and (count * _SMALLER[unit][0]).denominator == 1:
        size, smaller = _SMALLER[unit]
        whole, rest = divmod(count * size, size)
        return prefix + (f"{whole}{LETTERS[unit]}" if whole else "") + f"{rest}{LETTERS[smaller]}"
    return f"{prefix}{count if count.denominator == 1 else format(float(count), 'g')}{LETTERS[unit]}"


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: `nearly two years`, `13-hour`, `decades`."""

    unit: str
    count: Fraction | None
    modifier: str | None = None
    decimal: bool = False
    """Whether its number is told in decimals: `2.75 hours`."""

    def resolve(self, context: Context) -> TimeValue:  # noqa: ARG002 - a length has no days
        """The length."""
        return length(self.unit, length_timex(self.unit, self.count, decimal=self.decimal), self.modifier)


@dataclass(frozen=True, slots=True)
class Spell:
    """A length told otherwise than by a number of units: `for some time`, `two years and six months`."""

    timex: str
    unit: str | None = None

    def resolve(self, context: Context) -> TimeValue:  # noqa: ARG002 - it has no days
        """The length."""
        return TimeValue("duration", timex=self.timex, granularity=spoken(self.unit) if self.unit else None)


@dataclass(frozen=True, slots=True)
class Recurring:
    """A recurring time: `every day`, `each Thursday`."""

    unit: str
    timex: str

    def resolve(self, context: Context) -> TimeValue:  # noqa: ARG002 - a recurring time has no days
        """The set."""
        return TimeValue("set", timex=self.timex, granularity=spoken(self.unit))


@dataclass(frozen=True, slots=True)
class Vague:
    """A vague reference: `now`, `recent years`, `the future`."""

    timex: str
    unit: None = None

    def resolve(self, context: Context) -> TimeValue:  # noqa: ARG002 - it has no days
        """The reference."""
        return vague(self.timex)
