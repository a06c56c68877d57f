"""Periods: stretches up to now or from now on, from one expression to another, open at one end; edges of a unit; events."""

import datetime as dt
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from wirefacts.lexicon.events import Event
from wirefacts.mentions.dates.cells import DAYS, MONTHS, Cell, month_later
from wirefacts.mentions.dates.context import Context
from wirefacts.mentions.dates.expressions import FINENESS, Expression, Fixed, as_fine
from wirefacts.mentions.dates.lengths import length_timex
from wirefacts.mentions.dates.points import MonthDay, Nth, Weekday
from wirefacts.mentions.dates.values import (
    Piece,
    TimeValue,
    filling,
    length,
    opened_at_end,
    opened_at_start,
    point,
    spoken,
    stretch,
    unresolved,
    vague,
    whole,
)


@dataclass(frozen=True, slots=True)
class Running:
    """A number of units up to now or from now on: `the past decade`, `the past two months`, `the coming 30 years`."""

    unit: str
    direction: int
    count: Fraction | None = Fraction(1)
    modifier: str | None = None
    some: bool = False
    """Whether a vague number is told, as in `the past few years`, rather than none, as in `recent years`."""
    referring: bool = False
    """Whether whole units are counted from what was last spoken of: `the previous five years`, `the following two months`."""

    @property
    def extent(self) -> str:
        """Its length alone, as a TIMEX3 value."""
        return length_timex(self.unit, self.count)

    def resolve(self, context: Context) -> TimeValue:
        """Whole years for years and what is longer, else days counted from the day of publication; a reference where no number is told."""
        if self.count is None:
            return vague("PAST_REF" if self.direction < 0 else "FUTURE_REF")
        if self.unit not in MONTHS and self.unit not in DAYS:
            return length(self.unit, self.extent, self.modifier)
        if context.now is None:
            return unresolved(self.unit, "period")
        if self.referring and self.count.denominator == 1 and self.unit != "fortnight":
            named = context.before(lambda value: as_fine(value, self.unit), since=context.near)
            base = Cell.of(self.unit, named.begin.first if named and named.begin else context.now)
            near, far = base.shifted(self.direction), base.shifted(self.direction * int(self.count))
            return replace(stretch(min(near, far), max(near, far), spoken(self.unit)), modifier=self.modifier)
        if MONTHS.get(self.unit, 0) >= MONTHS["year"]:
            this = Cell.year(context.now.year)
            there = this.shifted(self.direction * int(self.count * MONTHS[self.unit] / MONTHS["year"]))
            value = stretch(min(this, there), max(this, there), spoken(self.unit))
        else:
            value = self._days(context.now)
        return replace(value, modifier=self.modifier)

    def _days(self, now: dt.date) -> TimeValue:
        assert self.count is not None
        if self.unit in MONTHS:
            there = month_later(now, self.direction * int(self.count * MONTHS[self.unit]))
        else:
            there = now + dt.timedelta(days=self.direction * int(self.count * DAYS[self.unit]))
        first, last = sorted((now, there))
        return stretch(Cell.of("day", first), Cell.of("day", last), spoken(self.unit))


@dataclass(frozen=True, slots=True)
class SoFar:
    """A unit up to the day of publication: `so far this year`."""

    inside: Expression

    @property
    def unit(self) -> str | None:
        """Unit of what has begun."""
        return self.inside.unit

    def resolve(self, context: Context) -> TimeValue:
        """From its first day to the day of publication."""
        value = self.inside.resolve(context)
        if value.begin is None or value.first is None or context.now is None or not value.first <= context.now:
            return unresolved(self.unit, "period")
        return stretch(Cell.of("day", value.first), Cell.of("day", context.now), value.granularity)


@dataclass(frozen=True, slots=True)
class Ending:
    """Units named by their end: `the March quarter`, `the quarter ended March 31`, `the six months ended June 30`."""

    unit: str
    inside: Expression
    """The day or month that is the last."""
    spans: tuple[tuple[int, int], ...] = ()
    """Where its length and its end stand, when both are told."""
    count: int = 1
    over: bool = False
    """Whether the words say that it has passed: `ended`."""
    number: int | None = None
    """Its number in a year of its own: `the third quarter ended Nov. 30`."""

    def end(self, context: Context) -> TimeValue:
        """The day or month that is the last."""
        if not self.over:
            return self.inside.resolve(context)
        with context.looking("past"):
            return self.inside.resolve(context)

    def resolve(self, context: Context) -> TimeValue:
        """Whole months where it ends with a month, else the days up to its last."""
        end = self.end(context)
        value = self._until(end.finish) if end.finish else unresolved(self.unit, "date" if self.count == 1 else "period")
        return replace(value, pieces=tuple(Piece(*span, timex) for span, timex in zip(self.spans, (value.timex, end.timex), strict=False)))

    def _until(self, end: Cell) -> TimeValue:
        if self.unit in DAYS:
            days = self.count * DAYS[self.unit]
            return stretch(Cell.of("day", end.last).shifted(1 - days), Cell.of("day", end.last), spoken(self.unit))
        months, month = self.count * MONTHS[self.unit], Cell.of("month", end.last)
        if month.last != end.last:
            first = month_later(end.last, -months) + dt.timedelta(days=1)
            return stretch(Cell.of("day", first), end, self.unit)
        begin = month.shifted(1 - months)
        return filling(self.unit, begin, month) if self.count == 1 else stretch(begin, month, self.unit)


