"""The days in EDTF: the forms that are given, and that its library reads each of them as the same days."""

import datetime as dt
from collections.abc import Callable

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from wirefacts.mentions.dates import date_facts, find_times
from wirefacts.mentions.dates.cells import Cell
from wirefacts.mentions.dates.edtf import edtf_of
from wirefacts.mentions.dates.values import TimeValue, opened_at_end, opened_at_start, point, stretch
from wirefacts.mentions.passage import Passage
from wirefacts.records import Fact, fact_from
from wirefacts.records.encoding import json_fields, to_json

UNITS = ("day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century")
WORDS = """
last next this the first third ten two months year quarter half week spring of in to from between and since until by May February 29 2024 2019 2016-20
1990s 1800s Friday morning 13:00 at nearly ago years end early so far past few January 3
"""
cells = st.builds(Cell.of, st.sampled_from(UNITS), st.dates(dt.date(101, 1, 1), dt.date(9800, 12, 31)))


def days_of(edtf: str) -> tuple[dt.date | None, dt.date | None]:
    """First and last day as the library reads them; None for an open end."""
    read = parse_edtf(edtf)
    first, last = (None if end in (float("inf"), -float("inf")) else dt.date(*end[:3]) for end in (read.lower_strict(), read.upper_strict()))
    return first, last


def held(value: TimeValue) -> None:
    edtf = edtf_of(value)
    assert edtf is not None
    assert days_of(edtf) == (value.first, value.last)


@settings(deadline=None, max_examples=60)
@given(cells)
def test_the_library_reads_every_unit_as_the_same_days(cell: Cell) -> None:
    held(point(cell))


@settings(deadline=None, max_examples=30)
@given(cells, cells)
def test_the_library_reads_every_interval_as_the_same_days(one: Cell, other: Cell) -> None:
    held(stretch(min(one, other, key=lambda cell: cell.first), max(one, other, key=lambda cell: cell.last)))
    held(opened_at_end(point(one)))
    held(opened_at_start(point(one)))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join), st.dates(dt.date(1950, 1, 1), dt.date(2050, 12, 31)))
def test_every_date_keeps_its_days_in_edtf_and_itself_in_json(passage: Callable[..., Passage], text: str, said: dt.date) -> None:
    read = passage(text, said.isoformat())
    facts: list[Fact] = date_facts(read, find_times(read))
    for fact in facts:
        assert fact_from(json_fields(to_json(fact)), text) == fact
        if fact.kind != "date":
            continue
        if fact.edtf is not None:
            assert days_of(fact.edtf) == (fact.start_date, fact.end_date)
        assert (fact.edtf is not None) == bool((fact.start_date or fact.open == "start") and (fact.end_date or fact.open == "end"))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It opened on June 23, 2021.", "2021-06-23"),
        ("It opened at 11:22 on October 28, 2020.", "2020-10-28T11:22:00"),
        ("It opened in the third quarter of 2021.", "2021-35"),
        ("It grew in the first half.", "2022-40"),
        ("It grew in the summer of 2021.", None),
        ("It grew in the 1990s.", "199X"),
        ("It was built in the 1800s.", "18XX"),
        ("It was built in the 19th century.", "1801/1900"),
        ("It opened nearly four years ago.", "2018~"),
        ("It grew from January to May.", "2022-01/2022-05"),
        ("It has grown since 2010.", "2010/.."),
        ("It will open by the end of 2035.", "../2035"),
        ("It opened last week.", "2022-07-11/2022-07-17"),
        ("It opened at the end of October.", None),
        ("It took ten days.", None),
        ("It is now open.", None),
    ],
)
def test_forms(passage: Callable[..., Passage], text: str, edtf: str | None) -> None:
    read = passage(text, "2022-07-19")
    (fact,) = date_facts(read, find_times(read))
    assert fact.kind == "date"
    assert fact.edtf == edtf
