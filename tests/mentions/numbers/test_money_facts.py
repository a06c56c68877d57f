"""Currencies, denominators, equivalents and shared units."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

FactsOf = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "surface", "value", "currency"),
    [
        ("It cost 15 billion yuan.", "15 billion yuan", "15000000000", "CNY"),
        ("It cost RMB 3,500.", "RMB 3,500", "3500", "CNY"),
        ("It cost 500 renminbi.", "500 renminbi", "500", "CNY"),
        ("It cost 100元.", "100元", "100", "CNY"),
        ("The Chinese firm paid ¥500.", "¥500", "500", "CNY"),
        ("The Japanese firm paid ¥500.", "¥500", "500", "JPY"),
        ("It cost $2.41 billion.", "$2.41 billion", "2410000000", "USD"),
        ("Rates were cut by Rs 40 a kg on Monday.", "Rs 40 a kg", "40", "INR"),
        ("It cost $1.762bn.", "$1.762bn", "1762000000", "USD"),
        ("It cost $ 8 B.", "$ 8 B", "8000000000", "USD"),
        ("It cost 66.7 billion U.S. dollars.", "66.7 billion U.S. dollars", "66700000000", "USD"),
        ("It cost US$520.", "US$520", "520", "USD"),
        ("It cost $US160 million.", "$US160 million", "160000000", "USD"),
        ("It cost USD10m.", "USD10m", "10000000", "USD"),
        ("It cost 30 MUSD.", "30 MUSD", "30000000", "USD"),
        ("It cost HK $5.4m.", "HK $5.4m", "5400000", "HKD"),
        ("It cost NT$2 billion.", "NT$2 billion", "2000000000", "TWD"),
        ("It cost C$5.", "C$5", "5", "CAD"),
        ("It cost AU $89.99.", "AU $89.99", "89.99", "AUD"),
        ("It cost 10.5 million Australian dollars.", "10.5 million Australian dollars", "10500000", "AUD"),
        ("It cost 20 million patacas.", "20 million patacas", "20000000", "MOP"),
        ("It cost 500 million rand.", "500 million rand", "500000000", "ZAR"),
        ("It cost Rs 5 crore.", "Rs 5 crore", "50000000", "INR"),
        ("It cost Rs 8,970 cr.", "Rs 8,970 cr", "89700000000", "INR"),
        ("It cost R$ 8 bi.", "R$ 8 bi", "8000000000", "BRL"),
        ("It cost R$ 8 mi.", "R$ 8 mi", "8000000", "BRL"),
        ("It cost VNĐ8.5 trillion.", "VNĐ8.5 trillion", "8500000000000", "VND"),
        ("It cost 35 lakh rupees.", "35 lakh rupees", "3500000", "INR"),
        ("It cost RM23.50.", "RM23.50", "23.5", "MYR"),
        ("It cost £10m.", "£10m", "10000000", "GBP"),
        ("It cost 3 million pounds.", "3 million pounds", "3000000", "GBP"),
        ("It cost 63 cents.", "63 cents", "0.63", "USD"),
        ("It cost 470 pence.", "470 pence", "4.7", "GBP"),
        ("It cost thirteen dollars and forty-five cents.", "thirteen dollars and forty-five cents", "13.45", "USD"),
        ("They started a 1.5-billion-yuan project.", "1.5-billion-yuan", "1500000000", "CNY"),
        ("The balance was $-50.8bn.", "$-50.8bn", "-50800000000", "USD"),
        ("It cost $31.20 US.", "$31.20 US", "31.2", "USD"),
        ("A $5 fee was charged.", "$5", "5", "USD"),
        ("All dollar figures are Canadian. It cost $5.", "$5", "5", "CAD"),
        ("All amounts are in New Zealand dollars. It cost $5.", "$5", "5", "NZD"),
        ("It cost a third of a dollar.", "a third of a dollar", "0.333333", "USD"),
        ("Sales passed the $20 bn mark.", "$20 bn", "20000000000", "USD"),
        ("The loan was $20 million dollars.", "$20 million dollars", "20000000", "USD"),
        ("The flat cost him 900 mark.", "900 mark", "900", "DEM"),
    ],
)
def test_currency(facts_of: FactsOf, text: str, surface: str, value: str, currency: str) -> None:
    (fact,) = facts_of(text)
    assert (fact.kind, fact.text, fact.value, fact.currency) == ("money", surface, Decimal(value), currency)


def test_pounds_that_weigh_are_no_money(facts_of: FactsOf) -> None:
    (fact,) = facts_of("The fish weighs 200 pounds.")
    assert (fact.kind, fact.unit) == ("quantity", "pound")


def test_a_text_may_say_which_dollars_it_means(facts_of: FactsOf) -> None:
    (fact,) = facts_of("All figures are in Canadian dollars. It cost $5 million.")
    assert fact.currency == "CAD"


@pytest.mark.parametrize(
    ("text", "surface", "per"),
    [
        ("It sells for 2.37 U.S. dollars per kilogram.", "2.37 U.S. dollars per kilogram", "kilogram"),
        ("It sells for 10,000 yuan per square meter.", "10,000 yuan per square meter", "square meter"),
        ("It sells for 50 yuan/kg.", "50 yuan/kg", "kilogram"),
        ("They earn 3,000 yuan a month.", "3,000 yuan a month", "month"),
        ("They earn $20,000 per capita.", "$20,000 per capita", "capita"),
        ("They earned 3,000 yuan a year ago.", "3,000 yuan", None),
        ("They earned 3,000 yuan a year on.", "3,000 yuan", None),
        ("They earn 3,000 yuan a month on average.", "3,000 yuan a month", "month"),
        ("They cost 3 yuan apiece.", "3 yuan apiece", "piece"),
        ("Lilies bring 3 to 4 yuan a stem.", "3 to 4 yuan a stem", "stem"),
    ],
)
def test_denominator(facts_of: FactsOf, text: str, surface: str, per: str | None) -> None:
    (fact,) = facts_of(text)
    assert (fact.text, fact.per) == (surface, per)


@pytest.mark.parametrize(
    ("text", "pers"),
    [
        ("Per capita spending in the county stood at 7,400 yuan.", ["capita"]),
        ("Their monthly wages average 3,700 yuan.", ["month"]),
        ("The daily minimum wage is 370 yuan.", ["day"]),
        ("Nickel slumped to 1,190 yuan a ton from 1,740 yuan.", ["ton", "ton"]),
        ("The price rose by 37 yuan to 74 yuan per kilogram.", ["kilogram", "kilogram"]),
        ("The ringgit closed at 4.7 ringgit to the dollar.", ["dollar"]),
        ("Per capita spending rose, while sales came to 7,400 yuan.", [None]),
        ("Monthly sales were 7,400 yuan.", [None]),
        ("It paid 74 yuan per kilogram for it and 7,400 yuan in tax.", ["kilogram", None]),
    ],
)
def test_a_denominator_that_stands_apart(facts_of: FactsOf, text: str, pers: list[str | None]) -> None:
    assert [fact.per for fact in facts_of(text)] == pers


@pytest.mark.parametrize(
    "text",
    [
        "It cost 15 billion yuan ($2.41 billion).",
        "It cost 466 million yuan (about 66.7 million U.S. dollars).",
        "It cost 466 million yuan, or 66.7 million U.S. dollars, in all.",
        "It cost 466 million yuan, equivalent to $66.7 million.",
    ],
)
def test_equivalent(facts_of: FactsOf, text: str) -> None:
    first, second = facts_of(text)
    assert (first.equivalent_of, second.equivalent_of) == (None, first.id)


def test_equivalents_of_several_amounts(facts_of: FactsOf) -> None:
    one, two, three, four = facts_of("They cost 7 million and 14 million yuan ($1 million and $2 million).")
    assert (three.equivalent_of, four.equivalent_of) == (one.id, two.id)


def test_the_same_currency_is_no_equivalent(facts_of: FactsOf) -> None:
    assert [fact.equivalent_of for fact in facts_of("It cost 5 million yuan (7 million yuan with tax).")] == [None, None]


def test_a_bare_number_takes_the_unit_of_its_series(facts_of: FactsOf) -> None:
    first, second = facts_of("Trade was 62.4 billion dollars, of which exports reached 37.5 billion.")
    assert (second.text, second.value, second.currency) == ("37.5 billion", Decimal(37500000000), first.currency)


def test_a_bare_amount_before_a_bracket_has_the_currency_before_the_last_bracket(facts_of: FactsOf) -> None:
    facts = facts_of("It costs 2,435,000 yen ($22,480) there and 2,380,000 ($21,972) here.")
    assert [fact.currency for fact in facts] == ["JPY", "USD", "JPY", "USD"]


def test_what_a_bracket_restates_hands_nothing_on(facts_of: FactsOf) -> None:
    facts = facts_of("Exports were 7.6 billion euros (some $8.2 billion) and imports rose to 6.9 billion.")
    assert [fact.currency for fact in facts] == ["EUR", "USD", "EUR"]


def test_what_is_worth_a_bare_number_is_money(facts_of: FactsOf) -> None:
    *_, worth = facts_of("A litre costs 2.4 euros. They tinned 340,000 tonnes, worth 1.7 billion.")
    assert (worth.text, worth.currency) == ("1.7 billion", "EUR")


def test_a_number_with_a_noun_takes_none(facts_of: FactsOf) -> None:
    _, second = facts_of("It paid 62.4 billion dollars to 2.5 million people.")
    assert (second.kind, second.counted) == ("quantity", "people")
