"""The calendar as numbered cells: every day, week, month or century is one of a row, so that shifting is addition."""

import datetime as dt
from typing import NamedTuple

MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
"""Months in the units that are made of months."""

DAYS = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}
"""Days in the units that are made of days; weekends come once a week."""

_FIRST_MONTH = {"season": 2, "century": 12}
"""The month of year 0 in which the first cell begins: spring in March, the 1st century in year 1."""

SEASONS = ("SP", "SU", "FA", "WI")
"""TIMEX3 letters of the seasons, spring first."""


class Cell(NamedTuple):
    """One unit of the calendar. Days and what they fill are counted from the first day of year 1, months from that of year 0.

    >>> Cell.of("month", dt.date(2022, 7, 19)).shifted(-7)
    Cell(unit='month', number=24263)
    >>> Cell.of("month", dt.date(2022, 7, 19)).shifted(-7).timex
    '2021-12'
    """

    unit: str
    number: int

    @classmethod
    def of(cls, unit: str, day: dt.date) -> "Cell":
        """The cell of that unit in which the day lies."""
        if unit in MONTHS:
            return cls(unit, (_month(day) - _FIRST_MONTH.get(unit, 0)) // MONTHS[unit])
        return cls(unit, day.toordinal() if unit == "day" else (day.toordinal() - 1) // 7)

    @classmethod
    def year(cls, number: int) -> "Cell":
        """The cell of a year."""
        return cls("year", number)

    @property
    def first(self) -> dt.date:
        """First day. Raises ValueError or OverflowError outside the years 1 to 9999."""
        if self.unit in MONTHS:
            month = self.number * MONTHS[self.unit] + _FIRST_MONTH.get(self.unit, 0)
            return dt.date(month // 12, month % 12 + 1, 1)
        if self.unit == "day":
            return dt.date.fromordinal(self.number)
        return dt.date.fromordinal(self.number * 7 + (6 if self.unit == "weekend" else 1))

    @property
    def last(self) -> dt.date:
        """Last day. Raises ValueError or OverflowError outside the years 1 to 9999."""
        if self.unit == "weekend":
            return self.first + dt.timedelta(days=1)
        return self.shifted(1).first - dt.timedelta(days=1)

    @property
    def timex(self) -> str:
        """TIMEX3 value.

        >>> [Cell.of(unit, dt.date(2020, 10, 25)).timex for unit in ("day", "week", "weekend", "quarter", "half", "season", "decade", "century")]
        ['2020-10-25', '2020-W43', '2020-W43-WE', '2020-Q4', '2020-H2', '2020-FA', '202', '20']
        """
        first = self.first
        if self.unit in ("week", "weekend"):
            year, week, _ = first.isocalendar()
            return f"{year}-W{week:02}" + ("-WE" if self.unit == "weekend" else "")
        in_year = self.number % (12 // MONTHS.get(self.unit, 12) or 1)
        return {
            "day": first.isoformat(),
            "month": f"{first.year:04}-{first.month:02}",
            "quarter": f"{first.year:04}-Q{in_year + 1}",
            "half": f"{first.year:04}-H{in_year + 1}",
            "season": f"{first.year:04}-{SEASONS[self.number % 4]}",
            "year": f"{first.year:04}",
            "decade": f"{self.number:03}",
            "century": f"{self.number:02}",
        }[self.unit]

    def shifted(self, count: int, unit: str | None = None) -> "Cell":
        """The cell that lies as many units later (earlier where negative): units of its own, or of another size.

        A unit coarser than the cell keeps its place in it; a finer one gives the cell of the finer unit counted from the first day.

        >>> Cell.of("quarter", dt.date(2020, 10, 25)).shifted(-1, "year").timex
        '2019-Q4'
        >>> Cell.of("day", dt.date(2020, 2, 29)).shifted(-1, "year").timex
        '2019-02-28'
        """
        unit = unit or self.unit
        if unit == self.unit:
            return Cell(unit, self.number + count)
        if unit in MONTHS and self.unit in MONTHS:
            months = count * MONTHS[unit]
            if months % MONTHS[self.unit] == 0:
                return Cell(self.unit, self.number + months // MONTHS[self.unit])
            return Cell.of(unit, self.first).shifted(count)
        if unit in MONTHS:
            return Cell.of(self.unit, month_later(self.first, count * MONTHS[unit]))
        if self.unit in DAYS:
            return Cell.of(self.unit, self.first + dt.timedelta(days=count * DAYS[unit]))
        return Cell.of("day" if unit == "fortnight" else unit, self.first + dt.timedelta(days=count * DAYS[unit]))


def month_later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last of its month where it has no such day.

    >>> month_later(dt.date(2020, 1, 31), 1)
    datetime.date(2020, 2, 29)
    """
    month = Cell("month", _month(day) + months)
    return month.first.replace(day=min(day.day, month.last.day))


def _month(day: dt.date) -> int:
    return day.year * 12 + day.month - 1
