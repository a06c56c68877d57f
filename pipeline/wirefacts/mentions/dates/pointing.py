"""Points that are told by pointing: from now, or from what was last spoken of."""

import datetime as dt
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from wirefacts.mentions.dates.cells import DAYS, MONTHS, Cell
from wirefacts.mentions.dates.context import Context
from wirefacts.mentions.dates.expressions import Expression, as_fine
from wirefacts.mentions.dates.lengths import length_timex
from wirefacts.mentions.dates.values import TimeValue, filling, length, point, unresolved, whole

_EARLY = 2
"""Monday and Tuesday prolong the weekend before them."""
_TURN = 3
"""Months at the beginning of a year in which what has happened `in the year` happened in the one before."""


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
            since = 0 if self.shift > 0 or self.unit == "year" else context.near
            today = context.now if context.tense == "past" else None

            def fine(value: TimeValue) -> bool:
                return as_fine(value, self.unit) and not (self.shift < 0 and _ahead(value, today))

            reach = 0 if self.unit == "month" else since
            named = context.before(lambda value: fine(value) and value.granularity == self.unit, since=reach) if self.shift < 0 else None
            named = named or context.before(fine, since=since)
            base = (
                named.finish.first
                if named is not None and named.finish is not None
                else base
                if self.shift < 0 or context.tense == "future"
                else None
            )
        if base is None:
            return unresolved(self.unit)
        unit = "day" if self.unit == "fortnight" else self.unit
        cell = Cell.of(unit, base).shifted(self.shift * (14 if self.unit == "fortnight" else 1))
        return replace(point(cell), modifier=self.modifier)


@dataclass(frozen=True, slots=True)
class Beyond:
    """A length before or after what is named: `a week from Tuesday`, `six months from today`, `two years ago this month`, `the day after Easter`."""

    unit: str
    shift: int
    inside: Expression
    exact: bool = False
    """Whether it is told as finely as what is named."""

    def resolve(self, context: Context) -> TimeValue:
        """The cell of the unit so much later; of days and weeks the day."""
        day = self.inside.resolve(context).begin
        if day is None:
            return unresolved(self.unit)
        later = day.shifted(self.shift, self.unit)
        return point(later if self.exact or self.unit in DAYS else Cell.of(self.unit, later.first))


@dataclass(frozen=True, slots=True)
class Around:
    """The week or weekend of a day that is named: `Easter week`, `the Labor Day weekend`."""

    unit: str
    inside: Expression

    def resolve(self, context: Context) -> TimeValue:
        """The week around the day; the weekend that it prolongs."""
        day = self.inside.resolve(context).begin
        if day is None:
            return unresolved(self.unit)
        before = self.unit == "weekend" and day.first.isoweekday() <= _EARLY
        return point(Cell.of(self.unit, day.first).shifted(-1 if before else 0))


@dataclass(frozen=True, slots=True)
class Apart:
    """A length before or after what was last spoken of, in its granularity: `a year earlier`, `two days later`."""

    unit: str
    shift: int

    def resolve(self, context: Context) -> TimeValue:
        """The shifted expression; from now, where nothing was spoken of, only what was before."""
        named = self._named(context)
        if named is None or named.begin is None or named.finish is None:
            return Relative(self.unit, self.shift).resolve(context) if self.shift < 0 else unresolved(self.unit)
        return replace(
            whole(named.begin.shifted(self.shift, self.unit), named.finish.shifted(self.shift, self.unit), named.granularity), type=named.type
        )

    def _named(self, context: Context) -> TimeValue | None:
        """The last expression that is fine enough; of the sentence before rather the period that it reports on, `a quarterly profit`."""

        def fine(value: TimeValue) -> bool:
            return as_fine(value, self.unit)

        def reported(value: TimeValue) -> bool:
            return fine(value) and (_months(value) or 0) > 1

        named = context.before(fine, since=context.sentence_at(context.start).start)
        return named or context.before(reported, since=context.near) or context.before(fine, since=context.near)


@dataclass(frozen=True, slots=True)
class Same:
    """What was last spoken of, in another year where one is named: `the same period last year`, `the year-ago quarter`."""

    unit: str | None
    inside: Expression | None = None
    shift: int = 0
    count: int = 1

    def resolve(self, context: Context) -> TimeValue:
        """The last month, quarter, half, year or stretch of them, moved by whole years."""
        unit = self.unit

        def repeatable(value: TimeValue) -> bool:
            if value.begin is None or value.open or value.granularity in ("decade", "century"):
                return False
            return (
                (self.count == 1 and value.granularity == unit) or _months(value) == self.count * MONTHS.get(unit, 0)
                if unit
                else value.type == "period" or value.granularity not in ("day", "time", "week")
            )

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
        begin, finish = named.begin.shifted(years, "year"), named.finish.shifted(years, "year")
        if unit in MONTHS and self.count == 1:
            return filling(unit, begin, finish)
        return replace(whole(begin, finish, named.granularity), type=named.type)


