"""Events with known days, by which statements are dated."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from wirefacts.records import Record

ORDINAL = "{ordinal}"
"""Stands for `18th` and `eighteenth` in the names and spellings of a series."""


class Event(Record):
    """One event with its first and last day; null where it has no sure end."""

    name: str = Field(min_length=1, description="full name")
    spellings: tuple[str, ...] = Field(default=(), description="other forms of the name; case does not matter")
    first: dt.date | None = Field(default=None, description="first day")
    last: dt.date | None = Field(default=None, description="last day")

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"{self.name}: the first day is after the last")
        return self


class Series(Record):
    """Events that are counted, such as congresses; `{ordinal}` in the name and the spellings stands for the number."""

    name: str = Field(description="full name", examples=["{ordinal} Five-Year Plan"])
    spellings: tuple[str, ...] = ()
    days: dict[int, tuple[dt.date, dt.date]] = Field(description="number to first and last day")


class Events(Record):
    """The event data file."""

    events: tuple[Event, ...] = ()
    series: tuple[Series, ...] = ()

    @cached_property
    def by_form(self) -> Mapping[str, Event | Mapping[int, Event]]:
        """Every form in lower case, with its event, or the events of its series by their number. Forms given first win."""
        forms: dict[str, Event | Mapping[int, Event]] = {}
        for form, event in self._forms():
            forms.setdefault(form.lower(), event)
        return forms

    def _forms(self) -> Iterator[tuple[str, Event | Mapping[int, Event]]]:
        for event in self.events:
            for form in (event.name, *event.spellings):
                yield form, event
        for series in self.series:
            counted = {
                number: Event(name=series.name.replace(ORDINAL, ordinal(number)), first=first, last=last)
                for number, (first, last) in series.days.items()
            }
            for form in (series.name, *series.spellings):
                yield form, counted


def ordinal(number: int) -> str:
    """The number as an English ordinal in digits.

    >>> ordinal(1), ordinal(12), ordinal(22)
    ('1st', '12th', '22nd')
    """
    teens = number // 10 % 10 == 1
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
