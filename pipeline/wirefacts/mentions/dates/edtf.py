"""Days in the Extended Date/Time Format of ISO 8601-2, for programs that read catalogue dates.

Only forms that cover exactly the same days are given; what the standard cannot say is None. The strings are put together here, for a parser
takes longer over one of them than all else takes over an article; the tests hold each form against the `edtf` library.
"""

import calendar
import datetime as dt
import re

from wirefacts.mentions.dates.values import TimeValue

_CODES = {"Q": 32, "H": 39}
"""What a quarter's or half's number is added to."""
_PART = re.compile(r"(\d{4})-([QH])(\d)")
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T(?!24)\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?")
_OPEN = ".."
_YEARS = frozenset({"year", "decade", "century"})
_DAYS = frozenset({"day", "week", "time"})


def edtf_of(value: TimeValue) -> str | None:
    """The value's days in EDTF; None for lengths, recurring times, vague references, and what has one end that is not open.

    >>> from wirefacts.mentions.dates.cells import Cell
    >>> from wirefacts.mentions.dates.values import opened_at_end, point, stretch
    >>> [edtf_of(point(Cell.of(unit, dt.date(2020, 10, 25)))) for unit in ("day", "week", "month", "quarter", "year", "decade")]
    ['2020-10-25', '2020-10-19/2020-10-25', '2020-10', '2020-36', '2020', '202X']
    >>> edtf_of(opened_at_end(point(Cell.year(2010)))), edtf_of(stretch(Cell.year(2013), Cell.year(2021)))
    ('2010/..', '2013/2021')
    """
    if value.type in ("duration", "set") or (value.first is None and value.last is None):
        return None
    if value.first is None:
        return f"{_OPEN}/{_ending(value.last, value.granularity)}" if value.last and value.open == "start" else None
    if value.last is None:
        return f"{_beginning(value.first, value.granularity)}/{_OPEN}" if value.open == "end" else None
    one = _single(value.first, value.last, value.timex or "")
    if one is None:
        return f"{_beginning(value.first, value.granularity)}/{_ending(value.last, value.granularity)}"
    return f"{one}~" if value.modifier == "approximate" and one.replace("-", "").isdigit() and not _PART.match(value.timex or "") else one


def _single(first: dt.date, last: dt.date, timex: str) -> str | None:
    """One day, time, month, quarter, half, year, decade or hundred years; None where it is none of these."""
    if first == last:
        time = _TIME.fullmatch(timex)
        return first.isoformat() if time is None else timex if time[1] else timex[:16] + ":00" + timex[16:]
    part = _PART.fullmatch(timex)
    if part is not None:
        return f"{part[1]}-{_CODES[part[2]] + int(part[3])}"
    if (first.year, first.month, first.day, last) == (last.year, last.month, 1, _month_end(last)):
        return f"{first.year:04}-{first.month:02}"
    if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return None
    return f"{first.year:04}" if first.year == last.year else _years(first.year, last.year, timex)


def _years(first: int, last: int, timex: str) -> str | None:
    """The ten or the hundred years of the same leading digits."""
    for length, unknown in ((10, "X"), (100, "XX")):
        if first % length == 0 and last - first == length - 1 and len(timex) == len("2022") - len(unknown):
            return f"{first:04}"[: -len(unknown)] + unknown
    return None


def _beginning(day: dt.date, granularity: str | None) -> str:
    """The first day of an interval, as coarsely as the words speak and the day allows."""
    if granularity in _YEARS and (day.month, day.day) == (1, 1):
        return f"{day.year:04}"
    return f"{day.year:04}-{day.month:02}" if granularity not in _DAYS and day.day == 1 else day.isoformat()


def _ending(day: dt.date, granularity: str | None) -> str:
    """The last day of an interval, likewise."""
    if granularity in _YEARS and (day.month, day.day) == (12, 31):
        return f"{day.year:04}"
    return f"{day.year:04}-{day.month:02}" if granularity not in _DAYS and day == _month_end(day) else day.isoformat()


def _month_end(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