@dataclass(frozen=True, slots=True)
class That:
    """What was last spoken of that is such a unit: `that year`, `the quarter`, `the period`, `the 10 months`."""

    unit: str | None
    count: int = 1
    near: bool = False
    """Whether it means now unless the sentence has spoken of another: `the year`, `the week`."""
    latest: bool = False
    """Whether it means one that is over: `the latest quarter`."""

    def resolve(self, context: Context) -> TimeValue:
        """The expression pointed to, or the unit around it."""
        sentence, unit = context.sentence_at(context.start).start, self.unit
        if unit is None:
            named = self._period(context, sentence)
            return replace(named, event=None, modifier=None, pieces=()) if named else unresolved(None)
        if self.count > 1:
            named = context.before(self._as_long)
            return replace(named, pieces=()) if named else length(unit, length_timex(unit, Fraction(self.count)))
        named = self._one(unit, context, 0 if not self.near else sentence if unit != "month" else context.near)
        if named is not None and named.begin is not None and named.finish is not None:
            return filling(unit, named.begin, named.finish) if named.granularity == unit else point(Cell.of(unit, named.begin.first))
        return point(self._now(unit, context)) if context.now and (self.near or self.latest) else unresolved(unit)

    def _one(self, unit: str, context: Context, since: int) -> TimeValue | None:
        """The last that lies in one such unit: in the past tense no day to come; for `the year`, early in one, the year last spoken of."""
        past = context.today if context.tense == "past" else None

        def fits(value: TimeValue) -> bool:
            if not _within_one(value, unit) or value.open or (self.latest and _lasts(value, unit, context.now)):
                return False
            return not _ahead(value, past)

        named = context.before(fits, since=since)
        if named is None and self.near and unit == "year" and past is not None and past.month <= _TURN:
            named = context.before(lambda value: value.granularity == "year" and value.type == "date" and bool(value.last and value.last < past))
        return named

    def _now(self, unit: str, context: Context) -> Cell:
        """The unit around now; of weekends that are spoken of as gone, and of the latest units, the last that is over."""
        assert context.now is not None
        this = Cell.of(unit, context.now)
        gone = unit == "weekend" and this.first > context.now and context.tense == "past"
        return this.shifted(-1) if self.latest or gone else this

    def _period(self, context: Context, sentence: int) -> TimeValue | None:
        """The last stretch or unit; when that lies in an earlier sentence and inside a stretch spoken of before it, the stretch."""
        spoken = ("month", "quarter", "half", "year")
        named = context.before(lambda value: value.type == "period" or value.granularity in spoken)
        if named is None or named.type == "period" or named == context.before(lambda value: value.granularity in spoken, since=sentence):
            return named
        around = context.before(lambda value: value.type == "period" and not value.open and _contains(value, named))
        return around or named

    def _as_long(self, value: TimeValue) -> bool:
        return _months(value) == self.count * MONTHS.get(self.unit or "", 0)


@dataclass(frozen=True, slots=True)
class EdgeDay:
    """The first or last day of the unit around: `year-end`, in the past tense the last that has come."""

    whole: str
    side: Literal["start", "end"]
    inside: Expression | None = None
    """The unit, where it is named: `year-end 1990`."""
    unit: str = "day"

    def resolve(self, context: Context) -> TimeValue:
        """The day."""
        cell = (self.inside or That(self.whole, near=True)).resolve(context).begin
        if cell is None:
            return unresolved("day")
        if self.inside is None and context.now is not None and self._day(cell) > context.now and context.tense == "past":
            cell = cell.shifted(-1)
        return point(Cell.of("day", self._day(cell)))

    def _day(self, cell: Cell) -> dt.date:
        return cell.first if self.side == "start" else cell.last


def _ahead(value: TimeValue, today: dt.date | None) -> bool:
    """Whether it is yet to come."""
    return today is not None and value.begin is not None and value.begin.first > today


def _within_one(value: TimeValue, unit: str) -> bool:
    """Whether it lies in one such unit, or is as long as one."""
    if value.begin is None or value.finish is None or not as_fine(value, unit):
        return False
    return Cell.of(unit, value.begin.first) == Cell.of(unit, value.finish.last) or (unit in MONTHS and _months(value) == MONTHS[unit])


def _lasts(value: TimeValue, unit: str, now: dt.date | None) -> bool:
    """Whether the unit that it ends in is not over."""
    return now is not None and value.finish is not None and Cell.of(unit, value.finish.last).last > now


def _contains(outer: TimeValue, inner: TimeValue) -> bool:
    """Whether one is a part of the other."""
    if outer.begin is None or outer.finish is None or inner.begin is None or inner.finish is None:
        return False
    return outer.begin.first <= inner.begin.first and inner.finish.last <= outer.finish.last


def _months(value: TimeValue) -> int | None:
    """Months that the value fills, where its days are told in months or what is made of them."""
    if value.begin is None or value.finish is None or value.begin.unit not in MONTHS:
        return None
    return Cell.of("month", value.finish.last).number - Cell.of("month", value.begin.first).number + 1
