"""Role, direction and basis of percentages."""

from collections.abc import Callable
from typing import Any

import pytest

FactsOf = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "role", "direction"),
    [
        ("Sales grew 17.6 percent.", "change", "up"),
        ("Sales were 5 billion, up 17.6 percent.", "change", "up"),
        ("Efficiency has increased by 22 percent.", "change", "up"),
        ("Sales fell by more than 3 percent.", "change", "down"),
        ("Sales saw an increase of 8.5 percent.", "change", "up"),
        ("They reported a 5 percent drop in sales.", "change", "down"),
        ("Water use was 2.9 percent less.", "change", "down"),
        ("The index closed -1.6%.", "change", "down"),
        ("The sector accounts for 16 percent of output.", "share", None),
        ("About 60 percent of farmers agreed.", "share", None),
        ("It bought a 51 percent stake.", "share", None),
        ("The vacancy rate stands at 12.4 percent.", "rate", None),
        ("The default rate is less than 3 percent.", "rate", None),
        ("The unemployment rate rose to 5.5 percent.", "rate", None),
        ("The bank raised the rate by half a percentage point.", "change", "up"),
        ("Humidity is 40 percent.", "level", None),
    ],
)
def test_role(facts_of: FactsOf, text: str, role: str, direction: str | None) -> None:
    fact = next(fact for fact in facts_of(text) if fact.kind == "percentage")
    assert (fact.role, fact.direction) == (role, direction)


def test_points(facts_of: FactsOf) -> None:
    first, second = facts_of("The rate fell 0.2 percentage points to 5.5 percent.")
    assert (first.unit, first.role, first.direction) == ("percentage_point", "change", "down")
    assert (second.unit, second.role, second.direction) == ("percent", "rate", None)


@pytest.mark.parametrize(
    ("text", "surface", "direction"),
    [
        ("Inflation hit 9.8 percent, up 1.9 points from August.", "1.9 points", "up"),
        ("The rate fell 0.63 points to 11.8 percent.", "0.63 points", "down"),
        ("The rate rose a tenth of a percentage point to 2.5 percent.", "a tenth of a percentage point", "up"),
        ("Vacancy was 7.4 percent, and 2.3 points lower than in May.", "2.3 points", "down"),
        ("It sees growth of 5 percent, half a point less than before.", "half a point", "down"),
    ],
)
def test_points_beside_a_percentage(facts_of: FactsOf, text: str, surface: str, direction: str) -> None:
    points = next(fact for fact in facts_of(text) if fact.text == surface)
    assert (points.kind, points.unit, points.role, points.direction) == ("percentage", "percentage_point", "change", direction)


def test_points_behind_a_time_are_points_of_the_percentage(facts_of: FactsOf) -> None:
    _, points = facts_of("Vacancy rose to 7.4 percent in the two months to May, 1.3 points above the mean.", times=["the two months to May"])
    assert (points.text, points.unit) == ("1.3 points", "percentage_point")


def test_points_that_a_forecast_allows_for(facts_of: FactsOf) -> None:
    _, points = facts_of("Output will grow 4 percent, give or take half a point.")
    assert (points.text, points.unit) == ("half a point", "percentage_point")


def test_points_of_an_index_are_counted(facts_of: FactsOf) -> None:
    kinds = [(fact.kind, fact.text) for fact in facts_of("The index rose 58.06 points, or 1.2 percent, to 1,369.03.")]
    assert kinds == [("quantity", "58.06"), ("percentage", "1.2 percent"), ("quantity", "1,369.03")]


