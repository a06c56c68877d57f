"""What the adapters of peers share: their values in the records that are compared."""

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from pydantic import ValidationError

from wirefacts.interchange import GoldFact, GoldMoney, GoldPercentage, GoldQuantity
from wirefacts.interchange.gold import GoldDate
from wirefacts.records import Timex

PERCENT = "percentage"


def amount(number: object) -> Decimal | None:
    """The number, exact as it is written; None for what is none or too long.

    >>> amount(2.5), amount("many")
    (Decimal('2.5'), None)
    """
    try:
        value = Decimal(str(number))
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value.adjusted()) < 40 else None  # noqa: PLR2004 - as many digits as a record may have


def number_fact(text: str, span: tuple[int, int], value: Decimal, unit: str | None, currency: str | None) -> GoldFact | None:
    """The money, percentage or quantity fact that a number with its unit is; None when the peer's value fits none."""
    start, end = span
    place = {"id": f"{start}-{end}", "start": start, "end": end, "text": text[start:end], "value": value}
    try:
        if currency is not None:
            return GoldMoney.model_validate({**place, "kind": "money", "currency": currency})
        if unit == PERCENT:
            return GoldPercentage.model_validate({**place, "kind": "percentage"})
        return GoldQuantity.model_validate({**place, "kind": "quantity", "unit": unit})
    except ValidationError:
        return None


class Stretch(NamedTuple):
    """A day, or the week, month or year around it."""

    first: dt.date
    last: dt.date
    timex: str


def stretch(day: dt.date, period: str | None = None) -> Stretch:
    """What dateparser's `period` makes of its day.

    >>> stretch(dt.date(2022, 2, 9), "month").last, stretch(dt.date(2022, 2, 9)).timex
    (datetime.date(2022, 2, 28), '2022-02-09')
    """
    if period == "year":
        return Stretch(dt.date(day.year, 1, 1), dt.date(day.year, 12, 31), f"{day.year:04}")
    if period == "month":
        return Stretch(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]), f"{day.year:04}-{day.month:02}")
    if period == "week":
        year, week, weekday = day.isocalendar()
        first = day - dt.timedelta(days=weekday - 1)
        return Stretch(first, first + dt.timedelta(days=6), f"{year:04}-W{week:02}")
    return Stretch(day, day, day.isoformat())


def day_fact(text: str, start: int, end: int, days: Stretch) -> GoldFact:
    """The date fact of a stretch of days."""
    place = {"id": f"{start}-{end}", "start": start, "end": end, "text": text[start:end]}
    return GoldDate.model_validate({**place, "kind": "date", "type": "date", "start_date": days.first, "end_date": days.last, "timex": days.timex})


def day_timex(text: str, start: int, end: int, days: Stretch) -> Timex:
    """The TIMEX3 of a stretch of days."""
    return Timex(start=start, end=end, text=text[start:end], type="DATE", value=days.timex)


def found_in_turn(text: str, surfaces: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where surfaces that are given in text order stand; one that is not found again is passed over with an empty span.

    >>> list(found_in_turn("May and May", ["May", "May"]))
    [(0, 3), (8, 11)]
    """
    reached = 0
    for surface in surfaces:
        start = text.find(surface, reached)
        if start < 0:
            yield reached, reached
            continue
        reached = start + len(surface)
        yield start, reached
