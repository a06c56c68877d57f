"""Units, counted nouns, totals, ages and fractions."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

FactsOf = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit"),
    [
        ("It is 200 km long.", "200 km", "200", "kilometre"),
        ("They built a 200-meter tower.", "200-meter", "200", "metre"),
        ("It covers 120 square kilometers.", "120 square kilometers", "120", "square kilometre"),
        ("It covers 120 sq km.", "120 sq km", "120", "square kilometre"),
        ("It covers 120 km2.", "120 km2", "120", "square kilometre"),
        ("It covers 3,000 mu.", "3,000 mu", "3000", "mu"),
        ("It covers 30 decares.", "30 decares", "30", "decare"),
        ("It covers 30 hectares.", "30 hectares", "30", "hectare"),
        ("It moved 105.5 million tonnes.", "105.5 million tonnes", "105500000", "tonne"),
        ("It moved 12.3m tonnes.", "12.3m tonnes", "12300000", "tonne"),
        ("It moved 4 tons.", "4 tons", "4", "tonne"),
        ("It bought 82.6 LMT of wheat.", "82.6 LMT", "8260000", "tonne"),
        ("It bought 1.83 MMT of rice.", "1.83 MMT", "1830000", "tonne"),
        ("It shipped 50,000 mt of rice.", "50,000 mt", "50000", "tonne"),
        ("It shipped 2.4 million mt.", "2.4 million mt", "2400000", "tonne"),
        ("It emits 3.2 MtCO2e.", "3.2 MtCO2e", "3200000", "tonne"),
        ("It pumped 120 bcm of gas.", "120 bcm", "120000000000", "cubic metre"),
        ("It holds 12.3 tmcft.", "12.3 tmcft", "12300000000", "cubic foot"),
        ("They lost 40,000 rai of paddy.", "40,000 rai", "40000", "rai"),
        ("They will deepen the quay to 15.5 m. Work begins soon.", "15.5 m", "15.5", "metre"),
        ("It moved 2.3 million TEUs.", "2.3 million TEUs", "2300000", "TEU"),
        ("It used 3.6 billion kWh.", "3.6 billion kWh", "3600000000", "kilowatt-hour"),
        ("It used 3.6 billion kilowatt-hours.", "3.6 billion kilowatt-hours", "3600000000", "kilowatt-hour"),
        ("It has 820,000kw.", "820,000kw", "820000", "kilowatt"),
        ("It is 1.8m tall.", "1.8m", "1.8", "metre"),
        ("It is half a mile away.", "half a mile", "0.5", "mile"),
        ("It covers half an acre.", "half an acre", "0.5", "acre"),
        ("It was minus 5 degrees Celsius.", "minus 5 degrees Celsius", "-5", "degree Celsius"),
        ("It has 64GB.", "64GB", "64", "gigabyte"),
        ("The 35-year-old agreed.", "35-year-old", "35", "year"),
        ("It drew 40,000 person-times.", "40,000 person-times", "40000", "person-time"),
        ("Half of the land is dry.", "Half", "0.5", "fraction"),
        ("Two thirds of the firms agreed.", "Two thirds", "0.666667", "fraction"),
        ("One out of three students agreed.", "One out of three", "0.333333", "fraction"),
        ("Four of every ten students agreed.", "Four of every ten", "0.4", "fraction"),
        ("It is 2.5 times that of Dalian.", "2.5 times", "2.5", "times"),
        ("An eighth of the land is dry.", "An eighth", "0.125", "fraction"),
        ("The men, of whom a fifth are miners, agreed.", "a fifth", "0.2", "fraction"),
        ("It took in 14 million fewer tonnes.", "14 million fewer tonnes", "14000000", "tonne"),
        ("He lives 90-odd km away.", "90-odd km", "90", "kilometre"),
        ("It holds 5 mol/L of salt.", "5 mol/L", "5", "mole per litre"),
        ("Seven out of every 12 buyers left.", "Seven out of every 12", "0.583333", "fraction"),
        ("The mill lost a third.", "a third", "0.333333", "fraction"),
        ("Rents fell by more than half in May.", "half", "0.5", "fraction"),
        ("Rents are down by two thirds.", "two thirds", "0.666667", "fraction"),
        ("The part sold abroad reached a third in May.", "a third", "0.333333", "fraction"),
        ("The part sold abroad was over a third.", "a third", "0.333333", "fraction"),
        ("The part sold abroad fell to two thirds.", "two thirds", "0.666667", "fraction"),
        ("All sold abroad, compared with little more than half in May.", "half", "0.5", "fraction"),
        ("It reached 41 C in May.", "41 C", "41", "degree Celsius"),
        ("It was -5 C at night.", "-5 C", "-5", "degree Celsius"),
        ('A 12" pipe burst.', '12"', "12", "inch"),
        ('The board is 10 " long.', '10 "', "10", "inch"),
    ],
)
def test_unit(facts_of: FactsOf, text: str, surface: str, value: str, unit: str) -> None:
    (fact,) = facts_of(text)
    assert (fact.kind, fact.text, fact.value, fact.unit) == ("quantity", surface, Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Output rose by a third to 40,000 tonnes.", ["a third", "40,000 tonnes"]),
        ("Sales fell by half to 3 million yuan.", ["half", "3 million yuan"]),
    ],
)
def test_the_share_by_which_it_moved_is_no_end_of_a_range(facts_of: FactsOf, text: str, surfaces: list[str]) -> None:
    assert [fact.text for fact in facts_of(text)] == surfaces


@pytest.mark.parametrize(
    ("text", "surface", "per"),
    [
        ("It gets 6,200 MJ per square meter.", "6,200 MJ per square meter", "square meter"),
        ("It moves 100 containers a day.", "100", "day"),
        ("It runs at 80 km/h.", "80 km/h", "hour"),
        ("It costs 2.6 yuan/stem.", "2.6 yuan/stem", "stem"),
        ("It runs at 50mph.", "50mph", "hour"),
    ],
)
def test_rate(facts_of: FactsOf, text: str, surface: str, per: str) -> None:
    (fact,) = facts_of(text)
    assert (fact.text, fact.per) == (surface, per)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("There are 1,173 foreign-invested enterprises with capital.", "foreign-invested enterprises"),
        ("There are seven inland ports on the river.", "inland ports"),
        ("It runs 46 sea-rail intermodal trains.", "sea-rail intermodal trains"),
        ("It trades with 214 countries and regions around the world.", "countries and regions"),
        ("The two sides agreed.", "sides"),
        ("It moved 4 tons of coal.", "coal"),
        ("Dozens of small ships waited.", "small ships"),
        ("It signed 60-plus contracts.", "contracts"),
        ("A 13-member team came.", "member"),
        ("Zero cases were reported.", "cases"),
        ("It hired another 50 more workers.", "workers"),
        ("They read a 12 page report.", "page"),
        ("Half the shops closed.", "shops"),
        ("Two of the firm’s drivers agreed.", "drivers"),
    ],
)
def test_counted(facts_of: FactsOf, text: str, counted: str) -> None:
    (fact,) = facts_of(text)
    assert fact.counted == counted


@pytest.mark.parametrize("text", ["It has 300 of the 420 branches.", "Nine out of the 11 branches grew.", "It has 300 of the town's 420 branches."])
def test_part_of_a_total(facts_of: FactsOf, text: str) -> None:
    part, total = facts_of(text)
    assert (part.of_total, part.counted, total.of_total, total.counted) == (total.id, "branches", None, "branches")


@pytest.mark.parametrize(
    "text",
    [
        "She is aged 35.",
        "Wang Fang, 35, agreed.",
        "She left at the age of 35.",
        "People over 35 came.",
        "He will be 35 by May.",
        "Those here are 35 or older.",
        "The nurse is older than 35.",
    ],
)
def test_age(facts_of: FactsOf, text: str) -> None:
    (fact,) = facts_of(text)
    assert (fact.text, fact.unit, fact.value) == ("35", "year", 35)


@pytest.mark.parametrize(
    "text",
    [
        "The index rose 58.06 points to 1,369.03.",
        "The index (1,369.03 up 58.06 points) led.",
        "The index ended at 1,463.78 points, and the other gained 1.1% to end at 1,334.20.",
    ],
)
def test_levels_in_a_sentence_of_points_are_points(facts_of: FactsOf, text: str) -> None:
    assert [fact.counted for fact in facts_of(text) if fact.kind == "quantity"] == ["points", "points"]


def test_a_bare_number_of_people_goes_on_counting(facts_of: FactsOf) -> None:
    assert [fact.counted for fact in facts_of("There are 68,400 workers who came and 95,800 who left.")] == ["workers", "workers"]


def test_a_further_number_counts_what_the_one_nearest_in_size_does(facts_of: FactsOf) -> None:
    assert [fact.counted for fact in facts_of("It runs 4,200 shops in six cities and will open another 1,500 by May.")] == [
        "shops",
        "cities",
        "shops",
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("“It fell by 5”, she said.", None, id="a speech ends"),
        pytest.param("It began on 5 “We are glad.”", None, id="a speech begins"),
        pytest.param("He bought 5 C batteries.", None, id="a size of batteries"),
        pytest.param("They lost a third game.", None, id="an ordinal"),
        pytest.param("He was a third-form pupil.", None, id="an ordinal of a compound"),
        pytest.param("May was a quarter in which sales fell.", None, id="three months"),
        pytest.param("It has two mills and added a third in May.", None, id="one more"),
    ],
)
def test_what_stands_behind_is_no_unit(facts_of: FactsOf, text: str, unit: str | None) -> None:
    assert [fact.unit for fact in facts_of(text) if fact.unit] == [unit] * (unit is not None)


def test_a_time_is_not_counted(facts_of: FactsOf) -> None:
    text = "The mean was 2.4 in May and 2.1 last year."
    assert [fact.counted for fact in facts_of(text, times=["May", "last year"])] == [None, None]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("They leased 300 of 1,000 acres.", ["acre", "acre"]),
        ("Output slipped to 76,200 tonnes from 81,400.", ["tonne", "tonne"]),
        ("Traffic rose from 31,800 TEUs to 34,100.", ["TEU", "TEU"]),
        ("They carried 31,800 tonnes to 60.", ["tonne", None]),
        ("It moved 8 to 9 million tonnes, including some 3.6 million by rail.", ["tonne", "tonne"]),
        ("They cut 6.4 million tonnes of maize, off 43 percent, and of wheat 7.9 million.", ["tonne", "percent", "tonne"]),
        ("It holds 4,200 hectares in six valleys and will buy another 1,500 by May.", ["hectare", None, "hectare"]),
    ],
)
def test_a_bare_number_shares_the_unit(facts_of: FactsOf, text: str, units: list[str]) -> None:
    assert [fact.unit for fact in facts_of(text)] == units


@pytest.mark.parametrize(
    ("text", "value", "unit", "per"),
    [
        ("The terminal handles 5 MTPA.", 5_000_000, "tonne", "year"),
        ("The mill crushes 5,000 TCD.", 5000, "tonne", "day"),
        ("The field yields 250 mmscfd.", 250_000_000, "cubic foot", "day"),
        ("Demand rose to 198 mmscmd.", 198_000_000, "cubic metre", "day"),
        ("The dam let out 45,000 cusecs.", 45_000, "cubic foot", "second"),
        ("The city needs 1,200 MLD.", 1_200_000_000, "litre", "day"),
        ("Output was 2.1 mb/d.", 2_100_000, "barrel", "day"),
    ],
)
def test_an_abbreviation_may_hold_scale_unit_and_denominator(facts_of: FactsOf, text: str, value: int, unit: str, per: str) -> None:
    (fact,) = facts_of(text)
    assert (fact.value, fact.unit, fact.per) == (value, unit, per)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Checks were cut from 60 to 45 working days.", ["45 working days"]),
        ("The trip was cut from 18 to seven days.", []),
        ("The stay grew from 2.4 nights to 3.2.", ["2.4 nights"]),
    ],
)
def test_a_bare_number_beside_a_length_of_time_is_one_too(facts_of: FactsOf, text: str, times: list[str]) -> None:
    assert facts_of(text, times) == []


def test_a_few_mt_may_be_tonnes_or_millions_of_them(facts_of: FactsOf) -> None:
    (fact,) = facts_of("The wheat crop is put at 112 mt this season.")
    assert fact.unit is None


def test_the_scale_of_an_abbreviation_is_shared(facts_of: FactsOf) -> None:
    (fact,) = facts_of("Mills will take 5-6 LMT.")
    assert (fact.low, fact.high, fact.unit) == (500_000, 600_000, "tonne")


@pytest.mark.parametrize(
    "text",
    [
        "It runs 23 ferries, four of which are new.",
        "It runs 23 ferries, at least four of them new.",
        "It runs 23 ferries, of which some four are new.",
        "Of its 23 ferries, just four sailed.",
        "But out of an estimated 23 ferries in port, four sailed.",
    ],
)
def test_part_of_a_whole_that_stands_elsewhere(facts_of: FactsOf, text: str) -> None:
    whole, part = facts_of(text)
    assert (part.of_total, part.counted, whole.of_total, whole.counted) == (whole.id, "ferries", None, "ferries")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It runs 23 ferries. Four of them sailed.", id="another sentence"),
        pytest.param("It runs three ferries, four of them said.", id="more than the whole"),
        pytest.param("Crews of 23 ferries came, and four sailed.", id="no whole is divided"),
    ],
)
def test_no_part_of_a_whole(facts_of: FactsOf, text: str) -> None:
    assert [fact.of_total for fact in facts_of(text)] == [None, None]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The number of ferry routes rose to 76.", ["ferry routes"]),
        ("The number of its ferry routes has dropped by 833 to 302.", ["ferry routes", "ferry routes"]),
        ("It runs 23 ferries, four more than in May.", ["ferries", "ferries"]),
        ("It runs 23 ferries and will build 40 more.", ["ferries", "ferries"]),
        ("It set up 23 5G base stations.", ["5G base stations"]),
        ("It loaded 23 40-foot containers.", ["40-foot containers", None]),
    ],
)
def test_what_a_bare_number_counts(facts_of: FactsOf, text: str, counted: list[str | None]) -> None:
    assert [fact.counted for fact in facts_of(text)] == counted


def test_an_adjective_of_time_is_part_of_what_is_counted(facts_of: FactsOf) -> None:
    assert [fact.counted for fact in facts_of("It added two weekly flights.", times=["weekly"])] == ["weekly flights"]
