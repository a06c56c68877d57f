"""The calendar as numbered cells."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirefacts.mentions.dates.cells import DAYS, MONTHS, Cell, month_later

UNITS = sorted({*MONTHS, *DAYS} - {"fortnight"})
DAYS_OF_NEWS = st.dates(dt.date(1200, 1, 1), dt.date(3000, 12, 31))


@given(st.sampled_from(UNITS), DAYS_OF_NEWS)
def test_a_cell_covers_its_day(unit: str, day: dt.date) -> None:
    cell = Cell.of(unit, day)
    assert cell.first <= day <= cell.last or unit == "weekend"


@given(st.sampled_from(UNITS), DAYS_OF_NEWS)
def test_cells_follow_each_other_without_a_gap(unit: str, day: dt.date) -> None:
    cell = Cell.of(unit, day)
    gap = 6 if unit == "weekend" else 1
    assert cell.shifted(1).first == cell.last + dt.timedelta(days=gap)


@given(st.sampled_from(UNITS), DAYS_OF_NEWS, st.integers(-50, 50))
def test_shifting_there_and_back(unit: str, day: dt.date, count: int) -> None:
    cell = Cell.of(unit, day)
    assert cell.shifted(count).shifted(-count) == cell


@pytest.mark.parametrize(
    ("unit", "day", "first", "last", "timex"),
    [
        ("day", "2020-02-29", "2020-02-29", "2020-02-29", "2020-02-29"),
        ("week", "2021-01-03", "2020-12-28", "2021-01-03", "2020-W53"),
        ("weekend", "2020-11-18", "2020-11-21", "2020-11-22", "2020-W47-WE"),
        ("month", "2020-02-10", "2020-02-01", "2020-02-29", "2020-02"),
        ("quarter", "2020-11-18", "2020-10-01", "2020-12-31", "2020-Q4"),
        ("half", "2020-11-18", "2020-07-01", "2020-12-31", "2020-H2"),
        ("season", "2021-01-15", "2020-12-01", "2021-02-28", "2020-WI"),
        ("year", "2020-11-18", "2020-01-01", "2020-12-31", "2020"),
        ("decade", "2020-11-18", "2020-01-01", "2029-12-31", "202"),
        ("century", "2000-11-18", "1901-01-01", "2000-12-31", "19"),
    ],
)
def test_days_and_timex(unit: str, day: str, first: str, last: str, timex: str) -> None:
    cell = Cell.of(unit, dt.date.fromisoformat(day))
    assert (cell.first.isoformat(), cell.last.isoformat(), cell.timex) == (first, last, timex)


@pytest.mark.parametrize(
    ("unit", "day", "count", "by", "timex"),
    [
        ("month", "2020-10-05", -1, "year", "2019-10"),
        ("day", "2020-02-29", -1, "year", "2019-02-28"),
        ("day", "2020-03-31", -1, "month", "2020-02-29"),
        ("year", "2020-03-31", -1, "month", "2019-12"),
        ("quarter", "2020-03-31", 2, "decade", "2040-Q1"),
        ("week", "2020-11-18", -1, "month", "2020-W42"),
        ("day", "2020-11-18", 1, "fortnight", "2020-12-02"),
        ("month", "2020-11-18", 3, "day", "2020-11-04"),
    ],
)
def test_shifting_by_another_unit(unit: str, day: str, count: int, by: str, timex: str) -> None:
    assert Cell.of(unit, dt.date.fromisoformat(day)).shifted(count, by).timex == timex


def test_outside_the_calendar() -> None:
    with pytest.raises((ValueError, OverflowError)):
        _ = Cell.year(2020).shifted(-3000).first


def test_the_same_day_of_a_shorter_month() -> None:
    assert month_later(dt.date(2021, 1, 31), 1) == dt.date(2021, 2, 28)
