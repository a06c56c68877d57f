"""What a temporal expression comes to: its kind, its cells of the calendar, its TIMEX3 value."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from wirefacts.mentions.dates.cells import Cell

Side = Literal["start", "end"]


class Piece(NamedTuple):
    """An expression inside a compound one, with its offsets in the text."""

    start: int
    end: int
    timex: str | None


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A resolved temporal expression; what could not be resolved is None."""

    type: Literal["date", "period", "duration", "set"] = "date"
    first: dt.date | None = None
    last: dt.date | None = None
    timex: str | None = None
    granularity: str | None = None
    """Unit of the calendar that the words speak in, or `time`."""
    open: Side | None = None
    modifier: str | None = None
    event: str | None = None
    pieces: tuple[Piece, ...] = ()
    begin: Cell | None = None
    """The cell it begins with: what a later expression can point back to."""
    finish: Cell | None = None
    """The cell it ends with; the same cell for a point."""

    @property
    def pointable(self) -> bool:
        """Whether a later expression can point back to it."""
        return self.begin is not None and self.finish is not None


def point(cell: Cell, granularity: str | None = None) -> TimeValue:
    """One cell of the calendar. Raises ValueError or OverflowError outside the years 1 to 9999."""
    return TimeValue("date", cell.first, cell.last, cell.timex, granularity or spoken(cell.unit), begin=cell, finish=cell)


def stretch(begin: Cell, finish: Cell, granularity: str | None = None) -> TimeValue:
    """All from one cell to another; a point when they are the same and nothing else is asked for.

    Raises ValueError outside the years 1 to 9999, and when the last day lies before the first.
    """
    first, last = begin.first, finish.last
    if first > last:
        raise ValueError(f"{finish.timex} is before {begin.timex}")
    return TimeValue("period", first, last, f"{begin.timex}/{finish.timex}", granularity or spoken(finish.unit), begin=begin, finish=finish)


def whole(begin: Cell, finish: Cell, granularity: str | None = None) -> TimeValue:
    """One cell, or all from one cell to another."""
    return point(begin, granularity) if begin == finish else stretch(begin, finish, granularity)


def filling(unit: str, begin: Cell, finish: Cell) -> TimeValue:
    """One cell of the unit where the two fill it, else all from the one to the other, spoken of in the unit.

    >>> [filling("quarter", Cell("month", 2020 * 12 + first), Cell("month", 2020 * 12 + first + 2)).timex for first in (3, 4)]
    ['2020-Q2', '2020-05/2020-07']
    """
    cell = Cell.of(unit, begin.first)
    return point(cell) if (cell.first, cell.last) == (begin.first, finish.last) else stretch(begin, finish, spoken(unit))


def length(unit: str, timex: str, modifier: str | None = None) -> TimeValue:
    """A length of time."""
    return TimeValue("duration", timex=timex, granularity=spoken(unit), modifier=modifier)


def vague(timex: str) -> TimeValue:
    """A vague reference."""
    return TimeValue("date", timex=timex)


def unresolved(unit: str | None, type_: Literal["date", "period"] = "date") -> TimeValue:
    """An expression of that unit whose days are not known."""
    return TimeValue(type_, granularity=spoken(unit) if unit else None)


def opened_at_end(value: TimeValue) -> TimeValue:
    """All since the value: `since 2010`."""
    first = value.first or value.last
    timex = (value.timex or "").partition("/")[0]
    return replace(value, type="period", first=first, last=None, open="end", timex=f"{timex}/.." if timex and (first or value.begin) else None)


def opened_at_start(value: TimeValue) -> TimeValue:
    """All up to the value: `by 2035`."""
    last = value.last or value.first
    timex = (value.timex or "").rpartition("/")[2]
    return replace(value, type="period", first=None, last=last, open="start", timex=f"../{timex}" if timex and (last or value.finish) else None)


def spoken(unit: str) -> str:
    """The granularity of the guidelines for a unit.

    >>> spoken("hour"), spoken("fortnight"), spoken("month")
    ('time', 'week', 'month')
    """
    return {"second": "time", "minute": "time", "hour": "time", "fortnight": "week", "weekend": "day"}.get(unit, unit)
