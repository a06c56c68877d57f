"""Temporal expressions as the grammar composes them. Each is a small value that knows how to resolve itself in a context.

What cannot be resolved comes out with its granularity and without days; a day outside the years 1 to 9999 raises ValueError or
OverflowError, which `resolved` turns into the same.
"""

import datetime as dt
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, Protocol

from wirefacts.lexicon.events import Event
from wirefacts.mentions.dates.cells import DAYS, MONTHS, Cell, month_later
from wirefacts.mentions.dates.context import Context
from wirefacts.mentions.dates.values import (
    Piece,
    TimeValue,
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

FINENESS = ("time", "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century")
"""Units from fine to coarse."""

_RESULTS_DUE = 75
"""Days after a quarter in which what will happen still concerns it: its results are to come."""

_SHORT_WAY = 100
"""Days within which the nearest day is taken whatever the tense: reports of the past announce what is near."""


class Expression(Protocol):
    """A temporal expression."""

    @property
    def unit(self) -> str | None:
        """Unit it speaks in; None where it is vague."""

    def resolve(self, context: Context) -> TimeValue:
        """Its value in the context."""


def resolved(expression: Expression, context: Context) -> TimeValue:
    """The value of the expression; without days where they lie outside the calendar."""
    try:
        return expression.resolve(context)
    except (ValueError, OverflowError):
        return unresolved(expression.unit)


# --- points ------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fixed:
    """A cell that the words name in full: `2021`, `July 19, 2022`, `the 1990s`."""

    cell: Cell

    @property
    def unit(self) -> str:
        """Unit of the cell."""
        return self.cell.unit

    def resolve(self, context: Context) -> TimeValue:  # noqa: ARG002 - the words alone say it
        """The cell."""
        return point(self.cell)


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th unit, or the first or last few, of a larger one: `December`, `the third quarter of 2020`, `the first ten months`.

    Without the larger one it lies in the year that tense and nearness choose.
    """

    unit: str
    number: int
    count: int = 1
    inside: Expression | None = None
    shift: int = 0
    """`last December` -1, `next December` 1."""

    def resolve(self, context: Context) -> TimeValue:
        """The cells, counted from the start of the larger unit, or from its end where the number is negative."""
        if self.inside is not None:
            around = self.inside.resolve(context)
            if around.begin is None or around.finish is None:
                return unresolved(self.unit)
            return self._within(around.begin, around.finish)
        if context.now is None:
            return unresolved(self.unit)
        return self._chosen(context, context.now)

    def _within(self, begin: Cell, finish: Cell) -> TimeValue:
        if self.number < 0:
            final = Cell.of(self.unit, finish.last)
            return self._spoken(final.shifted(1 - self.count), final)
        first = Cell.of(self.unit, begin.first)
        if first.first < begin.first and (self.unit == "season" or self.number > 1):
            first = first.shifted(1)
        start = first.shifted(self.number - 1)
        return self._spoken(start, start.shifted(self.count - 1))

    def _spoken(self, begin: Cell, finish: Cell) -> TimeValue:
        if self.unit == "day" and self.count == 1 and self.number > 1:
            return point(begin)
        return whole(begin, finish)

    def _chosen(self, context: Context, now: dt.date) -> TimeValue:
        """The year by tense and nearness: the latest that has begun (for several units: that is nearly over), or the next."""
        named = context.before(lambda value: value.granularity == "year" and value.type == "date", since=context.sentence_at(context.start).start)
        if named is not None and named.begin is not None and not self.shift and self.unit != "season" and named.begin != Cell.year(now.year):
            return self._within(named.begin, named.begin)
        years = [self._within(Cell.year(year), Cell.year(year)) for year in range(max(now.year - 2, 1), min(now.year + 3, dt.MAXYEAR))]
        if self.shift > 0:
            return next(value for value in years if value.first and value.first > now)
        if self.shift < 0:
            return [value for value in years if value.last and value.last < now][-1]
        slack = dt.timedelta(days=15 * min(self.count - 1, 1))
        latest = [value for value in years if value.first and value.last and (value.first <= now if self.count == 1 else value.last <= now + slack)][-1]
        if latest.last is None or latest.last >= now:
            return latest
        next_ = years[years.index(latest) + 1]
        assert next_.first is not None
        since, until, tense = (now - latest.last).days, (next_.first - now).days, context.tense
        if tense == "future":
            return latest if self.unit in ("quarter", "half") and since < _RESULTS_DUE else next_
        return next_ if tense is None and self.unit == "month" and until * 2 < since else latest


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month: `June 23`; without its year the nearest, unless the tense speaks for another."""

    month: int
    day: int
    inside: Expression | None = None
    unit: str = "day"

    def resolve(self, context: Context) -> TimeValue:
        """The day."""
        if self.inside is not None:
            year = self.inside.resolve(context).begin
            return unresolved("day") if year is None else self._in(year.first.year)
        today = context.today
        if today is None:
            return unresolved("day")
        days = [self._in(year) for year in range(max(today.year - 4, 1), min(today.year + 5, dt.MAXYEAR)) if self._exists(year)]
        if not days:
            return unresolved("day")

        def away(value: TimeValue) -> int:
            assert value.first is not None
            return (value.first - today).days

        nearest = min(days, key=lambda value: abs(away(value)))
        tense = context.tense if abs(away(nearest)) > _SHORT_WAY else None
        if tense == "past":
            return next(value for value in reversed(days) if away(value) <= 0)
        if tense == "future":
            return next(value for value in days if away(value) >= 0)
        return nearest

    def _exists(self, year: int) -> bool:
        return self.day <= Cell("month", year * 12 + self.month - 1).last.day

    def _in(self, year: int) -> TimeValue:
        return point(Cell.of("day", dt.date(year, self.month, self.day)))


@dataclass(frozen=True, slots=True)
class MonthOnlyDay:
    """A day whose month is left to be understood: `the 25th`."""

    day: int
    unit: str = "day"

    def resolve(self, context: Context) -> TimeValue:
        """That day of the month last spoken of in the sentence, else the latest or, in the future tense, the next."""
        named = context.before(lambda value: value.granularity in ("day", "month") and value.begin == value.finish, since=context.near)
        if named is not None and named.begin is not None:
            return point(Cell.of("day", named.begin.first.replace(day=self.day)))
        if context.today is None:
            return unresolved("day")
        this = Cell.of("month", context.today)
        months = [month for month in map(this.shifted, range(-2, 3)) if month.last.day >= self.day]
        days = [month.first.replace(day=self.day) for month in months]
        if context.tense == "future":
            return point(Cell.of("day", next(day for day in days if day >= context.today)))
        return point(Cell.of("day", next(day for day in reversed(days) if day <= context.today)))


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: in the past tense the latest up to today; within a week that is named, its own."""

    number: int
    inside: Expression | None = None
    shift: int | None = None
    """`last Friday` -1, `this Friday` 0, `next Friday` 1."""
    referring: bool = False
    """Whether it counts from what was last spoken of: `the previous Friday`."""
    unit: str = "day"

    def resolve(self, context: Context) -> TimeValue:
        """The day."""
        if self.inside is not None:
            week = self.inside.resolve(context).begin
            return unresolved("day") if week is None else point(Cell.of("day", Cell.of("week", week.first).first).shifted(self.number - 1))
        today = context.today
        if self.referring:
            named = context.before(lambda value: value.granularity == "day", since=context.near)
            today = named.first if named else today
        if today is None:
            return unresolved("day")
        day = Cell.of("day", today)
        back = (today.isoweekday() - self.number) % 7
        ahead = -back % 7
        if self.shift is not None and self.shift < 0:
            return point(day.shifted(-(back or 7)))
        if self.shift is not None and self.shift > 0:
            return point(day.shifted(ahead or 7))
        if self.shift == 0:
            return point(Cell.of("day", Cell.of("week", today).first).shifted(self.number - 1))
        return point(day.shifted(ahead if context.tense == "future" else -back))


@dataclass(frozen=True, slots=True)
class Relative:
    """So many units from now, or from what was last spoken of: `last year`, `two weeks ago`, `the previous month`, `yesterday`."""

    unit: str
    shift: int
    referring: bool = False
    modifier: str | None = None

    def resolve(self, context: Context) -> TimeValue:
        """The cell of the unit."""
        base = context.today if self.unit == "day" else context.now
        if self.referring:
            fine = FINENESS.index(self.unit)
            named = context.before(lambda value: value.granularity in FINENESS and FINENESS.index(value.granularity) <= fine, since=context.near)
            base = named.finish.first if named is not None and named.finish is not None else base
        if base is None:
            return unresolved(self.unit)
        unit = "day" if self.unit == "fortnight" else self.unit
        cell = Cell.of(unit, base).shifted(self.shift * (14 if self.unit == "fortnight" else 1))
        return replace(point(cell), modifier=self.modifier)


@dataclass(frozen=True, slots=True)
class Apart:
    """A length before or after what was last spoken of, in its granularity: `a year earlier`, `two days later`."""

    unit: str
    shift: int

    def resolve(self, context: Context) -> TimeValue:
        """The shifted expression; from now where nothing was spoken of."""
        size = FINENESS.index(self.unit) if self.unit in FINENESS else 0
        named = context.before(lambda value: value.granularity in FINENESS and FINENESS.index(value.granularity) <= size + 1, since=context.near)
        if named is None or named.begin is None or named.finish is None:
            return Relative(self.unit, self.shift).resolve(context)
        return replace(
            whole(named.begin.shifted(self.shift, self.unit), named.finish.shifted(self.shift, self.unit), named.granularity), type=named.type
        )


@dataclass(frozen=True, slots=True)
class Same:
    """What was last spoken of, in another year where one is named: `the same period last year`, `the year-ago quarter`."""

    unit: str | None
    inside: Expression | None = None
    shift: int = 0

    def resolve(self, context: Context) -> TimeValue:
        """The last month, quarter, half, year or stretch of them, moved by whole years."""
        unit = self.unit

        def repeatable(value: TimeValue) -> bool:
            if value.begin is None or value.open or value.granularity in ("decade", "century"):
                return False
            return value.granularity == unit if unit else value.type == "period" or value.granularity not in ("day", "time", "week")

        named = context.before(repeatable)
        if named is None or named.begin is None or named.finish is None:
            return unresolved(self.unit)
        years = self.shift
        if isinstance(self.inside, Relative):
            years += self.inside.shift
        elif self.inside is not None:
            year = self.inside.resolve(context).begin
            if year is None:
                return unresolved(self.unit)
            years += year.first.year - named.begin.first.year
        moved = whole(named.begin.shifted(years, "year"), named.finish.shifted(years, "year"), named.granularity)
        return replace(moved, type=named.type)


@dataclass(frozen=True, slots=True)
class That:
    """What was last spoken of that is such a unit: `that year`, `the quarter`, `the period`, `the 10 months`."""

    unit: str | None
    count: int = 1
    near: bool = False
    """Whether it means now unless the sentence has spoken of another: `the year`, `the week`."""

    def resolve(self, context: Context) -> TimeValue:
        """The expression pointed to, or the unit around it."""
        sentence = context.sentence_at(context.start).start
        if self.unit is None:
            named = context.before(lambda value: value.type == "period" or value.granularity in ("month", "quarter", "half", "year"))
            return replace(named, event=None, modifier=None, pieces=()) if named else unresolved(None)
        if self.count > 1:
            named = context.before(self._as_long)
            return replace(named, pieces=()) if named else length(self.unit, f"P{self.count}{LETTERS[self.unit]}")
        fine = FINENESS.index(self.unit)
        named = context.before(
            lambda value: value.granularity in FINENESS and FINENESS.index(value.granularity) <= fine and not value.open,
            since=sentence if self.near else 0,
        )
        if named is not None and named.begin is not None:
            return point(Cell.of(self.unit, named.begin.first))
        if self.near and context.now is not None:
            return point(Cell.of(self.unit, context.now))
        return unresolved(self.unit)

    def _as_long(self, value: TimeValue) -> bool:
        if value.begin is None or value.finish is None or self.unit not in MONTHS:
            return False
        begin, finish = Cell.of(self.unit, value.begin.first), Cell.of(self.unit, value.finish.last)
        return finish.index - begin.index + 1 == self.count


# --- stretches ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Running:
    """A number of units up to now or from now on: `the past decade`, `the past two months`, `the coming 30 years`."""

    unit: str
    direction: int
    count: Fraction | None = Fraction(1)
    modifier: str | None = None

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
        value = stretch(Cell.of("day", first), Cell.of("day", last), spoken(self.unit))
        if self.unit in MONTHS:
            return replace(value, timex=f"{Cell.of('month', first).timex}/{Cell.of('month', last).timex}")
        return value


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
            return value
        return stretch(Cell.of("day", value.first), Cell.of("day", context.now), value.granularity)


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
        return replace(stretch(begin.begin, finish.finish, spoken(self.unit) if self.unit else None), pieces=pieces)

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
        if self.bent or self.side == "mid":
            return value
        return replace(value, last=None) if self.side == "start" else replace(value, first=None)


@dataclass(frozen=True, slots=True)
class Opened:
    """A period with one end: `since 2010` (open at its end), `by 2035` (open at its start)."""

    side: Literal["start", "end"]
    inside: Expression

    @property
    def unit(self) -> str | None:
        """Unit of the end that is named."""
        return self.inside.unit

    def resolve(self, context: Context) -> TimeValue:
        """All since, or all up to it."""
        context.leaning = "future" if self.side == "start" else "past"
        try:
            value = self.inside.resolve(context)
        finally:
            context.leaning = None
        if value.type in ("duration", "set") or (value.timex or "").endswith("_REF"):
            return value
        return opened_at_end(value) if self.side == "end" else opened_at_start(value)


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


# --- times of day ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time or a part of a day, with its day where one stands beside it: `Nov. 13 at 1 p.m.`, `Friday morning`."""

    letters: str
    """What follows the `T` of its TIMEX3 value."""
    inside: Expression | None = None
    unit: str = "time"

    def resolve(self, context: Context) -> TimeValue:
        """The day, with the time in its TIMEX3 value; a time without a day takes the day spoken of in the sentence."""
        if self.inside is not None:
            day = self.inside.resolve(context)
        else:
            named = context.before(
                lambda value: value.granularity in ("day", "time") and value.begin == value.finish, since=context.sentence_at(context.start).start
            )
            day = named or unresolved("day")
        if day.begin is None or day.begin.unit != "day":
            return replace(day, granularity="time", timex=f"T{self.letters}")
        return replace(point(day.begin, "time"), timex=f"{day.begin.timex}T{self.letters}")


# --- lengths and references --------------------------------------------------------------------------------------------------

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


def length_timex(unit: str, count: Fraction | None) -> str:
    """TIMEX3 value of a length; `X` for a number that is not told.

    >>> length_timex("year", Fraction(10)), length_timex("decade", Fraction(1)), length_timex("hour", Fraction(13)), length_timex("month", None)
    ('P10Y', 'P10Y', 'PT13H', 'PXM')
    """
    if unit == "fortnight":
        unit, count = "week", None if count is None else 2 * count
    if unit in ("decade", "century") and count is not None:
        unit, count = "year", count * (10 if unit == "decade" else 100)
    number = "X" if count is None else str(count) if count.denominator == 1 else f"{float(count):g}"
    return f"P{'T' if unit in ('second', 'minute', 'hour') else ''}{number}{LETTERS[unit]}"


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: `nearly two years`, `13-hour`, `decades`."""

    unit: str
    count: Fraction | None
    modifier: str | None = None

    def resolve(self, context: Context) -> TimeValue:  # noqa: ARG002 - a length has no days
        """The length."""
        return length(self.unit, length_timex(self.unit, self.count), self.modifier)


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
