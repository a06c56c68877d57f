import datetime as dt
from typing import Any

import pytest

from wirefacts.records import Fact, fact_from
from wirefacts.records.specimen import specimen
from wirefacts.showing.wording import details, heading, normalised, span, summary

WHERE = {"id": "x", "start": 0, "end": 1, "text": "5", "sentence": {"start": 0, "end": 1}, "provenance": {"rule": "rule"}}


def fact(**value: Any) -> Fact:
    return fact_from({**WHERE, **value})


def money(**value: Any) -> Fact:
    return fact(**{"kind": "money", "currency": "CNY", "value": None, **value})


@pytest.mark.parametrize(
    ("given", "words"),
    [
        pytest.param(money(value=15_000_000_000), "CNY 15,000,000,000", id="exact"),
        pytest.param(money(value=700, low=700, modifier="more_than"), "> CNY 700", id="more than"),
        pytest.param(money(value=700, low=700, modifier="at_least"), "≥ CNY 700", id="at least"),
        pytest.param(money(value=700, high=700, modifier="less_than"), "< CNY 700", id="less than"),
        pytest.param(money(value=700, high=700, modifier="at_most"), "≤ CNY 700", id="at most"),
        pytest.param(money(value=83, modifier="approximate"), "~ CNY 83", id="approximate"),
        pytest.param(money(low=2, high=5, modifier="range"), "CNY 2–5", id="range"),
        pytest.param(money(low=2_000_000, modifier="vague"), "≥ CNY 2,000,000", id="vague"),
        pytest.param(money(value="2.37", currency=None, per="kilogram"), "¤ 2.37 / kilogram", id="no currency"),
        pytest.param(fact(kind="percentage", value="55.2"), "55.2 %", id="percent"),
        pytest.param(fact(kind="percentage", value="-1.6"), "-1.6 %", id="negative percent"),
        pytest.param(fact(kind="percentage", value=None, low=5, high=6, modifier="range"), "5–6 %", id="range of percent"),
        pytest.param(fact(kind="percentage", value=3, unit="percentage_point"), "3 points", id="points"),
        pytest.param(fact(kind="quantity", value=4500), "4,500", id="count"),
        pytest.param(fact(kind="quantity", value="105.5", unit="tonne", per="day"), "105.5 tonne / day", id="measure"),
        pytest.param(fact(kind="date", type="date", start_date="2022-06-23", end_date="2022-06-23"), "2022-06-23", id="day"),
        pytest.param(fact(kind="date", type="period", start_date="2012-11-08", open="end"), "2012-11-08 → open", id="open end"),
        pytest.param(fact(kind="date", type="period", end_date="2035-12-31", open="start"), "open → 2035-12-31", id="open start"),
        pytest.param(fact(kind="date", type="date", end_date="2022-10-31"), "? → 2022-10-31", id="the end of October"),
        pytest.param(fact(kind="date", type="duration", timex="P12D"), "P12D", id="duration"),
        pytest.param(fact(kind="date", type="date", timex="PAST_REF"), "PAST_REF", id="vague reference"),
        pytest.param(fact(kind="date", type="date"), "?", id="unresolved date"),
        pytest.param(fact(kind="organization", name="Harbor Times"), "Harbor Times", id="organization"),
    ],
)
def test_normalised_value(given: Fact, words: str) -> None:
    assert normalised(given) == words


@pytest.mark.parametrize(
    ("surface", "words"),
    [
        ("2.08 billion yuan", ""),
        ("$307 million", "restates 2.08 billion yuan"),
        ("17.6 percent", "change, up, year-on-year"),
        ("500", "shipping firms, of 666"),
        ("January to last month", "period, month, 2022-01/2022-06"),
        ("14th Five-Year Plan", "period, year, 2021/2025, 14th Five-Year Plan"),
        ("Department of Commerce", "government, Eastland"),
    ],
)
def test_details(surface: str, words: str) -> None:
    facts = {each.id: each for each in specimen().facts}
    assert details(next(each for each in facts.values() if each.text == surface), facts) == words


def test_an_unknown_link_is_left_out() -> None:
    assert details(money(value=1, equivalent_of="gone"), {}) == ""


def test_span_of_unknown_days_is_empty() -> None:
    assert span(None, None, None) == ""
    assert span(dt.date(2022, 1, 1), dt.date(2022, 12, 31), None) == "2022-01-01 → 2022-12-31"


def test_summary_counts_kinds_in_their_order() -> None:
    assert summary({"date": 2, "money": 1, "percentage": 1}) == "4 facts: 1 money, 1 percentage, 2 dates"
    assert summary({"date": 1}, total=1, articles=3) == "3 articles, 1 fact: 1 date"
    assert heading("date", 1) == "Dates (1)"
