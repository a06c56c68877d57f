"""The modifier table, ranges in every spelling, and what only looks like a range."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

FactsOf = Callable[..., list[Any]]


def number(given: float | None) -> Decimal | None:
    return None if given is None else Decimal(str(given))


@pytest.mark.parametrize(
    ("text", "surface", "bounds", "modifier"),
    [
        ("It has 4,500 workers.", "4,500", (4500, None, None), "exact"),
        ("It has around 4,500 workers.", "4,500", (4500, None, None), "approximate"),
        ("It cost nearly 83 billion yuan.", "83 billion yuan", (83e9, None, None), "approximate"),
        ("Some 300 residents left.", "300", (300, None, None), "approximate"),
        ("It has 20 or so buildings.", "20", (20, None, None), "approximate"),
        ("It has more than 700 workers.", "700", (700, 700, None), "more_than"),
        ("Sales topped 700 tonnes.", "700 tonnes", (700, 700, None), "more_than"),
        ("Investment exceeding $5 million came.", "$5 million", (5e6, 5e6, None), "more_than"),
        ("It needs at least 5 workers.", "5", (5, 5, None), "at_least"),
        ("It needs no less than 20 km of road.", "20 km", (20, 20, None), "at_least"),
        ("It takes 5 million yuan or more.", "5 million yuan", (5e6, 5e6, None), "at_least"),
        ("It has 1,000+ workers.", "1,000", (1000, 1000, None), "at_least"),
        ("It is below 5 percent.", "5 percent", (5, None, 5), "less_than"),
        ("It costs less than 10,000 yuan.", "10,000 yuan", (10_000, None, 10_000), "less_than"),
        ("It hired them under its $5 million plan.", "$5 million", (5e6, None, None), "exact"),
        ("It is below the 5 percent ceiling.", "5 percent", (5, None, None), "exact"),
        ("Seats cost from 470 yuan.", "470 yuan", (470, 470, None), "at_least"),
        ("Revenue crosses 55 million yuan.", "55 million yuan", (55e6, 55e6, None), "more_than"),
        ("Wool sales top 55 million yuan.", "55 million yuan", (55e6, 55e6, None), "more_than"),
        ("Enrolments passed 55,000 in spring.", "55,000", (55_000, 55_000, None), "more_than"),
        ("They passed 55 of them.", "55", (55, None, None), "exact"),
        ("Fees do not fall below 55 yuan.", "55 yuan", (55, 55, None), "at_least"),
        ("Fees never exceeded 55 yuan.", "55 yuan", (55, None, 55), "at_most"),
        ("Beds range from 55 yuan to as high as 90 yuan.", "55 yuan to as high as 90 yuan", (None, 55, 90), "range"),
        ("It takes up to 20 workers.", "20", (20, None, 20), "at_most"),
        ("It takes no more than 20 workers.", "20", (20, None, 20), "at_most"),
        ("It rose 5 to 6 percent.", "5 to 6 percent", (None, 5, 6), "range"),
        ("It rose 5-6 percent.", "5-6 percent", (None, 5, 6), "range"),
        ("It rose 5%-6%.", "5%-6%", (None, 5, 6), "range"),
        ("It rose by between 5 and 6 percent.", "5 and 6 percent", (None, 5, 6), "range"),
        ("It costs between $2 and $5.", "$2 and $5", (None, 2, 5), "range"),
        ("It costs $2 to $5 a kilo.", "$2 to $5 a kilo", (None, 2, 5), "range"),
        ("It costs $5-6 billion.", "$5-6 billion", (None, 5e9, 6e9), "range"),
        ("Bids from 24.2 to 33 billion yuan came.", "24.2 to 33 billion yuan", (None, 24.2e9, 33e9), "range"),
        ("Prices range from $800,000 to $1.3 million.", "$800,000 to $1.3 million", (None, 8e5, 1.3e6), "range"),
        ("It has 3 to 5 lanes.", "3 to 5", (None, 3, 5), "range"),
        ("It lost 30 or 40 km of road.", "30 or 40 km", (None, 30, 40), "range"),
        ("It is 35.4 percent and up from before.", "35.4 percent", (35.4, None, None), "exact"),
        ("They stayed with three or four families.", "three or four", (None, 3, 4), "range"),
        ("Dozens of ships waited.", "Dozens", (None, 24, None), "vague"),
        ("It cost hundreds of millions of yuan.", "hundreds of millions of yuan", (None, 2e8, None), "vague"),
        ("It employs several thousand people.", "several thousand", (None, 2000, None), "vague"),
    ],
)
def test_modifier(facts_of: FactsOf, text: str, surface: str, bounds: tuple[float | None, ...], modifier: str) -> None:
    (fact,) = facts_of(text)
    assert (fact.text, (fact.value, fact.low, fact.high), fact.modifier) == (surface, tuple(map(number, bounds)), modifier)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("The price fell from $2,415 to $2,315.", [2415, 2315], id="a change downwards"),
        pytest.param("The gap rose by 43.6 billion to 419.2 billion yuan.", [43.6e9, 419.2e9], id="an increment and a level"),
        pytest.param("Output grew from 24.2 to 33 billion yuan.", [24.2e9, 33e9], id="a change with a shared scale"),
        pytest.param("It is 30.2 percent, up from 26.1 percent.", [30.2, 26.1], id="an earlier level"),
        pytest.param("Trips dropped 147 to 3,215.", [147, 3215], id="a bare increment and level"),
        pytest.param("They earned 6 and 7 million yuan.", [6e6, 7e6], id="a shared scale"),
        pytest.param("It rose 55.2 percent and 73.8 percent, respectively.", [55.2, 73.8], id="respectively"),
    ],
)
def test_two_facts(facts_of: FactsOf, text: str, values: list[float]) -> None:
    facts = facts_of(text)
    assert [fact.value for fact in facts] == [number(value) for value in values]
    assert len({getattr(fact, "currency", None) for fact in facts}) == 1


def test_a_change_to_a_range_has_an_earlier_level(facts_of: FactsOf) -> None:
    level, spread = facts_of("It will grow from 24.2 to 33-35 billion yuan.")
    assert (level.text, level.value) == ("24.2", number(24.2e9))
    assert (spread.text, spread.low, spread.high) == ("33-35 billion yuan", number(33e9), number(35e9))


def test_a_bound_holds_for_the_numeral_it_stands_before(facts_of: FactsOf) -> None:
    assert [fact.modifier for fact in facts_of("It has more than 20 schools and 30 clinics.")] == ["more_than", "exact"]


@pytest.mark.parametrize("text", ["The toll went up to 60 people.", "Rents crept up to 60 yuan.", "The rate has grown up to 6 percent."])
def test_up_to_after_a_verb_of_motion_is_no_bound(facts_of: FactsOf, text: str) -> None:
    assert [fact.modifier for fact in facts_of(text)] == ["exact"]


def test_an_amount_over_a_distance_has_no_bound(facts_of: FactsOf) -> None:
    flow, length = facts_of("The canal moves 900 litres per second over 48 km.")
    assert (flow.text, length.text, length.modifier) == ("900 litres per second", "48 km", "exact")


def test_an_amount_after_a_time_keeps_its_bound(facts_of: FactsOf) -> None:
    (fact,) = facts_of("In three years over 700 workers came.", times=["three years"])
    assert (fact.text, fact.modifier) == ("700", "more_than")


def test_a_factor_and_the_level_that_it_leads_to_are_no_range(facts_of: FactsOf) -> None:
    factor, level = facts_of("Exports rose by a factor of 1.5 to 38 billion yuan.")
    assert (factor.kind, factor.value, factor.unit) == ("quantity", Decimal("1.5"), "times")
    assert (level.kind, level.value) == ("money", Decimal(38_000_000_000))


@pytest.mark.parametrize(
    "text",
    [
        "The rate was 6.5 percentage points higher than the 25 percent seen in May.",
        "Income rose 22 percent over the 120 million yuan recorded in 2022.",
        "The share is lower than the 25 percent reported nationally.",
        "It fell far short of 30 million yuan.",
        "The money came under a 44 billion yuan programme.",
        "Output was short of the 30 million target.",
        "They met the top 30 million savers.",
    ],
)
def test_a_known_level_is_stated_exactly(facts_of: FactsOf, text: str) -> None:
    assert facts_of(text)[-1].modifier == "exact"


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("It sold more than 25 percent of the shares.", "more_than"),
        ("It fell just short of 30 million yuan.", "less_than"),
        ("It cost less than the 25 yuan.", "less_than"),
    ],
)
def test_a_bound_is_still_one(facts_of: FactsOf, text: str, modifier: str) -> None:
    assert facts_of(text)[-1].modifier == modifier
