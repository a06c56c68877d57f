import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from wirefacts.records import Result, fact_from
from wirefacts.records.specimen import TEXT, specimen
from wirefacts.showing.selecting import Order, Selection, narrowed, ordered


@pytest.mark.parametrize(
    ("conditions", "surfaces"),
    [
        ({"kinds": {"money"}}, ["2.08 billion yuan", "$307 million"]),
        ({"kinds": {"money", "percentage"}}, ["2.08 billion yuan", "$307 million", "17.6 percent"]),
        ({"currencies": {"USD"}}, ["$307 million"]),
        ({"minimum": Decimal(600)}, ["2.08 billion yuan", "$307 million", "666"]),
        ({"minimum": Decimal(4), "maximum": Decimal(500)}, ["17.6 percent", "500", "4 tonnes"]),
        ({"since": dt.date(2022, 7, 1)}, ["2022-07-19", "2010", "14th Five-Year Plan"]),
        ({"until": dt.date(2020, 12, 31)}, ["2010"]),
        ({"since": dt.date(2021, 6, 1), "until": dt.date(2021, 6, 30)}, ["2010", "14th Five-Year Plan"]),
        ({"organization": "COMMERCE"}, ["Department of Commerce"]),
        ({"words": "shipping"}, ["2010", "500", "666", "4 tonnes"]),
        ({"words": "yuan"}, ["2.08 billion yuan", "$307 million", "January to last month", "17.6 percent", "Department of Commerce"]),
        ({"kinds": {"date"}, "currencies": {"USD"}}, []),
        ({}, [fact.text for fact in specimen().facts]),
    ],
)
def test_a_fact_must_meet_every_condition(conditions: dict[str, Any], surfaces: list[str]) -> None:
    assert [fact.text for fact in Selection(**conditions).of(specimen().facts, TEXT)] == surfaces


def test_without_the_text_words_are_looked_for_in_surfaces() -> None:
    assert [fact.text for fact in Selection(words="yuan").of(specimen().facts)] == ["2.08 billion yuan"]


@pytest.mark.parametrize(
    ("value", "first", "last", "met"),
    [
        ({"type": "period", "start_date": "2010-01-01", "open": "end"}, "2030-01-01", "2030-12-31", True),
        ({"type": "period", "start_date": "2010-01-01", "open": "end"}, "2009-01-01", "2009-12-31", False),
        ({"type": "period", "end_date": "2035-12-31", "open": "start"}, "1990-01-01", "1990-12-31", True),
        ({"type": "date", "end_date": "2022-10-31"}, "2022-10-01", "2022-10-31", True),
        ({"type": "date", "end_date": "2022-10-31"}, "2022-09-01", "2022-09-30", False),
        ({"type": "duration", "timex": "P1D"}, "2022-09-01", "2022-09-30", False),
    ],
)
def test_days_overlap_with_open_and_unknown_sides(value: dict[str, Any], first: str, last: str, met: bool) -> None:
    where = {"id": "x", "start": 0, "end": 1, "text": "5", "sentence": {"start": 0, "end": 1}, "provenance": {"rule": "rule"}}
    selection = Selection(since=dt.date.fromisoformat(first), until=dt.date.fromisoformat(last))
    assert bool(selection.of([fact_from({**where, "kind": "date", **value})])) is met


@pytest.mark.parametrize(
    ("order", "reverse", "surfaces"),
    [
        ("text", False, ["Harbor Times", "2022-07-19", "2.08 billion yuan"]),
        ("text", True, ["14th Five-Year Plan", "4 tonnes", "666"]),
        ("value", False, ["4 tonnes", "17.6 percent", "500"]),
        ("value", True, ["2.08 billion yuan", "$307 million", "666"]),
        ("date", False, ["2010", "14th Five-Year Plan", "January to last month"]),
        ("name", False, ["Department of Commerce", "Harbor Times", "2022-07-19"]),
        ("kind", False, ["2.08 billion yuan", "$307 million", "17.6 percent"]),
    ],
)
def test_orders(order: Order, reverse: bool, surfaces: list[str]) -> None:
    facts = ordered(specimen().facts, order, reverse=reverse)
    assert [fact.text for fact in facts][:3] == surfaces
    assert len(facts) == len(specimen().facts)


def test_a_narrowed_result_is_whole_in_itself() -> None:
    result = specimen()
    chosen = Selection(currencies=frozenset({"USD"})).of(result.facts)
    left = narrowed(result, chosen)
    assert [getattr(fact, "equivalent_of", None) for fact in left.facts] == [None]
    assert left.observations == ()
    assert Result.model_validate(left.model_dump()) == left


def test_an_observation_stays_with_its_number_and_forgets_facts_that_are_gone() -> None:
    result = specimen()
    left = narrowed(result, Selection(kinds=frozenset({"money"})).of(result.facts))
    (row,) = left.observations
    assert (row.period, row.change, row.equivalent) == (None, (), result.observations[0].equivalent)


def test_all_facts_are_the_result_itself() -> None:
    result = specimen()
    assert narrowed(result, result.facts) is result
