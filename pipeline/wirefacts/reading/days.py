"""Days as the frame of an article states them: a month and a day, with or without a year, or all in digits."""

import datetime as dt
import re
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

from wirefacts.lexicon import Lexicon
from wirefacts.lexicon.frames import any_of
from wirefacts.lexicon.view import view_of

_DIGIT = re.compile(r"\d")
_LEAP_YEAR = 2000
_MONTHS = 12
_LONGEST_STATEMENT = 100


class StatedDay(NamedTuple):
    """A day of the calendar and the characters that state it; the year is None where they do not."""

    start: int
    end: int
    month: int
    day: int
    year: int | None

    @property
    def date(self) -> dt.date | None:
        """The day itself, where the year is stated."""
        return None if self.year is None else dt.date(self.year, self.month, self.day)

    def nearest(self, reference: dt.date | None) -> dt.date | None:
        """The day itself; without a stated year the one nearest to the reference, None if that is not known either.

        >>> StatedDay(0, 8, 12, 28, None).nearest(dt.date(2022, 1, 4))
        datetime.date(2021, 12, 28)
        """
        if self.year is not None or reference is None:
            return self.date
        years = range(max(reference.year - 8, dt.MINYEAR), min(reference.year + 8, dt.MAXYEAR) + 1)
        near = [dt.date(year, self.month, self.day) for year in years if self._replace(year=year).exists]
        return min(near, key=lambda day: abs(day - reference))

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a day."""
        try:
            dt.date(self.year or _LEAP_YEAR, self.month, self.day)
        except ValueError:
            return False
        return True


def days_in(view: str, lexicon: Lexicon) -> list[StatedDay]:
    """The days that a view of some text states, in text order. Digits alone that could be two days are none; with full stops the day comes first.

    >>> [(day.month, day.day, day.year) for day in days_in("Jul 19,2022; 12 March; 2024/2/29; 13/09/2022; 03/04/2022", Lexicon())]
    [(7, 19, 2022), (3, 12, None), (2, 29, 2024), (9, 13, 2022)]
    """
    found: list[StatedDay] = []
    if not _DIGIT.search(view):
        return found
    for pattern in _patterns(lexicon):
        matches = (_stated(match, lexicon) for match in pattern.finditer(view))
        found += [day for day in matches if day is not None and all(day.end <= other.start or other.end <= day.start for other in found)]
    return sorted(found)


def day_of(words: str, lexicon: Lexicon) -> dt.date | None:
    """The one full day that words state, in ISO 8601 with or without a time, or in another spelling; None if they state none.

    >>> day_of("2022-07-19T11:24:01Z", Lexicon()) == day_of("July 19, 2022", Lexicon()) == dt.date(2022, 7, 19)
    True
    >>> day_of("July 2022", Lexicon()) is None
    True
    """
    with suppress(ValueError):  # in ISO 8601 a day may lie in any year, in news only in one that is written about
        return dt.datetime.fromisoformat(words.strip()).date()
    days = {day.date for day in days_in(view_of(words[:_LONGEST_STATEMENT]), lexicon)}
    return days.pop() if len(days) == 1 else None


def _stated(match: re.Match[str], lexicon: Lexicon) -> StatedDay | None:
    groups = match.groupdict()
    day, year = int(groups["day"]), int(groups["year"]) if groups["year"] else None
    month = lexicon.calendar.months[groups["name"].lower()] if "name" in groups else int(groups["month"])
    if groups.get("either") == ".":
        day, month = month, day
    elif "either" in groups:
        if day <= _MONTHS and month <= _MONTHS and day != month:
            return None
        day, month = max(day, month), min(day, month)
    stated = StatedDay(*match.span(), month, day, year)
    return stated if stated.exists else None


@lru_cache(maxsize=4)
def _patterns(lexicon: Lexicon) -> Sequence[re.Pattern[str]]:
    name = rf"(?<!\w)(?P<name>{any_of(lexicon.calendar.months)})(?![^\W\d_])\.?"
    year = r"(?P<year>(?:19|20)\d\d)(?!\d)"
    day = r"(?P<day>\d{1,2})"
    ordinal = r"(?:st|nd|rd|th)?"
    sources = (
        rf"(?<![\d.]){year}\s?[-/.年]\s?(?P<month>\d{{1,2}})\s?[-/.月]\s?{day}(?:日|(?!\d))",
        rf"{name}\s*{day}{ordinal}(?!\d|:\d)(?:(?:\s*,\s*|\s+){year})?",
        rf"(?<![\d.,:]){day}{ordinal}(?:\s+of)?[\s-]+{name}(?:[\s,-]*{year})?",
        rf"(?<![\d./-])(?P<month>\d{{1,2}})(?P<either>[/.-]){day}(?P=either){year}",
    )
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)
