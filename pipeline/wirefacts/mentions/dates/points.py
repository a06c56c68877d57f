"""Points named by the calendar: months, days, weekdays, quarters, and times of day."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from wirefacts.mentions.dates.cells import SEASONS, Cell
from wirefacts.mentions.dates.context import Context
from wirefacts.mentions.dates.expressions import Expression
from wirefacts.mentions.dates.values import TimeValue, point, stretch, unresolved, whole

_OPENING = len("Back in ")
"""Characters before the year that opens a sentence, and holds for what follows: In 2019 sales fell, but rose in May."""
_RESULTS_DUE = 75
"""Days after a quarter in which what will happen still concerns it: its results are to come."""

_SHORT_WAY = 100
"""Days within which the nearest day is taken whatever the tense: reports of the past announce what is near."""


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

    @property
    def recurrence(self) -> str | None:
        """TIMEX3 value of such a part of every year; None where a year is named, or several parts."""
        if self.inside is not None or self.shift or self.count > 1 or self.number < 1:
            return None
        named = {"month": f"{self.number:02}", "quarter": f"Q{self.number}", "half": f"H{self.number}", "season": SEASONS[(self.number - 1) % 4]}
        return f"XXXX-{named[self.unit]}" if self.unit in named else None

    def resolve(self, context: Context) -> TimeValue:
        """The cells, counted from the start of the larger unit, or from its end where the number is negative."""
        if self.inside is not None:
            around = self.inside.resolve(context)
            if around.begin is None or around.finish is None:
                return unresolved(self.unit, "period" if self.count > 1 else "date")
            if self.unit == "half" and around.begin.unit != "year":
                return self._half(around.begin, around.finish)
            return self._within(around.begin, around.finish)
        if context.now is None:
            return unresolved(self.unit, "period" if self.count > 1 else "date")
        return self._chosen(context, context.now)

    def _within(self, begin: Cell, finish: Cell) -> TimeValue:
        if self.number < 0:
            final = Cell.of(self.unit, finish.last)
            return self._spoken(final.shifted(1 - self.count), final)
        first = Cell.of(self.unit, begin.first)
        if first.first < begin.first and first.last < finish.last:
            first = first.shifted(1)
        start = first.shifted(self.number - 1)
        return self._spoken(start, start.shifted(self.count - 1))

    def _half(self, begin: Cell, finish: Cell) -> TimeValue:
        """Half of what is no year: whole years of a decade, days of a month."""
        start, end = begin.first, finish.last
        if begin.unit == "decade" and finish == begin:
            middle = Cell.year(start.year + 5)
            return stretch(Cell.of("year", start), middle.shifted(-1)) if self.number == 1 else stretch(middle, Cell.of("year", end))
        day = Cell.of("day", start + (end - start + dt.timedelta(days=1)) // 2)
        return stretch(Cell.of("day", start), day.shifted(-1)) if self.number == 1 else stretch(day, Cell.of("day", end))

    def _spoken(self, begin: Cell, finish: Cell) -> TimeValue:
        if self.unit == "day" and self.count == 1 and self.number > 1:
            return point(begin)
        return whole(begin, finish)

    def _chosen(self, context: Context, now: dt.date) -> TimeValue:
        """The year by tense and nearness: the latest that has begun (for several units: that is nearly over), or the next."""
        sentence = context.sentence_at(context.start).start
        named = context.before(lambda value: value.granularity == "year" and value.type == "date", since=sentence, until=sentence + _OPENING)
        if named is not None and named.begin is not None and not self.shift and self.unit != "season" and named.begin != Cell.year(now.year):
            return self._within(named.begin, named.begin)
        years = [self._within(Cell.year(year), Cell.year(year)) for year in range(now.year - 2, now.year + 3)]
        if self.shift > 0:
            return next(value for value in years if value.first and value.first > now)
        if self.shift < 0:  # of the month just over one says last month
            over = [value for value in years if value.last and value.last < now]
            just = self.unit == "month" and over[-1].begin == Cell.of("month", now).shifted(-1)
            return over[-2 if just else -1]
        slack = dt.timedelta(days=15 * min(self.count - 1, 1))
        begun = [value for value in years if value.first and value.last and (value.first <= now if self.count == 1 else value.last <= now + slack)]
        latest = begun[-1] if begun else unresolved(self.unit, "period")
        if latest.last is None or latest.last >= now:
            return latest
        next_ = years[years.index(latest) + 1]
        assert next_.first is not None
        since, until, tense = (now - latest.last).days, (next_.first - now).days, context.tense
        if tense == "future":
            return latest if self.unit in ("quarter", "half") and since < _RESULTS_DUE else next_
        return next_ if tense not in ("past", "future") and self.unit == "month" and until * 2 < since else latest


@dataclass(frozen=True, slots=True)
class ThisSeason:
    """`this spring`, of the year; `this winter`, the nearest, for it runs over the end of the year."""

    number: int
    unit: str = "season"

    def resolve(self, context: Context) -> TimeValue:
        """The season."""
        if context.now is None:
            return unresolved("season")
        now = context.now
        winter = self.number == len(SEASONS)
        cells = [Cell("season", year * len(SEASONS) + self.number - 1) for year in range(now.year - winter, now.year + 1)]
        return point(min(cells, key=lambda cell: max((now - cell.last).days, (cell.first - now).days)))


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month: `June 23`; without its year the nearest, unless the tense speaks for another."""

    month: int
    day: int
    inside: Expression | None = None
    weekday: int | None = None
    """The weekday that it falls on, the first from the day on: `Thanksgiving`."""
    shift: int | None = None
    """`last Christmas` -1, `this Christmas` 0, `next Christmas` 1."""
    unit: str = "day"

    def resolve(self, context: Context) -> TimeValue:
        """The day."""
        today = context.today
        if self.shift is None or today is None:
            return _of_a_year(self._in, self.inside, context) if self.shift is None else unresolved("day")
        days = list(_existing(self._in, range(today.year - 1, today.year + 2)))
        if self.shift == 0:
            return point(Cell.of("day", min(days, key=lambda day: abs((day - today).days))))
        beyond = [day for day in days if (day - today).days * self.shift > 0]
        return point(Cell.of("day", min(beyond, key=lambda day: abs((day - today).days))))

    def _in(self, year: int) -> dt.date:
        day = dt.date(year, self.month, self.day)
        return day if self.weekday is None else day + dt.timedelta(days=(self.weekday - day.isoweekday()) % 7)


