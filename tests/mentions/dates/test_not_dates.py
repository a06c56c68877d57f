"""What looks like a date and is none, and what is temporal but no fact."""

from collections.abc import Callable

import pytest

from wirefacts.mentions.dates import TimeMention


@pytest.mark.parametrize(
    "text",
    [
        "They may march to the sun.",
        "He may have come second, and the sun may have set.",
        "Return it as soon as possible.",
        "It drew 2,012 visitors and 1,990 guests.",
        "The road is 2022 meters long.",
        "The hall seats 2020 people.",
        "It cost $1990 at the time.",
        "He came second in the race.",
        "Shipments fell by about three-quarters.",
        "A 35-year-old man and a boy aged 5 years old left.",
        "A quarter of the 18th floor and three quarters of the rest are let.",
        "The 13th Provincial Party Congress chose him.",
        "Jan Kowalski, the chairman, spoke.",
        "Output rose year-on-year and month-on-month.",
        "The Boeing 737 and the G20 are no dates.",
        "The annual March for Unity drew a crowd.",
        "The firm soon recovered.",
        "Trade saw an increase of nearly a quarter.",
        "The first half-inch of rain fell on the winter wheat.",
        "She is eight months pregnant.",
        "It was 2.6 times the figure a year ago.",
        "It is paid under the Airports Programme 2021-2025.",
        "The empire fell in the year 476 of our era.",
        "Output was up 3 percent on the year.",
        "It was the third fall in as many weeks.",
        "Mr. March and Anita March left with June Winter.",
        "It is a part of Vision 2030 and of Euro 2024.",
        "The barley was up $12 week on week.",
        "It drew the 25th visitor.",
    ],
)
def test_no_date(dates: Callable[..., list[str]], text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "surface", "role"),
    [
        ("Exports rose 5 percent from a year earlier.", "a year earlier", "basis"),
        ("It made 3 million, up from 2 million a year earlier.", "a year earlier", "basis"),
        ("It was up 2 percent from a month ago.", "a month ago", "basis"),
        ("The annual output is large.", "annual", "rate"),
        ("It sells $5 per day.", "per day", "rate"),
        ("It moves 100 containers a day.", "a day", "rate"),
        ("It publishes daily.", "daily", "rate"),
        ("The recent plan is the current one.", "recent", "adjective"),
        ("Reform and opening-up goes on.", "Reform and opening-up", "name"),
    ],
)
def test_temporal_but_no_fact(times: Callable[..., list[tuple[str, TimeMention]]], text: str, surface: str, role: str) -> None:
    assert (surface, role) in [(found, mention.role) for found, mention in times(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It happened in 2012.", "2012 = date 2012 [2012-01-01..2012-12-31] year"),
        ("Its 2019 revenue fell.", "2019 = date 2019 [2019-01-01..2019-12-31] year"),
        ("In 1368 the dynasty began.", "1368 = date 1368 [1368-01-01..1368-12-31] year"),
        ("In May they may leave.", "May = date 2021-05 [2021-05-01..2021-05-31] month"),
        ("It was closed on March 8.", "March 8 = date 2020-03-08 [2020-03-08..2020-03-08] day"),
        ("A year earlier, the plant had opened.", "A year earlier = date 2019 [2019-01-01..2019-12-31] year"),
    ],
)
def test_yet_a_date(dates: Callable[..., list[str]], text: str, expected: str) -> None:
    assert dates(text) == [expected]
