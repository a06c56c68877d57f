"""Measures in base units: known sizes, denominators, what has no one size, exactness."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirefacts.lexicon import Lexicon
from wirefacts.mentions.numbers.conversion import in_base_unit

UNITS = Lexicon().units
MEASURED = sorted(unit.name for unit in UNITS.everything if unit.per is None and UNITS.base_of(unit.name))


@pytest.mark.parametrize(
    ("text", "amount", "unit", "per"),
    [
        ("It covers 3,000 mu.", "2000000", "square metre", None),
        ("It covers 110 mu.", "73333.3333333", "square metre", None),
        ("It covers 30 hectares.", "300000", "square metre", None),
        ("It covers 2 acres.", "8093.7128448", "square metre", None),
        ("It weighs 20 jin.", "10", "kilogram", None),
        ("It moved 4 tons.", "4000", "kilogram", None),
        ("It used 3.6 billion kWh.", "12960000000000000", "joule", None),
        ("It pumped 2 million barrels.", "317974.589856", "cubic metre", None),
        ("It pumps 100,000 barrels a day.", "0.184013072833", "cubic metre", "second"),
        ("It runs at 90 km/h.", "25", "metre", "second"),
        ("It sailed at 18 knots.", "9.26", "metre", "second"),
        ("It yields 6 tonnes per hectare.", "0.6", "kilogram", "square metre"),
        ("It gets 6,200 MJ per square meter.", "6200000000", "joule", "square metre"),
        ("It emits 7 tonnes per person.", "7000", "kilogram", "person"),
        ("It emits 7 tonnes a year.", "7000", "kilogram", "year"),
        ("It has 64GB.", "64000000000", "byte", None),
    ],
)
def test_a_measure_in_its_base_unit(facts_of: Callable[..., list[Any]], text: str, amount: str, unit: str, per: str | None) -> None:
    (fact,) = (fact for fact in facts_of(text) if fact.kind == "quantity")
    assert (fact.base.value, fact.base.unit, fact.base.per) == (Decimal(amount), unit, per)


def test_a_range_has_both_ends_in_the_base_unit(facts_of: Callable[..., list[Any]]) -> None:
    (fact,) = facts_of("It is 30-40 km long.")
    assert (fact.base.value, fact.base.low, fact.base.high) == (None, 30000, 40000)


@pytest.mark.parametrize(
    "text",
    [
        "It has 4,500 ships.",
        "It holds 300 gallons.",
        "It has 400 horsepower.",
        "It was 30 degrees Celsius.",
        "The 35-year-old agreed.",
        "It moved 2 TEUs.",
    ],
)
def test_what_has_no_one_size_has_no_base(facts_of: Callable[..., list[Any]], text: str) -> None:
    (fact,) = facts_of(text)
    assert fact.base is None


def test_a_number_too_long_to_state_has_no_base() -> None:
    assert in_base_unit(UNITS, "light-year", None, [Decimal("9e35"), None, None]) is None


@given(name=st.sampled_from(MEASURED), amount=st.decimals(min_value=0, max_value=10**12, places=3))
def test_a_conversion_is_exact_or_close(name: str, amount: Decimal) -> None:
    base, measure = UNITS.base_of(name), in_base_unit(UNITS, name, None, [amount, None, None])
    assert base is not None
    assert measure is not None
    assert measure.value is not None
    wanted = Fraction(amount) * base.factor
    assert abs(Fraction(measure.value) - wanted) <= wanted / 10**11
