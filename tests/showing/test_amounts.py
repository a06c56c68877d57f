"""Amounts by year: which are drawn, and where."""

import pytest

from wirefacts.records import Fact, fact_from
from wirefacts.showing.amounts import charts


def told(sentence: int, kind: str, start: int, **fields: object) -> Fact:
    where = {"id": f"{start}", "start": start, "end": start + 1, "text": "x", "sentence": {"start": sentence, "end": sentence + 50}}
    return fact_from({"kind": kind, **where, "provenance": {"rule": "r"}, **fields})


def year(sentence: int, start: int, written: int, **fields: object) -> Fact:
    days = {"start_date": f"{written}-01-01", "end_date": f"{written}-12-31"}
    return told(sentence, "date", start, **({"type": "date", "timex": str(written)} | days | fields))


def money(sentence: int, start: int, value: int, currency: str = "CNY") -> Fact:
    return told(sentence, "money", start, value=value, currency=currency)


THREE = [year(0, 1, 2020), money(0, 5, 100), year(50, 51, 2021), money(50, 55, 1000), year(100, 101, 2022), money(100, 105, 10000)]


def test_three_amounts_of_a_currency_are_drawn_from_left_to_right_and_upwards() -> None:
    (chart,) = charts(THREE)
    assert (chart.currency, [dot.year for dot in chart.dots]) == ("CNY", [2020, 2021, 2022])
    assert sorted(dot.x for dot in chart.dots) == [dot.x for dot in chart.dots]
    assert sorted((dot.y for dot in chart.dots), reverse=True) == [dot.y for dot in chart.dots]
    assert [tick.words for tick in chart.powers] == ["100", "1 thousand", "10 thousand"]
    assert [tick.words for tick in chart.years] == ["2020", "2021", "2022"]


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param(THREE[:4], id="two amounts"),
        pytest.param([*THREE[:4], year(100, 101, 2022), money(100, 105, 5, "USD")], id="two of each currency"),
        pytest.param([*THREE[:4], money(100, 105, 5)], id="no year in the sentence"),
        pytest.param([*THREE[:4], year(100, 101, 2021), year(100, 103, 2022), money(100, 105, 5)], id="two years in the sentence"),
        pytest.param([*THREE[:4], year(100, 101, 2022), money(100, 105, 0)], id="nothing to draw to scale"),
    ],
)
def test_not_drawn(facts: list[Fact]) -> None:
    assert charts(facts) == []


def test_what_a_sentence_compares_with_is_not_its_year() -> None:
    compared = told(100, "percentage", 110, value=5, role="change", basis="year-on-year", basis_text="from y")
    before, during = year(100, 101, 2021, text="y"), year(100, 103, 2022)
    (chart,) = charts([*THREE[:4], before, during, compared, money(100, 105, 5)])
    assert [dot.year for dot in chart.dots] == [2020, 2021, 2022]


def test_one_year_stands_in_the_middle() -> None:
    (chart,) = charts([year(0, 1, 2020), money(0, 5, 7), money(0, 7, 7), money(0, 9, 7)])
    assert {dot.x for dot in chart.dots} == {chart.years[0].place}