def test_more_points_than_the_level_has_percent_are_counted(facts_of: FactsOf) -> None:
    assert [fact.kind for fact in facts_of("The index was 1.2 percent or 33 points higher than on Monday.")] == ["percentage", "quantity"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        pytest.param("Dams stood at 61.5 percent on Friday against 48 a year ago.", ["percent", "percent"], id="the level it is held against"),
        pytest.param("Turnout fell to 7.1 percent, from 8.2 in May and 9.4 in June.", ["percent"] * 3, id="a series of levels"),
        pytest.param("Togo came next at 13.4 and Benin at 9.7 percent.", ["percent", "percent"], id="the unit behind the last of a pair"),
        pytest.param("Togo sold 45 percent, followed by Benin with 13 and Mali with 9 percent.", ["percent"] * 3, id="whole numbers behind another"),
        pytest.param("Togo (45 percent) and Benin (just over 13) led.", ["percent", "percent"], id="the next bracket of a list"),
        pytest.param("Vacancy rose 3.2 percent. In Togo the monthly rate was 6.4.", ["percent", "percent"], id="a rate"),
        pytest.param("Togo sold ships with 13 and Benin with 9 percent.", [None, "percent"], id="whole numbers behind none"),
        pytest.param("The index rose 3.2 percent to 98.1 from 95.2.", ["percent", None, None], id="levels of something else"),
        pytest.param("Sales grew 3.2 percent against 95 in May.", ["percent", None], id="a change is held against no level"),
        pytest.param("Togo sold 12 ships and Benin 9.7 percent of all.", [None, "percent"], id="no pair"),
    ],
)
def test_a_bare_number_goes_on_with_the_percentage(facts_of: FactsOf, text: str, units: list[str | None]) -> None:
    assert [fact.unit for fact in facts_of(text, times=["a year ago"] if "a year ago" in text else [])] == units


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        pytest.param("Output grew 6 percent each year.", "6 percent", id="how often is no denominator"),
        pytest.param("Output grew 6-8 percent a year.", "6-8 percent", id="nor is it behind a range"),
        pytest.param("Output grew 6 percent per annum.", "6 percent per annum", id="what is divided is"),
        pytest.param("Output grew 6 pct.", "6 pct", id="the full stop is the sentence's"),
        pytest.param("Output grew 6 pct. in May.", "6 pct.", id="the full stop is the abbreviation's"),
    ],
)
def test_extent(facts_of: FactsOf, text: str, surface: str) -> None:
    assert [fact.text for fact in facts_of(text)] == [surface]


def test_an_earlier_level_is_in_percent_too(facts_of: FactsOf) -> None:
    assert [fact.kind for fact in facts_of("It sees growth of 9.8 percent this time, down from 11.9 before.")] == ["percentage"] * 2


@pytest.mark.parametrize(
    ("text", "times", "basis", "words"),
    [
        ("Sales rose 5 percent year-on-year.", (), "year-on-year", "year-on-year"),
        ("Sales rose 5 percent from a year earlier.", (), "year-on-year", "from a year earlier"),
        ("Sales saw a yearly increase of 5 percent.", (), "year-on-year", "yearly increase"),
        ("Sales rose 5 percent over the same period last year.", ("last year",), "year-on-year", "over the same period last year"),
        ("Sales rose 5 percent from a month earlier.", (), "month-on-month", "from a month earlier"),
        ("Sales rose 5 percent quarter on quarter.", (), "quarter-on-quarter", "quarter on quarter"),
        ("Sales rose 5 percent on the year.", (), "year-on-year", "on the year"),
        ("Inflation stood at 5 percent year-on-year.", (), "year-on-year", "year-on-year"),
        ("Inflation eased to 5 percent (y-o-y).", (), "year-on-year", "y-o-y"),
        (
            "Growth was 5 percent faster than that of the previous quarter.",
            ("the previous quarter",),
            "quarter-on-quarter",
            "than that of the previous quarter",
        ),
        ("Sales rose 5 percent compared with 2012.", ("2012",), "other", "compared with 2012"),
        ("Sales rose 5 percent.", (), None, None),
    ],
)
def test_basis(facts_of: FactsOf, text: str, times: tuple[str, ...], basis: str | None, words: str | None) -> None:
    (fact,) = facts_of(text, times)
    assert (fact.basis, fact.basis_text) == (basis, words)


def test_a_basis_is_shared_in_one_clause(facts_of: FactsOf) -> None:
    facts = facts_of("Exports, imports and sales rose 20 percent, 18 percent and 15 percent respectively from the previous year.")
    assert [fact.basis for fact in facts] == ["year-on-year"] * 3


def test_a_basis_is_not_shared_across_clauses(facts_of: FactsOf) -> None:
    assert [fact.basis for fact in facts_of("Exports rose 20 percent; imports rose 18 percent year-on-year.")] == [None, "year-on-year"]


def test_a_percentage_restates_points_of_the_same_direction(facts_of: FactsOf) -> None:
    assert [fact.direction for fact in facts_of("It fell 17.5 points, or 0.22%.") if fact.kind == "percentage"] == ["down"]


def test_a_coordinated_percentage_goes_the_same_way(facts_of: FactsOf) -> None:
    facts = facts_of("Exports fell 20 percent and imports 18 percent.")
    assert [(fact.role, fact.direction) for fact in facts] == [("change", "down")] * 2
