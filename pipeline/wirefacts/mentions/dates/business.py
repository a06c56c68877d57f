"""Years that begin in a month of their own: `FY2019`, `the financial year 2023-24`, `this fiscal`, `the 2022/23 crop year`."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from wirefacts.mentions.dates.cells import Cell
from wirefacts.mentions.dates.context import Context
from wirefacts.mentions.dates.expressions import Expression
from wirefacts.mentions.dates.values import TimeValue, filling, stretch, unresolved

_MONTHS = 12

_STATED = re.compile(
    r"""\b(?P<sort>\w+)[ ]year\b [^.;:]{0,25}?
    \b(?P<edge>ended|ending|ends|closed|closes|closing|to|runs\ to|beg[ai]ns?|beginning|starts|started|starting|runs\ from)\b
    [ ](?:(?:on|in|at|from|the|end|last|of|1st|1|3[01]|3[01]st|30th)[ ]){0,4} (?P<month>[A-Z][a-z]{2,8})""",
    re.VERBOSE | re.IGNORECASE,
)
_OPENING = ("beg", "start", "runs from")
_ALIKE = {"financial": "fiscal", "budget": "fiscal", "tax": "fiscal"}
"""Words for the same sort of year."""
_OF_A_REPORT = re.compile(r"\b(?:the|its) year ended (?P<month>[A-Z][a-z]{2,8}) (?:30|31)\b", re.IGNORECASE)
"""A year that figures are reported for is a fiscal one, where no other is spoken of: `profit for the year ended June 30`."""


@dataclass(frozen=True, slots=True)
class BusinessYear:
    """A year by the number it is called by, or counted from now; it has days only where the text says in which month such years end."""

    sort: str
    """`fiscal`, `crop`: the years of one sort end alike."""
    last: int | None = None
    """The calendar year in which it ends; without it, the year is counted from now."""
    first: int | None = None
    """The calendar year before, where the words name it: `2023-24`."""
    shift: int = 0
    """`the last fiscal year` -1."""
    referring: bool = False
    """Whether it is counted from the year last spoken of: `the previous financial year`."""
    unit: str = "year"

    def resolve(self, context: Context) -> TimeValue:
        """Its twelve months; only what it is called where they are not told."""
        if self.referring and (named := context.before(_is_business_year)) is not None and named.begin and named.finish:
            return stretch(named.begin.shifted(self.shift, "year"), named.finish.shifted(self.shift, "year"), "year")
        end = context.year_end(self.sort)
        last = self.last
        if last is None:
            if end is None or context.now is None:
                return unresolved("year")
            last = context.now.year + (context.now.month > end) + self.shift
        if end is None:
            return TimeValue("date" if self.first is None else "period", timex=self._called(last), granularity="year")
        finish = Cell("month", last * _MONTHS + end - 1)
        return filling("year", finish.shifted(1 - _MONTHS), finish)

    def _called(self, last: int) -> str:
        return f"{last:04}" if self.first is None else f"{self.first:04}/{last:04}"


def _is_business_year(value: TimeValue) -> bool:
    return value.granularity == "year" and value.begin is not None and value.begin.unit == "month"


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A part of a business year, of which the calendar alone does not tell the days: `the fiscal first quarter`."""

    inside: Expression

    @property
    def unit(self) -> str | None:
        """Unit of the part."""
        return self.inside.unit

    def resolve(self, context: Context) -> TimeValue:
        """What it is called, without days."""
        return replace(self.inside.resolve(context), first=None, last=None, begin=None, finish=None)


def year_ends(view: str, months: Mapping[str, int]) -> Callable[[str], int | None]:
    """What a text says of the month in which years of a sort end: the number of the month, None where nothing or two things are said.

    >>> ends = year_ends("the fiscal year that ended on March 31 and the crop year starting in October", {"march": 3, "october": 10})
    >>> ends("fiscal"), ends("crop"), ends("school")
    (3, 9, None)
    """

    @cache
    def end(sort: str) -> int | None:
        wanted = _ALIKE.get(sort, sort)
        found = set()
        for stated in _STATED.finditer(view):
            month = months.get(stated["month"].lower())
            if month is not None and _ALIKE.get(stated["sort"].lower(), stated["sort"].lower()) == wanted:
                opens = stated["edge"].lower().startswith(_OPENING)
                found.add((month - 2) % _MONTHS + 1 if opens else month)
        if not found and wanted == "fiscal":
            named = (reported["month"].lower() for reported in _OF_A_REPORT.finditer(view))
            found = {months[month] for month in named if month in months}
        return found.pop() if len(found) == 1 else None

    return end