@dataclass(frozen=True, slots=True)
class EasterDay:
    """A feast that moves with Easter: `Good Friday`."""

    offset: int
    """Days from Easter Sunday."""
    inside: Expression | None = None
    unit: str = "day"

    def resolve(self, context: Context) -> TimeValue:
        """The day."""
        from dateutil.easter import easter  # noqa: PLC0415 - few texts need it

        return _of_a_year(lambda year: easter(year) + dt.timedelta(days=self.offset), self.inside, context)


def _of_a_year(day_in: Callable[[int], dt.date], inside: Expression | None, context: Context) -> TimeValue:
    """The day of the year that is named; else the nearest, unless the tense speaks for another."""
    if inside is not None:
        year = inside.resolve(context).begin
        return unresolved("day") if year is None else point(Cell.of("day", day_in(year.first.year)))
    today = context.today
    days = [] if today is None else list(_existing(day_in, range(today.year - 4, today.year + 5)))
    if today is None or not days:
        return unresolved("day")
    nearest = min(days, key=lambda day: abs((day - today).days))
    tense = context.tense if context.settled or abs((nearest - today).days) > _SHORT_WAY else None
    if tense == "past":
        nearest = next(day for day in reversed(days) if day <= today)
    if tense == "future":
        nearest = next(day for day in days if day >= today)
    return point(Cell.of("day", nearest))


