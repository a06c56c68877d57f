"""Calendar dates in all their spellings, read by dateparser."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from wirefacts.mentions.dates.cells import Cell

if TYPE_CHECKING:
    from dateparser.date import DateDataParser


class Spelled(NamedTuple):
    """A day, and the clock time where one is given as TIMEX3 writes it behind the `T`."""

    day: Cell
    clock: str | None


_CLOCK = re.compile(r"\d(?P<minute>:\d\d(?P<second>:\d\d)?)|(?P<meridiem>[ap]\.?m\b)", re.IGNORECASE)


@lru_cache(maxsize=1024)
def spelled(surface: str) -> Spelled | None:
    """The day that a spelling with year, month and day names; None where there is no such day.

    >>> spelled("09:33, November 19, 2020")
    Spelled(day=Cell(unit='day', index=737748), clock='09:33')
    >>> spelled("12 Sept. 2019").day.timex, spelled("Feb. 30, 2020")
    ('2019-09-12', None)
    """
    found = _parser().get_date_data(surface).date_obj
    if found is None:
        return None
    clock = None
    if shown := _CLOCK.search(surface):
        clock = f"{found:%H:%M:%S}" if shown["second"] else f"{found:%H:%M}"
    return Spelled(Cell.of("day", found.date()), clock)


@cache
def _parser() -> "DateDataParser":
    from dateparser.date import DateDataParser  # noqa: PLC0415 - loads for a sixth of a second, and few texts need it

    return DateDataParser(languages=["en"], settings={"REQUIRE_PARTS": ["year", "month", "day"], "PARSERS": ["absolute-time"], "DATE_ORDER": "MDY"})
