"""What was found in the terms of NewsQuant: value, unit and change."""

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wirefacts.conventions import FORMS
from wirefacts.mentions.finding import Findings
from wirefacts.mentions.passage import Passage
from wirefacts.records import NewsQuantity

PassageMaker = Callable[..., Passage]
Quantities = Callable[[str], Sequence[NewsQuantity]]

VOCABULARY = """
about 5 3.5 million dozen dozens of ships to - and between $ yuan cents percent points rose fell per day years old aged 45 -year-old km/h tonnes
third half times more than at least up ( ) , . hundreds in 2021
"""


@pytest.fixture(scope="module")
def quantities(passage: PassageMaker) -> Quantities:
    def told(text: str) -> list[NewsQuantity]:
        found = FORMS["quantities"](Findings(passage(text)))
        return [quantity for quantity in found if isinstance(quantity, NewsQuantity)]

    return told


def plain(value: Decimal | tuple[Decimal, Decimal]) -> str:
    return " to ".join(f"{end:f}" for end in value) if isinstance(value, tuple) else f"{value:f}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The harbor took in 12 ships.", "12"),
        ("The harbor took in 1,250 ships.", "1250"),
        ("The harbor took in twelve ships.", "12"),
        ("The harbor took in 3.5 million tonnes.", "3500000"),
        ("It was -5 degrees.", "-5"),
        ("Half of the ships waited.", "0.5"),
        ("The harbor took in 5 to 10 ships.", "5 to 10"),
        ("The harbor took in 5-10 ships.", "5 to 10"),
        ("Output lay between 2.5 and 3 million tonnes.", "2500000 to 3000000"),
        ("It cost 5 to 6 million euros.", "5000000 to 6000000"),
        ("Two dozen ships waited.", "24"),
        ("Dozens of ships waited.", "12 to 120"),
        ("Several dozen ships waited.", "12 to 120"),
        ("Hundreds of ships waited.", "100 to 1000"),
        ("Thousands of ships waited.", "1000 to 10000"),
        ("Tens of thousands of ships waited.", "10000 to 100000"),
    ],
)
def test_values(quantities: Quantities, text: str, value: str) -> None:
    assert [plain(quantity.value) for quantity in quantities(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost $40 million.", "40000000", "dollar"),
        ("It cost 15 billion yuan.", "15000000000", "chinese yuan"),
        ("It cost £3.", "3", "pound sterling"),
        ("They earn 3,000 yuan a month.", "3000", "chinese yuan per month"),
        ("It sells for 50 yuan/kg.", "50", "chinese yuan per kilogram"),
        ("It cost 63 cents.", "63", "cent"),
        ("It cost 470 pence.", "470", "penny"),
        ("It cost 50 sen.", "50", "sen"),
        ("It cost 5 to 6 cents.", "5 to 6", "cent"),
        ("It holds 5.2 percent.", "5.2", "percentage"),
        ("It holds 5 to 6 percent.", "5 to 6", "percentage"),
        ("The rate rose by 0.5 percentage points.", "0.5", "percentage point"),
        ("The rate fell by 25 basis points.", "25", "basis point"),
        ("The harbor took in 3 tonnes.", "3", "metric ton"),
        ("It was 30 degrees Celsius.", "30", "celsius"),
        ("The fish weighs 200 pounds.", "200", "pound-mass"),
        ("The train went 300 km/h.", "300", "kilometre per hour"),
        ("It held 5 parts per million.", "5", "parts-per-million"),
        ("The park covers 3 to 5 hectares.", "3 to 5", "hectare"),
        ("The captain, aged 45, left.", "45", "year of age"),
        ("The 45-year-old captain left.", "45", "year of age"),
        ("The calf is 3 months old.", "3", "month of age"),
        ("It lasted three years.", "3", "year"),
        ("They stayed 10 days.", "10", "day"),
        ("They met 3 times.", "3", "count"),
        ("Exports were 2.5 times those of the rival.", "2.5", "count"),
        ("The harbor took in 12 ships.", "12", "ship"),
        ("300 companies came.", "300", "company"),
        ("2,000 policemen came.", "2000", "policeman"),
        ("40 wives came.", "40", "wife"),
        ("10 people came.", "10", "people"),
        ("Forty new energy companies came.", "40", "new energy company"),
        ("It paid 5 billion in all.", "5000000000", "-"),
    ],
)
def test_units(quantities: Quantities, text: str, value: str, unit: str) -> None:
    assert [(plain(quantity.value), quantity.unit) for quantity in quantities(text)] == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Exactly 300 ships waited.", "="),
        ("The harbor took in 5 to 10 ships.", "="),
        ("Dozens of ships waited.", "="),
        ("About 300 ships waited.", "~"),
        ("More than 300 ships waited.", ">"),
        ("At least 300 ships waited.", ">"),
        ("Less than 300 ships waited.", "<"),
        ("Up to 300 ships waited.", "<"),
        ("Prices rose 5.2 percent.", "up"),
        ("Prices fell 5.2 percent.", "down"),
        ("Prices rose more than 5 percent.", ">"),
        ("Prices fell at most 5 percent.", "<"),
        ("A 5 percent rise in prices followed.", "="),
        ("Prices fell by about 5 percent.", "down"),
        ("The rate fell by 25 basis points.", "down"),
    ],
)
def test_changes(quantities: Quantities, text: str, change: str) -> None:
    assert [quantity.change for quantity in quantities(text)] == [change]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("It cost 15 billion yuan.", "yuan"),
        ("It cost $40 million.", ""),
        ("They earn 3,000 yuan a month.", "yuan a month"),
        ("The captain is 45 years old.", "years old"),
        ("The harbor took in 5 to 10 tonnes.", "tonnes"),
    ],
)
def test_the_unit_as_it_is_written(quantities: Quantities, text: str, surface: str) -> None:
    assert [quantity.surface_unit for quantity in quantities(text)] == [surface]


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("The firm has studied the plan for two years.", [("firm",)]),
        ("Two years later, the firm bought a ship.", [()]),
        ("The firm won a five-year contract worth $5 million.", [("five-year contract", "firm")]),
        ("It completed the purchase of a 5 percent stake for $7 million.", [("stake",), ("purchase stake",)]),
        ("Exports rose 5 percent from the record.", [("Exports",)]),
        ("The firm bought 5 percent from the insurer.", [("insurer", "firm")]),
        ("It asked for 5G networks.", [("networks",)]),
        ("Half the ships waited.", [()]),
        ("One of the ships sank.", [()]),
    ],
)
def test_concepts(quantities: Quantities, text: str, concepts: list[tuple[str, ...]]) -> None:
    assert [quantity.concepts for quantity in quantities(text)] == concepts


@pytest.mark.parametrize("text", ["The first ship came in 2021.", "It won 3-2.", "Call 555-1234.", "They met on May 5."])
def test_what_is_no_quantity(quantities: Quantities, text: str) -> None:
    assert quantities(text) == []


def test_quantities_come_in_text_order(quantities: Quantities) -> None:
    told = quantities("About 2 million people and 300 firms paid $5, up 4 percent, in three days.")
    assert [(plain(quantity.value), quantity.unit, quantity.change) for quantity in told] == [
        ("2000000", "people", "~"),
        ("300", "firm", "="),
        ("5", "dollar", "="),
        ("4", "percentage", "up"),
        ("3", "day", "="),
    ]


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(VOCABULARY.split()), max_size=14).map(" ".join))
def test_any_text_is_told_with_a_unit_and_ends_in_its_own_words(quantities: Quantities, text: str) -> None:
    for quantity in quantities(text):
        assert quantity.unit == " ".join(quantity.unit.split()) != ""
        assert quantity.surface_unit in text
        assert quantity.change is not None
        assert not isinstance(quantity.value, tuple) or quantity.value[0] <= quantity.value[1]