def _existing(day_in: Callable[[int], dt.date], years: Iterable[int]) -> Iterator[dt.date]:
    """The days in those years that have one: not every year has a February 29."""
    for year in years:
        with suppress(ValueError):
            yield day_in(year)


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day whose month is left to be understood: `the 25th`."""

    day: int
    weekday: int | None = None
    """The weekday that it falls on: `Friday the 13th`."""
    unit: str = "day"

    def resolve(self, context: Context) -> TimeValue:
        """That day of the month last spoken of in the sentence, else the latest or, in the future tense, the next."""
        if self.weekday is not None:
            return _of_a_weekday(self.day, self.weekday, context)
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


def _of_a_weekday(day: int, weekday: int, context: Context) -> TimeValue:
    """The nearest such day of a month that falls on the weekday, in the past tense the latest."""
    today = context.today
    if today is None:
        return unresolved("day")
    this = Cell.of("month", today)
    months = [month for month in map(this.shifted, range(-14, 15)) if month.last.day >= day]
    days = [found for month in months if (found := month.first.replace(day=day)).isoweekday() == weekday]
    if context.tense == "past":
        days = [found for found in days if found <= today]
    return point(Cell.of("day", min(days, key=lambda found: abs((found - today).days)))) if days else unresolved("day")


@dataclass(frozen=True, slots=True)
class ComingMonth:
    """A month for which something is traded: this one, or the next of that name."""

    number: int
    unit: str = "month"

    def resolve(self, context: Context) -> TimeValue:
        """The month."""
        if context.now is None:
            return unresolved("month")
        months = (Cell("month", year * 12 + self.number - 1) for year in (context.now.year, context.now.year + 1))
        return point(next(month for month in months if month.last >= context.now))


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: in the past tense the latest up to today; within a week that is named, its own."""

    number: int
    inside: Expression | None = None
    shift: int | None = None
    """`last Friday` -1, `two Fridays ago` -2, `this Friday` 0, `next Friday` 1."""
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
            named = context.before(lambda value: value.granularity == "day")
            today = named.first if named else today
        if today is None:
            return unresolved("day")
        day = Cell.of("day", today)
        back = (today.isoweekday() - self.number) % 7
        ahead = -back % 7
        if self.shift is not None and self.shift < 0:
            return point(day.shifted(-(back or 7) + 7 * (self.shift + 1)))
        if self.shift is not None and self.shift > 0:
            return point(day.shifted(ahead or 7))
        if self.shift == 0:
            return point(Cell.of("day", Cell.of("week", today).first).shifted(self.number - 1))
        return point(day.shifted(ahead if context.tense in ("future", "present") else -back))


@dataclass(frozen=True, slots=True)
class AnyWeekday:
    """One of the days of that name, whichever: `it was a Friday`."""

    number: int
    unit: str = "day"

    def resolve(self, context: Context) -> TimeValue:  # noqa: ARG002 - it has no days
        """The weekday alone."""
        return TimeValue("date", timex=f"XXXX-WXX-{self.number}", granularity=self.unit)


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The n-th such weekday of a month, from its end where the number is negative: `the first Monday in October`, `the last Friday of May`."""

    number: int
    weekday: int
    inside: Expression
    unit: str = "day"

    def resolve(self, context: Context) -> TimeValue:
        """The day; without days where the month has no such day."""
        month = self.inside.resolve(context).begin
        if month is None or month.unit != "month":
            return unresolved("day")
        first = month.first + dt.timedelta(days=(self.weekday - month.first.isoweekday()) % 7)
        days = [day for week in range(5) if (day := first + dt.timedelta(weeks=week)) <= month.last]
        index = self.number - 1 if self.number > 0 else self.number
        return point(Cell.of("day", days[index])) if -len(days) <= index < len(days) else unresolved("day")


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
