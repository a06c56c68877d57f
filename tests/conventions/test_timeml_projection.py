"""What was found in the terms of TimeML: which expressions are marked, with which characters, type and value."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wirefacts.conventions import FORMS
from wirefacts.mentions.finding import Findings
from wirefacts.mentions.passage import Passage
from wirefacts.records import Timex

PassageMaker = Callable[..., Passage]
Timexes = Callable[[str], Sequence[Timex]]

VOCABULARY = """
last next this the first two months year quarter half of in to and from between since by until May 25 2019 2016-2020 1990s Friday morning night at
13:00 3 p.m. a per every annual daily recent ago earlier than a day now hours , .
"""


@pytest.fixture(scope="module")
def timexes(passage: PassageMaker) -> Timexes:
    def told(text: str) -> list[Timex]:
        found = FORMS["timexes"](Findings(passage(text, "2022-07-19")))
        return [timex for timex in found if isinstance(timex, Timex)]

    return told


def written(timexes: Sequence[Timex]) -> list[str]:
    return [f"{timex.text} = {timex.type} {timex.value}" for timex in timexes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened in 2010.", "2010 = DATE 2010"),
        ("It opened on Monday.", "Monday = DATE 2022-07-18"),
        ("It opened in May 2021.", "May 2021 = DATE 2021-05"),
        ("It grew in the first half of 2021.", "the first half of 2021 = DATE 2021-H1"),
        ("It is now open.", "now = DATE PRESENT_REF"),
        ("They met recently.", "recently = DATE PAST_REF"),
        ("They met at 3 p.m. on Tuesday.", "3 p.m. on Tuesday = TIME 2022-07-19T15:00"),
        ("They met at 13:00.", "13:00 = TIME 2022-07-19T13:00"),
        ("They met last night.", "last night = TIME 2022-07-18TNI"),
        ("They met at noon on Tuesday.", "noon on Tuesday = TIME 2022-07-19T12:00"),
        ("It lasted three years.", "three years = DURATION P3Y"),
        ("It took ten days.", "ten days = DURATION P10D"),
        ("It took two hours.", "two hours = DURATION PT2H"),
        ("They held a two-day meeting.", "two-day = DURATION P2D"),
        ("They meet every Monday.", "every Monday = SET XXXX-WXX-1"),
        ("They meet every year.", "every year = SET P1Y"),
    ],
)
def test_types_and_values(timexes: Timexes, text: str, expected: str) -> None:
    assert written(timexes(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In the first quarter ended May 31 it grew. In the year-ago quarter it shrank.",
            ["the first quarter = DATE 2022-Q1", "May 31 = DATE 2022-05-31", "the year-ago quarter = DATE 2021-Q1"],
        ),
        ("In the January-May period it grew.", ["the January-May period = DURATION P5M"]),
        ("It will grow by year's end, at year end.", ["year's end = DATE 2022", "year end = DATE 2022"]),
        ("It will grow by year-end.", ["year-end = DATE 2022-12-31"]),
        ("It was sold at the then current price.", ["then current = DATE PAST_REF"]),
        ("It will stay open for the foreseeable future, at least for the time being.", []),
        ("It was built for the 2008 Olympics.", ["2008 = DATE 2008"]),
        ("Today is the eighth day of the strike.", ["Today = DATE 2022-07-19", "the eighth day = DATE 2022-07-19"]),
        ("Shares fell for the second day in a row.", ["the second day = DATE 2022-07-19"]),
        ("On the second day of the trial he spoke.", []),
        ("He has been ill for the last week.", ["the last week = DURATION P1W"]),
        ("It has grown so far this year.", ["this year = DATE 2022"]),
        ("In the quarter ended May 31 it grew.", ["the quarter = DATE 2022-Q2", "May 31 = DATE 2022-05-31"]),
        ("In the week ended July 15 it grew.", ["the week = DATE 2022-W28", "July 15 = DATE 2022-07-15"]),
        ("It grew in the second half of the 1980s.", ["the second half of the 1980s = DATE 198"]),
        (
            "The fiscal year ended March 31. In fiscal 2022 it grew.",
            ["The fiscal year = DURATION P1Y", "March 31 = DATE 2022-03-31", "fiscal 2022 = DATE 2022"],
        ),
        ("It grew in fiscal 2021's fourth quarter.", ["fiscal 2021's fourth quarter = DATE 2021-Q4"]),
        ("It shrank in the same period last year.", ["the same period last year = DATE 2021"]),
        ("It shrank in the like period of 2019.", ["the like period of 2019 = DATE 2019"]),
    ],
)
def test_a_stretch_is_the_cell_that_it_fills_or_lies_in(timexes: Timexes, text: str, expected: list[str]) -> None:
    assert written(timexes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Since 2010 it has grown.", "2010 = DATE 2010"),
        ("It has grown since May 2021.", "May 2021 = DATE 2021-05"),
        ("By 2035 it will double.", "2035 = DATE 2035"),
        ("It runs until May.", "May = DATE 2023-05"),
    ],
)
def test_open_periods_lose_their_open_end(timexes: Timexes, text: str, expected: str) -> None:
    assert written(timexes(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between 2013 and last year it grew.", ["2013 = DATE 2013", "last year = DATE 2021"]),
        ("From January to May it grew.", ["January = DATE 2022-01", "May = DATE 2022-05"]),
        ("They met from June 3 to 5.", ["June 3 = DATE 2022-06-03", "5 = DATE 2022-06-05"]),
        ("Sales of the six months ended June 30 rose.", ["the six months = DURATION P6M", "June 30 = DATE 2022-06-30"]),
        ("It left on the night of July 5.", ["July 5 = DATE 2022-07-05"]),
        ("Profit fell in the current fiscal year.", ["the current fiscal year = DATE 2022"]),
    ],
)
def test_compound_periods_are_split_into_their_parts(timexes: Timexes, text: str, expected: list[str]) -> None:
    assert written(timexes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade rose 5 percent from a year earlier.", ["a year earlier = DATE 2021"]),
        ("Trade rose 5 percent compared with last year.", ["last year = DATE 2021"]),
        ("It was up 2 percent from a month ago.", ["a month ago = DATE 2022-06"]),
    ],
)
def test_comparisons_are_marked(timexes: Timexes, text: str, expected: list[str]) -> None:
    assert written(timexes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales fell in the past three years.", "the past three years = DURATION P3Y"),
        ("It will take place over the next few days.", "the next few days = DURATION PXD"),
        ("Sales fell in recent years.", "recent years = DATE PAST_REF"),
        ("Sales fell in the first nine months.", "the first nine months = DURATION P9M"),
        ("Sales fell in the six months ended June 30.", "the six months = DURATION P6M"),
        ("Sales fell in the third quarter ended Nov. 30.", "the third quarter = DATE 2021-Q3"),
        ("They fell again three days later.", "three days = DURATION P3D"),
        ("They met on Monday morning.", "Monday morning = DATE 2022-07-18"),
        ("They met at 3 p.m. EST on Tuesday.", "3 p.m. EST on Tuesday = TIME 2022-07-19T15:00"),
        ("It grew in the 1990s.", "the 1990s = DATE 199X"),
        ("It grew in the nineties.", "the nineties = DATE 199"),
        ("For the week, it fell.", "the week = DATE 2022-WXX"),
        ("It will be done by year-end.", "year-end = DATE 2022-12-31"),
        ("They earn 3,000 yuan a month.", "a month = SET P1M"),
        ("It publishes daily.", "daily = SET P1D"),
        ("The recent plan failed.", "recent = DATE PAST_REF"),
    ],
)
def test_what_timeml_tells_otherwise(timexes: Timexes, text: str, expected: str) -> None:
    assert expected in written(timexes(text))


@pytest.mark.parametrize(
    "text",
    [
        "It sells for $5 per day.",
        "The annual report is out.",
        "The quarterly figures are so far unknown.",
        "Reform and opening-up goes on.",
        "Since the 18th CPC National Congress it has grown.",
        "During the 14th Five-Year Plan it grew.",
        "The 45-year-old captain left.",
        "It runs daily flights.",
        "The port was recently closed.",
    ],
)
def test_rates_names_events_and_what_only_classifies_are_not_marked(timexes: Timexes, text: str) -> None:
    assert timexes(text) == []


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(VOCABULARY.split()), max_size=14).map(" ".join))
def test_marks_are_the_texts_own_characters_in_order_and_without_open_ends(timexes: Timexes, text: str) -> None:
    told = timexes(text)
    assert all(timex.text == text[timex.start : timex.end] != "" for timex in told)
    assert all(one.end <= other.start for one, other in pairwise(told))
    assert not [timex.value for timex in told if timex.value.startswith("../") or timex.value.endswith("/..")]