@dataclass(frozen=True, slots=True)
class Between:
    """A period from one expression to another, which share what only one of them says: `Jan.-Aug. 2020`, `2013 and last year`."""

    begin: Expression
    finish: Expression
    spans: tuple[tuple[int, int], tuple[int, int]]

    @property
    def unit(self) -> str | None:
        """The finer of the units."""
        units = [unit for unit in (self.begin.unit, self.finish.unit) if unit is not None]
        return min(units, key=FINENESS.index) if units else None

    def resolve(self, context: Context) -> TimeValue:
        """From the first cell of the one to the last of the other."""
        begin, finish = self._ends(context)
        pieces = tuple(Piece(*span, value.timex) for span, value in zip(self.spans, (begin, finish), strict=True))
        if begin.timex == "PRESENT_REF" and context.now is not None:
            begin = point(Cell.of("day", context.now))
        if finish.timex == "PRESENT_REF" and context.now is not None:
            finish = point(Cell.of("day", context.now))
        if begin.begin is None or finish.finish is None:
            return replace(unresolved(self.unit, "period"), pieces=pieces)
        value = stretch(begin.begin, finish.finish, spoken(self.unit) if self.unit else None)
        return replace(value, first=begin.first or begin.last, last=finish.last or finish.first, pieces=pieces)

    def _ends(self, context: Context) -> tuple[TimeValue, TimeValue]:
        begin, finish = self.begin, self.finish
        if isinstance(finish, Nth | MonthDay) and finish.inside is None and not _free(begin):
            opening = begin.resolve(context)
            if opening.begin is not None:
                year = Cell.of("year", opening.begin.first)
                closing = replace(finish, inside=Fixed(year)).resolve(context)
                if closing.last and opening.first and closing.last < opening.first:
                    closing = replace(finish, inside=Fixed(year.shifted(1))).resolve(context)
                return opening, closing
        closing = finish.resolve(context)
        if isinstance(begin, Nth | MonthDay) and begin.inside is None and closing.finish is not None:
            year = Cell.of("year", closing.finish.first)
            opening = replace(begin, inside=Fixed(year)).resolve(context)
            if opening.first and closing.last and opening.first > closing.last:
                opening = replace(begin, inside=Fixed(year.shifted(-1))).resolve(context)
            return opening, closing
        if isinstance(begin, Weekday) and isinstance(finish, Weekday) and closing.finish is not None and begin.inside is None:
            return point(closing.finish.shifted(-((finish.number - begin.number) % 7))), closing
        return begin.resolve(context), closing


def _free(expression: Expression) -> bool:
    return isinstance(expression, Nth | MonthDay) and expression.inside is None


@dataclass(frozen=True, slots=True)
class Edge:
    """A part of an expression named by where it lies: `late November` (the whole, bent), `the end of October` (that edge alone)."""

    side: Literal["start", "mid", "end"]
    inside: Expression
    bent: bool = True

    @property
    def unit(self) -> str | None:
        """Unit of the whole."""
        return self.inside.unit

    def resolve(self, context: Context) -> TimeValue:
        """The days of the whole, or of its edge where the words name only that."""
        value = replace(self.inside.resolve(context), modifier=self.side)
        if self.bent:
            return value
        if self.side == "mid":
            return replace(value, first=None, last=None)
        return replace(value, last=None) if self.side == "start" else replace(value, first=None)


@dataclass(frozen=True, slots=True)
class Opened:
    """A period with one end: `since 2010` (open at its end), `by 2035` (open at its start)."""

    side: Literal["start", "end"]
    inside: Expression
    settled: bool = True
    """Whether the words around it alone say on which side of now it lies, whatever the tense."""

    @property
    def unit(self) -> str | None:
        """Unit of the end that is named."""
        return self.inside.unit

    def resolve(self, context: Context) -> TimeValue:
        """All since, or all up to it."""
        with context.looking("future" if self.side == "start" else "past", settled=self.settled):
            value = self.inside.resolve(context)
        if value.type in ("duration", "set") or (value.timex or "").endswith("_REF"):
            return value
        return opened_at_end(value) if self.side == "end" else opened_at_start(value)


@dataclass(frozen=True, slots=True)
class Onward:
    """What `from` opens: `taxes rise from April` goes on from there, where a comparison, `up from April`, looks at what is past."""

    inside: Expression

    @property
    def unit(self) -> str | None:
        """Unit of what is named."""
        return self.inside.unit

    def resolve(self, context: Context) -> TimeValue:
        """All since, where it is yet to come; else what is named."""
        value = self.inside.resolve(context)
        ahead = value.type == "date" and value.first is not None and context.now is not None and value.first > context.now
        return opened_at_end(value) if ahead else value


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event with known days, by which a statement is dated."""

    event: Event
    unit: str = "day"

    def resolve(self, context: Context) -> TimeValue:  # noqa: ARG002 - the event data file says it
        """The event's days; years where they fill whole years."""
        first, last = self.event.first, self.event.last
        if first is None or last is None:
            known = point(Cell.of("day", day)) if (day := first or last) else unresolved("day")
            value = opened_at_end(known) if first else opened_at_start(known)
        elif (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            value = whole(Cell.year(first.year), Cell.year(last.year))
        else:
            value = whole(Cell.of("day", first), Cell.of("day", last))
        return replace(value, event=self.event.name)
