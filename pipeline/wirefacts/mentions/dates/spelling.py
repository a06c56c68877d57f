"""Days written in figures: year first as ISO 8601 has it, every other order and separator as dateparser reads it."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from wirefacts.mentions.dates.cells import Cell
from wirefacts.mentions.dates.lexing import LONGEST_MONTH

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


@lru_cache(maxsize=1024)
def spelled(figures: str) -> Cell | None:
    """The day that the figures name; None where there is no such day.

    >>> [day.timex for day in (spelled("2020-7-26"), spelled("2020/07/26"), spelled("26/07/2020"), spelled("07/26/2020"))]
    ['2020-07-26', '2020-07-26', '2020-07-26', '2020-07-26']
    >>> spelled("2021-02-29")
    """
    if year_first := _YEAR_FIRST.fullmatch(figures):
        return named(*map(int, year_first.groups()))
    found = _parser().get_date_data(figures).date_obj
    return None if found is None else Cell.of("day", found.date())


def spelled_otherwise(figures: str) -> Cell | None:
    """The day that the figures name with the day before the month; None where they begin with the year, or there is no such day.

    >>> spelled_otherwise("01/07/2020").timex, spelled_otherwise("07/26/2020"), spelled_otherwise("2020-01-07")
    ('2020-07-01', None, None)
    """
    first, second, year = map(int, re.split(r"[-/.]", figures))
    return named(year, second, first) if year > LONGEST_MONTH else None


def named(year: int, month: int, day: int) -> Cell | None:
    """The day of that year, month and day; None where there is none."""
    try:
        month_ = Cell("month", year * 12 + month - 1)
        return Cell.of("day", month_.first.replace(day=day)) if 1 <= month <= 12 else None  # noqa: PLR2004
    except ValueError:
        return None


@cache
def _parser() -> "DateDataParser":
    from dateparser.date import DateDataParser  # noqa: PLC0415 - loads and warms up for a third of a second, and few texts need it

    return DateDataParser(languages=["en"], settings={"REQUIRE_PARTS": ["year", "month", "day"], "PARSERS": ["absolute-time"], "DATE_ORDER": "MDY"})
